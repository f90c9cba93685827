/* Pronouns: whom "he", "her", "its" and "they" mean, by gender, number, recency and subjecthood.
 *
 * The first person in a quotation is who says it: mention/chains.h.
 *
 * threads  pure
 */
#ifndef PL_MENTION_PRONOUNS_H
#define PL_MENTION_PRONOUNS_H

#include "mention/salience.h"

/* The token is a pronoun of the third person that can mean an entity. */
bool pl_pronoun_is(const PlCoref *coref, uint32_t tok);
/* Its entity among those spoken of in this sentence and the two before, or -1. */
int32_t pl_pronoun_resolve(const PlCoref *coref, const PlSalience *salience, uint32_t tok);
/* The type of mention that the pronoun makes when nobody is found for it. */
PlEntityType pl_pronoun_type(const PlCoref *coref, uint32_t tok);

#endif
