#include "nn/kernels.h"

#include <stdlib.h>

#include "nn/kernels_x86.h"

static int16_t cut(int32_t value, int16_t low, int16_t high)
{
    return (int16_t)(value < low ? low : value > high ? high : value);
}

static uint8_t byte_of(int32_t value, const PlNnBytes *as, uint32_t j)
{
    int32_t byte = ((value * as->factor[j] + (1 << 14)) >> 15) + as->zero[j];
    return (uint8_t)(byte < 0 ? 0 : byte > UINT8_MAX ? UINT8_MAX : byte);
}

/* The value of output `column` for row `row`, before the shift. */
static int32_t dot(const PlNnLayer *layer, const PlNnInput *in, uint32_t row, uint32_t column)
{
    const int8_t *weights = layer->weights +
                            (size_t)(column / PL_NN_COLUMNS) * layer->n_in * PL_NN_COLUMNS +
                            (size_t)(column % PL_NN_COLUMNS) * 4;
    uint32_t part_len = layer->n_in / in->n_parts;
    int32_t sum = 0;
    for (uint32_t i = 0; i < layer->n_in; i++) {
        int32_t byte = in->bytes[row * in->stride + i / part_len * in->part_stride + i % part_len];
        sum += byte * weights[(size_t)(i / 4) * PL_NN_COLUMNS * 4 + i % 4];
    }
    return sum * layer->scale[column] + layer->bias[column];
}

static void plain_embed(const PlNnScaledRow *rows, uint32_t n_rows, const int16_t *plus, uint32_t n,
                        const PlNnBytes *as, int16_t *out, uint8_t *out_bytes)
{
    for (uint32_t j = 0; j < n; j++) {
        int32_t sum = 1 << (PL_NN_ROW_SHIFT - 1);
        for (uint32_t i = 0; i < n_rows; i++)
            sum += rows[i].bytes[j] * rows[i].scale;
        out[j] = cut((sum >> PL_NN_ROW_SHIFT) + plus[j], -PL_NN_MOST, PL_NN_MOST);
        out_bytes[j] = byte_of(out[j], as, j);
    }
}

static void plain_add_relu(const PlNnLayer *layer, const PlNnInput *in, int16_t *x,
                           const PlNnBytes *as, uint8_t *out_bytes)
{
    for (uint32_t row = 0; row < in->n_rows; row++)
        for (uint32_t j = 0; j < layer->n_out; j++) {
            size_t at = (size_t)row * layer->n_out + j;
            int32_t value = dot(layer, in, row, j) >> layer->shift;
            x[at] = cut(x[at] + cut(value, 0, INT16_MAX), INT16_MIN, PL_NN_MOST);
            out_bytes[at] = byte_of(x[at], as, j);
        }
}

static void plain_make_terms(const PlNnLayer *layer, const PlNnInput *in,
                             const int16_t *const *plus, int16_t *out)
{
    for (uint32_t row = 0; row < in->n_rows; row++)
        for (uint32_t j = 0; j < layer->n_out; j++) {
            int32_t value = dot(layer, in, row, j) >> layer->shift;
            out[(size_t)row * layer->n_out + j] = cut(
                cut(value, INT16_MIN, INT16_MAX) + plus[row][j], -PL_NN_MOST_TERM, PL_NN_MOST_TERM);
        }
}

static void plain_sum_terms(const int16_t *const *rows, uint32_t n_rows, uint32_t n,
                            const PlNnBytes *as, uint8_t *out)
{
    for (uint32_t j = 0; j < n; j++) {
        int32_t sum = 0;
        for (uint32_t i = 0; i < n_rows; i++)
            sum += rows[i][j];
        out[j] = byte_of(sum, as, j);
    }
}

static void plain_score_rows(const PlNnLayer *layer, const PlNnInput *in, int32_t *out)
{
    for (uint32_t row = 0; row < in->n_rows; row++)
        for (uint32_t j = 0; j < layer->n_out; j++)
            out[(size_t)row * layer->n_out + j] = dot(layer, in, row, j);
}

static void plain_sum_short_rows(const int8_t *const *rows, uint32_t n_rows,
                                 int16_t sum[PL_NN_SHORT_ROW])
{
    for (uint32_t c = 0; c < PL_NN_SHORT_ROW; c++) {
        sum[c] = 0;
        for (uint32_t i = 0; i < n_rows; i++)
            sum[c] = (int16_t)(sum[c] + rows[i][c]);
    }
}

static uint32_t plain_best(const int32_t *scores, uint32_t n)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

static const PlNnKernels plain = {
    "plain",         plain_embed,      plain_add_relu,       plain_make_terms,
    plain_sum_terms, plain_score_rows, plain_sum_short_rows, plain_best,
};

const PlNnKernels *pl_nn_kernels(uint32_t index)
{
    const PlNnKernels *able[3];
    uint32_t n = pl_nn_kernels_x86(able);
    able[n++] = &plain;
    return index < n ? able[index] : NULL;
}

bool pl_nn_layer_is_safe(const PlNnLayer *layer)
{
    if (layer->n_in % 4 || layer->n_in == 0 || layer->n_in > 1u << 14 ||
        layer->n_out % PL_NN_COLUMNS || layer->shift > 30)
        return false;
    const int8_t *pair = layer->weights;
    for (uint32_t column = 0; column < layer->n_out; column += PL_NN_COLUMNS) {
        int32_t sizes[PL_NN_COLUMNS] = {0};
        int32_t most_sum = 0;
        for (uint32_t quad = 0; quad < layer->n_in / 4; quad++)
            for (uint32_t j = 0; j < 2 * PL_NN_COLUMNS; j++, pair += 2) {
                int32_t sum = abs(pair[0] + pair[1]);
                most_sum = sum > most_sum ? sum : most_sum;
                sizes[j / 2] += abs(pair[0]) + abs(pair[1]);
            }
        if (most_sum > PL_NN_MOST_PAIR) return false;
        for (uint32_t j = 0; j < PL_NN_COLUMNS; j++) {
            int64_t scale = layer->scale[column + j];
            int64_t bias = layer->bias[column + j];
            if (scale < 0 || scale > UINT16_MAX) return false;
            if (sizes[j] * (int64_t)UINT8_MAX * scale + (bias < 0 ? -bias : bias) > INT32_MAX)
                return false;
        }
    }
    return true;
}
