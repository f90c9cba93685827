#include "talks/delegate_titles.h"

#include "talks/delegates.h"
#include "talks/sides.h"

static PlSlice word_at(const PlReading *reading, uint32_t tok)
{
    return reading->tokens->lower[tok];
}

void pl_delegate_titles_find(const PlReading *reading, PlTalks *talks, uint32_t tok,
                             uint32_t n_toks, PlDelegationRole role)
{
    uint32_t end = tok + n_toks;
    PlToks sent = pl_reading_sent(reading, tok);
    bool former = tok > sent.first && pl_word_in(word_at(reading, tok - 1), "former|ex|then");
    if (former || pl_reading_is(reading, end - 1, "envoys")) return;
    uint32_t edge = end;
    int32_t person = -1;
    const PlMention *covering = pl_delegates_mention(reading, tok);
    if (covering && covering->entity >= 0 && pl_delegates_is_named(reading, covering->entity)) {
        person = covering->entity;
        edge = covering->end_tok;
    }
    if (person < 0 && end < sent.end) {
        uint32_t next = end;
        /* "chief negotiator for the union, X" */
        if (pl_word_in(word_at(reading, next), "for|of|from|in|at|on"))
            while (next < sent.end && next < end + 7 &&
                   !pl_slice_is(reading->tokens->form[next], ","))
                next++;
        if (next < sent.end && pl_slice_is(reading->tokens->form[next], ",")) next++;
        const PlMention *mention = NULL;
        for (uint32_t i = next; i < sent.end && i < next + 6 && person < 0; i++) {
            mention = pl_delegates_mention(reading, i);
            if (mention && mention->entity >= 0 &&
                pl_delegates_is_named(reading, mention->entity)) {
                person = mention->entity;
                edge = mention->end_tok;
            }
            if (reading->tokens->flags[i] & PL_TOK_PUNCT || pl_reading_is_verb(reading, i) ||
                reading->syntax->upos[i] == PL_UPOS_ADP || reading->syntax->upos[i] == PL_UPOS_AUX)
                break;
        }
    }
    uint32_t first = tok;
    if (person < 0) {
        /* "X, the union's chief negotiator," */
        uint32_t comma = tok;
        while (comma > sent.first && tok - comma < 6 &&
               !pl_slice_is(reading->tokens->form[comma], ","))
            comma--;
        if (comma > sent.first && pl_slice_is(reading->tokens->form[comma], ",")) {
            const PlMention *mention = pl_delegates_mention(reading, comma - 1);
            if (mention && mention->entity >= 0 &&
                pl_delegates_is_named(reading, mention->entity)) {
                person = mention->entity;
                first = mention->first_tok;
                edge = end;
            }
        }
    }
    if (person < 0) return;
    PlSides owner = pl_sides_of_owner(reading, tok);
    if (owner.n == 0)
        owner = pl_sides_of_owner(reading, end - 1); /* "the chief Velian negotiator" */
    int32_t party =
        owner.n && !pl_delegates_is_person(reading, owner.party[0]) ? owner.party[0] : -1;
    int32_t own = pl_delegates_side_of(reading, person);
    if (party < 0 || (role != PL_DELEGATION_HEAD && own >= 0)) party = own;
    pl_delegates_add(reading, talks, party, person, role, (PlSlice){0}, (PlToks){first, edge});
}

bool pl_delegate_titles_find_split(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    enum { INSIDE = 4 };
    PlToks sent = pl_reading_sent(reading, tok);
    if (!pl_reading_is(reading, tok, "negotiator")) return false;
    for (uint32_t k = 2; k <= INSIDE && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        uint8_t upos = reading->syntax->upos[i + 1];
        if (upos != PL_UPOS_PROPN && upos != PL_UPOS_ADJ && upos != PL_UPOS_NOUN &&
            !pl_slice_is(reading->tokens->form[i + 1], "-"))
            return false;
        if (!pl_word_in(word_at(reading, i), "chief|lead|top|head|main|principal|leading"))
            continue;
        pl_delegate_titles_find(reading, talks, i, k + 1, PL_DELEGATION_HEAD);
        return true;
    }
    return false;
}
