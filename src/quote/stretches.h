/* Stretches: the words between quotation marks, and those of turns.
 *
 * Invariants
 *  1. Stretches are sorted by first_tok; one that lies in another comes after it.
 *  2. A stretch lies in one block. A quotation over paragraphs is a chain of stretches, each with
 *     `before` set to the one that it goes on from.
 *  3. No stretch is empty.
 *
 * A mark that nothing answers makes no stretch, with two exceptions: an opening mark at the start
 * of a paragraph or after "said," quotes to the paragraph's end, and a closing mark after a comma
 * or a stop closes what began with its sentence (sites lose the first mark of an article).
 *
 * cost  O(tokens), however deep marks nest; beyond PL_STRETCH_DEPTH they are paired, not kept
 */
#ifndef PL_QUOTE_STRETCHES_H
#define PL_QUOTE_STRETCHES_H

#include "quote/turns.h"

enum { PL_STRETCH_DEPTH = 4 };

typedef struct PlStretch {
    PlTokRange words;
    uint32_t block;
    int32_t before; /* -1 = begins a quotation */
    int32_t turn;   /* that it is the words of, -1 = stands between marks */
    uint8_t depth;  /* 0 = not inside another */
    uint8_t has_close;
} PlStretch;

typedef struct PlStretches {
    PL_VEC(PlStretch) stretches;
    int32_t *of_tok; /* [n_tokens] the stretch of depth 0 that has the token, -1 = none */
} PlStretches;

/* `turns` are stretches too; marks inside them make none. */
void pl_stretches_find(PlArena *arena, const PlTokens *tokens, const PlTurns *turns,
                       PlStretches *stretches);

#endif
