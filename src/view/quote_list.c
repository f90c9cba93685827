#include <stdlib.h>

#include "text/utf8.h"
#include "view/lists.h"
#include "view/naming.h"

enum { QUOTE, KIND, SPEAKER, CUE, ADDRESSEE, ABOUT, CHANNEL, DATE, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [QUOTE] = {"quote", "Words", PL_CELL_TEXT, {NULL}},
    [KIND] = {"kind", "Kind", PL_CELL_TEXT, {NULL}},
    [SPEAKER] = {"speaker", "Speaker", PL_CELL_TEXT, {NULL}},
    [CUE] = {"cue", "Cue", PL_CELL_TEXT, {NULL}},
    [ADDRESSEE] = {"addressee", NULL, PL_CELL_TEXT, {NULL}},
    [ABOUT] = {"about", "About", PL_CELL_TEXT, {NULL}},
    [CHANNEL] = {"channel", NULL, PL_CELL_TEXT, {NULL}},
    [DATE] = {"date", NULL, PL_CELL_TEXT, {NULL}},
};

typedef struct Row {
    PlSlice speaker;
    PlQuoteKind kind;
    PlSlice folded; /* the words, without case and marks: what makes two quotes one */
    const PlQuote *quote;
    int32_t report;
} Row;

static int compare_same(const Row *a, const Row *b)
{
    int order = (a->speaker.len == 0) - (b->speaker.len == 0);
    if (!order) order = pl_slice_compare(a->speaker, b->speaker);
    if (!order) order = (a->kind > b->kind) - (a->kind < b->kind);
    return order ? order : pl_slice_compare(a->folded, b->folded);
}

static int compare_rows(const void *x, const void *y)
{
    const Row *a = x;
    const Row *b = y;
    int order = compare_same(a, b);
    if (!order) order = (a->report > b->report) - (a->report < b->report);
    if (!order)
        order = (a->quote->span.start_byte > b->quote->span.start_byte) -
                (a->quote->span.start_byte < b->quote->span.start_byte);
    return order;
}

/* Every word of `words` is in `folded`. */
static bool has_words(PlArena *arena, PlSlice folded, const char *words)
{
    uint32_t n_replaced;
    PlSlice rest = pl_utf8_fold(arena, pl_utf8_repair(arena, pl_slice(words), &n_replaced));
    PlSlice word;
    while (pl_slice_next(&rest, ' ', &word))
        if (word.len && pl_slice_find(folded, word) < 0) return false;
    return true;
}

static bool is_chosen(const PlListing *listing, const Row *row)
{
    PlArena *arena = listing->arena;
    const ParleyViewOptions *options = listing->options;
    if (options->speaker && !has_words(arena, pl_utf8_fold(arena, row->speaker), options->speaker))
        return false;
    if (!options->about) return true;
    PlSlice about = pl_naming_entity(listing->record, row->report, row->quote->about);
    return has_words(arena, pl_utf8_fold(arena, about), options->about) ||
           has_words(arena, row->folded, options->about);
}

static void fill_row(const PlListing *listing, const Row *said, PlListRow *row)
{
    const PlRecord *record = listing->record;
    row->cells[QUOTE].text = pl_naming_words(record, said->report, said->quote->span);
    row->cells[KIND].text = pl_slice(pl_quote_kind_names[said->kind]);
    row->cells[SPEAKER].text = said->speaker;
    row->cells[CUE].text = pl_naming_words(record, said->report, said->quote->cue);
    row->cells[CHANNEL].text = pl_naming_words(record, said->report, said->quote->channel);
    row->cells[DATE].text = said->quote->date;
    row->cells[ADDRESSEE].text = pl_naming_entity(record, said->report, said->quote->addressee);
    row->cells[ABOUT].text = pl_naming_entity(record, said->report, said->quote->about);
}

void pl_list_quotes(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PL_VEC(Row) rows = {0};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlQuotes *quotes = &record->reports[r].quotes;
        for (uint32_t i = 0; i < quotes->quotes.n; i++) {
            const PlQuote *quote = &quotes->quotes.items[i];
            PlSlice words = pl_naming_words(record, (int32_t)r, quote->span);
            Row row = {pl_naming_entity(record, (int32_t)r, quote->speaker), quote->kind,
                       pl_utf8_fold(listing->arena, words), quote, (int32_t)r};
            if (is_chosen(listing, &row)) *pl_vec_push(listing->arena, &rows) = row;
        }
    }
    if (rows.n) qsort(rows.items, rows.n, sizeof *rows.items, compare_rows);
    *list = (PlList){.what = "quotes", .columns = columns, .n_columns = N_COLUMNS};
    for (uint32_t i = 0; i < rows.n; i++) {
        const Row *said = &rows.items[i];
        if (i == 0 || compare_same(said - 1, said) != 0)
            fill_row(listing, said, pl_list_add_row(listing->arena, list));
        pl_evidence_add(listing->arena, &list->rows.items[list->rows.n - 1].evidence, said->report,
                        said->quote->span);
    }
}
