#include "syntax/word_features.h"

#include <string.h>

#include "text/utf8.h"

/* The plain spelling of a typographic mark, NULL when `point` is none. */
static const char *plain_mark(uint32_t point)
{
    switch (point) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
        return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
        return "-";
    case 0x2014:
    case 0x2015:
        return "--";
    case 0x2026:
        return "...";
    default:
        return NULL;
    }
}

PlWordKey pl_word_key(PlSlice lower)
{
    PlWordKey key;
    key.len = 0;
    for (size_t i = 0; i < lower.len && key.len + 4 <= PL_WORD_KEY_BYTES;) {
        char c = lower.ptr[i];
        if ((unsigned char)c < 0x80) {
            key.bytes[key.len++] = c >= '0' && c <= '9' ? '0' : c;
            i++;
            continue;
        }
        size_t start = i;
        const char *plain = plain_mark(pl_utf8_next(lower, &i));
        size_t n = plain ? strlen(plain) : i - start;
        memcpy(key.bytes + key.len, plain ? plain : lower.ptr + start, n);
        key.len += (uint32_t)n;
    }
    return key;
}

uint64_t pl_word_key_hash(const PlWordKey *key)
{
    return pl_slice_hash((PlSlice){key->bytes, key->len});
}

/* FNV-1a over an affix, with its kind first so that "s-" and "-s" differ. */
static uint32_t affix_row(const char *bytes, uint32_t len, uint32_t kind)
{
    uint32_t hash = (2166136261u ^ kind) * 16777619u;
    for (uint32_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return (hash ^ hash >> 15) & (PL_N_AFFIX_ROWS - 1);
}

uint32_t pl_word_affixes(const PlWordKey *key, uint32_t rows[PL_N_AFFIXES])
{
    uint32_t n = 0;
    for (uint32_t len = 1; len <= 5 && len <= key->len; len++)
        rows[n++] = affix_row(key->bytes + key->len - len, len, 16 + len);
    for (uint32_t len = 1; len <= 4 && len <= key->len; len++)
        rows[n++] = affix_row(key->bytes, len, 32 + len);
    return n;
}

typedef enum Spelling {
    SPELLING_LOWER,
    SPELLING_CAPITAL,
    SPELLING_CAPITAL_LETTER, /* one letter: "J", "A" */
    SPELLING_ALL_CAPS,
    SPELLING_MIXED,
    SPELLING_NUMBER,
    SPELLING_DIGITS_AND_LETTERS,
    SPELLING_MARKS
} Spelling;

static Spelling spelling_of(PlSlice form)
{
    uint32_t n_upper = 0;
    uint32_t n_lower = 0;
    uint32_t n_digits = 0;
    bool starts_upper = false;
    for (size_t i = 0; i < form.len && i < PL_WORD_KEY_BYTES;) {
        bool first = i == 0;
        uint32_t point = pl_utf8_next(form, &i);
        bool upper = point < 0x80 ? point >= 'A' && point <= 'Z' : pl_utf8_is_upper(point);
        if (first) starts_upper = upper;
        if (upper)
            n_upper++;
        else if (point >= '0' && point <= '9')
            n_digits++;
        else if (point < 0x80 ? point >= 'a' && point <= 'z' : pl_utf8_is_letter(point))
            n_lower++;
    }
    if (n_digits) return n_upper + n_lower ? SPELLING_DIGITS_AND_LETTERS : SPELLING_NUMBER;
    if (n_upper + n_lower == 0) return SPELLING_MARKS;
    if (n_upper == 0) return SPELLING_LOWER;
    if (n_lower == 0) return n_upper == 1 ? SPELLING_CAPITAL_LETTER : SPELLING_ALL_CAPS;
    return starts_upper && n_upper == 1 ? SPELLING_CAPITAL : SPELLING_MIXED;
}

uint32_t pl_word_shape(PlSlice form, bool is_first, bool has_space)
{
    return (uint32_t)spelling_of(form) * 4 + (is_first ? 2 : 0) + (has_space ? 1 : 0);
}
