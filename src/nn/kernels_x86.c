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

/* ---- bytes, AVX2 ---------------------------------------------------------------------------- */

static inline int32_t quad_at(const uint8_t *in)
{
    int32_t quad;
    memcpy(&quad, in, sizeof quad);
    return quad;
}

/* What becomes of the values of a layer. */
typedef enum Use { USE_ADD_RELU, USE_TERMS, USE_SCORES } Use;

typedef struct Target {
    int16_t *x;                 /* USE_ADD_RELU, USE_TERMS: (n_rows, n_out) */
    uint8_t *bytes;             /* USE_ADD_RELU */
    const PlNnBytes *as;        /* USE_ADD_RELU */
    const int16_t *const *plus; /* USE_TERMS */
    int32_t *scores;            /* USE_SCORES */
} Target;

AVX2_INLINE __m256i avx2_bytes(__m256i x, const PlNnBytes *as, size_t column)
{
    __m256i scaled = _mm256_mulhrs_epi16(x, load8(as->factor + column));
    return _mm256_adds_epi16(scaled, load8(as->zero + column));
}

AVX2_INLINE void avx2_store_bytes(__m256i left, __m256i right, uint8_t *out)
{
    __m256i packed = _mm256_permute4x64_epi64(_mm256_packus_epi16(left, right), 0xD8);
    _mm256_storeu_si256((__m256i *)(void *)out, packed);
}

/* Sixteen outputs of a row. */
AVX2_INLINE void avx2_use(const PlNnByteLayer *layer, __m256i left, __m256i right, size_t row,
                          size_t column, const Target *to, const Use use)
{
    left = _mm256_add_epi32(_mm256_mullo_epi32(left, load8(layer->scale + column)),
                            load8(layer->bias + column));
    right = _mm256_add_epi32(_mm256_mullo_epi32(right, load8(layer->scale + column + 8)),
                             load8(layer->bias + column + 8));
    size_t at = row * layer->n_out + column;
    if (use == USE_SCORES) {
        _mm256_storeu_si256((__m256i *)(to->scores + at), left);
        _mm256_storeu_si256((__m256i *)(to->scores + at + 8), right);
        return;
    }
    __m128i shift = _mm_cvtsi32_si128((int)layer->shift);
    __m256i packed =
        _mm256_packs_epi32(_mm256_sra_epi32(left, shift), _mm256_sra_epi32(right, shift));
    packed = _mm256_permute4x64_epi64(packed, 0xD8);
    if (use == USE_TERMS) {
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
    __m256i bytes = avx2_bytes(packed, to->as, column);
    bytes = _mm256_permute4x64_epi64(_mm256_packus_epi16(bytes, bytes), 0xD8);
    _mm_storeu_si128((__m128i *)(to->bytes + at), _mm256_castsi256_si128(bytes));
}

/* Sixteen outputs of `rows` rows from `row` on. A pair's two products stay in an int16. */
AVX2_INLINE void avx2_tile(const PlNnByteLayer *layer, const PlNnInput *in, size_t row,
                           size_t column, const Target *to, const Use use, const size_t rows)
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
                __m256i x = _mm256_set1_epi32(quad_at(bytes + r * in->stride + i));
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
        avx2_use(layer, sums[r][0], sums[r][1], row + r, column, to, use);
}

AVX2_INLINE void avx2_layer(const PlNnByteLayer *layer, const PlNnInput *in, const Target *to,
                            const Use use)
{
    for (size_t column = 0; column < layer->n_out; column += 16) {
        size_t row = 0;
        for (; row + TILE_ROWS <= in->n_rows; row += TILE_ROWS)
            avx2_tile(layer, in, row, column, to, use, TILE_ROWS);
        for (; row < in->n_rows; row++)
            avx2_tile(layer, in, row, column, to, use, 1);
    }
}

AVX2 static void avx2_add_relu(const PlNnByteLayer *layer, const PlNnInput *in, int16_t *x,
                               const PlNnBytes *as, uint8_t *out_bytes)
{
    Target to = {.x = x, .as = as, .bytes = out_bytes};
    avx2_layer(layer, in, &to, USE_ADD_RELU);
}

AVX2 static void avx2_make_terms(const PlNnByteLayer *layer, const PlNnInput *in,
                                 const int16_t *const *plus, int16_t *out)
{
    Target to = {.x = out, .plus = plus};
    avx2_layer(layer, in, &to, USE_TERMS);
}

AVX2 static void avx2_score_rows(const PlNnByteLayer *layer, const PlNnInput *in, int32_t *out)
{
    Target to = {.scores = out};
    avx2_layer(layer, in, &to, USE_SCORES);
}

AVX2 static void avx2_sum_terms(const int16_t *const *rows, uint32_t n_rows, uint32_t n,
                                const PlNnBytes *as, uint8_t *out)
{
    for (size_t j = 0; j < n; j += 32) {
        __m256i a = _mm256_setzero_si256();
        __m256i b = _mm256_setzero_si256();
        for (size_t i = 0; i < n_rows; i++) {
            a = _mm256_add_epi16(a, load8(rows[i] + j));
            b = _mm256_add_epi16(b, load8(rows[i] + j + 16));
        }
        avx2_store_bytes(avx2_bytes(a, as, j), avx2_bytes(b, as, j + 16), out + j);
    }
}

/* Sixteen numbers of a word. */
AVX2_INLINE __m256i avx2_word(const PlNnScaledRow *rows, size_t n_rows, const int16_t *plus,
                              size_t j)
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

AVX2 static void avx2_embed(const PlNnScaledRow *rows, uint32_t n_rows, const int16_t *plus,
                            uint32_t n, const PlNnBytes *as, int16_t *out, uint8_t *out_bytes)
{
    for (size_t j = 0; j < n; j += 32) {
        __m256i a = avx2_word(rows, n_rows, plus, j);
        __m256i b = avx2_word(rows, n_rows, plus, j + 16);
        _mm256_storeu_si256((__m256i *)(out + j), a);
        _mm256_storeu_si256((__m256i *)(out + j + 16), b);
        avx2_store_bytes(avx2_bytes(a, as, j), avx2_bytes(b, as, j + 16), out_bytes + j);
    }
}

static const PlNnKernels avx2 = {
    "AVX2",        avx2_affine,     avx2_scores,    avx2_sum_rows,   avx2_embed,
    avx2_add_relu, avx2_make_terms, avx2_sum_terms, avx2_score_rows,
};

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

/* ---- bytes, AVX-512 with VNNI --------------------------------------------------------------- */

AVX512_INLINE __m512i avx512_bytes(__m512i x, const PlNnBytes *as, size_t column)
{
    __m512i scaled = _mm512_mulhrs_epi16(x, load16(as->factor + column));
    return _mm512_adds_epi16(scaled, load16(as->zero + column));
}

/* The low byte of each number, cut to 0 to 255. */
AVX512_INLINE void avx512_store_bytes(__m512i x, uint8_t *out)
{
    x = _mm512_max_epi16(x, _mm512_setzero_si512());
    _mm256_storeu_si256((__m256i *)(void *)out, _mm512_cvtusepi16_epi8(x));
}

/* The numbers of two vectors as int16, in order. */
AVX512_INLINE __m512i avx512_pack(__m512i left, __m512i right)
{
    return _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtsepi32_epi16(left)),
                              _mm512_cvtsepi32_epi16(right), 1);
}

/* Thirty-two outputs of a row. */
AVX512_INLINE void avx512_use(const PlNnByteLayer *layer, __m512i left, __m512i right, size_t row,
                              size_t column, const Target *to, const Use use)
{
    left = _mm512_add_epi32(_mm512_mullo_epi32(left, load16(layer->scale + column)),
                            load16(layer->bias + column));
    right = _mm512_add_epi32(_mm512_mullo_epi32(right, load16(layer->scale + column + 16)),
                             load16(layer->bias + column + 16));
    size_t at = row * layer->n_out + column;
    if (use == USE_SCORES) {
        _mm512_storeu_si512(to->scores + at, left);
        _mm512_storeu_si512(to->scores + at + 16, right);
        return;
    }
    __m128i shift = _mm_cvtsi32_si128((int)layer->shift);
    __m512i packed = avx512_pack(_mm512_sra_epi32(left, shift), _mm512_sra_epi32(right, shift));
    if (use == USE_TERMS) {
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
    avx512_store_bytes(avx512_bytes(packed, to->as, column), to->bytes + at);
}

/* Blocks of 32 outputs of `rows` rows from `row` on; enough sums at once to hide the latency of
 * each. */
AVX512_INLINE void avx512_tile(const PlNnByteLayer *layer, const PlNnInput *in, size_t row,
                               size_t column, const Target *to, const Use use, const size_t rows,
                               const size_t blocks)
{
    __m512i sums[WIDE_TILE_ROWS][2];
    for (size_t r = 0; r < rows * blocks; r++)
        sums[r][0] = sums[r][1] = _mm512_setzero_si512();
    size_t block_len = (size_t)PL_NN_COLUMNS * layer->n_in;
    const int8_t *weights = layer->weights + column * layer->n_in;
    size_t part_len = layer->n_in / in->n_parts;
    for (size_t part = 0; part < in->n_parts; part++) {
        const uint8_t *bytes = in->bytes + row * in->stride + part * in->part_stride;
        for (size_t i = 0; i < part_len; i += 4, weights += (size_t)4 * PL_NN_COLUMNS)
            for (size_t b = 0; b < blocks; b++) {
                __m512i left = load16(weights + b * block_len);
                __m512i right = load16(weights + b * block_len + 64);
                for (size_t r = 0; r < rows; r++) {
                    __m512i x = _mm512_set1_epi32(quad_at(bytes + r * in->stride + i));
                    __m512i *sum = sums[b * rows + r];
                    sum[0] = _mm512_dpbusd_epi32(sum[0], x, left);
                    sum[1] = _mm512_dpbusd_epi32(sum[1], x, right);
                }
            }
    }
    for (size_t b = 0; b < blocks; b++)
        for (size_t r = 0; r < rows; r++)
            avx512_use(layer, sums[b * rows + r][0], sums[b * rows + r][1], row + r,
                       column + b * PL_NN_COLUMNS, to, use);
}

/* One row: up to four blocks at once. */
AVX512_INLINE void avx512_row(const PlNnByteLayer *layer, const PlNnInput *in, size_t row,
                              const Target *to, const Use use)
{
    size_t column = 0;
    for (; column + 128 <= layer->n_out; column += 128)
        avx512_tile(layer, in, row, column, to, use, 1, 4);
    for (; column < layer->n_out; column += 32)
        avx512_tile(layer, in, row, column, to, use, 1, 1);
}

AVX512_INLINE void avx512_rows(const PlNnByteLayer *layer, const PlNnInput *in, size_t row,
                               const Target *to, const Use use, const size_t rows)
{
    for (size_t column = 0; column < layer->n_out; column += 32)
        avx512_tile(layer, in, row, column, to, use, rows, 1);
}

/* Rows are shared out evenly, so that no tile is left with a row or two. */
AVX512_INLINE void avx512_layer(const PlNnByteLayer *layer, const PlNnInput *in, const Target *to,
                                const Use use)
{
    size_t n_tiles = (in->n_rows + WIDE_TILE_ROWS - 1) / WIDE_TILE_ROWS;
    size_t row = 0;
    for (size_t left = n_tiles; left > 0; left--) {
        size_t n = (in->n_rows - row + left - 1) / left;
        switch (n) {
        case 1:
            avx512_row(layer, in, row, to, use);
            break;
        case 2:
            avx512_rows(layer, in, row, to, use, 2);
            break;
        case 3:
            avx512_rows(layer, in, row, to, use, 3);
            break;
        case 4:
            avx512_rows(layer, in, row, to, use, 4);
            break;
        case 5:
            avx512_rows(layer, in, row, to, use, 5);
            break;
        case 6:
            avx512_rows(layer, in, row, to, use, 6);
            break;
        case 7:
            avx512_rows(layer, in, row, to, use, 7);
            break;
        default:
            avx512_rows(layer, in, row, to, use, 8);
            break;
        }
        row += n;
    }
}

AVX512 static void avx512_add_relu(const PlNnByteLayer *layer, const PlNnInput *in, int16_t *x,
                                   const PlNnBytes *as, uint8_t *out_bytes)
{
    Target to = {.x = x, .as = as, .bytes = out_bytes};
    avx512_layer(layer, in, &to, USE_ADD_RELU);
}

AVX512 static void avx512_make_terms(const PlNnByteLayer *layer, const PlNnInput *in,
                                     const int16_t *const *plus, int16_t *out)
{
    Target to = {.x = out, .plus = plus};
    avx512_layer(layer, in, &to, USE_TERMS);
}

AVX512 static void avx512_score_rows(const PlNnByteLayer *layer, const PlNnInput *in, int32_t *out)
{
    Target to = {.scores = out};
    avx512_layer(layer, in, &to, USE_SCORES);
}

AVX512_INLINE void avx512_sum_terms_part(const int16_t *const *rows, size_t n_rows, size_t first,
                                         const PlNnBytes *as, uint8_t *out, const size_t vectors)
{
    __m512i sums[4];
    for (size_t k = 0; k < vectors; k++)
        sums[k] = _mm512_setzero_si512();
    for (size_t i = 0; i < n_rows; i++)
        for (size_t k = 0; k < vectors; k++)
            sums[k] = _mm512_add_epi16(sums[k], load16(rows[i] + first + 32 * k));
    for (size_t k = 0; k < vectors; k++)
        avx512_store_bytes(avx512_bytes(sums[k], as, first + 32 * k), out + first + 32 * k);
}

AVX512 static void avx512_sum_terms(const int16_t *const *rows, uint32_t n_rows, uint32_t n,
                                    const PlNnBytes *as, uint8_t *out)
{
    size_t j = 0;
    for (; j + 128 <= n; j += 128)
        avx512_sum_terms_part(rows, n_rows, j, as, out, 4);
    for (; j < n; j += 32)
        avx512_sum_terms_part(rows, n_rows, j, as, out, 1);
}

AVX512 static void avx512_embed(const PlNnScaledRow *rows, uint32_t n_rows, const int16_t *plus,
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
        __m512i packed = avx512_pack(_mm512_srai_epi32(left, PL_NN_ROW_SHIFT),
                                     _mm512_srai_epi32(right, PL_NN_ROW_SHIFT));
        packed = _mm512_adds_epi16(packed, load16(plus + j));
        packed = _mm512_max_epi16(packed, _mm512_set1_epi16(-PL_NN_MOST));
        packed = _mm512_min_epi16(packed, _mm512_set1_epi16(PL_NN_MOST));
        _mm512_storeu_si512(out + j, packed);
        avx512_store_bytes(avx512_bytes(packed, as, j), out_bytes + j);
    }
}

static const PlNnKernels avx512 = {
    "AVX-512 VNNI",  avx512_affine,     avx512_scores,    avx512_sum_rows,   avx512_embed,
    avx512_add_relu, avx512_make_terms, avx512_sum_terms, avx512_score_rows,
};

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
