/* Figures: numbers that several reports give of one thing, as low, best, high and latest. */
#include "pipeline/figures.h"
#include "view/lists.h"
#include "view/naming.h"

enum { FIGURE, OF, UNIT, PUBLISHERS, LOW, BEST, HIGH, LATEST, N_COLUMNS };

#define SAID_KEYS                                                                                  \
    {                                                                                              \
        "number", "source", "published"                                                            \
    }

static const PlColumn columns[N_COLUMNS] = {
    [FIGURE] = {"figure", "Figure", PL_CELL_TEXT, {NULL}},
    [OF] = {"of", NULL, PL_CELL_TEXT, {NULL}},
    [UNIT] = {"unit", NULL, PL_CELL_TEXT, {NULL}},
    [PUBLISHERS] = {"publishers", "Publishers", PL_CELL_NUMBER, {NULL}},
    [LOW] = {"low", "Low", PL_CELL_OBJECTS, SAID_KEYS},
    [BEST] = {"best", "Best", PL_CELL_OBJECTS, SAID_KEYS},
    [HIGH] = {"high", "High", PL_CELL_OBJECTS, SAID_KEYS},
    [LATEST] = {"latest", "Latest", PL_CELL_OBJECTS, SAID_KEYS},
};

/* "more than 300 (Harbour Post, 4 March 2031)" */
static void put_said(const PlListing *listing, const PlFigureSaid *said, PlCell *cell)
{
    PlArena *arena = listing->arena;
    const PlRecord *record = listing->record;
    const PlMetadata *metadata = &record->reports[said->report].article.metadata;
    PlSlice words = pl_naming_words(record, said->report, said->span);
    PlSlice date = pl_naming_date(arena, metadata->published);
    PlSlice source = metadata->source.len ? metadata->source : record->refs[said->report];
    pl_cell_add(arena, cell, pl_arena_format(arena, "%.15g", said->number), metadata->source,
                metadata->published);
    cell->for_people = pl_arena_format(arena, "%.*s (%.*s%s%.*s)", PL_PRI(words), PL_PRI(source),
                                       date.len ? ", " : "", PL_PRI(date));
}

/* "loan (harbour), USD" */
static PlSlice name_of(PlArena *arena, const PlFigure *figure)
{
    PlSlice of = figure->of;
    return pl_arena_format(arena, "%.*s%s%.*s%s%s%.*s", PL_PRI(figure->what), of.len ? " (" : "",
                           PL_PRI(of), of.len ? ")" : "", figure->unit.len ? ", " : "",
                           PL_PRI(figure->unit));
}

void pl_list_figures(const PlListing *listing, PlList *list)
{
    PlFigures figures;
    *list = (PlList){
        .what = "figures of several publishers", .columns = columns, .n_columns = N_COLUMNS};
    pl_figures_find(listing->arena, listing->record, &figures);
    for (uint32_t i = 0; i < figures.n; i++) {
        const PlFigure *figure = &figures.items[i];
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[FIGURE].text = figure->what;
        row->cells[FIGURE].for_people = name_of(listing->arena, figure);
        row->cells[OF].text = figure->of;
        row->cells[UNIT].text = figure->unit;
        row->cells[PUBLISHERS].number = figure->n_publishers;
        put_said(listing, &figure->said.items[figure->low], &row->cells[LOW]);
        put_said(listing, &figure->said.items[figure->best], &row->cells[BEST]);
        put_said(listing, &figure->said.items[figure->high], &row->cells[HIGH]);
        put_said(listing, &figure->said.items[figure->latest], &row->cells[LATEST]);
        for (uint32_t s = 0; s < figure->said.n; s++)
            pl_evidence_add(listing->arena, &row->evidence, figure->said.items[s].report,
                            figure->said.items[s].span);
        pl_evidence_sort(&row->evidence);
    }
}
