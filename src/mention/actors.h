/* Actors: the entities of many reports, linked: spelling variants are one, namesakes are not.
 *
 * A pure function of the set of reports: the caller hands them in sorted by id, and neither their
 * order of arrival nor the number of threads can show.
 *
 * owner    `arena`
 * cost     O(entities) expected, by blocking on normalised names
 */
#ifndef PL_MENTION_ACTORS_H
#define PL_MENTION_ACTORS_H

#include "mention/mentions.h"

typedef struct PlActor {
    PlSlice name; /* of a person a full name, else the form that most reports use; on a tie the
                     longer, then the first by bytes */
    PlEntityType type;
    PlSlice country;
    PlSlice code;
    uint8_t is_named;
    uint8_t is_group;
    uint8_t is_state;
} PlActor;

typedef struct PlActors {
    PL_VEC(PlActor) actors; /* sorted by type, then name */
    int32_t **actor_of;     /* [n_reports][entities of that report]: never -1 for a named entity */
} PlActors;

/* model: whose merge rules count; NULL = none. mentions[n_reports]: borrowed.
 * wanted[n_reports][entities of that report], or NULL: entities without a name that are to be
 * actors all the same, as a group or a body has a position ("the rebels"); those called the same
 * are one, is_named 0. */
void pl_actors_link(PlArena *arena, const PlMentionModel *model, const PlMentions *const *mentions,
                    const uint8_t *const *wanted, uint32_t n_reports, PlActors *actors);

#endif
