#include <stdlib.h>

#include "base/error.h"
#include "bytes/file.h"
#include "pipeline/annotation.h"
#include "text/utf8.h"

static void load_model(void *context)
{
    pl_annotation_model_load(context);
}

ParleyStatus parley_model_open(const char *path, ParleyModel **model, ParleyError *error)
{
    *model = NULL;
    if (path)
        return pl_error_set(error, PARLEY_BAD_MODEL,
                            "%s: this version has its model built in; give no path", path);
    ParleyModel *opened = calloc(1, sizeof *opened);
    if (!opened) return pl_error_set(error, PARLEY_NO_MEMORY, "not enough memory for the model");
    pl_arena_init(&opened->arena, 0);
    if (!pl_arena_run(&opened->arena, load_model, opened)) {
        parley_model_close(opened);
        return pl_error_set(error, PARLEY_NO_MEMORY, "not enough memory for the model");
    }
    *model = opened;
    return PARLEY_OK;
}

void parley_model_close(ParleyModel *model)
{
    if (!model) return;
    pl_arena_clear(&model->arena);
    free(model);
}

enum { MOST_ACTORS_BYTES = 64 << 20 };

typedef struct AddActors {
    ParleyModel *model;
    const char *path;
    PlInputNotice notice;
    void *context;
    uint32_t n_refused;
    ParleyStatus status;
    ParleyError *error;
} AddActors;

static void add_actors(void *context)
{
    AddActors *a = context;
    PlSlice text;
    a->status = pl_file_read(&a->model->arena, a->path, MOST_ACTORS_BYTES, &text, a->error);
    if (a->status) return;
    a->status = pl_mention_model_add_actors(&a->model->arena, a->model->mention, a->path, text,
                                            a->notice, a->context, &a->n_refused, a->error);
    /* Files in another order are other actors: the first to take a name keeps it. */
    a->model->users = a->model->users * 31 + (pl_slice_hash(text) | 1);
}

ParleyStatus parley_model_add_actors(ParleyModel *model, const char *path,
                                     void (*notice)(void *context, ParleyNoticeKind kind,
                                                    const char *line),
                                     void *context, size_t *n_refused, ParleyError *error)
{
    AddActors a = {
        .model = model, .path = path, .notice = notice, .context = context, .error = error};
    if (!pl_arena_run(&model->arena, add_actors, &a))
        a.status = pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory for its actors",
                                pl_path_shown(path));
    if (n_refused) *n_refused = a.n_refused;
    return a.status;
}

enum { MOST_FRAMES_BYTES = 16 << 20 };

typedef struct AddFrames {
    ParleyModel *model;
    const char *path;
    PlInputNotice notice;
    void *context;
    size_t n_refused;
    ParleyStatus status;
    ParleyError *error;
} AddFrames;

static void tell_refused(void *context, const char *line)
{
    AddFrames *a = context;
    a->n_refused++;
    if (a->notice) a->notice(a->context, PARLEY_NOTICE_LEFT_OUT, line);
}

static void add_frames(void *context)
{
    AddFrames *a = context;
    PlSlice text;
    uint32_t n_replaced;
    a->status = pl_file_read(&a->model->arena, a->path, MOST_FRAMES_BYTES, &text, a->error);
    if (a->status) return;
    a->model->users = a->model->users * 31 + (pl_slice_hash(text) | 1);
    text = pl_utf8_repair(&a->model->arena, text, &n_replaced);
    a->model->event =
        pl_event_model_load_with(&a->model->arena, text, pl_path_shown(a->path), tell_refused, a);
}

ParleyStatus parley_model_add_frames(ParleyModel *model, const char *path,
                                     void (*notice)(void *context, ParleyNoticeKind kind,
                                                    const char *line),
                                     void *context, size_t *n_refused, ParleyError *error)
{
    AddFrames a = {
        .model = model, .path = path, .notice = notice, .context = context, .error = error};
    if (!pl_arena_run(&model->arena, add_frames, &a))
        a.status = pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory for its frames",
                                pl_path_shown(path));
    if (n_refused) *n_refused = a.n_refused;
    return a.status;
}
