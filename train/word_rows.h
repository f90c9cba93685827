/* Word rows: which rows of the vocabulary and of the vectors the words of sentences have. */
#ifndef PL_TRAIN_WORD_ROWS_H
#define PL_TRAIN_WORD_ROWS_H

#include "treebank.h"
#include "vectors.h"

/* A vector counts when the exported model will have it: that of a word of the vocabulary, or one of
 * the `n_vector_words` most frequent. */
void word_rows_find(const PlTokens *tokens, Sentence *sentences, uint32_t n,
                    const PlSymbols *vocabulary, const Vectors *vectors, uint32_t n_vector_words);

#endif
