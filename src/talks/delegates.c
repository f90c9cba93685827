#include "talks/delegates.h"

#include "talks/past_talks.h"
#include "talks/sides.h"

enum { NAME_REACH = 14 /* tokens from a cue to the name */ };

const PlMention *pl_delegates_mention(const PlReading *reading, uint32_t tok)
{
    int32_t mention = reading->name_of_tok[tok];
    if (mention < 0) mention = reading->mentions->mention_of_tok[tok];
    return mention < 0 ? NULL : &reading->mentions->mentions.items[mention];
}

static const PlEntity *entity_of(const PlReading *reading, int32_t entity)
{
    return &reading->mentions->entities.items[entity];
}

bool pl_delegates_is_person(const PlReading *reading, int32_t entity)
{
    return entity >= 0 && entity_of(reading, entity)->type == PL_ENTITY_PER &&
           !entity_of(reading, entity)->is_group;
}

bool pl_delegates_is_named(const PlReading *reading, int32_t entity)
{
    return pl_delegates_is_person(reading, entity) && entity_of(reading, entity)->is_named;
}

void pl_delegates_add(const PlReading *reading, PlTalks *talks, int32_t party, int32_t person,
                      PlDelegationRole role, PlSlice level, PlToks words)
{
    *pl_vec_push(reading->arena, &talks->delegations) =
        (PlDelegation){.party = party,
                       .person = person,
                       .role = role,
                       .level = level,
                       .span = pl_reading_span(reading, words)};
}

int32_t pl_delegates_side_of(const PlReading *reading, int32_t person)
{
    int32_t party = pl_side_of_entity(reading, person);
    /* who has left office speaks for nobody but may be sent all the same */
    if (party < 0 && pl_delegates_is_named(reading, person))
        party = pl_mentions_party_of(reading->mentions, person);
    return party == person ? -1 : party;
}

int32_t pl_delegates_after(const PlReading *reading, uint32_t cue, uint32_t first, uint32_t *end)
{
    PlToks sent = pl_reading_sent(reading, cue);
    bool comma = false;
    for (uint32_t i = first; i < sent.end && i < first + NAME_REACH; i++) {
        const PlMention *mention = pl_delegates_mention(reading, i);
        /* "led by her aide", "led by one of Ruiz's aides": not the one whose aide it is */
        bool owner = mention && (reading->syntax->deprel[i] == PL_DEPREL_nmod_poss ||
                                 (mention->end_tok < sent.end &&
                                  pl_word_in(reading->tokens->lower[mention->end_tok], "'s|’s")));
        if (mention && mention->entity >= 0 && !owner &&
            pl_delegates_is_named(reading, mention->entity)) {
            *end = mention->end_tok;
            return mention->entity;
        }
        bool quoted = reading->tokens->flags[i] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE);
        if (pl_slice_is(reading->tokens->form[i], ",") && !comma) {
            comma = true;
            continue;
        }
        if (quoted || pl_reading_is_boundary(reading, i) || pl_reading_is_verb(reading, i))
            return -1;
        /* A person without a name closes the search: "led by a general". */
    }
    return -1;
}

int32_t pl_delegates_before(const PlReading *reading, uint32_t tok, uint32_t reach, uint32_t *first)
{
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 1; k <= reach && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        const PlMention *mention = pl_delegates_mention(reading, i);
        if (mention && mention->entity >= 0 && pl_delegates_is_named(reading, mention->entity)) {
            *first = mention->first_tok;
            return mention->entity;
        }
        if (pl_slice_is(reading->tokens->form[i], ",") || reading->syntax->upos[i] == PL_UPOS_ADP ||
            reading->syntax->upos[i] == PL_UPOS_DET || reading->syntax->upos[i] == PL_UPOS_AUX ||
            reading->syntax->upos[i] == PL_UPOS_ADV || pl_word_in(reading->tokens->lower[i], "who"))
            continue;
        if (pl_reading_is_boundary(reading, i) || pl_reading_is_verb(reading, i)) return -1;
    }
    return -1;
}

int32_t pl_delegates_subject(const PlReading *reading, uint32_t tok, uint32_t *first)
{
    int32_t subject = pl_reading_subject(reading, tok);
    if (subject < 0 || (uint32_t)subject >= tok) return -1;
    int32_t entity = pl_side_entity_at(reading, (uint32_t)subject);
    *first = (uint32_t)subject;
    return pl_delegates_is_person(reading, entity) ? entity : -1;
}

bool pl_delegates_talks_near(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t i = tok; i < sent.end && i < tok + NAME_REACH; i++)
        if (pl_is_talk_noun(reading, i)) return true;
    return false;
}

bool pl_delegates_is_party(const PlTalks *talks, int32_t party)
{
    for (uint32_t i = 0; i < talks->facts.n && i < 256; i++)
        if (talks->facts.items[i].attribute == PL_TALKS_PARTY &&
            talks->facts.items[i].entity == party)
            return true;
    return false;
}

bool pl_delegates_is_place(const PlTalks *talks, int32_t entity)
{
    for (uint32_t i = 0; i < talks->facts.n && i < 256; i++) {
        const PlTalksFact *fact = &talks->facts.items[i];
        if (fact->entity != entity) continue;
        if (fact->attribute == PL_TALKS_PLACE || fact->attribute == PL_TALKS_HOST) return true;
    }
    return false;
}

bool pl_delegates_is_at_table(const PlTalks *talks, int32_t party)
{
    for (uint32_t i = 0; i < talks->facts.n && i < 256; i++) {
        const PlTalksFact *fact = &talks->facts.items[i];
        if (fact->attribute == PL_TALKS_PARTY && fact->entity == party) return true;
        if (fact->attribute == PL_TALKS_HOST && fact->entity == party) return true;
    }
    for (uint32_t i = 0; i < talks->delegations.n && i < 256; i++) {
        PlDelegationRole role = talks->delegations.items[i].role;
        bool sends = role == PL_DELEGATION_HEAD || role == PL_DELEGATION_ABSENT ||
                     role == PL_DELEGATION_MEMBER || role == PL_DELEGATION_BODY;
        if (sends && talks->delegations.items[i].party == party) return true;
    }
    return false;
}
