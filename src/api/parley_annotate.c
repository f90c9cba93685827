#include "api/report_slots.h"
#include "base/error.h"
#include "base/pool.h"
#include "view/annotation_json.h"

typedef struct Annotate {
    const ParleyReadOptions *options;
    PlInputs inputs;
    PlReportSlots slots;
    ParleySink sink;
    ParleyReadResult result;
    ParleyStatus status;
    ParleyError *error;
} Annotate;

static void write_out(void *context, PlReportSlot *slot)
{
    const Annotate *a = context;
    if (a->options->as_conllu)
        pl_annotation_conllu_write(&slot->annotation, a->slots.model->syntax, &slot->out);
    else
        pl_annotation_json_write(&slot->annotation, a->slots.model->syntax, a->options->with_tokens,
                                 &slot->out);
}

static void work(void *context, uint32_t thread, uint32_t item, uint32_t slot)
{
    (void)thread;
    Annotate *a = context;
    pl_report_slot_fill(&a->slots, slot, &a->inputs.items[item], NULL, write_out, a);
}

static bool take(void *context, uint32_t item, uint32_t slot_number)
{
    Annotate *a = context;
    PlReportSlot *slot = &a->slots.slots[slot_number];
    if (slot->error.status == PARLEY_OK && slot->out.failed)
        pl_error_set(&slot->error, PARLEY_NO_MEMORY, "%.*s: not enough memory to write it",
                     PL_PRI(slot->name));
    if (slot->error.status) {
        a->result.n_left_out++;
        pl_tell_left_out(a->options, slot->error.message);
        pl_buffer_clear(&slot->out);
    } else {
        pl_report_slot_warn(slot, a->options);
        if (!a->sink.write(a->sink.context, slot->out.bytes, slot->out.len)) {
            a->status = pl_error_set(a->error, PARLEY_CANNOT_WRITE, "the output cannot be written");
            return false;
        }
        a->result.n_new++;
    }
    if (a->options->progress) a->options->progress(a->options->context, item + 1, a->inputs.n);
    return true;
}

static ParleyStatus run(Annotate *a)
{
    PlPoolJob job = {.work = work,
                     .take = take,
                     .context = a,
                     .n_items = a->inputs.n,
                     .n_threads = a->options->n_threads};
    ParleyStatus status =
        pl_report_slots_init(&a->slots, a->slots.model, pl_pool_n_threads(&job), a->error);
    if (status) return status;
    job.window = a->slots.n_slots;
    if (pl_pool_run(&job))
        a->status = pl_error_set(a->error, PARLEY_NO_MEMORY, "not enough memory for threads");
    pl_report_slots_clear(&a->slots);
    return a->status;
}

ParleyStatus parley_annotate(const ParleyModel *model, const char *const *paths, size_t n_paths,
                             const ParleyReadOptions *options, ParleySink sink,
                             ParleyReadResult *result, ParleyError *error)
{
    PlArena arena;
    pl_arena_init(&arena, 0);
    Annotate a = {.options = options, .slots = {.model = model}, .sink = sink, .error = error};
    ParleyStatus status =
        pl_list_inputs(&arena, paths, n_paths, options, &a.inputs, &a.result.n_left_out, error);
    if (!status) status = run(&a);
    if (result) *result = a.result;
    pl_arena_clear(&arena);
    return status;
}
