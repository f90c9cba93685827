/* Naming: what the things of a record are called in front of people.
 *
 * owner    the record, the arena, or literals
 * threads  pure
 */
#ifndef PL_VIEW_NAMING_H
#define PL_VIEW_NAMING_H

#include "base/symbols.h"
#include "pipeline/record.h"

/* The actor that an entity of a report is; -1 for none. */
int32_t pl_naming_actor(const PlRecord *record, int32_t report, int32_t entity);
/* Its name over all reports, else the report's; empty for -1. */
PlSlice pl_naming_entity(const PlRecord *record, int32_t report, int32_t entity);
/* Empty for -1. */
PlSlice pl_naming_actor_name(const PlRecord *record, int32_t actor);

/* With its first letter upper case, when that is ASCII: a line begins so. */
PlSlice pl_naming_capital(PlArena *arena, PlSlice text);

/* ISO 8601 for people: "2024-03-07" gives "7 March 2024", "2024-03-07/2024-03-08" gives "7 March
 * or 8 March 2024", "2024-03" gives "March 2024". What is no date comes out as it is. */
PlSlice pl_naming_date(PlArena *arena, PlSlice iso);

/* The names of issues, from data/en/issues. */
typedef struct PlIssueNames {
    PlSymbols ids;
    PL_VEC(PlSlice) names; /* by symbol of the id */
} PlIssueNames;

void pl_issue_names_load(PlArena *arena, PlIssueNames *names);
/* The id itself, '-' and '_' as spaces, when no table has it. */
PlSlice pl_issue_names_find(PlArena *arena, const PlIssueNames *names, PlSlice id);

/* The report's words under a span. */
PlSlice pl_naming_words(const PlRecord *record, int32_t report, PlSpan span);

#endif
