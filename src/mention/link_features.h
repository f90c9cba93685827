/* Link features: what speaks for a candidate meaning the same as one before it, or something new.
 *
 * A pair (or a candidate alone, against nothing) is described by facts, small numbers with names. A
 * feature is a template, one to three facts, with their values: it has a row in the table of
 * weights. A pair's score is the sum of the weights of its features, in hundredths; so is that of
 * being new.
 *
 * source   Durrett and Klein 2013, "Easy victories and uphill battles in coreference resolution"
 * threads  pure
 */
#ifndef PL_MENTION_LINK_FEATURES_H
#define PL_MENTION_LINK_FEATURES_H

#include "mention/candidates.h"

/* name, number of values, names of the values. Up to `known` they are of the candidate alone. */
#define PL_LINK_FACT_LIST(X)                                                                       \
    X(kind, PL_N_CANDIDATE_KINDS, KINDS)                                                           \
    X(role, PL_N_CANDIDATE_ROLES, ROLES)                                                           \
    X(sort, PL_N_SORTS, SORTS)                                                                     \
    X(number, PL_N_CANDIDATE_NUMBERS, "one many any")                                              \
    X(modifiers, 4, "none one more after")                                                         \
    X(seen, 5, "never just lately before long-ago")                                                \
    X(heard, 4, "never bare whole pronoun")                                                        \
    X(place, 4, "first early sentence-start inside")                                               \
    X(quoted, 2, "no yes")                                                                         \
    X(likely, 2, "no yes")                                                                         \
    X(predicate, PL_N_CANDIDATE_PREDICATES, "plain adjective verb noun")                           \
    X(known, 3, "no yes named")                                                                    \
    X(other_kind, PL_N_CANDIDATE_KINDS, KINDS)                                                     \
    X(other_role, PL_N_CANDIDATE_ROLES, ROLES)                                                     \
    X(other_sort, PL_N_SORTS, SORTS)                                                               \
    X(sentences, 8, "0 1 2 3 -7 -15 -40 more")                                                     \
    X(between, 8, "1 2 3 -5 -9 -17 -40 more")                                                      \
    X(words, 7, "other head all name-part part pronoun initials")                                  \
    X(modified, 6, "neither same fewer more partly differ")                                        \
    X(numbers, 3, "agree clash open")                                                              \
    X(genders, 3, "agree clash open")                                                              \
    X(entities, 4, "neither one same two")                                                         \
    X(tree, 10, "none apposition predicate conjunct within around fellow reflexive below above")   \
    X(quotation, 6, "outside same speaker from-within apart same-speaker")                         \
    X(size, 5, "1 2 -4 -9 more")                                                                   \
    X(chain, 4, "pronouns noun name both")                                                         \
    X(newest, 2, "no yes")                                                                         \
    X(likely_one, 3, "none this other")                                                            \
    X(rank, 6, "0 1 2 3 4 more")

typedef enum PlLinkFact {
#define X(name, n, names) PL_LINK_##name,
    PL_LINK_FACT_LIST(X)
#undef X
        PL_N_LINK_FACTS
} PlLinkFact;

typedef struct PlLinkFacts {
    uint8_t value[PL_N_LINK_FACTS];
    bool is_new; /* of the candidate alone: only the facts before other_kind */
} PlLinkFacts;

enum { PL_MAX_LINK_FEATURES = 64 };

/* The rows of all templates together. */
uint32_t pl_link_n_rows(void);
/* Where each template's rows begin. */
typedef struct PlLinkOffsets {
    uint32_t first[PL_MAX_LINK_FEATURES];
} PlLinkOffsets;

void pl_link_offsets(PlLinkOffsets *offsets);
/* The rows of the features that hold; returns how many. */
uint32_t pl_link_rows(const PlLinkOffsets *offsets, const PlLinkFacts *facts,
                      uint32_t rows[PL_MAX_LINK_FEATURES]);

/* "kind other_kind<TAB>the it" of a row, as tables of weights write it, in `size` bytes. */
void pl_link_row_name(uint32_t row, char *name, size_t size);
/* The row of a template and values so written, -1 = there is none. */
int32_t pl_link_row_named(PlSlice facts, PlSlice values);

#endif
