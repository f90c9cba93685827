#include "talks/envoys.h"

#include "talks/delegates.h"
#include "talks/past_talks.h"
#include "talks/sides.h"

enum {
    NAME_REACH = 14,   /* tokens from a cue to the name */
    SENDER_REACH = 16, /* tokens from "sent" to the list of who is */
    TRAVEL_REACH = 10, /* tokens from "arrive" to the place */
};

static PlSlice word_at(const PlReading *reading, uint32_t tok)
{
    return reading->tokens->lower[tok];
}

void pl_envoys_find_traveller(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    if (!pl_word_in(reading->syntax->lemma[tok],
                    "arrive|expect|travel|fly|head|land|due|join|visit"))
        return;
    if (pl_reading_is_negated(reading, tok) || pl_is_past_talk(reading, tok)) return;
    PlToks sent = pl_reading_sent(reading, tok);
    bool there = false;
    for (uint32_t i = tok + 1; i < sent.end && i <= tok + TRAVEL_REACH && !there; i++) {
        if (pl_slice_is(reading->tokens->form[i], ",") || pl_reading_is_boundary(reading, i)) break;
        const PlMention *mention = pl_delegates_mention(reading, i);
        there = mention && mention->type == PL_ENTITY_LOC &&
                pl_delegates_is_place(talks, mention->entity);
    }
    if (!there) return;
    uint32_t seen = 0;
    for (uint32_t k = 1; k <= NAME_REACH && tok >= sent.first + k; k++) {
        const PlMention *mention = pl_delegates_mention(reading, tok - k);
        if (pl_word_in(word_at(reading, tok - k), "but|while|that")) break;
        if (pl_reading_is_verb(reading, tok - k) &&
            !pl_word_in(reading->syntax->lemma[tok - k],
                        "plan|expect|schedule|be|hope|intend|agree|decide|set|prepare"))
            break;
        if (!mention || mention->entity < 0 || !pl_delegates_is_named(reading, mention->entity))
            continue;
        int32_t party = pl_delegates_side_of(reading, mention->entity);
        if (party < 0 || pl_delegates_is_at_table(talks, party)) continue;
        if (mention->end_tok != tok - k + 1 && seen) continue;
        seen++;
        pl_delegates_add(reading, talks, party, mention->entity, PL_DELEGATION_ENVOY, (PlSlice){0},
                         (PlToks){mention->first_tok, tok + 1});
        k += mention->end_tok - mention->first_tok - 1;
    }
}

void pl_envoys_find_sent(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    if (!pl_word_in(word_at(reading, tok), "dispatched|sent") ||
        reading->syntax->xpos[tok] != PL_XPOS_VBN)
        return;
    PlToks sent = pl_reading_sent(reading, tok);
    int32_t subject = pl_reading_subject(reading, tok);
    if (subject < 0 || (uint32_t)subject > tok ||
        !pl_word_in(reading->syntax->lemma[subject],
                    "diplomat|envoy|emissary|negotiator|official|aide|adviser|advisor"))
        return;
    uint32_t list = tok + 1;
    while (list < sent.end && list < tok + SENDER_REACH &&
           !pl_reading_is(reading, list, "including"))
        list++;
    if (list >= sent.end || list >= tok + SENDER_REACH) return;
    uint32_t end = 0;
    int32_t person = pl_delegates_after(reading, list, list + 1, &end);
    if (person < 0) return;
    PlSides sender = pl_sides_of_agent(reading, tok);
    int32_t party = pl_delegates_side_of(reading, person);
    if (party < 0 && sender.n && !pl_delegates_is_person(reading, sender.party[0]))
        party = sender.party[0];
    pl_delegates_add(reading, talks, party, person, PL_DELEGATION_ENVOY, (PlSlice){0},
                     (PlToks){(uint32_t)subject, end});
}
