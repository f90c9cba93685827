/* Events: who did what to whom, coded in PLOVER and CAMEO.
 *
 * owner    `arena`
 * threads  the model is shared
 * source   PLOVER codebook; CAMEO 1.1b3; Goldstein 1992
 */
#ifndef PL_EVENT_EVENTS_H
#define PL_EVENT_EVENTS_H

#include "mention/mentions.h"

typedef enum PlEventStatus {
    PL_EVENT_ACTUAL,
    PL_EVENT_PLANNED,
    PL_EVENT_HYPOTHETICAL,
    PL_EVENT_NEGATED,
    PL_EVENT_HISTORICAL,
    PL_N_EVENT_STATUSES
} PlEventStatus;

extern const char *const pl_event_status_names[PL_N_EVENT_STATUSES];

typedef struct PlEvent {
    PlSpan span; /* the clause */
    PlSpan trigger;
    PlSlice frame;    /* the frame that fired: "040 meet" */
    PlSlice plover;   /* "CONSULT" */
    PlSlice mode;     /* PLOVER mode, "meet"; may be empty */
    PlSlice cameo;    /* "046"; may be empty */
    uint8_t quad;     /* 1 verbal cooperation, 2 material, 3 verbal conflict, 4 material */
    double goldstein; /* NaN = none */
    PlEventStatus status;
    PlSlice date;  /* ISO, of the event; empty = unknown */
    int32_t place; /* entity, -1 = unknown */
} PlEvent;

typedef enum PlEventSide { PL_EVENT_SOURCE, PL_EVENT_TARGET, PL_N_EVENT_SIDES } PlEventSide;

extern const char *const pl_event_side_names[PL_N_EVENT_SIDES];

typedef struct PlEventActor {
    int32_t event;
    PlEventSide side;
    int32_t entity; /* -1 = an actor that is no entity of the report: "dozens of protesters" */
    PlSpan span;    /* the words that name it; empty: known from before ("the talks") */
    PlSlice code;   /* CAMEO actor code; may be empty */
} PlEventActor;

typedef struct PlEvents {
    PL_VEC(PlEvent) events;
    PL_VEC(PlEventActor) actors; /* sorted by event, sources first */
} PlEvents;

/* The first of the event's actors in `actors`, or of those after it; actors.n when there is none.
 * O(log n) */
uint32_t pl_events_first_actor(const PlEvents *events, int32_t event);

typedef struct PlEventModel PlEventModel;
const PlEventModel *pl_event_model_load(PlArena *arena);

/* With a user's frames before the program's own. `frames` is valid UTF-8 and outlives the model;
 * a line of it that cannot be used is told to `refused`, in one line with its number. */
const PlEventModel *pl_event_model_load_with(PlArena *arena, PlSlice frames, const char *name,
                                             void (*refused)(void *context, const char *line),
                                             void *context);

void pl_events_find(PlArena *arena, const PlEventModel *model, const PlArticle *article,
                    const PlTokens *tokens, const PlSyntax *syntax, const PlMentions *mentions,
                    PlEvents *events);

#endif
