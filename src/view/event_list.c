#include <math.h>
#include <stdlib.h>

#include "view/lists.h"
#include "view/naming.h"

enum {
    DATE,
    TEXT,
    PLOVER,
    MODE,
    CAMEO,
    QUAD,
    GOLDSTEIN,
    STATUS,
    SOURCES,
    TARGETS,
    PLACE,
    N_COLUMNS
};

static const PlColumn event_columns[N_COLUMNS] = {
    [DATE] = {"date", "Date", PL_CELL_TEXT, {NULL}},
    [TEXT] = {"text", "In the report's words", PL_CELL_TEXT, {NULL}},
    [PLOVER] = {"plover", "PLOVER", PL_CELL_TEXT, {NULL}},
    [MODE] = {"mode", NULL, PL_CELL_TEXT, {NULL}},
    [CAMEO] = {"cameo", "CAMEO", PL_CELL_TEXT, {NULL}},
    [QUAD] = {"quad", NULL, PL_CELL_NUMBER, {NULL}},
    [GOLDSTEIN] = {"goldstein", NULL, PL_CELL_NUMBER, {NULL}},
    [STATUS] = {"status", "Status", PL_CELL_TEXT, {NULL}},
    [SOURCES] = {"sources", "By", PL_CELL_OBJECTS, {"name", "code"}},
    [TARGETS] = {"targets", "To or with", PL_CELL_OBJECTS, {"name", "code"}},
    [PLACE] = {"place", NULL, PL_CELL_TEXT, {NULL}},
};

/* The actors of event `event`; they are sorted by event, so the search is binary. */
static uint32_t first_actor(const PlEvents *events, int32_t event)
{
    uint32_t low = 0;
    uint32_t high = events->actors.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (events->actors.items[middle].event < event)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void fill_actors(const PlListing *listing, int32_t report, int32_t event, PlListRow *row)
{
    const PlEvents *events = &listing->record->reports[report].events;
    for (uint32_t i = first_actor(events, event); i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        if (actor->event != event) break;
        PlCell *cell = &row->cells[actor->side == PL_EVENT_SOURCE ? SOURCES : TARGETS];
        pl_cell_add(listing->arena, cell, pl_naming_entity(listing->record, report, actor->entity),
                    actor->code, (PlSlice){0});
    }
}

static void fill_event(const PlListing *listing, int32_t report, int32_t event, PlListRow *row)
{
    const PlRecord *record = listing->record;
    const PlEvent *said = &record->reports[report].events.events.items[event];
    row->cells[DATE].text = said->date;
    row->cells[TEXT].text = pl_naming_words(record, report, said->span);
    row->cells[PLOVER].text = said->plover;
    row->cells[MODE].text = said->mode;
    row->cells[CAMEO].text = said->cameo;
    row->cells[QUAD].number = said->quad ? said->quad : NAN;
    row->cells[GOLDSTEIN].number = said->goldstein;
    row->cells[STATUS].text = pl_slice(pl_event_status_names[said->status]);
    row->cells[PLACE].text = pl_naming_entity(record, report, said->place);
    fill_actors(listing, report, event, row);
}

void pl_list_events(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    *list = (PlList){.what = "events", .columns = event_columns, .n_columns = N_COLUMNS};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlEvents *events = &record->reports[r].events;
        for (uint32_t i = 0; i < events->events.n; i++) {
            PlListRow *row = pl_list_add_row(listing->arena, list);
            fill_event(listing, (int32_t)r, (int32_t)i, row);
            pl_evidence_add(listing->arena, &row->evidence, (int32_t)r,
                            events->events.items[i].span);
        }
    }
}

/* An event with a date, as the timeline sorts and merges it. */
typedef struct Happening {
    PlSlice date;
    PlSlice plover;
    PlSlice actors; /* "source source > target", by name */
    PlEventStatus status;
    int32_t report;
    int32_t event;
} Happening;

static int compare_same(const Happening *a, const Happening *b)
{
    int order = pl_slice_compare(a->date, b->date);
    if (!order) order = pl_slice_compare(a->plover, b->plover);
    if (!order) order = pl_slice_compare(a->actors, b->actors);
    return order ? order : (a->status > b->status) - (a->status < b->status);
}

static int compare_happenings(const void *x, const void *y)
{
    const Happening *a = x;
    const Happening *b = y;
    int order = compare_same(a, b);
    if (!order) order = (a->report > b->report) - (a->report < b->report);
    return order ? order : (a->event > b->event) - (a->event < b->event);
}

static PlSlice join_actors(const PlListing *listing, int32_t report, int32_t event)
{
    const PlEvents *events = &listing->record->reports[report].events;
    PlRich joined = {0};
    PlEventSide side = PL_EVENT_SOURCE;
    for (uint32_t i = first_actor(events, event); i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        if (actor->event != event) break;
        if (actor->side != side) pl_rich_puts(listing->arena, &joined, PL_STYLE_PLAIN, " > ");
        side = actor->side;
        pl_rich_space(listing->arena, &joined);
        pl_rich_add(listing->arena, &joined, PL_STYLE_PLAIN,
                    pl_naming_entity(listing->record, report, actor->entity));
    }
    return (PlSlice){joined.bytes, joined.n_bytes};
}

static void add_happening(const PlListing *listing, const Happening *happening, PlList *list)
{
    PlListRow *row = pl_list_add_row(listing->arena, list);
    fill_event(listing, happening->report, happening->event, row);
    row->cells[DATE].for_people = pl_naming_date(listing->arena, happening->date);
}

void pl_list_timeline(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PL_VEC(Happening) happenings = {0};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlEvents *events = &record->reports[r].events;
        for (uint32_t i = 0; i < events->events.n; i++) {
            const PlEvent *event = &events->events.items[i];
            bool happened = event->status != PL_EVENT_HYPOTHETICAL &&
                            event->status != PL_EVENT_NEGATED && event->date.len;
            if (!happened) continue;
            *pl_vec_push(listing->arena, &happenings) = (Happening){
                event->date,   event->plover, join_actors(listing, (int32_t)r, (int32_t)i),
                event->status, (int32_t)r,    (int32_t)i};
        }
    }
    if (happenings.n)
        qsort(happenings.items, happenings.n, sizeof *happenings.items, compare_happenings);
    *list = (PlList){.what = "dated events", .columns = event_columns, .n_columns = N_COLUMNS};
    for (uint32_t i = 0; i < happenings.n; i++) {
        const Happening *happening = &happenings.items[i];
        if (i == 0 || compare_same(happening - 1, happening) != 0)
            add_happening(listing, happening, list);
        const PlEvents *events = &record->reports[happening->report].events;
        pl_evidence_add(listing->arena, &list->rows.items[list->rows.n - 1].evidence,
                        happening->report, events->events.items[happening->event].span);
    }
}
