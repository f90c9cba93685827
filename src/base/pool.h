/* Pool: work on many items with several threads, results taken in order.
 *
 * `work` runs on any thread in any order; `take` runs on the calling thread, for items 0, 1, 2, ...
 * each after its work is done. At most `window` items are between the two, so memory stays bounded
 * when taking is slower than working. What `take` sees does not depend on the number of threads:
 * that is how promise 3 of the design holds in `parley read`.
 *
 * n_threads 0: one a processor. 1: everything on the calling thread.
 * errors    PARLEY_NO_MEMORY when no thread could be started and nothing was done
 */
#ifndef PL_BASE_POOL_H
#define PL_BASE_POOL_H

#include "base/slice.h"
#include "parley/parley.h"

typedef struct PlPoolJob {
    /* slot = item % window: the place for the item's result, free until `take` has returned. */
    void (*work)(void *context, uint32_t thread, uint32_t item, uint32_t slot);
    /* False stops: no new work is begun and no further item is taken. */
    bool (*take)(void *context, uint32_t item, uint32_t slot);
    void *context;
    uint32_t n_items;
    uint32_t n_threads;
    uint32_t window;
} PlPoolJob;

/* The number of threads that pl_pool_run will use: at least 1. */
uint32_t pl_pool_n_threads(const PlPoolJob *job);
ParleyStatus pl_pool_run(const PlPoolJob *job);

#endif
