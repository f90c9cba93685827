#include "token/tokens.h"

#include <string.h>

#include "token/columns.h"
#include "token/quotation.h"
#include "token/sentences.h"
#include "token/words.h"

void pl_tokens_find(PlArena *arena, const PlArticle *article, PlTokens *tokens)
{
    const PlTokenTables tables = {.abbreviations = pl_lookup_open("abbreviations.tsv"),
                                  .beginnings = pl_lookup_open("beginnings.tsv"),
                                  .prefixes = pl_lookup_open("prefixes.tsv")};
    PlTokenColumns columns;
    pl_token_columns_init(&columns, arena, article->text);
    for (uint32_t i = 0; i < article->blocks.n; i++) {
        const PlBlock *block = &article->blocks.items[i];
        if (!pl_block_is_article(block->kind)) continue;
        uint32_t first = columns.tokens.n_tokens;
        pl_words_cut(&columns, &tables, block->span);
        pl_quotation_mark(&columns.tokens, first);
        pl_sentences_cut(&columns, &tables, first, i);
    }
    *tokens = columns.tokens;
}

PlSpan pl_tokens_span(const PlTokens *tokens, uint32_t first_tok, uint32_t end_tok)
{
    if (first_tok >= end_tok) return (PlSpan){0, 0};
    return (PlSpan){tokens->start_byte[first_tok], tokens->end_byte[end_tok - 1]};
}

bool pl_token_is(const PlTokens *tokens, uint32_t tok, const char *lower)
{
    return pl_slice_is(tokens->lower[tok], lower);
}

uint32_t pl_tokens_at(const PlTokens *tokens, uint32_t byte)
{
    uint32_t low = 0;
    uint32_t high = tokens->n_tokens;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->start_byte[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
