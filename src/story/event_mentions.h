/* Event mentions: what two mentions of events are held against each other by, to tell whether they
 * are of one happening: the parties of each side, who in particular acts for them, and the words of
 * the clause that neither name an actor nor tell the event itself.
 *
 * No token or parse is needed, so reports loaded from a store compare the same as fresh ones.
 *
 * owner    `arena`
 * cost     O(bytes of the reports)
 * threads  pure
 */
#ifndef PL_STORY_EVENT_MENTIONS_H
#define PL_STORY_EVENT_MENTIONS_H

#include "base/symbols.h"
#include "event/events.h"
#include "mention/actors.h"

enum { PL_MENTION_MOST_PARTIES = 8, PL_MENTION_MOST_WORDS = 24 };

/* Whom an actor acts for: a country for its leaders, offices, army, people and towns, else itself.
 */
typedef struct PlMentionParties {
    int32_t keys[PL_MENTION_MOST_PARTIES];  /* symbols of PlEventMentions.parties */
    int32_t who[PL_MENTION_MOST_PARTIES];   /* the named person or town that is meant (actor), -1 =
                                               the party itself or somebody of it */
    bool is_vague[PL_MENTION_MOST_PARTIES]; /* could be anybody: "a gunman", "the rebels" */
    uint32_t n;
} PlMentionParties;

typedef struct PlEventMention {
    int32_t report;
    int32_t event;
    PlMentionParties sides[PL_N_EVENT_SIDES];
    uint64_t words[PL_MENTION_MOST_WORDS]; /* hashes of stems, sorted, each once */
    uint32_t n_words;
    uint64_t trigger; /* hash of the stem of its first word */
    uint64_t clause;  /* hash of all words of the clause */
    int32_t place;    /* actor, -1 = unknown */
} PlEventMention;

typedef struct PlEventMentions {
    PL_VEC(PlEventMention) mentions; /* by report, then event */
    PlSymbols parties;               /* "KEN", or "@" and an actor's number, or "=" and words */
} PlEventMentions;

typedef struct PlHappeningInput {
    const PlArticle *article;
    const PlMentions *mentions;
    const PlEvents *events;
    const int32_t *actor_of; /* [entities] */
    int32_t publisher;
} PlHappeningInput;

void pl_event_mentions_find(PlArena *arena, const PlHappeningInput *reports, uint32_t n_reports,
                            const PlActors *actors, PlEventMentions *found);

/* The party of one actor of an event; PL_NO_SYMBOL: a phrase that could be anybody. */
int32_t pl_event_mentions_party(PlArena *arena, PlSymbols *parties, const PlHappeningInput *report,
                                const PlActors *actors, const PlEventActor *actor);

#endif
