/* Postings against a plain list of all that was ever added. */
#include "story/postings.h"

#include "unit/cmocka_all.h"

#include <string.h>

enum { N_KEYS = 3000, MOST_VALUES = 8, N_ADDED = 60000 };

/* The newest values of each key, each once, oldest first. */
static uint32_t expected[N_KEYS][MOST_VALUES];
static uint32_t n_expected[N_KEYS];

static void expect(uint32_t key, uint32_t value)
{
    uint32_t *values = expected[key];
    uint32_t *n = &n_expected[key];
    uint32_t at = 0;
    while (at < *n && values[at] != value)
        at++;
    if (at == *n && *n < MOST_VALUES) {
        values[(*n)++] = value;
        return;
    }
    if (at == *n) at = 0; /* the oldest goes */
    memmove(values + at, values + at + 1, (*n - at - 1) * sizeof *values);
    values[*n - 1] = value;
}

static void test_lists_keep_the_newest(void **state)
{
    (void)state;
    PlArena arena;
    PlPostings postings;
    pl_arena_init(&arena, 0);
    pl_postings_init(&postings, &arena, MOST_VALUES);
    uint32_t random = 1;
    for (uint32_t i = 0; i < N_ADDED; i++) {
        random = random * 1664525u + 1013904223u;
        uint32_t key = (random >> 8) % N_KEYS;
        key = key * key / N_KEYS; /* some keys have many, many have few */
        uint32_t value = (random >> 20) % 100;
        pl_postings_add(&postings, key * 2654435761u, value);
        expect(key, value);
    }
    for (uint32_t key = 0; key < N_KEYS; key++) {
        PlPosting posting = pl_postings_find(&postings, key * 2654435761u);
        assert_int_equal(posting.n, n_expected[key]);
        if (posting.n)
            assert_memory_equal(posting.values, expected[key], posting.n * sizeof(uint32_t));
    }
    pl_arena_clear(&arena);
}

static void test_totals_stop_at_many(void **state)
{
    (void)state;
    PlArena arena;
    PlPostings postings;
    pl_arena_init(&arena, 0);
    pl_postings_init(&postings, &arena, MOST_VALUES);
    assert_int_equal(pl_postings_find(&postings, 7).total, 0);
    for (uint32_t i = 0; i < 3; i++)
        pl_postings_count(&postings, 7, 1);
    pl_postings_add(&postings, 7, 1);
    assert_int_equal(pl_postings_find(&postings, 7).total, 3);
    pl_postings_count(&postings, 0, PL_POSTINGS_MANY - 1);
    pl_postings_count(&postings, 0, 0);
    assert_int_equal(pl_postings_find(&postings, 0).total, PL_POSTINGS_MANY - 1);
    pl_postings_count(&postings, 0, 5);
    assert_int_equal(pl_postings_find(&postings, 0).total, PL_POSTINGS_MANY);
    assert_int_equal(pl_postings_find(&postings, 7).n, 1);
    pl_arena_clear(&arena);
}

/* Many keys: pages are split again and again, and each key keeps its own. */
static void test_many_keys_keep_their_values(void **state)
{
    (void)state;
    enum { MANY_KEYS = 300000 };
    PlArena arena;
    PlPostings postings;
    pl_arena_init(&arena, 0);
    pl_postings_init(&postings, &arena, MOST_VALUES);
    for (uint32_t i = 0; i < MANY_KEYS; i++) {
        pl_postings_add(&postings, i, i + 1);
        pl_postings_count(&postings, i, 1 + i % 3);
    }
    for (uint32_t i = 0; i < MANY_KEYS; i++) {
        PlPosting posting = pl_postings_find(&postings, i);
        assert_int_equal(posting.n, 1);
        assert_int_equal(posting.values[0], i + 1);
        assert_int_equal(posting.total, 1 + i % 3);
    }
    assert_int_equal(pl_postings_find(&postings, MANY_KEYS).n, 0);
    assert_in_range(arena.used_bytes, 12 * MANY_KEYS, 32 * MANY_KEYS);
    pl_arena_clear(&arena);
}

/* Keys that all fall on one page, as somebody could choose them: some are let go, none is mixed up,
 * and it ends. */
static void test_keys_that_no_split_parts(void **state)
{
    (void)state;
    PlArena arena;
    PlPostings postings;
    pl_arena_init(&arena, 0);
    pl_postings_init(&postings, &arena, MOST_VALUES);
    /* The inverse of the multiplier gives keys whose hashes differ in their last bits alone. */
    uint32_t inverse = 0x0e8b2f51u;
    assert_int_equal((uint32_t)(inverse * 0x9e3779b1u), 1);
    uint32_t n_kept = 0;
    for (uint32_t i = 0; i < 256; i++)
        pl_postings_add(&postings, i * inverse, i + 1);
    for (uint32_t i = 0; i < 256; i++) {
        PlPosting posting = pl_postings_find(&postings, i * inverse);
        if (posting.n) assert_int_equal(posting.values[0], i + 1);
        n_kept += posting.n;
    }
    assert_in_range(n_kept, 200, 255);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_keep_the_newest),
        cmocka_unit_test(test_totals_stop_at_many),
        cmocka_unit_test(test_many_keys_keep_their_values),
        cmocka_unit_test(test_keys_that_no_split_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
