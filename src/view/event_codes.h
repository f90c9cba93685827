/* Event codes: CAMEO's codes taken apart, and what its codebook calls them, for tables that other
 * programs read.
 *
 * owner    the arena given to pl_event_codes_load
 * threads  pure
 * source   CAMEO 1.1b3; PLOVER codebook; GDELT event codebook 2.0
 */
#ifndef PL_VIEW_EVENT_CODES_H
#define PL_VIEW_EVENT_CODES_H

#include "base/symbols.h"
#include "event/events.h"

enum { PL_MOST_ACTOR_TYPES = 3, PL_MOST_RELIGIONS = 2 };

typedef struct PlEventCodes {
    PlSymbols cameo;             /* codes */
    PL_VEC(PlSlice) cameo_names; /* by symbol: "Host a visit" */
    PL_VEC(double) cameo_scores; /* by symbol: Goldstein */
    PlSymbols countries;         /* ISO 3166-1 alpha-3 */
    PL_VEC(PlSlice) country_names;
} PlEventCodes;

void pl_event_codes_load(PlArena *arena, PlEventCodes *codes);

/* "USAMILMED" is a country and two types, "IGOUNO" a type and a known group, "IGOEUREEC" has a
 * region too. A part beyond the columns' number is left out. */
typedef struct PlActorCodeParts {
    PlSlice country; /* or region */
    PlSlice group;
    PlSlice religions[PL_MOST_RELIGIONS];
    uint32_t n_religions;
    PlSlice types[PL_MOST_ACTOR_TYPES];
    uint32_t n_types;
} PlActorCodeParts;

PlActorCodeParts pl_actor_code_parts(const PlEventCodes *codes, PlSlice code);

/* "Government" for GOV; the code itself when it is none of CAMEO's. */
PlSlice pl_actor_type_name(PlSlice type);
/* Empty when it is no country. */
PlSlice pl_country_name(const PlEventCodes *codes, PlSlice country);

/* What an event is coded as where there is no column for its status: CAMEO has intentions as events
 * of their own. */
typedef struct PlCodedAs {
    PlSlice cameo;
    PlSlice name; /* may be empty */
    PlSlice plover;
    PlSlice mode;
    uint8_t quad;
    double goldstein; /* NaN = none */
} PlCodedAs;

/* Planned: cooperation is an expressed intent (030; 036 to meet), conflict a threat (130). */
PlCodedAs pl_event_coded_as(const PlEventCodes *codes, PlSlice cameo, PlSlice plover, PlSlice mode,
                            uint8_t quad, double goldstein, PlEventStatus status);

#endif
