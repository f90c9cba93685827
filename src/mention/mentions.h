/* Mentions: who, when, where and how many a report speaks of.
 *
 * Names, descriptions ("the Ukrainian leader", "Western officials") and pronouns are mentions;
 * mentions of one thing are one entity. Entities carry roles as the report words them: nothing is
 * corrected. Times, quantities and places are found over the same tokens.
 *
 * Invariants
 *  1. mentions are sorted by start, then longer first; a mention may lie inside another
 *     ("Ukrainian" in "the Ukrainian delegation").
 *  2. entities are numbered in order of their first mention; every mention of kind name has one.
 *  3. Every entity that others point at (speaker, party, of) is in `entities`, anonymous ones too
 *     ("a Western diplomat"): type PER, name as written.
 *
 * owner    `arena`
 * threads  the model is shared
 */
#ifndef PL_MENTION_MENTIONS_H
#define PL_MENTION_MENTIONS_H

#include "bytes/input.h"
#include "syntax/lexicon.h"

typedef enum PlEntityType {
    PL_ENTITY_PER,  /* a person, named or not */
    PL_ENTITY_ORG,  /* government body, company, alliance, armed group, delegation */
    PL_ENTITY_LOC,  /* country, region, city, building */
    PL_ENTITY_NORP, /* people of a nationality, faith or politics: "Ukrainians", "Republicans" */
    PL_ENTITY_MISC, /* events, laws, weapons, works */
    PL_N_ENTITY_TYPES
} PlEntityType;

extern const char *const pl_entity_type_names[PL_N_ENTITY_TYPES];

typedef enum PlMentionKind {
    PL_MENTION_NAME,
    PL_MENTION_DESCRIPTION, /* a noun phrase without a name at its head */
    PL_MENTION_PRONOUN,
    PL_N_MENTION_KINDS
} PlMentionKind;

extern const char *const pl_mention_kind_names[PL_N_MENTION_KINDS];

typedef struct PlMention {
    PlSpan span;
    uint32_t first_tok;
    uint32_t end_tok;
    PlEntityType type;
    PlMentionKind kind;
    int32_t entity; /* -1 = not resolved (a pronoun without antecedent) */
} PlMention;

typedef struct PlEntity {
    PlSlice name; /* the fullest form in the report; a country's is its usual English name */
    PlEntityType type;
    PlSlice
        country;  /* ISO 3166-1 alpha-3 of the side it belongs to, "EUR", "IGO" ...; may be empty */
    PlSlice code; /* CAMEO actor code: RUSGOV, IGOUNO, USAMED; may be empty */
    uint8_t is_named; /* has a mention of kind name */
    uint8_t is_group; /* more than one: "Western officials" */
    uint8_t
        is_state; /* a country as an actor; its capital and palace as metonyms are this entity */
} PlEntity;

/* A noun phrase or pronoun that means what another one means, beyond the mentions of the record:
 * "the plan ... it", "I" in a quotation, "the firm" for one that is named.
 *
 * "It" and "they" may be both. For the record they are the actor that they mean most likely, among
 * actors alone; as references they are what they mean among all that is spoken of. */
typedef struct PlReference {
    PlSpan span;
    uint32_t first_tok;
    uint32_t end_tok;
    uint32_t head_tok;
    PlMentionKind kind;
    int32_t entity; /* below entities.n that entity, else things[entity - entities.n]; -1 = nothing
                       else spoken of */
} PlReference;

/* What references alone speak of: a plan, a report, whoever "we" are. */
typedef struct PlThing {
    PlSlice name; /* its first noun phrase, else its first words */
    PlEntityType type;
} PlThing;

typedef enum PlRoleStatus {
    PL_ROLE_CURRENT,
    PL_ROLE_FORMER,
    PL_ROLE_ACTING,
    PL_ROLE_ELECT,
    PL_N_ROLE_STATUSES
} PlRoleStatus;

extern const char *const pl_role_status_names[PL_N_ROLE_STATUSES];

/* One statement of a role: a report that repeats it has two. */
typedef struct PlRole {
    int32_t entity;
    PlSlice title;     /* lower case, usual spelling: "defence minister" */
    PlSlice of;        /* of what, usual name: "Ukraine", "NATO", "Donald Trump"; may be empty */
    int32_t of_entity; /* -1 = none */
    PlRoleStatus status;
    PlSpan span; /* the words: "former U.S. Secretary of State" */
} PlRole;

typedef enum PlTimeType {
    PL_TIME_DATE,
    PL_TIME_TIME,
    PL_TIME_DURATION,
    PL_TIME_SET,
    PL_N_TIME_TYPES
} PlTimeType;

extern const char *const pl_time_type_names[PL_N_TIME_TYPES];

typedef struct PlTime {
    PlSpan span;
    PlTimeType type;
    PlSlice value; /* TIMEX3: 2025-05-16, 2022-03, P3Y, PAST_REF, XXXX-WXX-5 when not anchored */
} PlTime;

typedef struct PlQuantity {
    PlSpan span;
    double value; /* NaN = not a single number */
    double low;   /* NaN = open: "more than 300" has low 300 and no high */
    double high;
    PlSlice unit; /* "percent", "USD", "km"; empty = counted things */
    PlSlice what; /* what is counted, lemma of its head noun phrase: "casualty" */
} PlQuantity;

typedef struct PlPlace {
    PlSpan span;
    int32_t entity;
    PlSlice name;
    PlSlice country; /* ISO 3166-1 alpha-3; may be empty */
    double lat;      /* NaN = unknown */
    double lon;
    uint32_t geonameid; /* 0 = unknown */
} PlPlace;

typedef struct PlMentions {
    PL_VEC(PlMention) mentions;
    PL_VEC(PlEntity) entities;
    PL_VEC(PlReference)
    references; /* sorted as mentions are; none shares its head with one of
                   them that has an entity */
    PL_VEC(PlThing) things;
    PL_VEC(PlRole) roles;
    PL_VEC(PlTime) times;
    PL_VEC(PlQuantity) quantities;
    PL_VEC(PlPlace) places;
    int32_t *mention_of_tok; /* [n_tokens] the longest mention that covers the token, -1 = none */
} PlMentions;

typedef struct PlMentionModel PlMentionModel;
PlMentionModel *pl_mention_model_load(PlArena *arena);

/* Adds the actors of a user's file to a model that nobody reads with yet; known_actors.h says what
 * is in `text`, and what becomes of lines that cannot be used. `name` is the file's, for messages;
 * `text` must outlive the model.
 * errors   BAD_INPUT: no header */
ParleyStatus pl_mention_model_add_actors(PlArena *arena, PlMentionModel *model, const char *name,
                                         PlSlice text, PlInputNotice notice, void *context,
                                         uint32_t *n_refused, ParleyError *error);

/* Calls, in this order: names, times, quantities, coreference, roles, places. */
void pl_mentions_find(PlArena *arena, const PlMentionModel *model, const PlArticle *article,
                      const PlTokens *tokens, const PlSyntax *syntax, PlMentions *mentions);

/* The first mention that starts at or after `tok`; mentions.n when there is none. O(log n) */
uint32_t pl_mentions_first_from(const PlMentions *mentions, uint32_t tok);

/* The entity named or meant by the tokens [first, end): that of the longest mention inside whose
 * last token is the head, else of the last mention inside; -1 = none. */
int32_t pl_mentions_entity_in(const PlMentions *mentions, uint32_t first_tok, uint32_t end_tok);

/* The side that an entity stands for in talks: the state entity of its country, itself when it has
 * none and is an organisation, else -1. */
int32_t pl_mentions_party_of(const PlMentions *mentions, int32_t entity);
/* The same for all entities at once: [n_entities], in `arena`. Linear, where asking for each is
 * not. */
int32_t *pl_mentions_parties(PlArena *arena, const PlMentions *mentions);

#endif
