/* Any bytes as a field of metadata and as the start of a file: what is kept is short, on one line
 * and cleaning it again changes nothing. */
#include <stdlib.h>

#include "bytes/metadata.h"
#include "bytes/plain_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds) abort();
}

static void clean(void *context)
{
    PlArena *arena = ((void **)context)[0];
    const PlSlice *value = ((void **)context)[1];
    PlSlice once = pl_metadata_clean(arena, *value);
    check(once.len <= PL_METADATA_MOST_BYTES);
    for (size_t i = 0; i < once.len; i++)
        check((unsigned char)once.ptr[i] >= 0x20 && once.ptr[i] != 0x7f);
    check(pl_slice_equal(once, pl_metadata_clean(arena, once)));
    pl_metadata_is_date(*value);
    pl_plain_text_is_blank(*value);
    pl_plain_text_problem(*value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PlSlice value = {(const char *)data, size};
    PlArena arena;
    pl_arena_init(&arena, (size_t)64 << 20);
    pl_arena_run(&arena, clean, (void *[]){&arena, &value});
    pl_arena_clear(&arena);
    return 0;
}
