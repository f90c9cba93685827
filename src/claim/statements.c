#include "claim/statements.h"

#include <assert.h>
#include <stdlib.h>

#include "base/log2.h"
#include "base/symbols.h"
#include "mention/calendar.h"

enum {
    MOST_COMPARED = 160, /* earlier statements of the actor, the latest ones */
    MOST_LEMMAS = 48,
    LEAST_SHARED = 2,
    BACKGROUND = 30, /* statements elsewhere: in few reports no word is common yet */
    MOST_DAYS_APART = 10,
};

typedef struct Words {
    int32_t symbols[MOST_LEMMAS];
    uint32_t n;
    uint32_t weight; /* of all of them */
} Words;

/* How much of the lighter and of the heavier one two statements must share, in 1024ths. */
typedef struct Measure {
    uint32_t of_lighter;
    uint32_t of_heavier;
} Measure;

static const Measure measures[PL_N_STATEMENT_KINDS] = {[PL_STATEMENT_SAID] = {380, 200},
                                                       [PL_STATEMENT_WORDED] = {480, 300},
                                                       [PL_STATEMENT_DONE] = {420, 260}};

typedef struct Grouping {
    const PlStatement *statements;
    Words *words;           /* [n] */
    const uint32_t *rarity; /* by symbol: log2(n / reports' statements with it) * 256 */
    uint32_t least_weight;  /* that two statements must share */
    int32_t *previous;      /* [n] the statement of the same actor and kind before it, -1 = none */
    int32_t *group;         /* [n] */
} Grouping;

static int compare_symbols(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static Words *read_words(PlArena *arena, const PlStatement *statements, uint32_t n,
                         const uint32_t **rarity)
{
    PlSymbols symbols = {0};
    PL_VEC(uint32_t) count = {0};
    Words *words = pl_arena_array(arena, Words, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        PlSlice rest = statements[i].lemmas;
        PlSlice lemma;
        while (words[i].n < MOST_LEMMAS && pl_slice_next(&rest, ' ', &lemma)) {
            if (lemma.len == 0) continue;
            int32_t symbol = pl_symbols_intern(arena, &symbols, lemma);
            if ((uint32_t)symbol == count.n) *pl_vec_push(arena, &count) = 0;
            assert(count.items);
            count.items[symbol]++;
            words[i].symbols[words[i].n++] = symbol;
        }
        if (words[i].n)
            qsort(words[i].symbols, words[i].n, sizeof *words[i].symbols, compare_symbols);
    }
    uint32_t *bits = pl_arena_array(arena, uint32_t, count.n + 1);
    for (uint32_t s = 0; s < count.n; s++)
        bits[s] = pl_log2_ratio((uint64_t)n + BACKGROUND, count.items[s]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t w = 0; w < words[i].n; w++)
            words[i].weight += bits[words[i].symbols[w]];
    *rarity = bits;
    return words;
}

static bool far_apart(PlSlice a, PlSlice b)
{
    PlDay one;
    PlDay other;
    if (!pl_calendar_read(a, &one) || !pl_calendar_read(b, &other)) return false;
    return abs(one - other) > MOST_DAYS_APART;
}

/* What two statements share, in 1024ths of the lighter one; 0 when that is too little to tell: of
 * one word in so many statements there is always another. */
static uint32_t likeness(const Grouping *grouping, uint32_t a, uint32_t b)
{
    const Words *x = &grouping->words[a];
    const Words *y = &grouping->words[b];
    uint32_t shared = 0;
    uint32_t n = 0;
    for (uint32_t i = 0, j = 0; i < x->n && j < y->n;) {
        if (x->symbols[i] == y->symbols[j]) {
            shared += grouping->rarity[x->symbols[i]];
            n++;
            i++;
            j++;
        } else if (x->symbols[i] < y->symbols[j]) {
            i++;
        } else {
            j++;
        }
    }
    uint32_t lighter = x->weight < y->weight ? x->weight : y->weight;
    uint32_t heavier = x->weight < y->weight ? y->weight : x->weight;
    if (n < LEAST_SHARED || shared < grouping->least_weight || lighter == 0) return 0;
    const Measure *measure = &measures[grouping->statements[a].kind];
    uint32_t of_lighter = (uint32_t)((uint64_t)shared * 1024 / lighter);
    uint32_t of_heavier = (uint32_t)((uint64_t)shared * 1024 / heavier);
    bool enough = of_lighter >= measure->of_lighter && of_heavier >= measure->of_heavier;
    return enough ? of_lighter : 0;
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
    Grouping grouping = {.statements = statements,
                         .previous = link_previous(arena, statements, n),
                         .group = pl_arena_array(arena, int32_t, n + 1)};
    grouping.least_weight = pl_log2_ratio((uint64_t)n + BACKGROUND, 1);
    grouping.words = read_words(arena, statements, n, &grouping.rarity);
    for (uint32_t i = 0; i < n; i++) {
        grouping.group[i] = (int32_t)i;
        join_group(&grouping, i);
    }
    return grouping.group;
}
