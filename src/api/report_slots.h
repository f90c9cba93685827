/* Report slots: reports on their way from a path to an annotation, several at a time.
 *
 * A slot has an arena, which one report at a time fills: work runs on any thread, and what it made
 * stays until the slot is taken (base/pool.h).
 *
 * limits   a report may use PL_SLOT_MOST_BYTES of memory; one that needs more is left out
 * threads  pl_report_slot_fill: one call a slot at a time
 */
#ifndef PL_API_REPORT_SLOTS_H
#define PL_API_REPORT_SLOTS_H

#include "base/buffer.h"
#include "pipeline/annotation.h"

#define PL_SLOT_MOST_BYTES ((size_t)4 << 30)

typedef struct PlReportSlot {
    PlArena arena;
    PlRawReport raw;
    PlAnnotation annotation;
    uint64_t digest; /* of bytes, metadata and engine */
    bool is_known;   /* the digest is the one asked for: not annotated */
    PlSlice name;    /* for messages */
    ParleyError error;
    PlBuffer out; /* for the caller; cleared with the slots */
} PlReportSlot;

typedef struct PlReportSlots {
    const ParleyModel *model;
    uint64_t engine; /* pl_engine_fingerprint() */
    PlReportSlot *slots;
    uint32_t n_slots;
} PlReportSlots;

/* As many as keep n_threads busy while results wait for their turn. errors: NO_MEMORY */
ParleyStatus pl_report_slots_init(PlReportSlots *slots, const ParleyModel *model,
                                  uint32_t n_threads, ParleyError *error);
void pl_report_slots_clear(PlReportSlots *slots);

/* Loads and annotates an input, and calls `then` (may be NULL) inside the slot's arena. The slot's
 * error tells whether that went well. known_digest: NULL = none. */
void pl_report_slot_fill(PlReportSlots *slots, uint32_t slot, const PlInput *input,
                         const uint64_t *known_digest,
                         void (*then)(void *context, PlReportSlot *slot), void *context);

/* What the user should know of a report that was read. */
void pl_report_slot_warn(const PlReportSlot *slot, const ParleyReadOptions *options);
void pl_tell_left_out(const ParleyReadOptions *options, const char *line);

/* Lists inputs in `arena`, running out of memory included. */
ParleyStatus pl_list_inputs(PlArena *arena, const char *const *paths, size_t n_paths,
                            const ParleyReadOptions *options, PlInputs *inputs, size_t *n_left_out,
                            ParleyError *error);

#endif
