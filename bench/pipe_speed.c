/* Times the language engine inside one process: text to names, no JSON, no store, one thread.
 *
 * usage: pipe_speed FILE        documents separated by a byte 0x1e
 * protocol (the same for every peer, see bench/peers): prints "ready" once the model is loaded;
 * then for each line on standard input goes once over all documents and prints
 * "<seconds> <words> <tokens>", words as wc counts them.
 */
#include "base/arena.h"
#include "mention/mentions.h"

#include <stdio.h>
#include <stdlib.h>
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

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

typedef struct Run {
    PlArena *arena;
    const PlSyntaxModel *syntax;
    const PlMentionModel *mention;
    PlSlice document;
    uint64_t n_tokens;
} Run;

static void read_document(void *context)
{
    Run *run = context;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlMetadata metadata = {0};
    pl_article_find(run->arena, run->document, &metadata, &article);
    pl_tokens_find(run->arena, &article, &tokens);
    pl_syntax_analyse(run->arena, run->syntax, &tokens, &syntax);
    pl_mentions_find(run->arena, run->mention, &article, &tokens, &syntax, &mentions);
    run->n_tokens += tokens.n_tokens;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: pipe_speed FILE\n", stderr);
        return 2;
    }
    PlSlice text = read_file(argv[1]);
    PlArena models;
    PlArena arena;
    pl_arena_init(&models, 0);
    pl_arena_init(&arena, 0);
    Run run = {.arena = &arena,
               .syntax = pl_syntax_model_load(&models),
               .mention = pl_mention_model_load(&models)};
    puts("ready");
    fflush(stdout);
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        double start = now_s();
        run.n_tokens = 0;
        PlSlice rest = text;
        while (pl_slice_next(&rest, 0x1e, &run.document)) {
            pl_arena_reset(&arena);
            if (!pl_arena_run(&arena, read_document, &run)) return 1;
        }
        printf("%.6f %llu %llu\n", now_s() - start, (unsigned long long)count_words(text),
               (unsigned long long)run.n_tokens);
        fflush(stdout);
    }
    pl_arena_clear(&arena);
    pl_arena_clear(&models);
    free((char *)text.ptr);
    return 0;
}
