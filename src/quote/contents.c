#include "quote/contents.h"

enum {
    MAX_ADVERBIAL = 18, /* words between a verb and its "that": "said in a statement on Friday" */
    MAX_ADVERBIALS = 4, /* of one verb */
    MAX_OBJECT = 30,    /* words between a verb and its "of", "as" */
    MAX_NAME = 12,      /* words of a speaker's name and office */
    FEWEST_CLAUSE = 5,  /* words of a clause in which no verb is seen */
    MAX_CLAUSE = 60,    /* words within which a clause shows its verb */
    MAX_ARCS = 24,      /* from a word up to its clause's verb */
    MAX_CONTENT = 400   /* words of one content; a text without stops must not cost its square */
};

static const PlTokRange nothing = {0, 0};

static const struct {
    PlSpeechFrame frame;
    const char *word;
} prepositions[] = {
    {PL_SPEECH_OF, "of"},           {PL_SPEECH_FOR, "for"},   {PL_SPEECH_ON, "on"},
    {PL_SPEECH_ABOUT, "about"},     {PL_SPEECH_AT, "at"},     {PL_SPEECH_WITH, "with"},
    {PL_SPEECH_AGAINST, "against"}, {PL_SPEECH_AS, "as"},     {PL_SPEECH_TO_NP, "to"},
    {PL_SPEECH_IN, "in"},           {PL_SPEECH_OVER, "over"}, {PL_SPEECH_BY, "by"},
};

enum { N_PREPOSITIONS = sizeof prepositions / sizeof *prepositions };

/* ---- where a content ends ------------------------------------------------------------------- */

static bool is_stop(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is(context, tok, ".") || pl_quote_is(context, tok, "!") ||
           pl_quote_is(context, tok, "?") || pl_quote_is(context, tok, ",") ||
           pl_quote_is(context, tok, ";") || pl_quote_is(context, tok, ":");
}

static bool is_dash(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is(context, tok, "—") || pl_quote_is(context, tok, "–") ||
           pl_quote_is(context, tok, "--");
}

static bool is_speech_verb(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is_verb(context, tok) &&
           pl_lexicon_match(context->model->verbs.lexicon, context->tokens, context->syntax, tok)
                   .row >= 0;
}

static uint32_t skip_adverbs(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    while (tok < end && pl_quote_is_upos(context, tok, PL_UPOS_ADV))
        tok++;
    return tok;
}

/* A dash that no other answers: an afterthought of the writer. */
static bool is_last_dash(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    if (!is_dash(context, tok)) return false;
    uint32_t limit = end - tok > MAX_OBJECT ? tok + MAX_OBJECT : end;
    for (uint32_t at = tok + 1; at < limit; at++)
        if (is_dash(context, at)) return false;
    return true;
}

static bool has_finite(const PlQuoteContext *context, PlTokRange range)
{
    uint32_t end = range.end - range.first > MAX_CLAUSE ? range.first + MAX_CLAUSE : range.end;
    for (uint32_t tok = range.first; tok < end; tok++)
        if (pl_quote_is_finite(context, tok)) return true;
    return false;
}

/* A comma, or a quotation that ends in one: "seriously," while. */
static bool is_comma(const PlQuoteContext *context, uint32_t tok)
{
    if (pl_quote_closes(context, tok)) return tok > 0 && pl_quote_is(context, tok - 1, ",");
    return pl_quote_is(context, tok, ",");
}

/* A noun phrase and a verb of speech: ", and the mayor said". */
static bool other_speaks(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    uint32_t at = tok;
    while (at < end && at - tok < MAX_NAME && pl_quote_in_noun_phrase(context, at))
        at++;
    if (at == tok) return false;
    while (
        at < end && at - tok < MAX_NAME &&
        (pl_quote_is_upos(context, at, PL_UPOS_AUX) || pl_quote_is_upos(context, at, PL_UPOS_ADV)))
        at++;
    return at < end && is_speech_verb(context, at);
}

/* The tree joins the verb to one that stands at or after `start`: "she left and told nobody". */
static bool joins_within(const PlQuoteContext *context, uint32_t start, uint32_t verb)
{
    int32_t head = context->syntax->head_tok[verb];
    return context->syntax->deprel[verb] == PL_DEPREL_conj && head >= (int32_t)start;
}

/* At a comma, dash or conjunction: the writer speaks on ("..., adding", "and called for"). */
static bool writer_goes_on(const PlQuoteContext *context, uint32_t start, uint32_t tok,
                           uint32_t end)
{
    bool comma = is_comma(context, tok) || is_dash(context, tok);
    uint32_t next = tok + 1;
    bool conjunction = pl_quote_is_upos(context, tok, PL_UPOS_CCONJ);
    if (comma && next < end && pl_quote_is_upos(context, next, PL_UPOS_CCONJ)) {
        conjunction = true;
        next++;
    }
    if (next >= end) return false;
    if (comma && (pl_quote_is(context, next, "while") || pl_quote_is(context, next, "although") ||
                  pl_quote_is(context, next, "though")))
        return true;
    if (comma && conjunction && other_speaks(context, next, end)) return true;
    while (next < end && (pl_quote_is_upos(context, next, PL_UPOS_ADV) ||
                          pl_quote_is_upos(context, next, PL_UPOS_AUX)))
        next++;
    if (next >= end) return false;
    if (!is_speech_verb(context, next)) return false;
    if (comma && pl_quote_is_xpos(context, next, PL_XPOS_VBG)) return true;
    if (comma && !conjunction &&
        (pl_quote_is_finite(context, next) || pl_quote_is_upos(context, next - 1, PL_UPOS_AUX)))
        return true;
    if (conjunction && joins_within(context, start, next)) return false;
    return conjunction && (pl_quote_is_finite(context, next) ||
                           (pl_quote_is_xpos(context, next, PL_XPOS_VBN) &&
                            !pl_quote_is_upos(context, next - 1, PL_UPOS_AUX)));
}

/* A word of a source that began at `first`: "lawyers for the family". */
static bool in_source(const PlQuoteContext *context, uint32_t tok, uint32_t first)
{
    if (pl_quote_in_noun_phrase(context, tok)) return !is_speech_verb(context, tok);
    return tok > first && pl_quote_is_upos(context, tok, PL_UPOS_ADP);
}

/* At a comma: ", she said," or ", analysts say". */
static bool source_inserted(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    if (!is_comma(context, tok)) return false;
    uint32_t at = tok + 1;
    while (at < end && at - tok < MAX_NAME && in_source(context, at, tok + 1))
        at++;
    if (at >= end || at == tok + 1 || !is_speech_verb(context, at)) return false;
    if (!pl_quote_is_finite(context, at)) return false;
    return at + 1 >= end || is_stop(context, at + 1) || pl_quote_is_mark(context, at + 1);
}

static PlTokRange without_stop(const PlQuoteContext *context, PlTokRange range)
{
    while (range.end > range.first && is_stop(context, range.end - 1))
        range.end--;
    return range;
}

static bool one_stretch(const PlQuoteContext *context, uint32_t first, uint32_t end)
{
    return end > first && context->stretch_of_tok[first] >= 0 &&
           context->stretch_of_tok[first] == context->stretch_of_tok[end - 1];
}

/* The verb of the clause that `start` follows is inside another clause: ", who asked for help,",
 * "After she attacked the plan, they left". */
static uint32_t clause_verb(const PlQuoteContext *context, uint32_t start, uint32_t first)
{
    for (uint32_t tok = start; tok > first && start - tok < MAX_OBJECT; tok--) {
        uint8_t deprel = context->syntax->deprel[tok - 1];
        if (!pl_quote_is_verb(context, tok - 1)) continue;
        bool inside =
            deprel == PL_DEPREL_acl_relcl || deprel == PL_DEPREL_acl ||
            (deprel == PL_DEPREL_advcl && context->syntax->head_tok[tok - 1] > (int32_t)start);
        return inside && context->stretch_of_tok[tok - 1] < 0 ? tok - 1 : start;
    }
    return start;
}

static bool hangs_on(const PlQuoteContext *context, uint32_t tok, uint32_t verb)
{
    int32_t at = (int32_t)tok;
    for (uint32_t hop = 0; hop < MAX_ARCS && at >= 0; hop++) {
        if (at == (int32_t)verb) return true;
        at = context->syntax->head_tok[at];
    }
    return false;
}

/* At a comma: the clause of `verb` ends, and the one around it goes on. */
static bool clause_ends(const PlQuoteContext *context, uint32_t tok, uint32_t verb, uint32_t end)
{
    return is_comma(context, tok) && tok + 1 < end && !hangs_on(context, tok + 1, verb);
}

/* At a colon: what was said is a whole clause, and the writer goes on with an example or a list. */
static bool clause_explained(const PlQuoteContext *context, uint32_t start, uint32_t tok)
{
    return pl_quote_is(context, tok, ":") && has_finite(context, (PlTokRange){start, tok});
}

PlTokRange pl_content_from(const PlQuoteContext *context, uint32_t start)
{
    PlTokRange sentence = pl_quote_sentence(context, start);
    uint32_t verb = clause_verb(context, start, sentence.first);
    int32_t around = context->stretch_of_tok[start];
    uint32_t limit = sentence.end - start > MAX_CONTENT ? start + MAX_CONTENT : sentence.end;
    uint32_t tok = start;
    while (tok < limit) {
        bool quoted = context->stretch_of_tok[tok] >= 0;
        /* Words of the writer do not go on inside a quotation, nor quoted ones outside it. */
        if (around >= 0 && context->stretch_of_tok[tok] != around) break;
        if (tok > start && (around >= 0 || !quoted)) {
            if (pl_quote_is(context, tok, ";") || clause_explained(context, start, tok) ||
                is_last_dash(context, tok, sentence.end) ||
                writer_goes_on(context, start, tok, sentence.end) ||
                source_inserted(context, tok, sentence.end) ||
                (verb < start && clause_ends(context, tok, verb, sentence.end)))
                break;
            /* of "not caring," especially after ...: the quoted words are all. */
            if (pl_quote_opens(context, start) && is_comma(context, tok) &&
                pl_quote_closes(context, tok) && one_stretch(context, start + 1, tok) &&
                !has_finite(context, (PlTokRange){tok + 1, limit}))
                break;
        }
        tok++;
    }
    if (tok < limit && pl_quote_closes(context, tok)) tok++;
    return without_stop(context, (PlTokRange){start, tok});
}

PlTokRange pl_content_before(const PlQuoteContext *context, uint32_t limit, uint32_t cue_first)
{
    uint32_t end = cue_first;
    if (end > limit && pl_quote_is(context, end - 1, ",")) end--;
    uint32_t first = end - limit > MAX_CONTENT && end > limit ? end - MAX_CONTENT : limit;
    while (first < end &&
           (pl_quote_is_upos(context, first, PL_UPOS_CCONJ) || pl_quote_is(context, first, ",")))
        first++;
    return (PlTokRange){first, end};
}

/* ---- what stands after a verb --------------------------------------------------------------- */

/* "the union expected the pit to close": taggers take such a past tense for a participle. */
static bool has_verb_in_ed(const PlQuoteContext *context, PlTokRange range)
{
    uint32_t end = range.end - range.first > MAX_NAME ? range.first + MAX_NAME : range.end;
    for (uint32_t tok = range.first; tok < end; tok++)
        if (pl_quote_is_xpos(context, tok, PL_XPOS_VBN)) return true;
    return false;
}

/* Words that begin as a clause does and are too many for "said nothing": the tagger has missed
 * their verb. */
static bool may_be_clause(const PlQuoteContext *context, PlTokRange range)
{
    if (pl_tok_range_empty(range) || !pl_quote_in_noun_phrase(context, range.first)) return false;
    return range.end - range.first >= FEWEST_CLAUSE || has_verb_in_ed(context, range);
}

bool pl_content_says(const PlQuoteContext *context, PlTokRange range)
{
    if (pl_tok_range_empty(range)) return false;
    return has_finite(context, range) || may_be_clause(context, range) ||
           context->stretch_of_tok[range.end - 1] >= 0 || pl_quote_closes(context, range.end - 1);
}

/* Past a time, or a prepositional phrase: "on Friday", "in a statement", "to reporters". */
static uint32_t skip_adverbial(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    uint32_t after = pl_quote_time_end(context, tok);
    if (after > tok) return after < end ? after : end;
    if (!pl_quote_is_upos(context, tok, PL_UPOS_ADP) || tok + 1 >= end) return tok;
    after = pl_quote_time_end(context, tok + 1);
    if (after > tok + 1) return after < end ? after : end;
    const PlMention *mention = pl_quote_mention_at(context, tok + 1);
    if (mention && mention->first_tok == tok + 1 &&
        !pl_quote_is_xpos(context, tok + 1, PL_XPOS_PRPS))
        return mention->end_tok < end ? mention->end_tok : end;
    uint32_t at = tok + 1;
    bool noun = false;
    while (at < end && at - tok < MAX_ADVERBIAL && pl_quote_in_noun_phrase(context, at)) {
        /* "in a statement the firm denied": a second phrase begins. */
        if (noun && (pl_quote_is_upos(context, at, PL_UPOS_DET) ||
                     pl_quote_is_upos(context, at, PL_UPOS_PRON)))
            break;
        noun |= pl_quote_is_noun(context, at);
        at++;
    }
    return noun ? at : tok;
}

/* The "that" that belongs to the verb, with nothing but adverbials between; or `end`. */
static uint32_t find_that(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    uint32_t limit = end - tok > MAX_ADVERBIAL ? tok + MAX_ADVERBIAL : end;
    for (uint32_t at = tok; at < limit; at++) {
        if (pl_quote_is(context, at, "that")) return at;
        if (pl_quote_is_mark(context, at) || pl_quote_is_finite(context, at)) break;
    }
    return end;
}

static bool leads_to_content(const PlQuoteContext *context, const PlSpeechEntry *entry,
                             uint32_t tok)
{
    for (uint32_t i = 0; i < N_PREPOSITIONS; i++)
        if (pl_speech_has(entry, prepositions[i].frame) &&
            pl_quote_is(context, tok, prepositions[i].word))
            return true;
    return false;
}

/* The preposition that follows the verb with nothing but adverbials between: "called on Friday
 * for", "spoke at length about"; or `end`. */
static uint32_t find_preposition_near(const PlQuoteContext *context, const PlSpeechEntry *entry,
                                      uint32_t tok, uint32_t end)
{
    for (int hop = 0; hop < MAX_ADVERBIALS && tok < end; hop++) {
        if (leads_to_content(context, entry, tok)) return tok;
        uint32_t next = skip_adverbs(context, skip_adverbial(context, tok, end), end);
        if (next == tok) break;
        tok = next;
    }
    return end;
}

/* The preposition after the hearer or what the words are about: "accused the firm of"; or `end`. */
static uint32_t find_preposition(const PlQuoteContext *context, const PlSpeechEntry *entry,
                                 uint32_t tok, uint32_t end)
{
    if (!entry->has_about && !entry->has_hearer)
        return find_preposition_near(context, entry, tok, end);
    uint32_t limit = end - tok > MAX_OBJECT ? tok + MAX_OBJECT : end;
    uint32_t first = end;
    for (uint32_t at = tok; at < limit; at++) {
        if (pl_quote_is(context, at, ",") &&
            (!entry->has_about || writer_goes_on(context, tok, at, end) ||
             pl_quote_is_xpos(context, at + 1 < end ? at + 1 : at, PL_XPOS_VBG)))
            break;
        if (!leads_to_content(context, entry, at)) continue;
        /* "accuse the leader of the union of lying": the one before an -ing form. */
        if (at + 1 < end &&
            (pl_quote_is_xpos(context, at + 1, PL_XPOS_VBG) || pl_quote_opens(context, at + 1)))
            return at;
        if (first == end) first = at;
    }
    return first;
}

/* "to stay", "to quietly leave". */
static bool begins_infinitive(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    if (tok >= end || !pl_quote_is(context, tok, "to")) return false;
    uint32_t verb = skip_adverbs(context, tok + 1, end);
    return verb < end && pl_quote_is_xpos(context, verb, PL_XPOS_VB);
}

/* "asked Moreau, the head of the union, to stay": the infinitive past the insertion that begins
 * with the comma; or `end`. */
static uint32_t infinitive_past(const PlQuoteContext *context, uint32_t comma, uint32_t end)
{
    for (uint32_t at = comma + 1; at + 1 < end; at++) {
        if (pl_quote_is_mark(context, at)) break;
        if (pl_quote_is(context, at, ","))
            return begins_infinitive(context, at + 1, end) ? at + 1 : end;
    }
    return end;
}

/* The "to" of an infinitive after at most an object: "to stay", "them to stay"; or `end`. */
static uint32_t find_infinitive(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    uint32_t limit = end - tok > MAX_OBJECT ? tok + MAX_OBJECT : end;
    for (uint32_t at = tok; at + 1 < limit; at++) {
        if (begins_infinitive(context, at, end)) return at;
        if (at > tok && pl_quote_is(context, at, ",")) {
            uint32_t past = infinitive_past(context, at, limit);
            return past < limit ? past : end;
        }
        if (pl_quote_is(context, at, ",") || pl_quote_is_finite(context, at) ||
            pl_quote_is_mark(context, at))
            break;
    }
    return end;
}

/* Where the object ends that begins at `tok`: "the plan" in "called the plan a trap". */
static uint32_t object_end(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    const PlMention *mention = pl_quote_mention_at(context, tok);
    uint32_t at = mention && mention->first_tok == tok ? mention->end_tok : tok + 1;
    if (mention && mention->kind == PL_MENTION_PRONOUN) return at;
    while (at < end && at - tok < MAX_OBJECT) {
        if (pl_quote_is(context, at, "a") || pl_quote_is(context, at, "an") ||
            pl_quote_is(context, at, "the") || pl_quote_is(context, at, "one"))
            return at;
        if (pl_quote_is_mark(context, at) || is_stop(context, at)) break;
        at++;
    }
    return at < end && pl_quote_opens(context, at) ? at : end;
}

static void set_content(const PlQuoteContext *context, PlCue *cue, uint32_t start)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    if (start < sentence.end && pl_quote_is(context, start, ","))
        start++; /* "that, if it rains, ..." */
    if (start >= sentence.end) return;
    cue->content = pl_content_from(context, start);
    if (cue->content.end > cue->host.end) cue->host.end = cue->content.end;
}

static bool is_beside(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    return tok >= end || pl_quote_is_upos(context, tok, PL_UPOS_PUNCT) ||
           pl_quote_is_mark(context, tok);
}

/* The hearer or the object at `tok`, as far as the word that ends it. */
static PlSpeaker object_at(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    if (tok >= end || !pl_quote_in_noun_phrase(context, tok)) return (PlSpeaker){{0, 0}, -1};
    return pl_speaker_from(context, tok);
}

/* Past the hearer and what tells when, where and how: "told reporters on Friday". */
static uint32_t skip_adverbials(const PlQuoteContext *context, const PlCue *cue, uint32_t tok,
                                uint32_t end)
{
    if (!pl_tok_range_empty(cue->hearer.words) && cue->hearer.words.first == tok)
        tok = cue->hearer.words.end < end ? cue->hearer.words.end : end;
    for (int hop = 0; hop < MAX_ADVERBIALS && tok < end; hop++)
        tok = skip_adverbial(context, tok, end);
    return skip_adverbs(context, tok, end);
}

/* The tree has an object of the verb in the range: "maintained open lines". */
static bool has_object(const PlQuoteContext *context, uint32_t verb, PlTokRange range)
{
    uint32_t end = range.end - range.first > MAX_NAME ? range.first + MAX_NAME : range.end;
    for (uint32_t tok = range.first; tok < end; tok++)
        if (context->syntax->head_tok[tok] == (int32_t)verb &&
            context->syntax->deprel[tok] == PL_DEPREL_obj)
            return true;
    return false;
}

static bool clause_at(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue,
                      uint32_t tok, uint32_t end)
{
    if (!pl_speech_has(entry, PL_SPEECH_THAT)) return false;
    uint32_t at = skip_adverbials(context, cue, tok, end);
    uint32_t that = find_that(context, tok, end);
    bool near = that < end &&
                (that <= at || entry->has_hearer || pl_quote_is_upos(context, tok, PL_UPOS_ADP));
    if (near) {
        set_content(context, cue, that + 1);
        return true;
    }
    if (pl_speech_has(entry, PL_SPEECH_WORDS)) return false;
    if (at >= end || pl_quote_opens(context, at) || is_stop(context, at)) return false;
    PlTokRange rest = pl_content_from(context, at);
    if (!has_finite(context, rest) &&
        (has_object(context, cue->words.first, rest) || !may_be_clause(context, rest)))
        return false;
    set_content(context, cue, at);
    return true;
}

static bool preposition_at(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue,
                           uint32_t tok, uint32_t end)
{
    uint32_t at = find_preposition(context, entry, tok, end);
    if (at + 1 >= end) return false;
    set_content(context, cue, at + 1);
    return true;
}

static bool infinitive_at(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue,
                          uint32_t tok, uint32_t end)
{
    bool alone = pl_speech_has(entry, PL_SPEECH_TO);
    bool with_subject = entry->has_hearer || pl_speech_has(entry, PL_SPEECH_NP_TO);
    if (!alone && !with_subject) return false;
    uint32_t to = find_infinitive(context, tok, end);
    uint32_t start = pl_quote_is(context, tok, "not") && to == tok + 1 ? to : tok;
    if (to == end || !(to == start ? alone : with_subject)) return false;
    set_content(context, cue, tok);
    return true;
}

/* Where the tree has what the object is called: "unfounded" in "called the charges unfounded". */
static uint32_t complement_at(const PlQuoteContext *context, uint32_t verb, uint32_t tok,
                              uint32_t end)
{
    uint32_t limit = end - tok > MAX_OBJECT ? tok + MAX_OBJECT : end;
    for (uint32_t at = tok + 1; at < limit; at++) {
        if (context->syntax->head_tok[at] != (int32_t)verb) continue;
        if (context->syntax->deprel[at] != PL_DEPREL_xcomp) continue;
        uint32_t first = at;
        while (first - 1 > tok && context->syntax->head_tok[first - 1] == (int32_t)at)
            first--;
        return first;
    }
    return end;
}

static bool name_at(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue,
                    uint32_t tok, uint32_t end)
{
    if (!pl_speech_has(entry, PL_SPEECH_NAME)) return false;
    uint32_t at = complement_at(context, cue->words.first, tok, end);
    if (at == end) at = object_end(context, tok, end);
    if (at >= end) return false;
    set_content(context, cue, at);
    return true;
}

/* "the talks", "raising the wage", "increased spending", "what he saw". */
static bool begins_phrase(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_in_noun_phrase(context, tok) || pl_quote_is_xpos(context, tok, PL_XPOS_VBG) ||
           pl_quote_is_xpos(context, tok, PL_XPOS_WP) ||
           context->syntax->deprel[tok] == PL_DEPREL_amod;
}

static bool phrase_at(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue,
                      uint32_t tok, uint32_t end)
{
    bool object = pl_speech_has(entry, PL_SPEECH_OBJECT);
    if ((!object && !pl_speech_has(entry, PL_SPEECH_NP)) || tok >= end) return false;
    if (!begins_phrase(context, tok)) return false;
    set_content(context, cue, tok);
    cue->is_attitude |= object;
    return true;
}

/* Over "..., citing X, that": an insertion after the verb. */
static uint32_t skip_insertion(const PlQuoteContext *context, uint32_t tok, uint32_t end)
{
    if (tok >= end || !pl_quote_is(context, tok, ",")) return tok;
    uint32_t limit = end - tok > MAX_ADVERBIAL ? tok + MAX_ADVERBIAL : end;
    for (uint32_t at = tok + 1; at + 1 < limit; at++) {
        if (pl_quote_is_mark(context, at)) return tok;
        if (pl_quote_is(context, at, ",") && pl_quote_is(context, at + 1, "that")) return at + 1;
    }
    return tok;
}

void pl_content_of_verb(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    uint32_t end = sentence.end;
    uint32_t tok = skip_adverbs(context, cue->words.end, end);
    if (tok < end && pl_quote_is_upos(context, tok, PL_UPOS_ADP) &&
        pl_quote_is(context, tok, "to") && entry->has_hearer == 0 && tok + 1 < end &&
        !pl_quote_is_xpos(context, tok + 1, PL_XPOS_VB))
        cue->hearer = object_at(context, tok + 1, end);
    tok = skip_insertion(context, tok, end);
    cue->host =
        (PlTokRange){cue->words.end,
                     pl_content_from(context, cue->words.end < end ? cue->words.end : end - 1).end};
    if (tok < end && pl_quote_opens(context, tok)) return;
    if (is_beside(context, tok, end)) {
        cue->is_beside = true;
        return;
    }
    if (entry->has_hearer) cue->hearer = object_at(context, tok, end);
    if (entry->has_about) cue->about = object_at(context, tok, end);
    if (cue->is_beside) return;
    bool told = clause_at(context, entry, cue, tok, end);
    bool found = told || infinitive_at(context, entry, cue, tok, end) ||
                 preposition_at(context, entry, cue, tok, end) ||
                 name_at(context, entry, cue, tok, end) || phrase_at(context, entry, cue, tok, end);
    /* "sees the plan as a trap" tells what is thought of it, as a clause does. */
    told |= found && cue->content.first > sentence.first &&
            pl_quote_is(context, cue->content.first - 1, "as");
    cue->is_attitude |=
        found && !told && (entry->is_mind || pl_speech_has(entry, PL_SPEECH_OBJECT));
    if (!found && pl_speech_has(entry, PL_SPEECH_THAT))
        cue->is_beside = is_beside(context, skip_adverbials(context, cue, tok, end), end);
}

/* The head of the noun phrase that a passive verb says something of, or -1. */
static int32_t passive_subject(const PlQuoteContext *context, uint32_t verb)
{
    uint8_t deprel = context->syntax->deprel[verb];
    PlTokRange sentence = pl_quote_sentence(context, verb);
    uint32_t low = verb - sentence.first > MAX_OBJECT ? verb - MAX_OBJECT : sentence.first;
    for (uint32_t tok = verb; tok > low; tok--)
        if (context->syntax->head_tok[tok - 1] == (int32_t)verb &&
            context->syntax->deprel[tok - 1] == PL_DEPREL_nsubj_pass &&
            pl_quote_in_noun_phrase(context, tok - 1))
            return (int32_t)tok - 1;
    bool inside = deprel == PL_DEPREL_acl || deprel == PL_DEPREL_acl_relcl;
    return inside ? context->syntax->head_tok[verb] : -1;
}

void pl_content_of_passive(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue)
{
    bool object = pl_speech_has(entry, PL_SPEECH_OBJECT);
    if (!object && !pl_speech_has(entry, PL_SPEECH_NP)) return;
    int32_t subject = passive_subject(context, cue->words.first);
    if (subject < 0 || (uint32_t)subject >= cue->group_first) return;
    cue->content = pl_speaker_at(context, (uint32_t)subject).words;
    while (cue->content.end < cue->group_first &&
           hangs_on(context, cue->content.end, (uint32_t)subject))
        cue->content.end++;
    if (cue->content.end > cue->group_first) cue->content.end = cue->group_first;
    cue->content = without_stop(context, cue->content);
    cue->is_attitude = object || entry->is_mind;
}

void pl_content_of_agentless(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue)
{
    static const PlSpeechFrame frames[] = {PL_SPEECH_OF, PL_SPEECH_FOR, PL_SPEECH_AS};
    static const char *const words[] = {"of", "for", "as"};
    uint32_t end = pl_quote_sentence(context, cue->words.first).end;
    uint32_t tok = skip_adverbs(context, cue->words.end, end);
    bool clause = pl_speech_has(entry, PL_SPEECH_THAT);
    bool infinitive = clause || entry->has_hearer || pl_speech_has(entry, PL_SPEECH_NP_TO);
    cue->content = cue->host = nothing;
    cue->is_attitude = true;
    if (infinitive && begins_infinitive(context, tok, end))
        set_content(context, cue, tok);
    else if (clause && tok < end && pl_quote_is(context, tok, "that"))
        set_content(context, cue, tok + 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (tok < end && pl_speech_has(entry, frames[i]) && pl_quote_is(context, tok, words[i]))
            set_content(context, cue, tok + 1);
}

void pl_content_of_adjective(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    pl_content_of_noun(context, entry, cue);
    if (pl_tok_range_empty(cue->content) && cue->words.end < sentence.end)
        cue->is_attitude = !clause_at(context, entry, cue, cue->words.end, sentence.end);
    cue->host = cue->content;
}

void pl_content_of_noun(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue)
{
    PlTokRange sentence = pl_quote_sentence(context, cue->words.first);
    uint32_t tok = cue->words.end;
    uint32_t that = sentence.end;
    if (pl_speech_has(entry, PL_SPEECH_THAT)) that = find_that(context, tok, sentence.end);
    cue->is_attitude = cue->is_mind && that == sentence.end;
    if (that < sentence.end)
        set_content(context, cue, that + 1);
    else if (tok < sentence.end && !infinitive_at(context, entry, cue, tok, sentence.end))
        preposition_at(context, entry, cue, tok, sentence.end);
    cue->host = (PlTokRange){cue->words.end, cue->content.end};
    if (pl_tok_range_empty(cue->content)) cue->host = nothing;
}
