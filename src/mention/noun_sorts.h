/* Noun sorts: what sort of thing a noun phrase means, roughly.
 *
 * owner    the arena given to pl_noun_sorts_load, immutable afterwards
 * threads  shared
 */
#ifndef PL_MENTION_NOUN_SORTS_H
#define PL_MENTION_NOUN_SORTS_H

#include "base/symbols.h"

typedef enum PlSort {
    PL_SORT_PERSON,
    PL_SORT_ORG,
    PL_SORT_PLACE,
    PL_SORT_PEOPLE,
    PL_SORT_OBJECT,
    PL_SORT_ANIMAL,
    PL_SORT_ACT, /* and events, processes */
    PL_SORT_IDEA,
    PL_SORT_STATE,
    PL_SORT_AMOUNT,
    PL_SORT_TIME,
    PL_SORT_UNKNOWN,
    PL_N_SORTS
} PlSort;

typedef struct PlNounSorts {
    PlSymbols words;
    PL_VEC(uint8_t) sorts; /* PlSort, by symbol */
} PlNounSorts;

/* Reads noun-sorts.tsv. */
void pl_noun_sorts_load(PlArena *arena, PlNounSorts *sorts);
/* The sort of a lemma, PL_SORT_UNKNOWN when the table does not have it. */
PlSort pl_noun_sort(const PlNounSorts *sorts, PlSlice lemma);

#endif
