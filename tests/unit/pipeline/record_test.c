/* The record across reports, over annotations made by hand. */
#include "unit/pipeline/world.h"

static void test_refs_are_the_shortest_prefix_that_one_report_has(void **state)
{
    World *world = *state;
    static const char *const ids[] = {"wire-7", "002_ab", "wire-12", "1", "wire-1", "kö-1", "kü-1"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        add_report(world, ids[i], "");
    const PlRecord *record = compute(world);
    static const char *const refs[] = {"002", "1", "kö", "kü", "wire-1", "wire-12", "wire-7"};
    for (uint32_t i = 0; i < record->n_reports; i++)
        assert_true(pl_slice_is(record->refs[i], refs[i]));
}

static void add_position(World *world, PlAnnotation *report, PlStance stance, uint32_t at)
{
    *pl_vec_push(&world->arena, &report->talks.positions) =
        (PlPosition){.party = 0,
                     .holder = -1,
                     .issue = pl_slice("fisheries"),
                     .stance = stance,
                     .span = {at, at + 4}};
}

static void test_one_position_of_two_reports_is_one_row(void **state)
{
    World *world = *state;
    PlAnnotation *late = add_report(world, "late", "2031-06-09");
    PlAnnotation *early = add_report(world, "early", "2031-06-01");
    add_state(world, late, "Iceland", "ISL");
    add_state(world, early, "Iceland", "ISL");
    add_position(world, late, PL_STANCE_DEMANDS, 40);
    add_position(world, early, PL_STANCE_DEMANDS, 10);
    add_position(world, early, PL_STANCE_REJECTS, 20);
    const PlRecord *record = compute(world);
    assert_int_equal(record->positions.n, 2);
    const PlRecordPosition *demand = &record->positions.items[0];
    assert_int_equal(demand->stance, PL_STANCE_DEMANDS);
    assert_true(pl_slice_is(demand->first, "2031-06-01"));
    assert_true(pl_slice_is(demand->last, "2031-06-09"));
    assert_int_equal(record->position_evidence.n, 3);
    assert_int_equal(record->position_evidence.items[0].span.start_byte, 10);
    assert_int_equal(record->position_evidence.items[1].span.start_byte, 40);
}

static void test_the_sentence_of_a_span(void **state)
{
    World *world = *state;
    PlTokens *tokens = &add_report(world, "one", "")->tokens;
    PlSpan sentences[] = {{5, 20}, {21, 30}};
    tokens->n_sents = 2;
    tokens->sent_span = sentences;
    const PlRecord *record = compute(world);
    assert_int_equal(pl_record_sentence(record, 0, (PlSpan){0, 3}), 0);
    assert_int_equal(pl_record_sentence(record, 0, (PlSpan){5, 8}), 1);
    assert_int_equal(pl_record_sentence(record, 0, (PlSpan){20, 21}), 0);
    assert_int_equal(pl_record_sentence(record, 0, (PlSpan){29, 30}), 2);
    assert_int_equal(pl_record_sentence(record, 0, (PlSpan){30, 31}), 0);
}

static void test_no_reports(void **state)
{
    const PlRecord *record = compute(*state);
    assert_int_equal(record->positions.n, 0);
    assert_int_equal(record->differences.differences.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_refs_are_the_shortest_prefix_that_one_report_has),
        TEST(test_one_position_of_two_reports_is_one_row),
        TEST(test_the_sentence_of_a_span),
        TEST(test_no_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
