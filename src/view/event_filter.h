/* Event filter: which happenings a list of events shows.
 *
 * options->actor   words of an actor's name, or the country (a name or code) that it acts for, or
 * its code options->pair    two such, with a comma between: one on each side, or both together
 * options->type    a PLOVER type, a mode, or the beginning of a CAMEO code
 * options->date    FROM..TO, both ISO and inclusive, either empty; or one day, month or year
 * options->place   words of the place's name, or its country's code
 * options->status  one of pl_event_status_names
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_VIEW_EVENT_FILTER_H
#define PL_VIEW_EVENT_FILTER_H

#include "pipeline/record.h"

/* errors   BAD_ARGUMENT: what makes no sense as a filter */
ParleyStatus pl_event_filter_check(const ParleyViewOptions *options, ParleyError *error);

/* Whom an actor's words mean. */
typedef struct PlWantedActor {
    PlSlice words;   /* folded; empty = anybody */
    PlSlice country; /* folded code, when the words are a country's name; else empty */
} PlWantedActor;

typedef struct PlEventFilter {
    PlArena *arena;
    const PlRecord *record;
    const ParleyViewOptions *options;
    PlWantedActor actor;
    PlWantedActor pair[2];
} PlEventFilter;

/* `options` have been checked. */
void pl_event_filter_init(PlEventFilter *filter, PlArena *arena, const PlRecord *record,
                          const ParleyViewOptions *options);

/* actors[n_actors]: those of the happening. */
bool pl_event_filter_takes(const PlEventFilter *filter, const PlHappening *happening,
                           const PlHappeningActor *actors, uint32_t n_actors);

#endif
