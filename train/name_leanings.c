#include "name_leanings.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "syntax/name_tagger.h"

enum { N_INPUTS = 100, N_HIDDEN = 32, N_OUT = N_NAME_USES, N_FOLDS = 5, N_PASSES = 12 };

typedef struct Judge {
    float in[N_HIDDEN][N_INPUTS];
    float in_bias[N_HIDDEN];
    float out[N_OUT][N_HIDDEN];
    float out_bias[N_OUT];
} Judge;

void name_uses_init(PlArena *arena, NameUses *uses, const Vectors *vectors)
{
    assert(vectors->n_dims == N_INPUTS);
    uses->vectors = vectors;
    size_t n = (size_t)vectors->n_words * N_OUT;
    uses->counts = pl_arena_array(arena, float, n);
}

void name_uses_add(NameUses *uses, PlSlice key, int use, float count)
{
    int32_t row = vectors_row(uses->vectors, key);
    if (row >= 0) uses->counts[(size_t)row * N_OUT + (size_t)use] += count;
}

/* ---- the network ---------------------------------------------------------------------------- */

static void scaled(const Vectors *vectors, uint32_t row, float *to)
{
    const float *v = vectors->values + (size_t)row * N_INPUTS;
    float sum = 1e-12f;
    for (int i = 0; i < N_INPUTS; i++)
        sum += v[i] * v[i];
    float scale = 5.0f / sqrtf(sum);
    for (int i = 0; i < N_INPUTS; i++)
        to[i] = v[i] * scale;
}

static void judge(const Judge *j, const float *input, float *hidden, float *shares)
{
    for (int h = 0; h < N_HIDDEN; h++) {
        float sum = j->in_bias[h];
        for (int i = 0; i < N_INPUTS; i++)
            sum += j->in[h][i] * input[i];
        hidden[h] = sum > 0 ? sum : 0;
    }
    float all = 0;
    for (int o = 0; o < N_OUT; o++) {
        float sum = j->out_bias[o];
        for (int h = 0; h < N_HIDDEN; h++)
            sum += j->out[o][h] * hidden[h];
        shares[o] = expf(fminf(sum, 30.0f));
        all += shares[o];
    }
    for (int o = 0; o < N_OUT; o++)
        shares[o] /= all;
}

static void step(float *at, float *seen, float gradient)
{
    *seen += gradient * gradient;
    *at -= 0.05f * gradient / (sqrtf(*seen) + 0.1f);
}

static void learn_word(Judge *j, Judge *seen, const float *input, const float *counts)
{
    float hidden[N_HIDDEN], shares[N_OUT], back[N_HIDDEN] = {0};
    float total = counts[0] + counts[1] + counts[2] + counts[3];
    float weight = fminf(sqrtf(total), 5.0f);
    judge(j, input, hidden, shares);
    for (int o = 0; o < N_OUT; o++) {
        float g = weight * (shares[o] - counts[o] / total);
        for (int h = 0; h < N_HIDDEN; h++) {
            back[h] += g * j->out[o][h];
            step(&j->out[o][h], &seen->out[o][h], g * hidden[h]);
        }
        step(&j->out_bias[o], &seen->out_bias[o], g);
    }
    for (int h = 0; h < N_HIDDEN; h++) {
        if (hidden[h] <= 0) continue;
        for (int i = 0; i < N_INPUTS; i++)
            step(&j->in[h][i], &seen->in[h][i], back[h] * input[i]);
        step(&j->in_bias[h], &seen->in_bias[h], back[h]);
    }
}

/* ---- levels --------------------------------------------------------------------------------- */

static uint32_t level_of(float share)
{
    static const float steps[] = {0.01f, 0.03f, 0.08f, 0.2f, 0.4f, 0.65f, 0.85f};
    uint32_t level = 0;
    while (level < sizeof steps / sizeof *steps && share >= steps[level])
        level++;
    return level;
}

static uint32_t leaning_of(const float *shares)
{
    uint32_t leaning = 0;
    for (int o = 0; o < NAME_USE_NONE; o++)
        leaning |= level_of(shares[o]) << o * PL_NAMES_LEANING_BITS;
    return leaning;
}

static float total_of(const NameUses *uses, uint32_t row)
{
    const float *c = uses->counts + (size_t)row * N_OUT;
    return c[0] + c[1] + c[2] + c[3];
}

static uint32_t fold_of(uint32_t row)
{
    return row % N_FOLDS;
}

static void learn_judge(const NameUses *uses, uint32_t without, Judge *j)
{
    Random random = {.state = 5 + without};
    Judge *seen = calloc(1, sizeof *seen);
    uint32_t *rows = malloc(uses->vectors->n_words * sizeof *rows);
    uint32_t n = 0;
    assert(seen && rows);
    memset(j, 0, sizeof *j);
    for (int h = 0; h < N_HIDDEN; h++)
        for (int i = 0; i < N_INPUTS; i++)
            j->in[h][i] = random_normal(&random) * 0.1f;
    for (int o = 0; o < N_OUT; o++)
        for (int h = 0; h < N_HIDDEN; h++)
            j->out[o][h] = random_normal(&random) * 0.1f;
    for (uint32_t r = 0; r < uses->vectors->n_words; r++)
        if (total_of(uses, r) > 0 && fold_of(r) != without) rows[n++] = r;
    for (int pass = 0; pass < N_PASSES; pass++)
        for (uint32_t i = n; i > 0; i--) {
            float input[N_INPUTS];
            uint32_t at = random_below(&random, i);
            uint32_t row = rows[at];
            rows[at] = rows[i - 1];
            rows[i - 1] = row;
            scaled(uses->vectors, row, input);
            learn_word(j, seen, input, uses->counts + (size_t)row * N_OUT);
        }
    free(seen);
    free(rows);
}

void name_leanings_learn(const NameUses *uses, uint32_t *leanings)
{
    double loss = 0, weight = 0;
    Judge *j = malloc(sizeof *j);
    assert(j);
    for (uint32_t fold = 0; fold < N_FOLDS; fold++) {
        learn_judge(uses, fold, j);
        for (uint32_t r = 0; r < uses->vectors->n_words; r++) {
            float input[N_INPUTS], hidden[N_HIDDEN], shares[N_OUT];
            if (fold_of(r) != fold) continue;
            scaled(uses->vectors, r, input);
            judge(j, input, hidden, shares);
            leanings[r] = leaning_of(shares);
            const float *c = uses->counts + (size_t)r * N_OUT;
            for (int o = 0; o < N_OUT; o++) {
                loss -= (double)(c[o] * logf(shares[o] + 1e-9f));
                weight += (double)c[o];
            }
        }
    }
    free(j);
    printf("leanings: loss %.3f\n", loss / weight);
}
