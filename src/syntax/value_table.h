/* Value tables: a frozen map from 64-bit hashes to small numbers, as it lies in the model file.
 *
 * A slot is a 32-bit fingerprint of the hash and a value; open addressing, linear probing, at most
 * half full. Keys themselves are not kept: a key that is not in the table is taken for one that is
 * with a probability of about one in two thousand million.
 *
 * threads  read-only, shared
 */
#ifndef PL_SYNTAX_VALUE_TABLE_H
#define PL_SYNTAX_VALUE_TABLE_H

#include "base/slice.h"

typedef struct PlValueSlot {
    uint32_t fingerprint; /* 0 = free */
    uint32_t value;
} PlValueSlot;

typedef struct PlValueTable {
    const PlValueSlot *slots; /* [mask + 1], a power of two */
    uint32_t mask;
} PlValueTable;

enum { PL_NO_VALUE = -1 };
#define PL_ANY_VALUE UINT32_MAX /* n_values of a table whose values lead nowhere */

static inline uint64_t pl_hash_mix(uint64_t hash, uint64_t with)
{
    hash = (hash ^ with) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static inline uint32_t pl_hash_fingerprint(uint64_t hash)
{
    return (uint32_t)(hash >> 32) | 1;
}

/* A section as a table: false when its size is no power of two of slots, it has no free slot, or a
 * value is not below `n_values`. A trusted section's slots are not looked at. */
bool pl_value_table_read(PlSlice section, uint32_t n_values, bool trusted, PlValueTable *table);

/* Begins to fetch what a look-up will read: the tables are larger than the near caches, and a
 * look-up alone mostly waits. */
static inline void pl_value_table_prefetch(const PlValueTable *table, uint64_t hash)
{
    __builtin_prefetch(&table->slots[(uint32_t)hash & table->mask]);
}

/* The value of a hash, or PL_NO_VALUE. */
static inline int64_t pl_value_table_find(const PlValueTable *table, uint64_t hash)
{
    uint32_t fingerprint = pl_hash_fingerprint(hash);
    for (uint32_t i = (uint32_t)hash & table->mask;; i = (i + 1) & table->mask) {
        if (table->slots[i].fingerprint == fingerprint) return table->slots[i].value;
        if (table->slots[i].fingerprint == 0) return PL_NO_VALUE;
    }
}

#endif
