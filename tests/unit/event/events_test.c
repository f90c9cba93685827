#include "unit/mention/reading_desk.h"

#include "event/events.h"

static const PlEventModel *model;
static PlEvents events;

static int open_events(void **state)
{
    int failed = desk_open(state);
    model = pl_event_model_load(&desk.model_arena);
    return failed;
}

static void read_events(const char *text)
{
    desk_read(text, "2029-03-14");
    pl_events_find(&desk.arena, model, &desk.article, &desk.tokens, &desk.syntax, &desk.mentions,
                   &events);
}

/* The event whose trigger is `words`, or a failed test. */
static const PlEvent *event_of(const char *words)
{
    for (uint32_t i = 0; i < events.events.n; i++) {
        const PlEvent *event = &events.events.items[i];
        if (pl_slice_is(pl_slice_of(desk.article.text, event->trigger), words)) return event;
    }
    fail_msg("no event at \"%s\"", words);
    return NULL;
}

/* The countries of a side in order, "KEN|UGA". */
static void assert_side(const PlEvent *event, PlEventSide side, const char *expected)
{
    char got[128] = "";
    size_t n = 0;
    int32_t index = (int32_t)(event - events.events.items);
    for (uint32_t i = 0; i < events.actors.n; i++) {
        const PlEventActor *actor = &events.actors.items[i];
        if (actor->event != index || actor->side != side) continue;
        PlSlice country = desk.mentions.entities.items[actor->entity].country;
        n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s", n ? "|" : "", PL_PRI(country));
    }
    assert_string_equal(got, expected);
}

static void assert_code(const PlEvent *event, const char *plover, const char *cameo)
{
    assert_slice(event->plover, plover);
    assert_slice(event->cameo, cameo);
}

static void who_did_what_to_whom(void **state)
{
    (void)state;
    read_events("Kenya accused Uganda of moving the border stones.");
    const PlEvent *event = event_of("accused");
    assert_code(event, "ACCUSE", "112");
    assert_int_equal(event->quad, 3);
    assert_true(event->goldstein < -1.9 && event->goldstein > -2.1);
    assert_int_equal(event->status, PL_EVENT_ACTUAL);
    assert_side(event, PL_EVENT_SOURCE, "KEN");
    assert_side(event, PL_EVENT_TARGET, "UGA");
}

static void the_passive_turns_sides(void **state)
{
    (void)state;
    read_events("Peru was criticised by Chile over the dam.");
    const PlEvent *event = event_of("criticised");
    assert_side(event, PL_EVENT_SOURCE, "CHL");
    assert_side(event, PL_EVENT_TARGET, "PER");
}

static void meetings_have_two_sources(void **state)
{
    (void)state;
    read_events("Kenya met with Uganda on Monday.");
    const PlEvent *event = event_of("met");
    assert_code(event, "CONSULT", "040");
    assert_side(event, PL_EVENT_SOURCE, "KEN|UGA");
    assert_side(event, PL_EVENT_TARGET, "");
    assert_slice(event->date, "2029-03-12");
}

static void nouns_tell_of_events(void **state)
{
    (void)state;
    read_events("The talks between Kenya and Uganda ended in Oslo.");
    const PlEvent *event = event_of("talks");
    assert_code(event, "CONSULT", "046");
    assert_side(event, PL_EVENT_SOURCE, "KEN|UGA");
}

static void the_object_decides_the_code(void **state)
{
    (void)state;
    read_events("Kenya lifted the sanctions against Uganda.");
    assert_code(event_of("lifted"), "RETREAT", "085");
    read_events("Kenya lifted the curfew.");
    assert_code(event_of("lifted"), "RETREAT", "0813");
    read_events("Kenya lifted the lid.");
    assert_int_equal(events.events.n, 0);
}

static void status_follows_the_clause(void **state)
{
    (void)state;
    read_events("Kenya will sign the treaty with Uganda.");
    assert_int_equal(event_of("sign")->status, PL_EVENT_PLANNED);
    read_events("Kenya did not sign the treaty with Uganda.");
    assert_int_equal(event_of("sign")->status, PL_EVENT_NEGATED);
    read_events("Kenya could sign the treaty with Uganda.");
    assert_int_equal(event_of("sign")->status, PL_EVENT_HYPOTHETICAL);
    read_events("Kenya signed the treaty with Uganda in 2019.");
    assert_int_equal(event_of("signed")->status, PL_EVENT_HISTORICAL);
    assert_slice(event_of("signed")->date, "2019");
}

static void sport_and_weather_give_nothing(void **state)
{
    (void)state;
    read_events("Kenya attacked Uganda's goalkeeper in the second half.");
    assert_int_equal(events.events.n, 0);
    read_events("A cyclone struck Fiji and attacked its coast.");
    assert_int_equal(events.events.n, 0);
}

static void actors_are_sorted_by_event_and_side(void **state)
{
    (void)state;
    read_events("Kenya accused Uganda of lying. Peru condemned Chile. Chad met with Niger.");
    assert_true(events.events.n >= 3);
    for (uint32_t i = 1; i < events.actors.n; i++) {
        const PlEventActor *a = &events.actors.items[i - 1];
        const PlEventActor *b = &events.actors.items[i];
        assert_true(a->event < b->event || (a->event == b->event && a->side <= b->side));
    }
}

static void an_empty_report_has_none(void **state)
{
    (void)state;
    read_events("");
    assert_int_equal(events.events.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_did_what_to_whom),
        cmocka_unit_test(the_passive_turns_sides),
        cmocka_unit_test(meetings_have_two_sources),
        cmocka_unit_test(nouns_tell_of_events),
        cmocka_unit_test(the_object_decides_the_code),
        cmocka_unit_test(status_follows_the_clause),
        cmocka_unit_test(sport_and_weather_give_nothing),
        cmocka_unit_test(actors_are_sorted_by_event_and_side),
        cmocka_unit_test(an_empty_report_has_none),
    };
    return cmocka_run_group_tests(tests, open_events, desk_close);
}
