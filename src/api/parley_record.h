/* The record as the files of this layer share it. */
#ifndef PL_API_PARLEY_RECORD_H
#define PL_API_PARLEY_RECORD_H

#include "store/store.h"

struct ParleyRecord {
    PlStore *store;
    ParleyModel *model; /* opened when a stale record has to be computed without one; else NULL */
};

/* Loads the record, and computes the nouns across reports when they are not stored (store.h,
 * invariant 2). Must run inside pl_arena_run; pl_store_rollback must follow when memory ran out. */
ParleyStatus pl_record_load(ParleyRecord *record, PlArena *arena, PlRecord *loaded,
                            ParleyError *error);

/* Computes and stores the nouns across reports when they are not stored. model NULL: opens one. */
ParleyStatus pl_record_refresh(ParleyRecord *record, const ParleyModel *model, ParleyError *error);

#endif
