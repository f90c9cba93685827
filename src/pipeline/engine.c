#include "pipeline/engine.h"

#include <string.h>

#include "base/data.h"
#include "parley/parley.h"
#include "syntax/builtin_model.h"

static uint64_t mix(uint64_t hash, uint64_t more)
{
    hash ^= more + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    return hash * 0xd6e8feb86659fd93u;
}

/* Eight bytes at a time: the model has millions. */
static uint64_t hash_of(PlSlice bytes)
{
    uint64_t hash = bytes.len;
    size_t i = 0;
    for (; i + sizeof hash <= bytes.len; i += sizeof hash) {
        uint64_t word;
        memcpy(&word, bytes.ptr + i, sizeof word);
        hash = mix(hash, word);
    }
    return mix(hash, pl_slice_hash((PlSlice){bytes.ptr + i, bytes.len - i}));
}

uint64_t pl_engine_fingerprint(void)
{
    uint64_t hash = mix(pl_slice_hash(pl_slice(PARLEY_VERSION)), PL_ENGINE_VERSION);
    hash = mix(hash, hash_of(pl_builtin_model()));
    for (unsigned i = 0; i < pl_n_data_files; i++) {
        const PlDataFile *file = &pl_data_files[i];
        hash = mix(hash, hash_of(pl_slice(file->name)));
        hash = mix(hash, hash_of((PlSlice){(const char *)file->bytes, file->len}));
    }
    return hash;
}
