#include "text/user_table.h"

#include <assert.h>
#include <stdio.h>

#include "base/error.h"
#include "bytes/file.h"
#include "text/utf8.h"

enum { SHOWN_BYTES = 60 };

PlSlice pl_user_table_shown(PlSlice words)
{
    if (words.len <= SHOWN_BYTES) return words;
    words.len = SHOWN_BYTES;
    while (words.len && (words.ptr[words.len] & 0xc0) == 0x80)
        words.len--;
    return words;
}

void pl_user_table_refuse(PlUserTable *table, PlRefusal refusal)
{
    table->n_refused++;
    if (!table->notice) return;
    ParleyError line;
    PlSlice words = pl_user_table_shown(refusal.words);
    char other[32] = "";
    if (refusal.other_line) snprintf(other, sizeof other, " %u", (unsigned)refusal.other_line);
    pl_error_set(&line, PARLEY_BAD_INPUT, "%s, line %u: \"%.*s\" %s%s; the line is not used",
                 pl_path_shown(table->file), (unsigned)table->line, PL_PRI(words), refusal.why,
                 other);
    table->notice(table->context, PARLEY_NOTICE_WARNING, line.message);
}

static ParleyStatus bad_header(const PlUserTable *table, PlSlice words, const char *why,
                               ParleyError *error)
{
    words = pl_user_table_shown(words);
    return pl_error_set(error, PARLEY_BAD_INPUT,
                        "%s, line %u: \"%.*s\" %s; the first line names the columns, with one tab "
                        "between: %s",
                        pl_path_shown(table->file), (unsigned)table->line, PL_PRI(words), why,
                        table->listed);
}

static ParleyStatus read_header(PlUserTable *table, PlSlice header, ParleyError *error)
{
    PlSlice cell;
    while (pl_slice_next(&header, '\t', &cell)) {
        PlSlice name = pl_slice_trim(cell);
        uint32_t column = 0;
        while (column < table->n_columns && !pl_slice_is_nocase(name, table->columns[column]))
            column++;
        if (column == table->n_columns) return bad_header(table, name, "is no column", error);
        if (table->cell_of[column] >= 0) return bad_header(table, name, "is there twice", error);
        table->cell_of[column] = (int)table->n_cells++;
    }
    return PARLEY_OK;
}

/* The next line that says something; false at the end. */
static bool next_line(PlUserTable *table, PlSlice *line)
{
    while (pl_slice_next(&table->rest, '\n', line)) {
        table->line++;
        PlSlice trimmed = pl_slice_trim(*line);
        if (trimmed.len && trimmed.ptr[0] != '#') return true;
    }
    return false;
}

ParleyStatus pl_user_table_open(PlUserTable *table, PlSlice text, ParleyError *error)
{
    assert(table->n_columns <= PL_USER_TABLE_COLUMNS);
    if (pl_slice_starts(text, "\xef\xbb\xbf")) text = (PlSlice){text.ptr + 3, text.len - 3};
    table->rest = text;
    table->line = table->n_refused = table->n_cells = 0;
    for (uint32_t i = 0; i < PL_USER_TABLE_COLUMNS; i++)
        table->cell_of[i] = -1;
    PlSlice header;
    ParleyStatus status = next_line(table, &header) ? read_header(table, header, error) : PARLEY_OK;
    for (uint32_t i = 0; i < table->n_columns && !status; i++)
        if ((table->needed >> i & 1) && table->cell_of[i] < 0)
            return bad_header(table, pl_slice(table->columns[i]), "is missing", error);
    return status;
}

/* False: the line has more cells than the first. */
static bool cut(const PlUserTable *table, PlSlice line, PlSlice *cells)
{
    for (uint32_t i = 0; i < PL_USER_TABLE_COLUMNS; i++)
        cells[i] = (PlSlice){0};
    PlSlice cell;
    uint32_t n = 0;
    for (; pl_slice_next(&line, '\t', &cell); n++)
        for (uint32_t i = 0; i < table->n_columns; i++)
            if (table->cell_of[i] == (int)n) cells[i] = pl_slice_trim(cell);
    return n <= table->n_cells;
}

bool pl_user_table_next(PlUserTable *table, PlSlice *cells)
{
    PlSlice line;
    while (next_line(table, &line)) {
        uint32_t n_replaced = 0;
        PlSlice repaired = pl_utf8_repair(table->arena, line, &n_replaced);
        if (n_replaced)
            pl_user_table_refuse(table, (PlRefusal){repaired, "is not UTF-8", 0});
        else if (!cut(table, line, cells))
            pl_user_table_refuse(table, (PlRefusal){line, "has more cells than the header", 0});
        else
            return true;
    }
    return false;
}
