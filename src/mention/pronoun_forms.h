/* Pronoun forms: which pronoun a word is, in any case of it.
 *
 * threads  pure
 */
#ifndef PL_MENTION_PRONOUN_FORMS_H
#define PL_MENTION_PRONOUN_FORMS_H

#include "mention/candidates.h"

/* PL_N_CANDIDATE_KINDS when the word (lower case) is none that can mean an entity: "which",
 * "there". */
PlCandidateKind pl_pronoun_form(PlSlice lower);
/* The same of adverbs: "here", "there". */
PlCandidateKind pl_adverb_form(PlSlice lower);
PlCandidateNumber pl_pronoun_number(PlCandidateKind kind);

#endif
