#include "talks/talks_reading.h"

enum {
    LIST_REACH = 14,     /* tokens from a comma to the "and" of its list */
    MAX_CLIMB = 6,       /* heads that a question climbs */
    SUBJECT_REACH = 20,  /* tokens before a verb in which a subject is looked for */
    NEGATION_REACH = 4,  /* tokens before a verb in which a negation counts */
    SPEECH_TOKENS = 120, /* tokens from the verb of saying to what is said */
    SPEECH_REACH = 4     /* sentences of one block across which a quotation finds its speaker */
};

/* ---- making ---- */

/* Leaves hand their bounds to their heads, and a head that has heard from all its children does the
 * same: a queue, so that a deep tree needs no deep stack. */
static void measure_subtrees(PlReading *reading)
{
    uint32_t n = reading->tokens->n_tokens;
    const int32_t *head_tok = reading->syntax->head_tok;
    uint32_t *waiting = pl_arena_array(reading->arena, uint32_t, n);
    uint32_t *queue = pl_arena_array(reading->arena, uint32_t, n);
    uint32_t n_queued = 0;
    for (uint32_t i = 0; i < n; i++) {
        reading->left_tok[i] = i;
        reading->right_tok[i] = i + 1;
        if (head_tok[i] >= 0) waiting[head_tok[i]]++;
    }
    for (uint32_t i = 0; i < n; i++)
        if (waiting[i] == 0) queue[n_queued++] = i;
    for (uint32_t i = 0; i < n_queued; i++) {
        uint32_t tok = queue[i];
        if (head_tok[tok] < 0) continue;
        uint32_t head = (uint32_t)head_tok[tok];
        if (reading->left_tok[tok] < reading->left_tok[head])
            reading->left_tok[head] = reading->left_tok[tok];
        if (reading->right_tok[tok] > reading->right_tok[head])
            reading->right_tok[head] = reading->right_tok[tok];
        if (--waiting[head] == 0) queue[n_queued++] = head;
    }
}

static void mark_quotes(PlReading *reading)
{
    const PlTokens *tokens = reading->tokens;
    bool inside = false;
    for (uint32_t s = 0; s < tokens->n_sents; s++) {
        if (s && tokens->sent_block[s] != tokens->sent_block[s - 1]) inside = false;
        for (uint32_t i = tokens->sent_first_tok[s]; i < tokens->sent_first_tok[s + 1]; i++) {
            if (tokens->flags[i] & PL_TOK_QUOTE_CLOSE)
                inside = false;
            else if (tokens->flags[i] & PL_TOK_QUOTE_OPEN)
                inside = true;
            else
                reading->in_quotes[i] = inside;
        }
    }
}

/* Mentions are sorted by start, longer first: the first name that covers a token is the longest. */
static void mark_names(PlReading *reading)
{
    uint32_t n = reading->tokens->n_tokens;
    for (uint32_t i = 0; i < n; i++)
        reading->name_of_tok[i] = -1;
    for (uint32_t m = 0; m < reading->mentions->mentions.n; m++) {
        const PlMention *mention = &reading->mentions->mentions.items[m];
        if (mention->kind != PL_MENTION_NAME) continue;
        for (uint32_t i = mention->first_tok; i < mention->end_tok && i < n; i++)
            if (reading->name_of_tok[i] < 0) reading->name_of_tok[i] = (int32_t)m;
    }
}

static bool is_person_word(const PlReading *reading, uint32_t tok)
{
    uint8_t upos = reading->syntax->upos[tok];
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || upos == PL_UPOS_PRON;
}

/* The entity whose mention covers `tok` with its last word nearest to it, or -1. */
static int32_t entity_at(const PlReading *reading, uint32_t tok)
{
    int32_t mention = reading->mentions->mention_of_tok[tok];
    return mention < 0 ? -1 : reading->mentions->mentions.items[mention].entity;
}

/* "..., said the minister": who stands after the verb when nobody stands before it. */
static int32_t inverted_subject(const PlReading *reading, uint32_t verb)
{
    PlToks sent = pl_reading_sent(reading, verb);
    for (uint32_t i = verb + 1; i < sent.end && i <= verb + 6; i++) {
        if (reading->tokens->flags[i] & PL_TOK_PUNCT) break;
        if (is_person_word(reading, i) && entity_at(reading, i) >= 0) return entity_at(reading, i);
    }
    return -1;
}

static int32_t speaker_at(const PlReading *reading, uint32_t verb)
{
    int32_t subject = pl_reading_subject(reading, verb);
    int32_t entity = subject < 0 ? -1 : entity_at(reading, (uint32_t)subject);
    if (entity >= 0) return entity;
    return subject < 0 ? inverted_subject(reading, verb) : -1;
}

static void find_speech(PlReading *reading, uint32_t sent)
{
    const PlTokens *tokens = reading->tokens;
    reading->speaker[sent] = reading->speech_tok[sent] = -1;
    for (uint32_t i = tokens->sent_first_tok[sent]; i < tokens->sent_first_tok[sent + 1]; i++) {
        if (reading->in_quotes[i]) continue;
        bool accords = pl_reading_is(reading, i, "according");
        if (!accords && !pl_reading_is_verb(reading, i)) continue;
        PlLexiconHit hit = pl_lexicon_match(reading->model->speech, tokens, reading->syntax, i);
        if (hit.row < 0) continue;
        int32_t entity = accords ? inverted_subject(reading, i) : speaker_at(reading, i);
        if (entity < 0) continue;
        reading->speaker[sent] = entity;
        reading->speech_tok[sent] = (int32_t)i;
        return;
    }
}

/* A sentence that is all quotation has the speaker of the sentence before it in its block, or of
 * the one after: "... ," she said. "We ..." */
static void pass_speakers_on(PlReading *reading)
{
    const PlTokens *tokens = reading->tokens;
    for (uint32_t s = 0; s < tokens->n_sents; s++) {
        if (reading->speaker[s] >= 0) continue;
        uint32_t first = tokens->sent_first_tok[s];
        uint32_t end = tokens->sent_first_tok[s + 1];
        bool quoted = false;
        for (uint32_t i = first; i < end && i < first + 3; i++)
            quoted |= reading->in_quotes[i];
        if (!quoted) continue;
        if (s && tokens->sent_block[s - 1] == tokens->sent_block[s] &&
            reading->speaker[s - 1] >= 0) {
            reading->speaker[s] = reading->speaker[s - 1];
            continue;
        }
        for (uint32_t k = 1; k <= SPEECH_REACH && s + k < tokens->n_sents; k++) {
            if (tokens->sent_block[s + k] != tokens->sent_block[s]) break;
            if (reading->speech_tok[s + k] < 0) continue;
            reading->speaker[s] = reading->speaker[s + k];
            break;
        }
    }
}

PlReading pl_reading_make(PlArena *arena, const PlTalksModel *model, const PlArticle *article,
                          const PlTokens *tokens, const PlSyntax *syntax,
                          const PlMentions *mentions)
{
    uint32_t n = tokens->n_tokens;
    PlReading reading = {.arena = arena,
                         .model = model,
                         .article = article,
                         .tokens = tokens,
                         .syntax = syntax,
                         .mentions = mentions,
                         .left_tok = pl_arena_array(arena, uint32_t, n),
                         .right_tok = pl_arena_array(arena, uint32_t, n),
                         .in_quotes = pl_arena_array(arena, uint8_t, n),
                         .speaker = pl_arena_array(arena, int32_t, tokens->n_sents),
                         .speech_tok = pl_arena_array(arena, int32_t, tokens->n_sents),
                         .side_of = pl_arena_array(arena, int32_t, mentions->entities.n),
                         .name_of_tok = pl_arena_array(arena, int32_t, n)};
    pl_children_make(arena, tokens, syntax, &reading.children);
    measure_subtrees(&reading);
    mark_quotes(&reading);
    for (uint32_t e = 0; e < mentions->entities.n; e++)
        reading.side_of[e] = PL_READING_UNKNOWN;
    mark_names(&reading);
    for (uint32_t s = 0; s < tokens->n_sents; s++)
        find_speech(&reading, s);
    pass_speakers_on(&reading);
    return reading;
}

/* ---- words ---- */

PlToks pl_reading_sent(const PlReading *reading, uint32_t tok)
{
    uint32_t sent = reading->tokens->sent[tok];
    return (PlToks){reading->tokens->sent_first_tok[sent],
                    reading->tokens->sent_first_tok[sent + 1]};
}

PlSpan pl_reading_span(const PlReading *reading, PlToks toks)
{
    if (toks.first >= toks.end) return (PlSpan){0};
    return pl_tokens_span(reading->tokens, toks.first, toks.end);
}

bool pl_reading_is(const PlReading *reading, uint32_t tok, const char *lower)
{
    return pl_slice_is(reading->tokens->lower[tok], lower);
}

bool pl_reading_lemma_is(const PlReading *reading, uint32_t tok, const char *lemma)
{
    return pl_slice_is(reading->syntax->lemma[tok], lemma);
}

bool pl_word_in(PlSlice word, const char *list)
{
    PlSlice rest = pl_slice(list);
    PlSlice item;
    while (pl_slice_next(&rest, '|', &item))
        if (pl_slice_equal(item, word)) return true;
    return false;
}

/* Where only a verb can stand though the tagger saw a noun: "will not accept", "Oslo demands the".
 */
static bool is_in_place_of_verb(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (reading->syntax->upos[tok] != PL_UPOS_NOUN || tok == sent.first) return false;
    PlSlice before = reading->tokens->lower[tok - 1];
    if (pl_word_in(before, "will|would|must|can|could|may|might|should|shall|'ll|cannot"))
        return true;
    if (pl_word_in(before, "not|n't|never") && tok > sent.first + 1 &&
        reading->syntax->upos[tok - 2] == PL_UPOS_AUX)
        return true;
    /* "terms Oslo and Bergen outright reject": it has a subject and is none itself. */
    bool has_subject = reading->syntax->deprel[tok] == PL_DEPREL_acl_relcl &&
                       pl_reading_child(reading, tok, PL_DEPREL_nsubj) >= 0 &&
                       pl_reading_child(reading, tok, PL_DEPREL_cop) < 0;
    if (has_subject) return true;
    bool after_name = reading->syntax->upos[tok - 1] == PL_UPOS_PROPN ||
                      reading->mentions->mention_of_tok[tok - 1] >= 0;
    /* "the Oslo position that": the name belongs to the noun. */
    bool of_name = reading->syntax->head_tok[tok - 1] == (int32_t)tok &&
                   reading->syntax->deprel[tok] == PL_DEPREL_obj;
    if (tok + 1 >= sent.end || !after_name || of_name) return false;
    return reading->mentions->mention_of_tok[tok] < 0 &&
           pl_word_in(reading->tokens->lower[tok + 1], "the|a|an|that|its|their|his|her|any|all");
}

bool pl_reading_is_verb(const PlReading *reading, uint32_t tok)
{
    /* "Democratic backing": a participle with an adjective before it is a noun. */
    if (reading->syntax->xpos[tok] == PL_XPOS_VBG &&
        reading->syntax->deprel[tok] == PL_DEPREL_obj &&
        pl_reading_child(reading, tok, PL_DEPREL_amod) >= 0)
        return false;
    return reading->syntax->upos[tok] == PL_UPOS_VERB || is_in_place_of_verb(reading, tok);
}

bool pl_reading_is_noun(const PlReading *reading, uint32_t tok)
{
    uint8_t upos = reading->syntax->upos[tok];
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN;
}

/* ---- tree ---- */

int32_t pl_reading_child(const PlReading *reading, uint32_t tok, PlDeprel deprel)
{
    int32_t child = reading->children.first[tok];
    for (uint32_t i = 0; child >= 0 && i < PL_READING_CHILDREN; i++) {
        if (reading->syntax->deprel[child] == deprel) return child;
        child = reading->children.next[child];
    }
    return -1;
}

static int32_t own_subject(const PlReading *reading, uint32_t tok)
{
    int32_t subject = pl_reading_child(reading, tok, PL_DEPREL_nsubj);
    if (subject < 0) subject = pl_reading_child(reading, tok, PL_DEPREL_nsubj_pass);
    if (subject < 0) subject = pl_reading_child(reading, tok, PL_DEPREL_nsubj_outer);
    return subject;
}

static bool is_relative(const PlReading *reading, uint32_t tok)
{
    return pl_word_in(reading->tokens->lower[tok], "who|which|that|whom");
}

/* The noun that a relative clause with this verb describes, or -1. */
static int32_t described_noun(const PlReading *reading, uint32_t verb)
{
    uint8_t deprel = reading->syntax->deprel[verb];
    bool describes = deprel == PL_DEPREL_acl || deprel == PL_DEPREL_acl_relcl;
    return describes ? reading->syntax->head_tok[verb] : -1;
}

/* The noun right before the verb, over adverbs and auxiliaries and over one phrase between commas:
 * what a reader takes for the subject when the tree has none. */
static int32_t noun_before(const PlReading *reading, uint32_t verb)
{
    PlToks sent = pl_reading_sent(reading, verb);
    uint32_t i = verb;
    bool parenthesis = false;
    for (uint32_t k = 0; k < SUBJECT_REACH && i > sent.first; k++) {
        i--;
        uint8_t upos = reading->syntax->upos[i];
        if (pl_reading_is_noun(reading, i) || upos == PL_UPOS_PRON)
            return is_relative(reading, i) ? -1 : (int32_t)i;
        if (pl_slice_is(reading->tokens->form[i], ",") && !parenthesis && i == verb - 1) {
            parenthesis = true;
            while (i > sent.first && verb - i < SUBJECT_REACH &&
                   !pl_slice_is(reading->tokens->form[i - 1], ","))
                i--;
            if (i > sent.first) i--;
            continue;
        }
        if (upos != PL_UPOS_AUX && upos != PL_UPOS_ADV &&
            !pl_word_in(reading->tokens->lower[i], "not|n't|never"))
            return -1;
    }
    return -1;
}

static int32_t subject_in_tree(const PlReading *reading, uint32_t tok)
{
    for (uint32_t i = 0; i < MAX_CLIMB; i++) {
        int32_t subject = own_subject(reading, tok);
        int32_t noun = described_noun(reading, tok);
        if (subject >= 0 && !(noun >= 0 && is_relative(reading, (uint32_t)subject))) return subject;
        if (noun >= 0) return noun;
        int32_t head = reading->syntax->head_tok[tok];
        uint8_t deprel = reading->syntax->deprel[tok];
        if (head < 0) return -1;
        if (deprel != PL_DEPREL_conj && deprel != PL_DEPREL_xcomp && deprel != PL_DEPREL_advcl &&
            deprel != PL_DEPREL_parataxis)
            return -1;
        /* "urged them to accept": who accepts is not the one who urges. */
        if (deprel == PL_DEPREL_xcomp) {
            int32_t object = pl_reading_child(reading, (uint32_t)head, PL_DEPREL_obj);
            if (object < 0) object = pl_reading_child(reading, (uint32_t)head, PL_DEPREL_iobj);
            if (object >= 0) return object;
        }
        tok = (uint32_t)head;
    }
    return -1;
}

/* "with Oslo pressing for quotas and Bergen refusing them": the noun between "with" and the
 * participle, or between that clause's "and" and the next participle. */
static int32_t absolute_subject(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (reading->syntax->xpos[tok] != PL_XPOS_VBG || tok < sent.first + 2) return -1;
    uint32_t noun = tok - 1;
    while (noun > sent.first + 1 && reading->syntax->upos[noun] == PL_UPOS_ADV)
        noun--;
    if (!pl_reading_is_noun(reading, noun)) return -1;
    uint32_t first = noun;
    while (first > sent.first && noun - first < 5 &&
           (pl_reading_is_noun(reading, first - 1) ||
            reading->syntax->upos[first - 1] == PL_UPOS_ADJ ||
            reading->syntax->upos[first - 1] == PL_UPOS_DET))
        first--;
    if (first == sent.first) return -1;
    if (pl_word_in(reading->tokens->lower[first - 1], "with")) return (int32_t)noun;
    if (!pl_word_in(reading->tokens->lower[first - 1], "and|while")) return -1;
    for (uint32_t i = first - 1; i > sent.first && first - i < PL_READING_REACH; i--)
        if (pl_reading_is(reading, i, "with")) return (int32_t)noun;
    return -1;
}

/* ", calling for calm": who says the sentence calls, whatever the tree hangs it from. */
static uint32_t free_participle(const PlReading *reading, uint32_t tok)
{
    int32_t head = reading->syntax->head_tok[tok];
    bool is_free = reading->syntax->xpos[tok] == PL_XPOS_VBG && tok > 0 && head >= 0 &&
                   reading->syntax->deprel[tok] == PL_DEPREL_ccomp &&
                   pl_slice_is(reading->tokens->form[tok - 1], ",");
    return is_free ? (uint32_t)head : tok;
}

/* "HARBOUR CITY (Wire) - The union rejected": the place before the dash does nothing. */
static int32_t after_dateline(const PlReading *reading, int32_t subject, uint32_t verb)
{
    PlToks sent = pl_reading_sent(reading, verb);
    if (subject < 0 || (uint32_t)subject >= verb || (uint32_t)subject > sent.first + 5)
        return subject;
    uint32_t dash = (uint32_t)subject + 1;
    while (dash < verb && dash < sent.first + 12 &&
           !(pl_word_in(reading->tokens->form[dash], "—|–|--|-") &&
             pl_slice_is(reading->tokens->form[dash - 1], ")")))
        dash++;
    if (dash >= verb || dash >= sent.first + 12) return subject;
    int32_t child = reading->children.first[subject];
    for (uint32_t i = 0; child >= 0 && i < PL_READING_CHILDREN; i++) {
        if ((uint32_t)child > dash && (uint32_t)child < verb &&
            reading->syntax->deprel[child] == PL_DEPREL_appos)
            return child;
        child = reading->children.next[child];
    }
    return subject;
}

/* "accused Oslo of closing its ports", "blamed Oslo for leaving": who is blamed is who did it. */
static int32_t blamed(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (reading->syntax->xpos[tok] != PL_XPOS_VBG || tok < sent.first + 3) return -1;
    if (!pl_word_in(reading->tokens->lower[tok - 1], "of|for")) return -1;
    for (uint32_t k = 2; k <= SUBJECT_REACH && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        if (!pl_reading_is_verb(reading, i)) continue;
        bool blames = pl_word_in(reading->syntax->lemma[i],
                                 "accuse|blame|criticise|criticize|condemn|fault|praise|thank");
        return blames ? pl_reading_child(reading, i, PL_DEPREL_obj) : -1;
    }
    return -1;
}

int32_t pl_reading_subject(const PlReading *reading, uint32_t tok)
{
    int32_t accused = blamed(reading, tok);
    if (accused >= 0) return accused;
    int32_t absolute = absolute_subject(reading, tok);
    if (absolute >= 0) return absolute;
    tok = free_participle(reading, tok);
    int32_t subject = subject_in_tree(reading, tok);
    return subject >= 0 ? after_dateline(reading, subject, tok) : noun_before(reading, tok);
}

/* "under no circumstances will it" */
static bool is_ruled_out(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 2; k <= 10 && tok >= sent.first + k; k++)
        if (pl_reading_is(reading, tok - k, "no") &&
            pl_word_in(reading->tokens->lower[tok - k + 1], "circumstances|circumstance|way"))
            return true;
    return false;
}

bool pl_reading_is_negated(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (is_ruled_out(reading, tok)) return true;
    uint32_t i = tok;
    for (uint32_t k = 0; k < NEGATION_REACH && i > sent.first; k++) {
        i--;
        PlSlice word = reading->tokens->lower[i];
        if (pl_word_in(word, "not|n't|never|neither|nor|hardly|without|fail|failed|fails|refusing|"
                             "refuses|refused|declined|declines"))
            return true;
        if (pl_word_in(word, "longer|nobody|nothing") && i > sent.first) return true;
        bool instead = i > sent.first &&
                       ((pl_slice_is(word, "than") && pl_reading_is(reading, i - 1, "rather")) ||
                        (pl_slice_is(word, "of") && pl_reading_is(reading, i - 1, "instead")));
        if (instead) return true;
        uint8_t upos = reading->syntax->upos[i];
        bool between = upos == PL_UPOS_AUX || upos == PL_UPOS_ADV || upos == PL_UPOS_PART;
        if (!between) return false;
    }
    return false;
}

/* "that Oslo adopt": a bare verb after one name. "Oslo and Bergen adopt" is not it. */
static bool is_subjunctive(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (tok == sent.first || reading->syntax->upos[tok - 1] != PL_UPOS_PROPN) return false;
    if (!pl_slice_equal(reading->tokens->lower[tok], reading->syntax->lemma[tok])) return false;
    if (reading->syntax->xpos[tok] == PL_XPOS_VBD || reading->syntax->xpos[tok] == PL_XPOS_VBN)
        return false;
    if (pl_slice_ends(reading->tokens->lower[tok - 1], "s")) return false;
    for (uint32_t k = 2; k <= 5 && tok >= sent.first + k; k++) {
        if (pl_reading_is(reading, tok - k, "that")) return true;
        if (pl_word_in(reading->tokens->lower[tok - k], "and|,|or|&")) return false;
    }
    return true;
}

/* "could turn round and propose", "failure to approve", "few are eager to accept" */
static bool is_unreal_by_head(const PlReading *reading, uint32_t tok)
{
    int32_t head = reading->syntax->head_tok[tok];
    if (head < 0) return false;
    if (pl_word_in(reading->syntax->lemma[head], "failure|inability|chance")) return true;
    int32_t subject = pl_reading_subject(reading, tok);
    if (subject >= 0) {
        uint32_t left = reading->left_tok[subject];
        if (pl_word_in(reading->tokens->lower[left], "few|no|none|nobody|neither")) return true;
    }
    if (reading->syntax->deprel[tok] != PL_DEPREL_conj) return false;
    int32_t aux = pl_reading_child(reading, (uint32_t)head, PL_DEPREL_aux);
    return aux >= 0 && pl_reading_child(reading, tok, PL_DEPREL_aux) < 0 &&
           pl_word_in(reading->tokens->lower[aux], "could|may|might|should|can|must");
}

/* "said it would accept": "will" as it is reported. */
static bool is_told(const PlReading *reading, uint32_t tok)
{
    int32_t verb = reading->speech_tok[reading->tokens->sent[tok]];
    return verb >= 0 && (uint32_t)verb < tok && reading->syntax->xpos[verb] == PL_XPOS_VBD;
}

bool pl_reading_is_unreal(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (is_subjunctive(reading, tok) || is_unreal_by_head(reading, tok)) return true;
    uint32_t i = tok;
    int32_t mark = pl_reading_child(reading, tok, PL_DEPREL_mark);
    if (mark >= 0 && reading->syntax->deprel[tok] == PL_DEPREL_advcl &&
        pl_word_in(reading->tokens->lower[mark], "if|unless|until|once|lest|provided|before"))
        return true;
    /* "to keep Oslo from pulling out", "in exchange for giving up": it has not */
    if (tok > sent.first + 1 && reading->syntax->xpos[tok] == PL_XPOS_VBG &&
        (pl_word_in(reading->tokens->lower[tok - 1], "from|about|against|without|before") ||
         (pl_reading_is(reading, tok - 1, "for") &&
          pl_word_in(reading->tokens->lower[tok - 2], "exchange|return"))))
        return true;
    /* "appears unwilling to", "seems ready to": how it looks to somebody. */
    for (uint32_t k = 1; k <= 2 && tok >= sent.first + k; k++)
        if (pl_word_in(reading->syntax->lemma[tok - k], "appear|seem|look")) return true;
    for (uint32_t k = 0; k < NEGATION_REACH && i > sent.first; k++) {
        i--;
        PlSlice word = reading->tokens->lower[i];
        if (pl_word_in(word, "may|might|could|should|must|can|if|whether|would|'d")) {
            /* "would not accept", "will never agree": a refusal is one. */
            if (pl_word_in(word, "would|'d|can|could") && pl_reading_is_negated(reading, tok))
                return false;
            return !(pl_reading_is(reading, i, "would") && is_told(reading, i));
        }
        uint8_t upos = reading->syntax->upos[i];
        bool between = upos == PL_UPOS_AUX || upos == PL_UPOS_ADV || upos == PL_UPOS_PART;
        if (!between) return false;
    }
    return false;
}

bool pl_reading_is_passive(const PlReading *reading, uint32_t tok)
{
    if (reading->syntax->xpos[tok] != PL_XPOS_VBN) return false;
    if (pl_reading_child(reading, tok, PL_DEPREL_aux_pass) >= 0) return true;
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 1; k <= 3 && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        if (pl_reading_lemma_is(reading, i, "be")) return true;
        if (reading->syntax->upos[i] != PL_UPOS_ADV && reading->syntax->upos[i] != PL_UPOS_PART)
            return false;
    }
    return false;
}

/* ---- clauses ---- */

bool pl_reading_is_boundary(const PlReading *reading, uint32_t tok)
{
    const PlTokens *tokens = reading->tokens;
    PlSlice form = tokens->form[tok];
    if (tokens->flags[tok] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE)) return false;
    if (tokens->flags[tok] & PL_TOK_PUNCT)
        return pl_word_in(form, ",|;|:|–|—|--|(|)|[|]|.|!|?|…|...") ||
               (pl_slice_is(form, "-") && tokens->flags[tok] & PL_TOK_SPACE_BEFORE);
    return pl_word_in(tokens->lower[tok], "but|while|although|though|because|whereas|unless|until|"
                                          "despite|amid|even");
}

bool pl_reading_is_list_comma(const PlReading *reading, uint32_t tok)
{
    if (!pl_slice_is(reading->tokens->form[tok], ",")) return false;
    PlToks sent = pl_reading_sent(reading, tok);
    if (tok + 1 < sent.end && pl_reading_is(reading, tok + 1, "including")) return true;
    if (tok + 1 < sent.end && pl_word_in(reading->tokens->lower[tok + 1], "and|or")) {
        /* ", and Oslo refused": a new clause, not a last item. */
        for (uint32_t i = tok + 2; i < sent.end && i < tok + 8; i++) {
            if (reading->syntax->xpos[i] == PL_XPOS_VBD ||
                reading->syntax->xpos[i] == PL_XPOS_VBZ || reading->syntax->xpos[i] == PL_XPOS_MD ||
                reading->syntax->xpos[i] == PL_XPOS_VBP)
                return false;
        }
        return true;
    }
    for (uint32_t i = tok + 1; i < sent.end && i <= tok + LIST_REACH; i++) {
        uint8_t upos = reading->syntax->upos[i];
        if (upos == PL_UPOS_VERB || upos == PL_UPOS_AUX || upos == PL_UPOS_PRON ||
            upos == PL_UPOS_SCONJ)
            return false;
        if (upos == PL_UPOS_CCONJ) return i + 1 < sent.end;
    }
    return false;
}

PlToks pl_reading_clause(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    PlToks clause = {tok, tok + 1};
    while (clause.first > sent.first && tok - clause.first < PL_READING_REACH &&
           !pl_reading_is_boundary(reading, clause.first - 1))
        clause.first--;
    while (clause.end < sent.end && clause.end - tok < PL_READING_REACH &&
           !pl_reading_is_boundary(reading, clause.end))
        clause.end++;
    return clause;
}

static bool is_loose(const PlReading *reading, uint32_t tok)
{
    uint8_t upos = reading->syntax->upos[tok];
    return upos == PL_UPOS_DET || upos == PL_UPOS_CCONJ || upos == PL_UPOS_PUNCT ||
           upos == PL_UPOS_SCONJ || upos == PL_UPOS_ADP || upos == PL_UPOS_PART;
}

PlToks pl_reading_trim(const PlReading *reading, PlToks toks)
{
    while (toks.first < toks.end && is_loose(reading, toks.first) &&
           !pl_word_in(reading->tokens->lower[toks.first], "no|not|all|any"))
        toks.first++;
    while (toks.first < toks.end &&
           (is_loose(reading, toks.end - 1) ||
            pl_word_in(reading->tokens->lower[toks.end - 1], "that|which|who")))
        toks.end--;
    return toks;
}

/* ---- speakers ---- */

int32_t pl_reading_speaker(const PlReading *reading, uint32_t tok)
{
    uint32_t sent = reading->tokens->sent[tok];
    int32_t verb = reading->speech_tok[sent];
    if (reading->in_quotes[tok] || verb < 0)
        return reading->in_quotes[tok] ? reading->speaker[sent] : -1;
    PlToks toks = pl_reading_sent(reading, tok);
    uint32_t distance = tok > (uint32_t)verb ? tok - (uint32_t)verb : (uint32_t)verb - tok;
    if (distance > SPEECH_TOKENS) return -1;
    if (tok > (uint32_t)verb) {
        for (uint32_t i = (uint32_t)verb; i < tok; i++)
            if (pl_word_in(reading->tokens->lower[i], "while|but|whereas|though|although|;"))
                return -1;
        return reading->speaker[sent];
    }
    /* Before the verb: "..., she said" has a comma and ends with it or goes on after one. */
    int32_t subject = own_subject(reading, (uint32_t)verb);
    uint32_t start = subject >= 0 && subject < verb ? reading->left_tok[subject] : (uint32_t)verb;
    if (tok >= start) return -1;
    bool comma = false;
    for (uint32_t i = tok; i < start; i++)
        comma |= pl_slice_is(reading->tokens->form[i], ",");
    bool accords = pl_reading_is(reading, (uint32_t)verb, "according");
    bool closes = toks.end - (uint32_t)verb < 8;
    return (accords || (comma && closes)) ? reading->speaker[sent] : -1;
}
