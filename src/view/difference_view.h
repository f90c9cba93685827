/* Differences and agreements: each subject and attribute with its values side by side.
 *
 * JSON  [{"subject","attribute","kind","values":[{"value","publishers","evidence"}]}]
 * CSV   one row a value
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_VIEW_DIFFERENCE_VIEW_H
#define PL_VIEW_DIFFERENCE_VIEW_H

#include "view/evidence.h"

typedef struct PlValueSaid {
    PlSlice value;
    uint32_t n_publishers;
    PlEvidence evidence;
} PlValueSaid;

typedef struct PlDifferenceSaid {
    const PlDifference *difference;
    PL_VEC(PlValueSaid) values;
} PlDifferenceSaid;

typedef PL_VEC(PlDifferenceSaid) PlDifferencesSaid;

/* In the record's order, which is by weight. `agreements`: those of that kind only, else all
 * others. */
void pl_differences_collect(PlArena *arena, const PlRecord *record, bool agreements,
                            PlDifferencesSaid *said);

/* format: TEXT, JSON or CSV; `page` for TEXT only. */
void pl_difference_view_write(PlPage *page, const PlRecord *record, bool agreements,
                              ParleyFormat format);

/* {"subject","attribute","kind","values"} */
void pl_difference_write_json(PlJson *json, const PlRecord *record, const PlDifferenceSaid *said);

/* "2 publishers", and the grades of the sources that say it, when grades are given: "2 publishers;
 * grades A, C, -"; "-" for a source without. */
PlSlice pl_difference_publishers(PlArena *arena, const PlRecord *record, const PlValueSaid *value);

/* One value under its difference: value, how many publishers, references. */
void pl_difference_put_value(PlArena *arena, const PlRecord *record, const PlValueSaid *value,
                             PlRich *rich);

#endif
