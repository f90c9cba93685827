#include <inttypes.h>

#include "view/brief.h"
#include "view/naming.h"

enum {
    MOST_WIDTH = 110, /* longer lines are hard to read */
    LABEL_WIDTH = 17,
    ISSUE_WIDTH = 18,
    LEAST_COLUMN = 22, /* narrower than this, the table of issues becomes a list */
    COLUMN_GAP = 2,
    MOST_REFS = 3,
    MOST_STANCES = 3, /* a party has on an issue, on this page */
    MOST_REPORTS = 12
};

typedef struct Writer {
    PlPage *page;
    const PlRecord *record;
    const PlBrief *brief;
    bool *is_cited; /* [n_reports] */
} Writer;

static void cite(Writer *writer, const PlEvidence *evidence, PlRich *rich)
{
    uint32_t n_more;
    PlEvidence chosen =
        pl_evidence_choose(writer->page->arena, writer->record, evidence, MOST_REFS, &n_more);
    for (uint32_t i = 0; i < chosen.n; i++)
        writer->is_cited[chosen.items[i].report] = true;
    pl_evidence_put_refs(writer->page->arena, writer->record, evidence, MOST_REFS, rich);
}

static void add(Writer *writer, PlRich *rich, PlStyle style, const char *text)
{
    pl_rich_puts(writer->page->arena, rich, style, text);
}

static void add_name(Writer *writer, PlRich *rich, PlStyle style, PlSlice name)
{
    pl_rich_add(writer->page->arena, rich, style, name);
}

static void put_heading(Writer *writer, const char *heading)
{
    PlRich rich = {0};
    pl_page_blank(writer->page);
    add(writer, &rich, PL_STYLE_HEADING, heading);
    pl_page_paragraph(writer->page, &rich, 0, 0);
}

/* ---- head ----------------------------------------------------------------------------------- */

static void put_head(Writer *writer)
{
    PlArena *arena = writer->page->arena;
    const PlBrief *brief = writer->brief;
    PlRich title = {0};
    PlRich line = {0};
    add_name(writer, &title, PL_STYLE_TITLE, brief->title);
    pl_page_paragraph(writer->page, &title, 0, 2);
    uint32_t n = writer->record->n_reports;
    add_name(writer, &line, PL_STYLE_DIM,
             pl_arena_format(arena, "%" PRIu32 " %s, %" PRIu32 " independent %s", n,
                             n == 1 ? "report" : "reports", brief->n_publishers,
                             brief->n_publishers == 1 ? "publisher" : "publishers"));
    PlSlice first = pl_naming_date(arena, brief->first);
    PlSlice last = pl_naming_date(arena, brief->last);
    if (first.len) add(writer, &line, PL_STYLE_DIM, ", published ");
    add_name(writer, &line, PL_STYLE_DIM, first);
    if (first.len && !pl_slice_equal(first, last)) {
        add(writer, &line, PL_STYLE_DIM, " to ");
        add_name(writer, &line, PL_STYLE_DIM, last);
    }
    pl_page_paragraph(writer->page, &line, 0, 2);
    PlSlice others = pl_brief_other_talks(arena, writer->record);
    if (others.len == 0) return;
    PlRich more = {0};
    add_name(writer, &more, PL_STYLE_DIM, others);
    add(writer, &more, PL_STYLE_DIM, ": parley talks lists them, --talks chooses");
    pl_page_paragraph(writer->page, &more, 0, 2);
}

static bool is_date(const PlBriefFact *fact)
{
    return pl_slice_is(pl_slice(fact->key), "date");
}

/* "text, note [refs]; ..." */
static PlRich fact_line(Writer *writer, const PlBriefFact *fact)
{
    PlRich rich = {0};
    for (uint32_t i = 0; i < fact->lines.n; i++) {
        const PlBriefLine *line = &fact->lines.items[i];
        PlSlice text = is_date(fact) ? pl_naming_date(writer->page->arena, line->text) : line->text;
        if (i > 0) add(writer, &rich, PL_STYLE_PLAIN, "; ");
        add_name(writer, &rich, PL_STYLE_PLAIN, text);
        if (line->note.len) add(writer, &rich, PL_STYLE_PLAIN, ", ");
        add_name(writer, &rich, PL_STYLE_PLAIN, line->note);
        cite(writer, &line->evidence, &rich);
    }
    return rich;
}

static void put_facts(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->facts.n) pl_page_blank(writer->page);
    for (uint32_t i = 0; i < brief->facts.n; i++) {
        PlRich rich = fact_line(writer, &brief->facts.items[i]);
        pl_page_labelled(writer->page, PL_STYLE_BOLD, brief->facts.items[i].label, &rich,
                         LABEL_WIDTH);
    }
}

static void put_delegations(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->delegations.n) put_heading(writer, "Delegations");
    for (uint32_t i = 0; i < brief->delegations.n; i++) {
        const PlBriefDelegation *delegation = &brief->delegations.items[i];
        PlRich party = {0};
        add_name(writer, &party, PL_STYLE_BOLD,
                 pl_naming_actor_name(writer->record, delegation->party));
        pl_page_paragraph(writer->page, &party, 0, 2);
        for (uint32_t f = 0; f < delegation->facts.n; f++) {
            const PlBriefFact *fact = &delegation->facts.items[f];
            PlSlice label = pl_arena_format(writer->page->arena, "  %s", fact->label);
            PlRich rich = fact_line(writer, fact);
            pl_page_labelled(writer->page, PL_STYLE_PLAIN, label.ptr, &rich, LABEL_WIDTH);
        }
    }
}

/* ---- issues --------------------------------------------------------------------------------- */

/* "demands unconditional [..]; at once [..]": what a party has of one stance on an issue. Takes the
 * stances from `first` on that are of its kind, `*n_left` at most. */
static PlRich stance_line(Writer *writer, const PlBriefStances *stances, uint32_t first,
                          uint32_t *n_left)
{
    PlRich rich = {0};
    PlStance kind = stances->items[first].stance;
    add(writer, &rich, PL_STYLE_BOLD, pl_stance_names[kind]);
    for (uint32_t i = first; i < stances->n && *n_left; i++) {
        const PlBriefStance *stance = &stances->items[i];
        if (stance->stance != kind) continue;
        if (i > first) add(writer, &rich, PL_STYLE_PLAIN, ";");
        pl_rich_space(writer->page->arena, &rich);
        add_name(writer, &rich, PL_STYLE_PLAIN, stance->terms);
        cite(writer, &stance->evidence, &rich);
        --*n_left;
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

static void add_paragraph(Writer *writer, PlRich rich, uint32_t width, CellLines *cell)
{
    PlLines lines = {0};
    pl_rich_wrap(writer->page->arena, &rich, width, width, &lines);
    for (uint32_t i = 0; i < lines.n; i++)
        *pl_vec_push(writer->page->arena, cell) = (CellLine){rich, lines.items[i]};
}

static CellLines stance_cell(Writer *writer, const PlBriefStances *stances, uint32_t width)
{
    CellLines cell = {0};
    uint32_t n_left = MOST_STANCES;
    for (uint32_t i = 0; i < stances->n && n_left; i++)
        if (is_first_of_kind(stances, i))
            add_paragraph(writer, stance_line(writer, stances, i, &n_left), width, &cell);
    if (stances->n > MOST_STANCES) {
        PlRich more = {0};
        add_name(writer, &more, PL_STYLE_DIM,
                 pl_arena_format(writer->page->arena, "+%u more", stances->n - MOST_STANCES));
        add_paragraph(writer, more, width, &cell);
    }
    return cell;
}

static void put_cells(Writer *writer, const CellLines *cells, const uint32_t *widths, uint32_t n)
{
    PlPage *page = writer->page;
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

static void put_issue_table(Writer *writer, uint32_t column_width)
{
    const PlBrief *brief = writer->brief;
    PlArena *arena = writer->page->arena;
    uint32_t n = brief->n_columns + 1;
    uint32_t *widths = pl_arena_array(arena, uint32_t, n);
    CellLines *head = pl_arena_array(arena, CellLines, n);
    for (uint32_t c = 0; c < n; c++) {
        PlRich rich = {0};
        widths[c] = c == 0 ? ISSUE_WIDTH : column_width;
        if (c == 0) continue;
        add_name(writer, &rich, PL_STYLE_BOLD,
                 pl_naming_actor_name(writer->record, brief->parties.items[c - 1]));
        add_paragraph(writer, rich, widths[c], &head[c]);
    }
    put_cells(writer, head, widths, n);
    for (uint32_t i = 0; i < brief->issues.n; i++) {
        const PlBriefIssue *issue = &brief->issues.items[i];
        CellLines *cells = pl_arena_array(arena, CellLines, n);
        PlRich name = {0};
        add_name(writer, &name, PL_STYLE_PLAIN, issue->name);
        add_paragraph(writer, name, widths[0], &cells[0]);
        for (uint32_t c = 1; c < n; c++)
            cells[c] = stance_cell(writer, &issue->by_party[c - 1], widths[c]);
        put_cells(writer, cells, widths, n);
    }
}

static void put_party_line(Writer *writer, int32_t party, const PlRich *line)
{
    PlRich rich = {0};
    add_name(writer, &rich, PL_STYLE_PLAIN, pl_naming_actor_name(writer->record, party));
    pl_rich_space(writer->page->arena, &rich);
    pl_rich_append(writer->page->arena, &rich, line);
    pl_page_paragraph(writer->page, &rich, 2, 4);
}

/* One issue under the other, for narrow pages. */
static void put_issue_list(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    for (uint32_t i = 0; i < brief->issues.n; i++) {
        const PlBriefIssue *issue = &brief->issues.items[i];
        PlRich name = {0};
        add_name(writer, &name, PL_STYLE_BOLD, issue->name);
        pl_page_paragraph(writer->page, &name, 0, 2);
        for (uint32_t p = 0; p < brief->n_columns; p++) {
            const PlBriefStances *stances = &issue->by_party[p];
            uint32_t n_left = MOST_STANCES;
            for (uint32_t s = 0; s < stances->n && n_left; s++) {
                if (!is_first_of_kind(stances, s)) continue;
                PlRich line = stance_line(writer, stances, s, &n_left);
                put_party_line(writer, brief->parties.items[p], &line);
            }
        }
    }
}

static void put_others(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    for (uint32_t i = 0; i < brief->others.n; i++) {
        const PlBriefStance *stance = &brief->others.items[i];
        PlRich rich = {0};
        if (i == 0) {
            PlRich label = {0};
            add(writer, &label, PL_STYLE_DIM, "Others");
            pl_page_paragraph(writer->page, &label, 0, 0);
        }
        add_name(writer, &rich, PL_STYLE_PLAIN,
                 pl_naming_actor_name(writer->record, stance->party));
        pl_rich_space(writer->page->arena, &rich);
        add(writer, &rich, PL_STYLE_BOLD, pl_stance_names[stance->stance]);
        pl_rich_space(writer->page->arena, &rich);
        add_name(writer, &rich, PL_STYLE_PLAIN, stance->issue_name);
        if (stance->terms.len) add(writer, &rich, PL_STYLE_PLAIN, ": ");
        add_name(writer, &rich, PL_STYLE_PLAIN, stance->terms);
        cite(writer, &stance->evidence, &rich);
        pl_page_paragraph(writer->page, &rich, 2, 4);
    }
}

static void put_positions(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->issues.n + brief->others.n == 0) return;
    put_heading(writer, "Positions");
    uint32_t fixed = ISSUE_WIDTH + COLUMN_GAP * brief->n_columns;
    uint32_t room = writer->page->width > fixed ? writer->page->width - fixed : 0;
    uint32_t column_width = brief->n_columns ? room / brief->n_columns : 0;
    if (brief->issues.n && column_width >= LEAST_COLUMN)
        put_issue_table(writer, column_width);
    else
        put_issue_list(writer);
    put_others(writer);
}

/* ---- sayings -------------------------------------------------------------------------------- */

static void put_sayings(Writer *writer, const char *heading, const PlBriefLines *lines,
                        const char *open, const char *close)
{
    if (lines->n) put_heading(writer, heading);
    for (uint32_t i = 0; i < lines->n; i++) {
        const PlBriefLine *line = &lines->items[i];
        PlRich rich = {0};
        add_name(writer, &rich, PL_STYLE_BOLD, line->lead);
        bool is_known = i > 0 && pl_slice_equal(line->lead, lines->items[i - 1].lead);
        if (line->note.len && !is_known) add(writer, &rich, PL_STYLE_PLAIN, ", ");
        if (!is_known) add_name(writer, &rich, PL_STYLE_PLAIN, line->note);
        if (line->lead.len) add(writer, &rich, PL_STYLE_PLAIN, ": ");
        add(writer, &rich, PL_STYLE_PLAIN, open);
        add_name(writer, &rich, PL_STYLE_PLAIN, line->text);
        add(writer, &rich, PL_STYLE_PLAIN, close);
        cite(writer, &line->evidence, &rich);
        pl_page_paragraph(writer->page, &rich, 0, 2);
    }
}

static void put_outlook(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->outlook.n == 0) return;
    PlSlice counts = pl_arena_format(writer->page->arena,
                                     "Expected: pessimistic in %" PRIu32 ", optimistic in %" PRIu32
                                     ", mixed in %" PRIu32 " of %" PRIu32 " publishers",
                                     brief->n_outlook[PL_OUTLOOK_PESSIMISTIC],
                                     brief->n_outlook[PL_OUTLOOK_OPTIMISTIC],
                                     brief->n_outlook[PL_OUTLOOK_MIXED], brief->n_publishers);
    put_sayings(writer, counts.ptr, &brief->outlook, "", "");
}

/* ---- differences ---------------------------------------------------------------------------- */

static void put_value(Writer *writer, const PlValueSaid *value, PlRich *rich)
{
    add_name(writer, rich, PL_STYLE_PLAIN, value->value);
    pl_rich_space(writer->page->arena, rich);
    add_name(writer, rich, PL_STYLE_DIM,
             pl_arena_format(writer->page->arena, "(%" PRIu32 ")", value->n_publishers));
    cite(writer, &value->evidence, rich);
}

static void put_differences(Writer *writer, const char *heading, const PlDifferencesSaid *said,
                            uint32_t n_more, const char *command)
{
    if (said->n) put_heading(writer, heading);
    for (uint32_t i = 0; i < said->n; i++) {
        const PlDifferenceSaid *difference = &said->items[i];
        PlRich rich = {0};
        add_name(writer, &rich, PL_STYLE_BOLD,
                 pl_naming_capital(writer->page->arena, difference->difference->subject));
        add(writer, &rich, PL_STYLE_PLAIN, ", ");
        add_name(writer, &rich, PL_STYLE_PLAIN, difference->difference->attribute);
        add(writer, &rich, PL_STYLE_PLAIN, ": ");
        for (uint32_t v = 0; v < difference->values.n; v++) {
            if (v > 0) add(writer, &rich, PL_STYLE_PLAIN, " / ");
            put_value(writer, &difference->values.items[v], &rich);
        }
        pl_page_paragraph(writer->page, &rich, 0, 2);
    }
    if (n_more == 0) return;
    PlRich more = {0};
    add_name(writer, &more, PL_STYLE_DIM,
             pl_arena_format(writer->page->arena, "+%" PRIu32 " more: parley %s", n_more, command));
    pl_page_paragraph(writer->page, &more, 0, 2);
}

/* ---- reports -------------------------------------------------------------------------------- */

/* One line: the title gives way. */
static void put_report(Writer *writer, uint32_t r)
{
    PlArena *arena = writer->page->arena;
    const PlMetadata *metadata = &writer->record->reports[r].article.metadata;
    PlRich rich = {0};
    PlLines lines = {0};
    add_name(writer, &rich, PL_STYLE_REF, writer->record->refs[r]);
    add(writer, &rich, PL_STYLE_PLAIN, "  ");
    if (metadata->source.len)
        add_name(writer, &rich, PL_STYLE_PLAIN, metadata->source);
    else
        add(writer, &rich, PL_STYLE_PLAIN, "source not known");
    if (metadata->published.len) add(writer, &rich, PL_STYLE_PLAIN, ", ");
    add_name(writer, &rich, PL_STYLE_PLAIN, pl_naming_date(arena, metadata->published));
    if (metadata->title.len) add(writer, &rich, PL_STYLE_PLAIN, ": ");
    add_name(writer, &rich, PL_STYLE_PLAIN, metadata->title);
    pl_rich_wrap(arena, &rich, writer->page->width - 1, writer->page->width - 1, &lines);
    pl_rich_put_line(writer->page->out, &rich, lines.items[0], writer->page->color);
    pl_buffer_puts(writer->page->out, lines.n > 1 ? "…\n" : "\n");
}

static void put_reports(Writer *writer)
{
    uint32_t n_put = 0;
    uint32_t n_cited = 0;
    for (uint32_t r = 0; r < writer->record->n_reports; r++)
        n_cited += writer->is_cited[r];
    if (n_cited) put_heading(writer, "Reports");
    for (uint32_t r = 0; r < writer->record->n_reports && n_put < MOST_REPORTS; r++) {
        if (!writer->is_cited[r]) continue;
        put_report(writer, r);
        n_put++;
    }
    PlRich rest = {0};
    PlSlice text = n_cited > n_put
                       ? pl_arena_format(writer->page->arena,
                                         "+%" PRIu32 " more: parley reports. [003:12] is sentence "
                                         "12 of report 003: parley show 003",
                                         n_cited - n_put)
                       : PL_SLICE("");
    add_name(writer, &rest, PL_STYLE_DIM, text);
    pl_page_paragraph(writer->page, &rest, 0, 2);
}

void pl_brief_write_text(PlPage *page, const PlRecord *record, const PlBrief *brief)
{
    PlPage narrowed = *page;
    if (narrowed.width > MOST_WIDTH) narrowed.width = MOST_WIDTH;
    Writer writer = {&narrowed, record, brief,
                     pl_arena_array(page->arena, bool, record->n_reports + 1)};
    put_head(&writer);
    put_facts(&writer);
    put_delegations(&writer);
    put_positions(&writer);
    put_sayings(&writer, "Conditions", &brief->conditions, "", "");
    put_sayings(&writer, "In their words", &brief->quotes, "“", "”");
    put_outlook(&writer);
    put_differences(&writer, "Where reports differ (and how many publishers say so)",
                    &brief->differences, brief->n_more_differences, "differences");
    put_differences(&writer, "What several reports agree on", &brief->agreements,
                    brief->n_more_agreements, "agreements");
    put_reports(&writer);
}
