/* Gaps: for each issue on which two sides or more take a stance, whether they agree, differ in
 * terms, or exclude each other, and the condition that stands in the way. */
#include <stdlib.h>

#include "view/lists.h"
#include "view/naming.h"

enum { ISSUE, GAP, SIDES, CONDITION, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [ISSUE] = {"issue", "Issue", PL_CELL_TEXT, {NULL}},
    [GAP] = {"gap", "Gap", PL_CELL_TEXT, {NULL}},
    [SIDES] = {"sides", "Sides", PL_CELL_OBJECTS, {"party", "stance", "terms"}},
    [CONDITION] = {"condition", "What it hangs on", PL_CELL_TEXT, {NULL}},
};

typedef enum Gap { GAP_EXCLUDES, GAP_DIFFERS, GAP_AGREES } Gap;

static const char *const gap_names[] = {"exclude each other", "differ in terms", "agree"};

typedef struct Row {
    PlSlice issue;
    Gap gap;
    uint32_t n_sides;
    PL_VEC(uint32_t) positions; /* of the record */
} Row;

static bool is_against(PlStance stance)
{
    return stance == PL_STANCE_REJECTS || stance == PL_STANCE_OPPOSES;
}

static int compare_by_issue(const void *x, const void *y)
{
    const PlRecordPosition *const *a = x;
    const PlRecordPosition *const *b = y;
    int order = pl_slice_compare((*a)->issue, (*b)->issue);
    return order ? order : (*a > *b) - (*a < *b);
}

/* Two sides that want the same thing in other words differ in terms; one that wants what another
 * gives agrees with it. */
static Gap gap_between(const PlRecordPosition *a, const PlRecordPosition *b)
{
    if (is_against(a->stance) != is_against(b->stance)) return GAP_EXCLUDES;
    bool differ = a->terms.len && b->terms.len && !pl_slice_equal(a->terms, b->terms);
    bool both_want = !is_against(a->stance) &&
                     (a->stance == PL_STANCE_DEMANDS || a->stance == PL_STANCE_OFFERS) &&
                     (b->stance == PL_STANCE_DEMANDS || b->stance == PL_STANCE_OFFERS);
    return differ && both_want ? GAP_DIFFERS : GAP_AGREES;
}

static void judge(const PlRecord *record, Row *row)
{
    row->gap = GAP_AGREES;
    int32_t last = -1;
    for (uint32_t i = 0; i < row->positions.n; i++) {
        const PlRecordPosition *a = &record->positions.items[row->positions.items[i]];
        row->n_sides += a->party != last;
        last = a->party;
        for (uint32_t k = 0; k < i; k++) {
            const PlRecordPosition *b = &record->positions.items[row->positions.items[k]];
            if (a->party == b->party) continue;
            Gap gap = gap_between(a, b);
            if (gap < row->gap) row->gap = gap;
        }
    }
}

static int compare_rows(const void *x, const void *y)
{
    const Row *a = x;
    const Row *b = y;
    int order = ((int)a->gap > (int)b->gap) - ((int)a->gap < (int)b->gap);
    if (!order) order = (b->positions.n > a->positions.n) - (b->positions.n < a->positions.n);
    return order ? order : pl_slice_compare(a->issue, b->issue);
}

/* The first condition whose words meet words of the row's positions. */
static PlSlice condition_of(const PlListing *listing, const PlEvidence *evidence)
{
    const PlRecord *record = listing->record;
    for (uint32_t e = 0; e < evidence->n; e++) {
        const PlPlaceInReport *place = &evidence->items[e];
        const PlTalks *talks = &record->reports[place->report].talks;
        for (uint32_t c = 0; c < talks->conditions.n; c++) {
            const PlCondition *condition = &talks->conditions.items[c];
            if (!pl_spans_overlap(condition->condition, place->span) &&
                !pl_spans_overlap(condition->consequence, place->span))
                continue;
            PlSlice then = pl_naming_words(record, place->report, condition->consequence);
            PlSlice when = pl_naming_words(record, place->report, condition->condition);
            return pl_arena_format(listing->arena, "%.*s, %.*s", PL_PRI(then), PL_PRI(when));
        }
    }
    return (PlSlice){0};
}

/* A side's first position of each stance: "Russia demands full withdrawal". */
static void fill_sides(const PlListing *listing, const Row *row, PlCell *cell)
{
    const PlRecord *record = listing->record;
    PlSlice text = {0};
    for (uint32_t i = 0; i < row->positions.n; i++) {
        const PlRecordPosition *p = &record->positions.items[row->positions.items[i]];
        PlSlice party = pl_naming_actor_name(record, p->party);
        PlSlice stance = pl_slice(pl_stance_names[p->stance]);
        pl_cell_add(listing->arena, cell, party, stance, p->terms);
        const PlRecordPosition *last =
            i ? &record->positions.items[row->positions.items[i - 1]] : NULL;
        if (last && last->party == p->party && last->stance == p->stance &&
            (p->terms.len == 0 || last->terms.len))
            continue;
        text = pl_arena_format(listing->arena, "%.*s%s%.*s %.*s%s%.*s", PL_PRI(text),
                               text.len ? "; " : "", PL_PRI(party), PL_PRI(stance),
                               p->terms.len ? " " : "", PL_PRI(p->terms));
    }
    cell->for_people = text;
}

void pl_list_gaps(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PlArena *arena = listing->arena;
    PlIssueNames names = {0};
    pl_issue_names_load(arena, &names);
    *list = (PlList){.what = "gaps", .columns = columns, .n_columns = N_COLUMNS};
    uint32_t n = record->positions.n;
    if (n == 0) return;

    const PlRecordPosition **sorted = pl_arena_array(arena, const PlRecordPosition *, n);
    for (uint32_t i = 0; i < n; i++)
        sorted[i] = &record->positions.items[i];
    qsort(sorted, n, sizeof *sorted, compare_by_issue);
    Row *rows = pl_arena_array(arena, Row, n);
    uint32_t n_rows = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (i == 0 || !pl_slice_equal(sorted[i]->issue, sorted[i - 1]->issue))
            rows[n_rows++].issue = sorted[i]->issue;
        *pl_vec_push(arena, &rows[n_rows - 1].positions) =
            (uint32_t)(sorted[i] - record->positions.items);
    }
    PlEvidence *of_position = pl_arena_array(arena, PlEvidence, n);
    for (uint32_t i = 0; i < record->position_evidence.n; i++) {
        const PlRecordPositionEvidence *said = &record->position_evidence.items[i];
        pl_evidence_add(arena, &of_position[said->position], said->report, said->span);
    }
    for (uint32_t i = 0; i < n_rows; i++)
        judge(record, &rows[i]);
    qsort(rows, n_rows, sizeof *rows, compare_rows);
    for (uint32_t i = 0; i < n_rows; i++) {
        const Row *row = &rows[i];
        if (row->n_sides < 2) continue;
        PlListRow *out = pl_list_add_row(arena, list);
        for (uint32_t k = 0; k < row->positions.n; k++) {
            const PlEvidence *said = &of_position[row->positions.items[k]];
            for (uint32_t e = 0; e < said->n; e++)
                *pl_vec_push(arena, &out->evidence) = said->items[e];
        }
        pl_evidence_sort(&out->evidence);
        out->cells[ISSUE].text = row->issue;
        out->cells[ISSUE].for_people = pl_issue_names_find(arena, &names, row->issue);
        out->cells[GAP].text = pl_slice(gap_names[row->gap]);
        fill_sides(listing, row, &out->cells[SIDES]);
        out->cells[CONDITION].text = condition_of(listing, &out->evidence);
    }
}
