/* Stories: reports of the same happening, and which of them merely repeat each other.
 *
 * owner    `arena`
 * threads  pure; reports come sorted by id
 */
#ifndef PL_STORY_STORIES_H
#define PL_STORY_STORIES_H

#include "mention/actors.h"
#include "story/copies.h"

typedef struct PlStory {
    PlSlice id; /* that of its first report by date, then id */
    PlSlice title;
    PlSlice first; /* published, ISO; may be empty */
    PlSlice last;
    uint32_t n_publishers;
} PlStory;

typedef struct PlStoryReport {
    int32_t story;
    int32_t report;
} PlStoryReport;

typedef struct PlStories {
    PL_VEC(PlStory) stories;
    PL_VEC(PlStoryReport) reports; /* sorted by story, then report */
    int32_t *original_of;          /* [n_reports] story/copies.h; itself = no copy */
    int32_t *publisher_of;         /* [n_reports] story/copies.h */
    PlSharedTexts shared_texts;    /* story/copies.h */
} PlStories;

typedef struct PlStoryInput {
    const PlArticle *article;
    const PlMentions *mentions;
    const int32_t *actor_of; /* [entities] */
} PlStoryInput;

void pl_stories_find(PlArena *arena, const PlStoryInput *reports, uint32_t n_reports,
                     PlStories *stories);

#endif
