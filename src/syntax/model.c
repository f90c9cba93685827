#include "syntax/model.h"

#include <string.h>

#include "base/error.h"
#include "syntax/builtin_model.h"

/* ---- hashes --------------------------------------------------------------------------------- */

uint64_t pl_lemma_word_hash(PlSlice form, uint8_t xpos)
{
    return pl_hash_mix(pl_slice_hash(form), 0x100u + xpos);
}

uint32_t pl_lemma_suffix_hashes(PlSlice form, uint8_t xpos,
                                uint64_t hashes[PL_LEMMA_MOST_SUFFIX + 1])
{
    uint32_t len = 0;
    hashes[0] = pl_hash_mix(0x5F356495u, xpos);
    for (; len < PL_LEMMA_MOST_SUFFIX && len < form.len; len++)
        hashes[len + 1] =
            pl_hash_mix(hashes[len], 0x200u + (unsigned char)form.ptr[form.len - 1 - len]);
    return len;
}

uint64_t pl_feats_word_hash(PlSlice lower, uint8_t upos, uint8_t xpos)
{
    return pl_hash_mix(pl_slice_hash(lower), 0x10000u + upos * 0x100u + xpos);
}

uint64_t pl_feats_place_hash(uint8_t upos, uint8_t xpos, uint8_t deprel, bool has_passive_aux)
{
    uint64_t place = ((upos * 0x100u + xpos) * 0x100u + deprel) * 2u + has_passive_aux;
    return pl_hash_mix(0x2545F491u, place);
}

/* ---- reading -------------------------------------------------------------------------------- */

/* The contents of the model in the program are trusted (a test reads them as a stranger's); those
 * of any other are looked through, so that no number in them can lead outside. */
typedef struct Reader {
    PlModelFile file;
    bool trusted;
    bool good;
} Reader;

/* A section of exactly `n_bytes`. */
static const void *part(Reader *reader, const char *name, size_t n_bytes)
{
    PlSlice section = pl_model_file_section(&reader->file, name);
    if (section.ptr && section.len == n_bytes) return section.ptr;
    reader->good = false;
    return NULL;
}

static void read_layer(Reader *reader, const char *name, uint32_t n_in, uint32_t n_out,
                       PlNnLayer *layer)
{
    size_t n_bytes = sizeof(PlSyntaxLayerHeader) + (size_t)n_out * 8 + (size_t)n_in * n_out;
    const PlSyntaxLayerHeader *header = part(reader, name, n_bytes);
    if (!header) return;
    const int32_t *scale = (const int32_t *)(const void *)(header + 1);
    const int32_t *bias = scale + n_out;
    *layer = (PlNnLayer){(const int8_t *)(bias + n_out), scale, bias, n_in, n_out, header->shift};
    bool fits = header->n_in == n_in && header->n_out == n_out;
    if (!fits || (!reader->trusted && !pl_nn_layer_is_safe(layer))) reader->good = false;
}

/* How activations become bytes. */
static void read_bytes(Reader *reader, const char *name, uint32_t n, PlNnBytes *bytes)
{
    const int16_t *numbers = part(reader, name, (size_t)n * 2 * sizeof *numbers);
    *bytes = (PlNnBytes){numbers, numbers ? numbers + n : NULL};
    for (uint32_t i = 0; numbers && !reader->trusted && i < n; i++)
        if (bytes->factor[i] < 0 || bytes->zero[i] < 0 || bytes->zero[i] > UINT8_MAX)
            reader->good = false;
}

/* Rows that sum_terms adds: no more than its term each. */
static const int16_t *read_terms(Reader *reader, const char *name, size_t n)
{
    const int16_t *terms = part(reader, name, n * sizeof *terms);
    for (size_t i = 0; terms && !reader->trusted && i < n; i++)
        if (terms[i] > PL_NN_MOST_TERM || terms[i] < -PL_NN_MOST_TERM) reader->good = false;
    return terms;
}

static void read_table(Reader *reader, const char *name, uint32_t n_values, PlValueTable *table)
{
    PlSlice section = pl_model_file_section(&reader->file, name);
    if (!section.ptr || !pl_value_table_read(section, n_values, reader->trusted, table))
        reader->good = false;
}

static bool shape_fits(const PlSyntaxShape *s)
{
    bool sizes = s->dim && s->dim % PL_NN_COLUMNS == 0 && s->dim <= PL_SYNTAX_MOST_DIM &&
                 s->hidden && s->hidden % PL_NN_COLUMNS == 0 &&
                 s->hidden <= PL_SYNTAX_MOST_HIDDEN && s->n_layers >= 1 &&
                 s->n_layers <= PL_SYNTAX_MOST_LAYERS && s->n_words < 1u << 24 && s->n_feats >= 1 &&
                 s->n_feats <= UINT16_MAX;
    for (uint32_t l = 0; sizes && l < s->n_layers; l++)
        sizes = s->dilation[l] >= 1 && s->dilation[l] <= PL_SYNTAX_MOST_DILATION;
    return sizes && s->n_affix_rows == PL_N_AFFIX_ROWS && s->n_shapes == PL_N_SHAPES &&
           s->n_upos == PL_N_UPOS && s->n_xpos == PL_N_XPOS && s->n_deprel == PL_N_DEPREL &&
           s->n_name_tags == PL_N_NAME_TAGS && s->n_slots == PL_N_SLOTS &&
           s->n_full_slots == PL_N_FULL_SLOTS && s->n_distance_bins == PL_N_DISTANCE_BINS;
}

/* The columns of the slots are one layer in the file, and used slot by slot. */
static void read_slots(Reader *reader, PlSyntaxModel *model)
{
    const PlSyntaxShape *s = &model->shape;
    PlNnLayer all = {0};
    read_layer(reader, "slot", s->dim, PL_N_FULL_SLOTS * s->hidden, &all);
    if (!reader->good) return;
    for (size_t slot = 0; slot < PL_N_FULL_SLOTS; slot++) {
        size_t first = slot * s->hidden;
        model->slot[slot] = (PlNnLayer){all.weights + first * s->dim,
                                        all.scale + first,
                                        all.bias + first,
                                        s->dim,
                                        s->hidden,
                                        all.shift};
    }
}

static void read_network(Reader *reader, PlSyntaxModel *model)
{
    const PlSyntaxShape *s = &model->shape;
    uint32_t width = PL_N_SLOTS * s->hidden;
    read_table(reader, "words", s->n_words, &model->words);
    model->word_rows.scale = part(reader, "word.scale", (size_t)s->n_words * 2);
    model->word_rows.bytes = part(reader, "word.rows", (size_t)s->n_words * s->dim);
    model->affix_rows.scale = part(reader, "affix.scale", (size_t)PL_N_AFFIX_ROWS * 2);
    model->affix_rows.bytes = part(reader, "affix.rows", (size_t)PL_N_AFFIX_ROWS * s->dim);
    model->shape_rows = part(reader, "shape.rows", (size_t)PL_N_SHAPES * s->dim * 2);
    static const char *const conv_names[PL_SYNTAX_MOST_LAYERS] = {"conv0", "conv1", "conv2",
                                                                  "conv3", "conv4", "conv5"};
    static const char *const byte_names[PL_SYNTAX_MOST_LAYERS + 1] = {
        "bytes0", "bytes1", "bytes2", "bytes3", "bytes4", "bytes5", "bytes6"};
    for (uint32_t l = 0; l < s->n_layers; l++)
        read_layer(reader, conv_names[l], 3 * s->dim, s->dim, &model->conv[l]);
    for (uint32_t l = 0; l <= s->n_layers; l++)
        read_bytes(reader, byte_names[l], s->dim, &model->bytes[l]);
    read_bytes(reader, "hidden.bytes", s->hidden, &model->hidden_bytes);
    read_layer(reader, "head", s->dim, PL_N_HEAD_COLUMNS, &model->head);
    read_slots(reader, model);
    read_layer(reader, "action", s->hidden, PL_N_ACTION_COLUMNS, &model->action);
    model->slot_none = read_terms(reader, "slot.none", 2 * (size_t)width);
    model->slot_tag = read_terms(reader, "slot.tag", (size_t)PL_N_XPOS * width);
    model->label_rows =
        read_terms(reader, "label", (size_t)PL_N_LABEL_SLOTS * PL_N_DEPREL * s->hidden);
    model->distance_rows =
        read_terms(reader, "distance", (size_t)PL_N_DISTANCES * PL_N_DISTANCE_BINS * s->hidden);
}

/* Every offset of a lemma must leave room for the lemma. */
static bool lemmas_fit(const PlSyntaxModel *model)
{
    for (uint32_t i = 0; i <= model->lemma_words.mask; i++) {
        const PlValueSlot *slot = &model->lemma_words.slots[i];
        if (slot->fingerprint &&
            (unsigned char)model->lemma_text.ptr[slot->value] + 1u + slot->value >
                model->lemma_text.len)
            return false;
    }
    return true;
}

static void read_lemmas(Reader *reader, PlSyntaxModel *model)
{
    PlSlice edits = pl_model_file_section(&reader->file, "lemma.edits");
    uint32_t n_edits = (uint32_t)(edits.len / sizeof(PlLemmaEdit));
    model->lemma_edits = (const PlLemmaEdit *)(const void *)edits.ptr;
    model->lemma_text = pl_model_file_section(&reader->file, "lemma.text");
    read_table(reader, "lemma.rules", n_edits, &model->lemma_rules);
    read_table(reader, "lemma.words", (uint32_t)model->lemma_text.len, &model->lemma_words);
    for (uint32_t i = 0; i < n_edits; i++)
        if (model->lemma_edits[i].n_added > sizeof model->lemma_edits[i].added)
            reader->good = false;
    if (reader->good && !reader->trusted && !lemmas_fit(model)) reader->good = false;
}

static void read_feats(PlArena *arena, Reader *reader, PlSyntaxModel *model)
{
    PlSlice rest = pl_model_file_section(&reader->file, "feats");
    PlSlice *feats = pl_arena_array(arena, PlSlice, model->shape.n_feats);
    for (uint32_t i = 0; i < model->shape.n_feats; i++)
        if (!pl_slice_next(&rest, '\n', &feats[i])) reader->good = false;
    model->feats = feats;
    read_table(reader, "feats.words", model->shape.n_feats, &model->feats_words);
    read_table(reader, "feats.places", model->shape.n_feats, &model->feats_places);
}

/* A model that language_export has just written has no names yet: names_train adds them. */
static void read_names(Reader *reader, PlSyntaxModel *model)
{
    PlNamesTable *names = &model->names;
    PlSlice rows = pl_model_file_section(&reader->file, "names.rows");
    if (!rows.ptr) return;
    size_t n_lines = rows.len / (PL_NAMES_LINE * sizeof(PlNameRow));
    bool fits = n_lines && n_lines <= 1u << 24 && (n_lines & (n_lines - 1)) == 0 &&
                rows.len == n_lines * PL_NAMES_LINE * sizeof(PlNameRow);
    if (!fits) {
        reader->good = false;
        return;
    }
    names->rows = (const PlNameRow *)(const void *)rows.ptr;
    names->mask = (uint32_t)n_lines - 1;
    names->follow =
        part(reader, "names.follow", sizeof(int16_t) * PL_NAMES_N_LABELS * PL_NAMES_N_LABELS);
    read_table(reader, "names.classes", PL_ANY_VALUE, &names->classes);
}

static ParleyStatus read_model(PlArena *arena, PlSlice bytes, const char *name, bool is_builtin,
                               const PlSyntaxModel **out, ParleyError *error)
{
    Reader reader = {.trusted = is_builtin, .good = true};
    ParleyStatus status = pl_model_file_read(bytes, name, is_builtin, &reader.file, error);
    if (status != PARLEY_OK) return status;
    PlSyntaxModel *model = pl_arena_new(arena, PlSyntaxModel);
    const PlSyntaxShape *shape = part(&reader, "shape", sizeof *shape);
    if (shape && shape_fits(shape)) {
        model->shape = *shape;
        model->kernels = pl_nn_kernels(0);
        read_network(&reader, model);
        read_lemmas(&reader, model);
        read_feats(arena, &reader, model);
        read_names(&reader, model);
    } else {
        reader.good = false;
    }
    if (!reader.good)
        return pl_error_set(error, PARLEY_BAD_MODEL,
                            "%s: the model does not fit this program; use the model file of this "
                            "release",
                            name);
    *out = model;
    return PARLEY_OK;
}

ParleyStatus pl_syntax_model_read(PlArena *arena, PlSlice bytes, const char *name,
                                  const PlSyntaxModel **model, ParleyError *error)
{
    return read_model(arena, bytes, name, false, model, error);
}

const PlSyntaxModel *pl_syntax_model_load(PlArena *arena)
{
    const PlSyntaxModel *model = NULL;
    read_model(arena, pl_builtin_model(), "the built-in model", true, &model, NULL);
    return model;
}

PlSlice pl_syntax_feats(const PlSyntaxModel *model, uint16_t feats)
{
    return feats < model->shape.n_feats ? model->feats[feats] : (PlSlice)PL_LIT("_");
}
