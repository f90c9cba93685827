/* Abbreviations: words that keep their full stop, and whether a sentence can end with them.
 *
 * source  data/en/abbreviations.tsv
 * cost    O(log rows)
 */
#ifndef PL_TOKEN_ABBREVIATIONS_H
#define PL_TOKEN_ABBREVIATIONS_H

#include "token/lookup.h"

typedef enum PlAbbreviation {
    PL_ABBREVIATION_NONE,
    PL_ABBREVIATION_TITLE,  /* before a name, never ends a sentence: Mr., Gen. */
    PL_ABBREVIATION_NUMBER, /* an abbreviation only before a number: No., p. */
    PL_ABBREVIATION_INSIDE, /* the sentence goes on whatever follows: e.g., vs. */
    PL_ABBREVIATION_ANY     /* may end a sentence before what can begin one: Inc., Jan. */
} PlAbbreviation;

/* `form` with its last stop, as written: "Gen.". `lower`: the same in lower case. */
PlAbbreviation pl_abbreviation_find(const PlLookup *table, PlSlice form, PlSlice lower);

#endif
