/* Stories and copies over hand-made articles: no tokens, no parse. */
#include "story/copies.h"
#include "story/stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef struct World {
    PlArena arena;
    PlArticle articles[16];
    PlMentions mentions;
    PlStoryInput inputs[16];
    uint32_t n;
} World;

static void add_report(World *world, const char *id, const char *source, const char *published,
                       const char *text)
{
    PlArticle *article = &world->articles[world->n];
    article->text = pl_slice(text);
    article->metadata = (PlMetadata){.id = pl_slice(id),
                                     .source = pl_slice(source),
                                     .published = pl_slice(published),
                                     .title = pl_slice(id)};
    *pl_vec_push(&world->arena, &article->blocks) =
        (PlBlock){{0, (uint32_t)article->text.len}, PL_BLOCK_PARAGRAPH};
    world->inputs[world->n++] = (PlStoryInput){article, &world->mentions, NULL};
}

static const char strike[] =
    "Dock workers at the port of Valparta walked out on Monday after talks on wages broke down. "
    "Their union asked for eight percent over two years; the terminal operator offered three. "
    "Ships were sent to other harbours while a state conciliator called both sides to her office.";
static const char strike_longer[] =
    "The evening edition adds nothing of its own at first. "
    "Dock workers at the port of Valparta walked out on Monday after talks on wages broke down. "
    "Their union asked for eight percent over two years; the terminal operator offered three. "
    "Ships were sent to other harbours while a state conciliator called both sides to her office. "
    "Shopkeepers near the gates said that the pavement was empty by noon, and a baker gave away "
    "what she had baked for the early shift rather than see it go stale on the shelves.";
static const char strike_other[] =
    "A wage dispute closed the Valparta terminal: the dockers' union left the table, rejecting the "
    "operator's three percent, and a conciliator has summoned union and operator for new talks. "
    "Port of Valparta ships wait or sail to other harbours.";
static const char football[] =
    "The visitors scored twice before half time and held on through a wet second half, their third "
    "win away from home this season, to the delight of a few hundred travelling supporters.";

static int set_up(void **state)
{
    static World world;
    world = (World){0};
    pl_arena_init(&world.arena, 0);
    *state = &world;
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_clear(&((World *)*state)->arena);
    return 0;
}

static PlStories find(World *world)
{
    PlStories stories;
    pl_stories_find(&world->arena, world->inputs, world->n, &stories);
    return stories;
}

static void test_copy_inside_a_longer_report_is_one_publisher(void **state)
{
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-04", strike);
    add_report(world, "b", "Evening Sheet", "2031-03-04", strike_longer);
    add_report(world, "c", "Coast Radio", "2031-03-04", strike_other);
    PlStories stories = find(world);
    assert_int_equal(stories.publisher_of[0], stories.publisher_of[1]);
    assert_int_not_equal(stories.publisher_of[0], stories.publisher_of[2]);
}

static void test_one_source_is_one_publisher(void **state)
{
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-04", strike);
    add_report(world, "b", "Harbour Post", "2031-03-05", football);
    add_report(world, "c", "", "2031-03-05", strike_other);
    add_report(world, "d", "", "2031-03-05", football);
    PlStories stories = find(world);
    assert_int_equal(stories.publisher_of[0], stories.publisher_of[1]);
    assert_int_not_equal(stories.publisher_of[2], stories.publisher_of[0]);
}

static void test_a_shared_copy_does_not_make_two_outlets_one(void **state)
{
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-04", strike);
    add_report(world, "b", "Evening Sheet", "2031-03-05", strike_longer);
    add_report(world, "c", "Evening Sheet", "2031-03-06", football);
    PlStories stories = find(world);
    assert_int_equal(stories.original_of[1], 0);
    assert_int_equal(stories.original_of[2], 2);
    assert_int_equal(stories.publisher_of[1], stories.publisher_of[0]);
    assert_int_not_equal(stories.publisher_of[2], stories.publisher_of[0]);
}

static void test_the_original_is_the_earliest(void **state)
{
    World *world = *state;
    add_report(world, "a", "Evening Sheet", "", strike_longer);
    add_report(world, "b", "Coast Radio", "2031-03-05", strike_longer);
    add_report(world, "c", "Harbour Post", "2031-03-04", strike);
    PlStories stories = find(world);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(stories.original_of[i], 2);
}

static void test_a_round_up_does_not_join_two_families(void **state)
{
    static char both[sizeof strike + sizeof football + 1];
    (void)snprintf(both, sizeof both, "%s %s", strike, football);
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-04", strike);
    add_report(world, "b", "Sports Page", "2031-03-04", football);
    add_report(world, "c", "Evening Sheet", "2031-03-05", both);
    PlStories stories = find(world);
    assert_int_equal(stories.original_of[0], 0);
    assert_int_equal(stories.original_of[1], 1);
    assert_int_not_equal(stories.original_of[2], 2);
    assert_int_not_equal(stories.publisher_of[0], stories.publisher_of[1]);
}

static void test_what_is_shared_is_counted(void **state)
{
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-05", strike_longer);
    add_report(world, "b", "Evening Sheet", "2031-03-04", strike);
    add_report(world, "c", "Sports Page", "2031-03-04", football);
    PlStories stories = find(world);
    assert_int_equal(stories.shared_texts.n, 1);
    const PlSharedText *shared = &stories.shared_texts.items[0];
    assert_int_equal(shared->report, 0); /* the later one */
    assert_int_equal(shared->with, 1);
    assert_int_equal(shared->kind, PL_SHARED_COPY);
    uint32_t n_short = pl_article_words_find(&world->arena, &world->articles[1]).n - 4;
    uint32_t n_long = pl_article_words_find(&world->arena, &world->articles[0]).n - 4;
    assert_true(shared->containment == 1.0);
    assert_true(shared->resemblance == (double)n_short / n_long);
}

/* What a site prints around each of its articles makes none the copy of another. */
static void test_furniture_is_shared_text_and_no_copy(void **state)
{
    (void)state;
    enum { N_REPORTS = PL_COPIES_MOST_SHARERS + 8 };
    static char texts[N_REPORTS][1024];
    PlArena arena;
    pl_arena_init(&arena, 0);
    const PlArticle **articles = pl_arena_array(&arena, const PlArticle *, N_REPORTS);
    PlArticleWords words[N_REPORTS];
    for (int i = 0; i < N_REPORTS; i++) {
        int n = snprintf(texts[i], sizeof texts[i], "%s", strike);
        for (int w = 0; w < 30; w++)
            n += snprintf(texts[i] + n, sizeof texts[i] - (size_t)n, " w%dx%d", w, i);
        PlArticle *article = pl_arena_new(&arena, PlArticle);
        article->text = pl_slice(texts[i]);
        *pl_vec_push(&arena, &article->blocks) =
            (PlBlock){{0, (uint32_t)article->text.len}, PL_BLOCK_PARAGRAPH};
        articles[i] = article;
        words[i] = pl_article_words_find(&arena, article);
    }
    PlCopies copies;
    pl_copies_find(&arena, articles, words, N_REPORTS, &copies);
    assert_true(copies.shared.n >= N_REPORTS - 1);
    for (uint32_t s = 0; s < copies.shared.n; s++)
        assert_int_equal(copies.shared.items[s].kind, PL_SHARED_FURNITURE);
    for (int i = 0; i < N_REPORTS; i++)
        assert_int_equal(copies.original_of[i], i);
    pl_arena_clear(&arena);
}

static void test_an_agency_in_the_dateline_is_the_publisher(void **state)
{
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-04", "VALPARTA (KLN) - Dockers walked out.");
    add_report(world, "b", "Coast Radio", "2031-03-05", "ORSK, May 3 (KLN) - Rain fell.");
    add_report(world, "c", "Coast Radio", "2031-03-06", football);
    world->articles[0].dateline = (PlSpan){0, 16};
    world->articles[1].dateline = (PlSpan){0, 19};
    assert_true(pl_slice_is(pl_copies_wire_tag(&world->articles[1]), "KLN"));
    assert_int_equal(pl_copies_wire_tag(&world->articles[2]).len, 0);
    PlStories stories = find(world);
    assert_int_equal(stories.publisher_of[0], stories.publisher_of[1]);
    assert_int_not_equal(stories.publisher_of[2], stories.publisher_of[1]);
}

static void test_one_happening_is_one_story_and_another_is_not(void **state)
{
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-04", strike);
    add_report(world, "b", "Sports Page", "2031-03-04", football);
    add_report(world, "c", "Coast Radio", "2031-03-05", strike_other);
    PlStories stories = find(world);
    assert_int_equal(stories.stories.n, 2);
    assert_int_equal(stories.reports.n, 3);
    assert_true(pl_slice_is(stories.stories.items[0].id, "a"));
    assert_int_equal(stories.stories.items[0].n_publishers, 2);
    assert_true(pl_slice_is(stories.stories.items[0].first, "2031-03-04"));
    assert_true(pl_slice_is(stories.stories.items[0].last, "2031-03-05"));
    assert_int_equal(stories.reports.items[0].report, 0);
    assert_int_equal(stories.reports.items[1].report, 2);
}

static void test_same_words_long_after_are_another_story(void **state)
{
    World *world = *state;
    add_report(world, "a", "Harbour Post", "2031-03-04", strike);
    add_report(world, "c", "Coast Radio", "2032-11-20", strike_other);
    assert_int_equal(find(world).stories.n, 2);
}

static void test_no_reports(void **state)
{
    World *world = *state;
    PlStories stories = find(world);
    assert_int_equal(stories.stories.n, 0);
}

static void test_boilerplate_is_not_compared(void **state)
{
    World *world = *state;
    add_report(world, "a", "", "", strike);
    world->articles[0].blocks.items[0].kind = PL_BLOCK_PROMOTION;
    assert_int_equal(pl_article_words_find(&world->arena, &world->articles[0]).n, 0);
}

static void test_words_ignore_case_and_curly_marks(void **state)
{
    World *world = *state;
    add_report(world, "a", "", "",
               "Wages \xe2\x80\x9c"
               "First\xe2\x80\x9d, then hours");
    add_report(world, "b", "", "", "wages first then HOURS");
    PlArticleWords a = pl_article_words_find(&world->arena, &world->articles[0]);
    PlArticleWords b = pl_article_words_find(&world->arena, &world->articles[1]);
    assert_int_equal(a.n, 4);
    assert_int_equal(b.n, 4);
    assert_memory_equal(a.hash, b.hash, 4 * sizeof *a.hash);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_copy_inside_a_longer_report_is_one_publisher, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_one_source_is_one_publisher, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_shared_copy_does_not_make_two_outlets_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_the_original_is_the_earliest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_round_up_does_not_join_two_families, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_shared_is_counted, set_up, tear_down),
        cmocka_unit_test(test_furniture_is_shared_text_and_no_copy),
        cmocka_unit_test_setup_teardown(test_an_agency_in_the_dateline_is_the_publisher, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_one_happening_is_one_story_and_another_is_not, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_same_words_long_after_are_another_story, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_no_reports, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_boilerplate_is_not_compared, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_ignore_case_and_curly_marks, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
