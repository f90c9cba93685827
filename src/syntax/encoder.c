#include "syntax/encoder.h"

#include <string.h>

enum { CHUNK = 64 };

void pl_encoder_alloc(PlArena *arena, PlEncoder *encoder, const PlSyntaxModel *model,
                      uint32_t n_most)
{
    size_t dim = model->shape.dim;
    size_t n = n_most;
    encoder->model = model;
    encoder->x = pl_arena_array(arena, int16_t, n * dim);
    encoder->next_x = pl_arena_array(arena, int16_t, n * dim);
    encoder->window = pl_arena_array(arena, int16_t, (size_t)CHUNK * 3 * dim);
    encoder->slots = pl_arena_array(arena, int16_t, n * PL_N_FULL_SLOTS * model->shape.hidden);
    encoder->heads = pl_arena_array(arena, int32_t, PL_N_HEAD_COLUMNS);
}

static int16_t cut(int32_t value, int32_t most)
{
    return (int16_t)(value < -most ? -most : value > most ? most : value);
}

/* out = a + b, cut to +-most. Both are activations, so their sum stays in an int16, and compilers
 * make vectors of it on every CPU. */
static void add_rows(int16_t *out, const int16_t *a, const int16_t *b, size_t n, int16_t most)
{
    for (size_t i = 0; i < n; i++) {
        int16_t sum = (int16_t)(a[i] + b[i]);
        sum = sum > most ? most : sum;
        out[i] = sum < (int16_t)-most ? (int16_t)-most : sum;
    }
}

/* ---- words ---------------------------------------------------------------------------------- */

static void add_bytes(const PlByteRows *rows, uint32_t row, uint32_t dim, int32_t *sum)
{
    const int8_t *bytes = rows->bytes + (size_t)row * dim;
    int32_t scale = rows->scale[row];
    for (uint32_t i = 0; i < dim; i++)
        sum[i] += bytes[i] * scale;
}

static void embed(const PlEncoder *encoder, const PlTokens *tokens, uint32_t tok, bool is_first,
                  int16_t *x)
{
    const PlSyntaxModel *model = encoder->model;
    uint32_t dim = model->shape.dim;
    int32_t sum[PL_SYNTAX_MOST_DIM] = {0};
    PlWordKey key = pl_word_key(tokens->lower[tok]);
    int64_t row = pl_value_table_find(&model->words, pl_word_key_hash(&key));
    if (row >= 0) {
        add_bytes(&model->word_rows, (uint32_t)row, dim, sum);
    } else {
        uint32_t affixes[PL_N_AFFIXES];
        uint32_t n = pl_word_affixes(&key, affixes);
        for (uint32_t i = 0; i < n; i++)
            add_bytes(&model->affix_rows, affixes[i], dim, sum);
    }
    uint32_t shape =
        pl_word_shape(tokens->form[tok], is_first, (tokens->flags[tok] & PL_TOK_SPACE_BEFORE) != 0);
    const int16_t *shape_row = model->shape_rows + (size_t)shape * dim;
    int32_t half = 1 << (PL_SYNTAX_ROW_SHIFT - 1);
    for (uint32_t i = 0; i < dim; i++)
        x[i] = cut(((sum[i] + half) >> PL_SYNTAX_ROW_SHIFT) + shape_row[i], PL_NN_MOST);
}

/* ---- context -------------------------------------------------------------------------------- */

static void copy_row(int16_t *to, const int16_t *x, int64_t tok, uint32_t n, uint32_t dim)
{
    if (tok < 0 || tok >= n)
        memset(to, 0, dim * sizeof *to);
    else
        memcpy(to, x + (size_t)tok * dim, dim * sizeof *to);
}

static void convolve(PlEncoder *encoder, uint32_t layer)
{
    const PlSyntaxModel *model = encoder->model;
    uint32_t dim = model->shape.dim;
    int64_t dilation = model->shape.dilation[layer];
    for (uint32_t first = 0; first < encoder->n; first += CHUNK) {
        uint32_t n = encoder->n - first < CHUNK ? encoder->n - first : CHUNK;
        for (uint32_t i = 0; i < n; i++)
            for (int64_t side = -1; side <= 1; side++)
                copy_row(encoder->window + ((size_t)i * 3 + (size_t)(side + 1)) * dim, encoder->x,
                         (int64_t)first + i + side * dilation, encoder->n, dim);
        int16_t *out = encoder->next_x + (size_t)first * dim;
        const int16_t *in = encoder->x + (size_t)first * dim;
        model->kernels->affine(&model->conv[layer], encoder->window, 3 * (size_t)dim, n, out, dim,
                               0, PL_NN_MOST);
        add_rows(out, in, out, (size_t)n * dim, PL_NN_MOST);
    }
    int16_t *swap = encoder->x;
    encoder->x = encoder->next_x;
    encoder->next_x = swap;
}

/* ---- tags ----------------------------------------------------------------------------------- */

static uint8_t best_of(const int32_t *scores, int n)
{
    int best = 0;
    for (int i = 1; i < n; i++)
        if (scores[i] > scores[best]) best = i;
    return (uint8_t)best;
}

static void tag_tokens(PlEncoder *encoder, uint32_t first, PlSyntax *syntax)
{
    const PlSyntaxModel *model = encoder->model;
    uint32_t dim = model->shape.dim;
    for (uint32_t i = 0; i < encoder->n; i++) {
        model->kernels->scores(&model->head, encoder->x + (size_t)i * dim, encoder->heads);
        syntax->upos[first + i] = best_of(encoder->heads + PL_HEAD_UPOS, PL_N_UPOS);
        syntax->xpos[first + i] = best_of(encoder->heads + PL_HEAD_XPOS, PL_N_XPOS);
    }
}

/* ---- slots ---------------------------------------------------------------------------------- */

static void fill_slots(PlEncoder *encoder, const uint8_t *xpos)
{
    const PlSyntaxModel *model = encoder->model;
    size_t width = (size_t)PL_N_FULL_SLOTS * model->shape.hidden;
    size_t tag_width = (size_t)PL_N_SLOTS * model->shape.hidden;
    model->kernels->affine(&model->slot, encoder->x, model->shape.dim, encoder->n, encoder->slots,
                           width, -PL_NN_MOST, PL_NN_MOST);
    for (uint32_t i = 0; i < encoder->n; i++) {
        int16_t *row = encoder->slots + i * width;
        add_rows(row, row, model->slot_tag + xpos[i] * tag_width, width, PL_NN_MOST_TERM);
    }
}

void pl_encoder_run(PlEncoder *encoder, const PlTokens *tokens, uint32_t first, uint32_t end,
                    PlSyntax *syntax)
{
    uint32_t dim = encoder->model->shape.dim;
    uint32_t sent_first = tokens->sent_first_tok[tokens->sent[first]];
    encoder->n = end - first;
    for (uint32_t i = 0; i < encoder->n; i++)
        embed(encoder, tokens, first + i, first + i == sent_first, encoder->x + (size_t)i * dim);
    for (uint32_t layer = 0; layer < encoder->model->shape.n_layers; layer++)
        convolve(encoder, layer);
    tag_tokens(encoder, first, syntax);
    fill_slots(encoder, syntax->xpos + first);
}
