#include "claim/repeated.h"

#include <stdlib.h>

/* Evidence of an agreement that says who says or does what. */
typedef struct Anchor {
    int32_t report;
    PlSpan span;
    int32_t difference;
} Anchor;

typedef PL_VEC(Anchor) Anchors;

static int compare_anchors(const void *x, const void *y)
{
    const Anchor *a = x;
    const Anchor *b = y;
    int order = (a->report > b->report) - (a->report < b->report);
    if (!order)
        order =
            (a->span.start_byte > b->span.start_byte) - (a->span.start_byte < b->span.start_byte);
    return order ? order : (a->difference > b->difference) - (a->difference < b->difference);
}

static const PlDifference *difference_of(const PlDifferences *found,
                                         const PlDifferenceEvidence *evidence)
{
    return &found->differences.items[found->values.items[evidence->value].difference];
}

static void collect(PlArena *arena, const PlDifferences *found, Anchors *anchors)
{
    for (uint32_t e = 0; e < found->evidence.n; e++) {
        const PlDifferenceEvidence *evidence = &found->evidence.items[e];
        const PlDifference *difference = difference_of(found, evidence);
        if (!pl_slice_is(difference->attribute, "says") &&
            !pl_slice_is(difference->attribute, "deed"))
            continue;
        *pl_vec_push(arena, anchors) = (Anchor){evidence->report, evidence->span,
                                                found->values.items[evidence->value].difference};
    }
    if (anchors->n) qsort(anchors->items, anchors->n, sizeof *anchors->items, compare_anchors);
}

/* The first anchor of `report` that starts at or after `byte`. */
static uint32_t first_at(const Anchors *anchors, int32_t report, uint32_t byte)
{
    uint32_t low = 0;
    uint32_t high = anchors->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const Anchor *anchor = &anchors->items[middle];
        bool is_before =
            anchor->report < report || (anchor->report == report && anchor->span.start_byte < byte);
        if (is_before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many reports of the telling at hand have evidence of an agreement. */
typedef struct Count {
    int32_t telling; /* + 1: that this was counted for */
    int32_t last_report;
    uint32_t n_reports;
} Count;

/* Counts the report of one sentence for each agreement with evidence in it; true once one has two.
 */
static bool count(const Anchors *anchors, const PlDifferenceEvidence *sentence, int32_t telling,
                  Count *counts)
{
    bool is_repeated = false;
    for (uint32_t i = first_at(anchors, sentence->report, sentence->span.start_byte);
         i < anchors->n; i++) {
        const Anchor *anchor = &anchors->items[i];
        if (anchor->report != sentence->report ||
            anchor->span.start_byte >= sentence->span.end_byte)
            break;
        Count *known = &counts[anchor->difference];
        if (known->telling != telling + 1) *known = (Count){.telling = telling + 1};
        if (known->n_reports > 0 && known->last_report == sentence->report) continue;
        known->last_report = sentence->report;
        is_repeated = ++known->n_reports >= 2 || is_repeated;
    }
    return is_repeated;
}

const uint8_t *pl_differences_repeated(PlArena *arena, const PlDifferences *found)
{
    Anchors anchors = {0};
    collect(arena, found, &anchors);
    Count *counts = pl_arena_array(arena, Count, found->differences.n + 1);
    uint8_t *repeated = pl_arena_array(arena, uint8_t, found->differences.n + 1);
    for (uint32_t e = 0; e < found->evidence.n; e++) {
        const PlDifferenceEvidence *evidence = &found->evidence.items[e];
        if (!pl_slice_is(difference_of(found, evidence)->attribute, "tell")) continue;
        int32_t telling = found->values.items[evidence->value].difference;
        if (count(&anchors, evidence, telling, counts)) repeated[telling] = 1;
    }
    return repeated;
}
