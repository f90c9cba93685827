/* SQLite behind store.h: what its files share.
 *
 * Tables
 *   reports                  key (internal, for the search index), id, path, digest, fields
 *   a noun of a report       report -> reports(id), number, fields; goes with its report
 *   a noun of the record     number, fields; all empty while `stale`
 *   search                   FTS5; rowid = reports.key << PL_SQLITE_SENTENCE_BITS | sentence
 *   merge_rules              number, merges (1) or splits (0), name, other: as the user gave them
 *   story_members            report, story: the last story of each report that was known
 *   story_changes            number, story, change, into
 *   parley                   name, value: "stale"
 *
 * Statements: those that put are kept prepared; everything else runs through the one `query`, which
 * any later call gives back, so that unwinding out of memory (base/arena.h) leaves nothing open.
 */
#ifndef PL_STORE_SQLITE_STORE_H
#define PL_STORE_SQLITE_STORE_H

#include <sqlite3.h>

#include "store/store.h"

enum { PL_SQLITE_SENTENCE_BITS = 24 };

typedef enum PlTableScope { PL_TABLE_REPORTS, PL_TABLE_OF_REPORT, PL_TABLE_OF_RECORD } PlTableScope;

typedef struct PlTableInfo {
    const PlNoun *noun;
    PlTableScope scope;
} PlTableInfo;

struct PlStore {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *query;
    sqlite3_stmt **inserts; /* [pl_store_n_tables()], prepared when first needed */
    sqlite3_stmt *insert_sentence_words;
    sqlite3_stmt *find_report;
    bool in_transaction;
};

PlTableInfo pl_sqlite_table(uint32_t table);

/* sqlite_error.c: SQLite's result codes as lines for people. */
ParleyStatus pl_sqlite_error(PlStore *store, int code, ParleyError *error);
ParleyStatus pl_sqlite_damaged(PlStore *store, const char *where, ParleyError *error);

/* sqlite_query.c */
ParleyStatus pl_sqlite_exec(PlStore *store, const char *sql, ParleyError *error);
/* Prepares store->query, giving back the one before. */
ParleyStatus pl_sqlite_prepare(PlStore *store, const char *sql, ParleyError *error);
/* Prepares *statement unless it is; else resets it. */
ParleyStatus pl_sqlite_prepare_kept(PlStore *store, sqlite3_stmt **statement, const char *sql,
                                    ParleyError *error);
ParleyStatus pl_sqlite_step(PlStore *store, bool *has_row, ParleyError *error);
/* Steps a statement that gives no rows, and resets it. */
ParleyStatus pl_sqlite_run(PlStore *store, sqlite3_stmt *statement, ParleyError *error);
void pl_sqlite_done(PlStore *store);
/* The one integer that `sql` gives. */
ParleyStatus pl_sqlite_integer(PlStore *store, const char *sql, int64_t *value, ParleyError *error);

/* sqlite_schema.c */
ParleyStatus pl_sqlite_migrate(PlStore *store, ParleyRecordMode mode, ParleyError *error);
/* The table's columns, quoted, with commas: keys first. */
void pl_sqlite_put_columns(PlBuffer *out, const PlTableInfo *table);
uint32_t pl_sqlite_n_keys(PlTableScope scope);

/* sqlite_put.c: empties the nouns of the record, before what they do not know comes. */
ParleyStatus pl_sqlite_make_stale(PlStore *store, ParleyError *error);
/* sqlite_history.c: as if the report had never been in a story, nor given one its id. */
ParleyStatus pl_sqlite_forget_story(PlStore *store, PlSlice report, ParleyError *error);

/* sqlite_fields.c: between a row in memory and the columns of a statement. */
void pl_sqlite_bind_fields(sqlite3_stmt *statement, int first, const PlNoun *noun, const void *row,
                           const PlRecord *record);
/* False when a column does not hold what its field may. Reports are looked up in `record`. */
bool pl_sqlite_read_fields(PlArena *arena, sqlite3_stmt *statement, int first, const PlNoun *noun,
                           void *row, const PlRecord *record);
void pl_sqlite_bind_text(sqlite3_stmt *statement, int column, PlSlice text);
PlSlice pl_sqlite_text(sqlite3_stmt *statement, int column);

#endif
