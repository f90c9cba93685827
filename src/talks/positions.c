#include "talks/positions.h"

#include "talks/noun_stances.h"
#include "talks/requirements.h"
#include "talks/verb_stances.h"

static PlSlice word_at(const PlStanceSearch *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

static void at_adjective(PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlLexicon *lexicon = reading->model->stances->adjectives;
    PlLexiconHit hit = pl_lexicon_match(lexicon, reading->tokens, reading->syntax, tok);
    if (hit.row < 0) return;
    PlSides sides = pl_sides_of_verb(reading, tok);
    if (sides.n == 0 || pl_stance_search_is_own(search, tok, &sides)) return;
    if (pl_reading_is_unreal(reading, tok)) return;
    bool negated = pl_reading_is_negated(reading, tok);
    int8_t stance = pl_stance_of_row(lexicon, hit.row, negated ? "negated" : "stance");
    if (stance == PL_NO_STANCE) return;
    PlToks toks = pl_content_after(reading, tok, tok + hit.n_toks, false);
    PlContent content = pl_content_read(reading, toks, false);
    if (content.n_issues == 0) return;
    pl_stance_search_add(search, &sides, stance, &content,
                         pl_stance_search_words(search, tok, toks.end));
    pl_stance_search_enter(search, toks, &sides);
}

/* "a ceasefire is our priority": the issue before the words, the speaker's stance. */
static void at_predicate(PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlLexicon *lexicon = reading->model->stances->predicates;
    PlLexiconHit hit = pl_lexicon_match(lexicon, reading->tokens, reading->syntax, tok);
    if (hit.row < 0) return;
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t copula = tok;
    while (copula > sent.first && tok - copula < PL_STANCE_AFTER_GAP &&
           !pl_reading_lemma_is(reading, copula, "be") && !pl_reading_is(reading, copula, "as"))
        copula--;
    if (!pl_reading_lemma_is(reading, copula, "be") && !pl_slice_ends(word_at(search, tok), "come"))
        return;
    int32_t speaker = pl_reading_speaker(reading, tok);
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, speaker);
    if (sides.n == 0) return;
    uint32_t first = copula;
    while (first > sent.first && copula - first < PL_STANCE_ADDRESSEE_GAP &&
           !pl_reading_is_boundary(reading, first - 1) &&
           !(reading->tokens->flags[first - 1] & PL_TOK_QUOTE_OPEN) &&
           !pl_word_in(word_at(search, first - 1), "that"))
        first--;
    PlToks subject = {first, copula};
    PlContent content = pl_content_read(reading, subject, false);
    if (content.n_issues == 0) return;
    int8_t stance = pl_stance_of_row(lexicon, hit.row, "stance");
    pl_stance_search_add(search, &sides, stance, &content, (PlToks){first, tok + hit.n_toks});
}

/* Deeds by which one gives something to the other side. */
static bool is_giving(PlSlice lemma)
{
    return pl_word_in(lemma, "allow|let|open|lift|remove|release|free|withdraw|pull|reduce|cut|"
                             "limit|halt|stop|suspend|freeze|end|grant|give|provide|pay|raise|"
                             "increase|reopen|restore|dismantle|convert|ship|ease|drop|buy|extend|"
                             "hold|attend|join|resume|comply|honour|honor|abide|hand|return|scrap|"
                             "relax|waive|recognise|recognize|sign|surrender|cede|disarm|"
                             "negotiate|talk|reinstate|rehire|hire|fund|share|pause|delay|"
                             "postpone|permit|evacuate");
}

/* "We will lift the duties," a minister said: a side offers what it says that it will do, and
 * rejects what it says that it will not. */
static void at_own_deed(PlStanceSearch *search, uint32_t modal)
{
    const PlReading *reading = search->reading;
    if (!pl_word_in(word_at(search, modal), "will|would|'ll|wo")) return;
    PlToks sent = pl_reading_sent(reading, modal);
    if (modal == sent.first) return;
    int32_t speaker = pl_reading_speaker(reading, modal);
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, speaker);
    if (sides.n == 0) return;
    PlSides doers = {.n = 0};
    pl_sides_add(reading, &doers, pl_side_entity_at(reading, modal - 1));
    bool own = pl_word_in(word_at(search, modal - 1), "we|i") ||
               (doers.n == 1 && pl_sides_has(&sides, doers.party[0]));
    if (!own) return;
    uint32_t deed = modal + 1;
    bool denied = false;
    while (deed < sent.end && deed < modal + 4 &&
           (reading->syntax->upos[deed] == PL_UPOS_ADV ||
            reading->syntax->upos[deed] == PL_UPOS_PART)) {
        denied |= pl_word_in(word_at(search, deed), "not|n't|never");
        deed++;
    }
    if (deed >= sent.end || !is_giving(reading->syntax->lemma[deed])) return;
    if (pl_stance_table_find(&reading->model->stances->verbs, reading->syntax->lemma[deed]) >= 0)
        return; /* its own row says what that means */
    PlToks clause = pl_reading_clause(reading, modal);
    if (modal - sent.first < PL_STANCE_ANTECEDENT_REACH)
        clause.first = sent.first; /* "if not, we will" */
    for (uint32_t i = clause.first; i < modal; i++)
        if (pl_word_in(word_at(search, i), "if|when|whether|why|how|what|until|once|unless"))
            return;
    PlToks toks = pl_content_after(reading, deed, deed, false);
    if (toks.end < sent.end &&
        pl_word_in(word_at(search, toks.end), "unless|until|if|without|before"))
        return; /* a condition */
    PlContent content = pl_content_read(reading, toks, false);
    if (content.n_issues == 0 || pl_stance_search_is_own(search, deed, &sides)) return;
    pl_stance_search_add(search, &sides, denied ? PL_STANCE_REJECTS : PL_STANCE_OFFERS, &content,
                         (PlToks){modal - 1, toks.end});
    pl_stance_search_enter(search, toks, &sides);
}

/* "There can be no talks about the valley": who says so rejects them. */
static void at_denial(PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    if (!pl_reading_is(reading, tok, "there") || tok + 4 >= sent.end) return;
    if (!pl_word_in(word_at(search, tok + 1), "can|will|must|should") ||
        !pl_reading_is(reading, tok + 2, "be") || !pl_reading_is(reading, tok + 3, "no"))
        return;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, pl_reading_speaker(reading, tok));
    if (sides.n == 0) return;
    PlToks toks = pl_content_after(reading, tok, tok + 4, true);
    /* "no deal without a ceasefire" is a condition. */
    for (uint32_t i = tok + 4; i < sent.end && i <= toks.end; i++)
        if (pl_word_in(word_at(search, i), "without|until|unless|if|before|as")) return;
    PlContent content = pl_content_read(reading, toks, true);
    pl_stance_search_add(search, &sides, PL_STANCE_REJECTS, &content, (PlToks){tok, toks.end});
}

void pl_positions_find(const PlReading *reading, PlTalks *talks)
{
    PlStanceSearch search = {.reading = reading, .talks = talks};
    const PlTokens *tokens = reading->tokens;
    for (uint32_t i = 0; i < tokens->n_tokens; i++) {
        if (tokens->flags[i] & PL_TOK_SENT_START) search.outer = (PlToks){0, 0};
        if (tokens->flags[i] & PL_TOK_PUNCT) continue;
        if (pl_reading_is_verb(reading, i))
            pl_verb_stances_find(&search, i);
        else if (reading->syntax->upos[i] == PL_UPOS_NOUN ||
                 reading->syntax->upos[i] == PL_UPOS_ADJ)
            pl_noun_stances_find(&search, i);
        if (reading->syntax->upos[i] == PL_UPOS_NOUN) pl_verb_stances_find_hidden(&search, i);
        if (!pl_reading_is_verb(reading, i) || reading->syntax->xpos[i] == PL_XPOS_VBN)
            at_adjective(&search, i);
        at_predicate(&search, i);
        at_denial(&search, i);
        pl_requirements_find(&search, i);
        at_own_deed(&search, i);
    }
}
