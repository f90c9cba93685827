/* Which mentions are of one happening, over reports made by hand: no engine, only what it finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "story/happenings.h"

enum { MOST_REPORTS = 64, N_ACTORS = 8 };

/* Linked actors; every report has each of them under the same number. */
typedef enum Who { BARDIA, OSTRAVIA, KELLER, ROTH, LINDO, VARN, PORTO_ALTO, MERL } Who;

static PlActor actors[N_ACTORS] = {
    [BARDIA] = {PL_LIT("Bardia"), PL_ENTITY_LOC, PL_LIT("BAR"), PL_LIT("BAR"), 1, 0, 1},
    [OSTRAVIA] = {PL_LIT("Ostravia"), PL_ENTITY_LOC, PL_LIT("OST"), PL_LIT("OST"), 1, 0, 1},
    [KELLER] = {PL_LIT("Ina Keller"), PL_ENTITY_PER, PL_LIT("BAR"), PL_LIT("BARGOV"), 1, 0, 0},
    [ROTH] = {PL_LIT("Jon Roth"), PL_ENTITY_PER, PL_LIT("BAR"), PL_LIT("BARGOV"), 1, 0, 0},
    [LINDO] = {PL_LIT("Per Lindo"), PL_ENTITY_PER, PL_LIT("OST"), PL_LIT("OSTGOV"), 1, 0, 0},
    [VARN] = {PL_LIT("Varn"), PL_ENTITY_LOC, PL_LIT("OST"), PL_LIT(""), 1, 0, 0},
    [PORTO_ALTO] = {PL_LIT("Porto Alto"), PL_ENTITY_LOC, PL_LIT("OST"), PL_LIT(""), 1, 0, 0},
    [MERL] = {PL_LIT("Merl Dockers"), PL_ENTITY_ORG, PL_LIT("BAR"), PL_LIT("BARLAB"), 1, 0, 0},
};

typedef struct Desk {
    PlArena arena;
    PlArticle articles[MOST_REPORTS];
    PlMentions mentions[MOST_REPORTS];
    PlEvents events[MOST_REPORTS];
    PlHappeningInput inputs[MOST_REPORTS];
    uint32_t n;
    PlActors actors;
    PlStories stories;
    PlHappenings found;
} Desk;

static int set_up(void **state)
{
    static Desk desk;
    desk = (Desk){0};
    pl_arena_init(&desk.arena, 0);
    desk.actors.actors.items = actors;
    desk.actors.actors.n = N_ACTORS;
    *state = &desk;
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_clear(&((Desk *)*state)->arena);
    return 0;
}

/* One clause is the whole text; each report has a publisher of its own unless told otherwise. */
static PlEvent *tell(Desk *desk, const char *published, const char *plover, const char *frame,
                     const char *text, const char *trigger)
{
    static int32_t actor_of[N_ACTORS] = {0, 1, 2, 3, 4, 5, 6, 7};
    uint32_t r = desk->n++;
    desk->articles[r].text = pl_slice(text);
    desk->articles[r].metadata.id = pl_arena_format(&desk->arena, "report-%02u", r);
    desk->articles[r].metadata.published = pl_slice(published);
    for (uint32_t a = 0; a < N_ACTORS; a++)
        *pl_vec_push(&desk->arena, &desk->mentions[r].entities) =
            (PlEntity){.name = actors[a].name, .type = actors[a].type, .is_named = 1};
    desk->inputs[r] = (PlHappeningInput){&desk->articles[r], &desk->mentions[r], &desk->events[r],
                                         actor_of, (int32_t)r};
    PlEvent *event = pl_vec_push(&desk->arena, &desk->events[r].events);
    ptrdiff_t at = pl_slice_find(pl_slice(text), pl_slice(trigger));
    assert_true(at >= 0);
    event->span = (PlSpan){0, (uint32_t)strlen(text)};
    event->trigger = (PlSpan){(uint32_t)at, (uint32_t)((size_t)at + strlen(trigger))};
    event->plover = pl_slice(plover);
    event->frame = pl_slice(frame);
    event->cameo = (PlSlice){event->frame.ptr, 3};
    event->quad = pl_slice_is(event->plover, "ASSAULT") ? 4 : 3;
    if (pl_slice_is(event->plover, "CONSULT")) event->quad = 1;
    event->place = -1;
    return event;
}

static void add_actor(Desk *desk, PlEventSide side, Who who)
{
    PlEvents *events = &desk->events[desk->n - 1];
    PlSlice text = desk->articles[desk->n - 1].text;
    ptrdiff_t at = pl_slice_find(text, actors[who].name);
    PlEventActor actor = {.event = (int32_t)events->events.n - 1,
                          .side = side,
                          .entity = (int32_t)who,
                          .code = actors[who].code};
    if (at >= 0) {
        actor.span = (PlSpan){(uint32_t)at, (uint32_t)at + (uint32_t)actors[who].name.len};
        *pl_vec_push(&desk->arena, &desk->mentions[desk->n - 1].mentions) =
            (PlMention){.span = actor.span, .kind = PL_MENTION_NAME, .entity = (int32_t)who};
    }
    *pl_vec_push(&desk->arena, &events->actors) = actor;
}

static uint32_t count(Desk *desk)
{
    pl_happenings_find(&desk->arena, desk->inputs, desk->n, &desk->actors, &desk->stories,
                       &desk->found);
    return desk->found.happenings.n;
}

static void strike(Desk *desk, const char *published, const char *date, const char *text, Who town)
{
    PlEvent *event = tell(desk, published, "ASSAULT", "190 attack", text, "shelled");
    event->date = pl_slice(date);
    add_actor(desk, PL_EVENT_SOURCE, BARDIA);
    add_actor(desk, PL_EVENT_TARGET, town);
}

static void demand(Desk *desk, const char *published, const char *date, const char *text, Who who)
{
    PlEvent *event = tell(desk, published, "REQUEST", "100 demand", text, "demanded");
    event->date = pl_slice(date);
    add_actor(desk, PL_EVENT_SOURCE, who);
}

static void meet(Desk *desk, const char *published, const char *date, Who one, Who other)
{
    PlSlice text = pl_arena_format(&desk->arena, "%.*s met %.*s", PL_PRI(actors[one].name),
                                   PL_PRI(actors[other].name));
    tell(desk, published, "CONSULT", "040 meet", text.ptr, "met")->date = pl_slice(date);
    add_actor(desk, PL_EVENT_SOURCE, one);
    add_actor(desk, PL_EVENT_SOURCE, other);
}

static void test_one_strike_in_two_reports(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled the grain harbour of Varn", VARN);
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled a harbour in Varn", VARN);
    assert_int_equal(count(desk), 1);
    assert_int_equal(desk->found.happenings.items[0].n_mentions, 2);
    assert_int_equal(desk->found.happenings.items[0].n_publishers, 2);
    assert_int_equal(desk->found.mentions.n, 2);
    assert_int_equal(desk->found.actors.n, 2);
    assert_int_equal(desk->found.happenings.items[0].id.len, PL_HAPPENING_ID_DIGITS);
}

static void test_copies_are_one_publisher(void **state)
{
    Desk *desk = *state;
    for (int i = 0; i < 3; i++)
        strike(desk, "2031-06-03", "", "Bardia shelled the grain harbour of Varn", VARN);
    desk->inputs[1].publisher = desk->inputs[0].publisher;
    assert_int_equal(count(desk), 1);
    assert_int_equal(desk->found.happenings.items[0].n_mentions, 3);
    assert_int_equal(desk->found.happenings.items[0].n_reports, 3);
    assert_int_equal(desk->found.happenings.items[0].n_publishers, 2);
}

static void test_two_days_two_towns_two_targets(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled the harbour", VARN);
    strike(desk, "2031-06-03", "2031-06-01", "Bardia shelled the harbour", VARN);
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled the harbour", PORTO_ALTO);
    assert_int_equal(count(desk), 3);
}

static void test_a_town_is_its_country_under_fire(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled a harbour of Ostravia", OSTRAVIA);
    assert_int_equal(count(desk), 1);
}

static void test_a_less_precise_date_takes_the_finer_one(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-03", "2031-06", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "2031-06-03", "2031-06-01", "Bardia shelled the harbour of Varn", VARN);
    assert_int_equal(count(desk), 2);
    assert_true(pl_slice_is(desk->found.happenings.items[0].date, "2031-06-02"));
}

static void test_a_week_has_its_days(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-07", "2031-W23", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "2031-06-07", "2031-06-05", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "2031-06-10", "2031-06-09", "Bardia shelled the harbour of Varn", VARN);
    assert_int_equal(count(desk), 2);
    assert_true(pl_slice_is(desk->found.happenings.items[0].date, "2031-06-05"));
    assert_int_equal(desk->found.happenings.items[0].n_mentions, 2);
}

static void test_undated_events_far_apart_are_two(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-03", "", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "2031-08-03", "", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "", "", "Bardia shelled the harbour of Varn", VARN);
    assert_int_equal(count(desk), 3);
}

static void test_two_demands_of_one_day_stay_two(void **state)
{
    Desk *desk = *state;
    demand(desk, "2031-06-03", "2031-06-02", "Ina Keller demanded an audit of the toll fund",
           KELLER);
    demand(desk, "2031-06-03", "2031-06-02", "Ina Keller demanded that the ferries sail again",
           KELLER);
    demand(desk, "2031-06-03", "2031-06-02", "Bardia demanded an audit of the toll fund", BARDIA);
    assert_int_equal(count(desk), 2);
    assert_int_equal(desk->found.happenings.items[0].n_mentions, 2);
}

static void test_two_speakers_are_two(void **state)
{
    Desk *desk = *state;
    demand(desk, "2031-06-03", "2031-06-02", "Ina Keller demanded an audit of the toll fund",
           KELLER);
    demand(desk, "2031-06-03", "2031-06-02", "Jon Roth demanded an audit of the toll fund", ROTH);
    assert_int_equal(count(desk), 2);
}

static void test_leaders_meet_for_their_states(void **state)
{
    Desk *desk = *state;
    meet(desk, "2031-06-03", "2031-06-02", KELLER, LINDO);
    meet(desk, "2031-06-04", "2031-06-02", OSTRAVIA, BARDIA);
    meet(desk, "2031-06-04", "2031-06-02", ROTH, LINDO);
    assert_int_equal(count(desk), 2);
    assert_int_equal(desk->found.happenings.items[0].n_mentions, 2);
    assert_int_equal(desk->found.happenings.items[1].n_mentions, 1);
}

static void test_denied_and_affirmed_are_two(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled the harbour of Varn", VARN);
    strike(desk, "2031-06-03", "2031-06-02", "Bardia never shelled the harbour of Varn", VARN);
    desk->events[1].events.items[0].status = PL_EVENT_NEGATED;
    assert_int_equal(count(desk), 2);
}

static void test_a_plan_that_came_true(void **state)
{
    Desk *desk = *state;
    meet(desk, "2031-06-01", "2031-06-02", KELLER, LINDO);
    desk->events[0].events.items[0].status = PL_EVENT_PLANNED;
    meet(desk, "2031-06-03", "2031-06-02", KELLER, LINDO);
    assert_int_equal(count(desk), 1);
    assert_int_equal(desk->found.happenings.items[0].status, PL_EVENT_ACTUAL);
}

static void test_a_union_is_not_its_country(void **state)
{
    Desk *desk = *state;
    demand(desk, "2031-06-03", "2031-06-02", "The dockers demanded a pay rise", MERL);
    demand(desk, "2031-06-03", "2031-06-02", "Bardia demanded a pay rise", BARDIA);
    assert_int_equal(count(desk), 2);
    assert_true(pl_slice_is(desk->found.actors.items[0].party, "Merl Dockers"));
    assert_true(pl_slice_is(desk->found.actors.items[1].party, "BAR"));
}

/* Ids are of the first mention, and do not depend on the others. */
static void test_ids_stay(void **state)
{
    Desk *desk = *state;
    strike(desk, "2031-06-03", "2031-06-02", "Bardia shelled the harbour of Varn", VARN);
    assert_int_equal(count(desk), 1);
    PlSlice id = desk->found.happenings.items[0].id;
    strike(desk, "2031-06-04", "2031-06-02", "Bardia shelled Varn", VARN);
    strike(desk, "2031-06-04", "2031-06-04", "Bardia shelled Varn", VARN);
    assert_int_equal(count(desk), 2);
    assert_true(pl_slice_equal(desk->found.happenings.items[0].id, id));
    assert_false(pl_slice_equal(desk->found.happenings.items[1].id, id));
}

static void test_many_happenings_of_one_pair_end(void **state)
{
    Desk *desk = *state;
    for (int i = 0; i < MOST_REPORTS; i++) {
        PlSlice date = pl_arena_format(&desk->arena, "2031-%02d-%02d", 1 + i / 28, 1 + i % 28);
        strike(desk, date.ptr, date.ptr, "Bardia shelled the harbour of Varn", VARN);
    }
    assert_int_equal(count(desk), MOST_REPORTS);
}

static void test_no_reports(void **state)
{
    assert_int_equal(count(*state), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_one_strike_in_two_reports),
        TEST(test_copies_are_one_publisher),
        TEST(test_two_days_two_towns_two_targets),
        TEST(test_a_town_is_its_country_under_fire),
        TEST(test_a_less_precise_date_takes_the_finer_one),
        TEST(test_a_week_has_its_days),
        TEST(test_undated_events_far_apart_are_two),
        TEST(test_two_demands_of_one_day_stay_two),
        TEST(test_two_speakers_are_two),
        TEST(test_leaders_meet_for_their_states),
        TEST(test_denied_and_affirmed_are_two),
        TEST(test_a_plan_that_came_true),
        TEST(test_a_union_is_not_its_country),
        TEST(test_ids_stay),
        TEST(test_many_happenings_of_one_pair_end),
        TEST(test_no_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
