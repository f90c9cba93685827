/* Negotiations, over reports whose facts are set by hand. */
#include "pipeline/negotiations.h"

#include "unit/pipeline/world.h"

enum { N_STATES = 4 };

static const char *const state_names[N_STATES] = {"Iceland", "Norway", "Denmark", "Canada"};
static const char *const state_codes[N_STATES] = {"ISL", "NOR", "DNK", "CAN"};
enum { ISL, NOR, DNK, CAN };

static PlNegotiations found;

/* A report that names all states. */
static PlAnnotation *add_report_of_states(World *world, const char *id, const char *published)
{
    PlAnnotation *report = add_report(world, id, published);
    for (int s = 0; s < N_STATES; s++)
        add_state(world, report, state_names[s], state_codes[s]);
    return report;
}

/* "talks between A and B" at byte `at`. */
static void add_talks(World *world, PlAnnotation *report, int a, int b, uint32_t at)
{
    for (int side = 0; side < 2; side++)
        *pl_vec_push(&world->arena, &report->talks.facts) = (PlTalksFact){
            .attribute = PL_TALKS_PARTY, .entity = side == 0 ? a : b, .span = {at, at + 10}};
}

static void find(World *world)
{
    compute(world);
    pl_negotiations_find(&world->arena, &world->record, &found);
}

static void assert_negotiation(const World *world, uint32_t i, const char *title, uint32_t n,
                               const char *id)
{
    assert_true(i < found.negotiations.n);
    const PlNegotiation *negotiation = &found.negotiations.items[i];
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlSlice made = pl_negotiation_title(&arena, &world->record, negotiation);
    assert_int_equal(made.len, strlen(title));
    assert_memory_equal(made.ptr, title, made.len);
    pl_arena_clear(&arena);
    assert_int_equal(negotiation->reports.n, n);
    assert_true(pl_slice_is(negotiation->id, id));
}

static void test_two_negotiations_are_told_apart(void **state)
{
    World *world = *state;
    add_talks(world, add_report_of_states(world, "a", "2031-01-03"), ISL, NOR, 0);
    add_talks(world, add_report_of_states(world, "b", "2031-01-01"), ISL, NOR, 0);
    add_talks(world, add_report_of_states(world, "c", "2031-01-02"), CAN, DNK, 0);
    find(world);
    assert_int_equal(found.negotiations.n, 2);
    assert_negotiation(world, 0, "Iceland and Norway", 2, "b");
    assert_negotiation(world, 1, "Canada and Denmark", 1, "c");
}

static void test_a_report_is_about_the_pair_it_names_most(void **state)
{
    World *world = *state;
    PlAnnotation *report = add_report_of_states(world, "a", "2031-01-03");
    add_talks(world, report, CAN, DNK, 0);
    add_talks(world, report, ISL, NOR, 20);
    add_talks(world, report, ISL, NOR, 40);
    find(world);
    assert_int_equal(found.negotiations.n, 1);
    assert_negotiation(world, 0, "Iceland and Norway", 1, "a");
}

/* Denmark sees each side: its talks with Norway belong to those of Iceland and Norway. */
static void test_pairs_that_share_a_side_and_reports_are_one(void **state)
{
    World *world = *state;
    for (int i = 0; i < 3; i++) {
        static const char *const ids[] = {"a", "b", "c"};
        PlAnnotation *report = add_report_of_states(world, ids[i], "2031-01-03");
        add_talks(world, report, ISL, NOR, 0);
        add_talks(world, report, ISL, NOR, 20);
        add_talks(world, report, DNK, NOR, 40);
    }
    PlAnnotation *report = add_report_of_states(world, "d", "2031-01-03");
    add_talks(world, report, DNK, NOR, 0);
    add_talks(world, report, DNK, NOR, 20);
    add_talks(world, report, ISL, NOR, 40);
    find(world);
    assert_int_equal(found.negotiations.n, 1);
    assert_negotiation(world, 0, "Denmark, Iceland and Norway", 4, "a");
}

static void test_a_long_silence_ends_a_negotiation(void **state)
{
    World *world = *state;
    add_talks(world, add_report_of_states(world, "a", "2031-01-03"), ISL, NOR, 0);
    add_talks(world, add_report_of_states(world, "b", "2031-06-03"), ISL, NOR, 0);
    add_talks(world, add_report_of_states(world, "c", "2032-03-03"), ISL, NOR, 0);
    add_talks(world, add_report_of_states(world, "d", ""), ISL, NOR, 0); /* goes with the larger */
    find(world);
    assert_int_equal(found.negotiations.n, 2);
    assert_negotiation(world, 0, "Iceland and Norway", 3, "a");
    assert_negotiation(world, 1, "Iceland and Norway", 1, "c");
}

static void test_choosing_by_id_and_by_words(void **state)
{
    World *world = *state;
    add_talks(world, add_report_of_states(world, "harb-1", "2031-01-03"), ISL, NOR, 0);
    add_talks(world, add_report_of_states(world, "wire-2", "2031-01-02"), CAN, DNK, 0);
    find(world);
    PlArena *arena = &world->arena;
    const PlRecord *record = &world->record;
    assert_int_equal(pl_negotiations_choose(arena, record, &found, PL_SLICE("harb")), 0);
    assert_int_equal(pl_negotiations_choose(arena, record, &found, PL_SLICE("denmark CANADA")), 1);
    assert_int_equal(pl_negotiations_choose(arena, record, &found, PL_SLICE("Norway Canada")), -1);
    assert_int_equal(pl_negotiations_choose(arena, record, &found, PL_SLICE("")), -1);
}

static void test_no_reports(void **state)
{
    World *world = *state;
    find(world);
    assert_int_equal(found.negotiations.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_two_negotiations_are_told_apart),
        TEST(test_a_report_is_about_the_pair_it_names_most),
        TEST(test_pairs_that_share_a_side_and_reports_are_one),
        TEST(test_a_long_silence_ends_a_negotiation),
        TEST(test_choosing_by_id_and_by_words),
        TEST(test_no_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
