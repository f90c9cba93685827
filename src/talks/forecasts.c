#include "talks/forecasts.h"

#include <stdlib.h>

#include "talks/effects.h"
#include "talks/past_talks.h"
#include "talks/sides.h"

enum {
    MODAL_REACH = 14, /* tokens from the subject to its modal */
    MOST_TOKS = 40,
    SEEN = 64 /* outlook rows that are looked through for the same words */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

static bool is_known(const Search *search, PlSpan span)
{
    const PlTalks *talks = search->talks;
    for (uint32_t k = 1; k <= SEEN && k <= talks->outlook.n; k++)
        if (pl_spans_overlap(talks->outlook.items[talks->outlook.n - k].span, span)) return true;
    return false;
}

static PlPolarity polarity_of(const Search *search, PlToks toks)
{
    int balance = pl_effects_balance(search->reading, toks);
    if (balance == 0) return PL_OUTLOOK_MIXED;
    return balance > 0 ? PL_OUTLOOK_OPTIMISTIC : PL_OUTLOOK_PESSIMISTIC;
}

/* The head of a subject that brings things about: a deal, talks, what lifts or imposes. */
static bool is_prospect(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    if (!pl_reading_is_noun(reading, tok)) return false;
    if (pl_lexicon_match(reading->model->accords, reading->tokens, reading->syntax, tok).row >= 0)
        return true;
    if (pl_talk_noun(reading, tok) >= PL_TALK_MEETING) return true;
    return pl_word_in(reading->syntax->lemma[tok], "lifting|easing|strike|walkout|concession|"
                                                   "proposal|offer|plan|withdrawal|"
                                                   "compromise|failure|breakdown|collapse");
}

static bool foretells(const Search *search, uint32_t tok)
{
    return pl_word_in(word_at(search, tok), "will|'ll|would|could|may|might");
}

/* "is bound to", "is likely to", "is set to" */
static bool is_bound(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    return pl_word_in(word_at(search, tok), "bound|likely|sure|certain|set|expected|poised") &&
           tok > 0 && pl_word_in(reading->syntax->lemma[tok - 1], "be|appear|seem|look");
}

/* Verbs by which one looks ahead. */
static bool is_foresight(PlSlice lemma)
{
    return pl_word_in(lemma, "predict|forecast|foresee|fear|worry|warn|expect|anticipate|dread");
}

static void push(Search *search, PlToks toks, PlPolarity polarity, int32_t holder)
{
    PlSpan span = pl_reading_span(search->reading, toks);
    if (pl_span_empty(span) || is_known(search, span)) return;
    *pl_vec_push(search->reading->arena, &search->talks->outlook) =
        (PlOutlook){.holder = holder, .polarity = polarity, .span = span};
}

static void at_prospect(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    /* it is a subject, or its phrase is: "the lifting of sanctions will" */
    uint8_t deprel = reading->syntax->deprel[noun];
    if (deprel != PL_DEPREL_nsubj && deprel != PL_DEPREL_nsubj_pass) return;
    uint32_t modal = noun + 1;
    while (modal < sent.end && modal <= noun + MODAL_REACH && !foretells(search, modal) &&
           !is_bound(search, modal)) {
        if (reading->syntax->upos[modal] == PL_UPOS_VERB &&
            reading->syntax->head_tok[noun] == (int32_t)modal)
            return; /* its verb comes first, without a modal */
        modal++;
    }
    if (modal >= sent.end || modal > noun + MODAL_REACH) return;
    int32_t verb = reading->syntax->head_tok[noun];
    if (foretells(search, modal) && reading->syntax->head_tok[modal] != verb) return;
    PlToks toks = {reading->left_tok[noun], modal + 1};
    if (noun - toks.first > 8) toks.first = noun;
    while (toks.end < sent.end && toks.end - toks.first < MOST_TOKS &&
           !(pl_reading_is_boundary(reading, toks.end) &&
             !pl_reading_is_list_comma(reading, toks.end)))
        toks.end++;
    /* "a meeting will be held": when and where is no outlook */
    for (uint32_t i = modal; i < toks.end && i < modal + 4; i++)
        if (pl_word_in(reading->syntax->lemma[i], "hold|start|begin|take|resume|open|convene|"
                                                  "continue|meet|attend|include|last"))
            return;
    while (toks.first < noun && reading->tokens->flags[toks.first] & PL_TOK_PUNCT)
        toks.first++;
    push(search, toks, polarity_of(search, (PlToks){modal + 1, toks.end}),
         pl_reading_speaker(reading, noun));
}

/* ---- what somebody foresees ---- */

/* The tokens of the clause around `tok`, over the commas of its lists, without who says it. */
static PlToks clause_around(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks toks = pl_reading_clause(reading, tok);
    PlToks sent = pl_reading_sent(reading, tok);
    while (toks.end < sent.end && toks.end - toks.first < MOST_TOKS &&
           pl_reading_is_list_comma(reading, toks.end)) {
        PlToks next = pl_reading_clause(reading, toks.end + 1);
        if (next.end <= toks.end) break;
        toks.end = next.end;
    }
    for (uint32_t i = toks.first; i < tok; i++) {
        bool says =
            pl_reading_is_verb(reading, i) &&
            (pl_lexicon_match(reading->model->speech, reading->tokens, reading->syntax, i).row >=
                 0 ||
             is_foresight(reading->syntax->lemma[i]));
        if (says || pl_reading_is(reading, i, "that")) toks.first = i + 1;
    }
    while (toks.first < tok && (reading->tokens->flags[toks.first] & PL_TOK_PUNCT ||
                                pl_word_in(word_at(search, toks.first), "that|and|but")))
        toks.first++;
    return toks;
}

/* The verb before `tok` in its sentence by which somebody looks ahead, -1 = none. */
static int32_t foresight_before(const Search *search, uint32_t tok)
{
    enum { REACH = 20 };
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 1; k <= REACH && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        if (pl_word_in(reading->tokens->form[i], ";|.")) return -1;
        if (pl_reading_is_verb(reading, i) && is_foresight(reading->syntax->lemma[i]) &&
            !pl_reading_is_negated(reading, i))
            return (int32_t)i;
    }
    return -1;
}

/* "going to", "likely to", or a modal at `tok`, that looks ahead. */
static bool looks_ahead(const Search *search, uint32_t tok)
{
    if (foretells(search, tok)) return true;
    bool to = tok + 1 < search->reading->tokens->n_tokens &&
              pl_reading_is(search->reading, tok + 1, "to");
    return to && pl_word_in(word_at(search, tok), "going|likely|bound|sure|certain|poised");
}

/* "would agree", "will continue to work", "that could be sold": what somebody means to do, and what
 * only describes a thing, is no forecast. */
static bool is_own_course(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    int32_t verb = reading->syntax->head_tok[tok];
    if (verb <= (int32_t)tok) return false;
    if (reading->syntax->deprel[verb] == PL_DEPREL_acl_relcl) return true;
    PlSlice lemma = reading->syntax->lemma[verb];
    return pl_stance_table_find(&reading->model->stances->verbs, lemma) >= 0 ||
           pl_word_in(lemma, "continue|vote|attend|resume|hold|meet|try|work|do|see|discuss");
}

/* "critics fear it will use the money to wreak havoc", "the deal will make us safer," she said:
 * what somebody says is to come, where it is good or bad. */
static void at_prediction(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    if (!looks_ahead(search, tok) || pl_reading_is_noun(reading, tok)) return;
    int32_t verb = foresight_before(search, tok);
    int32_t holder = pl_reading_speaker(reading, tok);
    if (verb >= 0) {
        int32_t subject = pl_reading_subject(reading, (uint32_t)verb);
        int32_t entity = subject < 0 ? -1 : pl_side_entity_at(reading, (uint32_t)subject);
        if (entity >= 0) holder = entity;
    }
    if (verb < 0 && holder < 0) return;
    if (is_own_course(search, tok)) return;
    PlToks toks = clause_around(search, tok);
    for (uint32_t i = toks.first; i < tok; i++)
        if (pl_word_in(word_at(search, i), "if|unless|until|whether|who|when|which|where|why|how"))
            return;
    bool denied = tok > toks.first && pl_word_in(word_at(search, tok - 1), "not|n't|never");
    int balance = pl_effects_balance(reading, (PlToks){tok - denied, toks.end});
    PlSlice lemma = verb < 0 ? (PlSlice){0} : reading->syntax->lemma[verb];
    bool bad = pl_word_in(lemma, "fear|worry|warn|dread");
    if (balance == 0 && !bad) return;
    push(search, toks, bad || balance < 0 ? PL_OUTLOOK_PESSIMISTIC : PL_OUTLOOK_OPTIMISTIC, holder);
}

/* "the accord cuts off every way to a bomb," they say: what a deal does already. */
static void at_working(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    int32_t verb = reading->syntax->head_tok[noun];
    if (reading->syntax->deprel[noun] != PL_DEPREL_nsubj || verb < (int32_t)noun) return;
    uint8_t xpos = reading->syntax->xpos[verb];
    int32_t holder = pl_reading_speaker(reading, (uint32_t)verb);
    if (holder < 0 || (xpos != PL_XPOS_VBZ && xpos != PL_XPOS_VBP)) return;
    if (pl_lexicon_match(reading->model->accords, reading->tokens, reading->syntax, noun).row < 0)
        return;
    PlToks toks = clause_around(search, (uint32_t)verb);
    for (uint32_t i = toks.first; i < (uint32_t)verb; i++)
        if (pl_word_in(word_at(search, i), "if|unless|until|whether|when|no|any")) return;
    int balance = pl_effects_balance(reading, (PlToks){(uint32_t)verb, toks.end});
    if (balance)
        push(search, toks, balance > 0 ? PL_OUTLOOK_OPTIMISTIC : PL_OUTLOOK_PESSIMISTIC, holder);
}

/* "meaningful talks cannot take place without the sponsors" */
static void at_condition(Search *search, const PlCondition *condition)
{
    const PlReading *reading = search->reading;
    uint32_t first = pl_tokens_at(reading->tokens, condition->condition.start_byte);
    uint32_t start = pl_tokens_at(reading->tokens, condition->consequence.start_byte);
    uint32_t end = pl_tokens_at(reading->tokens, condition->consequence.end_byte);
    if (first >= reading->tokens->n_tokens) return;
    bool strict = pl_word_in(word_at(search, first), "without|only|until|unless");
    bool required = first > 0 && pl_word_in(reading->syntax->lemma[first - 1], "require|on|need");
    if (!strict && !required) return;
    bool prospect = false;
    for (uint32_t i = start; i < end && !prospect; i++)
        prospect =
            pl_lexicon_match(reading->model->prospects, reading->tokens, reading->syntax, i).row >=
            0;
    if (!prospect) return;
    PlSpan span = condition->consequence;
    if (condition->condition.start_byte < span.start_byte)
        span.start_byte = condition->condition.start_byte;
    if (condition->condition.end_byte > span.end_byte)
        span.end_byte = condition->condition.end_byte;
    if (is_known(search, span)) return;
    *pl_vec_push(reading->arena, &search->talks->outlook) =
        (PlOutlook){.holder = condition->holder, .polarity = PL_OUTLOOK_PESSIMISTIC, .span = span};
}

static int compare_outlook(const void *x, const void *y)
{
    const PlOutlook *a = x;
    const PlOutlook *b = y;
    if (a->span.start_byte != b->span.start_byte)
        return a->span.start_byte < b->span.start_byte ? -1 : 1;
    return (a->span.end_byte > b->span.end_byte) - (a->span.end_byte < b->span.end_byte);
}

/* `found` rows are in the order of the text: one with the words of another is left out. */
void pl_forecasts_find(const PlReading *reading, PlTalks *talks)
{
    PlTalks own = {0};
    Search search = {.reading = reading, .talks = &own};
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++)
        if (is_prospect(&search, i)) at_prospect(&search, i);
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++) {
        at_prediction(&search, i);
        at_working(&search, i);
    }
    for (uint32_t i = 0; i < talks->conditions.n; i++)
        at_condition(&search, &talks->conditions.items[i]);
    if (own.outlook.n == 0) return;
    qsort(own.outlook.items, own.outlook.n, sizeof *own.outlook.items, compare_outlook);
    uint32_t known = 0; /* both in the order of the text: one pass */
    uint32_t n_known = talks->outlook.n;
    for (uint32_t i = 0; i < own.outlook.n; i++) {
        const PlOutlook *row = &own.outlook.items[i];
        while (known < n_known && talks->outlook.items[known].span.end_byte <= row->span.start_byte)
            known++;
        bool said =
            known < n_known && pl_spans_overlap(talks->outlook.items[known].span, row->span);
        if (!said) *pl_vec_push(reading->arena, &talks->outlook) = *row;
    }
    qsort(talks->outlook.items, talks->outlook.n, sizeof *talks->outlook.items, compare_outlook);
}
