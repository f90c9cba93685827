#include "talks/requirements.h"

static PlSlice word_at(const PlStanceSearch *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

/* A finite verb stands in `toks` before `end`. */
static bool has_finite_before(const PlStanceSearch *search, PlToks toks, uint32_t end)
{
    for (uint32_t i = toks.first; i < end; i++) {
        uint8_t xpos = search->reading->syntax->xpos[i];
        if (xpos == PL_XPOS_MD || xpos == PL_XPOS_VBZ || xpos == PL_XPOS_VBD || xpos == PL_XPOS_VBP)
            return true;
    }
    return false;
}

/* Where "must", "has to" stands in `toks`; their start when it is a subjunctive that asks. */
static uint32_t must_at(const PlStanceSearch *search, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++) {
        if (pl_word_in(word_at(search, i), "must|should")) return i;
        if (pl_word_in(word_at(search, i), "needs|need|has|have|ought") && i + 1 < toks.end &&
            pl_reading_is(search->reading, i + 1, "to"))
            return i;
    }
    return toks.first;
}

/* "that it is no game and the threat must stay": the part in which "must" stands. */
static PlToks must_clause(const PlStanceSearch *search, PlToks toks)
{
    uint32_t modal = must_at(search, toks);
    PlToks clause = toks;
    for (uint32_t i = toks.first; i < modal; i++)
        if (pl_word_in(word_at(search, i), "that|,|;") ||
            (pl_word_in(word_at(search, i), "and|but|or") && has_finite_before(search, toks, i)))
            clause.first = i + 1;
    return clause;
}

/* "Any deal must include an amnesty": what the deal must have is wanted, else what must be. */
static PlContent must_content(const PlStanceSearch *search, PlToks clause, uint32_t modal)
{
    const PlReading *reading = search->reading;
    PlContent whole = pl_content_read(reading, clause, false);
    if (whole.n_issues == 0 || whole.words[0].first >= modal) return whole;
    bool has = false;
    for (uint32_t i = modal + 1; i < clause.end && i < modal + PL_STANCE_AFTER_GAP; i++)
        has |= pl_word_in(reading->syntax->lemma[i],
                          "include|contain|provide|guarantee|address|have|bring|ensure|cover|set");
    if (!has) return whole;
    PlContent part = pl_content_read(reading, (PlToks){modal + 1, clause.end}, false);
    return part.n_issues ? part : whole;
}

PlContent pl_requirements_content(const PlStanceSearch *search, PlToks toks)
{
    return must_content(search, must_clause(search, toks), must_at(search, toks));
}

void pl_requirements_find(PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    bool must = pl_word_in(word_at(search, tok), "must|should");
    bool has_to = tok + 1 < sent.end &&
                  pl_word_in(word_at(search, tok), "has|have|needs|need|ought") &&
                  pl_reading_is(reading, tok + 1, "to");
    if (!must && !has_to) return;
    PlToks clause = pl_reading_clause(reading, tok);
    bool inverted =
        must && tok + 1 < sent.end &&
        (pl_reading_is_noun(reading, tok + 1) || reading->syntax->upos[tok + 1] == PL_UPOS_PRON ||
         reading->syntax->upos[tok + 1] == PL_UPOS_DET);
    if (inverted) return; /* "should diplomacy fail" */
    for (uint32_t i = clause.first; i < clause.end; i++)
        if (pl_word_in(word_at(search, i), "if|when|why|what|how|whether|which|who|before|after"))
            return;
    if (clause.end < sent.end && pl_slice_is(reading->tokens->form[clause.end], "?")) return;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, pl_reading_speaker(reading, tok));
    if (sides.n == 0 || pl_stance_search_is_own(search, tok, &sides)) return;
    while (clause.first < tok && pl_word_in(word_at(search, clause.first), "and|that|so|but"))
        clause.first++;
    PlContent content = must_content(search, clause, tok);
    if (content.n_issues == 0) return;
    bool denied = tok + 1 < sent.end && pl_word_in(word_at(search, tok + 1), "not|n't|never");
    pl_stance_search_add(search, &sides, denied ? PL_STANCE_OPPOSES : PL_STANCE_DEMANDS, &content,
                         clause);
    pl_stance_search_enter(search, clause, &sides);
}
