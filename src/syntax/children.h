/* Children: the tree of a report from head to dependents; PlSyntax has it the other way round.
 *
 * owner    the arena given
 * cost     O(tokens) to make; a look-up tries at most PL_MOST_CHILDREN, so a sentence of one head
 *          stays linear
 * threads  read-only once made
 */
#ifndef PL_SYNTAX_CHILDREN_H
#define PL_SYNTAX_CHILDREN_H

#include "syntax/syntax.h"

enum { PL_MOST_CHILDREN = 64 };

typedef struct PlChildren {
    int32_t *first; /* [n_tokens] -1 = none */
    int32_t *next;  /* [n_tokens] the next child of the same head, in the order of the text */
} PlChildren;

void pl_children_make(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax,
                      PlChildren *children);

/* The first child of `tok` with relation `deprel`, -1 = none. */
int32_t pl_children_find(const PlChildren *children, const PlSyntax *syntax, uint32_t tok,
                         PlDeprel deprel);

#endif
