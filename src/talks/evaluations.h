/* Evaluations: what a side says that an accord, an offer or a plan does, as stances on it.
 *
 * "The deal cuts off every way to the bomb," "it puts our farmers at risk", she said: praise and
 * blame without a word of either, weighed by data/en/outlook_effects.tsv.
 *
 * owner    `talks`, with its positions found before, in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_EVALUATIONS_H
#define PL_TALKS_EVALUATIONS_H

#include "talks/talks_reading.h"

void pl_evaluations_find(const PlReading *reading, PlTalks *talks);

#endif
