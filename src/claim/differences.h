/* Differences and agreements: the claims of many reports on one subject and attribute, side by
 * side.
 *
 * Nothing is settled: all values stay, each with the reports that hold it. Copies of one text count
 * as one publisher (see story/stories.h).
 *
 * owner    `arena`
 * threads  pure; reports come sorted by id, so order of arrival cannot show
 */
#ifndef PL_CLAIM_DIFFERENCES_H
#define PL_CLAIM_DIFFERENCES_H

#include "claim/claims.h"
#include "mention/actors.h"

typedef enum PlDifferenceKind {
    PL_DIFFERENCE_CONTRADICTION,    /* cannot both be so */
    PL_DIFFERENCE_STATUS,           /* an office that is called current and former */
    PL_DIFFERENCE_IMPRECISION,      /* nearly three years, over three years */
    PL_DIFFERENCE_CHARACTERISATION, /* low-level, mid-level */
    PL_DIFFERENCE_COMPLEMENT,       /* each says another part */
    PL_DIFFERENCE_SETTLED,          /* Thursday or Friday, then Friday */
    PL_DIFFERENCE_AGREEMENT,        /* two reports or more say the same, none says otherwise */
    PL_DIFFERENCE_SHARED,           /* two or more say the same, another says otherwise */
    PL_N_DIFFERENCE_KINDS
} PlDifferenceKind;

extern const char *const pl_difference_kind_names[PL_N_DIFFERENCE_KINDS];

/* AGREEMENT or SHARED: one value. */
bool pl_difference_is_agreement(PlDifferenceKind kind);

typedef struct PlDifference {
    PlSlice subject;
    PlSlice attribute;
    PlDifferenceKind kind;
    int32_t actor;   /* the subject, -1 = none */
    uint32_t weight; /* how much it matters: order of the list, greatest first */
} PlDifference;

typedef struct PlDifferenceValue {
    int32_t difference;
    PlSlice value;
    uint32_t n_publishers; /* independent ones */
} PlDifferenceValue;

typedef struct PlDifferenceEvidence {
    int32_t value; /* index into values */
    int32_t report;
    PlSpan span;
} PlDifferenceEvidence;

typedef struct PlDifferences {
    PL_VEC(PlDifference) differences;
    PL_VEC(PlDifferenceValue) values;      /* sorted by difference */
    PL_VEC(PlDifferenceEvidence) evidence; /* sorted by value, then report, then span */
} PlDifferences;

typedef struct PlClaimedReport {
    const PlClaims *claims;
    int32_t publisher;       /* reports with one number are not independent */
    int32_t story;           /* measures are compared within one */
    PlSlice published;       /* ISO, or empty */
    const int32_t *actor_of; /* [entities] */
} PlClaimedReport;

/* "Merisia", "delegation of Merisia", "talks". actor: -1 = none. */
PlSlice pl_difference_subject(PlArena *arena, const PlActors *actors, int32_t actor,
                              PlSlice aspect);

void pl_differences_find(PlArena *arena, const PlClaimedReport *reports, uint32_t n_reports,
                         const PlActors *actors, PlDifferences *differences);

#endif
