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

/* NaN value: only a bound is given. */
static void add_quantity(World *world, PlAnnotation *report, double value, double low,
                         const char *unit, const char *what)
{
    uint32_t at = 4 * report->mentions.quantities.n;
    *pl_vec_push(&world->arena, &report->mentions.quantities) =
        (PlQuantity){.span = {at, at + 3},
                     .value = value,
                     .low = low,
                     .high = NAN,
                     .unit = pl_slice(unit),
                     .what = pl_slice(what)};
}

static void count(World *world, PlAnnotation *report, double value, const char *what)
{
    add_quantity(world, report, value, NAN, "", what);
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

static void test_words_for_the_dead_are_one(void **state)
{
    World *world = *state;
    count(world, add_told(world, "a", "Dike Post", "2034-02-01"), 3, "dead");
    count(world, add_told(world, "b", "Holm Echo", "2034-02-01"), 4, "death");
    find(world);
    assert_int_equal(found.n, 1);
    assert_true(pl_slice_is(found.items[0].what, "casualties"));
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
    add_quantity(world, add_told(world, "a", "Dike Post", "2034-02-01"), NAN, 300, "", "sheep");
    count(world, add_told(world, "b", "Holm Echo", ""), 310, "sheep");
    find(world);
    assert_int_equal(found.n, 1);
    assert_number(&found.items[0], found.items[0].low, 300, 0);
    assert_number(&found.items[0], found.items[0].latest, 300, 0); /* the other has no date */
}

/* One publisher, few, what every text counts, other units: none of these is a figure. */
static void test_what_is_no_figure(void **state)
{
    World *world = *state;
    PlAnnotation *a = add_told(world, "a", "Dike Post", "2034-02-01");
    PlAnnotation *b = add_told(world, "b", "Holm Echo", "2034-02-01");
    PlAnnotation *c = add_told(world, "c", "Holm Echo", "2034-02-02");
    count(world, b, 500, "barn"); /* one publisher twice */
    count(world, c, 500, "barn");
    count(world, a, 2, "warden"); /* few */
    count(world, b, 2, "warden");
    count(world, a, 60, "people"); /* of everything */
    count(world, b, 60, "people");
    add_quantity(world, a, 40, NAN, "percent", "field"); /* two units */
    add_quantity(world, b, 40, NAN, "hectare", "field");
    count(world, a, NAN, "sheep"); /* no number */
    count(world, b, NAN, "sheep");
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
        TEST(test_words_for_the_dead_are_one),
        TEST(test_numbers_of_two_sizes_are_two_figures),
        TEST(test_a_bound_counts_as_its_number),
        TEST(test_what_is_no_figure),
        TEST(test_two_stories_are_not_mixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
