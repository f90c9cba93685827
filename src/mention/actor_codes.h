/* Actor codes: which CAMEO actor codes there are.
 *
 * A code is a run of groups of three capitals: a country (ISO 3166-1), a region or a kind of
 * international actor first, then roles from the general to the special: "KEN", "KENGOV",
 * "IGOUNOHCR", "REB". The groups are those of actor_codes.tsv and of the other tables of data/en.
 *
 * threads  the table is shared
 * source   CAMEO 1.1b3, chapter 3
 */
#ifndef PL_MENTION_ACTOR_CODES_H
#define PL_MENTION_ACTOR_CODES_H

#include "base/symbols.h"

typedef struct PlActorCodes {
    PlSymbols groups;
    PL_VEC(uint8_t) kinds; /* by symbol of `groups` */
} PlActorCodes;

void pl_actor_codes_load(PlArena *arena, PlActorCodes *codes);

/* Whether all groups of `code` are known and stand where they may; else what is wrong, a phrase for
 * a message, in `*wrong` (static), and in `*group` the words that it is about. */
bool pl_actor_code_is_valid(const PlActorCodes *codes, PlSlice code, const char **wrong,
                            PlSlice *group);

/* What a valid code says of where its bearer belongs: its country or region, "IGO", "AFR" of an
 * organisation of African states, "NGO"; empty for roles alone. */
PlSlice pl_actor_code_country(const PlActorCodes *codes, PlSlice code);

#endif
