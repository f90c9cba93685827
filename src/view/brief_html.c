#include <inttypes.h>

#include "view/brief.h"
#include "view/escape.h"
#include "view/html_page.h"
#include "view/naming.h"
#include "view/report_text.h"

enum { MOST_REFS = 4, MOST_STANCES = 4, MOST_DOTS = 10 };

/* A place that a reference leads to, and the reference to go back to. */
typedef struct Target {
    PlPlaceInReport place;
    uint32_t first_ref;
} Target;

typedef struct Writer {
    PlArena *arena;
    PlBuffer *out;
    const PlRecord *record;
    const PlBrief *brief;
    PL_VEC(Target) targets;
    uint32_t n_refs;
} Writer;

static void put(Writer *writer, const char *html)
{
    pl_buffer_puts(writer->out, html);
}

static void put_text(Writer *writer, PlSlice text)
{
    pl_escape_html(writer->out, pl_escape_line(writer->arena, text));
}

static bool same_place(PlPlaceInReport a, PlPlaceInReport b)
{
    return a.report == b.report && a.span.start_byte == b.span.start_byte &&
           a.span.end_byte == b.span.end_byte;
}

/* A page has some hundred references at most. */
static void add_target(Writer *writer, PlPlaceInReport place, uint32_t ref)
{
    for (uint32_t i = 0; i < writer->targets.n; i++)
        if (same_place(writer->targets.items[i].place, place)) return;
    *pl_vec_push(writer->arena, &writer->targets) = (Target){place, ref};
}

static void put_ref(Writer *writer, PlPlaceInReport place)
{
    PlSlice ref = pl_evidence_ref(writer->arena, writer->record, place);
    uint32_t number = ++writer->n_refs;
    add_target(writer, place, number);
    pl_buffer_format(writer->out,
                     " <a class=\"ref\" id=\"c%" PRIu32 "\" href=\"#m%" PRId32 "-%" PRIu32
                     "-%" PRIu32 "\">",
                     number, place.report, place.span.start_byte, place.span.end_byte);
    put_text(writer, ref);
    put(writer, "</a>");
}

static void put_refs(Writer *writer, const PlEvidence *evidence)
{
    uint32_t n_more;
    PlEvidence chosen =
        pl_evidence_choose(writer->arena, writer->record, evidence, MOST_REFS, &n_more);
    for (uint32_t i = 0; i < chosen.n; i++)
        put_ref(writer, chosen.items[i]);
    if (n_more) pl_buffer_format(writer->out, " <span class=\"more\">+%" PRIu32 "</span>", n_more);
}

static void put_name(Writer *writer, int32_t actor)
{
    put_text(writer, pl_naming_actor_name(writer->record, actor));
}

/* ---- head ----------------------------------------------------------------------------------- */

static void put_head(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    uint32_t n = writer->record->n_reports;
    put(writer, "<a class=\"skip\" href=\"#brief\">To the brief</a>\n<header>\n"
                "<p class=\"kicker\">Brief</p>\n<h1>");
    put_text(writer, brief->title);
    put(writer, "</h1>\n<p class=\"meta\">");
    pl_buffer_format(writer->out, "%" PRIu32 " %s, %" PRIu32 " independent %s", n,
                     n == 1 ? "report" : "reports", brief->n_publishers,
                     brief->n_publishers == 1 ? "publisher" : "publishers");
    PlSlice first = pl_naming_date(writer->arena, brief->first);
    PlSlice last = pl_naming_date(writer->arena, brief->last);
    if (first.len) put(writer, ", published ");
    put_text(writer, first);
    if (first.len && !pl_slice_equal(first, last)) put(writer, " to ");
    if (!pl_slice_equal(first, last)) put_text(writer, last);
    PlSlice others = pl_brief_other_talks(writer->arena, writer->record);
    if (others.len) put(writer, "</p>\n<p class=\"meta\">");
    put_text(writer, others);
    put(writer, "</p>\n</header>\n<main id=\"brief\">\n");
}

static void begin_section(Writer *writer, const char *id, const char *heading)
{
    pl_buffer_format(writer->out, "<section aria-labelledby=\"h-%s\">\n<h2 id=\"h-%s\">%s</h2>\n",
                     id, id, heading);
}

static void put_fact_lines(Writer *writer, const PlBriefFact *fact)
{
    bool is_date = pl_slice_is(pl_slice(fact->key), "date");
    for (uint32_t i = 0; i < fact->lines.n; i++) {
        const PlBriefLine *line = &fact->lines.items[i];
        put(writer, "<dd>");
        put_text(writer, is_date ? pl_naming_date(writer->arena, line->text) : line->text);
        if (line->note.len) {
            put(writer, "<span class=\"note\">, ");
            put_text(writer, line->note);
            put(writer, "</span>");
        }
        put_refs(writer, &line->evidence);
        put(writer, "</dd>\n");
    }
}

static void put_fact(Writer *writer, const PlBriefFact *fact)
{
    pl_buffer_format(writer->out, "<div><dt>%s</dt>\n", fact->label);
    put_fact_lines(writer, fact);
    put(writer, "</div>\n");
}

static void put_facts(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->facts.n == 0) return;
    put(writer, "<section aria-label=\"The talks\">\n<dl class=\"facts\">\n");
    for (uint32_t i = 0; i < brief->facts.n; i++)
        put_fact(writer, &brief->facts.items[i]);
    put(writer, "</dl>\n</section>\n");
}

static void put_delegations(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->delegations.n == 0) return;
    begin_section(writer, "delegations", "Delegations");
    put(writer, "<div class=\"cards\">\n");
    for (uint32_t i = 0; i < brief->delegations.n; i++) {
        const PlBriefDelegation *delegation = &brief->delegations.items[i];
        put(writer, "<article>\n<h3>");
        put_name(writer, delegation->party);
        put(writer, "</h3>\n<dl>\n");
        for (uint32_t f = 0; f < delegation->facts.n; f++)
            put_fact(writer, &delegation->facts.items[f]);
        put(writer, "</dl>\n</article>\n");
    }
    put(writer, "</div>\n</section>\n");
}

/* ---- positions ------------------------------------------------------------------------------ */

static void put_stance(Writer *writer, const PlBriefStance *stance)
{
    const char *name = pl_stance_names[stance->stance];
    pl_buffer_format(writer->out, "<span class=\"stance %s\">%s</span>", name, name);
    if (stance->terms.len) put(writer, " ");
    put_text(writer, stance->terms);
    put_refs(writer, &stance->evidence);
}

static void put_stance_cell(Writer *writer, int32_t party, const PlBriefStances *stances)
{
    put(writer, "<td");
    if (stances->n) {
        put(writer, " data-party=\"");
        put_name(writer, party);
        put(writer, "\"><ul>");
    } else {
        put(writer, ">");
    }
    for (uint32_t i = 0; i < stances->n && i < MOST_STANCES; i++) {
        put(writer, "<li>");
        put_stance(writer, &stances->items[i]);
        put(writer, "</li>");
    }
    if (stances->n > MOST_STANCES)
        pl_buffer_format(writer->out, "<li class=\"more\">+%" PRIu32 " more</li>",
                         stances->n - MOST_STANCES);
    put(writer, stances->n ? "</ul></td>" : "</td>");
}

static void put_issue_table(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    put(writer, "<table>\n<thead><tr><th scope=\"col\">Issue</th>");
    for (uint32_t p = 0; p < brief->n_columns; p++) {
        put(writer, "<th scope=\"col\">");
        put_name(writer, brief->parties.items[p]);
        put(writer, "</th>");
    }
    put(writer, "</tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < brief->issues.n; i++) {
        put(writer, "<tr><th scope=\"row\">");
        put_text(writer, brief->issues.items[i].name);
        put(writer, "</th>");
        for (uint32_t p = 0; p < brief->n_columns; p++)
            put_stance_cell(writer, brief->parties.items[p], &brief->issues.items[i].by_party[p]);
        put(writer, "</tr>\n");
    }
    put(writer, "</tbody>\n</table>\n");
}

static void put_others(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->others.n == 0) return;
    put(writer, "<h3 class=\"others\">Others</h3>\n<ul class=\"lines\">\n");
    for (uint32_t i = 0; i < brief->others.n; i++) {
        const PlBriefStance *stance = &brief->others.items[i];
        const char *name = pl_stance_names[stance->stance];
        put(writer, "<li><b>");
        put_name(writer, stance->party);
        pl_buffer_format(writer->out, "</b> <span class=\"stance %s\">%s</span> ", name, name);
        put_text(writer, stance->issue_name);
        if (stance->terms.len) put(writer, ": ");
        put_text(writer, stance->terms);
        put_refs(writer, &stance->evidence);
        put(writer, "</li>\n");
    }
    put(writer, "</ul>\n");
}

static void put_positions(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->issues.n + brief->others.n == 0) return;
    begin_section(writer, "positions", "Positions");
    if (brief->issues.n) put_issue_table(writer);
    put_others(writer);
    put(writer, "</section>\n");
}

/* ---- sayings -------------------------------------------------------------------------------- */

static void put_lead(Writer *writer, const PlBriefLine *line)
{
    put(writer, "<b>");
    put_text(writer, line->lead);
    put(writer, "</b>");
    if (line->note.len == 0) return;
    put(writer, "<span class=\"note\">, ");
    put_text(writer, line->note);
    put(writer, "</span>");
}

static void put_lines(Writer *writer, const PlBriefLines *lines)
{
    put(writer, "<ul class=\"lines\">\n");
    for (uint32_t i = 0; i < lines->n; i++) {
        const PlBriefLine *line = &lines->items[i];
        put(writer, "<li>");
        if (line->lead.len) {
            put_lead(writer, line);
            put(writer, ": ");
        }
        put_text(writer, line->text);
        put_refs(writer, &line->evidence);
        put(writer, "</li>\n");
    }
    put(writer, "</ul>\n");
}

static void put_conditions(Writer *writer)
{
    if (writer->brief->conditions.n == 0) return;
    begin_section(writer, "conditions", "Conditions");
    put_lines(writer, &writer->brief->conditions);
    put(writer, "</section>\n");
}

static void put_quotes(Writer *writer)
{
    const PlBriefLines *quotes = &writer->brief->quotes;
    if (quotes->n == 0) return;
    begin_section(writer, "quotes", "In their words");
    put(writer, "<div class=\"quotes\">\n");
    for (uint32_t i = 0; i < quotes->n; i++) {
        put(writer, "<figure><blockquote>“");
        put_text(writer, quotes->items[i].text);
        put(writer, "”</blockquote><figcaption>");
        put_lead(writer, &quotes->items[i]);
        put_refs(writer, &quotes->items[i].evidence);
        put(writer, "</figcaption></figure>\n");
    }
    put(writer, "</div>\n</section>\n");
}

static void put_outlook(Writer *writer)
{
    const PlBrief *brief = writer->brief;
    if (brief->outlook.n == 0) return;
    begin_section(writer, "outlook", "What is expected");
    pl_buffer_format(writer->out,
                     "<p class=\"meta\">Pessimistic in %" PRIu32 ", optimistic in %" PRIu32
                     ", mixed in %" PRIu32 " of %" PRIu32 " publishers.</p>\n",
                     brief->n_outlook[PL_OUTLOOK_PESSIMISTIC],
                     brief->n_outlook[PL_OUTLOOK_OPTIMISTIC], brief->n_outlook[PL_OUTLOOK_MIXED],
                     brief->n_publishers);
    put_lines(writer, &brief->outlook);
    put(writer, "</section>\n");
}

/* ---- differences ---------------------------------------------------------------------------- */

static void put_count(Writer *writer, const PlValueSaid *value)
{
    uint32_t n_publishers = value->n_publishers;
    put(writer, "<span class=\"count\"><span class=\"dots\" aria-hidden=\"true\">");
    for (uint32_t i = 0; i < n_publishers && i < MOST_DOTS; i++)
        put(writer, "●");
    put(writer, "</span> ");
    put_text(writer, pl_difference_publishers(writer->arena, writer->record, value));
    put(writer, "</span>");
}

static void put_difference(Writer *writer, const PlDifferenceSaid *said)
{
    put(writer, "<div class=\"diff\">\n<h3>");
    put_text(writer, pl_naming_capital(writer->arena, said->difference->subject));
    put(writer, ": ");
    put_text(writer, said->difference->attribute);
    if (said->difference->kind != PL_DIFFERENCE_AGREEMENT)
        pl_buffer_format(writer->out, " <small>%s</small>",
                         pl_difference_kind_names[said->difference->kind]);
    put(writer, "</h3>\n<ul class=\"values\">\n");
    for (uint32_t v = 0; v < said->values.n; v++) {
        const PlValueSaid *value = &said->values.items[v];
        put(writer, "<li><span>");
        put_text(writer, value->value);
        put_refs(writer, &value->evidence);
        put(writer, "</span> ");
        put_count(writer, value);
        put(writer, "</li>\n");
    }
    put(writer, "</ul>\n</div>\n");
}

static void put_differences(Writer *writer, const char *id, const char *heading,
                            const PlDifferencesSaid *said, uint32_t n_more)
{
    if (said->n == 0) return;
    begin_section(writer, id, heading);
    for (uint32_t i = 0; i < said->n; i++)
        put_difference(writer, &said->items[i]);
    if (n_more)
        pl_buffer_format(writer->out, "<p class=\"meta\">+%" PRIu32 " more: parley %s</p>\n",
                         n_more, id);
    put(writer, "</section>\n");
}

/* ---- reports -------------------------------------------------------------------------------- */

static uint32_t collect_marks(Writer *writer, int32_t report, PlTextMark *marks)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < writer->targets.n; i++) {
        const Target *target = &writer->targets.items[i];
        if (target->place.report != report) continue;
        marks[n++] = (PlTextMark){
            .span = target->place.span,
            .id = pl_arena_format(writer->arena, "m%" PRId32 "-%" PRIu32 "-%" PRIu32, report,
                                  target->place.span.start_byte, target->place.span.end_byte),
            .back = pl_arena_format(writer->arena, "c%" PRIu32, target->first_ref)};
    }
    return n;
}

static void put_report(Writer *writer, int32_t report, const PlTextMark *marks, uint32_t n_marks)
{
    const PlAnnotation *annotation = &writer->record->reports[report];
    const PlMetadata *metadata = &annotation->article.metadata;
    pl_buffer_format(writer->out, "<article class=\"report\" id=\"r%" PRId32 "\">\n<h3>", report);
    put_text(writer, metadata->title.len ? metadata->title : metadata->id);
    put(writer, "</h3>\n<p class=\"meta\">");
    put_text(writer, writer->record->refs[report]);
    put(writer, " · ");
    put_text(writer, metadata->source.len ? metadata->source : PL_SLICE("source not known"));
    if (metadata->published.len) put(writer, " · ");
    put_text(writer, pl_naming_date(writer->arena, metadata->published));
    put(writer, "</p>\n<div class=\"text\">\n");
    pl_report_text_html(writer->arena, writer->out, annotation, marks, n_marks);
    put(writer, "</div>\n</article>\n");
}

static void put_reports(Writer *writer)
{
    PlTextMark *marks = pl_arena_array(writer->arena, PlTextMark, writer->targets.n + 1);
    if (writer->targets.n == 0) return;
    put(writer, "<section id=\"reports\" aria-labelledby=\"h-reports\">\n"
                "<h2 id=\"h-reports\">The reports</h2>\n"
                "<p class=\"meta\">As read. What the brief refers to is marked; the numbers count "
                "sentences.</p>\n");
    for (uint32_t r = 0; r < writer->record->n_reports; r++) {
        uint32_t n_marks = collect_marks(writer, (int32_t)r, marks);
        if (n_marks) put_report(writer, (int32_t)r, marks, n_marks);
    }
    put(writer, "</section>\n");
}

void pl_brief_write_html(PlArena *arena, PlBuffer *out, const PlRecord *record,
                         const PlBrief *brief)
{
    Writer writer = {.arena = arena, .out = out, .record = record, .brief = brief};
    pl_html_page_begin(out, brief->title);
    put_head(&writer);
    put_facts(&writer);
    put_delegations(&writer);
    put_positions(&writer);
    put_conditions(&writer);
    put_quotes(&writer);
    put_outlook(&writer);
    put_differences(&writer, "differences", "Where reports differ", &brief->differences,
                    brief->n_more_differences);
    put_differences(&writer, "agreements", "What several reports agree on", &brief->agreements,
                    brief->n_more_agreements);
    put_reports(&writer);
    pl_buffer_puts(out, "</main>\n<footer>Made by Parley from the reports above. Nothing here is "
                        "checked against the world: it is what the reports say.</footer>\n");
    pl_html_page_end(out);
}
