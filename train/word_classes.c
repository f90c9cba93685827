#include "word_classes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/data.h"
#include "matrix.h"
#include "random.h"
#include "syntax/name_tagger.h"
#include "syntax/word_features.h"

enum { N_COARSE = 127, N_PARTS = 8, ROUNDS = 12 }; /* class 0: a word without a vector */

/* ---- k-means -------------------------------------------------------------------------------- */

static void scale_to_one(float *row, size_t d)
{
    float sum = 1e-12f;
    for (size_t i = 0; i < d; i++)
        sum += row[i] * row[i];
    for (size_t i = 0; i < d; i++)
        row[i] /= sqrtf(sum);
}

/* Nearest by cosine. points (n, d) and centres (k, d) have length 1. */
static uint32_t nearest(const float *point, const float *turned, size_t d, size_t k, float *scores)
{
    memset(scores, 0, k * sizeof *scores);
    for (size_t i = 0; i < d; i++)
        for (size_t c = 0; c < k; c++)
            scores[c] += point[i] * turned[i * k + c];
    uint32_t best = 0;
    for (uint32_t c = 1; c < k; c++)
        if (scores[c] > scores[best]) best = c;
    return best;
}

static void find_centres(const float *points, size_t n, size_t d, size_t k, float *centres,
                         uint32_t *class)
{
    Random random = {.state = 17};
    float *turned = calloc(d * k, sizeof *turned);
    float *scores = calloc(k, sizeof *scores);
    for (size_t c = 0; c < k; c++)
        memcpy(centres + c * d, points + random_below(&random, (uint32_t)n) * d, d * sizeof(float));
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t c = 0; c < k; c++)
            for (size_t i = 0; i < d; i++)
                turned[i * k + c] = centres[c * d + i];
        memset(centres, 0, k * d * sizeof *centres);
        for (size_t p = 0; p < n; p++) {
            class[p] = nearest(points + p * d, turned, d, k, scores);
            for (size_t i = 0; i < d; i++)
                centres[class[p] * d + i] += points[p * d + i];
        }
        for (size_t c = 0; c < k; c++)
            scale_to_one(centres + c * d, d);
    }
    free(turned);
    free(scores);
}

/* ---- lists ---------------------------------------------------------------------------------- */

typedef struct Words {
    PlArena *arena;
    PlSymbols keys;
    PL_VEC(uint32_t) bits; /* by symbol: the value of the class table */
} Words;

static uint32_t *bits_of(Words *words, PlSlice word)
{
    char lower[PL_WORD_KEY_BYTES];
    size_t n = word.len < sizeof lower ? word.len : sizeof lower;
    for (size_t i = 0; i < n; i++)
        lower[i] =
            (char)(word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' ? word.ptr[i] + 32 : word.ptr[i]);
    PlWordKey key = pl_word_key((PlSlice){lower, n});
    int32_t symbol = pl_symbols_intern(words->arena, &words->keys, (PlSlice){key.bytes, key.len});
    if ((uint32_t)symbol == words->bits.n) *pl_vec_push(words->arena, &words->bits) = 0;
    return &words->bits.items[symbol];
}

typedef struct List {
    const char *file;
    uint32_t column;
    char separator;
    int whole; /* bit of a name of one word */
    int first; /* bit of a longer name's first word */
    int rest;  /* and of the others */
} List;

static const List lists[] = {
    {"given-names.tsv", 1, ' ', 0, 0, 0},   {"family-names.tsv", 0, ' ', 1, 1, 1},
    {"places.tsv", 2, '|', 2, 3, 3},        {"countries.tsv", 1, '|', 2, 3, 3},
    {"countries.tsv", 2, '|', 2, 3, 3},     {"regions.tsv", 0, '|', 2, 3, 3},
    {"organisations.tsv", 0, '|', 4, 5, 5}, {"organisations.tsv", 1, '|', 4, 5, 5},
    {"name-heads.tsv", 0, '|', 6, 6, 6},    {"titles.tsv", 0, '|', 7, 7, 7},
    {"countries.tsv", 3, '|', 8, 9, 9},     {"countries.tsv", 4, '|', 8, 9, 9},
    {"not-names.tsv", 0, '|', 10, 9, 9},    {"agencies.tsv", 0, '|', 11, 9, 9},
};

static void read_lists(Words *words)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const List *list = &lists[i];
        PlTable table = pl_table_load(words->arena, list->file);
        for (uint32_t row = 0; row < table.n_rows; row++) {
            PlSlice rest = pl_table_cell(&table, row, list->column);
            PlSlice name;
            while (pl_slice_next(&rest, list->separator, &name)) {
                bool single = pl_slice_find(name, PL_SLICE(" ")) < 0;
                PlSlice word;
                for (int at = 0; pl_slice_next(&name, ' ', &word); at++) {
                    int bit = single ? list->whole : at ? list->rest : list->first;
                    if (word.len) *bits_of(words, word) |= 1u << (PL_NAMES_LISTS_SHIFT + bit);
                }
            }
        }
    }
}

/* The coarse classes, and each of them in N_PARTS: (coarse + 1) * N_PARTS + part of each word. */
static void find_classes(const Vectors *vectors, uint32_t n, uint32_t *class)
{
    size_t d = vectors->n_dims;
    float *points = malloc(n * d * sizeof *points);
    float *some = malloc(n * d * sizeof *some);
    float *centres = malloc(N_COARSE * d * sizeof *centres);
    uint32_t *coarse = calloc(n, sizeof *coarse);
    uint32_t *part = calloc(n, sizeof *part);
    memcpy(points, vectors->values, n * d * sizeof *points);
    for (size_t p = 0; p < n; p++)
        scale_to_one(points + p * d, d);
    find_centres(points, n, d, N_COARSE, centres, coarse);
    for (uint32_t c = 0; c < N_COARSE; c++) {
        uint32_t n_some = 0;
        for (uint32_t p = 0; p < n; p++)
            if (coarse[p] == c) memcpy(some + n_some++ * d, points + p * d, d * sizeof *some);
        if (n_some) find_centres(some, n_some, d, N_PARTS, centres, part);
        n_some = 0;
        for (uint32_t p = 0; p < n; p++)
            if (coarse[p] == c) class[p] = (c + 1) * N_PARTS + part[n_some++];
    }
    free(points);
    free(some);
    free(centres);
    free(coarse);
    free(part);
}

void word_classes_make(PlArena *arena, const Vectors *vectors, const uint32_t *leanings,
                       uint32_t n_words, TableWriter *out)
{
    uint32_t n = vectors->n_words < n_words ? vectors->n_words : n_words;
    uint32_t *class = calloc(n, sizeof *class);
    find_classes(vectors, n, class);
    Words words = {.arena = arena};
    for (uint32_t i = 0; i < vectors->keys.names.n; i++) {
        uint32_t row = vectors->row[i];
        if (row < n)
            *bits_of(&words, vectors->keys.names.items[i]) =
                class[row] | leanings[row] << PL_NAMES_LEANING_SHIFT;
    }
    read_lists(&words);
    table_writer_init(arena, out, words.keys.names.n);
    for (uint32_t i = 0; i < words.keys.names.n; i++)
        table_writer_add(out, pl_slice_hash(words.keys.names.items[i]), words.bits.items[i]);
    printf("classes: %u words\n", words.keys.names.n);
    free(class);
}
