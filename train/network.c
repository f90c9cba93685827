#include "network.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "matrix.h"
#include "oracle.h"

/* ---- parameters ----------------------------------------------------------------------------- */

static size_t slot_width(const Shape *shape)
{
    return PL_N_SLOTS * shape->hidden;
}

static size_t full_width(const Shape *shape)
{
    return PL_N_FULL_SLOTS * shape->hidden;
}

static float *take(float **at, size_t n)
{
    float *here = *at;
    *at += n;
    return here;
}

void params_alloc(Params *p, const Shape *shape)
{
    size_t d = shape->dim;
    size_t h = shape->hidden;
    size_t w = slot_width(shape);
    size_t n_rows = (shape->n_words + PL_N_AFFIX_ROWS) * d;
    size_t n_dense = PL_N_SHAPES * d + shape->vector_dim * d + shape->n_layers * (3 * d + 1) * d +
                     (d + 1) * N_HEAD_COLUMNS + d * full_width(shape) + (2 + PL_N_XPOS) * w +
                     PL_N_LABEL_SLOTS * (PL_N_DEPREL + 1) * h +
                     PL_N_DISTANCES * PL_N_DISTANCE_BINS * h + h + (h + 1) * N_ACTION_COLUMNS;
    p->n_dense = n_dense;
    p->n_all = n_rows + n_dense;
    p->block = calloc(p->n_all, sizeof *p->block);
    assert(p->block);
    float *at = p->block;
    p->word = take(&at, shape->n_words * d);
    p->affix = take(&at, PL_N_AFFIX_ROWS * d);
    p->dense = at;
    p->shape = take(&at, PL_N_SHAPES * d);
    p->project = take(&at, shape->vector_dim * d);
    for (size_t l = 0; l < shape->n_layers; l++) {
        p->conv[l] = take(&at, 3 * d * d);
        p->conv_bias[l] = take(&at, d);
    }
    p->head = take(&at, d * N_HEAD_COLUMNS);
    p->head_bias = take(&at, N_HEAD_COLUMNS);
    p->slot = take(&at, d * full_width(shape));
    p->slot_none = take(&at, 2 * w);
    p->tag = take(&at, PL_N_XPOS * w);
    p->label = take(&at, PL_N_LABEL_SLOTS * (PL_N_DEPREL + 1) * h);
    p->distance = take(&at, PL_N_DISTANCES * PL_N_DISTANCE_BINS * h);
    p->hidden_bias = take(&at, h);
    p->action = take(&at, h * N_ACTION_COLUMNS);
    p->action_bias = take(&at, N_ACTION_COLUMNS);
    assert(at == p->block + p->n_all);
}

void params_free(Params *params)
{
    free(params->block);
}

static void fill_normal(float *at, size_t n, float deviation, Random *random)
{
    for (size_t i = 0; i < n; i++)
        at[i] = deviation * random_normal(random);
}

void params_init(Params *p, const Shape *shape, Random *random)
{
    size_t d = shape->dim;
    size_t h = shape->hidden;
    size_t w = slot_width(shape);
    fill_normal(p->word, shape->n_words * d, 0.05f, random);
    fill_normal(p->affix, PL_N_AFFIX_ROWS * d, 0.05f, random);
    fill_normal(p->shape, PL_N_SHAPES * d, 0.1f, random);
    fill_normal(p->project, shape->vector_dim * d, 0.07f, random);
    for (size_t l = 0; l < shape->n_layers; l++)
        fill_normal(p->conv[l], 3 * d * d, sqrtf(1.0f / (float)(3 * d)), random);
    fill_normal(p->head, d * N_HEAD_COLUMNS, 0.02f, random);
    fill_normal(p->slot, d * full_width(shape), sqrtf(1.0f / (float)(d * 6)), random);
    fill_normal(p->slot_none, 2 * w, 0.05f, random);
    fill_normal(p->tag, PL_N_XPOS * w, 0.05f, random);
    fill_normal(p->label, PL_N_LABEL_SLOTS * (PL_N_DEPREL + 1) * h, 0.05f, random);
    fill_normal(p->distance, PL_N_DISTANCES * PL_N_DISTANCE_BINS * h, 0.05f, random);
    fill_normal(p->action, h * N_ACTION_COLUMNS, sqrtf(1.0f / (float)h), random);
}

/* ---- a worker ------------------------------------------------------------------------------- */

typedef struct Place {
    const Word *word;
    size_t first; /* token of the batch that begins the sentence */
    size_t end;
    uint8_t shape;
    bool keeps_word;
    bool keeps_vector;
} Place;

/* A state that the parser was in, for the way back. */
typedef struct Step {
    PlView view;
    size_t first; /* the sentence's */
    int32_t n;
} Step;

struct Worker {
    const Network *network;
    Params gradients;
    Random random;
    PlArena arena; /* for one batch */
    size_t n_toks;
    Place *places;             /* [n_toks] */
    float *x[MAX_LAYERS + 1];  /* (n_toks, dim) */
    float *window[MAX_LAYERS]; /* (n_toks, 3 * dim) */
    float *active[MAX_LAYERS]; /* (n_toks, dim): relu and dropout as factors */
    float *input_mask;         /* (n_toks, dim) */
    float *heads;              /* (n_toks, N_HEAD_COLUMNS) */
    uint8_t *xpos;             /* [n_toks] as predicted */
    float *slots;              /* (n_toks, full_width) */
    float *dx0;                /* (n_toks, dim) */
    size_t n_steps;
    size_t step_capacity;
    Step *steps;
    float *hidden;  /* (n_steps, hidden) after relu and dropout */
    float *factors; /* (n_steps, hidden) relu and dropout as factors */
    float *dscores; /* (n_steps, N_ACTION_COLUMNS) */
};

Worker *worker_new(const Network *network, uint64_t seed)
{
    Worker *worker = calloc(1, sizeof *worker);
    assert(worker);
    worker->network = network;
    worker->random.state = seed;
    params_alloc(&worker->gradients, &network->shape);
    pl_arena_init(&worker->arena, 0);
    return worker;
}

void worker_free(Worker *worker)
{
    params_free(&worker->gradients);
    pl_arena_clear(&worker->arena);
    free(worker);
}

Params *worker_gradients(Worker *worker)
{
    return &worker->gradients;
}

static float *floats(Worker *worker, size_t n)
{
    return pl_arena_alloc(&worker->arena, n * sizeof(float), 64);
}

/* ---- forward -------------------------------------------------------------------------------- */

typedef enum Recase { RECASE_NOT, RECASE_LOWER, RECASE_UPPER, RECASE_HEADLINE } Recase;

/* Shapes are spelling * 4 + place; the spellings are those of word_features.c. */
static uint8_t recase(uint8_t shape, Recase how)
{
    enum { LOWER, CAPITAL, LETTER, ALL_CAPS, MIXED };
    uint8_t spelling = shape / 4;
    if (spelling > MIXED) return shape;
    if (how == RECASE_LOWER) spelling = LOWER;
    if (how == RECASE_UPPER) spelling = ALL_CAPS;
    if (how == RECASE_HEADLINE && spelling == LOWER) spelling = CAPITAL;
    return (uint8_t)(spelling * 4 + shape % 4);
}

static Recase draw_recase(Worker *worker, const Dropout *dropout)
{
    if (!dropout || random_unit(&worker->random) >= dropout->recase) return RECASE_NOT;
    return (Recase)(1 + random_below(&worker->random, 3));
}

static void place_words(Worker *worker, const Sentence *const *sentences, size_t n_sentences,
                        const Dropout *dropout)
{
    worker->n_toks = 0;
    for (size_t s = 0; s < n_sentences; s++)
        worker->n_toks += (size_t)sentences[s]->n;
    worker->places = pl_arena_array(&worker->arena, Place, worker->n_toks);
    size_t at = 0;
    for (size_t s = 0; s < n_sentences; s++) {
        size_t first = at;
        size_t end = at + (size_t)sentences[s]->n;
        Recase how = draw_recase(worker, dropout);
        for (; at < end; at++) {
            const Word *word = &sentences[s]->words[at - first];
            Place place = {word, first, end, recase(word->shape, how), true, true};
            if (dropout) {
                float lose = dropout->word / (dropout->word + (float)word->count);
                place.keeps_word = random_unit(&worker->random) >= lose;
                float lose_vector = word->count < 50 ? dropout->vector : 0.0f;
                place.keeps_vector = random_unit(&worker->random) >= lose_vector;
            }
            worker->places[at] = place;
        }
    }
}

static void add_row(float *to, const float *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] += from[i];
}

static float *gather_vectors(Worker *worker)
{
    size_t v = worker->network->shape.vector_dim;
    float *gathered = floats(worker, worker->n_toks * v);
    for (size_t t = 0; t < worker->n_toks; t++) {
        const Place *place = &worker->places[t];
        if (place->word->vector >= 0 && place->keeps_vector)
            memcpy(gathered + t * v, worker->network->vectors + (size_t)place->word->vector * v,
                   v * sizeof(float));
    }
    return gathered;
}

static void draw_mask(Worker *worker, float *mask, size_t n, float rate)
{
    float keep = 1.0f / (1.0f - rate);
    for (size_t i = 0; i < n; i++)
        mask[i] = random_unit(&worker->random) < rate ? 0.0f : keep;
}

static void embed(Worker *worker, const Dropout *dropout)
{
    const Shape *shape = &worker->network->shape;
    const Params *p = &worker->network->params;
    size_t d = shape->dim;
    size_t v = shape->vector_dim;
    float *x = worker->x[0] = floats(worker, worker->n_toks * d);
    float *vectors = gather_vectors(worker);
    matrix_multiply_add(x, d, (MatrixView){vectors, v, 1}, p->project, d, worker->n_toks, d, v);
    for (size_t t = 0; t < worker->n_toks; t++) {
        const Place *place = &worker->places[t];
        float *row = x + t * d;
        if (place->word->vocabulary >= 0 && place->keeps_word)
            add_row(row, p->word + (size_t)place->word->vocabulary * d, d);
        for (uint32_t i = 0; i < place->word->n_affixes; i++)
            add_row(row, p->affix + (size_t)place->word->affixes[i] * d, d);
        add_row(row, p->shape + (size_t)place->shape * d, d);
    }
    if (!dropout) return;
    worker->input_mask = floats(worker, worker->n_toks * d);
    draw_mask(worker, worker->input_mask, worker->n_toks * d, dropout->input);
    for (size_t i = 0; i < worker->n_toks * d; i++)
        x[i] *= worker->input_mask[i];
}

/* The tokens that the window of `t` sees; false = beyond the sentence. */
static bool window_tok(const Place *place, size_t t, int side, size_t dilation, size_t *seen)
{
    if (side < 0 && t < place->first + dilation) return false;
    if (side > 0 && t + dilation >= place->end) return false;
    *seen = side < 0 ? t - dilation : side > 0 ? t + dilation : t;
    return true;
}

static void convolve(Worker *worker, size_t l, const Dropout *dropout)
{
    const Shape *shape = &worker->network->shape;
    const Params *p = &worker->network->params;
    size_t d = shape->dim;
    size_t n = worker->n_toks;
    const float *x = worker->x[l];
    float *window = worker->window[l] = floats(worker, n * 3 * d);
    for (size_t t = 0; t < n; t++)
        for (int side = -1; side <= 1; side++) {
            size_t seen;
            if (window_tok(&worker->places[t], t, side, shape->dilation[l], &seen))
                memcpy(window + (t * 3 + (size_t)(side + 1)) * d, x + seen * d, d * sizeof *x);
        }
    float *out = worker->x[l + 1] = floats(worker, n * d);
    float *active = worker->active[l] = floats(worker, n * d);
    for (size_t t = 0; t < n; t++)
        memcpy(out + t * d, p->conv_bias[l], d * sizeof *out);
    matrix_multiply_add(out, d, (MatrixView){window, 3 * d, 1}, p->conv[l], d, n, d, 3 * d);
    if (dropout) draw_mask(worker, active, n * d, dropout->layer);
    for (size_t i = 0; i < n * d; i++) {
        float factor = out[i] > 0 ? (dropout ? active[i] : 1.0f) : 0.0f;
        active[i] = factor;
        out[i] = x[i] + out[i] * factor;
    }
}

static int best_of(const float *scores, int n)
{
    int best = 0;
    for (int i = 1; i < n; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

static void score_heads(Worker *worker)
{
    const Shape *shape = &worker->network->shape;
    const Params *p = &worker->network->params;
    size_t d = shape->dim;
    size_t f = full_width(shape);
    size_t n = worker->n_toks;
    const float *x = worker->x[shape->n_layers];
    worker->heads = floats(worker, n * N_HEAD_COLUMNS);
    for (size_t t = 0; t < n; t++)
        memcpy(worker->heads + t * N_HEAD_COLUMNS, p->head_bias, N_HEAD_COLUMNS * sizeof(float));
    matrix_multiply_add(worker->heads, N_HEAD_COLUMNS, (MatrixView){x, d, 1}, p->head,
                        N_HEAD_COLUMNS, n, N_HEAD_COLUMNS, d);
    worker->xpos = pl_arena_array(&worker->arena, uint8_t, n);
    worker->slots = floats(worker, n * f);
    for (size_t t = 0; t < n; t++)
        worker->xpos[t] =
            (uint8_t)best_of(worker->heads + t * N_HEAD_COLUMNS + HEAD_XPOS, PL_N_XPOS);
    matrix_multiply_add(worker->slots, f, (MatrixView){x, d, 1}, p->slot, f, n, f, d);
}

static void encode(Worker *worker, const Sentence *const *sentences, size_t n_sentences,
                   const Dropout *dropout)
{
    pl_arena_reset(&worker->arena);
    worker->n_steps = 0;
    place_words(worker, sentences, n_sentences, dropout);
    embed(worker, dropout);
    for (size_t l = 0; l < worker->network->shape.n_layers; l++)
        convolve(worker, l, dropout);
    score_heads(worker);
}

/* The row of slot `slot` for what is in it: the token's part of speech, or that of no token or of
 * the root. The same offset in the parameters and in their gradients. */
static float *slot_row(const Worker *worker, const Params *p, const Step *step, int slot)
{
    size_t w = slot_width(&worker->network->shape);
    size_t column = (size_t)slot * worker->network->shape.hidden;
    int32_t tok = step->view.tok[slot];
    if (tok == PL_NO_TOKEN) return p->slot_none + column;
    if (tok == step->n) return p->slot_none + w + column;
    return p->tag + worker->xpos[step->first + (size_t)tok] * w + column;
}

/* Where the encoding of the token in a full slot lies in `slots`; NULL when there is no token. */
static float *full_row(const Worker *worker, float *slots, const Step *step, int slot)
{
    int32_t tok = step->view.tok[slot];
    if (slot >= PL_N_FULL_SLOTS || tok == PL_NO_TOKEN || tok == step->n) return NULL;
    return slots + (step->first + (size_t)tok) * full_width(&worker->network->shape) +
           (size_t)slot * worker->network->shape.hidden;
}

static void hidden_of(const Worker *worker, const Step *step, float *hidden)
{
    const Params *p = &worker->network->params;
    size_t h = worker->network->shape.hidden;
    memcpy(hidden, p->hidden_bias, h * sizeof *hidden);
    for (int slot = 0; slot < PL_N_SLOTS; slot++) {
        const float *full = full_row(worker, worker->slots, step, slot);
        add_row(hidden, slot_row(worker, p, step, slot), h);
        if (full) add_row(hidden, full, h);
    }
    for (size_t i = 0; i < PL_N_LABEL_SLOTS; i++)
        add_row(hidden, p->label + (i * (PL_N_DEPREL + 1) + step->view.label[i]) * h, h);
    for (size_t i = 0; i < PL_N_DISTANCES; i++)
        add_row(hidden, p->distance + (i * PL_N_DISTANCE_BINS + step->view.distance[i]) * h, h);
}

static void score_actions(const Worker *worker, const float *hidden, float *scores)
{
    const Params *p = &worker->network->params;
    size_t h = worker->network->shape.hidden;
    memcpy(scores, p->action_bias, N_ACTION_COLUMNS * sizeof *scores);
    for (size_t i = 0; i < h; i++) {
        float x = hidden[i];
        if (x == 0.0f) continue;
        const float *row = p->action + i * N_ACTION_COLUMNS;
        for (int j = 0; j < N_ACTION_COLUMNS; j++)
            scores[j] += x * row[j];
    }
}

static int32_t best_legal(const float *scores, PlLegal legal)
{
    int32_t best = -1;
    if (legal.shift) best = PL_ACTION_SHIFT;
    if (legal.left && legal.left_is_root) {
        int32_t action = PL_ACTION_LEFT + PL_DEPREL_root;
        if (best < 0 || scores[action] > scores[best]) best = action;
    }
    for (int32_t label = PL_DEPREL_root + 1; label < PL_N_DEPREL; label++) {
        int32_t left = PL_ACTION_LEFT + label;
        int32_t right = PL_ACTION_RIGHT + label;
        if (legal.left && !legal.left_is_root && (best < 0 || scores[left] > scores[best]))
            best = left;
        if (legal.right && (best < 0 || scores[right] > scores[best])) best = right;
    }
    return best;
}

/* ---- learning to parse ---------------------------------------------------------------------- */

static bool is_legal(int32_t action, PlLegal legal)
{
    if (action == PL_ACTION_SHIFT) return legal.shift;
    if (action == PL_ACTION_LEFT + PL_DEPREL_root) return legal.left && legal.left_is_root;
    if (action == PL_ACTION_RIGHT + PL_DEPREL_root) return false;
    if (action < PL_ACTION_RIGHT) return legal.left && !legal.left_is_root;
    return legal.right && action < PL_N_ACTIONS;
}

/* Turns scores into the gradient of -log(sum of the probabilities of the cheapest actions) and
 * returns the loss; *best gets the cheapest action that scored most. */
static double parse_gradient(float *scores, PlLegal legal, const OracleCosts *costs, int32_t *best)
{
    int32_t least = costs->shift;
    if (costs->left < least) least = costs->left;
    if (costs->right < least) least = costs->right;
    int32_t good[3] = {costs->shift == least ? PL_ACTION_SHIFT : -1,
                       costs->left == least ? PL_ACTION_LEFT + costs->left_label : -1,
                       costs->right == least ? PL_ACTION_RIGHT + costs->right_label : -1};
    float top = -1e30f;
    for (int32_t a = 0; a < PL_N_ACTIONS; a++)
        if (is_legal(a, legal) && scores[a] > top) top = scores[a];
    double sum = 0;
    double good_sum = 0;
    float probabilities[N_ACTION_COLUMNS] = {0};
    for (int32_t a = 0; a < PL_N_ACTIONS; a++)
        if (is_legal(a, legal)) sum += probabilities[a] = expf(scores[a] - top);
    *best = -1;
    for (int i = 0; i < 3; i++) {
        if (good[i] < 0) continue;
        good_sum += probabilities[good[i]];
        if (*best < 0 || scores[good[i]] > scores[*best]) *best = good[i];
    }
    if (good_sum < 1e-30) good_sum = 1e-30;
    float gradient[N_ACTION_COLUMNS] = {0};
    for (int32_t a = 0; a < PL_N_ACTIONS; a++)
        gradient[a] = probabilities[a] / (float)sum;
    for (int i = 0; i < 3; i++)
        if (good[i] >= 0) gradient[good[i]] -= probabilities[good[i]] / (float)good_sum;
    memcpy(scores, gradient, sizeof gradient);
    return log(sum) - log(good_sum);
}

static void reserve_steps(Worker *worker, const Sentence *const *sentences, size_t n_sentences)
{
    size_t n = 0;
    for (size_t s = 0; s < n_sentences; s++)
        if (sentences[s]->has_tree) n += 2 * (size_t)sentences[s]->n;
    size_t h = worker->network->shape.hidden;
    worker->steps = pl_arena_array(&worker->arena, Step, n);
    worker->hidden = floats(worker, n * h);
    worker->factors = floats(worker, n * h);
    worker->dscores = floats(worker, n * N_ACTION_COLUMNS);
}

static double learn_sentence(Worker *worker, const Sentence *sentence, size_t first,
                             const Dropout *dropout)
{
    size_t h = worker->network->shape.hidden;
    double loss = 0;
    PlState state;
    Oracle oracle;
    pl_state_alloc(&worker->arena, &state, sentence->n);
    pl_state_start(&state, sentence->n);
    oracle_start(&worker->arena, &oracle, sentence);
    while (!pl_state_done(&state)) {
        size_t i = worker->n_steps++;
        Step *step = &worker->steps[i];
        float *hidden = worker->hidden + i * h;
        float *factors = worker->factors + i * h;
        float *scores = worker->dscores + i * N_ACTION_COLUMNS;
        pl_state_view(&state, &step->view);
        step->first = first;
        step->n = sentence->n;
        hidden_of(worker, step, hidden);
        draw_mask(worker, factors, h, dropout->hidden);
        for (size_t j = 0; j < h; j++) {
            if (hidden[j] <= 0) factors[j] = 0;
            hidden[j] *= factors[j];
        }
        score_actions(worker, hidden, scores);
        PlLegal legal = pl_state_legal(&state);
        OracleCosts costs = oracle_costs(&oracle, &state);
        int32_t chosen = best_legal(scores, legal);
        int32_t best;
        loss += parse_gradient(scores, legal, &costs, &best);
        int32_t action = random_unit(&worker->random) < dropout->explore ? chosen : best;
        oracle_follow(&oracle, &state, action);
        pl_state_apply(&state, action);
    }
    return loss;
}

/* From dscores back to the gradient of x[L]. */
static void parse_backward(Worker *worker, float *dx)
{
    const Shape *shape = &worker->network->shape;
    const Params *p = &worker->network->params;
    Params *g = &worker->gradients;
    size_t h = shape->hidden;
    size_t f = full_width(shape);
    size_t d = shape->dim;
    size_t n = worker->n_steps;
    if (n == 0) return;
    float *transposed = floats(worker, h * N_ACTION_COLUMNS);
    matrix_transpose(transposed, p->action, h, N_ACTION_COLUMNS);
    float *dhidden = floats(worker, n * h);
    matrix_multiply_add(dhidden, h, (MatrixView){worker->dscores, N_ACTION_COLUMNS, 1}, transposed,
                        h, n, h, N_ACTION_COLUMNS);
    matrix_multiply_add(g->action, N_ACTION_COLUMNS, (MatrixView){worker->hidden, 1, h},
                        worker->dscores, N_ACTION_COLUMNS, h, N_ACTION_COLUMNS, n);
    float *dslots = floats(worker, worker->n_toks * f);
    for (size_t i = 0; i < n; i++) {
        const Step *step = &worker->steps[i];
        float *row = dhidden + i * h;
        for (size_t j = 0; j < h; j++)
            row[j] *= worker->factors[i * h + j];
        add_row(g->action_bias, worker->dscores + i * N_ACTION_COLUMNS, N_ACTION_COLUMNS);
        add_row(g->hidden_bias, row, h);
        for (int slot = 0; slot < PL_N_SLOTS; slot++) {
            float *full = full_row(worker, dslots, step, slot);
            add_row(slot_row(worker, g, step, slot), row, h);
            if (full) add_row(full, row, h);
        }
        for (size_t k = 0; k < PL_N_LABEL_SLOTS; k++)
            add_row(g->label + (k * (PL_N_DEPREL + 1) + step->view.label[k]) * h, row, h);
        for (size_t k = 0; k < PL_N_DISTANCES; k++)
            add_row(g->distance + (k * PL_N_DISTANCE_BINS + step->view.distance[k]) * h, row, h);
    }
    const float *x = worker->x[shape->n_layers];
    matrix_multiply_add(g->slot, f, (MatrixView){x, 1, d}, dslots, f, d, f, worker->n_toks);
    float *slot_transposed = floats(worker, d * f);
    matrix_transpose(slot_transposed, p->slot, d, f);
    matrix_multiply_add(dx, d, (MatrixView){dslots, f, 1}, slot_transposed, d, worker->n_toks, d,
                        f);
}

/* ---- learning to tag ------------------------------------------------------------------------ */

/* Scores to the gradient of the loss, weighted; returns the loss. */
static double softmax_gradient(float *scores, int n, int gold, float weight)
{
    float top = scores[best_of(scores, n)];
    double sum = 0;
    double gold_score = (double)(scores[gold] - top);
    for (int i = 0; i < n; i++)
        sum += scores[i] = expf(scores[i] - top);
    for (int i = 0; i < n; i++)
        scores[i] *= weight / (float)sum;
    scores[gold] -= weight;
    return log(sum) - gold_score;
}

/* The same where the gold tag is one of O and those of MISC: their probabilities count together. */
static double not_main_gradient(float *scores)
{
    static const int good[] = {PL_NAME_TAG_O, PL_NAME_TAG_B + PL_NAME_MISC,
                               PL_NAME_TAG_I + PL_NAME_MISC};
    enum { N_GOOD = sizeof good / sizeof *good };
    float top = scores[best_of(scores, PL_N_NAME_TAGS)];
    double sum = 0;
    double good_sum = 0;
    for (int i = 0; i < PL_N_NAME_TAGS; i++)
        sum += scores[i] = expf(scores[i] - top);
    for (int i = 0; i < N_GOOD; i++)
        good_sum += scores[good[i]];
    if (good_sum < 1e-30) good_sum = 1e-30;
    float shares[N_GOOD];
    for (int i = 0; i < N_GOOD; i++)
        shares[i] = scores[good[i]] / (float)good_sum;
    for (int i = 0; i < PL_N_NAME_TAGS; i++)
        scores[i] /= (float)sum;
    for (int i = 0; i < N_GOOD; i++)
        scores[good[i]] -= shares[i];
    return log(sum) - log(good_sum);
}

static void clear(float *at, int n)
{
    memset(at, 0, (size_t)n * sizeof *at);
}

static void tag_backward(Worker *worker, const Sentence *const *sentences, size_t n_sentences,
                         bool names_only, float *dx, Losses *losses)
{
    const Shape *shape = &worker->network->shape;
    const Params *p = &worker->network->params;
    Params *g = &worker->gradients;
    size_t d = shape->dim;
    size_t t = 0;
    for (size_t s = 0; s < n_sentences; s++)
        for (int32_t i = 0; i < sentences[s]->n; i++, t++) {
            const Word *word = &sentences[s]->words[i];
            float *row = worker->heads + t * N_HEAD_COLUMNS;
            clear(row + N_HEADS, N_HEAD_COLUMNS - N_HEADS);
            if (sentences[s]->has_tree && !names_only) {
                losses->tags += softmax_gradient(row + HEAD_UPOS, PL_N_UPOS, word->upos, 1.0f);
                losses->tags += softmax_gradient(row + HEAD_XPOS, PL_N_XPOS, word->xpos, 1.0f);
            } else {
                clear(row + HEAD_UPOS, PL_N_UPOS + PL_N_XPOS);
            }
            if (sentences[s]->has_names && word->name >= 0)
                losses->names +=
                    softmax_gradient(row + HEAD_NAME, PL_N_NAME_TAGS, word->name, 1.0f);
            else if (sentences[s]->has_names && word->name == NAME_NOT_MAIN)
                losses->names += not_main_gradient(row + HEAD_NAME);
            else
                clear(row + HEAD_NAME, PL_N_NAME_TAGS);
            add_row(g->head_bias, row, N_HEAD_COLUMNS);
        }
    matrix_multiply_add(g->head, N_HEAD_COLUMNS, (MatrixView){worker->x[shape->n_layers], 1, d},
                        worker->heads, N_HEAD_COLUMNS, d, N_HEAD_COLUMNS, worker->n_toks);
    float *transposed = floats(worker, d * N_HEAD_COLUMNS);
    matrix_transpose(transposed, p->head, d, N_HEAD_COLUMNS);
    matrix_multiply_add(dx, d, (MatrixView){worker->heads, N_HEAD_COLUMNS, 1}, transposed, d,
                        worker->n_toks, d, N_HEAD_COLUMNS);
}

/* dx: of x[l + 1] on the way in, of x[l] on the way out. */
static void convolve_backward(Worker *worker, size_t l, float *dx)
{
    const Shape *shape = &worker->network->shape;
    const Params *p = &worker->network->params;
    Params *g = &worker->gradients;
    size_t d = shape->dim;
    size_t n = worker->n_toks;
    float *dz = floats(worker, n * d);
    for (size_t i = 0; i < n * d; i++)
        dz[i] = dx[i] * worker->active[l][i];
    for (size_t t = 0; t < n; t++)
        add_row(g->conv_bias[l], dz + t * d, d);
    matrix_multiply_add(g->conv[l], d, (MatrixView){worker->window[l], 1, 3 * d}, dz, d, 3 * d, d,
                        n);
    float *transposed = floats(worker, 3 * d * d);
    float *dwindow = floats(worker, n * 3 * d);
    matrix_transpose(transposed, p->conv[l], 3 * d, d);
    matrix_multiply_add(dwindow, 3 * d, (MatrixView){dz, d, 1}, transposed, 3 * d, n, 3 * d, d);
    for (size_t t = 0; t < n; t++)
        for (int side = -1; side <= 1; side++) {
            size_t seen;
            if (window_tok(&worker->places[t], t, side, shape->dilation[l], &seen))
                add_row(dx + seen * d, dwindow + (t * 3 + (size_t)(side + 1)) * d, d);
        }
}

static void embed_backward(Worker *worker, float *dx)
{
    const Shape *shape = &worker->network->shape;
    Params *g = &worker->gradients;
    size_t d = shape->dim;
    size_t v = shape->vector_dim;
    for (size_t i = 0; i < worker->n_toks * d; i++)
        dx[i] *= worker->input_mask[i];
    float *vectors = gather_vectors(worker);
    matrix_multiply_add(g->project, d, (MatrixView){vectors, 1, v}, dx, d, v, d, worker->n_toks);
    for (size_t t = 0; t < worker->n_toks; t++)
        add_row(g->shape + (size_t)worker->places[t].shape * d, dx + t * d, d);
}

void worker_learn(Worker *worker, const Sentence *const *sentences, size_t n_sentences,
                  const Dropout *dropout, Losses *losses)
{
    const Shape *shape = &worker->network->shape;
    memset(worker->gradients.dense, 0, worker->gradients.n_dense * sizeof(float));
    encode(worker, sentences, n_sentences, dropout);
    reserve_steps(worker, sentences, n_sentences);
    size_t first = 0;
    for (size_t s = 0; s < n_sentences; s++) {
        if (sentences[s]->has_tree && !dropout->names_only)
            losses->parse += learn_sentence(worker, sentences[s], first, dropout);
        first += (size_t)sentences[s]->n;
    }
    losses->n_toks += worker->n_toks;
    float *dx = floats(worker, worker->n_toks * shape->dim);
    parse_backward(worker, dx);
    tag_backward(worker, sentences, n_sentences, dropout->names_only, dx, losses);
    worker->dx0 = dx;
    if (dropout->names_only) return;
    for (size_t l = shape->n_layers; l-- > 0;)
        convolve_backward(worker, l, dx);
    embed_backward(worker, dx);
}

void worker_scatter(Worker *worker, Params *gradients, uint8_t *touched_words,
                    uint8_t *touched_affixes)
{
    size_t d = worker->network->shape.dim;
    for (size_t t = 0; t < worker->n_toks; t++) {
        const Place *place = &worker->places[t];
        const float *row = worker->dx0 + t * d;
        if (place->word->vocabulary >= 0 && place->keeps_word) {
            touched_words[place->word->vocabulary] = 1;
            add_row(gradients->word + (size_t)place->word->vocabulary * d, row, d);
        }
        for (uint32_t i = 0; i < place->word->n_affixes; i++) {
            touched_affixes[place->word->affixes[i]] = 1;
            add_row(gradients->affix + (size_t)place->word->affixes[i] * d, row, d);
        }
    }
}

/* ---- answering ------------------------------------------------------------------------------ */

static void answer_tree(Worker *worker, int32_t n, size_t first, Answer *answers)
{
    float scores[N_ACTION_COLUMNS];
    PlState state;
    pl_state_alloc(&worker->arena, &state, n);
    pl_state_start(&state, n);
    while (!pl_state_done(&state)) {
        Step step = {.first = first, .n = n};
        float *hidden = worker->hidden + worker->n_steps++ * worker->network->shape.hidden;
        pl_state_view(&state, &step.view);
        hidden_of(worker, &step, hidden);
        for (size_t j = 0; j < worker->network->shape.hidden; j++)
            if (hidden[j] < 0) hidden[j] = 0;
        score_actions(worker, hidden, scores);
        pl_state_apply(&state, best_legal(scores, pl_state_legal(&state)));
    }
    for (int32_t i = 0; i < n; i++) {
        answers[i].head = state.head[i];
        answers[i].deprel = state.deprel[i];
    }
}

void worker_answer(Worker *worker, const Sentence *const *sentences, size_t n_sentences,
                   Answer *answers)
{
    encode(worker, sentences, n_sentences, NULL);
    for (size_t t = 0; t < worker->n_toks; t++) {
        const float *row = worker->heads + t * N_HEAD_COLUMNS;
        answers[t].upos = (uint8_t)best_of(row + HEAD_UPOS, PL_N_UPOS);
        answers[t].xpos = worker->xpos[t];
        answers[t].name = (int8_t)best_of(row + HEAD_NAME, PL_N_NAME_TAGS);
    }
    worker->hidden = floats(worker, 2 * worker->n_toks * worker->network->shape.hidden);
    size_t first = 0;
    for (size_t s = 0; s < n_sentences; s++) {
        answer_tree(worker, sentences[s]->n, first, answers + first);
        first += (size_t)sentences[s]->n;
    }
}

const float *worker_rows(const Worker *worker, size_t layer, size_t *n)
{
    *n = worker->n_toks;
    return worker->x[layer];
}

const float *worker_hidden(const Worker *worker, size_t *n)
{
    *n = worker->n_steps;
    return worker->hidden;
}
