#include "view/lists.h"
#include "view/naming.h"

enum { PARTY, ISSUE, STANCE, TERMS, FIRST, LAST, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [PARTY] = {"party", "Party", PL_CELL_TEXT, {NULL}},
    [ISSUE] = {"issue", "Issue", PL_CELL_TEXT, {NULL}},
    [STANCE] = {"stance", "Stance", PL_CELL_TEXT, {NULL}},
    [TERMS] = {"terms", "Terms, as said", PL_CELL_TEXT, {NULL}},
    [FIRST] = {"first", NULL, PL_CELL_TEXT, {NULL}},
    [LAST] = {"last", NULL, PL_CELL_TEXT, {NULL}},
};

void pl_list_positions(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PlIssueNames names = {0};
    pl_issue_names_load(listing->arena, &names);
    *list = (PlList){.what = "positions", .columns = columns, .n_columns = N_COLUMNS};
    for (uint32_t i = 0; i < record->positions.n; i++) {
        const PlRecordPosition *position = &record->positions.items[i];
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[PARTY].text = pl_naming_actor_name(record, position->party);
        row->cells[ISSUE].text = position->issue;
        row->cells[ISSUE].for_people = pl_issue_names_find(listing->arena, &names, position->issue);
        row->cells[STANCE].text = pl_slice(pl_stance_names[position->stance]);
        row->cells[TERMS].text = position->terms;
        row->cells[FIRST].text = position->first;
        row->cells[LAST].text = position->last;
    }
    for (uint32_t i = 0; i < record->position_evidence.n; i++) {
        const PlRecordPositionEvidence *said = &record->position_evidence.items[i];
        pl_evidence_add(listing->arena, &list->rows.items[said->position].evidence, said->report,
                        said->span);
    }
    for (uint32_t i = 0; i < list->rows.n; i++)
        pl_evidence_sort(&list->rows.items[i].evidence);
}
