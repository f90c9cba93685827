#include "pipeline/comparison.h"

#include <stdlib.h>

static void find_differences(PlArena *arena, const PlRecord *record, PlComparison *comparison)
{
    /* In the record's order, in which evidence comes. */
    int32_t first = comparison->reports[0] < comparison->reports[1] ? 0 : 1;
    int32_t in_order[2] = {comparison->reports[first], comparison->reports[1 - first]};
    PlClaimedReport inputs[2];
    for (int32_t i = 0; i < 2; i++) {
        int32_t r = in_order[i];
        inputs[i] = (PlClaimedReport){.claims = &record->reports[r].claims,
                                      .publisher = i,
                                      .published = record->reports[r].article.metadata.published,
                                      .actor_of = record->actors.actor_of[r]};
    }
    pl_differences_find(arena, inputs, 2, &record->actors, &comparison->differences);
    for (uint32_t e = 0; e < comparison->differences.evidence.n; e++) {
        int32_t *report = &comparison->differences.evidence.items[e].report;
        *report = in_order[*report];
    }
}

static void find_relation(const PlRecord *record, PlComparison *comparison)
{
    int32_t a = comparison->reports[0];
    int32_t b = comparison->reports[1];
    for (uint32_t i = 0; i < record->stories.shared_texts.n; i++) {
        const PlSharedText *shared = &record->stories.shared_texts.items[i];
        if ((shared->report == a && shared->with == b) ||
            (shared->report == b && shared->with == a))
            comparison->shared_text = shared;
    }
    int32_t story[2] = {-1, -2};
    for (uint32_t i = 0; i < record->stories.reports.n; i++)
        for (int k = 0; k < 2; k++)
            if (record->stories.reports.items[i].report == comparison->reports[k])
                story[k] = record->stories.reports.items[i].story;
    comparison->is_same_story = story[0] == story[1];
}

/* ---- what one alone says ---- */

typedef struct Said {
    const PlClaim *claim;
    int32_t actor;
    int32_t value_actor;
} Said;

static Said said_of(const PlRecord *record, int32_t report, const PlClaim *claim)
{
    const int32_t *actor_of = record->actors.actor_of[report];
    return (Said){claim, claim->entity < 0 ? -1 : actor_of[claim->entity],
                  claim->value_entity < 0 ? -1 : actor_of[claim->value_entity]};
}

static bool is_about_the_same(const Said *a, const Said *b)
{
    return a->actor == b->actor && pl_slice_equal(a->claim->aspect, b->claim->aspect) &&
           pl_slice_equal(a->claim->attribute, b->claim->attribute);
}

/* Statements are brought together by what they share; every other attribute by its name. */
static bool is_statement(const PlClaim *claim)
{
    return pl_slice_is(claim->attribute, "says") || pl_slice_is(claim->attribute, "deed");
}

/* How names are spelt and words are worded is told where it differs, and is no news alone; terms
 * are told with their stance, a standing with the office. */
static bool is_worth_telling(const PlClaim *claim)
{
    return claim->value.len + (claim->value_entity >= 0) > 0 &&
           !pl_slice_is(claim->attribute, "wording") &&
           !pl_slice_is(claim->attribute, "standing") &&
           !pl_slice_starts(claim->attribute, "terms of ") &&
           !pl_slice_starts(claim->attribute, "spelling");
}

static bool is_in_evidence(const PlComparison *comparison, int32_t report, PlSpan span)
{
    for (uint32_t e = 0; e < comparison->differences.evidence.n; e++) {
        const PlDifferenceEvidence *evidence = &comparison->differences.evidence.items[e];
        if (evidence->report == report && pl_spans_overlap(evidence->span, span)) return true;
    }
    return false;
}

static bool other_speaks_of_it(const PlRecord *record, int32_t other, const Said *said)
{
    const PlClaims *claims = &record->reports[other].claims;
    for (uint32_t i = 0; i < claims->claims.n && !is_statement(said->claim); i++) {
        Said of_other = said_of(record, other, &claims->claims.items[i]);
        bool same_topic = pl_slice_equal(said->claim->topic, of_other.claim->topic);
        if (same_topic && is_about_the_same(said, &of_other)) return true;
    }
    return false;
}

static PlSlice value_of(const PlRecord *record, const Said *said)
{
    if (said->value_actor >= 0) return record->actors.actors.items[said->value_actor].name;
    return said->claim->value;
}

static PlSlice subject_of(PlArena *arena, const PlRecord *record, const Said *said)
{
    return pl_difference_subject(arena, &record->actors, said->actor, said->claim->aspect);
}

static int compare_only(const void *a, const void *b)
{
    const PlOnlySaid *x = a;
    const PlOnlySaid *y = b;
    if (x->span.start_byte != y->span.start_byte)
        return x->span.start_byte < y->span.start_byte ? -1 : 1;
    int order = pl_slice_compare(x->attribute, y->attribute);
    if (!order) order = pl_slice_compare(x->subject, y->subject);
    return order ? order : pl_slice_compare(x->value, y->value);
}

static void find_only(PlArena *arena, const PlRecord *record, int side, PlComparison *comparison)
{
    int32_t report = comparison->reports[side];
    const PlClaims *claims = &record->reports[report].claims;
    for (uint32_t i = 0; i < claims->claims.n; i++) {
        Said said = said_of(record, report, &claims->claims.items[i]);
        if (!is_worth_telling(said.claim) || is_in_evidence(comparison, report, said.claim->span) ||
            other_speaks_of_it(record, comparison->reports[1 - side], &said))
            continue;
        PlOnlySaid only = {.subject = subject_of(arena, record, &said),
                           .attribute = said.claim->attribute,
                           .value = value_of(record, &said),
                           .span = said.claim->span};
        bool is_known = only.value.len == 0;
        for (uint32_t k = 0; k < comparison->only[side].n && !is_known; k++) {
            const PlOnlySaid *known = &comparison->only[side].items[k];
            is_known = pl_slice_equal(known->attribute, only.attribute) &&
                       pl_slice_equal(known->subject, only.subject) &&
                       pl_slice_equal(known->value, only.value);
        }
        if (!is_known) *pl_vec_push(arena, &comparison->only[side]) = only;
    }
    if (comparison->only[side].n)
        qsort(comparison->only[side].items, comparison->only[side].n,
              sizeof *comparison->only[side].items, compare_only);
}

void pl_comparison_find(PlArena *arena, const PlRecord *record, int32_t first, int32_t second,
                        PlComparison *comparison)
{
    *comparison = (PlComparison){.reports = {first, second}};
    find_differences(arena, record, comparison);
    find_relation(record, comparison);
    find_only(arena, record, 0, comparison);
    find_only(arena, record, 1, comparison);
}
