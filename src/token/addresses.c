/* Addresses: URLs, host names and e-mail addresses, in one piece. */
#include <string.h>

#include "token/cursor.h"

enum { LONGEST_ADDRESS = 2048 };

static bool has(PlSlice chunk, const char *part)
{
    return pl_slice_find(chunk, pl_slice(part)) >= 0;
}

/* The run without white space, quotation marks or angle brackets from the cursor. `*has_mark`: a
 * stop or a colon stands inside it, without which nothing is an address. */
static PlSlice chunk_at(const PlCursor *cursor, bool *has_mark)
{
    size_t end = cursor->at;
    while (end < cursor->text.len && end - cursor->at < LONGEST_ADDRESS) {
        char c = cursor->text.ptr[end];
        bool ends =
            (unsigned char)c >= 0x80 || pl_is_ascii_space(c) || c == '"' || c == '<' || c == '>';
        if (ends) break;
        *has_mark = *has_mark || c == '.' || c == ':';
        end++;
    }
    return (PlSlice){cursor->text.ptr + cursor->at, end - cursor->at};
}

/* Without the marks of the sentence around it. */
static size_t trimmed_len(PlSlice chunk)
{
    size_t len = chunk.len;
    bool has_bracket = memchr(chunk.ptr, '(', len) != NULL;
    while (len > 0) {
        char c = chunk.ptr[len - 1];
        if (!strchr(".,;:!?'])}", c) || (c == ')' && has_bracket)) break;
        len--;
    }
    return len;
}

static bool is_mail_address(PlSlice chunk)
{
    const char *at = chunk.len ? memchr(chunk.ptr, '@', chunk.len) : NULL;
    if (!at || at == chunk.ptr) return false;
    PlSlice host = {at + 1, (size_t)(chunk.ptr + chunk.len - (at + 1))};
    return host.len >= 3 && memchr(host.ptr, '.', host.len) && pl_is_ascii_letter(host.ptr[0]);
}

/* example.org, minutes.pdf: a known ending behind something. */
static bool has_known_ending(PlSlice chunk)
{
    static const char *const endings[] = {".com",   ".org", ".net", ".gov", ".edu",
                                          ".co.uk", ".int", ".pdf", ".doc", ".htm",
                                          ".html",  ".jpg", ".xls", ".txt"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        ptrdiff_t at = pl_slice_find(chunk, pl_slice(endings[i]));
        if (at < 1) continue;
        size_t end = (size_t)at + strlen(endings[i]);
        if (end == chunk.len || chunk.ptr[end] == '/') return true;
    }
    return false;
}

/* news.example.museum: lower-case words between stops, three or more. */
static bool is_dotted_name(PlSlice chunk)
{
    uint32_t n_parts = 0;
    size_t part_len = 0;
    for (size_t i = 0; i <= chunk.len; i++) {
        char c = '.';
        if (i < chunk.len) c = chunk.ptr[i];
        if (c == '.') {
            if (part_len < 2) return false;
            n_parts++;
            part_len = 0;
        } else if (!pl_is_ascii_letter(c) || pl_is_ascii_upper(c)) {
            return false;
        } else {
            part_len++;
        }
    }
    return n_parts >= 3;
}

bool pl_addresses_cut(PlCursor *cursor)
{
    if (cursor->at < cursor->checked_end) return false;
    bool has_mark = false;
    PlSlice chunk = chunk_at(cursor, &has_mark);
    cursor->checked_end = cursor->at + chunk.len;
    if (!has_mark) return false;
    chunk.len = trimmed_len(chunk);
    bool has_inner_mark = memchr(chunk.ptr, '.', chunk.len) || has(chunk, "://");
    if (!has_inner_mark) return false;
    bool is_url =
        has(chunk, "://") || pl_slice_starts(chunk, "www.") || pl_slice_starts(chunk, "mailto:");
    if (!is_url && !is_mail_address(chunk) && !has_known_ending(chunk) && !is_dotted_name(chunk))
        return false;
    pl_cursor_emit(cursor, cursor->at + chunk.len);
    return true;
}
