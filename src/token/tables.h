/* Token tables: the tables of data/en that cutting asks, opened once a report. */
#ifndef PL_TOKEN_TABLES_H
#define PL_TOKEN_TABLES_H

#include "token/lookup.h"

typedef struct PlTokenTables {
    PlLookup abbreviations; /* see abbreviations.h */
    PlLookup beginnings;    /* words that tell whether a sentence begins or goes on */
    PlLookup prefixes;      /* those that stay with the word behind their hyphen */
} PlTokenTables;

#endif
