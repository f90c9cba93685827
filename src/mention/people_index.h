/* People index: where in the program's own tables of people each surname stands.
 *
 * Made when the program is built (tools/index_people.c), so that tens of thousands of people cost
 * nothing to start with: a look-up reads the few lines that have the surname.
 *
 * threads  constant
 */
#ifndef PL_MENTION_PEOPLE_INDEX_H
#define PL_MENTION_PEOPLE_INDEX_H

#include "base/vec.h"

enum { PL_PEOPLE_OFFSET_BITS = 25 };

typedef struct PlPeopleEntry {
    uint32_t surname; /* the lower half of pl_slice_hash of pl_name_surname */
    uint32_t where;   /* number of the table, then the offset of the person's first line in it, of
                         PL_PEOPLE_OFFSET_BITS */
} PlPeopleEntry;

/* Files of data/en in the form of known_actors.h, those that go first first; NULL at the end. */
extern const char *const pl_people_tables[];
/* [pl_n_people_index], sorted by surname, then `where`. */
extern const PlPeopleEntry pl_people_index[];
extern const uint32_t pl_n_people_index;

#endif
