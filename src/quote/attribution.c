#include "quote/attribution.h"

#include "quote/whole_phrases.h"

enum {
    FEWEST_OWN = 5,  /* words that are somebody's even without a cue */
    MAX_CUES = 24,   /* cues of a sentence looked at for one stretch */
    MAX_CREDIT = 14, /* words of a line that only names the speaker */
    MAX_BESIDE = 4,  /* words between a quotation and what names its speaker */
    MAX_SPEAKER = 45 /* words of a speaker with office and relative clause, before the verb */
};

typedef struct Attributor {
    const PlQuoteContext *context;
    const PlStretches *stretches;
    const PlCues *cues;
    PlAttribution *out;
} Attributor;

static const PlSpeaker nobody = {{0, 0}, -1};

static const PlCue *cue_at(const Attributor *a, uint32_t i)
{
    return &a->cues->cues.items[i];
}

static uint32_t sentence_of(const Attributor *a, uint32_t tok)
{
    return a->context->tokens->sent[tok];
}

static bool has_speaker(const PlCue *cue)
{
    return !pl_tok_range_empty(cue->speaker.words);
}

/* The first cue of a sentence that begins at or after `tok`; the sentence's end when none does. */
static uint32_t first_cue_from(const Attributor *a, uint32_t sent, uint32_t tok)
{
    uint32_t low = a->cues->sent_first_cue[sent];
    uint32_t high = a->cues->sent_first_cue[sent + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cue_at(a, middle)->words.first < tok)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void give(PlAttribution *to, const PlCue *cue, uint32_t i)
{
    to->cue = (int32_t)i;
    to->speaker = cue->speaker;
    to->is_said = true;
}

/* The cue after the stretch that reports what stands before it, or stands next to it. */
static bool give_cue_after(const Attributor *a, const PlStretch *stretch, PlAttribution *to)
{
    uint32_t sent = sentence_of(a, stretch->words.end - 1);
    uint32_t end = a->cues->sent_first_cue[sent + 1];
    uint32_t first = first_cue_from(a, sent, stretch->words.end);
    for (uint32_t i = first; i < end && i - first < MAX_CUES; i++) {
        const PlCue *cue = cue_at(a, i);
        if (!has_speaker(cue)) continue;
        if (cue->content.first < cue->words.first &&
            pl_tok_range_has(cue->content, stretch->words.first)) {
            give(to, cue, i);
            return true;
        }
        if (!cue->is_beside || cue->words.first - stretch->words.end > MAX_SPEAKER) continue;
        uint32_t next = cue->words.first;
        if (cue->speaker.words.first >= stretch->words.end && cue->speaker.words.end <= next)
            next = pl_whole_phrase_of_speaker(a->context, cue).first;
        if (next - stretch->words.end <= MAX_BESIDE) {
            give(to, cue, i);
            return true;
        }
    }
    return false;
}

/* "She continued:" ends the paragraph before. */
static bool give_cue_of_line_before(const Attributor *a, const PlStretch *stretch,
                                    PlAttribution *to)
{
    const PlTokens *tokens = a->context->tokens;
    uint32_t sent = sentence_of(a, stretch->words.first);
    if (sent == 0 || tokens->sent_block[sent - 1] + 1 != stretch->block) return false;
    if (stretch->words.first > tokens->sent_first_tok[sent] + 1) return false;
    uint32_t last = a->cues->sent_first_cue[sent];
    if (last == a->cues->sent_first_cue[sent - 1]) return false;
    if (!pl_cue_ends_with_colon(a->context, cue_at(a, last - 1))) return false;
    if (!has_speaker(cue_at(a, last - 1))) return false;
    give(to, cue_at(a, last - 1), last - 1);
    return true;
}

/* Where what the cue reports begins, for a stretch in its host. */
static uint32_t report_start(const PlCue *cue, const PlStretch *stretch)
{
    bool in_content =
        !pl_tok_range_empty(cue->content) && cue->content.first <= stretch->words.first;
    return in_content && cue->content.first > cue->host.first ? cue->content.first
                                                              : cue->host.first;
}

/* The cue in whose host the stretch lies and whose report begins nearest to it. */
static bool give_cue_around(const Attributor *a, const PlStretch *stretch, PlAttribution *to)
{
    uint32_t sent = sentence_of(a, stretch->words.first);
    uint32_t first = a->cues->sent_first_cue[sent];
    uint32_t end = a->cues->sent_first_cue[sent + 1];
    uint32_t from = first_cue_from(a, sent, stretch->words.first);
    from = from - first > MAX_CUES ? from - MAX_CUES : first;
    bool found = false;
    bool found_speech = false;
    uint32_t nearest = 0;
    for (uint32_t i = from; i < end && i - from < 2 * MAX_CUES; i++) {
        const PlCue *cue = cue_at(a, i);
        if (!has_speaker(cue) || !pl_tok_range_has(cue->host, stretch->words.first)) continue;
        uint32_t start = report_start(cue, stretch);
        /* "claims it wants to address the 'causes'": it is the claim that was made. */
        bool is_speech = cue->is_real && !cue->is_mind;
        if (found && (start < nearest || (!is_speech && found_speech))) continue;
        found_speech |= is_speech;
        found = true;
        nearest = start;
        give(to, cue, i);
    }
    return found;
}

/* A quotation that begins its sentence and ends in a comma is somebody's words even if no cue tells
 * whose: "...," went the answer. */
static bool must_be_said(const Attributor *a, const PlStretch *stretch)
{
    const PlTokens *tokens = a->context->tokens;
    uint32_t first = tokens->sent_first_tok[sentence_of(a, stretch->words.first)];
    if (stretch->words.first > first + 1 || !stretch->has_close) return false;
    return pl_token_is(tokens, stretch->words.end - 1, ",");
}

/* The name of a work: its longer words have capitals, and a work is spoken of before it. */
static bool is_title(const Attributor *a, const PlStretch *stretch)
{
    enum { LONG = 5, REACH = 4 };
    const PlTokens *tokens = a->context->tokens;
    for (uint32_t tok = stretch->words.first; tok < stretch->words.end; tok++) {
        bool may_be_small = tokens->form[tok].len < LONG && tok > stretch->words.first;
        bool is_word = !(tokens->flags[tok] & (PL_TOK_PUNCT | PL_TOK_DIGIT));
        if (is_word && !may_be_small && !(tokens->flags[tok] & PL_TOK_CAPITAL)) return false;
    }
    uint32_t first = tokens->sent_first_tok[sentence_of(a, stretch->words.first)];
    const PlLexicon *works = a->context->model->works;
    for (uint32_t tok = stretch->words.first; tok > first && stretch->words.first - tok < REACH;
         tok--)
        if (pl_lexicon_match(works, tokens, a->context->syntax, tok - 1).row >= 0) return true;
    return false;
}

/* Nothing but marks and stops between the stretch and its sentences' ends. */
static bool is_whole(const Attributor *a, const PlStretch *stretch)
{
    const PlTokens *tokens = a->context->tokens;
    uint32_t first = tokens->sent_first_tok[sentence_of(a, stretch->words.first)];
    uint32_t end = tokens->sent_first_tok[sentence_of(a, stretch->words.end - 1) + 1];
    if (stretch->words.first > first + 2 || end > stretch->words.end + 3) return false;
    for (uint32_t tok = first; tok < stretch->words.first; tok++)
        if (!(tokens->flags[tok] & PL_TOK_PUNCT)) return false;
    for (uint32_t tok = stretch->words.end; tok < end; tok++)
        if (!(tokens->flags[tok] & PL_TOK_PUNCT)) return false;
    return true;
}

static void carry(PlAttribution *to, int32_t entity)
{
    to->speaker = nobody;
    to->speaker.entity = entity;
    to->is_said = true;
}

/* The speaker of the last cue of a sentence that has one with an entity, or -1. */
static int32_t speaker_of_sentence(const Attributor *a, uint32_t sent)
{
    uint32_t first = a->cues->sent_first_cue[sent];
    for (uint32_t i = a->cues->sent_first_cue[sent + 1]; i > first; i--)
        if (cue_at(a, i - 1)->speaker.entity >= 0) return cue_at(a, i - 1)->speaker.entity;
    return -1;
}

/* The person that a sentence begins with: who speaks next when nothing says otherwise. */
static int32_t person_of_sentence(const Attributor *a, uint32_t sent)
{
    const PlTokens *tokens = a->context->tokens;
    const PlMentions *mentions = a->context->mentions;
    uint32_t end = tokens->sent_first_tok[sent + 1];
    for (uint32_t tok = tokens->sent_first_tok[sent]; tok < end;) {
        const PlMention *mention = pl_quote_mention_at(a->context, tok);
        if (!mention) {
            tok++;
            continue;
        }
        if (mention->entity >= 0 && mention->type == PL_ENTITY_PER &&
            !mentions->entities.items[mention->entity].is_group)
            return mention->entity;
        tok = mention->end_tok > tok ? mention->end_tok : tok + 1;
    }
    return -1;
}

/* Too long for a name or a single term: somebody's words, with or without a cue. */
static bool is_long(const PlStretch *stretch)
{
    return stretch->words.end - stretch->words.first >= FEWEST_OWN;
}

/* Whose words the whole-sentence stretch `i` goes on with. */
static void give_speaker_before(const Attributor *a, uint32_t i, int32_t last)
{
    const PlStretch *stretch = &a->stretches->stretches.items[i];
    PlAttribution *to = &a->out[i];
    uint32_t sent = sentence_of(a, stretch->words.first);
    if (stretch->before >= 0) {
        if (a->out[stretch->before].speaker.entity >= 0)
            carry(to, a->out[stretch->before].speaker.entity);
        return;
    }
    if (sent == 0) return;
    const PlTokens *tokens = a->context->tokens;
    int32_t entity = speaker_of_sentence(a, sent - 1);
    bool same_block = tokens->sent_block[sent - 1] == stretch->block;
    if (last >= 0) {
        const PlStretch *before = &a->stretches->stretches.items[last];
        bool near = before->block == stretch->block || before->block + 1 == stretch->block;
        bool just_before = sentence_of(a, before->words.end - 1) + 1 >= sent;
        if (near && (just_before || entity < 0)) entity = a->out[last].speaker.entity;
    }
    if (entity < 0 && same_block) entity = person_of_sentence(a, sent - 1);
    if (entity >= 0) carry(to, entity);
}

/* The name under a quotation that stands by itself: "— Ada Moreau, The Herald". */
static bool give_name_after(const Attributor *a, const PlStretch *stretch, PlAttribution *to)
{
    const PlTokens *tokens = a->context->tokens;
    uint32_t sent = sentence_of(a, stretch->words.end - 1) + 1;
    if (sent >= tokens->n_sents || tokens->sent_block[sent] > stretch->block + 1) return false;
    uint32_t first = tokens->sent_first_tok[sent];
    uint32_t end = tokens->sent_first_tok[sent + 1];
    if (end - first > MAX_CREDIT) return false;
    for (uint32_t tok = first; tok < end; tok++)
        if (pl_quote_is_finite(a->context, tok) || pl_quote_is_mark(a->context, tok)) return false;
    while (first < end && tokens->flags[first] & PL_TOK_PUNCT)
        first++;
    const PlMention *mention = first < end ? pl_quote_mention_at(a->context, first) : NULL;
    if (!mention || mention->first_tok != first || mention->kind != PL_MENTION_NAME ||
        mention->type != PL_ENTITY_PER)
        return false;
    /* The last name may be one that no list knows. */
    uint32_t name_end = mention->end_tok;
    while (name_end < end && tokens->flags[name_end] & PL_TOK_CAPITAL)
        name_end++;
    if (name_end - first < 2) return false;
    to->speaker = (PlSpeaker){{first, name_end}, mention->entity};
    to->is_said = true;
    return true;
}

/* A quotation whose paragraphs name the speaker only at the end. */
static void give_back(const Attributor *a)
{
    for (uint32_t i = a->stretches->stretches.n; i > 0; i--) {
        const PlAttribution *from = &a->out[i - 1];
        int32_t before = a->stretches->stretches.items[i - 1].before;
        if (before < 0 || !from->is_said || a->out[before].is_said) continue;
        a->out[before].is_said = true;
        a->out[before].speaker = nobody;
        a->out[before].speaker.entity = from->speaker.entity;
    }
}

PlAttribution *pl_attribution_find(const PlQuoteContext *context, const PlTurns *turns,
                                   const PlStretches *stretches, const PlCues *cues)
{
    uint32_t n = stretches->stretches.n;
    Attributor a = {context, stretches, cues, pl_arena_array(context->arena, PlAttribution, n)};
    for (uint32_t i = 0; i < n; i++) {
        const PlStretch *stretch = &stretches->stretches.items[i];
        a.out[i] = (PlAttribution){.cue = -1, .speaker = nobody};
        if (stretch->depth > 0) continue;
        if (stretch->turn >= 0) {
            a.out[i].speaker = turns->turns.items[stretch->turn].speaker;
            a.out[i].is_said = a.out[i].is_whole = true;
            continue;
        }
        a.out[i].is_whole = is_whole(&a, stretch);
        a.out[i].is_title = is_title(&a, stretch);
        if (a.out[i].is_title) continue;
        if (give_cue_after(&a, stretch, &a.out[i]) || give_cue_around(&a, stretch, &a.out[i]) ||
            give_cue_of_line_before(&a, stretch, &a.out[i]))
            continue;
        if (a.out[i].is_whole) give_name_after(&a, stretch, &a.out[i]);
    }
    give_back(&a);
    int32_t last = -1;
    for (uint32_t i = 0; i < n; i++) {
        if (stretches->stretches.items[i].depth > 0) continue;
        if (a.out[i].is_title || stretches->stretches.items[i].turn >= 0) continue;
        bool goes_on = a.out[i].is_whole || is_long(&stretches->stretches.items[i]);
        if (must_be_said(&a, &stretches->stretches.items[i])) a.out[i].is_said = true;
        if (goes_on && !a.out[i].is_said) give_speaker_before(&a, i, last);
        if (a.out[i].speaker.entity >= 0) last = (int32_t)i;
    }
    return a.out;
}
