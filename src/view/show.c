#include "view/show.h"

#include <string.h>

#include "view/escape.h"
#include "view/html_page.h"
#include "view/naming.h"
#include "view/report_notes.h"
#include "view/report_text.h"

enum { NUMBER_WIDTH = 5, NOTE_INDENT = 7 };

typedef struct Writer {
    PlPage *page;
    const PlRecord *record;
    int32_t report;
    const PlAnnotation *annotation;
    PlPaint paint;
    PlReportNotes notes;
    uint32_t next_note;
    uint32_t next_sent;
} Writer;

/* "source, 7 March 2024, id x" */
static PlSlice origin(PlArena *arena, const PlMetadata *metadata)
{
    PlRich line = {0};
    PlSlice source = metadata->source.len ? metadata->source : PL_SLICE("source not known");
    pl_rich_add(arena, &line, PL_STYLE_PLAIN, source);
    if (metadata->published.len) pl_rich_puts(arena, &line, PL_STYLE_PLAIN, ", ");
    pl_rich_add(arena, &line, PL_STYLE_PLAIN, pl_naming_date(arena, metadata->published));
    pl_rich_puts(arena, &line, PL_STYLE_PLAIN, ", id ");
    pl_rich_add(arena, &line, PL_STYLE_PLAIN, metadata->id);
    return (PlSlice){line.bytes, line.n_bytes};
}

/* ---- text ----------------------------------------------------------------------------------- */

static bool is_name(PlStyle style)
{
    return style == PL_STYLE_PERSON || style == PL_STYLE_GROUP || style == PL_STYLE_PLACE;
}

/* In colour a name is coloured; without, it stands in brackets. */
static PlRich painted(Writer *writer, PlSpan span)
{
    PlArena *arena = writer->page->arena;
    PlRich rich = {0};
    const uint8_t *styles = writer->paint.style;
    for (uint32_t start = span.start_byte; start < span.end_byte;) {
        uint32_t end = start;
        while (end < span.end_byte && styles[end] == styles[start])
            end++;
        PlSlice part = pl_slice_of(writer->annotation->article.text, (PlSpan){start, end});
        PlStyle style = (PlStyle)styles[start];
        bool in_brackets = is_name(style) && !writer->page->color;
        if (in_brackets) pl_rich_puts(arena, &rich, PL_STYLE_PLAIN, "[");
        pl_rich_add_part(arena, &rich, style, part);
        if (in_brackets) pl_rich_puts(arena, &rich, PL_STYLE_PLAIN, "]");
        start = end;
    }
    return rich;
}

static void put_notes(Writer *writer, uint32_t sentence)
{
    PlArena *arena = writer->page->arena;
    for (; writer->next_note < writer->notes.n; writer->next_note++) {
        const PlReportNote *note = &writer->notes.items[writer->next_note];
        if (note->sentence > sentence) return;
        PlRich rich = {0};
        pl_rich_puts(arena, &rich, PL_STYLE_DIM, note->kind);
        pl_rich_puts(arena, &rich, PL_STYLE_DIM, "  ");
        pl_rich_add(arena, &rich, PL_STYLE_DIM, note->text);
        pl_page_paragraph(writer->page, &rich, NOTE_INDENT, NOTE_INDENT + 2);
    }
}

static void put_sentence(Writer *writer, uint32_t sentence)
{
    PlRich rich = painted(writer, writer->annotation->tokens.sent_span[sentence]);
    PlSlice number = pl_arena_format(writer->page->arena, "%3u", sentence + 1);
    pl_page_labelled(writer->page, PL_STYLE_REF, number.ptr, &rich, NUMBER_WIDTH);
    put_notes(writer, sentence + 1);
}

static void put_block(Writer *writer, const PlBlock *block)
{
    const PlTokens *tokens = &writer->annotation->tokens;
    if (!pl_block_is_article(block->kind)) {
        PlRich rich = {0};
        pl_rich_puts(writer->page->arena, &rich, PL_STYLE_DIM, "not article, ");
        pl_rich_puts(writer->page->arena, &rich, PL_STYLE_DIM, pl_block_kind_names[block->kind]);
        pl_rich_puts(writer->page->arena, &rich, PL_STYLE_DIM, ": ");
        pl_rich_add(writer->page->arena, &rich, PL_STYLE_DIM,
                    pl_slice_of(writer->annotation->article.text, block->span));
        pl_page_paragraph(writer->page, &rich, NUMBER_WIDTH, NUMBER_WIDTH);
        return;
    }
    while (writer->next_sent < tokens->n_sents &&
           tokens->sent_span[writer->next_sent].start_byte < block->span.end_byte)
        put_sentence(writer, writer->next_sent++);
}

static void put_legend(Writer *writer)
{
    PlArena *arena = writer->page->arena;
    PlRich legend = {0};
    if (writer->page->color) {
        pl_rich_puts(arena, &legend, PL_STYLE_PERSON, "person");
        pl_rich_space(arena, &legend);
        pl_rich_puts(arena, &legend, PL_STYLE_GROUP, "group");
        pl_rich_space(arena, &legend);
        pl_rich_puts(arena, &legend, PL_STYLE_PLACE, "place");
        pl_rich_space(arena, &legend);
        pl_rich_puts(arena, &legend, PL_STYLE_QUOTE, "said");
        pl_rich_space(arena, &legend);
        pl_rich_puts(arena, &legend, PL_STYLE_POSITION, "position");
    } else {
        pl_rich_puts(arena, &legend, PL_STYLE_PLAIN,
                     "[person, group or place]; below each sentence, what was found in it");
    }
    pl_page_paragraph(writer->page, &legend, 0, 0);
}

void pl_show_write_text(PlPage *page, const PlRecord *record, int32_t report)
{
    const PlAnnotation *annotation = &record->reports[report];
    const PlMetadata *metadata = &annotation->article.metadata;
    Writer writer = {.page = page,
                     .record = record,
                     .report = report,
                     .annotation = annotation,
                     .paint = pl_paint_report(page->arena, annotation)};
    PlRich title = {0};
    PlRich source = {0};
    pl_report_notes_find(page->arena, record, report, &writer.notes);
    pl_rich_add(page->arena, &title, PL_STYLE_TITLE, metadata->title);
    pl_rich_add(page->arena, &source, PL_STYLE_DIM, origin(page->arena, metadata));
    pl_page_paragraph(page, &title, 0, 2);
    pl_page_paragraph(page, &source, 0, 2);
    put_legend(&writer);
    for (uint32_t i = 0; i < annotation->article.blocks.n; i++) {
        pl_page_blank(page);
        put_block(&writer, &annotation->article.blocks.items[i]);
    }
}

/* ---- HTML ----------------------------------------------------------------------------------- */

static const char *class_of(PlStyle style)
{
    switch (style) {
    case PL_STYLE_PERSON:
        return "per";
    case PL_STYLE_GROUP:
        return "org";
    case PL_STYLE_PLACE:
        return "loc";
    case PL_STYLE_QUOTE:
        return "quote";
    default:
        return "pos";
    }
}

static void put_report_text(PlArena *arena, PlBuffer *out, const PlAnnotation *annotation)
{
    PL_VEC(PlTextMark) marks = {0};
    PlPaint paint = pl_paint_report(arena, annotation);
    uint32_t len = (uint32_t)annotation->article.text.len;
    for (uint32_t start = 0; start < len;) {
        uint32_t end = start;
        while (end < len && paint.style[end] == paint.style[start])
            end++;
        if (paint.style[start] != PL_STYLE_PLAIN)
            *pl_vec_push(arena, &marks) =
                (PlTextMark){.span = {start, end}, .class = class_of((PlStyle)paint.style[start])};
        start = end;
    }
    pl_report_text_html(arena, out, annotation, marks.items, marks.n);
}

static void put_note_table(PlArena *arena, PlBuffer *out, const PlRecord *record, int32_t report)
{
    PlReportNotes notes = {0};
    pl_report_notes_find(arena, record, report, &notes);
    if (notes.n == 0) return;
    pl_buffer_puts(out, "<section aria-labelledby=\"h-notes\">\n"
                        "<h2 id=\"h-notes\">What was found, by sentence</h2>\n"
                        "<table>\n<thead><tr><th scope=\"col\">Sentence</th>"
                        "<th scope=\"col\">Kind</th><th scope=\"col\">What</th></tr></thead>\n"
                        "<tbody>\n");
    for (uint32_t i = 0; i < notes.n; i++) {
        const PlReportNote *note = &notes.items[i];
        pl_buffer_format(out, "<tr><th scope=\"row\">%u</th><td>%s</td><td>", note->sentence,
                         note->kind);
        pl_escape_html(out, pl_escape_line(arena, note->text));
        pl_buffer_puts(out, "</td></tr>\n");
    }
    pl_buffer_puts(out, "</tbody>\n</table>\n</section>\n");
}

void pl_show_write_html(PlArena *arena, PlBuffer *out, const PlRecord *record, int32_t report)
{
    const PlAnnotation *annotation = &record->reports[report];
    const PlMetadata *metadata = &annotation->article.metadata;
    PlSlice title = metadata->title.len ? metadata->title : metadata->id;
    title = pl_escape_line(arena, title);
    pl_html_page_begin(out, title);
    pl_buffer_puts(out, "<header>\n<p class=\"kicker\">Report</p>\n<h1>");
    pl_escape_html(out, title);
    pl_buffer_puts(out, "</h1>\n<p class=\"meta\">");
    pl_escape_html(out, origin(arena, metadata));
    pl_buffer_puts(out,
                   "</p>\n<p class=\"legend\"><span class=\"per\">person</span> "
                   "<span class=\"org\">group</span> <span class=\"loc\">place</span> "
                   "<span class=\"quote\">said</span> <span class=\"pos\">position</span></p>\n"
                   "</header>\n<main>\n<article class=\"report\">\n<div class=\"text\">\n");
    put_report_text(arena, out, annotation);
    pl_buffer_puts(out, "</div>\n</article>\n");
    put_note_table(arena, out, record, report);
    pl_buffer_puts(out, "</main>\n");
    pl_html_page_end(out);
}
