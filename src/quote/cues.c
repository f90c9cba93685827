#include "quote/cues.h"

#include "quote/contents.h"
#include "quote/whole_phrases.h"

enum {
    MAX_SOURCE = 60, /* words of "according to ...," */
    MAX_OBJECT = 12  /* words from a verb to the noun that is its object */
};

static bool is_holder(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is_xpos(context, tok, PL_XPOS_PRPS) ||
           pl_quote_is_xpos(context, tok, PL_XPOS_POS);
}

/* "the firm's claim", "its claim", "the claim by the firm", "a warning from the firm". */
static PlSpeaker speaker_of_noun(const PlQuoteContext *context, uint32_t noun, uint32_t *end_tok)
{
    PlTokRange sentence = pl_quote_sentence(context, noun);
    uint32_t next = *end_tok;
    if (next + 1 < sentence.end &&
        (pl_quote_is(context, next, "by") || pl_quote_is(context, next, "from"))) {
        PlSpeaker speaker = pl_speaker_from(context, next + 1);
        if (!pl_tok_range_empty(speaker.words)) *end_tok = speaker.words.end;
        return speaker;
    }
    for (uint32_t tok = noun; tok > sentence.first && noun - tok < 5; tok--) {
        uint32_t before = tok - 1;
        if (pl_quote_is_xpos(context, before, PL_XPOS_PRPS)) {
            const PlMention *mention = pl_quote_mention_at(context, before);
            if (mention && mention->end_tok == before + 1)
                return (PlSpeaker){{before, before + 1}, mention->entity};
            return (PlSpeaker){{before, before + 1},
                               pl_mentions_entity_in(context->mentions, before, before + 1)};
        }
        if (is_holder(context, before) && before > sentence.first)
            return pl_speaker_at(context, before - 1);
        if (!pl_quote_is_upos(context, before, PL_UPOS_ADJ)) break;
    }
    return (PlSpeaker){{0, 0}, -1};
}

/* "...," the mayor said in a statement: a quotation that a comma or its own stop ends stands right
 * before the speaker and the verb, so what follows the verb is no report. */
static bool ends_quotation(const PlQuoteContext *context, uint32_t verb_first, const PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, verb_first);
    uint32_t first = verb_first;
    if (cue->speaker.words.end <= verb_first && cue->speaker.words.first >= sentence.first &&
        !pl_tok_range_empty(cue->speaker.words) &&
        verb_first - cue->speaker.words.first < MAX_SOURCE)
        first = cue->speaker.words.first;
    while (first > sentence.first && (pl_quote_in_noun_phrase(context, first - 1) ||
                                      pl_quote_is_upos(context, first - 1, PL_UPOS_ADV)))
        first--;
    if (first < sentence.first + 2 || !pl_quote_closes(context, first - 1)) return false;
    return pl_quote_is(context, first - 2, ",") || pl_quote_is(context, first - 2, "?") ||
           pl_quote_is(context, first - 2, "!");
}

static bool follows_conjunction(const PlQuoteContext *context, uint32_t tok)
{
    return tok > pl_quote_sentence(context, tok).first &&
           pl_quote_is_upos(context, tok - 1, PL_UPOS_CCONJ);
}

/* "repeatedly said": the adverbs before the group are part of it. */
static uint32_t with_adverbs(const PlQuoteContext *context, uint32_t first)
{
    uint32_t sentence_first = pl_quote_sentence(context, first).first;
    while (first > sentence_first && pl_quote_is_upos(context, first - 1, PL_UPOS_ADV) &&
           !pl_quote_is_xpos(context, first - 1, PL_XPOS_WRB))
        first--;
    return first;
}

/* From the first word of the group on, that of "continued to insist" too. */
static uint32_t first_of_group(const PlQuoteContext *context, const PlVerbGroup *group)
{
    uint32_t first = group->first_tok;
    if (group->carrier >= 0)
        first = pl_verb_group_find(context, (uint32_t)group->carrier).first_tok;
    return with_adverbs(context, first);
}

/* "The Velport Post reports that ...": taken for a noun, as names of papers go on so. The tree has
 * it at the root, a name ends before it and "that" or an infinitive follows. */
static bool is_verb_after_name(const PlQuoteContext *context, uint32_t tok)
{
    PlTokRange sentence = pl_quote_sentence(context, tok);
    if (tok == sentence.first || tok + 1 >= sentence.end) return false;
    if (!pl_quote_is_xpos(context, tok, PL_XPOS_NNS)) return false;
    bool infinitive = tok + 2 < sentence.end && pl_quote_is(context, tok + 1, "to") &&
                      pl_quote_is_xpos(context, tok + 2, PL_XPOS_VB);
    if (!infinitive && !pl_quote_is(context, tok + 1, "that")) return false;
    const PlMention *before = pl_quote_mention_at(context, tok - 1);
    return context->syntax->deprel[tok] == PL_DEPREL_root && before &&
           before->kind == PL_MENTION_NAME;
}

/* "anyone who complains": nobody has. */
static bool is_anybody(const PlQuoteContext *context, PlTokRange words)
{
    static const char *const pronouns[] = {"anybody", "anyone", "nobody", "whoever", "no-one"};
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (!pl_tok_range_empty(words) && pl_quote_is(context, words.first, pronouns[i]))
            return true;
    return false;
}

static bool is_thing(const PlQuoteContext *context, int32_t entity)
{
    return entity >= 0 && context->mentions->entities.items[entity].type == PL_ENTITY_MISC;
}

/* "figures collected by X", "a report from X": X, else the phrase as it is. */
static PlSpeaker author_of(const PlQuoteContext *context, PlSpeaker phrase)
{
    PlTokRange sentence = pl_quote_sentence(context, phrase.words.first);
    for (uint32_t tok = phrase.words.end; tok + 1 < sentence.end && tok < phrase.words.end + 3;
         tok++) {
        if (!pl_quote_is(context, tok, "by") && !pl_quote_is(context, tok, "from")) continue;
        PlSpeaker author = pl_speaker_from(context, tok + 1);
        if (author.entity >= 0) return author;
    }
    return phrase;
}

/* "A study by X found that ...": what a thing says its author does, if it names one. */
static void give_author(const PlQuoteContext *context, PlCue *cue)
{
    if (!is_thing(context, cue->speaker.entity) || cue->speaker.words.end > cue->words.first)
        return;
    PlSpeaker author = author_of(context, cue->speaker);
    if (author.words.end <= cue->words.first) cue->speaker.entity = author.entity;
}

/* The name of a person ends right before. */
static bool follows_person(const PlQuoteContext *context, uint32_t tok)
{
    if (tok == pl_quote_sentence(context, tok).first) return false;
    const PlMention *before = pl_quote_mention_at(context, tok - 1);
    return before && before->end_tok == tok && before->kind == PL_MENTION_NAME &&
           before->type == PL_ENTITY_PER;
}

/* From the verb's group: the words that go with it, and whether anything was said. */
static void take_group(const PlQuoteContext *context, const PlVerbGroup *group, PlCue *cue)
{
    cue->group_first = first_of_group(context, group);
    cue->is_real = !group->is_denied && !group->is_unreal;
    cue->is_unsaid = !cue->is_real;
}

/* A verb that stands with speech: not "its stated goal", but "Ada Moreau echoed claims", where the
 * tree takes no clause. */
static bool is_reporting_verb(const PlQuoteContext *context, uint32_t tok)
{
    if (!pl_quote_is_verb(context, tok) && !is_verb_after_name(context, tok)) return false;
    return context->syntax->deprel[tok] != PL_DEPREL_amod || follows_person(context, tok);
}

/* What the speaker makes of a verb: a thing shows what somebody says that it shows. */
static void weigh_speaker(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue)
{
    if (entry->fits_things && cue->speaker.entity < 0 &&
        !pl_speaker_can_tell(context, cue->speaker))
        cue->is_real = false;
    if (is_anybody(context, cue->speaker.words)) {
        cue->is_real = cue->is_unsaid = false;
        cue->is_mind = true;
    }
    cue->is_mind |= entry->fits_things && is_thing(context, cue->speaker.entity);
    give_author(context, cue);
}

static void take_content(const PlQuoteContext *context, const PlSpeechEntry *entry,
                         const PlVerbGroup *group, PlCue *cue)
{
    PlTokRange words = cue->words;
    if (cue->speaker.words.first >= words.end) cue->words.end = cue->speaker.words.end;
    pl_content_of_verb(context, entry, cue);
    cue->words = words;
    if (cue->is_attitude && !pl_speaker_is_somebody(context, cue->speaker))
        cue->is_real = cue->is_unsaid = false;
    if (group->voice != PL_VOICE_PASSIVE) return;
    if (pl_tok_range_empty(cue->speaker.words)) {
        pl_content_of_agentless(context, entry, cue);
        cue->is_open = group->first_tok < words.first;
    } else if (pl_tok_range_empty(cue->content)) {
        pl_content_of_passive(context, entry, cue);
    }
}

static bool find_verb(const PlQuoteContext *context, uint32_t tok, PlCue *cue)
{
    const PlSpeechTable *verbs = &context->model->verbs;
    if (!is_reporting_verb(context, tok)) return false;
    PlLexiconHit hit = pl_lexicon_match(verbs->lexicon, context->tokens, context->syntax, tok);
    if (hit.row < 0) return false;
    const PlSpeechEntry *entry = &verbs->entries[hit.row];
    PlVerbGroup group = pl_verb_group_find(context, tok);
    cue->words = (PlTokRange){tok, tok + hit.n_toks};
    take_group(context, &group, cue);
    cue->speaker = pl_speaker_find(context, &group, tok, cue->words.end);
    if (group.voice == PL_VOICE_PASSIVE && pl_tok_range_empty(cue->speaker.words))
        cue->is_real = false;
    cue->is_mind = entry->is_mind;
    cue->is_beside = group.voice == PL_VOICE_FINITE &&
                     !follows_conjunction(context, group.first_tok) &&
                     ends_quotation(context, group.first_tok, cue);
    weigh_speaker(context, entry, cue);
    take_content(context, entry, &group, cue);
    return true;
}

static bool find_noun(const PlQuoteContext *context, uint32_t tok, PlCue *cue)
{
    const PlSpeechTable *nouns = &context->model->nouns;
    if (!pl_quote_is_upos(context, tok, PL_UPOS_NOUN)) return false;
    PlLexiconHit hit = pl_lexicon_match(nouns->lexicon, context->tokens, context->syntax, tok);
    if (hit.row < 0) return false;
    uint32_t end_tok = tok + hit.n_toks;
    cue->speaker = speaker_of_noun(context, tok, &end_tok);
    if (pl_tok_range_empty(cue->speaker.words)) return false;
    cue->words = (PlTokRange){tok, end_tok};
    cue->group_first = tok;
    cue->is_real = true;
    cue->is_mind = nouns->entries[hit.row].is_mind;
    pl_content_of_noun(context, &nouns->entries[hit.row], cue);
    cue->words.end = tok + hit.n_toks;
    return !pl_tok_range_empty(cue->content);
}

/* The noun of speech that is the object of the verb before it: "issued a warning"; -1 = none. */
static int32_t supported_noun(const PlQuoteContext *context, uint32_t verb)
{
    PlTokRange sentence = pl_quote_sentence(context, verb);
    uint32_t end = sentence.end - verb > MAX_OBJECT ? verb + MAX_OBJECT : sentence.end;
    for (uint32_t tok = verb + 1; tok < end; tok++) {
        if (context->stretch_of_tok[tok] >= 0 || pl_quote_is_mark(context, tok)) break;
        if (pl_quote_is_xpos(context, tok, PL_XPOS_POS)) break; /* "raised the union's concerns" */
        if (context->syntax->head_tok[tok] == (int32_t)verb &&
            context->syntax->deprel[tok] == PL_DEPREL_obj)
            return (int32_t)tok;
    }
    return -1;
}

/* "has raised questions about": of the verb is who, of the noun what. */
static bool find_supported(const PlQuoteContext *context, uint32_t tok, PlCue *cue)
{
    const PlSpeechTable *nouns = &context->model->nouns;
    if (!pl_quote_is_verb(context, tok)) return false;
    if (pl_lexicon_match(context->model->support_verbs, context->tokens, context->syntax, tok).row <
        0)
        return false;
    int32_t noun = supported_noun(context, tok);
    if (noun < 0) return false;
    PlLexiconHit hit =
        pl_lexicon_match(nouns->lexicon, context->tokens, context->syntax, (uint32_t)noun);
    PlVerbGroup group = pl_verb_group_find(context, tok);
    if (hit.row < 0 || group.voice == PL_VOICE_PASSIVE) return false;
    cue->words = (PlTokRange){tok, (uint32_t)noun + hit.n_toks};
    take_group(context, &group, cue);
    cue->is_mind = nouns->entries[hit.row].is_mind;
    cue->speaker = pl_speaker_find(context, &group, tok, tok + 1);
    if (!pl_speaker_is_somebody(context, cue->speaker)) return false;
    pl_content_of_noun(context, &nouns->entries[hit.row], cue);
    return !pl_tok_range_empty(cue->content);
}

/* "be", "remain", "feel": the verb right before an adjective that it says of its subject; `tok`
 * when none stands there. */
static uint32_t copula_before(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const verbs[] = {"be",   "remain", "become", "feel", "seem",
                                        "look", "sound",  "appear", "stay", "grow"};
    uint32_t first = pl_quote_sentence(context, tok).first;
    uint32_t at = tok;
    while (at > first && pl_quote_is_upos(context, at - 1, PL_UPOS_ADV))
        at--;
    if (at == first) return tok;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (pl_slice_is(context->syntax->lemma[at - 1], verbs[i])) return at - 1;
    return tok;
}

/* "The minister is confident that ...": only of somebody, as roads are clear too. */
static bool find_adjective(const PlQuoteContext *context, uint32_t tok, PlCue *cue)
{
    const PlSpeechTable *adjectives = &context->model->adjectives;
    if (!pl_quote_is_upos(context, tok, PL_UPOS_ADJ) &&
        !pl_quote_is_xpos(context, tok, PL_XPOS_VBN))
        return false;
    PlLexiconHit hit = pl_lexicon_match(adjectives->lexicon, context->tokens, context->syntax, tok);
    if (hit.row < 0) return false;
    uint32_t copula = copula_before(context, tok);
    if (copula == tok) return false;
    PlVerbGroup group = pl_verb_group_find(context, copula);
    group.voice = PL_VOICE_FINITE;
    cue->words = (PlTokRange){tok, tok + hit.n_toks};
    take_group(context, &group, cue);
    cue->is_mind = true;
    cue->speaker = pl_speaker_find(context, &group, copula, cue->words.end);
    if (cue->speaker.entity < 0) {
        PlSpeaker subject = pl_speaker_find(context, &group, tok, tok + 1);
        if (subject.entity >= 0 || pl_tok_range_empty(cue->speaker.words)) cue->speaker = subject;
    }
    if (!pl_speaker_is_somebody(context, cue->speaker)) return false;
    pl_content_of_adjective(context, &adjectives->entries[hit.row], cue);
    return !pl_tok_range_empty(cue->content);
}

/* "According to X, Y" and "Y, according to X". */
static bool find_phrase(const PlQuoteContext *context, uint32_t tok, PlCue *cue)
{
    const PlSpeechTable *phrases = &context->model->phrases;
    PlLexiconHit hit = pl_lexicon_match(phrases->lexicon, context->tokens, context->syntax, tok);
    if (hit.row < 0) return false;
    PlTokRange sentence = pl_quote_sentence(context, tok);
    cue->words = (PlTokRange){tok, tok + hit.n_toks};
    cue->group_first = tok;
    if (cue->words.end >= sentence.end) return false;
    cue->speaker = pl_speaker_from(context, cue->words.end);
    if (pl_tok_range_empty(cue->speaker.words)) return false;
    cue->is_real = true;
    /* "citing the lack of time": a reason, not a source. */
    if (cue->speaker.entity < 0 &&
        pl_slice_ends(context->tokens->lower[cue->words.end - 1], "ing") &&
        author_of(context, cue->speaker).entity < 0)
        return false;
    if (cue->speaker.entity < 0 || is_thing(context, cue->speaker.entity))
        cue->speaker = author_of(context, cue->speaker);
    uint32_t after = cue->speaker.words.end;
    while (after < sentence.end && after - tok < MAX_SOURCE && !pl_quote_is(context, after, ",") &&
           !pl_quote_is(context, after, ".") && !pl_quote_is_mark(context, after))
        after++;
    bool first =
        tok == sentence.first ||
        (tok == sentence.first + 1 && pl_quote_is_upos(context, sentence.first, PL_UPOS_CCONJ));
    if (first && after + 1 < sentence.end) {
        cue->content = pl_content_from(context, after + 1);
        cue->host = (PlTokRange){after, cue->content.end};
    } else {
        cue->content = pl_content_before(context, sentence.first, tok);
        cue->host = (PlTokRange){sentence.first, tok};
    }
    return true;
}

static bool find_at(const PlQuoteContext *context, uint32_t tok, PlCue *cue)
{
    static const PlCue nothing_found = {
        .speaker.entity = -1, .hearer.entity = -1, .about.entity = -1};
    *cue = nothing_found;
    if (find_phrase(context, tok, cue) || find_supported(context, tok, cue)) return true;
    *cue = nothing_found;
    return find_verb(context, tok, cue) || find_noun(context, tok, cue) ||
           find_adjective(context, tok, cue);
}

/* She said, "..." */
static bool leads_in(const PlQuoteContext *context, const PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    uint32_t next = cue->words.end;
    return next + 1 < sentence.end && pl_quote_opens(context, next + 1) &&
           (pl_quote_is(context, next, ",") || pl_quote_is(context, next, ":"));
}

/* The mill, she said, is closed: what goes on after the comma that ends the insertion. */
static PlTokRange content_after(const PlQuoteContext *context, const PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    uint32_t comma = cue->words.end;
    if (cue->speaker.words.first == comma) comma = cue->speaker.words.end;
    while (comma < sentence.end && pl_quote_is_upos(context, comma, PL_UPOS_ADV))
        comma++;
    if (comma + 1 >= sentence.end || !pl_quote_is(context, comma, ",")) return (PlTokRange){0, 0};
    return pl_content_from(context, comma + 1);
}

/* "If the port is shut, she said, ...": what is said comes after. */
static bool begins_adverbial(const PlQuoteContext *context, PlTokRange range)
{
    if (pl_tok_range_empty(range)) return true;
    return pl_quote_is_upos(context, range.first, PL_UPOS_SCONJ) ||
           pl_quote_is_upos(context, range.first, PL_UPOS_ADP) ||
           pl_quote_is_upos(context, range.first, PL_UPOS_PART) ||
           pl_quote_is_xpos(context, range.first, PL_XPOS_WRB);
}

/* "The port is shut, she said", "As she said, the port is shut": the clause before a cue that
 * nothing follows. Not after an earlier cue of the sentence that reports it already. */
static void report_beside(const PlQuoteContext *context, PlCue *cue, uint32_t limit)
{
    if (!cue->is_beside || pl_tok_range_empty(cue->speaker.words)) return;
    if (leads_in(context, cue)) return;
    uint32_t first = cue->words.first;
    if (cue->speaker.words.end <= first && cue->speaker.words.first >= limit)
        first = pl_whole_phrase_of_speaker(context, cue).first;
    while (first > limit && pl_quote_in_noun_phrase(context, first - 1))
        first--;
    if (first > limit && pl_quote_is(context, first - 1, "as")) first--;
    if (first == limit && pl_quote_is(context, first, "as"))
        cue->content = content_after(context, cue);
    if (first <= limit || context->stretch_of_tok[first - 1] >= 0) return;
    if (!pl_quote_is(context, first - 1, ",") && !pl_quote_closes(context, first - 1)) return;
    PlTokRange before = pl_content_before(context, limit, first);
    PlTokRange after = content_after(context, cue);
    bool goes_on =
        begins_adverbial(context, before) && after.end - after.first > before.end - before.first;
    bool says = pl_content_says(context, before);
    if ((goes_on || !says) && pl_content_says(context, after))
        cue->content = after;
    else if (says)
        cue->content = before;
}

/* "repeated its demand for X": the noun tells what the verb's content says already. */
static bool repeats(const PlQuoteContext *context, const PlCues *cues, const PlCue *cue)
{
    if (cues->cues.n == 0 || !pl_quote_is_upos(context, cue->words.first, PL_UPOS_NOUN))
        return false;
    PlTokRange content = cues->cues.items[cues->cues.n - 1].content;
    return pl_tok_range_has(content, cue->words.first) && cue->words.first - content.first <= 3;
}

bool pl_cue_ends_with_colon(const PlQuoteContext *context, const PlCue *cue)
{
    enum { REACH = 24 }; /* words of "said in a statement on Friday" */
    const PlTokens *tokens = context->tokens;
    uint32_t sent = tokens->sent[cue->words.first];
    uint32_t end = tokens->sent_first_tok[sent + 1];
    if (!pl_quote_is(context, end - 1, ":") || end - cue->words.end > REACH) return false;
    return sent + 1 < tokens->n_sents && tokens->sent_block[sent + 1] != tokens->sent_block[sent];
}

void pl_cues_find(const PlQuoteContext *context, PlCues *cues)
{
    const PlTokens *tokens = context->tokens;
    *cues =
        (PlCues){.sent_first_cue = pl_arena_array(context->arena, uint32_t, tokens->n_sents + 1)};
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        cues->sent_first_cue[sent] = cues->cues.n;
        uint32_t limit = tokens->sent_first_tok[sent];
        uint32_t limit_before = limit; /* before the last content found */
        for (uint32_t tok = limit; tok < tokens->sent_first_tok[sent + 1];) {
            PlCue cue;
            if (context->stretch_of_tok[tok] >= 0 || !find_at(context, tok, &cue)) {
                tok++;
                continue;
            }
            if (repeats(context, cues, &cue)) {
                tok = cue.words.end;
                continue;
            }
            report_beside(context, &cue, limit);
            /* "He asked them to leave, his lawyers said": they tell that he asked. */
            if (pl_tok_range_empty(cue.content)) report_beside(context, &cue, limit_before);
            if (cue.content.end > limit && cue.content.first > cue.words.first) {
                limit_before = limit;
                limit = cue.content.end;
            }
            *pl_vec_push(context->arena, &cues->cues) = cue;
            tok = cue.words.end;
        }
    }
    cues->sent_first_cue[tokens->n_sents] = cues->cues.n;
}
