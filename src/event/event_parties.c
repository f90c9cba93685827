#include "event/event_parties.h"

enum { MAX_PAIRS = 16, VOTES_OF_TALKS = 2, LEAST_VOTES = 3 };

/* Who stands for whom in the report. */
typedef struct Parties {
    const PlEventText *text;
    int32_t *party_of;    /* [n_entities] the entity that stands for its side in talks, -1 = none */
    uint32_t *n_mentions; /* [n_entities] of a party and all who stand for it */
} Parties;

/* Two parties that the report tells to deal with each other, and how often. */
typedef struct Pair {
    int32_t parties[2];
    uint32_t n_votes;
} Pair;

static void find_parties(const PlEventText *text, Parties *parties)
{
    const PlMentions *mentions = text->mentions;
    uint32_t n = mentions->entities.n;
    parties->text = text;
    parties->party_of = pl_mentions_parties(text->arena, mentions);
    parties->n_mentions = pl_arena_array(text->arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++)
        parties->n_mentions[i] = 0;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        int32_t entity = mentions->mentions.items[i].entity;
        if (entity >= 0 && parties->party_of[entity] >= 0)
            parties->n_mentions[parties->party_of[entity]]++;
    }
}

/* The parties among the actors; more than `most` are as good as none. */
static uint32_t parties_of(const Parties *known, const PlEventActors *actors, uint32_t most,
                           int32_t *parties)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < actors->n; i++) {
        int32_t entity = actors->entities[i];
        /* A city where they meet is no party. */
        bool is_place = pl_event_is_mere_place(known->text->mentions, entity);
        int32_t party = entity < 0 || is_place ? -1 : known->party_of[entity];
        bool is_known = party < 0;
        for (uint32_t k = 0; k < n; k++)
            is_known |= parties[k] == party;
        if (is_known) continue;
        if (n == most) return 0;
        parties[n++] = party;
    }
    return n;
}

static void vote(Pair *pairs, uint32_t *n_pairs, const int32_t *parties, uint32_t n_votes)
{
    int32_t low = parties[0] < parties[1] ? parties[0] : parties[1];
    int32_t high = parties[0] < parties[1] ? parties[1] : parties[0];
    uint32_t at = 0;
    while (at < *n_pairs && (pairs[at].parties[0] != low || pairs[at].parties[1] != high))
        at++;
    if (at == MAX_PAIRS) return;
    if (at == *n_pairs) pairs[(*n_pairs)++] = (Pair){{low, high}, 0};
    pairs[at].n_votes += n_votes;
}

/* The two parties of an event: both sources of a meeting, or a source and a target. */
static bool two_parties(const Parties *known, const PlEventSides *sides, int32_t *parties)
{
    if (sides->frame->form == PL_FORM_MUTUAL)
        return parties_of(known, &sides->sources, 2, parties) == 2;
    return parties_of(known, &sides->sources, 1, parties) == 1 &&
           parties_of(known, &sides->targets, 1, parties + 1) == 1 && parties[0] != parties[1];
}

/* The two whom the report is about: between whom most of its events are, talks above all, and whom
 * it speaks of most; false: there are none. */
static bool find_pair(const Parties *known, const PlEventSidesList *sides, Pair *best)
{
    Pair pairs[MAX_PAIRS];
    uint32_t n_pairs = 0;
    for (uint32_t i = 0; i < sides->n; i++) {
        int32_t parties[2];
        if (!two_parties(known, &sides->items[i], parties)) continue;
        PlSlice cameo = known->text->model->frames->codes[sides->items[i].frame->code].cameo;
        vote(pairs, &n_pairs, parties, pl_slice_is(cameo, "046") ? VOTES_OF_TALKS : 1);
    }
    *best = (Pair){0};
    for (uint32_t i = 0; i < n_pairs; i++) {
        uint32_t first = known->n_mentions[pairs[i].parties[0]];
        uint32_t second = known->n_mentions[pairs[i].parties[1]];
        pairs[i].n_votes *= first < second ? first : second;
        if (pairs[i].n_votes > best->n_votes) *best = pairs[i];
    }
    return best->n_votes >= LEAST_VOTES;
}

/* Places and phrases are no parties. */
static bool names_party(const PlMentions *mentions, const PlEventActors *actors)
{
    for (uint32_t i = 0; i < actors->n; i++)
        if (actors->entities[i] >= 0 && !pl_event_is_mere_place(mentions, actors->entities[i]))
            return true;
    return false;
}

/* "Kyiv demands a ceasefire" of whom it negotiates with; who hosts talks hosts both. */
static void add_other_party(const Parties *known, const Pair *pair, PlEventSides *sides)
{
    const PlMentions *mentions = known->text->mentions;
    if (!sides->frame->takes_party || names_party(mentions, &sides->targets)) return;
    int32_t party = -1;
    if (parties_of(known, &sides->sources, 1, &party) != 1) return;
    bool is_host = sides->frame->form == PL_FORM_HOST;
    bool is_one = pair->parties[0] == party || pair->parties[1] == party;
    if (!is_one && !is_host) return;
    PlEventActors *side = sides->frame->form == PL_FORM_MUTUAL ? &sides->sources : &sides->targets;
    if (side == &sides->targets) side->n = 0;
    for (uint32_t i = 0; i < 2; i++)
        if (pair->parties[i] != party) pl_event_actors_add(side, pair->parties[i], -1);
}

/* "the talks" are between the two, unless they are said to be another's. */
static bool fill_open(const Parties *known, const Pair *pair, PlEventSides *sides)
{
    int32_t party = -1;
    uint32_t n = parties_of(known, &sides->sources, 1, &party);
    if (n == 1 && party != pair->parties[0] && party != pair->parties[1]) return false;
    if (n == 0) sides->sources.n = 0;
    for (uint32_t i = 0; i < 2; i++)
        if (n == 0 || pair->parties[i] != party)
            pl_event_actors_add(&sides->sources, pair->parties[i], -1);
    return true;
}

void pl_event_settle_parties(const PlEventText *text, PlEvents *events, PlEventSidesList *sides)
{
    Parties known;
    Pair pair;
    find_parties(text, &known);
    bool has_pair = find_pair(&known, sides, &pair);
    uint32_t n = 0;
    for (uint32_t i = 0; i < sides->n; i++) {
        PlEventSides *of = &sides->items[i];
        if (of->is_open && (!has_pair || !fill_open(&known, &pair, of))) continue;
        if (has_pair) add_other_party(&known, &pair, of);
        events->events.items[n] = events->events.items[i];
        sides->items[n++] = *of;
    }
    events->events.n = sides->n = n;
}
