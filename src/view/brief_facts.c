/* The talks themselves: who sits at the table, where, when, with whose help. */
#include <stdlib.h>

#include "view/briefing.h"

enum { MOST_PARTIES = 4, MOST_VALUES = 4 };

/* An actor with the places that name it. */
typedef struct Candidate {
    int32_t actor;
    uint32_t n_publishers;
    PlEvidence evidence;
} Candidate;

static int compare_candidates(const void *x, const void *y)
{
    const Candidate *a = x;
    const Candidate *b = y;
    int order = (b->n_publishers > a->n_publishers) - (b->n_publishers < a->n_publishers);
    if (!order) order = (b->evidence.n > a->evidence.n) - (b->evidence.n < a->evidence.n);
    return order ? order : (a->actor > b->actor) - (a->actor < b->actor);
}

static void add_parties_from_facts(PlBriefing *briefing, Candidate *of_actor)
{
    const PlRecord *record = briefing->record;
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->facts.n; i++) {
            const PlTalksFact *fact = &talks->facts.items[i];
            if (fact->attribute != PL_TALKS_PARTY) continue;
            int32_t actor =
                pl_briefing_side(briefing, pl_naming_actor(record, (int32_t)r, fact->entity));
            if (actor < 0) continue;
            pl_evidence_add(briefing->arena, &of_actor[actor].evidence, (int32_t)r, fact->span);
        }
    }
}

static void add_parties_from_positions(PlBriefing *briefing, Candidate *of_actor)
{
    const PlRecord *record = briefing->record;
    for (uint32_t i = 0; i < record->position_evidence.n; i++) {
        const PlRecordPositionEvidence *said = &record->position_evidence.items[i];
        int32_t party = pl_briefing_side(briefing, record->positions.items[said->position].party);
        pl_evidence_add(briefing->arena, &of_actor[party].evidence, said->report, said->span);
    }
}

/* Those that at least half as many publishers name as name the first. */
static void take_parties(PlBriefing *briefing, Candidate *of_actor, uint32_t most)
{
    uint32_t n_actors = briefing->record->actors.actors.n;
    PlBrief *brief = briefing->brief;
    for (uint32_t a = 0; a < n_actors; a++) {
        Candidate *candidate = &of_actor[a];
        candidate->actor = (int32_t)a;
        pl_evidence_sort(&candidate->evidence);
        candidate->n_publishers =
            pl_evidence_n_publishers(briefing->arena, briefing->record, &candidate->evidence);
    }
    qsort(of_actor, n_actors, sizeof *of_actor, compare_candidates);
    for (uint32_t i = 0; i < n_actors && brief->parties.n < most; i++) {
        const Candidate *candidate = &of_actor[i];
        if (candidate->n_publishers == 0) break;
        if (candidate->n_publishers * 2 < of_actor[0].n_publishers) break;
        if (pl_briefing_party(briefing, candidate->actor) < 0)
            *pl_vec_push(briefing->arena, &brief->parties) = candidate->actor;
    }
}

void pl_briefing_find_parties(PlBriefing *briefing)
{
    uint32_t n_actors = briefing->record->actors.actors.n;
    if (n_actors == 0) return;
    Candidate *of_actor = pl_arena_array(briefing->arena, Candidate, n_actors);
    add_parties_from_facts(briefing, of_actor);
    take_parties(briefing, of_actor, MOST_PARTIES);
    if (briefing->brief->parties.n >= 2) return;
    /* Reports that never say who talks still say who wants what. */
    of_actor = pl_arena_array(briefing->arena, Candidate, n_actors);
    add_parties_from_positions(briefing, of_actor);
    take_parties(briefing, of_actor, 2);
}

typedef struct FactKind {
    PlTalksAttribute attribute;
    const char *label;
    const char *key;
    bool main_only; /* a value that one publisher has and three times as many have not is left out:
                       reports name many places, and most of them in passing */
} FactKind;

static const FactKind fact_kinds[] = {
    {PL_TALKS_PLACE, "Where", "place", true},
    {PL_TALKS_VENUE, "Venue", "venue", true},
    {PL_TALKS_DATE, "When", "date", false},
    {PL_TALKS_HOST, "Host", "host", true},
    {PL_TALKS_MEDIATOR, "Mediators", "mediator", true},
    {PL_TALKS_PROPOSER, "Proposed by", "proposer", false},
    {PL_TALKS_SINCE, "Last such talks", "since", false},
};

enum { N_FACT_KINDS = sizeof fact_kinds / sizeof *fact_kinds };

static void add_facts(PlBriefing *briefing, PlBriefLines *lines)
{
    const PlRecord *record = briefing->record;
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->facts.n; i++) {
            const PlTalksFact *fact = &talks->facts.items[i];
            PlSlice text = pl_naming_entity(record, (int32_t)r, fact->entity);
            if (text.len == 0) text = fact->value;
            bool is_floating = fact->attribute == PL_TALKS_DATE && pl_slice_starts(text, "X");
            if (text.len == 0 || is_floating) continue; /* "a Sunday" dates nothing */
            for (uint32_t k = 0; k < N_FACT_KINDS; k++) {
                if (fact_kinds[k].attribute != fact->attribute) continue;
                PlBriefLine *line = pl_brief_lines_get(briefing->arena, &lines[k], text);
                pl_evidence_add(briefing->arena, &line->evidence, (int32_t)r, fact->span);
            }
        }
    }
}

/* Hosts and mediators are told of among the delegations too. */
static void add_third_parties(PlBriefing *briefing, PlBriefLines *lines)
{
    const PlRecord *record = briefing->record;
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->delegations.n; i++) {
            const PlDelegation *said = &talks->delegations.items[i];
            bool is_host = said->role == PL_DELEGATION_HOST;
            if (!is_host && said->role != PL_DELEGATION_MEDIATOR) continue;
            int32_t entity = said->person >= 0 ? said->person : said->party;
            PlSlice text = pl_naming_entity(record, (int32_t)r, entity);
            if (text.len == 0) continue;
            PlTalksAttribute attribute = is_host ? PL_TALKS_HOST : PL_TALKS_MEDIATOR;
            for (uint32_t k = 0; k < N_FACT_KINDS; k++) {
                if (fact_kinds[k].attribute != attribute) continue;
                PlBriefLine *line = pl_brief_lines_get(briefing->arena, &lines[k], text);
                pl_evidence_add(briefing->arena, &line->evidence, (int32_t)r, said->span);
            }
        }
    }
}

static bool is_state(const PlRecord *record, PlSlice name)
{
    for (uint32_t a = 0; a < record->actors.actors.n; a++) {
        const PlActor *actor = &record->actors.actors.items[a];
        if (actor->is_state && pl_slice_equal(actor->name, name)) return true;
    }
    return false;
}

/* A city says more than its country, when half as many publishers say it. */
static PlSlice choose_place(const PlRecord *record, const PlBriefLines *places)
{
    if (places->n == 0) return (PlSlice){0};
    for (uint32_t i = 0; i < places->n; i++) {
        const PlBriefLine *place = &places->items[i];
        bool is_near = place->n_publishers * 2 >= places->items[0].n_publishers;
        if (is_near && !is_state(record, place->text)) return place->text;
    }
    return places->items[0].text;
}

/* One day says more than a choice of days; later reports know better. */
static PlSlice choose_date(const PlBriefLines *dates)
{
    const PlBriefLine *best = NULL;
    for (uint32_t i = 0; i < dates->n; i++) {
        const PlBriefLine *date = &dates->items[i];
        bool is_range = pl_slice_find(date->text, PL_SLICE("/")) >= 0;
        bool best_is_range = best && pl_slice_find(best->text, PL_SLICE("/")) >= 0;
        if (!best || (best_is_range && !is_range)) best = date;
    }
    return best ? best->text : (PlSlice){0};
}

static void drop_in_passing(PlBriefLines *lines)
{
    uint32_t n = 0;
    while (n < lines->n && lines->items[n].n_publishers * 3 > lines->items[0].n_publishers)
        n++;
    lines->n = n;
}

void pl_briefing_find_facts(PlBriefing *briefing)
{
    PlBriefLines lines[N_FACT_KINDS] = {0};
    PlBrief *brief = briefing->brief;
    add_facts(briefing, lines);
    add_third_parties(briefing, lines);
    for (uint32_t k = 0; k < N_FACT_KINDS; k++) {
        pl_brief_lines_finish(briefing, &lines[k], MOST_VALUES);
        if (fact_kinds[k].main_only) drop_in_passing(&lines[k]);
        if (fact_kinds[k].attribute == PL_TALKS_PLACE)
            brief->place = choose_place(briefing->record, &lines[k]);
        if (fact_kinds[k].attribute == PL_TALKS_DATE) brief->date = choose_date(&lines[k]);
        if (lines[k].n)
            *pl_vec_push(briefing->arena, &brief->facts) =
                (PlBriefFact){fact_kinds[k].label, fact_kinds[k].key, lines[k]};
    }
}
