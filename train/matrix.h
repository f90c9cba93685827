/* Matrices for the trainers: row-major floats, columns in multiples of 32. */
#ifndef PL_TRAIN_MATRIX_H
#define PL_TRAIN_MATRIX_H

#include <stddef.h>

enum { MATRIX_BLOCK = 32 };

/* A strided view: element (i, j) is at[i * row + j * column], so a transpose is a swap. */
typedef struct MatrixView {
    const float *at;
    size_t row;
    size_t column;
} MatrixView;

/* c (m, n) += a (m, k) b (k, n); the rows of b and c are contiguous, n a multiple of 32. */
void matrix_multiply_add(float *c, size_t c_row, MatrixView a, const float *b, size_t b_row,
                         size_t m, size_t n, size_t k);

/* to (n, m) = from (m, n) transposed. */
void matrix_transpose(float *to, const float *from, size_t m, size_t n);

#endif
