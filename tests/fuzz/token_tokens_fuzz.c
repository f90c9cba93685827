/* Any bytes make tokens that keep the invariants of token/tokens.h. */
#undef NDEBUG
#include <assert.h>

#include "text/utf8.h"
#include "token/tokens.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void assert_space(PlSlice text, size_t from, size_t to)
{
    while (from < to)
        assert(pl_utf8_is_space(pl_utf8_next(text, &from)));
    assert(from == to);
}

/* The tokens [first, end) and white space make up the span. */
static void assert_covers(const PlTokens *tokens, uint32_t first, uint32_t end, PlSpan span)
{
    size_t at = span.start_byte;
    for (uint32_t tok = first; tok < end; tok++) {
        assert(tokens->start_byte[tok] >= at && tokens->end_byte[tok] > tokens->start_byte[tok]);
        assert_space(tokens->text, at, tokens->start_byte[tok]);
        assert(tokens->lower[tok].len > 0);
        assert(tokens->form[tok].ptr == tokens->text.ptr + tokens->start_byte[tok]);
        uint8_t quotes = tokens->flags[tok] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE);
        assert(quotes != (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE));
        at = tokens->end_byte[tok];
    }
    assert_space(tokens->text, at, span.end_byte);
}

static void assert_sentences(const PlTokens *tokens, const PlArticle *article)
{
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        uint32_t first = tokens->sent_first_tok[sent];
        uint32_t end = tokens->sent_first_tok[sent + 1];
        assert(first < end && end <= tokens->n_tokens);
        const PlBlock *block = &article->blocks.items[tokens->sent_block[sent]];
        assert(pl_block_is_article(block->kind));
        assert(pl_span_within(tokens->sent_span[sent], block->span));
        for (uint32_t tok = first; tok < end; tok++) {
            assert(tokens->sent[tok] == sent);
            assert(!(tokens->flags[tok] & PL_TOK_SENT_START) == (tok != first));
        }
    }
    if (tokens->n_sents) assert(tokens->sent_first_tok[tokens->n_sents] == tokens->n_tokens);
    assert((tokens->n_sents == 0) == (tokens->n_tokens == 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlArticle article;
    PlTokens tokens;
    pl_article_find(&arena, (PlSlice){(const char *)data, size}, NULL, &article);
    pl_tokens_find(&arena, &article, &tokens);
    uint32_t tok = 0;
    for (uint32_t i = 0; i < article.blocks.n; i++) {
        PlBlock block = article.blocks.items[i];
        if (!pl_block_is_article(block.kind)) continue;
        uint32_t end = pl_tokens_at(&tokens, block.span.end_byte);
        assert_covers(&tokens, tok, end, block.span);
        tok = end;
    }
    assert(tok == tokens.n_tokens);
    assert_sentences(&tokens, &article);
    pl_arena_clear(&arena);
    return 0;
}
