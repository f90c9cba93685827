#include "quote/speakers.h"

enum {
    MAX_GROUP = 8,      /* words of a verb group: "has not so far publicly said" */
    MAX_INSERTION = 30, /* words between commas: "Trump, speaking on Thursday, said" */
    MAX_PHRASE = 20,    /* words of a noun phrase without a mention */
    MAX_HOPS = 6        /* noun phrases: "officials in the ministry of the interior" */
};

static const PlSpeaker nobody = {{0, 0}, -1};

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
    static const char *const verbs[] = {"continue", "proceed", "begin", "go", "rush", "dare"};
    if (tok > first && pl_quote_is(context, tok, "on")) tok--;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (is_lemma(context, tok, verbs[i])) return true;
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

PlVerbGroup pl_verb_group_find(const PlQuoteContext *context, uint32_t verb)
{
    PlTokRange sentence = pl_quote_sentence(context, verb);
    PlVerbGroup group = {.first_tok = verb, .voice = PL_VOICE_FINITE};
    bool has_be = false;
    bool has_have = false;
    uint32_t tok = verb;
    while (tok > sentence.first && verb - tok < MAX_GROUP) {
        uint32_t before = tok - 1;
        if (is_denial(context, before))
            group.is_denied = true;
        else if (is_auxiliary(context, before)) {
            has_be |= is_lemma(context, before, "be") || is_lemma(context, before, "get");
            has_have |= is_lemma(context, before, "have");
            group.is_unreal |= pl_quote_is_xpos(context, before, PL_XPOS_MD) &&
                               !pl_quote_is(context, before, "would");
        } else if (pl_quote_is(context, before, "to") && verb - before < 4) {
            if (before == sentence.first || !goes_on(context, before - 1, sentence.first))
                group.is_unreal = true;
        } else if (!pl_quote_is_upos(context, before, PL_UPOS_ADV))
            break;
        tok = before;
        if (!pl_quote_is_upos(context, before, PL_UPOS_ADV)) group.first_tok = tok;
    }
    bool in_ing = pl_quote_is_xpos(context, verb, PL_XPOS_VBG);
    bool in_ed = pl_quote_is_xpos(context, verb, PL_XPOS_VBN) ||
                 pl_quote_is_xpos(context, verb, PL_XPOS_VBD);
    if (in_ed && (has_be || (is_followed_by_agent(context, verb, sentence.end) && !has_have)))
        group.voice = PL_VOICE_PASSIVE;
    else if (in_ing && !has_be)
        group.voice = PL_VOICE_PARTICIPLE;
    return group;
}

static bool is_possible(const PlQuoteContext *context, const PlMention *mention)
{
    (void)context;
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

static PlSpeaker speaker_at(const PlQuoteContext *context, uint32_t tok)
{
    const PlMention *mention = pl_quote_mention_at(context, tok);
    if (mention && is_possible(context, mention)) return speaker_of_mention(mention);
    PlTokRange phrase = phrase_around(context, tok);
    return (PlSpeaker){phrase, pl_mentions_entity_in(context->mentions, phrase.first, phrase.end)};
}

/* The end of the noun phrase that starts at `tok`; a time ends it ("the mayor Friday"). */
static uint32_t phrase_end(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    uint32_t at = tok;
    while (at < end && at - tok < MAX_PHRASE && pl_quote_in_noun_phrase(context, at)) {
        if (at > tok && (pl_quote_time_end(context, at) > at || pl_quote_is(context, at, "that")))
            break;
        const PlMention *mention = pl_quote_mention_at(context, at);
        at = mention && mention->first_tok == at && mention->end_tok > at ? mention->end_tok
                                                                          : at + 1;
    }
    return at < end ? at : end;
}

/* "the party's leader, Ada Moreau,": the name after the comma says who. */
static PlSpeaker name_after_comma(const PlQuoteContext *context, PlSpeaker speaker, uint32_t end)
{
    const PlMentions *mentions = context->mentions;
    uint32_t comma = speaker.words.end;
    if (comma + 1 >= end || !pl_quote_is(context, comma, ",")) return speaker;
    if (speaker.entity >= 0 && mentions->entities.items[speaker.entity].is_named) return speaker;
    const PlMention *name = pl_quote_mention_at(context, comma + 1);
    if (!name || name->kind != PL_MENTION_NAME || name->type != PL_ENTITY_PER) return speaker;
    return speaker_of_mention(name);
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
    int32_t entity = -1;
    if (whole && whole->first_tok == tok && whole->end_tok > head)
        entity = whole->entity;
    else
        entity = pl_mentions_entity_in(context->mentions, head, phrase.end);
    return name_after_comma(context, (PlSpeaker){phrase, entity}, sentence.end);
}

/* Before the phrase that begins at `first` stands "of", "in", ... on a noun: the head is there. */
static bool hangs_on_noun(const PlQuoteContext *context, uint32_t first, uint32_t sentence_first)
{
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
        PlSpeaker speaker = speaker_at(context, tok);
        if (speaker.words.first < sentence.first) return nobody;
        if (!hangs_on_noun(context, speaker.words.first, sentence.first)) {
            if (speaker.words.first > sentence.first &&
                pl_quote_is_upos(context, speaker.words.first - 1, PL_UPOS_ADP))
                return nobody;
            return speaker;
        }
        tok = speaker.words.first - 2;
    }
    return nobody;
}

/* ---- the tree ------------------------------------------------------------------------------- */

static bool is_subject(uint8_t deprel)
{
    return deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_nsubj_outer;
}

static PlSpeaker speaker_in_tree(const PlQuoteContext *context, uint32_t verb, bool agent)
{
    PlTokRange sentence = pl_quote_sentence(context, verb);
    uint32_t low = verb - sentence.first > 60 ? verb - 60 : sentence.first;
    uint32_t high = sentence.end - verb > 60 ? verb + 60 : sentence.end;
    for (uint32_t tok = low; tok < high; tok++) {
        if (context->syntax->head_tok[tok] != (int32_t)verb) continue;
        uint8_t deprel = context->syntax->deprel[tok];
        if (agent ? deprel != PL_DEPREL_obl_agent : !is_subject(deprel)) continue;
        if (context->stretch_of_tok[tok] != context->stretch_of_tok[verb]) continue;
        if (pl_quote_is_xpos(context, tok, PL_XPOS_WDT) ||
            pl_quote_is_xpos(context, tok, PL_XPOS_WP))
            continue;
        PlSpeaker speaker = speaker_at(context, tok);
        if (speaker.entity >= 0) return speaker;
    }
    return nobody;
}

/* ---- the words around ----------------------------------------------------------------------- */

static bool is_relative(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is(context, tok, "who") || pl_quote_is(context, tok, "which") ||
           (pl_quote_is(context, tok, "that") && tok > 0 && pl_quote_is_noun(context, tok - 1));
}

/* The comma or dash before the one at `last` that an insertion began with, or 0. */
static uint32_t insertion_start(const PlQuoteContext *context, uint32_t last, uint32_t first)
{
    PlSlice mark = context->tokens->lower[last];
    for (uint32_t tok = last; tok > first && last - tok < MAX_INSERTION; tok--) {
        if (pl_quote_is_mark(context, tok - 1)) return 0;
        if (pl_slice_equal(context->tokens->lower[tok - 1], mark)) return tok - 1;
    }
    return 0;
}

static bool ends_insertion(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const marks[] = {",", "–", "—", "--", "-"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pl_quote_is(context, tok, marks[i])) return true;
    return false;
}

/* The finite verb before `tok` in the sentence, outside quotations; `tok` itself when none. */
static uint32_t verb_before(const PlQuoteContext *context, uint32_t tok, uint32_t first)
{
    for (uint32_t at = tok; at > first && tok - at < 2 * MAX_INSERTION; at--) {
        if (context->stretch_of_tok[at - 1] != context->stretch_of_tok[tok]) continue;
        if (pl_quote_is_upos(context, at - 1, PL_UPOS_VERB) && pl_quote_is_finite(context, at - 1))
            return at - 1;
    }
    return tok;
}

/* Before a closing bracket: its opening one, "(D-Ohio)"; `tok` itself when there is none near. */
static uint32_t bracket_start(const PlQuoteContext *context, uint32_t tok, uint32_t first)
{
    if (!pl_quote_is(context, tok, ")")) return tok;
    for (uint32_t at = tok; at > first && tok - at < MAX_INSERTION; at--)
        if (pl_quote_is(context, at - 1, "(")) return at - 1;
    return tok;
}

/* "Ada Moreau, the head of the union, a group of dockers, said": from the last of what is said
 * about her back to her name. */
static PlSpeaker before_apposition(const PlQuoteContext *context, PlSpeaker speaker, uint32_t first)
{
    for (int hop = 0; hop < MAX_HOPS; hop++) {
        uint32_t start = speaker.words.first;
        if (pl_tok_range_empty(speaker.words) || start < first + 2) break;
        if (!pl_quote_is(context, start - 1, ",")) break;
        if (!pl_quote_in_noun_phrase(context, start - 2)) break;
        const PlMention *mention = pl_quote_mention_at(context, start - 2);
        bool named = mention && mention->kind == PL_MENTION_NAME && mention->type == PL_ENTITY_PER;
        PlSpeaker before = pl_speaker_before(context, start - 1);
        if (pl_tok_range_empty(before.words) || before.words.first >= start) break;
        speaker = before;
        if (named) break;
    }
    return speaker;
}

/* The speaker before the verb group that begins at `first_tok`, when a noun phrase, a relative
 * pronoun or an insertion stands there. `shared` is set when the verb leans on another instead. */
static PlSpeaker speaker_left(const PlQuoteContext *context, uint32_t first_tok, bool *shared)
{
    PlTokRange sentence = pl_quote_sentence(context, first_tok);
    uint32_t tok = first_tok;
    *shared = false;
    while (tok > sentence.first && pl_quote_is_upos(context, tok - 1, PL_UPOS_ADV))
        tok--;
    if (tok == sentence.first) return nobody;
    uint32_t before = bracket_start(context, tok - 1, sentence.first);
    if (before < tok - 1) {
        if (before == sentence.first) return nobody;
        tok = before--;
    }
    if (pl_quote_is_upos(context, before, PL_UPOS_CCONJ)) {
        *shared = true;
        return nobody;
    }
    if (is_relative(context, before)) {
        uint32_t end = before;
        if (end > sentence.first && pl_quote_is(context, end - 1, ",")) end--;
        return end > sentence.first ? pl_speaker_before(context, end) : nobody;
    }
    if (ends_insertion(context, before)) {
        uint32_t start = insertion_start(context, before, sentence.first);
        if (start > sentence.first && pl_quote_in_noun_phrase(context, start - 1))
            return before_apposition(context, pl_speaker_before(context, start), sentence.first);
        *shared = true;
        return nobody;
    }
    if (pl_quote_in_noun_phrase(context, before)) return pl_speaker_before(context, tok);
    return nobody;
}

/* "...," said the minister: a mark, a comma or a dash before the verb, a noun phrase after it. */
static PlSpeaker speaker_right(const PlQuoteContext *context, uint32_t first_tok, uint32_t end_tok)
{
    PlTokRange sentence = pl_quote_sentence(context, first_tok);
    if (end_tok >= sentence.end || !pl_quote_in_noun_phrase(context, end_tok)) return nobody;
    if (pl_quote_is(context, end_tok, "that")) return nobody;
    if (first_tok > sentence.first) {
        uint32_t before = first_tok - 1;
        if (!pl_quote_closes(context, before) && !pl_quote_is(context, before, ",") &&
            !pl_quote_is_upos(context, before, PL_UPOS_PUNCT) &&
            !pl_quote_is(context, before, "as") && !pl_quote_is(context, before, "so"))
            return nobody;
    }
    return pl_speaker_from(context, end_tok);
}

static PlSpeaker agent_of(const PlQuoteContext *context, uint32_t verb)
{
    PlSpeaker speaker = speaker_in_tree(context, verb, true);
    if (speaker.entity >= 0) return speaker;
    PlTokRange sentence = pl_quote_sentence(context, verb);
    for (uint32_t tok = verb + 1; tok + 1 < sentence.end && tok < verb + 4; tok++)
        if (pl_quote_is(context, tok, "by")) return pl_speaker_from(context, tok + 1);
    return nobody;
}

/* The subject of the verbs before it, for a verb that has none: "met X and called ...", ", saying".
 */
static PlSpeaker shared_speaker(const PlQuoteContext *context, uint32_t first_tok)
{
    PlTokRange sentence = pl_quote_sentence(context, first_tok);
    uint32_t at = first_tok;
    for (uint32_t hop = 0; hop < MAX_HOPS; hop++) {
        uint32_t verb = verb_before(context, at, sentence.first);
        if (verb == at) return nobody;
        PlVerbGroup group = pl_verb_group_find(context, verb);
        if (group.voice == PL_VOICE_FINITE) {
            PlSpeaker speaker = speaker_in_tree(context, verb, false);
            if (speaker.entity >= 0) return speaker;
            bool shared;
            speaker = speaker_left(context, group.first_tok, &shared);
            if (!pl_tok_range_empty(speaker.words)) return speaker;
            speaker = speaker_right(context, group.first_tok, verb + 1);
            if (speaker.entity >= 0) return speaker;
        }
        at = verb;
    }
    return nobody;
}

PlSpeaker pl_speaker_find(const PlQuoteContext *context, const PlVerbGroup *group, uint32_t verb,
                          uint32_t end_tok)
{
    if (group->voice == PL_VOICE_PASSIVE) return agent_of(context, verb);
    if (group->voice == PL_VOICE_PARTICIPLE) {
        PlSpeaker speaker = shared_speaker(context, group->first_tok);
        return speaker;
    }
    PlSpeaker turned = {{0, 0}, -1};
    PlTokRange sentence = pl_quote_sentence(context, verb);
    bool after_mark =
        group->first_tok > sentence.first && pl_quote_is_mark(context, group->first_tok - 1);
    if (after_mark) turned = speaker_right(context, group->first_tok, end_tok);
    if (turned.entity >= 0) return turned;
    PlSpeaker speaker = speaker_in_tree(context, verb, false);
    if (speaker.entity >= 0) return speaker;
    bool shared;
    PlSpeaker left = speaker_left(context, group->first_tok, &shared);
    if (!pl_tok_range_empty(left.words)) return left;
    turned = speaker_right(context, group->first_tok, end_tok);
    if (turned.entity >= 0) return turned;
    if (shared) return shared_speaker(context, group->first_tok);
    return turned;
}
