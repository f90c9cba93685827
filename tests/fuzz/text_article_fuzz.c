/* Any bytes make an article whose blocks keep the promises of text/article.h. */
#undef NDEBUG
#include <assert.h>

#include "text/article.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlArticle article;
    pl_article_find(&arena, (PlSlice){(const char *)data, size}, NULL, &article);
    uint32_t n_replaced = 0;
    pl_utf8_repair(&arena, article.text, &n_replaced);
    assert(n_replaced == 0);
    uint32_t end = 0;
    for (uint32_t i = 0; i < article.blocks.n; i++) {
        PlBlock block = article.blocks.items[i];
        assert(block.kind < PL_N_BLOCK_KINDS);
        assert(block.span.start_byte >= end && !pl_span_empty(block.span));
        assert(!pl_utf8_is_space(pl_utf8_at(article.text, block.span.start_byte)));
        assert(!pl_utf8_is_space(pl_utf8_before(article.text, block.span.end_byte)));
        for (uint32_t k = end; k < block.span.start_byte;) {
            size_t next = k;
            assert(pl_utf8_is_space(pl_utf8_next(article.text, &next)));
            k = (uint32_t)next;
        }
        end = block.span.end_byte;
    }
    assert(end <= article.text.len);
    assert(article.dateline.end_byte <= article.text.len);
    pl_arena_clear(&arena);
    return 0;
}
