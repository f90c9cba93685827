#include "text/front_matter.h"

#include <string.h>

#include "text/lines.h"

typedef enum Key { KEY_NONE, KEY_SOURCE, KEY_DATE, KEY_TITLE, KEY_URL, KEY_ID, KEY_OTHER } Key;

typedef struct KeyName {
    const char *name;
    Key key;
} KeyName;

static const KeyName key_names[] = {
    {"source", KEY_SOURCE},
    {"publisher", KEY_SOURCE},
    {"outlet", KEY_SOURCE},
    {"publication", KEY_SOURCE},
    {"date", KEY_DATE},
    {"published", KEY_DATE},
    {"publish_date", KEY_DATE},
    {"pubdate", KEY_DATE},
    {"date published", KEY_DATE},
    {"publication date", KEY_DATE},
    {"title", KEY_TITLE},
    {"headline", KEY_TITLE},
    {"url", KEY_URL},
    {"link", KEY_URL},
    {"id", KEY_ID},
    {"author", KEY_OTHER},
    {"authors", KEY_OTHER},
    {"byline", KEY_OTHER},
    {"language", KEY_OTHER},
    {"lang", KEY_OTHER},
    {"section", KEY_OTHER},
    {"category", KEY_OTHER},
    {"categories", KEY_OTHER},
    {"tags", KEY_OTHER},
    {"keywords", KEY_OTHER},
    {"updated", KEY_OTHER},
    {"retrieved", KEY_OTHER},
    {"description", KEY_OTHER},
    {"subtitle", KEY_OTHER},
    {"dateline", KEY_OTHER},
    {"country", KEY_OTHER},
    {"image", KEY_OTHER},
    {"copyright", KEY_OTHER},
};

enum { LONGEST_KEY = 20, MOST_LINES = 40 };

static bool is_fence(PlSlice line)
{
    return pl_slice_is(line, "---") || pl_slice_is(line, "+++");
}

static Key key_of(PlSlice line, PlSlice *value)
{
    const char *colon = memchr(line.ptr, ':', line.len < LONGEST_KEY ? line.len : LONGEST_KEY);
    if (!colon) return KEY_NONE;
    PlSlice name = pl_slice_trim((PlSlice){line.ptr, (size_t)(colon - line.ptr)});
    *value = pl_slice_trim((PlSlice){colon + 1, line.len - (size_t)(colon + 1 - line.ptr)});
    for (size_t i = 0; i < sizeof key_names / sizeof key_names[0]; i++)
        if (pl_slice_is_nocase(name, key_names[i].name)) return key_names[i].key;
    return KEY_NONE;
}

static PlSlice without_quotes(PlSlice value)
{
    bool quoted = value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'') &&
                  value.ptr[value.len - 1] == value.ptr[0];
    return quoted ? (PlSlice){value.ptr + 1, value.len - 2} : value;
}

static void keep(PlArena *arena, PlMetadata *metadata, Key key, PlSlice value)
{
    value = pl_metadata_clean(arena, without_quotes(value));
    if (key == KEY_SOURCE) metadata->source = value;
    if (key == KEY_TITLE) metadata->title = value;
    if (key == KEY_URL) metadata->url = value;
    if (key == KEY_ID) metadata->id = value;
    if (key == KEY_DATE) metadata->published = pl_front_matter_date(arena, value);
}

/* One line is front matter when its value fits its key and no sentence would say so. */
static bool stands_alone(Key key, PlSlice value, const PlMetadata *metadata)
{
    if (key == KEY_URL) return pl_slice_find(value, PL_SLICE("://")) > 0;
    if (key == KEY_DATE) return metadata->published.len > 0;
    return key == KEY_SOURCE || key == KEY_TITLE;
}

PlSpan pl_front_matter_read(PlArena *arena, PlSlice text, PlMetadata *metadata)
{
    PlMetadata found = {0};
    PlSlice rest = text;
    PlSlice line;
    PlSpan span = {0, 0};
    uint32_t n_keys = 0;
    bool fenced = false;
    bool closed = false;
    bool alone = false;
    for (uint32_t i = 0; i < MOST_LINES && !closed && pl_slice_next(&rest, '\n', &line); i++) {
        line = pl_slice_trim(line);
        uint32_t start = (uint32_t)(line.ptr - text.ptr);
        PlSlice value;
        Key key = line.len ? key_of(line, &value) : KEY_NONE;
        bool opens = is_fence(line) && n_keys == 0 && !fenced;
        closed = is_fence(line) && !opens;
        if (line.len == 0 && n_keys == 0 && !fenced) continue;
        if (closed && !fenced && n_keys < 2) return (PlSpan){0, 0};
        if (!opens && !closed && key == KEY_NONE && !fenced) break;
        if (key != KEY_NONE) keep(arena, &found, key, value);
        n_keys += key != KEY_NONE;
        alone = alone || (key != KEY_NONE && stands_alone(key, value, &found));
        fenced = fenced || opens;
        if (pl_span_empty(span)) span.start_byte = start;
        if (line.len) span.end_byte = start + (uint32_t)line.len;
    }
    bool is_whole = fenced ? closed && n_keys > 0 : n_keys >= 2 || alone;
    if (!is_whole) return (PlSpan){0, 0};
    *metadata = found;
    return span;
}

/* 1 to 12 when `word` is a month's name or its first three letters, stop or not; else 0. */
static uint32_t month_of(PlSlice word)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    if (word.len && word.ptr[word.len - 1] == '.') word.len--;
    if (word.len < 3) return 0;
    for (uint32_t i = 0; i < 12; i++) {
        PlSlice month = pl_slice(months[i]);
        if (word.len > month.len) continue;
        bool is_short = word.len == 3 || (word.len == 4 && i == 8);
        bool same = word.len == month.len || is_short;
        for (size_t k = 0; same && k < word.len; k++)
            same = (word.ptr[k] | 0x20) == month.ptr[k];
        if (same) return i + 1;
    }
    return 0;
}

/* The number that begins `word` ("14,", "14th"), if it has at most four digits; else 0. */
static uint32_t number_of(PlSlice word)
{
    uint32_t number = 0;
    size_t n = 0;
    for (; n < word.len && word.ptr[n] >= '0' && word.ptr[n] <= '9'; n++) {
        if (n == 4) return 0;
        number = number * 10 + (uint32_t)(word.ptr[n] - '0');
    }
    return n < word.len && word.ptr[n] == ':' ? 0 : number;
}

PlSlice pl_front_matter_date(PlArena *arena, PlSlice written)
{
    written = pl_slice_trim(written);
    if (pl_metadata_is_date(written)) return written;
    PlSlice day_part = {written.ptr, written.len < 10 ? written.len : 10};
    if (pl_metadata_is_date(day_part)) return day_part;
    uint32_t year = 0, month = 0, day = 0;
    PlSlice rest = written;
    PlSlice word;
    while (pl_slice_next(&rest, ' ', &word)) {
        uint32_t number = number_of(word);
        if (number >= 1000 && !year) year = number;
        if (number >= 1 && number <= 31 && !day) day = number;
        if (!month)
            month = month_of(word.len && word.ptr[word.len - 1] == ','
                                 ? (PlSlice){word.ptr, word.len - 1}
                                 : word);
    }
    if (!year || !month || !day) return (PlSlice){NULL, 0};
    PlSlice iso = pl_arena_format(arena, "%04u-%02u-%02u", year, month, day);
    return pl_metadata_is_date(iso) ? iso : (PlSlice){NULL, 0};
}
