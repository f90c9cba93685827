/* Codes of those who are only described: what "former" makes of them ("a former Norwegian envoy"),
 * the state whose head they are ("the Norwegian president"), the country of a people or faith
 * ("Norwegian Catholics").
 *
 * threads  pure
 */
#ifndef PL_MENTION_DESCRIBED_CODES_H
#define PL_MENTION_DESCRIBED_CODES_H

#include "mention/coref.h"

/* Call after pl_anaphora_find. */
void pl_described_codes_find(PlCoref *coref);

#endif
