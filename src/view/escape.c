#include "view/escape.h"

#include <string.h>

#include "text/utf8.h"

static bool is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7f && point < 0xa0);
}

static bool turns_direction(uint32_t point)
{
    return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

static bool is_white(uint32_t point)
{
    bool is_ascii_white = point == ' ' || (point >= '\t' && point <= '\r');
    return is_ascii_white || point == 0x85 || point == 0x2028 || point == 0x2029 ||
           (point >= 0xa0 && pl_utf8_is_space(point));
}

/* Most lines are fine as they are. */
static bool is_plain_line(PlSlice text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c < ' ' || c >= 0x7f) return false;
        if (c == ' ' && (i == 0 || i + 1 == text.len || text.ptr[i + 1] == ' ')) return false;
    }
    return true;
}

PlSlice pl_escape_line(PlArena *arena, PlSlice text)
{
    enum { MOST_GROWTH = 3 }; /* one byte into U+FFFD */
    if (is_plain_line(text)) return text;
    uint32_t n_replaced;
    text = pl_utf8_repair(arena, text, &n_replaced);
    char *line = pl_arena_array(arena, char, text.len *MOST_GROWTH + 1);
    size_t len = 0;
    bool white = false;
    for (size_t byte = 0; byte < text.len;) {
        uint32_t point = pl_utf8_next(text, &byte);
        if (is_white(point)) {
            white = true;
            continue;
        }
        if (is_control(point) || turns_direction(point)) point = PL_UTF8_REPLACEMENT;
        if (white && len) line[len++] = ' ';
        white = false;
        len += pl_utf8_put(line + len, point);
    }
    return (PlSlice){line, len};
}

/* The bytes of the character at `text` that must not go out, 0 = it may. */
static size_t harmful_bytes(PlSlice text)
{
    const unsigned char *c = (const unsigned char *)text.ptr;
    if (c[0] < ' ') return c[0] != '\n' && c[0] != '\t';
    if (c[0] == 0x7f) return 1;
    if (c[0] == 0xc2 && text.len > 1 && c[1] >= 0x80 && c[1] < 0xa0) return 2;
    if (c[0] != 0xe2 || text.len < 3) return 0;
    bool is_override = c[1] == 0x80 && c[2] >= 0xaa && c[2] <= 0xae;
    bool is_isolate = c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9;
    return is_override || is_isolate ? 3 : 0;
}

static const char *html_entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void pl_escape_html(PlBuffer *out, PlSlice text)
{
    size_t plain = 0;
    if (text.len == 0) return;
    for (size_t i = 0; i < text.len;) {
        const char *entity = html_entity(text.ptr[i]);
        size_t harmful = entity ? 1 : harmful_bytes((PlSlice){text.ptr + i, text.len - i});
        if (!harmful) {
            i++;
            continue;
        }
        pl_buffer_put(out, (PlSlice){text.ptr + plain, i - plain});
        pl_buffer_puts(out, entity ? entity : "\xef\xbf\xbd");
        i += harmful;
        plain = i;
    }
    pl_buffer_put(out, (PlSlice){text.ptr + plain, text.len - plain});
}

static bool is_formula(PlSlice text)
{
    if (text.len == 0) return false;
    char c = text.ptr[0];
    if (c == '=' || c == '@') return true;
    if (c != '+' && c != '-') return false;
    bool is_number = text.len > 1 && text.ptr[1] >= '0' && text.ptr[1] <= '9';
    for (size_t i = 1; i < text.len && is_number; i++)
        is_number = memchr("0123456789.", text.ptr[i], 11) != NULL;
    return !is_number;
}

void pl_escape_csv(PlBuffer *out, PlSlice text)
{
    bool formula = is_formula(text);
    bool quoted = formula;
    for (size_t i = 0; i < text.len && !quoted; i++)
        quoted = memchr(",\"\r\n;\t", text.ptr[i], 6) != NULL;
    if (quoted) pl_buffer_putc(out, '"');
    if (formula) pl_buffer_putc(out, '\'');
    for (size_t i = 0; i < text.len;) {
        size_t harmful = harmful_bytes((PlSlice){text.ptr + i, text.len - i});
        if (text.ptr[i] == '"') pl_buffer_putc(out, '"');
        if (harmful)
            pl_buffer_puts(out, "\xef\xbf\xbd");
        else
            pl_buffer_putc(out, text.ptr[i]);
        i += harmful ? harmful : 1;
    }
    if (quoted) pl_buffer_putc(out, '"');
}
