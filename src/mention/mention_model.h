/* What the finding of mentions knows: the tables of data/en, loaded once and shared.
 *
 * owner    the arena given to pl_mention_model_load, immutable afterwards
 * threads  shared
 */
#ifndef PL_MENTION_MENTION_MODEL_H
#define PL_MENTION_MENTION_MODEL_H

#include "mention/gazetteer.h"
#include "mention/merge_rules.h"
#include "mention/noun_sorts.h"
#include "mention/places.h"
#include "mention/quantities.h"
#include "mention/times.h"

typedef enum PlGender { PL_GENDER_UNKNOWN, PL_GENDER_MALE, PL_GENDER_FEMALE } PlGender;

typedef struct PlTitleTable {
    const PlLexicon *lexicon; /* titles.tsv */
    uint32_t title, before, sector, level, gender, country;
    const PlLexicon *words; /* title-words.tsv */
    uint32_t word_kind, word_usual;
} PlTitleTable;

typedef struct PlKnownTable {
    const char *name;
    PlKnownOrigin origin;
} PlKnownTable;

/* Tables of bodies of data/en in the form of known_actors.h, those that go first first; the last
 * has no name. Those of people are people_index.h's. */
extern const PlKnownTable pl_known_tables[];

struct PlMentionModel {
    PlGazetteer gazetteer;
    PlActorCodes actor_codes;
    PlKnownActors known;
    const PlMergeRules *merges; /* a user's; NULL = none */
    PlTitleTable titles;
    const PlLexicon *heads; /* name-heads.tsv */
    uint32_t head_type, head_where, head_sector;
    const PlLexicon *sectors; /* sectors.tsv */
    uint32_t sector_sector, sector_kind;
    const PlLexicon *sides; /* sides.tsv */
    uint32_t side_kind;
    const PlLexicon *speech_verbs; /* speech-verbs.tsv */
    uint32_t speech_frames, speech_things;
    const PlLexicon *ship_prefixes;
    uint32_t ship_country;
    const PlLexicon *place_signs; /* place_signs.tsv */
    uint32_t sign_column;
    const PlLexicon *tellers;      /* tellers.tsv */
    const PlLexicon *not_names;    /* not-names.tsv */
    PlSymbols given_names;         /* folded */
    PL_VEC(uint8_t) given_genders; /* PlGender, by symbol */
    PlSymbols family_names;        /* folded */
    PlNounSorts noun_sorts;
    const int16_t *link_weights; /* [pl_link_n_rows()], of coreference.tsv */
    const PlTimesModel *times;
    const PlQuantitiesModel *quantities;
    const PlPlacesModel *places;
};

/* `gender` may be NULL. `word` may be in any case and with marks. */
bool pl_is_given_name(const PlMentionModel *model, PlSlice word, PlGender *gender);
bool pl_is_family_name(const PlMentionModel *model, PlSlice word);
/* "m", "f", or anything else for unknown: as the tables write it. */
PlGender pl_gender_parse(PlSlice cell);

#endif
