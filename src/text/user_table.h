/* User table: a table that a user wrote, read line by line.
 *
 * UTF-8, one tab between cells, the first line names the columns in any order; empty lines and
 * lines that begin with '#' are passed over. A line that cannot be used is told of with its number
 * and the reason, and the rest is used. The program's own tables are read by base/data.h, which
 * trusts them.
 *
 * limits   PL_USER_TABLE_COLUMNS columns
 * owner    cells are borrowed from the text; repairs live in the arena
 * cost     linear
 * threads  one a table
 * errors   PARLEY_BAD_INPUT for a first line that does not name the columns
 */
#ifndef PL_TEXT_USER_TABLE_H
#define PL_TEXT_USER_TABLE_H

#include "bytes/input.h"

enum { PL_USER_TABLE_COLUMNS = 8 };

/* What is wrong with a line: the words that it is about, and why. */
typedef struct PlRefusal {
    PlSlice words;
    const char *why;     /* "is no date" */
    uint32_t other_line; /* that `why` ends with; 0 = none */
} PlRefusal;

typedef struct PlUserTable {
    PlArena *arena;
    const char *file;           /* as messages name it */
    const char *const *columns; /* [n_columns], as `cells` has them */
    uint32_t n_columns;
    uint32_t needed;      /* bits of columns that the first line must name */
    const char *listed;   /* the columns, for people */
    PlInputNotice notice; /* may be NULL */
    void *context;
    /* Set by the calls. */
    PlSlice rest;
    uint32_t line;      /* of the cells last read, 1-based */
    uint32_t n_refused; /* lines */
    uint32_t n_cells;
    int cell_of[PL_USER_TABLE_COLUMNS]; /* -1 = no such column */
} PlUserTable;

/* Reads the first line. The members above "Set by the calls" are given. */
ParleyStatus pl_user_table_open(PlUserTable *table, PlSlice text, ParleyError *error);
/* The cells of the next line that has no more than the first, by column, trimmed; false at the end.
 * cells: [PL_USER_TABLE_COLUMNS] */
bool pl_user_table_next(PlUserTable *table, PlSlice *cells);
/* Tells that the line last read is not used, and counts it. */
void pl_user_table_refuse(PlUserTable *table, PlRefusal refusal);

/* The start of `words`, cut between characters, as messages quote it. */
PlSlice pl_user_table_shown(PlSlice words);

#endif
