#include "word_rows.h"

void word_rows_find(const PlTokens *tokens, Sentence *sentences, uint32_t n,
                    const PlSymbols *vocabulary, const Vectors *vectors, uint32_t n_vector_words)
{
    for (uint32_t s = 0; s < n; s++)
        for (int32_t w = 0; w < sentences[s].n; w++) {
            Word *word = &sentences[s].words[w];
            PlWordKey key = pl_word_key(tokens->lower[sentences[s].first_tok + (uint32_t)w]);
            PlSlice bytes = {key.bytes, key.len};
            word->vocabulary = pl_symbols_find(vocabulary, bytes);
            int32_t row = vectors_row(vectors, bytes);
            bool exported = word->vocabulary >= 0 || row < (int32_t)n_vector_words;
            word->vector = row >= 0 && exported ? row : TREEBANK_NONE;
        }
}
