#include "quote/speech.h"

#include <assert.h>

const char *const pl_speech_frame_names[PL_N_SPEECH_FRAMES] = {
    [PL_SPEECH_THAT] = "that",   [PL_SPEECH_NP] = "np",           [PL_SPEECH_OBJECT] = "object",
    [PL_SPEECH_OF] = "of",       [PL_SPEECH_FOR] = "for",         [PL_SPEECH_ON] = "on",
    [PL_SPEECH_ABOUT] = "about", [PL_SPEECH_AGAINST] = "against", [PL_SPEECH_AT] = "at",
    [PL_SPEECH_WITH] = "with",   [PL_SPEECH_TO] = "to",           [PL_SPEECH_NP_TO] = "np-to",
    [PL_SPEECH_TO_NP] = "to-np", [PL_SPEECH_IN] = "in",           [PL_SPEECH_OVER] = "over",
    [PL_SPEECH_BY] = "by",       [PL_SPEECH_AS] = "as",           [PL_SPEECH_NAME] = "name",
    [PL_SPEECH_WORDS] = "words",
};

bool pl_speech_has(const PlSpeechEntry *entry, PlSpeechFrame frame)
{
    return (entry->frames >> frame) & 1u;
}

static uint32_t frame_bit(PlSlice name)
{
    for (uint32_t i = 0; i < PL_N_SPEECH_FRAMES; i++)
        if (pl_slice_is(name, pl_speech_frame_names[i])) return 1u << i;
    assert(false && "data/en/speech-*.tsv: no such frame");
    return 0;
}

static uint32_t frames_of(PlSlice cell)
{
    uint32_t frames = 0;
    PlSlice name;
    while (pl_slice_next(&cell, ' ', &name))
        if (name.len) frames |= frame_bit(name);
    return frames;
}

/* The phrases have no column but the first: what follows them is a speaker, not words. Adjectives
 * have frames too, and nouns tell beside them whether they are of the mind. */
static PlSpeechTable load(PlArena *arena, const char *file)
{
    PlSpeechTable speech = {.lexicon = pl_lexicon_load(arena, file)};
    const PlTable *table = pl_lexicon_table(speech.lexicon);
    PlSpeechEntry *entries = pl_arena_array(arena, PlSpeechEntry, table->n_rows);
    for (uint32_t row = 0; row < table->n_rows; row++) {
        if (table->n_columns > 1) entries[row].frames = frames_of(pl_table_cell(table, row, 1));
        if (table->n_columns == 3)
            entries[row].is_mind = pl_slice_is(pl_table_cell(table, row, 2), "yes");
        if (table->n_columns > 6) {
            entries[row].has_hearer = pl_slice_is(pl_table_cell(table, row, 2), "yes");
            entries[row].has_about = pl_slice_is(pl_table_cell(table, row, 3), "yes");
            entries[row].is_mind = pl_slice_is(pl_table_cell(table, row, 5), "yes");
            entries[row].fits_things = pl_slice_is(pl_table_cell(table, row, 6), "yes");
        }
    }
    speech.entries = entries;
    return speech;
}

const PlQuoteModel *pl_quote_model_load(PlArena *arena)
{
    PlQuoteModel *model = pl_arena_new(arena, PlQuoteModel);
    model->verbs = load(arena, "speech-verbs.tsv");
    model->nouns = load(arena, "speech-nouns.tsv");
    model->adjectives = load(arena, "speech-adjectives.tsv");
    model->phrases = load(arena, "speech-phrases.tsv");
    model->support_verbs = pl_lexicon_load(arena, "support-verbs.tsv");
    model->works = pl_lexicon_load(arena, "works.tsv");
    model->channels = pl_lexicon_load(arena, "channels.tsv");
    model->tellers = pl_lexicon_load(arena, "tellers.tsv");
    pl_noun_sorts_load(arena, &model->noun_sorts);
    return model;
}
