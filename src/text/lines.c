#include "text/lines.h"

#include "text/utf8.h"

PlSpan pl_lines_trim(PlSlice text, PlSpan span)
{
    size_t start = span.start_byte;
    while (start < span.end_byte) {
        size_t next = start;
        if (!pl_utf8_is_space(pl_utf8_next(text, &next))) break;
        start = next;
    }
    size_t end = span.end_byte;
    while (end > start) {
        size_t last = end - 1;
        while (((unsigned char)text.ptr[last] & 0xc0) == 0x80)
            last--;
        if (!pl_utf8_is_space(pl_utf8_at(text, last))) break;
        end = last;
    }
    return (PlSpan){(uint32_t)start, (uint32_t)end};
}

/* Length of the line end at `i`, 0 when there is none. */
static size_t line_end_len(PlSlice text, size_t i)
{
    const char *at = text.ptr + i;
    size_t left = text.len - i;
    if (at[0] == '\n') return 1;
    if (at[0] == '\r') return left > 1 && at[1] == '\n' ? 2 : 1;
    bool is_separator =
        left > 2 && at[0] == '\xe2' && at[1] == '\x80' && (at[2] == '\xa8' || at[2] == '\xa9');
    return is_separator ? 3 : 0;
}

void pl_lines_cut(PlArena *arena, PlSlice text, uint32_t start_byte, PlLines *lines)
{
    bool blank_before = true;
    uint32_t start = start_byte;
    for (size_t i = start_byte; i <= text.len;) {
        size_t len = i < text.len ? line_end_len(text, i) : 1;
        if (len == 0) {
            i++;
            continue;
        }
        PlSpan span = pl_lines_trim(text, (PlSpan){start, (uint32_t)i});
        if (!pl_span_empty(span)) *pl_vec_push(arena, lines) = (PlLine){span, blank_before};
        blank_before = pl_span_empty(span);
        i += len;
        start = (uint32_t)i;
    }
}

bool pl_line_is_stopped(PlSlice line)
{
    size_t end = line.len;
    for (uint32_t n_closers = 0; end > 0 && n_closers < 8; n_closers++) {
        uint32_t point = pl_utf8_before(line, end);
        if (point == '.' || point == '!' || point == '?' || point == PL_UTF8_ELLIPSIS) return true;
        bool closes = point == '"' || point == '\'' || point == ')' || point == ']' ||
                      point == ' ' || point == PL_UTF8_DOUBLE_CLOSE ||
                      point == PL_UTF8_SINGLE_CLOSE || point == 0xbb;
        if (!closes) return false;
        end -= point < 0x80 ? 1 : point < 0x800 ? 2 : 3;
    }
    return false;
}

enum {
    NARROWEST_COLUMN = 40,
    WIDEST_COLUMN = 130,
    FEWEST_WRAPS = 3,
    SLACK =
        4 /* columns that a writer leaves free at a line's end, a wrapper never more than this */
};

/* Code points, counted up to one more than the widest column. */
static uint32_t width(PlSlice text, PlSpan span)
{
    uint32_t n = 0;
    for (uint32_t i = span.start_byte; i < span.end_byte && n <= WIDEST_COLUMN; i++)
        n += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
    return n;
}

static uint32_t first_word_width(PlSlice text, PlSpan span)
{
    uint32_t end = span.start_byte;
    while (end < span.end_byte && text.ptr[end] != ' ')
        end++;
    return width(text, (PlSpan){span.start_byte, end});
}

/* The column that nearly all lines keep within; 0 when lines are too long to have been wrapped. */
static uint32_t column_of(PlSlice text, const PlLines *lines)
{
    uint32_t n_of_width[WIDEST_COLUMN + 2] = {0};
    for (uint32_t i = 0; i < lines->n; i++)
        n_of_width[width(text, lines->items[i].span)]++;
    uint32_t n_beyond = 0;
    for (uint32_t column = WIDEST_COLUMN + 1; column >= NARROWEST_COLUMN; column--) {
        n_beyond += n_of_width[column];
        if (n_beyond * 25 > lines->n) return column <= WIDEST_COLUMN ? column : 0;
    }
    return 0;
}

/* The second line's first word would not have fitted at the end of the first. */
static bool is_full(PlSlice text, const PlLine *line, const PlLine *next, uint32_t column)
{
    return width(text, line->span) + 1 + first_word_width(text, next->span) + SLACK > column;
}

static bool is_wrapped(PlSlice text, const PlLines *lines, uint32_t column)
{
    uint32_t n_full = 0;
    uint32_t n_pairs = 0;
    uint32_t n_open = 0;
    for (uint32_t i = 0; i + 1 < lines->n; i++) {
        const PlLine *line = &lines->items[i];
        if (line[1].blank_before) continue;
        n_pairs++;
        n_full += is_full(text, line, line + 1, column);
        n_open += !pl_line_is_stopped(pl_slice_of(text, line->span));
    }
    /* Paragraphs that happen to be as long as each other all end with a stop. */
    return n_pairs >= FEWEST_WRAPS && n_full * 100 >= n_pairs * 85 && n_open * 2 > n_pairs;
}

void pl_lines_unwrap(PlSlice text, PlLines *lines)
{
    uint32_t column = column_of(text, lines);
    if (!column || !is_wrapped(text, lines, column)) return;
    uint32_t n = 0;
    bool last_is_full = false;
    for (uint32_t i = 0; i < lines->n; i++) {
        PlLine line = lines->items[i];
        bool is_last = i + 1 == lines->n || lines->items[i + 1].blank_before;
        bool full = !is_last && is_full(text, &line, &lines->items[i + 1], column);
        if (n && !line.blank_before && last_is_full)
            lines->items[n - 1].span.end_byte = line.span.end_byte;
        else
            lines->items[n++] = line;
        last_is_full = full;
    }
    lines->n = n;
}
