#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/parley_record.h"
#include "base/error.h"
#include "base/json.h"

/* One table on its way to its file. Under another name until it is whole: a reader of the folder
 * sees the old file or the new one. */
typedef struct Export {
    ParleyFormat format;
    int file;
    PlBuffer out;
    int write_errno;
} Export;

static bool write_file(void *context, const char *bytes, size_t len)
{
    Export *e = context;
    while (len) {
        ssize_t n = write(e->file, bytes, len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            e->write_errno = errno;
            return false;
        }
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

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
    pl_json_init(&json, &e->out);
    for (uint32_t i = 0; i < n_columns; i++) {
        if (i) pl_buffer_putc(&e->out, ',');
        if (!values)
            put_csv_text(&e->out, pl_slice(columns[i]));
        else if (values[i].type == PL_VALUE_INTEGER)
            pl_json_integer(&json, values[i].integer);
        else if (values[i].type == PL_VALUE_NUMBER)
            pl_json_number(&json, values[i].number);
        else if (values[i].type == PL_VALUE_TEXT)
            put_csv_text(&e->out, values[i].text);
    }
    pl_buffer_puts(&e->out, "\r\n");
}

/* ---- JSON Lines ---- */

static void put_json_row(Export *e, const char *const *columns, const PlValue *values,
                         uint32_t n_columns)
{
    PlJson json;
    pl_json_init(&json, &e->out);
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
    pl_buffer_putc(&e->out, '\n');
}

static bool put_row(void *context, const char *const *columns, const PlValue *values,
                    uint32_t n_columns)
{
    Export *e = context;
    if (e->format == PARLEY_FORMAT_CSV)
        put_csv_row(e, columns, values, n_columns);
    else if (values)
        put_json_row(e, columns, values, n_columns);
    return !e->out.failed;
}

/* ---- files ---- */

static ParleyStatus file_error(const char *path, int code, ParleyError *error)
{
    if (code == ENOSPC || code == EFBIG || code == EDQUOT)
        return pl_error_set(error, PARLEY_DISK_FULL,
                            "%s: the disk is full; make room and try again", path);
    if (code == EACCES || code == EPERM || code == EROFS)
        return pl_error_set(error, PARLEY_READ_ONLY,
                            "%s: cannot be written; change the folder's permissions or give "
                            "another folder",
                            path);
    return pl_error_set(error, PARLEY_SYSTEM, "%s: cannot be written: %s", path, strerror(code));
}

static ParleyStatus dump_into(PlStore *store, uint32_t table, Export *e, const char *path,
                              ParleyError *error)
{
    pl_buffer_init_sink(&e->out, (ParleySink){write_file, e});
    ParleyStatus status = pl_store_dump(store, table, put_row, e, error);
    bool written = pl_buffer_flush(&e->out);
    pl_buffer_clear(&e->out);
    if (status && status != PARLEY_CANNOT_WRITE) return status;
    if (e->write_errno) return file_error(path, e->write_errno, error);
    if (!written) return pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory", path);
    return status;
}

/* part: the file's name while it is not whole. */
static ParleyStatus write_table(PlStore *store, uint32_t table, ParleyFormat format,
                                const char *part, const char *path, ParleyError *error)
{
    Export e = {.format = format};
    e.file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (e.file < 0) return file_error(part, errno, error);
    ParleyStatus status = dump_into(store, table, &e, path, error);
    if (close(e.file) && !status) status = file_error(path, errno, error);
    if (!status && rename(part, path)) status = file_error(path, errno, error);
    if (status) unlink(part);
    return status;
}

static ParleyStatus export_table(PlStore *store, uint32_t table, ParleyFormat format,
                                 const char *folder, ParleyError *error)
{
    PlBuffer names; /* both, each with its NUL */
    pl_buffer_init(&names);
    const char *ending = format == PARLEY_FORMAT_JSON ? "jsonl" : "csv";
    pl_buffer_format(&names, "%s/%s.%s", folder, pl_store_table(table), ending);
    pl_buffer_putc(&names, 0);
    size_t part = names.len;
    pl_buffer_format(&names, "%s/.%s.%s.%ld", folder, pl_store_table(table), ending,
                     (long)getpid());
    pl_buffer_putc(&names, 0);
    ParleyStatus status =
        names.failed ? pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory", folder)
                     : write_table(store, table, format, names.bytes + part, names.bytes, error);
    pl_buffer_clear(&names);
    return status;
}

static ParleyStatus make_folder(const char *folder, ParleyError *error)
{
    if (mkdir(folder, 0777) == 0) return PARLEY_OK;
    int code = errno;
    struct stat info;
    if (code == EEXIST && stat(folder, &info) == 0 && S_ISDIR(info.st_mode)) return PARLEY_OK;
    if (code == EEXIST)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "%s: is a file; name a folder for the tables", folder);
    if (code == ENOENT)
        return pl_error_set(error, PARLEY_NOT_FOUND,
                            "%s: the folder that it lies in does not exist; make that first",
                            folder);
    return file_error(folder, code, error);
}

ParleyStatus parley_record_export(ParleyRecord *record, ParleyFormat format, const char *folder,
                                  ParleyError *error)
{
    if (format != PARLEY_FORMAT_CSV && format != PARLEY_FORMAT_JSON)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT, "tables are exported as CSV or JSON Lines");
    ParleyStatus status = pl_record_refresh(record, NULL, error);
    if (!status) status = make_folder(folder, error);
    if (!status) status = pl_store_begin_reading(record->store, error);
    if (status) return status;
    for (uint32_t i = 0; i < pl_store_n_tables() && !status; i++)
        status = export_table(record->store, i, format, folder, error);
    pl_store_end_reading(record->store);
    return status;
}
