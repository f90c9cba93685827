#include "mention/heading_names.h"

enum {
    MIN_LONG_WORDS = 3, /* fewer say nothing */
    LONG_WORD = 4       /* bytes: shorter words stay small in title case */
};

static bool is_title_case(const PlTokens *tokens, uint32_t sent)
{
    uint32_t n_long = 0;
    uint32_t n_capital = 0;
    uint32_t first = tokens->sent_first_tok[sent];
    uint32_t end = tokens->sent_first_tok[sent + 1];
    /* "Smith met Jones." is a sentence; headings do without the stop. */
    if (first < end && pl_token_is(tokens, end - 1, ".")) return false;
    for (uint32_t tok = first; tok < end; tok++) {
        uint8_t flags = tokens->flags[tok];
        if ((flags & (PL_TOK_PUNCT | PL_TOK_DIGIT)) || tokens->form[tok].len < LONG_WORD) continue;
        n_long++;
        n_capital += (flags & PL_TOK_CAPITAL) != 0;
    }
    return n_long >= MIN_LONG_WORDS && n_capital * 5 >= n_long * 4;
}

uint8_t *pl_mention_headings_find(PlArena *arena, const PlTokens *tokens)
{
    uint8_t *is_heading = pl_arena_array(arena, uint8_t, tokens->n_sents + 1);
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++)
        is_heading[sent] = is_title_case(tokens, sent);
    return is_heading;
}
