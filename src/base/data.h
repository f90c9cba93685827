/* Data files: the tables of data/en, built into the program by tools/embed.c.
 *
 * A table is UTF-8 text, one row a line, cells split by one tab. The first line that is neither
 * empty nor a '#' comment names the columns; a row may leave its last cells out. A linguist edits
 * the file; a build or the unit test of its layer tells of a row with too many cells.
 *
 * threads  read-only, shared
 */
#ifndef PL_BASE_DATA_H
#define PL_BASE_DATA_H

#include "base/vec.h"

typedef struct PlDataFile {
    const char *name; /* below data/en, e.g. "countries.tsv" or "issues/security.tsv" */
    const unsigned char *bytes;
    size_t len;
} PlDataFile;

extern const PlDataFile pl_data_files[]; /* [pl_n_data_files], sorted by name */
extern const unsigned pl_n_data_files;

typedef struct PlTable {
    uint32_t n_columns;
    uint32_t n_rows;
    PlSlice *cells;   /* [n_rows][n_columns]; borrowed from the data file; absent = empty */
    PlSlice *columns; /* [n_columns] */
} PlTable;

/* The bytes of a data file; asserts that it exists: a missing table is a broken build. */
PlSlice pl_data_file(const char *name);

/* Splits `text` into cells. Rows with more cells than columns lose the surplus and are counted in
 * `*n_bad_rows` (may be NULL). Cells are trimmed. */
PlTable pl_table_parse(PlArena *arena, PlSlice text, uint32_t *n_bad_rows);
/* pl_table_parse of pl_data_file. */
PlTable pl_table_load(PlArena *arena, const char *name);
/* For tables that are read once a process, without an arena: the rows of a data file, behind the
 * line that names the columns; then row by row, comments left out. Cells are split at tabs. */
PlSlice pl_table_rows(const char *name);
bool pl_table_next_row(PlSlice *rows, PlSlice *row);
/* The column called `name`; asserts that there is one. */
uint32_t pl_table_column(const PlTable *table, const char *name);
PlSlice pl_table_cell(const PlTable *table, uint32_t row, uint32_t column);

#endif
