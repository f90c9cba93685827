#include <assert.h>
#include <math.h>
#include <string.h>

#include "store/sqlite/sqlite_store.h"

void pl_sqlite_bind_text(sqlite3_stmt *statement, int column, PlSlice text)
{
    /* Borrowed: every row is stepped before it is changed. */
    if (text.len)
        sqlite3_bind_text64(statement, column, text.ptr, text.len, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(statement, column);
}

PlSlice pl_sqlite_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    if (!text) return (PlSlice){0};
    return (PlSlice){text, (size_t)sqlite3_column_bytes(statement, column)};
}

static void bind_span(sqlite3_stmt *statement, int column, PlSpan span)
{
    if (pl_span_empty(span)) {
        sqlite3_bind_null(statement, column);
        sqlite3_bind_null(statement, column + 1);
    } else {
        sqlite3_bind_int64(statement, column, span.start_byte);
        sqlite3_bind_int64(statement, column + 1, span.end_byte);
    }
}

static void bind_index(sqlite3_stmt *statement, int column, int32_t index)
{
    if (index < 0)
        sqlite3_bind_null(statement, column);
    else
        sqlite3_bind_int64(statement, column, index);
}

static void bind_name(sqlite3_stmt *statement, int column, const PlField *field, uint32_t value)
{
    assert(value < field->n_names);
    sqlite3_bind_text(statement, column, field->names[value], -1, SQLITE_STATIC);
}

/* Members are read as bytes: a field of any struct by its offset. */
#define MEMBER(type, row, field)                                                                   \
    (*(const type *)(const void *)((const char *)(row) + (field)->offset))

void pl_sqlite_bind_fields(sqlite3_stmt *statement, int first, const PlNoun *noun, const void *row,
                           const PlRecord *record)
{
    int column = first;
    for (uint32_t i = 0; i < noun->n_fields; i++, column++) {
        const PlField *field = &noun->fields[i];
        switch (field->type) {
        case PL_FIELD_TEXT:
            pl_sqlite_bind_text(statement, column, MEMBER(PlSlice, row, field));
            break;
        case PL_FIELD_SPAN:
            bind_span(statement, column++, MEMBER(PlSpan, row, field));
            break;
        case PL_FIELD_INDEX:
            bind_index(statement, column, MEMBER(int32_t, row, field));
            break;
        case PL_FIELD_REPORT:
            pl_sqlite_bind_text(statement, column,
                                record->reports[MEMBER(int32_t, row, field)].article.metadata.id);
            break;
        case PL_FIELD_COUNT:
            sqlite3_bind_int64(statement, column, MEMBER(uint32_t, row, field));
            break;
        case PL_FIELD_FLAG:
            sqlite3_bind_int64(statement, column, MEMBER(uint8_t, row, field));
            break;
        case PL_FIELD_NUMBER:
            sqlite3_bind_double(statement, column, MEMBER(double, row, field)); /* NaN: NULL */
            break;
        case PL_FIELD_NAME:
            bind_name(statement, column, field, MEMBER(uint32_t, row, field));
            break;
        }
    }
}

static bool read_uint32(sqlite3_stmt *statement, int column, uint32_t *value)
{
    int64_t wide = sqlite3_column_int64(statement, column);
    *value = (uint32_t)wide;
    return wide >= 0 && wide <= UINT32_MAX;
}

static bool read_span(sqlite3_stmt *statement, int column, PlSpan *span)
{
    return read_uint32(statement, column, &span->start_byte) &&
           read_uint32(statement, column + 1, &span->end_byte) &&
           span->start_byte <= span->end_byte;
}

static bool read_index(sqlite3_stmt *statement, int column, int32_t *index)
{
    *index = -1;
    if (sqlite3_column_type(statement, column) == SQLITE_NULL) return true;
    int64_t wide = sqlite3_column_int64(statement, column);
    *index = (int32_t)wide;
    return wide >= 0 && wide <= INT32_MAX;
}

static bool read_report(sqlite3_stmt *statement, int column, const PlRecord *record,
                        int32_t *report)
{
    PlSlice id = pl_sqlite_text(statement, column);
    uint32_t low = 0;
    uint32_t high = record->n_reports;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = pl_slice_compare(record->reports[middle].article.metadata.id, id);
        *report = (int32_t)middle;
        if (order == 0) return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool read_name(sqlite3_stmt *statement, int column, const PlField *field, uint32_t *value)
{
    PlSlice name = pl_sqlite_text(statement, column);
    for (*value = 0; *value < field->n_names; ++*value)
        if (pl_slice_is(name, field->names[*value])) return true;
    return false;
}

static bool read_flag(sqlite3_stmt *statement, int column, uint8_t *flag)
{
    int64_t wide = sqlite3_column_int64(statement, column);
    *flag = (uint8_t)wide;
    return wide >= 0 && wide <= UINT8_MAX;
}

bool pl_sqlite_read_fields(PlArena *arena, sqlite3_stmt *statement, int first, const PlNoun *noun,
                           void *row, const PlRecord *record)
{
    int column = first;
    for (uint32_t i = 0; i < noun->n_fields; i++, column++) {
        const PlField *field = &noun->fields[i];
        void *member = (char *)row + field->offset;
        bool good = true;
        switch (field->type) {
        case PL_FIELD_TEXT: {
            PlSlice text = pl_sqlite_text(statement, column);
            *(PlSlice *)member = text.len ? pl_arena_copy(arena, text) : text;
            break;
        }
        case PL_FIELD_SPAN:
            good = read_span(statement, column++, member);
            break;
        case PL_FIELD_INDEX:
            good = read_index(statement, column, member);
            break;
        case PL_FIELD_REPORT:
            good = read_report(statement, column, record, member);
            break;
        case PL_FIELD_COUNT:
            good = read_uint32(statement, column, member);
            break;
        case PL_FIELD_FLAG:
            good = read_flag(statement, column, member);
            break;
        case PL_FIELD_NUMBER:
            *(double *)member = sqlite3_column_type(statement, column) == SQLITE_NULL
                                    ? (double)NAN
                                    : sqlite3_column_double(statement, column);
            break;
        case PL_FIELD_NAME:
            good = read_name(statement, column, field, member);
            break;
        }
        if (!good) return false;
    }
    return true;
}
