/* Network: the shared encoder, its tag heads and the parser, with their gradients.
 *
 *   word + vector projected + affixes + shape          x0 (N, dim)
 *   x[l+1] = x[l] + relu(window(x[l]) conv[l])         window: token - dilation, token, + dilation
 *   x[L] head                                          upos, xpos and name scores
 *   x[L] slot                                          (N, n_full_slots * hidden), once a token
 *   relu(sum over the slots of a state) action         scores of the parser's next step
 *
 * One block of floats holds all parameters; Params names its parts. A Worker holds what one thread
 * needs for a part of a batch.
 */
#ifndef PL_TRAIN_NETWORK_H
#define PL_TRAIN_NETWORK_H

#include "random.h"
#include "syntax/names_labels.h"
#include "syntax/transition.h"
#include "treebank.h"

enum {
    MAX_LAYERS = 6,
    HEAD_UPOS = 0,
    HEAD_XPOS = HEAD_UPOS + PL_N_UPOS,
    HEAD_NAME = HEAD_XPOS + PL_N_XPOS,
    N_HEADS = HEAD_NAME + PL_N_NAME_TAGS,
    N_HEAD_COLUMNS = (N_HEADS + 31) / 32 * 32,
    N_ACTION_COLUMNS = (PL_N_ACTIONS + 31) / 32 * 32
};

typedef struct Shape {
    size_t dim;    /* of a token, a multiple of 32 */
    size_t hidden; /* of the parser, a multiple of 32 */
    size_t n_layers;
    size_t dilation[MAX_LAYERS];
    size_t n_words;   /* rows of the word table */
    size_t n_vectors; /* rows of the word vectors */
    size_t vector_dim;
} Shape;

typedef struct Params {
    float *word;                  /* (n_words, dim) */
    float *affix;                 /* (PL_N_AFFIX_ROWS, dim) */
    float *dense;                 /* where the parts below begin */
    float *shape;                 /* (PL_N_SHAPES, dim) */
    float *project;               /* (vector_dim, dim) */
    float *conv[MAX_LAYERS];      /* (3 * dim, dim) */
    float *conv_bias[MAX_LAYERS]; /* (dim) */
    float *head;                  /* (dim, N_HEAD_COLUMNS) */
    float *head_bias;             /* (N_HEAD_COLUMNS) */
    float *slot;                  /* (dim, n_full_slots * hidden) */
    float *slot_none;             /* (2, n_slots * hidden): no token, the root */
    float *tag;                   /* (PL_N_XPOS, n_slots * hidden) */
    float *label;                 /* (n_label_slots, PL_N_DEPREL + 1, hidden) */
    float *distance;              /* (n_distances, n_distance_bins, hidden) */
    float *hidden_bias;           /* (hidden) */
    float *action;                /* (hidden, N_ACTION_COLUMNS) */
    float *action_bias;           /* (N_ACTION_COLUMNS) */
    float *block;
    size_t n_dense;
    size_t n_all;
} Params;

typedef struct Network {
    Shape shape;
    Params params;
    const float *vectors; /* (n_vectors, vector_dim), fixed */
} Network;

typedef struct Dropout {
    float input;
    float layer;
    float hidden;
    float word;      /* a word seen c times loses its row with probability word / (word + c) */
    float vector;    /* a token loses its vector */
    float recase;    /* a sentence is lower-cased, capitalised or put in headline style */
    float explore;   /* the parser follows its own choice */
    bool names_only; /* learn the name head and nothing else: all other gradients are 0 */
} Dropout;

typedef struct Losses {
    double tags;
    double names;
    double parse;
    size_t n_toks;
} Losses;

/* What the network says of a sentence; head n = root. */
typedef struct Answer {
    uint8_t upos;
    uint8_t xpos;
    uint8_t deprel;
    int8_t name;
    int32_t head;
} Answer;

typedef struct Worker Worker;

void params_alloc(Params *params, const Shape *shape);
void params_free(Params *params);
void params_init(Params *params, const Shape *shape, Random *random);

Worker *worker_new(const Network *network, uint64_t seed);
void worker_free(Worker *worker);
/* Gradients of the sentences' losses: added to worker_gradients' dense part; of the rows of word
 * and affix they wait for worker_scatter. */
void worker_learn(Worker *worker, const Sentence *const *sentences, size_t n_sentences,
                  const Dropout *dropout, Losses *losses);
Params *worker_gradients(Worker *worker);
/* Not after names_only. Adds the row gradients to `gradients` and lists the rows touched for the
 * first time (a mark of 0 in `touched`, set to 1). */
void worker_scatter(Worker *worker, Params *gradients, uint8_t *touched_words,
                    uint8_t *touched_affixes);
/* answers: one row a word, sentence after sentence. */
void worker_answer(Worker *worker, const Sentence *const *sentences, size_t n_sentences,
                   Answer *answers);
/* What the last worker_answer made on its way: the rows after `layer` layers (n, dim), and the
 * parser's hidden units at each step (n, hidden). Borrowed until the worker's next call. */
const float *worker_rows(const Worker *worker, size_t layer, size_t *n);
const float *worker_hidden(const Worker *worker, size_t *n);

#endif
