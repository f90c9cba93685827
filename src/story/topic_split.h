/* Topic split: the reports of one topic, taken apart into happenings.
 *
 * Reports of one topic resemble each other for two reasons: they are of one kind (two earthquakes,
 * two rounds of talks), or they tell of one happening. Two reports that are both close to the topic
 * as a whole are expected to resemble each other more; what they resemble each other beyond that is
 * what tells happenings apart. So from the similarity of two reports a share PL_SPLIT_EXPECTED of
 * what is expected is taken: the product of their mean similarities to the topic over the mean of
 * all. Groups are then joined while the mean of what is left, over all their pairs, is positive:
 * a whole group has to agree, no single link joins two. Time has a veto.
 *
 * threads  pure
 * source   Newman and Girvan 2004, modularity, with its resolution parameter (Reichardt and
 *          Bornholdt 2006); average linkage
 */
#ifndef PL_STORY_TOPIC_SPLIT_H
#define PL_STORY_TOPIC_SPLIT_H

#include "story/bags.h"

enum {
    PL_TOPIC_MOST_REPORTS = 128,
    PL_TOPIC_MOST_DAYS_APART = 5, /* between two reports that resemble each other */
    PL_STORY_MOST_DAYS = 7        /* between any two reports of a story */
};

typedef struct PlTopicSplit {
    double score[PL_TOPIC_MOST_REPORTS][PL_TOPIC_MOST_REPORTS];
    double mean[PL_TOPIC_MOST_REPORTS];
    uint32_t size[PL_TOPIC_MOST_REPORTS]; /* of the group of this number; 0 = joined to another */
    uint32_t best[PL_TOPIC_MOST_REPORTS]; /* the group that it should be joined with */
    PlBagProbe probe;
} PlTopicSplit;

/* bags[n]      n <= PL_TOPIC_MOST_REPORTS, in an order that depends on the reports alone
 * settled[n]   reports with one number, not -1, are known to be of one happening
 * group[n]     out: number of the report's group, that of its first report
 * cost         O(n^2) similarities */
void pl_topic_split(PlTopicSplit *split, const PlBag *const *bags, const int32_t *settled,
                    uint32_t n, uint32_t *group);

#endif
