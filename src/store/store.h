/* Store: the record on disk. One interface, one implementation a database (sqlite/, later
 * postgres/); one conformance suite for all.
 *
 * Invariants
 *  1. A report is in the store whole or not at all; pl_store_commit is the acknowledgement.
 *  2. The nouns of the record (actors, stories, differences, ...) are those of exactly the reports
 *     that are in the store, once pl_store_put_record is committed with them.
 *  3. What is exported depends on the set of reports, not on their order of arrival: rows are keyed
 *     by report id and number, and come out in that order.
 *
 * errors   LOCKED, DISK_FULL, READ_ONLY, BAD_RECORD, NOT_FOUND, NO_MEMORY; every message names the
 *          database and what to do
 * threads  one at a time
 */
#ifndef PL_STORE_STORE_H
#define PL_STORE_STORE_H

#include "base/buffer.h"
#include "pipeline/record.h"

typedef struct PlStore PlStore;

typedef enum PlStorePut { PL_STORE_NEW, PL_STORE_CHANGED, PL_STORE_SAME } PlStorePut;

ParleyStatus pl_store_open(const char *path, ParleyRecordMode mode, PlStore **store,
                           ParleyError *error);
void pl_store_close(PlStore *store);

/* One transaction a batch: begin, put..., commit. A put that fails undoes the batch. */
ParleyStatus pl_store_begin(PlStore *store, ParleyError *error);
ParleyStatus pl_store_put_report(PlStore *store, const PlAnnotation *annotation, PlSlice path,
                                 PlStorePut *put, ParleyError *error);
ParleyStatus pl_store_put_record(PlStore *store, const PlRecord *record, ParleyError *error);
ParleyStatus pl_store_commit(PlStore *store, ParleyError *error);
void pl_store_rollback(PlStore *store);

/* The fingerprint of a stored report's bytes and metadata, so that an unchanged one need not be
 * analysed again; `*found` false when there is none of this id. */
ParleyStatus pl_store_report_digest(PlStore *store, PlSlice id, uint64_t *digest, bool *found,
                                    ParleyError *error);

/* All reports with their rows (tokens and syntax left out, sentences in), sorted by id, and with
 * `whole` the nouns of the record too. Everything in `arena`; must run inside pl_arena_run. */
ParleyStatus pl_store_load(PlStore *store, PlArena *arena, bool whole, PlRecord *record,
                           ParleyError *error);

typedef struct PlStoreHit {
    PlSlice report;
    uint32_t sentence; /* from 1 */
    PlSpan span;       /* the sentence */
} PlStoreHit;

typedef PL_VEC(PlStoreHit) PlStoreHits;

/* Full-text search, best first, ties by report id and sentence. `words` is the user's: a phrase in
 * double quotes, else all the words in one sentence. */
ParleyStatus pl_store_search(PlStore *store, PlArena *arena, const char *words, PlStoreHits *hits,
                             ParleyError *error);

/* Each table as a stream of rows, in an order that depends on the content alone. */
typedef bool (*PlStoreRow)(void *context, const char *const *columns, const char *const *values,
                           uint32_t n_columns);
ParleyStatus pl_store_dump(PlStore *store, const char *table, PlStoreRow row, void *context,
                           ParleyError *error);
/* NULL-terminated names of the tables that pl_store_dump knows. */
const char *const *pl_store_tables(void);

#endif
