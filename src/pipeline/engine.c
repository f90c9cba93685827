#include "pipeline/engine.h"

#include "base/data.h"
#include "parley/parley.h"

static uint64_t mix(uint64_t hash, uint64_t more)
{
    hash ^= more + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    return hash * 0xd6e8feb86659fd93u;
}

uint64_t pl_engine_fingerprint(void)
{
    uint64_t hash = mix(pl_slice_hash(pl_slice(PARLEY_VERSION)), PL_ENGINE_VERSION);
    for (unsigned i = 0; i < pl_n_data_files; i++) {
        const PlDataFile *file = &pl_data_files[i];
        hash = mix(hash, pl_slice_hash(pl_slice(file->name)));
        hash = mix(hash, pl_slice_hash((PlSlice){(const char *)file->bytes, file->len}));
    }
    return hash;
}
