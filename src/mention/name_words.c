#include "mention/name_words.h"

/* The first word of a sentence or of a quotation has its capital anyway. */
static bool capital_is_free(const PlTokens *tokens, uint32_t tok, const uint8_t *is_heading)
{
    if (is_heading[tokens->sent[tok]] || (tokens->flags[tok] & PL_TOK_SENT_START)) return false;
    return tok == 0 || !(tokens->flags[tok - 1] & (PL_TOK_QUOTE_OPEN | PL_TOK_PUNCT));
}

void pl_name_words_count(PlArena *arena, const PlTokens *tokens, const uint8_t *is_heading,
                         PlNameWords *words)
{
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++)
        if (tokens->flags[tok] & PL_TOK_CAPITAL)
            pl_symbols_intern(arena, &words->forms, tokens->lower[tok]);
    words->n_small = pl_arena_array(arena, uint32_t, words->forms.names.n + 1);
    words->n_capital = pl_arena_array(arena, uint32_t, words->forms.names.n + 1);
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++) {
        int32_t form = pl_symbols_find(&words->forms, tokens->lower[tok]);
        if (form < 0) continue;
        if (!(tokens->flags[tok] & PL_TOK_CAPITAL))
            words->n_small[form]++;
        else if (capital_is_free(tokens, tok, is_heading))
            words->n_capital[form]++;
    }
}

bool pl_name_words_is_common(const PlNameWords *words, const PlTokens *tokens, uint32_t tok)
{
    int32_t form = pl_symbols_find(&words->forms, tokens->lower[tok]);
    return form >= 0 && words->n_small[form] > 0 && words->n_small[form] >= words->n_capital[form];
}

bool pl_name_words_is_written_small(const PlNameWords *words, const PlTokens *tokens, uint32_t tok)
{
    int32_t form = pl_symbols_find(&words->forms, tokens->lower[tok]);
    return form >= 0 && words->n_small[form] > 0;
}

bool pl_name_words_is_proper(const PlNameWords *words, const PlTokens *tokens, uint32_t tok)
{
    int32_t form = pl_symbols_find(&words->forms, tokens->lower[tok]);
    return form >= 0 && words->n_capital[form] > words->n_small[form];
}
