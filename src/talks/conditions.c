#include "talks/conditions.h"

enum {
    MIN_TOKS = 2,    /* of a consequence */
    MAX_TOKS = 32,   /* of either part */
    VERB_REACH = 12, /* tokens from "if" to the verb of its clause */
    ONLY_REACH = 6   /* tokens from "only" to "through" */
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
    return pl_reading_is_boundary(reading, tok);
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
        bool speech =
            pl_reading_is_verb(reading, i) &&
            pl_lexicon_match(reading->model->speech, reading->tokens, reading->syntax, i).row >= 0;
        if (!speech) continue;
        uint32_t next = i + 1;
        if (next < toks.end && pl_reading_is(reading, next, "that")) next++;
        if (next + MIN_TOKS <= toks.end && has_verb(search, (PlToks){next, toks.end})) return next;
    }
    return toks.first;
}

/* Leftwards from `end`: the clause that ends there, without who says it. */
static PlToks clause_before(const Search *search, uint32_t end)
{
    PlToks sent = pl_reading_sent(search->reading, end - 1);
    PlToks toks = {end, end};
    while (toks.end > sent.first && is_stop(search, toks.end - 1))
        toks.end--;
    toks.first = toks.end;
    while (toks.first > sent.first && toks.end - toks.first < MAX_TOKS &&
           !is_stop(search, toks.first - 1) &&
           !(search->reading->tokens->flags[toks.first - 1] & PL_TOK_QUOTE_OPEN))
        toks.first--;
    toks.first = skip_saying(search, toks);
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

/* "until Friday", "once a minister": no clause follows. */
static bool is_bare_time(const Search *search, uint32_t tok, PlToks condition)
{
    if (!has_verb(search, (PlToks){tok + 1, condition.end})) return true;
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

static void at_clause(Search *search, uint32_t tok, uint32_t n_toks, bool phrase)
{
    PlToks condition = clause_from(search, tok);
    if (condition.end < tok + n_toks + 1) return;
    bool asked = pl_reading_is(search->reading, tok, "if") && is_question(search, tok);
    if (asked || (!phrase && is_bare_time(search, tok + n_toks - 1, condition))) return;
    PlToks sent = pl_reading_sent(search->reading, tok);
    PlToks consequence;
    bool first = begins_sentence(search, tok) ||
                 pl_slice_is(search->reading->tokens->form[tok ? tok - 1 : 0], ",");
    if (first && condition.end + MIN_TOKS < sent.end &&
        pl_slice_is(search->reading->tokens->form[condition.end], ",")) {
        consequence = clause_from(search, condition.end + 1);
    } else if (tok >= sent.first + MIN_TOKS) {
        consequence = clause_before(search, tok);
    } else {
        return;
    }
    if (consequence.end < consequence.first + MIN_TOKS) return;
    if (phrase && !denies_or_could(search, consequence)) return;
    if (!has_verb(search, consequence) && !phrase) return;
    push(search, condition, consequence, tok);
}

static void at_object(Search *search, uint32_t tok, uint32_t n_toks)
{
    PlToks condition = clause_from(search, tok + n_toks);
    PlToks consequence = clause_before(search, tok);
    if (condition.end < condition.first + 1 || tok == 0) return;
    if (consequence.end < consequence.first + 1) return;
    push(search, condition, consequence, tok);
}

static void at_subject(Search *search, uint32_t tok, uint32_t n_toks)
{
    PlToks condition = clause_before(search, tok);
    PlToks consequence = clause_from(search, tok);
    if (condition.end < condition.first + 1 || consequence.end < tok + n_toks + 1) return;
    /* "it would mean" says nothing of what "it" is. */
    if (condition.end - condition.first == 1 &&
        search->reading->syntax->upos[condition.first] == PL_UPOS_PRON)
        return;
    push(search, condition, consequence, tok);
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
    const PlReading *reading = search->reading;
    PlToks clause = clause_from(search, tok);
    for (uint32_t i = tok + 1; i < clause.end && i <= tok + ONLY_REACH; i++) {
        if (!pl_word_in(word_at(search, i), "through|by|if|when|after|with")) continue;
        PlToks consequence = clause_before(search, tok);
        if (consequence.end >= consequence.first + MIN_TOKS)
            push(search, (PlToks){tok, pl_reading_is(reading, i, "if") ? clause.end : clause.end},
                 consequence, tok);
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
            i++;
            continue;
        }
        PlSlice shape = pl_lexicon_cell(lexicon, hit.row, shape_column);
        if (pl_slice_is(shape, "clause"))
            at_clause(&search, i, hit.n_toks, false);
        else if (pl_slice_is(shape, "phrase"))
            at_clause(&search, i, hit.n_toks, true);
        else if (pl_slice_is(shape, "subject"))
            at_subject(&search, i, hit.n_toks);
        else if (pl_slice_is(shape, "only"))
            at_only(&search, i);
        else
            at_object(&search, i, hit.n_toks);
        i += hit.n_toks;
    }
}
