/* language_apply: the runtime over given tokens, for scores and timings.
 *
 *   language_apply [--model FILE] [--rounds N] IN.conllu > OUT.conllu
 *
 * Writes the file again with the runtime's columns, and to standard error how many words a second
 * the analysis alone made on one thread (best of the rounds).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nn/model_file.h"
#include "syntax/syntax.h"
#include "treebank.h"

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static const PlSyntaxModel *open_model(PlArena *arena, const char *path)
{
    if (!path) return pl_syntax_model_load(arena);
    PlSlice bytes;
    ParleyError error;
    const PlSyntaxModel *model = NULL;
    if (pl_model_map(path, &bytes, &error) != PARLEY_OK ||
        pl_syntax_model_read(arena, bytes, path, &model, &error) != PARLEY_OK) {
        fprintf(stderr, "%s\n", error.message);
        exit(1);
    }
    return model;
}

static const char *name_label(uint8_t tag)
{
    static const char *const labels[PL_N_NAME_TAGS] = {"O",     "B-PER", "B-ORG", "B-LOC", "B-MISC",
                                                       "I-PER", "I-ORG", "I-LOC", "I-MISC"};
    return labels[tag];
}

static void print_sentence(const PlSyntaxModel *model, const PlTokens *tokens,
                           const PlSyntax *syntax, uint32_t first, uint32_t end)
{
    for (uint32_t tok = first; tok < end; tok++) {
        PlSlice feats = pl_syntax_feats(model, syntax->feats[tok]);
        int32_t head = syntax->head_tok[tok] < 0 ? 0 : syntax->head_tok[tok] - (int32_t)first + 1;
        bool joined = tok + 1 < tokens->n_tokens && !(tokens->flags[tok + 1] & PL_TOK_SPACE_BEFORE);
        printf("%u\t%.*s\t%.*s\t%s\t%s\t%.*s\t%d\t%s\t_\tNER=%s%s\n", tok - first + 1,
               PL_PRI(tokens->form[tok]), PL_PRI(syntax->lemma[tok]),
               pl_upos_names[syntax->upos[tok]], pl_xpos_names[syntax->xpos[tok]], PL_PRI(feats),
               head, pl_deprel_names[syntax->deprel[tok]], name_label(syntax->name_tag[tok]),
               joined ? "|SpaceAfter=No" : "");
    }
    putchar('\n');
}

int main(int argc, char **argv)
{
    const char *path = NULL;
    const char *model_path = NULL;
    unsigned long rounds = 1;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--model") && i + 1 < argc)
            model_path = argv[++i];
        else if (!strcmp(argv[i], "--rounds") && i + 1 < argc)
            rounds = strtoul(argv[++i], NULL, 10);
        else
            path = argv[i];
    }
    if (!path) {
        fprintf(stderr, "usage: language_apply [--model FILE] [--rounds N] IN.conllu\n");
        return 2;
    }
    PlArena arena, scratch;
    pl_arena_init(&arena, 0);
    pl_arena_init(&scratch, 0);
    double began = seconds();
    const PlSyntaxModel *model = open_model(&arena, model_path);
    double loaded = seconds() - began;
    Treebank treebank = {0};
    treebank_read(&arena, path, &treebank);
    PlSyntax syntax;
    double best = 1e9;
    for (unsigned long round = 0; round < rounds; round++) {
        pl_arena_reset(&scratch);
        began = seconds();
        pl_syntax_analyse(&scratch, model, &treebank.tokens, &syntax);
        double took = seconds() - began;
        if (took < best) best = took;
    }
    for (uint32_t sent = 0; sent < treebank.tokens.n_sents; sent++)
        print_sentence(model, &treebank.tokens, &syntax, treebank.tokens.sent_first_tok[sent],
                       treebank.tokens.sent_first_tok[sent + 1]);
    fprintf(stderr, "model loaded in %.2f ms; %.0f words/s\n", loaded * 1e3,
            (double)treebank.tokens.n_tokens / best);
    pl_arena_clear(&scratch);
    pl_arena_clear(&arena);
    return 0;
}
