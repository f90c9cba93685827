/* Lemmas and features: look-ups by form, tags and place in the tree.
 *
 * A form's lemma is that of the word list, else what the rule of its longest known suffix makes of
 * it. Proper nouns keep their capitals.
 *
 * cost     O(1) a token
 * threads  pure
 */
#ifndef PL_SYNTAX_LEMMAS_H
#define PL_SYNTAX_LEMMAS_H

#include "syntax/model.h"

/* Fills syntax->lemma and syntax->feats of the sentence [first, end); tags and tree are there. A
 * lemma may borrow its form. */
void pl_lemmas_find(PlArena *arena, const PlSyntaxModel *model, const PlTokens *tokens,
                    uint32_t first, uint32_t end, PlSyntax *syntax);
void pl_feats_find(const PlSyntaxModel *model, const PlTokens *tokens, uint32_t first, uint32_t end,
                   PlSyntax *syntax);

#endif
