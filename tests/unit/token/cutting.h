/* Cutting: what the token tests share. A text is cut as a report of paragraphs, one a line. */
#ifndef TESTS_UNIT_TOKEN_CUTTING_H
#define TESTS_UNIT_TOKEN_CUTTING_H

#include "unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "token/tokens.h"

static PlArena arena;

static inline PlTokens cut(const char *text)
{
    PlArticle article = {.text = pl_slice(text)};
    PlSlice rest = article.text;
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        line = pl_slice_trim(line);
        uint32_t start = (uint32_t)(line.ptr - text);
        PlSpan span = {start, start + (uint32_t)line.len};
        if (line.len) *pl_vec_push(&arena, &article.blocks) = (PlBlock){span, PL_BLOCK_PARAGRAPH};
    }
    PlTokens tokens;
    pl_tokens_find(&arena, &article, &tokens);
    return tokens;
}

/* The tokens of `text` are those between the bars of `expected`, sentences end at "||". */
static inline void assert_cut(const char *text, const char *expected)
{
    PlTokens tokens = cut(text);
    char got[4096] = "";
    size_t n = 0;
    for (uint32_t tok = 0; tok < tokens.n_tokens; tok++) {
        assert_true(n + tokens.form[tok].len + 3 < sizeof got);
        if (tok) n += (size_t)sprintf(got + n, tokens.flags[tok] & PL_TOK_SENT_START ? "||" : "|");
        memcpy(got + n, tokens.form[tok].ptr, tokens.form[tok].len);
        n += tokens.form[tok].len;
    }
    got[n] = '\0';
    assert_string_equal(got, expected);
}

static inline int set_up(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

#endif
