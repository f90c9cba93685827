#include "view/comparison_view.h"

#include <inttypes.h>

#include "pipeline/comparison.h"
#include "view/escape.h"
#include "view/html_page.h"
#include "view/naming.h"

enum { MOST_REFS = 4 };

typedef struct Writer {
    PlPage *page;
    const PlRecord *record; /* as stored, with the differences of the two */
    PlComparison comparison;
    PlDifferencesSaid differences;
    PlDifferencesSaid agreements;
} Writer;

static const PlMetadata *metadata_of(const Writer *writer, int side)
{
    return &writer->record->reports[writer->comparison.reports[side]].article.metadata;
}

static PlSlice ref_of(const Writer *writer, int side)
{
    return writer->record->refs[writer->comparison.reports[side]];
}

/* "harb: Harbour Gazette, 7 March 2031: Pilots stay away" */
static PlSlice origin(const Writer *writer, int side)
{
    PlArena *arena = writer->page->arena;
    const PlMetadata *metadata = metadata_of(writer, side);
    PlSlice source = metadata->source.len ? metadata->source : PL_SLICE("source not known");
    PlSlice date = pl_naming_date(arena, metadata->published);
    return pl_arena_format(arena, "%.*s%s%.*s: %.*s", PL_PRI(source), date.len ? ", " : "",
                           PL_PRI(date), PL_PRI(metadata->title));
}

static PlSlice relation(const Writer *writer)
{
    const PlSharedText *shared = writer->comparison.shared_text;
    const char *story = writer->comparison.is_same_story ? "One story." : "Not one story.";
    if (!shared)
        return pl_arena_format(writer->page->arena, "%s No text shared to speak of.", story);
    return pl_arena_format(writer->page->arena,
                           "%s They share %.0f %% of the shorter one's text%s.", story,
                           100 * shared->containment,
                           shared->kind == PL_SHARED_FURNITURE ? ", which many reports have" : "");
}

/* ---- text ----------------------------------------------------------------------------------- */

static void put_line(Writer *writer, PlStyle style, PlSlice text, uint32_t indent)
{
    PlRich rich = {0};
    pl_rich_add(writer->page->arena, &rich, style, text);
    pl_page_paragraph(writer->page, &rich, indent, indent + 2);
}

static void put_heading(Writer *writer, PlSlice text)
{
    pl_page_blank(writer->page);
    put_line(writer, PL_STYLE_HEADING, text, 0);
}

static void put_said(Writer *writer, const PlDifferenceSaid *said)
{
    PlArena *arena = writer->page->arena;
    PlRich head = {0};
    pl_rich_add(arena, &head, PL_STYLE_BOLD, pl_naming_capital(arena, said->difference->subject));
    pl_rich_puts(arena, &head, PL_STYLE_PLAIN, ": ");
    pl_rich_add(arena, &head, PL_STYLE_PLAIN, said->difference->attribute);
    if (!pl_difference_is_agreement(said->difference->kind)) {
        pl_rich_space(arena, &head);
        pl_rich_add(
            arena, &head, PL_STYLE_DIM,
            pl_arena_format(arena, "(%s)", pl_difference_kind_names[said->difference->kind]));
    }
    pl_page_paragraph(writer->page, &head, 0, 2);
    for (uint32_t i = 0; i < said->values.n; i++) {
        PlRich line = {0};
        pl_rich_add(arena, &line, PL_STYLE_PLAIN, said->values.items[i].value);
        pl_evidence_put_refs(arena, writer->record, &said->values.items[i].evidence, MOST_REFS,
                             &line);
        pl_page_paragraph(writer->page, &line, 2, 4);
    }
}

static void put_all_said(Writer *writer, const char *heading, const char *none,
                         const PlDifferencesSaid *said)
{
    put_heading(writer, pl_slice(heading));
    if (said->n == 0) put_line(writer, PL_STYLE_DIM, pl_slice(none), 0);
    for (uint32_t i = 0; i < said->n; i++)
        put_said(writer, &said->items[i]);
}

static void put_only(Writer *writer, int side)
{
    PlArena *arena = writer->page->arena;
    put_heading(writer, pl_arena_format(arena, "Only %.*s says", PL_PRI(ref_of(writer, side))));
    if (writer->comparison.only[side].n == 0)
        put_line(writer, PL_STYLE_DIM, PL_SLICE("Nothing that can be compared."), 0);
    for (uint32_t i = 0; i < writer->comparison.only[side].n; i++) {
        const PlOnlySaid *only = &writer->comparison.only[side].items[i];
        PlRich rich = {0};
        PlEvidence evidence = {0};
        pl_rich_add(arena, &rich, PL_STYLE_BOLD, pl_naming_capital(arena, only->subject));
        pl_rich_puts(arena, &rich, PL_STYLE_PLAIN, ": ");
        pl_rich_add(arena, &rich, PL_STYLE_PLAIN, only->attribute);
        pl_rich_puts(arena, &rich, PL_STYLE_PLAIN, ": ");
        pl_rich_add(arena, &rich, PL_STYLE_PLAIN, only->value);
        pl_evidence_add(arena, &evidence, writer->comparison.reports[side], only->span);
        pl_evidence_put_refs(arena, writer->record, &evidence, MOST_REFS, &rich);
        pl_page_paragraph(writer->page, &rich, 0, 2);
    }
}

static void write_text(Writer *writer)
{
    for (int side = 0; side < 2; side++) {
        PlRich rich = {0};
        pl_rich_add(writer->page->arena, &rich, PL_STYLE_REF, ref_of(writer, side));
        pl_rich_puts(writer->page->arena, &rich, PL_STYLE_PLAIN, "  ");
        pl_rich_add(writer->page->arena, &rich, PL_STYLE_TITLE, origin(writer, side));
        pl_page_paragraph(writer->page, &rich, 0, 2);
    }
    put_line(writer, PL_STYLE_PLAIN, relation(writer), 0);
    put_all_said(writer, "They differ", "In nothing that was found.", &writer->differences);
    put_all_said(writer, "Both say", "Nothing alike was found.", &writer->agreements);
    put_only(writer, 0);
    put_only(writer, 1);
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static void write_reports(PlJson *json, const Writer *writer)
{
    pl_json_array(json);
    for (int side = 0; side < 2; side++) {
        const PlMetadata *metadata = metadata_of(writer, side);
        pl_json_object(json);
        pl_json_key(json, "id");
        pl_json_string(json, metadata->id);
        pl_json_key(json, "source");
        pl_json_string_or_null(json, metadata->source);
        pl_json_key(json, "published");
        pl_json_string_or_null(json, metadata->published);
        pl_json_key(json, "title");
        pl_json_string_or_null(json, metadata->title);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_shared_text(PlJson *json, const PlSharedText *shared)
{
    if (!shared) {
        pl_json_null(json);
        return;
    }
    pl_json_object(json);
    pl_json_key(json, "kind");
    pl_json_string(json, pl_slice(pl_shared_text_kind_names[shared->kind]));
    pl_json_key(json, "containment");
    pl_json_number(json, shared->containment);
    pl_json_key(json, "resemblance");
    pl_json_number(json, shared->resemblance);
    pl_json_end(json);
}

static void write_said(PlJson *json, const Writer *writer, const PlDifferencesSaid *said)
{
    pl_json_array(json);
    for (uint32_t i = 0; i < said->n; i++)
        pl_difference_write_json(json, writer->record, &said->items[i]);
    pl_json_end(json);
}

static void write_only(PlJson *json, const Writer *writer, int side)
{
    pl_json_object(json);
    pl_json_key(json, "report");
    pl_json_string(json, metadata_of(writer, side)->id);
    pl_json_key(json, "says");
    pl_json_array(json);
    for (uint32_t i = 0; i < writer->comparison.only[side].n; i++) {
        const PlOnlySaid *only = &writer->comparison.only[side].items[i];
        PlEvidence evidence = {0};
        pl_evidence_add(writer->page->arena, &evidence, writer->comparison.reports[side],
                        only->span);
        pl_json_object(json);
        pl_json_key(json, "subject");
        pl_json_string(json, only->subject);
        pl_json_key(json, "attribute");
        pl_json_string(json, only->attribute);
        pl_json_key(json, "value");
        pl_json_string(json, only->value);
        pl_json_key(json, "evidence");
        pl_evidence_write_json(json, writer->record, &evidence);
        pl_json_end(json);
    }
    pl_json_end(json);
    pl_json_end(json);
}

static void write_json(Writer *writer)
{
    PlJson json;
    pl_json_init(&json, writer->page->out);
    pl_json_object(&json);
    pl_json_key(&json, "reports");
    write_reports(&json, writer);
    pl_json_key(&json, "same_story");
    pl_json_bool(&json, writer->comparison.is_same_story);
    pl_json_key(&json, "shared_text");
    write_shared_text(&json, writer->comparison.shared_text);
    pl_json_key(&json, "differences");
    write_said(&json, writer, &writer->differences);
    pl_json_key(&json, "agreements");
    write_said(&json, writer, &writer->agreements);
    pl_json_key(&json, "only");
    pl_json_array(&json);
    write_only(&json, writer, 0);
    write_only(&json, writer, 1);
    pl_json_end(&json);
    pl_json_end(&json);
    pl_buffer_putc(writer->page->out, '\n');
}

/* ---- HTML ----------------------------------------------------------------------------------- */

static void put_html(const Writer *writer, PlSlice text)
{
    pl_escape_html(writer->page->out, pl_escape_line(writer->page->arena, text));
}

static void html_refs(const Writer *writer, const PlEvidence *evidence)
{
    PlRich refs = {0};
    pl_evidence_put_refs(writer->page->arena, writer->record, evidence, MOST_REFS, &refs);
    pl_buffer_puts(writer->page->out, " <small>");
    put_html(writer, (PlSlice){refs.bytes, refs.n_bytes});
    pl_buffer_puts(writer->page->out, "</small>");
}

static void html_said(const Writer *writer, const char *id, const char *heading,
                      const PlDifferencesSaid *said)
{
    PlBuffer *out = writer->page->out;
    if (said->n == 0) return;
    pl_buffer_format(out, "<section aria-labelledby=\"h-%s\">\n<h2 id=\"h-%s\">%s</h2>\n", id, id,
                     heading);
    for (uint32_t i = 0; i < said->n; i++) {
        const PlDifferenceSaid *one = &said->items[i];
        pl_buffer_puts(out, "<div class=\"diff\">\n<h3>");
        put_html(writer, pl_naming_capital(writer->page->arena, one->difference->subject));
        pl_buffer_puts(out, ": ");
        put_html(writer, one->difference->attribute);
        if (!pl_difference_is_agreement(one->difference->kind))
            pl_buffer_format(out, " <small>%s</small>",
                             pl_difference_kind_names[one->difference->kind]);
        pl_buffer_puts(out, "</h3>\n<ul class=\"values\">\n");
        for (uint32_t v = 0; v < one->values.n; v++) {
            pl_buffer_puts(out, "<li><span>");
            put_html(writer, one->values.items[v].value);
            html_refs(writer, &one->values.items[v].evidence);
            pl_buffer_puts(out, "</span></li>\n");
        }
        pl_buffer_puts(out, "</ul>\n</div>\n");
    }
    pl_buffer_puts(out, "</section>\n");
}

static void html_only(const Writer *writer, int side)
{
    PlBuffer *out = writer->page->out;
    if (writer->comparison.only[side].n == 0) return;
    pl_buffer_format(out, "<section aria-labelledby=\"h-only-%d\">\n<h2 id=\"h-only-%d\">Only ",
                     side, side);
    put_html(writer, ref_of(writer, side));
    pl_buffer_puts(out, " says</h2>\n<ul class=\"lines\">\n");
    for (uint32_t i = 0; i < writer->comparison.only[side].n; i++) {
        const PlOnlySaid *only = &writer->comparison.only[side].items[i];
        PlEvidence evidence = {0};
        pl_evidence_add(writer->page->arena, &evidence, writer->comparison.reports[side],
                        only->span);
        pl_buffer_puts(out, "<li><b>");
        put_html(writer, pl_naming_capital(writer->page->arena, only->subject));
        pl_buffer_puts(out, "</b>: ");
        put_html(writer, only->attribute);
        pl_buffer_puts(out, ": ");
        put_html(writer, only->value);
        html_refs(writer, &evidence);
        pl_buffer_puts(out, "</li>\n");
    }
    pl_buffer_puts(out, "</ul>\n</section>\n");
}

static void write_html(Writer *writer)
{
    PlBuffer *out = writer->page->out;
    PlSlice title =
        pl_arena_format(writer->page->arena, "%.*s and %.*s", PL_PRI(metadata_of(writer, 0)->id),
                        PL_PRI(metadata_of(writer, 1)->id));
    title = pl_escape_line(writer->page->arena, title);
    pl_html_page_begin(out, title);
    pl_buffer_puts(out, "<header>\n<p class=\"kicker\">Two reports</p>\n<h1>");
    pl_escape_html(out, title);
    pl_buffer_puts(out, "</h1>\n");
    for (int side = 0; side < 2; side++) {
        pl_buffer_puts(out, "<p class=\"meta\"><b>");
        put_html(writer, ref_of(writer, side));
        pl_buffer_puts(out, "</b> ");
        put_html(writer, origin(writer, side));
        pl_buffer_puts(out, "</p>\n");
    }
    pl_buffer_puts(out, "<p>");
    put_html(writer, relation(writer));
    pl_buffer_puts(out, "</p>\n</header>\n<main>\n");
    html_said(writer, "differences", "They differ", &writer->differences);
    html_said(writer, "agreements", "Both say", &writer->agreements);
    html_only(writer, 0);
    html_only(writer, 1);
    pl_buffer_puts(out, "</main>\n");
    pl_html_page_end(out);
}

void pl_comparison_view_write(PlPage *page, const PlRecord *record, int32_t first, int32_t second,
                              ParleyFormat format)
{
    Writer writer = {.page = page};
    pl_comparison_find(page->arena, record, first, second, &writer.comparison);
    PlRecord of_two = *record;
    of_two.differences = writer.comparison.differences;
    writer.record = &of_two;
    pl_differences_collect(page->arena, &of_two, false, &writer.differences);
    pl_differences_collect(page->arena, &of_two, true, &writer.agreements);
    if (format == PARLEY_FORMAT_JSON)
        write_json(&writer);
    else if (format == PARLEY_FORMAT_HTML)
        write_html(&writer);
    else
        write_text(&writer);
}
