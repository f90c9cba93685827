/* The name tagger over tables made by hand, and that of the built-in model. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "spaced_tokens.h"
#include "syntax/model.h"
#include "syntax/name_tagger.h"

enum { N_LINES = 64 };

static PlArena arena;
static const PlSyntaxModel *model;
static PlNameRow rows[N_LINES * PL_NAMES_LINE];
static int16_t follow[PL_NAMES_N_LABELS * PL_NAMES_N_LABELS];
static PlNamesTable table;

static int set_up(void **state)
{
    (void)state;
    static const PlValueSlot no_classes[2];
    pl_arena_init(&arena, 0);
    model = pl_syntax_model_load(&arena);
    memset(rows, 0, sizeof rows);
    memset(follow, 0, sizeof follow);
    table = (PlNamesTable){rows, N_LINES - 1, follow, {no_classes, 1}};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

/* Gives the feature of a token's own word, the third of all, a weight for a label. */
static void teach(const PlTokens *tokens, const PlSyntax *syntax, uint32_t tok, int label)
{
    PlNameWord words[64];
    uint64_t features[PL_NAMES_MOST_FEATURES];
    pl_names_read_words(&table, tokens, syntax, 0, tokens->n_tokens, words);
    uint32_t n = pl_names_features(words, tokens->n_tokens, tok, features);
    assert_in_range(n, 40, PL_NAMES_MOST_FEATURES);
    PlNameRow *row = rows + (size_t)((uint32_t)features[2] & table.mask) * PL_NAMES_LINE;
    while (row->tag)
        row++;
    row->tag = pl_names_row_tag(features[2]);
    row->weight[label] = 100;
}

static void tag(const PlTokens *tokens, PlSyntax *syntax)
{
    PlNameTagger tagger;
    pl_names_alloc(&arena, &tagger, &table, tokens->n_tokens);
    pl_names_run(&tagger, tokens, 0, tokens->n_tokens, syntax);
}

static void what_a_table_says_comes_out(void **state)
{
    (void)state;
    PlTokens tokens = spaced_tokens(&arena, "They met Ms Adeyemi Holt near Veldhaven yesterday");
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    tag(&tokens, &syntax);
    for (uint32_t tok = 0; tok < tokens.n_tokens; tok++)
        assert_int_equal(syntax.name_tag[tok], PL_NAME_TAG_O);
    teach(&tokens, &syntax, 3, pl_name_label(PL_NAME_PER, PL_NAME_BEGIN));
    teach(&tokens, &syntax, 4, pl_name_label(PL_NAME_PER, PL_NAME_LAST));
    teach(&tokens, &syntax, 6, pl_name_label(PL_NAME_LOC, PL_NAME_UNIT));
    tag(&tokens, &syntax);
    assert_int_equal(syntax.name_tag[2], PL_NAME_TAG_O);
    assert_int_equal(syntax.name_tag[3], PL_NAME_TAG_B + PL_NAME_PER);
    assert_int_equal(syntax.name_tag[4], PL_NAME_TAG_I + PL_NAME_PER);
    assert_int_equal(syntax.name_tag[6], PL_NAME_TAG_B + PL_NAME_LOC);
}

static void a_run_never_ends_inside_a_name(void **state)
{
    (void)state;
    PlTokens tokens = spaced_tokens(&arena, "Veldhaven");
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    teach(&tokens, &syntax, 0, pl_name_label(PL_NAME_LOC, PL_NAME_BEGIN));
    tag(&tokens, &syntax);
    assert_int_equal(syntax.name_tag[0], PL_NAME_TAG_O);
}

static void labels_follow_one_another_in_one_type(void **state)
{
    (void)state;
    for (int from = 0; from < PL_NAMES_N_LABELS; from++) {
        int n_followers = 0;
        for (int to = 0; to < PL_NAMES_N_LABELS; to++)
            n_followers += pl_names_may_follow(from, to);
        /* Within a name: inside or last of its type. Else: O, or a name of any type begins. */
        assert_int_equal(n_followers, pl_names_may_end(from) ? 7 : 2);
    }
    assert_true(pl_names_may_follow(pl_name_label(PL_NAME_ORG, PL_NAME_BEGIN),
                                    pl_name_label(PL_NAME_ORG, PL_NAME_LAST)));
    assert_false(pl_names_may_follow(pl_name_label(PL_NAME_ORG, PL_NAME_BEGIN),
                                     pl_name_label(PL_NAME_PER, PL_NAME_LAST)));
    assert_false(pl_names_may_begin(pl_name_label(PL_NAME_LOC, PL_NAME_INSIDE)));
}

/* B or I goes before I, in one type. */
static void assert_well_formed(const PlTokens *tokens, const PlSyntax *syntax)
{
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++) {
        int tag = syntax->name_tag[tok];
        assert_in_range(tag, 0, PL_N_NAME_TAGS - 1);
        if (tag < PL_NAME_TAG_I) continue;
        assert_true(tok > 0 && tokens->sent[tok] == tokens->sent[tok - 1]);
        int before = syntax->name_tag[tok - 1];
        assert_true(before == tag || before == tag - PL_NAME_TAG_I + PL_NAME_TAG_B);
    }
}

static uint8_t style_of(const char *text)
{
    PlTokens tokens = spaced_tokens(&arena, text);
    PlSyntax syntax;
    PlNameWord words[64];
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    pl_names_read_words(&table, &tokens, &syntax, 0, tokens.n_tokens, words);
    for (uint32_t tok = 1; tok < tokens.n_tokens; tok++)
        assert_int_equal(words[tok].style, words[0].style);
    return words[0].style;
}

static void a_sentence_has_a_style_of_capitals(void **state)
{
    (void)state;
    uint8_t plain = style_of("Dredging began near Veldhaven on Monday , Adeyemi said");
    uint8_t title = style_of("Dredging Began Near Veldhaven");
    uint8_t upper = style_of("DREDGING BEGAN NEAR VELDHAVEN");
    uint8_t small = style_of("dredging began near veldhaven");
    assert_int_equal(plain, style_of("Who met Ms Holt ?"));
    assert_int_equal(plain, style_of("42 , 17"));
    assert_int_equal(small, style_of("Someone called from a boat"));
    assert_int_not_equal(plain, title);
    assert_int_not_equal(plain, upper);
    assert_int_not_equal(plain, small);
    assert_int_not_equal(title, upper);
}

static void names_are_well_formed_on_any_input(void **state)
{
    (void)state;
    static const char *const pieces[] = {"Port ", "of ",     "WORKERS ", "& ",      "Ωμέγα ",
                                         "ヶ月 ", "McAlly ", "\" ",      "X.Y.Z. ", "and\n"};
    enum { N = 5000, N_PIECES = sizeof pieces / sizeof *pieces };
    char *text = calloc(N, 16);
    uint32_t random = 7;
    size_t len = 0;
    for (size_t i = 0; i < N; i++) {
        random = random * 1664525u + 1013904223u;
        /* The first half is one sentence. */
        const char *piece = pieces[(random >> 24) % (i < N / 2 ? N_PIECES - 1 : N_PIECES)];
        memcpy(text + len, piece, strlen(piece));
        len += strlen(piece);
    }
    PlTokens tokens = spaced_tokens(&arena, text);
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    assert_well_formed(&tokens, &syntax);
    free(text);
}

static void the_built_in_model_knows_plain_names(void **state)
{
    (void)state;
    PlTokens tokens = spaced_tokens(
        &arena, "Helen Marsh , a spokeswoman for the Ministry of Transport , arrived in Lisbon .");
    PlSyntax syntax;
    pl_syntax_analyse(&arena, model, &tokens, &syntax);
    assert_int_equal(syntax.name_tag[0], PL_NAME_TAG_B + PL_NAME_PER);
    assert_int_equal(syntax.name_tag[1], PL_NAME_TAG_I + PL_NAME_PER);
    assert_int_equal(syntax.name_tag[7], PL_NAME_TAG_B + PL_NAME_ORG);
    assert_int_equal(syntax.name_tag[9], PL_NAME_TAG_I + PL_NAME_ORG);
    assert_int_equal(syntax.name_tag[13], PL_NAME_TAG_B + PL_NAME_LOC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_a_table_says_comes_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_run_never_ends_inside_a_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(labels_follow_one_another_in_one_type, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sentence_has_a_style_of_capitals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_well_formed_on_any_input, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_built_in_model_knows_plain_names, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
