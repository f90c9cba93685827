/* Story index: reports that come one by one are gathered into topics, and topics taken apart into
 * stories.
 *
 * A report joins the topic whose newest reports it resembles most on average, or begins one; which
 * topics to look at, the postings of its terms say. A topic is split into stories
 * (story/topic_split.h) when no report can join it any more, when it is full, and at the end. A
 * full topic goes on with the newest reports of each of its stories; the others are settled, so
 * that a story can have any number of reports.
 *
 * Invariants
 *  1. Reports come in the order of their dates, those without first, and are numbered from 0.
 *  2. A topic takes reports until PL_TOPIC_MOST_DAYS_APART after its newest; then its bags are
 *     given back.
 *  3. What a report costs does not depend on how many there are: a capped list a term, then at
 *     most MOST_CANDIDATES topics with MOST_COMPARED reports each, and its part of the split.
 *
 * owner    the arena of pl_story_index_init
 * memory   a bag (1 KB) for each report of an open topic; 4 bytes a report; 12 bytes a term, in
 *          pages 40 to 85 % full, and 4 to 8 a term of several topics
 * threads  one at a time
 * source   Allan et al. 1998, topic detection; Azzopardi and Staff 2012, stories as they arrive
 */
#ifndef PL_STORY_STORY_INDEX_H
#define PL_STORY_STORY_INDEX_H

#include "story/topic_split.h"

typedef struct PlTopicMember {
    uint32_t report;
    uint32_t bag;
    int32_t story; /* -1 = not settled */
} PlTopicMember;

typedef struct PlTopic {
    PL_VEC(PlTopicMember) members; /* in the order of reports */
    uint32_t number;
    int32_t newest_day; /* INT32_MIN = unknown */
} PlTopic;

typedef struct PlStoryIndex {
    PlArena *arena;
    PlPostings topics_of;     /* term -> numbers of topics; totals: how many reports have it */
    uint32_t n_counted;       /* reports in the totals */
    PL_VEC(PlTopic *) topics; /* the first n_open are open, the others wait to be used again */
    uint32_t n_open;
    PL_VEC(uint32_t) place_of; /* [topic number] place in topics, UINT32_MAX = closed */
    PL_VEC(PlBag *) bags;
    PL_VEC(uint32_t) free_bags;
    PL_VEC(uint64_t) votes;    /* [place] for the report being added */
    PL_VEC(uint32_t) voted;    /* places that have votes */
    PL_VEC(uint32_t) story_of; /* [report] see pl_story_index_story */
    PL_VEC(uint32_t) same_as;  /* [story] an older story that it was found to be; itself */
    int32_t today;
    PlBagProbe probe;
    PlTopicSplit *split;
} PlStoryIndex;

void pl_story_index_init(PlStoryIndex *index, PlArena *arena);
/* The terms of a report go into the totals. All reports first, when all are known; else each before
 * it is added. */
void pl_story_index_count(PlStoryIndex *index, const PlTermCounter *terms);
/* Adds the next report. day: since 1970, INT32_MIN = unknown. Orders terms->terms anew. */
void pl_story_index_add(PlStoryIndex *index, PlTermCounter *terms, int32_t day);
/* Splits what is open; nothing can be added after. */
void pl_story_index_finish(PlStoryIndex *index);
/* The story of a report, once its topic was split: a number that its reports alone have. */
uint32_t pl_story_index_story(const PlStoryIndex *index, uint32_t report);

#endif
