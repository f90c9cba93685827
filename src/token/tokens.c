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

void pl_tokens_given(PlArena *arena, const PlArticle *article, const PlGivenTokens *given,
                     const PlSpan *word_spans, PlTokens *tokens)
{
    PlTokenColumns columns;
    pl_token_columns_init(&columns, arena, article->text);
    uint32_t sent = 0;
    for (uint32_t i = 0; i < article->blocks.n; i++) {
        uint32_t block_first = columns.tokens.n_tokens;
        uint32_t block_end = block_first;
        while (block_end < given->words.n &&
               word_spans[block_end].end_byte <= article->blocks.items[i].span.end_byte) {
            pl_token_columns_add(&columns, word_spans[block_end].start_byte,
                                 word_spans[block_end].end_byte);
            block_end++;
        }
        pl_quotation_mark(&columns.tokens, block_first);
        for (; sent < given->sents.n && given->sents.items[sent].first_word < block_end; sent++) {
            bool is_last = sent + 1 == given->sents.n;
            uint32_t end = is_last ? given->words.n : given->sents.items[sent + 1].first_word;
            pl_token_columns_add_sent(&columns, given->sents.items[sent].first_word, end, i);
        }
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
