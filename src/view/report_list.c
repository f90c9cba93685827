/* Stories, sources and reports: the rows are reports, so they have no evidence of their own. */
#include <stdlib.h>

#include "view/lists.h"
#include "view/naming.h"

static const PlMetadata *metadata_of(const PlRecord *record, int32_t report)
{
    return &record->reports[report].article.metadata;
}

enum { STORY_ID, STORY_REPORTS, STORY_PUBLISHERS, STORY_FIRST, STORY_LAST, STORY_TITLE, N_STORY };

static const PlColumn story_columns[N_STORY] = {
    [STORY_ID] = {"id", NULL, PL_CELL_TEXT, {NULL}},
    [STORY_REPORTS] = {"reports", "Reports", PL_CELL_TEXTS, {NULL}},
    [STORY_PUBLISHERS] = {"publishers", "Publishers", PL_CELL_NUMBER, {NULL}},
    [STORY_FIRST] = {"first", "First", PL_CELL_TEXT, {NULL}},
    [STORY_LAST] = {"last", "Last", PL_CELL_TEXT, {NULL}},
    [STORY_TITLE] = {"title", "Title", PL_CELL_TEXT, {NULL}},
};

/* [n stories] which to show. */
static const uint8_t *choose_stories(const PlListing *listing)
{
    const PlRecord *record = listing->record;
    uint8_t *chosen = pl_arena_array(listing->arena, uint8_t, record->stories.stories.n + 1);
    PlStoryIds ids = {0};
    const char *asked = listing->options->argument;
    if (asked)
        pl_story_changes_follow(listing->arena, &record->story_history, pl_slice(asked), &ids);
    for (uint32_t i = 0; i < record->stories.stories.n; i++) {
        PlSlice id = record->stories.stories.items[i].id;
        chosen[i] = !asked || pl_slice_is(id, asked);
        for (uint32_t k = 0; k < ids.n; k++)
            if (pl_slice_equal(id, ids.items[k])) chosen[i] = 1;
    }
    return chosen;
}

void pl_list_stories(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    *list = (PlList){.what = "stories",
                     .columns = story_columns,
                     .n_columns = N_STORY,
                     .without_evidence = true};
    const uint8_t *chosen = choose_stories(listing);
    uint32_t member = 0;
    for (uint32_t i = 0; i < record->stories.stories.n; i++) {
        const PlStory *story = &record->stories.stories.items[i];
        PlListRow *row = chosen[i] ? pl_list_add_row(listing->arena, list) : NULL;
        for (; member < record->stories.reports.n &&
               record->stories.reports.items[member].story == (int32_t)i;
             member++) {
            int32_t report = record->stories.reports.items[member].report;
            if (row)
                pl_cell_add(listing->arena, &row->cells[STORY_REPORTS],
                            metadata_of(record, report)->id, (PlSlice){0}, (PlSlice){0});
        }
        if (!row) continue;
        row->cells[STORY_ID].text = story->id;
        row->cells[STORY_REPORTS].for_people =
            pl_arena_format(listing->arena, "%u", row->cells[STORY_REPORTS].items.n);
        row->cells[STORY_PUBLISHERS].number = story->n_publishers;
        row->cells[STORY_FIRST].text = story->first;
        row->cells[STORY_LAST].text = story->last;
        row->cells[STORY_TITLE].text = story->title;
    }
}

enum { CHANGE_STORY, CHANGE_KIND, CHANGE_INTO, N_CHANGE };

static const PlColumn change_columns[N_CHANGE] = {
    [CHANGE_STORY] = {"story", "Story", PL_CELL_TEXT, {NULL}},
    [CHANGE_KIND] = {"change", "Change", PL_CELL_TEXT, {NULL}},
    [CHANGE_INTO] = {"into", "Into", PL_CELL_TEXT, {NULL}},
};

void pl_list_story_changes(const PlListing *listing, PlList *list)
{
    const PlStoryChanges *changes = &listing->record->story_history.changes;
    *list = (PlList){.what = "changes of stories",
                     .columns = change_columns,
                     .n_columns = N_CHANGE,
                     .without_evidence = true};
    for (uint32_t i = 0; i < changes->n; i++) {
        const PlStoryChange *change = &changes->items[i];
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[CHANGE_STORY].text = change->story;
        row->cells[CHANGE_KIND].text = pl_slice(pl_story_change_kind_names[change->kind]);
        row->cells[CHANGE_INTO].text = change->into;
    }
}

enum { COPY_REPORT, COPY_WITH, COPY_KIND, COPY_CONTAINMENT, COPY_RESEMBLANCE, N_COPY };

static const PlColumn copy_columns[N_COPY] = {
    [COPY_REPORT] = {"report", "Report", PL_CELL_TEXT, {NULL}},
    [COPY_WITH] = {"shares_with", "Shares text with", PL_CELL_TEXT, {NULL}},
    [COPY_KIND] = {"kind", "Kind", PL_CELL_TEXT, {NULL}},
    [COPY_CONTAINMENT] = {"containment", "Of the shorter, %", PL_CELL_NUMBER, {NULL}},
    [COPY_RESEMBLANCE] = {"resemblance", "Of both, %", PL_CELL_NUMBER, {NULL}},
};

/* Whole per cent in a table. */
static void put_share(PlArena *arena, PlCell *cell, double share)
{
    cell->number = share;
    cell->for_people = pl_arena_format(arena, "%.0f", 100 * share);
}

void pl_list_copies(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    *list = (PlList){.what = "reports that share text",
                     .columns = copy_columns,
                     .n_columns = N_COPY,
                     .without_evidence = true};
    for (uint32_t i = 0; i < record->stories.shared_texts.n; i++) {
        const PlSharedText *shared = &record->stories.shared_texts.items[i];
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[COPY_REPORT].text = metadata_of(record, shared->report)->id;
        row->cells[COPY_WITH].text = metadata_of(record, shared->with)->id;
        row->cells[COPY_KIND].text = pl_slice(pl_shared_text_kind_names[shared->kind]);
        put_share(listing->arena, &row->cells[COPY_CONTAINMENT], shared->containment);
        put_share(listing->arena, &row->cells[COPY_RESEMBLANCE], shared->resemblance);
    }
}

enum { REF, ID, SOURCE, PUBLISHED, TITLE, URL, LANGUAGE, SENTENCES, STORY, COPY_OF, N_REPORT };

static const PlColumn report_columns[N_REPORT] = {
    [REF] = {"ref", "Ref", PL_CELL_TEXT, {NULL}},
    [ID] = {"id", "Id", PL_CELL_TEXT, {NULL}},
    [SOURCE] = {"source", "Source", PL_CELL_TEXT, {NULL}},
    [PUBLISHED] = {"published", "Published", PL_CELL_TEXT, {NULL}},
    [TITLE] = {"title", "Title", PL_CELL_TEXT, {NULL}},
    [URL] = {"url", NULL, PL_CELL_TEXT, {NULL}},
    [LANGUAGE] = {"language", NULL, PL_CELL_TEXT, {NULL}},
    [SENTENCES] = {"sentences", "Sentences", PL_CELL_NUMBER, {NULL}},
    [STORY] = {"story", NULL, PL_CELL_TEXT, {NULL}},
    [COPY_OF] = {"copy_of", NULL, PL_CELL_TEXT, {NULL}},
};

void pl_list_reports(const PlListing *listing, PlList *list)
{
    const PlRecord *record = listing->record;
    *list = (PlList){.what = "reports",
                     .columns = report_columns,
                     .n_columns = N_REPORT,
                     .without_evidence = true};
    for (uint32_t i = 0; i < record->n_reports; i++) {
        const PlMetadata *metadata = metadata_of(record, (int32_t)i);
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[REF].text = record->refs[i];
        row->cells[ID].text = metadata->id;
        row->cells[SOURCE].text = metadata->source;
        row->cells[PUBLISHED].text = metadata->published;
        row->cells[TITLE].text = metadata->title;
        row->cells[URL].text = metadata->url;
        row->cells[LANGUAGE].text = record->reports[i].article.language;
        row->cells[SENTENCES].number = record->reports[i].tokens.n_sents;
        int32_t original = record->stories.original_of[i];
        if (original != (int32_t)i) row->cells[COPY_OF].text = metadata_of(record, original)->id;
    }
    for (uint32_t i = 0; i < record->stories.reports.n; i++) {
        const PlStoryReport *member = &record->stories.reports.items[i];
        list->rows.items[member->report].cells[STORY].text =
            record->stories.stories.items[member->story].id;
    }
}
