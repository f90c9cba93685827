#include "talks/outlook.h"

#include "talks/sides.h"

enum {
    SPLIT_GAP = 9, /* tokens between "hopes" and "low" */
    NEGATION_REACH = 4
};

const char *const pl_polarity_names[PL_N_POLARITIES] = {"optimistic", "pessimistic", "mixed"};

typedef struct Columns {
    uint32_t polarity;
    uint32_t negated;
    uint32_t needs;
    uint32_t who;
} Columns;

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
    Columns columns;
} Search;

static int polarity_named(PlSlice name)
{
    for (int i = 0; i < PL_N_POLARITIES; i++)
        if (pl_slice_is(name, pl_polarity_names[i])) return i;
    return -1;
}

static bool is_about(const Search *search, PlToks clause, bool deal_only)
{
    const PlReading *reading = search->reading;
    const PlLexicon *topics = reading->model->prospects;
    uint32_t kind = pl_table_column(pl_lexicon_table(topics), "kind");
    for (uint32_t i = clause.first; i < clause.end; i++) {
        PlLexiconHit hit = pl_lexicon_match(topics, reading->tokens, reading->syntax, i);
        if (hit.row < 0 || reading->syntax->upos[i] == PL_UPOS_AUX) continue;
        if (!deal_only || pl_slice_is(pl_lexicon_cell(topics, hit.row, kind), "deal")) return true;
    }
    return false;
}

/* The clause of a cue, and over a comma when the clause is short: "expectations remain high, though
 * trust is in short supply" are two. */
static PlToks clause_of(const Search *search, uint32_t tok)
{
    PlToks clause = pl_reading_clause(search->reading, tok);
    const PlReading *reading = search->reading;
    while (clause.first < clause.end &&
           (pl_word_in(reading->tokens->lower[clause.first], "and|that|with|but|though|while|as") ||
            reading->tokens->flags[clause.first] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE)))
        clause.first++;
    while (clause.first < clause.end &&
           reading->tokens->flags[clause.end - 1] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE))
        clause.end--;
    return clause;
}

/* "said that ...", "noted that ...": the view is what is said. */
static PlToks without_saying(const Search *search, PlToks clause, uint32_t cue)
{
    const PlReading *reading = search->reading;
    int32_t verb = reading->speech_tok[reading->tokens->sent[cue]];
    if (verb < 0 || (uint32_t)verb < clause.first || (uint32_t)verb >= cue) return clause;
    uint32_t first = (uint32_t)verb + 1;
    while (first < cue && pl_word_in(reading->tokens->lower[first], "that|,"))
        first++;
    return (PlToks){first, clause.end};
}

static int32_t holder_of(const Search *search, uint32_t cue, bool subject_holds)
{
    const PlReading *reading = search->reading;
    if (subject_holds) {
        int32_t subject = pl_reading_subject(reading, cue);
        if (subject < 0) {
            int32_t head = reading->syntax->head_tok[cue];
            if (head >= 0) subject = pl_reading_subject(reading, (uint32_t)head);
        }
        if (subject >= 0) {
            int32_t entity = pl_side_entity_at(reading, (uint32_t)subject);
            if (entity >= 0) return entity;
        }
    }
    return pl_reading_speaker(reading, cue);
}

/* Two cues in one clause that do not agree: "a step forward, but far from certain". */
static void settle(Search *search, int polarity)
{
    PlOutlook *last = &search->talks->outlook.items[search->talks->outlook.n - 1];
    if ((int)last->polarity != polarity) last->polarity = PL_OUTLOOK_MIXED;
}

static bool overlaps_last(const Search *search, PlSpan span)
{
    const PlTalks *talks = search->talks;
    return talks->outlook.n &&
           pl_spans_overlap(talks->outlook.items[talks->outlook.n - 1].span, span);
}

static void push(Search *search, int polarity, uint32_t cue, bool subject_holds)
{
    const PlReading *reading = search->reading;
    PlToks clause = clause_of(search, cue);
    if (!subject_holds) clause = without_saying(search, clause, cue);
    /* "made it clear that ..." */
    for (uint32_t i = clause.first; i + 1 < cue && i < clause.first + 4; i++)
        if (pl_word_in(reading->tokens->lower[i], "clear|plain") &&
            pl_reading_is(reading, i + 1, "that"))
            clause.first = i + 2;
    if (clause.first >= clause.end) return;
    PlSpan span = pl_reading_span(reading, clause);
    if (pl_reading_is(reading, clause.first, "whether")) polarity = PL_OUTLOOK_MIXED;
    if (overlaps_last(search, span)) {
        settle(search, polarity);
        return;
    }
    *pl_vec_push(reading->arena, &search->talks->outlook) =
        (PlOutlook){.holder = holder_of(search, cue, subject_holds),
                    .polarity = (PlPolarity)polarity,
                    .span = span};
}

static bool is_negated(const Search *search, uint32_t cue)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, cue);
    for (uint32_t k = 1; k <= NEGATION_REACH && cue >= sent.first + k; k++) {
        PlSlice word = reading->tokens->lower[cue - k];
        if (pl_word_in(word, "not|n't|never|no|little|less|without|hardly|neither|few"))
            return true;
        if (reading->tokens->flags[cue - k] & PL_TOK_PUNCT) return false;
    }
    return false;
}

static void at_cue(Search *search, uint32_t tok, PlLexiconHit hit)
{
    const PlReading *reading = search->reading;
    const PlLexicon *lexicon = reading->model->outlook;
    PlSlice needs = pl_lexicon_cell(lexicon, hit.row, search->columns.needs);
    PlToks clause = pl_reading_clause(reading, tok);
    if (needs.len && !is_about(search, clause, pl_slice_is(needs, "deal"))) return;
    bool negated = is_negated(search, tok);
    uint32_t column = negated ? search->columns.negated : search->columns.polarity;
    int polarity = polarity_named(pl_lexicon_cell(lexicon, hit.row, column));
    if (polarity < 0) return;
    PlSlice who = pl_lexicon_cell(lexicon, hit.row, search->columns.who);
    push(search, polarity, tok, pl_slice_is(who, "subject"));
}

/* "hopes for a breakthrough remain low": the noun, and the word that weighs it, some way on. */
static bool at_weighed(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    /* The first word of a sentence is easily mistaken for a verb: "Hopes for a deal are low". */
    bool opens = reading->tokens->flags[tok] & PL_TOK_SENT_START;
    if (!opens && !pl_reading_is_noun(reading, tok)) return false;
    if (!pl_word_in(
            reading->syntax->lemma[tok],
            "hope|expectation|chance|prospect|odds|odd|optimism|likelihood|confidence|trust|"
            "mood|progress"))
        return false;
    PlToks sent = pl_reading_sent(reading, tok);
    bool verb = false;
    for (uint32_t i = tok + 1; i < sent.end && i <= tok + SPLIT_GAP; i++) {
        if (pl_reading_is_boundary(reading, i)) return false;
        uint8_t upos = reading->syntax->upos[i];
        verb |= upos == PL_UPOS_AUX || upos == PL_UPOS_VERB ||
                pl_word_in(reading->syntax->lemma[i], "remain|seem|look|appear|stay|be|grow|fade");
        if (!verb) continue;
        PlSlice lemma = reading->syntax->lemma[i];
        int polarity = -1;
        if (pl_word_in(lemma, "low|slim|dim|bleak|poor|remote|fade|dwindle|modest|limited|scant|"
                              "small|slender|faint|muted|evaporate|shatter|recede|stack|unlikely"))
            polarity = PL_OUTLOOK_PESSIMISTIC;
        if (pl_word_in(lemma, "high|good|grow|rise|strong|bright|improve|real"))
            polarity = PL_OUTLOOK_OPTIMISTIC;
        if (polarity < 0) continue;
        push(search, polarity, tok, false);
        return true;
    }
    return false;
}

/* A heading sums up what the text says again. */
static bool is_heading(const PlReading *reading, uint32_t tok)
{
    uint32_t block = reading->tokens->sent_block[reading->tokens->sent[tok]];
    return reading->article->blocks.items[block].kind == PL_BLOCK_CROSSHEAD;
}

void pl_outlook_find(const PlReading *reading, PlTalks *talks)
{
    const PlLexicon *lexicon = reading->model->outlook;
    const PlTable *table = pl_lexicon_table(lexicon);
    Search search = {.reading = reading,
                     .talks = talks,
                     .columns = {.polarity = pl_table_column(table, "polarity"),
                                 .negated = pl_table_column(table, "negated"),
                                 .needs = pl_table_column(table, "needs"),
                                 .who = pl_table_column(table, "who")}};
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++) {
        if (reading->tokens->flags[i] & PL_TOK_PUNCT || is_heading(reading, i)) continue;
        PlLexiconHit hit = pl_lexicon_match(lexicon, reading->tokens, reading->syntax, i);
        if (hit.row >= 0 && hit.n_toks > 1)
            at_cue(&search, i, hit);
        else if (at_weighed(&search, i))
            continue;
        else if (hit.row >= 0)
            at_cue(&search, i, hit);
    }
}
