#include "vectors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/word_features.h"
#include "treebank.h"

void vectors_read(PlArena *arena, const char *path, Vectors *vectors)
{
    PlSlice bytes = treebank_file(arena, path);
    uint32_t header[2];
    memcpy(header, bytes.ptr, sizeof header);
    *vectors = (Vectors){.n_words = header[0], .n_dims = header[1]};
    vectors->row = pl_arena_array(arena, uint32_t, vectors->n_words);
    PlSlice rest = {bytes.ptr + sizeof header, bytes.len - sizeof header};
    for (uint32_t i = 0; i < vectors->n_words; i++) {
        PlSlice word;
        if (!pl_slice_next(&rest, '\n', &word)) break;
        PlWordKey key = pl_word_key(word);
        uint32_t before = vectors->keys.names.n;
        int32_t symbol = pl_symbols_intern(arena, &vectors->keys, (PlSlice){key.bytes, key.len});
        if ((uint32_t)symbol == before) vectors->row[symbol] = i;
    }
    size_t n_values = (size_t)vectors->n_words * vectors->n_dims;
    if (rest.len != n_values * sizeof(float)) {
        fprintf(stderr, "%s: not a file of train/word_vectors.py\n", path);
        exit(1);
    }
    float *values = pl_arena_array(arena, float, n_values);
    memcpy(values, rest.ptr, rest.len);
    vectors->values = values;
}

int32_t vectors_row(const Vectors *vectors, PlSlice key)
{
    int32_t symbol = pl_symbols_find(&vectors->keys, key);
    return symbol == PL_NO_SYMBOL ? -1 : (int32_t)vectors->row[symbol];
}
