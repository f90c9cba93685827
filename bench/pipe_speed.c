/* Times what Parley does inside one process: no JSON, no store.
 *
 * usage: pipe_speed FILE                the language engine, text to names, one thread
 *        pipe_speed --threads N FILE    the same with N threads, a document at a time each
 *        pipe_speed --layers FILE       every layer for itself, one thread
 *        pipe_speed --load MODEL        the model, mapped from its file and looked through
 * FILE: documents separated by a byte 0x1e
 * protocol (the same for every peer, see bench/peers): prints "ready" once the models are loaded;
 * then for each line on standard input goes once over all documents and prints
 * "<seconds> <words> <tokens>", words as wc counts them. With --layers a line a layer comes before:
 * "<layer> <seconds>", of processor time, which other programs disturb less; the tokens are
 * followed by sentences and documents. With --load it loads once a line and prints "<seconds>".
 */
#include "base/pool.h"
#include "nn/model_file.h"
#include "pipeline/annotation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static PlSlice read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    size_t len = 0;
    size_t capacity = 1 << 20;
    char *bytes = malloc(capacity);
    size_t n;
    while (bytes && (n = fread(bytes + len, 1, capacity - len, file)) > 0) {
        len += n;
        if (len == capacity) bytes = realloc(bytes, capacity *= 2);
    }
    fclose(file);
    if (!bytes) exit(1);
    return (PlSlice){bytes, len};
}

static uint64_t count_words(PlSlice text)
{
    uint64_t n = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool space = (unsigned char)text.ptr[i] <= ' ';
        n += inside && space;
        inside = !space;
    }
    return n + inside;
}

static double seconds_of(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

typedef enum Layer { ENGINE, MENTION, EVENT, QUOTE, TALKS, CLAIM, N_LAYERS } Layer;

static const char *const layer_names[N_LAYERS] = {"engine", "mention", "event",
                                                  "quote",  "talks",   "claim"};

/* One thread's. */
typedef struct Run {
    PlArena arena;
    const ParleyModel *model;
    bool with_layers;
    PlSlice document;
    uint64_t n_tokens;
    uint64_t n_sentences;
    uint64_t n_documents;
    double seconds[N_LAYERS];
} Run;

/* Adds the time since `*start` to the layer's, and starts anew. */
static void stop(Run *run, Layer layer, double *start)
{
    double now = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    run->seconds[layer] += now - *start;
    *start = now;
}

static void read_document(void *context)
{
    Run *run = context;
    PlAnnotation a = {0};
    PlMetadata metadata = {0};
    double start = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    pl_article_find(&run->arena, run->document, &metadata, &a.article);
    pl_tokens_find(&run->arena, &a.article, &a.tokens);
    pl_syntax_analyse(&run->arena, run->model->syntax, &a.tokens, &a.syntax);
    run->n_tokens += a.tokens.n_tokens;
    run->n_sentences += a.tokens.n_sents;
    run->n_documents++;
    stop(run, ENGINE, &start);
    if (!run->with_layers) return;
    pl_mentions_find(&run->arena, run->model->mention, &a.article, &a.tokens, &a.syntax,
                     &a.mentions);
    stop(run, MENTION, &start);
    pl_events_find(&run->arena, run->model->event, &a.article, &a.tokens, &a.syntax, &a.mentions,
                   &a.events);
    stop(run, EVENT, &start);
    pl_quotes_find(&run->arena, run->model->quote, &a.article, &a.tokens, &a.syntax, &a.mentions,
                   &a.quotes);
    stop(run, QUOTE, &start);
    pl_talks_find(&run->arena, run->model->talks, &a.article, &a.tokens, &a.syntax, &a.mentions,
                  &a.talks);
    stop(run, TALKS, &start);
    pl_claims_find(&run->arena, run->model->things,
                   &(PlClaimSources){&a.article, &a.tokens, &a.syntax, &a.mentions, &a.events,
                                     &a.quotes, &a.talks},
                   &a.claims);
    stop(run, CLAIM, &start);
}

typedef enum Mode { MODE_ENGINE, MODE_LAYERS, MODE_LOAD } Mode;

typedef struct Speed {
    Mode mode;
    const char *path;
    uint32_t n_threads;
    ParleyModel model;
    PL_VEC(PlSlice) documents;
    uint64_t n_words;
    Run *runs; /* [n_threads] */
} Speed;

static void start(Speed *speed, PlSlice text)
{
    speed->n_words = count_words(text);
    pl_annotation_model_load(&speed->model);
    PlSlice document;
    while (pl_slice_next(&text, 0x1e, &document))
        *pl_vec_push(&speed->model.arena, &speed->documents) = document;
    speed->runs = pl_arena_array(&speed->model.arena, Run, speed->n_threads);
    for (uint32_t i = 0; i < speed->n_threads; i++) {
        speed->runs[i].model = &speed->model;
        speed->runs[i].with_layers = speed->mode == MODE_LAYERS;
        pl_arena_init(&speed->runs[i].arena, 0);
    }
}

static void work(void *context, uint32_t thread, uint32_t item, uint32_t slot)
{
    (void)slot;
    Speed *speed = context;
    Run *run = &speed->runs[thread];
    run->document = speed->documents.items[item];
    pl_arena_reset(&run->arena);
    if (!pl_arena_run(&run->arena, read_document, run)) abort();
}

static bool take(void *context, uint32_t item, uint32_t slot)
{
    (void)context;
    (void)item;
    (void)slot;
    return true;
}

static void print_sums(const Speed *speed, double seconds)
{
    uint64_t n_tokens = 0;
    for (uint32_t i = 0; i < speed->n_threads; i++)
        n_tokens += speed->runs[i].n_tokens;
    for (uint32_t i = 0; speed->mode == MODE_LAYERS && i < N_LAYERS; i++)
        printf("%s %.6f\n", layer_names[i], speed->runs[0].seconds[i]);
    printf("%.6f %llu %llu", seconds, (unsigned long long)speed->n_words,
           (unsigned long long)n_tokens);
    if (speed->mode == MODE_LAYERS)
        printf(" %llu %llu", (unsigned long long)speed->runs[0].n_sentences,
               (unsigned long long)speed->runs[0].n_documents);
    putchar('\n');
}

static void read_all(Speed *speed)
{
    PlPoolJob job = {.work = work,
                     .take = take,
                     .context = speed,
                     .n_items = speed->documents.n,
                     .n_threads = speed->n_threads,
                     .window = 4 * speed->n_threads};
    for (uint32_t i = 0; i < speed->n_threads; i++) {
        Run *run = &speed->runs[i];
        run->n_tokens = run->n_sentences = run->n_documents = 0;
        memset(run->seconds, 0, sizeof run->seconds);
    }
    double begun = seconds_of(CLOCK_MONOTONIC);
    if (pl_pool_run(&job)) abort();
    print_sums(speed, seconds_of(CLOCK_MONOTONIC) - begun);
}

static void load(const Speed *speed)
{
    PlArena arena;
    PlSlice bytes;
    const PlSyntaxModel *model;
    ParleyError error;
    pl_arena_init(&arena, 0);
    double begun = seconds_of(CLOCK_MONOTONIC);
    bool loaded = pl_model_map(speed->path, &bytes, &error) == PARLEY_OK &&
                  pl_syntax_model_read(&arena, bytes, speed->path, &model, &error) == PARLEY_OK;
    double seconds = seconds_of(CLOCK_MONOTONIC) - begun;
    if (!loaded) {
        fprintf(stderr, "%s\n", error.message);
        exit(1);
    }
    printf("%.6f\n", seconds);
    pl_model_unmap(bytes);
    pl_arena_clear(&arena);
}

static bool read_arguments(int argc, char **argv, Speed *speed)
{
    speed->n_threads = 1;
    speed->path = argv[argc - 1];
    if (argc == 2) return argv[1][0] != '-';
    if (argc == 4 && strcmp(argv[1], "--threads") == 0) {
        speed->n_threads = (uint32_t)strtoul(argv[2], NULL, 10);
        return speed->n_threads >= 1 && speed->n_threads <= 256;
    }
    if (argc != 3) return false;
    speed->mode = strcmp(argv[1], "--layers") == 0 ? MODE_LAYERS : MODE_LOAD;
    return speed->mode == MODE_LAYERS || strcmp(argv[1], "--load") == 0;
}

int main(int argc, char **argv)
{
    Speed speed = {0};
    if (!read_arguments(argc, argv, &speed)) {
        fputs("usage: pipe_speed [--layers|--threads N] FILE\n"
              "       pipe_speed --load MODEL\n",
              stderr);
        return 2;
    }
    PlSlice text = {0};
    pl_arena_init(&speed.model.arena, 0);
    if (speed.mode != MODE_LOAD) start(&speed, text = read_file(speed.path));
    puts("ready");
    fflush(stdout);
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        if (speed.mode == MODE_LOAD)
            load(&speed);
        else
            read_all(&speed);
        fflush(stdout);
    }
    for (uint32_t i = 0; speed.runs && i < speed.n_threads; i++)
        pl_arena_clear(&speed.runs[i].arena);
    pl_arena_clear(&speed.model.arena);
    free((char *)text.ptr);
    return 0;
}
