#include "syntax/name_tagger.h"

#include <stddef.h>
#include <string.h>

#include "syntax/word_features.h"
#include "text/utf8.h"

enum {
    REACH = 2
}; /* tokens on each side of a capital or a proper noun that may be part of its name */

/* ---- words ---------------------------------------------------------------------------------- */

typedef enum LetterKind { KIND_MARK, KIND_LOWER, KIND_UPPER, KIND_DIGIT } LetterKind;

static LetterKind kind_of(uint32_t point)
{
    if (point >= 'a' && point <= 'z') return KIND_LOWER;
    if (point >= 'A' && point <= 'Z') return KIND_UPPER;
    if (point >= '0' && point <= '9') return KIND_DIGIT;
    if (point < 0x80) return KIND_MARK;
    if (pl_utf8_is_upper(point)) return KIND_UPPER;
    return pl_utf8_is_letter(point) ? KIND_LOWER : KIND_MARK;
}

/* The kinds of the form's letters, repeats once, marks as themselves. */
static uint64_t spelling_of(PlSlice form, bool is_first, PlNameWord *word)
{
    uint64_t hash = is_first ? 3 : 1;
    uint32_t before = UINT32_MAX;
    word->is_near = false;
    word->has_lower = false;
    for (size_t i = 0; i < form.len && i < PL_WORD_KEY_BYTES;) {
        uint32_t point = pl_utf8_next(form, &i);
        LetterKind kind = kind_of(point);
        uint32_t sign = kind == KIND_MARK ? 16 + point : (uint32_t)kind;
        if (kind == KIND_UPPER) word->is_near = true;
        if (kind == KIND_LOWER) word->has_lower = true;
        if (sign != before) hash = pl_hash_mix(hash, sign);
        before = sign;
    }
    return hash;
}

static void read_word(const PlNamesTable *table, const PlTokens *tokens, const PlSyntax *syntax,
                      uint32_t tok, bool is_first, PlNameWord *word)
{
    PlWordKey key = pl_word_key(tokens->lower[tok]);
    word->word = pl_word_key_hash(&key);
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t len = key.len < i + 3 ? key.len : i + 3;
        word->prefix[i] = pl_slice_hash((PlSlice){key.bytes, len});
    }
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t len = key.len < i + 2 ? key.len : i + 2;
        word->suffix[i] = pl_slice_hash((PlSlice){key.bytes + key.len - len, len});
    }
    word->spelling = spelling_of(tokens->form[tok], is_first, word);
    int64_t class = pl_value_table_find(&table->classes, word->word);
    uint32_t bits = class < 0 ? 0 : (uint32_t) class;
    word->fine = bits & ((1u << PL_NAMES_FINE_BITS) - 1);
    word->coarse = word->fine >> PL_NAMES_COARSE_SHIFT;
    word->lists = bits >> PL_NAMES_LISTS_SHIFT & ((1u << PL_NAMES_LISTS_BITS) - 1);
    word->leaning = bits >> PL_NAMES_LEANING_SHIFT;
    word->xpos = syntax->xpos[tok];
    word->deprel = syntax->deprel[tok];
}

/* How a sentence is written: its capitals say little where all words have them, or none. */
typedef enum Style { STYLE_PLAIN, STYLE_SMALL, STYLE_TITLE, STYLE_UPPER } Style;

static Style style_of(uint32_t n, const PlNameWord *words)
{
    uint32_t n_small = 0, n_capital = 0, n_upper = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!words[i].is_near) {
            n_small += words[i].has_lower;
        } else if (i > 0) {
            n_capital++;
            n_upper += !words[i].has_lower;
        }
    }
    if (n_capital == 0) return n_small ? STYLE_SMALL : STYLE_PLAIN;
    if (n_upper > 2 && n_upper > 4 * (n_small + n_capital - n_upper)) return STYLE_UPPER;
    return n_capital > 2 && n_capital > n_small ? STYLE_TITLE : STYLE_PLAIN;
}

static void mark_near(uint32_t n, PlNameWord *words)
{
    uint32_t since = REACH + 1;
    for (uint32_t i = 0; i < n; i++) {
        bool proper = words[i].xpos == PL_XPOS_NNP || words[i].xpos == PL_XPOS_NNPS;
        bool capital = proper || words[i].is_near;
        words[i].is_near = capital;
        since = capital ? 0 : since + 1;
        words[i].head = since <= REACH; /* for the moment: near one on the left */
    }
    since = REACH + 1;
    for (uint32_t i = n; i-- > 0;) {
        since = words[i].is_near ? 0 : since + 1;
        words[i].is_near = since <= REACH || words[i].head;
    }
}

void pl_names_read_words(const PlNamesTable *table, const PlTokens *tokens, const PlSyntax *syntax,
                         uint32_t first, uint32_t end, PlNameWord *words)
{
    uint32_t n = end - first;
    for (uint32_t i = 0; i < n; i++)
        read_word(table, tokens, syntax, first + i,
                  first + i == tokens->sent_first_tok[tokens->sent[first]], &words[i]);
    uint32_t style = style_of(n, words);
    for (uint32_t i = 0; i < n; i++)
        words[i].style = (uint8_t)style;
    mark_near(n, words);
    for (uint32_t i = 0; i < n; i++) {
        int32_t head = syntax->head_tok[first + i];
        bool inside = head >= (int32_t)first && head < (int32_t)end;
        words[i].head = inside ? head - (int32_t)first : -1;
    }
}

/* ---- features ------------------------------------------------------------------------------- */

typedef struct FeatureList {
    uint64_t *items;
    uint32_t n;
} FeatureList;

/* The kind of a feature is its number in the list, so every token has the same ones in the same
 * order. */
static void add(FeatureList *list, uint64_t a)
{
    list->items[list->n] = pl_hash_mix(pl_hash_mix(0x6E616D65u + list->n, a), a >> 32);
    list->n++;
}

static void add2(FeatureList *list, uint64_t a, uint64_t b)
{
    add(list, pl_hash_mix(a + 0x51ED2701u, b));
}

static void add3(FeatureList *list, uint64_t a, uint64_t b, uint64_t c)
{
    add(list, pl_hash_mix(pl_hash_mix(a + 0x51ED2701u, b), c));
}

/* What stands beyond a sentence's ends. */
static const PlNameWord *neighbour(const PlNameWord *words, uint32_t n, int64_t at)
{
    static const PlNameWord beyond = {.word = 7, .spelling = 7, .xpos = 0xFF, .deprel = 0xFF};
    return at < 0 || at >= n ? &beyond : &words[at];
}

static void add_words(FeatureList *list, const PlNameWord *const w[5])
{
    for (int i = 0; i < 5; i++)
        add(list, w[i]->word);
    add2(list, w[1]->word, w[2]->word);
    add2(list, w[2]->word, w[3]->word);
    add2(list, w[2]->word, w[2]->spelling);
    for (int i = 0; i < 2; i++)
        add(list, w[2]->prefix[i]);
    for (int i = 0; i < 3; i++)
        add(list, w[2]->suffix[i]);
}

static void add_spellings(FeatureList *list, const PlNameWord *const w[5])
{
    for (int i = 1; i < 4; i++)
        add(list, w[i]->spelling);
    add2(list, w[1]->spelling, w[2]->spelling);
    add2(list, w[2]->spelling, w[3]->spelling);
    add3(list, w[1]->spelling, w[2]->spelling, w[3]->spelling);
    add2(list, w[1]->word, w[2]->spelling);
    add2(list, w[3]->word, w[2]->spelling);
}

static void add_classes(FeatureList *list, const PlNameWord *const w[5])
{
    for (int i = 0; i < 5; i++)
        add(list, w[i]->fine);
    add2(list, w[2]->fine, w[2]->spelling);
    add2(list, w[1]->coarse, w[2]->coarse);
    add2(list, w[2]->coarse, w[3]->coarse);
    add3(list, w[1]->coarse, w[2]->spelling, w[3]->coarse);
    for (int i = 1; i < 4; i++)
        add2(list, w[i]->lists, w[i]->spelling);
    add3(list, w[1]->lists, w[2]->lists, w[2]->spelling);
    add3(list, w[2]->lists, w[3]->lists, w[2]->spelling);
}

/* A leaning without the lowest bit of each of its three levels. */
static uint32_t roughly(uint32_t leaning)
{
    return leaning & 0666;
}

static void add_leanings(FeatureList *list, const PlNameWord *const w[5])
{
    add2(list, w[2]->leaning, w[2]->spelling);
    add3(list, roughly(w[1]->leaning), roughly(w[2]->leaning), w[2]->spelling);
    add3(list, roughly(w[2]->leaning), roughly(w[3]->leaning), w[2]->spelling);
}

static void add_styles(FeatureList *list, const PlNameWord *const w[5])
{
    uint32_t style = w[2]->style;
    add2(list, style, w[2]->spelling);
    add2(list, style, w[2]->word);
    add2(list, style, w[1]->word);
    add2(list, style, w[3]->word);
    add3(list, style, w[2]->lists, w[2]->spelling);
    add3(list, style, roughly(w[2]->leaning), w[2]->spelling);
}

static void add_syntax(FeatureList *list, const PlNameWord *words, const PlNameWord *const w[5])
{
    for (int i = 1; i < 4; i++)
        add(list, w[i]->xpos);
    add2(list, w[1]->xpos, w[2]->xpos);
    add2(list, w[2]->xpos, w[3]->xpos);
    add3(list, w[2]->xpos, w[2]->style, w[2]->spelling);
    int32_t head = w[2]->head;
    uint32_t class = head < 0 ? 0xFFFF : words[head].fine;
    add3(list, w[2]->deprel, w[2]->style, w[2]->spelling);
    add2(list, w[2]->deprel, class);
    add3(list, w[2]->deprel, head < 0 ? 1 : words[head].word, w[2]->spelling);
}

uint32_t pl_names_features(const PlNameWord *words, uint32_t n, uint32_t at,
                           uint64_t features[PL_NAMES_MOST_FEATURES])
{
    const PlNameWord *w[5];
    for (int i = 0; i < 5; i++)
        w[i] = neighbour(words, n, (int64_t)at + i - 2);
    FeatureList list = {features, 0};
    add_words(&list, w);
    add_spellings(&list, w);
    add_classes(&list, w);
    add_leanings(&list, w);
    add_styles(&list, w);
    add_syntax(&list, words, w);
    return list.n;
}

/* ---- labels --------------------------------------------------------------------------------- */

static bool is_open(int label)
{
    return label > 0 && (label - 1) % 4 <= PL_NAME_INSIDE;
}

static bool goes_on(int label)
{
    return label > 0 && ((label - 1) % 4 == PL_NAME_INSIDE || (label - 1) % 4 == PL_NAME_LAST);
}

bool pl_names_may_follow(int from, int to)
{
    if (!is_open(from)) return !goes_on(to);
    return goes_on(to) && (from - 1) / 4 == (to - 1) / 4;
}

bool pl_names_may_begin(int label)
{
    return !goes_on(label);
}

bool pl_names_may_end(int label)
{
    return !is_open(label);
}

/* ---- paths ---------------------------------------------------------------------------------- */

_Static_assert(sizeof(PlNameRow) == PL_NN_SHORT_ROW, "rows are summed up whole");
_Static_assert((int)PL_NAMES_MOST_FEATURES <= (int)PL_NN_MOST_SHORT_ROWS, "sums would overflow");

void pl_names_alloc(PlArena *arena, PlNameTagger *tagger, const PlNamesTable *table,
                    uint32_t n_most)
{
    *tagger = (PlNameTagger){.table = table, .kernels = pl_nn_kernels(0)};
    if (!table->rows) return;
    tagger->words = pl_arena_array(arena, PlNameWord, n_most);
    tagger->paths = pl_arena_array(arena, int32_t, (size_t)n_most * PL_NAMES_N_LABELS);
    tagger->from = pl_arena_array(arena, uint8_t, (size_t)n_most * PL_NAMES_N_LABELS);
    for (int to = 0; to < PL_NAMES_N_LABELS; to++)
        for (int label = 0; label < PL_NAMES_N_LABELS; label++)
            if (pl_names_may_follow(label, to))
                tagger->before[to][tagger->n_before[to]++] = (uint8_t)label;
}

/* The features of a token; their lines are fetched while the token before it is scored. */
typedef struct Fetched {
    uint64_t features[PL_NAMES_MOST_FEATURES];
    uint32_t n;
} Fetched;

static const PlNameRow *line_of(const PlNamesTable *table, uint64_t feature)
{
    return table->rows + (size_t)((uint32_t)feature & table->mask) * PL_NAMES_LINE;
}

static void fetch(const PlNameTagger *tagger, uint32_t n, uint32_t at, Fetched *fetched)
{
    fetched->n = pl_names_features(tagger->words, n, at, fetched->features);
    for (uint32_t i = 0; i < fetched->n; i++)
        __builtin_prefetch(line_of(tagger->table, fetched->features[i]));
}

/* The row of a feature; that of one which training never saw counts nothing. No branch: whether a
 * feature is known cannot be guessed. */
static const PlNameRow *row_of(const PlNamesTable *table, uint64_t feature)
{
    static const PlNameRow unknown = {0};
    const PlNameRow *line = line_of(table, feature);
    uint16_t tag = pl_names_row_tag(feature);
    const PlNameRow *row = &unknown;
    for (uint32_t r = PL_NAMES_LINE; r-- > 0;)
        row = line[r].tag == tag ? &line[r] : row;
    return row;
}

static void score_token(const PlNameTagger *tagger, const Fetched *fetched,
                        int32_t scores[PL_NAMES_N_COLUMNS])
{
    enum { FIRST = offsetof(PlNameRow, weight) };
    const int8_t *rows[PL_NAMES_MOST_FEATURES];
    int16_t sum[PL_NN_SHORT_ROW]; /* of whole rows, their tags too */
    for (uint32_t i = 0; i < fetched->n; i++)
        rows[i] = (const int8_t *)row_of(tagger->table, fetched->features[i]);
    tagger->kernels->sum_short_rows(rows, fetched->n, sum);
    for (int c = 0; c < PL_NAMES_N_COLUMNS; c++)
        scores[c] = sum[FIRST + c];
}

enum { IMPOSSIBLE = -(1 << 28) };

/* Of the labels that `to` may follow, the one with the best path; the first of equal ones. */
static int32_t best_before(const PlNameTagger *tagger, const int32_t *paths, int to, uint8_t *from)
{
    int32_t best = IMPOSSIBLE;
    *from = 0;
    for (uint32_t i = 0; i < tagger->n_before[to]; i++) {
        uint8_t label = tagger->before[to][i];
        int32_t path = paths[label] + tagger->table->follow[label * PL_NAMES_N_LABELS + to];
        if (path <= best) continue;
        best = path;
        *from = label;
    }
    return best;
}

static void extend_paths(PlNameTagger *tagger, uint32_t at, bool is_first, const int32_t *scores)
{
    int32_t *paths = tagger->paths + (size_t)at * PL_NAMES_N_LABELS;
    uint8_t *from = tagger->from + (size_t)at * PL_NAMES_N_LABELS;
    for (int to = 0; to < PL_NAMES_N_LABELS; to++) {
        int32_t best = IMPOSSIBLE;
        if (is_first) {
            from[to] = 0;
            if (pl_names_may_begin(to)) best = 0;
        } else {
            best = best_before(tagger, paths - PL_NAMES_N_LABELS, to, &from[to]);
        }
        paths[to] = best == IMPOSSIBLE ? best : best + scores[to];
    }
}

static uint8_t tag_of(int label)
{
    if (label == 0) return PL_NAME_TAG_O;
    int step = (label - 1) % 4;
    bool begins = step == PL_NAME_BEGIN || step == PL_NAME_UNIT;
    return (uint8_t)((begins ? PL_NAME_TAG_B : PL_NAME_TAG_I) + (label - 1) / 4);
}

/* The run [first, end) of near tokens, all after it ready. */
static void follow_back(const PlNameTagger *tagger, uint32_t first, uint32_t end, uint8_t *tags)
{
    const int32_t *last = tagger->paths + (size_t)(end - 1) * PL_NAMES_N_LABELS;
    int best = 0;
    for (int label = 1; label < PL_NAMES_N_LABELS; label++)
        if (pl_names_may_end(label) && last[label] > last[best]) best = label;
    for (uint32_t at = end; at-- > first;) {
        tags[at] = tag_of(best);
        best = tagger->from[(size_t)at * PL_NAMES_N_LABELS + (size_t)best];
    }
}

void pl_names_prefetch(const PlNameTagger *tagger, const uint64_t *hashes, uint32_t n)
{
    if (!tagger->table->rows) return;
    for (uint32_t i = 0; i < n; i++)
        pl_value_table_prefetch(&tagger->table->classes, hashes[i]);
}

void pl_names_run(PlNameTagger *tagger, const PlTokens *tokens, uint32_t first, uint32_t end,
                  PlSyntax *syntax)
{
    uint32_t n = end - first;
    uint8_t *tags = syntax->name_tag + first;
    memset(tags, PL_NAME_TAG_O, n);
    if (!tagger->table->rows) return;
    pl_names_read_words(tagger->table, tokens, syntax, first, end, tagger->words);
    for (uint32_t at = 0; at < n;) {
        if (!tagger->words[at].is_near) {
            at++;
            continue;
        }
        uint32_t run = at;
        Fetched fetched[2]; /* of this token and of the next */
        fetch(tagger, n, at, &fetched[at % 2]);
        for (; at < n && tagger->words[at].is_near; at++) {
            int32_t scores[PL_NAMES_N_COLUMNS];
            if (at + 1 < n && tagger->words[at + 1].is_near)
                fetch(tagger, n, at + 1, &fetched[(at + 1) % 2]);
            score_token(tagger, &fetched[at % 2], scores);
            extend_paths(tagger, at, at == run, scores);
        }
        follow_back(tagger, run, at, tags);
    }
}
