#include "base/arena.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif

#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(ptr, len) ASAN_POISON_MEMORY_REGION((ptr), (len))
#define UNPOISON(ptr, len) ASAN_UNPOISON_MEMORY_REGION((ptr), (len))
enum { GAP_BYTES = 16 };
#else
#define POISON(ptr, len) ((void)(ptr), (void)(len))
#define UNPOISON(ptr, len) ((void)(ptr), (void)(len))
enum { GAP_BYTES = 0 };
#endif

enum { FIRST_CHUNK_BYTES = 64 * 1024, MOST_CHUNK_BYTES = 8 * 1024 * 1024 };

typedef struct PlArenaChunk {
    struct PlArenaChunk *older;
    size_t size; /* bytes after the header */
    size_t used;
    _Alignas(64) char bytes[];
} PlArenaChunk;

void pl_arena_init(PlArena *arena, size_t limit_bytes)
{
    *arena =
        (PlArena){.limit_bytes = limit_bytes ? limit_bytes : SIZE_MAX, .fail_after = UINT64_MAX};
}

static void free_chunks(PlArenaChunk *chunk)
{
    while (chunk) {
        PlArenaChunk *older = chunk->older;
        UNPOISON(chunk->bytes, chunk->size);
        free(chunk);
        chunk = older;
    }
}

void pl_arena_clear(PlArena *arena)
{
    free_chunks(arena->chunk);
    arena->chunk = NULL;
    arena->used_bytes = 0;
}

void pl_arena_reset(PlArena *arena)
{
    PlArenaChunk *kept = arena->chunk;
    arena->used_bytes = 0;
    if (!kept) return;
    free_chunks(kept->older);
    kept->older = NULL;
    kept->used = 0;
    arena->used_bytes = kept->size;
    POISON(kept->bytes, kept->size);
}

bool pl_arena_run(PlArena *arena, void (*body)(void *context), void *context)
{
    assert(!arena->guard && "pl_arena_run does not nest");
    jmp_buf guard;
    if (setjmp(guard) != 0) {
        arena->guard = NULL;
        return false;
    }
    arena->guard = &guard;
    body(context);
    arena->guard = NULL;
    return true;
}

static _Noreturn void out_of_memory(PlArena *arena)
{
    if (!arena->guard) abort();
    longjmp(*(jmp_buf *)arena->guard, 1);
}

/* A large chunk lies on large pages where the system has them: touching 4 KiB after 4 KiB for the
 * first time takes longer than filling them. */
static void *allocate(size_t size)
{
    enum { LARGE_PAGE = 2 * 1024 * 1024 };
    size_t align = size < LARGE_PAGE ? 64 : LARGE_PAGE;
    size_t whole = (size + align - 1) & ~(align - 1);
    void *memory = aligned_alloc(align, whole);
#ifdef MADV_HUGEPAGE
    if (memory && align == LARGE_PAGE) madvise(memory, whole, MADV_HUGEPAGE);
#endif
    return memory;
}

static void add_chunk(PlArena *arena, size_t least)
{
    size_t size = arena->chunk ? arena->chunk->size * 2 : FIRST_CHUNK_BYTES;
    if (size > MOST_CHUNK_BYTES) size = MOST_CHUNK_BYTES;
    if (size < least) size = least;
    if (size > arena->limit_bytes - arena->used_bytes) size = least;
    if (size > arena->limit_bytes - arena->used_bytes) out_of_memory(arena);
    PlArenaChunk *chunk = allocate(sizeof *chunk + size);
    if (!chunk) out_of_memory(arena);
    *chunk = (PlArenaChunk){.older = arena->chunk, .size = size};
    POISON(chunk->bytes, chunk->size);
    arena->chunk = chunk;
    arena->used_bytes += size;
}

void *pl_arena_alloc(PlArena *arena, size_t size, size_t align)
{
    if (arena->fail_after != UINT64_MAX && arena->fail_after-- == 0) out_of_memory(arena);
    if (size > SIZE_MAX / 2) out_of_memory(arena);
    PlArenaChunk *chunk = arena->chunk;
    size_t start = chunk ? (chunk->used + align - 1) & ~(align - 1) : 0;
    if (!chunk || start > chunk->size || size > chunk->size - start) {
        add_chunk(arena, size + GAP_BYTES);
        chunk = arena->chunk;
        start = 0;
    }
    char *memory = chunk->bytes + start;
    size_t end = start + size + GAP_BYTES;
    chunk->used = end < chunk->size ? end : chunk->size;
    UNPOISON(memory, size);
    memset(memory, 0, size);
    return memory;
}

void *pl_arena_alloc_array(PlArena *arena, size_t n, size_t size, size_t align)
{
    if (size && n > SIZE_MAX / 2 / size) out_of_memory(arena);
    return pl_arena_alloc(arena, n * size, align);
}

PlSlice pl_arena_copy(PlArena *arena, PlSlice bytes)
{
    char *copy = pl_arena_alloc(arena, bytes.len + 1, 1);
    if (bytes.len) memcpy(copy, bytes.ptr, bytes.len);
    return (PlSlice){copy, bytes.len};
}

PlSlice pl_arena_format(PlArena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(len >= 0);
    char *text = pl_arena_alloc(arena, (size_t)len + 1, 1);
    va_start(args, format);
    vsnprintf(text, (size_t)len + 1, format, args);
    va_end(args);
    return (PlSlice){text, (size_t)len};
}
