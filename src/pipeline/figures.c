#include "pipeline/figures.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/data.h"
#include "base/symbols.h"
#include "pipeline/negotiations.h"

static const double MOST_RATIO = 4;
static const double LEAST_COUNT = 10; /* of things that are not in the table */

typedef struct Row {
    int32_t context; /* of the report: a negotiation, or a story after all of them */
    PlSlice what;
    PlSlice unit;
    PlFigureSaid said;
} Row;

static int compare_said(const PlFigureSaid *a, const PlFigureSaid *b)
{
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->span.start_byte > b->span.start_byte) - (a->span.start_byte < b->span.start_byte);
}

static int compare_rows(const void *x, const void *y)
{
    const Row *a = x;
    const Row *b = y;
    int order = (a->context > b->context) - (a->context < b->context);
    if (!order) order = pl_slice_compare(a->what, b->what);
    if (!order) order = pl_slice_compare(a->unit, b->unit);
    return order ? order : compare_said(&a->said, &b->said);
}

static const int32_t *find_contexts(PlArena *arena, const PlRecord *record)
{
    PlNegotiations found;
    pl_negotiations_find(arena, record, &found);
    int32_t *context = pl_arena_array(arena, int32_t, record->n_reports + 1);
    for (uint32_t i = 0; i < record->stories.reports.n; i++)
        context[record->stories.reports.items[i].report] =
            (int32_t)found.negotiations.n + record->stories.reports.items[i].story;
    for (uint32_t n = 0; n < found.negotiations.n; n++)
        for (uint32_t i = 0; i < found.negotiations.items[n].reports.n; i++)
            context[found.negotiations.items[n].reports.items[i]] = (int32_t)n;
    return context;
}

/* What lemmas are called together: "killed" is of "casualties". */
typedef struct Subjects {
    PlSymbols lemmas;
    PL_VEC(PlSlice) names; /* by symbol */
    PlSymbols common;      /* words that every text has */
} Subjects;

static void load_subjects(PlArena *arena, Subjects *subjects)
{
    PlTable table = pl_table_load(arena, "figures.tsv");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        int32_t lemma = pl_symbols_intern(arena, &subjects->lemmas, pl_table_cell(&table, row, 0));
        if ((uint32_t)lemma == subjects->names.n)
            *pl_vec_push(arena, &subjects->names) = pl_table_cell(&table, row, 1);
    }
    table = pl_table_load(arena, "common-words.tsv");
    for (uint32_t row = 0; row < table.n_rows; row++)
        pl_symbols_intern(arena, &subjects->common, pl_table_cell(&table, row, 0));
}

static double number_of(const PlQuantity *quantity)
{
    if (!isnan(quantity->value)) return quantity->value;
    return isnan(quantity->low) ? quantity->high : quantity->low;
}

static bool is_figure(const Subjects *subjects, const PlQuantity *quantity)
{
    double number = number_of(quantity);
    if (quantity->what.len == 0 || !(number > 0)) return false;
    if (pl_symbols_find(&subjects->lemmas, quantity->what) >= 0) return true;
    if (pl_symbols_find(&subjects->common, quantity->what) >= 0) return false;
    return quantity->unit.len || number >= LEAST_COUNT;
}

typedef PL_VEC(Row) Rows;

static void collect(PlArena *arena, const PlRecord *record, Rows *rows)
{
    Subjects subjects = {0};
    load_subjects(arena, &subjects);
    const int32_t *context = find_contexts(arena, record);
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlMentions *mentions = &record->reports[r].mentions;
        for (uint32_t i = 0; i < mentions->quantities.n; i++) {
            const PlQuantity *quantity = &mentions->quantities.items[i];
            if (!is_figure(&subjects, quantity)) continue;
            int32_t lemma = pl_symbols_find(&subjects.lemmas, quantity->what);
            assert(lemma < 0 || subjects.names.items);
            *pl_vec_push(arena, rows) =
                (Row){.context = context[r],
                      .what = lemma < 0 ? quantity->what : subjects.names.items[lemma],
                      .unit = quantity->unit,
                      .said = {(int32_t)r, quantity->span, number_of(quantity)}};
        }
    }
    if (rows->n) qsort(rows->items, rows->n, sizeof *rows->items, compare_rows);
}

/* `low` is the lowest of its figure. */
static bool is_one_figure(const Row *low, const Row *other)
{
    return low->context == other->context && pl_slice_equal(low->what, other->what) &&
           pl_slice_equal(low->unit, other->unit) &&
           other->said.number <= low->said.number * MOST_RATIO;
}

static PlSlice date_of(const PlRecord *record, const PlFigureSaid *said)
{
    return record->reports[said->report].article.metadata.published;
}

/* Independent publishers of said[from, to). Their numbers go into `seen`, 1 + `mark` each. */
static uint32_t count_publishers(const PlRecord *record, const PlFigure *figure, uint32_t from,
                                 uint32_t to, uint32_t *seen, uint32_t mark)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t *publisher = &seen[record->stories.publisher_of[figure->said.items[i].report]];
        n += *publisher != mark;
        *publisher = mark;
    }
    return n;
}

/* The last by date of said[from, to); of equals the first. */
static uint32_t last_of(const PlRecord *record, const PlFigure *figure, uint32_t from, uint32_t to)
{
    uint32_t last = from;
    for (uint32_t i = from + 1; i < to; i++)
        if (pl_slice_compare(date_of(record, &figure->said.items[i]),
                             date_of(record, &figure->said.items[last])) > 0)
            last = i;
    return last;
}

typedef struct Choosing {
    const PlRecord *record;
    uint32_t *seen; /* [n_reports] by publisher: the last count that had it */
    uint32_t n_counts;
} Choosing;

/* Number by number: which most publishers give, and which comes last. */
static void choose(Choosing *choosing, PlFigure *figure)
{
    const PlRecord *record = choosing->record;
    uint32_t most = 0;
    uint32_t most_of_latest = 0;
    for (uint32_t from = 0, to = 0; from < figure->said.n; from = to) {
        while (to < figure->said.n &&
               figure->said.items[to].number == figure->said.items[from].number)
            to++;
        uint32_t n =
            count_publishers(record, figure, from, to, choosing->seen, ++choosing->n_counts);
        uint32_t last = last_of(record, figure, from, to);
        PlSlice date = date_of(record, &figure->said.items[last]);
        int later =
            most ? pl_slice_compare(date, date_of(record, &figure->said.items[figure->best])) : 1;
        if (n > most || (n == most && later >= 0)) {
            figure->best = last;
            most = n;
        }
        int latest =
            most_of_latest
                ? pl_slice_compare(date, date_of(record, &figure->said.items[figure->latest]))
                : 1;
        if (latest > 0 || (latest == 0 && n >= most_of_latest)) {
            figure->latest = last;
            most_of_latest = n;
        }
    }
}

static int compare_figures(const void *x, const void *y)
{
    const PlFigure *a = x;
    const PlFigure *b = y;
    if (a->n_publishers != b->n_publishers) return a->n_publishers > b->n_publishers ? -1 : 1;
    int order = pl_slice_compare(a->what, b->what);
    if (!order) order = pl_slice_compare(a->unit, b->unit);
    return order ? order : compare_said(&a->said.items[0], &b->said.items[0]);
}

void pl_figures_find(PlArena *arena, const PlRecord *record, PlFigures *figures)
{
    Rows rows = {0};
    Choosing choosing = {.record = record,
                         .seen = pl_arena_array(arena, uint32_t, record->n_reports + 1)};
    *figures = (PlFigures){0};
    collect(arena, record, &rows);
    for (uint32_t from = 0, to = 0; from < rows.n; from = to) {
        to = from + 1;
        while (to < rows.n && is_one_figure(&rows.items[from], &rows.items[to]))
            to++;
        PlFigure figure = {
            .what = rows.items[from].what, .unit = rows.items[from].unit, .high = to - from - 1};
        for (uint32_t i = from; i < to; i++)
            *pl_vec_push(arena, &figure.said) = rows.items[i].said;
        figure.n_publishers =
            count_publishers(record, &figure, 0, figure.said.n, choosing.seen, ++choosing.n_counts);
        if (figure.n_publishers < 2) continue;
        choose(&choosing, &figure);
        *pl_vec_push(arena, figures) = figure;
    }
    if (figures->n) qsort(figures->items, figures->n, sizeof *figures->items, compare_figures);
}
