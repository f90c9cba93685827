#include "base/slice.h"

#include <string.h>

PlSlice pl_slice(const char *terminated)
{
    return (PlSlice){terminated, terminated ? strlen(terminated) : 0};
}

bool pl_slice_equal(PlSlice a, PlSlice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool pl_slice_is_nocase(PlSlice a, const char *terminated)
{
    size_t len = strlen(terminated);
    if (a.len != len) return false;
    for (size_t i = 0; i < len; i++)
        if (ascii_lower(a.ptr[i]) != ascii_lower(terminated[i])) return false;
    return true;
}

bool pl_slice_starts(PlSlice a, const char *prefix)
{
    size_t len = strlen(prefix);
    return a.len >= len && memcmp(a.ptr, prefix, len) == 0;
}

bool pl_slice_ends(PlSlice a, const char *suffix)
{
    size_t len = strlen(suffix);
    return a.len >= len && memcmp(a.ptr + a.len - len, suffix, len) == 0;
}

ptrdiff_t pl_slice_find(PlSlice haystack, PlSlice needle)
{
    if (needle.len == 0) return 0;
    if (needle.len > haystack.len) return -1;
    const char *from = haystack.ptr;
    const char *last = haystack.ptr + (haystack.len - needle.len);
    while (from <= last) {
        from = memchr(from, needle.ptr[0], (size_t)(last - from) + 1);
        if (!from) return -1;
        if (memcmp(from, needle.ptr, needle.len) == 0) return from - haystack.ptr;
        from++;
    }
    return -1;
}

int pl_slice_compare(PlSlice a, PlSlice b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;
    if (order != 0) return order;
    return (a.len > b.len) - (a.len < b.len);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

PlSlice pl_slice_trim(PlSlice a)
{
    while (a.len && is_space(a.ptr[0])) {
        a.ptr++;
        a.len--;
    }
    while (a.len && is_space(a.ptr[a.len - 1]))
        a.len--;
    return a;
}

PlSlice pl_slice_of(PlSlice text, PlSpan span)
{
    if (!text.ptr) return text; /* even 0 must not be added to NULL */
    return (PlSlice){text.ptr + span.start_byte, span.end_byte - span.start_byte};
}

/* Most parts are a word: shorter than a call of memchr takes. */
static const char *find_separator(PlSlice text, char separator)
{
    enum { NEAR = 12 };
    size_t near = text.len < NEAR ? text.len : NEAR;
    for (size_t i = 0; i < near; i++)
        if (text.ptr[i] == separator) return text.ptr + i;
    return near < text.len ? memchr(text.ptr + near, separator, text.len - near) : NULL;
}

bool pl_slice_next(PlSlice *rest, char separator, PlSlice *part)
{
    if (!rest->ptr) return false;
    const char *cut = find_separator(*rest, separator);
    if (!cut) {
        *part = *rest;
        *rest = (PlSlice){NULL, 0};
        return true;
    }
    *part = (PlSlice){rest->ptr, (size_t)(cut - rest->ptr)};
    rest->len -= part->len + 1;
    rest->ptr = cut + 1;
    return true;
}

uint64_t pl_slice_hash(PlSlice a)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < a.len; i++)
        hash = (hash ^ (unsigned char)a.ptr[i]) * 0x100000001b3u;
    /* FNV's low bits are weak; tables index with them. */
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93u;
    return hash ^ (hash >> 32);
}

bool pl_span_empty(PlSpan a)
{
    return a.start_byte >= a.end_byte;
}

bool pl_span_within(PlSpan inner, PlSpan outer)
{
    return inner.start_byte >= outer.start_byte && inner.end_byte <= outer.end_byte;
}

bool pl_spans_overlap(PlSpan a, PlSpan b)
{
    return a.start_byte < b.end_byte && b.start_byte < a.end_byte;
}

bool pl_slice_number(PlSlice text, double *number)
{
    bool is_negative = text.len && text.ptr[0] == '-';
    double value = 0;
    double scale = 0;
    bool has_digit = false;
    *number = 0;
    for (size_t i = is_negative; i < text.len; i++) {
        bool is_digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        if (!is_digit && (text.ptr[i] != '.' || scale > 0)) return false;
        if (is_digit) {
            value = value * 10 + (text.ptr[i] - '0');
            scale *= 10;
            has_digit = true;
        } else {
            scale = 1;
        }
    }
    if (!has_digit) return false;
    if (scale > 0) value /= scale;
    *number = is_negative ? -value : value;
    return true;
}
