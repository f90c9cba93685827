#include "matrix.h"

#include <assert.h>
#include <string.h>

typedef float Lanes __attribute__((vector_size(64), aligned(4), may_alias));

enum { LANES = 16, ROWS = 6 };

static inline Lanes load(const float *at)
{
    Lanes lanes;
    memcpy(&lanes, at, sizeof lanes);
    return lanes;
}

static inline void add_to(float *at, Lanes lanes)
{
    Lanes sum = load(at) + lanes;
    memcpy(at, &sum, sizeof sum);
}

/* c (rows, 32) += a (rows, k) b (k, 32); `rows` is a constant where it is called, so that the sums
 * stay in registers. */
static inline __attribute__((always_inline)) void
tile(float *c, size_t c_row, MatrixView a, const float *b, size_t b_row, size_t k, const int rows)
{
    Lanes low[ROWS];
    Lanes high[ROWS];
    for (int i = 0; i < rows; i++)
        low[i] = high[i] = (Lanes){0};
    for (size_t j = 0; j < k; j++) {
        Lanes b_low = load(b + j * b_row);
        Lanes b_high = load(b + j * b_row + LANES);
        for (int i = 0; i < rows; i++) {
            float x = a.at[(size_t)i * a.row + j * a.column];
            low[i] += x * b_low;
            high[i] += x * b_high;
        }
    }
    for (int i = 0; i < rows; i++) {
        add_to(c + (size_t)i * c_row, low[i]);
        add_to(c + (size_t)i * c_row + LANES, high[i]);
    }
}

void matrix_multiply_add(float *c, size_t c_row, MatrixView a, const float *b, size_t b_row,
                         size_t m, size_t n, size_t k)
{
    assert(n % MATRIX_BLOCK == 0);
    for (size_t j = 0; j < n; j += MATRIX_BLOCK) {
        size_t i = 0;
        for (; i + ROWS <= m; i += ROWS)
            tile(c + i * c_row + j, c_row, (MatrixView){a.at + i * a.row, a.row, a.column}, b + j,
                 b_row, k, ROWS);
        for (; i < m; i++)
            tile(c + i * c_row + j, c_row, (MatrixView){a.at + i * a.row, a.row, a.column}, b + j,
                 b_row, k, 1);
    }
}

void matrix_transpose(float *to, const float *from, size_t m, size_t n)
{
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++)
            to[j * m + i] = from[i * n + j];
}
