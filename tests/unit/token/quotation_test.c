#include "unit/token/cutting.h"

/* `expected` has < behind each opening mark of `text` and > behind each closing one. */
static void assert_marks(const char *text, const char *expected)
{
    PlTokens tokens = cut(text);
    char got[2048];
    size_t n = 0;
    uint32_t tok = 0;
    for (uint32_t i = 0; i < tokens.text.len; i++) {
        got[n++] = text[i];
        if (tok == tokens.n_tokens || tokens.end_byte[tok] != i + 1) continue;
        if (tokens.flags[tok] & PL_TOK_QUOTE_OPEN) got[n++] = '<';
        if (tokens.flags[tok] & PL_TOK_QUOTE_CLOSE) got[n++] = '>';
        tok++;
    }
    got[n] = '\0';
    assert_string_equal(got, expected);
}

static void test_double_marks(void **state)
{
    (void)state;
    assert_marks("\"No,\" she said. \"Never.\"", "\"<No,\"> she said. \"<Never.\">");
    assert_marks("“No,” she said.", "“<No,”> she said.");
    assert_marks("said (\"no\")—\"yes\"", "said (\"<no\">)—\"<yes\">");
    assert_marks("''No,'' she said. ‘‘Never.’’", "''<No,''> she said. ‘‘<Never.’’>");
    assert_marks("«Non», said he", "«<Non»>, said he");
}

static void test_single_marks(void **state)
{
    (void)state;
    assert_marks("‘A first step’", "‘<A first step’>");
    assert_marks("She called it 'a farce', twice.", "She called it '<a farce'>, twice.");
    assert_marks("“He said ‘never’ to me.”", "“<He said ‘<never’> to me.”>");
    assert_marks("\"'Never,' he told me.\"", "\"<'<Never,'> he told me.\">");
}

static void test_apostrophes_are_no_marks(void **state)
{
    (void)state;
    assert_marks("the dockers' union", "the dockers' union");
    assert_marks("the dockers’ union", "the dockers’ union");
    assert_marks("the '90s, Ana's ship, don’t", "the '90s, Ana's ship, don’t");
    assert_marks("‘The dockers’ strike is over’", "‘<The dockers’ strike is over’>");
}

static void test_quotation_runs_over_paragraphs(void **state)
{
    (void)state;
    assert_marks("\"We met.\n\"We left,\" she said.", "\"<We met.\n\"<We left,\"> she said.");
    assert_marks("“We met.\nWe left,” she said.", "“<We met.\nWe left,”> she said.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_double_marks),
        cmocka_unit_test(test_single_marks),
        cmocka_unit_test(test_apostrophes_are_no_marks),
        cmocka_unit_test(test_quotation_runs_over_paragraphs),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
