#include "checkpoint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *path, const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

void checkpoint_write(const char *path, const Network *network, const PlSymbols *vocabulary)
{
    FILE *file = fopen(path, "wb");
    if (!file) fail(path, "cannot be written");
    bool good = fwrite(&network->shape, sizeof network->shape, 1, file) == 1;
    for (uint32_t i = 0; i < vocabulary->names.n; i++)
        good = good && fprintf(file, "%.*s\n", PL_PRI(vocabulary->names.items[i])) > 0;
    good = good && fwrite(network->params.block, sizeof(float), network->params.n_all, file) ==
                       network->params.n_all;
    if (fclose(file) != 0 || !good) fail(path, "was not written whole");
}

void checkpoint_read(PlArena *arena, const char *path, Network *network, PlSymbols *vocabulary)
{
    PlSlice rest = treebank_file(arena, path);
    if (rest.len < sizeof network->shape) fail(path, "is no checkpoint");
    memcpy(&network->shape, rest.ptr, sizeof network->shape);
    rest.ptr += sizeof network->shape;
    rest.len -= sizeof network->shape;
    PlSlice word;
    for (size_t i = 0; i < network->shape.n_words && pl_slice_next(&rest, '\n', &word); i++)
        pl_symbols_intern(arena, vocabulary, word);
    params_alloc(&network->params, &network->shape);
    if (rest.len != network->params.n_all * sizeof(float)) fail(path, "is of another network");
    memcpy(network->params.block, rest.ptr, rest.len);
}
