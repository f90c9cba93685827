/* Places: where on Earth the names of places are.
 *
 * The gazetteer holds countries, capitals and larger cities (data/en/places.tsv, from GeoNames; the
 * points of countries from country_points.tsv) and the areas and regions that have a point.
 * One name can be several places: the report's own country names, its dateline and its other
 * places decide, then whether it is a capital, then population.
 *
 * A street or building that the gazetteer lacks has the point of its town, and no GeoNames id.
 *
 * owner    the gazetteer lives in the arena given to pl_places_model_load, immutable afterwards
 * threads  the model is shared
 */
#ifndef PL_MENTION_PLACES_H
#define PL_MENTION_PLACES_H

#include "mention/mentions.h"

typedef struct PlPlacesModel PlPlacesModel;

const PlPlacesModel *pl_places_model_load(PlArena *arena);

typedef enum PlPlaceKind {
    PL_PLACE_COUNTRY,
    PL_PLACE_CAPITAL,
    PL_PLACE_CITY,
    PL_PLACE_AREA,     /* a part of a country or of the world: data/en/areas.tsv, regions.tsv */
    PL_PLACE_PROVINCE, /* a first-level part of a country: data/en/provinces.tsv */
    PL_N_PLACE_KINDS
} PlPlaceKind;

/* One row of the gazetteer. */
typedef struct PlPlaceRow {
    PlSlice name; /* usual English name */
    PlPlaceKind kind;
    PlSlice country; /* ISO 3166-1 alpha-3 */
    double lat;
    double lon;
    uint32_t population;
    uint32_t geonameid;
} PlPlaceRow;

/* Number of rows that a name can mean; the most likely without a context stands first. */
uint32_t pl_places_lookup(const PlPlacesModel *model, PlSlice name, const PlPlaceRow **rows,
                          uint32_t max_rows);

/* The longest name of a capital or city that starts at `tok` and stays in its sentence, by the
 * written forms (so "Nice" matches and "nice" does not); *row is its first reading. Returns the
 * number of tokens, 0 = none. For the recognition of names; O(1). */
uint32_t pl_places_match(const PlPlacesModel *model, const PlTokens *tokens, uint32_t tok,
                         const PlPlaceRow **row);
/* The country of the town whose name starts at `tok`, when the name alone tells it: the town is
 * large, and no namesake abroad is a tenth as large. Empty when there is none. */
PlSlice pl_places_plain_country(const PlPlacesModel *model, const PlTokens *tokens, uint32_t tok);

/* Gives each entity of type LOC without a country that of the place that it is. Reads names alone,
 * sorted by start: call it when no mention is of another kind. */
void pl_places_countries_find(const PlPlacesModel *model, const PlArticle *article,
                              const PlTokens *tokens, PlMentions *mentions);

/* Fills mentions->places: one row for each name of a place, known to the gazetteer or not; sorted
 * by start. Call last: it reads names and entities. An entity of type LOC without a country gets
 * that of its place. */
void pl_places_find(PlArena *arena, const PlPlacesModel *model, const PlArticle *article,
                    const PlTokens *tokens, PlMentions *mentions);

#endif
