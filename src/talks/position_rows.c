#include "talks/position_rows.h"

static bool same_span_stance(const PlPosition *a, const PlPosition *b)
{
    return a->party == b->party && a->stance == b->stance && pl_slice_equal(a->issue, b->issue) &&
           pl_spans_overlap(a->span, b->span);
}

void pl_positions_add(const PlReading *reading, PlTalks *talks, PlPosition position)
{
    for (uint32_t k = 1; k <= PL_POSITIONS_RECENT && k <= talks->positions.n; k++)
        if (same_span_stance(&talks->positions.items[talks->positions.n - k], &position)) return;
    *pl_vec_push(reading->arena, &talks->positions) = position;
}

/* Who wants an accord undone is against it, and who will not have it undone is for it. */
static int8_t stance_undone(int8_t stance)
{
    switch (stance) {
    case PL_STANCE_DEMANDS:
    case PL_STANCE_SUPPORTS:
        return PL_STANCE_OPPOSES;
    case PL_STANCE_OPPOSES:
    case PL_STANCE_REJECTS:
        return PL_STANCE_SUPPORTS;
    default:
        return stance;
    }
}

void pl_positions_add_content(const PlReading *reading, PlTalks *talks, const PlSides *sides,
                              int8_t stance, const PlContent *content, PlToks words)
{
    PlSpan span = pl_reading_span(reading, words);
    for (uint32_t s = 0; s < sides->n; s++) {
        for (uint32_t i = 0; i < content->n_issues; i++) {
            bool undone = pl_content_undoes(reading, content, i);
            pl_positions_add(
                reading, talks,
                (PlPosition){.party = sides->party[s],
                             .holder = sides->holder[s],
                             .issue = content->issue[i],
                             .stance = (PlStance)(undone ? stance_undone(stance) : stance),
                             .terms = content->terms[i],
                             .span = span});
        }
    }
}
