#include <stdlib.h>

#include "base/error.h"
#include "store/sqlite/sqlite_store.h"

static PlValue value_of(sqlite3_stmt *query, int column)
{
    switch (sqlite3_column_type(query, column)) {
    case SQLITE_INTEGER:
        return (PlValue){.type = PL_VALUE_INTEGER, .integer = sqlite3_column_int64(query, column)};
    case SQLITE_FLOAT:
        return (PlValue){.type = PL_VALUE_NUMBER, .number = sqlite3_column_double(query, column)};
    case SQLITE_NULL:
        return (PlValue){.type = PL_VALUE_NULL};
    default:
        return (PlValue){.type = PL_VALUE_TEXT, .text = pl_sqlite_text(query, column)};
    }
}

static ParleyStatus dump_rows(PlStore *store, const char **columns, PlValue *values, PlStoreRow row,
                              void *context, ParleyError *error)
{
    int n_columns = sqlite3_column_count(store->query);
    for (int i = 0; i < n_columns; i++)
        columns[i] = sqlite3_column_name(store->query, i);
    bool more = row(context, columns, NULL, (uint32_t)n_columns);
    while (more) {
        bool has_row;
        ParleyStatus status = pl_sqlite_step(store, &has_row, error);
        if (status || !has_row) return status;
        for (int i = 0; i < n_columns; i++)
            values[i] = value_of(store->query, i);
        more = row(context, columns, values, (uint32_t)n_columns);
    }
    return pl_error_set(error, PARLEY_CANNOT_WRITE, "the output cannot be written");
}

ParleyStatus pl_store_dump(PlStore *store, uint32_t table, PlStoreRow row, void *context,
                           ParleyError *error)
{
    PlTableInfo info = pl_sqlite_table(table);
    PlBuffer sql;
    pl_buffer_init(&sql);
    pl_buffer_puts(&sql, "SELECT ");
    pl_sqlite_put_columns(&sql, &info);
    pl_buffer_format(&sql, " FROM \"%s\" ORDER BY 1", info.noun->name);
    if (info.scope == PL_TABLE_OF_REPORT) pl_buffer_puts(&sql, ",2");
    pl_buffer_putc(&sql, 0);
    ParleyStatus status = sql.failed ? pl_sqlite_error(store, SQLITE_NOMEM, error)
                                     : pl_sqlite_prepare(store, sql.bytes, error);
    pl_buffer_clear(&sql);
    if (status) return status;
    size_t n_columns = (size_t)sqlite3_column_count(store->query);
    const char **columns = calloc(n_columns, sizeof *columns);
    PlValue *values = calloc(n_columns, sizeof *values);
    status = columns && values ? dump_rows(store, columns, values, row, context, error)
                               : pl_sqlite_error(store, SQLITE_NOMEM, error);
    free(columns);
    free(values);
    pl_sqlite_done(store);
    return status;
}
