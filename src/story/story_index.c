#include "story/story_index.h"

#include "base/data.h"

enum {
    MOST_TOPICS_OF_A_TERM = 16,
    MOST_CANDIDATES = 6,
    MOST_COMPARED = 12, /* reports of a topic, its newest */
    FIRST_COMPARED = 4,
    MOST_KEPT = 64, /* reports of a full topic that goes on */
    MOST_KEPT_OF_A_STORY = MOST_COMPARED
};
/* Low: a topic gathers all that may belong together, the split is what decides. Tuned on the even
 * topics of ECB+, bench/score stories. */
static const double LEAST_SIMILARITY = 0.10;

/* What every report has is common from the first report on: as if N_BACKGROUND reports about
 * nothing in particular had been counted. */
static void count_background(PlStoryIndex *index)
{
    enum { N_BACKGROUND = 200 };
    PlTable words = pl_table_load(index->arena, "common-words.tsv");
    for (uint32_t row = 0; row < words.n_rows; row++) {
        PlSlice share = pl_table_cell(&words, row, 1);
        uint32_t per_mille = 0;
        for (size_t i = 0; i < share.len; i++)
            per_mille = per_mille * 10 + (uint32_t)(share.ptr[i] - '0');
        uint32_t term = pl_term_hash(pl_article_word_hash(pl_table_cell(&words, row, 0)));
        pl_postings_count(&index->topics_of, term, per_mille * N_BACKGROUND / 1000);
    }
    index->n_counted = N_BACKGROUND;
}

void pl_story_index_init(PlStoryIndex *index, PlArena *arena)
{
    *index = (PlStoryIndex){
        .arena = arena, .today = INT32_MIN, .split = pl_arena_new(arena, PlTopicSplit)};
    pl_postings_init(&index->topics_of, arena, MOST_TOPICS_OF_A_TERM);
    count_background(index);
}

void pl_story_index_count(PlStoryIndex *index, const PlTermCounter *terms)
{
    enum { AHEAD = 8 };
    index->n_counted++;
    for (uint32_t i = 0; i < terms->terms.n; i++) {
        if (i + AHEAD < terms->terms.n)
            pl_postings_prefetch(&index->topics_of, terms->terms.items[i + AHEAD].hash);
        pl_postings_count(&index->topics_of, terms->terms.items[i].hash, 1);
    }
}

/* ---- bags and topics that are used again ---- */

static uint32_t take_bag(PlStoryIndex *index)
{
    if (index->free_bags.n) return index->free_bags.items[--index->free_bags.n];
    *pl_vec_push(index->arena, &index->bags) = pl_arena_new(index->arena, PlBag);
    return index->bags.n - 1;
}

static void give_bag(PlStoryIndex *index, uint32_t bag)
{
    *pl_vec_push(index->arena, &index->free_bags) = bag;
}

static PlTopic *open_topic(PlStoryIndex *index)
{
    if (index->n_open == index->topics.n) {
        *pl_vec_push(index->arena, &index->topics) = pl_arena_new(index->arena, PlTopic);
        *pl_vec_push(index->arena, &index->votes) = 0;
    }
    PlTopic *topic = index->topics.items[index->n_open];
    topic->number = index->place_of.n;
    topic->members.n = 0;
    *pl_vec_push(index->arena, &index->place_of) = index->n_open++;
    return topic;
}

/* The last open one takes its place. */
static void close_topic(PlStoryIndex *index, uint32_t place)
{
    PlTopic *topic = index->topics.items[place];
    for (uint32_t i = 0; i < topic->members.n; i++)
        give_bag(index, topic->members.items[i].bag);
    index->place_of.items[topic->number] = UINT32_MAX;
    uint32_t last = --index->n_open;
    index->topics.items[place] = index->topics.items[last];
    index->topics.items[last] = topic;
    if (place != last) index->place_of.items[index->topics.items[place]->number] = place;
}

/* ---- stories ---- */

static uint32_t oldest_same(const PlStoryIndex *index, uint32_t story)
{
    while (index->same_as.items[story] != story)
        story = index->same_as.items[story];
    return story;
}

static uint32_t new_story(PlStoryIndex *index)
{
    uint32_t story = index->same_as.n;
    *pl_vec_push(index->arena, &index->same_as) = story;
    return story;
}

/* A group's story is the oldest that one of its reports has already, else a new one. */
static void name_group(PlStoryIndex *index, PlTopic *topic, const uint32_t *group, uint32_t first)
{
    int32_t story = -1;
    for (uint32_t i = first; i < topic->members.n; i++) {
        int32_t settled = topic->members.items[i].story;
        if (group[i] != first || settled < 0) continue;
        int32_t oldest = (int32_t)oldest_same(index, (uint32_t)settled);
        if (story < 0 || oldest < story) story = oldest;
    }
    if (story < 0) story = (int32_t)new_story(index);
    for (uint32_t i = first; i < topic->members.n; i++) {
        PlTopicMember *member = &topic->members.items[i];
        if (group[i] != first) continue;
        if (member->story >= 0)
            index->same_as.items[oldest_same(index, (uint32_t)member->story)] = (uint32_t)story;
        else
            index->story_of.items[member->report] = (uint32_t)story;
        member->story = story;
    }
}

static void split_topic(PlStoryIndex *index, PlTopic *topic)
{
    const PlBag *bags[PL_TOPIC_MOST_REPORTS];
    int32_t settled[PL_TOPIC_MOST_REPORTS];
    uint32_t group[PL_TOPIC_MOST_REPORTS];
    for (uint32_t i = 0; i < topic->members.n; i++) {
        bags[i] = index->bags.items[topic->members.items[i].bag];
        settled[i] = topic->members.items[i].story;
    }
    pl_topic_split(index->split, bags, settled, topic->members.n, group);
    for (uint32_t i = 0; i < topic->members.n; i++)
        if (group[i] == i) name_group(index, topic, group, i);
}

/* How many later reports of the topic are of the same story as report i. */
static uint32_t n_newer(const PlTopic *topic, uint32_t i)
{
    uint32_t n = 0;
    for (uint32_t k = i + 1; k < topic->members.n; k++)
        n += topic->members.items[k].story == topic->members.items[i].story;
    return n;
}

/* A full topic is split and goes on with the newest reports of its stories, and of the newest
 * stories when there are many. */
static void make_room(PlStoryIndex *index, PlTopic *topic)
{
    split_topic(index, topic);
    bool stays[PL_TOPIC_MOST_REPORTS];
    uint32_t n_staying = 0;
    for (uint32_t i = topic->members.n; i-- > 0;) {
        stays[i] = n_staying < MOST_KEPT && n_newer(topic, i) < MOST_KEPT_OF_A_STORY;
        n_staying += stays[i];
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < topic->members.n; i++)
        if (stays[i])
            topic->members.items[kept++] = topic->members.items[i];
        else
            give_bag(index, topic->members.items[i].bag);
    topic->members.n = kept;
}

static void close_old_topics(PlStoryIndex *index, int32_t day)
{
    if (day == INT32_MIN || day == index->today) return;
    index->today = day;
    for (uint32_t place = index->n_open; place-- > 0;) {
        PlTopic *topic = index->topics.items[place];
        if (topic->newest_day == INT32_MIN || day - topic->newest_day <= PL_TOPIC_MOST_DAYS_APART)
            continue;
        split_topic(index, topic);
        close_topic(index, place);
    }
}

/* ---- which topic a report joins ---- */

/* A term that many reports have calls up topics of all kinds, and its list holds few of those. */
static bool is_common(const PlStoryIndex *index, uint32_t n_having)
{
    enum { MANY = 500, ONE_IN = 50 };
    return n_having > MANY && n_having > index->n_counted / ONE_IN;
}

static void vote_for(PlStoryIndex *index, const PlPosting *posting, uint32_t weight)
{
    const uint32_t *place_of = index->place_of.items;
    uint64_t *votes = index->votes.items;
    for (uint32_t t = 0; t < posting->n; t++) {
        uint32_t place = place_of[posting->values[t]];
        if (place == UINT32_MAX) continue;
        if (votes[place] == 0) *pl_vec_push(index->arena, &index->voted) = place;
        votes[place] += (uint64_t)weight * weight;
    }
}

/* The open topics that have its terms, by the weight of these. Lists are far apart in memory: all
 * are asked for before the first is read. */
static void vote(PlStoryIndex *index, const PlBag *bag)
{
    PlPosting postings[PL_BAG_MOST_TERMS];
    index->voted.n = 0;
    for (uint32_t i = 0; i < bag->n; i++) {
        postings[i] = pl_postings_find(&index->topics_of, bag->hash[i]);
        if (postings[i].n) __builtin_prefetch(postings[i].values);
    }
    for (uint32_t i = 0; i < bag->n; i++)
        if (!is_common(index, postings[i].total)) vote_for(index, &postings[i], bag->weight[i]);
}

static bool has_more_votes(const PlStoryIndex *index, uint32_t a, uint32_t b)
{
    if (index->votes.items[a] != index->votes.items[b])
        return index->votes.items[a] > index->votes.items[b];
    return index->topics.items[a]->number < index->topics.items[b]->number;
}

/* The topics with most votes, at most MOST_CANDIDATES; forgets the votes. */
static uint32_t take_candidates(PlStoryIndex *index, uint32_t *candidates)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < index->voted.n; i++) {
        uint32_t place = index->voted.items[i];
        uint32_t at = n;
        while (at > 0 && has_more_votes(index, place, candidates[at - 1]))
            at--;
        if (at == MOST_CANDIDATES) continue;
        if (n < MOST_CANDIDATES) n++;
        for (uint32_t k = n - 1; k > at; k--)
            candidates[k] = candidates[k - 1];
        candidates[at] = place;
    }
    for (uint32_t i = 0; i < index->voted.n; i++)
        index->votes.items[index->voted.items[i]] = 0;
    return n;
}

/* A large topic is judged by its newest reports: it moves on, and the cost stays bounded. One whose
 * FIRST_COMPARED are nowhere near is not looked at further. */
static double mean_similarity(const PlStoryIndex *index, const PlTopic *topic)
{
    uint32_t n = topic->members.n < MOST_COMPARED ? topic->members.n : MOST_COMPARED;
    double sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        const PlTopicMember *member = &topic->members.items[topic->members.n - 1 - i];
        sum += pl_bag_similarity(&index->probe, index->bags.items[member->bag]);
        if (i + 1 == FIRST_COMPARED && sum < FIRST_COMPARED * LEAST_SIMILARITY / 2) return 0;
    }
    return sum / n;
}

static PlTopic *choose_topic(PlStoryIndex *index, const PlBag *bag)
{
    uint32_t candidates[MOST_CANDIDATES];
    vote(index, bag);
    uint32_t n = take_candidates(index, candidates);
    if (n) pl_bag_probe(&index->probe, bag);
    PlTopic *chosen = NULL;
    double best = LEAST_SIMILARITY;
    for (uint32_t i = 0; i < n; i++) {
        PlTopic *topic = index->topics.items[candidates[i]];
        double mean = mean_similarity(index, topic);
        if (mean <= best) continue;
        best = mean;
        chosen = topic;
    }
    return chosen ? chosen : open_topic(index);
}

void pl_story_index_add(PlStoryIndex *index, PlTermCounter *terms, int32_t day)
{
    close_old_topics(index, day);
    uint32_t number = take_bag(index);
    PlBag *bag = index->bags.items[number];
    bag->day = day;
    pl_bag_make(terms, &index->topics_of, index->n_counted, bag);
    PlTopic *topic = choose_topic(index, bag);
    *pl_vec_push(index->arena, &topic->members) =
        (PlTopicMember){.report = index->story_of.n, .bag = number, .story = -1};
    topic->newest_day = day;
    *pl_vec_push(index->arena, &index->story_of) = UINT32_MAX;
    for (uint32_t i = 0; i < bag->n; i++)
        pl_postings_add(&index->topics_of, bag->hash[i], topic->number);
    if (topic->members.n == PL_TOPIC_MOST_REPORTS) make_room(index, topic);
}

void pl_story_index_finish(PlStoryIndex *index)
{
    while (index->n_open) {
        split_topic(index, index->topics.items[index->n_open - 1]);
        close_topic(index, index->n_open - 1);
    }
}

uint32_t pl_story_index_story(const PlStoryIndex *index, uint32_t report)
{
    return oldest_same(index, index->story_of.items[report]);
}
