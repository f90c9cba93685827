/* Claim rows: the claims of many reports in the order in which they are compared: by subject,
 * attribute and group, then by value, then by report.
 *
 * Statements, sentences and measures have groups: those that are of one thing in other words. Other
 * claims are compared by their topic.
 *
 * owner    `arena`
 * threads  pure; reports come sorted by id, so order of arrival cannot show
 */
#ifndef PL_CLAIM_CLAIM_ROWS_H
#define PL_CLAIM_CLAIM_ROWS_H

#include "claim/differences.h"

/* How the values of an attribute are held against each other. */
typedef enum PlClaimRule {
    PL_RULE_ONE_VALUE, /* two values contradict */
    PL_RULE_LEVEL,     /* the same of reports of neighbouring days */
    PL_RULE_STATUS,    /* current and former contradict */
    PL_RULE_HEDGED,    /* a duration with its hedge */
    PL_RULE_WORDS,     /* characterisations */
    PL_RULE_PARTS,     /* each may be true: shown when reports do not all say the same */
    PL_RULE_LIST,      /* each stands alone: never a difference, each can be an agreement */
    PL_RULE_DATES,     /* a range that holds another is settled by it */
    PL_RULE_SIDES,     /* for and against contradict; demands go with either */
    PL_RULE_MEASURE,   /* numbers of one day contradict unless one may be the other */
    PL_RULE_SAME,      /* statements that were found to be the same: an agreement */
    PL_RULE_TOLD,      /* sentences likewise */
    PL_RULE_WORDING,   /* the same, word by word */
    PL_RULE_SPELLING   /* of names: a difference when there are two, never an agreement */
} PlClaimRule;

typedef struct PlClaimAttribute {
    const char *name; /* a prefix: "stance on " */
    PlClaimRule rule;
    uint32_t weight; /* who decides and what is demanded come before when and how many */
} PlClaimAttribute;

typedef struct PlClaimRow {
    const PlClaim *claim;
    int32_t actor;       /* of the subject, -1 = none */
    int32_t value_actor; /* -1 = the value is words */
    int32_t report;
    int32_t group; /* of statements, sentences and measures, -1 = compared by the claim's topic */
} PlClaimRow;

typedef PL_VEC(PlClaimRow) PlClaimRows;

/* The first whose name `name` begins with; a list where none does. */
const PlClaimAttribute *pl_claim_attribute(PlSlice name);

/* All claims of `reports`, sorted. */
void pl_claim_rows_make(PlArena *arena, const PlClaimedReport *reports, uint32_t n_reports,
                        PlClaimRows *rows);

/* 0: of one subject, attribute and group, so compared with each other. */
int pl_claim_rows_compare_subjects(const PlClaimRow *a, const PlClaimRow *b);
/* 0: of one value. */
int pl_claim_rows_compare_values(const PlClaimRow *a, const PlClaimRow *b);
/* The number of a measure, or the bound that is given. */
double pl_claim_row_low(const PlClaimRow *row);

#endif
