#include "quote/quotes.h"

#include <stdlib.h>

#include "quote/attribution.h"
#include "quote/circumstances.h"
#include "quote/contents.h"
#include "quote/pronoun_speakers.h"
#include "quote/turns.h"
#include "quote/whole_phrases.h"

const char *const pl_quote_kind_names[PL_N_QUOTE_KINDS] = {
    [PL_QUOTE_DIRECT] = "direct",     [PL_QUOTE_INDIRECT] = "indirect", [PL_QUOTE_MIXED] = "mixed",
    [PL_QUOTE_ATTITUDE] = "attitude", [PL_QUOTE_HEADING] = "heading",   [PL_QUOTE_SCARE] = "scare",
};

enum {
    MOST_CUES = 16,      /* of a sentence, looked at on each side of one */
    FEWEST_REPORTED = 2, /* words that tell something, where no verb does */
    FEWEST_SENTENCE = 4, /* words of a quotation without a speaker that is still one */
    MOST_HEADING = 12    /* words */
};

typedef struct Collector {
    const PlQuoteContext *context;
    const PlCues *cues;
    PlQuotes *quotes;
} Collector;

static PlSpan span_of(const Collector *c, PlTokRange range)
{
    if (pl_tok_range_empty(range)) return (PlSpan){0, 0};
    return pl_tokens_span(c->context->tokens, range.first, range.end);
}

static PlQuote *add(const Collector *c, PlTokRange words, PlQuoteKind kind)
{
    PlQuote *quote = pl_vec_push(c->context->arena, &c->quotes->quotes);
    *quote = (PlQuote){
        .span = span_of(c, words), .kind = kind, .speaker = -1, .addressee = -1, .about = -1};
    return quote;
}

/* From the auxiliaries to the preposition that leads to the content: "has warned of". */
static PlTokRange whole_cue(const Collector *c, const PlCue *cue)
{
    PlTokRange words = {cue->group_first, cue->words.end};
    bool leads_on = cue->content.first == words.end + 1 && !pl_tok_range_empty(cue->content);
    if (leads_on &&
        (pl_quote_is_upos(c->context, words.end, PL_UPOS_ADP) ||
         pl_quote_is_xpos(c->context, words.end, PL_XPOS_IN)) &&
        !pl_quote_is(c->context, words.end, "that"))
        words.end++;
    return words;
}

/* Whom or what reported words are about when the cue does not say: the first that they name but for
 * the speaker. */
static int32_t first_named(const Collector *c, PlTokRange words, int32_t speaker)
{
    const PlMentions *mentions = c->context->mentions;
    for (uint32_t tok = words.first; tok < words.end; tok++) {
        const PlMention *mention = pl_quote_mention_at(c->context, tok);
        if (!mention || mention->first_tok != tok || mention->end_tok > words.end) continue;
        if (mention->entity < 0 || mention->entity == speaker) continue;
        const PlEntity *entity = &mentions->entities.items[mention->entity];
        if (entity->is_named && entity->type != PL_ENTITY_MISC) return mention->entity;
    }
    return -1;
}

/* The words that stand for the speaker beside the cue: "who" in a relative clause, else the whole
 * phrase. */
static PlTokRange words_of_speaker(const Collector *c, const PlCue *cue)
{
    uint32_t before = cue->group_first - 1;
    bool relative = cue->group_first > 0 && cue->speaker.words.end <= before &&
                    (pl_quote_is_xpos(c->context, before, PL_XPOS_WP) ||
                     pl_quote_is_xpos(c->context, before, PL_XPOS_WDT));
    if (relative && !pl_tok_range_empty(cue->speaker.words))
        return (PlTokRange){before, before + 1};
    return pl_whole_phrase_of_speaker(c->context, cue);
}

static void add_cue(const Collector *c, PlQuote *quote, const PlCue *cue)
{
    quote->speaker = cue->speaker.entity;
    quote->speaker_span = span_of(c, words_of_speaker(c, cue));
    quote->cue = span_of(c, whole_cue(c, cue));
    quote->addressee = cue->hearer.entity;
    quote->about = cue->about.entity;
    PlCircumstances how = pl_circumstances_find(c->context, cue);
    quote->channel = span_of(c, how.channel);
    if (how.time >= 0) quote->date = c->context->mentions->times.items[how.time].value;
}

/* A title or crosshead; or a short line of its own that nothing ends. */
static bool is_heading(const Collector *c, uint32_t block)
{
    PlBlockKind kind = c->context->article->blocks.items[block].kind;
    return kind == PL_BLOCK_TITLE || kind == PL_BLOCK_CROSSHEAD;
}

static bool in_heading(const Collector *c, const PlStretch *stretch)
{
    const PlBlock *block = &c->context->article->blocks.items[stretch->block];
    if (is_heading(c, stretch->block)) return true;
    if (stretch->words.end - stretch->words.first > MOST_HEADING || !stretch->has_close)
        return false;
    if (c->context->tokens->flags[stretch->words.end - 1] & PL_TOK_PUNCT) return false;
    PlSpan words = span_of(c, stretch->words);
    enum { MARK = 3 }; /* bytes of a quotation mark, at most */
    return words.start_byte <= block->span.start_byte + MARK &&
           words.end_byte + MARK >= block->span.end_byte;
}

/* A word that tells something, be it no more than who: "it" in: it “will help”. */
static bool is_telling(const PlQuoteContext *context, uint32_t tok)
{
    switch (context->syntax->upos[tok]) {
    case PL_UPOS_PUNCT:
    case PL_UPOS_DET:
    case PL_UPOS_CCONJ:
    case PL_UPOS_ADP:
    case PL_UPOS_PART:
        return false;
    default:
        return true;
    }
}

static void add_stretch(const Collector *c, const PlStretch *stretch,
                        const PlAttribution *attribution)
{
    bool heading = stretch->turn < 0 && in_heading(c, stretch);
    PlQuoteKind kind = PL_QUOTE_SCARE;
    if (heading && (attribution->is_whole || !attribution->is_said))
        kind = PL_QUOTE_HEADING;
    else if (attribution->is_said)
        kind = PL_QUOTE_DIRECT;
    else if (attribution->is_whole && !attribution->is_title &&
             stretch->words.end - stretch->words.first >= FEWEST_SENTENCE)
        kind = PL_QUOTE_DIRECT;
    PlQuote *quote = add(c, stretch->words, kind);
    if (kind != PL_QUOTE_DIRECT) return;
    quote->speaker = attribution->speaker.entity;
    quote->speaker_span = span_of(c, attribution->speaker.words);
    if (attribution->cue >= 0) add_cue(c, quote, &c->cues->cues.items[attribution->cue]);
    if (quote->about < 0) quote->about = first_named(c, stretch->words, quote->speaker);
    /* "said that Velport was “lost”": the report around them tells what the words are about. */
    if (quote->about < 0 && attribution->cue >= 0)
        quote->about =
            first_named(c, c->cues->cues.items[attribution->cue].content, quote->speaker);
}

/* "Lifting the ban will “help everyone.”" after a quotation: where somebody's words go on without a
 * cue, the sentence around them is theirs too. */
static void add_sentence_around(const Collector *c, const PlStretch *stretch,
                                const PlAttribution *attribution)
{
    const PlTokens *tokens = c->context->tokens;
    if (attribution->cue >= 0 || attribution->is_whole || attribution->speaker.entity < 0) return;
    if (stretch->depth > 0 || in_heading(c, stretch)) return;
    uint32_t sent = tokens->sent[stretch->words.first];
    if (tokens->sent[stretch->words.end - 1] != sent) return;
    if (c->cues->sent_first_cue[sent + 1] > c->cues->sent_first_cue[sent]) return;
    PlTokRange words = pl_content_from(c->context, tokens->sent_first_tok[sent]);
    if (!pl_tok_range_has(words, stretch->words.end - 1)) return;
    add(c, words, PL_QUOTE_MIXED)->speaker = attribution->speaker.entity;
}

/* Reported words: with quoted ones inside they are mixed; nothing but quoted ones are no row. */
static void add_reported(const Collector *c, const PlCue *cue)
{
    if (!(cue->is_real || cue->is_unsaid || cue->is_open) || pl_tok_range_empty(cue->content))
        return;
    if (pl_tok_range_empty(cue->speaker.words) && !cue->is_open) return;
    const PlTokens *tokens = c->context->tokens;
    if (is_heading(c, tokens->sent_block[tokens->sent[cue->words.first]])) return;
    uint32_t n_telling = 0;
    bool has_quoted = false;
    bool has_verb = false;
    for (uint32_t tok = cue->content.first; tok < cue->content.end; tok++) {
        bool quoted = c->context->stretch_of_tok[tok] >= 0;
        has_quoted |= quoted;
        has_verb |= pl_quote_is_finite(c->context, tok);
        /* A preposition says nothing by itself, "a step toward" does. */
        bool leads_on = n_telling > 0 && pl_quote_is_upos(c->context, tok, PL_UPOS_ADP);
        n_telling += !quoted && (leads_on || is_telling(c->context, tok));
    }
    if (n_telling < (has_verb || cue->is_attitude ? 1 : FEWEST_REPORTED)) return;
    PlQuoteKind told = has_quoted ? PL_QUOTE_MIXED : PL_QUOTE_INDIRECT;
    PlQuote *quote =
        add(c, cue->content, cue->is_attitude || !cue->is_real ? PL_QUOTE_ATTITUDE : told);
    quote->is_unsaid = !cue->is_real;
    add_cue(c, quote, cue);
    if (quote->about < 0) quote->about = first_named(c, cue->content, quote->speaker);
}

/* "He said he hopes so": the hope is part of what he says. */
static bool repeats_own(const Collector *c, uint32_t i)
{
    const PlCue *cue = &c->cues->cues.items[i];
    if (!cue->is_mind || i == 0) return false;
    const PlCue *around = &c->cues->cues.items[i - 1];
    return around->is_real && around->speaker.entity == cue->speaker.entity &&
           pl_tok_range_has(around->content, cue->words.first);
}

/* "Police say he refused to stop": whoever reports the words tells the attitude too. */
static bool is_told_by_another(const Collector *c, uint32_t i)
{
    const PlCue *cue = &c->cues->cues.items[i];
    if (cue->is_real && !cue->is_attitude) return false;
    uint32_t sent = c->context->tokens->sent[cue->words.first];
    uint32_t first = c->cues->sent_first_cue[sent];
    uint32_t end = c->cues->sent_first_cue[sent + 1];
    if (i - first > MOST_CUES) first = i - MOST_CUES;
    if (end - i > MOST_CUES) end = i + MOST_CUES;
    for (uint32_t k = first; k < end; k++) {
        const PlCue *around = &c->cues->cues.items[k];
        if (k != i && around->is_real && pl_tok_range_has(around->content, cue->words.first))
            return true;
    }
    return false;
}

/* A paragraph without marks below "She went on:" is quoted as a block. */
static void add_block_below(const Collector *c, uint32_t i)
{
    const PlTokens *tokens = c->context->tokens;
    const PlCue *cue = &c->cues->cues.items[i];
    /* "She went on to say:" has two cues; the last one counts. */
    if (i + 1 < c->cues->sent_first_cue[tokens->sent[cue->words.first] + 1]) return;
    if (!cue->is_real || pl_tok_range_empty(cue->speaker.words)) return;
    if (!pl_cue_ends_with_colon(c->context, cue)) return;
    uint32_t sent = tokens->sent[cue->words.first] + 1;
    uint32_t block = tokens->sent_block[sent];
    uint32_t last = sent;
    while (last + 1 < tokens->n_sents && tokens->sent_block[last + 1] == block)
        last++;
    PlTokRange words = {tokens->sent_first_tok[sent], tokens->sent_first_tok[last + 1]};
    for (uint32_t tok = words.first; tok < words.end && tok < words.first + 2; tok++)
        if (c->context->stretch_of_tok[tok] >= 0) return;
    add_cue(c, add(c, words, PL_QUOTE_DIRECT), cue);
}

static int by_place(const void *a, const void *b)
{
    const PlQuote *one = a;
    const PlQuote *other = b;
    if (one->span.start_byte != other->span.start_byte)
        return one->span.start_byte < other->span.start_byte ? -1 : 1;
    if (one->span.end_byte != other->span.end_byte)
        return one->span.end_byte > other->span.end_byte ? -1 : 1;
    if (one->kind != other->kind) return (int)one->kind - (int)other->kind;
    return (one->cue.start_byte > other->cue.start_byte) -
           (one->cue.start_byte < other->cue.start_byte);
}

void pl_quotes_find(PlArena *arena, const PlQuoteModel *model, const PlArticle *article,
                    const PlTokens *tokens, const PlSyntax *syntax, const PlMentions *mentions,
                    PlQuotes *quotes)
{
    *quotes = (PlQuotes){0};
    PlQuoteContext context = {arena, model, article, tokens, syntax, mentions, NULL};
    PlTurns turns;
    pl_turns_find(&context, &turns);
    PlStretches stretches;
    pl_stretches_find(arena, tokens, &turns, &stretches);
    context.stretch_of_tok = stretches.of_tok;
    PlCues cues;
    pl_cues_find(&context, &cues);
    pl_pronoun_speakers_resolve(&context, &cues);
    const PlAttribution *attributions = pl_attribution_find(&context, &turns, &stretches, &cues);
    Collector collector = {&context, &cues, quotes};
    for (uint32_t i = 0; i < stretches.stretches.n; i++) {
        add_stretch(&collector, &stretches.stretches.items[i], &attributions[i]);
        add_sentence_around(&collector, &stretches.stretches.items[i], &attributions[i]);
    }
    for (uint32_t i = 0; i < cues.cues.n; i++) {
        if (!repeats_own(&collector, i) && !is_told_by_another(&collector, i))
            add_reported(&collector, &cues.cues.items[i]);
        add_block_below(&collector, i);
    }
    if (quotes->quotes.n)
        qsort(quotes->quotes.items, quotes->quotes.n, sizeof *quotes->quotes.items, by_place);
}
