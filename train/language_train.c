/* language_train: trains the tagger, the parser and the name tagger, which share one encoder.
 *
 *   language_train --data FOLDER --vectors FILE --out CHECKPOINT --log FILE [options]
 */
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "checkpoint.h"
#include "names_corpus.h"
#include "vectors.h"
#include "word_rows.h"

enum { MAX_THREADS = 16, ANSWER_BATCH = 16 };

typedef struct Options {
    const char *data;
    const char *vectors;
    const char *out;
    const char *log;
    const char *start;   /* a checkpoint to go on from; NULL = from random numbers */
    const char *without; /* "ewt" or "gum": leave that treebank out of training */
    unsigned long epochs;
    unsigned long threads;
    unsigned long seed;
    unsigned long dim;
    unsigned long hidden;
    unsigned long batch_toks;
    unsigned long vector_words;
    unsigned long layers;
    unsigned long names; /* 0: leave the names corpora out */
    bool names_only;     /* learn the name head and nothing else */
    float rate;
    float drop_input;
    float drop_layer;
    float drop_hidden;
} Options;

typedef struct Training {
    Options options;
    PlArena arena;
    Vectors vectors;
    PlSymbols vocabulary;
    Network network;
    Treebank train[2];
    Treebank dev[2];
    NamesCorpus names;
    PL_VEC(const Sentence *) sentences; /* of an epoch, shuffled */
    Params first;                       /* Adam's moments */
    Params second;
    Params gradients; /* of a whole batch */
    uint8_t *touched_words;
    uint8_t *touched_affixes;
    Worker *workers[MAX_THREADS];
    Random random;
    size_t step;
    size_t n_steps;
    FILE *log;
} Training;

static const char *const train_files[2] = {"ud-ewt/en_ewt-ud-train.conllu",
                                           "gum/gum-clean-train.conllu"};
static const char *const dev_files[2] = {"ud-ewt/en_ewt-ud-dev.conllu", "gum/gum-clean-dev.conllu"};
static const char *const treebank_names[2] = {"ewt", "gum"};

/* ---- data ----------------------------------------------------------------------------------- */

static const char *below(Training *training, const char *file)
{
    return pl_arena_format(&training->arena, "%s/%s", training->options.data, file).ptr;
}

static PlWordKey key_of(const PlTokens *tokens, uint32_t tok)
{
    return pl_word_key(tokens->lower[tok]);
}

/* Words seen twice get a row; the rest learn through their vectors and affixes. */
static void find_vocabulary(Training *training)
{
    PlSymbols all = {0};
    uint32_t capacity = 1u << 20;
    uint32_t *counts = pl_arena_array(&training->arena, uint32_t, capacity);
    for (int i = 0; i < 2; i++)
        for (uint32_t tok = 0; tok < training->train[i].tokens.n_tokens; tok++) {
            PlWordKey key = key_of(&training->train[i].tokens, tok);
            counts[pl_symbols_intern(&training->arena, &all, (PlSlice){key.bytes, key.len})]++;
        }
    for (uint32_t i = 0; i < all.names.n; i++)
        if (counts[i] >= 2)
            pl_symbols_intern(&training->arena, &training->vocabulary, all.names.items[i]);
    for (int i = 0; i < 2; i++)
        for (uint32_t s = 0; s < training->train[i].sentences.n; s++) {
            Sentence *sentence = &training->train[i].sentences.items[s];
            for (int32_t w = 0; w < sentence->n; w++) {
                PlWordKey key =
                    key_of(&training->train[i].tokens, sentence->first_tok + (uint32_t)w);
                sentence->words[w].count =
                    counts[pl_symbols_find(&all, (PlSlice){key.bytes, key.len})];
            }
        }
}

/* Words that training never saw count as seen once. */
static void find_rows(Training *training, const PlTokens *tokens, Sentence *sentences, uint32_t n)
{
    word_rows_find(tokens, sentences, n, &training->vocabulary, &training->vectors,
                   (uint32_t)training->options.vector_words);
    for (uint32_t s = 0; s < n; s++)
        for (int32_t w = 0; w < sentences[s].n; w++)
            if (sentences[s].words[w].count == 0) sentences[s].words[w].count = 1;
}

static void read_data(Training *training)
{
    PlArena *arena = &training->arena;
    vectors_read(arena, training->options.vectors, &training->vectors);
    for (int i = 0; i < 2; i++) {
        treebank_read(arena, below(training, train_files[i]), &training->train[i]);
        treebank_read(arena, below(training, dev_files[i]), &training->dev[i]);
    }
    names_corpus_read(arena, training->options.data, &training->names);
    names_corpus_mark(arena, below(training, "uner-ewt/en_ewt-ud-train.iob2"), &training->train[0]);
    names_corpus_mark(arena, below(training, "uner-ewt/en_ewt-ud-dev.iob2"), &training->dev[0]);
    find_vocabulary(training);
    for (int i = 0; i < 2; i++) {
        Treebank *train = &training->train[i];
        Treebank *dev = &training->dev[i];
        find_rows(training, &train->tokens, train->sentences.items, train->sentences.n);
        find_rows(training, &dev->tokens, dev->sentences.items, dev->sentences.n);
    }
    find_rows(training, &training->names.tokens, training->names.sentences.items,
              training->names.sentences.n);
}

/* ---- Adam ----------------------------------------------------------------------------------- */

typedef struct Rate {
    float step;
    float scale; /* of the gradient */
} Rate;

static void adam(float *at, float *gradient, float *first, float *second, size_t n, Rate rate)
{
    for (size_t i = 0; i < n; i++) {
        float g = gradient[i] * rate.scale;
        first[i] = 0.9f * first[i] + 0.1f * g;
        second[i] = 0.99f * second[i] + 0.01f * g * g;
        at[i] -= rate.step * first[i] / (sqrtf(second[i]) + 1e-8f);
        gradient[i] = 0;
    }
}

static void adam_rows(Params *p, Training *training, uint8_t *touched, size_t n_rows, size_t offset,
                      Rate rate)
{
    size_t d = training->network.shape.dim;
    for (size_t row = 0; row < n_rows; row++) {
        if (!touched[row]) continue;
        touched[row] = 0;
        size_t at = offset + row * d;
        adam(p->block + at, training->gradients.block + at, training->first.block + at,
             training->second.block + at, d, rate);
    }
}

static float rate_now(const Training *training)
{
    enum { WARM_UP = 200 };
    if (training->step < WARM_UP)
        return training->options.rate * (float)(training->step + 1) / WARM_UP;
    float done = (float)training->step / (float)training->n_steps;
    return training->options.rate * (0.01f + 0.99f * 0.5f * (1.0f + cosf(3.14159265f * done)));
}

static void update(Training *training, size_t n_toks)
{
    Params *p = &training->network.params;
    const Shape *shape = &training->network.shape;
    Rate rate = {rate_now(training), 1.0f / (float)n_toks};
    size_t n_dense = p->n_dense;
    size_t at = (size_t)(p->dense - p->block);
    for (unsigned long t = 0; t < training->options.threads; t++) {
        Params *g = worker_gradients(training->workers[t]);
        for (size_t i = 0; i < n_dense; i++)
            training->gradients.dense[i] += g->dense[i];
        if (!training->options.names_only)
            worker_scatter(training->workers[t], &training->gradients, training->touched_words,
                           training->touched_affixes);
    }
    adam(p->block + at, training->gradients.block + at, training->first.block + at,
         training->second.block + at, n_dense, rate);
    adam_rows(p, training, training->touched_words, shape->n_words, 0, rate);
    adam_rows(p, training, training->touched_affixes, PL_N_AFFIX_ROWS, shape->n_words * shape->dim,
              rate);
    training->step++;
}

/* ---- an epoch ------------------------------------------------------------------------------- */

typedef struct Share {
    Worker *worker;
    const Sentence *const *sentences;
    size_t n_sentences;
    const Dropout *dropout;
    Losses losses;
} Share;

static void *learn_share(void *context)
{
    Share *share = context;
    worker_learn(share->worker, share->sentences, share->n_sentences, share->dropout,
                 &share->losses);
    return NULL;
}

static void shuffle(Training *training)
{
    for (uint32_t i = training->sentences.n; i > 1; i--) {
        uint32_t j = random_below(&training->random, i);
        const Sentence *swap = training->sentences.items[i - 1];
        training->sentences.items[i - 1] = training->sentences.items[j];
        training->sentences.items[j] = swap;
    }
}

/* Sentences from `from` on, of about `most` tokens. */
static size_t take_share(const Training *training, size_t from, size_t most)
{
    size_t n = 0;
    size_t i = from;
    while (i < training->sentences.n && n < most)
        n += (size_t)training->sentences.items[i++]->n;
    return i;
}

static Losses learn_epoch(Training *training, const Dropout *dropout)
{
    unsigned long n_threads = training->options.threads;
    size_t share_toks = training->options.batch_toks / n_threads;
    Losses total = {0};
    shuffle(training);
    for (size_t at = 0; at < training->sentences.n;) {
        Share shares[MAX_THREADS] = {0};
        pthread_t threads[MAX_THREADS];
        size_t n_toks = 0;
        for (unsigned long t = 0; t < n_threads; t++) {
            size_t end = take_share(training, at, share_toks);
            shares[t] = (Share){training->workers[t],
                                training->sentences.items + at,
                                end - at,
                                dropout,
                                {.n_toks = 0}};
            at = end;
            if (t) pthread_create(&threads[t], NULL, learn_share, &shares[t]);
        }
        learn_share(&shares[0]);
        for (unsigned long t = 0; t < n_threads; t++) {
            if (t) pthread_join(threads[t], NULL);
            n_toks += shares[t].losses.n_toks;
            total.parse += shares[t].losses.parse;
            total.tags += shares[t].losses.tags;
            total.names += shares[t].losses.names;
        }
        total.n_toks += n_toks;
        update(training, n_toks);
    }
    return total;
}

/* ---- scores --------------------------------------------------------------------------------- */

typedef struct Scores {
    double upos, xpos, uas, las, full_las;
    NameScores names;
} Scores;

/* Universal relations: the label without what follows its colon. */
static bool same_relation(uint8_t a, uint8_t b)
{
    const char *x = pl_deprel_names[a];
    const char *y = pl_deprel_names[b];
    return strcspn(x, ":") == strcspn(y, ":") && strncmp(x, y, strcspn(x, ":")) == 0;
}

static Scores score(Training *training, Worker *worker, const Treebank *treebank)
{
    size_t n = 0;
    size_t upos = 0, xpos = 0, uas = 0, las = 0, full = 0;
    NameCounts counts = {0};
    for (uint32_t s = 0; s < treebank->sentences.n; s += ANSWER_BATCH) {
        const Sentence *batch[ANSWER_BATCH];
        uint32_t n_batch = 0;
        size_t n_toks = 0;
        for (; n_batch < ANSWER_BATCH && s + n_batch < treebank->sentences.n; n_batch++) {
            batch[n_batch] = &treebank->sentences.items[s + n_batch];
            n_toks += (size_t)batch[n_batch]->n;
        }
        Answer *answers = calloc(n_toks, sizeof *answers);
        worker_answer(worker, batch, n_batch, answers);
        const Answer *answer = answers;
        for (uint32_t b = 0; b < n_batch; b++) {
            if (batch[b]->has_names) names_count(batch[b], answer, &counts);
            for (int32_t w = 0; w < batch[b]->n; w++, answer++) {
                const Word *word = &batch[b]->words[w];
                bool head = answer->head == word->head;
                n++;
                upos += answer->upos == word->upos;
                xpos += answer->xpos == word->xpos;
                uas += head;
                las += head && same_relation(answer->deprel, word->deprel);
                full += head && answer->deprel == word->deprel;
            }
        }
        free(answers);
    }
    (void)training;
    double percent = 100.0 / (double)n;
    return (Scores){(double)upos * percent, (double)xpos * percent, (double)uas * percent,
                    (double)las * percent,  (double)full * percent, names_score(&counts)};
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void report(Training *training, unsigned long epoch, const Losses *losses, double began)
{
    char line[512];
    double n = (double)losses->n_toks;
    int len = snprintf(line, sizeof line, "%lu\t%.0f\t%.4f\t%.4f\t%.4f", epoch, seconds() - began,
                       losses->tags / n, losses->names / n, losses->parse / n);
    for (int i = 0; i < 2; i++) {
        Scores s = score(training, training->workers[0], &training->dev[i]);
        len += snprintf(line + len, sizeof line - (size_t)len, "\t%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f",
                        treebank_names[i], s.upos, s.xpos, s.uas, s.las, s.full_las);
        if (i == 0) len += snprintf(line + len, sizeof line - (size_t)len, "\t%.2f", s.names.f1);
    }
    printf("%s\n", line);
    fflush(stdout);
    fprintf(training->log, "%s\n", line);
    fflush(training->log);
}

/* ---- the program ---------------------------------------------------------------------------- */

/* Goes on from a checkpoint of the same treebanks: their vocabulary is the checkpoint's. */
static void start_from(Training *training)
{
    PlSymbols vocabulary = {0};
    Network saved = {0};
    checkpoint_read(&training->arena, training->options.start, &saved, &vocabulary);
    if (vocabulary.names.n != training->vocabulary.names.n) {
        fprintf(stderr, "%s: made from other treebanks\n", training->options.start);
        exit(1);
    }
    training->network.shape = saved.shape;
    training->network.params = saved.params;
}

static void set_up(Training *training)
{
    const Options *o = &training->options;
    training->network.shape = (Shape){.dim = o->dim,
                                      .hidden = o->hidden,
                                      .n_layers = o->layers,
                                      .n_words = training->vocabulary.names.n,
                                      .n_vectors = training->vectors.n_words,
                                      .vector_dim = training->vectors.n_dims};
    /* Wider with each layer; an extra layer looks at neighbours once more. */
    for (size_t l = 0; l < o->layers; l++)
        training->network.shape.dilation[o->layers - 1 - l] = l < 2 ? 4u >> l : 1u;
    training->network.vectors = training->vectors.values;
    const Shape *shape = &training->network.shape;
    training->random.state = o->seed;
    if (o->start) {
        start_from(training);
    } else {
        params_alloc(&training->network.params, shape);
        params_init(&training->network.params, shape, &training->random);
    }
    params_alloc(&training->first, shape);
    params_alloc(&training->second, shape);
    params_alloc(&training->gradients, shape);
    training->touched_words = pl_arena_array(&training->arena, uint8_t, shape->n_words);
    training->touched_affixes = pl_arena_array(&training->arena, uint8_t, PL_N_AFFIX_ROWS);
    for (unsigned long t = 0; t < o->threads; t++)
        training->workers[t] = worker_new(&training->network, o->seed * 1000 + t);
    size_t n_toks = 0;
    for (int i = 0; i < 2; i++)
        for (uint32_t s = 0; s < training->train[i].sentences.n; s++) {
            if (o->without && strcmp(o->without, treebank_names[i]) == 0) continue;
            *pl_vec_push(&training->arena, &training->sentences) =
                &training->train[i].sentences.items[s];
            n_toks += (size_t)training->train[i].sentences.items[s].n;
        }
    for (uint32_t s = 0; o->names && s < training->names.sentences.n; s++) {
        *pl_vec_push(&training->arena, &training->sentences) = &training->names.sentences.items[s];
        n_toks += (size_t)training->names.sentences.items[s].n;
    }
    training->n_steps = o->epochs * (n_toks / o->batch_toks);
}

static void parse_options(int argc, char **argv, Options *o)
{
    *o = (Options){.epochs = 30,
                   .threads = 1,
                   .seed = 1,
                   .dim = 128,
                   .hidden = 128,
                   .batch_toks = 800,
                   .vector_words = 60000,
                   .layers = 4,
                   .names = 1,
                   .rate = 0.002f,
                   .drop_input = 0.3f,
                   .drop_layer = 0.3f,
                   .drop_hidden = 0.3f};
    for (int i = 1; i + 1 < argc; i += 2) {
        const char *name = argv[i];
        const char *value = argv[i + 1];
        if (!strcmp(name, "--data"))
            o->data = value;
        else if (!strcmp(name, "--vectors"))
            o->vectors = value;
        else if (!strcmp(name, "--out"))
            o->out = value;
        else if (!strcmp(name, "--log"))
            o->log = value;
        else if (!strcmp(name, "--start"))
            o->start = value;
        else if (!strcmp(name, "--learn"))
            o->names_only = strcmp(value, "names") == 0;
        else if (!strcmp(name, "--without"))
            o->without = value;
        else if (!strcmp(name, "--epochs"))
            o->epochs = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--threads"))
            o->threads = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--seed"))
            o->seed = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--dim"))
            o->dim = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--hidden"))
            o->hidden = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--batch"))
            o->batch_toks = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--names"))
            o->names = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--layers"))
            o->layers = strtoul(value, NULL, 10);
        else if (!strcmp(name, "--drop-input"))
            o->drop_input = strtof(value, NULL);
        else if (!strcmp(name, "--drop-layer"))
            o->drop_layer = strtof(value, NULL);
        else if (!strcmp(name, "--drop-hidden"))
            o->drop_hidden = strtof(value, NULL);
        else if (!strcmp(name, "--rate"))
            o->rate = strtof(value, NULL);
        else {
            fprintf(stderr, "unknown option %s\n", name);
            exit(2);
        }
    }
    if (!o->data || !o->vectors || !o->out || !o->log || o->threads < 1 ||
        o->threads > MAX_THREADS) {
        fprintf(stderr, "usage: language_train --data FOLDER --vectors FILE --out CHECKPOINT "
                        "--log FILE [--epochs N] [--threads N] [--seed N] [--dim N] [--hidden N] "
                        "[--layers N] [--batch N] [--rate X] [--drop-input X] [--drop-layer X] "
                        "[--drop-hidden X] [--names 0|1] [--without ewt|gum] "
                        "[--start CHECKPOINT] [--learn all|names]\n");
        exit(2);
    }
}

int main(int argc, char **argv)
{
    static Training training;
    /* Batches come and go: keep their memory instead of giving it back each time. */
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    parse_options(argc, argv, &training.options);
    pl_arena_init(&training.arena, 0);
    read_data(&training);
    set_up(&training);
    training.log = fopen(training.options.log, "w");
    if (!training.log) {
        perror(training.options.log);
        return 1;
    }
    fprintf(training.log,
            "epoch\tseconds\ttag_loss\tname_loss\tparse_loss\ttreebank\tupos\txpos\t"
            "uas\tlas\tfull_las\tnames_f1\ttreebank\tupos\txpos\tuas\tlas\tfull_las\n");
    double began = seconds();
    for (unsigned long epoch = 1; epoch <= training.options.epochs; epoch++) {
        Dropout dropout = {.input = training.options.drop_input,
                           .layer = training.options.drop_layer,
                           .hidden = training.options.drop_hidden,
                           .word = 0.25f,
                           .vector = 0.1f,
                           .recase = 0.05f,
                           .explore = epoch == 1 ? 0.0f : 0.5f,
                           .names_only = training.options.names_only};
        Losses losses = learn_epoch(&training, &dropout);
        report(&training, epoch, &losses, began);
        checkpoint_write(training.options.out, &training.network, &training.vocabulary);
    }
    fclose(training.log);
    return 0;
}
