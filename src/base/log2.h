/* The binary logarithm in whole numbers: the last bit of libm's log differs between processors, and
 * a record must not.
 *
 * threads  pure
 */
#ifndef PL_BASE_LOG2_H
#define PL_BASE_LOG2_H

#include <stdint.h>

/* log2(a / b) in steps of 1/256, times 256, rounded down; 0 when a <= b. a < 2^47, b > 0. */
uint32_t pl_log2_ratio(uint64_t a, uint64_t b);

#endif
