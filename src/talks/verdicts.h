/* Verdicts: praise and blame of a deal, an offer or a plan, as stances on it.
 *
 * "called the offer an insult", "this agreement is a historic mistake," she said.
 *
 * owner    `talks` in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_VERDICTS_H
#define PL_TALKS_VERDICTS_H

#include "talks/talks_reading.h"

void pl_verdicts_find(const PlReading *reading, PlTalks *talks);

#endif
