/* Salience: who was spoken of lately, for descriptions and pronouns.
 *
 * The last mentions in the order of the text, a fixed number of them; an older one counts no more.
 *
 * threads  pure
 */
#ifndef PL_MENTION_SALIENCE_H
#define PL_MENTION_SALIENCE_H

#include "mention/coref.h"

enum { PL_SALIENCE_SIZE = 48 };

typedef struct PlRecent {
    int32_t entity;
    uint32_t tok; /* last of the mention */
    uint32_t sent;
    bool is_subject;
    bool is_joined; /* one of several: "Norway and Chile" */
} PlRecent;

typedef struct PlSalience {
    PlRecent recent[PL_SALIENCE_SIZE]; /* a ring; recent[(n - 1) % SIZE] is the newest */
    uint32_t n;
    PL_VEC(uint32_t) n_mentions; /* by entity, so far */
} PlSalience;

void pl_salience_add(PlCoref *coref, PlSalience *salience, int32_t entity, uint32_t first_tok,
                     uint32_t end_tok);
/* The i-th newest, 0 first; NULL when there are not so many. */
const PlRecent *pl_salience_at(const PlSalience *salience, uint32_t i);
uint32_t pl_salience_n_mentions(const PlSalience *salience, int32_t entity);

#endif
