#include "unit/cmocka_all.h"

#include "base/data.h"
#include "token/abbreviations.h"

static const char *const names[] = {"abbreviations.tsv", "beginnings.tsv", "prefixes.tsv"};

/* A look-up halves the file: a row out of order hides itself and others. */
static void test_tables_are_sorted(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        uint32_t n_bad_rows = 0;
        PlTable table = pl_table_parse(&arena, pl_data_file(names[i]), &n_bad_rows);
        assert_int_equal(n_bad_rows, 0);
        for (uint32_t row = 1; row < table.n_rows; row++) {
            PlSlice form = pl_table_cell(&table, row, 0);
            if (pl_slice_compare(pl_table_cell(&table, row - 1, 0), form) >= 0)
                fail_msg("%s: '%.*s' is out of order", names[i], PL_PRI(form));
        }
    }
    pl_arena_clear(&arena);
}

static void test_every_row_is_found(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        PlLookup lookup = pl_lookup_open(names[i]);
        PlTable table = pl_table_load(&arena, names[i]);
        for (uint32_t row = 0; row < table.n_rows; row++)
            assert_true(pl_lookup_find(&lookup, pl_table_cell(&table, row, 0), NULL));
        assert_false(pl_lookup_find(&lookup, PL_SLICE(""), NULL));
        assert_false(pl_lookup_find(&lookup, PL_SLICE("form"), NULL));
        assert_false(pl_lookup_find(&lookup, PL_SLICE("\x7f"), NULL));
    }
    pl_arena_clear(&arena);
}

static void test_kinds_of_abbreviations(void **state)
{
    (void)state;
    PlLookup table = pl_lookup_open("abbreviations.tsv");
    assert_int_equal(pl_abbreviation_find(&table, PL_SLICE("Gen."), PL_SLICE("gen.")),
                     PL_ABBREVIATION_TITLE);
    assert_int_equal(pl_abbreviation_find(&table, PL_SLICE("gen."), PL_SLICE("gen.")),
                     PL_ABBREVIATION_NONE);
    assert_int_equal(pl_abbreviation_find(&table, PL_SLICE("no."), PL_SLICE("no.")),
                     PL_ABBREVIATION_NUMBER);
    assert_int_equal(pl_abbreviation_find(&table, PL_SLICE("e.g."), PL_SLICE("e.g.")),
                     PL_ABBREVIATION_INSIDE);
    assert_int_equal(pl_abbreviation_find(&table, PL_SLICE("Inc."), PL_SLICE("inc.")),
                     PL_ABBREVIATION_ANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_are_sorted),
        cmocka_unit_test(test_every_row_is_found),
        cmocka_unit_test(test_kinds_of_abbreviations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
