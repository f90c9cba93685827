/* Lemma tables: what the treebanks teach of lemmas and features, as sections of the model.
 *
 * Rules are learnt from types, not tokens: for each tag and suffix the edit that most forms with it
 * take; a rule that its shorter suffix already says is left out. Forms that the rules get wrong are
 * listed, and so are regular forms of frequent words that the treebanks do not have: there the base
 * is the likely one that is itself a frequent word (wiped: wipe, not wip).
 */
#ifndef PL_TRAIN_LEMMA_TABLES_H
#define PL_TRAIN_LEMMA_TABLES_H

#include "model_writer.h"
#include "treebank.h"
#include "vectors.h"

/* Adds the sections lemma.* and feats*; *n_feats gets the number of feature strings. */
void lemma_tables_add(PlArena *arena, const Treebank *treebanks, int n_treebanks,
                      const Vectors *vectors, ModelWriter *writer, uint32_t *n_feats);

#endif
