/* Stances: the words by which a side demands, offers, accepts, rejects, concedes, supports or
 * opposes, from data/en/stance_*.tsv.
 *
 * owner    the arena given to pl_stances_load, immutable afterwards
 * cost     a look-up is O(length of the lemma), expected
 * threads  shared
 */
#ifndef PL_TALKS_STANCES_H
#define PL_TALKS_STANCES_H

#include "syntax/lexicon.h"
#include "talks/talks.h"

enum { PL_NO_STANCE = -1 };

typedef enum PlStanceNeed {
    PL_STANCE_NEEDS_NOTHING,
    PL_STANCE_NEEDS_ISSUE,  /* only what data/en/issues covers */
    PL_STANCE_NEEDS_MUST,   /* a clause that says what has to be */
    PL_STANCE_NEEDS_DEED,   /* words that begin with a verb, on an issue */
    PL_STANCE_NEEDS_HEAD,   /* an issue that is the head of the words */
    PL_STANCE_NEEDS_ACCORD, /* an accord, an offer or a plan */
    PL_STANCE_NEEDS_MAY     /* a clause that says what could be */
} PlStanceNeed;

typedef struct PlStanceWord {
    PlSlice after; /* verbs: words in order; nouns: alternatives split by '|' */
    int8_t stance;
    int8_t negated;
    uint8_t need;
    int32_t next; /* the next row of the same lemma, -1 = none */
} PlStanceWord;

typedef struct PlStanceTable {
    PlSymbols lemmas;
    PL_VEC(int32_t) first; /* by symbol of `lemmas`: index into `words` */
    PL_VEC(PlStanceWord) words;
} PlStanceTable;

typedef struct PlStances {
    PlStanceTable verbs;
    PlStanceTable nouns;
    const PlLexicon *adjectives;
    const PlLexicon *predicates;
    const PlLexicon *reactions;
    const PlLexicon *holders;
} PlStances;

const PlStances *pl_stances_load(PlArena *arena);
/* The index of the first row of a lemma, or -1; `next` leads to the others in the table's order. */
int32_t pl_stance_table_find(const PlStanceTable *table, PlSlice lemma);
/* The stance called `name`, or PL_NO_STANCE. */
int8_t pl_stance_named(PlSlice name);
/* A cell of an adjective or predicate row as a stance. */
int8_t pl_stance_of_row(const PlLexicon *lexicon, int32_t row, const char *column);

#endif
