/* Sentences: a block's tokens cut where a full stop, a question or an exclamation mark ends one.
 *
 * A stop does not end a sentence after most abbreviations and initials, inside brackets, before a
 * lower-case word, or inside a quotation that the sentence goes on after ("Stop!" he said). Closing
 * quotation marks and brackets stay with the sentence that they close. The end of a block ends a
 * sentence, with or without a stop.
 *
 * cost  O(tokens)
 */
#ifndef PL_TOKEN_SENTENCES_H
#define PL_TOKEN_SENTENCES_H

#include "token/columns.h"
#include "token/tables.h"

/* Closes sentences over the tokens from `first_tok` to the last, which are block number `block`. */
void pl_sentences_cut(PlTokenColumns *columns, const PlTokenTables *tables, uint32_t first_tok,
                      uint32_t block);

#endif
