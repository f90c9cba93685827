/* Whole reports of several layouts: what is article in them, and of what kind. */
#include "unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "text/article.h"

static PlArena arena;

static PlArticle article_of(const char *text)
{
    PlArticle article;
    pl_article_find(&arena, pl_slice(text), NULL, &article);
    return article;
}

/* One letter a block: T title, X crosshead, P paragraph, F front matter, L label, B byline,
 * W widget, R promotion, C copyright. */
static void assert_kinds(const PlArticle *article, const char *expected)
{
    char kinds[64] = "";
    assert_true(article->blocks.n < sizeof kinds);
    for (uint32_t i = 0; i < article->blocks.n; i++)
        kinds[i] = "TXPFLBWRC"[article->blocks.items[i].kind];
    assert_string_equal(kinds, expected);
}

static void assert_slice(PlSlice slice, const char *expected)
{
    if (!pl_slice_is(slice, expected)) fail_msg("'%.*s' is not '%s'", PL_PRI(slice), expected);
}

static void test_lines_are_paragraphs_and_headings(void **state)
{
    (void)state;
    PlArticle article = article_of("Business\n"
                                   "Ferry Crews Suspend Strike as Mediator Steps In\n"
                                   "By Ana Marek and Tom Olde\n"
                                   "Updated 3 hours ago\n"
                                   "The crews of Port Velda went back to work on Monday.\n"
                                   "‘A first step’\n"
                                   "Their union called the pause a first step.\n"
                                   "What Happens Next?\n"
                                   "The two sides meet again on Thursday.\n"
                                   "Related Articles\n"
                                   "Pilots reject a second offer\n"
                                   "Follow us on Facebook and Twitter\n"
                                   "© 2031 Velda Courier. All rights reserved.");
    assert_kinds(&article, "LTBBPXPXPWRRC");
    assert_slice(article.metadata.title, "Ferry Crews Suspend Strike as Mediator Steps In");
    assert_slice(article.language, "en");
}

static void test_first_line_may_be_a_paragraph(void **state)
{
    (void)state;
    PlArticle article =
        article_of("The dockers of Port Velda accepted the offer late on Friday. It "
                   "ends a strike of six weeks.\nShips are moving again.\n");
    assert_kinds(&article, "PP");
    assert_slice(article.metadata.title,
                 "The dockers of Port Velda accepted the offer late on Friday.");
}

static void test_front_matter_gives_metadata(void **state)
{
    (void)state;
    PlArticle article = article_of("source: Velda Courier\n"
                                   "date: May 3, 2031\n"
                                   "title: Ferry Crews Suspend Strike\n"
                                   "url: https://courier.example/ferries\n"
                                   "\n"
                                   "Ferry crews suspend strike\n"
                                   "\n"
                                   "PORT VELDA, May 3 (Reuters) - The crews went back to work.\n");
    assert_kinds(&article, "FTP");
    assert_slice(article.metadata.source, "Velda Courier");
    assert_slice(article.metadata.published, "2031-05-03");
    assert_slice(article.metadata.url, "https://courier.example/ferries");
    assert_slice(article.dateline_place, "PORT VELDA");
    assert_slice(pl_slice_of(article.text, article.dateline), "PORT VELDA, May 3 (Reuters) -");
}

static void test_given_metadata_wins(void **state)
{
    (void)state;
    PlMetadata given = {.title = PL_SLICE("A given title"), .published = PL_SLICE("2031-01-01")};
    PlArticle article;
    PlSlice bytes = PL_SLICE("title: Another\ndate: 2030-12-31\nsource: Velda Courier\n\nText.\n");
    pl_article_find(&arena, bytes, &given, &article);
    assert_slice(article.metadata.title, "A given title");
    assert_slice(article.metadata.published, "2031-01-01");
    assert_slice(article.metadata.source, "Velda Courier");
}

static void test_wrapped_lines_are_one_paragraph(void **state)
{
    (void)state;
    PlArticle article =
        article_of("Growers and Mills End Their Price Dispute\n"
                   "\n"
                   "Cane growers and the three mills of the lower valley have ended a\n"
                   "dispute over prices that kept the harvest in the fields for eleven\n"
                   "days, both sides said on Tuesday after a night of talks.\n"
                   "\n"
                   "The growers had asked for a tenth more a tonne. The mills offered half\n"
                   "of that at first, and the rest if the price of sugar rises before the\n"
                   "end of the year.\n");
    assert_kinds(&article, "TPP");
    assert_true(pl_slice_ends(pl_slice_of(article.text, article.blocks.items[1].span),
                              "after a night of talks."));
}

static void test_short_paragraphs_are_not_joined(void **state)
{
    (void)state;
    PlArticle article = article_of("The mills offered half of the sum that the growers wanted.\n"
                                   "The growers turned the offer down within the hour, again.\n"
                                   "A judge will hear both of the sides on Monday in Olmsby.\n"
                                   "Nobody in the valley expects a ruling before Wednesday.\n");
    assert_kinds(&article, "PPPP");
}

static void test_last_sentence_may_be_a_credit(void **state)
{
    (void)state;
    PlArticle article =
        article_of("The talks broke off.\n"
                   "The envoy flew home on Sunday, her office said. (Reporting by Ana Marek; "
                   "Editing by Tom Olde)\n");
    assert_kinds(&article, "PPB");
    assert_slice(pl_slice_of(article.text, article.blocks.items[1].span),
                 "The envoy flew home on Sunday, her office said.");
}

static void test_invalid_bytes_are_counted(void **state)
{
    (void)state;
    PlArticle article = article_of("The caf\xe9 talks ended.");
    assert_int_equal(article.n_replaced, 1);
    assert_slice(article.text, "The caf\xef\xbf\xbd talks ended.");
}

static void test_empty_reports(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n", " \r\n\t \n", "\xef\xbb\xbf"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        PlArticle article = article_of(texts[i]);
        assert_int_equal(article.blocks.n, 0);
        assert_int_equal(article.metadata.title.len, 0);
    }
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_paragraphs_and_headings),
        cmocka_unit_test(test_first_line_may_be_a_paragraph),
        cmocka_unit_test(test_front_matter_gives_metadata),
        cmocka_unit_test(test_given_metadata_wins),
        cmocka_unit_test(test_wrapped_lines_are_one_paragraph),
        cmocka_unit_test(test_short_paragraphs_are_not_joined),
        cmocka_unit_test(test_last_sentence_may_be_a_credit),
        cmocka_unit_test(test_invalid_bytes_are_counted),
        cmocka_unit_test(test_empty_reports),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
