#include "base/data.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int compare_name(const void *name, const void *file)
{
    return strcmp(name, ((const PlDataFile *)file)->name);
}

PlSlice pl_data_file(const char *name)
{
    const PlDataFile *file =
        bsearch(name, pl_data_files, pl_n_data_files, sizeof *pl_data_files, compare_name);
    assert(file && "a table of data/en is missing from the build");
    return (PlSlice){(const char *)file->bytes, file->len};
}

static bool is_comment(PlSlice line)
{
    PlSlice trimmed = pl_slice_trim(line);
    return trimmed.len == 0 || trimmed.ptr[0] == '#';
}

static uint32_t count(PlSlice text, char c)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += text.ptr[i] == c;
    return n;
}

static void name_columns(PlArena *arena, PlTable *table, PlSlice line)
{
    PlSlice cell;
    table->n_columns = count(line, '\t') + 1;
    table->columns = pl_arena_array(arena, PlSlice, table->n_columns);
    for (uint32_t column = 0; pl_slice_next(&line, '\t', &cell); column++)
        table->columns[column] = pl_slice_trim(cell);
}

PlTable pl_table_parse(PlArena *arena, PlSlice text, uint32_t *n_bad_rows)
{
    PlTable table = {0};
    uint32_t n_bad = 0;
    PlSlice rest = text;
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        if (is_comment(line)) continue;
        if (!table.columns) {
            name_columns(arena, &table, line);
            size_t n_most = count(rest, '\n') + (size_t)1;
            table.cells = pl_arena_array(arena, PlSlice, n_most * table.n_columns);
            continue;
        }
        PlSlice *row = table.cells + (size_t)table.n_rows++ * table.n_columns;
        PlSlice cell;
        for (uint32_t column = 0; column < table.n_columns && pl_slice_next(&line, '\t', &cell);
             column++)
            row[column] = pl_slice_trim(cell);
        n_bad += line.ptr != NULL;
    }
    if (n_bad_rows) *n_bad_rows = n_bad;
    return table;
}

bool pl_table_next_row(PlSlice *rows, PlSlice *row)
{
    while (pl_slice_next(rows, '\n', row))
        if (!is_comment(*row)) return true;
    return false;
}

PlSlice pl_table_rows(const char *name)
{
    PlSlice rows = pl_data_file(name);
    PlSlice columns;
    pl_table_next_row(&rows, &columns);
    return rows;
}

PlTable pl_table_load(PlArena *arena, const char *name)
{
    return pl_table_parse(arena, pl_data_file(name), NULL);
}

uint32_t pl_table_column(const PlTable *table, const char *name)
{
    for (uint32_t i = 0; i < table->n_columns; i++)
        if (pl_slice_is(table->columns[i], name)) return i;
    assert(false && "a table of data/en has no such column");
    return 0;
}

PlSlice pl_table_cell(const PlTable *table, uint32_t row, uint32_t column)
{
    assert(row < table->n_rows && column < table->n_columns);
    return table->cells[(size_t)row * table->n_columns + column];
}
