/* Persons: everyone whom a report names, over all reports, with the offices that reports give.
 *
 * Most independent publishers first, then most reports, then by name.
 *
 * owner    `arena`
 * cost     O(n log n) in mentions and roles
 * threads  pure
 */
#ifndef PL_VIEW_PERSONS_H
#define PL_VIEW_PERSONS_H

#include "view/evidence.h"

typedef struct PlPersonRole {
    PlSlice title;
    PlSlice of;
    PlRoleStatus status;
    uint32_t n_publishers;
    PlEvidence evidence;
} PlPersonRole;

typedef struct PlPerson {
    int32_t actor;
    uint32_t n_publishers;
    uint32_t n_reports;
    PL_VEC(PlPersonRole) roles; /* most publishers first */
    PlEvidence evidence;        /* the first time each report names them, and their roles */
} PlPerson;

typedef struct PlPersons {
    PL_VEC(PlPerson) persons;
    int32_t *person_of_actor; /* [actors] index into persons, -1 = no named person */
} PlPersons;

void pl_persons_find(PlArena *arena, const PlRecord *record, PlPersons *persons);

/* "former culture minister of Russia"; without `of` when it is empty or is `known`. */
PlSlice pl_person_role_label(PlArena *arena, const PlPersonRole *role, PlSlice known);

#endif
