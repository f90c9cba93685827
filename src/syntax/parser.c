#include "syntax/parser.h"

#include <assert.h>

enum { N_TERMS = PL_N_SLOTS + PL_N_LABEL_SLOTS + PL_N_DISTANCES };
_Static_assert((int)N_TERMS <= (int)PL_NN_MOST_TERMS, "sum_terms would overflow");

void pl_parser_alloc(PlArena *arena, PlParser *parser, const PlSyntaxModel *model, uint32_t n_most)
{
    parser->model = model;
    pl_state_alloc(arena, &parser->state, (int32_t)n_most);
    parser->hidden = pl_arena_array(arena, uint8_t, model->shape.hidden);
    parser->scores = pl_arena_array(arena, int32_t, PL_N_ACTION_COLUMNS);
}

/* The rows that a state adds up; returns how many. */
static uint32_t gather(const PlParser *parser, PlEncoder *encoder, const uint8_t *xpos,
                       const int16_t *terms[N_TERMS])
{
    const PlSyntaxModel *model = parser->model;
    size_t hidden = model->shape.hidden;
    size_t width = PL_N_SLOTS * hidden;
    uint32_t n = 0;
    PlView view;
    pl_state_view(&parser->state, &view);
    for (size_t slot = 0; slot < PL_N_SLOTS; slot++) {
        int32_t tok = view.tok[slot];
        if (tok == PL_NO_TOKEN)
            terms[n++] = model->slot_none + slot * hidden;
        else if (tok == parser->state.n)
            terms[n++] = model->slot_none + width + slot * hidden;
        else if (slot < PL_N_FULL_SLOTS)
            terms[n++] = pl_encoder_term(encoder, (uint32_t)tok, (PlSlot)slot, xpos);
        else
            terms[n++] = model->slot_tag + xpos[tok] * width + slot * hidden;
    }
    for (size_t i = 0; i < PL_N_LABEL_SLOTS; i++)
        if (view.label[i] < PL_N_DEPREL)
            terms[n++] = model->label_rows + (i * PL_N_DEPREL + view.label[i]) * hidden;
    for (size_t i = 0; i < PL_N_DISTANCES; i++)
        terms[n++] = model->distance_rows + (i * PL_N_DISTANCE_BINS + view.distance[i]) * hidden;
    return n;
}

/* The one action that there is, or -1. */
static int32_t forced(PlLegal legal)
{
    if (legal.left && legal.left_is_root) return PL_ACTION_LEFT + PL_DEPREL_root;
    return legal.left || legal.right ? -1 : PL_ACTION_SHIFT;
}

/* The best of the legal actions, the first of equal ones. Where a choice is left, a left arc is
 * legal with a shift, and a right arc with both or alone: they lie side by side. The root's arcs
 * are never chosen, they are forced. */
static int32_t choose(const PlParser *parser, PlLegal legal)
{
    int32_t first = legal.shift ? PL_ACTION_SHIFT : PL_ACTION_RIGHT;
    int32_t end = legal.right ? PL_N_ACTIONS : PL_ACTION_RIGHT;
    assert(legal.shift == legal.left);
    parser->scores[PL_ACTION_LEFT + PL_DEPREL_root] = INT32_MIN;
    parser->scores[PL_ACTION_RIGHT + PL_DEPREL_root] = INT32_MIN;
    return first +
           (int32_t)parser->model->kernels->best(parser->scores + first, (uint32_t)(end - first));
}

/* Scores the actions of the parser's state. */
static void score(PlParser *parser, PlEncoder *encoder, const uint8_t *xpos)
{
    const PlSyntaxModel *model = parser->model;
    const PlNnInput hidden = {.bytes = parser->hidden, .n_parts = 1, .n_rows = 1};
    const int16_t *terms[N_TERMS];
    uint32_t n_terms = gather(parser, encoder, xpos, terms);
    model->kernels->sum_terms(terms, n_terms, model->shape.hidden, &model->hidden_bytes,
                              parser->hidden);
    model->kernels->score_rows(&model->action, &hidden, parser->scores);
}

int32_t pl_parser_run(PlParser *parser, PlEncoder *encoder, uint32_t first, PlSyntax *syntax)
{
    PlState *state = &parser->state;
    int32_t root = (int32_t)first;
    pl_state_start(state, (int32_t)encoder->n);
    while (!pl_state_done(state)) {
        PlLegal legal = pl_state_legal(state);
        int32_t action = forced(legal);
        if (action < 0) {
            score(parser, encoder, syntax->xpos + first);
            action = choose(parser, legal);
        }
        pl_state_apply(state, action);
    }
    for (int32_t i = 0; i < state->n; i++) {
        uint32_t tok = first + (uint32_t)i;
        bool is_root = state->head[i] == state->n;
        syntax->head_tok[tok] = is_root ? -1 : (int32_t)first + state->head[i];
        syntax->deprel[tok] = state->deprel[i];
        if (is_root) root = (int32_t)tok;
    }
    return root;
}
