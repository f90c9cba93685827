#include "unit/cmocka_all.h"

#include <stdio.h>

#include "bytes/conllu_report.h"

#define REST "\t_\t_\t_\t_\t_\t_\t_\t"

static const char *problem_of(const char *line)
{
    PlConlluLine read;
    return pl_conllu_line_read(pl_slice(line), &read);
}

static void test_lines(void **state)
{
    (void)state;
    PlConlluLine line;
    assert_null(pl_conllu_line_read(PL_SLICE("3\tabout" REST "X=1|SpaceAfter=No\r"), &line));
    assert_int_equal(line.kind, PL_CONLLU_WORD);
    assert_int_equal(line.last_id, 3);
    assert_true(pl_slice_is(line.form, "about"));
    assert_false(line.space_after);
    assert_null(pl_conllu_line_read(PL_SLICE("3-5\tabout" REST "NoSpaceAfter=No"), &line));
    assert_int_equal(line.kind, PL_CONLLU_RANGE);
    assert_int_equal(line.last_id, 5);
    assert_true(line.space_after);
    assert_null(pl_conllu_line_read(PL_SLICE("0.1\t_" REST "_"), &line));
    assert_int_equal(line.kind, PL_CONLLU_EMPTY_NODE);
    assert_null(pl_conllu_line_read(PL_SLICE("# newdoc id = a = b"), &line));
    assert_true(pl_conllu_is_newdoc(&line));
    assert_true(pl_slice_is(line.value, "a = b"));
    assert_null(pl_conllu_line_read(PL_SLICE("#"), &line));
    assert_false(pl_conllu_is_newdoc(&line));
}

static void test_broken_lines(void **state)
{
    (void)state;
    assert_string_equal(problem_of("1\tabout"), "not ten columns with tabs between them");
    assert_string_equal(problem_of("1\tabout" REST "_\t_"),
                        "not ten columns with tabs between them");
    static const char *const ids[] = {"x",   "0",     "1-",        "2-1",
                                      "1.x", "1-2-3", "999999999", "12345678901234567890"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        char line[64];
        snprintf(line, sizeof line, "%s\tabout" REST "_", ids[i]);
        assert_string_equal(problem_of(line), "an ID that is neither 1, 1-2 nor 1.1");
    }
    assert_string_equal(problem_of("1\t " REST "_"), "no FORM");
}

static void test_a_report(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlGivenTokens given;
    pl_conllu_report_read(&arena,
                          PL_SLICE("# newpar\n# sent_id = x\n"
                                   "1-2\tcannot" REST "SpaceAfter=No\n"
                                   "1\tcan" REST "_\n2\tnot" REST "_\n3\t." REST "_\n\n\n"
                                   "broken\n1\tYes" REST "_"),
                          &given);
    assert_int_equal(given.words.n, 4);
    assert_false(given.words.items[0].space_after);
    assert_false(given.words.items[1].space_after);
    assert_true(given.words.items[2].space_after);
    assert_int_equal(given.sents.n, 2);
    assert_true(given.sents.items[0].begins_paragraph);
    assert_true(pl_slice_is(given.sents.items[0].id, "x"));
    assert_false(given.sents.items[1].begins_paragraph);
    assert_int_equal(given.sents.items[1].first_word, 3);
    assert_int_equal(given.sents.items[1].id.len, 0);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_broken_lines),
        cmocka_unit_test(test_a_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
