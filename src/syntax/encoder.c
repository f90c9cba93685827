#include "syntax/encoder.h"

#include <string.h>

enum { CHUNK = 32 };

/* Room for n rows between two margins. */
static uint8_t *byte_rows(PlArena *arena, size_t n, size_t dim)
{
    uint8_t *bytes =
        pl_arena_array(arena, uint8_t, (n + 2 * (size_t)PL_SYNTAX_MOST_DILATION) * dim);
    return bytes + PL_SYNTAX_MOST_DILATION * dim;
}

void pl_encoder_alloc(PlArena *arena, PlEncoder *encoder, const PlSyntaxModel *model,
                      uint32_t n_most)
{
    size_t dim = model->shape.dim;
    size_t n = n_most;
    encoder->model = model;
    encoder->hashes = pl_arena_array(arena, uint64_t, n);
    encoder->rows = pl_arena_array(arena, PlWordRows, n);
    encoder->x = pl_arena_array(arena, int16_t, n * dim);
    encoder->bytes = byte_rows(arena, n, dim);
    encoder->next_bytes = byte_rows(arena, n, dim);
    encoder->slots = pl_arena_array(arena, int16_t, n * PL_N_FULL_SLOTS * model->shape.hidden);
    encoder->has_slot = pl_arena_array(arena, bool, n *PL_N_FULL_SLOTS);
    encoder->tag_terms = pl_arena_array(arena, const int16_t *, n);
    encoder->heads = pl_arena_array(arena, int32_t, (size_t)CHUNK * PL_N_HEAD_COLUMNS);
}

/* ---- words ---------------------------------------------------------------------------------- */

/* Words lie far apart in tables and rows: all that a sentence needs is on its way before the first
 * of it is read. */
static void hash_words(PlEncoder *encoder, const PlTokens *tokens, uint32_t first)
{
    for (uint32_t i = 0; i < encoder->n; i++) {
        PlWordKey key = pl_word_key(tokens->lower[first + i]);
        encoder->hashes[i] = pl_word_key_hash(&key);
        pl_value_table_prefetch(&encoder->model->words, encoder->hashes[i]);
    }
}

static void prefetch_row(const PlByteRows *rows, uint32_t row, size_t dim)
{
    __builtin_prefetch(&rows->scale[row]);
    for (size_t i = 0; i < dim; i += 64)
        __builtin_prefetch(rows->bytes + row * dim + i);
}

static const PlByteRows *table_of(const PlSyntaxModel *model, const PlWordRows *rows)
{
    return rows->is_known ? &model->word_rows : &model->affix_rows;
}

static void find_rows(PlEncoder *encoder, const PlTokens *tokens, uint32_t first)
{
    const PlSyntaxModel *model = encoder->model;
    for (uint32_t i = 0; i < encoder->n; i++) {
        PlWordRows *rows = &encoder->rows[i];
        int64_t row = pl_value_table_find(&model->words, encoder->hashes[i]);
        rows->is_known = row >= 0;
        if (rows->is_known) {
            rows->n = 1;
            rows->row[0] = (uint32_t)row;
        } else {
            PlWordKey key = pl_word_key(tokens->lower[first + i]);
            rows->n = pl_word_affixes(&key, rows->row);
        }
        for (uint32_t r = 0; r < rows->n; r++)
            prefetch_row(table_of(model, rows), rows->row[r], model->shape.dim);
    }
}

_Static_assert((int)PL_N_AFFIXES <= (int)PL_NN_MOST_ROWS, "embed would overflow");

static void embed(const PlEncoder *encoder, const PlTokens *tokens, uint32_t tok, bool is_first,
                  size_t at)
{
    const PlSyntaxModel *model = encoder->model;
    size_t dim = model->shape.dim;
    const PlWordRows *found = &encoder->rows[at];
    const PlByteRows *table = table_of(model, found);
    PlNnScaledRow rows[PL_N_AFFIXES];
    for (uint32_t r = 0; r < found->n; r++)
        rows[r] = (PlNnScaledRow){table->bytes + found->row[r] * dim, table->scale[found->row[r]]};
    uint32_t shape =
        pl_word_shape(tokens->form[tok], is_first, (tokens->flags[tok] & PL_TOK_SPACE_BEFORE) != 0);
    model->kernels->embed(rows, found->n, model->shape_rows + shape * dim, (uint32_t)dim,
                          &model->bytes[0], encoder->x + at * dim, encoder->bytes + at * dim);
}

/* ---- context -------------------------------------------------------------------------------- */

/* Beyond the sentence all activations are 0. */
static void clear_margins(PlEncoder *encoder, uint32_t layer)
{
    const PlSyntaxModel *model = encoder->model;
    size_t dim = model->shape.dim;
    size_t width = model->shape.dilation[layer] * dim;
    uint8_t *before = encoder->bytes - width;
    uint8_t *after = encoder->bytes + encoder->n * dim;
    for (size_t i = 0; i < dim; i++)
        before[i] = (uint8_t)model->bytes[layer].zero[i];
    for (size_t at = dim; at < width; at += dim)
        memcpy(before + at, before, dim);
    memcpy(after, before, width);
}

static void convolve(PlEncoder *encoder, uint32_t layer)
{
    const PlSyntaxModel *model = encoder->model;
    size_t dim = model->shape.dim;
    size_t width = model->shape.dilation[layer] * dim;
    clear_margins(encoder, layer);
    PlNnInput windows = {.bytes = encoder->bytes - width,
                         .stride = dim,
                         .part_stride = width,
                         .n_parts = 3,
                         .n_rows = encoder->n};
    model->kernels->add_relu(&model->conv[layer], &windows, encoder->x, &model->bytes[layer + 1],
                             encoder->next_bytes);
    uint8_t *swap = encoder->bytes;
    encoder->bytes = encoder->next_bytes;
    encoder->next_bytes = swap;
}

static PlNnInput rows_from(const PlEncoder *encoder, uint32_t first, uint32_t n)
{
    size_t dim = encoder->model->shape.dim;
    return (PlNnInput){
        .bytes = encoder->bytes + first * dim, .stride = dim, .n_parts = 1, .n_rows = n};
}

/* ---- tags ----------------------------------------------------------------------------------- */

static void tag_tokens(PlEncoder *encoder, uint32_t first, PlSyntax *syntax)
{
    const PlSyntaxModel *model = encoder->model;
    for (uint32_t done = 0; done < encoder->n; done += CHUNK) {
        uint32_t n = encoder->n - done < CHUNK ? encoder->n - done : CHUNK;
        PlNnInput rows = rows_from(encoder, done, n);
        model->kernels->score_rows(&model->head, &rows, encoder->heads);
        for (uint32_t i = 0; i < n; i++) {
            uint32_t (*best)(const int32_t *, uint32_t) = model->kernels->best;
            const int32_t *heads = encoder->heads + (size_t)i * PL_N_HEAD_COLUMNS;
            syntax->upos[first + done + i] = (uint8_t)best(heads + PL_HEAD_UPOS, PL_N_UPOS);
            syntax->xpos[first + done + i] = (uint8_t)best(heads + PL_HEAD_XPOS, PL_N_XPOS);
        }
    }
}

/* ---- slots ---------------------------------------------------------------------------------- */

static void fill_slot(PlEncoder *encoder, size_t slot, uint32_t first, uint32_t n,
                      const uint8_t *xpos)
{
    const PlSyntaxModel *model = encoder->model;
    size_t hidden = model->shape.hidden;
    size_t at = slot * encoder->n + first;
    for (uint32_t i = 0; i < n; i++)
        encoder->tag_terms[i] =
            model->slot_tag + (xpos[first + i] * (size_t)PL_N_SLOTS + slot) * hidden;
    PlNnInput rows = rows_from(encoder, first, n);
    model->kernels->make_terms(&model->slot[slot], &rows, encoder->tag_terms,
                               encoder->slots + at * hidden);
    memset(encoder->has_slot + at, true, n);
}

/* Most tokens come to stand in these slots: they are worked out for all at once, which costs half
 * as much a token as one at a time. */
static void begin_slots(PlEncoder *encoder, const uint8_t *xpos)
{
    static const PlSlot ahead[] = {PL_SLOT_S0, PL_SLOT_S1, PL_SLOT_B0, PL_SLOT_B0_LEFT};
    memset(encoder->has_slot, false, (size_t)PL_N_FULL_SLOTS * encoder->n);
    for (size_t i = 0; i < sizeof ahead / sizeof *ahead; i++)
        fill_slot(encoder, ahead[i], 0, encoder->n, xpos);
}

const int16_t *pl_encoder_term(PlEncoder *encoder, uint32_t tok, PlSlot slot, const uint8_t *xpos)
{
    size_t at = (size_t)slot * encoder->n + tok;
    if (!encoder->has_slot[at]) fill_slot(encoder, slot, tok, 1, xpos);
    return encoder->slots + at * encoder->model->shape.hidden;
}

void pl_encoder_run(PlEncoder *encoder, const PlTokens *tokens, uint32_t first, uint32_t end,
                    PlSyntax *syntax)
{
    uint32_t sent_first = tokens->sent_first_tok[tokens->sent[first]];
    encoder->n = end - first;
    hash_words(encoder, tokens, first);
    find_rows(encoder, tokens, first);
    for (uint32_t i = 0; i < encoder->n; i++)
        embed(encoder, tokens, first + i, first + i == sent_first, i);
    for (uint32_t layer = 0; layer < encoder->model->shape.n_layers; layer++)
        convolve(encoder, layer);
    tag_tokens(encoder, first, syntax);
    begin_slots(encoder, syntax->xpos + first);
}
