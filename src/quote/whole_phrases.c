#include "quote/whole_phrases.h"

enum {
    MAX_CLIMB = 12, /* arcs from a word of the phrase to its head */
    MAX_PHRASE = 60 /* words on either side */
};

static bool in_one_phrase(uint8_t deprel)
{
    return deprel == PL_DEPREL_flat || deprel == PL_DEPREL_appos || deprel == PL_DEPREL_compound ||
           deprel == PL_DEPREL_nmod_desc;
}

/* `tok` is `head`, or hangs on it by few arcs. */
static bool hangs_on(const PlQuoteContext *context, uint32_t tok, uint32_t head)
{
    int32_t at = (int32_t)tok;
    for (int hop = 0; hop < MAX_CLIMB && at >= 0; hop++) {
        if (at == (int32_t)head) return true;
        at = context->syntax->head_tok[at];
    }
    return false;
}

/* The word of `words` that the others hang on. */
static uint32_t head_of(const PlQuoteContext *context, PlTokRange words)
{
    for (uint32_t tok = words.first; tok < words.end; tok++) {
        int32_t head = context->syntax->head_tok[tok];
        if (head < 0 || !pl_tok_range_has(words, (uint32_t)head)) return tok;
    }
    return words.first;
}

/* `tok` is the subject of the cue's verb: what is joined to it speaks too. */
static bool is_subject_of(const PlQuoteContext *context, uint32_t tok, const PlCue *cue)
{
    int32_t head = context->syntax->head_tok[tok];
    return context->syntax->deprel[tok] == PL_DEPREL_nsubj && head >= 0 &&
           pl_tok_range_has(cue->words, (uint32_t)head);
}

/* Up to the noun that the name explains or goes with: "Moreau" to "head" in "union head Moreau". */
static uint32_t climb(const PlQuoteContext *context, const PlCue *cue, uint32_t head,
                      PlTokRange limits)
{
    for (int hop = 0; hop < MAX_CLIMB; hop++) {
        int32_t above = context->syntax->head_tok[head];
        if (above < 0 || !pl_tok_range_has(limits, (uint32_t)above)) break;
        if (!pl_quote_is_noun(context, (uint32_t)above)) break;
        bool joined = context->syntax->deprel[head] == PL_DEPREL_conj &&
                      is_subject_of(context, (uint32_t)above, cue);
        if (!joined && !in_one_phrase(context->syntax->deprel[head])) break;
        head = (uint32_t)above;
    }
    return head;
}

/* The part of the sentence in which the phrase may stand. */
static PlTokRange limits_of(const PlQuoteContext *context, const PlCue *cue)
{
    PlTokRange words = cue->speaker.words;
    PlTokRange limits = pl_quote_sentence(context, words.first);
    const PlTokRange others[] = {cue->words, cue->content};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (pl_tok_range_empty(others[i])) continue;
        if (others[i].end <= words.first && others[i].end > limits.first)
            limits.first = others[i].end;
        if (others[i].first >= words.end && others[i].first < limits.end)
            limits.end = others[i].first;
    }
    if (words.first - limits.first > MAX_PHRASE) limits.first = words.first - MAX_PHRASE;
    if (limits.end > words.end && limits.end - words.end > MAX_PHRASE)
        limits.end = words.end + MAX_PHRASE;
    return limits;
}

/* What the tree hangs on a name and is not part of it: "Velport -- Moreau", ", speaking on Friday".
 */
static bool is_break(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const marks[] = {"-", "--", "–", "—", ":", ";"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pl_quote_is(context, tok, marks[i]))
            return context->tokens->flags[tok] & PL_TOK_SPACE_BEFORE;
    return false;
}

static bool begins_clause(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    return tok + 1 < end && pl_quote_is(context, tok, ",") &&
           pl_quote_is_xpos(context, tok + 1, PL_XPOS_VBG);
}

static bool is_part(const PlQuoteContext *context, uint32_t tok, uint32_t head)
{
    if (is_break(context, tok)) return false;
    return context->stretch_of_tok[tok] == context->stretch_of_tok[head] &&
           hangs_on(context, tok, head);
}

static bool is_trimmed(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is_upos(context, tok, PL_UPOS_PUNCT) ||
           pl_quote_is_xpos(context, tok, PL_XPOS_POS) ||
           pl_quote_is_upos(context, tok, PL_UPOS_SCONJ) ||
           pl_quote_is_upos(context, tok, PL_UPOS_CCONJ) ||
           pl_quote_is_upos(context, tok, PL_UPOS_ADP) ||
           pl_quote_is_xpos(context, tok, PL_XPOS_WP) ||
           pl_quote_is_xpos(context, tok, PL_XPOS_WDT);
}

/* Without marks, small words and the genitive's ending at its ends; a bracket stays closed. */
static PlTokRange trim(const PlQuoteContext *context, PlTokRange phrase, PlTokRange words)
{
    while (phrase.end > words.end && is_trimmed(context, phrase.end - 1) &&
           !pl_quote_is(context, phrase.end - 1, ")"))
        phrase.end--;
    while (phrase.first < words.first && is_trimmed(context, phrase.first))
        phrase.first++;
    return phrase;
}

PlTokRange pl_whole_phrase_of_speaker(const PlQuoteContext *context, const PlCue *cue)
{
    PlTokRange phrase = cue->speaker.words;
    if (pl_tok_range_empty(phrase)) return phrase;
    if (phrase.end - phrase.first == 1 && context->syntax->upos[phrase.first] == PL_UPOS_PRON)
        return phrase;
    PlTokRange limits = limits_of(context, cue);
    uint32_t head = climb(context, cue, head_of(context, phrase), limits);
    while (phrase.first > limits.first && is_part(context, phrase.first - 1, head))
        phrase.first--;
    while (phrase.end < limits.end && is_part(context, phrase.end, head) &&
           !begins_clause(context, phrase.end, limits.end))
        phrase.end++;
    return trim(context, phrase, cue->speaker.words);
}
