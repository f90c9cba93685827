#include "unit/token/cutting.h"

#include <stdlib.h>

static void test_clitics(void **state)
{
    (void)state;
    assert_cut("They don’t and can't", "They|do|n’t|and|ca|n't");
    assert_cut("We'll see what Kyiv's team cannot do", "We|'ll|see|what|Kyiv|'s|team|can|not|do");
    assert_cut("couldn't've gonna O'Neill o'clock", "could|n't|'ve|gon|na|O'Neill|o'clock");
    assert_cut("the growers’ demand, the 1990's, CO2's price",
               "the|growers|’|demand|,|the|1990's|,|CO2|'s|price");
    assert_cut("IT'S NOT", "IT|'S|NOT");
    /* a text that was cut into words before */
    assert_cut("Norway 's envoy , they 're late . 's' is a letter",
               "Norway|'s|envoy|,|they|'re|late|.||'|s|'|is|a|letter");
}

static void test_hyphens_and_dashes(void **state)
{
    (void)state;
    assert_cut("a long-term, 30-day truce", "a|long|-|term|,|30|-|day|truce");
    assert_cut("co-founder e-mails anti-U.S. mid-1990s re-election",
               "co-founder|e-mails|anti-U.S.|mid-1990s|re-election");
    assert_cut("U.S.-led Velda–Olmsby talks—the fifth -- go on",
               "U.S.|-|led|Velda|–|Olmsby|talks|—|the|fifth|--|go|on");
}

static void test_stops(void **state)
{
    (void)state;
    assert_cut("Gen. J. K. Oz of the U.N. met Dr. Lee at 7 p.m. on Jan. 3",
               "Gen.|J.|K.|Oz|of|the|U.N.|met|Dr.|Lee|at|7|p.m.|on|Jan.|3");
    assert_cut("No. 10 said no. Ten did.", "No.|10|said|no|.||Ten|did|.");
    assert_cut("ships, mills etc. in ports etc.", "ships|,|mills|etc.|in|ports|etc|.");
    assert_cut("the sun. A ferry", "the|sun|.||A|ferry");
    assert_cut("J.Marek", "J.|Marek");
}

static void test_numbers(void **state)
{
    (void)state;
    assert_cut("1,200.50 at 7:30 on 9/11, the 2nd", "1,200.50|at|7:30|on|9/11|,|the|2nd");
    assert_cut("$5bn or €3.5m, 20% of 5km by 7pm", "$|5|bn|or|€|3.5|m|,|20|%|of|5|km|by|7|pm");
    assert_cut("10-12 of 555-0199 in 1-800-555-0199", "10|-|12|of|555-0199|in|1-800-555-0199");
    assert_cut("the '90s and ’72 and 4G", "the|'90s|and|’72|and|4G");
}

static void test_addresses(void **state)
{
    (void)state;
    assert_cut("See https://courier.example/a?b=1&c. Or www.velda.example, too.",
               "See|https://courier.example/a?b=1&c|.||Or|www.velda.example|,|too|.");
    assert_cut("Mail a.marek@velda.example (now).", "Mail|a.marek@velda.example|(|now|)|.");
    assert_cut("@veldacourier wrote #harbour on courier.com",
               "@veldacourier|wrote|#harbour|on|courier.com");
    assert_cut("the end.Then", "the|end|.||Then");
}

static void test_marks(void **state)
{
    (void)state;
    assert_cut("What?! Well... yes", "What|?!||Well|...|yes");
    assert_cut("and/or w/o R&D", "and|/|or|w/o|R&D");
    assert_cut("“Yes” (no) [...] go", "“|Yes|”|(|no|)|[...]|go");
    assert_cut("naïve Šefčovič 東京", "naïve|Šefčovič|東京");
}

static void test_columns(void **state)
{
    (void)state;
    PlTokens tokens = cut("NATO’s Ana  said 20,\nDon’t");
    assert_int_equal(tokens.n_tokens, 8);
    assert_int_equal(tokens.n_sents, 2);
    assert_int_equal(tokens.flags[0],
                     PL_TOK_SPACE_BEFORE | PL_TOK_CAPITAL | PL_TOK_ALL_CAPS | PL_TOK_SENT_START);
    assert_int_equal(tokens.flags[1], 0);
    assert_int_equal(tokens.flags[2], PL_TOK_SPACE_BEFORE | PL_TOK_CAPITAL);
    assert_int_equal(tokens.flags[4], PL_TOK_SPACE_BEFORE | PL_TOK_DIGIT);
    assert_int_equal(tokens.flags[5], PL_TOK_PUNCT);
    assert_true(pl_token_is(&tokens, 0, "nato"));
    assert_true(pl_token_is(&tokens, 1, "'s"));
    assert_true(pl_token_is(&tokens, 7, "n't"));
    assert_int_equal(tokens.sent[7], 1);
    assert_int_equal(tokens.sent_block[1], 1);
    assert_int_equal(pl_tokens_at(&tokens, 1), 1);
    assert_int_equal(pl_tokens_at(&tokens, 999), 8);
    PlSpan span = pl_tokens_span(&tokens, 2, 5);
    assert_true(pl_slice_is(pl_slice_of(tokens.text, span), "Ana  said 20"));
    assert_true(pl_span_empty(pl_tokens_span(&tokens, 3, 3)));
}

/* Look-ahead that is not bounded shows here as minutes. */
static void test_adversarial_input_is_linear(void **state)
{
    (void)state;
    static const char *const parts[] = {"a.", ". ",    "\"", "‘",    "((",  "1-",
                                        "1,", "co-",   "x'", "[1] ", "A. ", "http://",
                                        "@",  "etc. ", "!",  "a",    "'s",  "1) "};
    enum { N_BYTES = 1 << 18 };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        size_t len = strlen(parts[i]);
        char *text = malloc(N_BYTES + 1);
        for (size_t k = 0; k < N_BYTES; k++)
            text[k] = parts[i][k % len];
        text[N_BYTES - N_BYTES % len] = '\0';
        PlTokens tokens = cut(text);
        assert_true(tokens.n_tokens > 0);
        free(text);
        pl_arena_clear(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clitics),   cmocka_unit_test(test_hyphens_and_dashes),
        cmocka_unit_test(test_stops),     cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_addresses), cmocka_unit_test(test_marks),
        cmocka_unit_test(test_columns),   cmocka_unit_test(test_adversarial_input_is_linear),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
