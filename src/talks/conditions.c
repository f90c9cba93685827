#include "talks/conditions.h"

enum {
    MIN_TOKS = 2,       /* of a consequence */
    MAX_TOKS = 32,      /* of either part */
    VERB_REACH = 12,    /* tokens from "if" to the verb of its clause */
    PARENTHESIS = 12,   /* tokens of a phrase between commas */
    INSERTION_TOKS = 5, /* of ", the minister said," */
    ONLY_REACH = 6      /* tokens from "only" to "through" */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

static bool has_verb(const Search *search, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++) {
        uint8_t upos = search->reading->syntax->upos[i];
        if (upos == PL_UPOS_VERB || upos == PL_UPOS_AUX) return true;
    }
    return false;
}

static bool is_stop(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    if (pl_word_in(word_at(search, tok), "even|despite|amid|until|unless|because")) return false;
    bool participle = tok + 1 < pl_reading_sent(reading, tok).end &&
                      reading->syntax->xpos[tok + 1] == PL_XPOS_VBG;
    if (participle && pl_word_in(word_at(search, tok), "while")) return false;
    if (pl_reading_is_list_comma(reading, tok) && !pl_word_in(word_at(search, tok + 1), "and|or"))
        return false;
    return pl_reading_is_boundary(reading, tok);
}

static bool is_comma(const Search *search, uint32_t tok)
{
    return pl_slice_is(search->reading->tokens->form[tok], ",");
}

static bool is_quote(const Search *search, uint32_t tok)
{
    return search->reading->tokens->flags[tok] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE);
}

static bool is_close(const Search *search, uint32_t tok)
{
    return search->reading->tokens->flags[tok] & PL_TOK_QUOTE_CLOSE;
}

/* Rightwards from `first` to the end of its clause. */
static PlToks clause_from(const Search *search, uint32_t first)
{
    PlToks sent = pl_reading_sent(search->reading, first);
    PlToks toks = {first, first};
    /* "if, in fact, it is": the phrase between the commas belongs to the clause. */
    if (first + 1 < sent.end && is_comma(search, first + 1))
        for (uint32_t i = first + 2; i < sent.end && i < first + PARENTHESIS && toks.end == first;
             i++)
            if (is_comma(search, i)) toks.end = i + 1;
    bool quoted = search->reading->in_quotes[first];
    while (toks.end < sent.end && toks.end - first < MAX_TOKS && !is_stop(search, toks.end) &&
           !(quoted && is_close(search, toks.end)))
        toks.end++;
    return toks;
}

/* The subject of a verb of saying begins at or before `tok`: "she said that". Steps over it. */
static uint32_t skip_saying(const Search *search, PlToks toks)
{
    const PlReading *reading = search->reading;
    for (uint32_t i = toks.first; i < toks.end && i < toks.first + VERB_REACH; i++) {
        bool that = i + 1 < toks.end && pl_reading_is(reading, i + 1, "that");
        bool speech =
            (that || pl_reading_is_verb(reading, i)) &&
            pl_lexicon_match(reading->model->speech, reading->tokens, reading->syntax, i).row >= 0;
        if (!speech) continue;
        uint32_t next = i + 1;
        if (next < toks.end && pl_reading_is(reading, next, "that")) next++;
        if (next + MIN_TOKS > toks.end) continue;
        if (that || has_verb(search, (PlToks){next, toks.end})) return next;
    }
    return toks.first;
}

static bool is_predicate(const Search *search, uint32_t tok)
{
    uint8_t upos = search->reading->syntax->upos[tok];
    return upos == PL_UPOS_AUX || upos == PL_UPOS_VERB;
}

/* "all sites, including military ones, may be inspected": the subject stands before the commas. */
static uint32_t before_parenthesis(const Search *search, PlToks toks)
{
    uint32_t first = toks.first;
    if (first >= toks.end || !is_predicate(search, first)) return first;
    PlToks sent = pl_reading_sent(search->reading, first);
    if (first <= sent.first + 1) return first;
    if (search->reading->syntax->xpos[first] == PL_XPOS_VBG) return first;
    if (!is_comma(search, first - 1)) return first;
    uint32_t i = first - 2;
    while (i > sent.first && first - i < PARENTHESIS && !is_comma(search, i))
        i--;
    if (!is_comma(search, i) || i == sent.first) return first;
    while (i > sent.first && toks.end - i < MAX_TOKS && !is_stop(search, i - 1))
        i--;
    return i;
}

/* "a deal that would limit exports": what hangs on the condition is what the deal would do. */
static uint32_t skip_relative(const Search *search, PlToks toks)
{
    for (uint32_t i = toks.end; i-- > toks.first + 1;) {
        if (!pl_word_in(word_at(search, i), "that|which") || i + MIN_TOKS >= toks.end) continue;
        bool clause = is_predicate(search, i + 1) || (pl_word_in(word_at(search, i), "that") &&
                                                      has_verb(search, (PlToks){i + 1, toks.end}));
        return clause ? i + 1 : toks.first;
    }
    return toks.first;
}

/* ", he said," between what is said: who says it and the verb, nothing else. */
static bool is_insertion(const Search *search, PlToks toks)
{
    const PlReading *reading = search->reading;
    if (toks.end - toks.first > INSERTION_TOKS || toks.end < toks.first + 2) return false;
    for (uint32_t i = toks.first; i < toks.end; i++)
        if (pl_lexicon_match(reading->model->speech, reading->tokens, reading->syntax, i).row >= 0)
            return true;
    return false;
}

static PlToks clause_ending(const Search *search, uint32_t end);

/* Leftwards from `end`: the clause that ends there, without who says it; empty where a sentence
 * starts. */
static PlToks clause_before(const Search *search, uint32_t end)
{
    if (pl_reading_sent(search->reading, end).first == end) return (PlToks){end, end};
    PlToks toks = clause_ending(search, end);
    PlToks sent = pl_reading_sent(search->reading, end - 1);
    bool inserted = is_insertion(search, toks) && toks.first > sent.first + MIN_TOKS &&
                    is_comma(search, toks.first - 1);
    return inserted ? clause_ending(search, toks.first - 1) : toks;
}

static bool is_dash(const Search *search, uint32_t tok)
{
    return pl_word_in(search->reading->tokens->form[tok], "–|—|--");
}

/* "will be lifted — perhaps in spring — after": where the words before the dashes end, or `end`. */
static uint32_t before_dashes(const Search *search, uint32_t end)
{
    PlToks sent = pl_reading_sent(search->reading, end - 1);
    if (end <= sent.first + 1 || !is_dash(search, end - 1)) return end;
    for (uint32_t i = end - 1; i > sent.first + 1 && end - i < PARENTHESIS; i--)
        if (is_dash(search, i - 1)) return i - 1;
    return end;
}

static PlToks clause_ending(const Search *search, uint32_t end)
{
    PlToks sent = pl_reading_sent(search->reading, end - 1);
    end = before_dashes(search, end);
    PlToks toks = {end, end};
    while (toks.end > sent.first &&
           (is_stop(search, toks.end - 1) || is_quote(search, toks.end - 1)))
        toks.end--;
    toks.first = toks.end;
    while (toks.first > sent.first && toks.end - toks.first < MAX_TOKS &&
           !is_stop(search, toks.first - 1) &&
           !(search->reading->tokens->flags[toks.first - 1] & PL_TOK_QUOTE_OPEN))
        toks.first--;
    toks.first = before_parenthesis(search, toks);
    toks.first = skip_saying(search, toks);
    toks.first = skip_relative(search, toks);
    while (toks.first < toks.end && pl_word_in(word_at(search, toks.first), "that|and|but|or|nor"))
        toks.first++;
    return toks;
}

static PlToks without_quotes(const Search *search, PlToks toks)
{
    const uint8_t marks = PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE;
    while (toks.first < toks.end && search->reading->tokens->flags[toks.first] & marks)
        toks.first++;
    while (toks.first < toks.end && search->reading->tokens->flags[toks.end - 1] & marks)
        toks.end--;
    return toks;
}

static void push(Search *search, PlToks condition, PlToks consequence, uint32_t cue)
{
    condition = without_quotes(search, condition);
    consequence = without_quotes(search, consequence);
    if (condition.end < condition.first + 1 || consequence.end < consequence.first + 1) return;
    const PlReading *reading = search->reading;
    *pl_vec_push(reading->arena, &search->talks->conditions) =
        (PlCondition){.condition = pl_reading_span(reading, condition),
                      .consequence = pl_reading_span(reading, consequence),
                      .holder = pl_reading_speaker(reading, cue)};
}

/* ---- clauses without a comma between ---- */

static bool is_modal(const Search *search, uint32_t tok)
{
    return pl_word_in(word_at(search, tok), "will|would|can|could|may|might|'ll|wo|must|should");
}

/* "if we sign today | the plant would stay open": where a second clause with a modal begins in
 * `toks`, or its end. */
static uint32_t second_clause(const Search *search, PlToks toks)
{
    const PlReading *reading = search->reading;
    bool verb = false;
    for (uint32_t i = toks.first + 1; i < toks.end; i++) {
        if (pl_reading_is(reading, i, "then") && verb) return i + 1;
        if (!is_modal(search, i) || !verb) {
            verb |= pl_reading_is_verb(reading, i) ||
                    (reading->syntax->upos[i] == PL_UPOS_AUX && !is_modal(search, i));
            continue;
        }
        uint32_t first = i;
        if (reading->syntax->upos[i - 1] == PL_UPOS_PRON) return i - 1;
        while (first > toks.first + 2 && (pl_reading_is_noun(reading, first - 1) ||
                                          reading->syntax->upos[first - 1] == PL_UPOS_ADJ))
            first--;
        bool phrase = first < i && reading->syntax->upos[first - 1] == PL_UPOS_DET;
        if (phrase) return first - 1;
    }
    return toks.end;
}

/* "has seized four towns, and would take more if": what would be is what hangs on the condition. */
static PlToks modal_part(const Search *search, PlToks toks)
{
    for (uint32_t i = toks.first; i + 2 < toks.end; i++) {
        if (is_modal(search, i)) return toks;
        if (pl_reading_is(search->reading, i, "and") && is_modal(search, i + 1))
            return (PlToks){i + 1, toks.end};
    }
    return toks;
}

/* ---- which words are no condition ---- */

static bool is_question(const Search *search, uint32_t tok)
{
    PlToks sent = pl_reading_sent(search->reading, tok);
    for (uint32_t k = 1; k <= 3 && tok >= sent.first + k; k++) {
        PlSlice lemma = search->reading->syntax->lemma[tok - k];
        if (pl_word_in(lemma, "ask|wonder|know|see|question|decide|determine|clear|unclear|even|as|"
                              "unsure|doubt|tell|consider"))
            return true;
        if (search->reading->tokens->flags[tok - k] & PL_TOK_PUNCT) return false;
    }
    return false;
}

static bool has_finite_verb(const Search *search, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++) {
        uint8_t xpos = search->reading->syntax->xpos[i];
        if (xpos == PL_XPOS_MD || xpos == PL_XPOS_VBZ || xpos == PL_XPOS_VBD || xpos == PL_XPOS_VBP)
            return true;
    }
    return false;
}

/* "until Friday", "once a minister": no clause follows. */
static bool is_bare_time(const Search *search, uint32_t tok, PlToks condition)
{
    bool always_clause = pl_word_in(word_at(search, tok), "if|unless|lest");
    bool somebody = false; /* "until you and I meet" */
    for (uint32_t i = tok + 1; i < condition.end; i++)
        somebody |= pl_word_in(word_at(search, i), "i|we|he|she|they|it");
    if (!always_clause && !somebody && !has_verb(search, (PlToks){tok + 1, condition.end}))
        return true;
    /* "until the last possible moment to act", "until 24 March to agree": the verb is not finite */
    bool until = pl_word_in(word_at(search, tok), "until|once");
    if (until && !somebody && !has_finite_verb(search, (PlToks){tok + 1, condition.end}))
        return true;
    bool adverb = pl_reading_is(search->reading, tok, "once") && tok + 1 < condition.end &&
                  search->reading->syntax->upos[tok + 1] == PL_UPOS_ADP;
    if (adverb) return true; /* "once before" */
    return tok + 1 < condition.end &&
           pl_word_in(word_at(search, tok + 1), "now|recently|then|again|more|at|any|not|possible|"
                                                "necessary|needed|so|today|2");
}

static bool denies_or_could(const Search *search, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++)
        if (pl_word_in(
                word_at(search, i),
                "no|not|n't|never|nothing|none|cannot|impossible|unlikely|little|unthinkable|"
                "would|could|will|can|might|may|difficult|hard|meaningless|pointless|"
                "unacceptable"))
            return true;
    return false;
}

/* ---- shapes ---- */

/* The clause goes first when nothing but a conjunction or a quotation mark stands before it. */
static bool begins_sentence(const Search *search, uint32_t tok)
{
    PlToks sent = pl_reading_sent(search->reading, tok);
    uint32_t i = tok;
    while (i > sent.first && (search->reading->tokens->flags[i - 1] & PL_TOK_PUNCT ||
                              pl_word_in(word_at(search, i - 1), "and|but|that|so|instead|still|"
                                                                 "however|meanwhile")))
        i--;
    return i == sent.first;
}

/* Where what follows a condition begins: after a comma, or after what stands between two dashes; 0
 * = nowhere. */
static uint32_t after_condition(const Search *search, uint32_t end)
{
    PlToks sent = pl_reading_sent(search->reading, end - 1);
    if (end >= sent.end) return 0;
    if (is_comma(search, end)) return end + 1;
    if (!is_dash(search, end)) return 0;
    for (uint32_t i = end + 1; i < sent.end && i < end + 2 * PARENTHESIS; i++)
        if (is_dash(search, i)) return i + 1;
    return 0;
}

static void at_clause(Search *search, uint32_t tok, uint32_t n_toks, bool phrase)
{
    PlToks condition = clause_from(search, tok);
    if (condition.end < tok + n_toks + 1) return;
    bool asked = pl_reading_is(search->reading, tok, "if") && is_question(search, tok);
    bool compound = pl_slice_is(search->reading->tokens->form[tok + n_toks], "-");
    if (asked || compound || (!phrase && is_bare_time(search, tok + n_toks - 1, condition))) return;
    PlToks sent = pl_reading_sent(search->reading, tok);
    PlToks consequence;
    uint32_t before = tok; /* a quotation may begin with the condition: 'that, "until ..."' */
    while (before > sent.first + 1 && is_quote(search, before - 1))
        before--;
    bool first = begins_sentence(search, tok) || is_comma(search, before - 1) ||
                 is_quote(search, tok - 1) ||
                 pl_word_in(word_at(search, tok - 1), "that|and|but|say|says|said");
    uint32_t rest = after_condition(search, condition.end);
    if (first && rest && rest + MIN_TOKS - 1 < sent.end) {
        consequence = clause_from(search, rest);
    } else if (tok >= sent.first + MIN_TOKS) {
        consequence = clause_before(search, tok);
    } else {
        consequence = (PlToks){condition.end, condition.end};
    }
    /* "If they sign it would be historic," she said. */
    if (first && !phrase &&
        (consequence.end < consequence.first + MIN_TOKS || is_insertion(search, consequence))) {
        uint32_t second = second_clause(search, (PlToks){tok + n_toks, condition.end});
        if (second + MIN_TOKS > condition.end) return;
        consequence = (PlToks){second, condition.end};
        condition.end = pl_reading_is(search->reading, second - 1, "then") ? second - 1 : second;
    }
    consequence = modal_part(search, consequence);
    if (consequence.end < consequence.first + MIN_TOKS) return;
    if (phrase && !denies_or_could(search, consequence)) return;
    if (!has_verb(search, consequence) && !phrase) return;
    push(search, condition, consequence, tok);
}

static void at_object(Search *search, uint32_t tok, uint32_t n_toks)
{
    if (tok + n_toks >= pl_reading_sent(search->reading, tok).end) return;
    PlToks condition = clause_from(search, tok + n_toks);
    PlToks consequence = clause_before(search, tok);
    if (condition.end < condition.first + 1) return;
    if (consequence.end > consequence.first &&
        pl_word_in(word_at(search, consequence.end - 1), "that|which|who|it|this"))
        return;
    while (consequence.end > consequence.first &&
           search->reading->syntax->upos[consequence.end - 1] == PL_UPOS_AUX)
        consequence.end--;
    if (consequence.end < consequence.first + 1) return;
    /* "the king, who has depended on his army"; "the work will require $3 million" */
    if (pl_word_in(word_at(search, consequence.end - 1), "who|which")) return;
    for (uint32_t i = condition.first; i < condition.end && i < condition.first + 4; i++)
        if (pl_word_in(word_at(search, i), "$|£|€|million|billion|minimum")) return;
    push(search, condition, consequence, tok);
}

/* "in exchange for B, A gives", "A gives C in exchange for B" */
static void at_trade(Search *search, uint32_t tok)
{
    PlToks sent = pl_reading_sent(search->reading, tok);
    PlToks condition = clause_from(search, tok);
    uint32_t before = tok; /* a quotation may begin with the condition: 'that, "until ..."' */
    while (before > sent.first + 1 && is_quote(search, before - 1))
        before--;
    bool first = begins_sentence(search, tok) || is_comma(search, before - 1) ||
                 is_quote(search, tok - 1) || pl_word_in(word_at(search, tok - 1), "that|and");
    PlToks consequence;
    if (first && condition.end + MIN_TOKS < sent.end && is_comma(search, condition.end))
        consequence = clause_from(search, condition.end + 1);
    else if (tok >= sent.first + MIN_TOKS)
        consequence = clause_before(search, tok);
    else
        return;
    if (condition.end > tok + MIN_TOKS && consequence.end >= consequence.first + MIN_TOKS)
        push(search, condition, consequence, tok);
}

/* "will be lifted after inspectors have verified": an order in time that is a condition, as what
 * comes first is not yet so. */
static void at_after(Search *search, uint32_t tok)
{
    PlToks condition = clause_from(search, tok);
    bool perfect = false;
    for (uint32_t i = tok + 1; i < condition.end; i++)
        perfect |= pl_word_in(word_at(search, i), "have|has");
    if (!perfect || tok < pl_reading_sent(search->reading, tok).first + MIN_TOKS) return;
    PlToks consequence = clause_before(search, tok);
    bool future = false;
    for (uint32_t i = consequence.first; i < consequence.end; i++)
        future |= pl_word_in(word_at(search, i), "will|would|can|could|'ll");
    if (future) push(search, condition, consequence, tok);
}

/* `denied`: only where the subject is the lack of something: "no contract means no work". */
static void at_subject(Search *search, uint32_t tok, uint32_t n_toks, bool denied)
{
    PlToks condition = clause_before(search, tok);
    PlToks consequence = clause_from(search, tok);
    for (uint32_t i = condition.first; i + 1 < condition.end;
         i++) /* "observers said a truce could" */
        if (pl_reading_is_verb(search->reading, i) &&
            pl_lexicon_match(search->reading->model->speech, search->reading->tokens,
                             search->reading->syntax, i)
                    .row >= 0)
            condition.first = i + 1;
    if (condition.end < condition.first + 1 || consequence.end < tok + n_toks + 1) return;
    if (pl_word_in(word_at(search, condition.end - 1), "that|which|who")) return;
    if (denied && !pl_word_in(word_at(search, condition.first), "no|failure|refusal|without"))
        return;
    /* "it would mean" says nothing of what "it" is. */
    if (condition.end - condition.first == 1 &&
        search->reading->syntax->upos[condition.first] == PL_UPOS_PRON)
        return;
    push(search, condition, consequence, tok);
}

/* "the lifting of the embargo would free", "closing the port could cost": what has not happened is
 * the condition of what it would do. */
static void at_event_subject(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    bool could = pl_word_in(word_at(search, tok), "would|could");
    if (!could && !pl_reading_is(reading, tok, "will")) return;
    int32_t verb = reading->syntax->head_tok[tok];
    if (verb < (int32_t)tok) return;
    bool next = (uint32_t)verb == tok + 1; /* "will free up": a verb whatever it is taken for */
    if (!next && !pl_reading_is_verb(reading, (uint32_t)verb)) return;
    int32_t subject = pl_reading_child(reading, (uint32_t)verb, PL_DEPREL_nsubj);
    if (subject < 0) subject = pl_reading_child(reading, (uint32_t)verb, PL_DEPREL_csubj);
    if (subject < 0 || (uint32_t)subject >= tok || tok - (uint32_t)subject > VERB_REACH) return;
    bool gerund = reading->syntax->xpos[subject] == PL_XPOS_VBG &&
                  reading->syntax->upos[subject] == PL_UPOS_VERB;
    bool event = pl_word_in(reading->syntax->lemma[subject],
                            "end|lifting|easing|collapse|failure|withdrawal|closure|breakdown|"
                            "imposition|rejection|defeat|removal|return|suspension|delay|"
                            "cancellation|escalation|invasion|strike|walkout|shutdown");
    if (!(gerund && could) && !event) return;
    uint32_t first = reading->left_tok[subject];
    uint32_t end = reading->right_tok[subject];
    if (end > tok || (uint32_t)subject - first > VERB_REACH) return;
    while (end < tok && reading->syntax->upos[end] == PL_UPOS_ADV)
        end++;
    if (end != tok) return;
    PlToks consequence = clause_from(search, tok);
    if (consequence.end < tok + MIN_TOKS + 1) return;
    push(search, pl_reading_trim(reading, (PlToks){first, tok}), consequence, tok);
}

/* "only direct talks can bring peace": the condition ends before the modal. */
static void at_only_subject(Search *search, uint32_t tok)
{
    PlToks clause = clause_from(search, tok);
    for (uint32_t i = tok + 2; i < clause.end && i < tok + VERB_REACH; i++) {
        if (!pl_word_in(word_at(search, i), "can|could|will|would|may|might")) continue;
        push(search, (PlToks){tok, i}, (PlToks){i, clause.end}, tok);
        return;
    }
}

/* "a deal can only come through a summit" */
static void at_only_verb(Search *search, uint32_t tok)
{
    PlToks clause = clause_from(search, tok);
    for (uint32_t i = tok + 1; i < clause.end && i <= tok + ONLY_REACH; i++) {
        if (!pl_word_in(word_at(search, i), "through|by|if|when|after|with")) continue;
        PlToks consequence = clause_before(search, tok);
        if (consequence.end >= consequence.first + MIN_TOKS)
            push(search, (PlToks){tok, clause.end}, consequence, tok);
        return;
    }
}

static void at_only(Search *search, uint32_t tok)
{
    PlToks sent = pl_reading_sent(search->reading, tok);
    bool after_modal = tok > sent.first && pl_word_in(word_at(search, tok - 1),
                                                      "can|could|will|would|may|might|must|be");
    if (after_modal)
        at_only_verb(search, tok);
    else if (tok == sent.first || pl_word_in(word_at(search, tok - 1), "that|but|,"))
        at_only_subject(search, tok);
}

void pl_conditions_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    const PlTokens *tokens = reading->tokens;
    const PlLexicon *lexicon = reading->model->conditions;
    uint32_t shape_column = pl_table_column(pl_lexicon_table(lexicon), "shape");
    for (uint32_t i = 0; i < tokens->n_tokens;) {
        PlLexiconHit hit = pl_lexicon_match(lexicon, tokens, reading->syntax, i);
        if (hit.row < 0) {
            if (pl_reading_is(reading, i, "only")) at_only(&search, i);
            at_event_subject(&search, i);
            i++;
            continue;
        }
        PlSlice shape = pl_lexicon_cell(lexicon, hit.row, shape_column);
        if (pl_slice_is(shape, "clause"))
            at_clause(&search, i, hit.n_toks, false);
        else if (pl_slice_is(shape, "phrase"))
            at_clause(&search, i, hit.n_toks, true);
        else if (pl_slice_is(shape, "subject") || pl_slice_is(shape, "lack"))
            at_subject(&search, i, hit.n_toks, pl_slice_is(shape, "lack"));
        else if (pl_slice_is(shape, "trade"))
            at_trade(&search, i);
        else if (pl_slice_is(shape, "after"))
            at_after(&search, i);
        else if (pl_slice_is(shape, "only"))
            at_only(&search, i);
        else
            at_object(&search, i, hit.n_toks);
        i += hit.n_toks;
    }
}
