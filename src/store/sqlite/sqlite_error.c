#include <errno.h>

#include "base/error.h"
#include "store/sqlite/sqlite_store.h"

static bool is_full(int code, int system_code)
{
    if (code == SQLITE_FULL) return true;
    if ((code & 0xff) != SQLITE_IOERR) return false;
    return system_code == ENOSPC || system_code == EFBIG || system_code == EDQUOT;
}

ParleyStatus pl_sqlite_damaged(PlStore *store, const char *where, ParleyError *error)
{
    return pl_error_set(error, PARLEY_BAD_RECORD,
                        "%s: damaged (%s); move it away and read the reports again", store->path,
                        where);
}

ParleyStatus pl_sqlite_error(PlStore *store, int code, ParleyError *error)
{
    const char *path = store->path;
    int system_code = errno; /* SQLite does not note that of a write in a commit */
    int extended = store->db ? sqlite3_extended_errcode(store->db) : code;
    if (store->db && sqlite3_system_errno(store->db)) system_code = sqlite3_system_errno(store->db);
    if (is_full(code, system_code) || is_full(extended, system_code))
        return pl_error_set(error, PARLEY_DISK_FULL,
                            "%s: the disk is full; make room and read the rest again: what was "
                            "acknowledged is kept",
                            path);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return pl_error_set(error, PARLEY_LOCKED,
                            "%s: another process is writing to it; try again when it is done",
                            path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return pl_error_set(error, PARLEY_READ_ONLY,
                            "%s: cannot be written; change its permissions or its folder's, or "
                            "give another file with --db",
                            path);
    case SQLITE_CANTOPEN:
        return pl_error_set(error, PARLEY_READ_ONLY,
                            "%s: cannot be opened or made; check that its folder exists and can "
                            "be written, or give another file with --db",
                            path);
    case SQLITE_NOTADB:
        return pl_error_set(error, PARLEY_BAD_RECORD,
                            "%s: is not a Parley record; give another file with --db", path);
    case SQLITE_CORRUPT:
        return pl_sqlite_damaged(store, sqlite3_errstr(code), error);
    case SQLITE_ERROR: /* our statements fit our tables: these are not ours any more */
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
        return pl_sqlite_damaged(store, store->db ? sqlite3_errmsg(store->db) : "schema", error);
    case SQLITE_NOMEM:
        return pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory", path);
    default:
        return pl_error_set(error, PARLEY_SYSTEM, "%s: %s", path,
                            store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(code));
    }
}
