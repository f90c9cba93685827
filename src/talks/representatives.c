#include "talks/representatives.h"

#include "talks/delegates.h"
#include "talks/past_talks.h"
#include "talks/sides.h"

enum {
    LED_REACH = 8,   /* tokens from a cue to the word that goes with it */
    NAME_REACH = 14, /* tokens from a cue to the name */
};

/* "X will represent the union at the talks" */
static void represents_side(const PlReading *reading, PlTalks *talks, uint32_t verb)
{
    PlToks sent = pl_reading_sent(reading, verb);
    bool at_talks = false;
    for (uint32_t i = sent.first; i < sent.end && i < verb + NAME_REACH; i++)
        at_talks |= pl_is_talk_noun(reading, i) || pl_reading_lemma_is(reading, i, "negotiate");
    int32_t object = pl_reading_child(reading, verb, PL_DEPREL_obj);
    bool purpose = verb > sent.first && pl_reading_is(reading, verb - 1, "to");
    if (!at_talks || purpose || object < (int32_t)verb || pl_reading_is_negated(reading, verb))
        return;
    uint32_t first = verb;
    int32_t person = pl_delegates_subject(reading, verb, &first);
    PlSides sides = pl_sides_at(reading, (uint32_t)object);
    if (!pl_delegates_is_named(reading, person) || sides.n == 0 || sides.party[0] == person) return;
    pl_delegates_add(reading, talks, sides.party[0], person, PL_DELEGATION_HEAD, (PlSlice){0},
                     (PlToks){first, (uint32_t)object + 1});
}

void pl_representatives_find(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    PlSlice lemma = reading->syntax->lemma[tok];
    bool represents = pl_slice_is(lemma, "represent");
    bool settles = pl_word_in(lemma, "negotiate|reach|broker|strike|hammer|conclude|lead");
    if ((!represents && !settles) || pl_is_past_talk(reading, tok)) return;
    uint32_t by = tok + 1;
    while (by < sent.end && by < tok + LED_REACH && !pl_reading_is(reading, by, "by"))
        by++;
    /* ", led in the talks by X," is easily taken for a past tense. */
    bool participle = reading->syntax->xpos[tok] == PL_XPOS_VBN ||
                      (tok > sent.first && pl_slice_is(reading->tokens->form[tok - 1], ","));
    bool passive = participle && by < sent.end && by < tok + LED_REACH;
    if (!passive && represents) represents_side(reading, talks, tok);
    if (!passive) return;
    int32_t subject = pl_reading_subject(reading, tok);
    if (subject < 0 || (uint32_t)subject > tok) return;
    uint32_t end = 0;
    int32_t person = pl_delegates_after(reading, by, by + 1, &end);
    if (person < 0) return;
    int32_t party = -1;
    if (settles && !pl_slice_is(lemma, "lead")) {
        PlLexiconHit accord = pl_lexicon_match(reading->model->accords, reading->tokens,
                                               reading->syntax, (uint32_t)subject);
        if (accord.row < 0) return;
        party = pl_delegates_side_of(reading, person);
        if (party < 0) return;
    } else {
        PlSides sides = pl_sides_at(reading, (uint32_t)subject);
        bool in_talks = false; /* "the party, led in the talks by X" */
        for (uint32_t i = tok; i < sent.end && i < tok + NAME_REACH; i++)
            in_talks |= pl_is_talk_noun(reading, i);
        if (sides.n == 0 || pl_delegates_is_person(reading, sides.party[0])) {
            if (!represents || sides.n == 0) return;
        }
        if (!represents && !in_talks) return;
        party = sides.party[0];
        if (party == person) return;
    }
    pl_delegates_add(reading, talks, party, person, PL_DELEGATION_HEAD, (PlSlice){0},
                     (PlToks){(uint32_t)subject, end});
}
