/* Copies: which reports repeat each other's text, and so which of them are independent.
 *
 * Two reports share text when the five-word shingles that both have are half of the shorter one's
 * (containment, so that wire copy inside a longer report is seen) or a fifth of all that the two
 * have (Jaccard: both rewrote it). Shingles are sampled by hash, which keeps the estimate fair and
 * the index small; a shingle in more than PL_COPIES_MOST_SHARERS reports says nothing and is
 * skipped.
 *
 * Invariants
 *  1. Reports go by date, then index, undated ones last. A report is a copy of the earlier report
 *     with which it shares most, and of that one's original in turn: families are trees, so two
 *     families do not become one because a later report quotes from both.
 *  2. A report's publisher is that of its original: the agency that the original's dateline names,
 *     as (AP), else its source, else nobody else's. Sources do not become one because one of them
 *     once printed what the other wrote.
 *
 * owner    `arena`
 * cost     O(words), plus MOST_SHARERS squared a sampled shingle at the worst
 * source   Broder 1997, resemblance and containment by sampled shingles
 */
#ifndef PL_STORY_COPIES_H
#define PL_STORY_COPIES_H

#include "story/article_words.h"

enum { PL_COPIES_MOST_SHARERS = 32 };

typedef struct PlCopies {
    int32_t *original_of;  /* [n_reports] index of the original; itself = no copy */
    int32_t *publisher_of; /* [n_reports] the first report, by index, of the same publisher */
} PlCopies;

void pl_copies_find(PlArena *arena, const PlArticle *const *articles, const PlArticleWords *words,
                    uint32_t n_reports, PlCopies *copies);

/* The agency in a dateline, "AP" of "GENEVA, May 3 (AP) -"; empty = none. Borrowed. */
PlSlice pl_copies_wire_tag(const PlArticle *article);

#endif
