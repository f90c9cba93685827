/* Fingerprints and exact counts over made-up words. */
#include "story/fingerprints.h"

#include "unit/cmocka_all.h"

enum { MOST_WORDS = 600 };

static uint64_t hashes[2][MOST_WORDS];

/* Words that are all different, numbered from `first`. */
static PlArticleWords number_words(uint64_t *hash, uint32_t n, uint32_t first)
{
    for (uint32_t i = 0; i < n; i++)
        hash[i] = (first + i) * 0xd6e8feb86659fd93u;
    return (PlArticleWords){hash, n};
}

static bool share_one(const PlFingerprints *a, const PlFingerprints *b)
{
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (a->items[i] == b->items[k]) return true;
    return false;
}

/* Wherever the shared run stands, and whatever is around it. */
static void test_a_shared_run_shares_a_fingerprint(void **state)
{
    (void)state;
    enum { RUN = PL_FINGERPRINT_WINDOW + PL_SHINGLE_WORDS - 1 };
    PlArena arena;
    pl_arena_init(&arena, 0);
    for (uint32_t at = 0; at < 200; at++) {
        PlArticleWords a = number_words(hashes[0], 400, 1);
        PlArticleWords b = number_words(hashes[1], 400, 10000);
        for (uint32_t i = 0; i < RUN; i++)
            b.hash[at + i] = a.hash[300 - at + i];
        PlFingerprints of_a = {0};
        PlFingerprints of_b = {0};
        pl_fingerprints_find(&arena, &a, &of_a);
        pl_fingerprints_find(&arena, &b, &of_b);
        assert_true(share_one(&of_a, &of_b));
        assert_in_range(of_a.n, 400 / PL_FINGERPRINT_WINDOW, 400 / 6);
    }
    pl_arena_clear(&arena);
}

static void test_short_texts_have_one_or_none(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlFingerprints found = {0};
    PlArticleWords words = number_words(hashes[0], 4, 1);
    pl_fingerprints_find(&arena, &words, &found);
    assert_int_equal(found.n, 0);
    words.n = 0;
    pl_fingerprints_find(&arena, &words, &found);
    assert_int_equal(found.n, 0);
    words = number_words(hashes[0], 9, 1);
    pl_fingerprints_find(&arena, &words, &found);
    assert_int_equal(found.n, 1);
    pl_arena_clear(&arena);
}

static void test_shared_shingles_are_counted_once(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlShingleSet set = {0};
    PlArticleWords a = number_words(hashes[0], 100, 1);
    pl_shingle_set_fill(&arena, &a, &set);
    assert_int_equal(set.n, 96);
    PlArticleWords b = number_words(hashes[1], 100, 51);
    assert_int_equal(pl_shingle_set_shared(&set, &b), 46);
    assert_int_equal(pl_shingle_set_shared(&set, &b), 46); /* again, the same */
    for (uint32_t i = 0; i < 100; i++)
        b.hash[i] = a.hash[i % 20]; /* the same twenty words five times over */
    assert_int_equal(pl_shingle_set_shared(&set, &b), 16);
    PlArticleWords shorter = number_words(hashes[0], 30, 1);
    pl_shingle_set_fill(&arena, &shorter, &set); /* in the room of before */
    assert_int_equal(set.n, 26);
    b = number_words(hashes[1], 100, 1);
    assert_int_equal(pl_shingle_set_shared(&set, &b), 26);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_shared_run_shares_a_fingerprint),
        cmocka_unit_test(test_short_texts_have_one_or_none),
        cmocka_unit_test(test_shared_shingles_are_counted_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
