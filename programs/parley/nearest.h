/* The known word that a mistyped one most likely was meant to be. */
#ifndef PARLEY_NEAREST_H
#define PARLEY_NEAREST_H

#include <stddef.h>

/* NULL when none of known[n_known] is near: more than a third of its letters would change. On a
 * tie the first. cost: O(n_known * length^2), lengths of at most 32 considered. */
const char *nearest_word(const char *typed, const char *const *known, size_t n_known);

#endif
