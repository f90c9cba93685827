/* Coreference of one report: the working state that names, descriptions, pronouns and roles share
 * while entities are made. Nothing of it outlives pl_mentions_find.
 *
 * Invariant: facts.n == mentions->entities.n; facts.items[i] is about entity i.
 */
#ifndef PL_MENTION_COREF_H
#define PL_MENTION_COREF_H

#include "mention/name_forms.h"
#include "mention/names.h"

typedef struct PlEntityFacts {
    int32_t subject; /* of the gazetteer, -1 = none */
    uint8_t gender;  /* PlGender */
    PlNameForm form; /* persons */
    int32_t rule; /* persons: the symbol of the name among the merge rules, -1 = none is about it */
} PlEntityFacts;

typedef struct PlCoref {
    PlArena *arena;
    const PlMentionModel *model;
    const PlArticle *article;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlNames *names;
    PlMentions *mentions;
    PlTableDay day; /* on which the report was published, 0 = unknown */
    PL_VEC(PlEntityFacts) facts;
    PL_VEC(PlSlice) role_sectors;   /* by role: CAMEO sector that its title says, may be empty */
    PL_VEC(uint8_t) role_is_abroad; /* by role: "ambassador to Norway", who is not Norway's */
    PL_VEC(int32_t) role_rows;      /* by role: row of titles.tsv */
    PlSlice *known_codes;       /* [entities of names]: of known actors, on the day; may be empty */
    int32_t *state_of_subject;  /* [subjects]: entity of the country or organisation, -1 = none */
    int32_t *people_of_subject; /* [subjects]: entity of its people, -1 = none */
    int32_t *name_starting;     /* [n_tokens]: longest mention of a name that starts here, -1 */
    uint8_t *in_name;           /* [n_tokens]: inside a mention of a name */
    int32_t *name_ending;       /* [n_tokens]: longest mention of a name that ends here, -1 */
} PlCoref;

/* Names, descriptions, pronouns and who says something: all that the record needs. `names` is
 * filled and must live as long. */
void pl_coref_begin(PlCoref *coref, PlNames *names);
/* Ready for the names of one report. */
void pl_coref_init(PlCoref *coref);
/* A new entity without mentions. */
int32_t pl_coref_add_entity(PlCoref *coref, PlEntity entity, int32_t subject);
/* Country and code of a subject of the gazetteer on the day of the report. */
void pl_coref_subject_code(const PlCoref *coref, int32_t subject, PlEntity *entity);
/* The entity of a country, region or organisation of the gazetteer, new if need be. */
int32_t pl_coref_subject_entity(PlCoref *coref, int32_t subject);
void pl_coref_add_mention(PlCoref *coref, uint32_t first_tok, uint32_t end_tok, PlEntityType type,
                          PlMentionKind kind, int32_t entity);

/* Fills name_starting and name_ending from the mentions so far, all of names. */
void pl_coref_index_names(PlCoref *coref);

/* Makes an entity of every name, and its mentions. */
void pl_entities_find(PlCoref *coref);
/* Sorts mentions, numbers entities by their first mention, fills mention_of_tok. */
void pl_entities_number(PlCoref *coref);

#endif
