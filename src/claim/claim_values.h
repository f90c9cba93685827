/* Claim values: what the reports say of one subject and attribute, value by value, and whether that
 * is a difference.
 *
 * owner    `arena`
 * cost     O(rows), and for some rules the square of the first 64 values
 * threads  pure
 */
#ifndef PL_CLAIM_CLAIM_VALUES_H
#define PL_CLAIM_CLAIM_VALUES_H

#include "claim/claim_rows.h"

/* The rows of one value: [first, end). */
typedef struct PlClaimValue {
    uint32_t first;
    uint32_t end;
    uint32_t n_reports;
    uint32_t n_publishers;
} PlClaimValue;

typedef struct PlClaimValues {
    const PlClaimRow *rows;         /* borrowed */
    const PlClaimedReport *reports; /* borrowed */
    PlClaimValue *items;
    uint32_t n;
    uint32_t capacity;
} PlClaimValues;

/* Whether reports differ in the values, by the rule of their attribute, and in what way. */
bool pl_claim_values_differ(const PlClaimValues *values, PlClaimRule rule, PlDifferenceKind *kind);

#endif
