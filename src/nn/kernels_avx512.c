#include "nn/kernels_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vnni")))
#define AVX512_INLINE                                                                              \
    __attribute__((target("avx512f,avx512bw,avx512vnni"), always_inline)) static inline

enum { TILE_ROWS = 8 };

AVX512_INLINE __m512i load16(const void *at)
{
    return _mm512_loadu_si512(at);
}

AVX512_INLINE __m512i as_bytes(__m512i x, const PlNnBytes *as, size_t column)
{
    __m512i scaled = _mm512_mulhrs_epi16(x, load16(as->factor + column));
    return _mm512_adds_epi16(scaled, load16(as->zero + column));
}

/* The low byte of each number, cut to 0 to 255. */
AVX512_INLINE void store_bytes(__m512i x, uint8_t *out)
{
    x = _mm512_max_epi16(x, _mm512_setzero_si512());
    _mm256_storeu_si256((__m256i *)(void *)out, _mm512_cvtusepi16_epi8(x));
}

/* The numbers of two vectors as int16, in order. */
AVX512_INLINE __m512i pack(__m512i left, __m512i right)
{
    return _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtsepi32_epi16(left)),
                              _mm512_cvtsepi32_epi16(right), 1);
}

/* Thirty-two outputs of a row. */
AVX512_INLINE void use_values(const PlNnLayer *layer, __m512i left, __m512i right, size_t row,
                              size_t column, const PlNnTarget *to, const PlNnUse use)
{
    left = _mm512_add_epi32(_mm512_mullo_epi32(left, load16(layer->scale + column)),
                            load16(layer->bias + column));
    right = _mm512_add_epi32(_mm512_mullo_epi32(right, load16(layer->scale + column + 16)),
                             load16(layer->bias + column + 16));
    size_t at = row * layer->n_out + column;
    if (use == PL_NN_USE_SCORES) {
        _mm512_storeu_si512(to->scores + at, left);
        _mm512_storeu_si512(to->scores + at + 16, right);
        return;
    }
    __m128i shift = _mm_cvtsi32_si128((int)layer->shift);
    __m512i packed = pack(_mm512_sra_epi32(left, shift), _mm512_sra_epi32(right, shift));
    if (use == PL_NN_USE_TERMS) {
        packed = _mm512_adds_epi16(packed, load16(to->plus[row] + column));
        packed = _mm512_max_epi16(packed, _mm512_set1_epi16(-PL_NN_MOST_TERM));
        packed = _mm512_min_epi16(packed, _mm512_set1_epi16(PL_NN_MOST_TERM));
        _mm512_storeu_si512(to->x + at, packed);
        return;
    }
    packed = _mm512_max_epi16(packed, _mm512_setzero_si512());
    packed = _mm512_adds_epi16(packed, load16(to->x + at));
    packed = _mm512_min_epi16(packed, _mm512_set1_epi16(PL_NN_MOST));
    _mm512_storeu_si512(to->x + at, packed);
    store_bytes(as_bytes(packed, to->as, column), to->bytes + at);
}

/* A block of 32 outputs of `rows` rows from `row` on. */
AVX512_INLINE void tile(const PlNnLayer *layer, const PlNnInput *in, size_t row, size_t column,
                        const PlNnTarget *to, const PlNnUse use, const size_t rows)
{
    __m512i sums[TILE_ROWS][2];
    for (size_t r = 0; r < rows; r++)
        sums[r][0] = sums[r][1] = _mm512_setzero_si512();
    const int8_t *weights = layer->weights + column * layer->n_in;
    size_t part_len = layer->n_in / in->n_parts;
    for (size_t part = 0; part < in->n_parts; part++) {
        const uint8_t *bytes = in->bytes + row * in->stride + part * in->part_stride;
        for (size_t i = 0; i < part_len; i += 4, weights += (size_t)4 * PL_NN_COLUMNS) {
            __m512i left = load16(weights);
            __m512i right = load16(weights + 64);
            for (size_t r = 0; r < rows; r++) {
                __m512i x = _mm512_set1_epi32(pl_nn_quad_at(bytes + r * in->stride + i));
                sums[r][0] = _mm512_dpbusd_epi32(sums[r][0], x, left);
                sums[r][1] = _mm512_dpbusd_epi32(sums[r][1], x, right);
            }
        }
    }
    for (size_t r = 0; r < rows; r++)
        use_values(layer, sums[r][0], sums[r][1], row + r, column, to, use);
}

AVX512_INLINE void tile_rows(const PlNnLayer *layer, const PlNnInput *in, size_t row,
                             const PlNnTarget *to, const PlNnUse use, const size_t rows)
{
    for (size_t column = 0; column < layer->n_out; column += 32)
        tile(layer, in, row, column, to, use, rows);
}

/* Adds `quads` quads of inputs, each to its own sums. */
AVX512_INLINE void add_quads(const uint8_t *bytes, const int8_t *weights, __m512i sums[][2],
                             const size_t quads)
{
    for (size_t q = 0; q < quads; q++) {
        __m512i x = _mm512_set1_epi32(pl_nn_quad_at(bytes + 4 * q));
        sums[q][0] = _mm512_dpbusd_epi32(sums[q][0], x, load16(weights + 128 * q));
        sums[q][1] = _mm512_dpbusd_epi32(sums[q][1], x, load16(weights + 128 * q + 64));
    }
}

/* One row: its weights are read in their order, once, and four sums of each output hide the
 * latency. */
AVX512_INLINE void tile_row(const PlNnLayer *layer, const PlNnInput *in, size_t row,
                            const PlNnTarget *to, const PlNnUse use)
{
    size_t part_len = layer->n_in / in->n_parts;
    const int8_t *weights = layer->weights;
    for (size_t column = 0; column < layer->n_out; column += 32) {
        __m512i sums[4][2];
        for (size_t q = 0; q < 4; q++)
            sums[q][0] = sums[q][1] = _mm512_setzero_si512();
        for (size_t part = 0; part < in->n_parts; part++) {
            const uint8_t *bytes = in->bytes + row * in->stride + part * in->part_stride;
            size_t i = 0;
            for (; i + 16 <= part_len; i += 16, weights += 512)
                add_quads(bytes + i, weights, sums, 4);
            for (; i < part_len; i += 4, weights += 128)
                add_quads(bytes + i, weights, sums, 1);
        }
        for (size_t k = 0; k < 2; k++)
            sums[0][k] = _mm512_add_epi32(_mm512_add_epi32(sums[0][k], sums[1][k]),
                                          _mm512_add_epi32(sums[2][k], sums[3][k]));
        use_values(layer, sums[0][0], sums[0][1], row, column, to, use);
    }
}

/* Rows are shared out evenly, so that no tile is left with a row or two. */
AVX512_INLINE void use_layer(const PlNnLayer *layer, const PlNnInput *in, const PlNnTarget *to,
                             const PlNnUse use)
{
    size_t n_tiles = (in->n_rows + TILE_ROWS - 1) / TILE_ROWS;
    size_t row = 0;
    for (size_t left = n_tiles; left > 0; left--) {
        size_t n = (in->n_rows - row + left - 1) / left;
        switch (n) {
        case 1:
            tile_row(layer, in, row, to, use);
            break;
        case 2:
            tile_rows(layer, in, row, to, use, 2);
            break;
        case 3:
            tile_rows(layer, in, row, to, use, 3);
            break;
        case 4:
            tile_rows(layer, in, row, to, use, 4);
            break;
        case 5:
            tile_rows(layer, in, row, to, use, 5);
            break;
        case 6:
            tile_rows(layer, in, row, to, use, 6);
            break;
        case 7:
            tile_rows(layer, in, row, to, use, 7);
            break;
        default:
            tile_rows(layer, in, row, to, use, 8);
            break;
        }
        row += n;
    }
}

AVX512 static void add_relu(const PlNnLayer *layer, const PlNnInput *in, int16_t *x,
                            const PlNnBytes *as, uint8_t *out_bytes)
{
    PlNnTarget to = {.x = x, .as = as, .bytes = out_bytes};
    use_layer(layer, in, &to, PL_NN_USE_ADD_RELU);
}

AVX512 static void make_terms(const PlNnLayer *layer, const PlNnInput *in,
                              const int16_t *const *plus, int16_t *out)
{
    PlNnTarget to = {.x = out, .plus = plus};
    use_layer(layer, in, &to, PL_NN_USE_TERMS);
}

AVX512 static void score_rows(const PlNnLayer *layer, const PlNnInput *in, int32_t *out)
{
    PlNnTarget to = {.scores = out};
    use_layer(layer, in, &to, PL_NN_USE_SCORES);
}

AVX512_INLINE void sum_terms_part(const int16_t *const *rows, size_t n_rows, size_t first,
                                  const PlNnBytes *as, uint8_t *out, const size_t vectors)
{
    __m512i sums[4];
    for (size_t k = 0; k < vectors; k++)
        sums[k] = _mm512_setzero_si512();
    for (size_t i = 0; i < n_rows; i++)
        for (size_t k = 0; k < vectors; k++)
            sums[k] = _mm512_add_epi16(sums[k], load16(rows[i] + first + 32 * k));
    for (size_t k = 0; k < vectors; k++)
        store_bytes(as_bytes(sums[k], as, first + 32 * k), out + first + 32 * k);
}

AVX512 static void sum_terms(const int16_t *const *rows, uint32_t n_rows, uint32_t n,
                             const PlNnBytes *as, uint8_t *out)
{
    size_t j = 0;
    for (; j + 128 <= n; j += 128)
        sum_terms_part(rows, n_rows, j, as, out, 4);
    for (; j < n; j += 32)
        sum_terms_part(rows, n_rows, j, as, out, 1);
}

AVX512 static void embed(const PlNnScaledRow *rows, uint32_t n_rows, const int16_t *plus,
                         uint32_t n, const PlNnBytes *as, int16_t *out, uint8_t *out_bytes)
{
    for (size_t j = 0; j < n; j += 32) {
        __m512i left = _mm512_set1_epi32(1 << (PL_NN_ROW_SHIFT - 1));
        __m512i right = left;
        for (size_t i = 0; i < n_rows; i++) {
            __m512i scale = _mm512_set1_epi32(rows[i].scale);
            const __m128i *bytes = (const __m128i *)(const void *)(rows[i].bytes + j);
            __m512i low = _mm512_cvtepi8_epi32(_mm_loadu_si128(bytes));
            __m512i high = _mm512_cvtepi8_epi32(_mm_loadu_si128(bytes + 1));
            left = _mm512_add_epi32(left, _mm512_mullo_epi32(low, scale));
            right = _mm512_add_epi32(right, _mm512_mullo_epi32(high, scale));
        }
        __m512i packed = pack(_mm512_srai_epi32(left, PL_NN_ROW_SHIFT),
                              _mm512_srai_epi32(right, PL_NN_ROW_SHIFT));
        packed = _mm512_adds_epi16(packed, load16(plus + j));
        packed = _mm512_max_epi16(packed, _mm512_set1_epi16(-PL_NN_MOST));
        packed = _mm512_min_epi16(packed, _mm512_set1_epi16(PL_NN_MOST));
        _mm512_storeu_si512(out + j, packed);
        store_bytes(as_bytes(packed, as, j), out_bytes + j);
    }
}

AVX512 static void sum_short_rows(const int8_t *const *rows, uint32_t n_rows,
                                  int16_t sum[PL_NN_SHORT_ROW])
{
    __m256i all = _mm256_setzero_si256();
    for (size_t i = 0; i < n_rows; i++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)rows[i]);
        all = _mm256_add_epi16(all, _mm256_cvtepi8_epi16(bytes));
    }
    _mm256_storeu_si256((__m256i *)(void *)sum, all);
}

/* Sixteen scores from i on; beyond the last one the least number there is. */
AVX512_INLINE __m512i scores_at(const int32_t *scores, uint32_t i, uint32_t n)
{
    __mmask16 mask = (__mmask16)(n - i >= 16 ? 0xFFFFu : (1u << (n - i)) - 1);
    return _mm512_mask_loadu_epi32(_mm512_set1_epi32(INT32_MIN), mask, scores + i);
}

AVX512 static uint32_t best(const int32_t *scores, uint32_t n)
{
    __m512i most = _mm512_set1_epi32(INT32_MIN);
    for (uint32_t i = 0; i < n; i += 16)
        most = _mm512_max_epi32(most, scores_at(scores, i, n));
    __m512i largest = _mm512_set1_epi32(_mm512_reduce_max_epi32(most));
    for (uint32_t i = 0;; i += 16) {
        __mmask16 same = _mm512_cmpeq_epi32_mask(largest, scores_at(scores, i, n));
        if (same) return i + (uint32_t)__builtin_ctz(same);
    }
}

const PlNnKernels pl_nn_kernels_avx512 = {
    "AVX-512 VNNI", embed, add_relu, make_terms, sum_terms, score_rows, sum_short_rows, best,
};

#endif
