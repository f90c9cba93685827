#include "pipeline/figures.h"

#include <math.h>
#include <stdlib.h>

#include "claim/measure_groups.h"
#include "pipeline/negotiations.h"

static const double MOST_RATIO = 4;

typedef struct Row {
    const PlClaim *claim;
    int32_t group; /* of numbers that are of one thing */
    PlFigureSaid said;
} Row;

typedef PL_VEC(Row) Rows;

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
    int order = (a->group > b->group) - (a->group < b->group);
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

/* "" of a number, "percent" of a share, "USD" of an amount in USD; false: a time. */
static bool read_unit(PlSlice attribute, PlSlice *unit)
{
    static const char amount[] = "amount in ";
    *unit = (PlSlice){0};
    if (pl_slice_is(attribute, "number")) return true;
    if (pl_slice_is(attribute, "share")) {
        *unit = PL_SLICE("percent");
        return true;
    }
    if (!pl_slice_starts(attribute, amount)) return false;
    size_t len = sizeof amount - 1;
    *unit = (PlSlice){attribute.ptr + len, attribute.len - len};
    return true;
}

static void collect(PlArena *arena, const PlRecord *record, Rows *rows)
{
    PL_VEC(PlMeasured) measures = {0};
    const int32_t *context = find_contexts(arena, record);
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlClaims *claims = &record->reports[r].claims;
        for (uint32_t i = 0; i < claims->claims.n; i++) {
            const PlClaim *claim = &claims->claims.items[i];
            PlSlice unit;
            if (!read_unit(claim->attribute, &unit)) continue;
            double number = isnan(claim->low) ? claim->high : claim->low;
            *pl_vec_push(arena, rows) =
                (Row){.claim = claim, .said = {(int32_t)r, claim->span, number}};
            *pl_vec_push(arena, &measures) = (PlMeasured){.context = context[r],
                                                          .thing = claim->aspect,
                                                          .attribute = claim->attribute,
                                                          .modifiers = claim->topic,
                                                          .number = number};
        }
    }
    const int32_t *group = pl_measures_group(arena, measures.items, measures.n, MOST_RATIO);
    for (uint32_t i = 0; i < rows->n; i++)
        rows->items[i].group = group[i];
    if (rows->n) qsort(rows->items, rows->n, sizeof *rows->items, compare_rows);
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
    if (!order) order = pl_slice_compare(a->of, b->of);
    return order ? order : compare_said(&a->said.items[0], &b->said.items[0]);
}

static PlSlice modifiers_of(const Rows *rows, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (rows->items[i].claim->topic.len) return rows->items[i].claim->topic;
    return (PlSlice){0};
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
        while (to < rows.n && rows.items[to].group == rows.items[from].group)
            to++;
        PlFigure figure = {.what = rows.items[from].claim->aspect,
                           .of = modifiers_of(&rows, from, to),
                           .high = to - from - 1};
        read_unit(rows.items[from].claim->attribute, &figure.unit);
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
