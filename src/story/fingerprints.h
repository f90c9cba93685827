/* Fingerprints: what a report's text is known by among millions, and the exact count of what two
 * texts share.
 *
 * A shingle is five running words. Of every PL_FINGERPRINT_WINDOW running shingles the one of the
 * least hash is a fingerprint, so any 28 words that two reports share give both the same
 * fingerprint, at one fingerprint in 12 words.
 *
 * threads  pure
 * source   Broder 1997, resemblance and containment; Schleimer, Wilkerson and Aiken 2003, winnowing
 */
#ifndef PL_STORY_FINGERPRINTS_H
#define PL_STORY_FINGERPRINTS_H

#include "story/article_words.h"

enum { PL_SHINGLE_WORDS = 5, PL_FINGERPRINT_WINDOW = 24 };

typedef PL_VEC(uint32_t) PlFingerprints;

/* The report's fingerprints, sorted, each once. O(words) */
void pl_fingerprints_find(PlArena *arena, const PlArticleWords *words,
                          PlFingerprints *fingerprints);

/* The distinct shingles of one report, to hold others against. */
typedef struct PlShingleSet {
    struct PlShingle *slots; /* [1 << n_bits] */
    uint32_t n_bits;
    uint32_t n;          /* distinct shingles */
    uint32_t n_compared; /* marks what this other report has shared already */
} PlShingleSet;

/* In `arena`, or in the room that `set` has from before. O(words) */
void pl_shingle_set_fill(PlArena *arena, const PlArticleWords *words, PlShingleSet *set);
/* How many distinct shingles `words` has of the set's. O(words) */
uint32_t pl_shingle_set_shared(PlShingleSet *set, const PlArticleWords *words);

#endif
