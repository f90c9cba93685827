/* UTF-8 and letters: what the engine needs to know of Unicode, without locale.
 *
 * Everything here but pl_utf8_repair takes valid UTF-8, which is what pl_utf8_repair gives.
 * ASCII takes a short way through every function.
 *
 * Letters are all scripts' letters and the marks that combine with them. Case is known for Latin,
 * Greek, Cyrillic and Armenian; in other scripts nothing is upper or lower.
 *
 * threads  pure
 * source   RFC 3629; Unicode 15 (simple case mappings, substitution of maximal subparts)
 */
#ifndef PL_TEXT_UTF8_H
#define PL_TEXT_UTF8_H

#include "base/arena.h"

enum {
    PL_UTF8_NO_BREAK_SPACE = 0xa0,
    PL_UTF8_HYPHEN = 0x2010,
    PL_UTF8_EN_DASH = 0x2013,
    PL_UTF8_EM_DASH = 0x2014,
    PL_UTF8_SINGLE_OPEN = 0x2018,
    PL_UTF8_SINGLE_CLOSE = 0x2019, /* also the apostrophe */
    PL_UTF8_DOUBLE_OPEN = 0x201c,
    PL_UTF8_DOUBLE_CLOSE = 0x201d,
    PL_UTF8_BULLET = 0x2022,
    PL_UTF8_ELLIPSIS = 0x2026,
    PL_UTF8_REPLACEMENT = 0xfffd
};

/* `bytes` as valid UTF-8: a byte order mark is dropped; each NUL and each maximal part of a broken
 * sequence becomes U+FFFD and is counted. Borrows `bytes` when nothing had to be replaced, else the
 * result (at most three times as long) is in `arena`. O(bytes). */
PlSlice pl_utf8_repair(PlArena *arena, PlSlice bytes, uint32_t *n_replaced);

/* The code point at `*byte`, which moves behind it. `*byte` < text.len. */
uint32_t pl_utf8_next(PlSlice text, size_t *byte);
/* The code point that ends at `byte`; 0 when `byte` is 0. */
uint32_t pl_utf8_before(PlSlice text, size_t byte);
/* The code point at `byte`; 0 at the end. */
uint32_t pl_utf8_at(PlSlice text, size_t byte);
/* Writes `point`, at most 4 bytes; returns how many. */
size_t pl_utf8_put(char *out, uint32_t point);

bool pl_utf8_is_letter(uint32_t point);
bool pl_utf8_is_upper(uint32_t point);
bool pl_utf8_is_lower(uint32_t point);
bool pl_utf8_is_digit(uint32_t point);
/* White space, no-break and zero-width spaces among it. */
bool pl_utf8_is_space(uint32_t point);
/* The same point when it has no lower case. */
uint32_t pl_utf8_to_lower(uint32_t point);
/* The Latin letters that stand for a Latin letter with marks, lower case: U+011E gives "g", U+00DF
 * "ss", U+0142 "l". NULL when `point` is not such a letter. A combining mark gives "". */
const char *pl_utf8_base_letters(uint32_t point);

/* Lower case, curly apostrophes straight, accents kept. Borrows `text` when it is so already. */
PlSlice pl_utf8_lower(PlArena *arena, PlSlice text);
/* As pl_utf8_lower, and Latin letters without their marks: two spellings of a name that differ only
 * in marks and case fold to the same bytes. Other scripts keep their letters. */
PlSlice pl_utf8_fold(PlArena *arena, PlSlice text);

#endif
