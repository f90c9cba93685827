/* Forecasts: what is said to come about, as outlook.
 *
 * "The accord will end the shortages", "a strike could close the plant"; what somebody foresees
 * where it is good or bad, "critics fear that it will use the money for arms"; and what is said not
 * to come without something else: "no settlement is possible without the creditors". What somebody
 * means to do is no forecast.
 *
 * owner    `talks`, with its conditions and outlook found before, in the reading's arena
 * cost     O(tokens + conditions x RECENT)
 */
#ifndef PL_TALKS_FORECASTS_H
#define PL_TALKS_FORECASTS_H

#include "talks/talks_reading.h"

void pl_forecasts_find(const PlReading *reading, PlTalks *talks);

#endif
