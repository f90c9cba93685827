/* Tokens for tests of what comes after them: words split by spaces, sentences by lines. */
#ifndef PL_TEST_SPACED_TOKENS_H
#define PL_TEST_SPACED_TOKENS_H

#include "token/tokens.h"

#include <ctype.h>
#include <string.h>

static inline uint8_t spaced_flags(PlSlice form)
{
    unsigned flags = PL_TOK_SPACE_BEFORE;
    bool word = false;
    for (size_t i = 0; i < form.len; i++) {
        unsigned char c = (unsigned char)form.ptr[i];
        if (isdigit(c)) flags |= PL_TOK_DIGIT;
        word |= isalnum(c) || c >= 0x80;
    }
    if (isupper((unsigned char)form.ptr[0])) flags |= PL_TOK_CAPITAL;
    if (!word) flags |= PL_TOK_PUNCT;
    return (uint8_t)flags;
}

static inline PlSlice spaced_lower(PlArena *arena, PlSlice form)
{
    char *lower = pl_arena_array(arena, char, form.len + 1);
    for (size_t i = 0; i < form.len; i++)
        lower[i] =
            (char)(form.ptr[i] >= 'A' && form.ptr[i] <= 'Z' ? form.ptr[i] + 32 : form.ptr[i]);
    return (PlSlice){lower, form.len};
}

static inline PlTokens spaced_tokens(PlArena *arena, const char *terminated)
{
    PlSlice text = pl_slice(terminated);
    size_t most = text.len + 2;
    PlTokens t = {
        .text = text,
        .start_byte = pl_arena_array(arena, uint32_t, most),
        .end_byte = pl_arena_array(arena, uint32_t, most),
        .sent = pl_arena_array(arena, uint32_t, most),
        .flags = pl_arena_array(arena, uint8_t, most),
        .form = pl_arena_array(arena, PlSlice, most),
        .lower = pl_arena_array(arena, PlSlice, most),
        .sent_first_tok = pl_arena_array(arena, uint32_t, most),
        .sent_block = pl_arena_array(arena, uint32_t, most),
        .sent_span = pl_arena_array(arena, PlSpan, most),
    };
    PlSlice rest = text;
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        uint32_t first = t.n_tokens;
        PlSlice form;
        while (pl_slice_next(&line, ' ', &form)) {
            if (form.len == 0) continue;
            uint32_t i = t.n_tokens++;
            t.start_byte[i] = (uint32_t)(form.ptr - text.ptr);
            t.end_byte[i] = t.start_byte[i] + (uint32_t)form.len;
            t.sent[i] = t.n_sents;
            t.flags[i] = spaced_flags(form);
            t.form[i] = form;
            t.lower[i] = spaced_lower(arena, form);
        }
        if (t.n_tokens == first) continue;
        t.flags[first] |= PL_TOK_SENT_START;
        t.sent_span[t.n_sents] = (PlSpan){t.start_byte[first], t.end_byte[t.n_tokens - 1]};
        t.sent_first_tok[t.n_sents++] = first;
        t.sent_first_tok[t.n_sents] = t.n_tokens;
    }
    return t;
}

#endif
