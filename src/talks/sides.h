/* Sides: for which party of the talks a word of a report speaks.
 *
 * "Velia and its allies", "the union's negotiators", "Velian demands", "we" inside a quotation. A
 * person stands for a country or a body; somebody who belongs to nothing that the report names
 * stands for themselves when they have a name, and for no side when they have not.
 *
 * threads  pure
 */
#ifndef PL_TALKS_SIDES_H
#define PL_TALKS_SIDES_H

#include "talks/talks_reading.h"

enum { PL_SIDES_MAX = 6 };

typedef struct PlSides {
    int32_t party[PL_SIDES_MAX];
    int32_t holder[PL_SIDES_MAX]; /* the person who speaks for it, or -1 */
    uint32_t n;
} PlSides;

/* The side of one entity, -1 = none. */
int32_t pl_side_of_entity(const PlReading *reading, int32_t entity);
/* The entity that the noun phrase with its head at `tok` names, or -1. */
int32_t pl_side_entity_at(const PlReading *reading, uint32_t tok);
/* The sides of the noun phrase whose head is `tok`, coordinated ones too. */
PlSides pl_sides_at(const PlReading *reading, uint32_t tok);
/* The sides of whoever does the verb at `tok`: its subject, else the phrase before it. */
PlSides pl_sides_of_verb(const PlReading *reading, uint32_t tok);
/* The sides after "by" of a passive or participle at `tok`. */
PlSides pl_sides_of_agent(const PlReading *reading, uint32_t tok);
/* The sides that own the noun at `tok`: "its", "the union's", "Velian", "of the ministry". */
PlSides pl_sides_of_owner(const PlReading *reading, uint32_t tok);
/* The party is among them. */
bool pl_sides_has(const PlSides *sides, int32_t party);
void pl_sides_add(const PlReading *reading, PlSides *sides, int32_t entity);

#endif
