#include "story/copies.h"

#include <stdlib.h>

enum {
    SHINGLE_WORDS = 5,
    SAMPLE_ONE_IN = 4,
    LEAST_SHARED = 5 /* sampled shingles: about 25 running words */
};
static const double LEAST_CONTAINMENT = 0.5;
static const double LEAST_RESEMBLANCE = 0.2;

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

/* The reports by date, undated ones last, then by index. */

typedef struct Order {
    PlSlice published;
    uint32_t report;
} Order;

static int compare_orders(const void *a, const void *b)
{
    const Order *x = a;
    const Order *y = b;
    int order = (x->published.len == 0) - (y->published.len == 0);
    if (!order) order = pl_slice_compare(x->published, y->published);
    return order ? order : (x->report > y->report) - (x->report < y->report);
}

static const Order *order_by_date(PlArena *arena, const PlArticle *const *articles,
                                  uint32_t n_reports)
{
    Order *orders = pl_arena_array(arena, Order, n_reports);
    for (uint32_t i = 0; i < n_reports; i++)
        orders[i] = (Order){articles[i]->metadata.published, i};
    if (n_reports) qsort(orders, n_reports, sizeof *orders, compare_orders);
    return orders;
}

/* What a report repeats most of, among those before it. */
typedef struct Parent {
    int32_t report; /* -1 = none */
    uint32_t n_shared;
    uint32_t place; /* of the report itself in the order */
} Parent;

static bool shares_text(uint32_t n_shared, uint32_t n_first, uint32_t n_second)
{
    uint32_t n_shorter = n_first < n_second ? n_first : n_second;
    uint32_t n_both = n_first + n_second - n_shared;
    return n_shared >= LEAST_SHARED &&
           (n_shared >= LEAST_CONTAINMENT * n_shorter || n_shared >= LEAST_RESEMBLANCE * n_both);
}

static void offer_parent(Parent *parents, Pair pair, uint32_t n_shared)
{
    bool in_order = parents[pair.first].place < parents[pair.second].place;
    uint32_t earlier = in_order ? pair.first : pair.second;
    Parent *later = &parents[in_order ? pair.second : pair.first];
    bool better =
        later->report < 0 || n_shared > later->n_shared ||
        (n_shared == later->n_shared && parents[earlier].place < parents[later->report].place);
    if (!better) return;
    later->report = (int32_t)earlier;
    later->n_shared = n_shared;
}

static void find_parents(const Pairs *pairs, const uint32_t *n_of, Parent *parents)
{
    uint32_t from = 0;
    while (from < pairs->n) {
        Pair pair = pairs->items[from];
        uint32_t to = from;
        while (to < pairs->n && compare_pairs(&pairs->items[to], &pair) == 0)
            to++;
        if (shares_text(to - from, n_of[pair.first], n_of[pair.second]))
            offer_parent(parents, pair, to - from);
        from = to;
    }
}

PlSlice pl_copies_wire_tag(const PlArticle *article)
{
    PlSlice dateline = pl_slice_of(article->text, article->dateline);
    size_t close = dateline.len;
    while (close > 0 && dateline.ptr[close - 1] != ')')
        close--;
    size_t open = close;
    while (open > 0 && dateline.ptr[open - 1] != '(')
        open--;
    if (open == 0) return (PlSlice){0};
    return (PlSlice){dateline.ptr + open, close - 1 - open};
}

typedef struct Named {
    PlSlice publisher;
    int32_t report;
} Named;

static int compare_named(const void *a, const void *b)
{
    const Named *x = a;
    const Named *y = b;
    int order = pl_slice_compare(x->publisher, y->publisher);
    return order ? order : (x->report > y->report) - (x->report < y->report);
}

/* Where nobody is named, the original stands for its publisher. */
static void find_publishers(PlArena *arena, const PlArticle *const *articles, uint32_t n_reports,
                            PlCopies *copies)
{
    Named *named = pl_arena_array(arena, Named, n_reports);
    for (uint32_t i = 0; i < n_reports; i++) {
        const PlArticle *original = articles[copies->original_of[i]];
        PlSlice tag = pl_copies_wire_tag(original);
        named[i] = (Named){tag.len ? tag : original->metadata.source, (int32_t)i};
        copies->publisher_of[i] = copies->original_of[i];
    }
    if (n_reports) qsort(named, n_reports, sizeof *named, compare_named);
    int32_t first = -1;
    for (uint32_t i = 0; i < n_reports; i++) {
        if (named[i].publisher.len == 0) continue;
        if (first < 0 || !pl_slice_equal(named[i - 1].publisher, named[i].publisher))
            first = named[i].report;
        copies->publisher_of[named[i].report] = first;
    }
}

void pl_copies_find(PlArena *arena, const PlArticle *const *articles, const PlArticleWords *words,
                    uint32_t n_reports, PlCopies *copies)
{
    uint32_t *n_of = pl_arena_array(arena, uint32_t, n_reports);
    Shingles shingles = {0};
    for (uint32_t i = 0; i < n_reports; i++)
        sample_shingles(arena, &words[i], i, &shingles);
    sort_shingles(&shingles, n_of);
    Pairs pairs = {0};
    pair_sharers(arena, &shingles, &pairs);
    const Order *order = order_by_date(arena, articles, n_reports);
    Parent *parents = pl_arena_array(arena, Parent, n_reports);
    for (uint32_t i = 0; i < n_reports; i++)
        parents[order[i].report] = (Parent){.report = -1, .place = i};
    find_parents(&pairs, n_of, parents);
    copies->original_of = pl_arena_array(arena, int32_t, n_reports);
    copies->publisher_of = pl_arena_array(arena, int32_t, n_reports);
    for (uint32_t i = 0; i < n_reports; i++) {
        uint32_t report = order[i].report;
        int32_t parent = parents[report].report;
        copies->original_of[report] = parent < 0 ? (int32_t)report : copies->original_of[parent];
    }
    find_publishers(arena, articles, n_reports, copies);
}
