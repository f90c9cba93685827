/* Trains the weights of coreference (data/en/coreference.tsv) on GUM.
 *
 *   coref_train --data GOLD --out data/en/coreference.tsv [--epochs N] [--l1 X] [--rate X]
 *
 * A mention ranker: each candidate's antecedents and "new" compete in a softmax; the right ones are
 * all that the gold puts in its entity, wrong decisions cost by their kind. Documents are read by
 * the program's own layers, and the chains that features look at are those that the weights so far
 * make, so that training sees what running will.
 *
 * source   Durrett and Klein 2013; AdaGrad with L1, Duchi et al. 2011
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gum_chains.h"
#include "mention/chains.h"

typedef struct Options {
    const char *data;
    const char *out;
    int epochs;
    double l1;
    double rate;
    double false_new; /* costs of wrong decisions */
    double false_link;
    double wrong_link;
} Options;

typedef struct Document {
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlNames names;
    PlCoref coref;
    int32_t *gold;  /* [n_tokens]: entity whose mention the token heads, -1 = none */
    int32_t *size;  /* [entities] */
    int32_t *label; /* [candidates], of the chaining */
    int32_t n_gold; /* entities */
} Document;

typedef PL_VEC(Document) Documents;

typedef struct Weights {
    uint32_t n;
    double *sum; /* of gradients */
    double *square;
    float *value;
    uint32_t steps;
} Weights;

/* ---- documents ------------------------------------------------------------------------------- */

static void read_document(PlArena *arena, const PlSyntaxModel *syntax, const PlMentionModel *model,
                          const GoldDocument *gold, Document *document)
{
    PlMetadata metadata = {0};
    Document *d = document;
    pl_article_find(arena, gold->text, &metadata, &d->article);
    pl_tokens_find(arena, &d->article, &d->tokens);
    pl_syntax_analyse(arena, syntax, &d->tokens, &d->syntax);
    d->coref = (PlCoref){.arena = arena,
                         .model = model,
                         .article = &d->article,
                         .tokens = &d->tokens,
                         .syntax = &d->syntax,
                         .mentions = &d->mentions};
    pl_coref_begin(&d->coref, &d->names);
    d->gold = pl_arena_array(arena, int32_t, d->tokens.n_tokens + 1);
    d->n_gold = gold->n_entities;
    for (uint32_t i = 0; i < d->tokens.n_tokens; i++)
        d->gold[i] = -1;
    for (uint32_t i = 0; i < gold->mentions.n; i++) {
        const GoldMention *mention = &gold->mentions.items[i];
        uint32_t tok = pl_tokens_at(&d->tokens, mention->head.start_byte);
        /* Of a coordination and its first part, which share a head, the part closes first. */
        if (tok < d->tokens.n_tokens && d->tokens.start_byte[tok] < mention->head.end_byte &&
            d->gold[tok] < 0)
            d->gold[tok] = mention->entity;
    }
}

static void read_documents(PlArena *arena, const char *data, const char *part,
                           const PlSyntaxModel *syntax, const PlMentionModel *model,
                           Documents *documents)
{
    PlSlice path = pl_arena_format(arena, "%s/gum/gum-clean-%s.conllu", data, part);
    GoldDocuments golds = {0};
    gum_chains_read(arena, path.ptr, &golds);
    documents->items = pl_arena_array(arena, Document, golds.n + 1);
    documents->n = golds.n;
    for (uint32_t i = 0; i < golds.n; i++)
        read_document(arena, syntax, model, &golds.items[i], &documents->items[i]);
}

/* ---- learning -------------------------------------------------------------------------------- */

typedef struct Choice {
    uint32_t rows[PL_MAX_LINK_FEATURES];
    uint32_t n;
    int32_t antecedent; /* -1 = new */
    double score;
    double share; /* of the softmax */
    double right_share;
    bool is_right;
} Choice;

typedef struct Choosing {
    Choice choices[PL_MAX_ANTECEDENTS + 1];
    uint32_t n;
    bool has_right_link;
} Choosing;

static double score_of(const Weights *weights, const Choice *choice)
{
    double sum = 0;
    for (uint32_t i = 0; i < choice->n; i++)
        sum += weights->value[choice->rows[i]];
    return sum;
}

static void find_choices(const Weights *weights, const Document *document,
                         const PlChaining *chaining, uint32_t c, Choosing *choosing)
{
    PlAntecedent antecedents[PL_MAX_ANTECEDENTS];
    uint32_t n = pl_chaining_antecedents(chaining, c, antecedents);
    const PlCandidate *items = chaining->candidates.items.items;
    int32_t gold = document->gold[items[c].head_tok];
    choosing->n = n + 1;
    choosing->has_right_link = false;
    for (uint32_t i = 0; i <= n; i++) {
        Choice *choice = &choosing->choices[i];
        PlLinkFacts facts = pl_chaining_facts(chaining, c);
        if (i < n) pl_chaining_pair(chaining, c, &antecedents[i], &facts);
        choice->n = pl_link_rows(&chaining->offsets, &facts, choice->rows);
        choice->antecedent = i < n ? (int32_t)antecedents[i].candidate : -1;
        choice->score = score_of(weights, choice);
        choice->is_right =
            i < n && gold >= 0 && document->gold[items[choice->antecedent].head_tok] == gold;
        choosing->has_right_link |= choice->is_right;
    }
    choosing->choices[n].is_right = !choosing->has_right_link;
}

static void share(const Options *options, Choosing *choosing)
{
    double most = -1e30;
    double cost[PL_MAX_ANTECEDENTS + 1];
    for (uint32_t i = 0; i < choosing->n; i++) {
        const Choice *choice = &choosing->choices[i];
        cost[i] = choice->score;
        if (!choice->is_right)
            cost[i] += choice->antecedent < 0     ? options->false_new
                       : choosing->has_right_link ? options->wrong_link
                                                  : options->false_link;
        if (cost[i] > most) most = cost[i];
    }
    double sum = 0;
    double right = 0;
    for (uint32_t i = 0; i < choosing->n; i++) {
        choosing->choices[i].share = exp(cost[i] - most);
        sum += choosing->choices[i].share;
        if (choosing->choices[i].is_right) right += choosing->choices[i].share;
    }
    for (uint32_t i = 0; i < choosing->n; i++) {
        Choice *choice = &choosing->choices[i];
        choice->right_share = choice->is_right ? choice->share / right : 0;
        choice->share /= sum;
    }
}

static void update(const Options *options, Weights *weights, const Choosing *choosing,
                   double *gradient, uint32_t *touched)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < choosing->n; i++) {
        const Choice *choice = &choosing->choices[i];
        double g = choice->share - choice->right_share;
        if (fabs(g) < 1e-6) continue;
        for (uint32_t k = 0; k < choice->n; k++) {
            if (gradient[choice->rows[k]] == 0) touched[n++] = choice->rows[k];
            gradient[choice->rows[k]] += g;
        }
    }
    weights->steps++;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t row = touched[i];
        double g = gradient[row];
        gradient[row] = 0;
        weights->sum[row] += g;
        weights->square[row] += g * g;
        double over = fabs(weights->sum[row]) / weights->steps - options->l1;
        weights->value[row] =
            over <= 0 ? 0.0f
                      : (float)(-(weights->sum[row] > 0 ? 1 : -1) * options->rate * weights->steps *
                                over / (1 + sqrt(weights->square[row])));
    }
}

static const Choice *best_choice(const Choosing *choosing)
{
    const Choice *best = &choosing->choices[choosing->n - 1];
    for (uint32_t i = 0; i + 1 < choosing->n; i++)
        if (choosing->choices[i].score > best->score) best = &choosing->choices[i];
    return best;
}

typedef struct Tally {
    uint32_t n, right, links, links_right, gold_links;
} Tally;

static void count(const Choosing *choosing, const Choice *choice, Tally *tally)
{
    tally->n++;
    tally->right += choice->is_right;
    tally->gold_links += choosing->has_right_link;
    if (choice->antecedent < 0) return;
    tally->links++;
    tally->links_right += choice->is_right;
}

static void walk(const Options *options, Weights *weights, Document *document, bool learn,
                 double *gradient, uint32_t *touched, Tally *tally)
{
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlCoref coref = document->coref;
    coref.arena = &arena;
    PlChaining chaining;
    pl_chaining_begin(&coref, &chaining);
    Choosing *choosing = pl_arena_new(&arena, Choosing);
    for (uint32_t i = 0; i < chaining.candidates.items.n; i++) {
        uint32_t c = chaining.order[i];
        int32_t best = pl_chaining_settled(&chaining, c);
        if (best < 0) {
            find_choices(weights, document, &chaining, c, choosing);
            const Choice *choice = best_choice(choosing);
            count(choosing, choice, tally);
            best = choice->antecedent;
            if (learn && choosing->n > 1) {
                share(options, choosing);
                update(options, weights, choosing, gradient, touched);
            }
        }
        pl_chaining_join(&chaining, c, best);
    }
    pl_arena_clear(&arena);
}

static void print_tally(const char *name, const Tally *tally)
{
    double p = tally->links ? 100.0 * tally->links_right / tally->links : 0;
    double r = tally->gold_links ? 100.0 * tally->links_right / tally->gold_links : 0;
    printf("  %s: decisions %.1f, links P %.1f R %.1f F %.1f", name,
           100.0 * tally->right / tally->n, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static void write_weights(const char *path, const Weights *weights)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(1);
    }
    fprintf(file, "# Coreference: what speaks for a phrase or pronoun meaning the same as one\n"
                  "# before it (features of a pair) or something new (features of it alone), in\n"
                  "# hundredths. Made by train/coref_train; src/mention/link_features.h says what\n"
                  "# the facts are, MODEL_CARD.md what they were learnt from.\n"
                  "facts\tvalues\tweight\n");
    for (uint32_t row = 0; row < weights->n; row++) {
        int rounded = (int)lrintf(weights->value[row] * 100);
        if (abs(rounded) < 2) continue;
        char name[256];
        pl_link_row_name(row, name, sizeof name);
        fprintf(file, "%s\t%d\n", name, rounded);
    }
    fclose(file);
}

static Options read_options(int argc, char **argv)
{
    Options o = {.epochs = 8,
                 .l1 = 0.00002,
                 .rate = 0.3,
                 .false_new = 2,
                 .false_link = 0.3,
                 .wrong_link = 0.8};
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--data")) o.data = argv[i + 1];
        if (!strcmp(argv[i], "--out")) o.out = argv[i + 1];
        if (!strcmp(argv[i], "--epochs")) o.epochs = atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--l1")) o.l1 = atof(argv[i + 1]);
        if (!strcmp(argv[i], "--rate")) o.rate = atof(argv[i + 1]);
        if (!strcmp(argv[i], "--false-new")) o.false_new = atof(argv[i + 1]);
        if (!strcmp(argv[i], "--false-link")) o.false_link = atof(argv[i + 1]);
        if (!strcmp(argv[i], "--wrong-link")) o.wrong_link = atof(argv[i + 1]);
    }
    if (!o.data || !o.out) {
        fprintf(stderr, "usage: coref_train --data GOLD --out FILE [--epochs N] [--l1 X] "
                        "[--rate X] [--false-new X] [--false-link X] [--wrong-link X]\n");
        exit(2);
    }
    return o;
}

int main(int argc, char **argv)
{
    Options options = read_options(argc, argv);
    PlArena arena;
    pl_arena_init(&arena, 0);
    const PlSyntaxModel *syntax = pl_syntax_model_load(&arena);
    const PlMentionModel *model = pl_mention_model_load(&arena);
    Documents train = {0};
    Documents dev = {0};
    read_documents(&arena, options.data, "train", syntax, model, &train);
    read_documents(&arena, options.data, "dev", syntax, model, &dev);
    Weights weights = {.n = pl_link_n_rows()};
    weights.sum = calloc(weights.n, sizeof *weights.sum);
    weights.square = calloc(weights.n, sizeof *weights.square);
    weights.value = calloc(weights.n, sizeof *weights.value);
    double *gradient = calloc(weights.n, sizeof *gradient);
    uint32_t *touched =
        calloc((size_t)PL_MAX_LINK_FEATURES * (PL_MAX_ANTECEDENTS + 1), sizeof *touched);
    for (int epoch = 0; epoch < options.epochs; epoch++) {
        Tally learnt = {0};
        Tally seen = {0};
        for (uint32_t i = 0; i < train.n; i++)
            walk(&options, &weights, &train.items[i * 37 % train.n], true, gradient, touched,
                 &learnt);
        for (uint32_t i = 0; i < dev.n; i++)
            walk(&options, &weights, &dev.items[i], false, gradient, touched, &seen);
        uint32_t n = 0;
        for (uint32_t i = 0; i < weights.n; i++)
            n += weights.value[i] != 0;
        printf("epoch %d, %u weights:", epoch, n);
        print_tally("train", &learnt);
        print_tally("dev", &seen);
        printf("\n");
        fflush(stdout);
    }
    write_weights(options.out, &weights);
    pl_arena_clear(&arena);
    return 0;
}
