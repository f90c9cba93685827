#include "unit/cmocka_all.h"

#include <string.h>

#include "base/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>
#endif

static void test_memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    for (int round = 0; round < 2; round++) {
        for (size_t align = 1; align <= 64; align *= 2) {
            for (size_t size = 1; size < 5000; size = size * 3 + 1) {
                unsigned char *memory = pl_arena_alloc(&arena, size, align);
                assert_int_equal((uintptr_t)memory % align, 0);
                for (size_t i = 0; i < size; i++)
                    assert_int_equal(memory[i], 0);
                memset(memory, 0xab, size);
            }
        }
        pl_arena_reset(&arena); /* what was written before must not come back */
    }
    pl_arena_clear(&arena);
}

static void test_allocations_do_not_overlap(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    unsigned char *parts[300];
    for (size_t i = 0; i < 300; i++) {
        parts[i] = pl_arena_alloc(&arena, 997, 8);
        memset(parts[i], (int)i, 997);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t j = 0; j < 997; j++)
            assert_int_equal(parts[i][j], (unsigned char)i);
    pl_arena_clear(&arena);
}

static void test_copy_and_format_are_terminated(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlSlice copy = pl_arena_copy(&arena, (PlSlice){"harbour", 4});
    assert_int_equal(copy.len, 4);
    assert_string_equal(copy.ptr, "harb");
    copy = pl_arena_copy(&arena, (PlSlice){NULL, 0});
    assert_string_equal(copy.ptr, "");
    PlSlice line = pl_arena_format(&arena, "%s %d", "round", 2);
    assert_int_equal(line.len, 7);
    assert_string_equal(line.ptr, "round 2");
    pl_arena_clear(&arena);
}

static void test_reset_keeps_one_chunk(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    for (int i = 0; i < 100; i++)
        pl_arena_alloc(&arena, 100000, 1);
    size_t most = arena.used_bytes;
    pl_arena_reset(&arena);
    assert_true(arena.used_bytes > 0 && arena.used_bytes < most);
    pl_arena_clear(&arena);
    assert_int_equal(arena.used_bytes, 0);
    pl_arena_alloc(&arena, 1, 1); /* and can be used again */
    pl_arena_clear(&arena);
}

/* ---- running out ---- */

typedef struct Build {
    PlArena *arena;
    uint32_t n_done;
    uint32_t n_wanted;
    size_t size;
} Build;

static void build(void *context)
{
    Build *b = context;
    for (b->n_done = 0; b->n_done < b->n_wanted; b->n_done++)
        pl_arena_alloc(b->arena, b->size, 1);
}

static void test_failure_injected_call_by_call(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    for (uint64_t n = 0; n < 20; n++) {
        Build b = {&arena, 0, 10, 100};
        arena.fail_after = n;
        bool whole = pl_arena_run(&arena, build, &b);
        assert_int_equal(whole, n >= 10);
        assert_int_equal(b.n_done, n < 10 ? n : 10);
        pl_arena_clear(&arena);
    }
}

static void test_limit_is_kept(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 1000000);
    Build b = {&arena, 0, 1000, 10000};
    assert_false(pl_arena_run(&arena, build, &b));
    assert_in_range(b.n_done, 10, 100);
    assert_true(arena.used_bytes <= 1000000);
    pl_arena_reset(&arena);
    b.n_wanted = 3;
    assert_true(pl_arena_run(&arena, build, &b));
    pl_arena_clear(&arena);
}

static void ask_for_too_much(void *context)
{
    PlArena *arena = context;
    pl_arena_alloc_array(arena, SIZE_MAX / 2, 16, 8); /* the product wraps */
}

static void ask_for_half_of_everything(void *context)
{
    pl_arena_alloc(context, SIZE_MAX - 8, 8);
}

static void test_absurd_sizes_are_refused(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    assert_false(pl_arena_run(&arena, ask_for_too_much, &arena));
    assert_false(pl_arena_run(&arena, ask_for_half_of_everything, &arena));
    pl_arena_clear(&arena);
}

static void test_gaps_are_poisoned(void **state)
{
    (void)state;
#ifdef HAS_ASAN
    PlArena arena;
    pl_arena_init(&arena, 0);
    char *first = pl_arena_alloc(&arena, 24, 8);
    char *second = pl_arena_alloc(&arena, 24, 8);
    assert_false(__asan_address_is_poisoned(first + 23));
    assert_true(__asan_address_is_poisoned(first + 24));
    assert_true(__asan_address_is_poisoned(second - 1));
    assert_true(__asan_address_is_poisoned(second + 24));
    pl_arena_reset(&arena);
    assert_true(__asan_address_is_poisoned(first)); /* forgotten is out of bounds */
    pl_arena_clear(&arena);
#else
    skip(); /* nothing to see without AddressSanitizer */
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_is_zeroed_and_aligned),
        cmocka_unit_test(test_allocations_do_not_overlap),
        cmocka_unit_test(test_copy_and_format_are_terminated),
        cmocka_unit_test(test_reset_keeps_one_chunk),
        cmocka_unit_test(test_failure_injected_call_by_call),
        cmocka_unit_test(test_limit_is_kept),
        cmocka_unit_test(test_absurd_sizes_are_refused),
        cmocka_unit_test(test_gaps_are_poisoned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
