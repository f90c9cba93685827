#include "story/stories.h"

#include "mention/calendar.h"
#include "story/copies.h"
#include "story/story_index.h"

#include <stdlib.h>

static int32_t day_of(PlSlice published)
{
    PlDay day;
    return pl_calendar_read(published, &day) ? day : INT32_MIN;
}

typedef struct Order {
    PlSlice published;
    uint32_t report;
} Order;

static int compare_orders(const void *a, const void *b)
{
    const Order *x = a;
    const Order *y = b;
    int order = pl_slice_compare(x->published, y->published);
    return order ? order : (x->report > y->report) - (x->report < y->report);
}

/* The reports by date, unknown dates first, then by index. */
static uint32_t *order_by_date(PlArena *arena, const PlStoryInput *reports, uint32_t n_reports)
{
    Order *orders = pl_arena_array(arena, Order, n_reports);
    for (uint32_t i = 0; i < n_reports; i++)
        orders[i] = (Order){reports[i].article->metadata.published, i};
    if (n_reports) qsort(orders, n_reports, sizeof *orders, compare_orders);
    uint32_t *order = pl_arena_array(arena, uint32_t, n_reports);
    for (uint32_t i = 0; i < n_reports; i++)
        order[i] = orders[i].report;
    return order;
}

/* The reports of a story, by date. */
typedef struct Cluster {
    PL_VEC(uint32_t) members;
} Cluster;

typedef PL_VEC(Cluster) Clusters;

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t count_publishers(PlArena *arena, const Cluster *cluster,
                                 const int32_t *publisher_of)
{
    uint32_t *publishers = pl_arena_array(arena, uint32_t, cluster->members.n);
    for (uint32_t m = 0; m < cluster->members.n; m++)
        publishers[m] = (uint32_t)publisher_of[cluster->members.items[m]];
    qsort(publishers, cluster->members.n, sizeof *publishers, compare_numbers);
    uint32_t n = 0;
    for (uint32_t m = 0; m < cluster->members.n; m++)
        n += m == 0 || publishers[m] != publishers[m - 1];
    return n;
}

static void write_story(PlArena *arena, const PlStoryInput *reports, Cluster *cluster,
                        PlStories *stories)
{
    const PlMetadata *oldest = &reports[cluster->members.items[0]].article->metadata;
    const PlMetadata *newest =
        &reports[cluster->members.items[cluster->members.n - 1]].article->metadata;
    PlStory story = {.id = oldest->id,
                     .title = oldest->title,
                     .first = oldest->published,
                     .last = newest->published,
                     .n_publishers = count_publishers(arena, cluster, stories->publisher_of)};
    for (uint32_t m = 0; m < cluster->members.n && story.first.len == 0; m++)
        story.first = reports[cluster->members.items[m]].article->metadata.published;
    *pl_vec_push(arena, &stories->stories) = story;
    qsort(cluster->members.items, cluster->members.n, sizeof *cluster->members.items,
          compare_numbers);
    for (uint32_t m = 0; m < cluster->members.n; m++)
        *pl_vec_push(arena, &stories->reports) =
            (PlStoryReport){(int32_t)stories->stories.n - 1, (int32_t)cluster->members.items[m]};
}

static void count_terms(PlTermCounter *counter, const PlStoryInput *report,
                        const PlArticleWords *words)
{
    pl_terms_count_words(counter, words);
    for (uint32_t m = 0; m < report->mentions->mentions.n; m++) {
        int32_t entity = report->mentions->mentions.items[m].entity;
        if (entity < 0 || !report->mentions->entities.items[entity].is_named) continue;
        pl_terms_count_actor(counter, (uint64_t)(uint32_t)report->actor_of[entity]);
    }
}

/* The clusters, in the order of their first reports. */
static Clusters find_clusters(PlArena *arena, const PlStoryInput *reports,
                              const PlArticleWords *words, uint32_t n_reports)
{
    PlStoryIndex index;
    PlTermCounter counter;
    pl_story_index_init(&index, arena);
    pl_terms_init(&counter, arena);
    const uint32_t *order = order_by_date(arena, reports, n_reports);
    for (uint32_t i = 0; i < n_reports; i++) {
        count_terms(&counter, &reports[i], &words[i]);
        pl_story_index_count(&index, &counter);
    }
    for (uint32_t i = 0; i < n_reports; i++) {
        count_terms(&counter, &reports[order[i]], &words[order[i]]);
        pl_story_index_add(&index, &counter, day_of(reports[order[i]].article->metadata.published));
    }
    pl_story_index_finish(&index);
    Clusters clusters = {0};
    uint32_t *cluster_of = pl_arena_array(arena, uint32_t, index.same_as.n); /* 1 + cluster */
    for (uint32_t i = 0; i < n_reports; i++) {
        uint32_t *number = &cluster_of[pl_story_index_story(&index, i)];
        if (*number == 0) {
            (void)pl_vec_push(arena, &clusters);
            *number = clusters.n;
        }
        *pl_vec_push(arena, &clusters.items[*number - 1].members) = order[i];
    }
    return clusters;
}

void pl_stories_find(PlArena *arena, const PlStoryInput *reports, uint32_t n_reports,
                     PlStories *stories)
{
    *stories = (PlStories){0};
    const PlArticle **articles = pl_arena_array(arena, const PlArticle *, n_reports);
    PlArticleWords *words = pl_arena_array(arena, PlArticleWords, n_reports);
    for (uint32_t i = 0; i < n_reports; i++) {
        articles[i] = reports[i].article;
        words[i] = pl_article_words_find(arena, reports[i].article);
    }
    PlCopies copies;
    pl_copies_find(arena, articles, words, n_reports, &copies);
    stories->original_of = copies.original_of;
    stories->publisher_of = copies.publisher_of;
    stories->shared_texts = copies.shared;
    Clusters clusters = find_clusters(arena, reports, words, n_reports);
    for (uint32_t c = 0; c < clusters.n; c++)
        write_story(arena, reports, &clusters.items[c], stories);
}
