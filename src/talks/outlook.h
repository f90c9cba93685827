/* Outlook: what is expected of the talks, by whom, and whether it is good.
 *
 * owner    `talks` in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_OUTLOOK_H
#define PL_TALKS_OUTLOOK_H

#include "talks/talks_reading.h"

void pl_outlook_find(const PlReading *reading, PlTalks *talks);

#endif
