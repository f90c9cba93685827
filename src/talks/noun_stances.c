#include "talks/noun_stances.h"

static PlSlice word_at(const PlStanceSearch *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

/* "their priority is", "the main demand remains:" */
static uint32_t after_copula(const PlStanceSearch *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t i = noun + 1; i < sent.end && i <= noun + PL_STANCE_AFTER_GAP; i++) {
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

static uint32_t after_noun(const PlStanceSearch *search, uint32_t noun, const PlStanceWord *word)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    uint32_t at = noun + 1;
    if (at >= sent.end) return 0;
    /* "a demand by the union for more pay" */
    if (pl_word_in(word_at(search, at), "by|from")) {
        uint32_t limit = at + PL_STANCE_AFTER_GAP + 2;
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
static PlSides sides_of_topic(const PlStanceSearch *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlSides sides = {.n = 0};
    PlToks sent = pl_reading_sent(reading, noun);
    if (!pl_reading_is(reading, sent.first, "for") || noun - sent.first > PL_STANCE_SUBJECT_REACH)
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
static PlSides sides_of_noun(const PlStanceSearch *search, uint32_t noun)
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
static PlContent compound_content(const PlStanceSearch *search, uint32_t noun)
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
static PlContent apposed_content(const PlStanceSearch *search, uint32_t noun)
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
static bool is_denied_noun(const PlStanceSearch *search, uint32_t noun)
{
    PlToks sent = pl_reading_sent(search->reading, noun);
    for (uint32_t k = 1; k <= 3 && noun >= sent.first + k; k++) {
        if (pl_word_in(word_at(search, noun - k), "no|without|little|any|lack")) return true;
        if (search->reading->syntax->upos[noun - k] != PL_UPOS_ADJ) return false;
    }
    return false;
}

/* "withheld support for", "to drop their opposition to": the stance is given up. */
static bool is_given_up(const PlStanceSearch *search, uint32_t noun)
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
static bool is_only_discussed(const PlStanceSearch *search, uint32_t noun)
{
    PlToks sent = pl_reading_sent(search->reading, noun);
    for (uint32_t k = 1; k <= 3 && noun >= sent.first + k; k++)
        if (pl_word_in(search->reading->syntax->lemma[noun - k],
                       "discuss|debate|consider|question|weigh|examine|review|mull|study"))
            return true;
    return false;
}

/* "The accord faces opposition from A and from B": what the one who faces it is. */
static bool at_noun_from(PlStanceSearch *search, uint32_t noun, int8_t stance)
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
    if (about.end - about.first > PL_STANCE_SUBJECT_REACH) about.first = (uint32_t)subject;
    PlContent content = pl_content_read(reading, about, false);
    if (content.n_issues == 0) return false;
    PlSides sides = {.n = 0};
    bool from = false;
    uint32_t end = noun + 1;
    for (uint32_t i = noun + 1; i < sent.end && i < noun + PL_STANCE_ANTECEDENT_REACH; i++) {
        if (pl_word_in(word_at(search, i), "from|among|by")) from = true;
        if (pl_reading_is_verb(reading, i)) break;
        int32_t mention = reading->name_of_tok[i];
        if (mention < 0 || !from) continue;
        if (reading->mentions->mentions.items[mention].end_tok != i + 1) continue;
        pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
        from = i + 1 < sent.end && pl_word_in(word_at(search, i + 1), "and|,");
        end = i + 1;
    }
    pl_stance_search_add(search, &sides, stance, &content, (PlToks){about.first, end});
    return sides.n > 0;
}

void pl_noun_stances_find(PlStanceSearch *search, uint32_t tok)
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
    if (sides.n == 0 || (!against && pl_stance_search_is_own(search, tok, &sides))) return;
    PlSides owner = pl_sides_of_owner(reading, tok);
    PlContent content = {.n_issues = 0};
    PlToks words = {tok, tok + 1};
    for (; row >= 0; row = table->words.items[row].next) {
        word = &table->words.items[row];
        uint32_t start = after_noun(search, tok, word);
        if (start == 0) continue;
        PlToks toks = pl_stance_search_skip_adverbs(
            search,
            pl_content_after(reading, tok, start, !pl_word_in(word_at(search, start - 1), "that")));
        bool deed = toks.first < toks.end && pl_reading_is_verb(reading, toks.first);
        if (word->need == PL_STANCE_NEEDS_DEED && !deed) continue;
        content = pl_content_read(reading, toks, word->need == PL_STANCE_NEEDS_NOTHING);
        words.end = toks.end;
        if (content.n_issues) pl_stance_search_enter(search, toks, &sides);
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
    pl_stance_search_add(search, &sides, word->stance, &content, words);
}
