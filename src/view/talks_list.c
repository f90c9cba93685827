/* Talks: the negotiations that the record is about. */
#include <stdlib.h>

#include "pipeline/negotiations.h"
#include "view/lists.h"
#include "view/naming.h"

enum { MOST_VALUES = 3, MOST_ROUNDS = 12, FEW_REPORTS = 6 };

enum {
    ID,
    PARTIES,
    PLACES,
    VENUES,
    HOSTS,
    MEDIATORS,
    ROUNDS,
    STAGES,
    SINCE,
    EARLIER,
    FIRST,
    LAST,
    REPORTS,
    N_COLUMNS
};

static const PlColumn columns[N_COLUMNS] = {
    [ID] = {"id", "Id", PL_CELL_TEXT, {NULL}},
    [PARTIES] = {"parties", "Parties", PL_CELL_TEXTS, {NULL}},
    [PLACES] = {"places", "Where", PL_CELL_TEXTS, {NULL}},
    [VENUES] = {"venues", "Venue", PL_CELL_TEXTS, {NULL}},
    [HOSTS] = {"hosts", "Hosts", PL_CELL_TEXTS, {NULL}},
    [MEDIATORS] = {"mediators", "Mediators", PL_CELL_TEXTS, {NULL}},
    [ROUNDS] = {"rounds", "Rounds", PL_CELL_TEXTS, {NULL}},
    [STAGES] = {"stages", "Stage", PL_CELL_TEXTS, {NULL}},
    [SINCE] = {"since", "Since the last talks", PL_CELL_TEXTS, {NULL}},
    [EARLIER] = {"earlier", "Earlier, and how it ended", PL_CELL_TEXTS, {NULL}},
    [FIRST] = {"first", "First report", PL_CELL_TEXT, {NULL}},
    [LAST] = {"last", "Last report", PL_CELL_TEXT, {NULL}},
    [REPORTS] = {"reports", "Reports", PL_CELL_TEXTS, {NULL}},
};

/* What reports say of one attribute: a value and the reports that say it. */
typedef struct Said {
    PlSlice value;
    uint32_t n_reports;
    int32_t last_report;
} Said;

typedef PL_VEC(Said) AllSaid;

static void add_said(PlArena *arena, AllSaid *all, PlSlice value, int32_t report)
{
    for (uint32_t i = 0; i < all->n; i++) {
        Said *said = &all->items[i];
        if (!pl_slice_equal(said->value, value)) continue;
        said->n_reports += said->last_report != report;
        said->last_report = report;
        return;
    }
    *pl_vec_push(arena, all) = (Said){value, 1, report};
}

static int by_reports(const void *x, const void *y)
{
    const Said *a = x;
    const Said *b = y;
    if (a->n_reports != b->n_reports) return a->n_reports > b->n_reports ? -1 : 1;
    return pl_slice_compare(a->value, b->value);
}

static int by_value(const void *x, const void *y)
{
    const Said *a = x;
    const Said *b = y;
    return pl_slice_compare(a->value, b->value);
}

static AllSaid collect(const PlListing *listing, const PlNegotiation *negotiation,
                       PlTalksAttribute attribute)
{
    AllSaid all = {0};
    for (uint32_t i = 0; i < negotiation->reports.n; i++) {
        int32_t report = negotiation->reports.items[i];
        const PlTalks *talks = &listing->record->reports[report].talks;
        for (uint32_t f = 0; f < talks->facts.n; f++) {
            const PlTalksFact *fact = &talks->facts.items[f];
            if (fact->attribute != attribute) continue;
            bool is_state =
                fact->entity >= 0 &&
                listing->record->reports[report].mentions.entities.items[fact->entity].is_state;
            if (attribute == PL_TALKS_VENUE && is_state) continue; /* its palace was meant */
            PlSlice value = fact->entity >= 0
                                ? pl_naming_entity(listing->record, report, fact->entity)
                                : fact->value;
            if (value.len) add_said(listing->arena, &all, value, report);
        }
    }
    if (all.n) qsort(all.items, all.n, sizeof *all.items, by_reports);
    return all;
}

/* Those that at least a third as many reports say as say the first. */
static void put_values(const PlListing *listing, const PlNegotiation *negotiation,
                       PlTalksAttribute attribute, PlCell *cell)
{
    AllSaid all = collect(listing, negotiation, attribute);
    for (uint32_t i = 0; i < all.n && i < MOST_VALUES; i++)
        if (all.items[i].n_reports * 3 >= all.items[0].n_reports)
            pl_cell_add(listing->arena, cell, all.items[i].value, (PlSlice){0}, (PlSlice){0});
}

/* The days on which reports say that the sides talked; among many reports, a day that one alone
 * names is none. In order of time. */
static void put_rounds(const PlListing *listing, const PlNegotiation *negotiation, PlCell *cell)
{
    AllSaid all = collect(listing, negotiation, PL_TALKS_DATE);
    uint32_t least = negotiation->reports.n > FEW_REPORTS ? 2 : 1;
    uint32_t n = 0;
    for (uint32_t i = 0; i < all.n && n < MOST_ROUNDS; i++) {
        bool is_day = all.items[i].value.len == 10 && all.items[i].value.ptr[0] != 'X';
        if (is_day && all.items[i].n_reports >= least) all.items[n++] = all.items[i];
    }
    if (n) qsort(all.items, n, sizeof *all.items, by_value);
    for (uint32_t i = 0; i < n; i++)
        pl_cell_add(listing->arena, cell, all.items[i].value, (PlSlice){0}, (PlSlice){0});
}

static void put_evidence(const PlListing *listing, const PlNegotiation *negotiation,
                         PlEvidence *evidence)
{
    for (uint32_t i = 0; i < negotiation->reports.n; i++) {
        int32_t report = negotiation->reports.items[i];
        const PlTalks *talks = &listing->record->reports[report].talks;
        for (uint32_t f = 0; f < talks->facts.n; f++)
            if (talks->facts.items[f].attribute == PL_TALKS_PARTY)
                pl_evidence_add(listing->arena, evidence, report, talks->facts.items[f].span);
    }
    pl_evidence_sort(evidence);
}

void pl_list_talks(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PlNegotiations found;
    pl_negotiations_find(listing->arena, record, &found);
    *list = (PlList){.what = "talks", .columns = columns, .n_columns = N_COLUMNS};
    for (uint32_t i = 0; i < found.negotiations.n; i++) {
        const PlNegotiation *negotiation = &found.negotiations.items[i];
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[ID].text = negotiation->id;
        row->cells[ID].for_people = record->refs[negotiation->first_report];
        for (uint32_t p = 0; p < negotiation->parties.n; p++)
            pl_cell_add(listing->arena, &row->cells[PARTIES],
                        pl_naming_actor_name(record, negotiation->parties.items[p]), (PlSlice){0},
                        (PlSlice){0});
        put_values(listing, negotiation, PL_TALKS_PLACE, &row->cells[PLACES]);
        put_values(listing, negotiation, PL_TALKS_VENUE, &row->cells[VENUES]);
        put_values(listing, negotiation, PL_TALKS_HOST, &row->cells[HOSTS]);
        put_values(listing, negotiation, PL_TALKS_MEDIATOR, &row->cells[MEDIATORS]);
        put_rounds(listing, negotiation, &row->cells[ROUNDS]);
        put_values(listing, negotiation, PL_TALKS_ROUND, &row->cells[STAGES]);
        put_values(listing, negotiation, PL_TALKS_SINCE, &row->cells[SINCE]);
        put_values(listing, negotiation, PL_TALKS_EARLIER, &row->cells[EARLIER]);
        row->cells[FIRST].text = negotiation->first;
        row->cells[LAST].text = negotiation->last;
        for (uint32_t r = 0; r < negotiation->reports.n; r++)
            pl_cell_add(listing->arena, &row->cells[REPORTS],
                        record->reports[negotiation->reports.items[r]].article.metadata.id,
                        (PlSlice){0}, (PlSlice){0});
        row->cells[REPORTS].for_people =
            pl_arena_format(listing->arena, "%u", negotiation->reports.n);
        put_evidence(listing, negotiation, &row->evidence);
    }
}
