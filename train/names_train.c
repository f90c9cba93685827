/* names_train: trains the names of a model that has the rest, and writes the model with them.
 *
 *   names_train --data FOLDER --vectors FILE --model FILE --out FILE [options]
 *
 * The tags and trees that the field reads are those that the model itself gives, not the gold ones.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "gum_names.h"
#include "model_writer.h"
#include "name_field.h"
#include "name_headlines.h"
#include "name_leanings.h"
#include "names_corpus.h"
#include "syntax/model.h"
#include "word_classes.h"

typedef struct Options {
    const char *data;
    const char *vectors;
    const char *model;
    const char *out;
    unsigned long epochs;
    unsigned long least;
    unsigned long lines; /* of the table: a power of two */
    unsigned long class_words;
    unsigned long seed;
    unsigned long headlines; /* of so many short sentences one is read again as a headline */
    unsigned long fields;    /* whose mean the model gets */
    NameRates rates;
} Options;

typedef struct Training {
    Options options;
    PlArena arena;
    PlSlice bytes; /* of the model given */
    PlSyntaxModel model;
    NameField *field;
    TableWriter classes;
    Treebank train;
    Treebank headlines; /* made of train */
    Treebank gum;
    Treebank dev;
    NamesCorpus others;
    PlSyntax dev_syntax;
    PlNameRow *rows;
    int16_t *follow;
} Training;

static const char *below(Training *training, const char *file)
{
    return pl_arena_format(&training->arena, "%s/%s", training->options.data, file).ptr;
}

static void read_model(Training *training)
{
    ParleyError error;
    const PlSyntaxModel *model = NULL;
    const char *path = training->options.model;
    if (pl_model_map(path, &training->bytes, &error) != PARLEY_OK ||
        pl_syntax_model_read(&training->arena, training->bytes, path, &model, &error) !=
            PARLEY_OK) {
        fprintf(stderr, "%s\n", error.message);
        exit(1);
    }
    training->model = *model;
    training->model.names = (PlNamesTable){0};
}

/* ---- what there is to learn ----------------------------------------------------------------- */

static int type_of(int8_t tag)
{
    if (tag <= PL_NAME_TAG_O) return -1;
    int type = (tag - PL_NAME_TAG_B) % PL_N_NAME_TYPES;
    return type == PL_NAME_MISC ? -1 : type;
}

static bool is_capital(PlSlice form)
{
    for (size_t i = 0; i < form.len; i++)
        if (form.ptr[i] >= 'A' && form.ptr[i] <= 'Z') return true;
    return false;
}

/* What the words of the corpora are used as; small letters speak of other uses of the word. */
static void add_uses(NameUses *uses, const PlTokens *tokens, const Sentence *sentences, uint32_t n)
{
    for (uint32_t s = 0; s < n; s++) {
        if (!sentences[s].has_names) continue;
        for (uint32_t w = 0; w < (uint32_t)sentences[s].n; w++) {
            uint32_t tok = sentences[s].first_tok + w;
            int8_t name = sentences[s].words[w].name;
            if (name == NAME_UNKNOWN) continue;
            int type = type_of(name);
            PlWordKey key = pl_word_key(tokens->lower[tok]);
            float count = type >= 0 || is_capital(tokens->form[tok]) ? 1.0f : 0.2f;
            name_uses_add(uses, (PlSlice){key.bytes, key.len}, type < 0 ? NAME_USE_NONE : type,
                          count);
        }
    }
}

static void make_classes(Training *training)
{
    Vectors vectors = {0};
    NameUses uses;
    vectors_read(&training->arena, training->options.vectors, &vectors);
    name_uses_init(&training->arena, &uses, &vectors);
    add_uses(&uses, &training->train.tokens, training->train.sentences.items,
             training->train.sentences.n);
    add_uses(&uses, &training->gum.tokens, training->gum.sentences.items,
             training->gum.sentences.n);
    add_uses(&uses, &training->others.tokens, training->others.sentences.items,
             training->others.sentences.n);
    uint32_t *leanings = pl_arena_array(&training->arena, uint32_t, vectors.n_words);
    name_leanings_learn(&uses, leanings);
    word_classes_make(&training->arena, &vectors, leanings, (uint32_t)training->options.class_words,
                      &training->classes);
    training->model.names.classes =
        (PlValueTable){training->classes.slots, training->classes.n_slots - 1};
}

static bool goes_on(const Word *words, int32_t n, int32_t at)
{
    return at < n && words[at].name >= PL_NAME_TAG_I && type_of(words[at].name) >= 0;
}

/* The label of a word; a name that leaves the near tokens ends, or begins, with them. */
static int label_of(const Word *words, const PlNameWord *read, int32_t n, int32_t at)
{
    int type = type_of(words[at].name);
    if (type < 0) return 0;
    bool before = words[at].name >= PL_NAME_TAG_I && at && read[at - 1].is_near;
    bool after = goes_on(words, n, at + 1) && read[at + 1].is_near;
    PlNameStep step =
        before ? (after ? PL_NAME_INSIDE : PL_NAME_LAST) : (after ? PL_NAME_BEGIN : PL_NAME_UNIT);
    return pl_name_label(type, step);
}

static void add_sentence(Training *training, const PlTokens *tokens, const PlSyntax *syntax,
                         const Sentence *sentence, NameKind kind)
{
    int32_t n = sentence->n;
    PlNameWord *words = calloc((size_t)n, sizeof *words);
    uint64_t features[PL_NAMES_MOST_FEATURES];
    pl_names_read_words(&training->model.names, tokens, syntax, sentence->first_tok,
                        sentence->first_tok + (uint32_t)n, words);
    for (int32_t w = 0; w < n; w++) {
        if (!words[w].is_near) {
            name_field_end_run(training->field, kind);
            continue;
        }
        uint32_t n_features = pl_names_features(words, (uint32_t)n, (uint32_t)w, features);
        name_field_add(training->field, features, n_features,
                       label_of(sentence->words, words, n, w));
    }
    name_field_end_run(training->field, kind);
    free(words);
}

static void read_data(Training *training)
{
    PlArena *arena = &training->arena;
    treebank_read(arena, below(training, "ud-ewt/en_ewt-ud-train.conllu"), &training->train);
    treebank_read(arena, below(training, "ud-ewt/en_ewt-ud-dev.conllu"), &training->dev);
    names_corpus_mark(arena, below(training, "uner-ewt/en_ewt-ud-train.iob2"), &training->train);
    names_corpus_mark(arena, below(training, "uner-ewt/en_ewt-ud-dev.iob2"), &training->dev);
    treebank_read(arena, below(training, "ud-ewt/en_ewt-ud-train.conllu"), &training->headlines);
    names_corpus_mark(arena, below(training, "uner-ewt/en_ewt-ud-train.iob2"),
                      &training->headlines);
    name_headlines_make(arena, &training->headlines, (uint32_t)training->options.headlines);
    treebank_read(arena, below(training, "gum/gum-clean-train.conllu"), &training->gum);
    gum_names_mark(arena, &training->gum);
    names_corpus_read(arena, training->options.data, &training->others);
}

static void add_uner(Training *training, const Treebank *treebank)
{
    PlSyntax syntax;
    pl_syntax_analyse(&training->arena, &training->model, &treebank->tokens, &syntax);
    for (uint32_t s = 0; s < treebank->sentences.n; s++)
        if (treebank->sentences.items[s].has_names)
            add_sentence(training, &treebank->tokens, &syntax, &treebank->sentences.items[s],
                         NAME_KIND_UNER);
}

static void add_data(Training *training)
{
    PlArena *arena = &training->arena;
    PlSyntax syntax;
    add_uner(training, &training->train);
    add_uner(training, &training->headlines);
    pl_syntax_analyse(arena, &training->model, &training->gum.tokens, &syntax);
    for (uint32_t s = 0; s < training->gum.sentences.n; s++)
        add_sentence(training, &training->gum.tokens, &syntax, &training->gum.sentences.items[s],
                     NAME_KIND_GUM);
    pl_syntax_analyse(arena, &training->model, &training->others.tokens, &syntax);
    for (uint32_t s = 0; s < training->others.sentences.n; s++)
        add_sentence(training, &training->others.tokens, &syntax,
                     &training->others.sentences.items[s], NAME_KIND_OTHER);
    pl_syntax_analyse(arena, &training->model, &training->dev.tokens, &training->dev_syntax);
}

/* ---- learning ------------------------------------------------------------------------------- */

/* The integers over the dev part, by the runtime's own tagger. */
static NameScores score(Training *training)
{
    PlArena scratch;
    pl_arena_init(&scratch, 0);
    PlNamesTable *table = &training->model.names;
    name_field_quantise(training->field, (uint32_t)training->options.lines, training->rows,
                        training->follow);
    table->rows = training->rows;
    table->mask = (uint32_t)training->options.lines - 1;
    table->follow = training->follow;
    NameCounts counts = {0};
    PlNameTagger tagger;
    pl_names_alloc(&scratch, &tagger, table, 4096);
    for (uint32_t s = 0; s < training->dev.sentences.n; s++) {
        const Sentence *sentence = &training->dev.sentences.items[s];
        if (!sentence->has_names) continue;
        uint32_t first = sentence->first_tok;
        uint32_t n = (uint32_t)sentence->n;
        pl_names_run(&tagger, &training->dev.tokens, first, first + n, &training->dev_syntax);
        Answer *answers = calloc(n, sizeof *answers);
        for (uint32_t w = 0; w < n; w++)
            answers[w].name = (int8_t)training->dev_syntax.name_tag[first + w];
        names_count(sentence, answers, &counts);
        free(answers);
    }
    pl_arena_clear(&scratch);
    return names_score(&counts);
}

/* One field from nothing; the weights of its later passes go into the mean. */
static void learn_field(Training *training, unsigned long number)
{
    const Options *o = &training->options;
    NameRates rates = o->rates;
    Random random = {.state = o->seed * 1000 + number};
    double loss = 0;
    name_field_restart(training->field);
    for (unsigned long epoch = 0; epoch < o->epochs; epoch++) {
        rates.rate = o->rates.rate * (1.0f - (float)epoch / (float)o->epochs);
        loss = name_field_learn(training->field, &rates, &random);
        if (epoch >= o->epochs / 2) name_field_keep(training->field);
    }
    printf("field %lu: loss %.4f\n", number, loss);
}

static void learn(Training *training)
{
    for (unsigned long field = 1; field <= training->options.fields; field++) {
        learn_field(training, field);
        NameScores s = score(training);
        printf("mean of %lu: dev precision %.2f recall %.2f F1 %.2f\n", field, s.precision,
               s.recall, s.f1);
        fflush(stdout);
    }
}

/* All sections of the model given but names, then the new ones. */
static void write_model(Training *training)
{
    ModelWriter writer = {.n = 0};
    PlModelFile file;
    ParleyError error;
    if (pl_model_file_read(training->bytes, training->options.model, true, &file, &error) !=
        PARLEY_OK)
        return;
    for (uint32_t i = 0; i < file.n_sections; i++) {
        const char *name = file.sections[i].name;
        PlSlice section = pl_model_file_section(&file, name);
        if (strncmp(name, "names.", 6) != 0)
            model_writer_add(&writer, name, section.ptr, section.len);
    }
    model_writer_add(&writer, "names.rows", training->rows,
                     training->options.lines * PL_NAMES_LINE * sizeof *training->rows);
    model_writer_add(&writer, "names.follow", training->follow,
                     sizeof(int16_t) * PL_NAMES_N_LABELS * PL_NAMES_N_LABELS);
    model_writer_add(&writer, "names.classes", training->classes.slots,
                     training->classes.n_slots * sizeof *training->classes.slots);
    model_writer_write(&training->arena, &writer, training->options.out);
}

static void parse_options(int argc, char **argv, Options *o)
{
    *o = (Options){.epochs = 6,
                   .least = 2,
                   .lines = 1u << 16,
                   .class_words = 100000,
                   .seed = 1,
                   .headlines = 3,
                   .fields = 1,
                   .rates = {.rate = 0.1f, .decay = 1e-5f, .drop = 0.1f}};
    for (int i = 1; i + 1 < argc; i += 2) {
        const char *name = argv[i];
        const char *value = argv[i + 1];
        if (!strcmp(name, "--data")) o->data = value;
        if (!strcmp(name, "--vectors")) o->vectors = value;
        if (!strcmp(name, "--model")) o->model = value;
        if (!strcmp(name, "--out")) o->out = value;
        if (!strcmp(name, "--epochs")) o->epochs = strtoul(value, NULL, 10);
        if (!strcmp(name, "--least")) o->least = strtoul(value, NULL, 10);
        if (!strcmp(name, "--lines")) o->lines = strtoul(value, NULL, 10);
        if (!strcmp(name, "--class-words")) o->class_words = strtoul(value, NULL, 10);
        if (!strcmp(name, "--rate")) o->rates.rate = strtof(value, NULL);
        if (!strcmp(name, "--seed")) o->seed = strtoul(value, NULL, 10);
        if (!strcmp(name, "--headlines")) o->headlines = strtoul(value, NULL, 10);
        if (!strcmp(name, "--fields")) o->fields = strtoul(value, NULL, 10);
        if (!strcmp(name, "--decay")) o->rates.decay = strtof(value, NULL);
        if (!strcmp(name, "--drop-syntax")) o->rates.drop_syntax = strtof(value, NULL);
        if (!strcmp(name, "--margin")) o->rates.margin = strtof(value, NULL);
        if (!strcmp(name, "--drop")) o->rates.drop = strtof(value, NULL);
    }
    if (o->data && o->vectors && o->model && o->out) return;
    fprintf(stderr, "usage: names_train --data FOLDER --vectors FILE --model FILE --out FILE "
                    "[--headlines N] [--fields N] [--epochs N] [--seed N] [--least N] [--lines N] "
                    "[--class-words N] [--rate X] "
                    "[--decay X] [--drop X] [--drop-syntax X] [--margin X]\n");
    exit(2);
}

int main(int argc, char **argv)
{
    static Training training;
    parse_options(argc, argv, &training.options);
    pl_arena_init(&training.arena, 0);
    read_model(&training);
    read_data(&training);
    make_classes(&training);
    training.field = name_field_new(&training.arena);
    add_data(&training);
    name_field_ready(training.field, (uint32_t)training.options.least);
    training.rows = pl_arena_alloc(&training.arena,
                                   training.options.lines * PL_NAMES_LINE * sizeof(PlNameRow), 64);
    training.follow =
        pl_arena_array(&training.arena, int16_t, PL_NAMES_N_LABELS * PL_NAMES_N_LABELS);
    learn(&training);
    write_model(&training);
    pl_arena_clear(&training.arena);
    return 0;
}
