#include <inttypes.h>

#include "view/brief.h"
#include "view/naming.h"
#include "view/position_table.h"

enum {
    MOST_WIDTH = 110, /* longer lines are hard to read */
    LABEL_WIDTH = 17,
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

static void put_positions(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->issues.n + brief->others.n == 0) return;
    put_heading(writer, "Positions");
    PlPositionTable table = {writer->page, writer->record, brief, writer->is_cited, MOST_STANCES};
    pl_position_table_write(&table);
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
    PlSlice publishers =
        writer->record->grades.n
            ? pl_difference_publishers(writer->page->arena, writer->record, value)
            : pl_arena_format(writer->page->arena, "%" PRIu32, value->n_publishers);
    add_name(writer, rich, PL_STYLE_DIM,
             pl_arena_format(writer->page->arena, "(%.*s)", PL_PRI(publishers)));
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
