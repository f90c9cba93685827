#include "api/report_slots.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "text/language.h"

enum { SLOTS_A_THREAD = 4, MIB = 1024 * 1024 };

ParleyStatus pl_report_slots_init(PlReportSlots *slots, const ParleyModel *model,
                                  uint32_t n_threads, ParleyError *error)
{
    *slots = (PlReportSlots){.model = model, .n_slots = n_threads * SLOTS_A_THREAD};
    slots->slots = calloc(slots->n_slots, sizeof *slots->slots);
    if (!slots->slots) {
        slots->n_slots = 0;
        return pl_error_set(error, PARLEY_NO_MEMORY, "not enough memory to read reports");
    }
    for (uint32_t i = 0; i < slots->n_slots; i++)
        pl_arena_init(&slots->slots[i].arena, PL_SLOT_MOST_BYTES);
    return PARLEY_OK;
}

void pl_report_slots_clear(PlReportSlots *slots)
{
    for (uint32_t i = 0; i < slots->n_slots; i++) {
        pl_arena_clear(&slots->slots[i].arena);
        pl_buffer_clear(&slots->slots[i].out);
    }
    free(slots->slots);
}

static uint64_t mix(uint64_t hash, uint64_t more)
{
    hash ^= more + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    return hash * 0xd6e8feb86659fd93u;
}

static uint64_t digest_of(uint64_t engine, const PlRawReport *raw)
{
    const PlMetadata *m = &raw->metadata;
    const PlSlice parts[] = {raw->bytes, m->id, m->source, m->url, m->title, m->published};
    uint64_t hash = engine;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        hash = mix(hash, pl_slice_hash(parts[i]));
    return hash;
}

typedef struct Fill {
    PlReportSlots *slots;
    PlReportSlot *slot;
    const PlInput *input;
    const uint64_t *known_digest;
    void (*then)(void *context, PlReportSlot *slot);
    void *context;
} Fill;

static void fill(void *context)
{
    const Fill *f = context;
    PlReportSlot *slot = f->slot;
    slot->name = pl_input_name(&slot->arena, f->input);
    if (pl_input_load(&slot->arena, f->input, &slot->raw, &slot->error)) return;
    slot->digest = digest_of(f->slots->engine, &slot->raw);
    slot->is_known = f->known_digest && *f->known_digest == slot->digest;
    if (slot->is_known) return;
    pl_annotate(&slot->arena, f->slots->model, &slot->raw, &slot->annotation);
    if (f->then) f->then(f->context, slot);
}

void pl_report_slot_fill(PlReportSlots *slots, uint32_t slot, const PlInput *input,
                         const uint64_t *known_digest,
                         void (*then)(void *context, PlReportSlot *slot), void *context)
{
    PlReportSlot *into = &slots->slots[slot];
    pl_arena_reset(&into->arena);
    into->error.status = PARLEY_OK;
    into->is_known = false;
    into->out.len = 0;
    Fill f = {slots, into, input, known_digest, then, context};
    if (pl_arena_run(&into->arena, fill, &f)) return;
    pl_error_set(&into->error, PARLEY_NO_MEMORY,
                 "%.400s: not enough memory to analyse it (%zu MiB were not enough)",
                 input->path.ptr, into->arena.used_bytes / MIB);
}

static void tell(const ParleyReadOptions *options, ParleyNoticeKind kind, const char *line)
{
    if (options->notice) options->notice(options->context, kind, line);
}

void pl_tell_left_out(const ParleyReadOptions *options, const char *line)
{
    tell(options, PARLEY_NOTICE_LEFT_OUT, line);
}

void pl_report_slot_warn(const PlReportSlot *slot, const ParleyReadOptions *options)
{
    ParleyError line;
    const PlArticle *article = &slot->annotation.article;
    if (slot->raw.bad_date.len) {
        pl_error_set(&line, PARLEY_BAD_INPUT,
                     "%.*s: its date \"%.*s\" is not used; write it as 2025-05-16",
                     PL_PRI(slot->name), PL_PRI(slot->raw.bad_date));
        tell(options, PARLEY_NOTICE_WARNING, line.message);
    }
    if (article->n_replaced) {
        pl_error_set(&line, PARLEY_BAD_INPUT,
                     "%.*s: %" PRIu32 " %s no UTF-8 text, read as U+FFFD; check the encoding",
                     PL_PRI(slot->name), article->n_replaced,
                     article->n_replaced == 1 ? "byte is" : "bytes are");
        tell(options, PARLEY_NOTICE_WARNING, line.message);
    }
    if (!pl_slice_is(article->language, "en")) {
        pl_error_set(&line, PARLEY_BAD_INPUT, "%.*s: does not look like English (%.*s); %s",
                     PL_PRI(slot->name), PL_PRI(article->language),
                     pl_language_is_read(article->language) ? "read as if it were"
                                                            : "kept, but not analysed");
        tell(options, PARLEY_NOTICE_WARNING, line.message);
    }
}

typedef struct List {
    PlArena *arena;
    const char *const *paths;
    size_t n_paths;
    const ParleyReadOptions *options;
    PlInputs *inputs;
    uint32_t n_left_out;
    ParleyError *error;
    ParleyStatus status;
} List;

static void list(void *context)
{
    List *l = context;
    l->status = pl_inputs_list(l->arena, l->paths, l->n_paths, l->options, l->inputs,
                               &l->n_left_out, l->error);
}

ParleyStatus pl_list_inputs(PlArena *arena, const char *const *paths, size_t n_paths,
                            const ParleyReadOptions *options, PlInputs *inputs, size_t *n_left_out,
                            ParleyError *error)
{
    List l = {arena, paths, n_paths, options, inputs, 0, error, PARLEY_OK};
    if (!pl_arena_run(arena, list, &l))
        return pl_error_set(error, PARLEY_NO_MEMORY,
                            "not enough memory to list %zu paths; give fewer at a time", n_paths);
    *n_left_out += l.n_left_out;
    return l.status;
}
