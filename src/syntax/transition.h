/* Transitions: the arc-hybrid system, which builds a tree from left to right.
 *
 *   shift      the next token goes onto the stack
 *   left(l)    the top gets the next token as head, label l, and leaves the stack
 *   right(l)   the top gets the one below as head, label l, and leaves the stack
 *
 * An artificial root stands after the last token. It takes exactly one dependent, as the last step:
 * so there is one root a sentence, and heads cannot go in circles.
 *
 * Invariants
 *  1. A sentence of n tokens takes 2 n steps, whatever the choices.
 *  2. In every state but the last one some action is legal.
 *
 * owner    the caller's arrays
 * source   Kuhlmann, Gomez-Rodriguez, Satta 2011; the root at the end: Ballesteros, Nivre 2013
 */
#ifndef PL_SYNTAX_TRANSITION_H
#define PL_SYNTAX_TRANSITION_H

#include "base/arena.h"
#include "syntax/labels.h"

enum {
    PL_ACTION_SHIFT = 0,
    PL_ACTION_LEFT = 1,                             /* + PlDeprel */
    PL_ACTION_RIGHT = PL_ACTION_LEFT + PL_N_DEPREL, /* + PlDeprel */
    PL_N_ACTIONS = PL_ACTION_RIGHT + PL_N_DEPREL,

    PL_NO_TOKEN = -1
};

/* Places of a state that the parser looks at. Of the first ones it sees the whole encoding, of the
 * others the part of speech; of dependents also the label. */
typedef enum PlSlot {
    PL_SLOT_S0,
    PL_SLOT_S1,
    PL_SLOT_S2,
    PL_SLOT_B0,
    PL_SLOT_S0_LEFT,
    PL_SLOT_S0_RIGHT,
    PL_SLOT_S1_RIGHT,
    PL_SLOT_B0_LEFT,
    PL_N_FULL_SLOTS,
    PL_SLOT_S0_LEFT2 = PL_N_FULL_SLOTS,
    PL_SLOT_S0_RIGHT2,
    PL_SLOT_S1_LEFT,
    PL_SLOT_S1_LEFT2,
    PL_SLOT_B0_LEFT2,
    PL_SLOT_B1,
    PL_N_SLOTS,
    PL_FIRST_LABEL_SLOT = PL_SLOT_S0_LEFT,
    PL_N_LABEL_SLOTS = PL_SLOT_B1 - PL_FIRST_LABEL_SLOT
} PlSlot;

enum { PL_N_DISTANCES = 2, PL_N_DISTANCE_BINS = 8 };

typedef struct PlState {
    int32_t n;    /* tokens, numbered from 0; the root is token n */
    int32_t next; /* front of the buffer */
    int32_t n_stack;
    int32_t *stack;  /* [n + 1] */
    int32_t *head;   /* [n + 1], PL_NO_TOKEN = none yet; n = root */
    uint8_t *deprel; /* [n + 1] */
    int32_t *left;   /* [n + 1] dependent added last on the left, PL_NO_TOKEN = none */
    int32_t *left2;  /* [n + 1] the one before it */
    int32_t *right;  /* [n + 1] dependent added last on the right */
    int32_t *right2; /* [n + 1] the one before it */
} PlState;

/* What the parser sees of a state. */
typedef struct PlView {
    int32_t tok[PL_N_SLOTS];          /* PL_NO_TOKEN = none, n = root */
    uint8_t label[PL_N_LABEL_SLOTS];  /* PL_N_DEPREL = none */
    uint8_t distance[PL_N_DISTANCES]; /* S0 to B0, S1 to S0; bin */
} PlView;

/* Arrays for sentences of up to n_most tokens. */
void pl_state_alloc(PlArena *arena, PlState *state, int32_t n_most);
void pl_state_start(PlState *state, int32_t n);
static inline bool pl_state_done(const PlState *state)
{
    return state->next == state->n && state->n_stack == 0;
}

/* Which of the three kinds are legal; `root` is the label of a left arc exactly when the root is
 * next. */
typedef struct PlLegal {
    bool shift;
    bool left;
    bool right;
    bool left_is_root;
} PlLegal;
PlLegal pl_state_legal(const PlState *state);

void pl_state_apply(PlState *state, int32_t action);
void pl_state_view(const PlState *state, PlView *view);

#endif
