#include "talks/hosts.h"

#include "talks/delegates.h"
#include "talks/past_talks.h"
#include "talks/sides.h"

enum {
    LED_REACH = 8,    /* tokens from a cue to the word that goes with it */
    SHARED_ROWS = 256 /* rows that are looked through */
};

static PlSlice word_at(const PlReading *reading, uint32_t tok)
{
    return reading->tokens->lower[tok];
}

void pl_hosts_find(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    PlSlice lemma = reading->syntax->lemma[tok];
    if (!pl_word_in(lemma, "host|open|convene|chair|mediate|broker|facilitate")) return;
    if (!pl_delegates_talks_near(reading, tok) || pl_is_past_talk(reading, tok)) return;
    if (pl_reading_is_negated(reading, tok) || reading->syntax->xpos[tok] == PL_XPOS_VBN) return;
    bool reason =
        tok > 0 && reading->syntax->xpos[tok] == PL_XPOS_VBG &&
        pl_word_in(word_at(reading, tok - 1), "for|by|without|of"); /* "praise for opening" */
    if (reason) return;
    uint32_t first = 0;
    int32_t person = pl_delegates_subject(reading, tok, &first);
    if (!pl_delegates_is_named(reading, person))
        person = pl_delegates_before(reading, tok, LED_REACH, &first);
    /* "took the initiative to host": up to the verb that governs the noun. */
    bool relative = reading->syntax->deprel[tok] == PL_DEPREL_acl_relcl;
    int32_t head = relative ? -1 : reading->syntax->head_tok[tok];
    for (int k = 0; k < 3 && head >= 0 && !pl_delegates_is_named(reading, person); k++) {
        if (pl_reading_is_verb(reading, (uint32_t)head))
            person = pl_delegates_subject(reading, (uint32_t)head, &first);
        if (reading->syntax->deprel[head] == PL_DEPREL_acl_relcl) break;
        head = reading->syntax->head_tok[head];
    }
    if (!pl_delegates_is_named(reading, person)) return;
    int32_t party = pl_delegates_side_of(reading, person);
    bool mediates = pl_word_in(lemma, "mediate|broker|facilitate");
    if (!mediates && pl_word_in(lemma, "open|chair") && pl_delegates_is_at_table(talks, party)) {
        bool host = false;
        for (uint32_t i = 0; i < talks->facts.n && i < 256; i++)
            host |= talks->facts.items[i].attribute == PL_TALKS_HOST &&
                    talks->facts.items[i].entity == party;
        if (!host) return;
    }
    pl_delegates_add(reading, talks, party, person,
                     mediates ? PL_DELEGATION_MEDIATOR : PL_DELEGATION_HOST, (PlSlice){0},
                     (PlToks){first, tok + 1});
}

static bool is_known_row(const PlTalks *talks, int32_t party, int32_t person, PlDelegationRole role)
{
    for (uint32_t k = 0; k < talks->delegations.n && k < SHARED_ROWS; k++) {
        const PlDelegation *row = &talks->delegations.items[k];
        if (row->party == party && row->person == person && row->role == role) return true;
    }
    return false;
}

void pl_hosts_add_bodies(const PlReading *reading, PlTalks *talks)
{
    for (uint32_t i = 0; i < talks->facts.n; i++) {
        PlTalksFact fact = talks->facts.items[i];
        bool host = fact.attribute == PL_TALKS_HOST;
        if ((!host && fact.attribute != PL_TALKS_MEDIATOR) || fact.entity < 0) continue;
        bool person = pl_delegates_is_person(reading, fact.entity);
        bool in_person = false; /* somebody of that side hosts already */
        for (uint32_t k = 0; k < talks->delegations.n && k < 256 && host; k++)
            in_person |= talks->delegations.items[k].role == PL_DELEGATION_HOST &&
                         talks->delegations.items[k].party == fact.entity;
        if (in_person) continue;
        int32_t party = person ? pl_delegates_side_of(reading, fact.entity) : fact.entity;
        PlDelegationRole role = host ? PL_DELEGATION_HOST : PL_DELEGATION_MEDIATOR;
        if (is_known_row(talks, party, person ? fact.entity : -1, role)) continue;
        *pl_vec_push(reading->arena, &talks->delegations) = (PlDelegation){
            .party = party, .person = person ? fact.entity : -1, .role = role, .span = fact.span};
    }
}

static uint32_t n_facts(const PlTalks *talks, PlTalksAttribute attribute, int32_t entity)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < talks->facts.n; i++)
        n += talks->facts.items[i].attribute == attribute && talks->facts.items[i].entity == entity;
    return n;
}

void pl_hosts_drop_partial(const PlReading *reading, PlTalks *talks)
{
    uint32_t n_kept = 0;
    for (uint32_t i = 0; i < talks->delegations.n; i++) {
        PlDelegation row = talks->delegations.items[i];
        bool partial = false;
        if (row.role == PL_DELEGATION_MEDIATOR && row.party >= 0) {
            uint32_t as_party = n_facts(talks, PL_TALKS_PARTY, row.party);
            partial = as_party > n_facts(talks, PL_TALKS_MEDIATOR, row.party) &&
                      as_party > n_facts(talks, PL_TALKS_HOST, row.party);
        }
        if (!partial) talks->delegations.items[n_kept++] = row;
    }
    talks->delegations.n = n_kept;
    n_kept = 0;
    for (uint32_t i = 0; i < talks->facts.n; i++) {
        PlTalksFact fact = talks->facts.items[i];
        int32_t party = fact.attribute == PL_TALKS_MEDIATOR && fact.entity >= 0
                            ? pl_side_of_entity(reading, fact.entity)
                            : -1;
        bool partial = party >= 0 && n_facts(talks, PL_TALKS_PARTY, party) >
                                         n_facts(talks, PL_TALKS_MEDIATOR, fact.entity);
        if (!partial) talks->facts.items[n_kept++] = fact;
    }
    talks->facts.n = n_kept;
}
