#include "view/layout.h"

#include <string.h>

#include "text/utf8.h"
#include "view/escape.h"

/* Select Graphic Rendition, ECMA-48; only attributes and the sixteen colours, which every terminal
 * lets its reader choose. */
static const char *const style_codes[PL_N_STYLES] = {
    [PL_STYLE_PLAIN] = "",      [PL_STYLE_BOLD] = "1",        [PL_STYLE_DIM] = "2",
    [PL_STYLE_TITLE] = "1",     [PL_STYLE_HEADING] = "1;36",  [PL_STYLE_REF] = "2",
    [PL_STYLE_PERSON] = "1;34", [PL_STYLE_GROUP] = "34",      [PL_STYLE_PLACE] = "32",
    [PL_STYLE_QUOTE] = "33",    [PL_STYLE_POSITION] = "4;35", [PL_STYLE_HIT] = "1;7"};

static void append(PlArena *arena, PlRich *rich, PlSlice text)
{
    if (text.len > rich->capacity - rich->n_bytes) {
        uint32_t capacity = rich->capacity ? rich->capacity : 64;
        while (capacity - rich->n_bytes < text.len)
            capacity *= 2;
        char *bytes = pl_arena_array(arena, char, capacity);
        if (rich->n_bytes) memcpy(bytes, rich->bytes, rich->n_bytes);
        rich->bytes = bytes;
        rich->capacity = capacity;
    }
    memcpy(rich->bytes + rich->n_bytes, text.ptr, text.len);
    rich->n_bytes += (uint32_t)text.len;
}

static void begin_style(PlArena *arena, PlRich *rich, PlStyle style)
{
    bool is_same = rich->runs.n && rich->runs.items[rich->runs.n - 1].style == style;
    if (!is_same) *pl_vec_push(arena, &rich->runs) = (PlStyleRun){rich->n_bytes, style};
}

void pl_rich_add(PlArena *arena, PlRich *rich, PlStyle style, PlSlice text)
{
    PlSlice safe = pl_escape_line(arena, text);
    if (safe.len == 0) return;
    begin_style(arena, rich, style);
    append(arena, rich, safe);
}

static bool is_space_byte(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void pl_rich_add_part(PlArena *arena, PlRich *rich, PlStyle style, PlSlice text)
{
    if (text.len == 0) return;
    if (is_space_byte(text.ptr[0])) pl_rich_space(arena, rich);
    pl_rich_add(arena, rich, style, text);
    if (is_space_byte(text.ptr[text.len - 1])) pl_rich_space(arena, rich);
}

void pl_rich_puts(PlArena *arena, PlRich *rich, PlStyle style, const char *text)
{
    if (*text == '\0') return;
    begin_style(arena, rich, style);
    append(arena, rich, pl_slice(text));
}

void pl_rich_append(PlArena *arena, PlRich *rich, const PlRich *more)
{
    for (uint32_t i = 0; i < more->runs.n; i++) {
        uint32_t start = more->runs.items[i].start_byte;
        uint32_t end = i + 1 < more->runs.n ? more->runs.items[i + 1].start_byte : more->n_bytes;
        begin_style(arena, rich, more->runs.items[i].style);
        append(arena, rich, (PlSlice){more->bytes + start, end - start});
    }
}

void pl_rich_space(PlArena *arena, PlRich *rich)
{
    if (rich->n_bytes == 0 || rich->bytes[rich->n_bytes - 1] == ' ') return;
    begin_style(arena, rich, PL_STYLE_PLAIN);
    append(arena, rich, PL_SLICE(" "));
}

typedef struct WidthRange {
    uint32_t first;
    uint32_t last;
    uint32_t width;
} WidthRange;

/* Unicode 15, East Asian Width W and F, and the marks that take no room; blocks, not characters.
 * Sorted; what is not here takes one column. */
static const WidthRange width_ranges[] = {
    {0x300, 0x36f, 0},     {0x483, 0x489, 0},   {0x591, 0x5bd, 0},     {0x610, 0x61a, 0},
    {0x64b, 0x65f, 0},     {0x1100, 0x115f, 2}, {0x1ab0, 0x1aff, 0},   {0x1dc0, 0x1dff, 0},
    {0x200b, 0x200f, 0},   {0x2060, 0x2064, 0}, {0x20d0, 0x20ff, 0},   {0x2e80, 0x303e, 2},
    {0x3041, 0x4dbf, 2},   {0x4e00, 0xa4cf, 2}, {0xac00, 0xd7a3, 2},   {0xf900, 0xfaff, 2},
    {0xfe00, 0xfe0f, 0},   {0xfe20, 0xfe2f, 0}, {0xfe30, 0xfe6f, 2},   {0xfeff, 0xfeff, 0},
    {0xff00, 0xff60, 2},   {0xffe0, 0xffe6, 2}, {0x1f300, 0x1f64f, 2}, {0x1f900, 0x1f9ff, 2},
    {0x20000, 0x3fffd, 2},
};

static uint32_t point_width(uint32_t point)
{
    if (point < 0x300) return 1;
    for (size_t i = 0; i < sizeof width_ranges / sizeof *width_ranges; i++)
        if (point <= width_ranges[i].last)
            return point >= width_ranges[i].first ? width_ranges[i].width : 1;
    return 1;
}

uint32_t pl_layout_width(PlSlice text)
{
    uint32_t width = 0;
    for (size_t byte = 0; byte < text.len;)
        width += point_width(pl_utf8_next(text, &byte));
    return width;
}

typedef struct Wrapping {
    PlArena *arena;
    PlSlice text;
    PlLines *lines;
    uint32_t room;
    uint32_t rest;
    PlLine line;
} Wrapping;

static void end_line(Wrapping *wrapping)
{
    *pl_vec_push(wrapping->arena, wrapping->lines) = wrapping->line;
    wrapping->room = wrapping->rest;
    wrapping->line = (PlLine){0};
}

static void put_word(Wrapping *wrapping, PlLine word)
{
    PlLine *line = &wrapping->line;
    if (line->width && line->width + 1 + word.width > wrapping->room) end_line(wrapping);
    if (line->width == 0) {
        *line = word;
    } else {
        line->end_byte = word.end_byte;
        line->width += 1 + word.width;
    }
}

/* A word that no line can hold goes into lines of its own, cut between characters. */
static void put_long_word(Wrapping *wrapping, PlLine word)
{
    if (wrapping->line.width) end_line(wrapping);
    wrapping->line.start_byte = wrapping->line.end_byte = word.start_byte;
    for (size_t byte = word.start_byte; byte < word.end_byte;) {
        size_t next = byte;
        uint32_t width = point_width(pl_utf8_next(wrapping->text, &next));
        if (wrapping->line.width && wrapping->line.width + width > wrapping->room) {
            end_line(wrapping);
            wrapping->line.start_byte = (uint32_t)byte;
        }
        wrapping->line.end_byte = (uint32_t)next;
        wrapping->line.width += width;
        byte = next;
    }
}

void pl_rich_wrap(PlArena *arena, const PlRich *rich, uint32_t first_width, uint32_t width,
                  PlLines *lines)
{
    Wrapping wrapping = {arena, {rich->bytes, rich->n_bytes}, lines, first_width, width, {0}};
    PlSlice text = wrapping.text;
    for (size_t byte = 0; byte < text.len;) {
        if (text.ptr[byte] == ' ') {
            byte++;
            continue;
        }
        PlLine word = {.start_byte = (uint32_t)byte};
        while (byte < text.len && text.ptr[byte] != ' ')
            word.width += point_width(pl_utf8_next(text, &byte));
        word.end_byte = (uint32_t)byte;
        if (word.width > wrapping.rest)
            put_long_word(&wrapping, word);
        else
            put_word(&wrapping, word);
    }
    if (wrapping.line.width) end_line(&wrapping);
}

static void put_styled(PlBuffer *out, PlSlice text, PlStyle style, bool color)
{
    bool escaped = color && *style_codes[style] && text.len;
    if (escaped) pl_buffer_format(out, "\033[%sm", style_codes[style]);
    pl_buffer_put(out, text);
    if (escaped) pl_buffer_puts(out, "\033[0m");
}

/* The last run that starts at or before `byte`. */
static uint32_t run_at(const PlRich *rich, uint32_t byte)
{
    uint32_t low = 0;
    uint32_t high = rich->runs.n;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (rich->runs.items[middle].start_byte <= byte)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void pl_rich_put_line(PlBuffer *out, const PlRich *rich, PlLine line, bool color)
{
    if (line.start_byte == line.end_byte) return;
    for (uint32_t i = run_at(rich, line.start_byte); i < rich->runs.n; i++) {
        uint32_t start = rich->runs.items[i].start_byte;
        uint32_t end = i + 1 < rich->runs.n ? rich->runs.items[i + 1].start_byte : rich->n_bytes;
        if (start >= line.end_byte) break;
        if (start < line.start_byte) start = line.start_byte;
        if (end > line.end_byte) end = line.end_byte;
        put_styled(out, (PlSlice){rich->bytes + start, end - start}, rich->runs.items[i].style,
                   color);
    }
}

void pl_page_spaces(PlPage *page, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        pl_buffer_putc(page->out, ' ');
}

void pl_page_blank(PlPage *page)
{
    pl_buffer_putc(page->out, '\n');
}

static uint32_t room_after(const PlPage *page, uint32_t indent)
{
    enum { LEAST_ROOM = 8 };
    return page->width >= indent + LEAST_ROOM ? page->width - indent : LEAST_ROOM;
}

static void put_lines(PlPage *page, const PlRich *rich, const PlLines *lines, uint32_t rest)
{
    for (uint32_t i = 0; i < lines->n; i++) {
        if (i > 0) pl_page_spaces(page, rest);
        pl_rich_put_line(page->out, rich, lines->items[i], page->color);
        pl_page_blank(page);
    }
}

void pl_page_paragraph(PlPage *page, const PlRich *rich, uint32_t first, uint32_t rest)
{
    PlLines lines = {0};
    pl_rich_wrap(page->arena, rich, room_after(page, first), room_after(page, rest), &lines);
    if (lines.n) pl_page_spaces(page, first);
    put_lines(page, rich, &lines, rest);
}

void pl_page_labelled(PlPage *page, PlStyle style, const char *label, const PlRich *rich,
                      uint32_t indent)
{
    PlSlice text = pl_slice(label);
    uint32_t width = pl_layout_width(text);
    PlLines lines = {0};
    pl_rich_wrap(page->arena, rich, room_after(page, indent), room_after(page, indent), &lines);
    put_styled(page->out, text, style, page->color);
    if (width < indent) {
        pl_page_spaces(page, indent - width);
    } else {
        pl_page_blank(page);
        pl_page_spaces(page, indent);
    }
    put_lines(page, rich, &lines, indent);
    if (lines.n == 0) pl_page_blank(page);
}
