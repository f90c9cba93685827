/* Name tagger: which runs of tokens are people, organisations or places.
 *
 * A linear-chain conditional random field over B, I, L, U of each type and O, with sparse features:
 * words, spellings, affixes, tags and heads around a token, how the sentence uses capitals, classes
 * of words made from their vectors, what names a word's vector leans to, and what the project's own
 * lists say of a word. Only tokens near one with a capital are
 * looked at; the runs between them are independent of each other, and all else is O. Weights are
 * bytes, sums integers, so every CPU gives the same output.
 *
 * A feature is a hash. It picks a line of four rows of 64 bytes together; a tag of 15 bits says
 * which row is its own. A feature that training never saw finds none and counts nothing.
 *
 * source   Lafferty et al. 2001; Ratinov and Roth 2009 (classes of words, lists, BILOU); Passos et
 *          al. 2014 (leanings)
 * threads  a table is read-only and shared, a tagger belongs to one thread
 */
#ifndef PL_SYNTAX_NAME_TAGGER_H
#define PL_SYNTAX_NAME_TAGGER_H

#include "nn/kernels.h"
#include "syntax/names_labels.h"
#include "syntax/syntax.h"
#include "syntax/value_table.h"

enum {
    PL_NAMES_N_LABELS = 13,
    PL_NAMES_N_COLUMNS = 14,
    PL_NAMES_LINE = 4,
    PL_NAMES_MOST_FEATURES = 64,
    PL_NAMES_N_SYNTAX = 9, /* features of tags and trees, the last ones of a token */

    /* Of a word's class: 10 bits of its fine class, whose upper 7 are its coarse one, 12 of lists,
     * three levels of what it leans to. */
    PL_NAMES_FINE_BITS = 10,
    PL_NAMES_COARSE_SHIFT = 3,
    PL_NAMES_LISTS_SHIFT = 10,
    PL_NAMES_LISTS_BITS = 12,
    PL_NAMES_LEANING_SHIFT = 22,
    PL_NAMES_LEANING_BITS = 3
};

/* O, then B, I, L, U of each type. */
typedef enum PlNameStep { PL_NAME_BEGIN, PL_NAME_INSIDE, PL_NAME_LAST, PL_NAME_UNIT } PlNameStep;

static inline int pl_name_label(int type, PlNameStep step)
{
    return 1 + 4 * type + (int)step;
}

typedef struct PlNameRow {
    uint16_t tag; /* 0 = free */
    int8_t weight[PL_NAMES_N_COLUMNS];
} PlNameRow;

typedef struct PlNamesTable {
    const PlNameRow *rows; /* [(mask + 1) * PL_NAMES_LINE]; NULL = a model without names */
    uint32_t mask;         /* of lines */
    const int16_t *follow; /* (PL_NAMES_N_LABELS, PL_NAMES_N_LABELS) from, to */
    PlValueTable classes;  /* hash of the word key -> class */
} PlNamesTable;

/* What is read of a token once. */
typedef struct PlNameWord {
    uint64_t word;
    uint64_t spelling;  /* of its letters' kinds: "Xx", "X.X.", "d" */
    uint64_t prefix[2]; /* 3 and 4 bytes */
    uint64_t suffix[3]; /* 2 to 4 bytes */
    uint32_t fine, coarse, lists, leaning;
    uint8_t xpos, deprel;
    uint8_t style;  /* of the sentence's capitals: the same number for the same use of them */
    bool is_near;   /* a capital stands here or close by */
    bool has_lower; /* a small letter stands here */
    int32_t head;   /* in the run of tokens given, -1 = outside */
} PlNameWord;

typedef struct PlNameTagger {
    const PlNamesTable *table;
    const PlNnKernels *kernels;
    PlNameWord *words;                                    /* [n_most] */
    int32_t *paths;                                       /* (n_most, PL_NAMES_N_LABELS) */
    uint8_t *from;                                        /* (n_most, PL_NAMES_N_LABELS) */
    uint8_t before[PL_NAMES_N_LABELS][PL_NAMES_N_LABELS]; /* labels that each may follow */
    uint8_t n_before[PL_NAMES_N_LABELS];
} PlNameTagger;

void pl_names_alloc(PlArena *arena, PlNameTagger *tagger, const PlNamesTable *table,
                    uint32_t n_most);

/* Begins to fetch what pl_names_run will look up of words with these hashes of their keys. */
void pl_names_prefetch(const PlNameTagger *tagger, const uint64_t *hashes, uint32_t n);

/* Fills name_tag of the tokens [first, end), at most n_most; the other columns of syntax are there.
 */
void pl_names_run(PlNameTagger *tagger, const PlTokens *tokens, uint32_t first, uint32_t end,
                  PlSyntax *syntax);

/* For the trainer. The words of [first, end), and the features of one of them; returns how many. */
void pl_names_read_words(const PlNamesTable *table, const PlTokens *tokens, const PlSyntax *syntax,
                         uint32_t first, uint32_t end, PlNameWord *words);
uint32_t pl_names_features(const PlNameWord *words, uint32_t n, uint32_t at,
                           uint64_t features[PL_NAMES_MOST_FEATURES]);
/* Whether a label may follow another, and stand first and last in a run. */
bool pl_names_may_follow(int from, int to);
bool pl_names_may_begin(int label);
bool pl_names_may_end(int label);

static inline uint16_t pl_names_row_tag(uint64_t feature)
{
    return (uint16_t)(feature >> 48) | 1;
}

#endif
