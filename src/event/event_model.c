#include "event/event_model.h"

#include <assert.h>

enum { MAX_KINDS = 32 };

typedef struct Loading {
    PlArena *arena;
    PlEventModel *model;
    PlTable codes;
    PlSymbols kinds;
} Loading;

static double read_score(PlSlice text)
{
    bool is_negative = text.len > 0 && text.ptr[0] == '-';
    double value = 0;
    double scale = 0;
    for (size_t i = is_negative; i < text.len; i++) {
        if (text.ptr[i] == '.') {
            scale = 1;
            continue;
        }
        assert(text.ptr[i] >= '0' && text.ptr[i] <= '9');
        value = value * 10 + (text.ptr[i] - '0');
        scale *= 10;
    }
    if (scale > 0) value /= scale;
    return is_negative ? -value : value;
}

/* 01-05 verbal cooperation, 06-08 material, 09-13 verbal conflict, 14-20 material. */
static uint8_t quad_of(PlSlice cameo)
{
    int root = (cameo.ptr[0] - '0') * 10 + (cameo.ptr[1] - '0');
    if (root <= 5) return 1;
    if (root <= 8) return 2;
    return root <= 13 ? 3 : 4;
}

static void load_codes(Loading *loading)
{
    const PlTable *table = &loading->codes;
    loading->model->codes = pl_arena_array(loading->arena, PlEventCode, table->n_rows);
    for (uint32_t row = 0; row < table->n_rows; row++) {
        PlEventCode *code = &loading->model->codes[row];
        code->cameo = pl_table_cell(table, row, pl_table_column(table, "code"));
        code->plover = pl_table_cell(table, row, pl_table_column(table, "plover"));
        code->mode = pl_table_cell(table, row, pl_table_column(table, "mode"));
        code->goldstein =
            read_score(pl_table_cell(table, row, pl_table_column(table, "goldstein")));
        code->quad = quad_of(code->cameo);
    }
}

static int32_t code_row(const Loading *loading, PlSlice cameo)
{
    if (cameo.len == 0) return -1;
    for (uint32_t row = 0; row < loading->codes.n_rows; row++)
        if (pl_slice_equal(loading->model->codes[row].cameo, cameo)) return (int32_t)row;
    assert(false && "a code of the event tables is missing from cameo.tsv");
    return -1;
}

static void load_objects(Loading *loading)
{
    PlTable table = pl_table_load(loading->arena, "event_objects.tsv");
    PlEventModel *model = loading->model;
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice name = pl_table_cell(&table, row, pl_table_column(&table, "kind"));
        int32_t kind = pl_symbols_intern(loading->arena, &loading->kinds, name);
        assert(kind < MAX_KINDS);
        PlSlice rest = pl_table_cell(&table, row, pl_table_column(&table, "lemmas"));
        PlSlice lemma;
        while (pl_slice_next(&rest, '|', &lemma)) {
            int32_t symbol = pl_symbols_intern(loading->arena, &model->object_lemmas, lemma);
            if ((uint32_t)symbol == model->object_kinds.n)
                *pl_vec_push(loading->arena, &model->object_kinds) = 0;
            model->object_kinds.items[symbol] |= 1u << kind;
        }
    }
}

static void load_cues(Loading *loading)
{
    static const char *const signs[] = {"no",   "modal",  "future", "thought", "opener",
                                        "edge", "denies", "plans",  "imagines"};
    enum { N_SIGNS = sizeof signs / sizeof *signs };
    PlTable table = pl_table_load(loading->arena, "event_cues.tsv");
    PlEventModel *model = loading->model;
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice sign = pl_table_cell(&table, row, pl_table_column(&table, "sign"));
        uint32_t bit = 0;
        while (bit < N_SIGNS && !pl_slice_is(sign, signs[bit]))
            bit++;
        assert(bit < N_SIGNS && "event_cues.tsv has a sign that the program does not know");
        PlSlice rest = pl_table_cell(&table, row, pl_table_column(&table, "word"));
        PlSlice word;
        while (pl_slice_next(&rest, '|', &word)) {
            int32_t symbol = pl_symbols_intern(loading->arena, &model->cue_words, word);
            if ((uint32_t)symbol == model->cues.n) *pl_vec_push(loading->arena, &model->cues) = 0;
            model->cues.items[symbol] |= 1u << bit;
        }
    }
}

/* "DEAL:057 TRUCE:0871" */
static void read_choices(const Loading *loading, PlSlice cell, PlEventRule *rule)
{
    PlSlice part;
    while (pl_slice_next(&cell, ' ', &part)) {
        PlSlice name;
        if (part.len == 0 || !pl_slice_next(&part, ':', &name)) continue;
        int32_t kind = pl_symbols_find(&loading->kinds, name);
        assert(kind != PL_NO_SYMBOL && rule->n_choices < PL_EVENT_CHOICES);
        rule->choices[rule->n_choices++] = (PlEventChoice){1u << kind, code_row(loading, part)};
    }
}

static void read_target(PlSlice cell, PlEventRule *rule)
{
    PlSlice part;
    while (pl_slice_next(&cell, '|', &part)) {
        if (part.len == 0) continue;
        if (pl_slice_is(part, "obj")) {
            rule->takes_object = true;
            continue;
        }
        assert(rule->n_prepositions < PL_EVENT_PREPOSITIONS);
        rule->prepositions[rule->n_prepositions++] = part;
    }
}

static PlEventFrame read_frame(PlSlice cell)
{
    if (pl_slice_is(cell, "mutual")) return PL_FRAME_MUTUAL;
    return pl_slice_is(cell, "host") ? PL_FRAME_HOST : PL_FRAME_ACT;
}

static PlEventNeeds read_needs(PlSlice cell)
{
    if (pl_slice_is(cell, "target")) return PL_NEEDS_TARGET;
    if (pl_slice_is(cell, "place")) return PL_NEEDS_PLACE;
    if (pl_slice_is(cell, "object")) return PL_NEEDS_OBJECT;
    return pl_slice_is(cell, "subject") ? PL_NEEDS_SUBJECT : PL_NEEDS_NOTHING;
}

static PlEventRule *load_rules(const Loading *loading, const PlTable *table, const char *choices,
                               bool has_needs)
{
    PlEventRule *rules = pl_arena_array(loading->arena, PlEventRule, table->n_rows);
    for (uint32_t row = 0; row < table->n_rows; row++) {
        PlEventRule *rule = &rules[row];
        rule->code = code_row(loading, pl_table_cell(table, row, pl_table_column(table, "cameo")));
        read_choices(loading, pl_table_cell(table, row, pl_table_column(table, choices)), rule);
        read_target(pl_table_cell(table, row, pl_table_column(table, "target")), rule);
        rule->frame = read_frame(pl_table_cell(table, row, pl_table_column(table, "frame")));
        if (has_needs)
            rule->needs = read_needs(pl_table_cell(table, row, pl_table_column(table, "needs")));
    }
    return rules;
}

const PlEventModel *pl_event_model_load(PlArena *arena)
{
    PlEventModel *model = pl_arena_new(arena, PlEventModel);
    Loading loading = {.arena = arena, .model = model, .codes = pl_table_load(arena, "cameo.tsv")};
    load_codes(&loading);
    load_objects(&loading);
    load_cues(&loading);
    model->verbs = pl_lexicon_load(arena, "events.tsv");
    model->nouns = pl_lexicon_load(arena, "event_nouns.tsv");
    model->discards = pl_lexicon_load(arena, "event_discards.tsv");
    model->verb_rules = load_rules(&loading, pl_lexicon_table(model->verbs), "objects", true);
    model->noun_rules = load_rules(&loading, pl_lexicon_table(model->nouns), "context", false);
    model->tense = pl_tense_load(arena);
    return model;
}

uint32_t pl_event_kinds(const PlEventModel *model, PlSlice lemma)
{
    int32_t symbol = pl_symbols_find(&model->object_lemmas, lemma);
    return symbol == PL_NO_SYMBOL ? 0 : model->object_kinds.items[symbol];
}

uint32_t pl_event_cues(const PlEventModel *model, PlSlice word)
{
    int32_t symbol = pl_symbols_find(&model->cue_words, word);
    return symbol == PL_NO_SYMBOL ? 0 : model->cues.items[symbol];
}
