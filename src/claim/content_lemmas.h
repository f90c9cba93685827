/* Content lemmas: what a stretch of text is about, as its nouns, verbs, adjectives and numbers.
 *
 * owner    `arena`
 * cost     O(tokens of the stretch)
 * threads  pure
 */
#ifndef PL_CLAIM_CONTENT_LEMMAS_H
#define PL_CLAIM_CONTENT_LEMMAS_H

#include "mention/mentions.h"
#include "syntax/syntax.h"

/* Lower-case lemmas with a space between, sorted, each once; at most 48 of them. `*n` how many. */
PlSlice pl_content_lemmas(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax,
                          PlSpan span, uint32_t *n);
/* The same of names by the last word of what their bearer is called, and without the tokens that
 * `left_out` [n_tokens] marks. */
PlSlice pl_topic_lemmas(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax,
                        const PlMentions *mentions, const uint8_t *left_out, PlSpan span,
                        uint32_t *n);
/* The lemmas of all words in their order, marks left out: what the wordings of two quotations are
 * compared by, so that "it's" and "it is" are one. */
PlSlice pl_plain_words(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax, PlSpan span);

#endif
