/* language_export: a checkpoint and the treebanks into the model file that the program carries.
 *
 *   language_export --data FOLDER --vectors FILE --checkpoint FILE --out data/parley.model
 *                   [--vector-words N]
 */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checkpoint.h"
#include "lemma_tables.h"
#include "syntax/model.h"
#include "table_writer.h"
#include "vectors.h"

typedef struct Export {
    PlArena arena;
    Network network;
    PlSymbols vocabulary;
    Vectors vectors;
    ModelWriter writer;
} Export;

static const char *const treebank_files[2] = {"ud-ewt/en_ewt-ud-train.conllu",
                                              "gum/gum-clean-train.conllu"};

static int32_t rounded(float value, int32_t most)
{
    float nearest = roundf(value);
    return nearest > (float)most ? most : nearest < (float)-most ? -most : (int32_t)nearest;
}

/* ---- rows ----------------------------------------------------------------------------------- */

typedef struct ByteRows {
    uint16_t *scale;
    int8_t *bytes;
} ByteRows;

static void set_row(ByteRows *rows, size_t row, const float *values, size_t dim)
{
    float most = 1e-6f;
    for (size_t i = 0; i < dim; i++)
        most = fmaxf(most, fabsf(values[i]));
    float unit = (float)(PL_NN_ONE << PL_SYNTAX_ROW_SHIFT);
    float scale = ceilf(most * unit / 127.0f);
    rows->scale[row] = (uint16_t)rounded(scale, UINT16_MAX);
    for (size_t i = 0; i < dim; i++)
        rows->bytes[row * dim + i] = (int8_t)rounded(values[i] * unit / scale, 127);
}

static ByteRows rows_new(PlArena *arena, size_t n, size_t dim)
{
    return (ByteRows){pl_arena_array(arena, uint16_t, n), pl_arena_array(arena, int8_t, n * dim)};
}

static void rows_add(Export *export, const char *scale, const char *bytes, const ByteRows *rows,
                     size_t n)
{
    size_t dim = export->network.shape.dim;
    model_writer_add(&export->writer, scale, rows->scale, n * sizeof *rows->scale);
    model_writer_add(&export->writer, bytes, rows->bytes, n * dim);
}

/* All that the network adds up for a word but its shape. */
static void word_row(const Export *export, PlSlice key_bytes, float *row)
{
    const Shape *shape = &export->network.shape;
    const Params *p = &export->network.params;
    PlWordKey key = {.len = (uint32_t)key_bytes.len};
    memcpy(key.bytes, key_bytes.ptr, key_bytes.len);
    memset(row, 0, shape->dim * sizeof *row);
    int32_t vocabulary = pl_symbols_find(&export->vocabulary, key_bytes);
    int32_t vector = vectors_row(&export->vectors, key_bytes);
    uint32_t affixes[PL_N_AFFIXES];
    uint32_t n_affixes = pl_word_affixes(&key, affixes);
    for (size_t i = 0; i < shape->dim; i++) {
        if (vocabulary >= 0) row[i] += p->word[(size_t)vocabulary * shape->dim + i];
        for (uint32_t a = 0; a < n_affixes; a++)
            row[i] += p->affix[affixes[a] * shape->dim + i];
        for (size_t v = 0; vector >= 0 && v < shape->vector_dim; v++)
            row[i] += export->vectors.values[(size_t)vector * shape->vector_dim + v] *
                      p->project[v * shape->dim + i];
    }
}

static uint32_t add_words(Export *export, uint32_t n_vector_words)
{
    PlSymbols words = {0};
    PlArena *arena = &export->arena;
    for (uint32_t i = 0; i < export->vocabulary.names.n; i++)
        pl_symbols_intern(arena, &words, export->vocabulary.names.items[i]);
    for (uint32_t i = 0; i < export->vectors.keys.names.n; i++)
        if (export->vectors.row[i] < n_vector_words)
            pl_symbols_intern(arena, &words, export->vectors.keys.names.items[i]);
    size_t dim = export->network.shape.dim;
    uint32_t n = words.names.n;
    ByteRows rows = rows_new(arena, n, dim);
    float *row = pl_arena_array(arena, float, dim);
    TableWriter table;
    table_writer_init(arena, &table, n);
    for (uint32_t i = 0; i < n; i++) {
        word_row(export, words.names.items[i], row);
        set_row(&rows, i, row, dim);
        table_writer_add(&table, pl_slice_hash(words.names.items[i]), i);
    }
    model_writer_add(&export->writer, "words", table.slots, table.n_slots * sizeof *table.slots);
    rows_add(export, "word.scale", "word.rows", &rows, n);
    return n;
}

static void add_affixes(Export *export)
{
    size_t dim = export->network.shape.dim;
    ByteRows rows = rows_new(&export->arena, PL_N_AFFIX_ROWS, dim);
    for (size_t i = 0; i < PL_N_AFFIX_ROWS; i++)
        set_row(&rows, i, export->network.params.affix + i * dim, dim);
    rows_add(export, "affix.scale", "affix.rows", &rows, PL_N_AFFIX_ROWS);
}

/* ---- layers --------------------------------------------------------------------------------- */

/* Numbers as activations, cut to +-most. */
static void add_numbers(Export *export, const char *name, const float *values, size_t n,
                        int32_t most)
{
    int16_t *numbers = pl_arena_array(&export->arena, int16_t, n);
    for (size_t i = 0; i < n; i++)
        numbers[i] = (int16_t)rounded(values[i] * PL_NN_ONE, most);
    model_writer_add(&export->writer, name, numbers, n * sizeof *numbers);
}

static bool quantise(const float *weights, const float *bias, const PlNnLayer *layer,
                     int16_t *quantised, int32_t *quantised_bias)
{
    float unit = (float)(1u << layer->shift);
    for (uint32_t i = 0; i < layer->n_in; i++)
        for (uint32_t j = 0; j < layer->n_out; j++) {
            float w = weights[(size_t)i * layer->n_out + j] * unit;
            if (fabsf(w) > 32767.0f) return false;
            quantised[(i / 2 * layer->n_out + j) * 2 + i % 2] = (int16_t)roundf(w);
        }
    for (uint32_t j = 0; j < layer->n_out; j++) {
        float b = bias ? bias[j] * unit * PL_NN_ONE : 0.0f;
        if (fabsf(b) > 1e9f) return false;
        quantised_bias[j] = (int32_t)roundf(b);
    }
    return pl_nn_layer_is_safe(layer);
}

/* The finest scale at which no sum can overflow. */
static void add_layer(Export *export, const char *name, const float *weights, const float *bias,
                      size_t n_in, size_t n_out)
{
    size_t n_bytes = sizeof(PlSyntaxLayerHeader) + n_out * 4 + n_in * n_out * 2;
    char *bytes = pl_arena_alloc(&export->arena, n_bytes, 64);
    PlSyntaxLayerHeader *header = (PlSyntaxLayerHeader *)(void *)bytes;
    int32_t *quantised_bias = (int32_t *)(void *)(header + 1);
    int16_t *quantised = (int16_t *)(void *)(quantised_bias + n_out);
    PlNnLayer layer = {quantised, quantised_bias, (uint32_t)n_in, (uint32_t)n_out, 14};
    while (!quantise(weights, bias, &layer, quantised, quantised_bias)) {
        assert(layer.shift > 4 && "a layer's weights are too large for fixed point");
        layer.shift--;
    }
    *header = (PlSyntaxLayerHeader){.n_in = layer.n_in, .n_out = layer.n_out, .shift = layer.shift};
    model_writer_add(&export->writer, name, bytes, n_bytes);
    printf("%s: %zu x %zu, %u bits after the point\n", name, n_in, n_out, layer.shift);
}

static void add_network(Export *export)
{
    static const char *const conv_names[] = {"conv0", "conv1", "conv2", "conv3", "conv4", "conv5"};
    const Shape *s = &export->network.shape;
    const Params *p = &export->network.params;
    size_t width = PL_N_SLOTS * s->hidden;
    add_affixes(export);
    add_numbers(export, "shape.rows", p->shape, PL_N_SHAPES * s->dim, PL_NN_MOST);
    for (size_t l = 0; l < s->n_layers; l++)
        add_layer(export, conv_names[l], p->conv[l], p->conv_bias[l], 3 * s->dim, s->dim);
    add_layer(export, "head", p->head, p->head_bias, s->dim, PL_N_HEAD_COLUMNS);
    add_layer(export, "slot", p->slot, NULL, s->dim, PL_N_FULL_SLOTS * s->hidden);
    add_layer(export, "action", p->action, p->action_bias, s->hidden, PL_N_ACTION_COLUMNS);
    add_numbers(export, "slot.none", p->slot_none, 2 * width, PL_NN_MOST_TERM);
    add_numbers(export, "slot.tag", p->tag, PL_N_XPOS * width, PL_NN_MOST_TERM);
    add_numbers(export, "label", p->label, PL_N_LABEL_SLOTS * (PL_N_DEPREL + 1) * s->hidden,
                PL_NN_MOST_TERM);
    add_numbers(export, "distance", p->distance, PL_N_DISTANCES * PL_N_DISTANCE_BINS * s->hidden,
                PL_NN_MOST_TERM);
    add_numbers(export, "hidden.bias", p->hidden_bias, s->hidden, PL_NN_MOST_TERM);
}

static void add_shape(Export *export, uint32_t n_words, uint32_t n_feats)
{
    const Shape *s = &export->network.shape;
    PlSyntaxShape *shape = pl_arena_new(&export->arena, PlSyntaxShape);
    *shape = (PlSyntaxShape){.dim = (uint32_t)s->dim,
                             .hidden = (uint32_t)s->hidden,
                             .n_layers = (uint32_t)s->n_layers,
                             .n_words = n_words,
                             .n_affix_rows = PL_N_AFFIX_ROWS,
                             .n_shapes = PL_N_SHAPES,
                             .n_upos = PL_N_UPOS,
                             .n_xpos = PL_N_XPOS,
                             .n_deprel = PL_N_DEPREL,
                             .n_name_tags = PL_N_NAME_TAGS,
                             .n_slots = PL_N_SLOTS,
                             .n_full_slots = PL_N_FULL_SLOTS,
                             .n_distance_bins = PL_N_DISTANCE_BINS,
                             .n_feats = n_feats};
    for (size_t l = 0; l < s->n_layers; l++)
        shape->dilation[l] = (uint32_t)s->dilation[l];
    model_writer_add(&export->writer, "shape", shape, sizeof *shape);
}

int main(int argc, char **argv)
{
    static Export export;
    const char *data = NULL, *vectors = NULL, *checkpoint = NULL, *out = NULL;
    uint32_t n_vector_words = 60000;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--data")) data = argv[i + 1];
        if (!strcmp(argv[i], "--vectors")) vectors = argv[i + 1];
        if (!strcmp(argv[i], "--checkpoint")) checkpoint = argv[i + 1];
        if (!strcmp(argv[i], "--out")) out = argv[i + 1];
        if (!strcmp(argv[i], "--vector-words"))
            n_vector_words = (uint32_t)strtoul(argv[i + 1], NULL, 10);
    }
    if (!data || !vectors || !checkpoint || !out) {
        fprintf(stderr, "usage: language_export --data FOLDER --vectors FILE --checkpoint FILE "
                        "--out FILE [--vector-words N]\n");
        return 2;
    }
    pl_arena_init(&export.arena, 0);
    checkpoint_read(&export.arena, checkpoint, &export.network, &export.vocabulary);
    vectors_read(&export.arena, vectors, &export.vectors);
    Treebank treebanks[2] = {0};
    for (int i = 0; i < 2; i++)
        treebank_read(&export.arena,
                      pl_arena_format(&export.arena, "%s/%s", data, treebank_files[i]).ptr,
                      &treebanks[i]);
    uint32_t n_words = add_words(&export, n_vector_words);
    uint32_t n_feats;
    add_network(&export);
    lemma_tables_add(&export.arena, treebanks, 2, &export.vectors, &export.writer, &n_feats);
    add_shape(&export, n_words, n_feats);
    model_writer_write(&export.arena, &export.writer, out);
    pl_arena_clear(&export.arena);
    return 0;
}
