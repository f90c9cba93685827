/* Whom each party sent: the parties first, then who else sent somebody. */
#include <stdlib.h>

#include "view/briefing.h"

enum { MOST_DELEGATIONS = 6, MOST_LEVELS = 5, MOST_PEOPLE = 6 };

typedef enum Part {
    PART_LEVEL,
    PART_HEAD,
    PART_MEMBER,
    PART_ENVOY,
    PART_ABSENT,
    PART_MANDATE,
    N_PARTS
} Part;

static const char *const part_labels[N_PARTS] = {"level",  "head",   "members",
                                                 "envoys", "absent", "mandate"};
static const char *const part_keys[N_PARTS] = {"level", "head",   "member",
                                               "envoy", "absent", "mandate"};

static Part part_of(PlDelegationRole role)
{
    switch (role) {
    case PL_DELEGATION_HEAD:
        return PART_HEAD;
    case PL_DELEGATION_MEMBER:
        return PART_MEMBER;
    case PL_DELEGATION_ENVOY:
        return PART_ENVOY;
    case PL_DELEGATION_ABSENT:
        return PART_ABSENT;
    default:
        return N_PARTS;
    }
}

/* What is said of one party's delegation. */
typedef struct Gathered {
    int32_t party;
    bool any;
    PlEvidence evidence;
    uint32_t n_publishers;
    PlBriefLines parts[N_PARTS];
} Gathered;

static void gather_person(PlBriefing *briefing, int32_t report, const PlDelegation *said,
                          PlSlice side, Gathered *party)
{
    Part part = part_of(said->role);
    PlSlice name = pl_naming_entity(briefing->record, report, said->person);
    if (part == N_PARTS || name.len == 0) return;
    PlBriefLine *line = pl_brief_lines_get(briefing->arena, &party->parts[part], name);
    if (line->note.len == 0)
        line->note = pl_briefing_office(
            briefing, pl_naming_actor(briefing->record, report, said->person), side);
    pl_evidence_add(briefing->arena, &line->evidence, report, said->span);
    party->any = true;
}

static void gather(PlBriefing *briefing, Gathered *of_actor)
{
    const PlRecord *record = briefing->record;
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->delegations.n; i++) {
            const PlDelegation *said = &talks->delegations.items[i];
            int32_t actor =
                pl_briefing_side(briefing, pl_naming_actor(record, (int32_t)r, said->party));
            if (actor < 0) continue;
            Gathered *party = &of_actor[actor];
            pl_evidence_add(briefing->arena, &party->evidence, (int32_t)r, said->span);
            gather_person(briefing, (int32_t)r, said, pl_naming_actor_name(record, actor), party);
            if (said->level.len == 0) continue;
            PlBriefLine *line =
                pl_brief_lines_get(briefing->arena, &party->parts[PART_LEVEL], said->level);
            pl_evidence_add(briefing->arena, &line->evidence, (int32_t)r, said->span);
            party->any = true;
        }
    }
}

/* What each delegation may decide, where one was sent at all. */
static void gather_mandates(PlBriefing *briefing, Gathered *of_actor)
{
    enum { MOST_BYTES = 90 };
    const PlRecord *record = briefing->record;
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->facts.n; i++) {
            const PlTalksFact *fact = &talks->facts.items[i];
            if (fact->attribute != PL_TALKS_MANDATE) continue;
            int32_t actor =
                pl_briefing_side(briefing, pl_naming_actor(record, (int32_t)r, fact->entity));
            if (actor < 0 || !of_actor[actor].any) continue;
            PlSlice words = pl_briefing_tidy(briefing->arena, fact->value, MOST_BYTES);
            PlBriefLine *line =
                pl_brief_lines_get(briefing->arena, &of_actor[actor].parts[PART_MANDATE], words);
            pl_evidence_add(briefing->arena, &line->evidence, (int32_t)r, fact->span);
        }
    }
}

typedef struct Order {
    int32_t place; /* among the parties; large for others */
    const Gathered *party;
} Order;

static int compare_order(const void *x, const void *y)
{
    const Order *a = x;
    const Order *b = y;
    int order = (a->place > b->place) - (a->place < b->place);
    if (!order)
        order = (b->party->n_publishers > a->party->n_publishers) -
                (b->party->n_publishers < a->party->n_publishers);
    return order ? order
                 : (a->party->party > b->party->party) - (a->party->party < b->party->party);
}

/* Who is the head is not listed as a member once more. */
static void drop_members(const PlBriefLines *heads, PlBriefLines *members)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < members->n; i++) {
        bool is_head = false;
        for (uint32_t h = 0; h < heads->n; h++)
            is_head |= pl_slice_equal(heads->items[h].text, members->items[i].text);
        if (!is_head) members->items[n++] = members->items[i];
    }
    members->n = n;
}

static void add_delegation(PlBriefing *briefing, const Gathered *party)
{
    PlBriefDelegation *delegation = pl_vec_push(briefing->arena, &briefing->brief->delegations);
    delegation->party = party->party;
    PlBriefLines parts[N_PARTS];
    for (uint32_t p = 0; p < N_PARTS; p++) {
        parts[p] = party->parts[p];
        pl_brief_lines_finish(briefing, &parts[p], p == PART_LEVEL ? MOST_LEVELS : MOST_PEOPLE);
    }
    drop_members(&parts[PART_HEAD], &parts[PART_MEMBER]);
    for (uint32_t p = 0; p < N_PARTS; p++)
        if (parts[p].n)
            *pl_vec_push(briefing->arena, &delegation->facts) =
                (PlBriefFact){part_labels[p], part_keys[p], parts[p]};
}

void pl_briefing_find_delegations(PlBriefing *briefing)
{
    uint32_t n_actors = briefing->record->actors.actors.n;
    if (n_actors == 0) return;
    Gathered *of_actor = pl_arena_array(briefing->arena, Gathered, n_actors);
    gather(briefing, of_actor);
    gather_mandates(briefing, of_actor);
    PL_VEC(Order) order = {0};
    for (uint32_t a = 0; a < n_actors; a++) {
        if (!of_actor[a].any) continue;
        of_actor[a].party = (int32_t)a;
        pl_evidence_sort(&of_actor[a].evidence);
        of_actor[a].n_publishers =
            pl_evidence_n_publishers(briefing->arena, briefing->record, &of_actor[a].evidence);
        int32_t place = pl_briefing_party(briefing, (int32_t)a);
        *pl_vec_push(briefing->arena, &order) =
            (Order){place < 0 ? INT32_MAX : place, &of_actor[a]};
    }
    if (order.n) qsort(order.items, order.n, sizeof *order.items, compare_order);
    for (uint32_t i = 0; i < order.n && i < MOST_DELEGATIONS; i++)
        add_delegation(briefing, order.items[i].party);
}
