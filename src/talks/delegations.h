/* Delegations: who was sent, led, came along, mediated, hosted, and who stayed away.
 *
 * The party of a person is the side whose delegation the words name, else the side that the person
 * belongs to. What is said of earlier talks ("who led the failed talks of 2009") is left out.
 *
 * owner    `talks` in the reading's arena; needs the facts found before
 * cost     O(tokens)
 */
#ifndef PL_TALKS_DELEGATIONS_H
#define PL_TALKS_DELEGATIONS_H

#include "talks/talks_reading.h"

void pl_delegations_find(const PlReading *reading, PlTalks *talks);

#endif
