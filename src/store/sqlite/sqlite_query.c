#include "store/sqlite/sqlite_store.h"

ParleyStatus pl_sqlite_exec(PlStore *store, const char *sql, ParleyError *error)
{
    int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? PARLEY_OK : pl_sqlite_error(store, code, error);
}

void pl_sqlite_done(PlStore *store)
{
    sqlite3_finalize(store->query);
    store->query = NULL;
}

ParleyStatus pl_sqlite_prepare(PlStore *store, const char *sql, ParleyError *error)
{
    pl_sqlite_done(store);
    int code = sqlite3_prepare_v2(store->db, sql, -1, &store->query, NULL);
    return code == SQLITE_OK ? PARLEY_OK : pl_sqlite_error(store, code, error);
}

ParleyStatus pl_sqlite_prepare_kept(PlStore *store, sqlite3_stmt **statement, const char *sql,
                                    ParleyError *error)
{
    if (*statement) {
        sqlite3_reset(*statement);
        return PARLEY_OK;
    }
    int code = sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);
    return code == SQLITE_OK ? PARLEY_OK : pl_sqlite_error(store, code, error);
}

ParleyStatus pl_sqlite_step(PlStore *store, bool *has_row, ParleyError *error)
{
    int code = sqlite3_step(store->query);
    *has_row = code == SQLITE_ROW;
    if (code == SQLITE_ROW || code == SQLITE_DONE) return PARLEY_OK;
    return pl_sqlite_error(store, code, error);
}

ParleyStatus pl_sqlite_run(PlStore *store, sqlite3_stmt *statement, ParleyError *error)
{
    int code = sqlite3_step(statement);
    ParleyStatus status =
        code == SQLITE_DONE || code == SQLITE_ROW ? PARLEY_OK : pl_sqlite_error(store, code, error);
    sqlite3_reset(statement);
    return status;
}

ParleyStatus pl_sqlite_integer(PlStore *store, const char *sql, int64_t *value, ParleyError *error)
{
    ParleyStatus status = pl_sqlite_prepare(store, sql, error);
    bool has_row = false;
    if (!status) status = pl_sqlite_step(store, &has_row, error);
    *value = !status && has_row ? sqlite3_column_int64(store->query, 0) : 0;
    pl_sqlite_done(store);
    return status;
}
