/* Record: many annotated reports, and what only shows across them.
 *
 * A pure function of the set of reports: pl_record_compute sorts them by id first.
 *
 * owner    the arena given to each call
 * cost     O(everything in the reports), plus linking
 */
#ifndef PL_PIPELINE_RECORD_H
#define PL_PIPELINE_RECORD_H

#include "claim/differences.h"
#include "pipeline/annotation.h"
#include "pipeline/grades.h"
#include "story/happenings.h"
#include "story/story_changes.h"

/* A person, organisation or country in one report: how an actor ties to its mentions. */
typedef struct PlActorEntity {
    int32_t actor;
    int32_t report;
    int32_t entity;
} PlActorEntity;

/* One stance of one side on one issue, over all reports. */
typedef struct PlRecordPosition {
    int32_t party; /* actor */
    PlSlice issue;
    PlStance stance;
    PlSlice terms;
    PlSlice first; /* published date of the first report that has it, ISO; may be empty */
    PlSlice last;
} PlRecordPosition;

typedef struct PlRecordPositionEvidence {
    int32_t position;
    int32_t report;
    int32_t holder; /* actor, -1 = none */
    PlSpan span;
} PlRecordPositionEvidence;

typedef struct PlRecord {
    uint32_t n_reports;
    PlAnnotation *reports; /* [n_reports], sorted by id */
    PlSlice *refs; /* [n_reports] shortest prefix of the id, 3 characters at least, that only
                      this report has */
    PlActors actors;
    PL_VEC(PlActorEntity) actor_entities;
    PlStories stories;
    PlHappenings happenings;
    PlDifferences differences;
    PL_VEC(PlRecordPosition) positions; /* sorted by party's name, issue, stance, terms */
    PL_VEC(PlRecordPositionEvidence) position_evidence;
    PL_VEC(PlSlice)
    other_talks;     /* titles of the negotiations that were left out of this record, see
                        pipeline/negotiations.h; none in a record as stored */
    PlGrades grades; /* of sources, as the user gives them for a view; else none */
    PlStoryHistory story_history; /* empty unless a view asks for it: it depends on the order of
                                     reading, so it is kept beside the record */
} PlRecord;

/* reports[n_reports] is sorted in place. */
void pl_record_compute(PlArena *arena, const ParleyModel *model, PlAnnotation *reports,
                       uint32_t n_reports, PlRecord *record);

/* The sentence number, from 1, in which `span` starts; 0 when in none. */
uint32_t pl_record_sentence(const PlRecord *record, int32_t report, PlSpan span);

#endif
