#include "unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "text/user_table.h"

static const char *const columns[] = {"name", "town", "note"};

typedef struct Reading {
    PlArena arena;
    PlUserTable table;
    char told[400];
} Reading;

static Reading reading;

static void hear(void *context, ParleyNoticeKind kind, const char *line)
{
    (void)kind;
    Reading *r = context;
    snprintf(r->told + strlen(r->told), sizeof r->told - strlen(r->told), "%s\n", line);
}

static ParleyStatus open_table(const char *text, ParleyError *error)
{
    pl_arena_reset(&reading.arena);
    reading.told[0] = 0;
    reading.table = (PlUserTable){.arena = &reading.arena,
                                  .file = "mine.tsv",
                                  .columns = columns,
                                  .n_columns = 3,
                                  .needed = 3,
                                  .listed = "name, town, note",
                                  .notice = hear,
                                  .context = &reading};
    return pl_user_table_open(&reading.table, pl_slice(text), error);
}

static void columns_stand_in_any_order(void **state)
{
    (void)state;
    ParleyError error;
    PlSlice cells[PL_USER_TABLE_COLUMNS];
    assert_int_equal(open_table("\xef\xbb\xbf# mine\n\nTown\tname\nRiga\t Ilze \n", &error),
                     PARLEY_OK);
    assert_true(pl_user_table_next(&reading.table, cells));
    assert_true(pl_slice_is(cells[0], "Ilze"));
    assert_true(pl_slice_is(cells[1], "Riga"));
    assert_int_equal(cells[2].len, 0);
    assert_int_equal(reading.table.line, 4);
    assert_false(pl_user_table_next(&reading.table, cells));
}

static void bad_lines_are_told_and_passed_over(void **state)
{
    (void)state;
    ParleyError error;
    PlSlice cells[PL_USER_TABLE_COLUMNS];
    assert_int_equal(
        open_table("name\ttown\na\tb\tc\n\xff\tRiga\nIlze\tRiga\nAnna\tOslo\n", &error), PARLEY_OK);
    assert_true(pl_user_table_next(&reading.table, cells));
    assert_true(pl_slice_is(cells[0], "Ilze"));
    assert_non_null(strstr(reading.told, "mine.tsv, line 2: \"a b c\" has more cells"));
    assert_non_null(strstr(reading.told, "mine.tsv, line 3: "));
    pl_user_table_refuse(&reading.table, (PlRefusal){cells[1], "is as in line", 1});
    assert_non_null(strstr(reading.told, "line 4: \"Riga\" is as in line 1; the line is not used"));
    assert_int_equal(reading.table.n_refused, 3);
    assert_true(pl_user_table_next(&reading.table, cells));
    assert_true(pl_slice_is(cells[0], "Anna"));
}

static void a_first_line_has_to_name_the_columns(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"name\n", "\"town\" is missing"},
                                           {"name\ttown\tage\n", "\"age\" is no column"},
                                           {"name\ttown\tname\n", "\"name\" is there twice"},
                                           {"# nothing\n", "\"name\" is missing"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ParleyError error;
        assert_int_equal(open_table(cases[i][0], &error), PARLEY_BAD_INPUT);
        assert_non_null(strstr(error.message, cases[i][1]));
        assert_non_null(strstr(error.message, "between: name, town, note"));
    }
}

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&reading.arena, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&reading.arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_in_any_order),
        cmocka_unit_test(bad_lines_are_told_and_passed_over),
        cmocka_unit_test(a_first_line_has_to_name_the_columns),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
