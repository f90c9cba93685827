#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "spaced_tokens.h"
#include "syntax/lexicon.h"

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

static const PlLexicon *lexicon_of(const char *text)
{
    uint32_t n_bad;
    PlTable table = pl_table_parse(&arena, pl_slice(text), &n_bad);
    assert_int_equal(n_bad, 0);
    return pl_lexicon_make(&arena, table);
}

/* Matches at `tok` of `text` with `lemmas` (same words, or NULL). */
static PlLexiconHit match(const PlLexicon *lexicon, const char *text, const char *lemmas,
                          uint32_t tok)
{
    PlTokens tokens = spaced_tokens(&arena, text);
    if (!lemmas) return pl_lexicon_match(lexicon, &tokens, NULL, tok);
    PlTokens lemma_tokens = spaced_tokens(&arena, lemmas);
    PlSyntax syntax = {.lemma = lemma_tokens.form};
    return pl_lexicon_match(lexicon, &tokens, &syntax, tok);
}

static void longest_phrase_wins(void **state)
{
    (void)state;
    const PlLexicon *lexicon = lexicon_of("phrase\tkind\nprime\ta\nprime minister\tb\n");
    PlLexiconHit hit = match(lexicon, "the Prime Minister left", NULL, 1);
    assert_int_equal(hit.row, 1);
    assert_int_equal(hit.n_toks, 2);
    hit = match(lexicon, "a prime number", NULL, 1);
    assert_int_equal(hit.row, 0);
    assert_int_equal(hit.n_toks, 1);
    assert_int_equal(match(lexicon, "the minister left", NULL, 1).row, -1);
    assert_true(pl_slice_is(pl_lexicon_cell(lexicon, 1, 1), "b"));
    assert_int_equal(pl_lexicon_cell(lexicon, -1, 1).len, 0);
}

static void words_match_by_form_or_lemma(void **state)
{
    (void)state;
    const PlLexicon *lexicon = lexicon_of("phrase\nhold talks\nheld hostage\n");
    PlLexiconHit hit = match(lexicon, "they held talks", "they hold talk", 1);
    assert_int_equal(hit.row, 0);
    assert_int_equal(hit.n_toks, 2);
    assert_int_equal(match(lexicon, "they held hostage", "they hold hostage", 1).row, 1);
    assert_int_equal(match(lexicon, "two Ministers", "two Minister", 1).row, -1);
    lexicon = lexicon_of("phrase\nminister\n");
    assert_int_equal(match(lexicon, "two Ministers", "two Minister", 1).row, 0);
}

static void earlier_row_wins_between_equals(void **state)
{
    (void)state;
    const PlLexicon *lexicon = lexicon_of("phrase\nleave\nleft\nleave\n");
    assert_int_equal(match(lexicon, "he left", "he leave", 1).row, 0);
    assert_int_equal(pl_lexicon_find(lexicon, PL_SLICE("leave")), 0);
    assert_int_equal(pl_lexicon_find(lexicon, PL_SLICE("left")), 1);
    assert_int_equal(pl_lexicon_find(lexicon, PL_SLICE("lef")), -1);
}

static void spellings_are_one_row(void **state)
{
    (void)state;
    const PlLexicon *lexicon = lexicon_of("phrase\nx\ncease-fire|ceasefire|cease fire\n");
    assert_int_equal(match(lexicon, "a ceasefire", NULL, 1).row, 1);
    assert_int_equal(match(lexicon, "a cease fire", NULL, 1).n_toks, 2);
    assert_int_equal(match(lexicon, "a cease - fire", NULL, 1).n_toks, 3);
    assert_int_equal(match(lexicon, "a Cease-Fire", NULL, 1).n_toks, 1);
}

static void clitics_match_cut(void **state)
{
    (void)state;
    const PlLexicon *lexicon = lexicon_of("phrase\npeople's party\ncannot accept\n");
    assert_int_equal(match(lexicon, "the People 's Party", NULL, 1).n_toks, 3);
    assert_int_equal(match(lexicon, "we can not accept", NULL, 1).n_toks, 3);
}

static void phrases_end_with_their_sentence(void **state)
{
    (void)state;
    const PlLexicon *lexicon = lexicon_of("phrase\npeace talks\n");
    assert_int_equal(match(lexicon, "they want peace\ntalks failed", NULL, 2).row, -1);
}

static void an_empty_table_matches_nothing(void **state)
{
    (void)state;
    const PlLexicon *lexicon = lexicon_of("phrase\n");
    assert_int_equal(match(lexicon, "anything", NULL, 0).row, -1);
    assert_int_equal(pl_lexicon_find(lexicon, PL_SLICE("anything")), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(longest_phrase_wins, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_match_by_form_or_lemma, set_up, tear_down),
        cmocka_unit_test_setup_teardown(earlier_row_wins_between_equals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(spellings_are_one_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(clitics_match_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(phrases_end_with_their_sentence, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_table_matches_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
