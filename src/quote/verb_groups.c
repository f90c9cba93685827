#include "quote/verb_groups.h"

enum { MAX_GROUP = 8 }; /* words: "has not so far publicly said" */

static bool is_auxiliary(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is_upos(context, tok, PL_UPOS_AUX) ||
           pl_quote_is_xpos(context, tok, PL_XPOS_MD);
}

static bool is_denial(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is(context, tok, "not") || pl_quote_is(context, tok, "n't") ||
           pl_quote_is(context, tok, "never") || pl_quote_is(context, tok, "n’t");
}

static bool is_lemma(const PlQuoteContext *context, uint32_t tok, const char *lemma)
{
    return pl_slice_is(context->syntax->lemma[tok], lemma);
}

/* "went on to say", "continued to insist": said all the same. */
static bool goes_on(const PlQuoteContext *context, uint32_t tok, uint32_t first)
{
    static const char *const verbs[] = {"continue", "proceed", "begin", "go",   "rush",  "dare",
                                        "try",      "attempt", "come",  "seem", "appear"};
    if (tok > first && pl_quote_is(context, tok, "on")) tok--;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (is_lemma(context, tok, verbs[i])) return true;
    return false;
}

/* "continued", "went" in "went on": the verb that carries the infinitive at `to`. */
static int32_t carrier_before(const PlQuoteContext *context, uint32_t to, uint32_t first)
{
    bool has_particle = to > first + 1 && pl_quote_is(context, to - 1, "on");
    return (int32_t)to - (has_particle ? 2 : 1);
}

/* "was quick to retort": said. */
static bool is_readily_done(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const words[] = {"quick", "swift", "careful", "first"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pl_quote_is(context, tok, words[i])) return true;
    return false;
}

static bool is_followed_by_agent(const PlQuoteContext *context, uint32_t verb, uint32_t end)
{
    for (uint32_t tok = verb + 1; tok < end && tok < verb + 4; tok++) {
        if (pl_quote_is(context, tok, "by")) return true;
        if (!pl_quote_is_upos(context, tok, PL_UPOS_ADV) &&
            !pl_quote_is_upos(context, tok, PL_UPOS_ADP))
            return false;
    }
    return false;
}

/* "he's sought to": "has", as nobody is told to have sought him. */
static bool is_short_has(const PlQuoteContext *context, uint32_t tok, uint32_t verb, uint32_t end)
{
    bool is_short = pl_quote_is(context, tok, "'s") || pl_quote_is(context, tok, "’s");
    return is_short && pl_quote_is_xpos(context, verb, PL_XPOS_VBN) &&
           !is_followed_by_agent(context, verb, end);
}

PlVerbGroup pl_verb_group_find(const PlQuoteContext *context, uint32_t verb)
{
    PlTokRange sentence = pl_quote_sentence(context, verb);
    PlVerbGroup group = {.first_tok = verb, .carrier = -1, .voice = PL_VOICE_FINITE};
    bool has_be = false;
    bool has_have = false;
    uint32_t tok = verb;
    while (tok > sentence.first && verb - tok < MAX_GROUP) {
        uint32_t before = tok - 1;
        if (is_denial(context, before))
            group.is_denied = true;
        else if (is_auxiliary(context, before)) {
            bool may_be_has = is_short_has(context, before, verb, sentence.end);
            has_be |= !may_be_has &&
                      (is_lemma(context, before, "be") || is_lemma(context, before, "get"));
            has_have |= may_be_has || is_lemma(context, before, "have");
            group.is_unreal |= pl_quote_is_xpos(context, before, PL_XPOS_MD);
        } else if (pl_quote_is(context, before, "to") && verb - before < 4) {
            if (before > sentence.first && goes_on(context, before - 1, sentence.first))
                group.carrier = carrier_before(context, before, sentence.first);
            else if (before == sentence.first || !is_readily_done(context, before - 1))
                group.is_unreal = true;
        } else if (!pl_quote_is_upos(context, before, PL_UPOS_ADV))
            break;
        tok = before;
        if (!pl_quote_is_upos(context, before, PL_UPOS_ADV)) group.first_tok = tok;
    }
    bool in_ing = pl_quote_is_xpos(context, verb, PL_XPOS_VBG);
    bool in_ed = pl_quote_is_xpos(context, verb, PL_XPOS_VBN) ||
                 pl_quote_is_xpos(context, verb, PL_XPOS_VBD);
    /* "bills known as": a participle after its noun, nobody's saying. */
    bool is_reduced = pl_quote_is_xpos(context, verb, PL_XPOS_VBN) && !has_have &&
                      context->syntax->deprel[verb] == PL_DEPREL_acl && verb + 1 < sentence.end &&
                      pl_quote_is(context, verb + 1, "as");
    if (in_ed &&
        (has_be || is_reduced || (is_followed_by_agent(context, verb, sentence.end) && !has_have)))
        group.voice = PL_VOICE_PASSIVE;
    else if (in_ing && !has_be)
        group.voice = PL_VOICE_PARTICIPLE;
    return group;
}
