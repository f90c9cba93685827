/* Turns: what a transcript, an interview or an embedded post gives as somebody's words without
 * quotation marks.
 *
 *   MOREAU: We will stay.                        a label, twice or more in a report: a name, names
 * in Q: Will you stay?  A: Yes.                   capitals, the letters of question and answer We
 * will stay. — Ada Moreau (@moreau) May 3   a post: its author below or behind it
 *
 * Invariants
 *  1. Turns are sorted; a turn lies in one block, a block has at most one.
 *  2. A paragraph without a label between two labelled ones goes on with the turn before it.
 *
 * "A" is whoever is interviewed: the person named most outside of the turns. "Q" is nobody known.
 *
 * cost  O(tokens + entities * labels in capitals)
 */
#ifndef PL_QUOTE_TURNS_H
#define PL_QUOTE_TURNS_H

#include "quote/speaker_phrases.h"

typedef struct PlTurn {
    PlTokRange words;
    PlSpeaker speaker; /* the label's words; entity may be -1 */
    uint32_t block;
} PlTurn;

typedef struct PlTurns {
    PL_VEC(PlTurn) turns;
} PlTurns;

/* `context->stretch_of_tok` is not read: turns come before stretches. */
void pl_turns_find(const PlQuoteContext *context, PlTurns *turns);

#endif
