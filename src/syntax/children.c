#include "syntax/children.h"

void pl_children_make(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax,
                      PlChildren *children)
{
    uint32_t n = tokens->n_tokens;
    *children = (PlChildren){.first = pl_arena_array(arena, int32_t, n + 1),
                             .next = pl_arena_array(arena, int32_t, n + 1)};
    for (uint32_t i = 0; i < n; i++)
        children->first[i] = children->next[i] = -1;
    for (uint32_t i = n; i-- > 0;) {
        int32_t head = syntax->head_tok[i];
        if (head < 0) continue;
        children->next[i] = children->first[head];
        children->first[head] = (int32_t)i;
    }
}

int32_t pl_children_find(const PlChildren *children, const PlSyntax *syntax, uint32_t tok,
                         PlDeprel deprel)
{
    uint32_t k = 0;
    for (int32_t child = children->first[tok]; child >= 0 && k < PL_MOST_CHILDREN;
         child = children->next[child], k++)
        if (syntax->deprel[child] == deprel) return child;
    return -1;
}
