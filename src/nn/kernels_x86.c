/* Integer kernels for x86-64. A pair of inputs is one 32-bit lane that multiplies the pairs of
 * weights of 8 (AVX2) or 16 (AVX-512) outputs at once. Tiles of rows share the loads of the
 * weights. */
#include "nn/kernels_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

enum { TILE_ROWS = 4 };

static inline int32_t pair_at(const int16_t *in, uint32_t pair)
{
    int32_t both;
    memcpy(&both, in + 2 * (size_t)pair, sizeof both);
    return both;
}

/* ---- AVX2 ----------------------------------------------------------------------------------- */

#define AVX2 __attribute__((target("avx2")))
#define AVX2_INLINE __attribute__((target("avx2"), always_inline)) static inline

AVX2_INLINE __m256i load8(const void *at)
{
    return _mm256_loadu_si256((const __m256i *)at);
}

/* `rows` is a constant where this is inlined, so that the sums stay in registers. */
AVX2_INLINE void avx2_affine_rows(const PlNnLayer *layer, const int16_t *in, size_t in_stride,
                                  int16_t *out, size_t out_stride, int16_t low, int16_t high,
                                  const size_t rows)
{
    __m256i half = _mm256_set1_epi32(layer->shift ? 1 << (layer->shift - 1) : 0);
    __m128i shift = _mm_cvtsi32_si128((int)layer->shift);
    for (uint32_t column = 0; column < layer->n_out; column += 16) {
        __m256i sums[TILE_ROWS][2];
        for (size_t r = 0; r < rows; r++) {
            sums[r][0] = load8(layer->bias + column);
            sums[r][1] = load8(layer->bias + column + 8);
        }
        const int16_t *weights = layer->weights + 2 * (size_t)column;
        for (uint32_t pair = 0; pair < layer->n_in / 2;
             pair++, weights += 2 * (size_t)layer->n_out) {
            __m256i left = load8(weights);
            __m256i right = load8(weights + 16);
            for (size_t r = 0; r < rows; r++) {
                __m256i x = _mm256_set1_epi32(pair_at(in + r * in_stride, pair));
                sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(x, left));
                sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(x, right));
            }
        }
        for (size_t r = 0; r < rows; r++) {
            __m256i a = _mm256_sra_epi32(_mm256_add_epi32(sums[r][0], half), shift);
            __m256i b = _mm256_sra_epi32(_mm256_add_epi32(sums[r][1], half), shift);
            __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi32(a, b), 0xD8);
            packed = _mm256_max_epi16(packed, _mm256_set1_epi16(low));
            packed = _mm256_min_epi16(packed, _mm256_set1_epi16(high));
            _mm256_storeu_si256((__m256i *)(out + r * out_stride + column), packed);
        }
    }
}

AVX2 static void avx2_affine(const PlNnLayer *layer, const int16_t *in, size_t in_stride,
                             uint32_t n_rows, int16_t *out, size_t out_stride, int16_t low,
                             int16_t high)
{
    uint32_t row = 0;
    for (; row + TILE_ROWS <= n_rows; row += TILE_ROWS)
        avx2_affine_rows(layer, in + row * in_stride, in_stride, out + row * out_stride, out_stride,
                         low, high, TILE_ROWS);
    for (; row < n_rows; row++)
        avx2_affine_rows(layer, in + row * in_stride, in_stride, out + row * out_stride, out_stride,
                         low, high, 1);
}

AVX2 static void avx2_scores(const PlNnLayer *layer, const int16_t *in, int32_t *out)
{
    for (uint32_t column = 0; column < layer->n_out; column += 32) {
        __m256i sums[4];
        for (size_t i = 0; i < 4; i++)
            sums[i] = load8(layer->bias + column + 8 * i);
        const int16_t *weights = layer->weights + 2 * (size_t)column;
        for (uint32_t pair = 0; pair < layer->n_in / 2;
             pair++, weights += 2 * (size_t)layer->n_out) {
            __m256i x = _mm256_set1_epi32(pair_at(in, pair));
            for (size_t i = 0; i < 4; i++)
                sums[i] = _mm256_add_epi32(sums[i], _mm256_madd_epi16(x, load8(weights + 16 * i)));
        }
        for (size_t i = 0; i < 4; i++)
            _mm256_storeu_si256((__m256i *)(out + column + 8 * i), sums[i]);
    }
}

AVX2 static void avx2_sum_rows(const int16_t *const *rows, uint32_t n_rows, uint32_t n,
                               int16_t *out)
{
    for (uint32_t j = 0; j < n; j += 32) {
        __m256i a = _mm256_setzero_si256();
        __m256i b = _mm256_setzero_si256();
        for (uint32_t i = 0; i < n_rows; i++) {
            a = _mm256_add_epi16(a, load8(rows[i] + j));
            b = _mm256_add_epi16(b, load8(rows[i] + j + 16));
        }
        __m256i most = _mm256_set1_epi16(PL_NN_MOST);
        __m256i zero = _mm256_setzero_si256();
        a = _mm256_min_epi16(_mm256_max_epi16(a, zero), most);
        b = _mm256_min_epi16(_mm256_max_epi16(b, zero), most);
        _mm256_storeu_si256((__m256i *)(out + j), a);
        _mm256_storeu_si256((__m256i *)(out + j + 16), b);
    }
}

static const PlNnKernels avx2 = {"AVX2", avx2_affine, avx2_scores, avx2_sum_rows};

/* ---- AVX-512 with VNNI ---------------------------------------------------------------------- */

/* vpdpwssd is vpmaddwd and the addition in one; it wraps where that would, and neither does. */
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vnni")))
#define AVX512_INLINE                                                                              \
    __attribute__((target("avx512f,avx512bw,avx512vnni"), always_inline)) static inline

enum { WIDE_TILE_ROWS = 8, MOST_VECTORS = 8 };

AVX512_INLINE __m512i load16(const void *at)
{
    return _mm512_loadu_si512(at);
}

AVX512_INLINE __m256i rounded16(__m512i sum, __m512i half, __m128i shift, int16_t low, int16_t high)
{
    sum = _mm512_sra_epi32(_mm512_add_epi32(sum, half), shift);
    sum = _mm512_max_epi32(sum, _mm512_set1_epi32(low));
    sum = _mm512_min_epi32(sum, _mm512_set1_epi32(high));
    return _mm512_cvtepi32_epi16(sum);
}

AVX512_INLINE void avx512_affine_rows(const PlNnLayer *layer, const int16_t *in, size_t in_stride,
                                      int16_t *out, size_t out_stride, int16_t low, int16_t high,
                                      const size_t rows)
{
    __m512i half = _mm512_set1_epi32(layer->shift ? 1 << (layer->shift - 1) : 0);
    __m128i shift = _mm_cvtsi32_si128((int)layer->shift);
    for (uint32_t column = 0; column < layer->n_out; column += 32) {
        __m512i sums[WIDE_TILE_ROWS][2];
        for (size_t r = 0; r < rows; r++) {
            sums[r][0] = load16(layer->bias + column);
            sums[r][1] = load16(layer->bias + column + 16);
        }
        const int16_t *weights = layer->weights + 2 * (size_t)column;
        for (uint32_t pair = 0; pair < layer->n_in / 2;
             pair++, weights += 2 * (size_t)layer->n_out) {
            __m512i left = load16(weights);
            __m512i right = load16(weights + 32);
            for (size_t r = 0; r < rows; r++) {
                __m512i x = _mm512_set1_epi32(pair_at(in + r * in_stride, pair));
                sums[r][0] = _mm512_dpwssd_epi32(sums[r][0], x, left);
                sums[r][1] = _mm512_dpwssd_epi32(sums[r][1], x, right);
            }
        }
        for (size_t r = 0; r < rows; r++)
            for (size_t k = 0; k < 2; k++)
                _mm256_storeu_si256((__m256i *)(out + r * out_stride + column + 16 * k),
                                    rounded16(sums[r][k], half, shift, low, high));
    }
}

AVX512 static void avx512_affine(const PlNnLayer *layer, const int16_t *in, size_t in_stride,
                                 uint32_t n_rows, int16_t *out, size_t out_stride, int16_t low,
                                 int16_t high)
{
    uint32_t row = 0;
    for (; row + 8 <= n_rows; row += 8)
        avx512_affine_rows(layer, in + row * in_stride, in_stride, out + row * out_stride,
                           out_stride, low, high, 8);
    for (; row + 4 <= n_rows; row += 4)
        avx512_affine_rows(layer, in + row * in_stride, in_stride, out + row * out_stride,
                           out_stride, low, high, 4);
    for (; row < n_rows; row++)
        avx512_affine_rows(layer, in + row * in_stride, in_stride, out + row * out_stride,
                           out_stride, low, high, 1);
}

/* `vectors` times 16 outputs: as many sums at once as there are, to hide the latency of each. */
AVX512_INLINE void avx512_scores_part(const PlNnLayer *layer, const int16_t *in, uint32_t column,
                                      int32_t *out, const size_t vectors)
{
    __m512i sums[MOST_VECTORS];
    for (size_t i = 0; i < vectors; i++)
        sums[i] = load16(layer->bias + column + 16 * i);
    const int16_t *weights = layer->weights + 2 * (size_t)column;
    for (uint32_t pair = 0; pair < layer->n_in / 2; pair++, weights += 2 * (size_t)layer->n_out) {
        __m512i x = _mm512_set1_epi32(pair_at(in, pair));
        for (size_t i = 0; i < vectors; i++)
            sums[i] = _mm512_dpwssd_epi32(sums[i], x, load16(weights + 32 * i));
    }
    for (size_t i = 0; i < vectors; i++)
        _mm512_storeu_si512(out + column + 16 * i, sums[i]);
}

AVX512 static void avx512_scores(const PlNnLayer *layer, const int16_t *in, int32_t *out)
{
    uint32_t column = 0;
    for (; column + 128 <= layer->n_out; column += 128)
        avx512_scores_part(layer, in, column, out, 8);
    for (; column + 96 <= layer->n_out; column += 96)
        avx512_scores_part(layer, in, column, out, 6);
    for (; column < layer->n_out; column += 32)
        avx512_scores_part(layer, in, column, out, 2);
}

AVX512_INLINE void avx512_sum_part(const int16_t *const *rows, uint32_t n_rows, uint32_t first,
                                   int16_t *out, const size_t vectors)
{
    __m512i sums[4];
    for (size_t k = 0; k < vectors; k++)
        sums[k] = _mm512_setzero_si512();
    for (uint32_t i = 0; i < n_rows; i++)
        for (size_t k = 0; k < vectors; k++)
            sums[k] = _mm512_add_epi16(sums[k], load16(rows[i] + first + 32 * k));
    for (size_t k = 0; k < vectors; k++) {
        sums[k] = _mm512_max_epi16(sums[k], _mm512_setzero_si512());
        sums[k] = _mm512_min_epi16(sums[k], _mm512_set1_epi16(PL_NN_MOST));
        _mm512_storeu_si512(out + first + 32 * k, sums[k]);
    }
}

AVX512 static void avx512_sum_rows(const int16_t *const *rows, uint32_t n_rows, uint32_t n,
                                   int16_t *out)
{
    uint32_t j = 0;
    for (; j + 128 <= n; j += 128)
        avx512_sum_part(rows, n_rows, j, out, 4);
    for (; j < n; j += 32)
        avx512_sum_part(rows, n_rows, j, out, 1);
}

static const PlNnKernels avx512 = {"AVX-512 VNNI", avx512_affine, avx512_scores, avx512_sum_rows};

uint32_t pl_nn_kernels_x86(const PlNnKernels *able[2])
{
    uint32_t n = 0;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vnni"))
        able[n++] = &avx512;
    if (__builtin_cpu_supports("avx2")) able[n++] = &avx2;
    return n;
}

#else

uint32_t pl_nn_kernels_x86(const PlNnKernels *able[2])
{
    (void)able;
    return 0;
}

#endif
