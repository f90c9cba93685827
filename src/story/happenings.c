#include "story/happenings.h"

#include <stdlib.h>

#include "mention/calendar.h"

enum {
    MOST_COMPARED = 6,   /* mentions of a happening that a new one is held against */
    MOST_DAYS_APART = 2, /* publication of reports on one undated happening */
    MOST_DAYS_LATE = 7,  /* from what is told without a date to its report */
    DAY_BYTES = 10,      /* of 2031-05-16 */
    LEAST_SHARED = 2,
    /* What a type asks for. */
    NEEDED_OF_MEETING = 4,
    NEEDED_OF_DEED = 5,
    NEEDED_OF_WORDS = 6
};

typedef struct Mention {
    const PlEventMention *read;
    const PlEvent *event;
    PlSlice published;
    int32_t day; /* of publication, INT32_MIN = unknown */
    int32_t story;
} Mention;

typedef struct Cluster {
    PL_VEC(uint32_t) members; /* of `mentions`, in their order */
    PlSlice date;             /* the most precise one */
    int32_t place;
    PlEventStatus status;
} Cluster;

/* The newest happenings of one type and party, or of one type and story. */
typedef struct Bucket {
    int32_t clusters[PL_HAPPENINGS_WINDOW];
    uint32_t n; /* ever put in: the next place is n modulo the window */
} Bucket;

typedef struct Grouping {
    PlArena *arena;
    const PlHappeningInput *reports;
    const PlActors *actors;
    PlEventMentions read;
    Mention *mentions; /* [n] by publication, report, event */
    uint32_t n;
    PL_VEC(Cluster) clusters;
    PlSymbols bucket_names;
    PL_VEC(Bucket *) buckets; /* by symbol */
} Grouping;

/* ---- what two mentions say of one thing ---- */

static bool is_whole(PlSlice date)
{
    PlDay day;
    return pl_calendar_read(date, &day);
}

/* "2031-W20": two numbers behind the "W" are all that is read. */
static bool read_week(PlSlice date, PlWeek *week)
{
    enum { WEEK_BYTES = 8 };
    if (date.len < WEEK_BYTES || date.ptr[5] != 'W') return false;
    *week = (PlWeek){0};
    for (size_t i = 0; i < WEEK_BYTES; i++) {
        if (i == 4 || i == 5) continue;
        if (date.ptr[i] < '0' || date.ptr[i] > '9') return false;
        int32_t *number = i < 4 ? &week->year : &week->week;
        *number = *number * 10 + (date.ptr[i] - '0');
    }
    return true;
}

static bool is_prefix(PlSlice date, PlSlice of)
{
    return date.len <= of.len && pl_slice_equal(date, (PlSlice){of.ptr, date.len});
}

/* Two dates of which one at least is no day. Of seasons and the like only the year is held against
 * the other date. */
static bool can_be_one_time(PlSlice a, PlSlice b)
{
    enum { YEAR = 4 };
    PlDay day;
    PlWeek week;
    if (read_week(a, &week) && pl_calendar_read(b, &day)) {
        PlWeek of_day = pl_calendar_week(day);
        return of_day.year == week.year && of_day.week == week.week;
    }
    if (is_prefix(a, b)) return true;
    bool is_plain = a.len <= YEAR + 1 || (a.ptr[YEAR + 1] >= '0' && a.ptr[YEAR + 1] <= '9');
    return !is_plain && a.len > YEAR && b.len >= YEAR && is_prefix((PlSlice){a.ptr, YEAR}, b);
}

/* Reports that can tell of one thing without saying when. */
static bool are_near(const Mention *a, const Mention *b)
{
    if (a->read->report == b->read->report) return true;
    if (a->story >= 0 && a->story == b->story) return true;
    if (a->day == INT32_MIN || b->day == INT32_MIN) return false;
    return abs(a->day - b->day) <= MOST_DAYS_APART;
}

/* An undated event of a report can be of this day. */
static bool can_be_of(const Mention *undated, PlSlice date)
{
    PlDay day;
    if (!is_whole(date) || !pl_calendar_read(date, &day)) return true;
    if (undated->day == INT32_MIN) return true;
    if (undated->event->status == PL_EVENT_HISTORICAL) return false;
    if (undated->event->status == PL_EVENT_PLANNED) return day + 1 >= undated->day;
    return day <= undated->day + 1 && day + MOST_DAYS_LATE >= undated->day;
}

/* -1: they are of two days; else how much the days speak for one happening. */
static int days_speak(const Mention *a, const Mention *b, PlSlice known)
{
    PlSlice date = a->event->date;
    if (date.len && known.len) {
        if (is_whole(date) && is_whole(known))
            return is_prefix((PlSlice){date.ptr, DAY_BYTES}, known) ? 2 : -1;
        return can_be_one_time(date, known) || can_be_one_time(known, date) ? 1 : -1;
    }
    if (!are_near(a, b)) return -1;
    if (known.len && !can_be_of(a, known)) return -1;
    if (date.len && !can_be_of(b, date)) return -1;
    return 1;
}

static uint32_t n_shared_keys(const PlMentionParties *a, const PlMentionParties *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            n += a->keys[i] == b->keys[k];
    return n;
}

typedef enum Match { MATCH_NONE, MATCH_OPEN, MATCH_PART, MATCH_WHOLE } Match;

/* NONE: two different sides. OPEN: one of them is not told. */
static Match match_sides(const PlMentionParties *a, const PlMentionParties *b)
{
    if (a->n == 0 || b->n == 0) return MATCH_OPEN;
    uint32_t n = n_shared_keys(a, b);
    if (n < a->n && n < b->n) return MATCH_NONE;
    return n == a->n && n == b->n ? MATCH_WHOLE : MATCH_PART;
}

/* Two named persons or towns of one party: two happenings. */
static bool are_others(const PlMentionParties *a, const PlMentionParties *b, bool *is_same_person)
{
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++) {
            if (a->keys[i] != b->keys[k] || a->who[i] < 0 || b->who[k] < 0) continue;
            if (a->who[i] != b->who[k]) return true;
            *is_same_person = true;
        }
    return false;
}

static bool is_meeting(const PlEvent *event)
{
    return pl_slice_is(event->plover, "CONSULT");
}

/* Who meets whom has no direction. */
static PlMentionParties all_parties(const PlEventMention *mention)
{
    PlMentionParties all = mention->sides[PL_EVENT_SOURCE];
    const PlMentionParties *more = &mention->sides[PL_EVENT_TARGET];
    for (uint32_t i = 0; i < more->n && all.n < PL_MENTION_MOST_PARTIES; i++) {
        all.keys[all.n] = more->keys[i];
        all.who[all.n++] = more->who[i];
    }
    return all;
}

/* -1: not the same actors. */
static int actors_speak(const Mention *a, const Mention *b)
{
    bool is_same_person = false;
    if (is_meeting(a->event)) {
        PlMentionParties x = all_parties(a->read);
        PlMentionParties y = all_parties(b->read);
        Match match = match_sides(&x, &y);
        if (match <= MATCH_OPEN || are_others(&x, &y, &is_same_person)) return -1;
        bool is_pair = match == MATCH_WHOLE && x.n > 1;
        return (is_pair ? 2 : match == MATCH_WHOLE) + is_same_person;
    }
    const PlMentionParties *x = a->read->sides;
    const PlMentionParties *y = b->read->sides;
    Match sources = match_sides(&x[PL_EVENT_SOURCE], &y[PL_EVENT_SOURCE]);
    Match targets = match_sides(&x[PL_EVENT_TARGET], &y[PL_EVENT_TARGET]);
    if (sources == MATCH_NONE || targets == MATCH_NONE) return -1;
    if (are_others(&x[PL_EVENT_SOURCE], &y[PL_EVENT_SOURCE], &is_same_person) ||
        are_others(&x[PL_EVENT_TARGET], &y[PL_EVENT_TARGET], &is_same_person))
        return -1;
    return (sources == MATCH_WHOLE) + (targets == MATCH_WHOLE) + is_same_person;
}

/* Statements and demands, told apart by what is said; meetings, by who is there. */
static bool is_words(const PlEvent *event)
{
    return (event->quad == 1 || event->quad == 3) && !is_meeting(event);
}

static int words_speak(const Mention *a, const Mention *b)
{
    const PlEventMention *x = a->read;
    const PlEventMention *y = b->read;
    if (x->clause == y->clause && x->trigger == y->trigger) return 4;
    uint32_t shared = 0;
    for (uint32_t i = 0, k = 0; i < x->n_words && k < y->n_words;) {
        shared += x->words[i] == y->words[k];
        bool step_i = x->words[i] <= y->words[k];
        bool step_k = y->words[k] <= x->words[i];
        i += step_i;
        k += step_k;
    }
    uint32_t smaller = x->n_words < y->n_words ? x->n_words : y->n_words;
    if (shared >= LEAST_SHARED && shared * 2 >= smaller) return 3;
    if (shared > 0 && shared * 4 >= smaller) return 1;
    if (smaller == 0 || is_meeting(a->event)) return 0;
    return smaller < LEAST_SHARED ? -1 : -2;
}

static int needed(const PlEvent *event)
{
    if (is_meeting(event)) return NEEDED_OF_MEETING;
    return is_words(event) ? NEEDED_OF_WORDS : NEEDED_OF_DEED;
}

enum { CONFLICT = -2, NO_TIE = -1 };

/* How much speaks for one happening. CONFLICT: what they tell cannot be one; NO_TIE: nothing ties
 * them to one day. */
static int pair_score(const Mention *a, const Mention *b, PlSlice known_date)
{
    if (a->event->mode.len && b->event->mode.len && !pl_slice_equal(a->event->mode, b->event->mode))
        return CONFLICT;
    int actors = actors_speak(a, b);
    if (actors < 0) return CONFLICT;
    int days = days_speak(a, b, known_date);
    if (days < 0) return NO_TIE;
    bool is_same_frame = a->event->frame.len && pl_slice_equal(a->event->frame, b->event->frame);
    bool is_same_place = a->read->place >= 0 && a->read->place == b->read->place;
    return days + actors + is_same_frame + (a->read->trigger == b->read->trigger) + is_same_place +
           words_speak(a, b);
}

/* ---- happenings ---- */

static bool is_thought(PlEventStatus status)
{
    return status == PL_EVENT_NEGATED || status == PL_EVENT_HYPOTHETICAL;
}

/* A plan and what came of it are one if both have the same day. */
static bool statuses_agree(const Cluster *cluster, const PlEvent *event)
{
    PlEventStatus a = cluster->status;
    PlEventStatus b = event->status;
    if (a == b) return true;
    if (is_thought(a) || is_thought(b)) return false;
    return is_whole(cluster->date) && is_whole(event->date);
}

/* Towns of two names are two places; a country is no other place than its towns. */
static bool places_agree(const Grouping *grouping, int32_t a, int32_t b)
{
    if (a < 0 || b < 0 || a == b) return true;
    const PlActor *x = &grouping->actors->actors.items[a];
    const PlActor *y = &grouping->actors->actors.items[b];
    bool is_country = x->is_state || y->is_state;
    return is_country && x->country.len && pl_slice_equal(x->country, y->country);
}

/* The mention that speaks most for it, if none speaks against it. */
static int cluster_score(const Grouping *grouping, const Cluster *cluster, const Mention *mention)
{
    if (!statuses_agree(cluster, mention->event)) return CONFLICT;
    if (!places_agree(grouping, cluster->place, mention->read->place)) return CONFLICT;
    int best = NO_TIE;
    for (uint32_t i = 0; i < cluster->members.n && i < MOST_COMPARED; i++) {
        const Mention *member = &grouping->mentions[cluster->members.items[i]];
        int score = pair_score(mention, member, cluster->date);
        if (score == CONFLICT) return CONFLICT;
        if (score > best) best = score;
    }
    return best;
}

/* `of`: 'p' and a party, 's' and a story. */
static Bucket *bucket_of(Grouping *grouping, PlSlice plover, char of, int32_t number)
{
    PlSlice name = pl_arena_format(grouping->arena, "%.*s %c%d", PL_PRI(plover), of, (int)number);
    int32_t symbol = pl_symbols_intern(grouping->arena, &grouping->bucket_names, name);
    if ((uint32_t)symbol == grouping->buckets.n)
        *pl_vec_push(grouping->arena, &grouping->buckets) = pl_arena_new(grouping->arena, Bucket);
    return grouping->buckets.items[symbol];
}

typedef struct Buckets {
    Bucket *items[PL_N_EVENT_SIDES * PL_MENTION_MOST_PARTIES + 1];
    uint32_t n;
} Buckets;

static void find_buckets(Grouping *grouping, const Mention *mention, Buckets *buckets)
{
    buckets->n = 0;
    for (uint32_t side = 0; side < PL_N_EVENT_SIDES; side++)
        for (uint32_t i = 0; i < mention->read->sides[side].n; i++)
            buckets->items[buckets->n++] = bucket_of(grouping, mention->event->plover, 'p',
                                                     mention->read->sides[side].keys[i]);
    if (mention->story >= 0)
        buckets->items[buckets->n++] =
            bucket_of(grouping, mention->event->plover, 's', mention->story);
}

static bool has(const Bucket *bucket, int32_t cluster)
{
    uint32_t n = bucket->n < PL_HAPPENINGS_WINDOW ? bucket->n : PL_HAPPENINGS_WINDOW;
    for (uint32_t i = 0; i < n; i++)
        if (bucket->clusters[i] == cluster) return true;
    return false;
}

static void put(const Buckets *buckets, int32_t cluster)
{
    for (uint32_t i = 0; i < buckets->n; i++) {
        Bucket *bucket = buckets->items[i];
        if (!has(bucket, cluster)) bucket->clusters[bucket->n++ % PL_HAPPENINGS_WINDOW] = cluster;
    }
}

/* The happening that most speaks for, the first of several; -1 = a new one. */
static int32_t choose(const Grouping *grouping, const Buckets *buckets, const Mention *mention)
{
    int best_score = needed(mention->event) - 1;
    int32_t best = -1;
    for (uint32_t i = 0; i < buckets->n; i++) {
        const Bucket *bucket = buckets->items[i];
        uint32_t n = bucket->n < PL_HAPPENINGS_WINDOW ? bucket->n : PL_HAPPENINGS_WINDOW;
        for (uint32_t k = 0; k < n; k++) {
            int32_t at = bucket->clusters[k];
            int score = cluster_score(grouping, &grouping->clusters.items[at], mention);
            bool is_better = score > best_score || (score == best_score && best >= 0 && at < best);
            if (!is_better) continue;
            best_score = score;
            best = at;
        }
    }
    return best;
}

static void join(Grouping *grouping, int32_t at, uint32_t number)
{
    const Mention *mention = &grouping->mentions[number];
    Cluster *cluster = &grouping->clusters.items[at];
    *pl_vec_push(grouping->arena, &cluster->members) = number;
    PlSlice date = mention->event->date;
    bool is_more_precise =
        date.len > cluster->date.len || (is_whole(date) && !is_whole(cluster->date));
    if (is_more_precise && !(is_whole(cluster->date) && !is_whole(date))) cluster->date = date;
    int32_t place = mention->read->place;
    bool is_finer = place >= 0 &&
                    (cluster->place < 0 || grouping->actors->actors.items[cluster->place].is_state);
    if (is_finer) cluster->place = place;
    /* What happened is not planned any more. */
    PlEventStatus status = mention->event->status;
    if (status == PL_EVENT_ACTUAL || cluster->status == PL_EVENT_PLANNED) cluster->status = status;
}

static void group(Grouping *grouping)
{
    for (uint32_t i = 0; i < grouping->n; i++) {
        const Mention *mention = &grouping->mentions[i];
        Buckets buckets;
        find_buckets(grouping, mention, &buckets);
        int32_t at = choose(grouping, &buckets, mention);
        if (at < 0) {
            at = (int32_t)grouping->clusters.n;
            *pl_vec_push(grouping->arena, &grouping->clusters) =
                (Cluster){.place = -1, .status = mention->event->status};
        }
        join(grouping, at, i);
        put(&buckets, at);
    }
}

/* ---- in ---- */

static int compare_mentions(const void *a, const void *b)
{
    const Mention *x = a;
    const Mention *y = b;
    int order = pl_slice_compare(x->published, y->published);
    if (!order) order = (x->read->report > y->read->report) - (x->read->report < y->read->report);
    return order ? order : (x->read->event > y->read->event) - (x->read->event < y->read->event);
}

static void order_mentions(Grouping *grouping, uint32_t n_reports, const PlStories *stories)
{
    int32_t *story_of = pl_arena_array(grouping->arena, int32_t, n_reports + 1);
    for (uint32_t r = 0; r < n_reports; r++)
        story_of[r] = -1;
    for (uint32_t i = 0; i < stories->reports.n; i++)
        story_of[stories->reports.items[i].report] = stories->reports.items[i].story;
    grouping->n = grouping->read.mentions.n;
    grouping->mentions = pl_arena_array(grouping->arena, Mention, grouping->n + 1);
    for (uint32_t i = 0; i < grouping->n; i++) {
        const PlEventMention *read = &grouping->read.mentions.items[i];
        const PlHappeningInput *report = &grouping->reports[read->report];
        PlDay day;
        PlSlice published = report->article->metadata.published;
        grouping->mentions[i] = (Mention){.read = read,
                                          .event = &report->events->events.items[read->event],
                                          .published = published,
                                          .story = story_of[read->report]};
        grouping->mentions[i].day = pl_calendar_read(published, &day) ? day : INT32_MIN;
    }
    if (grouping->n)
        qsort(grouping->mentions, grouping->n, sizeof *grouping->mentions, compare_mentions);
}

/* ---- out ---- */

/* The event whose code most mentions have, the first of several. */
static const PlEvent *usual_code(const Grouping *grouping, const Cluster *cluster)
{
    const PlEvent *best = NULL;
    uint32_t most = 0;
    for (uint32_t i = 0; i < cluster->members.n && i < PL_HAPPENINGS_WINDOW; i++) {
        const PlEvent *event = grouping->mentions[cluster->members.items[i]].event;
        uint32_t n = 0;
        for (uint32_t k = 0; k < cluster->members.n && k < PL_HAPPENINGS_WINDOW; k++) {
            const PlEvent *other = grouping->mentions[cluster->members.items[k]].event;
            n += pl_slice_equal(event->cameo, other->cameo) &&
                 pl_slice_equal(event->mode, other->mode);
        }
        if (n <= most) continue;
        most = n;
        best = event;
    }
    return best;
}

static int compare_numbers(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static void count_reports(const Grouping *grouping, const Cluster *cluster, PlHappening *happening)
{
    uint32_t n = cluster->members.n;
    int32_t *reports = pl_arena_array(grouping->arena, int32_t, n + 1);
    int32_t *publishers = pl_arena_array(grouping->arena, int32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        reports[i] = grouping->mentions[cluster->members.items[i]].read->report;
        publishers[i] = grouping->reports[reports[i]].publisher;
    }
    qsort(reports, n, sizeof *reports, compare_numbers);
    qsort(publishers, n, sizeof *publishers, compare_numbers);
    happening->n_mentions = n;
    happening->n_reports = 0;
    happening->n_publishers = 0;
    for (uint32_t i = 0; i < n; i++) {
        happening->n_reports += i == 0 || reports[i] != reports[i - 1];
        happening->n_publishers += i == 0 || publishers[i] != publishers[i - 1];
    }
}

static PlSlice make_id(const Grouping *grouping, const Mention *lead)
{
    PlSlice report = grouping->reports[lead->read->report].article->metadata.id;
    PlSlice place = pl_arena_format(grouping->arena, "%.*s:%u:%u", PL_PRI(report),
                                    lead->event->trigger.start_byte, lead->event->span.start_byte);
    uint64_t hash = pl_slice_hash(place) >> (64 - 4 * PL_HAPPENING_ID_DIGITS);
    return pl_arena_format(grouping->arena, "%0*llx", PL_HAPPENING_ID_DIGITS,
                           (unsigned long long)hash);
}

enum { MOST_ACTORS = 24 }; /* of one happening */

typedef struct Shown {
    PlHappeningActor row;
    uint32_t n_mentions;
    uint32_t first; /* order of being told */
} Shown;

typedef struct ShownActors {
    Shown items[MOST_ACTORS];
    uint32_t n;
} ShownActors;

/* Who is told to be on two sides stays where it was first. */
static Shown *find_shown(ShownActors *shown, const PlHappeningActor *row)
{
    for (uint32_t i = 0; i < shown->n; i++) {
        const PlHappeningActor *known = &shown->items[i].row;
        bool is_same = row->actor >= 0 ? known->actor == row->actor
                                       : known->actor < 0 && pl_slice_equal(known->name, row->name);
        if (is_same) return &shown->items[i];
    }
    return NULL;
}

static bool has_side(const ShownActors *shown, PlEventSide side)
{
    for (uint32_t i = 0; i < shown->n; i++)
        if (shown->items[i].row.side == side) return true;
    return false;
}

/* Empty for who could be anybody. */
static PlSlice party_name(const Grouping *grouping, int32_t party, PlSlice own_name)
{
    if (party == PL_NO_SYMBOL) return (PlSlice){0};
    PlSlice name = pl_symbols_name(&grouping->read.parties, party);
    if (name.ptr[0] == '=') return (PlSlice){0};
    return name.ptr[0] == '@' ? own_name : name;
}

static PlHappeningActor shown_actor(Grouping *grouping, int32_t report, const PlEventActor *actor)
{
    const PlHappeningInput *input = &grouping->reports[report];
    int32_t linked = actor->entity < 0 ? -1 : input->actor_of[actor->entity];
    PlHappeningActor row = {.side = actor->side, .actor = linked, .code = actor->code};
    if (linked >= 0) {
        /* A report that does not say whose office it is says less than the others. */
        const PlActor *known = &grouping->actors->actors.items[linked];
        row.name = known->name;
        bool says_more = known->code.len > row.code.len &&
                         pl_slice_equal(row.code, (PlSlice){known->code.ptr, row.code.len});
        if (says_more) row.code = known->code;
    }
    if (linked < 0 && actor->entity >= 0)
        row.name = input->mentions->entities.items[actor->entity].name;
    else if (linked < 0)
        row.name = pl_slice_of(input->article->text, actor->span);
    int32_t party = pl_event_mentions_party(grouping->arena, &grouping->read.parties, input,
                                            grouping->actors, actor);
    row.party = party_name(grouping, party, row.name);
    return row;
}

static void show_actor(ShownActors *shown, const PlHappeningActor *row)
{
    Shown *known = find_shown(shown, row);
    if (known) {
        known->n_mentions++;
        if (known->row.code.len < row->code.len) known->row.code = row->code;
    } else if (shown->n < MOST_ACTORS) {
        shown->items[shown->n] = (Shown){*row, 1, shown->n};
        shown->n++;
    }
}

/* Who could be anybody ("a gunman"), or is no entity at all, only where nobody is named on that
 * side, and as the first mention that has somebody there calls them. */
static void show_actors_of(Grouping *grouping, const Cluster *cluster, bool with_phrases,
                           ShownActors *shown)
{
    bool is_named[PL_N_EVENT_SIDES];
    for (uint32_t m = 0; m < cluster->members.n; m++) {
        for (uint32_t side = 0; with_phrases && side < PL_N_EVENT_SIDES; side++)
            is_named[side] = has_side(shown, side);
        const PlEventMention *read = grouping->mentions[cluster->members.items[m]].read;
        const PlEvents *events = grouping->reports[read->report].events;
        for (uint32_t i = pl_events_first_actor(events, read->event); i < events->actors.n; i++) {
            const PlEventActor *actor = &events->actors.items[i];
            if (actor->event != read->event) break;
            if (with_phrases && is_named[actor->side]) continue;
            PlHappeningActor row = shown_actor(grouping, read->report, actor);
            if (with_phrases != (row.party.len == 0)) continue;
            show_actor(shown, &row);
        }
    }
}

static int compare_shown(const void *a, const void *b)
{
    const Shown *x = a;
    const Shown *y = b;
    int order = (x->row.side > y->row.side) - (x->row.side < y->row.side);
    if (!order) order = (x->n_mentions < y->n_mentions) - (x->n_mentions > y->n_mentions);
    return order ? order : (x->first > y->first) - (x->first < y->first);
}

static void write_actors(Grouping *grouping, const Cluster *cluster, int32_t happening,
                         PlHappenings *happenings)
{
    ShownActors shown = {.n = 0};
    show_actors_of(grouping, cluster, false, &shown);
    ShownActors phrases = shown;
    show_actors_of(grouping, cluster, true, &phrases);
    qsort(phrases.items, phrases.n, sizeof *phrases.items, compare_shown);
    for (uint32_t i = 0; i < phrases.n; i++) {
        phrases.items[i].row.happening = happening;
        *pl_vec_push(grouping->arena, &happenings->actors) = phrases.items[i].row;
    }
}

static void write_happening(Grouping *grouping, const Cluster *cluster, PlHappenings *happenings)
{
    const Mention *lead = &grouping->mentions[cluster->members.items[0]];
    const PlEvent *usual = usual_code(grouping, cluster);
    PlHappening happening = {.id = make_id(grouping, lead),
                             .plover = usual->plover,
                             .mode = usual->mode,
                             .cameo = usual->cameo,
                             .quad = usual->quad,
                             .goldstein = usual->goldstein,
                             .status = cluster->status,
                             .date = cluster->date,
                             .place = cluster->place};
    count_reports(grouping, cluster, &happening);
    int32_t number = (int32_t)happenings->happenings.n;
    *pl_vec_push(grouping->arena, &happenings->happenings) = happening;
    write_actors(grouping, cluster, number, happenings);
    for (uint32_t i = 0; i < cluster->members.n; i++) {
        const PlEventMention *read = grouping->mentions[cluster->members.items[i]].read;
        *pl_vec_push(grouping->arena, &happenings->mentions) =
            (PlHappeningMention){number, read->report, read->event};
    }
}

typedef struct Place {
    const PlEventMention *lead;
    uint32_t cluster;
} Place;

static int compare_places(const void *a, const void *b)
{
    const PlEventMention *x = ((const Place *)a)->lead;
    const PlEventMention *y = ((const Place *)b)->lead;
    int order = (x->report > y->report) - (x->report < y->report);
    return order ? order : (x->event > y->event) - (x->event < y->event);
}

void pl_happenings_find(PlArena *arena, const PlHappeningInput *reports, uint32_t n_reports,
                        const PlActors *actors, const PlStories *stories, PlHappenings *happenings)
{
    *happenings = (PlHappenings){0};
    Grouping grouping = {.arena = arena, .reports = reports, .actors = actors};
    pl_event_mentions_find(arena, reports, n_reports, actors, &grouping.read);
    order_mentions(&grouping, n_reports, stories);
    group(&grouping);
    uint32_t n = grouping.clusters.n;
    Place *places = pl_arena_array(arena, Place, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        const Cluster *cluster = &grouping.clusters.items[i];
        places[i] = (Place){grouping.mentions[cluster->members.items[0]].read, i};
    }
    if (n) qsort(places, n, sizeof *places, compare_places);
    for (uint32_t i = 0; i < n; i++)
        write_happening(&grouping, &grouping.clusters.items[places[i].cluster], happenings);
}
