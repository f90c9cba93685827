/* Which sentences of several reports tell the same. */
#include "unit/cmocka_all.h"

#include "claim/retellings.h"

static PlRetelling sentence(int32_t story, int32_t report, const char *lemmas)
{
    return (PlRetelling){story, report, pl_slice(lemmas)};
}

static const char *const strike = "crane dock miner night strike";

static bool are_one(PlRetelling a, PlRetelling b)
{
    PlArena arena;
    pl_arena_init(&arena, 0);
    const PlRetelling both[] = {a, b};
    const int32_t *group = pl_retellings_group(&arena, both, 2);
    bool one = group[0] == group[1];
    pl_arena_clear(&arena);
    return one;
}

static void test_rare_words_in_common_make_one(void **state)
{
    (void)state;
    assert_true(are_one(sentence(0, 0, strike), sentence(0, 1, "crane dock ferry miner strike")));
    assert_true(are_one(sentence(0, 0, strike), sentence(0, 1, strike)));
}

static void test_two_words_are_too_few(void **state)
{
    (void)state;
    assert_false(are_one(sentence(0, 0, strike), sentence(0, 1, "crane dock ferry toll")));
}

static void test_a_long_sentence_holds_more_than_a_short_one(void **state)
{
    (void)state;
    assert_false(are_one(sentence(0, 0, "crane dock miner"),
                         sentence(0, 1, "a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 crane dock miner")));
}

static void test_other_stories_and_the_same_report_are_apart(void **state)
{
    (void)state;
    assert_false(are_one(sentence(0, 0, strike), sentence(1, 1, strike)));
    assert_false(are_one(sentence(0, 0, strike), sentence(0, 0, strike)));
}

static void test_sentences_come_in_any_order_of_stories(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    const PlRetelling three[] = {sentence(1, 0, strike), sentence(0, 1, strike),
                                 sentence(1, 2, strike)};
    const int32_t *group = pl_retellings_group(&arena, three, 3);
    assert_int_equal(group[2], group[0]);
    assert_int_not_equal(group[1], group[0]);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rare_words_in_common_make_one),
        cmocka_unit_test(test_two_words_are_too_few),
        cmocka_unit_test(test_a_long_sentence_holds_more_than_a_short_one),
        cmocka_unit_test(test_other_stories_and_the_same_report_are_apart),
        cmocka_unit_test(test_sentences_come_in_any_order_of_stories),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
