/* What numbers and times are said of. */
#include "unit/cmocka_all.h"

#include "claim/measures.h"
#include "mention/mention_model.h"

typedef struct Desk {
    PlArena arena;
    const PlSyntaxModel *syntax_model;
    const PlMentionModel *mention_model;
    const PlThings *things;
    PlSlice text;
    PlMeasures measures;
} Desk;

static Desk desk;

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&desk.arena, 0);
    desk.syntax_model = pl_syntax_model_load(&desk.arena);
    desk.mention_model = pl_mention_model_load(&desk.arena);
    desk.things = pl_things_load(&desk.arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&desk.arena);
    return 0;
}

static void read(const char *text)
{
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlMetadata metadata = {.published = PL_SLICE("2019-05-03")};
    pl_article_find(&desk.arena, pl_slice(text), &metadata, &article);
    pl_tokens_find(&desk.arena, &article, &tokens);
    pl_syntax_analyse(&desk.arena, desk.syntax_model, &tokens, &syntax);
    pl_mentions_find(&desk.arena, desk.mention_model, &article, &tokens, &syntax, &mentions);
    pl_measures_find(&desk.arena, desk.things, &tokens, &syntax, &mentions, &desk.measures);
    desk.text = article.text;
}

/* The one measure of `text`: its thing, attribute and words. */
static void check(const char *text, const char *thing, const char *attribute, const char *words)
{
    read(text);
    if (desk.measures.n != 1) fail_msg("%u measures: %s", desk.measures.n, text);
    const PlMeasure *measure = &desk.measures.items[0];
    if (!pl_slice_is(measure->thing, thing)) fail_msg("'%.*s': %s", PL_PRI(measure->thing), text);
    if (!pl_slice_is(measure->attribute, attribute))
        fail_msg("'%.*s': %s", PL_PRI(measure->attribute), text);
    if (!pl_slice_is(pl_slice_of(desk.text, measure->span), words))
        fail_msg("'%.*s': %s", PL_PRI(pl_slice_of(desk.text, measure->span)), text);
}

static void test_durations(void **state)
{
    (void)state;
    check("The negotiations lasted 18 days.", "talks", "duration", "18 days");
    check("After 18 days of intense bargaining they shook hands.", "talks", "duration", "18 days");
    check("The talks, which spanned 20 months, ended in a handshake.", "talks", "duration",
          "20 months");
    check("The accord puts a ban on timber exports for ten years.", "ban", "duration", "ten years");
    check("They kept a 12-hour cease-fire.", "ceasefire", "duration", "12-hour");
    check("The embargo will be lifted after two years.", "embargo", "delay", "two years");
}

static void test_numbers(void **state)
{
    (void)state;
    check("At least 300 trucks were stopped at the bridge.", "truck", "number", "At least 300");
    check("The port cut the number of cranes to 40.", "crane", "number", "40");
    check("The blast killed 12 miners.", "casualties", "number", "12");
    check("Twelve people were killed in the blast.", "casualties", "number", "Twelve");
    check("The company cut its fleet by 40 percent.", "fleet", "share", "40 percent");
    check("The bank promised $2 billion in loans.", "loan", "amount in USD", "$2 billion");
    check("The union missed the deadline of May 6.", "deadline", "day", "May 6");
}

static void test_no_measures(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "The two sides met again.",         /* small counts say little */
        "They have met in recent weeks.",   /* vague */
        "The minister arrived on Tuesday.", /* the day of a happening */
        "Three hundred of them left.",      /* of whom, no noun says */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read(texts[i]);
        if (desk.measures.n) fail_msg("%u measures: %s", desk.measures.n, texts[i]);
    }
}

static void test_what_tells_things_apart(void **state)
{
    (void)state;
    read("The timber ban lasts ten years.");
    assert_true(pl_slice_is(desk.measures.items[0].modifiers, "timber"));
    read("The blast killed 12 miners.");
    assert_true(pl_slice_is(desk.measures.items[0].modifiers, "miner"));
    read("Norway has 60 days for its answer.");
    assert_true(pl_slice_is(desk.measures.items[0].modifiers, "have"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_durations),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_no_measures),
        cmocka_unit_test(test_what_tells_things_apart),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
