/* Actor sides: whom an actor stands for in talks.
 *
 * Persons, peoples and the government stand for their state, when the record names it; everyone
 * else for themselves.
 *
 * owner    `arena`
 * cost     O(actors)
 * threads  pure
 */
#ifndef PL_MENTION_ACTOR_SIDES_H
#define PL_MENTION_ACTOR_SIDES_H

#include "mention/actors.h"

/* [n_actors + 1]: an actor's side, itself an actor. */
int32_t *pl_actor_sides_find(PlArena *arena, const PlActors *actors);

#endif
