/* Store: the record on disk. One interface, one implementation a database (sqlite/, later
 * postgres/); one conformance suite for all.
 *
 * Invariants
 *  1. A report is in the store whole or not at all; pl_store_commit is the acknowledgement.
 *  2. The nouns of the record (actors, stories, differences, ...) are those of exactly the reports
 *     that are in the store, or there are none and the store is stale: from the first report of a
 *     batch until pl_store_put_record, also when the process dies in between.
 *  3. What is exported depends on the set of reports, not on their order of arrival: rows are keyed
 *     by report id and number, and come out in that order.
 *
 * errors   LOCKED, DISK_FULL, READ_ONLY, BAD_RECORD, NOT_FOUND, NO_MEMORY, SYSTEM; every message
 *          names the database and what to do
 * threads  one at a time
 */
#ifndef PL_STORE_STORE_H
#define PL_STORE_STORE_H

#include "base/buffer.h"
#include "mention/merge_rules.h"
#include "pipeline/nouns.h"
#include "pipeline/record.h"

typedef struct PlStore PlStore;

typedef enum PlStorePut { PL_STORE_NEW, PL_STORE_CHANGED, PL_STORE_SAME } PlStorePut;

/* A store that cannot be written is opened for reading when `mode` allows. */
ParleyStatus pl_store_open(const char *path, ParleyRecordMode mode, PlStore **store,
                           ParleyError *error);
void pl_store_close(PlStore *store);

/* One transaction a batch: begin, put..., commit. A put that fails undoes the batch. */
ParleyStatus pl_store_begin(PlStore *store, ParleyError *error);
/* digest: of the report's bytes and metadata and of the engine; the same digest again changes
 * nothing. path: where the report was found, for people; no view or export depends on it. */
ParleyStatus pl_store_put_report(PlStore *store, const PlAnnotation *annotation, PlSlice path,
                                 uint64_t digest, PlStorePut *put, ParleyError *error);
/* The report and all its rows. `id`: or a beginning that only one report's has. NOT_FOUND when none
 * or several have it; what fails undoes the batch. */
ParleyStatus pl_store_remove_report(PlStore *store, PlSlice id, ParleyError *error);
/* The rules in place of those that were there; the store is stale then. */
ParleyStatus pl_store_put_merges(PlStore *store, const PlMergeRules *rules, ParleyError *error);
/* In or outside of a batch or a reading. Must run inside pl_arena_run. */
ParleyStatus pl_store_load_merges(PlStore *store, PlArena *arena, PlMergeRules *rules,
                                  ParleyError *error);
ParleyStatus pl_store_put_record(PlStore *store, const PlRecord *record, ParleyError *error);
ParleyStatus pl_store_commit(PlStore *store, ParleyError *error);
/* Also gives back what a call left behind that ran out of arena memory. */
void pl_store_rollback(PlStore *store);

typedef struct PlStoredReport {
    bool found;
    uint64_t digest;
    PlSlice path;
} PlStoredReport;

/* What is stored under this id, so that an unchanged report need not be analysed again. */
ParleyStatus pl_store_find_report(PlStore *store, PlArena *arena, PlSlice id,
                                  PlStoredReport *report, ParleyError *error);

/* True while the nouns of the record wait to be computed (invariant 2). */
ParleyStatus pl_store_is_stale(PlStore *store, bool *stale, ParleyError *error);

/* All reports with their rows (tokens and syntax left out, sentences in), sorted by id, and with
 * `whole` the nouns of the record too. One consistent state, whoever else writes. Everything in
 * `arena`; must run inside pl_arena_run, and pl_store_rollback must follow when memory ran out.
 * Every index and span is checked: a damaged database is BAD_RECORD, not a wild read. */
ParleyStatus pl_store_load(PlStore *store, PlArena *arena, bool whole, PlRecord *record,
                           ParleyError *error);

/* Between these two, outside of a batch, every call sees one state, whoever else writes. */
ParleyStatus pl_store_begin_reading(PlStore *store, ParleyError *error);
void pl_store_end_reading(PlStore *store);

typedef struct PlStoreHit {
    PlSlice report;
    uint32_t sentence; /* from 1 */
    PlSpan span;       /* the sentence */
} PlStoreHit;

typedef PL_VEC(PlStoreHit) PlStoreHits;

/* Full-text search, best first, ties by report id and sentence. `words` is the user's: a phrase in
 * double quotes, else all the words in one sentence. Must run inside pl_arena_run. */
ParleyStatus pl_store_search(PlStore *store, PlArena *arena, const char *words, PlStoreHits *hits,
                             ParleyError *error);

/* What became of stories as reports came (story/story_changes.h). Kept beside the record: it
 * depends on the order of reading, so nothing exports it, and it stays while the store is stale.
 * Texts are in `arena`; must run inside pl_arena_run. */
ParleyStatus pl_store_load_history(PlStore *store, PlArena *arena, PlStoryHistory *history,
                                   ParleyError *error);
/* In a transaction: the members of now in place of those known, and more changes. */
ParleyStatus pl_store_put_history(PlStore *store, const PlStoryMembers *members,
                                  const PlStoryChanges *changes, ParleyError *error);

typedef enum PlValueType {
    PL_VALUE_NULL,
    PL_VALUE_INTEGER,
    PL_VALUE_NUMBER,
    PL_VALUE_TEXT
} PlValueType;

typedef struct PlValue {
    PlValueType type;
    int64_t integer;
    double number;
    PlSlice text; /* borrowed until the row callback returns */
} PlValue;

/* A row of a dumped table; `values` is NULL in the first call, which only names the columns. False
 * stops. */
typedef bool (*PlStoreRow)(void *context, const char *const *columns, const PlValue *values,
                           uint32_t n_columns);

uint32_t pl_store_n_tables(void);
const char *pl_store_table(uint32_t table);

/* A table as a stream of rows, in an order that depends on the content alone.
 * errors   CANNOT_WRITE when the callback stopped */
ParleyStatus pl_store_dump(PlStore *store, uint32_t table, PlStoreRow row, void *context,
                           ParleyError *error);

#endif
