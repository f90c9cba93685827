/* The story index over reports made of numbered words: those of a kind of happening, those of the
 * happening, and those of the report alone. */
#include "story/story_index.h"

#include "unit/cmocka_all.h"

typedef struct World {
    PlArena arena;
    PlStoryIndex index;
    PlTermCounter counter;
    uint32_t n_reports;
} World;

static World world;

static int set_up(void **state)
{
    pl_arena_init(&world.arena, 0);
    pl_story_index_init(&world.index, &world.arena);
    pl_terms_init(&world.counter, &world.arena);
    world.n_reports = 0;
    *state = &world;
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_clear(&((World *)*state)->arena);
    return 0;
}

enum { WORDS_OF_KIND = 30, WORDS_OF_HAPPENING = 30, WORDS_OF_REPORT = 10 };

static uint32_t add_words(uint64_t *hash, uint32_t n, uint64_t first, uint32_t n_words)
{
    for (uint32_t i = 0; i < n_words; i++)
        hash[n + i] = (first + i + 1) * 0xd6e8feb86659fd93u;
    return n + n_words;
}

static void add_report(World *w, uint32_t kind, uint32_t happening, int32_t day)
{
    uint64_t hash[WORDS_OF_KIND + WORDS_OF_HAPPENING + WORDS_OF_REPORT];
    uint32_t n = add_words(hash, 0, (uint64_t)kind << 32, WORDS_OF_KIND);
    n = add_words(hash, n, (1ull << 62) + ((uint64_t)happening << 32), WORDS_OF_HAPPENING);
    n = add_words(hash, n, (1ull << 61) + ((uint64_t)w->n_reports << 32), WORDS_OF_REPORT);
    pl_terms_count_words(&w->counter, &(PlArticleWords){hash, n});
    pl_story_index_count(&w->index, &w->counter);
    pl_story_index_add(&w->index, &w->counter, day);
    w->n_reports++;
}

static uint32_t story(const World *w, uint32_t report)
{
    return pl_story_index_story(&w->index, report);
}

static void test_two_happenings_of_one_kind_are_two_stories(void **state)
{
    World *w = *state;
    for (uint32_t i = 0; i < 24; i++)
        add_report(w, 1, i % 2, 100);
    pl_story_index_finish(&w->index);
    for (uint32_t i = 2; i < 24; i++)
        assert_int_equal(story(w, i), story(w, i % 2));
    assert_int_not_equal(story(w, 0), story(w, 1));
}

static void test_one_happening_is_one_story_however_many_tell_it(void **state)
{
    World *w = *state;
    for (uint32_t i = 0; i < 3 * PL_TOPIC_MOST_REPORTS; i++)
        add_report(w, 1, i % 3 == 0, INT32_MIN);
    pl_story_index_finish(&w->index);
    for (uint32_t i = 0; i < w->n_reports; i++)
        assert_int_equal(story(w, i), i % 3 == 0 ? story(w, 0) : story(w, 1));
    assert_int_not_equal(story(w, 0), story(w, 1));
}

static void test_the_same_words_weeks_later_are_another_story(void **state)
{
    World *w = *state;
    for (uint32_t i = 0; i < 6; i++)
        add_report(w, 1, 1, i < 3 ? 100 : 140);
    pl_story_index_finish(&w->index);
    assert_int_equal(story(w, 0), story(w, 2));
    assert_int_equal(story(w, 3), story(w, 5));
    assert_int_not_equal(story(w, 0), story(w, 3));
}

/* A report a day about one affair for a month: no story is longer than it may be. */
static void test_a_long_affair_is_many_stories(void **state)
{
    World *w = *state;
    enum { N_DAYS = 40 };
    for (uint32_t day = 0; day < N_DAYS; day++)
        add_report(w, 1, 1, (int32_t)day);
    pl_story_index_finish(&w->index);
    for (uint32_t i = 0; i < N_DAYS; i++)
        for (uint32_t k = i + PL_STORY_MOST_DAYS + 1; k < N_DAYS; k++)
            assert_int_not_equal(story(w, i), story(w, k));
    assert_int_equal(story(w, 0), story(w, 1));
}

static void test_memory_is_that_of_open_topics(void **state)
{
    World *w = *state;
    for (uint32_t i = 0; i < 2000; i++)
        add_report(w, i, i, (int32_t)i);
    assert_in_range(w->index.bags.n, 1, PL_TOPIC_MOST_DAYS_APART + 2);
    pl_story_index_finish(&w->index);
    for (uint32_t i = 1; i < 2000; i++)
        assert_int_not_equal(story(w, i), story(w, i - 1));
}

static void test_a_report_without_words(void **state)
{
    World *w = *state;
    pl_terms_count_words(&w->counter, &(PlArticleWords){NULL, 0});
    for (uint32_t i = 0; i < 2; i++) {
        pl_story_index_count(&w->index, &w->counter);
        pl_story_index_add(&w->index, &w->counter, 1);
    }
    pl_story_index_finish(&w->index);
    assert_int_not_equal(story(w, 0), story(w, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_two_happenings_of_one_kind_are_two_stories, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_one_happening_is_one_story_however_many_tell_it,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_same_words_weeks_later_are_another_story, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_long_affair_is_many_stories, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_memory_is_that_of_open_topics, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_report_without_words, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
