/* What a report claims, from its text on. */
#include "unit/cmocka_all.h"

#include "claim/claims.h"

typedef struct Desk {
    PlArena arena;
    const PlSyntaxModel *syntax_model;
    const PlMentionModel *mention_model;
    const PlEventModel *event_model;
    const PlQuoteModel *quote_model;
    const PlTalksModel *talks_model;
    const PlThings *things;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlEvents events;
    PlQuotes quotes;
    PlTalks talks;
    PlClaims claims;
} Desk;

static Desk desk;

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&desk.arena, 0);
    desk.syntax_model = pl_syntax_model_load(&desk.arena);
    desk.mention_model = pl_mention_model_load(&desk.arena);
    desk.event_model = pl_event_model_load(&desk.arena);
    desk.quote_model = pl_quote_model_load(&desk.arena);
    desk.talks_model = pl_talks_model_load(&desk.arena);
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
    Desk *d = &desk;
    pl_article_find(&d->arena, pl_slice(text), NULL, &d->article);
    pl_tokens_find(&d->arena, &d->article, &d->tokens);
    pl_syntax_analyse(&d->arena, d->syntax_model, &d->tokens, &d->syntax);
    pl_mentions_find(&d->arena, d->mention_model, &d->article, &d->tokens, &d->syntax,
                     &d->mentions);
    pl_events_find(&d->arena, d->event_model, &d->article, &d->tokens, &d->syntax, &d->mentions,
                   &d->events);
    pl_quotes_find(&d->arena, d->quote_model, &d->article, &d->tokens, &d->syntax, &d->mentions,
                   &d->quotes);
    pl_talks_find(&d->arena, d->talks_model, &d->article, &d->tokens, &d->syntax, &d->mentions,
                  &d->talks);
    pl_claims_find(&d->arena, d->things,
                   &(PlClaimSources){&d->article, &d->tokens, &d->syntax, &d->mentions, &d->events,
                                     &d->quotes, &d->talks},
                   &d->claims);
}

static uint32_t n_deeds(void)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < desk.claims.claims.n; i++)
        n += pl_slice_is(desk.claims.claims.items[i].attribute, "deed");
    return n;
}

static void test_a_deed_is_of_somebody_named(void **state)
{
    (void)state;
    read("Norway imposed new sanctions on fishing companies.");
    assert_int_equal(n_deeds(), 1);
    read("Rollerbladers attacked two large banks in Norway.");
    assert_true(desk.events.actors.n > 0); /* who did it, though they are no entity */
    assert_int_equal(desk.events.actors.items[0].entity, -1);
    assert_int_equal(n_deeds(), 0);
}

static uint32_t n_former(void)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < desk.claims.claims.n; i++) {
        const PlClaim *claim = &desk.claims.claims.items[i];
        n += pl_slice_is(claim->attribute, "office") && pl_slice_is(claim->key, "former");
    }
    return n;
}

static void test_an_office_of_then_is_no_former_one(void **state)
{
    (void)state;
    read("Former Trade Minister Mara Okon spoke in Oslo.");
    assert_int_equal(n_former(), 1);
    read("Then-Trade Minister Mara Okon spoke in Oslo.");
    assert_int_equal(n_former(), 0);
    read("Mara Okon was the trade minister during the last strike.");
    assert_int_equal(n_former(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_deed_is_of_somebody_named),
                                       cmocka_unit_test(test_an_office_of_then_is_no_former_one)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
