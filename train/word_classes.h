/* Word classes: words of like vectors under one number, and what the project's lists say of them.
 *
 * k-means over the vectors of the frequent words, scaled to length 1; the coarse classes are
 * k-means over the fine ones' centres. Lists are those of data/en (given and family names, places,
 * organisations, words that names end with, titles, countries and their people, words that are no
 * names): one bit each, by whole names and by their parts.
 *
 * source   Turian et al. 2010 (classes of words as features of names)
 */
#ifndef PL_TRAIN_WORD_CLASSES_H
#define PL_TRAIN_WORD_CLASSES_H

#include "table_writer.h"
#include "vectors.h"

/* The value table of PlNamesTable. */
void word_classes_make(PlArena *arena, const Vectors *vectors, uint32_t n_words, TableWriter *out);

#endif
