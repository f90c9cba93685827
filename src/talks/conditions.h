/* Conditions: what must hold before what, and who says so.
 *
 * "Nothing is signed until the pay is settled", "no deal without inspectors", "the vote depends on
 * the budget". "If" after a verb of asking, "even if", and "until" with a mere time are no
 * conditions.
 *
 * owner    `talks` in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_CONDITIONS_H
#define PL_TALKS_CONDITIONS_H

#include "talks/talks_reading.h"

void pl_conditions_find(const PlReading *reading, PlTalks *talks);

#endif
