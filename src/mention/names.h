/* Names: where a report names somebody or something, and of what kind the name is.
 *
 * Capitals propose; the gazetteer, titles, given names, the words inside and around, and the other
 * places of the same name in the report decide. Where capitals say nothing (headlines, the first
 * word of a sentence) a word is a name only when something else says so.
 *
 * Invariants
 *  1. names are sorted by start, then longer first.
 *  2. A nested name lies inside one that is not nested; others do not overlap.
 *
 * owner    `arena`
 * cost     O(tokens)
 * threads  the model is shared
 */
#ifndef PL_MENTION_NAMES_H
#define PL_MENTION_NAMES_H

#include "mention/titles.h"

typedef struct PlName {
    uint32_t first_tok;
    uint32_t end_tok;
    int32_t subject; /* of the gazetteer; -1 = not known beforehand */
    uint8_t readings;
    uint8_t type; /* PlEntityType */
    bool is_nested;
    bool is_titled;                   /* a title stands before it */
    int32_t key;                      /* the same for names written the same */
    int8_t scores[PL_N_ENTITY_TYPES]; /* what speaks for each type */
} PlName;

typedef struct PlNames {
    PL_VEC(PlName) names;
    PlSymbols keys;
    uint8_t *is_heading; /* [n_sents]: capitals say nothing in this sentence */
} PlNames;

void pl_names_find(PlArena *arena, const PlMentionModel *model, const PlArticle *article,
                   const PlTokens *tokens, const PlSyntax *syntax, PlNames *names);

#endif
