#include "talks/stance_search.h"

#include "talks/position_rows.h"

static PlSlice word_at(const PlStanceSearch *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

void pl_stance_search_add(PlStanceSearch *search, const PlSides *sides, int8_t stance,
                          const PlContent *content, PlToks words)
{
    pl_positions_add_content(search->reading, search->talks, sides, stance, content, words);
}

bool pl_stance_search_is_own(const PlStanceSearch *search, uint32_t tok, const PlSides *sides)
{
    if (tok < search->outer.first || tok >= search->outer.end) return false;
    if (search->outer_sides.n == 0) return true;
    for (uint32_t i = 0; i < sides->n; i++)
        if (!pl_sides_has(&search->outer_sides, sides->party[i])) return false;
    return true;
}

void pl_stance_search_enter(PlStanceSearch *search, PlToks content, const PlSides *sides)
{
    search->outer = content;
    search->outer_sides = *sides;
}

PlToks pl_stance_search_words(const PlStanceSearch *search, uint32_t verb, uint32_t end)
{
    const PlReading *reading = search->reading;
    PlToks words = {verb, end};
    int32_t subject = pl_reading_subject(reading, verb);
    if (subject >= 0 && (uint32_t)subject < verb &&
        verb - (uint32_t)subject < PL_STANCE_SUBJECT_REACH) {
        words.first = (uint32_t)subject;
        uint32_t left = reading->left_tok[subject];
        while (words.first > left && !pl_reading_is_boundary(reading, words.first - 1) &&
               verb - words.first < PL_STANCE_SUBJECT_REACH)
            words.first--;
    }
    return words;
}

bool pl_stance_search_skips(const PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    uint8_t upos = reading->syntax->upos[tok];
    if (upos == PL_UPOS_ADV) return true;
    if (pl_word_in(word_at(search, tok), "on|again|last|this|week|month|year|today|yesterday"))
        return true;
    return pl_word_in(word_at(search, tok), "monday|tuesday|wednesday|thursday|friday|saturday|"
                                            "sunday");
}

PlToks pl_stance_search_skip_adverbs(const PlStanceSearch *search, PlToks toks)
{
    while (toks.first < toks.end && pl_stance_search_skips(search, toks.first) &&
           !pl_word_in(word_at(search, toks.first), "this"))
        toks.first++;
    return toks;
}
