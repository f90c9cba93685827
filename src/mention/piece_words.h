/* Piece words: a table of words and short phrases from data/en, matched at a piece.
 *
 * As syntax/lexicon.h, but over pieces and without lemmas: "sat." is Saturday and "sat" is not. The
 * first column is the phrase, with '|' between spellings; hyphens inside a phrase are spaces. The
 * second column is its class, a name of the caller's list. The longest phrase wins.
 *
 * owner    the arena given to pl_piece_words_load, immutable afterwards
 * cost     a look-up is O(1): a bit, then one probe, more only where a longer phrase can begin
 */
#ifndef PL_MENTION_PIECE_WORDS_H
#define PL_MENTION_PIECE_WORDS_H

#include "base/data.h"
#include "base/signs.h"
#include "base/symbols.h"
#include "mention/pieces.h"

enum {
    PL_PIECE_WORDS_MAX = 5, /* words of a phrase */
    PL_PIECE_WORDS_MOST_CLASSES = 64
};

typedef struct PlPieceWord {
    uint8_t class_; /* index into the class names */
    PlSlice value;  /* third column */
    double number;  /* the third column as a number, 0 when it is none */
} PlPieceWord;

typedef struct PlPieceWords {
    PlPieceWord *rows;            /* [n_rows] */
    PlSymbols phrases;            /* spellings */
    PL_VEC(uint32_t) phrase_rows; /* by symbol of `phrases` */
    PlSymbols starts;             /* first words */
    /* By sign (base/signs.h) of a first word: which classes a phrase may have that begins so. Most
     * pieces are asked for many classes and have none. */
    uint64_t sign_classes[PL_N_SIGNS];
    PL_VEC(uint8_t) most_words; /* by symbol of `starts`: of the longest phrase */
} PlPieceWords;

/* class_names[n_classes]; a row of another class is our own mistake (assertion). */
void pl_piece_words_load(PlArena *arena, PlPieceWords *words, const char *file,
                         const char *const *class_names, uint32_t n_classes);

/* The longest phrase at piece `i`: its row, and how many pieces it takes; NULL = none. */
const PlPieceWord *pl_piece_words_match(const PlPieceWords *words, const PlPieces *pieces,
                                        int64_t i, uint32_t *n_pieces);
/* As above, but only a row of class `class_`. */
static inline const PlPieceWord *pl_piece_words_class(const PlPieceWords *words,
                                                      const PlPieces *pieces, int64_t i,
                                                      uint8_t class_, uint32_t *n_pieces)
{
    if (!(words->sign_classes[pl_piece_at(pieces, i)->sign] >> class_ & 1)) return NULL;
    uint32_t n;
    const PlPieceWord *word = pl_piece_words_match(words, pieces, i, &n);
    if (!word || word->class_ != class_) return NULL;
    *n_pieces = n;
    return word;
}

#endif
