#include "story/copies.h"

#include <stdlib.h>

enum {
    SHINGLE_WORDS = 5,
    SAMPLE_ONE_IN = 4,
    LEAST_SHARED = 5 /* sampled shingles: about 25 running words */
};
static const double LEAST_CONTAINMENT = 0.5;

typedef struct Shingle {
    uint64_t hash;
    uint32_t report;
} Shingle;

typedef struct Pair {
    uint32_t first;
    uint32_t second;
} Pair;

static int compare_shingles(const void *a, const void *b)
{
    const Shingle *x = a;
    const Shingle *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->report > y->report) - (x->report < y->report);
}

static int compare_pairs(const void *a, const void *b)
{
    const Pair *x = a;
    const Pair *y = b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x->second > y->second) - (x->second < y->second);
}

static int32_t root_of(int32_t *publisher_of, int32_t report)
{
    while (publisher_of[report] != report) {
        publisher_of[report] = publisher_of[publisher_of[report]];
        report = publisher_of[report];
    }
    return report;
}

static void join(int32_t *publisher_of, int32_t a, int32_t b)
{
    a = root_of(publisher_of, a);
    b = root_of(publisher_of, b);
    if (a < b)
        publisher_of[b] = a;
    else
        publisher_of[a] = b;
}

typedef PL_VEC(Shingle) Shingles;
typedef PL_VEC(Pair) Pairs;

static void sample_shingles(PlArena *arena, const PlArticleWords *words, uint32_t report,
                            Shingles *out)
{
    for (uint32_t i = 0; i + SHINGLE_WORDS <= words->n; i++) {
        uint64_t hash = 0;
        for (uint32_t w = 0; w < SHINGLE_WORDS; w++)
            hash = (hash ^ words->hash[i + w]) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 31;
        if (hash % SAMPLE_ONE_IN == 0) *pl_vec_push(arena, out) = (Shingle){hash, report};
    }
}

/* Sorts, drops what a report repeats, and counts what is left of each report. */
static void sort_shingles(Shingles *shingles, uint32_t *n_of)
{
    if (shingles->n == 0) return;
    qsort(shingles->items, shingles->n, sizeof *shingles->items, compare_shingles);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < shingles->n; i++) {
        if (kept && compare_shingles(&shingles->items[kept - 1], &shingles->items[i]) == 0)
            continue;
        shingles->items[kept++] = shingles->items[i];
        n_of[shingles->items[i].report]++;
    }
    shingles->n = kept;
}

static void pair_sharers(PlArena *arena, const Shingles *shingles, Pairs *pairs)
{
    uint32_t from = 0;
    while (from < shingles->n) {
        uint32_t to = from;
        while (to < shingles->n && shingles->items[to].hash == shingles->items[from].hash)
            to++;
        if (to - from <= PL_COPIES_MOST_SHARERS)
            for (uint32_t a = from; a < to; a++)
                for (uint32_t b = a + 1; b < to; b++)
                    *pl_vec_push(arena, pairs) =
                        (Pair){shingles->items[a].report, shingles->items[b].report};
        from = to;
    }
    if (pairs->n) qsort(pairs->items, pairs->n, sizeof *pairs->items, compare_pairs);
}

static void join_copies(const Pairs *pairs, const uint32_t *n_of, int32_t *publisher_of)
{
    uint32_t from = 0;
    while (from < pairs->n) {
        Pair pair = pairs->items[from];
        uint32_t to = from;
        while (to < pairs->n && compare_pairs(&pairs->items[to], &pair) == 0)
            to++;
        uint32_t n_shared = to - from;
        uint32_t n_shorter =
            n_of[pair.first] < n_of[pair.second] ? n_of[pair.first] : n_of[pair.second];
        if (n_shared >= LEAST_SHARED && n_shared >= LEAST_CONTAINMENT * n_shorter)
            join(publisher_of, (int32_t)pair.first, (int32_t)pair.second);
        from = to;
    }
}

typedef struct Named {
    PlSlice source;
    int32_t report;
} Named;

static int compare_named(const void *a, const void *b)
{
    const Named *x = a;
    const Named *y = b;
    int order = pl_slice_compare(x->source, y->source);
    return order ? order : (x->report > y->report) - (x->report < y->report);
}

static void join_sources(PlArena *arena, const PlArticle *const *articles, uint32_t n_reports,
                         int32_t *publisher_of)
{
    PL_VEC(Named) named = {0};
    for (uint32_t i = 0; i < n_reports; i++)
        if (articles[i]->metadata.source.len)
            *pl_vec_push(arena, &named) = (Named){articles[i]->metadata.source, (int32_t)i};
    if (named.n) qsort(named.items, named.n, sizeof *named.items, compare_named);
    for (uint32_t i = 1; i < named.n; i++)
        if (pl_slice_equal(named.items[i - 1].source, named.items[i].source))
            join(publisher_of, named.items[i - 1].report, named.items[i].report);
}

int32_t *pl_copies_publishers(PlArena *arena, const PlArticle *const *articles,
                              const PlArticleWords *words, uint32_t n_reports)
{
    int32_t *publisher_of = pl_arena_array(arena, int32_t, n_reports);
    uint32_t *n_of = pl_arena_array(arena, uint32_t, n_reports);
    Shingles shingles = {0};
    for (uint32_t i = 0; i < n_reports; i++) {
        publisher_of[i] = (int32_t)i;
        sample_shingles(arena, &words[i], i, &shingles);
    }
    sort_shingles(&shingles, n_of);
    Pairs pairs = {0};
    pair_sharers(arena, &shingles, &pairs);
    join_copies(&pairs, n_of, publisher_of);
    join_sources(arena, articles, n_reports, publisher_of);
    for (uint32_t i = 0; i < n_reports; i++)
        publisher_of[i] = root_of(publisher_of, (int32_t)i);
    return publisher_of;
}
