/* The model that a record is read and computed with: the caller's, or one opened for it, with the
 * merge rules that its user gave. */
#ifndef PL_API_RECORD_MODEL_H
#define PL_API_RECORD_MODEL_H

#include "api/parley_record.h"

/* Copies the tables' heads into *model: `given`, or when NULL the record's own, opened when needed.
 * The rules live in `arena`, which must outlive *model. Must run inside pl_arena_run. */
ParleyStatus pl_record_model(ParleyRecord *record, PlArena *arena, const ParleyModel *given,
                             ParleyModel *model, ParleyError *error);

#endif
