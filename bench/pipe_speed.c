/* Times what Parley does inside one process: no JSON, no store, one thread.
 *
 * usage: pipe_speed FILE             the language engine, text to names
 *        pipe_speed --layers FILE    every layer for itself
 * FILE: documents separated by a byte 0x1e
 * protocol (the same for every peer, see bench/peers): prints "ready" once the models are loaded;
 * then for each line on standard input goes once over all documents and prints
 * "<seconds> <words> <tokens>", words as wc counts them. With --layers a line a layer comes before:
 * "<layer> <seconds>", of processor time, which other programs disturb less; the tokens are
 * followed by sentences and documents.
 */
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

typedef struct Run {
    PlArena *arena;
    ParleyModel model;
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
    pl_article_find(run->arena, run->document, &metadata, &a.article);
    pl_tokens_find(run->arena, &a.article, &a.tokens);
    pl_syntax_analyse(run->arena, run->model.syntax, &a.tokens, &a.syntax);
    run->n_tokens += a.tokens.n_tokens;
    run->n_sentences += a.tokens.n_sents;
    run->n_documents++;
    stop(run, ENGINE, &start);
    if (!run->with_layers) return;
    pl_mentions_find(run->arena, run->model.mention, &a.article, &a.tokens, &a.syntax, &a.mentions);
    stop(run, MENTION, &start);
    pl_events_find(run->arena, run->model.event, &a.article, &a.tokens, &a.syntax, &a.mentions,
                   &a.events);
    stop(run, EVENT, &start);
    pl_quotes_find(run->arena, run->model.quote, &a.article, &a.tokens, &a.syntax, &a.mentions,
                   &a.quotes);
    stop(run, QUOTE, &start);
    pl_talks_find(run->arena, run->model.talks, &a.article, &a.tokens, &a.syntax, &a.mentions,
                  &a.talks);
    stop(run, TALKS, &start);
    pl_claims_find(run->arena, run->model.things,
                   &(PlClaimSources){&a.article, &a.tokens, &a.syntax, &a.mentions, &a.events,
                                     &a.quotes, &a.talks},
                   &a.claims);
    stop(run, CLAIM, &start);
}

static void print_layers(const Run *run)
{
    for (uint32_t i = 0; i < N_LAYERS; i++)
        printf("%s %.6f\n", layer_names[i], run->seconds[i]);
}

int main(int argc, char **argv)
{
    bool with_layers = argc == 3 && strcmp(argv[1], "--layers") == 0;
    if (argc != 2 && !with_layers) {
        fputs("usage: pipe_speed [--layers] FILE\n", stderr);
        return 2;
    }
    PlSlice text = read_file(argv[argc - 1]);
    PlArena arena;
    pl_arena_init(&arena, 0);
    Run run = {.arena = &arena, .with_layers = with_layers};
    pl_arena_init(&run.model.arena, 0);
    pl_annotation_model_load(&run.model);
    puts("ready");
    fflush(stdout);
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        double start = seconds_of(CLOCK_MONOTONIC);
        run.n_tokens = run.n_sentences = run.n_documents = 0;
        memset(run.seconds, 0, sizeof run.seconds);
        PlSlice rest = text;
        while (pl_slice_next(&rest, 0x1e, &run.document)) {
            pl_arena_reset(&arena);
            if (!pl_arena_run(&arena, read_document, &run)) return 1;
        }
        if (with_layers) print_layers(&run);
        printf("%.6f %llu %llu", seconds_of(CLOCK_MONOTONIC) - start,
               (unsigned long long)count_words(text), (unsigned long long)run.n_tokens);
        if (with_layers)
            printf(" %llu %llu", (unsigned long long)run.n_sentences,
                   (unsigned long long)run.n_documents);
        putchar('\n');
        fflush(stdout);
    }
    pl_arena_clear(&arena);
    pl_arena_clear(&run.model.arena);
    free((char *)text.ptr);
    return 0;
}
