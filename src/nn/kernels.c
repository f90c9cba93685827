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

static const PlNnKernels plain = {"plain", plain_affine, plain_scores, plain_sum_rows};

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
