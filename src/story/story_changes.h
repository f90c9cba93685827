/* Story changes: what became of a story's id when more reports came.
 *
 * A story is called by its first report, by date and then id, so that its id is a function of the
 * reports, and stays while later ones come. One that comes late but is older takes the id over, and
 * stories may turn out to be one, or two. Nothing could keep an id in each of these cases and still
 * be the same for any order of reading; so the changes are kept beside the record, and an old id
 * goes on leading to its story.
 *
 * owner    `arena`; text is borrowed
 * threads  pure
 */
#ifndef PL_STORY_STORY_CHANGES_H
#define PL_STORY_STORY_CHANGES_H

#include "base/vec.h"

typedef enum PlStoryChangeKind {
    PL_STORY_RENAMED, /* all its reports are in a story of another id */
    PL_STORY_MERGED,  /* with others */
    PL_STORY_SPLIT,   /* some of its reports are in another story */
    PL_N_STORY_CHANGE_KINDS
} PlStoryChangeKind;

extern const char *const pl_story_change_kind_names[PL_N_STORY_CHANGE_KINDS];

typedef struct PlStoryChange {
    PlSlice story; /* the id it had */
    PlStoryChangeKind kind;
    PlSlice into; /* the id of the story that has its reports, or some of them */
} PlStoryChange;

typedef PL_VEC(PlStoryChange) PlStoryChanges;

/* Which story a report is in. */
typedef struct PlStoryMember {
    PlSlice report;
    PlSlice story;
} PlStoryMember;

typedef PL_VEC(PlStoryMember) PlStoryMembers; /* sorted by report */

/* What was known before, and what happened since the record was made. */
typedef struct PlStoryHistory {
    PlStoryMembers members;
    PlStoryChanges changes; /* in the order in which they came */
} PlStoryHistory;

/* Adds the changes from `before` to `now`, by story and then by what it went into. Reports that are
 * in one of the two alone change nothing. O(n log n) */
void pl_story_changes_find(PlArena *arena, const PlStoryMembers *before, const PlStoryMembers *now,
                           PlStoryChanges *changes);

/* The ids of today's stories that `id` leads to: itself when it is one of `now`, else by the
 * changes; several after a split, none when it is not known. */
typedef PL_VEC(PlSlice) PlStoryIds;
void pl_story_changes_follow(PlArena *arena, const PlStoryHistory *history, PlSlice id,
                             PlStoryIds *ids);

#endif
