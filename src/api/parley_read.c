#include <stdlib.h>
#include <time.h>

#include "api/parley_record.h"
#include "api/record_model.h"
#include "api/report_slots.h"
#include "base/error.h"
#include "base/pool.h"
#include "pipeline/engine.h"

/* A batch is committed when it has this many reports or is this old: a commit waits for the disk,
 * and others wait for the batch. */
enum { BATCH_REPORTS = 64, BATCH_MILLISECONDS = 1000 };

typedef struct Read {
    ParleyRecord *record;
    const ParleyModel *given; /* the caller's */
    ParleyModel model;        /* with the record's merge rules */
    const ParleyReadOptions *options;
    PlArena arena;
    PlInputs inputs;
    PlStoredReport *stored; /* [inputs.n] what the record has under each id */
    PlReportSlots slots;
    ParleyReadResult acknowledged;
    ParleyReadResult pending; /* in the batch that is not committed yet */
    size_t n_taken;
    uint32_t n_in_batch;
    int64_t batch_start_ms;
    ParleyStatus status;
    ParleyError *error;
} Read;

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- what to read, in an order that does not depend on the caller's ---- */

static int compare_inputs(const void *a, const void *b)
{
    const PlInput *x = a;
    const PlInput *y = b;
    int order = pl_slice_compare(x->metadata.id, y->metadata.id);
    if (!order) order = pl_slice_compare(x->path, y->path);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void tell_same_id(Read *r, const PlInput *kept, const PlInput *left_out)
{
    ParleyError line;
    PlSlice kept_name = pl_input_name(&r->arena, kept);
    PlSlice name = pl_input_name(&r->arena, left_out);
    pl_error_set(&line, PARLEY_BAD_INPUT,
                 "%.*s: left out, %.*s has the same id \"%.*s\"; give it another in a manifest",
                 PL_PRI(name), PL_PRI(kept_name), PL_PRI(left_out->metadata.id));
    pl_tell_left_out(r->options, line.message);
    r->acknowledged.n_left_out++;
}

/* Of inputs with one id the first by path stays. One file named twice is one input. */
static void drop_same_ids(Read *r)
{
    PlInputs *inputs = &r->inputs;
    uint32_t n = 0;
    for (uint32_t i = 0; inputs->items && i < inputs->n; i++) {
        const PlInput *input = &inputs->items[i];
        const PlInput *before = n ? &inputs->items[n - 1] : NULL;
        if (!before || !pl_slice_equal(before->metadata.id, input->metadata.id))
            inputs->items[n++] = *input;
        else if (!pl_slice_equal(before->path, input->path) || before->line != input->line)
            tell_same_id(r, before, input);
    }
    inputs->n = n;
}

static void prepare(void *context)
{
    Read *r = context;
    PlInputs *inputs = &r->inputs;
    if (inputs->n) qsort(inputs->items, inputs->n, sizeof *inputs->items, compare_inputs);
    drop_same_ids(r);
    r->status = pl_record_model(r->record, &r->arena, r->given, &r->model, r->error);
    r->slots.model = &r->model;
    r->stored = pl_arena_array(&r->arena, PlStoredReport, inputs->n);
    for (uint32_t i = 0; i < inputs->n && !r->status; i++)
        r->status = pl_store_find_report(r->record->store, &r->arena, inputs->items[i].metadata.id,
                                         &r->stored[i], r->error);
}

/* ---- batches ---- */

static void acknowledge(Read *r)
{
    r->acknowledged.n_new += r->pending.n_new;
    r->acknowledged.n_changed += r->pending.n_changed;
    r->acknowledged.n_same += r->pending.n_same;
    r->acknowledged.n_left_out += r->pending.n_left_out;
    r->pending = (ParleyReadResult){0};
    r->n_in_batch = 0;
    if (r->options->progress) r->options->progress(r->options->context, r->n_taken, r->inputs.n);
}

static bool commit(Read *r)
{
    if (r->n_in_batch) r->status = pl_store_commit(r->record->store, r->error);
    if (!r->status) acknowledge(r);
    return !r->status;
}

static bool is_due(const Read *r)
{
    return r->n_in_batch >= BATCH_REPORTS ||
           (r->n_in_batch && now_ms() - r->batch_start_ms >= BATCH_MILLISECONDS);
}

/* A report that takes the place of one from another file may be a mistake: two files, one id. */
static void warn_replaced(const Read *r, const PlInput *input, const PlStoredReport *stored)
{
    if (stored->path.len == 0 || pl_slice_equal(stored->path, input->path)) return;
    ParleyError line;
    pl_error_set(&line, PARLEY_BAD_INPUT, "%.400s: replaces the report \"%.*s\" from %.400s",
                 input->path.ptr, PL_PRI(input->metadata.id), stored->path.ptr);
    if (r->options->notice)
        r->options->notice(r->options->context, PARLEY_NOTICE_WARNING, line.message);
}

static bool put(Read *r, const PlReportSlot *slot, uint32_t item)
{
    PlStore *store = r->record->store;
    const PlInput *input = &r->inputs.items[item];
    if (r->n_in_batch == 0) {
        r->status = pl_store_begin(store, r->error);
        if (r->status) return false;
        r->batch_start_ms = now_ms();
    }
    PlStorePut how;
    r->status =
        pl_store_put_report(store, &slot->annotation, input->path, slot->digest, &how, r->error);
    if (r->status) return false;
    r->n_in_batch++;
    r->pending.n_new += how == PL_STORE_NEW;
    r->pending.n_changed += how == PL_STORE_CHANGED;
    r->pending.n_same += how == PL_STORE_SAME;
    if (how == PL_STORE_CHANGED) warn_replaced(r, input, &r->stored[item]);
    pl_report_slot_warn(slot, r->options);
    return true;
}

static void work(void *context, uint32_t thread, uint32_t item, uint32_t slot)
{
    (void)thread;
    Read *r = context;
    const PlStoredReport *stored = &r->stored[item];
    pl_report_slot_fill(&r->slots, slot, &r->inputs.items[item],
                        stored->found ? &stored->digest : NULL, NULL, NULL);
}

static bool take(void *context, uint32_t item, uint32_t slot_number)
{
    Read *r = context;
    const PlReportSlot *slot = &r->slots.slots[slot_number];
    if (slot->error.status) {
        pl_tell_left_out(r->options, slot->error.message);
        r->pending.n_left_out++;
    } else if (slot->is_known) {
        r->pending.n_same++;
    } else if (!put(r, slot, item)) {
        return false;
    }
    r->n_taken = (size_t)item + 1;
    return is_due(r) ? commit(r) : true;
}

static void run_pool(Read *r)
{
    PlPoolJob job = {.work = work,
                     .take = take,
                     .context = r,
                     .n_items = r->inputs.n,
                     .n_threads = r->options->n_threads};
    r->status = pl_report_slots_init(&r->slots, r->slots.model, pl_pool_n_threads(&job), r->error);
    if (r->status) return;
    r->slots.engine = pl_engine_fingerprint() ^ r->slots.model->users;
    job.window = r->slots.n_slots;
    if (pl_pool_run(&job))
        r->status = pl_error_set(r->error, PARLEY_NO_MEMORY, "not enough memory for threads");
    pl_report_slots_clear(&r->slots);
    if (!r->status)
        commit(r);
    else
        pl_store_rollback(r->record->store);
}

ParleyStatus parley_record_read(ParleyRecord *record, const ParleyModel *model,
                                const char *const *paths, size_t n_paths,
                                const ParleyReadOptions *options, ParleyReadResult *result,
                                ParleyError *error)
{
    if (options->format == PARLEY_INPUT_CONLLU)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "a record reads text, not CoNLL-U; annotate reads it");
    Read r = {.record = record, .given = model, .options = options, .error = error};
    pl_arena_init(&r.arena, 0);
    r.status = pl_list_inputs(&r.arena, paths, n_paths, options, &r.inputs,
                              &r.acknowledged.n_left_out, error);
    if (!r.status && !pl_arena_run(&r.arena, prepare, &r))
        r.status = pl_error_set(error, PARLEY_NO_MEMORY, "not enough memory to read reports");
    if (!r.status) run_pool(&r);
    if (!r.status) r.status = pl_record_refresh(record, model, error);
    if (result) *result = r.acknowledged;
    pl_arena_clear(&r.arena);
    return r.status;
}
