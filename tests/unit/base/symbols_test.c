#include "unit/cmocka_all.h"

#include "base/symbols.h"

static void test_numbers_in_order_of_arrival(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlSymbols symbols = {0};
    assert_int_equal(pl_symbols_find(&symbols, PL_SLICE("a")), PL_NO_SYMBOL);
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 5000; i++) {
            PlSlice name = pl_arena_format(&arena, "name-%u", (unsigned)i);
            assert_int_equal(pl_symbols_intern(&arena, &symbols, name), i);
        }
    assert_int_equal(symbols.names.n, 5000);
    assert_int_equal(pl_symbols_find(&symbols, PL_SLICE("name-4999")), 4999);
    assert_int_equal(pl_symbols_find(&symbols, PL_SLICE("name-5000")), PL_NO_SYMBOL);
    assert_true(pl_slice_is(pl_symbols_name(&symbols, 17), "name-17"));
    pl_arena_clear(&arena);
}

static void test_names_are_copied_whole(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlSymbols symbols = {0};
    char name[] = "a\0b"; /* bytes, not a terminated string */
    int32_t symbol = pl_symbols_intern(&arena, &symbols, (PlSlice){name, 3});
    int32_t empty = pl_symbols_intern(&arena, &symbols, (PlSlice){NULL, 0});
    assert_int_not_equal(pl_symbols_intern(&arena, &symbols, (PlSlice){name, 1}), symbol);
    name[0] = 'x';
    assert_int_equal(pl_symbols_find(&symbols, (PlSlice){"a\0b", 3}), symbol);
    assert_int_equal(pl_symbols_find(&symbols, PL_SLICE("")), empty);
    pl_arena_clear(&arena);
}

/* Room that is made first changes nothing; a lasting name is kept where it is. */
static void test_reserved_and_lasting(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlSymbols symbols = {0};
    PlSlice kept = PL_SLICE("kept");
    assert_int_equal(pl_symbols_intern(&arena, &symbols, PL_SLICE("first")), 0);
    pl_symbols_reserve(&arena, &symbols, 1000);
    assert_int_equal(pl_symbols_find(&symbols, PL_SLICE("first")), 0);
    uint32_t n_slots = symbols.n_slots;
    assert_int_equal(pl_symbols_intern_lasting(&arena, &symbols, kept), 1);
    assert_ptr_equal(pl_symbols_name(&symbols, 1).ptr, kept.ptr);
    assert_int_equal(pl_symbols_intern(&arena, &symbols, PL_SLICE("kept")), 1);
    for (uint32_t i = 2; i < 1000; i++)
        pl_symbols_intern(&arena, &symbols, pl_arena_format(&arena, "%u", (unsigned)i));
    assert_int_equal(symbols.n_slots, n_slots);
    pl_symbols_reserve(&arena, &symbols, 10);
    assert_int_equal(symbols.n_slots, n_slots);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_in_order_of_arrival),
        cmocka_unit_test(test_names_are_copied_whole),
        cmocka_unit_test(test_reserved_and_lasting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
