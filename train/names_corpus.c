#include "names_corpus.h"

#include <stdio.h>
#include <string.h>

typedef struct Row {
    PlSlice form;
    PlSlice tag;
    bool ends_sentence;
} Row;

typedef PL_VEC(Row) Rows;

typedef struct Source {
    const char *path;
    char separator;
    bool has_misc;
} Source;

static const Source sources[] = {
    {"wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt", ' ', true},
    {"wnut17/wnut17train.conll", '\t', true},
    {"wnut17/emerging.dev.conll", '\t', true},
    {"btc/data/BTC/CONLL-format/data/e.conll", '\t', false},
    {"btc/data/BTC/CONLL-format/data/g.conll", '\t', false},
    {"crossner/politics/train.txt", '\t', true},
    {"crossner/politics/dev.txt", '\t', true},
    {"crossner/literature/train.txt", '\t', true},
    {"crossner/literature/dev.txt", '\t', true},
    {"crossner/literature/test.txt", '\t', true},
    {"crossner/science/train.txt", '\t', true},
    {"crossner/science/dev.txt", '\t', true},
    {"crossner/science/test.txt", '\t', true},
};

/* What the corpora call their types. Types that are not here are unknown to us. */
static const struct {
    const char *name;
    PlNameType type;
} types[] = {
    {"PER", PL_NAME_PER},
    {"ORG", PL_NAME_ORG},
    {"LOC", PL_NAME_LOC},
    {"MISC", PL_NAME_MISC},
    {"person", PL_NAME_PER},
    {"politician", PL_NAME_PER},
    {"writer", PL_NAME_PER},
    {"scientist", PL_NAME_PER},
    {"group", PL_NAME_ORG},
    {"corporation", PL_NAME_ORG},
    {"organisation", PL_NAME_ORG},
    {"politicalparty", PL_NAME_ORG},
    {"university", PL_NAME_ORG},
    {"location", PL_NAME_LOC},
    {"country", PL_NAME_LOC},
    {"misc", PL_NAME_MISC},
    {"event", PL_NAME_MISC},
    {"election", PL_NAME_MISC},
    {"award", PL_NAME_MISC},
    {"book", PL_NAME_MISC},
    {"magazine", PL_NAME_MISC},
    {"product", PL_NAME_MISC},
    {"creative-work", PL_NAME_MISC},
};

static int8_t tag_of(PlSlice tag, bool has_misc, int8_t before)
{
    if (tag.len < 3 || tag.ptr[1] != '-') return has_misc ? PL_NAME_TAG_O : NAME_NOT_MAIN;
    PlSlice name = {tag.ptr + 2, tag.len - 2};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (!pl_slice_is(name, types[i].name)) continue;
        int8_t inside = (int8_t)(PL_NAME_TAG_I + (int)types[i].type);
        int8_t begin = (int8_t)(PL_NAME_TAG_B + (int)types[i].type);
        /* Corpora without B tags begin a name with I. */
        bool goes_on = tag.ptr[0] == 'I' && (before == begin || before == inside);
        return goes_on ? inside : begin;
    }
    return NAME_UNKNOWN;
}

static void read_rows(PlArena *arena, const char *path, const Source *source, Rows *rows)
{
    PlSlice rest = treebank_file(arena, path);
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        line = pl_slice_trim(line);
        Row row = {0};
        if (line.len == 0) {
            if (rows->n) rows->items[rows->n - 1].ends_sentence = true;
            continue;
        }
        if (!pl_slice_next(&line, source->separator, &row.form)) continue;
        pl_slice_next(&line, source->separator, &row.tag);
        if (row.form.len) *pl_vec_push(arena, rows) = row;
    }
    if (rows->n) rows->items[rows->n - 1].ends_sentence = true;
}

/* These corpora do not say where spaces were; most marks and clitics have none before them. */
static bool stands_apart(PlSlice form)
{
    static const char *const joined[] = {",", ".",  "!",   "?", ";",   ":",  ")",
                                         "%", "'s", "n't", "'", "'re", "'ll"};
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++)
        if (pl_slice_is(form, joined[i])) return false;
    return true;
}

typedef struct Reading {
    PlArena *arena;
    Rows rows;
    PL_VEC(int8_t) tags; /* by row */
} Reading;

static void read_sources(Reading *reading, const char *folder)
{
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        uint32_t first = reading->rows.n;
        const char *path = pl_arena_format(reading->arena, "%s/%s", folder, sources[i].path).ptr;
        read_rows(reading->arena, path, &sources[i], &reading->rows);
        int8_t before = PL_NAME_TAG_O;
        for (uint32_t r = first; r < reading->rows.n; r++) {
            before = tag_of(reading->rows.items[r].tag, sources[i].has_misc, before);
            *pl_vec_push(reading->arena, &reading->tags) = before;
            if (reading->rows.items[r].ends_sentence) before = PL_NAME_TAG_O;
        }
    }
}

static void fill_word(const PlTokens *tokens, uint32_t tok, bool is_first, int8_t name, Word *word)
{
    PlWordKey key = pl_word_key(tokens->lower[tok]);
    word->vocabulary = TREEBANK_NONE;
    word->vector = TREEBANK_NONE;
    word->n_affixes = (uint8_t)pl_word_affixes(&key, word->affixes);
    word->shape = (uint8_t)pl_word_shape(tokens->form[tok], is_first,
                                         (tokens->flags[tok] & PL_TOK_SPACE_BEFORE) != 0);
    word->name = name;
}

void names_corpus_read(PlArena *arena, const char *folder, NamesCorpus *corpus)
{
    Reading reading = {.arena = arena};
    read_sources(&reading, folder);
    size_t most = 0;
    for (uint32_t r = 0; r < reading.rows.n; r++)
        most += reading.rows.items[r].form.len + 1;
    char *text = pl_arena_array(arena, char, most + 1);
    size_t len = 0;
    uint32_t *starts = pl_arena_array(arena, uint32_t, reading.rows.n);
    for (uint32_t r = 0; r < reading.rows.n; r++) {
        PlSlice form = reading.rows.items[r].form;
        if (len && stands_apart(form)) text[len++] = ' ';
        starts[r] = (uint32_t)len;
        memcpy(text + len, form.ptr, form.len);
        len += form.len;
    }
    PlTokenColumns columns;
    pl_token_columns_init(&columns, arena, (PlSlice){text, len});
    uint32_t first = 0;
    for (uint32_t r = 0; r < reading.rows.n; r++) {
        pl_token_columns_add(&columns, starts[r],
                             starts[r] + (uint32_t)reading.rows.items[r].form.len);
        if (!reading.rows.items[r].ends_sentence) continue;
        pl_token_columns_add_sent(&columns, first, r + 1, 0);
        int n = (int)(r + 1 - first);
        Sentence *sentence = pl_vec_push(arena, &corpus->sentences);
        *sentence = (Sentence){pl_arena_array(arena, Word, (size_t)n), n, false, true, first};
        for (uint32_t tok = first; tok <= r; tok++)
            fill_word(&columns.tokens, tok, tok == first, reading.tags.items[tok],
                      &sentence->words[tok - first]);
        first = r + 1;
    }
    corpus->tokens = columns.tokens;
    printf("names: %u sentences, %u words without trees\n", corpus->sentences.n, reading.rows.n);
}

/* ---- names of a treebank -------------------------------------------------------------------- */

typedef struct IobSentence {
    PL_VEC(PlSlice) forms;
    PL_VEC(PlSlice) tags;
} IobSentence;

static bool next_sentence(PlArena *arena, PlSlice *rest, IobSentence *sentence)
{
    PlSlice line;
    sentence->forms.n = sentence->tags.n = 0;
    while (pl_slice_next(rest, '\n', &line)) {
        if (line.len == 0 && sentence->forms.n) return true;
        if (line.len == 0 || line.ptr[0] == '#') continue;
        PlSlice id, form, tag;
        if (!pl_slice_next(&line, '\t', &id) || !pl_slice_next(&line, '\t', &form) ||
            !pl_slice_next(&line, '\t', &tag))
            continue;
        *pl_vec_push(arena, &sentence->forms) = form;
        *pl_vec_push(arena, &sentence->tags) = tag;
    }
    return sentence->forms.n > 0;
}

/* The sentence's forms, each followed by a tab. */
static PlSlice joined(PlArena *arena, const PlSlice *forms, uint32_t n)
{
    size_t len = 0;
    for (uint32_t i = 0; i < n; i++)
        len += forms[i].len + 1;
    char *bytes = pl_arena_array(arena, char, len);
    char *at = bytes;
    for (uint32_t i = 0; i < n; i++) {
        memcpy(at, forms[i].ptr, forms[i].len);
        at += forms[i].len;
        *at++ = '\t';
    }
    return (PlSlice){bytes, len};
}

/* Sentences of the treebank by their forms; of equal ones each is found once, in order. */
typedef struct SentenceIndex {
    PlSymbols forms;
    PL_VEC(int32_t) first; /* by symbol */
    int32_t *next;         /* [n_sentences] of the same forms */
} SentenceIndex;

static void index_sentences(PlArena *arena, const Treebank *treebank, SentenceIndex *index)
{
    index->next = pl_arena_array(arena, int32_t, treebank->sentences.n);
    for (uint32_t s = treebank->sentences.n; s-- > 0;) {
        const Sentence *sentence = &treebank->sentences.items[s];
        PlSlice key =
            joined(arena, treebank->tokens.form + sentence->first_tok, (uint32_t)sentence->n);
        int32_t symbol = pl_symbols_intern(arena, &index->forms, key);
        if ((uint32_t)symbol == index->first.n) *pl_vec_push(arena, &index->first) = -1;
        index->next[s] = index->first.items[symbol];
        index->first.items[symbol] = (int32_t)s;
    }
}

void names_corpus_mark(PlArena *arena, const char *path, Treebank *treebank)
{
    PlSlice rest = treebank_file(arena, path);
    IobSentence iob = {0};
    SentenceIndex index = {0};
    uint32_t n_found = 0;
    index_sentences(arena, treebank, &index);
    while (next_sentence(arena, &rest, &iob)) {
        int32_t symbol = pl_symbols_find(&index.forms, joined(arena, iob.forms.items, iob.forms.n));
        int32_t s = symbol == PL_NO_SYMBOL ? -1 : index.first.items[symbol];
        if (s < 0) continue;
        index.first.items[symbol] = index.next[s];
        Sentence *sentence = &treebank->sentences.items[s];
        sentence->has_names = true;
        int8_t before = PL_NAME_TAG_O;
        for (int32_t w = 0; w < sentence->n; w++)
            sentence->words[w].name = before = tag_of(iob.tags.items[w], false, before);
        n_found++;
    }
    printf("names: %u of %u sentences of %s\n", n_found, treebank->sentences.n, path);
}

/* ---- scores --------------------------------------------------------------------------------- */

static bool is_main(int tag)
{
    return tag > PL_NAME_TAG_O && tag < PL_N_NAME_TAGS &&
           (tag - PL_NAME_TAG_B) % PL_N_NAME_TYPES != PL_NAME_MISC;
}

static int32_t name_end(const int8_t *tags, int32_t n, int32_t first)
{
    int inside = tags[first] - PL_NAME_TAG_B + PL_NAME_TAG_I;
    int32_t end = first + 1;
    while (end < n && tags[end] == inside)
        end++;
    return end;
}

void names_count(const Sentence *sentence, const Answer *answers, NameCounts *counts)
{
    enum { MOST = 512 };
    int8_t gold[MOST];
    int8_t said[MOST];
    int32_t n = sentence->n < MOST ? sentence->n : MOST;
    for (int32_t i = 0; i < n; i++) {
        int8_t before = i ? said[i - 1] : PL_NAME_TAG_O;
        gold[i] = sentence->words[i].name;
        said[i] = answers[i].name;
        /* An inside tag that continues nothing begins a name. */
        int type = said[i] - PL_NAME_TAG_I;
        if (type >= 0 && before != said[i] && before != PL_NAME_TAG_B + type)
            said[i] = (int8_t)(PL_NAME_TAG_B + type);
    }
    for (int32_t i = 0; i < n; i++) {
        bool gold_begins = is_main(gold[i]) && gold[i] < PL_NAME_TAG_I;
        bool said_begins = is_main(said[i]) && said[i] < PL_NAME_TAG_I;
        counts->n_gold += gold_begins;
        counts->n_said += said_begins;
        if (gold_begins && said_begins && gold[i] == said[i])
            counts->n_right += name_end(gold, n, i) == name_end(said, n, i);
    }
}

NameScores names_score(const NameCounts *counts)
{
    double precision = counts->n_said ? (double)counts->n_right / (double)counts->n_said : 0;
    double recall = counts->n_gold ? (double)counts->n_right / (double)counts->n_gold : 0;
    double sum = precision + recall;
    return (NameScores){100 * precision, 100 * recall,
                        sum > 0 ? 200 * precision * recall / sum : 0};
}
