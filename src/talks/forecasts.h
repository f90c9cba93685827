/* Forecasts: what a deal or talks are said to bring about, as outlook.
 *
 * "The accord will end the shortages", "a strike could close the plant"; and what is said not to
 * come without something else: "no settlement is possible without the creditors".
 *
 * owner    `talks`, with its conditions and outlook found before, in the reading's arena
 * cost     O(tokens + conditions x RECENT)
 */
#ifndef PL_TALKS_FORECASTS_H
#define PL_TALKS_FORECASTS_H

#include "talks/talks_reading.h"

void pl_forecasts_find(const PlReading *reading, PlTalks *talks);

#endif
