#include "claim/claim_rows.h"

#include <math.h>
#include <stdlib.h>

#include "claim/measure_groups.h"
#include "claim/retellings.h"
#include "claim/statements.h"

static const PlClaimAttribute attributes[] = {
    {"office", PL_RULE_STATUS, 90},
    {"head", PL_RULE_ONE_VALUE, 95},
    {"proposer", PL_RULE_ONE_VALUE, 85},
    {"stance on ", PL_RULE_SIDES, 80},
    {"level of expectations", PL_RULE_LEVEL, 70},
    {"level", PL_RULE_WORDS, 75},
    {"terms of ", PL_RULE_PARTS, 65},
    {"attendance", PL_RULE_LIST, 60},
    {"date", PL_RULE_DATES, 60},
    {"time since ", PL_RULE_HEDGED, 55},
    {"venue", PL_RULE_LIST, 50},
    {"place", PL_RULE_LIST, 50},
    {"host", PL_RULE_LIST, 50},
    {"mediator", PL_RULE_LIST, 50},
    {"number", PL_RULE_MEASURE, 45},
    {"amount", PL_RULE_MEASURE, 48},
    {"share", PL_RULE_MEASURE, 46},
    {"duration", PL_RULE_MEASURE, 52},
    {"delay", PL_RULE_MEASURE, 50},
    {"day", PL_RULE_MEASURE, 54},
    {"party", PL_RULE_LIST, 40},
    {"spelling of the name", PL_RULE_SPELLING, 5},
    {"names", PL_RULE_PARTS, 55},
    {"standing", PL_RULE_WORDS, 58},
    {"mandate", PL_RULE_PARTS, 62},
    {"says", PL_RULE_SAME, 35},
    {"deed", PL_RULE_SAME, 30},
    {"wording", PL_RULE_WORDING, 25},
    {"tell", PL_RULE_TOLD, 20},
};

const PlClaimAttribute *pl_claim_attribute(PlSlice name)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (pl_slice_starts(name, attributes[i].name)) return &attributes[i];
    static const PlClaimAttribute other = {"", PL_RULE_LIST, 10};
    return &other;
}

int pl_claim_rows_compare_subjects(const PlClaimRow *a, const PlClaimRow *b)
{
    int order = (a->actor > b->actor) - (a->actor < b->actor);
    if (!order) order = pl_slice_compare(a->claim->aspect, b->claim->aspect);
    if (!order) order = pl_slice_compare(a->claim->attribute, b->claim->attribute);
    if (!order) order = (a->group > b->group) - (a->group < b->group);
    return order || a->group >= 0 ? order : pl_slice_compare(a->claim->topic, b->claim->topic);
}

int pl_claim_rows_compare_values(const PlClaimRow *a, const PlClaimRow *b)
{
    int order = (a->value_actor > b->value_actor) - (a->value_actor < b->value_actor);
    if (order || a->value_actor >= 0) return order;
    return pl_slice_compare(a->claim->key, b->claim->key);
}

static int compare_rows(const void *x, const void *y)
{
    const PlClaimRow *a = x;
    const PlClaimRow *b = y;
    int order = pl_claim_rows_compare_subjects(a, b);
    if (!order) order = pl_claim_rows_compare_values(a, b);
    if (!order) order = (a->report > b->report) - (a->report < b->report);
    if (!order)
        order = (a->claim->span.start_byte > b->claim->span.start_byte) -
                (a->claim->span.start_byte < b->claim->span.start_byte);
    return order ? order
                 : (a->claim->span.end_byte > b->claim->span.end_byte) -
                       (a->claim->span.end_byte < b->claim->span.end_byte);
}

/* One bound of "over 300" is open. */
double pl_claim_row_low(const PlClaimRow *row)
{
    return isnan(row->claim->low) ? row->claim->high : row->claim->low;
}

/* ---- groups ---- */

static PlStatementKind kind_of_statement(const PlClaimRow *row)
{
    if (pl_slice_is(row->claim->attribute, "deed")) return PL_STATEMENT_DONE;
    return pl_slice_is(row->claim->attribute, "wording") ? PL_STATEMENT_WORDED : PL_STATEMENT_SAID;
}

/* Statements are brought together before rows are sorted; their order here is by report and place,
 * so it depends on the set of reports alone. */
static void group_statements(PlArena *arena, const PlClaimedReport *reports, PlClaimRow *rows,
                             uint32_t n_rows)
{
    PlStatement *statements = pl_arena_array(arena, PlStatement, n_rows + 1);
    uint32_t *row_of_statement = pl_arena_array(arena, uint32_t, n_rows + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < n_rows; i++) {
        PlClaimRule rule = pl_claim_attribute(rows[i].claim->attribute)->rule;
        if (rule != PL_RULE_SAME && rule != PL_RULE_WORDING) continue;
        row_of_statement[n] = i;
        statements[n++] = (PlStatement){.actor = rows[i].actor,
                                        .kind = kind_of_statement(&rows[i]),
                                        .lemmas = rows[i].claim->topic,
                                        .published = reports[rows[i].report].published};
    }
    const int32_t *group = pl_statements_group(arena, statements, n);
    for (uint32_t i = 0; i < n; i++)
        rows[row_of_statement[i]].group = group[i];
}

/* Sentences likewise. */
static void group_tellings(PlArena *arena, const PlClaimedReport *reports, PlClaimRow *rows,
                           uint32_t n_rows)
{
    PlRetelling *sentences = pl_arena_array(arena, PlRetelling, n_rows + 1);
    uint32_t *row_of_sentence = pl_arena_array(arena, uint32_t, n_rows + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < n_rows; i++) {
        if (pl_claim_attribute(rows[i].claim->attribute)->rule != PL_RULE_TOLD) continue;
        row_of_sentence[n] = i;
        sentences[n++] = (PlRetelling){.story = reports[rows[i].report].story,
                                       .report = rows[i].report,
                                       .lemmas = rows[i].claim->topic};
    }
    const int32_t *group = pl_retellings_group(arena, sentences, n);
    for (uint32_t i = 0; i < n; i++)
        rows[row_of_sentence[i]].group = group[i];
}

/* Measures likewise. */
static void group_measures(PlArena *arena, const PlClaimedReport *reports, PlClaimRow *rows,
                           uint32_t n_rows)
{
    static const double MOST_RATIO = 2;
    PlMeasured *measures = pl_arena_array(arena, PlMeasured, n_rows + 1);
    uint32_t *row_of_measure = pl_arena_array(arena, uint32_t, n_rows + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < n_rows; i++) {
        const PlClaim *claim = rows[i].claim;
        if (pl_claim_attribute(claim->attribute)->rule != PL_RULE_MEASURE) continue;
        row_of_measure[n] = i;
        measures[n++] = (PlMeasured){.context = reports[rows[i].report].story,
                                     .thing = claim->aspect,
                                     .attribute = claim->attribute,
                                     .modifiers = claim->topic,
                                     .number = pl_claim_row_low(&rows[i])};
    }
    const int32_t *group = pl_measures_group(arena, measures, n, MOST_RATIO);
    for (uint32_t i = 0; i < n; i++)
        rows[row_of_measure[i]].group = group[i];
}

void pl_claim_rows_make(PlArena *arena, const PlClaimedReport *reports, uint32_t n_reports,
                        PlClaimRows *rows)
{
    *rows = (PlClaimRows){0};
    for (uint32_t r = 0; r < n_reports; r++)
        for (uint32_t i = 0; i < reports[r].claims->claims.n; i++) {
            const PlClaim *claim = &reports[r].claims->claims.items[i];
            *pl_vec_push(arena, rows) = (PlClaimRow){
                .claim = claim,
                .actor = claim->entity < 0 ? -1 : reports[r].actor_of[claim->entity],
                .value_actor =
                    claim->value_entity < 0 ? -1 : reports[r].actor_of[claim->value_entity],
                .report = (int32_t)r,
                .group = -1};
        }
    if (rows->n == 0) return;
    group_statements(arena, reports, rows->items, rows->n);
    group_tellings(arena, reports, rows->items, rows->n);
    group_measures(arena, reports, rows->items, rows->n);
    qsort(rows->items, rows->n, sizeof *rows->items, compare_rows);
}
