#include <stdio.h>
#include <string.h>

#include "api/parley_record.h"
#include "api/whole_file.h"
#include "base/error.h"
#include "base/json.h"

/* One table on its way to its file. */
typedef struct Export {
    PlStore *store;
    uint32_t table;
    ParleyFormat format;
    PlBuffer *out;
    ParleyError *error;
} Export;

/* ---- CSV (RFC 4180). Values are exact; views are where spreadsheets are thought of. ---- */

static void put_csv_text(PlBuffer *out, PlSlice text)
{
    bool quoted = false;
    for (size_t i = 0; i < text.len && !quoted; i++)
        quoted = memchr(",\"\r\n", text.ptr[i], 4) != NULL;
    if (!quoted) {
        pl_buffer_put(out, text);
        return;
    }
    pl_buffer_putc(out, '"');
    PlSlice rest = text;
    PlSlice part;
    for (bool first = true; pl_slice_next(&rest, '"', &part); first = false) {
        if (!first) pl_buffer_puts(out, "\"\"");
        pl_buffer_put(out, part);
    }
    pl_buffer_putc(out, '"');
}

/* values NULL: the header. */
static void put_csv_row(Export *e, const char *const *columns, const PlValue *values,
                        uint32_t n_columns)
{
    PlJson json; /* writes numbers that read back the same */
    pl_json_init(&json, e->out);
    for (uint32_t i = 0; i < n_columns; i++) {
        if (i) pl_buffer_putc(e->out, ',');
        if (!values)
            put_csv_text(e->out, pl_slice(columns[i]));
        else if (values[i].type == PL_VALUE_INTEGER)
            pl_json_integer(&json, values[i].integer);
        else if (values[i].type == PL_VALUE_NUMBER)
            pl_json_number(&json, values[i].number);
        else if (values[i].type == PL_VALUE_TEXT)
            put_csv_text(e->out, values[i].text);
    }
    pl_buffer_puts(e->out, "\r\n");
}

/* ---- JSON Lines ---- */

static void put_json_row(Export *e, const char *const *columns, const PlValue *values,
                         uint32_t n_columns)
{
    PlJson json;
    pl_json_init(&json, e->out);
    pl_json_object(&json);
    for (uint32_t i = 0; i < n_columns; i++) {
        pl_json_key(&json, columns[i]);
        switch (values[i].type) {
        case PL_VALUE_NULL:
            pl_json_null(&json);
            break;
        case PL_VALUE_INTEGER:
            pl_json_integer(&json, values[i].integer);
            break;
        case PL_VALUE_NUMBER:
            pl_json_number(&json, values[i].number);
            break;
        case PL_VALUE_TEXT:
            pl_json_string(&json, values[i].text);
            break;
        }
    }
    pl_json_end(&json);
    pl_buffer_putc(e->out, '\n');
}

static bool put_row(void *context, const char *const *columns, const PlValue *values,
                    uint32_t n_columns)
{
    Export *e = context;
    if (e->format == PARLEY_FORMAT_CSV)
        put_csv_row(e, columns, values, n_columns);
    else if (values)
        put_json_row(e, columns, values, n_columns);
    return !e->out->failed;
}

static ParleyStatus dump(void *context, PlBuffer *out)
{
    Export *e = context;
    e->out = out;
    return pl_store_dump(e->store, e->table, put_row, e, e->error);
}

ParleyStatus parley_record_export(ParleyRecord *record, ParleyFormat format, const char *folder,
                                  ParleyError *error)
{
    if (format != PARLEY_FORMAT_CSV && format != PARLEY_FORMAT_JSON)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT, "tables are exported as CSV or JSON Lines");
    ParleyStatus status = pl_record_refresh(record, NULL, error);
    if (!status) status = pl_whole_file_folder(folder, error);
    if (!status) status = pl_store_begin_reading(record->store, error);
    if (status) return status;
    for (uint32_t i = 0; i < pl_store_n_tables() && !status; i++) {
        char name[64];
        Export e = {.store = record->store, .table = i, .format = format, .error = error};
        snprintf(name, sizeof name, "%s.%s", pl_store_table(i),
                 format == PARLEY_FORMAT_JSON ? "jsonl" : "csv");
        status = pl_whole_file_write(folder, name, dump, &e, error);
    }
    pl_store_end_reading(record->store);
    return status;
}
