/* Shared text: an index of reports that says, for each new one, with which earlier ones it shares
 * text, and how much.
 *
 * Candidates are the reports that have its fingerprints, the newest of each; what they share is
 * counted exactly, from the words that the caller has of an earlier report.
 *
 * owner    the arena of pl_shared_text_init
 * cost     a report: O(words), PL_POSTINGS_MOST_VALUES a fingerprint, O(words) a likely candidate
 * memory   12 bytes a fingerprint in pages 40 to 85 % full, and 4 bytes a report
 * threads  one at a time
 */
#ifndef PL_STORY_SHARED_TEXT_H
#define PL_STORY_SHARED_TEXT_H

#include "story/fingerprints.h"
#include "story/postings.h"

/* The words of a report that was added; borrowed until the next call. */
typedef PlArticleWords (*PlWordsOfReport)(void *context, uint32_t report);

/* With an earlier report. */
typedef struct PlShare {
    uint32_t report;
    uint32_t n_shared; /* distinct shingles that both have */
    double containment;
    double resemblance;
    bool is_furniture; /* most of it is in more reports than PL_COPIES_MOST_SHARERS */
} PlShare;

typedef PL_VEC(PlShare) PlShares;

typedef struct PlSharedTextIndex {
    PlArena *arena;
    PlPostings reports_of; /* fingerprint -> reports */
    PlWordsOfReport words_of;
    void *context;
    PL_VEC(uint32_t) n_shingles; /* [report] distinct ones */
    PL_VEC(uint32_t) candidates; /* of the report being added, 2 * report + is common */
    PlShingleSet set;
} PlSharedTextIndex;

void pl_shared_text_init(PlSharedTextIndex *index, PlArena *arena, PlWordsOfReport words_of,
                         void *context);
/* Before a report is added: that it has these fingerprints. Counting all reports first makes what
 * is common depend on all of them, not on those before. */
void pl_shared_text_count(PlSharedTextIndex *index, const PlFingerprints *fingerprints);
/* Adds the next report, numbered from 0 in the order of the calls; `shares` by report. */
void pl_shared_text_add(PlSharedTextIndex *index, const PlArticleWords *words,
                        const PlFingerprints *fingerprints, PlShares *shares);

#endif
