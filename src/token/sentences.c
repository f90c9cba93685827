#include "token/sentences.h"

#include "text/utf8.h"
#include "token/abbreviations.h"

typedef struct Cutter {
    const PlTokens *tokens;
    uint32_t end; /* of the block's tokens */
    PlLookup abbreviations;
    PlLookup openers;
} Cutter;

static bool is_closer(const PlTokens *tokens, uint32_t tok)
{
    return tokens->flags[tok] & PL_TOK_QUOTE_CLOSE || pl_token_is(tokens, tok, ")") ||
           pl_token_is(tokens, tok, "]");
}

static bool is_stop_token(const PlTokens *tokens, uint32_t tok)
{
    if (!(tokens->flags[tok] & PL_TOK_PUNCT)) return false;
    uint32_t point = pl_utf8_at(tokens->form[tok], 0);
    return point == '.' || point == '!' || point == '?' || point == PL_UTF8_ELLIPSIS;
}

static bool is_abbreviated(const PlTokens *tokens, uint32_t tok)
{
    PlSlice form = tokens->form[tok];
    return !(tokens->flags[tok] & PL_TOK_PUNCT) && form.len > 1 && form.ptr[form.len - 1] == '.';
}

static bool begins_lower(const PlTokens *tokens, uint32_t tok)
{
    return pl_utf8_is_lower(pl_utf8_at(tokens->form[tok], 0));
}

/* Whether the sentence can end with the abbreviation `tok` before `next`. */
static bool abbreviation_ends(const Cutter *cutter, uint32_t tok, uint32_t next)
{
    const PlTokens *tokens = cutter->tokens;
    PlAbbreviation kind =
        pl_abbreviation_find(&cutter->abbreviations, tokens->form[tok], tokens->lower[tok]);
    if (kind == PL_ABBREVIATION_TITLE || kind == PL_ABBREVIATION_NUMBER ||
        kind == PL_ABBREVIATION_INSIDE)
        return false;
    if (tokens->flags[next] & PL_TOK_QUOTE_OPEN) return true;
    return tokens->flags[next] & PL_TOK_CAPITAL &&
           pl_lookup_find(&cutter->openers, tokens->lower[next], NULL);
}

/* The end of the sentence whose stop may be `tok`; 0 when it goes on. */
static uint32_t sentence_end(const Cutter *cutter, uint32_t tok)
{
    const PlTokens *tokens = cutter->tokens;
    bool is_stop = is_stop_token(tokens, tok);
    if (!is_stop && !is_abbreviated(tokens, tok)) return 0;
    uint32_t next = tok + 1;
    while (next < cutter->end && is_closer(tokens, next))
        next++;
    if (next >= cutter->end) return next;
    if (is_stop_token(tokens, next)) return 0;
    if (begins_lower(tokens, next)) return 0;
    if (tokens->flags[next] & PL_TOK_PUNCT && !(tokens->flags[next] & PL_TOK_QUOTE_OPEN) &&
        !(tokens->flags[next] & PL_TOK_SPACE_BEFORE))
        return 0;
    if (!is_stop) return abbreviation_ends(cutter, tok, next) ? next : 0;
    return next;
}

void pl_sentences_cut(PlTokenColumns *columns, uint32_t first_tok, uint32_t block)
{
    uint32_t end = columns->tokens.n_tokens;
    Cutter cutter = {&columns->tokens, end, pl_lookup_open("abbreviations.tsv"),
                     pl_lookup_open("openers.tsv")};
    uint32_t start = first_tok;
    for (uint32_t tok = first_tok; tok < end; tok++) {
        uint32_t cut = sentence_end(&cutter, tok);
        if (cut <= start) continue;
        pl_token_columns_add_sent(columns, start, cut, block);
        start = cut;
        tok = cut - 1;
    }
    if (start < end) pl_token_columns_add_sent(columns, start, end, block);
}
