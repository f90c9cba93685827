/* Number words: cardinals, ordinals, ranges and hedges, in digits and in words.
 *
 *   "19,000"  "two hundred and five"  "2.5 million"  "3bn"  "half a million"  "8½"
 *   "20 to 30"  "between 5 and 7"  "2-3 million"      low and high
 *   "tens of thousands"  "several hundred"             low and high, no value
 *   "several"  "a few"                                 vague: no value at all
 *
 * owner    the model lives in the arena given to pl_numbers_load, immutable afterwards
 * cost     O(pieces read)
 * threads  the model is shared
 */
#ifndef PL_MENTION_NUMBER_WORDS_H
#define PL_MENTION_NUMBER_WORDS_H

#include "mention/piece_words.h"

typedef struct PlNumbers PlNumbers;

typedef struct PlNumber {
    double value; /* NaN = not a single number */
    double low;   /* as value, or the ends of a range; NaN when vague */
    double high;
    uint32_t n_pieces;
    bool is_digits;  /* begins with digits */
    bool is_plain;   /* one piece: "2016", "seven" */
    bool is_article; /* the number is in an article: "a thousand", "an hour" */
    bool is_vague;   /* "several", "a few" */
    bool is_range;   /* two numbers */
} PlNumber;

typedef enum PlHedge {
    PL_HEDGE_NONE,
    PL_HEDGE_ABOUT, /* about, some, roughly */
    PL_HEDGE_OVER,  /* more than, at least */
    PL_HEDGE_UNDER  /* fewer than, up to, nearly */
} PlHedge;

const PlNumbers *pl_numbers_load(PlArena *arena);

/* The number or range at piece `i`, "between" and "from" included. */
bool pl_numbers_read(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i,
                     PlNumber *number);
/* A number below 100 in words, "seven", "forty-five"; false when there is none. */
bool pl_numbers_small(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i, int32_t *value,
                      uint32_t *n_pieces);
/* "third", "21st"; false when there is none. */
bool pl_numbers_ordinal(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i,
                        int32_t *ordinal, uint32_t *n_pieces);
/* The hedge at piece `i` and its pieces, PL_HEDGE_NONE and 0 when there is none. */
PlHedge pl_numbers_hedge(const PlNumbers *numbers, const PlPieces *pieces, uint32_t i,
                         uint32_t *n_pieces);
/* A word that takes a number as its name: "article", "resolution", "no." */
bool pl_numbers_is_designator(const PlNumbers *numbers, const PlPieces *pieces, int64_t i);
/* Digits without a separator: their value, or -1 when the piece is anything else or too long. */
int32_t pl_numbers_digits(const PlPiece *piece);

#endif
