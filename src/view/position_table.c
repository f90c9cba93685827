#include "view/position_table.h"

#include <assert.h>

#include "view/naming.h"

enum {
    ISSUE_WIDTH = 18,
    LEAST_COLUMN = 22, /* narrower than this, the table becomes a list */
    COLUMN_GAP = 2,
    MOST_REFS = 3
};

static void cite(const PlPositionTable *table, const PlEvidence *evidence, PlRich *rich)
{
    uint32_t n_more;
    PlEvidence chosen =
        pl_evidence_choose(table->page->arena, table->record, evidence, MOST_REFS, &n_more);
    for (uint32_t i = 0; table->is_cited && i < chosen.n; i++)
        table->is_cited[chosen.items[i].report] = true;
    pl_evidence_put_refs(table->page->arena, table->record, evidence, MOST_REFS, rich);
}

static void add(const PlPositionTable *table, PlRich *rich, PlStyle style, const char *text)
{
    pl_rich_puts(table->page->arena, rich, style, text);
}

static void add_name(const PlPositionTable *table, PlRich *rich, PlStyle style, PlSlice name)
{
    pl_rich_add(table->page->arena, rich, style, name);
}

/* "demands unconditional [..]; at once [..]": what a party has of one stance on an issue. Takes the
 * stances from `first` on that are of its kind, `*n_left` at most; what is said without terms comes
 * last and has its references only. */
static PlRich stance_line(const PlPositionTable *table, const PlBriefStances *stances,
                          uint32_t first, uint32_t *n_left)
{
    PlRich rich = {0};
    assert(stances->items);
    PlStance kind = stances->items[first].stance;
    bool is_begun = false;
    add(table, &rich, PL_STYLE_BOLD, pl_stance_names[kind]);
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = first; i < stances->n && *n_left; i++) {
            const PlBriefStance *stance = &stances->items[i];
            if (stance->stance != kind || (stance->terms.len == 0) != (pass == 1)) continue;
            --*n_left;
            if (stance->terms.len) {
                add(table, &rich, PL_STYLE_PLAIN, is_begun ? "; " : " ");
                add_name(table, &rich, PL_STYLE_PLAIN, stance->terms);
            }
            cite(table, &stance->evidence, &rich);
            is_begun = true;
        }
    }
    return rich;
}

static bool is_first_of_kind(const PlBriefStances *stances, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++)
        if (stances->items[i].stance == stances->items[index].stance) return false;
    return true;
}

/* The lines of one cell, of several paragraphs. */
typedef struct CellLine {
    PlRich rich;
    PlLine line;
} CellLine;

typedef PL_VEC(CellLine) CellLines;

static void add_paragraph(const PlPositionTable *table, PlRich rich, uint32_t width,
                          CellLines *cell)
{
    PlLines lines = {0};
    pl_rich_wrap(table->page->arena, &rich, width, width, &lines);
    for (uint32_t i = 0; i < lines.n; i++)
        *pl_vec_push(table->page->arena, cell) = (CellLine){rich, lines.items[i]};
}

static CellLines stance_cell(const PlPositionTable *table, const PlBriefStances *stances,
                             uint32_t width)
{
    CellLines cell = {0};
    uint32_t n_left = table->most_stances;
    for (uint32_t i = 0; i < stances->n && n_left; i++)
        if (is_first_of_kind(stances, i))
            add_paragraph(table, stance_line(table, stances, i, &n_left), width, &cell);
    if (stances->n > table->most_stances) {
        PlRich more = {0};
        add_name(table, &more, PL_STYLE_DIM,
                 pl_arena_format(table->page->arena, "+%u more", stances->n - table->most_stances));
        add_paragraph(table, more, width, &cell);
    }
    return cell;
}

static void put_cells(const PlPositionTable *table, const CellLines *cells, const uint32_t *widths,
                      uint32_t n)
{
    PlPage *page = table->page;
    uint32_t height = 0;
    for (uint32_t c = 0; c < n; c++)
        if (cells[c].n > height) height = cells[c].n;
    for (uint32_t i = 0; i < height; i++) {
        uint32_t pending = 0;
        for (uint32_t c = 0; c < n; c++) {
            uint32_t width = 0;
            if (i < cells[c].n) {
                const CellLine *line = &cells[c].items[i];
                pl_page_spaces(page, pending);
                pending = 0;
                pl_rich_put_line(page->out, &line->rich, line->line, page->color);
                width = line->line.width;
            }
            pending += widths[c] - width + COLUMN_GAP;
        }
        pl_page_blank(page);
    }
}

static void put_issue_table(const PlPositionTable *table, uint32_t column_width)
{
    const PlBrief *brief = table->brief;
    PlArena *arena = table->page->arena;
    uint32_t n = brief->n_columns + 1;
    uint32_t *widths = pl_arena_array(arena, uint32_t, n);
    CellLines *head = pl_arena_array(arena, CellLines, n);
    for (uint32_t c = 0; c < n; c++) {
        PlRich rich = {0};
        widths[c] = c == 0 ? ISSUE_WIDTH : column_width;
        if (c == 0) continue;
        add_name(table, &rich, PL_STYLE_BOLD,
                 pl_naming_actor_name(table->record, brief->parties.items[c - 1]));
        add_paragraph(table, rich, widths[c], &head[c]);
    }
    put_cells(table, head, widths, n);
    for (uint32_t i = 0; i < brief->issues.n; i++) {
        const PlBriefIssue *issue = &brief->issues.items[i];
        CellLines *cells = pl_arena_array(arena, CellLines, n);
        PlRich name = {0};
        add_name(table, &name, PL_STYLE_PLAIN, issue->name);
        add_paragraph(table, name, widths[0], &cells[0]);
        for (uint32_t c = 1; c < n; c++)
            cells[c] = stance_cell(table, &issue->by_party[c - 1], widths[c]);
        put_cells(table, cells, widths, n);
    }
}

static void put_party_line(const PlPositionTable *table, int32_t party, const PlRich *line)
{
    PlRich rich = {0};
    add_name(table, &rich, PL_STYLE_PLAIN, pl_naming_actor_name(table->record, party));
    pl_rich_space(table->page->arena, &rich);
    pl_rich_append(table->page->arena, &rich, line);
    pl_page_paragraph(table->page, &rich, 2, 4);
}

/* One issue under the other, for narrow pages. */
static void put_issue_list(const PlPositionTable *table)
{
    const PlBrief *brief = table->brief;
    for (uint32_t i = 0; i < brief->issues.n; i++) {
        const PlBriefIssue *issue = &brief->issues.items[i];
        PlRich name = {0};
        add_name(table, &name, PL_STYLE_BOLD, issue->name);
        pl_page_paragraph(table->page, &name, 0, 2);
        for (uint32_t p = 0; p < brief->n_columns; p++) {
            const PlBriefStances *stances = &issue->by_party[p];
            uint32_t n_left = table->most_stances;
            for (uint32_t s = 0; s < stances->n && n_left; s++) {
                if (!is_first_of_kind(stances, s)) continue;
                PlRich line = stance_line(table, stances, s, &n_left);
                put_party_line(table, brief->parties.items[p], &line);
            }
        }
    }
}

static bool same_line(const PlBriefStance *a, const PlBriefStance *b)
{
    return a->party == b->party && a->stance == b->stance && pl_slice_equal(a->issue, b->issue);
}

/* One line for what a side that is no column has of one stance on an issue. */
static void put_others(const PlPositionTable *table)
{
    const PlBriefStances *others = &table->brief->others;
    for (uint32_t i = 0; i < others->n; i++) {
        const PlBriefStance *stance = &others->items[i];
        bool is_known = false;
        PlBriefStances alike = {0};
        for (uint32_t k = 0; k < others->n; k++) {
            if (!same_line(stance, &others->items[k])) continue;
            is_known |= k < i;
            *pl_vec_push(table->page->arena, &alike) = others->items[k];
        }
        if (i == 0) {
            PlRich label = {0};
            add(table, &label, PL_STYLE_DIM, "Others");
            pl_page_paragraph(table->page, &label, 0, 0);
        }
        if (is_known) continue;
        PlRich rich = {0};
        add_name(table, &rich, PL_STYLE_PLAIN,
                 pl_naming_capital(table->page->arena,
                                   pl_naming_actor_name(table->record, stance->party)));
        add(table, &rich, PL_STYLE_PLAIN, " on ");
        add_name(table, &rich, PL_STYLE_PLAIN, stance->issue_name);
        add(table, &rich, PL_STYLE_PLAIN, ": ");
        uint32_t n_left = table->most_stances;
        PlRich line = stance_line(table, &alike, 0, &n_left);
        pl_rich_append(table->page->arena, &rich, &line);
        pl_page_paragraph(table->page, &rich, 2, 4);
    }
}

void pl_position_table_write(const PlPositionTable *table)
{
    const PlBrief *brief = table->brief;
    uint32_t fixed = ISSUE_WIDTH + COLUMN_GAP * brief->n_columns;
    uint32_t room = table->page->width > fixed ? table->page->width - fixed : 0;
    uint32_t column_width = brief->n_columns ? room / brief->n_columns : 0;
    if (brief->issues.n && column_width >= LEAST_COLUMN)
        put_issue_table(table, column_width);
    else
        put_issue_list(table);
    put_others(table);
}
