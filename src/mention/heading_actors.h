/* Actors of headlines, which leave articles out: "Prime minister resigns", "Union rejects offer".
 *
 * A title or a word for a body, in the singular and bare, that a headline is about: its subject, or
 * all that it says. It is the one person to whom the report gives that title, or the one body that
 * it calls so, else somebody new.
 *
 * threads  pure
 */
#ifndef PL_MENTION_HEADING_ACTORS_H
#define PL_MENTION_HEADING_ACTORS_H

#include "mention/coref.h"

/* Call after pl_anaphora_find. */
void pl_heading_actors_find(PlCoref *coref);

#endif
