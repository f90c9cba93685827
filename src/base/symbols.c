#include "base/symbols.h"

#include <assert.h>

static uint32_t slot_of(const PlSymbols *symbols, PlSlice name)
{
    uint32_t mask = symbols->n_slots - 1;
    uint32_t slot = (uint32_t)pl_slice_hash(name) & mask;
    while (symbols->slots[slot] &&
           !pl_slice_equal(symbols->names.items[symbols->slots[slot] - 1], name))
        slot = (slot + 1) & mask;
    return slot;
}

static void widen(PlArena *arena, PlSymbols *symbols)
{
    symbols->n_slots = symbols->n_slots ? symbols->n_slots * 2 : 64;
    symbols->slots = pl_arena_array(arena, uint32_t, symbols->n_slots);
    for (uint32_t i = 0; i < symbols->names.n; i++)
        symbols->slots[slot_of(symbols, symbols->names.items[i])] = i + 1;
}

int32_t pl_symbols_intern(PlArena *arena, PlSymbols *symbols, PlSlice name)
{
    /* At most half full: probes stay short. */
    if (symbols->names.n * 2 >= symbols->n_slots) widen(arena, symbols);
    uint32_t slot = slot_of(symbols, name);
    if (symbols->slots[slot]) return (int32_t)symbols->slots[slot] - 1;
    *pl_vec_push(arena, &symbols->names) = pl_arena_copy(arena, name);
    symbols->slots[slot] = symbols->names.n;
    return (int32_t)symbols->names.n - 1;
}

int32_t pl_symbols_find(const PlSymbols *symbols, PlSlice name)
{
    if (symbols->n_slots == 0) return PL_NO_SYMBOL;
    uint32_t found = symbols->slots[slot_of(symbols, name)];
    return found ? (int32_t)found - 1 : PL_NO_SYMBOL;
}

PlSlice pl_symbols_name(const PlSymbols *symbols, int32_t symbol)
{
    assert(symbol >= 0 && (uint32_t)symbol < symbols->names.n);
    return symbols->names.items[symbol];
}
