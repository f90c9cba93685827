#include "name_field.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    N_LABELS = PL_NAMES_N_LABELS,
    ROW = 16, /* floats of a feature: a label each, the rest is padding */
    UNIT = 24 /* of a weight of 1 in the integers */
};

typedef struct Feature {
    uint64_t hash;
    uint32_t count;
} Feature;

typedef struct Token {
    uint32_t first; /* into `uses` */
    uint16_t n;
    uint8_t n_syntax; /* the last ones are about tags and trees */
    uint8_t label;
} Token;

typedef struct Weights {
    float *at;  /* (n_features, ROW) */
    float *sum; /* of squared gradients */
} Weights;

struct NameField {
    PlArena *arena;
    PL_VEC(Feature) features;
    uint32_t *slots; /* hash -> feature + 1 */
    uint32_t n_slots;
    PL_VEC(uint32_t) uses; /* features of tokens */
    PL_VEC(Token) tokens;
    PL_VEC(NameRun) runs;
    uint32_t run_first;
    Weights kinds[N_NAME_KINDS + 1]; /* the last one is shared */
    float follow[N_LABELS * N_LABELS];
    float follow_sum[N_LABELS * N_LABELS];
    float *total; /* (n_features, ROW) of UNER's weights, each time they were kept */
    float follow_total[N_LABELS * N_LABELS];
    uint32_t n_kept;
};

NameField *name_field_new(PlArena *arena)
{
    NameField *field = pl_arena_new(arena, NameField);
    field->arena = arena;
    field->n_slots = 1u << 24;
    field->slots = calloc(field->n_slots, sizeof *field->slots);
    assert(field->slots);
    return field;
}

static uint32_t feature_of(NameField *field, uint64_t hash)
{
    uint32_t mask = field->n_slots - 1;
    uint32_t slot = (uint32_t)(hash >> 20) & mask;
    while (field->slots[slot] && field->features.items[field->slots[slot] - 1].hash != hash)
        slot = (slot + 1) & mask;
    if (!field->slots[slot]) {
        *pl_vec_push(field->arena, &field->features) = (Feature){hash, 0};
        field->slots[slot] = field->features.n;
        assert(field->features.n < field->n_slots / 2);
    }
    return field->slots[slot] - 1;
}

void name_field_add(NameField *field, const uint64_t *features, uint32_t n, int label)
{
    *pl_vec_push(field->arena, &field->tokens) =
        (Token){field->uses.n, (uint16_t)n, PL_NAMES_N_SYNTAX, (uint8_t)label};
    for (uint32_t i = 0; i < n; i++) {
        uint32_t feature = feature_of(field, features[i]);
        field->features.items[feature].count++;
        *pl_vec_push(field->arena, &field->uses) = feature;
    }
}

void name_field_end_run(NameField *field, NameKind kind)
{
    uint32_t n = field->tokens.n - field->run_first;
    if (n) *pl_vec_push(field->arena, &field->runs) = (NameRun){field->run_first, n, kind};
    field->run_first = field->tokens.n;
}

void name_field_ready(NameField *field, uint32_t least)
{
    uint32_t *renamed = calloc(field->features.n, sizeof *renamed);
    uint32_t n_kept = 0;
    assert(renamed);
    for (uint32_t i = 0; i < field->features.n; i++) {
        if (field->features.items[i].count < least) continue;
        field->features.items[n_kept] = field->features.items[i];
        renamed[i] = ++n_kept;
    }
    field->features.n = n_kept;
    uint32_t to = 0;
    for (uint32_t t = 0; t < field->tokens.n; t++) {
        Token *token = &field->tokens.items[t];
        uint32_t first = to;
        uint32_t n_syntax = 0;
        for (uint32_t u = 0; u < token->n; u++) {
            uint32_t feature = renamed[field->uses.items[token->first + u]];
            if (!feature) continue;
            field->uses.items[to++] = feature - 1;
            n_syntax += u + PL_NAMES_N_SYNTAX >= token->n;
        }
        token->n_syntax = (uint8_t)n_syntax;
        token->first = first;
        token->n = (uint16_t)(to - first);
    }
    free(renamed);
    free(field->slots);
    for (int k = 0; k <= N_NAME_KINDS; k++) {
        field->kinds[k].at = calloc((size_t)n_kept * ROW, sizeof(float));
        field->kinds[k].sum = calloc((size_t)n_kept * ROW, sizeof(float));
        assert(field->kinds[k].at && field->kinds[k].sum);
    }
    field->total = calloc((size_t)n_kept * ROW, sizeof(float));
    assert(field->total);
    printf("names: %u runs of %u tokens, %u features\n", field->runs.n, field->tokens.n, n_kept);
}

/* ---- likelihood of a run -------------------------------------------------------------------- */

typedef struct Lattice {
    float *scores;   /* (n, ROW) */
    float *forward;  /* (n, ROW), each row sums to 1 */
    float *backward; /* (n, ROW) */
    float *scale;    /* [n] what forward's rows were divided by */
    uint8_t *keeps;  /* by use, from the run's first on */
} Lattice;

static void score_run(const NameField *field, const NameRun *run, const NameRates *rates,
                      Random *random, Lattice *lattice)
{
    const float *own = field->kinds[run->kind].at;
    const float *shared = field->kinds[N_NAME_KINDS].at;
    uint32_t base = field->tokens.items[run->first].first;
    float more = 1.0f / (1.0f - rates->drop);
    for (uint32_t t = 0; t < run->n; t++) {
        const Token *token = &field->tokens.items[run->first + t];
        float *scores = lattice->scores + (size_t)t * ROW;
        memset(scores, 0, ROW * sizeof *scores);
        uint32_t end = token->first + token->n;
        if (random_unit(random) < rates->drop_syntax) end -= token->n_syntax;
        for (uint32_t u = token->first; u < token->first + token->n; u++) {
            bool keeps = u < end && random_unit(random) >= rates->drop;
            lattice->keeps[u - base] = keeps;
            if (!keeps) continue;
            size_t at = (size_t)field->uses.items[u] * ROW;
            for (int c = 0; c < ROW; c++)
                scores[c] += own[at + (size_t)c] + shared[at + (size_t)c];
        }
        for (int c = 0; c < ROW; c++)
            scores[c] *= more;
        if (token->label) scores[0] += rates->margin;
    }
}

/* Scores become their exponentials, in place. */
static double raise_scores(const NameRun *run, Lattice *lattice)
{
    double shift = 0;
    for (uint32_t t = 0; t < run->n; t++) {
        float *scores = lattice->scores + (size_t)t * ROW;
        float top = scores[0];
        for (int c = 1; c < N_LABELS; c++)
            top = fmaxf(top, scores[c]);
        for (int c = 0; c < N_LABELS; c++)
            scores[c] = expf(scores[c] - top);
        shift += top;
    }
    return shift;
}

static void pass_forward(const NameRun *run, const float *links, Lattice *lattice)
{
    for (uint32_t t = 0; t < run->n; t++) {
        float *row = lattice->forward + (size_t)t * ROW;
        float sum = 1e-30f;
        for (int to = 0; to < N_LABELS; to++) {
            float in = t == 0 && pl_names_may_begin(to) ? 1.0f : 0.0f;
            for (int from = 0; t && from < N_LABELS; from++)
                in += row[from - ROW] * links[from * N_LABELS + to];
            row[to] = in * lattice->scores[(size_t)t * ROW + (size_t)to];
            if (t + 1 == run->n && !pl_names_may_end(to)) row[to] = 0;
            sum += row[to];
        }
        lattice->scale[t] = sum;
        for (int to = 0; to < N_LABELS; to++)
            row[to] /= sum;
    }
}

static void pass_backward(const NameRun *run, const float *links, Lattice *lattice)
{
    for (uint32_t t = run->n; t-- > 0;) {
        float *row = lattice->backward + (size_t)t * ROW;
        if (t + 1 == run->n) {
            for (int from = 0; from < N_LABELS; from++)
                row[from] = pl_names_may_end(from) ? 1.0f : 0.0f;
            continue;
        }
        const float *scores = lattice->scores + (size_t)(t + 1) * ROW;
        for (int from = 0; from < N_LABELS; from++) {
            float out = 0;
            for (int to = 0; to < N_LABELS; to++)
                out += links[from * N_LABELS + to] * scores[to] * row[ROW + to];
            row[from] = out / lattice->scale[t + 1];
        }
    }
}

static void step(float *at, float *sum, float gradient, const NameRates *rates)
{
    gradient += rates->decay * *at;
    *sum += gradient * gradient;
    *at -= rates->rate * gradient / (sqrtf(*sum) + 0.1f);
}

static void step_row(Weights *weights, size_t at, const float *gradient, const NameRates *rates)
{
    float *w = weights->at + at;
    float *s = weights->sum + at;
    for (int c = 0; c < ROW; c++) {
        float g = gradient[c] + rates->decay * w[c];
        s[c] += g * g;
        w[c] -= rates->rate * g / (sqrtf(s[c]) + 0.1f);
    }
}

static void step_links(NameField *field, const NameRun *run, const float *links,
                       const Lattice *lattice, const NameRates *rates)
{
    float gradient[N_LABELS * N_LABELS] = {0};
    for (uint32_t t = 1; t < run->n; t++) {
        const float *before = lattice->forward + (size_t)(t - 1) * ROW;
        const float *after = lattice->backward + (size_t)t * ROW;
        const float *scores = lattice->scores + (size_t)t * ROW;
        for (int i = 0; i < N_LABELS * N_LABELS; i++)
            gradient[i] += before[i / N_LABELS] * links[i] * scores[i % N_LABELS] *
                           after[i % N_LABELS] / lattice->scale[t];
        int from = field->tokens.items[run->first + t - 1].label;
        gradient[from * N_LABELS + field->tokens.items[run->first + t].label] -= 1.0f;
    }
    for (int i = 0; i < N_LABELS * N_LABELS; i++)
        if (links[i] > 0) step(&field->follow[i], &field->follow_sum[i], gradient[i], rates);
}

static double learn_run(NameField *field, const NameRun *run, const NameRates *rates,
                        Random *random, Lattice *lattice)
{
    float links[N_LABELS * N_LABELS];
    double gold = 0;
    for (int i = 0; i < N_LABELS * N_LABELS; i++)
        links[i] = pl_names_may_follow(i / N_LABELS, i % N_LABELS) ? expf(field->follow[i]) : 0;
    score_run(field, run, rates, random, lattice);
    for (uint32_t t = 0; t < run->n; t++) {
        int label = field->tokens.items[run->first + t].label;
        gold += lattice->scores[(size_t)t * ROW + (size_t)label];
        if (t)
            gold += field->follow[field->tokens.items[run->first + t - 1].label * N_LABELS + label];
    }
    double all = raise_scores(run, lattice);
    pass_forward(run, links, lattice);
    pass_backward(run, links, lattice);
    for (uint32_t t = 0; t < run->n; t++)
        all += (double)logf(lattice->scale[t]);
    uint32_t base = field->tokens.items[run->first].first;
    for (uint32_t t = 0; t < run->n; t++) {
        const Token *token = &field->tokens.items[run->first + t];
        float gradient[ROW] = {0};
        for (int c = 0; c < N_LABELS; c++)
            gradient[c] = lattice->forward[(size_t)t * ROW + (size_t)c] *
                          lattice->backward[(size_t)t * ROW + (size_t)c];
        gradient[token->label] -= 1.0f;
        for (uint32_t u = token->first; u < token->first + token->n; u++) {
            if (!lattice->keeps[u - base]) continue;
            size_t at = (size_t)field->uses.items[u] * ROW;
            step_row(&field->kinds[run->kind], at, gradient, rates);
            step_row(&field->kinds[N_NAME_KINDS], at, gradient, rates);
        }
    }
    step_links(field, run, links, lattice, rates);
    return all - gold;
}

static void shuffle(NameField *field, Random *random)
{
    for (uint32_t i = field->runs.n; i > 1; i--) {
        uint32_t j = random_below(random, i);
        NameRun swap = field->runs.items[i - 1];
        field->runs.items[i - 1] = field->runs.items[j];
        field->runs.items[j] = swap;
    }
}

void name_field_keep(NameField *field)
{
    const float *own = field->kinds[NAME_KIND_UNER].at;
    const float *shared = field->kinds[N_NAME_KINDS].at;
    for (size_t i = 0; i < (size_t)field->features.n * ROW; i++)
        field->total[i] += own[i] + shared[i];
    for (int i = 0; i < N_LABELS * N_LABELS; i++)
        field->follow_total[i] += field->follow[i];
    field->n_kept++;
}

void name_field_restart(NameField *field)
{
    size_t size = (size_t)field->features.n * ROW * sizeof(float);
    for (int k = 0; k <= N_NAME_KINDS; k++) {
        memset(field->kinds[k].at, 0, size);
        memset(field->kinds[k].sum, 0, size);
    }
    memset(field->follow, 0, sizeof field->follow);
    memset(field->follow_sum, 0, sizeof field->follow_sum);
}

double name_field_learn(NameField *field, const NameRates *rates, Random *random)
{
    uint32_t most = 1;
    for (uint32_t r = 0; r < field->runs.n; r++)
        if (field->runs.items[r].n > most) most = field->runs.items[r].n;
    size_t n = (size_t)most * ROW;
    Lattice lattice = {calloc(n, sizeof(float)), calloc(n, sizeof(float)), calloc(n, sizeof(float)),
                       calloc(most, sizeof(float)),
                       calloc((size_t)most * PL_NAMES_MOST_FEATURES, 1)};
    double loss = 0;
    shuffle(field, random);
    for (uint32_t r = 0; r < field->runs.n; r++)
        loss += learn_run(field, &field->runs.items[r], rates, random, &lattice);
    free(lattice.scores);
    free(lattice.forward);
    free(lattice.backward);
    free(lattice.scale);
    free(lattice.keeps);
    return loss / field->tokens.n;
}

/* ---- integers ------------------------------------------------------------------------------- */

typedef struct Ranked {
    float weight;
    uint32_t feature;
} Ranked;

static int heavier_first(const void *a, const void *b)
{
    const Ranked *x = a;
    const Ranked *y = b;
    if (x->weight != y->weight) return x->weight < y->weight ? 1 : -1;
    return x->feature < y->feature ? -1 : x->feature > y->feature;
}

static int32_t rounded(float value, int32_t most)
{
    float unit = roundf(value * UNIT);
    return unit > (float)most ? most : unit < (float)-most ? -most : (int32_t)unit;
}

/* The mean: weights of one pass remember best what they saw last. */
static float weight_of(const NameField *field, uint32_t feature, int label)
{
    return field->total[(size_t)feature * ROW + (size_t)label] / (float)field->n_kept;
}

/* How much a feature matters: its largest weight, times the root of how often it is seen. */
static float importance(const NameField *field, uint32_t feature)
{
    float top = 0;
    for (int c = 0; c < N_LABELS; c++)
        top = fmaxf(top, fabsf(weight_of(field, feature, c)));
    return top * sqrtf((float)field->features.items[feature].count);
}

static bool put_row(const NameField *field, uint32_t feature, PlNameRow *line)
{
    uint16_t tag = pl_names_row_tag(field->features.items[feature].hash);
    for (int r = 0; r < PL_NAMES_LINE; r++) {
        if (line[r].tag == tag) return false;
        if (line[r].tag) continue;
        line[r].tag = tag;
        for (int c = 0; c < N_LABELS; c++)
            line[r].weight[c] = (int8_t)rounded(weight_of(field, feature, c), 127);
        return true;
    }
    return false;
}

void name_field_quantise(const NameField *field, uint32_t n_lines, PlNameRow *rows, int16_t *follow)
{
    uint32_t n = field->features.n;
    uint32_t n_put = 0;
    Ranked *ranked = calloc(n, sizeof *ranked);
    assert(ranked);
    for (uint32_t f = 0; f < n; f++)
        ranked[f] = (Ranked){importance(field, f), f};
    qsort(ranked, n, sizeof *ranked, heavier_first);
    memset(rows, 0, (size_t)n_lines * PL_NAMES_LINE * sizeof *rows);
    for (uint32_t i = 0; i < n; i++) {
        uint64_t hash = field->features.items[ranked[i].feature].hash;
        n_put += put_row(field, ranked[i].feature,
                         rows + ((uint32_t)hash & (n_lines - 1)) * PL_NAMES_LINE);
    }
    for (int i = 0; i < N_LABELS * N_LABELS; i++)
        follow[i] = (int16_t)rounded(field->follow_total[i] / (float)field->n_kept, INT16_MAX);
    free(ranked);
    printf("names: %u of %u features in the table\n", n_put, n);
}
