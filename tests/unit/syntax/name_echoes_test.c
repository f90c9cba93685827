/* Names that are found again, over tags made by hand. */
#include "syntax/name_echoes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "spaced_tokens.h"

static PlArena arena;
static PlTokens tokens;
static PlSyntax syntax;

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

/* Every word with a capital is a proper noun; no word is in a name. */
static void read_text(const char *text)
{
    tokens = spaced_tokens(&arena, text);
    syntax.xpos = pl_arena_array(&arena, uint8_t, tokens.n_tokens);
    syntax.name_tag = pl_arena_array(&arena, uint8_t, tokens.n_tokens);
    for (uint32_t tok = 0; tok < tokens.n_tokens; tok++)
        syntax.xpos[tok] = tokens.flags[tok] & PL_TOK_CAPITAL ? PL_XPOS_NNP : PL_XPOS_VB;
}

static void put_name(uint32_t first, uint32_t end, PlNameType type)
{
    for (uint32_t tok = first; tok < end; tok++)
        syntax.name_tag[tok] =
            (uint8_t)((tok == first ? PL_NAME_TAG_B : PL_NAME_TAG_I) + (int)type);
}

static void assert_name(uint32_t first, uint32_t end, PlNameType type)
{
    for (uint32_t tok = first; tok < end; tok++)
        assert_int_equal(syntax.name_tag[tok],
                         (tok == first ? PL_NAME_TAG_B : PL_NAME_TAG_I) + (int)type);
    if (end < tokens.n_tokens) assert_true(syntax.name_tag[end] < PL_NAME_TAG_I);
}

static void a_name_found_twice_is_found_everywhere(void **state)
{
    (void)state;
    read_text("Holt left Brask\nHarbour Board met Holt\nHolt told Harbour Board\n"
              "why Harbour Board and Holt wait");
    put_name(0, 1, PL_NAME_PER);
    put_name(3, 5, PL_NAME_ORG);
    put_name(6, 7, PL_NAME_PER);
    put_name(9, 11, PL_NAME_ORG);
    pl_name_echoes_mark(&arena, &tokens, &syntax);
    assert_name(7, 8, PL_NAME_PER);
    assert_name(12, 14, PL_NAME_ORG);
    assert_name(15, 16, PL_NAME_PER);
    assert_int_equal(syntax.name_tag[2], PL_NAME_TAG_O);
    assert_int_equal(syntax.name_tag[11], PL_NAME_TAG_O);
}

static void a_name_found_once_is_no_evidence(void **state)
{
    (void)state;
    read_text("Holt left\nwe saw Holt");
    put_name(0, 1, PL_NAME_PER);
    pl_name_echoes_mark(&arena, &tokens, &syntax);
    assert_int_equal(syntax.name_tag[4], PL_NAME_TAG_O);
}

static void other_words_spelt_alike_are_no_names(void **state)
{
    (void)state;
    read_text("Will left\nthen Will spoke\nWill they go ?");
    put_name(0, 1, PL_NAME_PER);
    put_name(3, 4, PL_NAME_PER);
    syntax.xpos[5] = PL_XPOS_MD;
    pl_name_echoes_mark(&arena, &tokens, &syntax);
    assert_int_equal(syntax.name_tag[5], PL_NAME_TAG_O);
}

static void the_longest_name_and_its_most_frequent_type_win(void **state)
{
    (void)state;
    read_text("Brask ; Brask ; Brask ; Port Brask ; Port Brask\nPort Brask\nto Brask");
    put_name(0, 1, PL_NAME_ORG);
    put_name(2, 3, PL_NAME_LOC);
    put_name(4, 5, PL_NAME_LOC);
    put_name(6, 8, PL_NAME_LOC);
    put_name(9, 11, PL_NAME_LOC);
    pl_name_echoes_mark(&arena, &tokens, &syntax);
    assert_name(11, 13, PL_NAME_LOC);
    assert_name(14, 15, PL_NAME_LOC);
}

static void no_name_goes_past_its_sentence(void **state)
{
    (void)state;
    read_text("Port Brask ; Port Brask\nto Port\nBrask");
    put_name(0, 2, PL_NAME_LOC);
    put_name(3, 5, PL_NAME_LOC);
    pl_name_echoes_mark(&arena, &tokens, &syntax);
    assert_int_equal(syntax.name_tag[6], PL_NAME_TAG_O);
    assert_int_equal(syntax.name_tag[7], PL_NAME_TAG_O);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_name_found_twice_is_found_everywhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_name_found_once_is_no_evidence, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_words_spelt_alike_are_no_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_name_and_its_most_frequent_type_win, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(no_name_goes_past_its_sentence, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
