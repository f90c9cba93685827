/* Noun stances: "its demand for more pay", "pensions, the union's top demand", "faces opposition
 * from Oslo".
 *
 * The side is who owns the noun, else who voices it; a noun that is denied, given up or only
 * discussed gives nothing.
 *
 * owner    `search->talks`, in the reading's arena
 * cost     bounded for one token
 */
#ifndef PL_TALKS_NOUN_STANCES_H
#define PL_TALKS_NOUN_STANCES_H

#include "talks/stance_search.h"

/* The stance that the noun (or adjective used as one) at `tok` gives. */
void pl_noun_stances_find(PlStanceSearch *search, uint32_t tok);

#endif
