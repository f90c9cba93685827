/* Lexicon: the phrases of a table as a trie over words.
 *
 * Words are symbols; an edge (node, word) -> node sits in one open-addressing table, so a step is
 * one probe whatever the fan-out. A match carries a small frontier of nodes, because a token can
 * step by its form and by its lemma.
 *
 * A phrase is entered twice when tokenisation could cut it further than its spaces do
 * ("cease-fire", "secretary-general", "people's"): once by its spaces, once by the cuts of UD.
 */
#include "syntax/lexicon.h"

#include <assert.h>
#include <string.h>

#include "base/signs.h"

enum {
    MAX_WORDS = 24,   /* of a phrase, after cutting */
    MAX_LEMMA = 64,   /* bytes; no phrase has a longer word */
    MAX_FRONTIER = 8, /* nodes alive at one token; form and lemma give at most a few */
    ROOT = 0
};

typedef struct Edge {
    uint32_t node;
    int32_t word; /* -1 = free */
    uint32_t target;
} Edge;

struct PlLexicon {
    PlTable table;
    PlSymbols words;
    PlSymbols phrases;
    PL_VEC(int32_t) phrase_rows; /* by symbol of `phrases` */
    PL_VEC(int32_t) node_rows;   /* by node: the row that ends there, -1 = none */
    Edge *edges;                 /* [n_slots] */
    uint32_t n_slots;            /* a power of two */
    uint32_t n_edges;
    PlSigns starts; /* words that phrases begin with */
};

static uint32_t edge_slot(const PlLexicon *lexicon, uint32_t node, int32_t word)
{
    uint64_t mixed = ((uint64_t)node << 32 | (uint32_t)word) * 0x9E3779B97F4A7C15u;
    uint32_t mask = lexicon->n_slots - 1;
    uint32_t slot = (uint32_t)(mixed >> 32) & mask;
    while (lexicon->edges[slot].word >= 0 &&
           (lexicon->edges[slot].node != node || lexicon->edges[slot].word != word))
        slot = (slot + 1) & mask;
    return slot;
}

static void widen(PlArena *arena, PlLexicon *lexicon)
{
    Edge *old = lexicon->edges;
    uint32_t n_old = lexicon->n_slots;
    lexicon->n_slots = n_old ? n_old * 2 : 256;
    lexicon->edges = pl_arena_array(arena, Edge, lexicon->n_slots);
    for (uint32_t i = 0; i < lexicon->n_slots; i++)
        lexicon->edges[i].word = -1;
    for (uint32_t i = 0; i < n_old; i++)
        if (old[i].word >= 0) lexicon->edges[edge_slot(lexicon, old[i].node, old[i].word)] = old[i];
}

static uint32_t step_or_add(PlArena *arena, PlLexicon *lexicon, uint32_t node, PlSlice word)
{
    if (lexicon->n_edges * 2 >= lexicon->n_slots) widen(arena, lexicon);
    int32_t symbol = pl_symbols_intern_lasting(arena, &lexicon->words, word);
    uint32_t slot = edge_slot(lexicon, node, symbol);
    if (lexicon->edges[slot].word >= 0) return lexicon->edges[slot].target;
    uint32_t target = lexicon->node_rows.n;
    *pl_vec_push(arena, &lexicon->node_rows) = -1;
    lexicon->edges[slot] = (Edge){node, symbol, target};
    lexicon->n_edges++;
    return target;
}

static void add_words(PlArena *arena, PlLexicon *lexicon, const PlSlice *words, uint32_t n_words,
                      int32_t row)
{
    if (n_words == 0) return;
    uint32_t node = ROOT;
    pl_signs_add(&lexicon->starts, words[0]);
    for (uint32_t i = 0; i < n_words; i++)
        node = step_or_add(arena, lexicon, node, words[i]);
    if (lexicon->node_rows.items[node] < 0) lexicon->node_rows.items[node] = row;
}

/* Where UD cuts a word first: after a hyphen's left side, before it, before a clitic. 0 = nowhere.
 */
static size_t first_cut(PlSlice word)
{
    if (word.ptr[0] == '-') return word.len > 1 ? 1 : 0;
    for (size_t i = 1; i < word.len; i++)
        if (word.ptr[i] == '-') return i;
    if (pl_slice_is(word, "cannot")) return 3;
    if (word.len > 3 && pl_slice_ends(word, "n't")) return word.len - 3;
    if (word.len > 2 && pl_slice_ends(word, "'s")) return word.len - 2;
    if (word.len > 2 && pl_slice_ends(word, "s'")) return word.len - 1;
    return 0;
}

static void add_phrase(PlArena *arena, PlLexicon *lexicon, PlSlice phrase, int32_t row)
{
    PlSlice whole[MAX_WORDS];
    PlSlice cut[MAX_WORDS];
    uint32_t n_whole = 0;
    uint32_t n_cut = 0;
    PlSlice rest = phrase;
    PlSlice word;
    while (pl_slice_next(&rest, ' ', &word)) {
        if (word.len == 0) continue;
        assert(n_cut + 1 < MAX_WORDS && "a phrase of data/en has too many words");
        if (n_cut + 1 >= MAX_WORDS) return;
        whole[n_whole++] = word;
        for (size_t at = first_cut(word); at && n_cut + 1 < MAX_WORDS; at = first_cut(word)) {
            cut[n_cut++] = (PlSlice){word.ptr, at};
            word = (PlSlice){word.ptr + at, word.len - at};
        }
        cut[n_cut++] = word;
    }
    add_words(arena, lexicon, whole, n_whole, row);
    if (n_cut != n_whole) add_words(arena, lexicon, cut, n_cut, row);
    int32_t symbol = pl_symbols_intern_lasting(arena, &lexicon->phrases, phrase);
    if ((uint32_t)symbol == lexicon->phrase_rows.n)
        *pl_vec_push(arena, &lexicon->phrase_rows) = row;
}

const PlLexicon *pl_lexicon_load(PlArena *arena, const char *file)
{
    return pl_lexicon_make(arena, pl_table_load(arena, file));
}

const PlLexicon *pl_lexicon_make(PlArena *arena, PlTable table)
{
    PlLexicon *lexicon = pl_arena_new(arena, PlLexicon);
    lexicon->table = table;
    *pl_vec_push(arena, &lexicon->node_rows) = -1;
    widen(arena, lexicon);
    for (uint32_t row = 0; row < lexicon->table.n_rows; row++) {
        PlSlice rest = pl_table_cell(&lexicon->table, row, 0);
        PlSlice spelling;
        while (pl_slice_next(&rest, '|', &spelling)) {
            spelling = pl_slice_trim(spelling);
            if (spelling.len) add_phrase(arena, lexicon, spelling, (int32_t)row);
        }
    }
    return lexicon;
}

const PlTable *pl_lexicon_table(const PlLexicon *lexicon)
{
    return &lexicon->table;
}

PlSlice pl_lexicon_cell(const PlLexicon *lexicon, int32_t row, uint32_t column)
{
    if (row < 0) return (PlSlice){0};
    return pl_table_cell(&lexicon->table, (uint32_t)row, column);
}

/* Nodes reached at one token. */
typedef struct Frontier {
    uint32_t nodes[MAX_FRONTIER];
    uint32_t n;
} Frontier;

static void step(const PlLexicon *lexicon, const Frontier *from, int32_t word, Frontier *to)
{
    if (word == PL_NO_SYMBOL) return;
    for (uint32_t i = 0; i < from->n && to->n < MAX_FRONTIER; i++) {
        const Edge *edge = &lexicon->edges[edge_slot(lexicon, from->nodes[i], word)];
        if (edge->word >= 0) to->nodes[to->n++] = edge->target;
    }
}

/* The symbol of a word in a phrase; of a first one, only when some phrase may begin so. */
static int32_t find_word(const PlLexicon *lexicon, PlSlice word, bool is_first)
{
    if (is_first && !pl_signs_may_hold(&lexicon->starts, word)) return PL_NO_SYMBOL;
    return pl_symbols_find(&lexicon->words, word);
}

/* Lemmas of names keep their capitals, phrases have none. */
static int32_t find_lemma(const PlLexicon *lexicon, PlSlice lemma, bool is_first)
{
    char lower[MAX_LEMMA];
    if (lemma.len > sizeof lower) return PL_NO_SYMBOL;
    for (size_t i = 0; i < lemma.len; i++) {
        char c = lemma.ptr[i];
        lower[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return find_word(lexicon, (PlSlice){lower, lemma.len}, is_first);
}

static int32_t best_row(const PlLexicon *lexicon, const Frontier *frontier)
{
    int32_t best = -1;
    for (uint32_t i = 0; i < frontier->n; i++) {
        int32_t row = lexicon->node_rows.items[frontier->nodes[i]];
        if (row >= 0 && (best < 0 || row < best)) best = row;
    }
    return best;
}

PlLexiconHit pl_lexicon_match(const PlLexicon *lexicon, const PlTokens *tokens,
                              const PlSyntax *syntax, uint32_t tok)
{
    PlLexiconHit hit = {-1, 0};
    uint32_t end_tok = tokens->sent_first_tok[tokens->sent[tok] + 1];
    Frontier frontier = {{ROOT}, 1};
    for (uint32_t at = tok; at < end_tok && frontier.n; at++) {
        Frontier next = {{0}, 0};
        int32_t lower = find_word(lexicon, tokens->lower[at], at == tok);
        step(lexicon, &frontier, lower, &next);
        if (syntax && syntax->lemma && !pl_slice_equal(syntax->lemma[at], tokens->lower[at])) {
            int32_t lemma = find_lemma(lexicon, syntax->lemma[at], at == tok);
            if (lemma != lower) step(lexicon, &frontier, lemma, &next);
        }
        int32_t row = best_row(lexicon, &next);
        if (row >= 0) hit = (PlLexiconHit){row, at - tok + 1};
        frontier = next;
    }
    return hit;
}

int32_t pl_lexicon_find(const PlLexicon *lexicon, PlSlice phrase)
{
    int32_t symbol = pl_symbols_find(&lexicon->phrases, phrase);
    return symbol == PL_NO_SYMBOL ? -1 : lexicon->phrase_rows.items[symbol];
}
