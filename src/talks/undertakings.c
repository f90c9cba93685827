#include "talks/undertakings.h"

#include "talks/position_rows.h"

enum {
    VERB_REACH = 10, /* tokens from the accord to its verb */
    SIDE_REACH = 12, /* tokens from there to the side that is bound */
    TO_REACH = 10,   /* tokens from the side to "to" or its modal */
    RECENT = 64      /* positions looked back at for one of the sentence before */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static bool is_binding(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 1; k <= 4 && tok >= sent.first + k; k++) {
        if (pl_word_in(reading->tokens->lower[tok - k],
                       "proposed|draft|possible|potential|any|no|future|prospective|suggested"))
            return false;
        if (reading->syntax->upos[tok - k] == PL_UPOS_DET) return true;
    }
    return true;
}

/* The deed and those coordinated with it. */
static void bind(Search *search, const PlSides *sides, uint32_t first, uint32_t deed)
{
    const PlReading *reading = search->reading;
    uint32_t head = deed;
    for (int32_t next = (int32_t)deed; next >= 0;
         next = pl_content_next_deed(reading, head, (uint32_t)next)) {
        PlToks toks = pl_content_after(reading, (uint32_t)next, (uint32_t)next, false);
        PlContent content = pl_content_read(reading, toks, false);
        pl_positions_add_content(
            reading, search->talks, sides, PL_STANCE_ACCEPTS, &content,
            (PlToks){next == (int32_t)deed ? first : (uint32_t)next, toks.end});
    }
}

/* The sides of the name at `tok` when it ends there. */
static PlSides sides_named(const PlReading *reading, uint32_t tok)
{
    PlSides sides = {.n = 0};
    int32_t mention = reading->mentions->mention_of_tok[tok];
    if (mention < 0) return sides;
    const PlMention *m = &reading->mentions->mentions.items[mention];
    if (m->end_tok == tok + 1) pl_sides_add(reading, &sides, m->entity);
    return sides;
}

/* "calls for Velia to close", "requires the company to rehire", "commits Velia to closing" */
static void at_accord_verb(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    uint32_t verb = noun + 1;
    /* "the accord calls for": easily taken for calls of an accord */
    bool plain = verb < sent.end &&
                 pl_word_in(reading->tokens->lower[verb], "calls|requires|obliges|commits|binds|"
                                                          "forces|compels");
    while (!plain && verb < sent.end && verb < noun + VERB_REACH &&
           !pl_reading_is_verb(reading, verb)) {
        if (pl_slice_is(reading->tokens->form[verb], ";")) return;
        verb++;
    }
    if (verb >= sent.end || pl_reading_is_passive(reading, verb) ||
        !pl_word_in(reading->syntax->lemma[verb], "call|require|oblige|obligate|commit|bind|force|"
                                                  "compel"))
        return;
    if (pl_reading_is_negated(reading, verb)) return;
    for (uint32_t i = verb + 1; i < sent.end && i < verb + SIDE_REACH; i++) {
        if (pl_reading_is_boundary(reading, i)) return;
        PlSides sides = sides_named(reading, i);
        if (sides.n == 0) continue;
        for (uint32_t to = i + 1; to + 1 < sent.end && to < i + TO_REACH; to++) {
            if (pl_reading_is_boundary(reading, to) || pl_reading_is_verb(reading, to)) return;
            if (!pl_reading_is(reading, to, "to")) continue;
            bind(search, &sides, noun, to + 1);
            return;
        }
        return;
    }
}

/* "under the accord, Velia will close ... and Norland would ...": each side with its modal. */
static void under_accord(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    bool under = false;
    for (uint32_t k = 1; k <= 5 && noun >= sent.first + k; k++)
        under |= pl_word_in(reading->tokens->lower[noun - k], "under");
    if (!under) return;
    for (uint32_t modal = noun + 2; modal + 1 < sent.end; modal++) {
        if (modal > noun + PL_READING_REACH) return;
        if (!pl_word_in(reading->tokens->lower[modal], "will|would|must|shall")) continue;
        if (pl_word_in(reading->tokens->lower[modal + 1], "not|n't|never")) continue;
        PlSides sides = sides_named(reading, modal - 1);
        if (sides.n == 0) continue;
        bind(search, &sides, modal - 1, modal + 1);
    }
}

/* "Velia agreed to close the camp. It will also free the crew": what follows an acceptance and is
 * told of the same side it has accepted too. */
static void at_continuation(Search *search, uint32_t modal)
{
    const PlReading *reading = search->reading;
    if (!pl_reading_is(reading, modal, "will")) return;
    PlToks sent = pl_reading_sent(reading, modal);
    if (sent.first == 0 || modal == sent.first || modal > sent.first + SIDE_REACH) return;
    if (modal + 1 >= sent.end || pl_word_in(reading->tokens->lower[modal + 1], "not|n't|never|be"))
        return;
    if (pl_reading_speaker(reading, modal) >= 0) return;
    int32_t entity = pl_side_entity_at(reading, modal - 1);
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, entity);
    if (sides.n == 0) return;
    uint32_t before = reading->tokens->sent[modal] - 1;
    const PlTalks *talks = search->talks;
    for (uint32_t k = 1; k <= RECENT && k <= talks->positions.n; k++) {
        const PlPosition *p = &talks->positions.items[talks->positions.n - k];
        if (p->stance != PL_STANCE_ACCEPTS || p->party != sides.party[0]) continue;
        if (p->span.start_byte < reading->tokens->sent_span[before].start_byte ||
            p->span.start_byte >= reading->tokens->sent_span[before].end_byte)
            continue;
        uint32_t deed = modal + 1;
        while (deed + 1 < sent.end && reading->syntax->upos[deed] == PL_UPOS_ADV)
            deed++;
        bind(search, &sides, modal - 1, deed);
        return;
    }
}

/* "Velia will be required to close" */
static void at_required(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    if (!pl_word_in(reading->tokens->lower[tok], "required|obliged|obligated|bound|committed"))
        return;
    if (tok + 2 >= sent.end || !pl_reading_is(reading, tok + 1, "to")) return;
    if (tok == sent.first || !pl_reading_lemma_is(reading, tok - 1, "be")) return;
    if (pl_reading_is_negated(reading, tok)) return;
    /* "is committed to arbitration" is no obligation */
    if (pl_reading_is(reading, tok, "committed") && reading->syntax->xpos[tok + 2] != PL_XPOS_VB)
        return;
    int32_t subject = pl_reading_subject(reading, tok);
    if (subject < 0 || (uint32_t)subject >= tok) return;
    PlSides sides = pl_sides_at(reading, (uint32_t)subject);
    bind(search, &sides, (uint32_t)subject, tok + 2);
}

void pl_undertakings_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++) {
        if (reading->tokens->flags[i] & PL_TOK_PUNCT) continue;
        at_required(&search, i);
        at_continuation(&search, i);
        PlLexiconHit hit =
            pl_lexicon_match(reading->model->accords, reading->tokens, reading->syntax, i);
        if (hit.row < 0) continue;
        uint32_t noun = i + hit.n_toks - 1;
        if (!pl_reading_is_noun(reading, noun) || !is_binding(reading, i)) continue;
        at_accord_verb(&search, noun);
        under_accord(&search, noun);
        i = noun;
    }
}
