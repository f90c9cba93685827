#include "view/report_text.h"

#include <stdlib.h>
#include <string.h>

#include "view/escape.h"

/* ---- paint ---------------------------------------------------------------------------------- */

static int compare_spans(const void *x, const void *y)
{
    const PlSpan *a = x;
    const PlSpan *b = y;
    int order = (a->start_byte > b->start_byte) - (a->start_byte < b->start_byte);
    return order ? order : (b->end_byte > a->end_byte) - (b->end_byte < a->end_byte);
}

/* Paints the union of the spans, so that each byte is painted once. */
static void paint_spans(PlPaint paint, PlSpan *spans, uint32_t n, PlStyle style)
{
    uint32_t done = 0;
    if (n) qsort(spans, n, sizeof *spans, compare_spans);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t start = spans[i].start_byte > done ? spans[i].start_byte : done;
        if (spans[i].end_byte <= start) continue;
        memset(paint.style + start, (int)style, spans[i].end_byte - start);
        done = spans[i].end_byte;
    }
}

static void paint_positions(PlArena *arena, PlPaint paint, const PlTalks *talks)
{
    PlSpan *spans = pl_arena_array(arena, PlSpan, talks->positions.n + 1);
    for (uint32_t i = 0; i < talks->positions.n; i++)
        spans[i] = talks->positions.items[i].span;
    paint_spans(paint, spans, talks->positions.n, PL_STYLE_POSITION);
}

static void paint_quotes(PlArena *arena, PlPaint paint, const PlQuotes *quotes)
{
    PlSpan *spans = pl_arena_array(arena, PlSpan, quotes->quotes.n + 1);
    for (uint32_t i = 0; i < quotes->quotes.n; i++)
        spans[i] = quotes->quotes.items[i].span;
    paint_spans(paint, spans, quotes->quotes.n, PL_STYLE_QUOTE);
}

static PlStyle style_of(PlEntityType type)
{
    if (type == PL_ENTITY_PER) return PL_STYLE_PERSON;
    return type == PL_ENTITY_LOC ? PL_STYLE_PLACE : PL_STYLE_GROUP;
}

/* Mentions come sorted, longer first: a name inside a name is skipped. */
static void paint_names(PlPaint paint, const PlMentions *mentions)
{
    uint32_t done = 0;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_NAME || mention->span.start_byte < done) continue;
        if (mention->type == PL_ENTITY_MISC || pl_span_empty(mention->span)) continue;
        memset(paint.style + mention->span.start_byte, (int)style_of(mention->type),
               mention->span.end_byte - mention->span.start_byte);
        done = mention->span.end_byte;
    }
}

PlPaint pl_paint_report(PlArena *arena, const PlAnnotation *report)
{
    PlPaint paint = {pl_arena_array(arena, uint8_t, report->article.text.len + 1)};
    paint_positions(arena, paint, &report->talks);
    paint_quotes(arena, paint, &report->quotes);
    paint_names(paint, &report->mentions);
    return paint;
}

/* ---- HTML ----------------------------------------------------------------------------------- */

static int compare_marks(const void *x, const void *y)
{
    const PlTextMark *a = x;
    const PlTextMark *b = y;
    return compare_spans(&a->span, &b->span);
}

typedef struct OpenMark {
    uint32_t end_byte;
    const PlTextMark *mark;
} OpenMark;

/* Where writing a report has got to. */
typedef struct TextWriter {
    PlBuffer *out;
    const PlAnnotation *report;
    const PlTextMark *marks; /* [n_marks] sorted */
    uint32_t n_marks;
    uint32_t next_mark;
    uint32_t next_sent;
    OpenMark *open; /* [n_marks] */
    uint32_t n_open;
    uint32_t byte;
} TextWriter;

static void open_mark(TextWriter *writer, const PlTextMark *mark, uint32_t block_end)
{
    uint32_t end = mark->span.end_byte < block_end ? mark->span.end_byte : block_end;
    if (writer->n_open && writer->open[writer->n_open - 1].end_byte < end)
        end = writer->open[writer->n_open - 1].end_byte;
    pl_buffer_puts(writer->out, mark->id.len ? "<mark" : "<span");
    if (mark->id.len) {
        pl_buffer_puts(writer->out, " id=\"");
        pl_escape_html(writer->out, mark->id);
        pl_buffer_puts(writer->out, "\"");
    }
    if (mark->class) pl_buffer_format(writer->out, " class=\"%s\"", mark->class);
    pl_buffer_putc(writer->out, '>');
    writer->open[writer->n_open++] = (OpenMark){end, mark};
}

static void close_mark(TextWriter *writer)
{
    const PlTextMark *mark = writer->open[--writer->n_open].mark;
    pl_buffer_puts(writer->out, mark->id.len ? "</mark>" : "</span>");
    if (mark->back.len == 0) return;
    pl_buffer_puts(writer->out, "<a class=\"back\" href=\"#");
    pl_escape_html(writer->out, mark->back);
    pl_buffer_puts(writer->out, "\" aria-label=\"back to the brief\">↩</a>");
}

static void begin_sentence(TextWriter *writer)
{
    const PlTokens *tokens = &writer->report->tokens;
    while (writer->next_sent < tokens->n_sents &&
           tokens->sent_span[writer->next_sent].start_byte <= writer->byte) {
        bool is_here = tokens->sent_span[writer->next_sent].start_byte == writer->byte;
        writer->next_sent++;
        if (is_here) pl_buffer_format(writer->out, "<sup class=\"n\">%u</sup>", writer->next_sent);
    }
}

static void begin_marks(TextWriter *writer, uint32_t block_end)
{
    while (writer->next_mark < writer->n_marks &&
           writer->marks[writer->next_mark].span.start_byte <= writer->byte) {
        const PlTextMark *mark = &writer->marks[writer->next_mark++];
        if (mark->span.end_byte > writer->byte && writer->byte < block_end)
            open_mark(writer, mark, block_end);
    }
}

/* The next byte at which something begins or ends. */
static uint32_t next_stop(const TextWriter *writer, uint32_t block_end)
{
    const PlTokens *tokens = &writer->report->tokens;
    uint32_t stop = block_end;
    if (writer->n_open && writer->open[writer->n_open - 1].end_byte < stop)
        stop = writer->open[writer->n_open - 1].end_byte;
    if (writer->next_mark < writer->n_marks &&
        writer->marks[writer->next_mark].span.start_byte < stop)
        stop = writer->marks[writer->next_mark].span.start_byte;
    if (writer->next_sent < tokens->n_sents &&
        tokens->sent_span[writer->next_sent].start_byte < stop)
        stop = tokens->sent_span[writer->next_sent].start_byte;
    return stop;
}

static void write_block_text(TextWriter *writer, PlSpan block)
{
    writer->byte = block.start_byte;
    for (;;) {
        while (writer->n_open && writer->open[writer->n_open - 1].end_byte <= writer->byte)
            close_mark(writer);
        begin_sentence(writer);
        begin_marks(writer, block.end_byte);
        if (writer->byte >= block.end_byte) break;
        uint32_t stop = next_stop(writer, block.end_byte);
        PlSpan part = {writer->byte, stop};
        pl_escape_html(writer->out, pl_slice_of(writer->report->article.text, part));
        writer->byte = stop;
    }
    while (writer->n_open)
        close_mark(writer);
}

static void write_block(TextWriter *writer, const PlBlock *block)
{
    const char *open = "<p>";
    const char *close = "</p>\n";
    if (block->kind == PL_BLOCK_TITLE || block->kind == PL_BLOCK_CROSSHEAD) {
        open = "<h4>";
        close = "</h4>\n";
    } else if (!pl_block_is_article(block->kind)) {
        open = "<p class=\"furniture\">";
    }
    pl_buffer_puts(writer->out, open);
    write_block_text(writer, block->span);
    pl_buffer_puts(writer->out, close);
}

void pl_report_text_html(PlArena *arena, PlBuffer *out, const PlAnnotation *report,
                         const PlTextMark *marks, uint32_t n_marks)
{
    PlTextMark *sorted = pl_arena_array(arena, PlTextMark, n_marks + 1);
    if (n_marks) {
        memcpy(sorted, marks, n_marks * sizeof *marks);
        qsort(sorted, n_marks, sizeof *sorted, compare_marks);
    }
    TextWriter writer = {.out = out,
                         .report = report,
                         .marks = sorted,
                         .n_marks = n_marks,
                         .open = pl_arena_array(arena, OpenMark, n_marks + 1)};
    for (uint32_t i = 0; i < report->article.blocks.n; i++)
        write_block(&writer, &report->article.blocks.items[i]);
}
