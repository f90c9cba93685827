/* Known actors: who is what when, from tables with dates: office-holders of the world, armed groups
 * that came to power, and whatever a user adds with a file of the same form.
 *
 *   name            aliases      type  code    from        to
 *   Kofi Ansah      K. Ansah     PER   GHAGOV  2021-01-07  2023-06-30
 *   Kofi Ansah                   PER   GHAOPP  2023-07
 *   Volta Dockers   VDU          ORG   GHALAB
 *
 * The header row names the columns: name, type and code, and any of aliases ('|' between), from and
 * to (a year, month or day, both included; empty = open); `note` is for people. '#' begins a
 * comment line. Lines with one name and type are one actor; their dates must not overlap.
 *
 * A person's former offices: after the last of the dates and between two of them the person has the
 * country of the last one and the role ELI. Before the first, and for bodies outside of their
 * dates, only the country is known. A report without a date takes the last entry in which
 * the actor governed (GOV, or an office of an organisation of states), else the last.
 *
 * owner    the arena; immutable once the model is loaded
 * cost     loading O(bytes), a look-up O(people of one surname)
 * threads  shared
 */
#ifndef PL_MENTION_KNOWN_ACTORS_H
#define PL_MENTION_KNOWN_ACTORS_H

#include "bytes/input.h"
#include "mention/actor_codes.h"
#include "mention/mentions.h"
#include "mention/name_forms.h"

/* Day as 20210107, so that days compare as numbers; 0 = unknown. */
typedef uint32_t PlTableDay;

typedef struct PlKnownTerm {
    PlSlice code;
    PlSlice country;
    PlTableDay from; /* 0 = open */
    PlTableDay to;   /* UINT32_MAX = open */
    uint32_t line;
    int32_t next; /* a later term of the actor, -1 = last */
} PlKnownTerm;

/* Where a table of actors comes from. */
typedef enum PlKnownOrigin {
    PL_KNOWN_OURS,
    PL_KNOWN_LISTED, /* from a list of whom few have heard: they count where a report names their
                        country, unless their dates are known */
    PL_KNOWN_USERS   /* from a user's file: it goes before what Parley knows and a report says */
} PlKnownOrigin;

typedef struct PlKnownActor {
    PlSlice name;
    PlEntityType type;
    PlKnownOrigin origin;
    int32_t first_term;
    int32_t first_alias; /* -1 = none */
} PlKnownActor;

typedef struct PlKnownAlias {
    PlSlice text;
    int32_t next;
} PlKnownAlias;

/* A name of a person; its form is made when its surname is asked for, tables have tens of
 * thousands. */
typedef struct PlKnownSpelling {
    PlSlice text;
    int32_t actor;
    int32_t next; /* with the same surname, -1 = last */
} PlKnownSpelling;

typedef struct PlKnownActors {
    PL_VEC(PlKnownActor) actors;
    PL_VEC(PlKnownTerm) terms;
    PL_VEC(PlKnownAlias) aliases;
    PL_VEC(PlKnownSpelling) spellings; /* of persons */
    PlSymbols keys;                    /* whose file, type and name: symbol = actor */
    PlSymbols surnames;
    PL_VEC(int32_t) first_spelling; /* by symbol of `surnames` */
} PlKnownActors;

/* Adds the lines of `text`; `name` is the file's, for messages. A line that cannot be used is told
 * to `notice` in one line, counted in *n_refused, and left out; the rest is used.
 * errors   BAD_INPUT: no header with name, type and code. Must run inside pl_arena_run. */
ParleyStatus pl_known_actors_add(PlArena *arena, PlKnownActors *known, const PlActorCodes *codes,
                                 const char *name, PlSlice text, PlKnownOrigin origin,
                                 PlInputNotice notice, void *context, uint32_t *n_refused,
                                 ParleyError *error);

/* Adds one line of a table of our own, whose columns are name, aliases, type, code, from, to;
 * false: it is not used. */
bool pl_known_actors_add_line(PlArena *arena, PlKnownActors *known, const PlActorCodes *codes,
                              PlKnownOrigin origin, PlSlice line);

/* The person whom a name means on `day`, -1 = nobody or one of several. A single word means
 * somebody in office of whom an alias is that word, of a user's people also their surname. Of
 * several who hold the same office that day it is the first: they may be one by two names. */
int32_t pl_known_actors_person(PlArena *arena, const PlKnownActors *known, const PlNameForm *form,
                               PlTableDay day);

/* Whether a name of a table, `other`, may be what a report writes; by_surname: a surname alone,
 * too.
 */
bool pl_known_name_may_mean(const PlNameForm *other, const PlNameForm *form, bool by_surname);
/* Whether somebody in the tables is called so, in full. */
bool pl_known_actors_has_name(PlArena *arena, const PlKnownActors *known, const PlNameForm *form);

/* Code and country of an actor on `day` (0 = unknown). Either may be empty. */
void pl_known_actors_code(PlArena *arena, const PlKnownActors *known, int32_t actor, PlTableDay day,
                          PlSlice *code, PlSlice *country);

/* Listed, and nothing is known of when the actor was what the list says. */
bool pl_known_actors_is_obscure(const PlKnownActors *known, int32_t actor);

/* Whether one of the actor's names is a single word: "Lula", or the surname alone. */
bool pl_known_actors_has_short_name(const PlKnownActors *known, int32_t actor);

/* The day of an ISO 8601 date, 0 when it is none. */
PlTableDay pl_table_day(PlSlice iso);

#endif
