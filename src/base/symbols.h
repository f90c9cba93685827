/* Symbols: interned strings. The same bytes get the same small number, from 0 in order of arrival.
 *
 * owner    the arena; slices given in are copied, but for lasting ones
 * cost     O(length) a look-up, expected
 * threads  many readers (pl_symbols_find, pl_symbols_name) or one writer
 */
#ifndef PL_BASE_SYMBOLS_H
#define PL_BASE_SYMBOLS_H

#include "base/vec.h"

enum { PL_NO_SYMBOL = -1 };

typedef struct PlSymbolSlot {
    uint32_t symbol; /* + 1, 0 = free */
    uint32_t hash;
} PlSymbolSlot;

typedef struct PlSymbols {
    PL_VEC(PlSlice) names; /* by symbol */
    PlSymbolSlot *slots;   /* [n_slots], linear probing */
    uint32_t n_slots;      /* a power of two, or 0 */
} PlSymbols;

/* Room for `n` names in all, so that they come without moving those that are there. */
void pl_symbols_reserve(PlArena *arena, PlSymbols *symbols, uint32_t n);
/* The symbol of `name`, new if need be. */
int32_t pl_symbols_intern(PlArena *arena, PlSymbols *symbols, PlSlice name);
/* The same of a name that lives as long as the symbols, as the cells of a table do: it is kept, not
 * copied. */
int32_t pl_symbols_intern_lasting(PlArena *arena, PlSymbols *symbols, PlSlice name);
/* The symbol of `name`, or PL_NO_SYMBOL. */
int32_t pl_symbols_find(const PlSymbols *symbols, PlSlice name);
PlSlice pl_symbols_name(const PlSymbols *symbols, int32_t symbol);

#endif
