#include "event/frames.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { MAX_KINDS = 64, MAX_LINE = 400, MAX_SHOWN = 60 };

/* Phrases and the frames that each evokes. */
typedef struct Phrases {
    PlSymbols phrases;
    PL_VEC(PlFrameList) frames; /* by symbol */
} Phrases;

typedef struct Loading {
    PlArena *arena;
    PlFrames *frames;
    PlSymbols kinds;
    Phrases verbs;
    Phrases nouns;
    Phrases nominals;
    Phrases modals;
    /* The file at hand. */
    PlSlice file;
    uint32_t line;
    PlFrame frame;
    bool is_open;   /* `frame` is to be kept */
    bool is_broken; /* the frame at hand was refused: its lines are passed over */
    PlFrameRefusal refused;
    void *context;
} Loading;

static void refuse(Loading *loading, PlSlice words, const char *why)
{
    char line[MAX_LINE];
    if (words.len > MAX_SHOWN) words.len = MAX_SHOWN;
    snprintf(line, sizeof line, "%.*s:%u: \"%.*s\" %s", PL_PRI(loading->file), loading->line,
             PL_PRI(words), why);
    /* The program's own files are right, or the build is broken. */
    assert(loading->refused && "a frame file of the program has a line that it cannot read");
    if (loading->refused) loading->refused(loading->context, line);
}

/* ---- codes and kinds ---- */

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
    PlTable table = pl_table_load(loading->arena, "cameo.tsv");
    loading->frames->codes = pl_arena_array(loading->arena, PlEventCode, table.n_rows);
    loading->frames->n_codes = table.n_rows;
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlEventCode *code = &loading->frames->codes[row];
        code->cameo = pl_table_cell(&table, row, pl_table_column(&table, "code"));
        code->plover = pl_table_cell(&table, row, pl_table_column(&table, "plover"));
        code->mode = pl_table_cell(&table, row, pl_table_column(&table, "mode"));
        code->goldstein =
            read_score(pl_table_cell(&table, row, pl_table_column(&table, "goldstein")));
        code->quad = quad_of(code->cameo);
    }
}

static int32_t code_row(const PlFrames *frames, PlSlice cameo)
{
    for (uint32_t row = 0; row < frames->n_codes; row++)
        if (pl_slice_equal(frames->codes[row].cameo, cameo)) return (int32_t)row;
    return -1;
}

static void load_kinds(Loading *loading)
{
    PlTable table = pl_table_load(loading->arena, "frames/kinds.tsv");
    PlFrames *frames = loading->frames;
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice name = pl_table_cell(&table, row, pl_table_column(&table, "kind"));
        int32_t kind = pl_symbols_intern(loading->arena, &loading->kinds, name);
        assert(kind < MAX_KINDS);
        PlSlice rest = pl_table_cell(&table, row, pl_table_column(&table, "lemmas"));
        PlSlice lemma;
        while (pl_slice_next(&rest, '|', &lemma)) {
            int32_t symbol = pl_symbols_intern(loading->arena, &frames->kind_lemmas, lemma);
            if ((uint32_t)symbol == frames->kinds.n)
                *pl_vec_push(loading->arena, &frames->kinds) = 0;
            assert(frames->kinds.items);
            frames->kinds.items[symbol] |= (uint64_t)1 << kind;
        }
    }
}

/* ---- the lines of a frame ---- */

static void open_frame(Loading *loading, PlSlice words)
{
    PlSlice rest = words;
    PlSlice code;
    loading->is_open = loading->is_broken = false;
    bool has_code = pl_slice_next(&rest, ' ', &code);
    int32_t row = has_code ? code_row(loading->frames, code) : -1;
    loading->is_broken = row < 0;
    if (row < 0) {
        refuse(loading, words,
               "begins with no CAMEO code that Parley gives; the frame is left out");
        return;
    }
    *pl_vec_push(loading->arena, &loading->frames->frames) = (PlFrame){.name = words, .code = row};
    loading->is_open = true;
}

static PlFrame *frame_at_hand(Loading *loading)
{
    assert(loading->frames->frames.n > 0);
    return &loading->frames->frames.items[loading->frames->frames.n - 1];
}

static void add_phrase(Loading *loading, Phrases *phrases, PlSlice phrase)
{
    int32_t symbol = pl_symbols_intern(loading->arena, &phrases->phrases, phrase);
    if ((uint32_t)symbol == phrases->frames.n)
        *pl_vec_push(loading->arena, &phrases->frames) = (PlFrameList){0};
    assert(phrases->frames.items);
    *pl_vec_push(loading->arena, &phrases->frames.items[symbol]) =
        (int32_t)loading->frames->frames.n - 1;
}

static uint64_t read_kinds(Loading *loading, PlSlice rest)
{
    uint64_t kinds = 0;
    PlSlice name;
    while (pl_slice_next(&rest, '|', &name)) {
        name = pl_slice_trim(name);
        int32_t kind = pl_symbols_find(&loading->kinds, name);
        if (kind == PL_NO_SYMBOL)
            refuse(loading, name, "is no kind of data/en/frames/kinds.tsv");
        else
            kinds |= (uint64_t)1 << kind;
    }
    return kinds;
}

static void read_target(Loading *loading, PlSlice rest)
{
    PlFrame *frame = frame_at_hand(loading);
    PlSlice part;
    while (pl_slice_next(&rest, '|', &part)) {
        part = pl_slice_trim(part);
        if (pl_slice_is(part, "obj"))
            frame->takes_object = true;
        else if (pl_slice_is(part, "clause"))
            frame->takes_clause = true;
        else if (pl_slice_is(part, "other-party"))
            frame->takes_party = true;
        else if (pl_slice_is(part, "in-place"))
            frame->takes_place = true;
        else if (pl_slice_is(part, "doer"))
            frame->blames = frame->takes_object = true;
        else if (frame->n_prepositions == PL_FRAME_PREPOSITIONS)
            refuse(loading, part, "is one preposition too many");
        else if (part.len)
            frame->prepositions[frame->n_prepositions++] = part;
    }
}

static void read_source(Loading *loading, PlSlice words)
{
    if (pl_slice_is(words, "in-place"))
        frame_at_hand(loading)->is_of_place = true;
    else
        refuse(loading, words, "is no source; say in-place");
}

static void read_form(Loading *loading, PlSlice words)
{
    static const char *const names[] = {"act", "mutual", "host"};
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
        if (pl_slice_is(words, names[i])) {
            frame_at_hand(loading)->form = (PlFrameForm)i;
            return;
        }
    refuse(loading, words, "is no form; say act, mutual or host");
}

static void read_need(Loading *loading, PlSlice words)
{
    if (pl_slice_is(words, "target"))
        frame_at_hand(loading)->need = PL_NEED_TARGET;
    else if (pl_slice_is(words, "object"))
        frame_at_hand(loading)->need = PL_NEED_OBJECT;
    else if (pl_slice_is(words, "place"))
        frame_at_hand(loading)->need = PL_NEED_PLACE;
    else
        refuse(loading, words, "cannot be needed; say target, object or place");
}

/* "KEN > UGA: Kenya met Uganda." after "+", a bare sentence after "*". */
static void read_example(Loading *loading, PlSlice words, bool is_counter)
{
    PlFrameExample example = {.frame = (int32_t)loading->frames->frames.n - 1,
                              .file = loading->file,
                              .line = loading->line,
                              .is_counter = is_counter};
    example.sentence = words;
    if (!is_counter) {
        PlSlice sides;
        PlSlice side;
        bool has_sides = pl_slice_next(&example.sentence, ':', &sides) && example.sentence.len;
        if (!has_sides || pl_slice_find(sides, pl_slice(">")) < 0) {
            refuse(loading, words, "shows no \"SOURCE > TARGET:\" before its sentence");
            return;
        }
        pl_slice_next(&sides, '>', &side);
        example.sources = pl_slice_trim(side);
        example.targets = pl_slice_trim(sides);
    }
    example.sentence = pl_slice_trim(example.sentence);
    *pl_vec_push(loading->arena, &loading->frames->examples) = example;
}

static void read_phrases(Loading *loading, PlSlice rest, Phrases *phrases)
{
    PlSlice phrase;
    while (pl_slice_next(&rest, '|', &phrase)) {
        phrase = pl_slice_trim(phrase);
        if (phrase.len) add_phrase(loading, phrases, phrase);
    }
}

static void read_modals(Loading *loading, PlSlice rest)
{
    frame_at_hand(loading)->is_duty = true;
    read_phrases(loading, rest, &loading->modals);
}

static void read_line(Loading *loading, PlSlice line)
{
    line = pl_slice_trim(line);
    if (line.len == 0 || line.ptr[0] == '#') return;
    PlSlice rest = line;
    PlSlice key;
    if (!pl_slice_next(&rest, ' ', &key)) return;
    rest = pl_slice_trim(rest);
    if (pl_slice_is(key, "frame")) {
        open_frame(loading, rest);
        return;
    }
    if (loading->is_broken) return;
    if (!loading->is_open)
        refuse(loading, line, "stands before the first `frame`");
    else if (pl_slice_is(key, "verbs"))
        read_phrases(loading, rest, &loading->verbs);
    else if (pl_slice_is(key, "nouns"))
        read_phrases(loading, rest, &loading->nouns);
    else if (pl_slice_is(key, "nominals"))
        read_phrases(loading, rest, &loading->nominals);
    else if (pl_slice_is(key, "modals"))
        read_modals(loading, rest);
    else if (pl_slice_is(key, "refusal"))
        loading->frames->refusal = (int32_t)loading->frames->frames.n - 1;
    else if (pl_slice_is(key, "object"))
        frame_at_hand(loading)->object_kinds = read_kinds(loading, rest);
    else if (pl_slice_is(key, "subject"))
        frame_at_hand(loading)->subject_kinds = read_kinds(loading, rest);
    else if (pl_slice_is(key, "near"))
        frame_at_hand(loading)->near_kinds = read_kinds(loading, rest);
    else if (pl_slice_is(key, "target"))
        read_target(loading, rest);
    else if (pl_slice_is(key, "source"))
        read_source(loading, rest);
    else if (pl_slice_is(key, "form"))
        read_form(loading, rest);
    else if (pl_slice_is(key, "needs"))
        read_need(loading, rest);
    else if (pl_slice_is(key, "+") || pl_slice_is(key, "*"))
        read_example(loading, rest, pl_slice_is(key, "*"));
    else
        refuse(loading, line, "begins with no word of a frame: see docs/coding.md");
}

static void read_file(Loading *loading, PlSlice name, PlSlice text)
{
    loading->file = name;
    loading->line = 0;
    loading->is_open = loading->is_broken = false;
    PlSlice line;
    while (pl_slice_next(&text, '\n', &line)) {
        loading->line++;
        read_line(loading, line);
    }
}

/* A lexicon whose rows are the symbols of `phrases`. */
static const PlLexicon *make_lexicon(PlArena *arena, const PlSymbols *phrases)
{
    PlTable table = {.n_columns = 1, .n_rows = phrases->names.n, .cells = phrases->names.items};
    table.columns = pl_arena_array(arena, PlSlice, 1);
    table.columns[0] = pl_slice("phrase");
    return pl_lexicon_make(arena, table);
}

const PlFrames *pl_frames_load(PlArena *arena, PlSlice extra, const char *extra_name,
                               PlFrameRefusal refused, void *context)
{
    PlFrames *frames = pl_arena_new(arena, PlFrames);
    frames->refusal = -1;
    Loading loading = {.arena = arena, .frames = frames};
    load_codes(&loading);
    load_kinds(&loading);
    if (extra.len) {
        loading.refused = refused;
        loading.context = context;
        read_file(&loading, pl_slice(extra_name), extra);
        loading.refused = NULL;
    }
    for (uint32_t i = 0; i < pl_n_data_files; i++) {
        PlSlice name = pl_slice(pl_data_files[i].name);
        if (pl_slice_starts(name, "frames/") && pl_slice_ends(name, ".frames"))
            read_file(&loading, name, pl_data_file(pl_data_files[i].name));
    }
    frames->verbs = make_lexicon(arena, &loading.verbs.phrases);
    frames->nouns = make_lexicon(arena, &loading.nouns.phrases);
    frames->nominals = make_lexicon(arena, &loading.nominals.phrases);
    frames->modals = make_lexicon(arena, &loading.modals.phrases);
    frames->of_verb = loading.verbs.frames.items;
    frames->of_noun = loading.nouns.frames.items;
    frames->of_nominal = loading.nominals.frames.items;
    frames->of_modal = loading.modals.frames.items;
    return frames;
}

uint64_t pl_frames_kinds(const PlFrames *frames, PlSlice lemma)
{
    int32_t symbol = pl_symbols_find(&frames->kind_lemmas, lemma);
    return symbol == PL_NO_SYMBOL ? 0 : frames->kinds.items[symbol];
}
