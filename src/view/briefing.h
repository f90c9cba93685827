/* Briefing: a brief in the making. Each part of it is found by one function; views include
 * view/brief.h, not this. */
#ifndef PL_VIEW_BRIEFING_H
#define PL_VIEW_BRIEFING_H

#include "view/brief.h"
#include "view/naming.h"
#include "view/persons.h"

typedef struct PlBriefing {
    PlArena *arena;
    const PlRecord *record;
    PlPersons persons;
    PlIssueNames issue_names;
    int32_t *side_of;     /* [actors], see mention/actor_sides.h */
    uint32_t most_issues; /* rows of the table of positions */
    uint32_t most_others; /* lines below it */
    PlBrief *brief;
} PlBriefing;

/* The sides of the talks: brief->parties. */
void pl_briefing_find_parties(PlBriefing *briefing);
/* Where, when, host, mediators, who proposed them. Needs the parties. */
void pl_briefing_find_facts(PlBriefing *briefing);
void pl_briefing_find_delegations(PlBriefing *briefing);
void pl_briefing_find_positions(PlBriefing *briefing);
/* Conditions, quotes and outlook. */
void pl_briefing_find_sayings(PlBriefing *briefing);

/* Whom `actor` stands for in talks (mention/actor_sides.h). -1 stays -1. */
int32_t pl_briefing_side(const PlBriefing *briefing, int32_t actor);
/* The place of `actor` among the parties, -1 = none of them. */
int32_t pl_briefing_party(const PlBriefing *briefing, int32_t actor);
/* The office of a person as most reports give it, "" for none. `known`: whose office it is need not
 * be said when it is of this name. */
PlSlice pl_briefing_office(const PlBriefing *briefing, int32_t actor, PlSlice known);

/* The text without the punctuation that tied it to its sentence, its quotation marks in pairs, cut
 * at a word when it is longer than `most` bytes. */
PlSlice pl_briefing_tidy(PlArena *arena, PlSlice text, size_t most);

/* Counts of one thing: lines of one text are one. */
PlBriefLine *pl_brief_lines_get(PlArena *arena, PlBriefLines *lines, PlSlice text);
/* Sorts each line's evidence, counts publishers, sorts lines by them and keeps `most`. */
void pl_brief_lines_finish(PlBriefing *briefing, PlBriefLines *lines, uint32_t most);

#endif
