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
    encoder->x = pl_arena_array(arena, int16_t, n * dim);
    encoder->bytes = byte_rows(arena, n, dim);
    encoder->next_bytes = byte_rows(arena, n, dim);
    encoder->slots = pl_arena_array(arena, int16_t, n * PL_N_FULL_SLOTS * model->shape.hidden);
    encoder->terms = pl_arena_array(arena, const int16_t *, n);
    encoder->heads = pl_arena_array(arena, int32_t, (size_t)CHUNK * PL_N_HEAD_COLUMNS);
}

/* ---- words ---------------------------------------------------------------------------------- */

static PlNnScaledRow scaled_row(const PlByteRows *rows, uint32_t row, size_t dim)
{
    return (PlNnScaledRow){rows->bytes + row * dim, rows->scale[row]};
}

_Static_assert((int)PL_N_AFFIXES <= (int)PL_NN_MOST_ROWS, "embed would overflow");

static void embed(const PlEncoder *encoder, const PlTokens *tokens, uint32_t tok, bool is_first,
                  size_t at)
{
    const PlSyntaxModel *model = encoder->model;
    size_t dim = model->shape.dim;
    PlNnScaledRow rows[PL_N_AFFIXES];
    uint32_t n_rows = 0;
    PlWordKey key = pl_word_key(tokens->lower[tok]);
    int64_t row = pl_value_table_find(&model->words, pl_word_key_hash(&key));
    if (row >= 0) {
        rows[n_rows++] = scaled_row(&model->word_rows, (uint32_t)row, dim);
    } else {
        uint32_t affixes[PL_N_AFFIXES];
        uint32_t n = pl_word_affixes(&key, affixes);
        for (; n_rows < n; n_rows++)
            rows[n_rows] = scaled_row(&model->affix_rows, affixes[n_rows], dim);
    }
    uint32_t shape =
        pl_word_shape(tokens->form[tok], is_first, (tokens->flags[tok] & PL_TOK_SPACE_BEFORE) != 0);
    model->kernels->embed(rows, n_rows, model->shape_rows + shape * dim, (uint32_t)dim,
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

static void fill_slots(PlEncoder *encoder, const uint8_t *xpos)
{
    const PlSyntaxModel *model = encoder->model;
    size_t tag_width = (size_t)PL_N_SLOTS * model->shape.hidden;
    for (uint32_t i = 0; i < encoder->n; i++)
        encoder->terms[i] = model->slot_tag + xpos[i] * tag_width;
    PlNnInput rows = rows_from(encoder, 0, encoder->n);
    model->kernels->make_terms(&model->slot, &rows, encoder->terms, encoder->slots);
}

void pl_encoder_run(PlEncoder *encoder, const PlTokens *tokens, uint32_t first, uint32_t end,
                    PlSyntax *syntax)
{
    uint32_t sent_first = tokens->sent_first_tok[tokens->sent[first]];
    encoder->n = end - first;
    for (uint32_t i = 0; i < encoder->n; i++)
        embed(encoder, tokens, first + i, first + i == sent_first, i);
    for (uint32_t layer = 0; layer < encoder->model->shape.n_layers; layer++)
        convolve(encoder, layer);
    tag_tokens(encoder, first, syntax);
    fill_slots(encoder, syntax->xpos + first);
}
