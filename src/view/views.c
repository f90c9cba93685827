#include "view/views.h"

#include "base/error.h"
#include "view/annotation_json.h"
#include "view/brief.h"
#include "view/comparison_view.h"
#include "view/difference_view.h"
#include "view/event_filter.h"
#include "view/hits.h"
#include "view/ktab.h"
#include "view/lists.h"
#include "view/position_table.h"
#include "view/show.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 20 };

typedef struct Viewing {
    PlArena arena;
    const PlRecord *record;
    const ParleyViewOptions *options;
    const PlStoreHits *hits;
    PlBuffer *out;
    ParleyError *error;
    ParleyStatus status;
} Viewing;

static PlPage page_of(Viewing *viewing)
{
    uint32_t width = viewing->options->width ? viewing->options->width : USUAL_WIDTH;
    if (width < LEAST_WIDTH) width = LEAST_WIDTH;
    return (PlPage){&viewing->arena, viewing->out, width, viewing->options->color};
}

typedef void (*ListView)(const PlListing *listing, PlList *list);

static ListView list_view(ParleyView view)
{
    switch (view) {
    case PARLEY_VIEW_PEOPLE:
        return pl_list_people;
    case PARLEY_VIEW_MERGES:
        return pl_list_merges;
    case PARLEY_VIEW_DELEGATIONS:
        return pl_list_delegations;
    case PARLEY_VIEW_EVENTS:
        return pl_list_events;
    case PARLEY_VIEW_QUOTES:
        return pl_list_quotes;
    case PARLEY_VIEW_POSITIONS:
        return pl_list_positions;
    case PARLEY_VIEW_MOVES:
        return pl_list_moves;
    case PARLEY_VIEW_GAPS:
        return pl_list_gaps;
    case PARLEY_VIEW_CONDITIONS:
        return pl_list_conditions;
    case PARLEY_VIEW_OUTLOOK:
        return pl_list_outlook;
    case PARLEY_VIEW_PLACES:
        return pl_list_places;
    case PARLEY_VIEW_TIMELINE:
        return pl_list_timeline;
    case PARLEY_VIEW_STORIES:
        return pl_list_stories;
    case PARLEY_VIEW_STORY_CHANGES:
        return pl_list_story_changes;
    case PARLEY_VIEW_FIGURES:
        return pl_list_figures;
    case PARLEY_VIEW_COPIES:
        return pl_list_copies;
    case PARLEY_VIEW_SOURCES:
        return pl_list_sources;
    case PARLEY_VIEW_TALKS:
        return pl_list_talks;
    case PARLEY_VIEW_REPORTS:
        return pl_list_reports;
    default:
        return NULL;
    }
}

static bool is_page(ParleyView view)
{
    return view == PARLEY_VIEW_BRIEF || view == PARLEY_VIEW_SHOW || view == PARLEY_VIEW_COMPARE;
}

static bool has_format(ParleyView view, ParleyFormat format)
{
    if (format == PARLEY_FORMAT_GEOJSON) return view == PARLEY_VIEW_PLACES;
    return is_page(view) ? format != PARLEY_FORMAT_CSV : format != PARLEY_FORMAT_HTML;
}

static void write_list(Viewing *viewing, ListView fill)
{
    PlList list;
    PlPage page = page_of(viewing);
    PlListing listing = {&viewing->arena, viewing->record, viewing->options};
    if (viewing->options->format == PARLEY_FORMAT_GEOJSON) {
        pl_places_write_geojson(&listing, viewing->out);
        return;
    }
    fill(&listing, &list);
    if (viewing->options->format == PARLEY_FORMAT_JSON)
        pl_list_write_json(viewing->out, viewing->record, &list);
    else if (viewing->options->format == PARLEY_FORMAT_CSV)
        pl_list_write_csv(&viewing->arena, viewing->out, viewing->record, &list);
    else
        pl_list_write_text(&page, viewing->record, &list);
}

static void write_brief(Viewing *viewing)
{
    PlBrief brief;
    PlPage page = page_of(viewing);
    pl_brief_make(&viewing->arena, viewing->record, &brief);
    if (viewing->options->format == PARLEY_FORMAT_JSON)
        pl_brief_write_json(viewing->out, viewing->record, &brief);
    else if (viewing->options->format == PARLEY_FORMAT_HTML)
        pl_brief_write_html(&viewing->arena, viewing->out, viewing->record, &brief);
    else
        pl_brief_write_text(&page, viewing->record, &brief);
}

/* Issues by parties for people; a list for programs. */
static void write_position_table(Viewing *viewing)
{
    if (viewing->record->positions.n == 0) { /* says so */
        write_list(viewing, pl_list_positions);
        return;
    }
    PlBrief brief;
    PlPage page = page_of(viewing);
    pl_brief_make_positions(&viewing->arena, viewing->record, &brief);
    PlPositionTable table = {&page, viewing->record, &brief, NULL, UINT32_MAX};
    pl_position_table_write(&table);
}

/* A whole id, else a beginning that one report alone has; -1 for none, -2 for several. */
static int32_t find_report(const PlRecord *record, const char *argument)
{
    int32_t found = -1;
    for (uint32_t r = 0; r < record->n_reports; r++) {
        PlSlice id = record->reports[r].article.metadata.id;
        if (pl_slice_is(id, argument)) return (int32_t)r;
        if (!pl_slice_starts(id, argument)) continue;
        found = found == -1 ? (int32_t)r : -2;
    }
    return found;
}

/* As find_report; says so when there is none. */
static int32_t choose_report(Viewing *viewing, const char *argument)
{
    if (!argument) argument = "";
    int32_t report = find_report(viewing->record, argument);
    if (report < 0)
        viewing->status = pl_error_set(
            viewing->error, PARLEY_NOT_FOUND, "%.200s: %s; parley reports lists them", argument,
            report == -1 ? "no report has this id" : "several reports have ids that begin so");
    return report;
}

static void write_comparison(Viewing *viewing)
{
    int32_t first = choose_report(viewing, viewing->options->argument);
    int32_t second = first < 0 ? -1 : choose_report(viewing, viewing->options->other);
    if (second < 0) return;
    if (first == second) {
        viewing->status = pl_error_set(viewing->error, PARLEY_BAD_ARGUMENT,
                                       "%.200s and %.200s are one report; compare takes two",
                                       viewing->options->argument, viewing->options->other);
        return;
    }
    PlPage page = page_of(viewing);
    pl_comparison_view_write(&page, viewing->record, first, second, viewing->options->format);
}

static void write_show(Viewing *viewing)
{
    int32_t report = choose_report(viewing, viewing->options->argument);
    if (report < 0) return;
    PlPage page = page_of(viewing);
    if (viewing->options->format == PARLEY_FORMAT_JSON)
        pl_annotation_json_write(&viewing->record->reports[report], NULL, false, viewing->out);
    else if (viewing->options->format == PARLEY_FORMAT_HTML)
        pl_show_write_html(&viewing->arena, viewing->out, viewing->record, report);
    else
        pl_show_write_text(&page, viewing->record, report);
}

static void write_view(void *context)
{
    Viewing *viewing = context;
    ParleyView view = viewing->options->view;
    PlPage page = page_of(viewing);
    ListView fill = list_view(view);
    bool is_table = view == PARLEY_VIEW_POSITIONS && viewing->options->format == PARLEY_FORMAT_TEXT;
    if (is_table)
        write_position_table(viewing);
    else if (view == PARLEY_VIEW_KTAB)
        pl_ktab_write(&viewing->arena, viewing->out, viewing->record);
    else if (fill)
        write_list(viewing, fill);
    else if (view == PARLEY_VIEW_BRIEF)
        write_brief(viewing);
    else if (view == PARLEY_VIEW_SHOW)
        write_show(viewing);
    else if (view == PARLEY_VIEW_COMPARE)
        write_comparison(viewing);
    else if (view == PARLEY_VIEW_SEARCH)
        pl_hits_write(&page, viewing->record, viewing->hits, viewing->options->argument,
                      viewing->options->format);
    else
        pl_difference_view_write(&page, viewing->record, view == PARLEY_VIEW_AGREEMENTS,
                                 viewing->options->format);
}

static ParleyStatus run(Viewing *viewing)
{
    pl_arena_init(&viewing->arena, 0);
    if (!pl_arena_run(&viewing->arena, write_view, viewing))
        viewing->status = pl_error_set(viewing->error, PARLEY_NO_MEMORY,
                                       "out of memory; close other programs or read fewer reports");
    pl_arena_clear(&viewing->arena);
    return viewing->status;
}

ParleyStatus pl_view_write(const PlRecord *record, const ParleyViewOptions *options, PlBuffer *out,
                           ParleyError *error)
{
    if (!has_format(options->view, options->format))
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            is_page(options->view)
                                ? "a page has no CSV form; use text, json or html"
                                : "a list has no HTML form; use text, json or csv");
    ParleyStatus status = pl_event_filter_check(options, error);
    if (status) return status;
    static const PlStoreHits no_hits = {0};
    Viewing viewing = {.record = record,
                       .options = options,
                       .hits = &no_hits,
                       .out = out,
                       .error = error,
                       .status = PARLEY_OK};
    return run(&viewing);
}

void pl_view_write_hits(const PlRecord *record, const PlStoreHits *hits,
                        const ParleyViewOptions *options, PlBuffer *out)
{
    ParleyViewOptions search = *options;
    search.view = PARLEY_VIEW_SEARCH;
    Viewing viewing = {
        .record = record, .options = &search, .hits = hits, .out = out, .status = PARLEY_OK};
    if (run(&viewing) != PARLEY_OK) out->failed = true;
}
