/* Names corpora: sentences with BIO tags and no trees.
 *
 * owner    the arena given in
 */
#ifndef PL_TRAIN_NAMES_CORPUS_H
#define PL_TRAIN_NAMES_CORPUS_H

#include "network.h"

typedef struct NamesCorpus {
    PlTokens tokens;
    PL_VEC(Sentence) sentences;
    PL_VEC(Sentence) treebank; /* those of the treebank that carries names: only their tags */
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

void names_corpus_read(PlArena *arena, const char *folder, bool dev, NamesCorpus *corpus);
/* Puts the tags of the treebank's sentences onto its words. */
void names_corpus_mark(const NamesCorpus *corpus, Treebank *treebank);

void names_count(const Sentence *sentence, const Answer *answers, NameCounts *counts);
NameScores names_score(const NameCounts *counts);

#endif
