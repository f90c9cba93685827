#include "token/list_markers.h"

#include "text/utf8.h"

enum { MOST_ITEMS = 999 };

static bool is_bullet(uint32_t point)
{
    return point == PL_UTF8_BULLET || point == 0x2043 || point == 0x25aa || point == 0x25cf ||
           point == 0x2219 || point == 0xb7 || point == 0x25e6 || point == 0x29bf;
}

static uint32_t bullet_at(const PlTokens *tokens, uint32_t tok)
{
    uint32_t point = tok < tokens->n_tokens ? pl_utf8_at(tokens->form[tok], 0) : 0;
    return is_bullet(point) ? point : 0;
}

/* "12" is 12, "b" is 'b'; 0 for anything else. A letter's stop may be in its token: "b." */
static uint32_t value_at(const PlTokens *tokens, uint32_t tok, bool *has_stop)
{
    PlSlice form = tok < tokens->n_tokens ? tokens->form[tok] : (PlSlice){"", 0};
    *has_stop = form.len > 1 && form.ptr[form.len - 1] == '.';
    form.len -= *has_stop;
    if (form.len == 1 && form.ptr[0] >= 'a' && form.ptr[0] <= 'z') return (uint32_t)form.ptr[0];
    uint32_t value = 0;
    for (size_t i = 0; i < form.len && value <= MOST_ITEMS; i++) {
        if (form.ptr[i] < '0' || form.ptr[i] > '9') return 0;
        value = value * 10 + (uint32_t)(form.ptr[i] - '0');
    }
    /* Letters have the values from 'a' on; a list of so many numbers does not run on in one line.
     */
    return value < 'a' ? value : 0;
}

static bool is_mark(const PlTokens *tokens, uint32_t tok, const char *mark)
{
    return tok < tokens->n_tokens && !(tokens->flags[tok] & PL_TOK_SPACE_BEFORE) &&
           pl_slice_is(tokens->form[tok], mark);
}

/* The end of the marker at `tok`, whose parts go to `*found`; 0 when there is none. */
static uint32_t read_marker(const PlTokens *tokens, uint32_t tok, PlListMarkers *found)
{
    *found = (PlListMarkers){.bullet = bullet_at(tokens, tok)};
    if (found->bullet) tok++;
    uint32_t value = value_at(tokens, tok, &found->has_stop);
    if (!value) return found->bullet ? tok : 0;
    uint32_t end = tok + 1;
    if (!found->has_stop && is_mark(tokens, end, ".")) {
        found->has_stop = true;
        end++;
    }
    if (is_mark(tokens, end, ")")) {
        found->has_bracket = true;
        end++;
    }
    if (!found->has_stop && !found->has_bracket) return found->bullet ? tok : 0;
    found->next = value;
    return end;
}

PlListMarkers pl_list_markers_begin(const PlTokens *tokens, uint32_t first_tok)
{
    PlListMarkers markers;
    if (!read_marker(tokens, first_tok, &markers)) return (PlListMarkers){0};
    return markers;
}

uint32_t pl_list_markers_match(PlListMarkers *markers, const PlTokens *tokens, uint32_t tok)
{
    if (!markers->bullet && !markers->next) return 0;
    PlListMarkers found;
    uint32_t end = read_marker(tokens, tok, &found);
    bool is_next = end && found.bullet == markers->bullet && found.next == markers->next &&
                   found.has_stop == markers->has_stop && found.has_bracket == markers->has_bracket;
    if (!is_next) return 0;
    if (markers->next) markers->next++;
    return end;
}
