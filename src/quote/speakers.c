#include "quote/speakers.h"

enum {
    MAX_ARC = 60,       /* words between a verb and its subject in the tree */
    MAX_INSERTION = 30, /* words between commas: "Moreau, speaking on Thursday, said" */
    MAX_HOPS = 6        /* verbs */
};

static const PlSpeaker nobody = {{0, 0}, -1};

/* ---- the tree ------------------------------------------------------------------------------- */

typedef enum Subjects { SUBJECT, SUBJECT_OR_PASSIVE, AGENT } Subjects;

static bool is_subject(uint8_t deprel, Subjects which)
{
    if (which == AGENT) return deprel == PL_DEPREL_obl_agent;
    if (which == SUBJECT_OR_PASSIVE && deprel == PL_DEPREL_nsubj_pass) return true;
    return deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_nsubj_outer;
}

/* The first of the verb's subjects that the report knows, else the first that can speak. */
static PlSpeaker speaker_in_tree(const PlQuoteContext *context, uint32_t verb, Subjects which)
{
    PlSpeaker unknown = nobody;
    PlTokRange sentence = pl_quote_sentence(context, verb);
    uint32_t low = verb - sentence.first > MAX_ARC ? verb - MAX_ARC : sentence.first;
    uint32_t high = sentence.end - verb > MAX_ARC ? verb + MAX_ARC : sentence.end;
    for (uint32_t tok = low; tok < high; tok++) {
        if (context->syntax->head_tok[tok] != (int32_t)verb) continue;
        uint8_t deprel = context->syntax->deprel[tok];
        if (!is_subject(deprel, which)) continue;
        if (context->stretch_of_tok[tok] != context->stretch_of_tok[verb]) continue;
        if (pl_quote_is_xpos(context, tok, PL_XPOS_WDT) ||
            pl_quote_is_xpos(context, tok, PL_XPOS_WP))
            continue;
        PlSpeaker speaker = pl_speaker_at(context, tok);
        if (speaker.entity >= 0) return speaker;
        if (pl_tok_range_empty(unknown.words) && pl_speaker_can_tell(context, speaker))
            unknown = speaker;
    }
    return unknown;
}

/* ---- the words around ----------------------------------------------------------------------- */

static bool is_relative(const PlQuoteContext *context, uint32_t tok)
{
    return pl_quote_is(context, tok, "who") || pl_quote_is(context, tok, "which") ||
           (pl_quote_is(context, tok, "that") && tok > 0 && pl_quote_is_noun(context, tok - 1));
}

/* Whom the relative clause tells of whose verb stands at or soon after `first_tok`, by the tree. */
static PlSpeaker antecedent_of(const PlQuoteContext *context, uint32_t first_tok, uint32_t pronoun)
{
    enum { REACH = 6 };
    PlTokRange sentence = pl_quote_sentence(context, first_tok);
    for (uint32_t tok = first_tok; tok < sentence.end && tok - first_tok < REACH; tok++) {
        if (context->syntax->deprel[tok] != PL_DEPREL_acl_relcl) continue;
        int32_t head = context->syntax->head_tok[tok];
        if (head < 0 || (uint32_t)head >= pronoun) return nobody;
        return pl_speaker_before_apposition(context, pl_speaker_at(context, (uint32_t)head));
    }
    return nobody;
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
        bool copula = context->syntax->deprel[at - 1] == PL_DEPREL_cop;
        if ((copula || pl_quote_is_verb(context, at - 1)) && pl_quote_is_finite(context, at - 1))
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

/* The speaker before the verb group that begins at `first_tok`, when a noun phrase, a relative
 * pronoun or an insertion stands there. `shared` is set when the verb leans on another instead. */
static PlSpeaker speaker_left(const PlQuoteContext *context, uint32_t first_tok, bool *shared)
{
    PlTokRange sentence = pl_quote_sentence(context, first_tok);
    uint32_t tok = first_tok;
    *shared = false;
    if (pl_quote_is(context, tok, "to")) {
        *shared = true; /* "was quick to retort": an infinitive has no subject beside it */
        return nobody;
    }
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
        PlSpeaker speaker = antecedent_of(context, first_tok, before);
        if (speaker.entity >= 0) return speaker;
        uint32_t end = before;
        if (end > sentence.first && pl_quote_is(context, end - 1, ",")) end--;
        if (end == sentence.first) return nobody;
        return pl_speaker_before_apposition(context, pl_speaker_before(context, end));
    }
    if (ends_insertion(context, before)) {
        uint32_t start = insertion_start(context, before, sentence.first);
        if (start > sentence.first && pl_quote_in_noun_phrase(context, start - 1))
            return pl_speaker_before_apposition(context, pl_speaker_before(context, start));
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
    PlSpeaker speaker = speaker_in_tree(context, verb, AGENT);
    if (speaker.entity >= 0) return speaker;
    PlTokRange sentence = pl_quote_sentence(context, verb);
    for (uint32_t tok = verb + 1; tok + 1 < sentence.end && tok < verb + 4; tok++)
        if (pl_quote_is(context, tok, "by")) return pl_speaker_from(context, tok + 1);
    return nobody;
}

/* The subject of the nearest verb that `verb` hangs on and that has one: "rejected the plan,
 * saying", "has urged ... but has said". */
static PlSpeaker speaker_above(const PlQuoteContext *context, uint32_t verb)
{
    PlSpeaker unknown = nobody;
    int32_t at = context->syntax->head_tok[verb];
    for (uint32_t hop = 0; hop < MAX_HOPS && at >= 0; hop++) {
        if (context->stretch_of_tok[at] != context->stretch_of_tok[verb]) break;
        PlSpeaker speaker = speaker_in_tree(context, (uint32_t)at, SUBJECT_OR_PASSIVE);
        if (speaker.entity >= 0) return speaker;
        if (pl_tok_range_empty(unknown.words)) unknown = speaker;
        if (context->syntax->deprel[at] == PL_DEPREL_acl_relcl) break;
        at = context->syntax->head_tok[at];
    }
    return unknown;
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
            PlSpeaker speaker = speaker_in_tree(context, verb, SUBJECT);
            if (speaker.entity >= 0) return speaker;
            bool shared;
            PlSpeaker left = speaker_left(context, group.first_tok, &shared);
            if (!pl_tok_range_empty(left.words)) return left;
            PlSpeaker right = speaker_right(context, group.first_tok, verb + 1);
            if (right.entity >= 0) return right;
            if (!pl_tok_range_empty(speaker.words)) return speaker;
        }
        at = verb;
    }
    return nobody;
}

/* Whose verb it is that has no subject of its own. */
static PlSpeaker speaker_of_other(const PlQuoteContext *context, uint32_t first_tok, uint32_t verb)
{
    PlSpeaker shared = shared_speaker(context, first_tok);
    if (shared.entity >= 0) return shared;
    PlSpeaker above = speaker_above(context, verb);
    return above.entity >= 0 || !pl_speaker_is_somebody(context, shared) ? above : shared;
}

PlSpeaker pl_speaker_find(const PlQuoteContext *context, const PlVerbGroup *group, uint32_t verb,
                          uint32_t end_tok)
{
    if (group->voice == PL_VOICE_PASSIVE) return agent_of(context, verb);
    if (group->voice == PL_VOICE_PARTICIPLE)
        return speaker_of_other(context, group->first_tok, verb);
    PlSpeaker turned = {{0, 0}, -1};
    PlTokRange sentence = pl_quote_sentence(context, verb);
    bool after_mark =
        group->first_tok > sentence.first && pl_quote_is_mark(context, group->first_tok - 1);
    if (after_mark) turned = speaker_right(context, group->first_tok, end_tok);
    if (turned.entity >= 0) return turned;
    bool shared;
    PlSpeaker left = speaker_left(context, group->first_tok, &shared);
    if (left.entity >= 0) return left;
    PlSpeaker speaker = speaker_in_tree(context, verb, SUBJECT);
    if (speaker.entity >= 0) return speaker;
    if (!pl_tok_range_empty(left.words)) {
        turned = speaker_right(context, group->first_tok, end_tok);
        return ends_insertion(context, group->first_tok - 1) && turned.entity >= 0 ? turned : left;
    }
    turned = speaker_right(context, group->first_tok, end_tok);
    if (turned.entity >= 0) return turned;
    if (shared || context->syntax->deprel[verb] == PL_DEPREL_xcomp) {
        PlSpeaker other = speaker_of_other(context, group->first_tok, verb);
        if (other.entity >= 0 || pl_tok_range_empty(speaker.words)) return other;
    }
    return pl_tok_range_empty(turned.words) ? speaker : turned;
}
