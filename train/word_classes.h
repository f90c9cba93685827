/* Word classes: words of like vectors under one number, what the project's lists say of them, and
 * what names they lean to (name_leanings.h).
 *
 * k-means over the vectors of the frequent words, scaled to length 1: coarse classes, and the same
 * within each of them. Lists are those of data/en (given and family names, places,
 * organisations, words that names end with, titles, countries and their people, words that are no
 * names): one bit each, by whole names and by their parts.
 *
 * source   Turian et al. 2010 (classes of words as features of names)
 */
#ifndef PL_TRAIN_WORD_CLASSES_H
#define PL_TRAIN_WORD_CLASSES_H

#include "table_writer.h"
#include "vectors.h"

/* The value table of PlNamesTable. leanings[vectors->n_words]; words beyond the first n_words
 * vectors are in it for the lists alone. */
void word_classes_make(PlArena *arena, const Vectors *vectors, const uint32_t *leanings,
                       uint32_t n_words, TableWriter *out);

#endif
