#include "story/topic_split.h"

/* Tuned on the even topics of ECB+, bench/score stories. */
static const double EXPECTED_SHARE = 0.8;

/* Days between two reports; 0 when one has no date. */
static int64_t days_between(const PlBag *a, const PlBag *b)
{
    if (a->day == INT32_MIN || b->day == INT32_MIN) return 0;
    int64_t days = (int64_t)a->day - b->day;
    return days < 0 ? -days : days;
}

/* The further apart two reports are in time, the less it says that they resemble each other: the
 * next day of a long affair is told in the same words. */
static double share_by_days(int64_t days)
{
    enum { ALL = PL_TOPIC_MOST_DAYS_APART + 1 };
    return days < ALL ? (double)(ALL - days) / ALL : 0;
}

static void compare_all(PlTopicSplit *split, const PlBag *const *bags, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        split->score[i][i] = 0;
        pl_bag_probe(&split->probe, bags[i]);
        for (uint32_t k = 0; k < i; k++) {
            double share = share_by_days(days_between(bags[i], bags[k]));
            split->score[i][k] = split->score[k][i] =
                share > 0 ? share * pl_bag_similarity(&split->probe, bags[k]) : 0;
        }
    }
}

static void take_expected(PlTopicSplit *split, uint32_t n)
{
    double all = 0;
    for (uint32_t i = 0; i < n; i++) {
        split->mean[i] = 0;
        for (uint32_t k = 0; k < n; k++)
            split->mean[i] += split->score[i][k];
        split->mean[i] /= n - 1;
        all += split->mean[i];
    }
    all /= n;
    if (all <= 0) return;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < n; k++)
            split->score[i][k] -= EXPECTED_SHARE * split->mean[i] * split->mean[k] / all;
}

/* Two reports too far apart in time are not of one story, whatever lies between: no group that has
 * both can be worth joining. */
static void forbid(PlTopicSplit *split, const PlBag *const *bags, uint32_t n)
{
    static const double never = -1e6;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < n; k++)
            if (days_between(bags[i], bags[k]) > PL_STORY_MOST_DAYS) split->score[i][k] = never;
}

/* The best partner of a group, the first of equals. */
static void find_best(PlTopicSplit *split, uint32_t n, uint32_t group)
{
    split->best[group] = group;
    double most = 0;
    for (uint32_t k = 0; k < n; k++) {
        if (k == group || split->size[k] == 0 || split->score[group][k] <= most) continue;
        most = split->score[group][k];
        split->best[group] = k;
    }
}

/* `from` becomes part of `into`; scores between groups are means over all pairs. */
static void join(PlTopicSplit *split, uint32_t n, uint32_t into, uint32_t from, uint32_t *group)
{
    double a = split->size[into];
    double b = split->size[from];
    for (uint32_t k = 0; k < n; k++) {
        if (split->size[k] == 0 || k == into || k == from) continue;
        double mean = (a * split->score[into][k] + b * split->score[from][k]) / (a + b);
        split->score[into][k] = split->score[k][into] = mean;
    }
    split->size[into] += split->size[from];
    split->size[from] = 0;
    for (uint32_t k = 0; k < n; k++)
        if (group[k] == from) group[k] = into;
}

static void join_settled(PlTopicSplit *split, const int32_t *settled, uint32_t n, uint32_t *group)
{
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t k = 0; k < i && settled[i] >= 0; k++)
            if (settled[k] == settled[i]) {
                join(split, n, group[k], i, group);
                break;
            }
}

/* The pair of groups with the best score, and that above nothing. */
static bool find_pair(const PlTopicSplit *split, uint32_t n, uint32_t *first)
{
    double most = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (split->size[i] == 0 || split->best[i] == i) continue;
        double score = split->score[i][split->best[i]];
        if (score <= most) continue;
        most = score;
        *first = i;
    }
    return most > 0;
}

void pl_topic_split(PlTopicSplit *split, const PlBag *const *bags, const int32_t *settled,
                    uint32_t n, uint32_t *group)
{
    for (uint32_t i = 0; i < n; i++) {
        group[i] = i;
        split->size[i] = 1;
    }
    if (n < 2) return;
    compare_all(split, bags, n);
    take_expected(split, n);
    forbid(split, bags, n);
    join_settled(split, settled, n, group);
    for (uint32_t i = 0; i < n; i++)
        if (split->size[i]) find_best(split, n, i);
    uint32_t first = 0;
    while (find_pair(split, n, &first)) {
        uint32_t second = split->best[first];
        uint32_t into = first < second ? first : second;
        uint32_t from = first < second ? second : first;
        join(split, n, into, from, group);
        for (uint32_t i = 0; i < n; i++)
            if (split->size[i] && (i == into || split->best[i] == from || split->best[i] == into))
                find_best(split, n, i);
            else if (split->size[i] && split->score[i][into] > split->score[i][split->best[i]])
                split->best[i] = into;
    }
}
