#include "unit/cmocka_all.h"

#include "base/vec.h"

typedef struct Item {
    uint32_t number;
    double weight;
} Item;

static void test_push_keeps_what_is_there(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PL_VEC(Item) items = {0};
    for (uint32_t i = 0; i < 10000; i++) {
        Item *item = pl_vec_push(&arena, &items);
        assert_int_equal(item->number, 0);
        assert_true(item->weight == 0);
        *item = (Item){i, i / 2.0};
    }
    assert_int_equal(items.n, 10000);
    for (uint32_t i = 0; i < items.n; i++)
        assert_int_equal(items.items[i].number, i);
    pl_arena_clear(&arena);
}

/* A vector that is emptied and filled again gives zeroed items, too. */
static void test_push_after_emptying_is_zeroed(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PL_VEC(Item) items = {0};
    *pl_vec_push(&arena, &items) = (Item){7, 7};
    items.n = 0;
    assert_int_equal(pl_vec_push(&arena, &items)->number, 0);
    pl_arena_clear(&arena);
}

static void test_reserved_items_do_not_move(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PL_VEC(Item) items = {0};
    *pl_vec_push(&arena, &items) = (Item){7, 7};
    pl_vec_reserve(&arena, &items, 100);
    const Item *first = items.items;
    assert_int_equal(first->number, 7);
    for (int i = 1; i < 100; i++)
        assert_int_equal(pl_vec_push(&arena, &items)->number, 0);
    assert_ptr_equal(items.items, first);
    pl_vec_reserve(&arena, &items, 10);
    assert_int_equal(items.capacity, 100);
    pl_arena_clear(&arena);
}

static void test_every_vec_has_the_layout_of_rows(void **state)
{
    (void)state;
    typedef PL_VEC(Item) Items;
    assert_int_equal(sizeof(Items), sizeof(PlRows));
    assert_int_equal(offsetof(Items, items), offsetof(PlRows, items));
    assert_int_equal(offsetof(Items, n), offsetof(PlRows, n));
    assert_int_equal(offsetof(Items, capacity), offsetof(PlRows, capacity));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_push_keeps_what_is_there),
        cmocka_unit_test(test_push_after_emptying_is_zeroed),
        cmocka_unit_test(test_reserved_items_do_not_move),
        cmocka_unit_test(test_every_vec_has_the_layout_of_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
