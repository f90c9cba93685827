#include "pipeline/negotiations.h"

#include <assert.h>
#include <stdlib.h>

#include "mention/actor_sides.h"
#include "text/utf8.h"

enum {
    MOST_AT_TABLE = 6, /* sides of one mention of talks that are paired */
    FACT_VOTES = 2,    /* "talks between A and B" against "A met B" */
    MOST_PARTIES = 6,  /* of a negotiation */
    PARTY_SHARE = 3,   /* a party is in one of so many of the reports at least */
    MERGE_SHARE = 2,   /* of the smaller pair's reports, those that name the larger pair too */
    MOST_MONTHS_APART = 6
};

/* How often a report puts two sides at one table. */
typedef struct Vote {
    int32_t low; /* actors, low < high */
    int32_t high;
    int32_t report;
    uint32_t n;
} Vote;

typedef PL_VEC(Vote) Votes;

static int compare_ints(int32_t a, int32_t b)
{
    return (a > b) - (a < b);
}

static int compare_pairs(const Vote *a, const Vote *b)
{
    int order = compare_ints(a->low, b->low);
    return order ? order : compare_ints(a->high, b->high);
}

static int by_pair(const void *x, const void *y)
{
    const Vote *a = x;
    const Vote *b = y;
    int order = compare_pairs(a, b);
    return order ? order : compare_ints(a->report, b->report);
}

static int by_report(const void *x, const void *y)
{
    const Vote *a = x;
    const Vote *b = y;
    int order = compare_ints(a->report, b->report);
    return order ? order : compare_pairs(a, b);
}

/* ---- who sits at one table ---- */

typedef struct Table {
    int32_t sides[MOST_AT_TABLE];
    uint32_t n;
} Table;

static void seat(Table *table, int32_t side)
{
    if (side < 0 || table->n == MOST_AT_TABLE) return;
    for (uint32_t i = 0; i < table->n; i++)
        if (table->sides[i] == side) return;
    table->sides[table->n++] = side;
}

static void vote(PlArena *arena, Votes *votes, const Table *table, int32_t report, uint32_t n)
{
    for (uint32_t i = 0; i < table->n; i++)
        for (uint32_t j = i + 1; j < table->n; j++) {
            int32_t a = table->sides[i];
            int32_t b = table->sides[j];
            *pl_vec_push(arena, votes) = (Vote){a < b ? a : b, a < b ? b : a, report, n};
        }
}

typedef struct Search {
    PlArena *arena;
    const PlRecord *record;
    const int32_t *side_of; /* [actors] */
    Votes votes;            /* one a pair and report; sorted by report */
} Search;

/* -1 for who cannot be a side: a place that is no state. */
static int32_t side_of_entity(const Search *search, uint32_t report, int32_t entity)
{
    if (entity < 0) return -1;
    int32_t actor = search->record->actors.actor_of[report][entity];
    if (actor < 0) return -1;
    int32_t side = search->side_of[actor];
    const PlActor *found = &search->record->actors.actors.items[side];
    return found->type == PL_ENTITY_LOC && !found->is_state ? -1 : side;
}

/* Facts that stand in the same words are of one table. */
static void vote_by_facts(Search *search, uint32_t report)
{
    const PlTalks *talks = &search->record->reports[report].talks;
    Table table = {.n = 0};
    const PlTalksFact *last = NULL;
    for (uint32_t i = 0; i < talks->facts.n; i++) {
        const PlTalksFact *fact = &talks->facts.items[i];
        if (fact->attribute != PL_TALKS_PARTY) continue;
        bool goes_on = last && last->span.start_byte == fact->span.start_byte &&
                       last->span.end_byte == fact->span.end_byte;
        if (!goes_on) {
            vote(search->arena, &search->votes, &table, (int32_t)report, FACT_VOTES);
            table.n = 0;
        }
        seat(&table, side_of_entity(search, report, fact->entity));
        last = fact;
    }
    vote(search->arena, &search->votes, &table, (int32_t)report, FACT_VOTES);
}

static void vote_by_events(Search *search, uint32_t report)
{
    const PlEvents *events = &search->record->reports[report].events;
    for (uint32_t a = 0; a < events->actors.n;) {
        int32_t number = events->actors.items[a].event;
        Table table = {.n = 0};
        for (; a < events->actors.n && events->actors.items[a].event == number; a++)
            seat(&table, side_of_entity(search, report, events->actors.items[a].entity));
        const PlEvent *event = &events->events.items[number];
        if (!pl_slice_is(event->plover, "CONSULT") || event->status == PL_EVENT_NEGATED ||
            event->status == PL_EVENT_HISTORICAL)
            continue;
        vote(search->arena, &search->votes, &table, (int32_t)report, 1);
    }
}

/* One vote a pair and report, with their sum. Sorted by report. */
static void add_up(Votes *votes)
{
    if (votes->n) qsort(votes->items, votes->n, sizeof *votes->items, by_report);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < votes->n; i++)
        if (kept && by_report(&votes->items[kept - 1], &votes->items[i]) == 0)
            votes->items[kept - 1].n += votes->items[i].n;
        else
            votes->items[kept++] = votes->items[i];
    votes->n = kept;
}

/* ---- pairs ---- */

/* A pair of sides and the reports that are about it. */
typedef struct Pair {
    int32_t low;
    int32_t high;
    uint32_t n_named;  /* reports that name it */
    uint32_t n_main;   /* reports that are about it */
    int32_t joined_to; /* pair, itself when it stands alone */
} Pair;

typedef PL_VEC(Pair) Pairs;

static int64_t find_pair(const Pairs *pairs, int32_t low, int32_t high)
{
    Vote wanted = {.low = low, .high = high};
    uint32_t from = 0;
    uint32_t to = pairs->n;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        Vote at = {.low = pairs->items[middle].low, .high = pairs->items[middle].high};
        int order = compare_pairs(&at, &wanted);
        if (order == 0) return middle;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return -1;
}

/* All pairs, sorted, with the number of reports that name them. */
static Pairs list_pairs(PlArena *arena, const Votes *votes)
{
    Pairs pairs = {0};
    Vote *sorted = pl_arena_array(arena, Vote, votes->n + 1);
    for (uint32_t i = 0; i < votes->n; i++)
        sorted[i] = votes->items[i];
    qsort(sorted, votes->n, sizeof *sorted, by_pair);
    for (uint32_t i = 0; i < votes->n; i++) {
        if (i == 0 || compare_pairs(&sorted[i - 1], &sorted[i]) != 0)
            *pl_vec_push(arena, &pairs) = (Pair){.low = sorted[i].low, .high = sorted[i].high};
        pairs.items[pairs.n - 1].n_named++;
    }
    for (uint32_t p = 0; p < pairs.n; p++)
        pairs.items[p].joined_to = (int32_t)p;
    return pairs;
}

/* [n_reports]: the pair that each report is about, -1 = none. */
static int32_t *choose_pairs(PlArena *arena, const PlRecord *record, const Votes *votes,
                             Pairs *pairs)
{
    int32_t *pair_of = pl_arena_array(arena, int32_t, record->n_reports + 1);
    uint32_t *most = pl_arena_array(arena, uint32_t, record->n_reports + 1);
    for (uint32_t r = 0; r < record->n_reports; r++)
        pair_of[r] = -1;
    for (uint32_t i = 0; i < votes->n; i++) {
        const Vote *said = &votes->items[i];
        int32_t pair = (int32_t)find_pair(pairs, said->low, said->high);
        int32_t best = pair_of[said->report];
        bool better = best < 0 || said->n > most[said->report] ||
                      (said->n == most[said->report] &&
                       pairs->items[pair].n_named > pairs->items[best].n_named);
        if (!better) continue;
        pair_of[said->report] = pair;
        most[said->report] = said->n;
    }
    for (uint32_t r = 0; r < record->n_reports; r++)
        if (pair_of[r] >= 0) pairs->items[pair_of[r]].n_main++;
    return pair_of;
}

/* Reports that are about one pair and name another as well. */
typedef struct Shared {
    int32_t pair;
    int32_t other;
} Shared;

static int compare_shared(const void *x, const void *y)
{
    const Shared *a = x;
    const Shared *b = y;
    int order = compare_ints(a->pair, b->pair);
    return order ? order : compare_ints(a->other, b->other);
}

static bool has_common_side(const Pair *a, const Pair *b)
{
    return a->low == b->low || a->low == b->high || a->high == b->low || a->high == b->high;
}

static bool is_larger(const Pairs *pairs, int32_t a, int32_t b)
{
    assert(pairs->items);
    uint32_t n = pairs->items[a].n_main;
    uint32_t m = pairs->items[b].n_main;
    return n != m ? n > m : a < b;
}

/* A pair joins the largest of the larger pairs that its reports keep naming too. */
static void join_pairs(PlArena *arena, const Votes *votes, const int32_t *pair_of, Pairs *pairs)
{
    PL_VEC(Shared) shared = {0};
    for (uint32_t i = 0; i < votes->n; i++) {
        const Vote *said = &votes->items[i];
        int32_t other = (int32_t)find_pair(pairs, said->low, said->high);
        int32_t pair = pair_of[said->report];
        if (pair < 0 || pair == other) continue;
        if (!has_common_side(&pairs->items[pair], &pairs->items[other])) continue;
        if (is_larger(pairs, other, pair)) *pl_vec_push(arena, &shared) = (Shared){pair, other};
    }
    if (shared.n) qsort(shared.items, shared.n, sizeof *shared.items, compare_shared);
    for (uint32_t i = 0; i < shared.n;) {
        uint32_t to = i;
        while (to < shared.n && compare_shared(&shared.items[i], &shared.items[to]) == 0)
            to++;
        int32_t pair = shared.items[i].pair;
        int32_t other = shared.items[i].other;
        bool often = (to - i) * MERGE_SHARE >= pairs->items[pair].n_main;
        int32_t joined = pairs->items[pair].joined_to;
        if (often && (joined == pair || is_larger(pairs, other, joined)))
            pairs->items[pair].joined_to = other;
        i = to;
    }
}

/* Joining only leads to larger pairs, so it ends. */
static int32_t root_of(const Pairs *pairs, int32_t pair)
{
    assert(pairs->items);
    while (pairs->items[pair].joined_to != pair)
        pair = pairs->items[pair].joined_to;
    return pair;
}

/* Reports that name no table go with most of their story. */
static void follow_stories(PlArena *arena, const PlRecord *record, const Pairs *pairs,
                           int32_t *pair_of)
{
    const PlStories *stories = &record->stories;
    uint32_t *votes = pl_arena_array(arena, uint32_t, pairs->n + 1);
    for (uint32_t i = 0; i < stories->reports.n;) {
        uint32_t from = i;
        int32_t best = -1;
        int32_t story = stories->reports.items[from].story;
        for (; i < stories->reports.n && stories->reports.items[i].story == story; i++) {
            int32_t pair = pair_of[stories->reports.items[i].report];
            if (pair < 0) continue;
            votes[pair]++;
            bool more = best < 0 || votes[pair] > votes[best] ||
                        (votes[pair] == votes[best] && is_larger(pairs, pair, best));
            if (more) best = pair;
        }
        for (uint32_t k = from; k < i; k++) {
            int32_t *pair = &pair_of[stories->reports.items[k].report];
            if (*pair >= 0)
                votes[*pair] = 0;
            else
                *pair = best;
        }
    }
}

/* ---- negotiations ---- */

typedef struct Placed {
    int32_t pair; /* root */
    PlSlice published;
    int32_t report;
} Placed;

static int by_pair_and_date(const void *x, const void *y)
{
    const Placed *a = x;
    const Placed *b = y;
    int order = compare_ints(a->pair, b->pair);
    if (!order) order = pl_slice_compare(a->published, b->published);
    return order ? order : compare_ints(a->report, b->report);
}

static int32_t month_of(PlSlice published)
{
    if (published.len < 7) return -1;
    int32_t number[2] = {0, 0};
    for (size_t i = 0; i < 7; i++)
        if (i != 4) number[i > 4] = number[i > 4] * 10 + (published.ptr[i] - '0');
    return number[0] * 12 + number[1];
}

static bool is_long_after(PlSlice later, PlSlice earlier)
{
    int32_t a = month_of(earlier);
    int32_t b = month_of(later);
    return a >= 0 && b >= 0 && b - a > MOST_MONTHS_APART;
}

/* A side and the reports of one negotiation that seat it. */
typedef struct Seat {
    int32_t actor;
    uint32_t n_reports;
} Seat;

static int by_reports(const void *x, const void *y)
{
    const Seat *a = x;
    const Seat *b = y;
    if (a->n_reports != b->n_reports) return a->n_reports > b->n_reports ? -1 : 1;
    return compare_ints(a->actor, b->actor);
}

typedef struct Seating {
    PL_VEC(Seat) seats;
    int32_t *seat_of;     /* [actors] index into seats, -1 = none */
    int32_t *last_report; /* [actors] the last that was counted */
} Seating;

static void take_seat(PlArena *arena, Seating *seating, int32_t actor, int32_t report)
{
    if (seating->seat_of[actor] < 0) {
        seating->seat_of[actor] = (int32_t)seating->seats.n;
        *pl_vec_push(arena, &seating->seats) = (Seat){.actor = actor};
    } else if (seating->last_report[actor] == report) {
        return;
    }
    seating->last_report[actor] = report;
    seating->seats.items[seating->seat_of[actor]].n_reports++;
}

typedef struct Maker {
    const Search *search;
    const Pairs *pairs;
    const uint32_t *first_vote; /* [n_reports + 1] */
    Seating seating;
    PlNegotiations *found;
} Maker;

/* The two sides of its pair, and who else sits with them often enough. */
static void find_parties(Maker *maker, const Pair *pair, PlNegotiation *negotiation)
{
    PlArena *arena = maker->search->arena;
    Seating *seating = &maker->seating;
    seating->seats.n = 0;
    for (uint32_t i = 0; i < negotiation->reports.n; i++) {
        int32_t report = negotiation->reports.items[i];
        for (uint32_t v = maker->first_vote[report]; v < maker->first_vote[report + 1]; v++) {
            const Vote *said = &maker->search->votes.items[v];
            if (said->low != pair->low && said->low != pair->high && said->high != pair->low &&
                said->high != pair->high)
                continue;
            take_seat(arena, seating, said->low, report);
            take_seat(arena, seating, said->high, report);
        }
    }
    for (uint32_t i = 0; i < seating->seats.n; i++)
        seating->seat_of[seating->seats.items[i].actor] = -1;
    if (seating->seats.n)
        qsort(seating->seats.items, seating->seats.n, sizeof *seating->seats.items, by_reports);
    for (uint32_t i = 0; i < seating->seats.n; i++) {
        const Seat *taken = &seating->seats.items[i];
        bool is_main = taken->actor == pair->low || taken->actor == pair->high;
        bool is_often = taken->n_reports * PARTY_SHARE >= negotiation->reports.n;
        if (is_main || (is_often && negotiation->parties.n < MOST_PARTIES))
            *pl_vec_push(arena, &negotiation->parties) = taken->actor;
    }
}

static int compare_numbers(const void *x, const void *y)
{
    return compare_ints(*(const int32_t *)x, *(const int32_t *)y);
}

/* placed[n]: of one pair, sorted by date, without a long silence between; undated[n_undated] go
 * with them. */
static void add_negotiation(Maker *maker, const Placed *placed, uint32_t n, const Placed *undated,
                            uint32_t n_undated)
{
    PlArena *arena = maker->search->arena;
    PlNegotiation *made = pl_vec_push(arena, &maker->found->negotiations);
    made->first_report = placed[0].report;
    made->id = maker->search->record->reports[placed[0].report].article.metadata.id;
    made->first = placed[0].published;
    made->last = placed[n - 1].published;
    for (uint32_t i = 0; i < n + n_undated; i++)
        *pl_vec_push(arena, &made->reports) = i < n ? placed[i].report : undated[i - n].report;
    qsort(made->reports.items, made->reports.n, sizeof *made->reports.items, compare_numbers);
    find_parties(maker, &maker->pairs->items[placed[0].pair], made);
}

/* placed[n]: all of one pair, sorted by date. A long silence parts negotiations; reports without a
 * date go with the largest. */
static void split_by_silence(Maker *maker, const Placed *placed, uint32_t n)
{
    uint32_t n_undated = 0;
    while (n_undated < n && placed[n_undated].published.len == 0)
        n_undated++;
    if (n_undated == n) n_undated = 0;
    uint32_t largest = n_undated;
    uint32_t most = 0;
    uint32_t from = n_undated;
    for (uint32_t pass = 0; pass < 2; pass++, from = n_undated)
        for (uint32_t i = from + 1; i <= n; i++) {
            if (i < n && !is_long_after(placed[i].published, placed[i - 1].published)) continue;
            if (pass == 1)
                add_negotiation(maker, placed + from, i - from, placed,
                                from == largest ? n_undated : 0);
            else if (i - from > most)
                largest = from;
            if (i - from > most) most = i - from;
            from = i;
        }
}

static int by_size(const void *x, const void *y)
{
    const PlNegotiation *a = x;
    const PlNegotiation *b = y;
    if (a->reports.n != b->reports.n) return a->reports.n > b->reports.n ? -1 : 1;
    return pl_slice_compare(a->id, b->id);
}

static void make_negotiations(Maker *maker, const int32_t *pair_of)
{
    PlArena *arena = maker->search->arena;
    const PlRecord *record = maker->search->record;
    Placed *placed = pl_arena_array(arena, Placed, record->n_reports + 1);
    uint32_t n = 0;
    for (uint32_t r = 0; r < record->n_reports; r++)
        if (pair_of[r] >= 0)
            placed[n++] = (Placed){root_of(maker->pairs, pair_of[r]),
                                   record->reports[r].article.metadata.published, (int32_t)r};
    qsort(placed, n, sizeof *placed, by_pair_and_date);
    for (uint32_t from = 0, i = 1; i <= n; i++) {
        if (i < n && placed[i].pair == placed[from].pair) continue;
        split_by_silence(maker, placed + from, i - from);
        from = i;
    }
    if (maker->found->negotiations.n)
        qsort(maker->found->negotiations.items, maker->found->negotiations.n,
              sizeof *maker->found->negotiations.items, by_size);
}

static const uint32_t *index_votes(PlArena *arena, const Votes *votes, uint32_t n_reports)
{
    uint32_t *first = pl_arena_array(arena, uint32_t, (size_t)n_reports + 2);
    for (uint32_t v = 0; v < votes->n; v++)
        first[votes->items[v].report + 1]++;
    for (uint32_t r = 0; r < n_reports; r++)
        first[r + 1] += first[r];
    return first;
}

void pl_negotiations_find(PlArena *arena, const PlRecord *record, PlNegotiations *found)
{
    *found = (PlNegotiations){0};
    uint32_t n_actors = record->actors.actors.n;
    Search search = {
        .arena = arena, .record = record, .side_of = pl_actor_sides_find(arena, &record->actors)};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        vote_by_facts(&search, r);
        vote_by_events(&search, r);
    }
    add_up(&search.votes);
    Pairs pairs = list_pairs(arena, &search.votes);
    int32_t *pair_of = choose_pairs(arena, record, &search.votes, &pairs);
    join_pairs(arena, &search.votes, pair_of, &pairs);
    follow_stories(arena, record, &pairs, pair_of);
    Maker maker = {.search = &search,
                   .pairs = &pairs,
                   .first_vote = index_votes(arena, &search.votes, record->n_reports),
                   .seating.seat_of = pl_arena_array(arena, int32_t, n_actors + 1),
                   .seating.last_report = pl_arena_array(arena, int32_t, n_actors + 1),
                   .found = found};
    for (uint32_t a = 0; a < n_actors; a++)
        maker.seating.seat_of[a] = -1;
    make_negotiations(&maker, pair_of);
}

/* ---- choosing one ---- */

PlSlice pl_negotiation_title(PlArena *arena, const PlRecord *record,
                             const PlNegotiation *negotiation)
{
    PlSlice title = {0};
    uint32_t n = negotiation->parties.n;
    for (uint32_t i = 0; i < n; i++) {
        const char *join = i == 0 ? "" : i + 1 == n ? " and " : ", ";
        PlSlice name = record->actors.actors.items[negotiation->parties.items[i]].name;
        title = pl_arena_format(arena, "%.*s%s%.*s", PL_PRI(title), join, PL_PRI(name));
    }
    return title;
}

static bool all_stand_in(PlArena *arena, PlSlice words, PlSlice title)
{
    title = pl_utf8_fold(arena, title);
    PlSlice rest = pl_utf8_fold(arena, words);
    PlSlice word;
    bool any = false;
    while (pl_slice_next(&rest, ' ', &word)) {
        if (word.len == 0) continue;
        if (pl_slice_find(title, word) < 0) return false;
        any = true;
    }
    return any;
}

static bool starts_with(PlSlice text, PlSlice start)
{
    return start.len && text.len >= start.len &&
           pl_slice_equal((PlSlice){text.ptr, start.len}, start);
}

int32_t pl_negotiations_choose(PlArena *arena, const PlRecord *record, const PlNegotiations *found,
                               PlSlice words)
{
    for (uint32_t i = 0; i < found->negotiations.n; i++)
        if (pl_slice_equal(found->negotiations.items[i].id, words)) return (int32_t)i;
    for (uint32_t i = 0; i < found->negotiations.n; i++)
        if (starts_with(found->negotiations.items[i].id, words)) return (int32_t)i;
    for (uint32_t i = 0; i < found->negotiations.n; i++) {
        PlSlice title = pl_negotiation_title(arena, record, &found->negotiations.items[i]);
        if (all_stand_in(arena, words, title)) return (int32_t)i;
    }
    return -1;
}
