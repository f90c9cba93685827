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
#include "quantise.h"
#include "syntax/model.h"
#include "table_writer.h"
#include "vectors.h"
#include "word_rows.h"

typedef struct Export {
    PlArena arena;
    Network network;
    PlSymbols vocabulary;
    Vectors vectors;
    ByteColumns row_bytes[MAX_LAYERS + 1]; /* before each layer, and after the last */
    ByteColumns hidden_bytes;
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
    float unit = (float)(PL_NN_ONE << PL_NN_ROW_SHIFT);
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

/* What the network's rows and hidden units take on over the treebanks. */
typedef struct Seen {
    PL_VEC(float) rows[MAX_LAYERS + 1]; /* (n, dim) */
    PL_VEC(float) hidden;               /* (n, hidden) */
} Seen;

#define SEE(arena, into, from, len)                                                                \
    do {                                                                                           \
        for (size_t i_ = 0; i_ < (len); i_++)                                                      \
            *pl_vec_push((arena), (into)) = (from)[i_];                                            \
    } while (0)

static void look_at(Export *export, Worker *worker, const Sentence *const *batch, size_t n_batch,
                    Seen *seen)
{
    const Shape *shape = &export->network.shape;
    size_t n_toks = 0;
    for (size_t i = 0; i < n_batch; i++)
        n_toks += (size_t)batch[i]->n;
    Answer *answers = calloc(n_toks + 1, sizeof *answers);
    worker_answer(worker, batch, n_batch, answers);
    free(answers);
    size_t n;
    for (size_t l = 0; l <= shape->n_layers; l++) {
        const float *rows = worker_rows(worker, l, &n);
        SEE(&export->arena, &seen->rows[l], rows, n * shape->dim);
    }
    const float *hidden = worker_hidden(worker, &n);
    SEE(&export->arena, &seen->hidden, hidden, n * shape->hidden);
}

/* Every SAMPLEth sentence of the treebanks. */
static void see(Export *export, const Treebank *treebanks, int n_treebanks, Seen *seen)
{
    enum { SAMPLE = 8, BATCH = 16 };
    Worker *worker = worker_new(&export->network, 1);
    for (int t = 0; t < n_treebanks; t++) {
        const Sentence *batch[BATCH];
        size_t n = 0;
        for (uint32_t s = 0; s < treebanks[t].sentences.n; s += SAMPLE) {
            batch[n++] = &treebanks[t].sentences.items[s];
            if (n < BATCH) continue;
            look_at(export, worker, batch, n, seen);
            n = 0;
        }
    }
    worker_free(worker);
}

static void find_bytes(Export *export, const Treebank *treebanks, int n_treebanks)
{
    const Shape *shape = &export->network.shape;
    Seen seen = {0};
    see(export, treebanks, n_treebanks, &seen);
    for (size_t l = 0; l <= shape->n_layers; l++)
        byte_columns_find(&export->arena, seen.rows[l].items, seen.rows[l].n / shape->dim,
                          shape->dim, false, &export->row_bytes[l]);
    byte_columns_find(&export->arena, seen.hidden.items, seen.hidden.n / shape->hidden,
                      shape->hidden, true, &export->hidden_bytes);
}

static void add_bytes(Export *export, const char *name, const ByteColumns *columns)
{
    size_t n_bytes = columns->n * sizeof *columns->factor;
    char *bytes = pl_arena_alloc(&export->arena, 2 * n_bytes, 64);
    memcpy(bytes, columns->factor, n_bytes);
    memcpy(bytes + n_bytes, columns->zero, n_bytes);
    model_writer_add(&export->writer, name, bytes, 2 * n_bytes);
}

static void add_layer(Export *export, const char *name, const float *weights, const float *bias,
                      size_t n_in, size_t n_out, const ByteColumns *columns)
{
    PlNnLayer layer;
    layer_quantise(&export->arena, weights, bias, n_in, n_out, columns, &layer);
    PlSyntaxLayerHeader header = {.n_in = layer.n_in, .n_out = layer.n_out, .shift = layer.shift};
    size_t n_numbers = n_out * sizeof *layer.bias;
    size_t n_bytes = sizeof header + 2 * n_numbers + n_in * n_out;
    char *bytes = pl_arena_alloc(&export->arena, n_bytes, 64);
    memcpy(bytes, &header, sizeof header);
    memcpy(bytes + sizeof header, layer.scale, n_numbers);
    memcpy(bytes + sizeof header + n_numbers, layer.bias, n_numbers);
    memcpy(bytes + sizeof header + 2 * n_numbers, layer.weights, n_in * n_out);
    model_writer_add(&export->writer, name, bytes, n_bytes);
    printf("%s: %zu x %zu, %u bits after the point\n", name, n_in, n_out, layer.shift);
}

static void add_row(float *to, const float *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] += from[i];
}

/* What a state adds that is not of a token's own: a slot without a token has no label either, and
 * one of the distances is always there, so their rows hold the label's and the bias. */
static void add_states(Export *export)
{
    const Params *p = &export->network.params;
    size_t h = export->network.shape.hidden;
    size_t n_none = h * 2 * PL_N_SLOTS;
    size_t n_distances = h * PL_N_DISTANCES * PL_N_DISTANCE_BINS;
    size_t n_labels = PL_N_DEPREL * h;
    float *none = pl_arena_array(&export->arena, float, n_none);
    float *distances = pl_arena_array(&export->arena, float, n_distances);
    float *labels = pl_arena_array(&export->arena, float, PL_N_LABEL_SLOTS *n_labels);
    memcpy(none, p->slot_none, n_none * sizeof *none);
    memcpy(distances, p->distance, n_distances * sizeof *distances);
    for (size_t i = 0; i < PL_N_LABEL_SLOTS; i++) {
        const float *from = p->label + i * (PL_N_DEPREL + 1) * h;
        memcpy(labels + i * n_labels, from, n_labels * sizeof *labels);
        add_row(none + (PL_FIRST_LABEL_SLOT + i) * h, from + n_labels, h);
    }
    for (size_t bin = 0; bin < PL_N_DISTANCE_BINS; bin++)
        add_row(distances + bin * h, p->hidden_bias, h);
    add_numbers(export, "slot.none", none, n_none, PL_NN_MOST_TERM);
    add_numbers(export, "label", labels, PL_N_LABEL_SLOTS * n_labels, PL_NN_MOST_TERM);
    add_numbers(export, "distance", distances, n_distances, PL_NN_MOST_TERM);
}

static void add_network(Export *export)
{
    static const char *const conv_names[] = {"conv0", "conv1", "conv2", "conv3", "conv4", "conv5"};
    static const char *const byte_names[] = {"bytes0", "bytes1", "bytes2", "bytes3",
                                             "bytes4", "bytes5", "bytes6"};
    const Shape *s = &export->network.shape;
    const Params *p = &export->network.params;
    size_t width = PL_N_SLOTS * s->hidden;
    add_affixes(export);
    add_numbers(export, "shape.rows", p->shape, PL_N_SHAPES * s->dim, PL_NN_MOST);
    for (size_t l = 0; l < s->n_layers; l++) {
        add_bytes(export, byte_names[l], &export->row_bytes[l]);
        add_layer(export, conv_names[l], p->conv[l], p->conv_bias[l], 3 * s->dim, s->dim,
                  &export->row_bytes[l]);
    }
    const ByteColumns *last = &export->row_bytes[s->n_layers];
    add_bytes(export, byte_names[s->n_layers], last);
    add_bytes(export, "hidden.bytes", &export->hidden_bytes);
    add_layer(export, "head", p->head, p->head_bias, s->dim, PL_N_HEAD_COLUMNS, last);
    add_layer(export, "slot", p->slot, NULL, s->dim, PL_N_FULL_SLOTS * s->hidden, last);
    add_layer(export, "action", p->action, p->action_bias, s->hidden, PL_N_ACTION_COLUMNS,
              &export->hidden_bytes);
    add_numbers(export, "slot.tag", p->tag, PL_N_XPOS * width, PL_NN_MOST_TERM);
    add_states(export);
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
    export.network.vectors = export.vectors.values;
    for (int i = 0; i < 2; i++) {
        treebank_read(&export.arena,
                      pl_arena_format(&export.arena, "%s/%s", data, treebank_files[i]).ptr,
                      &treebanks[i]);
        word_rows_find(&treebanks[i].tokens, treebanks[i].sentences.items, treebanks[i].sentences.n,
                       &export.vocabulary, &export.vectors, n_vector_words);
    }
    find_bytes(&export, treebanks, 2);
    uint32_t n_words = add_words(&export, n_vector_words);
    uint32_t n_feats;
    add_network(&export);
    lemma_tables_add(&export.arena, treebanks, 2, &export.vectors, &export.writer, &n_feats);
    add_shape(&export, n_words, n_feats);
    model_writer_write(&export.arena, &export.writer, out);
    pl_arena_clear(&export.arena);
    return 0;
}
