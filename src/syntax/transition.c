#include "syntax/transition.h"

void pl_state_alloc(PlArena *arena, PlState *state, int32_t n_most)
{
    size_t n = (size_t)n_most + 1;
    state->stack = pl_arena_array(arena, int32_t, n);
    state->head = pl_arena_array(arena, int32_t, n);
    state->deprel = pl_arena_array(arena, uint8_t, n);
    state->left = pl_arena_array(arena, int32_t, n);
    state->left2 = pl_arena_array(arena, int32_t, n);
    state->right = pl_arena_array(arena, int32_t, n);
    state->right2 = pl_arena_array(arena, int32_t, n);
}

void pl_state_start(PlState *state, int32_t n)
{
    state->n = n;
    state->next = 0;
    state->n_stack = 0;
    for (int32_t i = 0; i <= n; i++) {
        state->head[i] = PL_NO_TOKEN;
        state->deprel[i] = PL_DEPREL_root;
        state->left[i] = PL_NO_TOKEN;
        state->left2[i] = PL_NO_TOKEN;
        state->right[i] = PL_NO_TOKEN;
        state->right2[i] = PL_NO_TOKEN;
    }
}

PlLegal pl_state_legal(const PlState *state)
{
    bool root_next = state->next == state->n;
    return (PlLegal){
        .shift = !root_next,
        .left = root_next ? state->n_stack == 1 : state->n_stack >= 1,
        .right = state->n_stack >= 2,
        .left_is_root = root_next,
    };
}

void pl_state_apply(PlState *state, int32_t action)
{
    if (action == PL_ACTION_SHIFT) {
        state->stack[state->n_stack++] = state->next++;
        return;
    }
    int32_t top = state->stack[--state->n_stack];
    if (action < PL_ACTION_RIGHT) {
        int32_t head = state->next;
        state->head[top] = head;
        state->deprel[top] = (uint8_t)(action - PL_ACTION_LEFT);
        state->left2[head] = state->left[head];
        state->left[head] = top;
    } else {
        int32_t head = state->stack[state->n_stack - 1];
        state->head[top] = head;
        state->deprel[top] = (uint8_t)(action - PL_ACTION_RIGHT);
        state->right2[head] = state->right[head];
        state->right[head] = top;
    }
}

static uint8_t bin_of(int32_t distance)
{
    static const uint8_t bins[] = {0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6};
    if (distance < 0) return 0;
    return distance < (int32_t)sizeof bins ? bins[distance] : PL_N_DISTANCE_BINS - 1;
}

void pl_state_view(const PlState *state, PlView *view)
{
    int32_t n = state->n_stack;
    int32_t s0 = n > 0 ? state->stack[n - 1] : PL_NO_TOKEN;
    int32_t s1 = n > 1 ? state->stack[n - 2] : PL_NO_TOKEN;
    int32_t b0 = state->next;
    view->tok[PL_SLOT_S0] = s0;
    view->tok[PL_SLOT_S1] = s1;
    view->tok[PL_SLOT_S2] = n > 2 ? state->stack[n - 3] : PL_NO_TOKEN;
    view->tok[PL_SLOT_B0] = b0;
    view->tok[PL_SLOT_B1] = b0 < state->n ? b0 + 1 : PL_NO_TOKEN;
    view->tok[PL_SLOT_S0_LEFT] = s0 >= 0 ? state->left[s0] : PL_NO_TOKEN;
    view->tok[PL_SLOT_S0_LEFT2] = s0 >= 0 ? state->left2[s0] : PL_NO_TOKEN;
    view->tok[PL_SLOT_S0_RIGHT] = s0 >= 0 ? state->right[s0] : PL_NO_TOKEN;
    view->tok[PL_SLOT_S0_RIGHT2] = s0 >= 0 ? state->right2[s0] : PL_NO_TOKEN;
    view->tok[PL_SLOT_S1_LEFT2] = s1 >= 0 ? state->left2[s1] : PL_NO_TOKEN;
    view->tok[PL_SLOT_S1_LEFT] = s1 >= 0 ? state->left[s1] : PL_NO_TOKEN;
    view->tok[PL_SLOT_S1_RIGHT] = s1 >= 0 ? state->right[s1] : PL_NO_TOKEN;
    view->tok[PL_SLOT_B0_LEFT] = state->left[b0];
    view->tok[PL_SLOT_B0_LEFT2] = state->left2[b0];
    for (int32_t i = 0; i < PL_N_LABEL_SLOTS; i++) {
        int32_t tok = view->tok[PL_FIRST_LABEL_SLOT + i];
        view->label[i] = tok >= 0 ? state->deprel[tok] : PL_N_DEPREL;
    }
    view->distance[0] = bin_of(s0 >= 0 ? b0 - s0 : -1);
    view->distance[1] = bin_of(s1 >= 0 ? s0 - s1 : -1);
}
