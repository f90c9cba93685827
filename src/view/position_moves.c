/* Positions over time: for each side and issue, what reports have it hold, in their order, and
 * whether that is new, the same again, or a move. */
#include <stdlib.h>

#include "text/utf8.h"
#include "view/lists.h"
#include "view/naming.h"

enum { DATE, PARTY, ISSUE, STANCE, TERMS, MOVE, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [DATE] = {"date", "Date", PL_CELL_TEXT, {NULL}},
    [PARTY] = {"party", "Party", PL_CELL_TEXT, {NULL}},
    [ISSUE] = {"issue", "Issue", PL_CELL_TEXT, {NULL}},
    [STANCE] = {"stance", "Stance", PL_CELL_TEXT, {NULL}},
    [TERMS] = {"terms", "Terms, as said", PL_CELL_TEXT, {NULL}},
    [MOVE] = {"move", "Move", PL_CELL_TEXT, {NULL}},
};

/* One position as one report has it. */
typedef struct Said {
    const PlRecordPosition *position;
    int32_t report;
    PlSpan span;
    PlSlice date;
    PlSlice key; /* terms levelled */
} Said;

typedef PL_VEC(Said) Sayings;

static int compare_issue(const Said *a, const Said *b)
{
    int order =
        (a->position->party > b->position->party) - (a->position->party < b->position->party);
    return order ? order : pl_slice_compare(a->position->issue, b->position->issue);
}

static int compare_said(const void *x, const void *y)
{
    const Said *a = x;
    const Said *b = y;
    int order = compare_issue(a, b);
    if (!order) order = pl_slice_compare(a->date, b->date);
    if (!order)
        order = (a->position->stance > b->position->stance) -
                (a->position->stance < b->position->stance);
    if (!order) order = pl_slice_compare(a->key, b->key);
    if (!order) order = (a->report > b->report) - (a->report < b->report);
    return order ? order
                 : (a->span.start_byte > b->span.start_byte) -
                       (a->span.start_byte < b->span.start_byte);
}

static Sayings all_said(const PlListing *listing)
{
    const PlRecord *record = listing->record;
    Sayings said = {0};
    for (uint32_t i = 0; i < record->position_evidence.n; i++) {
        const PlRecordPositionEvidence *evidence = &record->position_evidence.items[i];
        const PlRecordPosition *position = &record->positions.items[evidence->position];
        PlSlice published = record->reports[evidence->report].article.metadata.published;
        if (published.len > 10) published.len = 10;
        *pl_vec_push(listing->arena, &said) =
            (Said){position, evidence->report, evidence->span, published,
                   pl_utf8_fold(listing->arena, position->terms)};
    }
    if (said.n) qsort(said.items, said.n, sizeof *said.items, compare_said);
    return said;
}

static bool same_row(const Said *a, const Said *b)
{
    return compare_issue(a, b) == 0 && a->position->stance == b->position->stance &&
           pl_slice_equal(a->key, b->key) && pl_slice_equal(a->date, b->date);
}

/* What said[at] is after what the same side has held on the issue on earlier days, the last of
 * which is said[before_first, before_end). Reports of one day tell of one position, not of moves.
 */
static PlSlice move_of(PlArena *arena, const Sayings *said, uint32_t at, uint32_t issue_first,
                       uint32_t before_first, uint32_t before_end)
{
    const Said *now = &said->items[at];
    if (before_first == before_end) return PL_SLICE("first");
    for (uint32_t i = issue_first; i < before_end; i++)
        if (said->items[i].position->stance == now->position->stance &&
            pl_slice_equal(said->items[i].key, now->key))
            return PL_SLICE("again");
    for (uint32_t i = before_first; i < before_end; i++)
        if (said->items[i].position->stance == now->position->stance) return PL_SLICE("new terms");
    PlStance last = said->items[before_end - 1].position->stance;
    return pl_arena_format(arena, "was: %s", pl_stance_names[last]);
}

void pl_list_moves(const PlListing *listing, PlList *list)
{
    PlIssueNames names = {0};
    pl_issue_names_load(listing->arena, &names);
    *list = (PlList){.what = "positions", .columns = columns, .n_columns = N_COLUMNS};
    Sayings said = all_said(listing);
    uint32_t issue_first = 0;
    uint32_t before_first = 0; /* the day before the present one on which the side held something */
    uint32_t day_first = 0;
    for (uint32_t i = 0; i < said.n; i++) {
        const Said *now = &said.items[i];
        if (i == 0 || compare_issue(&said.items[i - 1], now) != 0)
            issue_first = before_first = day_first = i;
        if (!pl_slice_equal(said.items[day_first].date, now->date)) {
            before_first = day_first;
            day_first = i;
        }
        if (i > issue_first && same_row(&said.items[i - 1], now)) {
            pl_evidence_add(listing->arena, &list->rows.items[list->rows.n - 1].evidence,
                            now->report, now->span);
            continue;
        }
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[DATE].text = now->date;
        row->cells[DATE].for_people = pl_naming_date(listing->arena, now->date);
        row->cells[PARTY].text = pl_naming_actor_name(listing->record, now->position->party);
        row->cells[ISSUE].text = now->position->issue;
        row->cells[ISSUE].for_people =
            pl_issue_names_find(listing->arena, &names, now->position->issue);
        row->cells[STANCE].text = pl_slice(pl_stance_names[now->position->stance]);
        row->cells[TERMS].text = now->position->terms;
        row->cells[MOVE].text =
            move_of(listing->arena, &said, i, issue_first, before_first, day_first);
        pl_evidence_add(listing->arena, &row->evidence, now->report, now->span);
    }
    for (uint32_t i = 0; i < list->rows.n; i++)
        pl_evidence_sort(&list->rows.items[i].evidence);
}
