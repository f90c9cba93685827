/* Grades: how reliable its user holds a source to be, on the admiralty scale: A reliable, B
 * usually, C fairly, D not usually, E unreliable, F cannot be judged.
 *
 *   source            grade
 *   Harbour Gazette   B
 *
 * A grade is shown beside what the source says. Nothing is computed from it: no value is preferred,
 * none left out, and a source that the file does not name has none.
 *
 * owner    the arena
 * threads  pl_grades_of: any number
 * source   NATO STANAG 2511, reliability of the source
 */
#ifndef PL_PIPELINE_GRADES_H
#define PL_PIPELINE_GRADES_H

#include "base/vec.h"
#include "parley/parley.h"

typedef struct PlGrade {
    PlSlice source;
    char letter; /* 'A' to 'F' */
} PlGrade;

typedef PL_VEC(PlGrade) PlGrades; /* sorted by source */

/* `text` is a table with tabs between its columns, the first line naming them; '#' begins a comment
 * line. `name` is the file's, for messages. `text` is borrowed.
 * errors   BAD_INPUT: no column source or grade, a grade that is none, a source twice */
ParleyStatus pl_grades_parse(PlArena *arena, const char *name, PlSlice text, PlGrades *grades,
                             ParleyError *error);

/* 'A' to 'F', 0 = none. ASCII case does not count. O(grades) */
char pl_grades_of(const PlGrades *grades, PlSlice source);

#endif
