#include "text/utf8.h"

#include <string.h>

static const uint64_t high_bits = 0x8080808080808080u;

/* True when the eight bytes at `at` are ASCII and none of them NUL. */
static bool is_plain_block(const char *at)
{
    uint64_t block;
    memcpy(&block, at, sizeof block);
    uint64_t has_nul = (block - 0x0101010101010101u) & ~block;
    return ((block | has_nul) & high_bits) == 0;
}

static size_t skip_plain(PlSlice bytes, size_t i)
{
    while (i + 8 <= bytes.len && is_plain_block(bytes.ptr + i))
        i += 8;
    while (i < bytes.len && bytes.ptr[i] > 0)
        i++;
    return i;
}

/* The bounds of a sequence's second byte, which is where overlong forms, surrogates and points
 * beyond U+10FFFF show (RFC 3629, section 4). */
static bool is_second_byte(unsigned char lead, unsigned char second)
{
    unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high;
}

/* Length of the sequence at `i`; `*valid` is false when it breaks off, and the length is then that
 * of its longest beginning that could have been valid, at least 1. */
static size_t sequence_len(PlSlice bytes, size_t i, bool *valid)
{
    unsigned char lead = (unsigned char)bytes.ptr[i];
    size_t len = lead < 0x80   ? 1
                 : lead < 0xc2 ? 0
                 : lead < 0xe0 ? 2
                 : lead < 0xf0 ? 3
                 : lead < 0xf5 ? 4
                               : 0;
    *valid = len != 0 && lead != 0;
    if (len <= 1) return 1;
    for (size_t k = 1; k < len; k++) {
        unsigned char byte = i + k < bytes.len ? (unsigned char)bytes.ptr[i + k] : 0;
        bool fits = k == 1 ? is_second_byte(lead, byte) : (byte & 0xc0) == 0x80;
        if (fits) continue;
        *valid = false;
        return k;
    }
    return len;
}

static uint32_t count_broken(PlSlice bytes)
{
    uint32_t n = 0;
    size_t i = skip_plain(bytes, 0);
    while (i < bytes.len) {
        bool valid;
        i += sequence_len(bytes, i, &valid);
        n += !valid;
        i = skip_plain(bytes, i);
    }
    return n;
}

PlSlice pl_utf8_repair(PlArena *arena, PlSlice bytes, uint32_t *n_replaced)
{
    if (pl_slice_starts(bytes, "\xef\xbb\xbf")) {
        bytes.ptr += 3;
        bytes.len -= 3;
    }
    *n_replaced = count_broken(bytes);
    if (*n_replaced == 0) return bytes;
    /* A broken part of at least one byte becomes three. */
    char *out = pl_arena_array(arena, char, bytes.len + (size_t)*n_replaced * 2 + 1);
    size_t n = 0;
    for (size_t i = 0; i < bytes.len;) {
        bool valid;
        size_t len = sequence_len(bytes, i, &valid);
        if (valid) {
            memcpy(out + n, bytes.ptr + i, len);
            n += len;
        } else {
            n += pl_utf8_put(out + n, PL_UTF8_REPLACEMENT);
        }
        i += len;
    }
    return (PlSlice){out, n};
}

uint32_t pl_utf8_next(PlSlice text, size_t *byte)
{
    const unsigned char *at = (const unsigned char *)text.ptr + *byte;
    if (at[0] < 0x80) {
        *byte += 1;
        return at[0];
    }
    if (at[0] < 0xe0) {
        *byte += 2;
        return (uint32_t)(at[0] & 0x1f) << 6 | (at[1] & 0x3f);
    }
    if (at[0] < 0xf0) {
        *byte += 3;
        return (uint32_t)(at[0] & 0x0f) << 12 | (uint32_t)(at[1] & 0x3f) << 6 | (at[2] & 0x3f);
    }
    *byte += 4;
    return (uint32_t)(at[0] & 0x07) << 18 | (uint32_t)(at[1] & 0x3f) << 12 |
           (uint32_t)(at[2] & 0x3f) << 6 | (at[3] & 0x3f);
}

uint32_t pl_utf8_before(PlSlice text, size_t byte)
{
    if (byte == 0) return 0;
    do
        byte--;
    while (byte > 0 && ((unsigned char)text.ptr[byte] & 0xc0) == 0x80);
    return pl_utf8_next(text, &byte);
}

uint32_t pl_utf8_at(PlSlice text, size_t byte)
{
    return byte < text.len ? pl_utf8_next(text, &byte) : 0;
}

size_t pl_utf8_put(char *out, uint32_t point)
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xc0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3f));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xe0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3f));
        out[2] = (char)(0x80 | (point & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3f));
    out[2] = (char)(0x80 | (point >> 6 & 0x3f));
    out[3] = (char)(0x80 | (point & 0x3f));
    return 4;
}
