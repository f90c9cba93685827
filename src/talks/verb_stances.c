#include "talks/verb_stances.h"

#include "talks/antecedents.h"
#include "talks/requirements.h"

static PlSlice word_at(const PlStanceSearch *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

enum { REACTION_REACH = 14 }; /* tokens from "terms" to the verb of the side that rejects them */

static bool is_end_of_words(const PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    return pl_reading_is_boundary(reading, tok) && !pl_slice_is(reading->tokens->form[tok], ",");
}

static bool starts_clause(const PlStanceSearch *search, uint32_t tok)
{
    return search->reading->syntax->upos[tok] == PL_UPOS_AUX ||
           pl_word_in(word_at(search, tok), "that|which|who|because|if|when");
}

/* Where the content begins when the words of `after` follow the verb; 0 when they do not. */
static uint32_t follow(const PlStanceSearch *search, uint32_t verb, PlSlice after)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, verb);
    uint32_t at = verb + 1;
    uint32_t gap = PL_STANCE_AFTER_GAP;
    bool addressee = false;
    PlSlice word;
    while (after.len && pl_slice_next(&after, ' ', &word)) {
        if (pl_slice_is(word, "..")) {
            gap = PL_STANCE_ADDRESSEE_GAP;
            addressee = true;
            continue;
        }
        uint32_t limit = at + gap;
        while (at < sent.end && at <= limit && !pl_slice_equal(word_at(search, at), word)) {
            if (is_end_of_words(search, at)) return 0;
            if (!addressee && !pl_stance_search_skips(search, at)) return 0;
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

static bool meets_need(const PlStanceSearch *search, uint32_t verb, uint8_t need, PlToks toks)
{
    bool subjunctive = pl_word_in(search->reading->syntax->lemma[verb], "insist|suggest|argue");
    if (need == PL_STANCE_NEEDS_MUST) return pl_content_must(search->reading, toks, subjunctive);
    if (need == PL_STANCE_NEEDS_MAY) return pl_content_may(search->reading, toks);
    if (need == PL_STANCE_NEEDS_ACCORD) return pl_content_is_accord(search->reading, toks);
    if (need == PL_STANCE_NEEDS_HEAD) return pl_content_is_issue(search->reading, toks);
    return true;
}

/* "Bergen does not want peace," says Oslo: what one side says another does not want is blame. */
static bool is_blame(const PlStanceSearch *search, uint32_t verb, const PlSides *sides)
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
    return onlooker || (side >= 0 && !pl_sides_has(sides, side));
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

static PlToks content_of(const PlStanceSearch *search, uint32_t verb, uint32_t start, PlSlice after)
{
    if (is_verdict(after)) return (PlToks){verb + 1, start - 1};
    int32_t receiver = pl_reading_child(search->reading, verb, PL_DEPREL_iobj);
    if (after.len == 0 && receiver >= (int32_t)start) /* "offered the union three posts" */
        start = search->reading->right_tok[receiver];
    return pl_stance_search_skip_adverbs(
        search, pl_content_after(search->reading, verb, start, takes_phrase(after)));
}

/* "rejected the suggestion that the drills provoke" is no stance on drills. */
static bool is_talk_of_talk(const PlStanceSearch *search, PlToks toks)
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
static bool is_wanted_of_subject(const PlStanceSearch *search, uint32_t verb)
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
static void push_other_deeds(PlStanceSearch *search, const PlSides *sides, int8_t stance,
                             uint32_t deed, uint32_t after)
{
    const PlReading *reading = search->reading;
    if (!pl_reading_is_verb(reading, deed)) return;
    for (int32_t next = pl_content_next_deed(reading, deed, after); next >= 0;
         next = pl_content_next_deed(reading, deed, (uint32_t)next)) {
        PlToks toks = pl_content_after(reading, (uint32_t)next, (uint32_t)next, false);
        PlContent content = pl_content_read(reading, toks, false);
        pl_stance_search_add(search, sides, stance, &content, (PlToks){(uint32_t)next, toks.end});
    }
}

/* "Oslo proposed that Bergen close the mine": what is proposed to another is demanded of it. */
static bool is_for_others(const PlStanceSearch *search, PlToks toks, const PlSides *sides)
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
    return side >= 0 && !pl_sides_has(sides, side);
}

/* "agreed to cut the duties in return for a quota": it wants the quota; "demanded a quota in return
 * for fuel": it offers the fuel. */
static void push_other_half(PlStanceSearch *search, const PlSides *sides, int8_t stance,
                            uint32_t trade)
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
    pl_stance_search_add(search, sides, other, &content, (PlToks){trade, toks.end});
}

static bool try_active(PlStanceSearch *search, uint32_t verb, const PlStanceWord *word)
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
    if (pl_stance_search_is_own(search, verb, &sides) || is_wanted_of_subject(search, verb))
        return false;
    if (sides.n == 0) {
        /* Somebody wants it: what is wanted is not what the ones in it do. */
        if (pl_content_read(reading, toks, false).n_issues)
            pl_stance_search_enter(search, toks, &sides);
        return false;
    }
    int8_t stance = word->stance;
    if (pl_reading_is_negated(reading, verb)) stance = word->negated;
    if (stance == PL_NO_STANCE || pl_reading_is_unreal(reading, verb) ||
        is_blame(search, verb, &sides))
        return true;

    PlContent content = word->need == PL_STANCE_NEEDS_MUST ? pl_requirements_content(search, toks)
                                                           : pl_content_read(reading, toks, false);
    if (content.n_issues == 0 && pl_antecedents_points_back(search, toks))
        pl_antecedents_recent(search, &sides, verb, &content);
    if (content.n_issues == 0) content = pl_antecedents_of_pronoun(search, toks, stance);
    bool open = word->need == PL_STANCE_NEEDS_NOTHING ||
                (word->need == PL_STANCE_NEEDS_HEAD && pl_content_is_accord(reading, toks));
    if (content.n_issues == 0 && open) content = pl_content_read(reading, toks, true);
    if (content.n_issues == 0) return false;
    if (stance == PL_STANCE_OFFERS && is_for_others(search, toks, &sides))
        stance = PL_STANCE_DEMANDS;
    pl_stance_search_add(search, &sides, stance, &content,
                         pl_stance_search_words(search, verb, toks.end));
    push_other_deeds(search, &sides, stance, toks.first, toks.end);
    push_other_half(search, &sides, stance, toks.end);
    pl_stance_search_enter(search, toks, &sides);
    return true;
}

/* "the plan was rejected by the union", "a position backed by its allies" */
static bool try_passive(PlStanceSearch *search, uint32_t verb, const PlStanceWord *word)
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
    if (pl_antecedents_is_noun(search, noun)) content = pl_antecedents_before(search, noun, &sides);
    if (content.n_issues == 0) {
        uint32_t first = reading->left_tok[noun];
        if (noun - first > PL_STANCE_SUBJECT_REACH) first = noun;
        content = pl_content_read(reading, (PlToks){first, verb}, false);
    }
    PlToks words = {verb - noun > PL_STANCE_SUBJECT_REACH ? verb : noun, verb + 1};
    while (words.end < sent.end && words.end < verb + PL_STANCE_SUBJECT_REACH &&
           !pl_reading_is_boundary(reading, words.end))
        words.end++;
    pl_stance_search_add(search, &sides, word->stance, &content, words);
    return true;
}

/* Nothing follows the verb but the end of its clause, or the adjective of a verdict. */
static bool is_bare(const PlStanceSearch *search, uint32_t verb)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, verb);
    uint32_t next = verb + 1;
    if (next < sent.end && pl_word_in(word_at(search, next), "unacceptable|intolerable")) next++;
    while (next < sent.end && (reading->tokens->flags[next] & PL_TOK_QUOTE_CLOSE ||
                               pl_stance_search_skips(search, next)))
        next++;
    return next >= sent.end || pl_reading_is_boundary(reading, next) ||
           pl_word_in(word_at(search, next), "and|as");
}

/* "terms the union has long rejected", "an outcome Velia and its allies refuse" */
static bool try_reaction(PlStanceSearch *search, uint32_t verb, const PlStanceWord *word)
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
    while (noun > sent.first && verb - noun < REACTION_REACH &&
           !pl_antecedents_is_noun(search, noun)) {
        noun--;
        if (pl_reading_is_boundary(reading, noun)) return false;
    }
    if (noun == verb || !pl_antecedents_is_noun(search, noun)) return false;
    PlSides sides = {.n = 0};
    for (uint32_t i = noun + 1; i < verb; i++) {
        int32_t mention = reading->mentions->mention_of_tok[i];
        if (mention >= 0 && reading->mentions->mentions.items[mention].end_tok == i + 1)
            pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
    }
    int8_t stance = pl_reading_is_negated(reading, verb) ? word->negated : word->stance;
    if (sides.n == 0 || stance == PL_NO_STANCE) return false;
    PlContent content = pl_antecedents_before(search, noun, &sides);
    pl_stance_search_add(search, &sides, stance, &content, (PlToks){noun, verb + 1});
    return content.n_issues > 0;
}

static bool has_modal(const PlReading *reading, uint32_t verb)
{
    int32_t aux = pl_reading_child(reading, verb, PL_DEPREL_aux);
    return aux >= 0 && pl_word_in(reading->tokens->lower[aux], "will|would|wo|'ll|can|cannot|ca");
}

/* "will not negotiate with the rebels": the verb is the issue. */
static void refuse_talks(PlStanceSearch *search, uint32_t verb)
{
    const PlReading *reading = search->reading;
    PlSides sides = pl_sides_of_verb(reading, verb);
    if (sides.n == 0 || pl_reading_is_unreal(reading, verb)) return;
    if (!has_modal(reading, verb)) return;
    PlToks toks = {verb, pl_content_after(reading, verb, verb, false).end};
    PlContent content = {.toks = toks, .n_issues = 1};
    content.issue[0] = PL_SLICE("talks");
    pl_stance_search_add(search, &sides, PL_STANCE_REJECTS, &content,
                         pl_stance_search_words(search, verb, toks.end));
}

/* "which the union objects to,": nothing follows the words of `after`. */
static bool ends_with(const PlStanceSearch *search, uint32_t verb, PlSlice after)
{
    uint32_t next = follow(search, verb, after);
    return next && pl_reading_is_boundary(search->reading, next);
}

/* "a truce which the army accepted": the noun that the clause describes is the issue. */
static bool try_described(PlStanceSearch *search, uint32_t verb, const PlStanceWord *word)
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
    if (about.end - about.first > PL_STANCE_SUBJECT_REACH) about.first = (uint32_t)noun;
    PlContent content = pl_content_read(reading, about, false);
    pl_stance_search_add(search, &sides, stance, &content, (PlToks){about.first, verb + 1});
    return content.n_issues > 0;
}

void pl_verb_stances_find(PlStanceSearch *search, uint32_t tok)
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

void pl_verb_stances_find_hidden(PlStanceSearch *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    const PlStanceTable *table = &reading->model->stances->verbs;
    PlToks sent = pl_reading_sent(reading, tok);
    if (tok == sent.first || reading->name_of_tok[tok - 1] < 0) return;
    int32_t row = pl_stance_table_find(table, reading->syntax->lemma[tok]);
    for (; row >= 0; row = table->words.items[row].next)
        if (try_reaction(search, tok, &table->words.items[row])) return;
}
