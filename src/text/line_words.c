#include "text/line_words.h"

#include <string.h>

#include "text/utf8.h"

enum { LONGEST_WORD = 48, COPYRIGHT_SIGN = 0xa9 };

static bool is_mark_word(uint32_t point)
{
    return point == ':' || point == '+' || point == '|' || point == COPYRIGHT_SIGN;
}

static bool is_word_point(uint32_t point)
{
    return pl_utf8_is_letter(point) || pl_utf8_is_digit(point) || point == '@';
}

static void push(PlLineWords *words, PlSlice form, uint32_t start, uint8_t flags)
{
    if (words->n == PL_MOST_LINE_WORDS) {
        words->is_cut = true;
        return;
    }
    char lower[LONGEST_WORD + 4];
    size_t n = 0;
    for (size_t i = 0; i < form.len && n < LONGEST_WORD;) {
        uint32_t point = pl_utf8_to_lower(pl_utf8_next(form, &i));
        n += pl_utf8_put(lower + n, point == PL_UTF8_SINGLE_CLOSE ? '\'' : point);
    }
    words->hash[words->n] = pl_slice_hash((PlSlice){lower, n});
    words->start_byte[words->n] = start;
    words->flags[words->n++] = flags;
}

static bool is_address(PlSlice form)
{
    if (pl_slice_find(form, PL_SLICE("://")) > 0 || pl_slice_starts(form, "www.")) return true;
    const char *at = form.len ? memchr(form.ptr + 1, '@', form.len - 1) : NULL;
    return at && memchr(at, '.', (size_t)(form.ptr + form.len - at));
}

static uint8_t describe(PlSlice form)
{
    uint32_t first = pl_utf8_at(form, 0);
    uint8_t flags = 0;
    if (pl_utf8_is_upper(first)) flags |= PL_WORD_CAPITAL;
    if (pl_utf8_is_digit(first)) flags |= PL_WORD_DIGIT;
    if (is_address(form)) flags |= PL_WORD_ADDRESS;
    if (first == '@' && form.len > 2) flags |= PL_WORD_HANDLE;
    return flags;
}

/* The end of the word at `i`: at white space, or at a colon between words ("More:Talks"). */
static size_t word_end(PlSlice line, size_t i)
{
    while (i < line.len) {
        size_t next = i;
        uint32_t point = pl_utf8_next(line, &next);
        if (pl_utf8_is_space(point)) break;
        uint32_t after = pl_utf8_at(line, next);
        if (point == ':' && after != '/' && !pl_utf8_is_digit(after)) break;
        if (point == '|' || point == COPYRIGHT_SIGN) break;
        i = next;
    }
    return i;
}

/* Cuts the word in line[start, end), whose marks before it begin at `marks`. */
static void cut_word(PlSlice line, size_t marks, size_t start, size_t end, PlLineWords *words)
{
    bool stops = false;
    size_t last = end;
    while (last > start) {
        uint32_t point = pl_utf8_before(line, last);
        if (is_word_point(point)) break;
        stops = stops || point == '.' || point == '!' || point == '?';
        last -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    if (last == start) return;
    PlSlice form = {line.ptr + start, last - start};
    uint8_t flags = (uint8_t)(describe(form) | (stops ? PL_WORD_STOP : 0));
    push(words, form, (uint32_t)marks, flags);
}

void pl_line_words_cut(PlSlice line, PlLineWords *words)
{
    words->n = 0;
    words->is_cut = false;
    size_t marks = 0;
    for (size_t i = 0; i < line.len && !words->is_cut;) {
        size_t next = i;
        uint32_t point = pl_utf8_next(line, &next);
        if (is_word_point(point)) {
            size_t end = word_end(line, i);
            if (end == i) end = next;
            cut_word(line, marks, i, end, words);
            i = marks = end;
            continue;
        }
        if (is_mark_word(point))
            push(words, (PlSlice){line.ptr + i, next - i}, (uint32_t)marks, PL_WORD_MARK);
        bool stops_word = (point == '.' || point == '!' || point == '?') && words->n;
        if (stops_word) words->flags[words->n - 1] |= PL_WORD_STOP;
        if (is_mark_word(point) || pl_utf8_is_space(point)) marks = next;
        i = next;
    }
}
