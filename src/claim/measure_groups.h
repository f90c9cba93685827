/* Measure groups: numbers that are of one thing, told by several reports.
 *
 * Two measures are of one thing when they are of reports of one context, have the same name and
 * attribute, and no modifiers that are apart ("export ban", "ban on exports", "ban"; not "arms
 * embargo" and "oil embargo"), and when the greatest of a group is at most `most_ratio`
 * times its least: two dead in a night and forty thousand in a war are two figures. Days are of one
 * thing when they are near.
 *
 * owner    `arena`
 * cost     O(n log n)
 * threads  pure: the caller hands them in in an order that depends on the set of reports alone
 */
#ifndef PL_CLAIM_MEASURE_GROUPS_H
#define PL_CLAIM_MEASURE_GROUPS_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct PlMeasured {
    int32_t context; /* the story or negotiation; measures of two never meet */
    PlSlice thing;
    PlSlice attribute;
    PlSlice modifiers;
    double number;
} PlMeasured;

/* [n]: the group of each, the index of one of its measures. */
int32_t *pl_measures_group(PlArena *arena, const PlMeasured *measures, uint32_t n,
                           double most_ratio);

#endif
