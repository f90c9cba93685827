/* Event reasons: why an event is coded as it is, in words for people: the frame's own lines, the
 * relations that lead from an actor to the trigger, the word that gives the status, the words of
 * the date. From a report annotated anew, with its syntax.
 *
 * owner    `arena`, or the program's data
 * cost     O(sentence) each
 * threads  pure
 */
#ifndef PL_VIEW_EVENT_REASONS_H
#define PL_VIEW_EVENT_REASONS_H

#include "pipeline/annotation.h"

/* A frame in its file. `file` is empty for one that is not the program's own. */
typedef struct PlFrameText {
    PlSlice file;  /* "frames/consult.frames" */
    uint32_t line; /* from 1 */
    PlSlice lines; /* from "frame ..." to its last line */
} PlFrameText;

PlFrameText pl_frame_text_find(PlSlice name);

/* The first sentence that holds the trigger; -1 = none. */
int32_t pl_event_sentence(const PlAnnotation *report, const PlEvent *event);

/* "nsubj of "met""; what an actor is to the trigger in the tree. */
PlSlice pl_event_actor_reason(PlArena *arena, const PlAnnotation *report, const PlEvent *event,
                              const PlEventActor *actor);
PlSlice pl_event_status_reason(PlArena *arena, const PlAnnotation *report, const PlEvent *event);
PlSlice pl_event_date_reason(PlArena *arena, const PlAnnotation *report, const PlEvent *event);

#endif
