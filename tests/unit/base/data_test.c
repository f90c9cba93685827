#include "unit/cmocka_all.h"

#include <string.h>

#include "base/data.h"

static PlArena arena;

static void test_table(void **state)
{
    (void)state;
    uint32_t n_bad;
    PlTable table = pl_table_parse(&arena,
                                   PL_SLICE("# A table for this test.\n"
                                            "\n"
                                            "name\tkind \tnote\n"
                                            "wharf\tplace\ta, b\n"
                                            "  # a comment between rows\n"
                                            "clerk\n"
                                            " quay \t\tx\r\n"
                                            "one\ttwo\tthree\tfour"),
                                   &n_bad);
    assert_int_equal(table.n_columns, 3);
    assert_int_equal(table.n_rows, 4);
    assert_int_equal(n_bad, 1);
    uint32_t kind = pl_table_column(&table, "kind");
    uint32_t note = pl_table_column(&table, "note");
    assert_int_equal(kind, 1);
    assert_true(pl_slice_is(pl_table_cell(&table, 0, kind), "place"));
    assert_int_equal(pl_table_cell(&table, 1, kind).len, 0);
    assert_true(pl_slice_is(pl_table_cell(&table, 2, 0), "quay"));
    assert_true(pl_slice_is(pl_table_cell(&table, 2, note), "x"));
    assert_true(pl_slice_is(pl_table_cell(&table, 3, note), "three"));
}

static void test_table_of_nothing(void **state)
{
    (void)state;
    assert_int_equal(pl_table_parse(&arena, PL_SLICE(""), NULL).n_rows, 0);
    assert_int_equal(pl_table_parse(&arena, PL_SLICE("# only this\n\n"), NULL).n_columns, 0);
    PlTable header = pl_table_parse(&arena, PL_SLICE("a\tb\n"), NULL);
    assert_int_equal(header.n_rows, 0);
    assert_int_equal(header.n_columns, 2);
}

/* A typing error in a table shows here, whatever layer reads it. */
static void test_every_table_of_the_program(void **state)
{
    (void)state;
    for (unsigned i = 0; i < pl_n_data_files; i++) {
        const PlDataFile *file = &pl_data_files[i];
        uint32_t n_bad;
        PlSlice text = pl_data_file(file->name);
        assert_ptr_equal(text.ptr, file->bytes);
        PlTable table = pl_table_parse(&arena, text, &n_bad);
        if (n_bad) fail_msg("%s: %u rows have too many cells", file->name, (unsigned)n_bad);
        if (table.n_rows == 0) fail_msg("%s: no rows", file->name);
        if (text.ptr[0] != '#') fail_msg("%s: does not say what it is", file->name);
        if (i && strcmp(pl_data_files[i - 1].name, file->name) >= 0) fail_msg("not sorted");
    }
}

/* Row by row a table has what it has when parsed whole. */
static void test_rows_one_by_one(void **state)
{
    (void)state;
    PlTable table = pl_table_load(&arena, "nicknames.tsv");
    PlSlice rows = pl_table_rows("nicknames.tsv");
    PlSlice row;
    uint32_t n = 0;
    while (pl_table_next_row(&rows, &row)) {
        PlSlice cell;
        assert_true(n < table.n_rows);
        assert_true(pl_slice_next(&row, '\t', &cell));
        assert_true(pl_slice_equal(cell, pl_table_cell(&table, n++, 0)));
    }
    assert_true(n > 0);
    assert_int_equal(n, table.n_rows);
}

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_of_nothing),
        cmocka_unit_test(test_every_table_of_the_program),
        cmocka_unit_test(test_rows_one_by_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
