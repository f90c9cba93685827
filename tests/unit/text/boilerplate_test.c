#include "unit/cmocka_all.h"

#include <string.h>

#include "base/data.h"
#include "text/boilerplate.h"
#include "text/line_words.h"

static PlArena arena;
static const PlLinePlace in_the_middle = {20, 20};
static const PlLinePlace at_the_end = {20, 0};

static PlJudgement judge(const char *line, PlLinePlace place)
{
    return pl_boilerplate_judge(pl_boilerplate_shared(), pl_slice(line), place);
}

static void assert_kind(const char *line, PlBlockKind expected)
{
    PlJudgement judgement = judge(line, in_the_middle);
    if (judgement.kind != expected)
        fail_msg("'%s' is %s", line, pl_block_kind_names[judgement.kind]);
}

static void test_furniture_goes(void **state)
{
    (void)state;
    assert_kind("+ posts", PL_BLOCK_WIDGET);
    assert_kind("STORY CONTINUES BELOW", PL_BLOCK_WIDGET);
    assert_kind("* * *", PL_BLOCK_WIDGET);
    assert_kind("Image caption The ferry terminal on Monday", PL_BLOCK_WIDGET);
    assert_kind("ALSO READ: Ferry crews vote on second offer", PL_BLOCK_PROMOTION);
    assert_kind("More:Ferry crews vote on second offer", PL_BLOCK_PROMOTION);
    assert_kind("Follow @veldacourier", PL_BLOCK_PROMOTION);
    assert_kind("Get our best stories delivered to your inbox every morning.", PL_BLOCK_PROMOTION);
    assert_kind("Join our WhatsApp channel for updates. Click here.", PL_BLOCK_PROMOTION);
    assert_kind("Copyright 2031 Velda Courier. All rights reserved.", PL_BLOCK_COPYRIGHT);
    assert_kind("Ana Marek in Olmsby contributed to this report.", PL_BLOCK_BYLINE);
    assert_kind("Published 3 May 2031 10:31 GMT", PL_BLOCK_BYLINE);
    assert_kind("What you need to know", PL_BLOCK_LABEL);
}

static void test_article_stays(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "The envoy urged both sides to sign up for the plan before Friday.",
        "Read the clause again, the judge told the mills' lawyers.",
        "Follow the money, the auditor said, and the talks will follow.",
        "The union's newsletter had told members to reject the offer, she said.",
        "Messages went out on WhatsApp, Telegram and Facebook within minutes of the deal.",
        "Share prices fell after the ministers left the room without a word.",
        "The copyright dispute was the last item that negotiators settled.",
        "By Monday the growers had changed their minds.",
        "“Follow us to the gate,” the picket captain shouted.",
        "Advertisement income at the ports fell by a third, according to the report.",
        "More than forty ships wait outside the harbour.",
        "She said subscribers to the fund would be paid first.",
        "Video from the site shows the gates closed.",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        assert_kind(lines[i], PL_BLOCK_PARAGRAPH);
}

static void test_place_matters(void **state)
{
    (void)state;
    PlLinePlace first = {0, 30};
    assert_int_equal(judge("World | Politics", first).kind, PL_BLOCK_LABEL);
    assert_int_equal(judge("Politics", in_the_middle).kind, PL_BLOCK_PARAGRAPH);
    assert_int_equal(judge("By Ana Marek, Velda Courier", first).kind, PL_BLOCK_BYLINE);
    assert_int_equal(judge("By Thursday Night", first).kind, PL_BLOCK_PARAGRAPH);
    assert_int_equal(judge("May 3, 2031", (PlLinePlace){1, 30}).kind, PL_BLOCK_BYLINE);
    assert_int_equal(judge("May 3, 2031", in_the_middle).kind, PL_BLOCK_PARAGRAPH);
    assert_true(judge("Related stories", at_the_end).begins_list);
}

static void test_tail_is_cut_at_the_sentence(void **state)
{
    (void)state;
    const char *line = "The mills will answer on Friday. Sign up for our daily newsletter.";
    PlJudgement judgement = judge(line, at_the_end);
    assert_int_equal(judgement.kind, PL_BLOCK_PARAGRAPH);
    assert_int_equal(judgement.tail, PL_BLOCK_PROMOTION);
    assert_string_equal(line + judgement.tail_byte, "Sign up for our daily newsletter.");
}

/* Cues are compared by the hashes of their words as they stand in the table. */
static void test_table_is_written_as_lines_are_read(void **state)
{
    (void)state;
    uint32_t n_bad_rows = 0;
    PlTable table = pl_table_parse(&arena, pl_data_file("boilerplate.tsv"), &n_bad_rows);
    assert_int_equal(n_bad_rows, 0);
    uint32_t column = pl_table_column(&table, "words");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice cue = pl_table_cell(&table, row, column);
        PlLineWords words;
        pl_line_words_cut(cue, &words);
        PlSlice rest = cue;
        PlSlice word;
        uint32_t n = 0;
        while (pl_slice_next(&rest, ' ', &word)) {
            if (n >= words.n || words.hash[n] != pl_slice_hash(word))
                fail_msg("boilerplate.tsv: '%.*s' can never match", PL_PRI(cue));
            n++;
        }
        assert_int_equal(n, words.n);
        assert_true(pl_table_cell(&table, row, 3).len > 0);
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
        cmocka_unit_test(test_furniture_goes),
        cmocka_unit_test(test_article_stays),
        cmocka_unit_test(test_place_matters),
        cmocka_unit_test(test_tail_is_cut_at_the_sentence),
        cmocka_unit_test(test_table_is_written_as_lines_are_read),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
