/* Event sides: who does it, and to whom. Private to src/event. */
#ifndef PL_EVENT_EVENT_SIDES_H
#define PL_EVENT_EVENT_SIDES_H

#include "event/event_actor.h"
#include "event/event_trigger.h"

typedef struct PlEventSides {
    PlEventActors sources; /* of a mutual frame all who take part */
    PlEventActors targets;
    const PlFrame *frame;
    bool is_open; /* "the talks": it is an event only if the report tells who talks */
} PlEventSides;

typedef PL_VEC(PlEventSides) PlEventSidesList;

/* Who is who in the event that the frame makes of the trigger; false: it is none. `talkers`: of the
 * last talks told of, who "the talks" are between; kept up to date. */
bool pl_event_find_sides(const PlEventText *text, const PlEventTrigger *trigger,
                         const PlFrame *frame, PlEventActors *talkers, PlEventSides *sides);

#endif
