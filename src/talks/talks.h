/* Talks: who was sent, where each side stands, on what conditions, and what is expected.
 *
 * owner    `arena`
 * threads  the model is shared
 */
#ifndef PL_TALKS_TALKS_H
#define PL_TALKS_TALKS_H

#include "mention/mentions.h"

typedef enum PlDelegationRole {
    PL_DELEGATION_HEAD,
    PL_DELEGATION_MEMBER,
    PL_DELEGATION_ENVOY,
    PL_DELEGATION_MEDIATOR,
    PL_DELEGATION_HOST,
    PL_DELEGATION_ABSENT,
    PL_DELEGATION_BODY, /* the delegation itself, person -1: it carries a level or a mandate */
    PL_N_DELEGATION_ROLES
} PlDelegationRole;

extern const char *const pl_delegation_role_names[PL_N_DELEGATION_ROLES];

typedef struct PlDelegation {
    int32_t party;  /* entity of the side; -1 = not said */
    int32_t person; /* entity; -1 = a party as such (host, body) */
    PlDelegationRole role;
    PlSlice level; /* as said: "low-level", "senior"; may be empty */
    PlSpan span;   /* the words that say so */
} PlDelegation;

typedef enum PlStance {
    PL_STANCE_DEMANDS,
    PL_STANCE_OFFERS,
    PL_STANCE_ACCEPTS,
    PL_STANCE_REJECTS,
    PL_STANCE_CONCEDES,
    PL_STANCE_SUPPORTS,
    PL_STANCE_OPPOSES,
    PL_N_STANCES
} PlStance;

extern const char *const pl_stance_names[PL_N_STANCES];

typedef struct PlPosition {
    int32_t party;  /* entity of the side */
    int32_t holder; /* entity who voiced it; -1 = the side as such */
    PlSlice issue;  /* id of data/en/issues, else the head noun's lemma */
    PlStance stance;
    PlSlice terms; /* in the report's words: "immediate; 30 days"; may be empty */
    PlSpan span;   /* the words that say so */
} PlPosition;

typedef struct PlCondition {
    PlSpan condition;   /* "until he meets the king" */
    PlSpan consequence; /* "nothing will happen" */
    int32_t holder;     /* entity whose condition it is; -1 = the reporter */
} PlCondition;

typedef enum PlPolarity {
    PL_OUTLOOK_OPTIMISTIC,
    PL_OUTLOOK_PESSIMISTIC,
    PL_OUTLOOK_MIXED,
    PL_N_POLARITIES
} PlPolarity;

extern const char *const pl_polarity_names[PL_N_POLARITIES];

typedef struct PlOutlook {
    int32_t holder; /* entity; -1 = the reporter */
    PlPolarity polarity;
    PlSpan span;
} PlOutlook;

/* What a report says of the talks themselves. */
typedef enum PlTalksAttribute {
    PL_TALKS_PARTY,    /* entity: a side of the talks */
    PL_TALKS_HOST,     /* entity */
    PL_TALKS_MEDIATOR, /* entity */
    PL_TALKS_PLACE,    /* entity: city or country */
    PL_TALKS_VENUE,    /* entity: building */
    PL_TALKS_DATE,     /* value: ISO date, "2025-05-15/2025-05-16" for either */
    PL_TALKS_SINCE,    /* value: time since the last such talks, as said */
    PL_TALKS_PROPOSER, /* entity: who proposed or initiated them */
    PL_TALKS_ROUND,    /* value: which round they are, as said: "second round", "third day" */
    PL_TALKS_MANDATE,  /* entity: a party; value: what its delegation may or may not decide */
    PL_TALKS_EARLIER,  /* value: earlier talks and how they ended, as said: "in May: failed" */
    PL_N_TALKS_ATTRIBUTES
} PlTalksAttribute;

extern const char *const pl_talks_attribute_names[PL_N_TALKS_ATTRIBUTES];

typedef struct PlTalksFact {
    PlTalksAttribute attribute;
    int32_t entity; /* -1 = none */
    PlSlice value;  /* may be empty */
    PlSpan span;
} PlTalksFact;

typedef struct PlTalks {
    PL_VEC(PlTalksFact) facts;
    PL_VEC(PlDelegation) delegations;
    PL_VEC(PlPosition) positions;
    PL_VEC(PlCondition) conditions;
    PL_VEC(PlOutlook) outlook;
} PlTalks;

typedef struct PlTalksModel PlTalksModel;
const PlTalksModel *pl_talks_model_load(PlArena *arena);

void pl_talks_find(PlArena *arena, const PlTalksModel *model, const PlArticle *article,
                   const PlTokens *tokens, const PlSyntax *syntax, const PlMentions *mentions,
                   PlTalks *talks);

/* The name of an issue id for people: "troop withdrawal". The id itself when it is open. */
PlSlice pl_issue_name(const PlTalksModel *model, PlSlice issue);

#endif
