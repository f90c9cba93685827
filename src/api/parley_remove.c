#include "api/parley_record.h"

static ParleyStatus remove_all(PlStore *store, const char *const *ids, size_t n_ids,
                               ParleyError *error)
{
    ParleyStatus status = pl_store_begin(store, error);
    if (status) return status;
    for (size_t i = 0; i < n_ids; i++) {
        status = pl_store_remove_report(store, pl_slice(ids[i]), error);
        if (status) return status; /* the batch is undone */
    }
    status = pl_store_commit(store, error);
    if (status) pl_store_rollback(store);
    return status;
}

ParleyStatus parley_record_remove(ParleyRecord *record, const ParleyModel *model,
                                  const char *const *ids, size_t n_ids, ParleyError *error)
{
    ParleyStatus status = remove_all(record->store, ids, n_ids, error);
    return status ? status : pl_record_refresh(record, model, error);
}
