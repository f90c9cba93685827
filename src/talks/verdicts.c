#include "talks/verdicts.h"

#include "talks/position_rows.h"

enum {
    OBJECT_REACH = 16, /* tokens from "called" to the verdict */
    PHRASE_REACH = 6,  /* tokens of articles and adjectives before the verdict */
    SUBJECT_REACH = 12
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static bool is_mark(const Search *search, uint32_t tok)
{
    return search->reading->tokens->flags[tok] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE);
}

/* The first token of the noun phrase whose verdict is at `tok`: "a terrible, dangerous mistake". */
static uint32_t phrase_start(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t first = tok;
    while (first > sent.first && tok - first < PHRASE_REACH) {
        uint32_t i = first - 1;
        uint8_t upos = reading->syntax->upos[i];
        bool comma = pl_slice_is(reading->tokens->form[i], ",") && i > sent.first &&
                     reading->syntax->upos[i - 1] == PL_UPOS_ADJ &&
                     reading->syntax->upos[first] == PL_UPOS_ADJ;
        if (!is_mark(search, i) && upos != PL_UPOS_ADJ && upos != PL_UPOS_DET &&
            upos != PL_UPOS_ADV && upos != PL_UPOS_NUM && !comma)
            break;
        first = i;
    }
    return first;
}

/* What is judged: the issue in [first, end), else the head of an offer or a plan. */
static PlContent judged(const Search *search, PlToks toks)
{
    const PlReading *reading = search->reading;
    PlContent content = pl_content_read(reading, toks, pl_content_is_accord(reading, toks));
    if (content.n_issues > 1) content.n_issues = 1;
    return content;
}

static bool is_pronoun(const Search *search, PlToks toks)
{
    while (toks.first < toks.end && (is_mark(search, toks.end - 1) ||
                                     pl_slice_is(search->reading->tokens->form[toks.end - 1], ",")))
        toks.end--;
    return toks.end == toks.first + 1 &&
           pl_word_in(search->reading->tokens->lower[toks.first], "it|this|that|these|those|them");
}

/* "it", or "the union's demand" after what is demanded. */
static bool points_back(const Search *search, PlToks object)
{
    if (is_pronoun(search, object)) return true;
    for (uint32_t i = object.first; i < object.end; i++)
        if (pl_word_in(search->reading->syntax->lemma[i], "demand|condition|request|term|position"))
            return true;
    return false;
}

static bool is_naming_verb(const PlReading *reading, uint32_t tok)
{
    return pl_word_in(reading->syntax->lemma[tok],
                      "call|describe|label|brand|term|deem|consider|see|view|regard|hail|dismiss|"
                      "slam|denounce|condemn|criticise|criticize|characterise|characterize|blast|"
                      "decry|deride|praise|welcome|celebrate|portray|present|depict|liken|reject|"
                      "mock|ridicule|attack|lambast|lambaste|tout|find");
}

/* "called the offer (as) an insult" */
static bool at_named(Search *search, uint32_t tok, uint32_t n_toks, int8_t stance)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t first = phrase_start(search, tok);
    uint32_t object_end = first;
    if (object_end > sent.first && pl_reading_is(reading, object_end - 1, "as")) object_end--;
    for (uint32_t k = 1; k <= OBJECT_REACH && object_end >= sent.first + k; k++) {
        uint32_t verb = object_end - k;
        if (pl_reading_is_boundary(reading, verb) && !pl_slice_is(reading->tokens->form[verb], ","))
            return false;
        if (!pl_reading_is_verb(reading, verb)) continue;
        if (!is_naming_verb(reading, verb) || verb + 1 >= object_end) return false;
        if (pl_reading_is_negated(reading, verb) || pl_reading_is_unreal(reading, verb))
            return false;
        PlToks object = {verb + 1, object_end};
        PlSides sides = pl_sides_of_verb(reading, verb);
        PlContent content = {.n_issues = 0};
        if (!is_pronoun(search, object)) content = judged(search, object);
        if (content.n_issues == 0 && points_back(search, object))
            content = pl_content_pointed_at(reading, verb, false);
        pl_positions_add_content(reading, search->talks, &sides, stance, &content,
                                 (PlToks){verb, tok + n_toks});
        return true;
    }
    return false;
}

/* "this agreement is a historic mistake": who says so. */
static void at_copula(Search *search, uint32_t tok, uint32_t n_toks, int8_t stance)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t first = phrase_start(search, tok);
    bool negated = false;
    uint32_t copula = first;
    while (copula > sent.first && copula + 3 > first) {
        copula--;
        if (pl_word_in(reading->tokens->lower[copula], "not|n't|never")) negated = true;
        if (pl_word_in(reading->syntax->lemma[copula], "be|mark|represent|constitute|remain"))
            break;
    }
    if (!pl_word_in(reading->syntax->lemma[copula], "be|mark|represent|constitute|remain")) return;
    if (copula == sent.first || pl_reading_is_unreal(reading, copula)) return;
    if (negated && stance == PL_STANCE_OPPOSES) return; /* no mistake is not yet a good deal */
    if (negated) stance = PL_STANCE_OPPOSES;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, pl_reading_speaker(reading, copula));
    if (sides.n == 0) return;
    PlToks subject = {copula, copula};
    while (subject.first > sent.first && copula - subject.first < SUBJECT_REACH &&
           !pl_reading_is_boundary(reading, subject.first - 1) &&
           !is_mark(search, subject.first - 1) &&
           !pl_word_in(reading->tokens->lower[subject.first - 1], "that|said|says"))
        subject.first--;
    PlContent content = pl_content_read(reading, subject, false);
    if (content.n_issues == 0 && is_pronoun(search, subject)) {
        content = pl_content_read(reading, (PlToks){first, tok + n_toks}, false);
        if (content.n_issues == 0) content = pl_content_pointed_at(reading, copula, false);
    }
    if (content.n_issues > 1) content.n_issues = 1;
    pl_positions_add_content(reading, search->talks, &sides, stance, &content,
                             (PlToks){subject.first, tok + n_toks});
}

void pl_verdicts_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    const PlLexicon *verdicts = reading->model->verdicts;
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++) {
        if (reading->tokens->flags[i] & PL_TOK_PUNCT) continue;
        PlLexiconHit hit = pl_lexicon_match(verdicts, reading->tokens, reading->syntax, i);
        if (hit.row < 0 || pl_reading_is_verb(reading, i)) continue;
        int8_t stance = pl_stance_of_row(verdicts, hit.row, "stance");
        if (!at_named(&search, i, hit.n_toks, stance)) at_copula(&search, i, hit.n_toks, stance);
        i += hit.n_toks - 1;
    }
}
