#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "spaced_tokens.h"
#include "syntax/model.h"

static PlArena arena;
static const PlSyntaxModel *model;

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    model = pl_syntax_model_load(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

/* Invariants 1 and 2 of syntax.h. */
static void assert_trees(const PlTokens *tokens, const PlSyntax *syntax)
{
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        uint32_t first = tokens->sent_first_tok[sent];
        uint32_t end = tokens->sent_first_tok[sent + 1];
        uint32_t n_roots = 0;
        for (uint32_t tok = first; tok < end; tok++) {
            int32_t head = syntax->head_tok[tok];
            n_roots += head < 0;
            assert_int_equal(head < 0, syntax->deprel[tok] == PL_DEPREL_root);
            assert_true(head < 0 || ((uint32_t)head >= first && (uint32_t)head < end));
            uint32_t n_steps = 0;
            for (int32_t at = (int32_t)tok; at >= 0; at = syntax->head_tok[at])
                assert_true(n_steps++ < end - first);
        }
        assert_int_equal(n_roots, 1);
    }
}

static void every_sentence_is_a_tree(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "The two unions agreed on Friday to end a strike that began in March .",
        ".",
        ", , ,",
        "to",
        "and and and and",
        "was been being is\nof of of of",
        "a\nb\n\nc d",
        "«¿? 123 !! ،، ヶ月",
        "\"We will not sign ,\" said the harbour master , who had flown to Lisbon .",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        PlTokens tokens = spaced_tokens(&arena, texts[i]);
        PlSyntax syntax;
        pl_syntax_analyse(&arena, model, &tokens, &syntax);
        assert_trees(&tokens, &syntax);
    }
}

/* A list that nobody punctuated: analysed in pieces, one tree all the same. */
static void the_longest_sentences_are_trees(void **state)
{
    (void)state;
    static const size_t n_words[] = {399, 400, 401, 5000};
    for (size_t i = 0; i < sizeof n_words / sizeof *n_words; i++) {
        char *text = calloc(n_words[i], 8);
        for (size_t w = 0; w < n_words[i]; w++)
            memcpy(text + w * 7, w % 3 ? "grain  " : "signed ", 7);
        PlTokens tokens = spaced_tokens(&arena, text);
        PlSyntax syntax;
        assert_int_equal(tokens.n_tokens, n_words[i]);
        pl_syntax_analyse(&arena, model, &tokens, &syntax);
        assert_trees(&tokens, &syntax);
        free(text);
    }
}

static void the_longest_word_is_a_word(void **state)
{
    (void)state;
    enum { LEN = 1 << 20 };
    char *text = calloc(LEN + 1, 1);
    memset(text, 'x', LEN);
    PlTokens tokens = spaced_tokens(&arena, text);
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    assert_trees(&tokens, &syntax);
    assert_true(syntax.lemma[0].len > 0);
    free(text);
}

static void lemmas_are_bases(void **state)
{
    (void)state;
    PlTokens tokens = spaced_tokens(&arena, "The ministers wiped the tables and went home .");
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    static const char *const lemmas[] = {"the", "minister", "wipe", "the", "table",
                                         "and", "go",       "home", "."};
    for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
        assert_true(pl_slice_is(syntax.lemma[i], lemmas[i]));
    assert_true(pl_slice_is(pl_syntax_feats(model, syntax.feats[1]), "Number=Plur"));
}

static void names_are_tagged(void **state)
{
    (void)state;
    PlTokens tokens = spaced_tokens(&arena, "Maria Oliveira met the president in Lisbon .");
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    assert_int_equal(syntax.name_tag[0], PL_NAME_TAG_B + PL_NAME_PER);
    assert_int_equal(syntax.name_tag[1], PL_NAME_TAG_I + PL_NAME_PER);
    assert_int_equal(syntax.name_tag[2], PL_NAME_TAG_O);
    assert_int_equal(syntax.name_tag[6], PL_NAME_TAG_B + PL_NAME_LOC);
}

/* Whatever the CPU: a sentence of each length up to past a tile of every kernel, known words and
 * words that no list has. */
static void every_kernel_gives_the_same_analysis(void **state)
{
    (void)state;
    static const char text[] =
        "Both envoys left\nThe Aldovan envoy rejected it on Monday\n"
        "Zorvian shipwrights , who struck for 17 days , said that they would not unload the "
        "krellite unless the Harbour Board paid what it had promised in \u201cwriting\u201d .\n"
        "If the quotas fall , fishermen of Brask and Ostermark will go back to sea , the minister "
        "'s "
        "spokeswoman told a dozen reporters outside the hall where talks over herring , cod and "
        "the "
        "two disputed lighthouses had gone on , she said wearily , for longer than the war";
    PlTokens tokens = spaced_tokens(&arena, text);
    PlSyntax expected;
    pl_syntax_analyse(&arena, model, &tokens, &expected);
    for (uint32_t k = 0; pl_nn_kernels(k); k++) {
        PlSyntaxModel other = *model;
        PlSyntax got;
        other.kernels = pl_nn_kernels(k);
        pl_syntax_analyse(&arena, &other, &tokens, &got);
        assert_memory_equal(got.xpos, expected.xpos, tokens.n_tokens);
        assert_memory_equal(got.upos, expected.upos, tokens.n_tokens);
        assert_memory_equal(got.head_tok, expected.head_tok,
                            tokens.n_tokens * sizeof *got.head_tok);
        assert_memory_equal(got.deprel, expected.deprel, tokens.n_tokens);
        assert_memory_equal(got.name_tag, expected.name_tag, tokens.n_tokens);
    }
}

static void no_tokens_are_no_trouble(void **state)
{
    (void)state;
    PlTokens tokens = spaced_tokens(&arena, "");
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    assert_int_equal(tokens.n_tokens, 0);
}

static void a_plain_sentence_is_understood(void **state)
{
    (void)state;
    PlTokens tokens = spaced_tokens(&arena, "The dockers rejected the offer .");
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    assert_int_equal(syntax.upos[1], PL_UPOS_NOUN);
    assert_int_equal(syntax.upos[2], PL_UPOS_VERB);
    assert_true(pl_slice_is(syntax.lemma[2], "reject"));
    assert_int_equal(syntax.head_tok[2], -1);
    assert_int_equal(syntax.head_tok[1], 2);
    assert_int_equal(syntax.deprel[1], PL_DEPREL_nsubj);
    assert_int_equal(syntax.head_tok[4], 2);
    assert_int_equal(syntax.deprel[4], PL_DEPREL_obj);
}

static void label_names_are_those_of_ud(void **state)
{
    (void)state;
    assert_string_equal(pl_upos_names[PL_UPOS_SCONJ], "SCONJ");
    assert_string_equal(pl_xpos_names[PL_XPOS_PRPS], "PRP$");
    assert_string_equal(pl_deprel_names[PL_DEPREL_acl_relcl], "acl:relcl");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_sentence_is_a_tree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_sentences_are_trees, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_word_is_a_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lemmas_are_bases, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_tagged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_kernel_gives_the_same_analysis, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_tokens_are_no_trouble, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_plain_sentence_is_understood, set_up, tear_down),
        cmocka_unit_test(label_names_are_those_of_ud),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
