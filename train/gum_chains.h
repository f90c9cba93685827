/* GUM's documents as running text, with which words head mentions of which entity.
 *
 * The text is made as bench/language_score.py makes it: an empty line before a new paragraph.
 *
 * owner    the arena given in
 */
#ifndef PL_TRAIN_GUM_CHAINS_H
#define PL_TRAIN_GUM_CHAINS_H

#include "base/vec.h"

typedef struct GoldMention {
    PlSpan head; /* bytes of the text */
    int32_t entity;
} GoldMention;

typedef struct GoldDocument {
    PlSlice text;
    PL_VEC(GoldMention) mentions; /* one a head and entity */
    int32_t n_entities;
} GoldDocument;

typedef PL_VEC(GoldDocument) GoldDocuments;

/* Appends the documents of a CoNLL-U file; ends the program with a line when it is unreadable. */
void gum_chains_read(PlArena *arena, const char *path, GoldDocuments *documents);

#endif
