#include "story/shared_text.h"

#include "story/copies.h"

#include <stdlib.h>

enum { LEAST_SHARED = 20 }; /* shingles: 24 running words */
static const double LEAST_CONTAINMENT = 0.5;
static const double LEAST_RESEMBLANCE = 0.2;

void pl_shared_text_init(PlSharedTextIndex *index, PlArena *arena, PlWordsOfReport words_of,
                         void *context)
{
    *index = (PlSharedTextIndex){.arena = arena, .words_of = words_of, .context = context};
    pl_postings_init(&index->reports_of, arena, PL_POSTINGS_MOST_VALUES);
}

void pl_shared_text_count(PlSharedTextIndex *index, const PlFingerprints *fingerprints)
{
    for (uint32_t i = 0; i < fingerprints->n; i++)
        pl_postings_count(&index->reports_of, fingerprints->items[i], 1);
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void find_candidates(PlSharedTextIndex *index, const PlFingerprints *fingerprints)
{
    index->candidates.n = 0;
    for (uint32_t i = 0; i < fingerprints->n; i++) {
        PlPosting posting = pl_postings_find(&index->reports_of, fingerprints->items[i]);
        bool is_common = posting.total > PL_COPIES_MOST_SHARERS;
        for (uint32_t v = 0; v < posting.n; v++)
            *pl_vec_push(index->arena, &index->candidates) = 2 * posting.values[v] + is_common;
    }
    if (index->candidates.n)
        qsort(index->candidates.items, index->candidates.n, sizeof *index->candidates.items,
              compare_numbers);
}

/* A fifth of resemblance is a third of containment at the least; that half of it should show in
 * the fingerprints leaves room for chance. */
static bool is_likely(uint32_t n_votes, uint32_t n_shingles, uint32_t n_other_shingles)
{
    enum { SHINGLES_A_FINGERPRINT = (PL_FINGERPRINT_WINDOW + 1) / 2, PARTS = 6 };
    uint32_t n_shorter = n_shingles < n_other_shingles ? n_shingles : n_other_shingles;
    return n_votes * PARTS * SHINGLES_A_FINGERPRINT >= n_shorter;
}

static void compare(PlSharedTextIndex *index, uint32_t report, bool is_furniture, PlShares *shares)
{
    uint32_t n = index->set.n;
    uint32_t n_other = index->n_shingles.items[report];
    PlArticleWords words = index->words_of(index->context, report);
    uint32_t n_shared = pl_shingle_set_shared(&index->set, &words);
    uint32_t n_shorter = n < n_other ? n : n_other;
    if (n_shared < LEAST_SHARED) return;
    PlShare share = {.report = report,
                     .n_shared = n_shared,
                     .containment = (double)n_shared / n_shorter,
                     .resemblance = (double)n_shared / (n + n_other - n_shared),
                     .is_furniture = is_furniture};
    if (share.containment >= LEAST_CONTAINMENT || share.resemblance >= LEAST_RESEMBLANCE)
        *pl_vec_push(index->arena, shares) = share;
}

static void compare_candidates(PlSharedTextIndex *index, PlShares *shares)
{
    uint32_t from = 0;
    while (from < index->candidates.n) {
        uint32_t report = index->candidates.items[from] / 2;
        uint32_t n_common = 0;
        uint32_t to = from;
        for (; to < index->candidates.n && index->candidates.items[to] / 2 == report; to++)
            n_common += index->candidates.items[to] & 1;
        if (is_likely(to - from, index->set.n, index->n_shingles.items[report]))
            compare(index, report, 2 * n_common > to - from, shares);
        from = to;
    }
}

void pl_shared_text_add(PlSharedTextIndex *index, const PlArticleWords *words,
                        const PlFingerprints *fingerprints, PlShares *shares)
{
    shares->n = 0;
    pl_shingle_set_fill(index->arena, words, &index->set);
    find_candidates(index, fingerprints);
    compare_candidates(index, shares);
    uint32_t report = index->n_shingles.n;
    *pl_vec_push(index->arena, &index->n_shingles) = index->set.n;
    for (uint32_t i = 0; i < fingerprints->n; i++)
        pl_postings_add(&index->reports_of, fingerprints->items[i], report);
}
