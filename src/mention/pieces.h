/* Pieces: the words, numbers and marks of one sentence, finer than tokens.
 *
 * What a number means depends on what is glued to it: "30-day", "1970s", "2.5bn", "$5m",
 * "mid-2022", "1:35pm". Whether a tokeniser splits these is a matter of convention; pieces always
 * do, so that the grammars of times and quantities see one form.
 *
 *   "a 30-day truce"  ->  a | 30 | - | day | truce
 *
 * Invariants
 *  1. Pieces are in order, do not overlap and cover the tokens of the sentence but for white space.
 *  2. A number is digits with '.', ',' or ':' between digits, and may end in a vulgar fraction.
 *
 * owner    `arena`; slices borrow the tokens
 * cost     O(bytes of the sentence)
 */
#ifndef PL_MENTION_PIECES_H
#define PL_MENTION_PIECES_H

#include "token/tokens.h"

typedef enum PlPieceKind { PL_PIECE_WORD, PL_PIECE_NUMBER, PL_PIECE_MARK } PlPieceKind;

typedef struct PlPiece {
    PlSpan span;
    PlSlice lower;
    uint32_t tok;
    uint32_t sign; /* of `lower` (base/signs.h) */
    PlPieceKind kind;
    bool is_glued;   /* no white space before it */
    bool is_capital; /* begins with an upper-case letter */
} PlPiece;

typedef struct PlPieces {
    PL_VEC(PlPiece) pieces;
    uint32_t sent;
} PlPieces;

/* Replaces what `pieces` held by the pieces of sentence `sent`. */
void pl_pieces_find(PlArena *arena, const PlTokens *tokens, uint32_t sent, PlPieces *pieces);

/* The piece, or one of kind mark with an empty text outside the sentence. `i` may be -1. */
static inline const PlPiece *pl_piece_at(const PlPieces *pieces, int64_t i)
{
    static const PlPiece none = {.kind = PL_PIECE_MARK};
    return i >= 0 && i < (int64_t)pieces->pieces.n ? &pieces->pieces.items[i] : &none;
}
/* The piece at `i` reads `lower`. */
bool pl_piece_is(const PlPieces *pieces, int64_t i, const char *lower);
/* A hyphen or a dash between two glued pieces: the "-" of "30-day". */
bool pl_piece_is_hyphen(const PlPieces *pieces, int64_t i);
/* A hyphen, dash or minus sign. */
bool pl_piece_is_dash(const PlPieces *pieces, int64_t i);
/* The bytes from the first piece to the last, `end` not included. */
PlSpan pl_pieces_span(const PlPieces *pieces, uint32_t first, uint32_t end);

#endif
