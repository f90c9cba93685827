#include "claim/measure_groups.h"

#include <stdlib.h>

enum { MOST_OPEN = 16, MOST_DAYS = 7 };

typedef struct Sorted {
    const PlMeasured *measure;
    int32_t index;
} Sorted;

static int compare_things(const PlMeasured *a, const PlMeasured *b)
{
    int order = (a->context > b->context) - (a->context < b->context);
    if (!order) order = pl_slice_compare(a->thing, b->thing);
    return order ? order : pl_slice_compare(a->attribute, b->attribute);
}

static int compare(const void *x, const void *y)
{
    const Sorted *a = x;
    const Sorted *b = y;
    int order = compare_things(a->measure, b->measure);
    if (!order)
        order =
            (a->measure->number > b->measure->number) - (a->measure->number < b->measure->number);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* A group that takes more members: they come by size. */
typedef struct Group {
    const PlMeasured *lowest;
    PlSlice modifiers; /* of the first member that has some, so that groups do not drift */
    int32_t id;
} Group;

static bool is_near(const PlMeasured *lowest, const PlMeasured *measure, double most_ratio)
{
    if (pl_slice_is(measure->attribute, "day"))
        return measure->number - lowest->number <= MOST_DAYS;
    return measure->number <= lowest->number * most_ratio;
}

static bool shares_word(PlSlice a, PlSlice b)
{
    PlSlice word;
    while (pl_slice_next(&a, ' ', &word)) {
        PlSlice rest = b;
        PlSlice other;
        while (pl_slice_next(&rest, ' ', &other))
            if (pl_slice_equal(word, other)) return true;
    }
    return false;
}

static bool takes(const Group *group, const PlMeasured *measure, double most_ratio)
{
    if (!is_near(group->lowest, measure, most_ratio)) return false;
    return group->modifiers.len == 0 || measure->modifiers.len == 0 ||
           shares_word(group->modifiers, measure->modifiers);
}

int32_t *pl_measures_group(PlArena *arena, const PlMeasured *measures, uint32_t n,
                           double most_ratio)
{
    Sorted *sorted = pl_arena_array(arena, Sorted, n + 1);
    int32_t *group_of = pl_arena_array(arena, int32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        sorted[i] = (Sorted){&measures[i], (int32_t)i};
    qsort(sorted, n, sizeof *sorted, compare);
    Group open[MOST_OPEN];
    uint32_t n_groups = 0; /* of this thing; the newest MOST_OPEN are open */
    for (uint32_t i = 0; i < n; i++) {
        const PlMeasured *measure = sorted[i].measure;
        if (i > 0 && compare_things(sorted[i - 1].measure, measure)) n_groups = 0;
        Group *group = NULL;
        for (uint32_t g = 0; g < n_groups && g < MOST_OPEN && !group; g++)
            if (takes(&open[g], measure, most_ratio)) group = &open[g];
        if (!group) {
            group = &open[n_groups++ % MOST_OPEN];
            *group = (Group){.lowest = measure, .id = sorted[i].index};
        }
        if (group->modifiers.len == 0) group->modifiers = measure->modifiers;
        group_of[sorted[i].index] = group->id;
    }
    return group_of;
}
