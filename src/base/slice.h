/* Slices and spans: borrowed bytes, and places in a report.
 *
 * A PlSlice borrows bytes that somebody else owns (the report's text, an arena, a literal); it is
 * not terminated. A PlSpan is half-open in bytes of the report's UTF-8 `text`; the same numbers
 * come out of `parley annotate`.
 *
 * threads  all functions are pure
 */
#ifndef PL_BASE_SLICE_H
#define PL_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct PlSlice {
    const char *ptr;
    size_t len;
} PlSlice;

typedef struct PlSpan {
    uint32_t start_byte;
    uint32_t end_byte; /* one past the last; start == end is "no span" */
} PlSpan;

/* printf("%.*s", PL_PRI(slice)) */
#define PL_PRI(slice) (int)(slice).len, (slice).ptr

/* A slice of a string literal, usable in initialisers. */
#define PL_LIT(literal)                                                                            \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }
#define PL_SLICE(literal) ((PlSlice)PL_LIT(literal))

PlSlice pl_slice(const char *terminated);
bool pl_slice_equal(PlSlice a, PlSlice b);
/* Byte by byte: most words differ in the first one, before their lengths are known. */
static inline bool pl_slice_is(PlSlice a, const char *terminated)
{
    for (size_t i = 0; i < a.len; i++)
        if (a.ptr[i] != terminated[i] || terminated[i] == '\0') return false;
    return terminated[a.len] == '\0';
}
/* ASCII letters compare without case. */
bool pl_slice_is_nocase(PlSlice a, const char *terminated);
bool pl_slice_starts(PlSlice a, const char *prefix);
bool pl_slice_ends(PlSlice a, const char *suffix);
/* Index of the first `needle`, or -1. */
ptrdiff_t pl_slice_find(PlSlice haystack, PlSlice needle);
/* Order by bytes, then by length: the order of every sorted output. */
int pl_slice_compare(PlSlice a, PlSlice b);
/* Without ASCII white space at both ends. */
PlSlice pl_slice_trim(PlSlice a);
/* The bytes of `text` under `span`. */
PlSlice pl_slice_of(PlSlice text, PlSpan span);
/* Cut the next part off `rest` at `separator`; false once nothing is left. "a||b" gives a, "", b.
 */
bool pl_slice_next(PlSlice *rest, char separator, PlSlice *part);
/* Plain decimal digits with an optional sign and point: strtod would ask the locale. False, and 0,
 * when `text` is anything else. */
bool pl_slice_number(PlSlice text, double *number);
/* A 64-bit hash, the same on every machine (FNV-1a with a final mix). */
uint64_t pl_slice_hash(PlSlice a);

bool pl_span_empty(PlSpan a);
/* `inner` lies within `outer`. */
bool pl_span_within(PlSpan inner, PlSpan outer);
bool pl_spans_overlap(PlSpan a, PlSpan b);

#endif
