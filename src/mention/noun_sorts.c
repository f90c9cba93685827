#include "mention/noun_sorts.h"

#include <assert.h>

#include "base/data.h"

static const struct {
    const char *name;
    PlSort sort;
} names[] = {
    {"person", PL_SORT_PERSON}, {"group", PL_SORT_ORG},     {"place", PL_SORT_PLACE},
    {"object", PL_SORT_OBJECT}, {"animal", PL_SORT_ANIMAL}, {"act", PL_SORT_ACT},
    {"idea", PL_SORT_IDEA},     {"state", PL_SORT_STATE},   {"amount", PL_SORT_AMOUNT},
    {"money", PL_SORT_AMOUNT},  {"time", PL_SORT_TIME},
};

static PlSort sort_named(PlSlice name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (pl_slice_is(name, names[i].name)) return names[i].sort;
    assert(false && "noun-sorts.tsv has a sort that the program does not have");
    return PL_SORT_UNKNOWN;
}

void pl_noun_sorts_load(PlArena *arena, PlNounSorts *sorts)
{
    PlTable table = pl_table_load(arena, "noun-sorts.tsv");
    uint32_t sort_column = pl_table_column(&table, "sort");
    uint32_t word_column = pl_table_column(&table, "words");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSort sort = sort_named(pl_table_cell(&table, row, sort_column));
        PlSlice rest = pl_table_cell(&table, row, word_column);
        PlSlice word;
        while (pl_slice_next(&rest, ' ', &word)) {
            int32_t symbol = pl_symbols_intern_lasting(arena, &sorts->words, word);
            if ((uint32_t)symbol == sorts->sorts.n)
                *pl_vec_push(arena, &sorts->sorts) = (uint8_t)sort;
        }
    }
}

PlSort pl_noun_sort(const PlNounSorts *sorts, PlSlice lemma)
{
    int32_t symbol = pl_symbols_find(&sorts->words, lemma);
    return symbol < 0 ? PL_SORT_UNKNOWN : (PlSort)sorts->sorts.items[symbol];
}
