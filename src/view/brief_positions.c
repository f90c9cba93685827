/* Issues by parties. */
#include <stdlib.h>

#include "text/utf8.h"
#include "view/briefing.h"

enum { MOST_COLUMNS = 3, MOST_TERMS_BYTES = 90 };

static int compare_stances(const void *x, const void *y)
{
    const PlBriefStance *a = x;
    const PlBriefStance *b = y;
    int order = (b->n_publishers > a->n_publishers) - (b->n_publishers < a->n_publishers);
    if (!order) order = (b->evidence.n > a->evidence.n) - (b->evidence.n < a->evidence.n);
    /* what has terms says more */
    if (!order) order = (a->terms.len == 0) - (b->terms.len == 0);
    if (!order) order = (a->party > b->party) - (a->party < b->party);
    if (!order) order = pl_slice_compare(a->issue, b->issue);
    if (!order) order = (a->stance > b->stance) - (a->stance < b->stance);
    return order ? order : pl_slice_compare(a->terms, b->terms);
}

static int compare_by_key(const void *x, const void *y)
{
    const PlBriefStance *a = x;
    const PlBriefStance *b = y;
    int order = (a->party > b->party) - (a->party < b->party);
    if (!order) order = pl_slice_compare(a->issue, b->issue);
    if (!order) order = (a->stance > b->stance) - (a->stance < b->stance);
    if (!order) order = pl_slice_compare(a->key, b->key);
    return order ? order : pl_slice_compare(a->terms, b->terms);
}

/* "Immediate" and "immediate" are the same terms: rows of one key become one, with the later
 * spelling by bytes, which is the lower-case one. */
static void merge_alike(PlBriefing *briefing, PlBriefStances *stances)
{
    for (uint32_t i = 0; i < stances->n; i++) {
        PlBriefStance *stance = &stances->items[i];
        stance->key = pl_utf8_fold(briefing->arena, stance->terms);
    }
    if (stances->n) qsort(stances->items, stances->n, sizeof *stances->items, compare_by_key);
    uint32_t n = 0;
    for (uint32_t i = 0; i < stances->n; i++) {
        PlBriefStance *last = n ? &stances->items[n - 1] : NULL;
        const PlBriefStance *stance = &stances->items[i];
        bool same = last && last->party == stance->party && last->stance == stance->stance &&
                    pl_slice_equal(last->issue, stance->issue) &&
                    pl_slice_equal(last->key, stance->key);
        if (!same) {
            stances->items[n++] = *stance;
            continue;
        }
        last->terms = stance->terms;
        for (uint32_t e = 0; e < stance->evidence.n; e++)
            *pl_vec_push(briefing->arena, &last->evidence) = stance->evidence.items[e];
    }
    stances->n = n;
}

static PlBriefStances all_stances(PlBriefing *briefing)
{
    const PlRecord *record = briefing->record;
    PlBriefStances stances = {0};
    for (uint32_t i = 0; i < record->positions.n; i++) {
        const PlRecordPosition *position = &record->positions.items[i];
        *pl_vec_push(briefing->arena, &stances) = (PlBriefStance){
            .party = position->party,
            .issue = position->issue,
            .stance = position->stance,
            .terms = pl_briefing_tidy(briefing->arena, position->terms, MOST_TERMS_BYTES)};
    }
    for (uint32_t i = 0; i < record->position_evidence.n; i++) {
        const PlRecordPositionEvidence *said = &record->position_evidence.items[i];
        pl_evidence_add(briefing->arena, &stances.items[said->position].evidence, said->report,
                        said->span);
    }
    merge_alike(briefing, &stances);
    for (uint32_t i = 0; i < stances.n; i++) {
        PlBriefStance *stance = &stances.items[i];
        pl_evidence_sort(&stance->evidence);
        stance->issue_name =
            pl_issue_names_find(briefing->arena, &briefing->issue_names, stance->issue);
        stance->n_publishers = pl_evidence_n_publishers(briefing->arena, record, &stance->evidence);
    }
    if (stances.n) qsort(stances.items, stances.n, sizeof *stances.items, compare_stances);
    return stances;
}

/* An issue with all that is said on it, on its way to the table. */
typedef struct Row {
    PlBriefIssue issue;
    PlEvidence evidence;
    uint32_t n_parties;
} Row;

static int compare_rows(const void *x, const void *y)
{
    const Row *a = x;
    const Row *b = y;
    /* where two sides stand against each other is what talks are about */
    bool both_a = a->n_parties > 1;
    bool both_b = b->n_parties > 1;
    uint32_t weight_a = a->issue.n_publishers + both_a;
    uint32_t weight_b = b->issue.n_publishers + both_b;
    int order = (weight_b > weight_a) - (weight_b < weight_a);
    if (!order) order = (b->evidence.n > a->evidence.n) - (b->evidence.n < a->evidence.n);
    return order ? order : pl_slice_compare(a->issue.id, b->issue.id);
}

static Row *row_of(PlBriefing *briefing, PlSymbols *ids, Row *rows, const PlBriefStance *stance)
{
    int32_t known = pl_symbols_find(ids, stance->issue);
    if (known != PL_NO_SYMBOL) return &rows[known];
    Row *row = &rows[pl_symbols_intern(briefing->arena, ids, stance->issue)];
    row->issue.id = stance->issue;
    row->issue.name = stance->issue_name;
    row->issue.by_party =
        pl_arena_array(briefing->arena, PlBriefStances, briefing->brief->parties.n + 1);
    return row;
}

static void fill_rows(PlBriefing *briefing, const PlBriefStances *stances, PlSymbols *ids,
                      Row *rows)
{
    PlBrief *brief = briefing->brief;
    for (uint32_t i = 0; i < stances->n; i++) {
        const PlBriefStance *stance = &stances->items[i];
        int32_t party = pl_briefing_party(briefing, pl_briefing_side(briefing, stance->party));
        if (party < 0 || (uint32_t)party >= brief->n_columns) {
            *pl_vec_push(briefing->arena, &brief->others) = *stance;
            continue;
        }
        Row *row = row_of(briefing, ids, rows, stance);
        row->n_parties += row->issue.by_party[party].n == 0;
        *pl_vec_push(briefing->arena, &row->issue.by_party[party]) = *stance;
        for (uint32_t e = 0; e < stance->evidence.n; e++)
            *pl_vec_push(briefing->arena, &row->evidence) = stance->evidence.items[e];
    }
}

/* In each cell what has no terms comes last: it says least. */
static void put_terms_first(PlArena *arena, PlBriefStances *stances)
{
    PlBriefStances ordered = {0};
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < stances->n; i++)
            if ((stances->items[i].terms.len == 0) == (pass == 1))
                *pl_vec_push(arena, &ordered) = stances->items[i];
    *stances = ordered;
}

/* Keeps the stances of the first `most` lines: a party, a stance and an issue each. */
static void keep_others(PlBrief *brief, uint32_t most)
{
    uint32_t n_lines = 0;
    uint32_t n_kept = 0;
    for (uint32_t i = 0; i < brief->others.n; i++) {
        const PlBriefStance *stance = &brief->others.items[i];
        bool is_known = false;
        for (uint32_t k = 0; k < n_kept && !is_known; k++) {
            const PlBriefStance *kept = &brief->others.items[k];
            is_known = kept->party == stance->party && kept->stance == stance->stance &&
                       pl_slice_equal(kept->issue, stance->issue);
        }
        if (!is_known && n_lines == most) continue;
        n_lines += !is_known;
        brief->others.items[n_kept++] = *stance;
    }
    brief->others.n = n_kept;
}

void pl_briefing_find_positions(PlBriefing *briefing)
{
    PlBrief *brief = briefing->brief;
    brief->n_columns = brief->parties.n < MOST_COLUMNS ? brief->parties.n : MOST_COLUMNS;
    PlBriefStances stances = all_stances(briefing);
    if (stances.n == 0) return;
    PlSymbols ids = {0};
    Row *rows = pl_arena_array(briefing->arena, Row, stances.n);
    fill_rows(briefing, &stances, &ids, rows);
    uint32_t n_rows = ids.names.n;
    for (uint32_t i = 0; i < n_rows; i++)
        for (uint32_t p = 0; p < brief->n_columns; p++)
            put_terms_first(briefing->arena, &rows[i].issue.by_party[p]);
    for (uint32_t i = 0; i < n_rows; i++) {
        pl_evidence_sort(&rows[i].evidence);
        rows[i].issue.n_publishers =
            pl_evidence_n_publishers(briefing->arena, briefing->record, &rows[i].evidence);
    }
    qsort(rows, n_rows, sizeof *rows, compare_rows);
    for (uint32_t i = 0; i < n_rows && i < briefing->most_issues; i++)
        *pl_vec_push(briefing->arena, &brief->issues) = rows[i].issue;
    keep_others(brief, briefing->most_others);
}
