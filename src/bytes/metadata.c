#include "bytes/metadata.h"

#include <string.h>

/* Bytes of the UTF-8 sequence at the start of `text` (RFC 3629), 0 when it is broken. */
static size_t sequence_len(PlSlice text)
{
    const unsigned char *b = (const unsigned char *)text.ptr;
    if (b[0] < 0x80) return 1;
    size_t len = b[0] >= 0xf0 ? 4 : b[0] >= 0xe0 ? 3 : 2;
    if (b[0] < 0xc2 || b[0] > 0xf4 || len > text.len) return 0;
    for (size_t i = 1; i < len; i++)
        if ((b[i] & 0xc0) != 0x80) return 0;
    if (b[0] == 0xe0 && b[1] < 0xa0) return 0; /* longer than need be */
    if (b[0] == 0xed && b[1] > 0x9f) return 0; /* surrogates */
    if (b[0] == 0xf0 && b[1] < 0x90) return 0;
    if (b[0] == 0xf4 && b[1] > 0x8f) return 0; /* beyond U+10FFFF */
    return len;
}

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7f;
}

/* The longest prefix that may be kept as it is. */
static size_t clean_len(PlSlice value)
{
    size_t n = 0;
    while (n < value.len) {
        size_t len = sequence_len((PlSlice){value.ptr + n, value.len - n});
        if (len == 0 || is_control(value.ptr[n]) || n + len > PL_METADATA_MOST_BYTES) break;
        n += len;
    }
    return n;
}

PlSlice pl_metadata_clean(PlArena *arena, PlSlice value)
{
    value = pl_slice_trim(value);
    if (clean_len(value) == value.len) return value;
    char *clean = pl_arena_array(arena, char, PL_METADATA_MOST_BYTES + 1);
    size_t n = 0;
    for (size_t i = 0; i < value.len;) {
        size_t len = sequence_len((PlSlice){value.ptr + i, value.len - i});
        size_t step = len ? len : 1;
        if (n + step > PL_METADATA_MOST_BYTES) break;
        if (len == 0)
            clean[n] = '?';
        else if (is_control(value.ptr[i]))
            clean[n] = ' ';
        else
            memcpy(clean + n, value.ptr + i, len);
        n += step;
        i += step;
    }
    return pl_slice_trim((PlSlice){clean, n});
}

/* Two or four digits at `at` as a number, -1 when they are not digits. */
static int digits(PlSlice value, size_t at, size_t n)
{
    int number = 0;
    if (at + n > value.len) return -1;
    for (size_t i = at; i < at + n; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9') return -1;
        number = number * 10 + (value.ptr[i] - '0');
    }
    return number;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* "Z", "+02:00", "-0500" or nothing. */
static bool is_zone(PlSlice zone)
{
    if (zone.len == 0 || pl_slice_is(zone, "Z")) return true;
    if (zone.ptr[0] != '+' && zone.ptr[0] != '-') return false;
    bool colon = zone.len == 6 && zone.ptr[3] == ':';
    if (!colon && zone.len != 5) return false;
    int hour = digits(zone, 1, 2);
    int minute = digits(zone, colon ? 4 : 3, 2);
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
}

static bool is_clock(PlSlice clock)
{
    int hour = digits(clock, 0, 2);
    int minute = digits(clock, 3, 2);
    if (clock.len < 5 || clock.ptr[2] != ':') return false;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
    size_t at = 5;
    if (at < clock.len && clock.ptr[at] == ':') {
        int second = digits(clock, at + 1, 2);
        if (second < 0 || second > 60) return false;
        at += 3;
        if (at < clock.len && clock.ptr[at] == '.') {
            size_t first = ++at;
            while (digits(clock, at, 1) >= 0)
                at++;
            if (at == first) return false;
        }
    }
    return is_zone((PlSlice){clock.ptr + at, clock.len - at});
}

bool pl_metadata_is_date(PlSlice value)
{
    int year = digits(value, 0, 4);
    int month = digits(value, 5, 2);
    int day = digits(value, 8, 2);
    if (value.len < 10 || value.ptr[4] != '-' || value.ptr[7] != '-') return false;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return false;
    if (value.len == 10) return true;
    return value.ptr[10] == 'T' && is_clock((PlSlice){value.ptr + 11, value.len - 11});
}

PlMetadata pl_metadata_from(PlArena *arena, const ParleyMetadata *given)
{
    const char *fields[] = {given->id, given->source, given->url, given->title, given->published};
    PlSlice kept[5];
    for (size_t i = 0; i < 5; i++)
        kept[i] = pl_metadata_clean(arena, pl_arena_copy(arena, pl_slice(fields[i])));
    return (PlMetadata){kept[0], kept[1], kept[2], kept[3], kept[4]};
}

static void fill(PlSlice *field, PlSlice more)
{
    if (field->len == 0) *field = more;
}

void pl_metadata_fill(PlMetadata *metadata, const PlMetadata *more)
{
    fill(&metadata->id, more->id);
    fill(&metadata->source, more->source);
    fill(&metadata->url, more->url);
    fill(&metadata->title, more->title);
    fill(&metadata->published, more->published);
}
