#include "talks/mandates.h"

#include "talks/content.h"
#include "talks/sides.h"

enum {
    BEFORE_REACH = 4, /* tokens of adjectives and denials before the noun */
    TO_REACH = 6,     /* tokens from "mandate" to "to": "from the cabinet" */
    SIDE_REACH = 24   /* tokens back to the side named last */
};

static int32_t side_before(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 1; k <= SIDE_REACH && tok >= sent.first + k; k++) {
        int32_t mention = reading->name_of_tok[tok - k];
        if (mention < 0) continue;
        int32_t party =
            pl_side_of_entity(reading, reading->mentions->mentions.items[mention].entity);
        if (party >= 0) return party;
    }
    return -1;
}

/* Who has it: the subject of the verb that the noun hangs from, its owner, else who is named. */
static int32_t party_of(const PlReading *reading, uint32_t tok)
{
    int32_t verb = reading->syntax->head_tok[tok];
    bool object = reading->syntax->deprel[tok] == PL_DEPREL_obj && verb >= 0;
    PlSides sides = {.n = 0};
    if (object) sides = pl_sides_of_verb(reading, (uint32_t)verb);
    if (sides.n == 0) sides = pl_sides_of_owner(reading, tok);
    return sides.n ? sides.party[0] : side_before(reading, tok);
}

static void push(const PlReading *reading, PlTalks *talks, int32_t party, PlToks words)
{
    if (party < 0) return;
    words = pl_reading_trim(reading, words);
    PlSpan span = pl_reading_span(reading, words);
    if (pl_span_empty(span)) return;
    *pl_vec_push(reading->arena, &talks->facts) =
        (PlTalksFact){.attribute = PL_TALKS_MANDATE,
                      .entity = party,
                      .value = pl_slice_of(reading->tokens->text, span),
                      .span = span};
}

static bool is_denial(const PlReading *reading, uint32_t tok)
{
    return pl_word_in(reading->syntax->lemma[tok], "no|without|lack|little|any") ||
           pl_word_in(reading->tokens->lower[tok], "no|without|lacked|lacks|lacking|little");
}

/* "a direct mandate from the cabinet to settle", "lacked decision-making authority" */
static void at_noun(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    bool mandate = pl_word_in(reading->syntax->lemma[tok], "mandate");
    PlToks words = {tok, tok + 1};
    bool decides = mandate;
    bool denied = false;
    for (uint32_t k = 1; k <= BEFORE_REACH + 2 && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        uint8_t upos = reading->syntax->upos[i];
        denied = is_denial(reading, i);
        decides |= pl_word_in(reading->tokens->lower[i], "decision|negotiating|signing|full");
        if (upos != PL_UPOS_ADJ && upos != PL_UPOS_DET && upos != PL_UPOS_NOUN &&
            !pl_slice_is(reading->tokens->form[i], "-") && !denied &&
            !(i > sent.first && pl_slice_is(reading->tokens->form[i - 1], "-")))
            break;
        words.first = i;
        if (denied) break;
    }
    uint32_t to = tok + 1;
    while (to + 1 < sent.end && to <= tok + TO_REACH && !pl_reading_is(reading, to, "to") &&
           !pl_reading_is_boundary(reading, to))
        to++;
    bool deed = to + 1 < sent.end && to <= tok + TO_REACH && pl_reading_is(reading, to, "to");
    if (deed) {
        decides |= pl_word_in(reading->syntax->lemma[to + 1], "decide|negotiate|sign|commit|settle|"
                                                              "agree|make|conclude|speak|find");
        words.end = pl_content_after(reading, to, to + 1, false).end;
    }
    if (!decides || (!deed && !denied && mandate)) return;
    if (!deed && !denied) return;
    push(reading, talks, party_of(reading, tok), words);
}

/* "was not authorised to sign" */
static void at_participle(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (tok + 2 >= sent.end || !pl_reading_is(reading, tok + 1, "to")) return;
    if (!pl_word_in(reading->syntax->lemma[tok + 2], "decide|negotiate|sign|commit|settle|agree|"
                                                     "make|conclude|speak"))
        return;
    PlToks words = {tok, pl_content_after(reading, tok, tok + 2, false).end};
    if (tok > sent.first && pl_word_in(reading->tokens->lower[tok - 1], "not|n't|never"))
        words.first--;
    PlSides sides = pl_sides_of_verb(reading, tok);
    push(reading, talks, sides.n ? sides.party[0] : side_before(reading, tok), words);
}

void pl_mandates_find(const PlReading *reading, PlTalks *talks)
{
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++) {
        if (reading->tokens->flags[i] & PL_TOK_PUNCT) continue;
        if (pl_reading_is_noun(reading, i) &&
            pl_word_in(reading->syntax->lemma[i], "mandate|authority|power|powers"))
            at_noun(reading, talks, i);
        else if (pl_word_in(reading->syntax->lemma[i],
                            "authorise|authorize|empower|mandate|authorised|authorized") &&
                 reading->syntax->xpos[i] != PL_XPOS_VBD)
            at_participle(reading, talks, i);
    }
}
