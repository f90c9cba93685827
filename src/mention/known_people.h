/* Known people: whom a name means, by a user's tables of actors and the program's own.
 *
 * A user's go first. Of the program's own, the tables of "officials" go before the list of office
 * holders (tools/make_state_actors.py), of whom few have heard.
 *
 * owner    the arena; codes are borrowed from the tables
 * cost     O(people of one surname, at most some hundreds)
 * threads  pure
 */
#ifndef PL_MENTION_KNOWN_PEOPLE_H
#define PL_MENTION_KNOWN_PEOPLE_H

#include "mention/mention_model.h"

typedef struct PlKnownPerson {
    PlSlice code;
    PlSlice country;
    PlKnownOrigin origin;
    bool is_obscure; /* pl_known_actors_is_obscure */
    bool is_famous;  /* a single word, as the surname alone, is one of the names */
} PlKnownPerson;

/* The person whom a name means on `day` (0 = unknown); false = nobody or one of several. */
bool pl_known_person_find(PlArena *arena, const PlMentionModel *model, const PlNameForm *form,
                          PlTableDay day, PlKnownPerson *person);
/* Whether somebody in the tables is called so, in full. */
bool pl_known_person_is_name(PlArena *arena, const PlMentionModel *model, const PlNameForm *form);

#endif
