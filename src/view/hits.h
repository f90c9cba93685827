/* Hits: sentences that a search found. */
#ifndef PL_VIEW_HITS_H
#define PL_VIEW_HITS_H

#include "store/store.h"
#include "view/list.h"

/* format: TEXT, JSON or CSV. `words`: what was searched for, to mark it in text; may be NULL. */
void pl_hits_write(PlPage *page, const PlRecord *record, const PlStoreHits *hits, const char *words,
                   ParleyFormat format);

#endif
