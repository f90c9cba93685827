/* Tokens and sentences of one report, after the conventions of Universal Dependencies for English
 * (clitics are tokens of their own: do|n't, Kyiv|'s).
 *
 * Invariants
 *  1. Tokens are in order and do not overlap; between two of them, and around them inside a block,
 *     there is nothing but white space.
 *  2. Every token is in one sentence, every sentence in one block, and blocks that are not article
 *     have no sentences.
 *  3. No sentence is empty.
 *
 * owner    `arena`; forms borrow the article's text
 * cost     O(bytes)
 * threads  pure
 */
#ifndef PL_TOKEN_TOKENS_H
#define PL_TOKEN_TOKENS_H

#include "text/article.h"

enum {
    PL_TOK_SPACE_BEFORE = 1, /* white space, or the block's start, stands before it */
    PL_TOK_CAPITAL = 2,      /* begins with an upper-case letter */
    PL_TOK_ALL_CAPS = 4,     /* two or more letters, all upper-case */
    PL_TOK_DIGIT = 8,        /* has a digit */
    PL_TOK_PUNCT = 16,       /* no letter and no digit */
    PL_TOK_QUOTE_OPEN = 32,  /* an opening quotation mark, straight or curly, single or double */
    PL_TOK_QUOTE_CLOSE = 64, /* a closing one. An apostrophe is neither. */
    PL_TOK_SENT_START = 128
};

typedef struct PlTokens {
    PlSlice text; /* the article's */
    uint32_t n_tokens;
    uint32_t n_sents;
    uint32_t *start_byte;     /* [n_tokens] */
    uint32_t *end_byte;       /* [n_tokens] */
    uint32_t *sent;           /* [n_tokens] */
    uint8_t *flags;           /* [n_tokens] PL_TOK_* */
    PlSlice *form;            /* [n_tokens] as written */
    PlSlice *lower;           /* [n_tokens] lower case, curly apostrophes straight, accents kept */
    uint32_t *sent_first_tok; /* [n_sents + 1] */
    uint32_t *sent_block;     /* [n_sents] index into the article's blocks */
    PlSpan *sent_span;        /* [n_sents] */
} PlTokens;

void pl_tokens_find(PlArena *arena, const PlArticle *article, PlTokens *tokens);
/* The given words, which stand at word_spans in the article that pl_article_given made of them. */
void pl_tokens_given(PlArena *arena, const PlArticle *article, const PlGivenTokens *given,
                     const PlSpan *word_spans, PlTokens *tokens);

/* The bytes from the first token to the last, end_tok not included. */
PlSpan pl_tokens_span(const PlTokens *tokens, uint32_t first_tok, uint32_t end_tok);
/* The token whose lower form is `lower`. */
bool pl_token_is(const PlTokens *tokens, uint32_t tok, const char *lower);
/* The first token that starts at or after `byte`; n_tokens when there is none. */
uint32_t pl_tokens_at(const PlTokens *tokens, uint32_t byte);

#endif
