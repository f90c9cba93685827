/* Whatever the choices, 2 n steps make a tree with one root. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syntax/transition.h"

static uint64_t seed = 7;

static uint32_t draw(uint32_t n)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((seed >> 33) % n);
}

static int32_t any_legal(const PlState *state)
{
    PlLegal legal = pl_state_legal(state);
    int32_t label = (int32_t)draw(PL_N_DEPREL - 1) + 1;
    for (;;)
        switch (draw(3)) {
        case 0:
            if (legal.shift) return PL_ACTION_SHIFT;
            break;
        case 1:
            if (legal.left) return PL_ACTION_LEFT + (legal.left_is_root ? PL_DEPREL_root : label);
            break;
        default:
            if (legal.right) return PL_ACTION_RIGHT + label;
        }
}

static void any_walk_makes_a_tree(void **state_)
{
    (void)state_;
    PlArena arena;
    PlState state = {0};
    pl_arena_init(&arena, 0);
    pl_state_alloc(&arena, &state, 40);
    for (int round = 0; round < 2000; round++) {
        int32_t n = 1 + (int32_t)draw(40);
        int32_t n_steps = 0;
        int32_t n_roots = 0;
        pl_state_start(&state, n);
        while (!pl_state_done(&state)) {
            PlView view;
            pl_state_view(&state, &view);
            for (int slot = 0; slot < PL_N_SLOTS; slot++)
                assert_in_range(view.tok[slot] + 1, 0, n + 1);
            pl_state_apply(&state, any_legal(&state));
            n_steps++;
        }
        assert_int_equal(n_steps, 2 * n);
        for (int32_t tok = 0; tok < n; tok++) {
            n_roots += state.head[tok] == n;
            assert_int_equal(state.head[tok] == n, state.deprel[tok] == PL_DEPREL_root);
            int32_t n_up = 0;
            for (int32_t at = tok; at != n; at = state.head[at])
                assert_true(n_up++ <= n);
        }
        assert_int_equal(n_roots, 1);
    }
    pl_arena_clear(&arena);
}

static void dependents_are_seen(void **state_)
{
    (void)state_;
    PlArena arena;
    PlState state = {0};
    PlView view;
    pl_arena_init(&arena, 0);
    pl_state_alloc(&arena, &state, 3);
    pl_state_start(&state, 3);
    pl_state_apply(&state, PL_ACTION_SHIFT);
    pl_state_apply(&state, PL_ACTION_LEFT + PL_DEPREL_nsubj); /* 0 <- 1 */
    pl_state_apply(&state, PL_ACTION_SHIFT);
    pl_state_view(&state, &view);
    assert_int_equal(view.tok[PL_SLOT_S0], 1);
    assert_int_equal(view.tok[PL_SLOT_S0_LEFT], 0);
    assert_int_equal(view.label[PL_SLOT_S0_LEFT - PL_FIRST_LABEL_SLOT], PL_DEPREL_nsubj);
    assert_int_equal(view.tok[PL_SLOT_S0_RIGHT], PL_NO_TOKEN);
    assert_int_equal(view.tok[PL_SLOT_B0], 2);
    pl_state_apply(&state, PL_ACTION_SHIFT);
    pl_state_apply(&state, PL_ACTION_RIGHT + PL_DEPREL_obj); /* 1 -> 2 */
    pl_state_view(&state, &view);
    assert_int_equal(view.tok[PL_SLOT_S0_RIGHT], 2);
    assert_int_equal(view.tok[PL_SLOT_B0], 3);
    assert_true(pl_state_legal(&state).left_is_root);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_walk_makes_a_tree),
        cmocka_unit_test(dependents_are_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
