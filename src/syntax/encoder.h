/* Encoder: tokens of a sentence as rows of activations that know their neighbours, and what reads
 * these rows directly: part of speech, names, and the parser's slots.
 *
 *   word row + affix rows + shape row        x0
 *   x[l+1] = x[l] + relu(conv(x[l] at the token, before it and after it, `dilation` away))
 *
 * A known word has its affixes already in its row; only other words look up affixes. The slots in
 * which most tokens come to stand are filled ahead, the others when the parser asks.
 *
 * owner    the arena given to pl_encoder_alloc
 * cost     linear in tokens
 * threads  an encoder belongs to one
 */
#ifndef PL_SYNTAX_ENCODER_H
#define PL_SYNTAX_ENCODER_H

#include "syntax/model.h"

/* The rows that a token is the sum of. */
typedef struct PlWordRows {
    bool is_known; /* one row of a word, else rows of affixes */
    uint32_t n;
    uint32_t row[PL_N_AFFIXES];
} PlWordRows;

typedef struct PlEncoder {
    const PlSyntaxModel *model;
    uint32_t n;       /* tokens of the segment */
    uint64_t *hashes; /* [n] of the words' keys */
    PlWordRows *rows; /* [n] */
    int16_t *x;       /* (n, dim) */
    /* (n, dim) x as the next layer reads it, before and behind it room for the tokens that a
     * window sees beyond the sentence */
    uint8_t *bytes;
    uint8_t *next_bytes;       /* the same, of the layer that is being made */
    const int16_t **tag_terms; /* [n] what the tag of each token adds to its term */
    int16_t *slots;            /* (n_full_slots, n, hidden) terms for sum_terms */
    bool *has_slot;            /* (n_full_slots, n) whether they are there */
    int32_t *heads;            /* (chunk, PL_N_HEAD_COLUMNS) */
} PlEncoder;

void pl_encoder_alloc(PlArena *arena, PlEncoder *encoder, const PlSyntaxModel *model,
                      uint32_t n_most);

/* Encodes the tokens [first, end) of one sentence and fills their upos and xpos. */
void pl_encoder_run(PlEncoder *encoder, const PlTokens *tokens, uint32_t first, uint32_t end,
                    PlSyntax *syntax);

/* What the encoder's token `tok` adds to a state in which it stands in `slot`; xpos: of all its
 * tokens. */
const int16_t *pl_encoder_term(PlEncoder *encoder, uint32_t tok, PlSlot slot, const uint8_t *xpos);

#endif
