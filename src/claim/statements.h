/* Statements: what one side is said to have said or done, told by several reports in words of their
 * own, brought together by the words that they share.
 *
 * Two statements of one actor are the same when the rarer content words that they share outweigh
 * half of those of the shorter one: weights are logarithms of rarity over all statements. Each
 * joins the group of the statement that it resembles most; those of reports far apart in time never
 * meet.
 *
 * owner    `arena`
 * cost     O(statements x MOST_COMPARED)
 * threads  pure: the caller hands them in in an order that depends on the set of reports alone
 */
#ifndef PL_CLAIM_STATEMENTS_H
#define PL_CLAIM_STATEMENTS_H

#include "base/slice.h"
#include "base/vec.h"

typedef enum PlStatementKind {
    PL_STATEMENT_SAID,
    PL_STATEMENT_WORDED, /* in quotation marks */
    PL_STATEMENT_DONE,
    PL_N_STATEMENT_KINDS
} PlStatementKind;

typedef struct PlStatement {
    int32_t actor;
    PlStatementKind kind; /* those of one kind are compared */
    PlSlice lemmas;       /* sorted, a space between */
    PlSlice published;    /* ISO, may be empty */
} PlStatement;

/* [n]: the group of each, the index of its first statement. */
int32_t *pl_statements_group(PlArena *arena, const PlStatement *statements, uint32_t n);

#endif
