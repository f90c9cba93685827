/* What the tests of quotes share: a text of our own through every layer before quotes, and what is
 * found in it as lines. */
#ifndef FOUND_QUOTES_H
#define FOUND_QUOTES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "quote/quotes.h"

static PlArena models;
static PlArena arena;
static const PlSyntaxModel *syntax_model;
static const PlMentionModel *mention_model;
static const PlQuoteModel *quote_model;

static int load(void **state)
{
    (void)state;
    pl_arena_init(&models, 0);
    pl_arena_init(&arena, 0);
    syntax_model = pl_syntax_model_load(&models);
    mention_model = pl_mention_model_load(&models);
    quote_model = pl_quote_model_load(&models);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    pl_arena_clear(&models);
    return 0;
}

typedef struct Found {
    PlArticle article;
    PlMentions mentions;
    PlQuotes quotes;
} Found;

static Found find(PlSlice text)
{
    Found found;
    PlTokens tokens;
    PlSyntax syntax;
    pl_arena_reset(&arena);
    pl_article_find(&arena, text, NULL, &found.article);
    pl_tokens_find(&arena, &found.article, &tokens);
    pl_syntax_analyse(&arena, syntax_model, &tokens, &syntax);
    pl_mentions_find(&arena, mention_model, &found.article, &tokens, &syntax, &found.mentions);
    pl_quotes_find(&arena, quote_model, &found.article, &tokens, &syntax, &found.mentions,
                   &found.quotes);
    return found;
}

/* "kind speaker: words" for each quote, one a line; "-" for no speaker. */
static const char *lines_of(const Found *found)
{
    PlSlice lines = PL_SLICE("");
    for (uint32_t i = 0; i < found->quotes.quotes.n; i++) {
        const PlQuote *quote = &found->quotes.quotes.items[i];
        PlSlice name = PL_SLICE("-");
        if (quote->speaker >= 0) name = found->mentions.entities.items[quote->speaker].name;
        PlSlice words = pl_slice_of(found->article.text, quote->span);
        lines = pl_arena_format(&arena, "%.*s%s %.*s: %.*s\n", PL_PRI(lines),
                                pl_quote_kind_names[quote->kind], PL_PRI(name), PL_PRI(words));
    }
    return pl_arena_format(&arena, "%.*s", PL_PRI(lines)).ptr;
}

/* The words of a span; "" for an empty one. */
static inline const char *words_of(const Found *found, PlSpan span)
{
    if (span.end_byte <= span.start_byte) return "";
    return pl_arena_format(&arena, "%.*s", PL_PRI(pl_slice_of(found->article.text, span))).ptr;
}

static inline void expect(const char *text, const char *lines)
{
    Found found = find(pl_slice(text));
    assert_string_equal(lines_of(&found), lines);
}

#endif
