#include "talks/evaluations.h"

#include "talks/effects.h"
#include "talks/position_rows.h"

enum {
    MOST_TOKS = 24 /* tokens of what it does */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

/* What the subject at `tok` is when that can be evaluated: an accord, an offer or a plan, or a
 * pronoun for one. */
static PlContent evaluated(const PlReading *reading, uint32_t tok)
{
    PlContent none = {.n_issues = 0};
    if (pl_word_in(reading->tokens->lower[tok], "it|this|that")) {
        int32_t mention = reading->mentions->mention_of_tok[tok];
        int32_t entity = mention < 0 ? -1 : reading->mentions->mentions.items[mention].entity;
        bool somebody =
            entity >= 0 && reading->mentions->entities.items[entity].type != PL_ENTITY_MISC;
        if (somebody) return none;
        return pl_content_pointed_at(reading, tok, true);
    }
    PlToks toks = {reading->left_tok[tok], tok + 1};
    if (!pl_reading_is_noun(reading, tok) || toks.end - toks.first > 8) return none;
    for (uint32_t i = toks.first; i < toks.end; i++)
        if (pl_word_in(reading->tokens->lower[i], "any|no|another|without|a|an|failed|every"))
            return none;
    PlToks phrase = {toks.first, toks.end};
    if (!pl_content_is_accord(reading, phrase)) return none;
    PlContent content = pl_content_read(reading, phrase, true);
    if (content.n_issues > 1) content.n_issues = 1;
    return content;
}

static PlToks predicate_of(const PlReading *reading, uint32_t verb)
{
    PlToks sent = pl_reading_sent(reading, verb);
    PlToks toks = {verb, verb + 1};
    while (toks.first > sent.first && verb - toks.first < 4 &&
           (reading->syntax->upos[toks.first - 1] == PL_UPOS_AUX ||
            reading->syntax->upos[toks.first - 1] == PL_UPOS_ADV ||
            reading->syntax->upos[toks.first - 1] == PL_UPOS_PART))
        toks.first--;
    while (toks.end < sent.end && toks.end - verb < MOST_TOKS &&
           !(pl_reading_is_boundary(reading, toks.end) &&
             !pl_reading_is_list_comma(reading, toks.end)))
        toks.end++;
    return toks;
}

/* "if", "whether", "could": it is not said that it does. */
static bool is_open(const PlReading *reading, uint32_t verb, PlToks toks)
{
    PlToks clause = pl_reading_clause(reading, verb);
    for (uint32_t i = clause.first; i < verb; i++)
        if (pl_word_in(reading->tokens->lower[i], "if|whether|until|unless|when|how|why"))
            return true;
    for (uint32_t i = toks.first; i < toks.end; i++)
        if (pl_word_in(reading->tokens->lower[i], "must|should|if")) return true;
    return false;
}

/* "The offer does not include pensions," the union said: it wants what is lacking. */
static bool push_lack(Search *search, const PlSides *sides, uint32_t subject, uint32_t verb,
                      PlToks toks)
{
    const PlReading *reading = search->reading;
    bool lacks = pl_word_in(reading->syntax->lemma[verb], "lack|omit|ignore|exclude|neglect");
    bool contains = pl_word_in(reading->syntax->lemma[verb],
                               "call|include|require|address|provide|cover|contain|mention|"
                               "guarantee|tackle|demand|deal|touch|offer");
    if (!lacks && !(contains && pl_reading_is_negated(reading, verb))) return false;
    PlContent content = pl_content_read(reading, (PlToks){verb + 1, toks.end}, false);
    pl_positions_add_content(reading, search->talks, sides, PL_STANCE_DEMANDS, &content,
                             (PlToks){subject, toks.end});
    return true;
}

static void at_subject(Search *search, uint32_t subject)
{
    const PlReading *reading = search->reading;
    int32_t verb = reading->syntax->head_tok[subject];
    if (verb < 0 || (uint32_t)verb < subject || !pl_reading_is_verb(reading, (uint32_t)verb))
        return;
    bool relative = reading->syntax->deprel[verb] == PL_DEPREL_acl_relcl ||
                    reading->syntax->deprel[verb] == PL_DEPREL_acl;
    if (relative) return;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, pl_reading_speaker(reading, (uint32_t)verb));
    if (sides.n == 0) return;
    PlContent content = evaluated(reading, subject);
    if (content.n_issues == 0) return;
    PlToks toks = predicate_of(reading, (uint32_t)verb);
    if (push_lack(search, &sides, subject, (uint32_t)verb, toks)) return;
    if (pl_word_in(reading->syntax->lemma[verb], "want|say|seek|hope|think|know")) return;
    if (is_open(reading, (uint32_t)verb, toks)) return;
    int balance = pl_effects_balance(reading, toks);
    if (balance == 0) return;
    pl_positions_add_content(reading, search->talks, &sides,
                             balance > 0 ? PL_STANCE_SUPPORTS : PL_STANCE_OPPOSES, &content,
                             (PlToks){subject, toks.end});
}

void pl_evaluations_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++)
        if (reading->syntax->deprel[i] == PL_DEPREL_nsubj ||
            reading->syntax->deprel[i] == PL_DEPREL_expl) /* "it" that is taken for an empty one */
            at_subject(&search, i);
}
