/* Event actor: what code one who takes part has, and which words name him. Private to src/event. */
#ifndef PL_EVENT_EVENT_ACTOR_H
#define PL_EVENT_EVENT_ACTOR_H

#include "event/event_clause.h"

uint32_t pl_event_n_entities(const PlEventActors *actors);
/* One of them has a country. */
bool pl_event_has_country(const PlEventText *text, const PlEventActors *actors);
/* The country of the first actor that has one; empty = none. */
PlSlice pl_event_country_of(const PlEventText *text, const PlEventActors *actors);

/* The entity, named at `tok` (-1 = nowhere), acts in politics: it is of a country, has one of
 * CAMEO's primary roles, or is a named person or body. Teachers, firms or farmers do so only
 * against somebody of these. */
bool pl_event_is_political(const PlEventText *text, int32_t entity, int32_t tok);

/* The actor's CAMEO code. A role without a country ("the rebels", "President Omari") has that of
 * its phrase, else of the place where it acts (-1 = unknown), else `opposite`, that of whom it acts
 * on or is acted on by. */
PlSlice pl_event_actor_code(const PlEventText *text, int32_t entity, int32_t tok, int32_t place,
                            PlSlice opposite);

/* The noun phrase headed by `tok`, from its first word, with the name that it is part of; a phrase
 * that is no entity goes on to its last word ("the death of a miner"). Empty for -1. */
PlSpan pl_event_phrase_span(const PlEventText *text, int32_t entity, int32_t tok);

#endif
