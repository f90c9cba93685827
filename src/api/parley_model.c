#include <stdlib.h>

#include "base/error.h"
#include "pipeline/annotation.h"

static void load_model(void *context)
{
    ParleyModel *model = context;
    model->syntax = pl_syntax_model_load(&model->arena);
    model->mention = pl_mention_model_load(&model->arena);
    model->event = pl_event_model_load(&model->arena);
    model->quote = pl_quote_model_load(&model->arena);
    model->talks = pl_talks_model_load(&model->arena);
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
