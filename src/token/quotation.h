/* Quotation marks: which open and which close.
 *
 * Curly marks mostly say so themselves; straight ones are decided by the white space around them
 * and by what is open. A single mark that nothing opened is an apostrophe. A quotation may run over
 * paragraphs, with an opening mark again at each and none closing before the last: so every block
 * begins with nothing open.
 *
 * cost  O(tokens)
 */
#ifndef PL_TOKEN_QUOTATION_H
#define PL_TOKEN_QUOTATION_H

#include "token/tokens.h"

/* Sets PL_TOK_QUOTE_OPEN and PL_TOK_QUOTE_CLOSE on the tokens from `first_tok` to the last, which
 * are one block's. */
void pl_quotation_mark(PlTokens *tokens, uint32_t first_tok);

#endif
