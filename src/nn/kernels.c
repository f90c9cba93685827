#include "nn/kernels.h"

#include <stdlib.h>

#include "nn/kernels_x86.h"

static int16_t cut(int32_t value, int16_t low, int16_t high)
{
    return (int16_t)(value < low ? low : value > high ? high : value);
}

static int32_t dot(const PlNnLayer *layer, const int16_t *in, uint32_t column)
{
    int32_t sum = layer->bias[column];
    for (uint32_t i = 0; i < layer->n_in; i++)
        sum += in[i] * layer->weights[(i / 2 * layer->n_out + column) * 2 + i % 2];
    return sum;
}

static void plain_affine(const PlNnLayer *layer, const int16_t *in, size_t in_stride,
                         uint32_t n_rows, int16_t *out, size_t out_stride, int16_t low,
                         int16_t high)
{
    int32_t half = layer->shift ? 1 << (layer->shift - 1) : 0;
    for (uint32_t row = 0; row < n_rows; row++)
        for (uint32_t j = 0; j < layer->n_out; j++)
            out[row * out_stride + j] =
                cut((dot(layer, in + row * in_stride, j) + half) >> layer->shift, low, high);
}

static void plain_scores(const PlNnLayer *layer, const int16_t *in, int32_t *out)
{
    for (uint32_t j = 0; j < layer->n_out; j++)
        out[j] = dot(layer, in, j);
}

static void plain_sum_rows(const int16_t *const *rows, uint32_t n_rows, uint32_t n, int16_t *out)
{
    for (uint32_t j = 0; j < n; j++) {
        int32_t sum = 0;
        for (uint32_t i = 0; i < n_rows; i++)
            sum += rows[i][j];
        out[j] = cut(sum, 0, PL_NN_MOST);
    }
}

/* ---- bytes ---------------------------------------------------------------------------------- */

static uint8_t byte_of(int32_t value, const PlNnBytes *as, uint32_t j)
{
    int32_t byte = ((value * as->factor[j] + (1 << 14)) >> 15) + as->zero[j];
    return (uint8_t)(byte < 0 ? 0 : byte > UINT8_MAX ? UINT8_MAX : byte);
}

/* The value of output `column` for row `row`, before the shift. */
static int32_t byte_dot(const PlNnByteLayer *layer, const PlNnInput *in, uint32_t row,
                        uint32_t column)
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

static void plain_add_relu(const PlNnByteLayer *layer, const PlNnInput *in, int16_t *x,
                           const PlNnBytes *as, uint8_t *out_bytes)
{
    for (uint32_t row = 0; row < in->n_rows; row++)
        for (uint32_t j = 0; j < layer->n_out; j++) {
            size_t at = (size_t)row * layer->n_out + j;
            int32_t value = byte_dot(layer, in, row, j) >> layer->shift;
            x[at] = cut(x[at] + cut(value, 0, INT16_MAX), INT16_MIN, PL_NN_MOST);
            out_bytes[at] = byte_of(x[at], as, j);
        }
}

static void plain_make_terms(const PlNnByteLayer *layer, const PlNnInput *in,
                             const int16_t *const *plus, int16_t *out)
{
    for (uint32_t row = 0; row < in->n_rows; row++)
        for (uint32_t j = 0; j < layer->n_out; j++) {
            int32_t value = byte_dot(layer, in, row, j) >> layer->shift;
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

static void plain_score_rows(const PlNnByteLayer *layer, const PlNnInput *in, int32_t *out)
{
    for (uint32_t row = 0; row < in->n_rows; row++)
        for (uint32_t j = 0; j < layer->n_out; j++)
            out[(size_t)row * layer->n_out + j] = byte_dot(layer, in, row, j);
}

static const PlNnKernels plain = {
    "plain",        plain_affine,     plain_scores,    plain_sum_rows,   plain_embed,
    plain_add_relu, plain_make_terms, plain_sum_terms, plain_score_rows,
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
    if (layer->n_in % 2 || layer->n_out % PL_NN_COLUMNS || layer->shift > 20 ||
        layer->n_in > 1u << 14)
        return false;
    /* A block of columns at a time, in the order in which the weights lie. */
    for (uint32_t column = 0; column < layer->n_out; column += PL_NN_COLUMNS) {
        uint32_t sizes[2 * PL_NN_COLUMNS] = {0}; /* at most n_in * 2^15 each */
        for (uint32_t pair = 0; pair < layer->n_in / 2; pair++) {
            const int16_t *w = layer->weights + ((size_t)pair * layer->n_out + column) * 2;
            for (uint32_t j = 0; j < 2 * PL_NN_COLUMNS; j++)
                sizes[j] += (uint32_t)abs(w[j]);
        }
        for (size_t j = 0; j < PL_NN_COLUMNS; j++) {
            int64_t bias = layer->bias[column + j];
            int64_t most = ((int64_t)sizes[2 * j] + sizes[2 * j + 1]) * PL_NN_MOST;
            if (most + (bias < 0 ? -bias : bias) + (1 << 20) > INT32_MAX) return false;
        }
    }
    return true;
}

bool pl_nn_byte_layer_is_safe(const PlNnByteLayer *layer)
{
    if (layer->n_in % 4 || layer->n_in == 0 || layer->n_in > 1u << 14 ||
        layer->n_out % PL_NN_COLUMNS || layer->shift > 30)
        return false;
    const int8_t *pair = layer->weights;
    for (uint32_t column = 0; column < layer->n_out; column += PL_NN_COLUMNS) {
        int32_t sizes[PL_NN_COLUMNS] = {0};
        for (uint32_t quad = 0; quad < layer->n_in / 4; quad++)
            for (uint32_t j = 0; j < 2 * PL_NN_COLUMNS; j++, pair += 2) {
                int32_t size = abs(pair[0]) + abs(pair[1]);
                bool same_sign = (pair[0] < 0) == (pair[1] < 0);
                if (same_sign && size > PL_NN_MOST_PAIR) return false;
                sizes[j / 2] += size;
            }
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
