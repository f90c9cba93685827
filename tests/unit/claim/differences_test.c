/* Differences and agreements over hand-made claims of reports on an invented trade dispute. */
#include "claim/differences.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { MARA_OKON, FELD, LORNE, N_ACTORS };

typedef struct World {
    PlArena arena;
    PlActors actors;
    PlClaims claims[4];
    PlClaimedReport reports[4];
    PlDifferences found;
} World;

static const int32_t same_numbers[N_ACTORS] = {MARA_OKON, FELD, LORNE};

static int set_up(void **state)
{
    static World world;
    world = (World){0};
    pl_arena_init(&world.arena, 0);
    static const char *const names[N_ACTORS] = {"Mara Okon", "Feld", "Lorne"};
    for (int i = 0; i < N_ACTORS; i++)
        *pl_vec_push(&world.arena, &world.actors.actors) =
            (PlActor){.name = pl_slice(names[i]), .is_named = 1};
    for (int i = 0; i < 4; i++)
        world.reports[i] =
            (PlClaimedReport){.claims = &world.claims[i], .publisher = i, .actor_of = same_numbers};
    *state = &world;
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_clear(&((World *)*state)->arena);
    return 0;
}

static PlClaim *claim(World *world, int report, int32_t entity, const char *aspect,
                      const char *attribute, const char *value)
{
    PlClaim *claim = pl_vec_push(&world->arena, &world->claims[report].claims);
    uint32_t at = world->claims[report].claims.n * 10;
    *claim = (PlClaim){.entity = entity,
                       .aspect = pl_slice(aspect),
                       .attribute = pl_slice(attribute),
                       .value = pl_slice(value),
                       .key = pl_slice(value),
                       .value_entity = -1,
                       .low = NAN,
                       .high = NAN,
                       .span = {at, at + 5}};
    return claim;
}

static const PlDifferences *find(World *world)
{
    pl_differences_find(&world->arena, world->reports, 4, &world->actors, &world->found);
    return &world->found;
}

static const PlDifference *first(const PlDifferences *found)
{
    assert_true(found->differences.n > 0);
    return &found->differences.items[0];
}

static void test_an_office_current_here_and_former_there(void **state)
{
    World *world = *state;
    claim(world, 0, MARA_OKON, "", "office", "current")->topic = pl_slice("trade minister");
    claim(world, 1, MARA_OKON, "", "office", "former")->topic = pl_slice("trade minister");
    claim(world, 2, MARA_OKON, "", "office", "former")->topic = pl_slice("judge");
    const PlDifferences *found = find(world);
    assert_int_equal(found->differences.n, 1);
    assert_int_equal(first(found)->kind, PL_DIFFERENCE_STATUS);
    assert_true(pl_slice_is(first(found)->subject, "Mara Okon"));
    assert_int_equal(found->values.n, 2);
    assert_int_equal(found->evidence.n, 2);
    assert_int_equal(found->evidence.items[0].report, 0);
}

static void test_a_report_that_gives_both_differs_with_nobody(void **state)
{
    World *world = *state;
    claim(world, 0, FELD, "delegation", "level", "senior");
    claim(world, 0, FELD, "delegation", "level", "high-level");
    assert_int_equal(find(world)->differences.n, 0);
}

static void test_an_entity_is_the_value(void **state)
{
    World *world = *state;
    claim(world, 0, -1, "talks", "proposer", "")->value_entity = FELD;
    claim(world, 1, -1, "talks", "proposer", "")->value_entity = LORNE;
    claim(world, 2, -1, "talks", "proposer", "")->value_entity = LORNE;
    const PlDifferences *found = find(world);
    assert_int_equal(first(found)->kind, PL_DIFFERENCE_CONTRADICTION);
    assert_true(pl_slice_is(found->values.items[1].value, "Lorne"));
    assert_int_equal(found->values.items[1].n_publishers, 2);
}

static void test_copies_count_once(void **state)
{
    World *world = *state;
    world->reports[1].publisher = 0;
    claim(world, 0, FELD, "", "attendance", "absent");
    claim(world, 1, FELD, "", "attendance", "absent");
    assert_int_equal(find(world)->differences.n, 0);
    claim(world, 2, FELD, "", "attendance", "absent");
    const PlDifferences *found = find(world);
    assert_int_equal(first(found)->kind, PL_DIFFERENCE_AGREEMENT);
    assert_int_equal(found->values.items[0].n_publishers, 2);
    assert_int_equal(found->evidence.n, 3);
}

static void test_a_range_of_days_is_settled_by_one_of_them(void **state)
{
    World *world = *state;
    claim(world, 0, -1, "talks", "date", "2031-05-01/2031-05-02");
    claim(world, 1, -1, "talks", "date", "2031-05-02");
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_SETTLED);
}

static void test_two_days_contradict(void **state)
{
    World *world = *state;
    claim(world, 0, -1, "talks", "date", "2031-05-01");
    claim(world, 1, -1, "talks", "date", "2031-05-03");
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_CONTRADICTION);
}

static void test_demanding_and_refusing_do_not_contradict(void **state)
{
    World *world = *state;
    claim(world, 0, FELD, "", "stance on tariffs", "demands");
    claim(world, 1, FELD, "", "stance on tariffs", "against");
    assert_int_equal(find(world)->differences.n, 0);
    claim(world, 2, FELD, "", "stance on tariffs", "for");
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_CONTRADICTION);
}

static void test_the_commonest_wording_stands_for_a_value(void **state)
{
    World *world = *state;
    static const char *const words[] = {"presidents", "Feld's President", "Feld's President"};
    for (int i = 0; i < 3; i++) {
        PlClaim *office = claim(world, i, MARA_OKON, "", "office", words[i]);
        office->key = pl_slice("current");
    }
    claim(world, 3, MARA_OKON, "", "office", "ex-president")->key = pl_slice("former");
    const PlDifferences *found = find(world);
    assert_true(pl_slice_is(found->values.items[0].value, "Feld's President"));
    assert_true(pl_slice_is(found->values.items[1].value, "ex-president"));
}

static void test_what_matters_comes_first(void **state)
{
    World *world = *state;
    claim(world, 0, -1, "talks", "time since the last talks", "P3Y>");
    claim(world, 1, -1, "talks", "time since the last talks", "P3Y<");
    claim(world, 0, FELD, "delegation", "head", "")->value_entity = MARA_OKON;
    claim(world, 1, FELD, "delegation", "head", "")->value_entity = LORNE;
    const PlDifferences *found = find(world);
    assert_int_equal(found->differences.n, 2);
    assert_true(pl_slice_is(found->differences.items[0].subject, "delegation of Feld"));
    assert_true(pl_slice_is(found->differences.items[1].subject, "talks"));
    for (uint32_t v = 0; v < found->values.n; v++)
        assert_int_equal(found->values.items[v].difference, v / 2);
}

static PlClaim *say(World *world, int report, const char *attribute, const char *value,
                    const char *lemmas)
{
    PlClaim *said = claim(world, report, MARA_OKON, "", attribute, value);
    said->topic = pl_slice(lemmas);
    if (pl_slice_is(said->attribute, "says")) said->key = (PlSlice){0};
    return said;
}

static void test_one_statement_in_words_of_two_reports_is_an_agreement(void **state)
{
    World *world = *state;
    say(world, 0, "says", "the tariff on timber will fall", "fall tariff timber");
    say(world, 1, "says", "tariffs on timber are to fall by May", "fall may tariff timber");
    say(world, 2, "says", "the harbour stays shut", "harbour shut stay");
    const PlDifferences *found = find(world);
    assert_int_equal(found->differences.n, 1);
    assert_int_equal(first(found)->kind, PL_DIFFERENCE_AGREEMENT);
    assert_int_equal(found->values.items[0].n_publishers, 2);
    assert_int_equal(found->evidence.n, 2);
}

static void test_wordings_differ_unless_one_is_a_part_of_the_other(void **state)
{
    World *world = *state;
    say(world, 0, "wording", "a grave mistake", "grave mistake");
    say(world, 1, "wording", "a grave mistake for us all", "grave mistake");
    assert_int_equal(find(world)->differences.n, 0);
    say(world, 2, "wording", "this mistake is grave", "grave mistake");
    const PlDifferences *found = find(world);
    assert_int_equal(found->differences.n, 1);
    assert_int_equal(first(found)->kind, PL_DIFFERENCE_IMPRECISION);
    assert_int_equal(found->values.n, 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void test_sides_taken_on_two_offers_are_parts_of_one_stance(void **state)
{
    World *world = *state;
    claim(world, 0, FELD, "", "stance on wages", "against")->value =
        pl_slice("rejects: two-year freeze");
    claim(world, 1, FELD, "", "stance on wages", "for")->value =
        pl_slice("accepts: bonus for night shifts");
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_COMPLEMENT);
    claim(world, 2, FELD, "", "stance on tariffs", "against")->value =
        pl_slice("rejects: tariff on timber");
    claim(world, 3, FELD, "", "stance on tariffs", "for")->value =
        pl_slice("accepts: lower tariffs");
    const PlDifferences *found = find(world);
    uint32_t n_contradictions = 0;
    for (uint32_t i = 0; i < found->differences.n; i++)
        n_contradictions += found->differences.items[i].kind == PL_DIFFERENCE_CONTRADICTION;
    assert_int_equal(n_contradictions, 1);
}

static void number(World *world, int report, double number)
{
    PlClaim *row = claim(world, report, -1, "truck", "number", "trucks");
    row->low = row->high = number;
    row->key = pl_arena_format(&world->arena, "%g", number);
}

static void test_numbers_of_one_day_contradict(void **state)
{
    World *world = *state;
    world->reports[0].published = world->reports[1].published = pl_slice("2019-05-03");
    number(world, 0, 300);
    number(world, 1, 500);
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_CONTRADICTION);
}

static void test_numbers_of_two_days_may_both_be_right(void **state)
{
    World *world = *state;
    world->reports[0].published = pl_slice("2019-05-03");
    world->reports[1].published = pl_slice("2019-05-04T08:00Z");
    number(world, 0, 300);
    number(world, 1, 500);
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_COMPLEMENT);
}

static void test_near_numbers_are_one_said_less_exactly(void **state)
{
    World *world = *state;
    number(world, 0, 300);
    number(world, 1, 320);
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_IMPRECISION);
}

static void test_a_report_with_two_numbers_speaks_of_two_things(void **state)
{
    World *world = *state;
    number(world, 0, 300);
    number(world, 0, 500);
    number(world, 1, 500);
    const PlDifferences *found = find(world);
    assert_int_equal(found->differences.n, 1);
    assert_int_equal(first(found)->kind, PL_DIFFERENCE_AGREEMENT);
}

static void test_one_demand_at_more_or_less_length(void **state)
{
    World *world = *state;
    claim(world, 0, FELD, "", "terms of the demand on tariffs", "lifting of the tariffs");
    claim(world, 1, FELD, "", "terms of the demand on tariffs",
          "include the lifting of tariffs on wool");
    assert_int_equal(find(world)->differences.n, 0);
    claim(world, 2, FELD, "", "terms of the demand on tariffs", "refund of every payment");
    assert_int_equal(first(find(world))->kind, PL_DIFFERENCE_COMPLEMENT);
}

static PlClaim *telling(World *world, int report, const char *words, uint32_t start)
{
    PlClaim *row = claim(world, report, -1, "reports", "tell", words);
    row->topic = pl_slice("crane dock miner night strike");
    row->key = (PlSlice){0};
    row->span = (PlSpan){start, start + 50};
    return row;
}

static void test_sentences_that_tell_the_same_agree(void **state)
{
    World *world = *state;
    telling(world, 0, "The miners struck at night at the dock with the crane, it is said.", 100);
    telling(world, 1, "At the crane dock miners struck by night.", 200);
    const PlDifferences *found = find(world);
    assert_int_equal(found->differences.n, 1);
    assert_int_equal(first(found)->kind, PL_DIFFERENCE_AGREEMENT);
    assert_true(
        pl_slice_is(found->values.items[0].value, "At the crane dock miners struck by night."));
}

static void test_what_is_said_is_not_told_again(void **state)
{
    World *world = *state;
    for (int i = 0; i < 2; i++) {
        telling(world, i, "Okon said the miners struck at the dock.", 100);
        PlClaim *said = claim(world, i, MARA_OKON, "", "says", "the miners struck at the dock");
        said->topic = pl_slice("dock miner strike");
        said->key = (PlSlice){0};
        said->span = (PlSpan){110, 130};
    }
    const PlDifferences *found = find(world);
    assert_int_equal(found->differences.n, 1);
    assert_true(pl_slice_is(first(found)->attribute, "says"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_an_office_current_here_and_former_there),
        TEST(test_a_report_that_gives_both_differs_with_nobody),
        TEST(test_an_entity_is_the_value),
        TEST(test_copies_count_once),
        TEST(test_a_range_of_days_is_settled_by_one_of_them),
        TEST(test_two_days_contradict),
        TEST(test_sides_taken_on_two_offers_are_parts_of_one_stance),
        TEST(test_demanding_and_refusing_do_not_contradict),
        TEST(test_the_commonest_wording_stands_for_a_value),
        TEST(test_what_matters_comes_first),
        TEST(test_one_statement_in_words_of_two_reports_is_an_agreement),
        TEST(test_wordings_differ_unless_one_is_a_part_of_the_other),
        TEST(test_numbers_of_one_day_contradict),
        TEST(test_numbers_of_two_days_may_both_be_right),
        TEST(test_near_numbers_are_one_said_less_exactly),
        TEST(test_a_report_with_two_numbers_speaks_of_two_things),
        TEST(test_one_demand_at_more_or_less_length),
        TEST(test_sentences_that_tell_the_same_agree),
        TEST(test_what_is_said_is_not_told_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
