#include <math.h>
#include <stdlib.h>

#include "view/event_filter.h"
#include "view/happening_ids.h"
#include "view/lists.h"
#include "view/naming.h"

enum {
    ID,
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
    N_MENTIONS,
    N_REPORTS,
    N_PUBLISHERS,
    N_COLUMNS
};

static const PlColumn happening_columns[N_COLUMNS] = {
    [ID] = {"id", "Event", PL_CELL_TEXT, {NULL}},
    [DATE] = {"date", "Date", PL_CELL_TEXT, {NULL}},
    [TEXT] = {"text", "As first told", PL_CELL_TEXT, {NULL}},
    [PLOVER] = {"plover", "Code", PL_CELL_TEXT, {NULL}},
    [MODE] = {"mode", NULL, PL_CELL_TEXT, {NULL}},
    [CAMEO] = {"cameo", NULL, PL_CELL_TEXT, {NULL}},
    [QUAD] = {"quad", NULL, PL_CELL_NUMBER, {NULL}},
    [GOLDSTEIN] = {"goldstein", NULL, PL_CELL_NUMBER, {NULL}},
    [STATUS] = {"status", "Status", PL_CELL_TEXT, {NULL}},
    [SOURCES] = {"sources", "By", PL_CELL_OBJECTS, {"name", "code"}},
    [TARGETS] = {"targets", "To or with", PL_CELL_OBJECTS, {"name", "code"}},
    [PLACE] = {"place", NULL, PL_CELL_TEXT, {NULL}},
    [N_MENTIONS] = {"mentions", NULL, PL_CELL_NUMBER, {NULL}},
    [N_REPORTS] = {"reports", NULL, PL_CELL_NUMBER, {NULL}},
    [N_PUBLISHERS] = {"publishers", "Publ.", PL_CELL_NUMBER, {NULL}},
};

static const PlEvent *mentioned_event(const PlRecord *record, const PlHappeningMention *mention)
{
    return &record->reports[mention->report].events.events.items[mention->event];
}

/* A clause without the comma that it may begin with. */
static PlSlice clause_words(const PlRecord *record, int32_t report, PlSpan span)
{
    PlSlice words = pl_naming_words(record, report, span);
    while (words.len && (words.ptr[0] == ',' || words.ptr[0] == ';' || words.ptr[0] == ' '))
        words = (PlSlice){words.ptr + 1, words.len - 1};
    return words;
}

/* ---- happenings ---- */

typedef struct Listing {
    const PlListing *of;
    PlSlice *short_ids;
    PlList *list;
} Listing;

/* "CONSULT 046": one column for people. */
static PlSlice both_codes(PlArena *arena, PlSlice plover, PlSlice cameo)
{
    return pl_arena_format(arena, "%.*s %.*s", PL_PRI(plover), PL_PRI(cameo));
}

static void fill_codes(PlArena *arena, const PlHappening *happening, PlListRow *row)
{
    row->cells[PLOVER].for_people = both_codes(arena, happening->plover, happening->cameo);
    row->cells[PLOVER].text = happening->plover;
    row->cells[MODE].text = happening->mode;
    row->cells[CAMEO].text = happening->cameo;
    row->cells[QUAD].number = happening->quad ? happening->quad : NAN;
    row->cells[GOLDSTEIN].number = happening->goldstein;
    row->cells[STATUS].text = pl_slice(pl_event_status_names[happening->status]);
}

static void add_happening(const Listing *listing, int32_t number)
{
    const PlRecord *record = listing->of->record;
    PlArena *arena = listing->of->arena;
    const PlHappening *happening = &record->happenings.happenings.items[number];
    PlListRow *row = pl_list_add_row(arena, listing->list);
    uint32_t first;
    uint32_t end;
    row->cells[ID].text = happening->id;
    row->cells[ID].for_people = listing->short_ids[number];
    row->cells[DATE].text = happening->date;
    fill_codes(arena, happening, row);
    row->cells[PLACE].text = pl_naming_actor_name(record, happening->place);
    row->cells[N_MENTIONS].number = happening->n_mentions;
    row->cells[N_REPORTS].number = happening->n_reports;
    row->cells[N_PUBLISHERS].number = happening->n_publishers;
    pl_happening_actors(record, number, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        const PlHappeningActor *actor = &record->happenings.actors.items[i];
        PlCell *cell = &row->cells[actor->side == PL_EVENT_SOURCE ? SOURCES : TARGETS];
        pl_cell_add(arena, cell, actor->name, actor->code, (PlSlice){0});
    }
    pl_happening_mentions(record, number, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        const PlHappeningMention *mention = &record->happenings.mentions.items[i];
        if (mention->event < 0) continue;
        PlSpan span = mentioned_event(record, mention)->span;
        if (i == first) row->cells[TEXT].text = clause_words(record, mention->report, span);
        pl_evidence_add(arena, &row->evidence, mention->report, span);
    }
    pl_evidence_sort(&row->evidence);
}

static bool is_chosen(const PlEventFilter *filter, int32_t number)
{
    const PlRecord *record = filter->record;
    uint32_t first;
    uint32_t end;
    pl_happening_actors(record, number, &first, &end);
    const PlHappeningActor *actors = first < end ? &record->happenings.actors.items[first] : NULL;
    return pl_event_filter_takes(filter, &record->happenings.happenings.items[number], actors,
                                 end - first);
}

static void list_happenings(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PlEventFilter filter;
    pl_event_filter_init(&filter, listing->arena, record, listing->options);
    *list = (PlList){.what = "events", .columns = happening_columns, .n_columns = N_COLUMNS};
    Listing all = {listing, pl_happening_short_ids(listing->arena, record), list};
    for (uint32_t i = 0; i < record->happenings.happenings.n; i++)
        if (is_chosen(&filter, (int32_t)i)) add_happening(&all, (int32_t)i);
}

/* ---- mentions ---- */

/* Of a mention, in the place of the counts of a happening. */
enum { REPORTER = PLACE + 1, N_MENTION_COLUMNS, MOST_QUOTES_BEFORE = 64 };

static const PlColumn mention_columns[N_MENTION_COLUMNS] = {
    [ID] = {"id", "Event", PL_CELL_TEXT, {NULL}},
    [DATE] = {"date", "Date", PL_CELL_TEXT, {NULL}},
    [TEXT] = {"text", "In the report's words", PL_CELL_TEXT, {NULL}},
    [PLOVER] = {"plover", "Code", PL_CELL_TEXT, {NULL}},
    [MODE] = {"mode", NULL, PL_CELL_TEXT, {NULL}},
    [CAMEO] = {"cameo", NULL, PL_CELL_TEXT, {NULL}},
    [QUAD] = {"quad", NULL, PL_CELL_NUMBER, {NULL}},
    [GOLDSTEIN] = {"goldstein", NULL, PL_CELL_NUMBER, {NULL}},
    [STATUS] = {"status", "Status", PL_CELL_TEXT, {NULL}},
    [SOURCES] = {"sources", "By", PL_CELL_OBJECTS, {"name", "code"}},
    [TARGETS] = {"targets", "To or with", PL_CELL_OBJECTS, {"name", "code"}},
    [PLACE] = {"place", NULL, PL_CELL_TEXT, {NULL}},
    [REPORTER] = {"reported_by", "Says", PL_CELL_TEXT, {NULL}},
};

/* Who says so: the speaker of the innermost quotation around the trigger, -1 = the report itself.
 * Quotes are sorted by start; of those that begin before, the nearest are looked at. */
static int32_t reporter_of(const PlQuotes *quotes, PlSpan trigger)
{
    uint32_t low = 0;
    uint32_t high = quotes->quotes.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (quotes->quotes.items[middle].span.start_byte <= trigger.start_byte)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t k = 0; k < MOST_QUOTES_BEFORE && k < low; k++) {
        const PlQuote *quote = &quotes->quotes.items[low - 1 - k];
        /* "He accused them": the word that brings the quotation is the report's. */
        bool is_cue =
            quote->cue.start_byte < trigger.end_byte && trigger.start_byte < quote->cue.end_byte;
        if (quote->speaker >= 0 && !is_cue && pl_span_within(trigger, quote->span))
            return quote->speaker;
    }
    return -1;
}

static void fill_actors(const PlListing *listing, int32_t report, int32_t event, PlListRow *row)
{
    const PlEvents *events = &listing->record->reports[report].events;
    for (uint32_t i = pl_events_first_actor(events, event); i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        if (actor->event != event) break;
        PlCell *cell = &row->cells[actor->side == PL_EVENT_SOURCE ? SOURCES : TARGETS];
        PlSlice name = actor->entity < 0 ? pl_naming_words(listing->record, report, actor->span)
                                         : pl_naming_entity(listing->record, report, actor->entity);
        pl_cell_add(listing->arena, cell, name, actor->code, (PlSlice){0});
    }
}

static void add_mention(const Listing *listing, const PlHappeningMention *mention)
{
    const PlRecord *record = listing->of->record;
    const PlEvent *said = mentioned_event(record, mention);
    PlListRow *row = pl_list_add_row(listing->of->arena, listing->list);
    row->cells[ID].text = record->happenings.happenings.items[mention->happening].id;
    row->cells[ID].for_people = listing->short_ids[mention->happening];
    row->cells[DATE].text = said->date;
    row->cells[TEXT].text = clause_words(record, mention->report, said->span);
    row->cells[PLOVER].text = said->plover;
    row->cells[PLOVER].for_people = both_codes(listing->of->arena, said->plover, said->cameo);
    row->cells[MODE].text = said->mode;
    row->cells[CAMEO].text = said->cameo;
    row->cells[QUAD].number = said->quad ? said->quad : NAN;
    row->cells[GOLDSTEIN].number = said->goldstein;
    row->cells[STATUS].text = pl_slice(pl_event_status_names[said->status]);
    row->cells[PLACE].text = pl_naming_entity(record, mention->report, said->place);
    int32_t reporter = reporter_of(&record->reports[mention->report].quotes, said->trigger);
    row->cells[REPORTER].text = pl_naming_entity(record, mention->report, reporter);
    fill_actors(listing->of, mention->report, mention->event, row);
    pl_evidence_add(listing->of->arena, &row->evidence, mention->report, said->span);
}

static void list_mentions(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PlEventFilter filter;
    pl_event_filter_init(&filter, listing->arena, record, listing->options);
    *list = (PlList){
        .what = "mentions of events", .columns = mention_columns, .n_columns = N_MENTION_COLUMNS};
    Listing all = {listing, pl_happening_short_ids(listing->arena, record), list};
    for (uint32_t i = 0; i < record->happenings.mentions.n; i++) {
        const PlHappeningMention *mention = &record->happenings.mentions.items[i];
        if (mention->happening >= 0 && mention->event >= 0 &&
            is_chosen(&filter, mention->happening))
            add_mention(&all, mention);
    }
}

void pl_list_events(const PlListing *listing, PlList *list)
{
    if (listing->options->mentions)
        list_mentions(listing, list);
    else
        list_happenings(listing, list);
}

/* ---- in the order of their dates ---- */

typedef struct Dated {
    PlSlice date;
    int32_t happening;
} Dated;

static int compare_dated(const void *x, const void *y)
{
    const Dated *a = x;
    const Dated *b = y;
    int order = pl_slice_compare(a->date, b->date);
    return order ? order : (a->happening > b->happening) - (a->happening < b->happening);
}

void pl_list_timeline(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    PlEventFilter filter;
    pl_event_filter_init(&filter, listing->arena, record, listing->options);
    PL_VEC(Dated) dated = {0};
    for (uint32_t i = 0; i < record->happenings.happenings.n; i++) {
        const PlHappening *happening = &record->happenings.happenings.items[i];
        bool happened = happening->status != PL_EVENT_HYPOTHETICAL &&
                        happening->status != PL_EVENT_NEGATED && happening->date.len;
        if (happened && is_chosen(&filter, (int32_t)i))
            *pl_vec_push(listing->arena, &dated) = (Dated){happening->date, (int32_t)i};
    }
    if (dated.n) qsort(dated.items, dated.n, sizeof *dated.items, compare_dated);
    *list = (PlList){.what = "dated events", .columns = happening_columns, .n_columns = N_COLUMNS};
    Listing all = {listing, pl_happening_short_ids(listing->arena, record), list};
    for (uint32_t i = 0; i < dated.n; i++)
        add_happening(&all, dated.items[i].happening);
}
