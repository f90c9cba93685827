#include "view/list.h"

#include <inttypes.h>
#include <math.h>

#include "view/escape.h"

PlListRow *pl_list_add_row(PlArena *arena, PlList *list)
{
    PlListRow *row = pl_vec_push(arena, &list->rows);
    row->cells = pl_arena_array(arena, PlCell, list->n_columns);
    return row;
}

void pl_cell_add(PlArena *arena, PlCell *cell, PlSlice a, PlSlice b, PlSlice c)
{
    *pl_vec_push(arena, &cell->items) = (PlCellItem){{a, b, c}};
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static void write_items(PlJson *json, const PlColumn *column, const PlCell *cell)
{
    pl_json_array(json);
    for (uint32_t i = 0; i < cell->items.n; i++) {
        const PlCellItem *item = &cell->items.items[i];
        if (column->kind == PL_CELL_TEXTS) {
            pl_json_string(json, item->values[0]);
            continue;
        }
        pl_json_object(json);
        for (uint32_t k = 0; k < PL_CELL_MOST_KEYS && column->item_keys[k]; k++) {
            pl_json_key(json, column->item_keys[k]);
            pl_json_string_or_null(json, item->values[k]);
        }
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_cell(PlJson *json, const PlColumn *column, const PlCell *cell)
{
    pl_json_key(json, column->key);
    switch (column->kind) {
    case PL_CELL_TEXT:
        pl_json_string_or_null(json, cell->text);
        break;
    case PL_CELL_NUMBER:
        pl_json_number(json, cell->number);
        break;
    case PL_CELL_TEXTS:
    case PL_CELL_OBJECTS:
        write_items(json, column, cell);
    }
}

void pl_list_write_json(PlBuffer *out, const PlRecord *record, const PlList *list)
{
    PlJson json;
    pl_json_init(&json, out);
    pl_json_array(&json);
    for (uint32_t r = 0; r < list->rows.n; r++) {
        const PlListRow *row = &list->rows.items[r];
        pl_json_object(&json);
        for (uint32_t c = 0; c < list->n_columns; c++)
            write_cell(&json, &list->columns[c], &row->cells[c]);
        if (!list->without_evidence) {
            pl_json_key(&json, "evidence");
            pl_evidence_write_json(&json, record, &row->evidence);
        }
        pl_json_end(&json);
    }
    pl_json_end(&json);
    pl_buffer_putc(out, '\n');
}

/* ---- CSV ------------------------------------------------------------------------------------ */

static PlSlice join_items(PlArena *arena, const PlCell *cell)
{
    PlRich joined = {0};
    for (uint32_t i = 0; i < cell->items.n; i++) {
        if (i > 0) pl_rich_puts(arena, &joined, PL_STYLE_PLAIN, "; ");
        pl_rich_add(arena, &joined, PL_STYLE_PLAIN, cell->items.items[i].values[0]);
    }
    return (PlSlice){joined.bytes, joined.n_bytes};
}

static PlSlice cell_text(PlArena *arena, const PlColumn *column, const PlCell *cell)
{
    if (column->kind == PL_CELL_NUMBER)
        return isnan(cell->number) ? (PlSlice){0} : pl_arena_format(arena, "%.10g", cell->number);
    if (cell->text.len || cell->items.n == 0) return cell->text;
    return join_items(arena, cell);
}

/* The field is one, whatever its ids hold: it is put together before it is escaped. */
static PlSlice csv_evidence(PlArena *arena, const PlRecord *record, const PlEvidence *evidence)
{
    PlRich joined = {0};
    for (uint32_t i = 0; i < evidence->n; i++) {
        PlPlaceInReport place = evidence->items[i];
        PlSlice id = record->reports[place.report].article.metadata.id;
        pl_rich_space(arena, &joined);
        pl_rich_add(arena, &joined, PL_STYLE_PLAIN,
                    pl_arena_format(arena, "%.*s:%" PRIu32 "-%" PRIu32, PL_PRI(id),
                                    place.span.start_byte, place.span.end_byte));
    }
    return (PlSlice){joined.bytes, joined.n_bytes};
}

void pl_list_write_csv(PlArena *arena, PlBuffer *out, const PlRecord *record, const PlList *list)
{
    for (uint32_t c = 0; c < list->n_columns; c++) {
        if (c > 0) pl_buffer_putc(out, ',');
        pl_buffer_puts(out, list->columns[c].key);
    }
    pl_buffer_puts(out, list->without_evidence ? "\r\n" : ",evidence\r\n");
    for (uint32_t r = 0; r < list->rows.n; r++) {
        const PlListRow *row = &list->rows.items[r];
        for (uint32_t c = 0; c < list->n_columns; c++) {
            if (c > 0) pl_buffer_putc(out, ',');
            pl_escape_csv(out, cell_text(arena, &list->columns[c], &row->cells[c]));
        }
        if (!list->without_evidence) {
            pl_buffer_putc(out, ',');
            pl_escape_csv(out, csv_evidence(arena, record, &row->evidence));
        }
        pl_buffer_puts(out, "\r\n");
    }
}

/* ---- text ----------------------------------------------------------------------------------- */

enum {
    GAP = 2,         /* columns between cells */
    LEAST_CELL = 12, /* narrower than this, a table is no help */
    MOST_REFS = 3
};

typedef struct Grid {
    PlPage *page;
    const PlList *list;
    uint32_t n_columns;
    uint32_t column[PL_LIST_MOST_COLUMNS + 1]; /* of the list; n_columns of it = the references */
    uint32_t width[PL_LIST_MOST_COLUMNS + 1];
    PlRich *cells; /* [rows][n_columns] */
} Grid;

static const char *heading_of(const Grid *grid, uint32_t column)
{
    uint32_t of_list = grid->column[column];
    return of_list < grid->list->n_columns ? grid->list->columns[of_list].heading : "Said in";
}

static void fill_cell(Grid *grid, const PlRecord *record, uint32_t r, uint32_t column)
{
    PlArena *arena = grid->page->arena;
    const PlListRow *row = &grid->list->rows.items[r];
    PlRich *rich = &grid->cells[(size_t)r * grid->n_columns + column];
    uint32_t of_list = grid->column[column];
    if (of_list == grid->list->n_columns) {
        pl_evidence_put_refs(arena, record, &row->evidence, MOST_REFS, rich);
        return;
    }
    const PlCell *cell = &row->cells[of_list];
    PlSlice text = cell->for_people;
    if (text.len == 0) text = cell_text(arena, &grid->list->columns[of_list], cell);
    pl_rich_add(arena, rich, column == 0 ? PL_STYLE_BOLD : PL_STYLE_PLAIN, text);
}

static void fill_grid(Grid *grid, const PlRecord *record)
{
    const PlList *list = grid->list;
    for (uint32_t c = 0; c < list->n_columns; c++)
        if (list->columns[c].heading) grid->column[grid->n_columns++] = c;
    if (!list->without_evidence) grid->column[grid->n_columns++] = list->n_columns;
    grid->cells =
        pl_arena_array(grid->page->arena, PlRich, (size_t)list->rows.n * grid->n_columns + 1);
    for (uint32_t c = 0; c < grid->n_columns; c++) {
        grid->width[c] = pl_layout_width(pl_slice(heading_of(grid, c)));
        for (uint32_t r = 0; r < list->rows.n; r++) {
            fill_cell(grid, record, r, c);
            const PlRich *rich = &grid->cells[(size_t)r * grid->n_columns + c];
            uint32_t width = pl_layout_width((PlSlice){rich->bytes, rich->n_bytes});
            if (width > grid->width[c]) grid->width[c] = width;
        }
    }
}

/* Shares the page's width out: a column that needs less than an even share gets what it needs, the
 * others share the rest. False when a share would be too narrow. */
static bool fit_grid(Grid *grid)
{
    uint32_t gaps = GAP * (grid->n_columns - 1);
    uint32_t room = grid->page->width > gaps ? grid->page->width - gaps : 0;
    bool settled[PL_LIST_MOST_COLUMNS + 1] = {0};
    uint32_t n_open = grid->n_columns;
    for (bool changed = true; changed && n_open;) {
        changed = false;
        uint32_t share = room / n_open;
        for (uint32_t c = 0; c < grid->n_columns; c++) {
            if (settled[c] || grid->width[c] > share) continue;
            settled[c] = changed = true;
            room -= grid->width[c];
            n_open--;
        }
    }
    if (n_open == 0) return true;
    uint32_t share = room / n_open;
    if (share < LEAST_CELL) return false;
    for (uint32_t c = 0; c < grid->n_columns; c++) {
        if (settled[c]) continue;
        grid->width[c] = share;
    }
    return true;
}

/* cells[n_columns], each wrapped to its column. */
static void put_cells(Grid *grid, const PlRich *cells)
{
    PlPage *page = grid->page;
    PlLines lines[PL_LIST_MOST_COLUMNS + 1] = {0};
    uint32_t height = 1;
    for (uint32_t c = 0; c < grid->n_columns; c++) {
        pl_rich_wrap(page->arena, &cells[c], grid->width[c], grid->width[c], &lines[c]);
        if (lines[c].n > height) height = lines[c].n;
    }
    for (uint32_t i = 0; i < height; i++) {
        uint32_t pending = 0; /* no white space at a line's end */
        for (uint32_t c = 0; c < grid->n_columns; c++) {
            PlLine line = i < lines[c].n ? lines[c].items[i] : (PlLine){0};
            if (line.width) {
                pl_page_spaces(page, pending);
                pending = 0;
                pl_rich_put_line(page->out, &cells[c], line, page->color);
            }
            pending += grid->width[c] - line.width + GAP;
        }
        pl_page_blank(page);
    }
}

static void put_headings(Grid *grid)
{
    PlRich headings[PL_LIST_MOST_COLUMNS + 1] = {0};
    for (uint32_t c = 0; c < grid->n_columns; c++)
        pl_rich_puts(grid->page->arena, &headings[c], PL_STYLE_HEADING, heading_of(grid, c));
    put_cells(grid, headings);
}

static void put_row(Grid *grid, uint32_t r)
{
    put_cells(grid, &grid->cells[(size_t)r * grid->n_columns]);
}

/* Too narrow for a table: each row a block, its first cell on top. */
static void put_block(Grid *grid, uint32_t r)
{
    PlPage *page = grid->page;
    for (uint32_t c = 0; c < grid->n_columns; c++) {
        const PlRich *cell = &grid->cells[(size_t)r * grid->n_columns + c];
        if (cell->n_bytes == 0) continue;
        if (c == 0) {
            pl_page_paragraph(page, cell, 0, 2);
            continue;
        }
        PlSlice label = pl_arena_format(page->arena, "  %s: ", heading_of(grid, c));
        PlRich whole = {0};
        pl_rich_puts(page->arena, &whole, PL_STYLE_DIM, label.ptr);
        pl_rich_append(page->arena, &whole, cell);
        pl_page_paragraph(page, &whole, 2, 4);
    }
}

void pl_list_write_text(PlPage *page, const PlRecord *record, const PlList *list)
{
    if (list->rows.n == 0) {
        pl_buffer_format(page->out, "No %s in %" PRIu32 " %s.\n", list->what, record->n_reports,
                         record->n_reports == 1 ? "report" : "reports");
        return;
    }
    Grid grid = {.page = page, .list = list};
    fill_grid(&grid, record);
    bool fits = fit_grid(&grid);
    if (fits) put_headings(&grid);
    for (uint32_t r = 0; r < list->rows.n; r++) {
        if (fits)
            put_row(&grid, r);
        else
            put_block(&grid, r);
        if (!fits && r + 1 < list->rows.n) pl_page_blank(page);
    }
}
