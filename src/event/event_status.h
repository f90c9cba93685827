/* Event status: whether an event has happened, is planned, only thought of, denied or history; and
 * its date and place. Private to src/event. */
#ifndef PL_EVENT_EVENT_STATUS_H
#define PL_EVENT_EVENT_STATUS_H

#include "event/event_clause.h"

/* The time that dates the event at `tok`: an index into mentions->times, -1 = none. */
int32_t pl_event_time(const PlEventText *text, uint32_t tok);
/* The ISO date of a time's value, without a time of day; empty when it is not of the calendar. */
PlSlice pl_event_iso_date(PlSlice value);
/* Where it happens: the last token of the place named behind "in", "at", "near" ... in the clause
 * of `tok`, and its entity; -1 = none. */
int32_t pl_event_place_tok(const PlEventText *text, uint32_t tok);
int32_t pl_event_place(const PlEventText *text, uint32_t tok);

/* The verb has "will not", "would not" in front. */
bool pl_event_is_unwilling(const PlEventText *text, uint32_t tok);

PlEventStatus pl_event_status(const PlEventText *text, uint32_t tok, int32_t time);

#endif
