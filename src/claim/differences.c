#include "claim/differences.h"

#include <stdlib.h>

#include "claim/claim_values.h"
#include "claim/repeated.h"

const char *const pl_difference_kind_names[PL_N_DIFFERENCE_KINDS] = {
    [PL_DIFFERENCE_CONTRADICTION] = "contradiction",
    [PL_DIFFERENCE_STATUS] = "status conflict",
    [PL_DIFFERENCE_IMPRECISION] = "imprecision",
    [PL_DIFFERENCE_CHARACTERISATION] = "characterisation",
    [PL_DIFFERENCE_COMPLEMENT] = "complement",
    [PL_DIFFERENCE_SETTLED] = "settled later",
    [PL_DIFFERENCE_AGREEMENT] = "agreement",
    [PL_DIFFERENCE_SHARED] = "shared by some"};

bool pl_difference_is_agreement(PlDifferenceKind kind)
{
    return kind == PL_DIFFERENCE_AGREEMENT || kind == PL_DIFFERENCE_SHARED;
}

typedef struct Comparing {
    PlArena *arena;
    const PlClaimedReport *reports;
    const PlActors *actors;
    const PlClaimRow *rows;
    PlDifferences *out;
    int32_t *seen_publisher; /* [n_reports] the last value that counted this publisher, + 1 */
    int32_t n_counted;
} Comparing;

static PlClaimValue count_value(Comparing *c, uint32_t first, uint32_t end)
{
    PlClaimValue value = {.first = first, .end = end};
    c->n_counted++;
    for (uint32_t i = first; i < end; i++) {
        if (i > first && c->rows[i].report == c->rows[i - 1].report) continue;
        value.n_reports++;
        int32_t *seen = &c->seen_publisher[c->reports[c->rows[i].report].publisher];
        if (*seen == c->n_counted) continue;
        *seen = c->n_counted;
        value.n_publishers++;
    }
    return value;
}

static const PlClaimRow *row_of(const Comparing *c, const PlClaimValue *value)
{
    return &c->rows[value->first];
}

/* The words for a value: an actor's name, or the commonest wording; on a tie the longest, but of
 * sentences the shortest, which has least that the others do not tell. */
static PlSlice words_of(const Comparing *c, const PlClaimValue *value)
{
    enum { MOST_COMPARED = 64 }; /* the square of it bounds the cost */
    const PlClaimRow *first = row_of(c, value);
    if (first->value_actor >= 0) return c->actors->actors.items[first->value_actor].name;
    bool is_telling = pl_claim_attribute(first->claim->attribute)->rule == PL_RULE_TOLD;
    uint32_t end =
        value->end - value->first > MOST_COMPARED ? value->first + MOST_COMPARED : value->end;
    PlSlice best = {0};
    uint32_t most = 0;
    for (uint32_t i = value->first; i < end; i++) {
        PlSlice words = c->rows[i].claim->value;
        uint32_t n = 0;
        for (uint32_t k = value->first; k < end; k++)
            n += pl_slice_equal(words, c->rows[k].claim->value);
        bool has_better_length = is_telling ? words.len < best.len : words.len > best.len;
        bool better = n > most || (n == most && has_better_length) ||
                      (n == most && words.len == best.len && pl_slice_compare(words, best) < 0);
        if (!better) continue;
        best = words;
        most = n;
    }
    return best;
}

PlSlice pl_difference_subject(PlArena *arena, const PlActors *actors, int32_t actor, PlSlice aspect)
{
    if (actor < 0) return aspect;
    PlSlice name = actors->actors.items[actor].name;
    if (aspect.len == 0) return name;
    return pl_arena_format(arena, "%.*s of %.*s", PL_PRI(aspect), PL_PRI(name));
}

static void write_value(Comparing *c, const PlClaimValue *value)
{
    *pl_vec_push(c->arena, &c->out->values) =
        (PlDifferenceValue){.difference = (int32_t)c->out->differences.n - 1,
                            .value = words_of(c, value),
                            .n_publishers = value->n_publishers};
    for (uint32_t i = value->first; i < value->end; i++) {
        const PlClaimRow *row = &c->rows[i];
        if (i > value->first && row[-1].report == row->report &&
            row[-1].claim->span.start_byte == row->claim->span.start_byte)
            continue;
        *pl_vec_push(c->arena, &c->out->evidence) =
            (PlDifferenceEvidence){.value = (int32_t)c->out->values.n - 1,
                                   .report = row->report,
                                   .span = row->claim->span};
    }
}

static void write_difference(Comparing *c, const PlClaimValue *values, uint32_t n_values,
                             PlDifferenceKind kind)
{
    const PlClaimRow *row = row_of(c, &values[0]);
    uint32_t n_publishers = 0;
    for (uint32_t v = 0; v < n_values; v++)
        n_publishers += values[v].n_publishers;
    *pl_vec_push(c->arena, &c->out->differences) = (PlDifference){
        .subject = pl_difference_subject(c->arena, c->actors, row->actor, row->claim->aspect),
        .attribute = row->claim->attribute,
        .kind = kind,
        .actor = row->actor,
        .weight = pl_claim_attribute(row->claim->attribute)->weight *
                      (kind == PL_DIFFERENCE_SHARED ? 10 : 100) +
                  (n_publishers < 99 ? n_publishers : 99)};
    for (uint32_t v = 0; v < n_values; v++)
        write_value(c, &values[v]);
}

/* Each value that two independent publishers or more give. */
static void write_agreements(Comparing *c, const PlClaimValues *values, PlDifferenceKind kind)
{
    for (uint32_t v = 0; v < values->n; v++)
        if (values->items[v].n_publishers >= 2) write_difference(c, &values->items[v], 1, kind);
}

static void compare_claims(Comparing *c, uint32_t first, uint32_t end)
{
    PlClaimValues values = {.rows = c->rows, .reports = c->reports};
    uint32_t from = first;
    for (uint32_t i = first + 1; i <= end; i++) {
        if (i < end && pl_claim_rows_compare_values(&c->rows[from], &c->rows[i]) == 0) continue;
        *pl_vec_push(c->arena, &values) = count_value(c, from, i);
        from = i;
    }
    PlClaimRule rule = pl_claim_attribute(c->rows[first].claim->attribute)->rule;
    PlDifferenceKind kind = PL_DIFFERENCE_AGREEMENT;
    if (pl_claim_values_differ(&values, rule, &kind)) {
        write_difference(c, values.items, values.n, kind);
        if (rule != PL_RULE_WORDING && rule != PL_RULE_SPELLING && rule != PL_RULE_STATUS)
            write_agreements(c, &values, PL_DIFFERENCE_SHARED);
        return;
    }
    /* That words agree is told by "says"; that a name is spelt alike is nothing to tell. */
    if (rule == PL_RULE_WORDING || rule == PL_RULE_SPELLING) return;
    bool each_alone = rule == PL_RULE_LIST || rule == PL_RULE_SIDES || rule == PL_RULE_MEASURE;
    if (values.n > 1 && !each_alone) return;
    write_agreements(c, &values, PL_DIFFERENCE_AGREEMENT);
}

typedef struct Ranked {
    const PlDifference *difference;
    int32_t index;
} Ranked;

static int compare_ranks(const void *x, const void *y)
{
    const Ranked *a = x;
    const Ranked *b = y;
    if (a->difference->weight != b->difference->weight)
        return a->difference->weight > b->difference->weight ? -1 : 1;
    int order = pl_slice_compare(a->difference->subject, b->difference->subject);
    if (!order) order = pl_slice_compare(a->difference->attribute, b->difference->attribute);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* Copies `found` to `out`, greatest weight first, without what is repeated; values and evidence
 * move with their difference. */
static void rank(PlArena *arena, const PlDifferences *found, PlDifferences *out)
{
    uint32_t n = found->differences.n;
    Ranked *ranks = pl_arena_array(arena, Ranked, n);
    uint32_t *first_value = pl_arena_array(arena, uint32_t, n + 1);
    uint32_t *first_evidence = pl_arena_array(arena, uint32_t, found->values.n + 1);
    for (uint32_t d = 0, v = 0, e = 0; d < n; d++) {
        ranks[d] = (Ranked){&found->differences.items[d], (int32_t)d};
        first_value[d] = v;
        for (; v < found->values.n && found->values.items[v].difference == (int32_t)d; v++) {
            first_evidence[v] = e;
            while (e < found->evidence.n && found->evidence.items[e].value == (int32_t)v)
                e++;
        }
    }
    first_value[n] = found->values.n;
    first_evidence[found->values.n] = found->evidence.n;
    if (n) qsort(ranks, n, sizeof *ranks, compare_ranks);
    const uint8_t *repeated = pl_differences_repeated(arena, found);
    for (uint32_t d = 0; d < n; d++) {
        int32_t was = ranks[d].index;
        if (repeated[was]) continue;
        *pl_vec_push(arena, &out->differences) = *ranks[d].difference;
        for (uint32_t v = first_value[was]; v < first_value[was + 1]; v++) {
            PlDifferenceValue *value = pl_vec_push(arena, &out->values);
            *value = found->values.items[v];
            value->difference = (int32_t)out->differences.n - 1;
            for (uint32_t e = first_evidence[v]; e < first_evidence[v + 1]; e++) {
                PlDifferenceEvidence *evidence = pl_vec_push(arena, &out->evidence);
                *evidence = found->evidence.items[e];
                evidence->value = (int32_t)out->values.n - 1;
            }
        }
    }
}

void pl_differences_find(PlArena *arena, const PlClaimedReport *reports, uint32_t n_reports,
                         const PlActors *actors, PlDifferences *differences)
{
    *differences = (PlDifferences){0};
    PlClaimRows rows;
    pl_claim_rows_make(arena, reports, n_reports, &rows);
    if (rows.n == 0) return;
    PlDifferences found = {0};
    Comparing c = {.arena = arena,
                   .reports = reports,
                   .actors = actors,
                   .rows = rows.items,
                   .out = &found,
                   .seen_publisher = pl_arena_array(arena, int32_t, n_reports)};
    uint32_t first = 0;
    for (uint32_t i = 1; i <= rows.n; i++) {
        if (i < rows.n && pl_claim_rows_compare_subjects(&rows.items[first], &rows.items[i]) == 0)
            continue;
        compare_claims(&c, first, i);
        first = i;
    }
    rank(arena, &found, differences);
}
