#include "api/parley_record.h"
#include "api/record_model.h"
#include "base/error.h"
#include "view/explain.h"
#include "view/happening_ids.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 20 };

typedef struct Explain {
    ParleyRecord *record;
    const ParleyModel *given;
    const char *event;
    const ParleyViewOptions *options;
    PlArena arena;
    PlBuffer out;
    ParleyStatus status;
    ParleyError *error;
} Explain;

/* As it was read, from the text that the record keeps. */
static const PlAnnotation *annotate(Explain *e, const ParleyModel *model,
                                    const PlAnnotation *stored)
{
    PlRawReport raw = {.bytes = stored->article.text, .metadata = stored->article.metadata};
    PlAnnotation *annotation = pl_arena_new(&e->arena, PlAnnotation);
    pl_annotate(&e->arena, model, &raw, annotation);
    return annotation;
}

static void write_event(Explain *e, const PlRecord *record, const ParleyModel *model,
                        int32_t happening)
{
    PlExplainedMention mentions[PL_EXPLAIN_MOST_MENTIONS];
    uint32_t n = 0;
    uint32_t first;
    uint32_t end;
    pl_happening_mentions(record, happening, &first, &end);
    for (uint32_t i = first; i < end && n < PL_EXPLAIN_MOST_MENTIONS; i++) {
        const PlHappeningMention *mention = &record->happenings.mentions.items[i];
        const PlAnnotation *stored = &record->reports[mention->report];
        if (mention->event < 0) continue;
        bool is_again = n > 0 && mentions[n - 1].mention->report == mention->report;
        const PlAnnotation *report = is_again ? mentions[n - 1].report : annotate(e, model, stored);
        int32_t event = pl_explain_find_event(report, &stored->events.events.items[mention->event]);
        mentions[n++] = (PlExplainedMention){mention, report, event};
    }
    uint32_t width = e->options->width ? e->options->width : USUAL_WIDTH;
    PlPage page = {&e->arena, &e->out, width < LEAST_WIDTH ? LEAST_WIDTH : width,
                   e->options->color};
    if (e->options->format == PARLEY_FORMAT_JSON)
        pl_explain_write_json(&e->arena, &e->out, record, happening, mentions, n);
    else
        pl_explain_write_text(&page, record, happening, mentions, n);
}

static void explain(void *context)
{
    Explain *e = context;
    PlRecord loaded;
    ParleyModel model;
    e->status = pl_record_load(e->record, &e->arena, &loaded, e->error);
    if (!e->status) e->status = pl_record_model(e->record, &e->arena, e->given, &model, e->error);
    if (e->status) return;
    int32_t happening = pl_happening_find(&loaded, e->event);
    if (happening < 0)
        e->status = pl_error_set(
            e->error, PARLEY_NOT_FOUND, "%.200s: %s; parley events lists them", e->event,
            happening == -1 ? "no event has this id" : "several events have ids that begin so");
    else
        write_event(e, &loaded, &model, happening);
}

ParleyStatus parley_record_explain(ParleyRecord *record, const ParleyModel *model,
                                   const char *event, const ParleyViewOptions *options,
                                   ParleySink sink, ParleyError *error)
{
    if (options->format != PARLEY_FORMAT_TEXT && options->format != PARLEY_FORMAT_JSON)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT, "an event is explained as text or JSON");
    Explain e = {
        .record = record, .given = model, .event = event, .options = options, .error = error};
    pl_arena_init(&e.arena, 0);
    pl_buffer_init_sink(&e.out, sink);
    if (!pl_arena_run(&e.arena, explain, &e)) {
        pl_store_rollback(record->store);
        e.status = pl_error_set(error, PARLEY_NO_MEMORY, "not enough memory to explain it");
    }
    if (!e.status && !pl_buffer_flush(&e.out))
        e.status = pl_error_set(error, PARLEY_CANNOT_WRITE, "the output cannot be written");
    pl_buffer_clear(&e.out);
    pl_arena_clear(&e.arena);
    return e.status;
}
