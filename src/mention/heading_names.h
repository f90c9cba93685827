/* Headings: the sentences in which capitals say nothing, because all words have them. */
#ifndef PL_MENTION_HEADING_NAMES_H
#define PL_MENTION_HEADING_NAMES_H

#include "token/tokens.h"

/* is_heading[n_sents], in `arena`. O(tokens). */
uint8_t *pl_mention_headings_find(PlArena *arena, const PlTokens *tokens);

#endif
