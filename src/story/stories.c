#include "story/stories.h"

#include "base/log2.h"
#include "story/copies.h"

#include <math.h>
#include <stdlib.h>

/* A report is a bag of terms: its words and, heavier, its named actors. Reports are taken by date;
 * each joins the story whose members it resembles most on average, or begins one. The average is
 * the point: with single links, stories chain into one. */

enum {
    MOST_TERMS = 200,    /* the heaviest terms of a report */
    MOST_POSTINGS = 400, /* reports that a term can call up */
    MOST_DAYS_APART = 5, /* between a report and the newest of a story */
    ACTOR_WEIGHT = 3
};
static const double LEAST_SIMILARITY = 0.18;

typedef struct Term {
    uint64_t hash;
    double weight;
} Term;

typedef struct Bag {
    Term *terms; /* [n] sorted by hash, of length 1 as a vector */
    uint32_t n;
    int32_t day; /* since 1970, INT32_MIN = unknown */
} Bag;

typedef struct Occurrence {
    uint64_t hash;
    uint32_t report;
    uint32_t count;
} Occurrence;

typedef PL_VEC(Occurrence) Occurrences;

static int compare_occurrences(const void *a, const void *b)
{
    const Occurrence *x = a;
    const Occurrence *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->report > y->report) - (x->report < y->report);
}

static int compare_hashes(const void *a, const void *b)
{
    const Term *x = a;
    const Term *y = b;
    return (x->hash > y->hash) - (x->hash < y->hash);
}

static int compare_weights(const void *a, const void *b)
{
    const Term *x = a;
    const Term *y = b;
    if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
    return compare_hashes(a, b);
}

/* Days since 1970 of "2025-05-16...", by the civil calendar. */
static int32_t day_of(PlSlice published)
{
    if (published.len < 10) return INT32_MIN;
    int32_t part[3] = {0};
    static const uint8_t from[] = {0, 5, 8};
    static const uint8_t to[] = {4, 7, 10};
    for (int p = 0; p < 3; p++)
        for (uint8_t i = from[p]; i < to[p]; i++) {
            if (published.ptr[i] < '0' || published.ptr[i] > '9') return INT32_MIN;
            part[p] = part[p] * 10 + (published.ptr[i] - '0');
        }
    /* source: Hinnant, "chrono-compatible low-level date algorithms" */
    int32_t year = part[0] - (part[1] <= 2);
    int32_t era = year / 400;
    int32_t year_of_era = year - era * 400;
    int32_t day_of_year = (153 * (part[1] + (part[1] > 2 ? -3 : 9)) + 2) / 5 + part[2] - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

static Occurrences count_terms(PlArena *arena, const PlStoryInput *reports,
                               const PlArticleWords *words, uint32_t n_reports)
{
    Occurrences found = {0};
    for (uint32_t i = 0; i < n_reports; i++) {
        for (uint32_t w = 0; w < words[i].n; w++)
            *pl_vec_push(arena, &found) = (Occurrence){words[i].hash[w], i, 1};
        const PlMentions *mentions = reports[i].mentions;
        for (uint32_t m = 0; m < mentions->mentions.n; m++) {
            const PlMention *mention = &mentions->mentions.items[m];
            if (mention->entity < 0 || !mentions->entities.items[mention->entity].is_named)
                continue;
            int32_t actor = reports[i].actor_of[mention->entity];
            uint64_t hash = ((uint64_t)(uint32_t)actor + 1) * 0xd6e8feb86659fd93u;
            *pl_vec_push(arena, &found) = (Occurrence){hash, i, ACTOR_WEIGHT};
        }
    }
    if (found.n) qsort(found.items, found.n, sizeof *found.items, compare_occurrences);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < found.n; i++)
        if (kept && compare_occurrences(&found.items[kept - 1], &found.items[i]) == 0)
            found.items[kept - 1].count += found.items[i].count;
        else
            found.items[kept++] = found.items[i];
    found.n = kept;
    return found;
}

static void keep_heaviest(Bag *bag)
{
    if (bag->n) qsort(bag->terms, bag->n, sizeof *bag->terms, compare_weights);
    if (bag->n > MOST_TERMS) bag->n = MOST_TERMS;
    double square = 0;
    for (uint32_t t = 0; t < bag->n; t++)
        square += bag->terms[t].weight * bag->terms[t].weight;
    for (uint32_t t = 0; t < bag->n; t++)
        bag->terms[t].weight /= sqrt(square);
    if (bag->n) qsort(bag->terms, bag->n, sizeof *bag->terms, compare_hashes);
}

/* tf-idf with both parts damped; a term of every report still counts a little, since a record of
 * five reports on one round of talks is the common case. */
static Bag *make_bags(PlArena *arena, const PlStoryInput *reports, const PlArticleWords *words,
                      uint32_t n_reports)
{
    Occurrences found = count_terms(arena, reports, words, n_reports);
    Bag *bags = pl_arena_array(arena, Bag, n_reports);
    for (uint32_t i = 0; i < found.n; i++)
        bags[found.items[i].report].n++;
    for (uint32_t i = 0; i < n_reports; i++) {
        bags[i].terms = pl_arena_array(arena, Term, bags[i].n);
        bags[i].n = 0;
        bags[i].day = day_of(reports[i].article->metadata.published);
    }
    uint32_t from = 0;
    while (from < found.n) {
        uint32_t to = from;
        while (to < found.n && found.items[to].hash == found.items[from].hash)
            to++;
        double rarity = pl_log2_ratio((uint64_t)n_reports + (to - from), to - from) / 256.0;
        for (uint32_t i = from; i < to; i++) {
            Bag *bag = &bags[found.items[i].report];
            bag->terms[bag->n++] =
                (Term){found.items[i].hash,
                       (1.0 + pl_log2_ratio(found.items[i].count, 1) / 256.0) * rarity};
        }
        from = to;
    }
    for (uint32_t i = 0; i < n_reports; i++)
        keep_heaviest(&bags[i]);
    return bags;
}

static double similarity(const Bag *a, const Bag *b)
{
    double sum = 0;
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < a->n && j < b->n) {
        if (a->terms[i].hash == b->terms[j].hash)
            sum += a->terms[i++].weight * b->terms[j++].weight;
        else if (a->terms[i].hash < b->terms[j].hash)
            i++;
        else
            j++;
    }
    return sum;
}

typedef struct Cluster {
    PL_VEC(uint32_t) members;
    int32_t newest_day;
} Cluster;

typedef PL_VEC(Cluster) Clusters;

static bool too_far_apart(const Cluster *cluster, const Bag *bag)
{
    return cluster->newest_day != INT32_MIN && bag->day != INT32_MIN &&
           bag->day - cluster->newest_day > MOST_DAYS_APART;
}

/* A large story is judged by its newest members: it moves on, and the cost stays bounded. */
static double mean_similarity(const Cluster *cluster, const Bag *bags, const Bag *bag)
{
    enum { MOST_COMPARED = 12 };
    uint32_t n = cluster->members.n < MOST_COMPARED ? cluster->members.n : MOST_COMPARED;
    double sum = 0;
    for (uint32_t m = cluster->members.n - n; m < cluster->members.n; m++)
        sum += similarity(&bags[cluster->members.items[m]], bag);
    return sum / n;
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

/* The clusters a report is compared with: the newest ones, so that cost stays linear in reports. */
static int32_t best_cluster(const Clusters *clusters, const Bag *bags, const Bag *bag)
{
    double best = LEAST_SIMILARITY;
    int32_t chosen = -1;
    uint32_t first = clusters->n > MOST_POSTINGS ? clusters->n - MOST_POSTINGS : 0;
    for (uint32_t c = first; c < clusters->n; c++) {
        if (too_far_apart(&clusters->items[c], bag)) continue;
        double mean = mean_similarity(&clusters->items[c], bags, bag);
        if (mean > best) {
            best = mean;
            chosen = (int32_t)c;
        }
    }
    return chosen;
}

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
    const Bag *bags = make_bags(arena, reports, words, n_reports);
    const uint32_t *order = order_by_date(arena, reports, n_reports);
    Clusters clusters = {0};
    for (uint32_t i = 0; i < n_reports; i++) {
        const Bag *bag = &bags[order[i]];
        int32_t chosen = best_cluster(&clusters, bags, bag);
        Cluster *cluster = chosen >= 0 ? &clusters.items[chosen] : pl_vec_push(arena, &clusters);
        *pl_vec_push(arena, &cluster->members) = order[i];
        cluster->newest_day = bag->day;
    }
    for (uint32_t c = 0; c < clusters.n; c++)
        write_story(arena, reports, &clusters.items[c], stories);
}
