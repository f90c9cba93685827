/* List: rows of one kind, and their three forms.
 *
 * text   a table that fits the width, or, where a table would be too narrow to read, one block a
 *        row; references last
 * JSON   one array of objects, evidence last
 * CSV    RFC 4180 with a head row; places in evidence as report:start-end, split by spaces
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_VIEW_LIST_H
#define PL_VIEW_LIST_H

#include "view/evidence.h"

typedef enum PlCellKind {
    PL_CELL_TEXT,   /* empty is null */
    PL_CELL_NUMBER, /* NaN is null */
    PL_CELL_TEXTS,  /* an array of strings */
    PL_CELL_OBJECTS /* an array of objects with the column's item_keys */
} PlCellKind;

enum { PL_CELL_MOST_KEYS = 3 };

typedef struct PlCellItem {
    PlSlice values[PL_CELL_MOST_KEYS]; /* PL_CELL_TEXTS: the first */
} PlCellItem;

typedef struct PlCell {
    PlSlice text;       /* items: what people read, made from them when empty */
    PlSlice for_people; /* in a table instead of `text`, when not empty: a date, an issue's name */
    double number;
    PL_VEC(PlCellItem) items;
} PlCell;

typedef struct PlColumn {
    const char *key;
    const char *heading; /* of the table; NULL = JSON and CSV only */
    PlCellKind kind;
    const char *item_keys[PL_CELL_MOST_KEYS]; /* PL_CELL_OBJECTS */
} PlColumn;

enum { PL_LIST_MOST_COLUMNS = 16 };

typedef struct PlListRow {
    PlCell *cells;       /* [n_columns] */
    PlEvidence evidence; /* sorted */
} PlListRow;

typedef struct PlList {
    const char *what; /* "people": for an empty list */
    const PlColumn *columns;
    uint32_t n_columns;
    bool without_evidence;
    PL_VEC(PlListRow) rows;
} PlList;

/* The row holds until the next one. `list` has its columns. */
PlListRow *pl_list_add_row(PlArena *arena, PlList *list);
void pl_cell_add(PlArena *arena, PlCell *cell, PlSlice a, PlSlice b, PlSlice c);

void pl_list_write_text(PlPage *page, const PlRecord *record, const PlList *list);
void pl_list_write_json(PlBuffer *out, const PlRecord *record, const PlList *list);
void pl_list_write_csv(PlArena *arena, PlBuffer *out, const PlRecord *record, const PlList *list);

#endif
