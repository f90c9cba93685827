/* Issues: what negotiations are about, from data/en/issues.
 *
 * owner    the arena given to pl_issues_load, immutable afterwards
 * cost     a look-up is O(issue files x longest phrase)
 * threads  shared
 */
#ifndef PL_TALKS_ISSUES_H
#define PL_TALKS_ISSUES_H

#include "syntax/lexicon.h"

typedef struct PlIssues PlIssues;

typedef struct PlIssueHit {
    PlSlice id; /* empty = no match; borrowed from the data file */
    uint32_t first_tok;
    uint32_t
        end_tok; /* `first_tok`, or past words that are said to name no issue, when there is none */
    bool head_only; /* counts only as the head of what is wanted or refused */
} PlIssueHit;

/* Loads every data file below "issues/". */
const PlIssues *pl_issues_load(PlArena *arena);
/* The issue named by the words from `tok` on and before `end_tok`: the longest phrase. */
PlIssueHit pl_issues_match(const PlIssues *issues, const PlTokens *tokens, const PlSyntax *syntax,
                           uint32_t tok, uint32_t end_tok);
/* The name for people; the id itself when no table has it. */
PlSlice pl_issues_name(const PlIssues *issues, PlSlice id);
/* Number of issue ids, and the one at `index`, in the order of files and rows. */
uint32_t pl_issues_count(const PlIssues *issues);
PlSlice pl_issues_id(const PlIssues *issues, uint32_t index);

#endif
