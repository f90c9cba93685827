#include "oracle.h"

void oracle_start(PlArena *arena, Oracle *oracle, const Sentence *sentence)
{
    int32_t n = sentence->n;
    oracle->sentence = sentence;
    oracle->first = pl_arena_array(arena, int32_t, (size_t)n + 2);
    oracle->dependents = pl_arena_array(arena, int32_t, (size_t)n);
    oracle->on_stack = pl_arena_array(arena, bool, (size_t)n + 1);
    for (int32_t i = 0; i < n; i++)
        oracle->first[sentence->words[i].head + 1]++;
    for (int32_t i = 0; i <= n; i++)
        oracle->first[i + 1] += oracle->first[i];
    int32_t *fill = pl_arena_array(arena, int32_t, (size_t)n + 1);
    for (int32_t i = 0; i < n; i++) {
        int32_t head = sentence->words[i].head;
        oracle->dependents[oracle->first[head] + fill[head]++] = i;
    }
}

void oracle_follow(Oracle *oracle, const PlState *state, int32_t action)
{
    if (action == PL_ACTION_SHIFT)
        oracle->on_stack[state->next] = true;
    else
        oracle->on_stack[state->stack[state->n_stack - 1]] = false;
}

/* Gold dependents of `tok` from `from` on: none of them has a head yet. */
static int32_t n_dependents_from(const Oracle *oracle, int32_t tok, int32_t from)
{
    int32_t n = 0;
    for (int32_t i = oracle->first[tok]; i < oracle->first[tok + 1]; i++)
        n += oracle->dependents[i] >= from;
    return n;
}

static int32_t n_dependents_on_stack(const Oracle *oracle, int32_t tok)
{
    int32_t n = 0;
    for (int32_t i = oracle->first[tok]; i < oracle->first[tok + 1]; i++)
        n += oracle->on_stack[oracle->dependents[i]];
    return n;
}

OracleCosts oracle_costs(const Oracle *oracle, const PlState *state)
{
    OracleCosts costs = {INT32_MAX, INT32_MAX, INT32_MAX, PL_DEPREL_root, PL_DEPREL_root};
    PlLegal legal = pl_state_legal(state);
    const Word *words = oracle->sentence->words;
    int32_t next = state->next;
    int32_t top = state->n_stack > 0 ? state->stack[state->n_stack - 1] : PL_NO_TOKEN;
    int32_t below = state->n_stack > 1 ? state->stack[state->n_stack - 2] : PL_NO_TOKEN;
    if (legal.shift) {
        int32_t head = words[next].head;
        bool head_lost = head < next && head != top && oracle->on_stack[head];
        costs.shift = head_lost + n_dependents_on_stack(oracle, next);
    }
    if (top == PL_NO_TOKEN) return costs;
    int32_t head = words[top].head;
    int32_t lost = n_dependents_from(oracle, top, next);
    int32_t label = words[top].deprel == PL_DEPREL_root ? PL_DEPREL_parataxis : words[top].deprel;
    if (legal.left) {
        costs.left = lost + (head == below || head > next);
        costs.left_label = legal.left_is_root ? PL_DEPREL_root : label;
    }
    if (legal.right) {
        costs.right = lost + (head >= next);
        costs.right_label = label;
    }
    return costs;
}
