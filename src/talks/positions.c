#include "talks/positions.h"

#include "talks/position_rows.h"

enum {
    AFTER_GAP = 4,       /* adverbs and times between a verb and the words that go with it */
    ADDRESSEE_GAP = 12,  /* tokens of the one addressed: "urge .. to" */
    REACTION_REACH = 14, /* tokens from "terms" to the verb of the side that rejects them */
    ANTECEDENT_REACH = 36,
    SUBJECT_REACH = 20
};

/* One pass over a report. */
typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
    PlToks outer; /* the content of the last stance, inside which its side's words are its own */
    PlSides outer_sides;
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

/* ---- what is found ---- */

static void push_content(Search *search, const PlSides *sides, int8_t stance,
                         const PlContent *content, PlToks words)
{
    pl_positions_add_content(search->reading, search->talks, sides, stance, content, words);
}

static bool is_side(const PlSides *sides, int32_t party)
{
    for (uint32_t i = 0; i < sides->n; i++)
        if (sides->party[i] == party) return true;
    return false;
}

/* The words at `tok` lie in what the same side, or one unknown, has already been found to want or
 * refuse. */
static bool is_inside_own(const Search *search, uint32_t tok, const PlSides *sides)
{
    if (tok < search->outer.first || tok >= search->outer.end) return false;
    if (search->outer_sides.n == 0) return true;
    for (uint32_t i = 0; i < sides->n; i++)
        if (!is_side(&search->outer_sides, sides->party[i])) return false;
    return true;
}

static void remember(Search *search, PlToks content, const PlSides *sides)
{
    search->outer = content;
    search->outer_sides = *sides;
}

/* From the subject, when it stands close by, to the end of the content. */
static PlToks words_of(const Search *search, uint32_t verb, uint32_t end)
{
    const PlReading *reading = search->reading;
    PlToks words = {verb, end};
    int32_t subject = pl_reading_subject(reading, verb);
    if (subject >= 0 && (uint32_t)subject < verb && verb - (uint32_t)subject < SUBJECT_REACH) {
        words.first = (uint32_t)subject;
        uint32_t left = reading->left_tok[subject];
        while (words.first > left && !pl_reading_is_boundary(reading, words.first - 1) &&
               verb - words.first < SUBJECT_REACH)
            words.first--;
    }
    return words;
}

/* ---- what "it" and "the proposal" stand for ---- */

static bool is_reaction_noun(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    return pl_reading_is_noun(reading, tok) &&
           pl_lexicon_match(reading->model->stances->reactions, reading->tokens, reading->syntax,
                            tok)
                   .row >= 0;
}

static bool points_back(const Search *search, PlToks toks)
{
    const PlReading *reading = search->reading;
    if (toks.first >= toks.end) return false;
    uint32_t first = toks.first;
    bool alone = toks.end - first <= 2;
    if (alone && pl_word_in(word_at(search, first), "it|this|that|them|these|those")) return true;
    if (!pl_word_in(word_at(search, first), "the|this|that|these|those|such|both|its|their|his"))
        return false;
    for (uint32_t i = first + 1; i < toks.end && i < first + 5; i++)
        if (is_reaction_noun(search, i))
            return i + 1 >= toks.end || (reading->syntax->upos[i + 1] != PL_UPOS_ADP &&
                                         reading->syntax->upos[i + 1] != PL_UPOS_PART &&
                                         reading->syntax->upos[i + 1] != PL_UPOS_SCONJ);
    return false;
}

/* The wants of other sides up to two sentences back; `from_byte` is where the search begins. */
static void recent_wants(const Search *search, const PlSides *sides, uint32_t tok,
                         PlContent *content)
{
    const PlReading *reading = search->reading;
    const PlTalks *talks = search->talks;
    uint32_t sent = reading->tokens->sent[tok];
    uint32_t from_byte = reading->tokens->sent_span[sent ? sent - 1 : 0].start_byte;
    PlSpan source = {0};
    for (uint32_t k = 1; k <= PL_POSITIONS_RECENT && k <= talks->positions.n; k++) {
        const PlPosition *p = &talks->positions.items[talks->positions.n - k];
        if (p->span.start_byte < from_byte) return;
        if (p->stance != PL_STANCE_DEMANDS && p->stance != PL_STANCE_OFFERS) continue;
        if (is_side(sides, p->party)) continue;
        if (!pl_span_empty(source) && p->span.start_byte != source.start_byte) return;
        if (content->n_issues == PL_CONTENT_MAX_ISSUES) return;
        source = p->span;
        content->issue[content->n_issues] = p->issue;
        content->terms[content->n_issues] = p->terms;
        content->n_issues++;
    }
}

/* What stands before `noun` ("..., terms that Y rejects"): the wants of this sentence, else the
 * issues of the words before it. */
static PlContent antecedent(const Search *search, uint32_t noun, const PlSides *sides)
{
    const PlReading *reading = search->reading;
    PlContent content = {.n_issues = 0};
    recent_wants(search, sides, noun, &content);
    if (content.n_issues) return content;
    PlToks sent = pl_reading_sent(reading, noun);
    uint32_t first = noun > sent.first + ANTECEDENT_REACH ? noun - ANTECEDENT_REACH : sent.first;
    /* "to stop the sanctions, a plan that Y opposes" is not about sanctions alone. */
    for (uint32_t i = first; i < noun; i++)
        if (pl_word_in(reading->syntax->lemma[i], "prevent|stop|avoid|block|end|lift|ban"))
            return content;
    for (uint32_t i = first; i < noun; i++) /* what somebody demands, without who does */
        if (pl_reading_is_verb(reading, i) &&
            pl_stance_table_find(&reading->model->stances->verbs, reading->syntax->lemma[i]) >= 0)
            first = i + 1;
    return pl_content_read(reading, (PlToks){first, noun}, false);
}

/* ---- verbs ---- */

static bool is_skippable(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    uint8_t upos = reading->syntax->upos[tok];
    if (upos == PL_UPOS_ADV) return true;
    if (pl_word_in(word_at(search, tok), "on|again|last|this|week|month|year|today|yesterday"))
        return true;
    return pl_word_in(word_at(search, tok), "monday|tuesday|wednesday|thursday|friday|saturday|"
                                            "sunday");
}

static bool is_end_of_words(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    return pl_reading_is_boundary(reading, tok) && !pl_slice_is(reading->tokens->form[tok], ",");
}

static bool starts_clause(const Search *search, uint32_t tok)
{
    return search->reading->syntax->upos[tok] == PL_UPOS_AUX ||
           pl_word_in(word_at(search, tok), "that|which|who|because|if|when");
}

/* Where the content begins when the words of `after` follow the verb; 0 when they do not. */
static uint32_t follow(const Search *search, uint32_t verb, PlSlice after)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, verb);
    uint32_t at = verb + 1;
    uint32_t gap = AFTER_GAP;
    bool addressee = false;
    PlSlice word;
    while (after.len && pl_slice_next(&after, ' ', &word)) {
        if (pl_slice_is(word, "..")) {
            gap = ADDRESSEE_GAP;
            addressee = true;
            continue;
        }
        uint32_t limit = at + gap;
        while (at < sent.end && at <= limit && !pl_slice_equal(word_at(search, at), word)) {
            if (is_end_of_words(search, at)) return 0;
            if (!addressee && !is_skippable(search, at)) return 0;
            bool modifies =
                reading->syntax->deprel[at] == PL_DEPREL_amod; /* "a televised address" */
            if (addressee && !modifies &&
                (pl_reading_is_verb(reading, at) || starts_clause(search, at)))
                return 0;
            at++;
        }
        if (at >= sent.end || !pl_slice_equal(word_at(search, at), word)) return 0;
        at++;
        gap = 0;
        addressee = false;
    }
    return at < sent.end ? at : 0;
}

static bool meets_need(const Search *search, uint32_t verb, uint8_t need, PlToks toks)
{
    bool subjunctive = pl_word_in(search->reading->syntax->lemma[verb], "insist|suggest|argue");
    if (need == PL_STANCE_NEEDS_MUST) return pl_content_must(search->reading, toks, subjunctive);
    if (need == PL_STANCE_NEEDS_MAY) return pl_content_may(search->reading, toks);
    if (need == PL_STANCE_NEEDS_ACCORD) return pl_content_is_accord(search->reading, toks);
    if (need == PL_STANCE_NEEDS_HEAD) return pl_content_is_issue(search->reading, toks);
    return true;
}

/* "Bergen does not want peace," says Oslo: what one side says another does not want is blame. */
static bool is_blame(const Search *search, uint32_t verb, const PlSides *sides)
{
    const PlReading *reading = search->reading;
    bool needs = pl_reading_lemma_is(reading, verb, "need"); /* "they need a deal more than we" */
    if ((!pl_reading_is_negated(reading, verb) && !needs) ||
        !pl_word_in(reading->syntax->lemma[verb], "want|seek|wish|pursue|support|accept|need"))
        return false;
    int32_t speaker = pl_reading_speaker(reading, verb);
    int32_t side = pl_side_of_entity(reading, speaker);
    bool onlooker = speaker >= 0 && side < 0 &&
                    reading->mentions->entities.items[speaker].type == PL_ENTITY_PER;
    return onlooker || (side >= 0 && !is_side(sides, side));
}

static PlToks skip_adverbs(const Search *search, PlToks toks)
{
    while (toks.first < toks.end && is_skippable(search, toks.first) &&
           !pl_word_in(word_at(search, toks.first), "this"))
        toks.first++;
    return toks;
}

/* "X deems Y unacceptable": what stands between the verb and the last word of `after`. */
static bool is_verdict(PlSlice after)
{
    return pl_slice_starts(after, "..") && !pl_slice_ends(after, " to") &&
           !pl_slice_ends(after, " for") && !pl_slice_ends(after, " on") &&
           !pl_slice_ends(after, " out");
}

/* After a preposition stands a noun phrase: "call for", not "demand (that)". */
static bool takes_phrase(PlSlice after)
{
    return pl_slice_ends(after, "for") || pl_slice_ends(after, "to") ||
           pl_slice_ends(after, "on") || pl_slice_ends(after, "upon") ||
           pl_slice_ends(after, "from") || pl_slice_ends(after, "against");
}

static PlToks content_of(const Search *search, uint32_t verb, uint32_t start, PlSlice after)
{
    if (is_verdict(after)) return (PlToks){verb + 1, start - 1};
    int32_t receiver = pl_reading_child(search->reading, verb, PL_DEPREL_iobj);
    if (after.len == 0 && receiver >= (int32_t)start) /* "offered the union three posts" */
        start = search->reading->right_tok[receiver];
    return skip_adverbs(search,
                        pl_content_after(search->reading, verb, start, takes_phrase(after)));
}

/* "rejected the suggestion that the drills provoke" is no stance on drills. */
static bool is_talk_of_talk(const Search *search, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end && i < toks.first + 4; i++)
        if (pl_word_in(search->reading->syntax->lemma[i],
                       "suggestion|accusation|allegation|claim|criticism|report|notion|assertion|"
                       "charge|rumour|rumor|insinuation|detail|comment|question|nothing|"
                       "position|stance|view|stand"))
            return true;
    return false;
}

/* "wants Oslo to give up": what Oslo does is what somebody else wants of it. */
static bool is_wanted_of_subject(const Search *search, uint32_t verb)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, verb);
    if (verb < sent.first + 2 || !pl_reading_is(reading, verb - 1, "to")) return false;
    return reading->name_of_tok[verb - 2] >= 0 ||
           pl_word_in(word_at(search, verb - 2), "it|them|him|her|us|me|you|itself|themselves");
}

/* "will never seek, develop or buy missiles": what the first verb wants stands after the last. */
static uint32_t shared_object(const PlReading *reading, uint32_t verb, uint32_t start)
{
    bool cut = start == verb + 1 && (pl_slice_is(reading->tokens->form[start], ",") ||
                                     reading->syntax->upos[start] == PL_UPOS_CCONJ);
    if (!cut || pl_reading_child(reading, verb, PL_DEPREL_obj) >= 0) return start;
    for (int32_t next = pl_content_next_deed(reading, verb, verb); next >= 0;
         next = pl_content_next_deed(reading, verb, (uint32_t)next))
        if (pl_reading_child(reading, (uint32_t)next, PL_DEPREL_obj) >= 0)
            return (uint32_t)next + 1;
    return start;
}

/* "agreed to cut the duties, open the market and ...": the deeds after the first. */
static void push_other_deeds(Search *search, const PlSides *sides, int8_t stance, uint32_t deed,
                             uint32_t after)
{
    const PlReading *reading = search->reading;
    if (!pl_reading_is_verb(reading, deed)) return;
    for (int32_t next = pl_content_next_deed(reading, deed, after); next >= 0;
         next = pl_content_next_deed(reading, deed, (uint32_t)next)) {
        PlToks toks = pl_content_after(reading, (uint32_t)next, (uint32_t)next, false);
        PlContent content = pl_content_read(reading, toks, false);
        push_content(search, sides, stance, &content, (PlToks){(uint32_t)next, toks.end});
    }
}

/* "Oslo proposed that Bergen close the mine": what is proposed to another is demanded of it. */
static bool is_for_others(const Search *search, PlToks toks, const PlSides *sides)
{
    const PlReading *reading = search->reading;
    uint32_t i = toks.first;
    while (i < toks.end && reading->syntax->upos[i] == PL_UPOS_SCONJ)
        i++;
    int32_t mention = i < toks.end ? reading->name_of_tok[i] : -1;
    if (mention < 0) return false;
    const PlMention *name = &reading->mentions->mentions.items[mention];
    if (name->end_tok >= toks.end || !pl_reading_is_verb(reading, name->end_tok)) return false;
    int32_t side = pl_side_of_entity(reading, name->entity);
    return side >= 0 && !is_side(sides, side);
}

/* "agreed to cut the duties in return for a quota": it wants the quota; "demanded a quota in return
 * for fuel": it offers the fuel. */
static void push_other_half(Search *search, const PlSides *sides, int8_t stance, uint32_t trade)
{
    const PlReading *reading = search->reading;
    if (trade >= reading->tokens->n_tokens || !pl_content_is_trade(reading, trade)) return;
    int8_t other = PL_NO_STANCE;
    if (stance == PL_STANCE_ACCEPTS || stance == PL_STANCE_OFFERS || stance == PL_STANCE_CONCEDES)
        other = PL_STANCE_DEMANDS;
    if (stance == PL_STANCE_DEMANDS) other = PL_STANCE_OFFERS;
    if (other == PL_NO_STANCE) return;
    PlToks toks = pl_content_after(reading, trade, trade + 3, false);
    PlContent content = pl_content_read(reading, toks, false);
    push_content(search, sides, other, &content, (PlToks){trade, toks.end});
}

/* "will vote against it": what "it" is when it is no want of another side's. */
static PlContent pronoun_content(const Search *search, PlToks toks, int8_t stance)
{
    PlContent none = {.n_issues = 0};
    bool answers = stance == PL_STANCE_REJECTS || stance == PL_STANCE_ACCEPTS ||
                   stance == PL_STANCE_OPPOSES || stance == PL_STANCE_SUPPORTS;
    if (!answers || toks.end != toks.first + 1 ||
        !pl_word_in(word_at(search, toks.first), "it|this|that|them"))
        return none;
    return pl_content_pointed_at(search->reading, toks.first, false);
}

/* A finite verb stands in `toks` before `end`. */
static bool has_finite_before(const Search *search, PlToks toks, uint32_t end)
{
    for (uint32_t i = toks.first; i < end; i++) {
        uint8_t xpos = search->reading->syntax->xpos[i];
        if (xpos == PL_XPOS_MD || xpos == PL_XPOS_VBZ || xpos == PL_XPOS_VBD || xpos == PL_XPOS_VBP)
            return true;
    }
    return false;
}

/* Where "must", "has to" stands in `toks`; their start when it is a subjunctive that asks. */
static uint32_t must_at(const Search *search, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++) {
        if (pl_word_in(word_at(search, i), "must|should")) return i;
        if (pl_word_in(word_at(search, i), "needs|need|has|have|ought") && i + 1 < toks.end &&
            pl_reading_is(search->reading, i + 1, "to"))
            return i;
    }
    return toks.first;
}

/* "that it is no game and the threat must stay": the part in which "must" stands. */
static PlToks must_clause(const Search *search, PlToks toks)
{
    uint32_t modal = must_at(search, toks);
    PlToks clause = toks;
    for (uint32_t i = toks.first; i < modal; i++)
        if (pl_word_in(word_at(search, i), "that|,|;") ||
            (pl_word_in(word_at(search, i), "and|but|or") && has_finite_before(search, toks, i)))
            clause.first = i + 1;
    return clause;
}

/* "Any deal must include an amnesty": what the deal must have is wanted, else what must be. */
static PlContent must_content(const Search *search, PlToks clause, uint32_t modal)
{
    const PlReading *reading = search->reading;
    PlContent whole = pl_content_read(reading, clause, false);
    if (whole.n_issues == 0 || whole.words[0].first >= modal) return whole;
    bool has = false;
    for (uint32_t i = modal + 1; i < clause.end && i < modal + AFTER_GAP; i++)
        has |= pl_word_in(reading->syntax->lemma[i],
                          "include|contain|provide|guarantee|address|have|bring|ensure|cover|set");
    if (!has) return whole;
    PlContent part = pl_content_read(reading, (PlToks){modal + 1, clause.end}, false);
    return part.n_issues ? part : whole;
}

static bool try_active(Search *search, uint32_t verb, const PlStanceWord *word)
{
    const PlReading *reading = search->reading;
    uint32_t start = follow(search, verb, word->after);
    if (start == 0) return false;
    start = shared_object(reading, verb, start);
    bool committed = reading->syntax->xpos[verb] == PL_XPOS_VBN &&
                     pl_reading_is(reading, verb, "committed") &&
                     pl_reading_child(reading, verb, PL_DEPREL_aux) < 0;
    if (committed) return true; /* an adjective: see stance_adjectives.tsv */
    PlToks toks = content_of(search, verb, start, word->after);
    if (toks.first >= toks.end || !meets_need(search, verb, word->need, toks) ||
        is_talk_of_talk(search, toks))
        return false;

    PlSides sides = pl_sides_of_verb(reading, verb);
    if (is_inside_own(search, verb, &sides) || is_wanted_of_subject(search, verb)) return false;
    if (sides.n == 0) {
        /* Somebody wants it: what is wanted is not what the ones in it do. */
        if (pl_content_read(reading, toks, false).n_issues) remember(search, toks, &sides);
        return false;
    }
    int8_t stance = word->stance;
    if (pl_reading_is_negated(reading, verb)) stance = word->negated;
    if (stance == PL_NO_STANCE || pl_reading_is_unreal(reading, verb) ||
        is_blame(search, verb, &sides))
        return true;

    PlContent content = word->need == PL_STANCE_NEEDS_MUST
                            ? must_content(search, must_clause(search, toks), must_at(search, toks))
                            : pl_content_read(reading, toks, false);
    if (content.n_issues == 0 && points_back(search, toks))
        recent_wants(search, &sides, verb, &content);
    if (content.n_issues == 0) content = pronoun_content(search, toks, stance);
    bool open = word->need == PL_STANCE_NEEDS_NOTHING ||
                (word->need == PL_STANCE_NEEDS_HEAD && pl_content_is_accord(reading, toks));
    if (content.n_issues == 0 && open) content = pl_content_read(reading, toks, true);
    if (content.n_issues == 0) return false;
    if (stance == PL_STANCE_OFFERS && is_for_others(search, toks, &sides))
        stance = PL_STANCE_DEMANDS;
    push_content(search, &sides, stance, &content, words_of(search, verb, toks.end));
    push_other_deeds(search, &sides, stance, toks.first, toks.end);
    push_other_half(search, &sides, stance, toks.end);
    remember(search, toks, &sides);
    return true;
}

/* "the plan was rejected by the union", "a position backed by its allies" */
static bool try_passive(Search *search, uint32_t verb, const PlStanceWord *word)
{
    const PlReading *reading = search->reading;
    uint8_t xpos = reading->syntax->xpos[verb];
    PlToks sent = pl_reading_sent(reading, verb);
    bool by = verb + 1 < sent.end && pl_reading_is(reading, verb + 1, "by");
    bool participle = xpos == PL_XPOS_VBN || (xpos == PL_XPOS_VBD && by);
    if (!participle || (word->need != PL_STANCE_NEEDS_NOTHING &&
                        word->need != PL_STANCE_NEEDS_ISSUE && word->need != PL_STANCE_NEEDS_HEAD))
        return false;
    bool particle = verb + 1 < sent.end && pl_slice_equal(word->after, word_at(search, verb + 1));
    if (word->after.len && !particle) return false;
    PlSides sides = pl_sides_of_agent(reading, verb);
    if (sides.n == 0 || word->stance == PL_NO_STANCE || pl_reading_is_negated(reading, verb) ||
        pl_reading_is_unreal(reading, verb))
        return false;
    int32_t subject = pl_reading_subject(reading, verb);
    if (subject < 0 || (uint32_t)subject >= verb) return false;
    uint32_t noun = (uint32_t)subject;
    PlContent content = {.n_issues = 0};
    if (is_reaction_noun(search, noun)) content = antecedent(search, noun, &sides);
    if (content.n_issues == 0) {
        uint32_t first = reading->left_tok[noun];
        if (noun - first > SUBJECT_REACH) first = noun;
        content = pl_content_read(reading, (PlToks){first, verb}, false);
    }
    PlToks words = {verb - noun > SUBJECT_REACH ? verb : noun, verb + 1};
    while (words.end < sent.end && words.end < verb + SUBJECT_REACH &&
           !pl_reading_is_boundary(reading, words.end))
        words.end++;
    push_content(search, &sides, word->stance, &content, words);
    return true;
}

/* Nothing follows the verb but the end of its clause, or the adjective of a verdict. */
static bool is_bare(const Search *search, uint32_t verb)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, verb);
    uint32_t next = verb + 1;
    if (next < sent.end && pl_word_in(word_at(search, next), "unacceptable|intolerable")) next++;
    while (next < sent.end &&
           (reading->tokens->flags[next] & PL_TOK_QUOTE_CLOSE || is_skippable(search, next)))
        next++;
    return next >= sent.end || pl_reading_is_boundary(reading, next) ||
           pl_word_in(word_at(search, next), "and|as");
}

/* "terms the union has long rejected", "an outcome Velia and its allies refuse" */
static bool try_reaction(Search *search, uint32_t verb, const PlStanceWord *word)
{
    const PlReading *reading = search->reading;
    if (word->stance != PL_STANCE_REJECTS && word->stance != PL_STANCE_OPPOSES &&
        word->stance != PL_STANCE_SUPPORTS && word->stance != PL_STANCE_ACCEPTS)
        return false;
    bool describes = (reading->syntax->deprel[verb] == PL_DEPREL_acl ||
                      reading->syntax->deprel[verb] == PL_DEPREL_acl_relcl) &&
                     pl_reading_child(reading, verb, PL_DEPREL_obj) < 0 && word->after.len == 0;
    if (!is_bare(search, verb) && !describes) return false;
    PlToks sent = pl_reading_sent(reading, verb);
    uint32_t noun = verb;
    while (noun > sent.first && verb - noun < REACTION_REACH && !is_reaction_noun(search, noun)) {
        noun--;
        if (pl_reading_is_boundary(reading, noun)) return false;
    }
    if (noun == verb || !is_reaction_noun(search, noun)) return false;
    PlSides sides = {.n = 0};
    for (uint32_t i = noun + 1; i < verb; i++) {
        int32_t mention = reading->mentions->mention_of_tok[i];
        if (mention >= 0 && reading->mentions->mentions.items[mention].end_tok == i + 1)
            pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
    }
    int8_t stance = pl_reading_is_negated(reading, verb) ? word->negated : word->stance;
    if (sides.n == 0 || stance == PL_NO_STANCE) return false;
    PlContent content = antecedent(search, noun, &sides);
    push_content(search, &sides, stance, &content, (PlToks){noun, verb + 1});
    return content.n_issues > 0;
}

static bool has_modal(const PlReading *reading, uint32_t verb)
{
    int32_t aux = pl_reading_child(reading, verb, PL_DEPREL_aux);
    return aux >= 0 && pl_word_in(reading->tokens->lower[aux], "will|would|wo|'ll|can|cannot|ca");
}

/* "will not negotiate with the rebels": the verb is the issue. */
static void refuse_talks(Search *search, uint32_t verb)
{
    const PlReading *reading = search->reading;
    PlSides sides = pl_sides_of_verb(reading, verb);
    if (sides.n == 0 || pl_reading_is_unreal(reading, verb)) return;
    if (!has_modal(reading, verb)) return;
    PlToks toks = {verb, pl_content_after(reading, verb, verb, false).end};
    PlContent content = {.toks = toks, .n_issues = 1};
    content.issue[0] = PL_SLICE("talks");
    push_content(search, &sides, PL_STANCE_REJECTS, &content, words_of(search, verb, toks.end));
}

/* "which the union objects to,": nothing follows the words of `after`. */
static bool ends_with(const Search *search, uint32_t verb, PlSlice after)
{
    uint32_t next = follow(search, verb, after);
    return next && pl_reading_is_boundary(search->reading, next);
}

/* "a truce which the army accepted": the noun that the clause describes is the issue. */
static bool try_described(Search *search, uint32_t verb, const PlStanceWord *word)
{
    const PlReading *reading = search->reading;
    bool describes = reading->syntax->deprel[verb] == PL_DEPREL_acl_relcl ||
                     reading->syntax->deprel[verb] == PL_DEPREL_acl;
    int32_t noun = reading->syntax->head_tok[verb];
    bool answers = word->stance == PL_STANCE_REJECTS || word->stance == PL_STANCE_ACCEPTS ||
                   word->stance == PL_STANCE_OPPOSES || word->stance == PL_STANCE_SUPPORTS;
    if (!describes || noun < 0 || (uint32_t)noun > verb || !answers ||
        (word->after.len && !ends_with(search, verb, word->after)))
        return false;
    int32_t subject = pl_reading_child(reading, verb, PL_DEPREL_nsubj);
    if (subject < 0 || (uint32_t)subject > verb || pl_reading_is_unreal(reading, verb))
        return false;
    int32_t object = pl_reading_child(reading, verb, PL_DEPREL_obj);
    if (object > (int32_t)verb) return false;
    PlSides sides = pl_sides_at(reading, (uint32_t)subject);
    int8_t stance = pl_reading_is_negated(reading, verb) ? word->negated : word->stance;
    if (sides.n == 0 || stance == PL_NO_STANCE) return false;
    PlToks about = {reading->left_tok[noun], (uint32_t)noun + 1};
    if (about.end - about.first > SUBJECT_REACH) about.first = (uint32_t)noun;
    PlContent content = pl_content_read(reading, about, false);
    push_content(search, &sides, stance, &content, (PlToks){about.first, verb + 1});
    return content.n_issues > 0;
}

static void at_verb(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlStanceTable *table = &reading->model->stances->verbs;
    bool passive = pl_reading_is_passive(reading, tok);
    int32_t row = pl_stance_table_find(table, reading->syntax->lemma[tok]);
    for (; row >= 0; row = table->words.items[row].next) {
        const PlStanceWord *word = &table->words.items[row];
        if (try_passive(search, tok, word)) return;
        if (passive) continue;
        if (try_reaction(search, tok, word)) return;
        if (try_described(search, tok, word)) return;
        if (try_active(search, tok, word)) return;
    }
    if (pl_word_in(reading->syntax->lemma[tok], "negotiate|talk") &&
        pl_reading_is_negated(reading, tok))
        refuse_talks(search, tok);
}

/* "terms Oslo and Bergen reject": at the end of a clause a verb without a mark of one is easily
 * taken for a noun; after a name it is a reaction all the same. */
static void at_verb_like_noun(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlStanceTable *table = &reading->model->stances->verbs;
    PlToks sent = pl_reading_sent(reading, tok);
    if (tok == sent.first || reading->name_of_tok[tok - 1] < 0) return;
    int32_t row = pl_stance_table_find(table, reading->syntax->lemma[tok]);
    for (; row >= 0; row = table->words.items[row].next)
        if (try_reaction(search, tok, &table->words.items[row])) return;
}

/* ---- nouns ---- */

/* "their priority is", "the main demand remains:" */
static uint32_t after_copula(const Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t i = noun + 1; i < sent.end && i <= noun + AFTER_GAP; i++) {
        if (pl_slice_is(reading->tokens->form[i], ":")) return i + 1;
        if (pl_reading_lemma_is(reading, i, "be") || pl_reading_lemma_is(reading, i, "remain")) {
            /* "the priority is clear: ..." */
            if (i + 2 < sent.end && pl_slice_is(reading->tokens->form[i + 2], ":")) return i + 3;
            return i + 1;
        }
        if (reading->syntax->upos[i] != PL_UPOS_AUX && reading->syntax->upos[i] != PL_UPOS_ADV)
            return 0;
    }
    return 0;
}

static uint32_t after_noun(const Search *search, uint32_t noun, const PlStanceWord *word)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    uint32_t at = noun + 1;
    if (at >= sent.end) return 0;
    /* "a demand by the union for more pay" */
    if (pl_word_in(word_at(search, at), "by|from")) {
        uint32_t limit = at + AFTER_GAP + 2;
        while (at < sent.end && at < limit && !pl_word_in(word_at(search, at), "for|to|that") &&
               reading->syntax->xpos[at] != PL_XPOS_VBG)
            at++;
    }
    /* "concessions by the company granting them a say" */
    if (at < sent.end && word->stance == PL_STANCE_CONCEDES &&
        reading->syntax->xpos[at] == PL_XPOS_VBG)
        return at;
    if (at + 1 < sent.end &&
        pl_word_in(word_at(search, at), "for|to|that|of|on|upon|over|against") &&
        pl_slice_find(word->after, word_at(search, at)) >= 0)
        return at + 1;
    /* "its demands, including A and B" */
    if (pl_slice_is(reading->tokens->form[at], ",") && at + 2 < sent.end) at++;
    if (at + 1 < sent.end && word->stance == PL_STANCE_DEMANDS &&
        pl_word_in(word_at(search, at), "including|such"))
        return pl_reading_is(reading, at, "such") ? at + 2 : at + 1;
    return pl_slice_find(word->after, PL_SLICE("is")) >= 0 ? after_copula(search, noun) : 0;
}

/* "For the ministry, the priority is ..." */
static PlSides sides_of_topic(const Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlSides sides = {.n = 0};
    PlToks sent = pl_reading_sent(reading, noun);
    if (!pl_reading_is(reading, sent.first, "for") || noun - sent.first > SUBJECT_REACH)
        return sides;
    for (uint32_t i = sent.first + 1; i < noun; i++) {
        if (pl_reading_is_boundary(reading, i)) break;
        int32_t mention = reading->mentions->mention_of_tok[i];
        if (mention >= 0)
            pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
    }
    return sides;
}

/* Who holds the noun: its owner, else who has, makes or repeats it, else who says the sentence. */
static PlSides sides_of_noun(const Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlSides sides = pl_sides_of_owner(reading, noun);
    if (sides.n == 0) sides = sides_of_topic(search, noun);
    if (sides.n) return sides;
    int32_t head = reading->syntax->head_tok[noun];
    if (head >= 0 && reading->syntax->deprel[noun] == PL_DEPREL_obj &&
        pl_word_in(reading->syntax->lemma[head],
                   "reiterate|repeat|make|renew|issue|voice|express|stress|emphasise|emphasize|"
                   "have|present|submit|restate|underline|underscore|reaffirm|raise|table|signal|"
                   "put|outline|indicate|show|give|declare|state") &&
        !pl_reading_is_negated(reading, (uint32_t)head))
        return pl_sides_of_verb(reading, (uint32_t)head);
    if (pl_word_in(reading->syntax->lemma[noun],
                   "need|importance|necessity|priority|goal|aim|objective|call|appeal"))
        pl_sides_add(reading, &sides, pl_reading_speaker(reading, noun));
    return sides;
}

/* "its ceasefire proposal", "the union's pay demand" */
static PlContent compound_content(const Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = 1; k <= 3 && noun >= sent.first + k; k++) {
        uint32_t i = noun - k;
        if (!pl_reading_is_noun(reading, i) && reading->syntax->upos[i] != PL_UPOS_ADJ) break;
        PlIssueHit hit =
            pl_issues_match(reading->model->issues, reading->tokens, reading->syntax, i, noun);
        if (hit.id.len && hit.end_tok == noun) {
            PlContent content = {.toks = {i, noun}, .n_issues = 1};
            content.issue[0] = hit.id;
            return content;
        }
    }
    return (PlContent){.n_issues = 0};
}

/* "pensions, the union's top demand,": the issue that ends before the comma. */
static PlContent apposed_content(const Search *search, uint32_t noun)
{
    enum { OWNER_TOKS = 8, ISSUE_TOKS = 5 };
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    PlContent content = {.n_issues = 0};
    if (noun + 1 < sent.end && !pl_reading_is_boundary(reading, noun + 1)) return content;
    uint32_t comma = noun;
    while (comma > sent.first && noun - comma < OWNER_TOKS &&
           !pl_reading_is_boundary(reading, comma)) {
        if (pl_reading_is_verb(reading, comma)) return content;
        comma--;
    }
    if (!pl_slice_is(reading->tokens->form[comma], ",")) return content;
    for (uint32_t k = 1; k <= ISSUE_TOKS && comma >= sent.first + k; k++) {
        PlIssueHit hit = pl_issues_match(reading->model->issues, reading->tokens, reading->syntax,
                                         comma - k, comma);
        if (hit.id.len == 0 || hit.end_tok != comma) continue;
        content.toks = (PlToks){hit.first_tok, hit.end_tok};
        content.n_issues = 1;
        content.issue[0] = hit.id;
    }
    return content;
}

/* "has no desire for", "without support for" */
static bool is_denied_noun(const Search *search, uint32_t noun)
{
    PlToks sent = pl_reading_sent(search->reading, noun);
    for (uint32_t k = 1; k <= 3 && noun >= sent.first + k; k++) {
        if (pl_word_in(word_at(search, noun - k), "no|without|little|any|lack")) return true;
        if (search->reading->syntax->upos[noun - k] != PL_UPOS_ADJ) return false;
    }
    return false;
}

/* "withheld support for", "to drop their opposition to": the stance is given up. */
static bool is_given_up(const Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = 1; k <= 4 && noun >= sent.first + k; k++) {
        uint32_t i = noun - k;
        if (pl_word_in(
                reading->syntax->lemma[i],
                "withhold|withdraw|lack|deny|lose|drop|abandon|soften|end|withheld|stop|halt|"
                "cease"))
            return !pl_reading_is_negated(reading, i);
    }
    return false;
}

/* "discussed the need for a truce", "questioned the importance of talks": no stance yet. */
static bool is_only_discussed(const Search *search, uint32_t noun)
{
    PlToks sent = pl_reading_sent(search->reading, noun);
    for (uint32_t k = 1; k <= 3 && noun >= sent.first + k; k++)
        if (pl_word_in(search->reading->syntax->lemma[noun - k],
                       "discuss|debate|consider|question|weigh|examine|review|mull|study"))
            return true;
    return false;
}

/* "The accord faces opposition from A and from B": what the one who faces it is. */
static bool at_noun_from(Search *search, uint32_t noun, int8_t stance)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    int32_t verb = reading->syntax->head_tok[noun];
    if (verb >= 0 && reading->syntax->deprel[noun] == PL_DEPREL_conj &&
        pl_reading_is_noun(reading, (uint32_t)verb)) /* "faces review and opposition from" */
        verb = reading->syntax->head_tok[verb];
    if (verb < 0 || (uint32_t)verb > noun ||
        !pl_word_in(reading->syntax->lemma[verb], "face|meet|draw|spark|provoke|prompt|win|gain|"
                                                  "trigger|encounter|attract|receive|have|enjoy"))
        return false;
    int32_t subject = pl_reading_subject(reading, (uint32_t)verb);
    if (subject < 0 || (uint32_t)subject > (uint32_t)verb) return false;
    PlToks about = {reading->left_tok[subject], (uint32_t)subject + 1};
    if (about.end - about.first > SUBJECT_REACH) about.first = (uint32_t)subject;
    PlContent content = pl_content_read(reading, about, false);
    if (content.n_issues == 0) return false;
    PlSides sides = {.n = 0};
    bool from = false;
    uint32_t end = noun + 1;
    for (uint32_t i = noun + 1; i < sent.end && i < noun + ANTECEDENT_REACH; i++) {
        if (pl_word_in(word_at(search, i), "from|among|by")) from = true;
        if (pl_reading_is_verb(reading, i)) break;
        int32_t mention = reading->name_of_tok[i];
        if (mention < 0 || !from) continue;
        if (reading->mentions->mentions.items[mention].end_tok != i + 1) continue;
        pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
        from = i + 1 < sent.end && pl_word_in(word_at(search, i + 1), "and|,");
        end = i + 1;
    }
    push_content(search, &sides, stance, &content, (PlToks){about.first, end});
    return sides.n > 0;
}

static void at_noun(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlStanceTable *table = &reading->model->stances->nouns;
    int32_t row = pl_stance_table_find(table, reading->syntax->lemma[tok]);
    if (row < 0 || is_denied_noun(search, tok) || is_given_up(search, tok) ||
        is_only_discussed(search, tok))
        return;
    const PlStanceWord *word = &table->words.items[row];
    bool judges = word->stance == PL_STANCE_OPPOSES || word->stance == PL_STANCE_SUPPORTS;
    if (judges && at_noun_from(search, tok, word->stance)) return;
    PlSides sides = sides_of_noun(search, tok);
    /* "its demands, including more pay and opposition to shifts": no demand, but theirs. */
    bool against = word->stance == PL_STANCE_OPPOSES || word->stance == PL_STANCE_REJECTS;
    bool inside = tok >= search->outer.first && tok < search->outer.end;
    if (sides.n == 0 && inside && against) sides = search->outer_sides;
    if (sides.n == 0 || (!against && is_inside_own(search, tok, &sides))) return;
    PlSides owner = pl_sides_of_owner(reading, tok);
    PlContent content = {.n_issues = 0};
    PlToks words = {tok, tok + 1};
    for (; row >= 0; row = table->words.items[row].next) {
        word = &table->words.items[row];
        uint32_t start = after_noun(search, tok, word);
        if (start == 0) continue;
        PlToks toks =
            skip_adverbs(search, pl_content_after(reading, tok, start,
                                                  !pl_word_in(word_at(search, start - 1), "that")));
        bool deed = toks.first < toks.end && pl_reading_is_verb(reading, toks.first);
        if (word->need == PL_STANCE_NEEDS_DEED && !deed) continue;
        content = pl_content_read(reading, toks, word->need == PL_STANCE_NEEDS_NOTHING);
        words.end = toks.end;
        if (content.n_issues) remember(search, toks, &sides);
        break;
    }
    if (row < 0 && owner.n) {
        content = apposed_content(search, tok);
        if (content.n_issues) words.first = content.toks.first;
    }
    if (row < 0 && owner.n && content.n_issues == 0 &&
        !pl_word_in(reading->syntax->lemma[tok],
                    "need|goal|aim|position|drive|agenda|priority|condition|commitment"))
        content = compound_content(search, tok);
    if (content.n_issues == 0) return;
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 0; k < 3 && words.first > sent.first; k++)
        if (!pl_reading_is_boundary(reading, words.first - 1)) words.first--;
    push_content(search, &sides, word->stance, &content, words);
}

/* ---- adjectives and predicates ---- */

static void at_adjective(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlLexicon *lexicon = reading->model->stances->adjectives;
    PlLexiconHit hit = pl_lexicon_match(lexicon, reading->tokens, reading->syntax, tok);
    if (hit.row < 0) return;
    PlSides sides = pl_sides_of_verb(reading, tok);
    if (sides.n == 0 || is_inside_own(search, tok, &sides)) return;
    if (pl_reading_is_unreal(reading, tok)) return;
    bool negated = pl_reading_is_negated(reading, tok);
    int8_t stance = pl_stance_of_row(lexicon, hit.row, negated ? "negated" : "stance");
    if (stance == PL_NO_STANCE) return;
    PlToks toks = pl_content_after(reading, tok, tok + hit.n_toks, false);
    PlContent content = pl_content_read(reading, toks, false);
    if (content.n_issues == 0) return;
    push_content(search, &sides, stance, &content, words_of(search, tok, toks.end));
    remember(search, toks, &sides);
}

/* "a ceasefire is our priority": the issue before the words, the speaker's stance. */
static void at_predicate(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlLexicon *lexicon = reading->model->stances->predicates;
    PlLexiconHit hit = pl_lexicon_match(lexicon, reading->tokens, reading->syntax, tok);
    if (hit.row < 0) return;
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t copula = tok;
    while (copula > sent.first && tok - copula < AFTER_GAP &&
           !pl_reading_lemma_is(reading, copula, "be") && !pl_reading_is(reading, copula, "as"))
        copula--;
    if (!pl_reading_lemma_is(reading, copula, "be") && !pl_slice_ends(word_at(search, tok), "come"))
        return;
    int32_t speaker = pl_reading_speaker(reading, tok);
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, speaker);
    if (sides.n == 0) return;
    uint32_t first = copula;
    while (first > sent.first && copula - first < ADDRESSEE_GAP &&
           !pl_reading_is_boundary(reading, first - 1) &&
           !(reading->tokens->flags[first - 1] & PL_TOK_QUOTE_OPEN) &&
           !pl_word_in(word_at(search, first - 1), "that"))
        first--;
    PlToks subject = {first, copula};
    PlContent content = pl_content_read(reading, subject, false);
    if (content.n_issues == 0) return;
    int8_t stance = pl_stance_of_row(lexicon, hit.row, "stance");
    push_content(search, &sides, stance, &content, (PlToks){first, tok + hit.n_toks});
}

/* Deeds by which one gives something to the other side. */
static bool is_giving(PlSlice lemma)
{
    return pl_word_in(lemma, "allow|let|open|lift|remove|release|free|withdraw|pull|reduce|cut|"
                             "limit|halt|stop|suspend|freeze|end|grant|give|provide|pay|raise|"
                             "increase|reopen|restore|dismantle|convert|ship|ease|drop|buy|extend|"
                             "hold|attend|join|resume|comply|honour|honor|abide|hand|return|scrap|"
                             "relax|waive|recognise|recognize|sign|surrender|cede|disarm|"
                             "negotiate|talk|reinstate|rehire|hire|fund|share|pause|delay|"
                             "postpone|permit|evacuate");
}

/* "We will lift the duties," a minister said: a side offers what it says that it will do, and
 * rejects what it says that it will not. */
static void at_own_deed(Search *search, uint32_t modal)
{
    const PlReading *reading = search->reading;
    if (!pl_word_in(word_at(search, modal), "will|would|'ll|wo")) return;
    PlToks sent = pl_reading_sent(reading, modal);
    if (modal == sent.first) return;
    int32_t speaker = pl_reading_speaker(reading, modal);
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, speaker);
    if (sides.n == 0) return;
    PlSides doers = {.n = 0};
    pl_sides_add(reading, &doers, pl_side_entity_at(reading, modal - 1));
    bool own = pl_word_in(word_at(search, modal - 1), "we|i") ||
               (doers.n == 1 && is_side(&sides, doers.party[0]));
    if (!own) return;
    uint32_t deed = modal + 1;
    bool denied = false;
    while (deed < sent.end && deed < modal + 4 &&
           (reading->syntax->upos[deed] == PL_UPOS_ADV ||
            reading->syntax->upos[deed] == PL_UPOS_PART)) {
        denied |= pl_word_in(word_at(search, deed), "not|n't|never");
        deed++;
    }
    if (deed >= sent.end || !is_giving(reading->syntax->lemma[deed])) return;
    if (pl_stance_table_find(&reading->model->stances->verbs, reading->syntax->lemma[deed]) >= 0)
        return; /* its own row says what that means */
    PlToks clause = pl_reading_clause(reading, modal);
    if (modal - sent.first < ANTECEDENT_REACH) clause.first = sent.first; /* "if not, we will" */
    for (uint32_t i = clause.first; i < modal; i++)
        if (pl_word_in(word_at(search, i), "if|when|whether|why|how|what|until|once|unless"))
            return;
    PlToks toks = pl_content_after(reading, deed, deed, false);
    if (toks.end < sent.end &&
        pl_word_in(word_at(search, toks.end), "unless|until|if|without|before"))
        return; /* a condition */
    PlContent content = pl_content_read(reading, toks, false);
    if (content.n_issues == 0 || is_inside_own(search, deed, &sides)) return;
    push_content(search, &sides, denied ? PL_STANCE_REJECTS : PL_STANCE_OFFERS, &content,
                 (PlToks){modal - 1, toks.end});
    remember(search, toks, &sides);
}

/* "There can be no talks about the valley": who says so rejects them. */
static void at_denial(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    if (!pl_reading_is(reading, tok, "there") || tok + 4 >= sent.end) return;
    if (!pl_word_in(word_at(search, tok + 1), "can|will|must|should") ||
        !pl_reading_is(reading, tok + 2, "be") || !pl_reading_is(reading, tok + 3, "no"))
        return;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, pl_reading_speaker(reading, tok));
    if (sides.n == 0) return;
    PlToks toks = pl_content_after(reading, tok, tok + 4, true);
    /* "no deal without a ceasefire" is a condition. */
    for (uint32_t i = tok + 4; i < sent.end && i <= toks.end; i++)
        if (pl_word_in(word_at(search, i), "without|until|unless|if|before|as")) return;
    PlContent content = pl_content_read(reading, toks, true);
    push_content(search, &sides, PL_STANCE_REJECTS, &content, (PlToks){tok, toks.end});
}

/* "The shelling must stop," a minister said: what a side says has to be, it demands; what must not
 * be, it opposes. */
static void at_must(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    bool must = pl_word_in(word_at(search, tok), "must|should");
    bool has_to = tok + 1 < sent.end &&
                  pl_word_in(word_at(search, tok), "has|have|needs|need|ought") &&
                  pl_reading_is(reading, tok + 1, "to");
    if (!must && !has_to) return;
    PlToks clause = pl_reading_clause(reading, tok);
    bool inverted =
        must && tok + 1 < sent.end &&
        (pl_reading_is_noun(reading, tok + 1) || reading->syntax->upos[tok + 1] == PL_UPOS_PRON ||
         reading->syntax->upos[tok + 1] == PL_UPOS_DET);
    if (inverted) return; /* "should diplomacy fail" */
    for (uint32_t i = clause.first; i < clause.end; i++)
        if (pl_word_in(word_at(search, i), "if|when|why|what|how|whether|which|who|before|after"))
            return;
    if (clause.end < sent.end && pl_slice_is(reading->tokens->form[clause.end], "?")) return;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, pl_reading_speaker(reading, tok));
    if (sides.n == 0 || is_inside_own(search, tok, &sides)) return;
    while (clause.first < tok && pl_word_in(word_at(search, clause.first), "and|that|so|but"))
        clause.first++;
    PlContent content = must_content(search, clause, tok);
    if (content.n_issues == 0) return;
    bool denied = tok + 1 < sent.end && pl_word_in(word_at(search, tok + 1), "not|n't|never");
    push_content(search, &sides, denied ? PL_STANCE_OPPOSES : PL_STANCE_DEMANDS, &content, clause);
    remember(search, clause, &sides);
}

void pl_positions_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    const PlTokens *tokens = reading->tokens;
    for (uint32_t i = 0; i < tokens->n_tokens; i++) {
        if (tokens->flags[i] & PL_TOK_SENT_START) search.outer = (PlToks){0, 0};
        if (tokens->flags[i] & PL_TOK_PUNCT) continue;
        if (pl_reading_is_verb(reading, i))
            at_verb(&search, i);
        else if (reading->syntax->upos[i] == PL_UPOS_NOUN ||
                 reading->syntax->upos[i] == PL_UPOS_ADJ)
            at_noun(&search, i);
        if (reading->syntax->upos[i] == PL_UPOS_NOUN) at_verb_like_noun(&search, i);
        if (!pl_reading_is_verb(reading, i) || reading->syntax->xpos[i] == PL_XPOS_VBN)
            at_adjective(&search, i);
        at_predicate(&search, i);
        at_denial(&search, i);
        at_must(&search, i);
        at_own_deed(&search, i);
    }
}
