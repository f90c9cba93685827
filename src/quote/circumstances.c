#include "quote/circumstances.h"

enum {
    MAX_AFTER = 24,  /* words after the cue */
    MAX_BEFORE = 24, /* words of what opens the sentence */
    MAX_PHRASE = 14  /* words of a channel */
};

/* Outside of quotations, what is reported, and the clauses around. */
static PlTokRange region_after(const PlQuoteContext *context, const PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    uint32_t first = cue->words.end;
    if (cue->speaker.words.first == first) first = cue->speaker.words.end;
    if (cue->hearer.words.first == first) first = cue->hearer.words.end;
    uint32_t end = first;
    while (end < sentence.end && end - first < MAX_AFTER) {
        bool reported = cue->content.first >= first && end >= cue->content.first &&
                        !pl_tok_range_empty(cue->content);
        if (reported || context->stretch_of_tok[end] >= 0 || pl_quote_is_mark(context, end) ||
            pl_quote_is(context, end, "that") || pl_quote_is(context, end, ":") ||
            pl_quote_is_finite(context, end))
            break;
        end++;
    }
    return (PlTokRange){first, end};
}

/* "In an interview on Monday, ..." */
static PlTokRange region_before(const PlQuoteContext *context, const PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    uint32_t end = sentence.first;
    while (end < cue->words.first && end - sentence.first < MAX_BEFORE) {
        if (pl_quote_is(context, end, ",")) return (PlTokRange){sentence.first, end};
        if (context->stretch_of_tok[end] >= 0 || pl_quote_is_finite(context, end)) break;
        end++;
    }
    return (PlTokRange){sentence.first, sentence.first};
}

static int32_t time_in(const PlQuoteContext *context, PlTokRange region)
{
    for (uint32_t tok = region.first; tok < region.end; tok++) {
        int32_t time = pl_quote_time_at(context, tok);
        if (time < 0) continue;
        PlTimeType type = context->mentions->times.items[time].type;
        if (type == PL_TIME_DATE || type == PL_TIME_TIME) return time;
    }
    return -1;
}

static bool leads(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const words[] = {"in", "on", "at", "via", "through", "during", "by", "over"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pl_quote_is(context, tok, words[i])) return true;
    return false;
}

/* The end of the noun phrase at `tok`; a time ends it. */
static uint32_t phrase_end(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    uint32_t at = tok;
    while (at < end && at - tok < MAX_PHRASE && pl_quote_in_noun_phrase(context, at) &&
           pl_quote_time_at(context, at) < 0)
        at++;
    return at;
}

static bool has_channel(const PlQuoteContext *context, PlTokRange phrase)
{
    for (uint32_t tok = phrase.first; tok < phrase.end; tok++) {
        PlLexiconHit hit =
            pl_lexicon_match(context->model->channels, context->tokens, context->syntax, tok);
        if (hit.row >= 0 && tok + hit.n_toks >= phrase.end) return true;
    }
    return false;
}

static PlTokRange channel_in(const PlQuoteContext *context, PlTokRange region)
{
    for (uint32_t tok = region.first; tok + 1 < region.end; tok++) {
        if (!leads(context, tok)) continue;
        PlTokRange phrase = {tok + 1, phrase_end(context, tok + 1, region.end)};
        if (!has_channel(context, phrase)) continue;
        /* "a post on X", "an interview with the Herald" */
        bool goes_on = phrase.end + 1 < region.end && (pl_quote_is(context, phrase.end, "on") ||
                                                       pl_quote_is(context, phrase.end, "with") ||
                                                       pl_quote_is(context, phrase.end, "to"));
        if (goes_on) {
            uint32_t end = phrase_end(context, phrase.end + 1, region.end);
            if (end > phrase.end + 1) phrase.end = end;
        }
        return phrase;
    }
    return (PlTokRange){0, 0};
}

PlCircumstances pl_circumstances_find(const PlQuoteContext *context, const PlCue *cue)
{
    PlTokRange after = region_after(context, cue);
    PlTokRange before = region_before(context, cue);
    PlCircumstances found = {channel_in(context, after), time_in(context, after)};
    if (pl_tok_range_empty(found.channel)) found.channel = channel_in(context, before);
    if (found.time < 0) found.time = time_in(context, before);
    return found;
}
