/* Comparison: two reports of a record, held against each other.
 *
 * Both count as independent, whoever published them: what is asked is what the two say. Names are
 * linked as in the whole record.
 *
 * owner    `arena`; text borrows the record
 * cost     O(n^2) in the claims of the two
 * threads  pure
 */
#ifndef PL_PIPELINE_COMPARISON_H
#define PL_PIPELINE_COMPARISON_H

#include "pipeline/record.h"

/* What one report says and the other is silent on. */
typedef struct PlOnlySaid {
    PlSlice subject;
    PlSlice attribute;
    PlSlice value;
    PlSpan span;
} PlOnlySaid;

typedef struct PlComparison {
    int32_t reports[2];
    const PlSharedText *shared_text; /* NULL = none worth telling */
    bool is_same_story;
    PlDifferences differences;  /* agreements among them; evidence names reports of the record */
    PL_VEC(PlOnlySaid) only[2]; /* in the order of the text */
} PlComparison;

/* first, second: different reports of the record. */
void pl_comparison_find(PlArena *arena, const PlRecord *record, int32_t first, int32_t second,
                        PlComparison *comparison);

#endif
