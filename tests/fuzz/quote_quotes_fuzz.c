/* Any bytes as a report, through every layer as far as quotes; checks what quotes.h promises. */
#include "quote/quotes.h"

#include <stdlib.h>

typedef struct Models {
    PlArena arena;
    const PlSyntaxModel *syntax;
    const PlMentionModel *mention;
    const PlQuoteModel *quote;
} Models;

static void check(bool holds)
{
    if (!holds) abort();
}

static void check_quotes(const PlArticle *article, const PlMentions *mentions,
                         const PlQuotes *quotes)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < quotes->quotes.n; i++) {
        const PlQuote *quote = &quotes->quotes.items[i];
        check(quote->span.start_byte >= last);
        last = quote->span.start_byte;
        check(quote->span.start_byte < quote->span.end_byte);
        check(quote->span.end_byte <= article->text.len);
        check(quote->speaker_span.end_byte <= article->text.len);
        check(quote->cue.end_byte <= article->text.len);
        check(quote->speaker < (int32_t)mentions->entities.n);
        check(quote->addressee < (int32_t)mentions->entities.n);
        check(quote->about < (int32_t)mentions->entities.n);
        bool attributed = quote->kind != PL_QUOTE_SCARE && quote->kind != PL_QUOTE_HEADING;
        check(attributed || quote->speaker < 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static Models models; /* the fuzzer runs one thread */
    if (!models.quote) {
        pl_arena_init(&models.arena, 0);
        models.syntax = pl_syntax_model_load(&models.arena);
        models.mention = pl_mention_model_load(&models.arena);
        models.quote = pl_quote_model_load(&models.arena);
    }
    PlArena arena;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlQuotes quotes;
    pl_arena_init(&arena, 0);
    pl_article_find(&arena, (PlSlice){(const char *)bytes, len}, NULL, &article);
    pl_tokens_find(&arena, &article, &tokens);
    pl_syntax_analyse(&arena, models.syntax, &tokens, &syntax);
    pl_mentions_find(&arena, models.mention, &article, &tokens, &syntax, &mentions);
    pl_quotes_find(&arena, models.quote, &article, &tokens, &syntax, &mentions, &quotes);
    check_quotes(&article, &mentions, &quotes);
    pl_arena_clear(&arena);
    return 0;
}
