/* Event clause: one report's grammar as events ask for it: who is subject, object, agent, and what
 * stands behind which preposition. Private to src/event.
 *
 * Dependencies come first; where they have nothing, the nearest mention in the clause serves. All
 * look-arounds are bounded, so coding a report is linear.
 */
#ifndef PL_EVENT_EVENT_CLAUSE_H
#define PL_EVENT_EVENT_CLAUSE_H

#include "event/event_model.h"

typedef struct PlEventText {
    PlArena *arena;
    const PlEventModel *model;
    const PlArticle *article;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlMentions *mentions;
    /* Children of each token as a list, in order of the text. */
    int32_t *first_child; /* [n_tokens] -1 = none */
    int32_t *next_child;  /* [n_tokens] -1 = none */
    uint32_t *left_tok;   /* [n_tokens] first token of the subtree, cut to a bounded height */
    uint32_t *right_tok;  /* [n_tokens] last token of it */
} PlEventText;

enum { PL_EVENT_MAX_ACTORS = 8 };

/* A small set of actors in order of mention. */
typedef struct PlEventActors {
    int32_t entities[PL_EVENT_MAX_ACTORS]; /* -1 = no entity */
    uint32_t toks[PL_EVENT_MAX_ACTORS];    /* where it is named: a token of the mention or phrase */
    uint32_t n;
} PlEventActors;

void pl_event_text_init(PlEventText *text);

/* `tok`: a token of the words that name it. An entity is there once. */
void pl_event_actors_add(PlEventActors *actors, int32_t entity, uint32_t tok);
bool pl_event_actors_have(const PlEventActors *actors, int32_t entity);

/* A city or region that stands for nobody: it can be visited or attacked, but does nothing. */
bool pl_event_is_mere_place(const PlMentions *mentions, int32_t entity);

/* The entities of the noun phrase headed by `head`, with those joined to it by "and". */
void pl_event_phrase_actors(const PlEventText *text, uint32_t head, PlEventActors *actors);

/* The child of `tok` with relation `deprel`, -1 = none. */
int32_t pl_event_child(const PlEventText *text, uint32_t tok, PlDeprel deprel);
/* The verb has a passive subject or auxiliary, or is a participle that describes a noun. */
bool pl_event_is_passive(const PlEventText *text, uint32_t verb);
/* Subject of the verb: its own, else that of the verb above. For a passive the one who did it. */
void pl_event_subject(const PlEventText *text, uint32_t verb, PlEventActors *actors);
/* Object of the verb, its passive subject included; -1 = none. */
int32_t pl_event_object(const PlEventText *text, uint32_t verb);
/* Entities behind one of the rule's prepositions under `tok`, or behind the phrase. */
void pl_event_behind(const PlEventText *text, const PlEventRule *rule, uint32_t tok,
                     PlEventActors *actors);
/* The nearest entity on a side of the verb in its clause. */
void pl_event_nearest(const PlEventText *text, uint32_t tok, uint32_t n_toks, bool is_right,
                      PlEventActors *actors);

#endif
