/* Golden files: what a view gives is compared with a file that people can read. With
 * PARLEY_UPDATE_GOLDEN=1 in the environment the file is written instead; the diff is reviewed like
 * code. */
#ifndef GOLDEN_H
#define GOLDEN_H

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"

static void golden_read(const char *path, PlBuffer *into)
{
    FILE *file = fopen(path, "rb");
    char block[4096];
    size_t n;
    pl_buffer_init(into);
    if (!file) return;
    while ((n = fread(block, 1, sizeof block, file)) > 0)
        pl_buffer_put(into, (PlSlice){block, n});
    fclose(file);
}

static void golden_write(const char *path, PlSlice bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

/* name: below tests/golden/view */
static void golden_check(const char *name, PlSlice got)
{
    char path[512];
    PlBuffer wanted;
    snprintf(path, sizeof path, "%s/tests/golden/view/%s", PARLEY_SOURCE_DIR, name);
    if (getenv("PARLEY_UPDATE_GOLDEN")) golden_write(path, got);
    golden_read(path, &wanted);
    bool same = pl_slice_equal(got, (PlSlice){wanted.bytes, wanted.len});
    if (!same) print_error("%s differs; it is now:\n%.*s\n", name, PL_PRI(got));
    pl_buffer_clear(&wanted);
    assert_true(same);
}

#endif
