/* Conditions and outlook: one row a statement; what two reports say in different words stays two
 * rows. */
#include "view/lists.h"
#include "view/naming.h"

enum { CONDITION, CONSEQUENCE, CONDITION_HOLDER, N_CONDITION_COLUMNS };

static const PlColumn condition_columns[N_CONDITION_COLUMNS] = {
    [CONDITION] = {"condition", "What must hold", PL_CELL_TEXT, {NULL}},
    [CONSEQUENCE] = {"consequence", "For what", PL_CELL_TEXT, {NULL}},
    [CONDITION_HOLDER] = {"holder", "Says", PL_CELL_TEXT, {NULL}},
};

uint32_t pl_condition_spans(const PlRecord *record, int32_t report, const PlCondition *condition,
                            PlSpan spans[2])
{
    PlSpan a = condition->condition;
    PlSpan b = condition->consequence;
    if (b.start_byte < a.start_byte) {
        PlSpan first = b;
        b = a;
        a = first;
    }
    if (pl_span_empty(a) || pl_span_empty(b)) {
        spans[0] = pl_span_empty(a) ? b : a;
        return 1;
    }
    spans[0] = a;
    spans[1] = b;
    if (pl_record_sentence(record, report, a) != pl_record_sentence(record, report, b)) return 2;
    spans[0].end_byte = a.end_byte > b.end_byte ? a.end_byte : b.end_byte;
    return 1;
}

void pl_list_conditions(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    *list = (PlList){
        .what = "conditions", .columns = condition_columns, .n_columns = N_CONDITION_COLUMNS};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->conditions.n; i++) {
            const PlCondition *said = &talks->conditions.items[i];
            PlListRow *row = pl_list_add_row(listing->arena, list);
            row->cells[CONDITION].text = pl_naming_words(record, (int32_t)r, said->condition);
            row->cells[CONSEQUENCE].text = pl_naming_words(record, (int32_t)r, said->consequence);
            row->cells[CONDITION_HOLDER].text = pl_naming_entity(record, (int32_t)r, said->holder);
            PlSpan spans[2];
            uint32_t n_spans = pl_condition_spans(record, (int32_t)r, said, spans);
            for (uint32_t s = 0; s < n_spans; s++)
                pl_evidence_add(listing->arena, &row->evidence, (int32_t)r, spans[s]);
            pl_evidence_sort(&row->evidence);
        }
    }
}

enum { OUTLOOK_HOLDER, POLARITY, TEXT, N_OUTLOOK_COLUMNS };

static const PlColumn outlook_columns[N_OUTLOOK_COLUMNS] = {
    [OUTLOOK_HOLDER] = {"holder", "Who expects", PL_CELL_TEXT, {NULL}},
    [POLARITY] = {"polarity", "How", PL_CELL_TEXT, {NULL}},
    [TEXT] = {"text", "What, in the report's words", PL_CELL_TEXT, {NULL}},
};

void pl_list_outlook(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    *list = (PlList){.what = "outlook", .columns = outlook_columns, .n_columns = N_OUTLOOK_COLUMNS};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->outlook.n; i++) {
            const PlOutlook *said = &talks->outlook.items[i];
            PlListRow *row = pl_list_add_row(listing->arena, list);
            row->cells[OUTLOOK_HOLDER].text = pl_naming_entity(record, (int32_t)r, said->holder);
            if (said->holder < 0) row->cells[OUTLOOK_HOLDER].for_people = PL_SLICE("(the report)");
            row->cells[POLARITY].text = pl_slice(pl_polarity_names[said->polarity]);
            row->cells[TEXT].text = pl_naming_words(record, (int32_t)r, said->span);
            pl_evidence_add(listing->arena, &row->evidence, (int32_t)r, said->span);
        }
    }
}
