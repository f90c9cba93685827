/* A desk for the tests of times, quantities, places and events: a text in, its layers out. */
#ifndef PL_TESTS_READING_DESK_H
#define PL_TESTS_READING_DESK_H

#include "unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "mention/mentions.h"

typedef struct Desk {
    PlArena model_arena;
    PlArena arena;
    const PlSyntaxModel *syntax_model;
    const PlMentionModel *mention_model;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
} Desk;

static Desk desk;

static inline int desk_open(void **state)
{
    (void)state;
    pl_arena_init(&desk.model_arena, 0);
    pl_arena_init(&desk.arena, 0);
    desk.syntax_model = pl_syntax_model_load(&desk.model_arena);
    desk.mention_model = pl_mention_model_load(&desk.model_arena);
    return 0;
}

static inline int desk_close(void **state)
{
    (void)state;
    pl_arena_clear(&desk.arena);
    pl_arena_clear(&desk.model_arena);
    return 0;
}

/* Reads `text` as a report of `published` ("" = unknown), each line a paragraph. */
static void desk_read(const char *text, const char *published)
{
    pl_arena_reset(&desk.arena);
    desk.article = (PlArticle){.text = pl_slice(text)};
    desk.article.metadata.published = pl_slice(published);
    PlSlice rest = desk.article.text;
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        line = pl_slice_trim(line);
        uint32_t start = (uint32_t)(line.ptr - text);
        PlSpan span = {start, start + (uint32_t)line.len};
        if (line.len)
            *pl_vec_push(&desk.arena, &desk.article.blocks) = (PlBlock){span, PL_BLOCK_PARAGRAPH};
    }
    desk.tokens = (PlTokens){0};
    desk.syntax = (PlSyntax){0};
    desk.mentions = (PlMentions){0};
    pl_tokens_find(&desk.arena, &desk.article, &desk.tokens);
    pl_syntax_analyse(&desk.arena, desk.syntax_model, &desk.tokens, &desk.syntax);
    pl_mentions_find(&desk.arena, desk.mention_model, &desk.article, &desk.tokens, &desk.syntax,
                     &desk.mentions);
}

static inline void assert_slice(PlSlice got, const char *expected)
{
    char bytes[256];
    assert_true(got.len < sizeof bytes);
    memcpy(bytes, got.ptr ? got.ptr : "", got.len);
    bytes[got.len] = '\0';
    assert_string_equal(bytes, expected);
}

#endif
