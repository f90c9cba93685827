/* Titles: where the words for an office, a rank or a calling stand.
 *
 * A title is the longest run "former deputy foreign minister", "secretary of state", "minister of
 * trade and industry": status and rank words, what the office is for, its head noun, and a
 * portfolio after "of". Whose it is, and of what country, is for roles.h.
 *
 * cost     O(length of the title)
 * threads  pure
 */
#ifndef PL_MENTION_TITLES_H
#define PL_MENTION_TITLES_H

#include "mention/mention_model.h"

typedef struct PlTitle {
    uint32_t first_tok; /* status and rank words included */
    uint32_t end_tok;   /* first_tok = no title */
    uint32_t head_tok;  /* "minister" */
    int32_t row;        /* of titles.tsv */
    PlRoleStatus status;
    bool is_plural;   /* "presidents" */
    bool before_name; /* can stand before a name */
    bool is_address;  /* "Mr" */
} PlTitle;

/* The title that starts at `tok` and ends before `end_tok`. */
PlTitle pl_title_at(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                    uint32_t tok, uint32_t end_tok);
/* Somebody sent: whose state stands before whom he is sent to, "Norway's UN ambassador". */
bool pl_title_is_envoy(const PlMentionModel *model, const PlTitle *title);
/* The title's words in the usual spelling, lower case, without status words. */
PlSlice pl_title_usual(PlArena *arena, const PlMentionModel *model, const PlTokens *tokens,
                       const PlSyntax *syntax, const PlTitle *title);

#endif
