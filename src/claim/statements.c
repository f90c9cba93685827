#include "claim/statements.h"

#include <stdlib.h>

#include "base/log2.h"
#include "claim/word_sets.h"
#include "mention/calendar.h"

enum {
    MOST_COMPARED = 160, /* earlier statements of the actor, the latest ones */
    LEAST_SHARED = 2,
    BACKGROUND = 30, /* of one word in so many statements there is always another */
    MOST_DAYS_APART = 10,
};

typedef struct Grouping {
    const PlStatement *statements;
    PlWordSets words;
    PlLikeness least[PL_N_STATEMENT_KINDS];
    int32_t *previous; /* [n] the statement of the same actor and kind before it, -1 = none */
    int32_t *group;    /* [n] */
} Grouping;

static bool far_apart(PlSlice a, PlSlice b)
{
    PlDay one;
    PlDay other;
    if (!pl_calendar_read(a, &one) || !pl_calendar_read(b, &other)) return false;
    return abs(one - other) > MOST_DAYS_APART;
}

static uint32_t likeness(const Grouping *grouping, uint32_t a, uint32_t b)
{
    return pl_word_sets_compare(&grouping->words, a, b,
                                &grouping->least[grouping->statements[a].kind]);
}

/* A group's first statement must be like the new one too, or groups drift from topic to topic. */
static void join_group(Grouping *grouping, uint32_t i)
{
    uint32_t best = 0;
    int32_t at = grouping->previous[i];
    for (uint32_t k = 0; at >= 0 && k < MOST_COMPARED; k++, at = grouping->previous[at]) {
        if (far_apart(grouping->statements[i].published, grouping->statements[at].published))
            continue;
        uint32_t found = likeness(grouping, i, (uint32_t)at);
        if (found <= best || !likeness(grouping, i, (uint32_t)grouping->group[at])) continue;
        best = found;
        grouping->group[i] = grouping->group[at];
    }
}

typedef struct Newest {
    int32_t actor;
    PlStatementKind kind;
    int32_t index;
} Newest;

static int compare_newest(const void *a, const void *b)
{
    const Newest *x = a;
    const Newest *y = b;
    int order = (x->actor > y->actor) - (x->actor < y->actor);
    if (!order) order = (x->kind > y->kind) - (x->kind < y->kind);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static int32_t *link_previous(PlArena *arena, const PlStatement *statements, uint32_t n)
{
    Newest *sorted = pl_arena_array(arena, Newest, n + 1);
    int32_t *previous = pl_arena_array(arena, int32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        sorted[i] = (Newest){statements[i].actor, statements[i].kind, (int32_t)i};
    qsort(sorted, n, sizeof *sorted, compare_newest);
    for (uint32_t i = 0; i < n; i++) {
        bool same =
            i > 0 && sorted[i].actor == sorted[i - 1].actor && sorted[i].kind == sorted[i - 1].kind;
        previous[sorted[i].index] = same ? sorted[i - 1].index : -1;
    }
    return previous;
}

int32_t *pl_statements_group(PlArena *arena, const PlStatement *statements, uint32_t n)
{
    uint32_t least_weight = pl_log2_ratio((uint64_t)n + BACKGROUND, 1);
    Grouping grouping = {.statements = statements,
                         .least = {[PL_STATEMENT_SAID] = {LEAST_SHARED, least_weight, 380, 200},
                                   [PL_STATEMENT_WORDED] = {LEAST_SHARED, least_weight, 480, 300},
                                   [PL_STATEMENT_DONE] = {LEAST_SHARED, least_weight, 420, 260}},
                         .previous = link_previous(arena, statements, n),
                         .group = pl_arena_array(arena, int32_t, n + 1)};
    PlSlice *lemmas = pl_arena_array(arena, PlSlice, n + 1);
    for (uint32_t i = 0; i < n; i++)
        lemmas[i] = statements[i].lemmas;
    pl_word_sets_make(arena, lemmas, n, &grouping.words);
    for (uint32_t i = 0; i < n; i++) {
        grouping.group[i] = (int32_t)i;
        join_group(&grouping, i);
    }
    return grouping.group;
}
