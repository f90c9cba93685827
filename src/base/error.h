/* Errors of the world, as told to people: one line that says what, where, and what to do.
 *
 * Our own mistakes are assertions, never errors; text is never an error at all.
 */
#ifndef PL_BASE_ERROR_H
#define PL_BASE_ERROR_H

#include "parley/parley.h"

/* Fills `error` (may be NULL) and returns `status`, so that a function can end with
 * `return pl_error_set(error, PARLEY_NOT_FOUND, "%s: no such file; check the path", path);`
 * Control characters in the message become spaces: it stays one line whatever a path holds. */
ParleyStatus pl_error_set(ParleyError *error, ParleyStatus status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
