/* Which numbers of several reports are of one thing. */
#include "unit/cmocka_all.h"

#include "claim/measure_groups.h"

static PlMeasured measure(int32_t context, const char *thing, const char *modifiers, double number)
{
    return (PlMeasured){.context = context,
                        .thing = pl_slice(thing),
                        .attribute = PL_SLICE("number"),
                        .modifiers = pl_slice(modifiers),
                        .number = number};
}

static bool are_one(PlMeasured a, PlMeasured b)
{
    PlArena arena;
    pl_arena_init(&arena, 0);
    const PlMeasured both[] = {a, b};
    const int32_t *group = pl_measures_group(&arena, both, 2, 2);
    bool one = group[0] == group[1];
    pl_arena_clear(&arena);
    return one;
}

static void test_near_numbers_of_one_thing(void **state)
{
    (void)state;
    assert_true(are_one(measure(0, "truck", "", 300), measure(0, "truck", "", 310)));
    assert_true(are_one(measure(0, "truck", "", 310), measure(0, "truck", "army", 300)));
    assert_true(are_one(measure(0, "truck", "army north", 310), measure(0, "truck", "army", 300)));
}

static void test_numbers_of_two_things(void **state)
{
    (void)state;
    assert_false(are_one(measure(0, "truck", "", 300), measure(1, "truck", "", 300)));
    assert_false(are_one(measure(0, "truck", "", 300), measure(0, "tank", "", 300)));
    assert_false(are_one(measure(0, "truck", "", 300), measure(0, "truck", "", 900)));
    assert_false(are_one(measure(0, "truck", "army", 300), measure(0, "truck", "milk", 300)));
}

/* A bare one in between joins no two that are apart. */
static void test_groups_do_not_drift(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    const PlMeasured three[] = {measure(0, "truck", "army", 300), measure(0, "truck", "", 310),
                                measure(0, "truck", "milk", 320)};
    const int32_t *group = pl_measures_group(&arena, three, 3, 2);
    assert_int_equal(group[0], group[1]);
    assert_int_not_equal(group[0], group[2]);
    pl_arena_clear(&arena);
}

static void test_many_groups_stay_bounded(void **state)
{
    (void)state;
    enum { N = 1000 };
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlMeasured *many = pl_arena_array(&arena, PlMeasured, N);
    for (uint32_t i = 0; i < N; i++)
        many[i] = measure(0, "truck", pl_arena_format(&arena, "m%u", i).ptr, 300);
    const int32_t *group = pl_measures_group(&arena, many, N, 2);
    for (int32_t i = 0; i < N; i++)
        assert_int_equal(group[i], i);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_near_numbers_of_one_thing),
        cmocka_unit_test(test_numbers_of_two_things),
        cmocka_unit_test(test_groups_do_not_drift),
        cmocka_unit_test(test_many_groups_stay_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
