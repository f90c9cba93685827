#include "text/dateline.h"

#include "base/data.h"
#include "text/utf8.h"

enum { LONGEST_DATELINE = 100, MOST_PLACE_WORDS = 4, LONGEST_AGENCY = 40 };

typedef struct Reader {
    PlSlice text; /* up to the paragraph's end, or the longest dateline's */
    size_t at;
} Reader;

static void skip_spaces(Reader *reader)
{
    while (reader->at < reader->text.len) {
        size_t next = reader->at;
        if (!pl_utf8_is_space(pl_utf8_next(reader->text, &next))) return;
        reader->at = next;
    }
}

static bool is_name_point(uint32_t point)
{
    return pl_utf8_is_letter(point) || point == '.' || point == '\'' || point == '-' ||
           point == PL_UTF8_SINGLE_CLOSE || point == '/';
}

/* Reads a word of letters that begins with a capital; `*all_caps` goes false when it has small
 * ones. */
static bool read_name_word(Reader *reader, bool *all_caps)
{
    size_t start = reader->at;
    if (!pl_utf8_is_upper(pl_utf8_at(reader->text, start))) return false;
    bool caps = true;
    size_t end = start;
    while (end < reader->text.len) {
        size_t next = end;
        uint32_t point = pl_utf8_next(reader->text, &next);
        bool dashes = point == '-' && !pl_utf8_is_letter(pl_utf8_at(reader->text, next));
        if (!is_name_point(point) || dashes) break;
        caps = caps && !pl_utf8_is_lower(point);
        end = next;
    }
    reader->at = end;
    *all_caps = *all_caps && caps;
    return true;
}

/* Reads up to four capitalised words; false when there is none. */
static bool read_place(Reader *reader, PlSpan *place, bool *all_caps)
{
    place->start_byte = (uint32_t)reader->at;
    uint32_t n = 0;
    while (n < MOST_PLACE_WORDS && read_name_word(reader, all_caps)) {
        place->end_byte = (uint32_t)reader->at;
        n++;
        skip_spaces(reader);
    }
    reader->at = n ? place->end_byte : place->start_byte;
    return n > 0;
}

/* Reads ", Switzerland" or ", May 3, 2015": words with capitals and numbers behind commas. */
static bool read_addition(Reader *reader)
{
    size_t start = reader->at;
    if (pl_utf8_at(reader->text, start) != ',') return false;
    reader->at++;
    skip_spaces(reader);
    uint32_t n = 0;
    while (n < MOST_PLACE_WORDS) {
        bool all_caps = true;
        size_t word = reader->at;
        if (!read_name_word(reader, &all_caps)) {
            while (pl_utf8_is_digit(pl_utf8_at(reader->text, reader->at)))
                pl_utf8_next(reader->text, &reader->at);
        }
        if (reader->at == word) break;
        n++;
        start = reader->at;
        skip_spaces(reader);
    }
    reader->at = start;
    return n > 0;
}

static bool is_agency(PlArena *arena, PlSlice name)
{
    PlTable table = pl_table_load(arena, "agencies.tsv");
    uint32_t column = pl_table_column(&table, "name");
    PlSlice lower = pl_utf8_lower(arena, name);
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice agency = pl_table_cell(&table, row, column);
        bool begins =
            lower.len >= agency.len && pl_slice_equal((PlSlice){lower.ptr, agency.len}, agency);
        if (begins &&
            (lower.len == agency.len || !pl_utf8_is_letter((uint8_t)lower.ptr[agency.len])))
            return true;
    }
    return false;
}

/* Reads "(Reuters)"; `*known` says whether an agency stands in it. */
static bool read_bracket(PlArena *arena, Reader *reader, bool *known)
{
    size_t start = reader->at;
    skip_spaces(reader);
    size_t open = reader->at;
    reader->at = start;
    if (pl_utf8_at(reader->text, open) != '(') return false;
    for (size_t i = open + 1; i < reader->text.len && i < open + LONGEST_AGENCY; i++) {
        if (reader->text.ptr[i] != ')') continue;
        *known = is_agency(arena, (PlSlice){reader->text.ptr + open + 1, i - open - 1});
        reader->at = i + 1;
        return true;
    }
    return false;
}

/* Reads a dash between spaces, or an em dash. */
static bool read_dash(Reader *reader)
{
    size_t start = reader->at;
    skip_spaces(reader);
    bool space_before = reader->at > start;
    size_t next = reader->at;
    uint32_t point = next < reader->text.len ? pl_utf8_next(reader->text, &next) : 0;
    if (point == '-' && pl_utf8_at(reader->text, next) == '-') next++;
    bool is_dash = point == '-' || point == PL_UTF8_EN_DASH || point == PL_UTF8_EM_DASH;
    bool space_after = pl_utf8_is_space(pl_utf8_at(reader->text, next));
    reader->at = start;
    if (!is_dash || (point != PL_UTF8_EM_DASH && !(space_before && space_after))) return false;
    reader->at = next;
    return true;
}

/* What follows begins a sentence. */
static bool begins_sentence(Reader reader)
{
    skip_spaces(&reader);
    uint32_t point = pl_utf8_at(reader.text, reader.at);
    if (point == '"' || point == PL_UTF8_DOUBLE_OPEN) return true;
    return pl_utf8_is_upper(point) || pl_utf8_is_digit(point);
}

PlDateline pl_dateline_find(PlArena *arena, PlSlice text, PlSpan span)
{
    PlDateline dateline = {{0, 0}, {0, 0}};
    size_t end = span.end_byte;
    if (end > span.start_byte + LONGEST_DATELINE) end = span.start_byte + LONGEST_DATELINE;
    while (end < span.end_byte && ((unsigned char)text.ptr[end] & 0xc0) == 0x80)
        end--;
    Reader reader = {{text.ptr, end}, span.start_byte};
    bool all_caps = true;
    bool has_place = read_place(&reader, &dateline.place, &all_caps);
    if (!has_place) dateline.place = (PlSpan){0, 0};
    uint32_t n_additions = 0;
    while (has_place && n_additions < 3 && read_addition(&reader))
        n_additions++;
    bool known = false;
    bool has_bracket = read_bracket(arena, &reader, &known);
    bool has_dash = read_dash(&reader);
    /* A bracket must name an agency, or stand behind a place in capitals and before a dash. */
    bool is_filed = has_bracket && (known || (has_dash && has_place && all_caps));
    bool is_placed = has_dash && has_place && !has_bracket;
    if (!(is_filed || is_placed) || !begins_sentence(reader)) return (PlDateline){{0, 0}, {0, 0}};
    /* "SEOUL/OSLO" was filed from both; the first stands for it. */
    for (uint32_t i = dateline.place.start_byte; i < dateline.place.end_byte; i++)
        if (text.ptr[i] == '/') dateline.place.end_byte = i;
    dateline.span = (PlSpan){span.start_byte, (uint32_t)reader.at};
    return dateline;
}
