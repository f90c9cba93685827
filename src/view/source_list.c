/* Sources: each outlet with what its reports are worth knowing by: how often it is alone, first,
 * and contradicted. Nothing is made of these numbers. */
#include <stdlib.h>

#include "view/lists.h"

enum {
    NAME,
    REPORTS,
    ALONE,
    FIRST_TO_TELL,
    CONTRADICTED,
    FIRST,
    LAST,
    GRADE, /* last: left out when none are given */
    N_COLUMNS
};

static const PlColumn columns[N_COLUMNS] = {
    [NAME] = {"source", "Source", PL_CELL_TEXT, {NULL}},
    [REPORTS] = {"reports", "Reports", PL_CELL_TEXTS, {NULL}},
    [ALONE] = {"alone", "Alone", PL_CELL_NUMBER, {NULL}},
    [FIRST_TO_TELL] = {"first_to_tell", "First", PL_CELL_NUMBER, {NULL}},
    [CONTRADICTED] = {"contradicted", "Contradicted", PL_CELL_NUMBER, {NULL}},
    [FIRST] = {"first", "From", PL_CELL_TEXT, {NULL}},
    [LAST] = {"last", "Until", PL_CELL_TEXT, {NULL}},
    [GRADE] = {"grade", "Grade", PL_CELL_TEXT, {NULL}},
};

static const PlMetadata *metadata_of(const PlRecord *record, int32_t report)
{
    return &record->reports[report].article.metadata;
}

/* The reports sorted by source, and the number of each one's source. */
typedef struct Sources {
    const PlRecord *record;
    int32_t *reports; /* [n_reports] */
    uint32_t *number; /* [n_reports] of the source of report r */
    uint32_t n;
    uint32_t *alone; /* [n] stories that no other publisher tells */
    uint32_t *first; /* [n] stories of several publishers that it told on a day before them */
    uint32_t *contradicted; /* [n] contradictions in which it holds a value */
} Sources;

typedef struct Sorted {
    const PlMetadata *metadata;
    int32_t report;
} Sorted;

static int compare_sources(const void *x, const void *y)
{
    const PlMetadata *a = ((const Sorted *)x)->metadata;
    const PlMetadata *b = ((const Sorted *)y)->metadata;
    int order = (a->source.len == 0) - (b->source.len == 0);
    if (!order) order = pl_slice_compare(a->source, b->source);
    return order ? order : pl_slice_compare(a->id, b->id);
}

static void number_sources(PlArena *arena, const PlRecord *record, Sources *sources)
{
    uint32_t n = record->n_reports;
    Sorted *sorted = pl_arena_array(arena, Sorted, n + 1);
    for (uint32_t i = 0; i < n; i++)
        sorted[i] = (Sorted){metadata_of(record, (int32_t)i), (int32_t)i};
    if (n) qsort(sorted, n, sizeof *sorted, compare_sources);
    *sources = (Sources){.record = record,
                         .reports = pl_arena_array(arena, int32_t, n + 1),
                         .number = pl_arena_array(arena, uint32_t, n + 1)};
    for (uint32_t i = 0; i < n; i++) {
        bool is_new =
            i == 0 || !pl_slice_equal(sorted[i].metadata->source, sorted[i - 1].metadata->source);
        sources->n += is_new;
        sources->reports[i] = sorted[i].report;
        sources->number[sorted[i].report] = sources->n - 1;
    }
    sources->alone = pl_arena_array(arena, uint32_t, sources->n + 1);
    sources->first = pl_arena_array(arena, uint32_t, sources->n + 1);
    sources->contradicted = pl_arena_array(arena, uint32_t, sources->n + 1);
}

/* ---- alone and first ---- */

static PlSlice day_of(PlSlice published)
{
    enum { DATE_BYTES = 10 };
    return published.len > DATE_BYTES ? (PlSlice){published.ptr, DATE_BYTES} : published;
}

/* Copies tell nothing first. A story of which two publishers told on its first day, or one report
 * has no date, was told first by nobody. */
static int32_t first_to_tell(const Sources *sources, const PlStoryReport *members, uint32_t n)
{
    const PlRecord *record = sources->record;
    int32_t first = -1;
    bool is_shared = false;
    for (uint32_t i = 0; i < n; i++) {
        int32_t report = members[i].report;
        PlSlice day = day_of(metadata_of(record, report)->published);
        if (day.len == 0) return -1;
        if (record->stories.original_of[report] != report) continue;
        int order =
            first < 0 ? -1 : pl_slice_compare(day, day_of(metadata_of(record, first)->published));
        if (order < 0) {
            first = report;
            is_shared = false;
        } else if (order == 0) {
            is_shared = is_shared ||
                        record->stories.publisher_of[report] != record->stories.publisher_of[first];
        }
    }
    return is_shared ? -1 : first;
}

/* Once a story each source that has a report of it. */
static void count_stories(PlArena *arena, Sources *sources)
{
    const PlStories *stories = &sources->record->stories;
    uint32_t *seen_in = pl_arena_array(arena, uint32_t, sources->n + 1); /* 1 + story */
    for (uint32_t from = 0, to = 0; from < stories->reports.n; from = to) {
        int32_t story = stories->reports.items[from].story;
        while (to < stories->reports.n && stories->reports.items[to].story == story)
            to++;
        if (stories->stories.items[story].n_publishers > 1) {
            int32_t first = first_to_tell(sources, &stories->reports.items[from], to - from);
            if (first >= 0) sources->first[sources->number[first]]++;
            continue;
        }
        for (uint32_t i = from; i < to; i++) {
            uint32_t source = sources->number[stories->reports.items[i].report];
            sources->alone[source] += seen_in[source] != (uint32_t)story + 1;
            seen_in[source] = (uint32_t)story + 1;
        }
    }
}

/* ---- contradicted ---- */

static void count_contradictions(PlArena *arena, Sources *sources)
{
    const PlDifferences *all = &sources->record->differences;
    uint32_t *seen_in = pl_arena_array(arena, uint32_t, sources->n + 1); /* 1 + difference */
    for (uint32_t i = 0; i < all->evidence.n; i++) {
        const PlDifferenceEvidence *evidence = &all->evidence.items[i];
        int32_t difference = all->values.items[evidence->value].difference;
        PlDifferenceKind kind = all->differences.items[difference].kind;
        if (kind != PL_DIFFERENCE_CONTRADICTION && kind != PL_DIFFERENCE_STATUS) continue;
        uint32_t source = sources->number[evidence->report];
        sources->contradicted[source] += seen_in[source] != (uint32_t)difference + 1;
        seen_in[source] = (uint32_t)difference + 1;
    }
}

/* ---- rows ---- */

static void widen(PlListRow *row, PlSlice published)
{
    PlCell *first = &row->cells[FIRST];
    PlCell *last = &row->cells[LAST];
    if (published.len == 0) return;
    if (first->text.len == 0 || pl_slice_compare(published, first->text) < 0)
        first->text = published;
    if (pl_slice_compare(published, last->text) > 0) last->text = published;
}

static void begin_row(const PlListing *listing, const Sources *sources, uint32_t source,
                      PlSlice name, PlList *list)
{
    PlListRow *row = pl_list_add_row(listing->arena, list);
    row->cells[NAME].text = name;
    if (name.len == 0) row->cells[NAME].for_people = PL_SLICE("(not known)");
    row->cells[ALONE].number = sources->alone[source];
    row->cells[FIRST_TO_TELL].number = sources->first[source];
    row->cells[CONTRADICTED].number = sources->contradicted[source];
    char letter = pl_grades_of(&listing->record->grades, name);
    if (letter) row->cells[GRADE].text = pl_arena_copy(listing->arena, (PlSlice){&letter, 1});
}

void pl_list_sources(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    Sources sources;
    *list = (PlList){.what = "sources",
                     .columns = columns,
                     .n_columns = record->grades.n ? N_COLUMNS : GRADE,
                     .without_evidence = true};
    number_sources(listing->arena, record, &sources);
    count_stories(listing->arena, &sources);
    count_contradictions(listing->arena, &sources);
    for (uint32_t i = 0; i < record->n_reports; i++) {
        const PlMetadata *metadata = metadata_of(record, sources.reports[i]);
        uint32_t source = sources.number[sources.reports[i]];
        if (source == list->rows.n) begin_row(listing, &sources, source, metadata->source, list);
        PlListRow *row = &list->rows.items[list->rows.n - 1];
        PlCell *reports = &row->cells[REPORTS];
        pl_cell_add(listing->arena, reports, metadata->id, (PlSlice){0}, (PlSlice){0});
        reports->for_people = pl_arena_format(listing->arena, "%u", reports->items.n);
        widen(row, metadata->published);
    }
}
