/* Every version of a kernel gives the bytes of the plain one, on random input of all shapes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "nn/kernels.h"

static uint64_t seed = 1;

static int32_t draw(int32_t most)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int32_t)((seed >> 33) % (uint64_t)(2 * most + 1)) - most;
}

static void fill(int16_t *at, size_t n, int32_t most)
{
    for (size_t i = 0; i < n; i++)
        at[i] = (int16_t)draw(most);
}

static const PlNnKernels *plain(void)
{
    uint32_t i = 0;
    while (pl_nn_kernels(i + 1))
        i++;
    return pl_nn_kernels(i);
}

typedef struct Case {
    PlNnLayer layer;
    int16_t *weights;
    int32_t *bias;
    int16_t *in; /* (n_rows, n_in + 8) */
    uint32_t n_rows;
} Case;

static Case case_new(uint32_t n_in, uint32_t n_out, uint32_t n_rows, uint32_t shift, int32_t weight)
{
    Case c = {.n_rows = n_rows};
    c.weights = malloc((size_t)n_in * n_out * sizeof *c.weights);
    c.bias = malloc(n_out * sizeof *c.bias);
    c.in = malloc((size_t)n_rows * (n_in + 8) * sizeof *c.in);
    fill(c.weights, (size_t)n_in * n_out, weight);
    fill(c.in, (size_t)n_rows * (n_in + 8), PL_NN_MOST);
    for (uint32_t j = 0; j < n_out; j++)
        c.bias[j] = draw(1 << 20);
    c.layer = (PlNnLayer){c.weights, c.bias, n_in, n_out, shift};
    return c;
}

static void case_free(Case *c)
{
    free(c->weights);
    free(c->bias);
    free(c->in);
}

static void compare_affine(const PlNnKernels *kernels, const Case *c, int16_t low, int16_t high)
{
    size_t n = (size_t)c->n_rows * (c->layer.n_out + 3);
    int16_t *expected = calloc(n, sizeof *expected);
    int16_t *got = calloc(n, sizeof *got);
    size_t stride = c->layer.n_in + 8;
    plain()->affine(&c->layer, c->in, stride, c->n_rows, expected, c->layer.n_out + 3, low, high);
    kernels->affine(&c->layer, c->in, stride, c->n_rows, got, c->layer.n_out + 3, low, high);
    assert_memory_equal(expected, got, n * sizeof *got);
    free(expected);
    free(got);
}

static void compare_scores(const PlNnKernels *kernels, const Case *c)
{
    int32_t *expected = calloc(c->layer.n_out, sizeof *expected);
    int32_t *got = calloc(c->layer.n_out, sizeof *got);
    plain()->scores(&c->layer, c->in, expected);
    kernels->scores(&c->layer, c->in, got);
    assert_memory_equal(expected, got, c->layer.n_out * sizeof *got);
    free(expected);
    free(got);
}

static void layers_agree(void **state)
{
    (void)state;
    static const uint32_t sizes[][3] = {/* in, out, rows */
                                        {2, 32, 1},    {96, 96, 4},   {384, 128, 21}, {128, 512, 7},
                                        {128, 128, 1}, {64, 160, 13}, {10, 224, 8},   {128, 96, 0}};
    for (uint32_t k = 0; pl_nn_kernels(k); k++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
            for (uint32_t shift = 0; shift <= 14; shift += 7) {
                Case c = case_new(sizes[i][0], sizes[i][1], sizes[i][2], shift, 2000);
                assert_true(pl_nn_layer_is_safe(&c.layer));
                compare_affine(pl_nn_kernels(k), &c, -PL_NN_MOST, PL_NN_MOST);
                compare_affine(pl_nn_kernels(k), &c, 0, PL_NN_MOST);
                if (c.n_rows) compare_scores(pl_nn_kernels(k), &c);
                case_free(&c);
            }
}

static void an_affine_row_is_what_it_says(void **state)
{
    (void)state;
    int16_t weights[2 * 32] = {0};
    int32_t bias[32] = {0};
    int16_t in[2] = {PL_NN_ONE, -PL_NN_ONE / 2};
    int16_t out[32];
    weights[0] = 3 << 8; /* 3 * in[0] + 2 * in[1] + 1, to output 0 */
    weights[1] = 2 << 8;
    bias[0] = 1 << 16;
    weights[2] = -100 * 256; /* far below: cut */
    PlNnLayer layer = {weights, bias, 2, 32, 8};
    for (uint32_t k = 0; pl_nn_kernels(k); k++) {
        pl_nn_kernels(k)->affine(&layer, in, 2, 1, out, 32, 0, PL_NN_MOST);
        assert_int_equal(out[0], 3 * PL_NN_ONE);
        assert_int_equal(out[1], 0);
    }
}

static void sums_of_rows_agree(void **state)
{
    (void)state;
    int16_t *block = malloc(PL_NN_MOST_TERMS * 256 * sizeof *block);
    const int16_t *rows[PL_NN_MOST_TERMS];
    for (uint32_t k = 0; pl_nn_kernels(k); k++)
        for (uint32_t n = 32; n <= 256; n += 32) {
            int16_t expected[256];
            int16_t got[256];
            fill(block, PL_NN_MOST_TERMS * 256, PL_NN_MOST_TERM);
            for (uint32_t i = 0; i < PL_NN_MOST_TERMS; i++)
                rows[i] = block + i * 256;
            plain()->sum_rows(rows, PL_NN_MOST_TERMS, n, expected);
            pl_nn_kernels(k)->sum_rows(rows, PL_NN_MOST_TERMS, n, got);
            assert_memory_equal(expected, got, n * sizeof *got);
            assert_true(got[0] >= 0 && got[0] <= PL_NN_MOST);
        }
    /* The largest terms of all: an int16 holds their sum. */
    for (size_t i = 0; i < PL_NN_MOST_TERMS * 256; i++)
        block[i] = -PL_NN_MOST_TERM;
    int16_t got[32];
    for (uint32_t k = 0; pl_nn_kernels(k); k++) {
        pl_nn_kernels(k)->sum_rows(rows, PL_NN_MOST_TERMS, 32, got);
        assert_int_equal(got[0], 0);
    }
    free(block);
}

static void a_layer_that_could_overflow_is_not_safe(void **state)
{
    (void)state;
    Case c = case_new(384, 32, 1, 8, 100);
    assert_true(pl_nn_layer_is_safe(&c.layer));
    for (uint32_t i = 0; i < 384; i++)
        c.weights[(i / 2 * 32 + 5) * 2 + i % 2] = INT16_MIN;
    assert_false(pl_nn_layer_is_safe(&c.layer));
    c.layer.shift = 60;
    assert_false(pl_nn_layer_is_safe(&c.layer));
    case_free(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_agree),
        cmocka_unit_test(an_affine_row_is_what_it_says),
        cmocka_unit_test(sums_of_rows_agree),
        cmocka_unit_test(a_layer_that_could_overflow_is_not_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
