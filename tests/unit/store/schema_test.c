/* docs/schema.md names every table as a heading and every column below it, and its examples run. */
#include "unit/cmocka_all.h"

#include <sqlite3.h>

#include "scratch.h"
#include "unit/store/sample.h"

static Scratch scratch;
static PlArena arena;
static PlStore *store;
static PlSlice page;

/* The part of the page below "## table". */
static PlSlice section_of(const char *table)
{
    char heading[96];
    snprintf(heading, sizeof heading, "\n## %s\n", table);
    ptrdiff_t at = pl_slice_find(page, pl_slice(heading));
    if (at < 0) fail_msg("docs/schema.md has no section \"%s\"", table);
    size_t start = (size_t)at + strlen(heading);
    PlSlice rest = {page.ptr + start, page.len - start};
    ptrdiff_t end = pl_slice_find(rest, PL_SLICE("\n#"));
    return (PlSlice){rest.ptr, end < 0 ? rest.len : (size_t)end};
}

static bool find_columns(void *context, const char *const *columns, const PlValue *values,
                         uint32_t n_columns)
{
    const char *table = context;
    PlSlice section = section_of(table);
    for (uint32_t i = 0; i < n_columns && !values; i++) {
        char column[96];
        if (strcmp(columns[i], "number") == 0) continue;
        bool is_key = i == 0 && n_columns > 1 && strcmp(columns[1], "number") == 0;
        if (is_key) continue;
        snprintf(column, sizeof column, "`%s`", columns[i]);
        if (pl_slice_find(section, pl_slice(column)) < 0)
            fail_msg("docs/schema.md: \"%s\" does not name %s", table, column);
    }
    return true;
}

static void test_every_column_is_documented(void **state)
{
    (void)state;
    ParleyError error;
    for (uint32_t i = 0; i < pl_store_n_tables(); i++)
        assert_int_equal(
            pl_store_dump(store, i, find_columns, (void *)(uintptr_t)pl_store_table(i), &error),
            PARLEY_OK);
}

static void test_examples_run(void **state)
{
    (void)state;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(scratch_path(&scratch, "a.db"), &db), SQLITE_OK);
    PlSlice rest = page;
    int n = 0;
    for (ptrdiff_t at; (at = pl_slice_find(rest, PL_SLICE("```sql\n"))) >= 0; n++) {
        rest = (PlSlice){rest.ptr + at + 7, rest.len - (size_t)at - 7};
        size_t len = (size_t)pl_slice_find(rest, PL_SLICE("```"));
        PlSlice sql = pl_arena_copy(&arena, (PlSlice){rest.ptr, len});
        if (sqlite3_exec(db, sql.ptr, NULL, NULL, NULL))
            fail_msg("%s\n%s", sqlite3_errmsg(db), sql.ptr);
        rest = (PlSlice){rest.ptr + len + 3, rest.len - len - 3};
    }
    assert_true(n >= 3);
    sqlite3_close(db);
}

static int set_up(void **state)
{
    (void)state;
    ParleyError error;
    scratch_make(&scratch);
    pl_arena_init(&arena, 0);
    FILE *file = fopen(PARLEY_SOURCE_DIR "/docs/schema.md", "rb");
    if (!file) return -1;
    char *text = pl_arena_array(&arena, char, 65536);
    page = (PlSlice){text, fread(text, 1, 65535, file)};
    fclose(file);
    return (int)pl_store_open(scratch_path(&scratch, "a.db"), PARLEY_RECORD_CREATE, &store, &error);
}

static int tear_down(void **state)
{
    (void)state;
    pl_store_close(store);
    pl_arena_clear(&arena);
    scratch_remove(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_column_is_documented),
        cmocka_unit_test(test_examples_run),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
