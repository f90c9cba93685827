#include "unit/token/cutting.h"

/* Each sentence of `text` ends where `expected` has a bar. */
static void assert_sentences(const char *expected)
{
    char text[2048];
    size_t n = 0;
    for (const char *at = expected; *at; at++)
        if (*at != '|') text[n++] = *at;
    text[n] = '\0';
    PlTokens tokens = cut(text);
    char got[2048];
    size_t got_len = 0;
    for (size_t i = 0; i < n; i++) {
        for (uint32_t sent = 1; sent < tokens.n_sents; sent++)
            if (tokens.sent_span[sent].start_byte == i) got[got_len++] = '|';
        got[got_len++] = text[i];
    }
    got[got_len] = '\0';
    assert_string_equal(got, expected);
}

static void test_abbreviations(void **state)
{
    (void)state;
    assert_sentences("The mills met Mr. Oz and Gen. Lee. |They left.");
    assert_sentences("She flew to the U.S. |The talks go on.");
    assert_sentences("The U.S. President met Sen. Oz in Jan. and left.");
    assert_sentences("She said the U.S. “will sign” it. |He wrote from the U.S. |“We will sign.”");
    assert_sentences("It is owned by Velda Lines Inc. |It has nine ships.");
    assert_sentences("It begins at 7 p.m. Monday. |They meet at 9 a.m. |He will wait.");
    assert_sentences("J. K. Marek signed plan B. |The mills did not.");
}

static void test_quotations(void **state)
{
    (void)state;
    assert_sentences("“Stop!” he said. |“We will not. |We never will,” she replied.");
    assert_sentences("\"Why now?\" Ms. Marek of the dockers' union asked. |Nobody knew.");
    assert_sentences("“Is it over?” |The room fell silent.");
    assert_sentences("He called it “a farce.” |She left.");
    assert_sentences("(They met twice.) |The mills (see p. 4 here. It is long.) gave in.");
}

static void test_ellipses_and_lower_case(void **state)
{
    (void)state;
    assert_sentences("We waited ... and then they came. |They left.");
    assert_sentences("They talked . . . for hours. |...And then they left.");
    assert_sentences("we met at noon. |they left at one. |The end.");
    assert_sentences("She works for Yippee! in Olmsby.");
    assert_sentences(
        "The strike fund -- who would have thought it? -- was empty. |They went back.");
    assert_sentences("Then – at last! – the ferry came. |Is it ours? |— The crew said nothing.");
    assert_sentences("They won. [4] |The mills lost.[5] |It was over.");
}

static void test_lists(void **state)
{
    (void)state;
    assert_sentences("1. Open the gates |2. Pay the crews |3. End the strike");
    assert_sentences("1) Open the gates. |2) Pay the crews.");
    assert_sentences("a. open the gates |b. pay the crews");
    assert_sentences("• Open the gates |• Pay the crews");
    assert_sentences("In 2031 they met 2) times.");
}

static void test_blocks_end_sentences(void **state)
{
    (void)state;
    PlTokens tokens = cut("Crews End Strike\nThe crews went back, and\nso did we");
    assert_int_equal(tokens.n_sents, 3);
    for (uint32_t sent = 0; sent < 3; sent++)
        assert_int_equal(tokens.sent_block[sent], sent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_abbreviations),           cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_ellipses_and_lower_case), cmocka_unit_test(test_lists),
        cmocka_unit_test(test_blocks_end_sentences),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
