/* Negotiations, over reports whose facts are set by hand. */
#include "pipeline/negotiations.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_REPORTS = 16, N_STATES = 4 };

static const char *const state_names[N_STATES] = {"Iceland", "Norway", "Denmark", "Canada"};
static const char *const state_codes[N_STATES] = {"ISL", "NOR", "DNK", "CAN"};
enum { ISL, NOR, DNK, CAN };

typedef struct World {
    PlArena arena;
    ParleyModel model;
    PlAnnotation reports[MOST_REPORTS];
    uint32_t n;
    PlRecord record;
    PlNegotiations found;
} World;

static int set_up(void **state)
{
    static World world;
    world = (World){0};
    pl_arena_init(&world.arena, 0);
    world.model.mention = pl_mention_model_load(&world.arena);
    *state = &world;
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_clear(&((World *)*state)->arena);
    return 0;
}

static PlAnnotation *add_report(World *world, const char *id, const char *published)
{
    PlAnnotation *report = &world->reports[world->n++];
    report->article.metadata = (PlMetadata){.id = pl_slice(id), .published = pl_slice(published)};
    for (int s = 0; s < N_STATES; s++)
        *pl_vec_push(&world->arena, &report->mentions.entities) =
            (PlEntity){.name = pl_slice(state_names[s]),
                       .type = PL_ENTITY_LOC,
                       .country = pl_slice(state_codes[s]),
                       .is_named = 1,
                       .is_state = 1};
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
    pl_record_compute(&world->arena, &world->model, world->reports, world->n, &world->record);
    pl_negotiations_find(&world->arena, &world->record, &world->found);
}

static void assert_negotiation(const World *world, uint32_t i, const char *title, uint32_t n,
                               const char *id)
{
    assert_true(i < world->found.negotiations.n);
    const PlNegotiation *negotiation = &world->found.negotiations.items[i];
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlSlice found = pl_negotiation_title(&arena, &world->record, negotiation);
    assert_int_equal(found.len, strlen(title));
    assert_memory_equal(found.ptr, title, found.len);
    pl_arena_clear(&arena);
    assert_int_equal(negotiation->reports.n, n);
    assert_true(pl_slice_is(negotiation->id, id));
}

static void test_two_negotiations_are_told_apart(void **state)
{
    World *world = *state;
    add_talks(world, add_report(world, "a", "2031-01-03"), ISL, NOR, 0);
    add_talks(world, add_report(world, "b", "2031-01-01"), ISL, NOR, 0);
    add_talks(world, add_report(world, "c", "2031-01-02"), CAN, DNK, 0);
    find(world);
    assert_int_equal(world->found.negotiations.n, 2);
    assert_negotiation(world, 0, "Iceland and Norway", 2, "b");
    assert_negotiation(world, 1, "Canada and Denmark", 1, "c");
}

static void test_a_report_is_about_the_pair_it_names_most(void **state)
{
    World *world = *state;
    PlAnnotation *report = add_report(world, "a", "2031-01-03");
    add_talks(world, report, CAN, DNK, 0);
    add_talks(world, report, ISL, NOR, 20);
    add_talks(world, report, ISL, NOR, 40);
    find(world);
    assert_int_equal(world->found.negotiations.n, 1);
    assert_negotiation(world, 0, "Iceland and Norway", 1, "a");
}

/* Denmark sees each side: its talks with Norway belong to those of Iceland and Norway. */
static void test_pairs_that_share_a_side_and_reports_are_one(void **state)
{
    World *world = *state;
    for (int i = 0; i < 3; i++) {
        static const char *const ids[] = {"a", "b", "c"};
        PlAnnotation *report = add_report(world, ids[i], "2031-01-03");
        add_talks(world, report, ISL, NOR, 0);
        add_talks(world, report, ISL, NOR, 20);
        add_talks(world, report, DNK, NOR, 40);
    }
    PlAnnotation *report = add_report(world, "d", "2031-01-03");
    add_talks(world, report, DNK, NOR, 0);
    add_talks(world, report, DNK, NOR, 20);
    add_talks(world, report, ISL, NOR, 40);
    find(world);
    assert_int_equal(world->found.negotiations.n, 1);
    assert_negotiation(world, 0, "Denmark, Iceland and Norway", 4, "a");
}

static void test_a_long_silence_ends_a_negotiation(void **state)
{
    World *world = *state;
    add_talks(world, add_report(world, "a", "2031-01-03"), ISL, NOR, 0);
    add_talks(world, add_report(world, "b", "2031-06-03"), ISL, NOR, 0);
    add_talks(world, add_report(world, "c", "2032-03-03"), ISL, NOR, 0);
    add_talks(world, add_report(world, "d", ""), ISL, NOR, 0); /* goes with the larger */
    find(world);
    assert_int_equal(world->found.negotiations.n, 2);
    assert_negotiation(world, 0, "Iceland and Norway", 3, "a");
    assert_negotiation(world, 1, "Iceland and Norway", 1, "c");
}

static void test_choosing_by_id_and_by_words(void **state)
{
    World *world = *state;
    add_talks(world, add_report(world, "harb-1", "2031-01-03"), ISL, NOR, 0);
    add_talks(world, add_report(world, "wire-2", "2031-01-02"), CAN, DNK, 0);
    find(world);
    PlArena *arena = &world->arena;
    const PlRecord *record = &world->record;
    const PlNegotiations *found = &world->found;
    assert_int_equal(pl_negotiations_choose(arena, record, found, PL_SLICE("harb")), 0);
    assert_int_equal(pl_negotiations_choose(arena, record, found, PL_SLICE("denmark CANADA")), 1);
    assert_int_equal(pl_negotiations_choose(arena, record, found, PL_SLICE("Norway Canada")), -1);
    assert_int_equal(pl_negotiations_choose(arena, record, found, PL_SLICE("")), -1);
}

static void test_no_reports(void **state)
{
    World *world = *state;
    find(world);
    assert_int_equal(world->found.negotiations.n, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

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
