/* Event trigger: the words that tell of an event, and the frame that they evoke where they stand.
 * Private to src/event.
 *
 * cost     bounded look-arounds
 */
#ifndef PL_EVENT_EVENT_TRIGGER_H
#define PL_EVENT_EVENT_TRIGGER_H

#include "event/event_clause.h"

typedef struct PlEventTrigger {
    uint32_t tok;
    uint32_t n_toks;
    const PlFrameList *frames; /* that the words evoke */
    bool is_noun;
    bool is_modal;  /* of a clause below one who says so: "that Kenya must leave" */
    int32_t object; /* of a noun: what it is done to, -1 = not asked for */
    int32_t lender; /* of a noun: the verb whose subject does it, -1 = none */
} PlEventTrigger;

/* The trigger that starts at `tok`: the modal of a clause, a verb, a noun. */
bool pl_event_find_modal(const PlEventText *text, uint32_t tok, PlEventTrigger *trigger);
bool pl_event_find_verb(const PlEventText *text, uint32_t tok, PlEventTrigger *trigger);
bool pl_event_find_noun(const PlEventText *text, uint32_t tok, PlEventTrigger *trigger);

const PlFrame *pl_event_frame(const PlEventText *text, int32_t frame);
/* The PLOVER type of the frame is one of `types`, a list that NULL ends. */
bool pl_event_is_type(const PlEventText *text, const PlFrame *frame, const char *const *types);

/* The first of the frames that wants an object of the kind of `tok`. */
const PlFrame *pl_event_frame_of_object(const PlEventText *text, const PlFrameList *frames,
                                        uint32_t tok);
/* The frame by the verb's object, or by a noun right behind the verb; *object is that noun. */
const PlFrame *pl_event_frame_by_object(const PlEventText *text, const PlEventTrigger *trigger,
                                        int32_t *object);
/* Whether the frame's demands on other words than the object are met. */
bool pl_event_is_evoked(const PlEventText *text, const PlEventTrigger *trigger,
                        const PlFrame *frame);
/* "ordered an attack": a verb of little meaning of its own, whose subject does what its object
 * names: the object is the event. */
bool pl_event_lends(const PlEventText *text, const PlEventTrigger *trigger);

#endif
