/* Oracle: what an action costs, in gold arcs that can no longer be built after it.
 *
 * source   Goldberg, Nivre 2013 (dynamic oracles for arc-hybrid)
 */
#ifndef PL_TRAIN_ORACLE_H
#define PL_TRAIN_ORACLE_H

#include "syntax/transition.h"
#include "treebank.h"

/* The dependents of each token, in order. */
typedef struct Oracle {
    const Sentence *sentence;
    int32_t *first;      /* [n + 2] into `dependents` */
    int32_t *dependents; /* [n] */
    bool *on_stack;      /* [n + 1] */
} Oracle;

typedef struct OracleCosts {
    int32_t shift;
    int32_t left;
    int32_t right;
    int32_t left_label;  /* the gold label of the top: the right one where the arc is, */
    int32_t right_label; /* and as good as any where it is not */
} OracleCosts;

void oracle_start(PlArena *arena, Oracle *oracle, const Sentence *sentence);
/* Follows the state: call with each action before pl_state_apply. */
void oracle_follow(Oracle *oracle, const PlState *state, int32_t action);
/* Costs of illegal actions are INT32_MAX. */
OracleCosts oracle_costs(const Oracle *oracle, const PlState *state);

#endif
