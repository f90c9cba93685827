/* Names corpora: sentences with tags of names and no trees.
 *
 * The corpora mark different things. A word has one of: a tag; NAME_UNKNOWN, where its corpus marks
 * what we do not (fields, genres, substances); NAME_NOT_MAIN, where its corpus marks people,
 * organisations and places only, so that the word may still be, say, an event.
 *
 * owner    the arena given in
 */
#ifndef PL_TRAIN_NAMES_CORPUS_H
#define PL_TRAIN_NAMES_CORPUS_H

#include "network.h"

typedef struct NamesCorpus {
    PlTokens tokens;
    PL_VEC(Sentence) sentences;
} NamesCorpus;

typedef struct NameCounts {
    size_t n_right;
    size_t n_gold;
    size_t n_said;
} NameCounts;

typedef struct NameScores {
    double precision;
    double recall;
    double f1;
} NameScores;

/* All the corpora below `folder` that are for training and have no trees. */
void names_corpus_read(PlArena *arena, const char *folder, NamesCorpus *corpus);
/* Reads the names of a treebank's own sentences (uner-ewt, IOB2) onto its words. Prints how many
 * sentences were found again. */
void names_corpus_mark(PlArena *arena, const char *path, Treebank *treebank);

/* Names of the types that UNER has, counted exactly: same words, same type. */
void names_count(const Sentence *sentence, const Answer *answers, NameCounts *counts);
NameScores names_score(const NameCounts *counts);

#endif
