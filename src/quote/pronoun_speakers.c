#include "quote/pronoun_speakers.h"

enum {
    MAX_BEFORE = 40, /* words of the sentence before the pronoun */
    MAX_BETWEEN = 12 /* sentences between the two cues */
};

typedef struct Genders {
    int8_t *balance; /* [n_entities] times called he less times called she, small */
} Genders;

/* 1 for he, -1 for she, 0 for all else. */
static int gender_of(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const male[] = {"he", "him", "his"};
    static const char *const female[] = {"she", "her", "hers"};
    for (size_t i = 0; i < sizeof male / sizeof *male; i++) {
        if (pl_quote_is(context, tok, male[i])) return 1;
        if (pl_quote_is(context, tok, female[i])) return -1;
    }
    return 0;
}

static Genders genders_find(const PlQuoteContext *context)
{
    enum { MOST = 100 };
    const PlMentions *mentions = context->mentions;
    Genders genders = {pl_arena_array(context->arena, int8_t, mentions->entities.n + 1u)};
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_PRONOUN || mention->entity < 0) continue;
        int balance = genders.balance[mention->entity] + gender_of(context, mention->first_tok);
        if (balance < MOST && balance > -MOST) genders.balance[mention->entity] = (int8_t)balance;
    }
    return genders;
}

static bool is_one_person(const PlQuoteContext *context, int32_t entity)
{
    if (entity < 0) return false;
    const PlEntity *of = &context->mentions->entities.items[entity];
    return of->type == PL_ENTITY_PER && !of->is_group;
}

/* "the mayor of Velport": the one whose place is named is not just any. */
static bool of_somebody(const PlQuoteContext *context, const PlSpeaker *speaker)
{
    const PlMentions *mentions = context->mentions;
    for (uint32_t tok = speaker->words.first; tok < speaker->words.end; tok++)
        if (pl_mentions_entity_in(mentions, tok, tok + 1) >= 0) return true;
    return false;
}

static bool names_person_before(const PlQuoteContext *context, uint32_t tok)
{
    PlTokRange sentence = pl_quote_sentence(context, tok);
    for (uint32_t at = tok; at > sentence.first && tok - at < MAX_BEFORE; at--) {
        if (context->stretch_of_tok[at - 1] >= 0) continue;
        const PlMention *mention = pl_quote_mention_at(context, at - 1);
        if (mention && is_one_person(context, mention->entity)) return true;
    }
    return false;
}

/* The sentence has a cue, or is quoted from its start. */
static bool reports_speech(const PlQuoteContext *context, const PlCues *cues, uint32_t sent)
{
    if (cues->sent_first_cue[sent + 1] > cues->sent_first_cue[sent]) return true;
    uint32_t first = context->tokens->sent_first_tok[sent];
    uint32_t end = context->tokens->sent_first_tok[sent + 1];
    return context->stretch_of_tok[first] >= 0 ||
           (first + 1 < end && context->stretch_of_tok[first + 1] >= 0);
}

static bool goes_on(const PlQuoteContext *context, const PlCues *cues, const PlCue *last,
                    const PlCue *cue)
{
    const PlTokens *tokens = context->tokens;
    uint32_t from = tokens->sent[last->words.first];
    uint32_t to = tokens->sent[cue->words.first];
    if (from == to || to - from > MAX_BETWEEN) return false;
    if (tokens->sent_block[to] - tokens->sent_block[from] > 1) return false;
    for (uint32_t sent = from + 1; sent < to; sent++)
        if (!reports_speech(context, cues, sent)) return false;
    return true;
}

/* "the congressman", never spoken of before: an office of whoever speaks, as reports vary names. */
static bool is_new_description(const PlQuoteContext *context, const PlSpeaker *speaker)
{
    if (speaker->entity < 0 || !pl_quote_is(context, speaker->words.first, "the")) return false;
    const PlEntity *entity = &context->mentions->entities.items[speaker->entity];
    if (entity->is_named || entity->is_group || entity->type != PL_ENTITY_PER) return false;
    const PlMention *mention = pl_quote_mention_at(context, speaker->words.first);
    return mention && mention->kind == PL_MENTION_DESCRIPTION && !of_somebody(context, speaker);
}

/* Few paragraphs lie between, whatever they hold: sites put links there. */
static bool is_near(const PlQuoteContext *context, const PlCue *last, const PlCue *cue)
{
    enum { MAX_BLOCKS = 3 };
    const PlTokens *tokens = context->tokens;
    uint32_t from = tokens->sent_block[tokens->sent[last->words.first]];
    return tokens->sent_block[tokens->sent[cue->words.first]] - from <= MAX_BLOCKS;
}

/* For each entity the first token that names or describes it outside of quotations. */
static uint32_t *first_outside_find(const PlQuoteContext *context)
{
    const PlMentions *mentions = context->mentions;
    uint32_t n = mentions->entities.n;
    uint32_t *first = pl_arena_array(context->arena, uint32_t, n + 1u);
    for (uint32_t i = 0; i < n; i++)
        first[i] = UINT32_MAX;
    for (uint32_t i = mentions->mentions.n; i > 0; i--) {
        const PlMention *mention = &mentions->mentions.items[i - 1];
        if (mention->kind == PL_MENTION_PRONOUN || mention->entity < 0) continue;
        if (context->stretch_of_tok[mention->first_tok] < 0)
            first[mention->entity] = mention->first_tok;
    }
    return first;
}

void pl_pronoun_speakers_resolve(const PlQuoteContext *context, PlCues *cues)
{
    Genders genders = genders_find(context);
    const uint32_t *first_outside = first_outside_find(context);
    const PlCue *last = NULL;
    for (uint32_t i = 0; i < cues->cues.n; i++) {
        PlCue *cue = &cues->cues.items[i];
        PlTokRange words = cue->speaker.words;
        if (pl_tok_range_empty(words)) continue;
        int gender = words.end - words.first == 1 ? gender_of(context, words.first) : 0;
        if (gender != 0 && last && genders.balance[last->speaker.entity] * gender >= 0 &&
            goes_on(context, cues, last, cue) && !names_person_before(context, words.first))
            cue->speaker.entity = last->speaker.entity;
        /* Whom only a speaker has named does not speak: "... our president," she said. */
        else if (gender != 0 && last && cue->speaker.entity >= 0 &&
                 first_outside[cue->speaker.entity] > words.first &&
                 genders.balance[last->speaker.entity] * gender >= 0)
            cue->speaker.entity = last->speaker.entity;
        /* Nobody else is there to be meant. */
        else if (gender != 0 && last && cue->speaker.entity < 0 &&
                 genders.balance[last->speaker.entity] * gender >= 0 && is_near(context, last, cue))
            cue->speaker.entity = last->speaker.entity;
        else if (last && gender == 0 && is_new_description(context, &cue->speaker) &&
                 context->mentions->entities.items[last->speaker.entity].is_named &&
                 goes_on(context, cues, last, cue) && !names_person_before(context, words.first))
            cue->speaker.entity = last->speaker.entity;
        if (is_one_person(context, cue->speaker.entity) && cue->is_real) last = cue;
    }
}
