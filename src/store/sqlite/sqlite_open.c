#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "store/sqlite/sqlite_store.h"

enum { BUSY_MILLISECONDS = 5000 };

/* What can be told of the path before SQLite looks at it. */
static ParleyStatus look_at(const char *path, ParleyRecordMode mode, ParleyError *error)
{
    struct stat info;
    if (stat(path, &info) == 0) {
        if (S_ISDIR(info.st_mode))
            return pl_error_set(error, PARLEY_BAD_RECORD,
                                "%s: is a folder; name a file in it for the record", path);
        return PARLEY_OK;
    }
    if (errno == EACCES)
        return pl_error_set(error, PARLEY_UNREADABLE,
                            "%s: no permission to look at it; change its folder's permissions",
                            path);
    if (mode == PARLEY_RECORD_READ)
        return pl_error_set(error, PARLEY_NOT_FOUND,
                            "%s: no record here; make one with `parley read REPORT...`, or name "
                            "it with --db",
                            path);
    return PARLEY_OK;
}

static ParleyStatus open_database(PlStore *store, const char *path, int flags, ParleyError *error)
{
    int code = sqlite3_open_v2(path, &store->db, flags | SQLITE_OPEN_EXRESCODE, NULL);
    if (code) return pl_sqlite_error(store, code, error);
    sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
    /* FULL: a commit that returns survives a power cut. */
    return pl_sqlite_exec(store,
                          "PRAGMA foreign_keys=ON;PRAGMA synchronous=FULL;"
                          "PRAGMA trusted_schema=OFF;",
                          error);
}

/* A record on a medium that cannot be written has no place for the files that SQLite keeps beside a
 * database; as nobody can write it, it can be read without them. */
static ParleyStatus open_immutable(PlStore *store, ParleyError *error)
{
    sqlite3_close(store->db);
    store->db = NULL;
    PlBuffer uri;
    pl_buffer_init(&uri);
    pl_buffer_puts(&uri, "file:");
    for (const char *c = store->path; *c; c++) {
        if (strchr("%?#", *c))
            pl_buffer_format(&uri, "%%%02x", (unsigned char)*c);
        else
            pl_buffer_putc(&uri, *c);
    }
    pl_buffer_puts(&uri, "?immutable=1");
    pl_buffer_putc(&uri, 0);
    ParleyStatus status =
        uri.failed ? pl_sqlite_error(store, SQLITE_NOMEM, error)
                   : open_database(store, uri.bytes, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
    pl_buffer_clear(&uri);
    return status;
}

static bool has_log(const PlStore *store)
{
    size_t len = strlen(store->path);
    char *log = malloc(len + sizeof "-wal");
    if (!log) return true;
    memcpy(log, store->path, len);
    memcpy(log + len, "-wal", sizeof "-wal");
    bool there = access(log, F_OK) == 0;
    free(log);
    return there;
}

static ParleyStatus open_store(PlStore *store, ParleyRecordMode mode, ParleyError *error)
{
    int flags = SQLITE_OPEN_READWRITE;
    if (mode == PARLEY_RECORD_CREATE) flags |= SQLITE_OPEN_CREATE;
    ParleyStatus status = open_database(store, store->path, flags, error);
    if (!status) status = pl_sqlite_migrate(store, mode, error);
    if (status == PARLEY_READ_ONLY && mode == PARLEY_RECORD_READ && !has_log(store)) {
        status = open_immutable(store, error);
        if (!status) status = pl_sqlite_migrate(store, mode, error);
    }
    return status;
}

ParleyStatus pl_store_open(const char *path, ParleyRecordMode mode, PlStore **store,
                           ParleyError *error)
{
    *store = NULL;
    ParleyStatus status = look_at(path, mode, error);
    if (status) return status;
    PlStore *opened = calloc(1, sizeof *opened);
    if (opened) opened->path = strdup(path);
    if (opened) opened->inserts = calloc(pl_store_n_tables(), sizeof *opened->inserts);
    if (!opened || !opened->path || !opened->inserts) {
        pl_store_close(opened);
        return pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory", path);
    }
    status = open_store(opened, mode, error);
    if (status) {
        pl_store_close(opened);
        return status;
    }
    *store = opened;
    return PARLEY_OK;
}

void pl_store_close(PlStore *store)
{
    if (!store) return;
    if (store->db) {
        pl_store_rollback(store);
        for (uint32_t i = 0; i < pl_store_n_tables(); i++)
            sqlite3_finalize(store->inserts[i]);
        sqlite3_finalize(store->insert_sentence_words);
        sqlite3_finalize(store->find_report);
        sqlite3_close(store->db);
    }
    free(store->inserts);
    free(store->path);
    free(store);
}

ParleyStatus pl_store_begin(PlStore *store, ParleyError *error)
{
    pl_sqlite_done(store);
    ParleyStatus status = pl_sqlite_exec(store, "BEGIN IMMEDIATE", error);
    store->in_transaction = !status;
    return status;
}

ParleyStatus pl_store_commit(PlStore *store, ParleyError *error)
{
    pl_sqlite_done(store);
    ParleyStatus status = pl_sqlite_exec(store, "COMMIT", error);
    if (status)
        pl_store_rollback(store);
    else
        store->in_transaction = false;
    return status;
}

void pl_store_rollback(PlStore *store)
{
    pl_sqlite_done(store);
    /* After some errors SQLite has rolled back by itself. */
    if (!sqlite3_get_autocommit(store->db)) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    store->in_transaction = false;
}

ParleyStatus pl_store_begin_reading(PlStore *store, ParleyError *error)
{
    pl_sqlite_done(store);
    return pl_sqlite_exec(store, "BEGIN", error);
}

void pl_store_end_reading(PlStore *store)
{
    pl_store_rollback(store);
}
