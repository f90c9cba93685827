#include "nn/kernels_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define AVX2_INLINE __attribute__((target("avx2"), always_inline)) static inline

enum { TILE_ROWS = 4 };

AVX2_INLINE __m256i load8(const void *at)
{
    return _mm256_loadu_si256((const __m256i *)at);
}

AVX2_INLINE __m256i as_bytes(__m256i x, const PlNnBytes *as, size_t column)
{
    __m256i scaled = _mm256_mulhrs_epi16(x, load8(as->factor + column));
    return _mm256_adds_epi16(scaled, load8(as->zero + column));
}

AVX2_INLINE void store_bytes(__m256i left, __m256i right, uint8_t *out)
{
    __m256i packed = _mm256_permute4x64_epi64(_mm256_packus_epi16(left, right), 0xD8);
    _mm256_storeu_si256((__m256i *)(void *)out, packed);
}

/* Sixteen outputs of a row. */
AVX2_INLINE void use_values(const PlNnLayer *layer, __m256i left, __m256i right, size_t row,
                            size_t column, const PlNnTarget *to, const PlNnUse use)
{
    left = _mm256_add_epi32(_mm256_mullo_epi32(left, load8(layer->scale + column)),
                            load8(layer->bias + column));
    right = _mm256_add_epi32(_mm256_mullo_epi32(right, load8(layer->scale + column + 8)),
                             load8(layer->bias + column + 8));
    size_t at = row * layer->n_out + column;
    if (use == PL_NN_USE_SCORES) {
        _mm256_storeu_si256((__m256i *)(to->scores + at), left);
        _mm256_storeu_si256((__m256i *)(to->scores + at + 8), right);
        return;
    }
    __m128i shift = _mm_cvtsi32_si128((int)layer->shift);
    __m256i packed =
        _mm256_packs_epi32(_mm256_sra_epi32(left, shift), _mm256_sra_epi32(right, shift));
    packed = _mm256_permute4x64_epi64(packed, 0xD8);
    if (use == PL_NN_USE_TERMS) {
        packed = _mm256_adds_epi16(packed, load8(to->plus[row] + column));
        packed = _mm256_max_epi16(packed, _mm256_set1_epi16(-PL_NN_MOST_TERM));
        packed = _mm256_min_epi16(packed, _mm256_set1_epi16(PL_NN_MOST_TERM));
        _mm256_storeu_si256((__m256i *)(to->x + at), packed);
        return;
    }
    packed = _mm256_max_epi16(packed, _mm256_setzero_si256());
    packed = _mm256_adds_epi16(packed, load8(to->x + at));
    packed = _mm256_min_epi16(packed, _mm256_set1_epi16(PL_NN_MOST));
    _mm256_storeu_si256((__m256i *)(to->x + at), packed);
    __m256i bytes = as_bytes(packed, to->as, column);
    bytes = _mm256_permute4x64_epi64(_mm256_packus_epi16(bytes, bytes), 0xD8);
    _mm_storeu_si128((__m128i *)(to->bytes + at), _mm256_castsi256_si128(bytes));
}

/* Sixteen outputs of `rows` rows from `row` on. A pair's two products stay in an int16. */
AVX2_INLINE void tile(const PlNnLayer *layer, const PlNnInput *in, size_t row, size_t column,
                      const PlNnTarget *to, const PlNnUse use, const size_t rows)
{
    __m256i sums[TILE_ROWS][2];
    for (size_t r = 0; r < rows; r++)
        sums[r][0] = sums[r][1] = _mm256_setzero_si256();
    const int8_t *weights = layer->weights + column / PL_NN_COLUMNS * PL_NN_COLUMNS * layer->n_in +
                            column % PL_NN_COLUMNS * 4;
    size_t part_len = layer->n_in / in->n_parts;
    for (size_t part = 0; part < in->n_parts; part++) {
        const uint8_t *bytes = in->bytes + row * in->stride + part * in->part_stride;
        for (size_t i = 0; i < part_len; i += 4, weights += (size_t)4 * PL_NN_COLUMNS) {
            __m256i left = load8(weights);
            __m256i right = load8(weights + 32);
            for (size_t r = 0; r < rows; r++) {
                __m256i x = _mm256_set1_epi32(pl_nn_quad_at(bytes + r * in->stride + i));
                __m256i a = _mm256_maddubs_epi16(x, left);
                __m256i b = _mm256_maddubs_epi16(x, right);
                sums[r][0] =
                    _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(a, _mm256_set1_epi16(1)));
                sums[r][1] =
                    _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(b, _mm256_set1_epi16(1)));
            }
        }
    }
    for (size_t r = 0; r < rows; r++)
        use_values(layer, sums[r][0], sums[r][1], row + r, column, to, use);
}

AVX2_INLINE void use_layer(const PlNnLayer *layer, const PlNnInput *in, const PlNnTarget *to,
                           const PlNnUse use)
{
    for (size_t column = 0; column < layer->n_out; column += 16) {
        size_t row = 0;
        for (; row + TILE_ROWS <= in->n_rows; row += TILE_ROWS)
            tile(layer, in, row, column, to, use, TILE_ROWS);
        for (; row < in->n_rows; row++)
            tile(layer, in, row, column, to, use, 1);
    }
}

AVX2 static void add_relu(const PlNnLayer *layer, const PlNnInput *in, int16_t *x,
                          const PlNnBytes *as, uint8_t *out_bytes)
{
    PlNnTarget to = {.x = x, .as = as, .bytes = out_bytes};
    use_layer(layer, in, &to, PL_NN_USE_ADD_RELU);
}

AVX2 static void make_terms(const PlNnLayer *layer, const PlNnInput *in, const int16_t *const *plus,
                            int16_t *out)
{
    PlNnTarget to = {.x = out, .plus = plus};
    use_layer(layer, in, &to, PL_NN_USE_TERMS);
}

AVX2 static void score_rows(const PlNnLayer *layer, const PlNnInput *in, int32_t *out)
{
    PlNnTarget to = {.scores = out};
    use_layer(layer, in, &to, PL_NN_USE_SCORES);
}

AVX2 static void sum_terms(const int16_t *const *rows, uint32_t n_rows, uint32_t n,
                           const PlNnBytes *as, uint8_t *out)
{
    for (size_t j = 0; j < n; j += 32) {
        __m256i a = _mm256_setzero_si256();
        __m256i b = _mm256_setzero_si256();
        for (size_t i = 0; i < n_rows; i++) {
            a = _mm256_add_epi16(a, load8(rows[i] + j));
            b = _mm256_add_epi16(b, load8(rows[i] + j + 16));
        }
        store_bytes(as_bytes(a, as, j), as_bytes(b, as, j + 16), out + j);
    }
}

/* Sixteen numbers of a word. */
AVX2_INLINE __m256i word(const PlNnScaledRow *rows, size_t n_rows, const int16_t *plus, size_t j)
{
    __m256i half = _mm256_set1_epi32(1 << (PL_NN_ROW_SHIFT - 1));
    __m256i a = half;
    __m256i b = half;
    for (size_t i = 0; i < n_rows; i++) {
        __m256i scale = _mm256_set1_epi32(rows[i].scale);
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(rows[i].bytes + j));
        __m256i left = _mm256_cvtepi8_epi32(bytes);
        __m256i right = _mm256_cvtepi8_epi32(_mm_srli_si128(bytes, 8));
        a = _mm256_add_epi32(a, _mm256_mullo_epi32(left, scale));
        b = _mm256_add_epi32(b, _mm256_mullo_epi32(right, scale));
    }
    __m256i packed = _mm256_packs_epi32(_mm256_srai_epi32(a, PL_NN_ROW_SHIFT),
                                        _mm256_srai_epi32(b, PL_NN_ROW_SHIFT));
    packed = _mm256_adds_epi16(_mm256_permute4x64_epi64(packed, 0xD8), load8(plus + j));
    packed = _mm256_max_epi16(packed, _mm256_set1_epi16(-PL_NN_MOST));
    return _mm256_min_epi16(packed, _mm256_set1_epi16(PL_NN_MOST));
}

AVX2 static void embed(const PlNnScaledRow *rows, uint32_t n_rows, const int16_t *plus, uint32_t n,
                       const PlNnBytes *as, int16_t *out, uint8_t *out_bytes)
{
    for (size_t j = 0; j < n; j += 32) {
        __m256i a = word(rows, n_rows, plus, j);
        __m256i b = word(rows, n_rows, plus, j + 16);
        _mm256_storeu_si256((__m256i *)(out + j), a);
        _mm256_storeu_si256((__m256i *)(out + j + 16), b);
        store_bytes(as_bytes(a, as, j), as_bytes(b, as, j + 16), out_bytes + j);
    }
}

AVX2 static void sum_short_rows(const int8_t *const *rows, uint32_t n_rows,
                                int16_t sum[PL_NN_SHORT_ROW])
{
    __m256i all = _mm256_setzero_si256();
    for (size_t i = 0; i < n_rows; i++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)rows[i]);
        all = _mm256_add_epi16(all, _mm256_cvtepi8_epi16(bytes));
    }
    _mm256_storeu_si256((__m256i *)(void *)sum, all);
}

AVX2_INLINE int32_t most_of(__m256i x)
{
    x = _mm256_max_epi32(x, _mm256_permute2x128_si256(x, x, 1));
    x = _mm256_max_epi32(x, _mm256_shuffle_epi32(x, 0x4E));
    x = _mm256_max_epi32(x, _mm256_shuffle_epi32(x, 0xB1));
    return _mm256_cvtsi256_si32(x);
}

AVX2 static uint32_t best(const int32_t *scores, uint32_t n)
{
    __m256i most = _mm256_set1_epi32(scores[n - 1]);
    uint32_t i = 0;
    for (; i + 8 <= n; i += 8)
        most = _mm256_max_epi32(most, load8(scores + i));
    int32_t largest = most_of(most);
    for (; i < n; i++)
        largest = scores[i] > largest ? scores[i] : largest;
    most = _mm256_set1_epi32(largest);
    for (i = 0; i + 8 <= n; i += 8) {
        __m256i same = _mm256_cmpeq_epi32(most, load8(scores + i));
        unsigned mask = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(same));
        if (mask) return i + (uint32_t)__builtin_ctz(mask);
    }
    while (scores[i] != largest)
        i++;
    return i;
}

const PlNnKernels pl_nn_kernels_avx2 = {
    "AVX2", embed, add_relu, make_terms, sum_terms, score_rows, sum_short_rows, best,
};

#endif
