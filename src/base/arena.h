/* Arena: memory that is freed all at once, and the one place that handles running out of it.
 *
 *   chunk 1: [header][alloc][gap][alloc][gap]....free....   chunk 2: ...
 *
 * Invariants
 *  1. Every allocation is zeroed.
 *  2. Under AddressSanitizer the gaps and the free tail are poisoned, so an overrun inside a chunk
 *     is seen at the byte where it happens.
 *  3. An allocation inside pl_arena_run never returns NULL: when memory or the limit runs out,
 *     control returns to pl_arena_run, which answers false. The layers of the language engine hold
 *     nothing but arena memory, so nothing leaks and none of them has an error path to get wrong.
 *  4. Outside pl_arena_run an allocation that fails is an abort: our own mistake.
 *
 * owner    the caller of pl_arena_init; every pointer dies with pl_arena_clear or pl_arena_reset
 * threads  one thread at a time
 * source   the idea of invariant 3: PostgreSQL's memory contexts
 */
#ifndef PL_BASE_ARENA_H
#define PL_BASE_ARENA_H

#include "base/slice.h"

typedef struct PlArena {
    struct PlArenaChunk *chunk; /* newest first */
    void *guard;                /* where pl_arena_run waits, or NULL */
    size_t used_bytes;
    size_t limit_bytes;
    uint64_t fail_after; /* allocations until one is made to fail; UINT64_MAX: never */
} PlArena;

/* limit_bytes: the most that the arena may hold; 0 for no limit. Nothing is allocated yet. */
void pl_arena_init(PlArena *arena, size_t limit_bytes);
/* Frees everything; the arena can be used again. */
void pl_arena_clear(PlArena *arena);
/* Forgets everything but keeps one chunk, so that a loop over reports does not go back to malloc.
 */
void pl_arena_reset(PlArena *arena);

/* Calls body(context). True when it came to its end, false when memory ran out on the way: then
 * what it wrote is to be thrown away. Does not nest on one arena. */
bool pl_arena_run(PlArena *arena, void (*body)(void *context), void *context);

/* `align` is a power of two, at most 64. */
void *pl_arena_alloc(PlArena *arena, size_t size, size_t align);
/* `n` times `size` bytes, with the product checked. */
void *pl_arena_alloc_array(PlArena *arena, size_t n, size_t size, size_t align);
#define pl_arena_new(arena, T) ((T *)pl_arena_alloc((arena), sizeof(T), _Alignof(T)))
#define pl_arena_array(arena, T, n)                                                                \
    ((T *)pl_arena_alloc_array((arena), (n), sizeof(T), _Alignof(T)))

/* Copies; the copy is followed by a NUL that does not count. */
PlSlice pl_arena_copy(PlArena *arena, PlSlice bytes);
/* As printf. */
PlSlice pl_arena_format(PlArena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
