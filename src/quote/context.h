/* Context: what the finders of quotes read, all of it borrowed and constant, and the questions that
 * they ask of single tokens. */
#ifndef PL_QUOTE_CONTEXT_H
#define PL_QUOTE_CONTEXT_H

#include "quote/speech.h"

typedef struct PlQuoteContext {
    PlArena *arena;
    const PlQuoteModel *model;
    const PlArticle *article;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlMentions *mentions;
    const int32_t *stretch_of_tok; /* [n_tokens] the outermost quoted stretch, -1 = none */
} PlQuoteContext;

/* Tokens [first, end) of the report; first == end is none. */
typedef struct PlTokRange {
    uint32_t first;
    uint32_t end;
} PlTokRange;

bool pl_tok_range_empty(PlTokRange range);
bool pl_tok_range_has(PlTokRange range, uint32_t tok);

/* The sentence of a token, as tokens. */
PlTokRange pl_quote_sentence(const PlQuoteContext *context, uint32_t tok);

bool pl_quote_is_upos(const PlQuoteContext *context, uint32_t tok, PlUpos upos);
bool pl_quote_is_xpos(const PlQuoteContext *context, uint32_t tok, PlXpos xpos);
/* A word that a noun phrase is made of: noun, name, number, adjective, determiner, pronoun; no
 * relative pronoun. */
bool pl_quote_in_noun_phrase(const PlQuoteContext *context, uint32_t tok);
bool pl_quote_is_noun(const PlQuoteContext *context, uint32_t tok);
/* A verb, not an auxiliary: by either tag, which the tagger gives one by one. */
bool pl_quote_is_verb(const PlQuoteContext *context, uint32_t tok);
/* A verb or auxiliary with a tense of its own: "said", "is", "would". */
bool pl_quote_is_finite(const PlQuoteContext *context, uint32_t tok);
bool pl_quote_is_mark(const PlQuoteContext *context, uint32_t tok);
bool pl_quote_opens(const PlQuoteContext *context, uint32_t tok);
bool pl_quote_closes(const PlQuoteContext *context, uint32_t tok);
bool pl_quote_is(const PlQuoteContext *context, uint32_t tok, const char *lower);

/* The longest mention that covers the token, or NULL. */
const PlMention *pl_quote_mention_at(const PlQuoteContext *context, uint32_t tok);
/* The time expression that starts at the token, or -1.
 * cost  O(log times) */
int32_t pl_quote_time_at(const PlQuoteContext *context, uint32_t tok);
/* The end of the time expression that starts at the token; the token itself when there is none.
 * cost  O(log times) */
uint32_t pl_quote_time_end(const PlQuoteContext *context, uint32_t tok);

#endif
