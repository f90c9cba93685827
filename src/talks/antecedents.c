#include "talks/antecedents.h"

#include "talks/position_rows.h"

static PlSlice word_at(const PlStanceSearch *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

bool pl_antecedents_is_noun(const PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    return pl_reading_is_noun(reading, tok) &&
           pl_lexicon_match(reading->model->stances->reactions, reading->tokens, reading->syntax,
                            tok)
                   .row >= 0;
}

bool pl_antecedents_points_back(const PlStanceSearch *search, PlToks toks)
{
    const PlReading *reading = search->reading;
    if (toks.first >= toks.end) return false;
    uint32_t first = toks.first;
    bool alone = toks.end - first <= 2;
    if (alone && pl_word_in(word_at(search, first), "it|this|that|them|these|those")) return true;
    if (!pl_word_in(word_at(search, first), "the|this|that|these|those|such|both|its|their|his"))
        return false;
    for (uint32_t i = first + 1; i < toks.end && i < first + 5; i++)
        if (pl_antecedents_is_noun(search, i))
            return i + 1 >= toks.end || (reading->syntax->upos[i + 1] != PL_UPOS_ADP &&
                                         reading->syntax->upos[i + 1] != PL_UPOS_PART &&
                                         reading->syntax->upos[i + 1] != PL_UPOS_SCONJ);
    return false;
}

void pl_antecedents_recent(const PlStanceSearch *search, const PlSides *sides, uint32_t tok,
                           PlContent *content)
{
    const PlReading *reading = search->reading;
    const PlTalks *talks = search->talks;
    uint32_t sent = reading->tokens->sent[tok];
    uint32_t from_byte = reading->tokens->sent_span[sent ? sent - 1 : 0].start_byte;
    PlSpan source = {0};
    for (uint32_t k = 1; k <= PL_POSITIONS_RECENT && k <= talks->positions.n; k++) {
        const PlPosition *p = &talks->positions.items[talks->positions.n - k];
        if (p->span.start_byte < from_byte) return;
        if (p->stance != PL_STANCE_DEMANDS && p->stance != PL_STANCE_OFFERS) continue;
        if (pl_sides_has(sides, p->party)) continue;
        if (!pl_span_empty(source) && p->span.start_byte != source.start_byte) return;
        if (content->n_issues == PL_CONTENT_MAX_ISSUES) return;
        source = p->span;
        content->issue[content->n_issues] = p->issue;
        content->terms[content->n_issues] = p->terms;
        content->n_issues++;
    }
}

PlContent pl_antecedents_before(const PlStanceSearch *search, uint32_t noun, const PlSides *sides)
{
    const PlReading *reading = search->reading;
    PlContent content = {.n_issues = 0};
    pl_antecedents_recent(search, sides, noun, &content);
    if (content.n_issues) return content;
    PlToks sent = pl_reading_sent(reading, noun);
    uint32_t first = noun > sent.first + PL_STANCE_ANTECEDENT_REACH
                         ? noun - PL_STANCE_ANTECEDENT_REACH
                         : sent.first;
    /* "to stop the sanctions, a plan that Y opposes" is not about sanctions alone. */
    for (uint32_t i = first; i < noun; i++)
        if (pl_word_in(reading->syntax->lemma[i], "prevent|stop|avoid|block|end|lift|ban"))
            return content;
    for (uint32_t i = first; i < noun; i++) /* what somebody demands, without who does */
        if (pl_reading_is_verb(reading, i) &&
            pl_stance_table_find(&reading->model->stances->verbs, reading->syntax->lemma[i]) >= 0)
            first = i + 1;
    return pl_content_read(reading, (PlToks){first, noun}, false);
}

PlContent pl_antecedents_of_pronoun(const PlStanceSearch *search, PlToks toks, int8_t stance)
{
    PlContent none = {.n_issues = 0};
    bool answers = stance == PL_STANCE_REJECTS || stance == PL_STANCE_ACCEPTS ||
                   stance == PL_STANCE_OPPOSES || stance == PL_STANCE_SUPPORTS;
    if (!answers || toks.end != toks.first + 1 ||
        !pl_word_in(word_at(search, toks.first), "it|this|that|them"))
        return none;
    return pl_content_pointed_at(search->reading, toks.first, false);
}
