/* Event clause: one report's grammar as events ask for it: who is subject, object, agent, and who
 * stands behind which preposition. Private to src/event.
 *
 * An actor is an entity, or a noun phrase that is none ("dozens of miners"). Dependencies come
 * first; where they have nothing, the nearest mention in the clause serves. All look-arounds are
 * bounded, so coding a report is linear.
 */
#ifndef PL_EVENT_EVENT_CLAUSE_H
#define PL_EVENT_EVENT_CLAUSE_H

#include "event/event_model.h"
#include "syntax/children.h"

typedef struct PlEventText {
    PlArena *arena;
    const PlEventModel *model;
    const PlArticle *article;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlMentions *mentions;
    PlChildren children;
    uint32_t *left_tok;  /* [n_tokens] first token of the subtree, cut to a bounded height */
    uint32_t *right_tok; /* [n_tokens] last token of it */
} PlEventText;

enum { PL_EVENT_MAX_ACTORS = 8 };

/* A small set of actors in order of mention. */
typedef struct PlEventActors {
    int32_t entities[PL_EVENT_MAX_ACTORS]; /* -1 = a phrase that is no entity */
    int32_t toks[PL_EVENT_MAX_ACTORS];     /* where it is named: the head of its phrase; -1 = not in
                                              the sentence */
    uint32_t n;
} PlEventActors;

void pl_event_text_init(PlEventText *text);

/* `tok`: the head of the words that name it, or -1. An entity is there once. */
void pl_event_actors_add(PlEventActors *actors, int32_t entity, int32_t tok);
/* `actors` may be NULL: none. */
bool pl_event_actors_have(const PlEventActors *actors, int32_t entity);

/* A city or region that stands for nobody: it can be visited or attacked, but does nothing. */
bool pl_event_is_mere_place(const PlMentions *mentions, int32_t entity);

/* The entities of the noun phrase headed by `head`, with those joined to it by "and"; where the
 * head is none, those that it belongs to ("Mali's army", "the shelling of the town") but for those
 * of `apart` (may be NULL): "its pledge to Togo". */
void pl_event_phrase_actors(const PlEventText *text, uint32_t head, const PlEventActors *apart,
                            PlEventActors *actors);
/* The same, and where there is no entity the phrase itself. */
void pl_event_any_actors(const PlEventText *text, uint32_t head, const PlEventActors *apart,
                         PlEventActors *actors);

/* The entity of the mention over `tok`, -1 = none that acts. */
int32_t pl_event_entity_at(const PlEventText *text, uint32_t tok);

/* The child of `tok` with relation `deprel`, -1 = none. */
int32_t pl_event_child(const PlEventText *text, uint32_t tok, PlDeprel deprel);
/* The verb has a clause of its own; it does not only describe, as in "the proposed visit". */
bool pl_event_is_clause(const PlEventText *text, uint32_t verb);
/* The verb has a passive subject or auxiliary, or is a participle that describes a noun. */
bool pl_event_is_passive(const PlEventText *text, uint32_t verb);
/* The head of the phrase that does what the verb says: its subject, for a passive its agent, else
 * that of the verb above as control has it; -1 = none. */
int32_t pl_event_subject(const PlEventText *text, uint32_t verb);
/* Object of the verb, its passive subject included; -1 = none. */
int32_t pl_event_object(const PlEventText *text, uint32_t verb);
/* What a noun is done to: "the release of prisoners", "prisoner release"; -1 = none. */
int32_t pl_event_object_of_noun(const PlEventText *text, uint32_t noun);
/* The verb whose subject does what the noun names ("held talks", "voiced anger and dismay"), -1 =
 * none. */
int32_t pl_event_lender(const PlEventText *text, uint32_t noun);
/* Who stands before a noun as its owner: "the Kenya-Uganda talks", "Peru's invasion". */
void pl_event_owners(const PlEventText *text, uint32_t noun, PlEventActors *actors);
/* Who is behind "by" under a noun or verb, or did what a participle under it says: "by Kenya",
 * "carried out by Kenya". */
void pl_event_agents(const PlEventText *text, uint32_t tok, PlEventActors *actors);
/* Actors behind one of the frame's prepositions under `tok`; `with_phrases`: phrases that are no
 * entities too. */
void pl_event_behind(const PlEventText *text, const PlFrame *frame, uint32_t tok, bool with_phrases,
                     const PlEventActors *apart, PlEventActors *actors);
/* The first entity, other than `sources`, of the clause below the verb: "refused to meet Kenya's
 * terms". */
void pl_event_in_clause(const PlEventText *text, uint32_t verb, const PlEventActors *sources,
                        PlEventActors *actors);
/* The nearest entity on a side of the verb in its clause. */
void pl_event_nearest(const PlEventText *text, uint32_t tok, uint32_t n_toks, bool is_right,
                      PlEventActors *actors);

#endif
