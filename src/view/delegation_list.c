#include <stdlib.h>

#include "view/lists.h"
#include "view/naming.h"

enum { PARTY, PERSON, ROLE, LEVEL, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [PARTY] = {"party", "Party", PL_CELL_TEXT, {NULL}},
    [PERSON] = {"person", "Person", PL_CELL_TEXT, {NULL}},
    [ROLE] = {"role", "Part", PL_CELL_TEXT, {NULL}},
    [LEVEL] = {"level", "Level, as said", PL_CELL_TEXT, {NULL}},
};

typedef struct Row {
    PlSlice party;
    PlSlice person;
    PlDelegationRole role;
    PlSlice level;
    int32_t report;
    PlSpan span;
} Row;

static int compare_same(const Row *a, const Row *b)
{
    /* what names no party comes last */
    int order = (a->party.len == 0) - (b->party.len == 0);
    if (!order) order = pl_slice_compare(a->party, b->party);
    if (!order) order = (a->role > b->role) - (a->role < b->role);
    if (!order) order = pl_slice_compare(a->person, b->person);
    return order ? order : pl_slice_compare(a->level, b->level);
}

static int compare_rows(const void *x, const void *y)
{
    const Row *a = x;
    const Row *b = y;
    int order = compare_same(a, b);
    if (!order) order = (a->report > b->report) - (a->report < b->report);
    if (!order)
        order =
            (a->span.start_byte > b->span.start_byte) - (a->span.start_byte < b->span.start_byte);
    return order;
}

void pl_list_delegations(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PL_VEC(Row) rows = {0};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->delegations.n; i++) {
            const PlDelegation *said = &talks->delegations.items[i];
            *pl_vec_push(listing->arena, &rows) =
                (Row){pl_naming_entity(record, (int32_t)r, said->party),
                      pl_naming_entity(record, (int32_t)r, said->person),
                      said->role,
                      said->level,
                      (int32_t)r,
                      said->span};
        }
    }
    if (rows.n) qsort(rows.items, rows.n, sizeof *rows.items, compare_rows);
    *list = (PlList){.what = "delegations", .columns = columns, .n_columns = N_COLUMNS};
    for (uint32_t i = 0; i < rows.n; i++) {
        const Row *said = &rows.items[i];
        if (i == 0 || compare_same(said - 1, said) != 0) {
            PlListRow *row = pl_list_add_row(listing->arena, list);
            row->cells[PARTY].text = said->party;
            row->cells[PERSON].text = said->person;
            row->cells[ROLE].text = pl_slice(pl_delegation_role_names[said->role]);
            row->cells[LEVEL].text = said->level;
        }
        pl_evidence_add(listing->arena, &list->rows.items[list->rows.n - 1].evidence, said->report,
                        said->span);
    }
}
