#include "base/symbols.h"

#include <assert.h>
#include <string.h>

/* Eight bytes a step. It never leaves the process: unlike pl_slice_hash it may differ between
 * machines. */
static uint32_t hash_of(PlSlice name)
{
    const uint64_t odd = 0x9e3779b97f4a7c15u;
    uint64_t hash = name.len * odd;
    size_t i = 0;
    for (; i + 8 <= name.len; i += 8) {
        uint64_t word;
        memcpy(&word, name.ptr + i, sizeof word);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    }
    if (i < name.len) {
        uint64_t word = 0;
        memcpy(&word, name.ptr + i, name.len - i);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    }
    hash *= 0xd6e8feb86659fd93u;
    return (uint32_t)(hash ^ hash >> 32);
}

static uint32_t slot_of(const PlSymbols *symbols, PlSlice name, uint32_t hash)
{
    uint32_t mask = symbols->n_slots - 1;
    uint32_t slot = hash & mask;
    for (; symbols->slots[slot].symbol; slot = (slot + 1) & mask)
        if (symbols->slots[slot].hash == hash &&
            pl_slice_equal(symbols->names.items[symbols->slots[slot].symbol - 1], name))
            break;
    return slot;
}

static void widen(PlArena *arena, PlSymbols *symbols, uint32_t n_slots)
{
    uint32_t n_old = symbols->n_slots;
    const PlSymbolSlot *old = symbols->slots;
    symbols->n_slots = n_slots;
    symbols->slots = pl_arena_array(arena, PlSymbolSlot, symbols->n_slots);
    uint32_t mask = symbols->n_slots - 1;
    for (uint32_t i = 0; i < n_old; i++) {
        if (!old[i].symbol) continue;
        uint32_t slot = old[i].hash & mask;
        while (symbols->slots[slot].symbol)
            slot = (slot + 1) & mask;
        symbols->slots[slot] = old[i];
    }
}

void pl_symbols_reserve(PlArena *arena, PlSymbols *symbols, uint32_t n)
{
    uint32_t n_slots = 64;
    while (n_slots / 2 < n)
        n_slots *= 2;
    if (n_slots > symbols->n_slots) widen(arena, symbols, n_slots);
}

static int32_t intern(PlArena *arena, PlSymbols *symbols, PlSlice name, bool is_lasting)
{
    /* At most half full: probes stay short. */
    if (symbols->names.n * 2 >= symbols->n_slots)
        widen(arena, symbols, symbols->n_slots ? symbols->n_slots * 2 : 64);
    uint32_t hash = hash_of(name);
    uint32_t slot = slot_of(symbols, name, hash);
    if (symbols->slots[slot].symbol) return (int32_t)symbols->slots[slot].symbol - 1;
    *pl_vec_push(arena, &symbols->names) = is_lasting ? name : pl_arena_copy(arena, name);
    symbols->slots[slot] = (PlSymbolSlot){symbols->names.n, hash};
    return (int32_t)symbols->names.n - 1;
}

int32_t pl_symbols_intern(PlArena *arena, PlSymbols *symbols, PlSlice name)
{
    return intern(arena, symbols, name, false);
}

int32_t pl_symbols_intern_lasting(PlArena *arena, PlSymbols *symbols, PlSlice name)
{
    return intern(arena, symbols, name, true);
}

int32_t pl_symbols_find(const PlSymbols *symbols, PlSlice name)
{
    if (symbols->n_slots == 0) return PL_NO_SYMBOL;
    uint32_t found = symbols->slots[slot_of(symbols, name, hash_of(name))].symbol;
    return found ? (int32_t)found - 1 : PL_NO_SYMBOL;
}

PlSlice pl_symbols_name(const PlSymbols *symbols, int32_t symbol)
{
    assert(symbol >= 0 && (uint32_t)symbol < symbols->names.n);
    return symbols->names.items[symbol];
}
