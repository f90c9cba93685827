/* Figures, over reports of one story whose quantities are set by hand. */
#include "pipeline/figures.h"

#include <math.h>

#include "unit/pipeline/world.h"

static PlFigures found;

static PlAnnotation *add_told(World *world, const char *id, const char *source,
                              const char *published)
{
    static const char text[] = "Dike wardens of Holm count the drowned sheep after the storm tide; "
                               "the dike board of Holm pays for hectares under water.";
    PlAnnotation *report = add_report(world, id, published);
    report->article.metadata.source = pl_slice(source);
    report->article.text = pl_slice(text);
    *pl_vec_push(&world->arena, &report->article.blocks) =
        (PlBlock){{0, sizeof text - 1}, PL_BLOCK_PARAGRAPH};
    return report;
}

/* A claim as claim/measures.h makes it; NaN high: only a bound is given. */
static PlClaim *add_number(World *world, PlAnnotation *report, double low, double high,
                           const char *attribute, const char *what)
{
    uint32_t at = 4 * report->claims.claims.n;
    PlClaim *claim = pl_vec_push(&world->arena, &report->claims.claims);
    *claim = (PlClaim){.entity = -1,
                       .aspect = pl_slice(what),
                       .attribute = pl_slice(attribute),
                       .value_entity = -1,
                       .low = low,
                       .high = high,
                       .span = {at, at + 3}};
    return claim;
}

static void count(World *world, PlAnnotation *report, double value, const char *what)
{
    add_number(world, report, value, value, "number", what);
}

static void find(World *world)
{
    compute(world);
    pl_figures_find(&world->arena, &world->record, &found);
}

static void assert_number(const PlFigure *figure, uint32_t which, double number, int32_t report)
{
    assert_true(which < figure->said.n);
    assert_true(figure->said.items[which].number == number);
    assert_int_equal(figure->said.items[which].report, report);
}

static void test_low_best_high_and_latest(void **state)
{
    World *world = *state;
    count(world, add_told(world, "a", "Dike Post", "2034-02-01"), 120, "sheep");
    count(world, add_told(world, "b", "Holm Echo", "2034-02-02"), 150, "sheep");
    count(world, add_told(world, "c", "Tide Wire", "2034-02-02"), 150, "sheep");
    count(world, add_told(world, "d", "Holm Echo", "2034-02-03"), 140, "sheep");
    find(world);
    assert_int_equal(found.n, 1);
    const PlFigure *figure = &found.items[0];
    assert_true(pl_slice_is(figure->what, "sheep"));
    assert_int_equal(figure->n_publishers, 3);
    assert_int_equal(figure->said.n, 4);
    assert_number(figure, figure->low, 120, 0);
    assert_number(figure, figure->best, 150, 1);
    assert_number(figure, figure->high, 150, 2);
    assert_number(figure, figure->latest, 140, 3);
}

static void test_what_tells_things_apart_is_told(void **state)
{
    World *world = *state;
    for (int i = 0; i < 2; i++) {
        PlAnnotation *report =
            add_told(world, i ? "b" : "a", i ? "Holm Echo" : "Dike Post", "2034-02-01");
        add_number(world, report, 20 + i, 20 + i, "number", "ship")->topic = pl_slice("cargo");
        add_number(world, report, 30 + i, 30 + i, "number", "ship")->topic = pl_slice("navy");
    }
    find(world);
    assert_int_equal(found.n, 2);
    assert_true(pl_slice_is(found.items[0].of, "cargo"));
    assert_true(pl_slice_is(found.items[1].of, "navy"));
}

static void test_numbers_of_two_sizes_are_two_figures(void **state)
{
    World *world = *state;
    for (int i = 0; i < 2; i++) {
        PlAnnotation *report =
            add_told(world, i ? "b" : "a", i ? "Holm Echo" : "Dike Post", "2034-02-01");
        count(world, report, 2 + i, "dead");
        count(world, report, 2100 + i, "dead");
    }
    find(world);
    assert_int_equal(found.n, 2);
    assert_number(&found.items[0], found.items[0].low, 2, 0);
    assert_number(&found.items[0], found.items[0].high, 3, 1);
    assert_number(&found.items[1], found.items[1].low, 2100, 0);
}

static void test_a_bound_counts_as_its_number(void **state)
{
    World *world = *state;
    add_number(world, add_told(world, "a", "Dike Post", "2034-02-01"), 300, NAN, "number", "sheep");
    count(world, add_told(world, "b", "Holm Echo", ""), 310, "sheep");
    find(world);
    assert_int_equal(found.n, 1);
    assert_number(&found.items[0], found.items[0].low, 300, 0);
    assert_number(&found.items[0], found.items[0].latest, 300, 0); /* the other has no date */
}

/* One publisher, two units, a time: none of these is a figure. */
static void test_what_is_no_figure(void **state)
{
    World *world = *state;
    PlAnnotation *a = add_told(world, "a", "Dike Post", "2034-02-01");
    PlAnnotation *b = add_told(world, "b", "Holm Echo", "2034-02-01");
    PlAnnotation *c = add_told(world, "c", "Holm Echo", "2034-02-02");
    count(world, b, 500, "barn"); /* one publisher twice */
    count(world, c, 500, "barn");
    add_number(world, a, 40, 40, "share", "field"); /* two units */
    add_number(world, b, 40, 40, "amount in hectare", "field");
    add_number(world, a, 18, 18, "duration", "storm");
    add_number(world, b, 18, 18, "duration", "storm");
    find(world);
    assert_int_equal(found.n, 0);
}

static void test_two_stories_are_not_mixed(void **state)
{
    World *world = *state;
    count(world, add_told(world, "a", "Dike Post", "2034-02-01"), 120, "sheep");
    count(world, add_told(world, "b", "Holm Echo", "2034-07-01"), 130, "sheep");
    find(world);
    assert_int_equal(found.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_low_best_high_and_latest),
        TEST(test_what_tells_things_apart_is_told),
        TEST(test_numbers_of_two_sizes_are_two_figures),
        TEST(test_a_bound_counts_as_its_number),
        TEST(test_what_is_no_figure),
        TEST(test_two_stories_are_not_mixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
