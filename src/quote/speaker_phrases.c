#include "quote/speaker_phrases.h"

enum {
    MAX_PHRASE = 20, /* words of a noun phrase without a mention */
    MAX_HOPS = 6     /* noun phrases: "officials in the ministry of the interior" */
};

static const PlSpeaker nobody = {{0, 0}, -1};

/* A law or a weapon says nothing. */
static bool is_possible(const PlMention *mention)
{
    return mention->type != PL_ENTITY_MISC || mention->kind != PL_MENTION_NAME;
}

/* "she", "they": a phrase of its own. */
static bool stands_alone(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is_xpos(context, tok, PL_XPOS_PRP);
}

/* The run of noun-phrase words around `tok`. */
static PlTokRange phrase_around(const PlQuoteContext *context, uint32_t tok)
{
    PlTokRange sentence = pl_quote_sentence(context, tok);
    PlTokRange phrase = {tok, tok + 1};
    if (stands_alone(context, tok)) return phrase;
    while (phrase.first > sentence.first && tok - phrase.first < MAX_PHRASE &&
           pl_quote_in_noun_phrase(context, phrase.first - 1) &&
           !stands_alone(context, phrase.first - 1))
        phrase.first--;
    while (phrase.end < sentence.end && phrase.end - tok < MAX_PHRASE &&
           pl_quote_in_noun_phrase(context, phrase.end) && !stands_alone(context, phrase.end))
        phrase.end++;
    return phrase;
}

static PlSpeaker speaker_of_mention(const PlMention *mention)
{
    return (PlSpeaker){{mention->first_tok, mention->end_tok}, mention->entity};
}

PlSpeaker pl_speaker_at(const PlQuoteContext *context, uint32_t tok)
{
    const PlMention *mention = pl_quote_mention_at(context, tok);
    if (mention && is_possible(mention)) return speaker_of_mention(mention);
    /* A mention that does not reach the head names somebody else: "the minister's visit". */
    return (PlSpeaker){phrase_around(context, tok), -1};
}

/* The end of the noun phrase that starts at `tok`; a time ends it ("the mayor Friday"). */
static uint32_t phrase_end(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    uint32_t at = tok;
    while (at < end && at - tok < MAX_PHRASE && pl_quote_in_noun_phrase(context, at)) {
        /* "told journalists the plan was late": a second phrase begins. */
        if (at > tok && pl_quote_is_noun(context, at - 1) &&
            pl_quote_is_upos(context, at, PL_UPOS_DET))
            break;
        if (at > tok && (pl_quote_time_end(context, at) > at || pl_quote_is(context, at, "that")))
            break;
        const PlMention *mention = pl_quote_mention_at(context, at);
        at = mention && mention->first_tok == at && mention->end_tok > at ? mention->end_tok
                                                                          : at + 1;
    }
    return at < end ? at : end;
}

static bool is_person_name(const PlQuoteContext *context, uint32_t tok)
{
    const PlMention *mention = pl_quote_mention_at(context, tok);
    return mention && mention->kind == PL_MENTION_NAME && mention->type == PL_ENTITY_PER;
}

/* "the party's leader, Ada Moreau,": the name after the comma says who. */
static PlSpeaker name_after_comma(const PlQuoteContext *context, PlSpeaker speaker, uint32_t end)
{
    const PlMentions *mentions = context->mentions;
    uint32_t comma = speaker.words.end;
    if (comma + 1 >= end || !pl_quote_is(context, comma, ",")) return speaker;
    if (speaker.entity >= 0 && mentions->entities.items[speaker.entity].is_named) return speaker;
    if (!is_person_name(context, comma + 1)) return speaker;
    return speaker_of_mention(pl_quote_mention_at(context, comma + 1));
}

PlSpeaker pl_speaker_from(const PlQuoteContext *context, uint32_t tok)
{
    PlTokRange sentence = pl_quote_sentence(context, tok);
    if (tok >= sentence.end || !pl_quote_in_noun_phrase(context, tok)) return nobody;
    PlTokRange phrase = {tok, phrase_end(context, tok, sentence.end)};
    uint32_t head = tok;
    for (uint32_t at = tok; at < phrase.end; at++)
        if (pl_quote_is_xpos(context, at, PL_XPOS_POS) && at + 1 < phrase.end) head = at + 1;
    const PlMention *whole = pl_quote_mention_at(context, tok);
    bool is_whole = whole && whole->first_tok == tok && whole->end_tok >= phrase.end;
    int32_t entity =
        is_whole ? whole->entity : pl_mentions_entity_in(context->mentions, head, phrase.end);
    if (entity < 0 && whole && whole->end_tok > head) entity = whole->entity;
    return name_after_comma(context, (PlSpeaker){phrase, entity}, sentence.end);
}

/* Before the phrase that begins at `first` stands "of", "in", ... on a noun: the head is there. */
static bool hangs_on_noun(const PlQuoteContext *context, uint32_t first, uint32_t sentence_first)
{
    if (first > sentence_first && pl_quote_is_upos(context, first - 1, PL_UPOS_DET)) first--;
    if (first < sentence_first + 2) return false;
    if (!pl_quote_is_upos(context, first - 1, PL_UPOS_ADP)) return false;
    return pl_quote_is_noun(context, first - 2) ||
           pl_quote_is_upos(context, first - 2, PL_UPOS_PRON);
}

PlSpeaker pl_speaker_before(const PlQuoteContext *context, uint32_t end_tok)
{
    if (end_tok == 0) return nobody;
    PlTokRange sentence = pl_quote_sentence(context, end_tok - 1);
    uint32_t tok = end_tok - 1;
    for (uint32_t hop = 0; hop < MAX_HOPS; hop++) {
        if (!pl_quote_in_noun_phrase(context, tok)) return nobody;
        PlSpeaker speaker = pl_speaker_at(context, tok);
        if (speaker.words.first < sentence.first) return nobody;
        if (!hangs_on_noun(context, speaker.words.first, sentence.first)) {
            if (speaker.words.first > sentence.first &&
                pl_quote_is_upos(context, speaker.words.first - 1, PL_UPOS_ADP))
                return nobody;
            return speaker;
        }
        bool has_determiner = pl_quote_is_upos(context, speaker.words.first - 1, PL_UPOS_DET);
        tok = speaker.words.first - (has_determiner ? 3 : 2);
    }
    return nobody;
}

/* "Ada Moreau, the head of the union, a group of dockers, said": from the last of what is said
 * about her back to her name. */
PlSpeaker pl_speaker_before_apposition(const PlQuoteContext *context, PlSpeaker speaker)
{
    if (pl_tok_range_empty(speaker.words)) return speaker;
    uint32_t first = pl_quote_sentence(context, speaker.words.first).first;
    for (int hop = 0; hop < MAX_HOPS; hop++) {
        uint32_t start = phrase_around(context, speaker.words.first).first;
        if (start > speaker.words.first) start = speaker.words.first;
        if (pl_tok_range_empty(speaker.words) || start < first + 2) break;
        if (!pl_quote_is(context, start - 1, ",") || is_person_name(context, start)) break;
        if (!pl_quote_in_noun_phrase(context, start - 2)) break;
        bool named = is_person_name(context, start - 2);
        PlSpeaker before = pl_speaker_before(context, start - 1);
        if (pl_tok_range_empty(before.words) || before.words.first >= start) break;
        speaker = before;
        if (named) break;
    }
    return speaker;
}

/* A noun that means people, or may. */
static bool is_noun_for_people(const PlQuoteContext *context, uint32_t tok)
{
    if (pl_quote_is_upos(context, tok, PL_UPOS_PROPN)) return true;
    switch (pl_noun_sort(&context->model->noun_sorts, context->syntax->lemma[tok])) {
    case PL_SORT_PERSON:
    case PL_SORT_ORG:
    case PL_SORT_PEOPLE:
    case PL_SORT_PLACE:
    case PL_SORT_AMOUNT:
    case PL_SORT_UNKNOWN:
        return true;
    default:
        return false;
    }
}

bool pl_speaker_is_somebody(const PlQuoteContext *context, PlSpeaker speaker)
{
    if (speaker.entity >= 0)
        return context->mentions->entities.items[speaker.entity].type != PL_ENTITY_MISC;
    if (pl_tok_range_empty(speaker.words)) return false;
    uint32_t first = speaker.words.first;
    if (pl_quote_is_upos(context, first, PL_UPOS_NUM)) return true; /* "30 percent" */
    for (uint32_t tok = speaker.words.end; tok > first; tok--) {
        if (stands_alone(context, tok - 1)) return !pl_quote_is(context, tok - 1, "it");
        if (pl_quote_is_noun(context, tok - 1)) return is_noun_for_people(context, tok - 1);
    }
    /* "some", "many", "those close to him" */
    return !pl_quote_is(context, first, "this") && !pl_quote_is(context, first, "that") &&
           !pl_quote_is_xpos(context, first, PL_XPOS_WP) &&
           !pl_quote_is_xpos(context, first, PL_XPOS_WDT);
}

bool pl_speaker_can_tell(const PlQuoteContext *context, PlSpeaker speaker)
{
    if (pl_speaker_is_somebody(context, speaker)) return true;
    for (uint32_t tok = speaker.words.end; tok > speaker.words.first; tok--)
        if (pl_quote_is_noun(context, tok - 1))
            return pl_lexicon_match(context->model->tellers, context->tokens, context->syntax,
                                    tok - 1)
                       .row >= 0;
    return false;
}
