#include "api/parley_record.h"

#include <stdlib.h>

#include "api/record_model.h"
#include "base/error.h"
#include "bytes/file.h"
#include "pipeline/negotiations.h"
#include "view/views.h"

ParleyStatus parley_record_open(const char *path, ParleyRecordMode mode, ParleyRecord **record,
                                ParleyError *error)
{
    *record = NULL;
    ParleyRecord *opened = calloc(1, sizeof *opened);
    if (!opened) return pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory", path);
    ParleyStatus status = pl_store_open(path, mode, &opened->store, error);
    if (status) {
        free(opened);
        return status;
    }
    *record = opened;
    return PARLEY_OK;
}

void parley_record_close(ParleyRecord *record)
{
    if (!record) return;
    pl_store_close(record->store);
    parley_model_close(record->model);
    free(record);
}

/* ---- loading ---- */

static ParleyStatus load_in_transaction(ParleyRecord *record, PlArena *arena, PlRecord *loaded,
                                        ParleyError *error)
{
    bool stale;
    ParleyStatus status = pl_store_is_stale(record->store, &stale, error);
    if (!status) status = pl_store_load(record->store, arena, !stale, loaded, error);
    if (status || !stale) return status;
    ParleyModel model;
    status = pl_record_model(record, arena, NULL, &model, error);
    if (!status) {
        PlRecord computed;
        pl_record_compute(arena, &model, loaded->reports, loaded->n_reports, &computed);
        *loaded = computed;
    }
    return status;
}

ParleyStatus pl_record_load(ParleyRecord *record, PlArena *arena, PlRecord *loaded,
                            ParleyError *error)
{
    ParleyStatus status = pl_store_begin_reading(record->store, error);
    if (status) return status;
    status = load_in_transaction(record, arena, loaded, error);
    pl_store_end_reading(record->store);
    return status;
}

/* ---- refreshing ---- */

typedef struct Refresh {
    ParleyRecord *record;
    const ParleyModel *model;
    PlArena arena;
    ParleyError *error;
    ParleyStatus status;
} Refresh;

/* Which story each report is in; reports are sorted by id. */
static PlStoryMembers story_members(PlArena *arena, const PlRecord *record)
{
    PlStoryMembers members = {.items = pl_arena_array(arena, PlStoryMember, record->n_reports),
                              .n = record->n_reports,
                              .capacity = record->n_reports};
    for (uint32_t i = 0; i < record->stories.reports.n; i++) {
        const PlStoryReport *member = &record->stories.reports.items[i];
        members.items[member->report] =
            (PlStoryMember){record->reports[member->report].article.metadata.id,
                            record->stories.stories.items[member->story].id};
    }
    return members;
}

static void note_changes(Refresh *r, const PlRecord *computed)
{
    PlStoryHistory before;
    r->status = pl_store_load_history(r->record->store, &r->arena, &before, r->error);
    if (r->status) return;
    PlStoryMembers now = story_members(&r->arena, computed);
    PlStoryChanges changes = {0};
    pl_story_changes_find(&r->arena, &before.members, &now, &changes);
    r->status = pl_store_put_history(r->record->store, &now, &changes, r->error);
}

static void refresh(void *context)
{
    Refresh *r = context;
    PlStore *store = r->record->store;
    PlRecord loaded;
    ParleyModel model;
    r->status = pl_store_load(store, &r->arena, false, &loaded, r->error);
    if (!r->status) r->status = pl_record_model(r->record, &r->arena, r->model, &model, r->error);
    if (r->status) return;
    PlRecord computed;
    pl_record_compute(&r->arena, &model, loaded.reports, loaded.n_reports, &computed);
    r->status = pl_store_put_record(store, &computed, r->error);
    if (!r->status) note_changes(r, &computed);
}

ParleyStatus pl_record_refresh(ParleyRecord *record, const ParleyModel *model, ParleyError *error)
{
    bool stale;
    ParleyStatus status = pl_store_is_stale(record->store, &stale, error);
    if (status || !stale) return status;
    /* Under the write lock: no report can come between loading and storing. */
    status = pl_store_begin(record->store, error);
    if (status) return status;
    Refresh r = {.record = record, .model = model, .error = error};
    pl_arena_init(&r.arena, 0);
    if (!pl_arena_run(&r.arena, refresh, &r))
        r.status = pl_error_set(error, PARLEY_NO_MEMORY,
                                "not enough memory to compute the record; its reports are kept");
    if (!r.status)
        r.status = pl_store_commit(record->store, error);
    else
        pl_store_rollback(record->store);
    pl_arena_clear(&r.arena);
    return r.status;
}

/* ---- narrowing to one negotiation ---- */

/* Fewer reports on a second negotiation than this are no reason to leave them out unasked. */
enum { LEAST_OTHER_REPORTS = 3 };

static ParleyStatus choose(const ParleyViewOptions *options, PlArena *arena, const PlRecord *loaded,
                           const PlNegotiations *found, int32_t *chosen, ParleyError *error)
{
    uint32_t n = found->negotiations.n;
    *chosen = -1;
    if (!options->talks) {
        bool several = n > 1 && found->negotiations.items[1].reports.n >= LEAST_OTHER_REPORTS;
        if (several && options->view == PARLEY_VIEW_BRIEF) *chosen = 0;
        return PARLEY_OK;
    }
    *chosen = pl_negotiations_choose(arena, loaded, found, pl_slice(options->talks));
    if (*chosen >= 0) return PARLEY_OK;
    return pl_error_set(error, PARLEY_NOT_FOUND,
                        "%.200s: no talks in the record have this id or these parties; parley "
                        "talks lists them",
                        options->talks);
}

/* The record of the reports on one negotiation, as if no other had been read. */
static ParleyStatus narrow(ParleyRecord *record, const ParleyViewOptions *options, PlArena *arena,
                           PlRecord *loaded, ParleyError *error)
{
    if (options->view == PARLEY_VIEW_SHOW || options->view == PARLEY_VIEW_COMPARE ||
        options->view == PARLEY_VIEW_SEARCH)
        return PARLEY_OK;
    bool asked = options->talks && !pl_slice_is(pl_slice(options->talks), "all");
    if (!asked && (options->talks || options->view != PARLEY_VIEW_BRIEF)) return PARLEY_OK;
    PlNegotiations found;
    pl_negotiations_find(arena, loaded, &found);
    int32_t chosen;
    ParleyStatus status = choose(options, arena, loaded, &found, &chosen, error);
    if (status || chosen < 0) return status;
    ParleyModel model;
    status = pl_record_model(record, arena, NULL, &model, error);
    if (status) return status;
    const PlNegotiation *negotiation = &found.negotiations.items[chosen];
    PlAnnotation *reports = pl_arena_array(arena, PlAnnotation, negotiation->reports.n);
    for (uint32_t i = 0; i < negotiation->reports.n; i++)
        reports[i] = loaded->reports[negotiation->reports.items[i]];
    PlRecord narrowed;
    pl_record_compute(arena, &model, reports, negotiation->reports.n, &narrowed);
    for (uint32_t i = 0; i < found.negotiations.n; i++)
        if (i != (uint32_t)chosen)
            *pl_vec_push(arena, &narrowed.other_talks) =
                pl_negotiation_title(arena, loaded, &found.negotiations.items[i]);
    *loaded = narrowed;
    return PARLEY_OK;
}

/* ---- views ---- */

typedef struct View {
    ParleyRecord *record;
    const ParleyViewOptions *options;
    PlArena arena;
    PlBuffer out;
    ParleyError *error;
    ParleyStatus status;
} View;

static void search(View *v, const PlRecord *loaded)
{
    PlStoreHits hits;
    v->status = pl_store_search(v->record->store, &v->arena, v->options->argument, &hits, v->error);
    if (!v->status) pl_view_write_hits(loaded, &hits, v->options, &v->out);
}

static ParleyStatus load_grades(View *v, PlGrades *grades)
{
    enum { MOST_BYTES = 1 << 20 };
    PlSlice text;
    const char *path = v->options->grades;
    ParleyStatus status = pl_file_read(&v->arena, path, MOST_BYTES, &text, v->error);
    return status ? status : pl_grades_parse(&v->arena, path, text, grades, v->error);
}

/* What a view shows besides the nouns of the record. */
static ParleyStatus load_beside(View *v, PlRecord *loaded)
{
    ParleyView which = v->options->view;
    bool shows_history = which == PARLEY_VIEW_STORIES || which == PARLEY_VIEW_STORY_CHANGES;
    ParleyStatus status = shows_history ? pl_store_load_history(v->record->store, &v->arena,
                                                                &loaded->story_history, v->error)
                                        : PARLEY_OK;
    if (!status && v->options->grades) status = load_grades(v, &loaded->grades);
    return status;
}

static void view(void *context)
{
    View *v = context;
    PlRecord loaded;
    v->status = pl_record_load(v->record, &v->arena, &loaded, v->error);
    if (!v->status) v->status = narrow(v->record, v->options, &v->arena, &loaded, v->error);
    if (!v->status) v->status = load_beside(v, &loaded);
    if (v->status) return;
    if (v->options->view == PARLEY_VIEW_SEARCH)
        search(v, &loaded);
    else
        v->status = pl_view_write(&loaded, v->options, &v->out, v->error);
}

ParleyStatus parley_record_view(ParleyRecord *record, const ParleyViewOptions *options,
                                ParleySink sink, ParleyError *error)
{
    if (options->view == PARLEY_VIEW_SEARCH && !options->argument)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT, "search needs words to look for");
    View v = {.record = record, .options = options, .error = error};
    pl_arena_init(&v.arena, 0);
    pl_buffer_init_sink(&v.out, sink);
    if (!pl_arena_run(&v.arena, view, &v)) {
        pl_store_rollback(record->store);
        v.status = pl_error_set(error, PARLEY_NO_MEMORY, "not enough memory for this view");
    }
    if (!v.status && !pl_buffer_flush(&v.out))
        v.status = pl_error_set(error, PARLEY_CANNOT_WRITE, "the output cannot be written");
    pl_buffer_clear(&v.out);
    pl_arena_clear(&v.arena);
    return v.status;
}
