/* Hosts and mediators of the talks: "hosted by Velia" is among the facts already; here the one who
 * opens, hosts or mediates in person, and rows for those that are no persons.
 *
 * owner    rows lie in `talks`, in the reading's arena
 * cost     bounded for one token; O(facts + rows) for a report
 * threads  one report, one thread
 */
#ifndef PL_TALKS_HOSTS_H
#define PL_TALKS_HOSTS_H

#include "talks/talks_reading.h"

/* The row that "host", "open", "mediate" at `tok` gives. */
void pl_hosts_find(const PlReading *reading, PlTalks *talks, uint32_t tok);
/* Hosts and mediators that are no persons, from the facts. */
void pl_hosts_add_bodies(const PlReading *reading, PlTalks *talks);
/* A side of the talks does not mediate them: not its president, and not the side itself. Such rows
 * and facts are taken out. */
void pl_hosts_drop_partial(const PlReading *reading, PlTalks *talks);

#endif
