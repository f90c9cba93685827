#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "quote/stretches.h"

#include <string.h>

static const PlTurns no_turns;
static PlArena arena;

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

typedef struct Found {
    PlTokens tokens;
    PlStretches stretches;
} Found;

static Found find(const char *text)
{
    Found found;
    PlArticle article;
    pl_article_find(&arena, pl_slice(text), NULL, &article);
    pl_tokens_find(&arena, &article, &found.tokens);
    pl_stretches_find(&arena, &found.tokens, &no_turns, &found.stretches);
    return found;
}

static void expect(const Found *found, uint32_t i, const char *words, int32_t before)
{
    assert_true(i < found->stretches.stretches.n);
    const PlStretch *stretch = &found->stretches.stretches.items[i];
    PlSpan span = pl_tokens_span(&found->tokens, stretch->words.first, stretch->words.end);
    PlSlice got = pl_slice_of(found->tokens.text, span);
    assert_int_equal(got.len, strlen(words));
    assert_memory_equal(got.ptr, words, got.len);
    assert_int_equal(stretch->before, before);
}

static void straight_and_curly_marks_pair(void **state)
{
    (void)state;
    Found found = find("\"We sail at noon,\" the mate said. “And not before,” he added.");
    assert_int_equal(found.stretches.stretches.n, 2);
    expect(&found, 0, "We sail at noon,", -1);
    expect(&found, 1, "And not before,", -1);
}

static void marks_of_two_shapes_pair(void **state)
{
    (void)state;
    Found found = find("The union called it “a first step\" and went home.");
    assert_int_equal(found.stretches.stretches.n, 1);
    expect(&found, 0, "a first step", -1);
}

static void apostrophes_are_no_marks(void **state)
{
    (void)state;
    Found found = find("The dockers' leader didn't say 'never' to the owners' offer.");
    assert_int_equal(found.stretches.stretches.n, 1);
    expect(&found, 0, "never", -1);
}

static void inner_quotations_come_after_outer_ones(void **state)
{
    (void)state;
    Found found = find("“They told us ‘maybe’ again,” she said.");
    assert_int_equal(found.stretches.stretches.n, 2);
    expect(&found, 0, "They told us ‘maybe’ again,", -1);
    expect(&found, 1, "maybe", -1);
    assert_int_equal(found.stretches.stretches.items[1].depth, 1);
    assert_int_equal(found.stretches.of_tok[1], 0);
}

static void paragraphs_make_a_chain(void **state)
{
    (void)state;
    Found found = find("“The mill is closed. It stays closed.\n\n"
                       "“Nobody asked us.\n\n"
                       "“We shall ask them,” the foreman said.");
    assert_int_equal(found.stretches.stretches.n, 3);
    expect(&found, 0, "The mill is closed. It stays closed.", -1);
    expect(&found, 1, "Nobody asked us.", 0);
    expect(&found, 2, "We shall ask them,", 1);
}

static void a_chain_may_go_on_without_a_mark(void **state)
{
    (void)state;
    Found found = find("The foreman was angry. “The mill is closed.\n"
                       "It stays closed for good,” he said.");
    assert_int_equal(found.stretches.stretches.n, 2);
    expect(&found, 0, "The mill is closed.", -1);
    expect(&found, 1, "It stays closed for good,", 0);
}

static void a_stray_mark_quotes_nothing(void **state)
{
    (void)state;
    Found found = find("The beam was 12 “ long and held.\n\nNobody was hurt.");
    assert_int_equal(found.stretches.stretches.n, 0);
}

static void a_lost_first_mark_is_made_good(void **state)
{
    (void)state;
    Found found = find("We have a contract,” the mayor said. It was signed.");
    assert_int_equal(found.stretches.stretches.n, 1);
    expect(&found, 0, "We have a contract,", -1);
}

static void a_mark_turned_the_wrong_way_opens(void **state)
{
    (void)state;
    Found found = find("The mill closed. ”It was old,” the foreman said.");
    assert_int_equal(found.stretches.stretches.n, 1);
    expect(&found, 0, "It was old,", -1);
}

static void deep_nesting_is_linear(void **state)
{
    (void)state;
    enum { N = 50000 };
    char *text = pl_arena_alloc(&arena, (size_t)N * 12 + 1, 1);
    char *at = text;
    for (int i = 0; i < N; i++) {
        memcpy(at, "“a ", 5);
        at += 5;
    }
    for (int i = 0; i < N; i++) {
        memcpy(at, "b” ", 5);
        at += 5;
    }
    *at = '\0';
    Found found = find(text);
    assert_true(found.stretches.stretches.n <= N);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(straight_and_curly_marks_pair, set_up, tear_down),
        cmocka_unit_test_setup_teardown(marks_of_two_shapes_pair, set_up, tear_down),
        cmocka_unit_test_setup_teardown(apostrophes_are_no_marks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(inner_quotations_come_after_outer_ones, set_up, tear_down),
        cmocka_unit_test_setup_teardown(paragraphs_make_a_chain, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_chain_may_go_on_without_a_mark, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_stray_mark_quotes_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_lost_first_mark_is_made_good, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_mark_turned_the_wrong_way_opens, set_up, tear_down),
        cmocka_unit_test_setup_teardown(deep_nesting_is_linear, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
