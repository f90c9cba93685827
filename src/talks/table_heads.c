#include "talks/table_heads.h"

#include "talks/delegates.h"
#include "talks/past_talks.h"

enum {
    SENT_REACH = 60,  /* tokens of a sentence that are looked at */
    SHARED_ROWS = 256 /* rows that are looked through */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

/* An office from which one is sent to talks. */
static bool is_sent_from_office(const Search *search, int32_t person)
{
    enum { ROLES_SCANNED = 512 };
    const PlMentions *mentions = search->reading->mentions;
    for (uint32_t i = 0; i < mentions->roles.n && i < ROLES_SCANNED; i++) {
        const PlRole *role = &mentions->roles.items[i];
        if (role->entity != person || role->status != PL_ROLE_CURRENT) continue;
        PlSlice rest = role->title;
        PlSlice word;
        bool head_of_state = false;
        bool office = false;
        while (pl_slice_next(&rest, ' ', &word)) {
            head_of_state |= pl_word_in(word, "prime|president|king|premier|chancellor|spokesman|"
                                              "spokeswoman|spokesperson|deputy");
            office |= pl_word_in(word, "minister|secretary|representative|chief|negotiator|"
                                       "commissioner");
        }
        if (office && !head_of_state) return true;
    }
    return false;
}

/* The words of saying in `sent` stand at the talks: "told reporters in Oslo", where they are
 * held, or "speaking after the session". */
static bool is_said_at_talks(const Search *search, PlToks sent)
{
    const PlReading *reading = search->reading;
    enum { NEAR = 3 };
    for (uint32_t i = sent.first; i < sent.end && i < sent.first + SENT_REACH; i++) {
        bool speaking = pl_word_in(word_at(search, i), "speaking|arriving|emerging|leaving");
        for (uint32_t k = i + 1; speaking && k < sent.end && k <= i + NEAR + 2; k++)
            if (pl_is_talk_noun(reading, k)) return true;
        bool there = i + 1 < sent.end && pl_word_in(word_at(search, i), "in|from|at");
        const PlMention *mention = there ? pl_delegates_mention(search->reading, i + 1) : NULL;
        if (!mention || mention->type != PL_ENTITY_LOC ||
            !pl_delegates_is_place(search->talks, mention->entity))
            continue;
        for (uint32_t k = 1; k <= NEAR && i >= sent.first + k; k++)
            if (pl_word_in(reading->syntax->lemma[i - k],
                           "say|tell|reporter|statement|conference|speak|announce|declare"))
                return true;
    }
    return false;
}

static bool has_head(const Search *search, int32_t party)
{
    const PlTalks *talks = search->talks;
    for (uint32_t i = 0; i < talks->delegations.n && i < SHARED_ROWS; i++)
        if (talks->delegations.items[i].role == PL_DELEGATION_HEAD &&
            talks->delegations.items[i].party == party)
            return true;
    return false;
}

/* The first person in `sent` who is sent from an office, or -1. */
static int32_t officer_in(const Search *search, PlToks sent)
{
    for (uint32_t i = sent.first; i < sent.end && i < sent.first + SENT_REACH; i++) {
        int32_t name = search->reading->name_of_tok[i];
        if (name < 0) continue;
        int32_t person = search->reading->mentions->mentions.items[name].entity;
        if (pl_delegates_is_named(search->reading, person))
            return is_sent_from_office(search, person) ? person : -1;
    }
    return -1;
}

void pl_table_heads_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    for (uint32_t s = 0; s < reading->tokens->n_sents; s++) {
        PlToks sent = {reading->tokens->sent_first_tok[s], reading->tokens->sent_first_tok[s + 1]};
        int32_t person = officer_in(&search, sent);
        int32_t party = person < 0 ? -1 : pl_delegates_side_of(reading, person);
        if (party < 0 || !pl_delegates_is_party(talks, party) || has_head(&search, party)) continue;
        if (!is_said_at_talks(&search, sent)) continue;
        pl_delegates_add(reading, talks, party, person, PL_DELEGATION_HEAD, (PlSlice){0}, sent);
    }
}
