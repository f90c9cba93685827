#include "event/event_model.h"

#include <assert.h>

static void load_cues(PlArena *arena, PlEventModel *model)
{
    static const char *const signs[] = {"no",     "modal",  "future", "thought",  "opener",
                                        "edge",   "denies", "plans",  "imagines", "alleges",
                                        "steers", "lends",  "day"};
    enum { N_SIGNS = sizeof signs / sizeof *signs };
    PlTable table = pl_table_load(arena, "event_cues.tsv");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice sign = pl_table_cell(&table, row, pl_table_column(&table, "sign"));
        uint32_t bit = 0;
        while (bit < N_SIGNS && !pl_slice_is(sign, signs[bit]))
            bit++;
        assert(bit < N_SIGNS && "event_cues.tsv has a sign that the program does not know");
        PlSlice rest = pl_table_cell(&table, row, pl_table_column(&table, "word"));
        PlSlice word;
        while (pl_slice_next(&rest, '|', &word)) {
            int32_t symbol = pl_symbols_intern(arena, &model->cue_words, word);
            if ((uint32_t)symbol == model->cues.n) *pl_vec_push(arena, &model->cues) = 0;
            assert(model->cues.items);
            model->cues.items[symbol] |= 1u << bit;
        }
    }
}

const PlEventModel *pl_event_model_load(PlArena *arena)
{
    return pl_event_model_load_with(arena, (PlSlice){0}, NULL, NULL, NULL);
}

const PlEventModel *pl_event_model_load_with(PlArena *arena, PlSlice frames, const char *name,
                                             void (*refused)(void *context, const char *line),
                                             void *context)
{
    PlEventModel *model = pl_arena_new(arena, PlEventModel);
    model->frames = pl_frames_load(arena, frames, name, refused, context);
    model->discards = pl_lexicon_load(arena, "event_discards.tsv");
    model->discard_field = pl_table_column(pl_lexicon_table(model->discards), "field");
    model->tense = pl_tense_load(arena);
    load_cues(arena, model);
    return model;
}

uint32_t pl_event_cues(const PlEventModel *model, PlSlice word)
{
    int32_t symbol = pl_symbols_find(&model->cue_words, word);
    return symbol == PL_NO_SYMBOL ? 0 : model->cues.items[symbol];
}
