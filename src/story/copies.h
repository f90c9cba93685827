/* Copies: which reports repeat each other's text, and so which of them are independent.
 *
 * Two reports share text when the five-word shingles that both have are half of the shorter one's
 * (containment, so that wire copy inside a longer report is seen) or a fifth of all that the two
 * have (resemblance: both rewrote it). Candidates come from an index of fingerprints with capped
 * lists (story/postings.h); what they share is then counted exactly.
 *
 * Text in more than PL_COPIES_MOST_SHARERS reports is a site's furniture or a much used quotation.
 * A pair that shares mostly such text shares text, but neither copies the other.
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
 * cost     O(words), and at most PL_POSTINGS_MOST_VALUES exact counts a fingerprint
 * source   Broder 1997, resemblance and containment
 */
#ifndef PL_STORY_COPIES_H
#define PL_STORY_COPIES_H

#include "story/article_words.h"

enum { PL_COPIES_MOST_SHARERS = 32 };

typedef enum PlSharedTextKind {
    PL_SHARED_COPY,      /* text that few others have */
    PL_SHARED_FURNITURE, /* text that many have */
    PL_N_SHARED_TEXT_KINDS
} PlSharedTextKind;

extern const char *const pl_shared_text_kind_names[PL_N_SHARED_TEXT_KINDS];

/* Two reports that share text. */
typedef struct PlSharedText {
    int32_t report; /* the later one */
    int32_t with;
    PlSharedTextKind kind;
    double containment; /* of the shingles of the shorter one, the share that both have */
    double resemblance; /* of the shingles of both, the share that both have */
} PlSharedText;

typedef PL_VEC(PlSharedText) PlSharedTexts;

typedef struct PlCopies {
    int32_t *original_of;  /* [n_reports] index of the original; itself = no copy */
    int32_t *publisher_of; /* [n_reports] the first report, by index, of the same publisher */
    PlSharedTexts shared;  /* sorted by report, then with */
} PlCopies;

void pl_copies_find(PlArena *arena, const PlArticle *const *articles, const PlArticleWords *words,
                    uint32_t n_reports, PlCopies *copies);

/* The agency in a dateline, "AP" of "GENEVA, May 3 (AP) -"; empty = none. Borrowed. */
PlSlice pl_copies_wire_tag(const PlArticle *article);

#endif
