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

enum { MOST_DIM = 1024, PADDING = 5 };

typedef struct Case {
    PlNnLayer layer;
    PlNnInput in;
    int8_t *weights;
    int32_t *scale;
    int32_t *bias;
    uint8_t *bytes;
    PlNnBytes as; /* of the outputs */
    int16_t factor[MOST_DIM];
    int16_t zero[MOST_DIM];
    int16_t rows[32][MOST_DIM];
} Case;

/* Weights whose pairs are as large as they may be, of one sign every other time. */
static void fill_weights(int8_t *weights, size_t n)
{
    for (size_t i = 0; i < n; i += 2) {
        int32_t a = draw(127);
        int32_t room = PL_NN_MOST_PAIR - abs(a);
        int32_t b = draw(2) ? draw(127) : a < 0 ? -room : room;
        if ((a < 0) == (b < 0) && abs(b) > room) b = -b;
        weights[i] = (int8_t)a;
        weights[i + 1] = (int8_t)(b > 127 ? 127 : b);
    }
}

static void fill_bytes_of(Case *c)
{
    for (size_t i = 0; i < MOST_DIM; i++) {
        c->factor[i] = (int16_t)((draw(16383) + 16383) >> (i % 4));
        c->zero[i] = (int16_t)((draw(255) + 255) / 2);
    }
    c->as = (PlNnBytes){c->factor, c->zero};
}

static Case *case_new(uint32_t n_in, uint32_t n_out, uint32_t n_rows, uint32_t n_parts,
                      uint32_t shift)
{
    Case *c = calloc(1, sizeof *c);
    size_t part_len = n_in / n_parts;
    size_t n_bytes = (n_rows + 2 * n_parts) * (part_len + PADDING);
    c->weights = malloc((size_t)n_in * n_out);
    c->scale = malloc(n_out * sizeof *c->scale);
    c->bias = malloc(n_out * sizeof *c->bias);
    c->bytes = malloc(n_bytes);
    fill_weights(c->weights, (size_t)n_in * n_out);
    for (uint32_t j = 0; j < n_out; j++) {
        c->scale[j] = (draw(60) + 60);
        c->bias[j] = draw(1 << 20);
    }
    for (size_t i = 0; i < n_bytes; i++)
        c->bytes[i] = (uint8_t)(draw(9) > 7 ? 255 : draw(127) + 128);
    fill_bytes_of(c);
    for (size_t i = 0; i < 32; i++)
        fill(c->rows[i], MOST_DIM, PL_NN_MOST_TERM);
    c->layer = (PlNnLayer){c->weights, c->scale, c->bias, n_in, n_out, shift};
    c->in = (PlNnInput){c->bytes, part_len + PADDING, 2 * (part_len + PADDING), n_parts, n_rows};
    return c;
}

static void case_free(Case *c)
{
    free(c->weights);
    free(c->scale);
    free(c->bias);
    free(c->bytes);
    free(c);
}

static void compare_score_rows(const PlNnKernels *kernels, const Case *c)
{
    size_t n = (size_t)c->in.n_rows * c->layer.n_out;
    int32_t *expected = calloc(n + 1, sizeof *expected);
    int32_t *got = calloc(n + 1, sizeof *got);
    plain()->score_rows(&c->layer, &c->in, expected);
    kernels->score_rows(&c->layer, &c->in, got);
    assert_memory_equal(expected, got, n * sizeof *got);
    free(expected);
    free(got);
}

static void compare_make_terms(const PlNnKernels *kernels, const Case *c)
{
    size_t n = (size_t)c->in.n_rows * c->layer.n_out;
    int16_t *expected = calloc(n + 1, sizeof *expected);
    int16_t *got = calloc(n + 1, sizeof *got);
    const int16_t *plus[32];
    for (size_t i = 0; i < 32; i++)
        plus[i] = c->rows[(i * 7) % 32];
    plain()->make_terms(&c->layer, &c->in, plus, expected);
    kernels->make_terms(&c->layer, &c->in, plus, got);
    assert_memory_equal(expected, got, n * sizeof *got);
    for (size_t i = 0; i < n; i++)
        assert_in_range(got[i] + PL_NN_MOST_TERM, 0, 2 * PL_NN_MOST_TERM);
    free(expected);
    free(got);
}

static void compare_add_relu(const PlNnKernels *kernels, const Case *c)
{
    size_t n = (size_t)c->in.n_rows * c->layer.n_out;
    int16_t *expected = calloc(n + 1, sizeof *expected);
    int16_t *got = calloc(n + 1, sizeof *got);
    uint8_t *expected_bytes = calloc(n + 1, 1);
    uint8_t *got_bytes = calloc(n + 1, 1);
    for (size_t i = 0; i < n; i++)
        expected[i] = got[i] = (int16_t)draw(PL_NN_MOST);
    plain()->add_relu(&c->layer, &c->in, expected, &c->as, expected_bytes);
    kernels->add_relu(&c->layer, &c->in, got, &c->as, got_bytes);
    assert_memory_equal(expected, got, n * sizeof *got);
    assert_memory_equal(expected_bytes, got_bytes, n);
    free(expected);
    free(got);
    free(expected_bytes);
    free(got_bytes);
}

static void layers_agree(void **state)
{
    (void)state;
    static const uint32_t sizes[][4] = {/* in, out, rows, parts */
                                        {4, 32, 1, 1},     {96, 96, 4, 3},   {384, 128, 21, 3},
                                        {128, 1024, 7, 1}, {128, 128, 1, 1}, {64, 160, 13, 2},
                                        {12, 224, 9, 3},   {128, 96, 0, 1},  {128, 96, 2, 1},
                                        {64, 32, 3, 1},    {64, 64, 6, 1},   {384, 32, 32, 3}};
    for (uint32_t k = 0; pl_nn_kernels(k); k++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
            for (uint32_t shift = 0; shift <= 20; shift += 5) {
                Case *c = case_new(sizes[i][0], sizes[i][1], sizes[i][2], sizes[i][3], shift);
                assert_true(pl_nn_layer_is_safe(&c->layer));
                compare_score_rows(pl_nn_kernels(k), c);
                compare_make_terms(pl_nn_kernels(k), c);
                compare_add_relu(pl_nn_kernels(k), c);
                case_free(c);
            }
}

static void words_agree(void **state)
{
    (void)state;
    Case *c = case_new(256, 32, 32, 1, 0);
    for (uint32_t k = 0; pl_nn_kernels(k); k++)
        for (uint32_t n_rows = 0; n_rows <= PL_NN_MOST_ROWS; n_rows++) {
            PlNnScaledRow rows[PL_NN_MOST_ROWS];
            for (uint32_t i = 0; i < n_rows; i++)
                rows[i] = (PlNnScaledRow){(const int8_t *)c->bytes + (size_t)128 * i,
                                          n_rows == 7 ? UINT16_MAX : draw(400) + 400};
            int16_t expected[128], got[128];
            uint8_t expected_bytes[128], got_bytes[128];
            plain()->embed(rows, n_rows, c->rows[3], 128, &c->as, expected, expected_bytes);
            pl_nn_kernels(k)->embed(rows, n_rows, c->rows[3], 128, &c->as, got, got_bytes);
            assert_memory_equal(expected, got, sizeof got);
            assert_memory_equal(expected_bytes, got_bytes, sizeof got_bytes);
        }
    case_free(c);
}

static void sums_of_terms_agree(void **state)
{
    (void)state;
    Case *c = case_new(4, 32, 1, 1, 0);
    const int16_t *rows[PL_NN_MOST_TERMS];
    for (uint32_t i = 0; i < PL_NN_MOST_TERMS; i++)
        rows[i] = c->rows[i];
    for (uint32_t k = 0; pl_nn_kernels(k); k++)
        for (uint32_t n = 32; n <= 256; n += 32) {
            uint8_t expected[256];
            uint8_t got[256];
            plain()->sum_terms(rows, PL_NN_MOST_TERMS, n, &c->as, expected);
            pl_nn_kernels(k)->sum_terms(rows, PL_NN_MOST_TERMS, n, &c->as, got);
            assert_memory_equal(expected, got, n);
        }
    /* The largest terms of all: an int16 holds their sum. */
    for (size_t i = 0; i < 32; i++)
        for (size_t j = 0; j < 32; j++)
            c->rows[i][j] = -PL_NN_MOST_TERM;
    memset(c->zero, 0, sizeof c->zero);
    for (uint32_t k = 0; pl_nn_kernels(k); k++) {
        uint8_t got[32];
        pl_nn_kernels(k)->sum_terms(rows, PL_NN_MOST_TERMS, 32, &c->as, got);
        assert_int_equal(got[0], 0);
    }
    case_free(c);
}

static void sums_of_short_rows_agree(void **state)
{
    (void)state;
    enum { N = PL_NN_MOST_SHORT_ROWS };
    static int8_t bytes[N][PL_NN_SHORT_ROW + 1]; /* not aligned */
    const int8_t *rows[N];
    for (uint32_t i = 0; i < N; i++) {
        rows[i] = bytes[i];
        for (uint32_t c = 0; c < PL_NN_SHORT_ROW; c++)
            bytes[i][c] = (int8_t)(c == 0 ? INT8_MIN : c == 1 ? INT8_MAX : draw(127));
    }
    for (uint32_t k = 0; pl_nn_kernels(k); k++)
        for (uint32_t n = 0; n <= N; n++) {
            int16_t expected[PL_NN_SHORT_ROW];
            int16_t got[PL_NN_SHORT_ROW];
            plain()->sum_short_rows(rows, n, expected);
            pl_nn_kernels(k)->sum_short_rows(rows, n, got);
            assert_memory_equal(expected, got, sizeof got);
            assert_int_equal(got[0], (int32_t)n * INT8_MIN);
        }
}

static void the_best_of_scores_is_the_first_of_the_largest(void **state)
{
    (void)state;
    int32_t scores[128];
    for (uint32_t k = 0; pl_nn_kernels(k); k++)
        for (uint32_t n = 1; n <= 128; n++) {
            for (uint32_t i = 0; i < 128; i++)
                scores[i] = i < n ? draw(20) - 30 : 100; /* many equal ones; a trap behind them */
            uint32_t best = pl_nn_kernels(k)->best(scores, n);
            assert_int_equal(best, plain()->best(scores, n));
            for (uint32_t i = 0; i < n; i++)
                assert_true(i < best ? scores[i] < scores[best] : scores[i] <= scores[best]);
            for (uint32_t i = 0; i < n; i++)
                scores[i] = INT32_MIN;
            assert_int_equal(pl_nn_kernels(k)->best(scores, n), 0);
        }
}

static void a_layer_is_what_it_says(void **state)
{
    (void)state;
    int8_t weights[4 * 32] = {3, 2, 0, -1}; /* of output 0 */
    int32_t scale[32] = {10};
    int32_t bias[32] = {7, 40};
    uint8_t bytes[8] = {1, 2, 250, 4, 0, 0, 0, 255};
    int16_t factor[32] = {1 << 14, 1 << 14};
    int16_t zero[32] = {100, 254};
    PlNnLayer layer = {weights, scale, bias, 4, 32, 1};
    PlNnInput in = {bytes, 4, 0, 1, 2};
    PlNnBytes as = {factor, zero};
    for (uint32_t k = 0; pl_nn_kernels(k); k++) {
        int32_t scores[64];
        pl_nn_kernels(k)->score_rows(&layer, &in, scores);
        assert_int_equal(scores[0], (3 + 4 - 4) * 10 + 7);
        assert_int_equal(scores[32], -255 * 10 + 7);
        int16_t x[64] = {5, 5};
        uint8_t out[64];
        pl_nn_kernels(k)->add_relu(&layer, &in, x, &as, out);
        assert_int_equal(x[0], 5 + 37 / 2); /* and half of it, rounded, over a zero of 100: */
        assert_int_equal(out[0], 112);
        assert_int_equal(x[1], 25);
        assert_int_equal(out[1], 255); /* cut */
        assert_int_equal(x[32], 0);    /* a negative value adds nothing */
    }
}

static void a_layer_that_could_overflow_is_not_safe(void **state)
{
    (void)state;
    Case *c = case_new(384, 64, 1, 3, 8);
    assert_true(pl_nn_layer_is_safe(&c->layer));
    int8_t *last = c->weights + (size_t)384 * 64 - 2;
    last[0] = 100;
    last[1] = 29; /* 129 of one sign: 255 of each would leave an int16 */
    assert_false(pl_nn_layer_is_safe(&c->layer));
    last[1] = -29;
    assert_true(pl_nn_layer_is_safe(&c->layer));
    c->scale[63] = UINT16_MAX; /* a sum that leaves an int32 */
    assert_false(pl_nn_layer_is_safe(&c->layer));
    c->scale[63] = 1;
    assert_true(pl_nn_layer_is_safe(&c->layer));
    c->bias[40] = INT32_MIN;
    assert_false(pl_nn_layer_is_safe(&c->layer));
    c->bias[40] = 0;
    c->layer.shift = 60;
    assert_false(pl_nn_layer_is_safe(&c->layer));
    case_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_agree),
        cmocka_unit_test(words_agree),
        cmocka_unit_test(sums_of_terms_agree),
        cmocka_unit_test(sums_of_short_rows_agree),
        cmocka_unit_test(the_best_of_scores_is_the_first_of_the_largest),
        cmocka_unit_test(a_layer_is_what_it_says),
        cmocka_unit_test(a_layer_that_could_overflow_is_not_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
