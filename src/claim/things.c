#include "claim/things.h"

#include <assert.h>

#include "base/data.h"
#include "base/symbols.h"

/* Lemma to name. */
typedef struct Names {
    PlSymbols lemmas;
    PL_VEC(PlSlice) names; /* by symbol */
} Names;

struct PlThings {
    Names things;
    Names figures;
    PlSymbols common;
};

static void load_names(PlArena *arena, const char *file, Names *names)
{
    PlTable table = pl_table_load(arena, file);
    for (uint32_t row = 0; row < table.n_rows; row++) {
        int32_t lemma = pl_symbols_intern(arena, &names->lemmas, pl_table_cell(&table, row, 0));
        if ((uint32_t)lemma == names->names.n)
            *pl_vec_push(arena, &names->names) = pl_table_cell(&table, row, 1);
    }
}

const PlThings *pl_things_load(PlArena *arena)
{
    PlThings *things = pl_arena_new(arena, PlThings);
    *things = (PlThings){0};
    load_names(arena, "things.tsv", &things->things);
    load_names(arena, "figures.tsv", &things->figures);
    PlTable table = pl_table_load(arena, "common-words.tsv");
    for (uint32_t row = 0; row < table.n_rows; row++)
        pl_symbols_intern(arena, &things->common, pl_table_cell(&table, row, 0));
    return things;
}

static PlSlice name_in(const Names *names, PlSlice lemma)
{
    int32_t symbol = pl_symbols_find(&names->lemmas, lemma);
    if (symbol < 0) return (PlSlice){0};
    assert(names->names.items);
    return names->names.items[symbol];
}

PlSlice pl_figure_name(const PlThings *things, PlSlice lemma)
{
    return name_in(&things->figures, lemma);
}

PlSlice pl_thing_name(const PlThings *things, PlSlice lemma)
{
    PlSlice name = name_in(&things->things, lemma);
    if (name.len) return name;
    return pl_symbols_find(&things->common, lemma) >= 0 ? (PlSlice){0} : lemma;
}

bool pl_thing_is_looked_through(const PlThings *things, PlSlice lemma)
{
    return pl_slice_is(name_in(&things->things, lemma), "-");
}
