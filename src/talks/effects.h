/* Effects: whether what something is said to bring about is good, from data/en/outlook_effects.tsv.
 *
 * threads  pure
 */
#ifndef PL_TALKS_EFFECTS_H
#define PL_TALKS_EFFECTS_H

#include "talks/talks_reading.h"

/* How many more good than bad effects `toks` name: what is bad and turned away is good. */
int pl_effects_balance(const PlReading *reading, PlToks toks);

#endif
