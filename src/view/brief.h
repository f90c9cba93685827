/* Brief: the talks on one page, chosen from a record.
 *
 * What more independent publishers say comes first; what is said twice in other words is one line
 * with the places of both. The brief is the same for its three forms.
 *
 * owner    `arena`; text borrows the record
 * threads  pure
 */
#ifndef PL_VIEW_BRIEF_H
#define PL_VIEW_BRIEF_H

#include "view/difference_view.h"

/* One line: who, what, and where it is said. */
typedef struct PlBriefLine {
    PlSlice lead; /* the speaker, the holder, the person; may be empty */
    PlSlice note; /* the lead's office; may be empty */
    PlSlice text;
    uint32_t n_publishers;
    PlEvidence evidence; /* sorted */
} PlBriefLine;

typedef PL_VEC(PlBriefLine) PlBriefLines;

/* "Host", with what reports say: more than one line where they say more than one thing. */
typedef struct PlBriefFact {
    const char *label;
    const char *key; /* in JSON */
    PlBriefLines lines;
} PlBriefFact;

typedef struct PlBriefDelegation {
    int32_t party;             /* actor */
    PL_VEC(PlBriefFact) facts; /* level, head, members, envoys, absent: those that are there */
} PlBriefDelegation;

typedef struct PlBriefStance {
    int32_t party; /* actor */
    PlSlice issue; /* id */
    PlSlice issue_name;
    PlStance stance;
    PlSlice terms;
    PlSlice key; /* the terms levelled, to compare them */
    uint32_t n_publishers;
    PlEvidence evidence;
} PlBriefStance;

typedef PL_VEC(PlBriefStance) PlBriefStances;

typedef struct PlBriefIssue {
    PlSlice id;
    PlSlice name;
    uint32_t n_publishers;
    PlBriefStances *by_party; /* [n_parties] of the brief */
} PlBriefIssue;

typedef struct PlBrief {
    PlSlice title;           /* "Aldova and Merisia: talks in Valletta, 7 March 2024" */
    PlSlice place;           /* may be empty */
    PlSlice date;            /* ISO; may be empty */
    PL_VEC(int32_t) parties; /* actors, most publishers first */
    PL_VEC(PlBriefFact) facts;
    PL_VEC(PlBriefDelegation) delegations;
    uint32_t n_columns; /* parties that the table of issues shows: the first n_columns */
    PL_VEC(PlBriefIssue) issues;
    PlBriefStances others; /* stances of those who are no column */
    PlBriefLines conditions;
    PlBriefLines quotes;
    PlBriefLines outlook;
    uint32_t n_outlook[PL_N_POLARITIES]; /* publishers, by polarity */
    PlDifferencesSaid differences;
    uint32_t n_more_differences;
    PlDifferencesSaid agreements;
    uint32_t n_more_agreements;
    uint32_t n_publishers; /* of all reports */
    PlSlice first;         /* published dates of all reports, ISO; may be empty */
    PlSlice last;
} PlBrief;

/* "Also in the record: talks of A and B; C and D; +4 more", empty when nothing was left out. */
PlSlice pl_brief_other_talks(PlArena *arena, const PlRecord *record);

void pl_brief_make(PlArena *arena, const PlRecord *record, PlBrief *brief);
/* The parties, and all positions of all sides: the rest of the brief stays empty. */
void pl_brief_make_positions(PlArena *arena, const PlRecord *record, PlBrief *brief);

void pl_brief_write_text(PlPage *page, const PlRecord *record, const PlBrief *brief);
void pl_brief_write_json(PlBuffer *out, const PlRecord *record, const PlBrief *brief);
void pl_brief_write_html(PlArena *arena, PlBuffer *out, const PlRecord *record,
                         const PlBrief *brief);

#endif
