#include "quantise.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { N_BINS = 1024, N_CUTS = 16 };

static int32_t rounded(float value, int32_t least, int32_t most)
{
    float nearest = roundf(value);
    return nearest > (float)most ? most : nearest < (float)least ? least : (int32_t)nearest;
}

/* ---- activations ---------------------------------------------------------------------------- */

typedef struct Histogram {
    float low, high;
    uint32_t counts[N_BINS];
} Histogram;

static void count_column(const float *rows, size_t n_rows, size_t n, size_t column, bool positive,
                         Histogram *histogram, float *mean)
{
    *histogram = (Histogram){0};
    double sum = 0;
    for (size_t i = 0; i < n_rows; i++) {
        float x = rows[i * n + column];
        if (positive && x < 0) x = 0;
        histogram->low = fminf(histogram->low, x);
        histogram->high = fmaxf(histogram->high, x);
        sum += (double)x;
    }
    *mean = (float)(sum / (double)n_rows);
    float width = (histogram->high - histogram->low) / N_BINS + 1e-9f;
    for (size_t i = 0; i < n_rows; i++) {
        float x = rows[i * n + column];
        if (positive && x < 0) x = 0;
        histogram->counts[rounded((x - histogram->low) / width - 0.5f, 0, N_BINS - 1)]++;
    }
}

/* Squared error of bytes over [low, high]: what is cut, and a twelfth of a squared step within. */
static double range_error(const Histogram *histogram, float low, float high)
{
    float width = (histogram->high - histogram->low) / N_BINS;
    double step = (double)(high - low) / UINT8_MAX;
    double error = 0;
    for (int i = 0; i < N_BINS; i++) {
        float x = histogram->low + ((float)i + 0.5f) * width;
        double over = x > high ? (double)(x - high) : x < low ? (double)(low - x) : 0.0;
        error += histogram->counts[i] * (over > 0 ? over * over : step * step / 12.0);
    }
    return error;
}

static void set_column(const Histogram *histogram, size_t column, ByteColumns *columns)
{
    float best_low = histogram->low;
    float best_high = histogram->high;
    double least = INFINITY;
    for (int i = 0; i < N_CUTS; i++)
        for (int j = 0; j < N_CUTS; j++) {
            float low = histogram->low * (1.0f - (float)i / N_CUTS);
            float high = histogram->high * (1.0f - (float)j / N_CUTS);
            double error = range_error(histogram, low, high);
            if (error >= least) continue;
            least = error;
            best_low = low;
            best_high = high;
        }
    float step = fmaxf((best_high - best_low) / UINT8_MAX, 1.0f / 128.0f);
    int32_t factor = rounded(32768.0f / (step * PL_NN_ONE), 1, INT16_MAX);
    columns->factor[column] = (int16_t)factor;
    columns->unit[column] = 32768.0f / (float)factor / PL_NN_ONE;
    columns->zero[column] = (int16_t)rounded(-best_low / columns->unit[column], 0, UINT8_MAX);
}

void byte_columns_find(PlArena *arena, const float *rows, size_t n_rows, size_t n, bool positive,
                       ByteColumns *columns)
{
    columns->n = n;
    columns->factor = pl_arena_array(arena, int16_t, n);
    columns->zero = pl_arena_array(arena, int16_t, n);
    columns->unit = pl_arena_array(arena, float, n);
    columns->mean = pl_arena_array(arena, float, n);
    for (size_t column = 0; column < n; column++) {
        Histogram histogram;
        count_column(rows, n_rows, n, column, positive, &histogram, &columns->mean[column]);
        set_column(&histogram, column, columns);
    }
}

/* ---- layers --------------------------------------------------------------------------------- */

/* The weights into one output, in what a byte of each input adds. */
static void output_weights(const float *weights, size_t n_in, size_t n_out, size_t output,
                           const ByteColumns *columns, float *into)
{
    for (size_t i = 0; i < n_in; i++)
        into[i] = weights[i * n_out + output] * columns->unit[i % columns->n];
}

/* The nearest pair of bytes that PL_NN_MOST_PAIR allows. */
static void quantise_pair(const float *weights, float scale, int8_t pair[2])
{
    int32_t a = rounded(weights[0] / scale, -127, 127);
    int32_t b = rounded(weights[1] / scale, -127, 127);
    while ((a < 0) == (b < 0) && abs(a) + abs(b) > PL_NN_MOST_PAIR) {
        bool first = abs(a) > abs(b);
        int32_t *larger = first ? &a : &b;
        *larger += *larger < 0 ? 1 : -1;
    }
    pair[0] = (int8_t)a;
    pair[1] = (int8_t)b;
}

static double scale_error(const float *weights, size_t n, float scale)
{
    double error = 0;
    for (size_t i = 0; i < n; i += 2) {
        int8_t pair[2];
        quantise_pair(weights + i, scale, pair);
        for (size_t k = 0; k < 2; k++) {
            double miss = (double)(weights[i + k] - scale * (float)pair[k]);
            error += miss * miss;
        }
    }
    return error;
}

static float best_scale(const float *weights, size_t n)
{
    float most = 1e-9f;
    for (size_t i = 0; i < n; i += 2)
        most = fmaxf(most, fmaxf(fabsf(weights[i]), fabsf(weights[i + 1])));
    float best = most;
    double least = INFINITY;
    for (int i = 0; i < 2 * N_CUTS; i++) {
        float scale = most / 127.0f * (1.6f - (float)i / N_CUTS * 0.6f);
        double error = scale_error(weights, n, scale);
        if (error >= least) continue;
        least = error;
        best = scale;
    }
    return best;
}

typedef struct Output {
    float *weights; /* [n_in] */
    float scale;    /* of a weight of 1 */
    float bias;
} Output;

/* One output in fixed point with `shift` bits more than an activation. */
static bool set_output(const Output *output, const ByteColumns *columns, size_t j, PlNnLayer *layer,
                       int8_t *weights, int32_t *scales, int32_t *biases)
{
    float unit = (float)PL_NN_ONE * (float)(1u << layer->shift);
    float scale = ceilf(output->scale * unit);
    if (scale > (float)UINT16_MAX) return false;
    double bias = (double)output->bias * (double)unit + 0.5 * (double)(1u << layer->shift);
    int8_t *block = weights + j / PL_NN_COLUMNS * PL_NN_COLUMNS * layer->n_in;
    for (size_t i = 0; i < layer->n_in; i += 2) {
        int8_t pair[2];
        quantise_pair(output->weights + i, scale / unit, pair);
        for (size_t k = 0; k < 2; k++) {
            size_t column = (i + k) % columns->n;
            double miss = (double)(output->weights[i + k] * unit - scale * (float)pair[k]);
            bias -= (double)columns->zero[column] * pair[k] * (double)scale;
            bias += miss * (double)(columns->mean[column] / columns->unit[column]);
            block[((i / 4 * PL_NN_COLUMNS) + j % PL_NN_COLUMNS) * 4 + i % 4 + k] = pair[k];
        }
    }
    if (fabs(bias) > 2e9) return false;
    scales[j] = (int32_t)scale;
    biases[j] = (int32_t)lround(bias);
    return true;
}

void layer_quantise(PlArena *arena, const float *weights, const float *bias, size_t n_in,
                    size_t n_out, const ByteColumns *columns, PlNnLayer *layer)
{
    int8_t *bytes = pl_arena_array(arena, int8_t, n_in * n_out);
    int32_t *scales = pl_arena_array(arena, int32_t, n_out);
    int32_t *biases = pl_arena_array(arena, int32_t, n_out);
    Output *outputs = pl_arena_array(arena, Output, n_out);
    for (size_t j = 0; j < n_out; j++) {
        outputs[j].weights = pl_arena_array(arena, float, n_in);
        output_weights(weights, n_in, n_out, j, columns, outputs[j].weights);
        outputs[j].scale = best_scale(outputs[j].weights, n_in);
        outputs[j].bias = bias ? bias[j] : 0.0f;
    }
    *layer = (PlNnLayer){bytes, scales, biases, (uint32_t)n_in, (uint32_t)n_out, 20};
    for (bool fits = false; !fits; layer->shift -= !fits) {
        assert(layer->shift > 2 && "a layer's weights are too large for fixed point");
        fits = true;
        for (size_t j = 0; j < n_out && fits; j++)
            fits = set_output(&outputs[j], columns, j, layer, bytes, scales, biases);
        fits = fits && pl_nn_layer_is_safe(layer);
    }
}
