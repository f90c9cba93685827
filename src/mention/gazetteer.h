/* Gazetteer: the names that are known beforehand: countries and what they are called, regions,
 * organisations, peoples and faiths, from data/en.
 *
 * A subject is what a name stands for; a phrase is a way to write it, with the readings that it can
 * have: "Russian" is an adjective or a person, "Moscow" a city or the government that sits there.
 * Letters' case counts ("US" is not "us"), but a word all in capitals is also read as "Word".
 *
 * owner    the arena given to pl_gazetteer_load, immutable afterwards
 * cost     a look-up is O(longest phrase)
 * threads  shared
 */
#ifndef PL_MENTION_GAZETTEER_H
#define PL_MENTION_GAZETTEER_H

#include "base/data.h"
#include "base/signs.h"
#include "base/symbols.h"
#include "mention/known_actors.h"
#include "mention/mentions.h"

enum {
    PL_READING_NAME = 1,      /* the subject itself: "Ukraine", "WTO" */
    PL_READING_ADJECTIVE = 2, /* "Ukrainian" */
    PL_READING_PEOPLE = 4,    /* a noun for one or many of its people */
    PL_READING_SEAT = 8,      /* a city where its government sits */
    PL_READING_PALACE = 16,   /* a building or street that stands for its government */
    PL_READING_PREFIX = 32    /* only before a hyphen: "Sino-" */
};

typedef enum PlSubjectKind {
    PL_SUBJECT_COUNTRY,
    PL_SUBJECT_REGION, /* "Europe", "the West" */
    PL_SUBJECT_AREA,   /* a part of a country: "Crimea", "Texas" */
    PL_SUBJECT_ORG,
    PL_SUBJECT_GROUP
} PlSubjectKind;

typedef struct PlSubject {
    PlSubjectKind kind;
    PlSlice name;
    PlSlice country;
    PlSlice code;
    bool is_bloc;  /* an organisation that sits at tables as a side */
    int32_t known; /* of known_actors: its code depends on the day; -1 = it does not */
} PlSubject;

typedef struct PlGazetteer {
    PL_VEC(PlSubject) subjects;
    PlSymbols phrases;
    PL_VEC(int32_t) phrase_subject; /* by symbol of `phrases` */
    PL_VEC(uint8_t) phrase_readings;
    PlSymbols first_words;    /* up to the first space or hyphen: most tokens start no phrase */
    PlSigns starts;           /* of first_words */
    PL_VEC(uint32_t) longest; /* by symbol of `first_words`: bytes of the longest phrase */
    PlSymbols countries;      /* names of countries and their ISO codes */
    PL_VEC(int32_t) country_subject;
} PlGazetteer;

typedef struct PlGazetteerHit {
    int32_t subject; /* -1 = no match */
    uint8_t readings;
    uint32_t n_toks;
} PlGazetteerHit;

void pl_gazetteer_load(PlArena *arena, PlGazetteer *gazetteer);
/* The longest phrase that starts at `tok` and ends before `end_tok`. */
PlGazetteerHit pl_gazetteer_match(const PlGazetteer *gazetteer, const PlTokens *tokens,
                                  uint32_t tok, uint32_t end_tok);
/* The phrase that is exactly `name`. */
PlGazetteerHit pl_gazetteer_find(const PlGazetteer *gazetteer, PlSlice name);
/* Adds an actor that is no person, under its name and aliases. A user's takes a phrase from what is
 * there; ours only where nothing is. An actor called as an organisation, area or people that is
 * there is that one, with the codes of the actor. False, and nothing is added, when one of the
 * names is a country's: those are not for users. */
bool pl_gazetteer_add_known(PlArena *arena, PlGazetteer *gazetteer, const PlKnownActors *known,
                            int32_t actor);
/* The country with this ISO code or usual name, or -1. */
int32_t pl_gazetteer_country(const PlGazetteer *gazetteer, PlSlice code);

#endif
