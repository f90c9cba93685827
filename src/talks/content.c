#include "talks/content.h"

#include "talks/past_talks.h"

enum {
    LIST_REACH = 16, /* tokens from a deed to the next of its list */
    MAX_TERMS = 14   /* tokens of the terms */
};

bool pl_content_is_trade(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    return tok + 2 < sent.end && pl_reading_is(reading, tok, "in") &&
           pl_word_in(reading->tokens->lower[tok + 1], "exchange|return") &&
           pl_reading_is(reading, tok + 2, "for");
}

static bool starts_subclause(const PlReading *reading, uint32_t tok)
{
    if (pl_content_is_trade(reading, tok)) return true;
    return pl_word_in(
        reading->tokens->lower[tok],
        "as|since|after|before|when|where|if|unless|until|while|which|who|whose|"
        "because|but|although|though|despite|amid|saying|adding|citing|because|during|provided|"
        "providing");
}

static bool is_finite(const PlReading *reading, uint32_t tok)
{
    uint8_t xpos = reading->syntax->xpos[tok];
    if (pl_slice_is(reading->tokens->form[tok - 1], "-")) return false; /* "open-ended" */
    return xpos == PL_XPOS_MD || xpos == PL_XPOS_VBZ || xpos == PL_XPOS_VBD || xpos == PL_XPOS_VBP;
}

/* "open to warmer ties and said he would", "is offering a bonus and has agreed": another deed of
 * the one who is open; "for cuts and Bergen refusing": somebody else's. */
static bool starts_other_deed(const PlReading *reading, uint32_t first, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (reading->syntax->upos[tok] != PL_UPOS_CCONJ) return false;
    uint32_t next = tok + 1;
    while (next < sent.end && next < tok + 3 && reading->syntax->upos[next] == PL_UPOS_ADV)
        next++;
    if (next >= sent.end) return false;
    uint32_t verb = next;
    if (reading->syntax->upos[verb] == PL_UPOS_AUX &&
        reading->syntax->head_tok[verb] > (int32_t)verb)
        verb = (uint32_t)reading->syntax->head_tok[verb];
    if (is_finite(reading, next) && reading->syntax->deprel[verb] == PL_DEPREL_conj &&
        reading->syntax->head_tok[verb] < (int32_t)first)
        return true;
    while (next < sent.end && next < tok + 5 &&
           (pl_reading_is_noun(reading, next) || reading->syntax->upos[next] == PL_UPOS_DET))
        next++;
    return next > tok + 1 && next < sent.end && reading->syntax->xpos[next] == PL_XPOS_VBG &&
           reading->syntax->upos[next] == PL_UPOS_VERB && reading->name_of_tok[next - 1] >= 0;
}

PlToks pl_content_after(const PlReading *reading, uint32_t cue, uint32_t first, bool phrase)
{
    PlToks sent = pl_reading_sent(reading, cue);
    PlToks toks = {first, first};
    while (toks.end < sent.end && toks.end - first < PL_CONTENT_MAX_TOKS) {
        if (toks.end > first && pl_reading_is_list_comma(reading, toks.end)) {
            toks.end++;
            continue;
        }
        if (pl_reading_is_boundary(reading, toks.end)) break;
        /* "what they call" is a noun phrase with a finite verb. */
        phrase &= !pl_word_in(reading->tokens->lower[toks.end], "what|whatever");
        if (phrase && toks.end > first && is_finite(reading, toks.end)) break;
        if (toks.end > first && starts_subclause(reading, toks.end)) break;
        if (toks.end > first && starts_other_deed(reading, first, toks.end)) break;
        if (toks.end > first && reading->tokens->flags[toks.end] & PL_TOK_QUOTE_CLOSE &&
            reading->in_quotes[first])
            break;
        toks.end++;
    }
    return toks;
}

static bool divides(const PlReading *reading, uint32_t tok)
{
    return pl_slice_is(reading->tokens->form[tok], ",") ||
           reading->syntax->upos[tok] == PL_UPOS_CCONJ || pl_reading_is(reading, tok, "including");
}

/* "immediate 30-day": words that say how much or how soon, and name nobody. */
static bool only_modifiers(const PlReading *reading, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++) {
        uint8_t upos = reading->syntax->upos[i];
        bool participle = reading->syntax->xpos[i] == PL_XPOS_VBN;
        bool mark = reading->tokens->flags[i] & PL_TOK_PUNCT;
        bool unit = upos == PL_UPOS_NOUN && i > toks.first &&
                    pl_slice_is(reading->tokens->form[i - 1], "-");
        if (upos != PL_UPOS_ADJ && upos != PL_UPOS_NUM && upos != PL_UPOS_ADV && !participle &&
            !mark && !unit)
            return false;
    }
    return true;
}

static bool is_mark(const PlReading *reading, uint32_t tok)
{
    return reading->tokens->flags[tok] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE);
}

/* Quotation marks stay in pairs: half a pair at an end is left out, the half that an end lacks is
 * taken in. */
static PlToks with_whole_marks(const PlReading *reading, PlToks toks, uint32_t limit)
{
    toks = pl_reading_trim(reading, toks);
    while (toks.first < toks.end && reading->tokens->flags[toks.first] & PL_TOK_QUOTE_CLOSE)
        toks.first++;
    while (toks.first < toks.end && reading->tokens->flags[toks.end - 1] & PL_TOK_QUOTE_OPEN)
        toks.end--;
    uint32_t n_open = 0;
    uint32_t n_close = 0;
    for (uint32_t i = toks.first; i < toks.end; i++) {
        n_open += (reading->tokens->flags[i] & PL_TOK_QUOTE_OPEN) != 0;
        n_close += (reading->tokens->flags[i] & PL_TOK_QUOTE_CLOSE) != 0;
    }
    uint32_t close = toks.end;
    while (close < limit && close < toks.end + 5 &&
           !(reading->tokens->flags[close] & PL_TOK_QUOTE_CLOSE))
        close++;
    if (n_open > n_close && close < limit && close < toks.end + 5)
        toks.end = close + 1;
    else if (n_close > n_open && toks.first > 0 &&
             reading->tokens->flags[toks.first - 1] & PL_TOK_QUOTE_OPEN)
        toks.first--;
    else if (n_open != n_close && toks.first < toks.end && is_mark(reading, toks.first))
        toks.first++;
    else if (n_open != n_close && toks.first < toks.end && is_mark(reading, toks.end - 1))
        toks.end--;
    return toks;
}

/* Where a phrase that is too long may end: before a preposition or a clause, else with the issue.
 */
static uint32_t natural_end(const PlReading *reading, PlToks part, PlToks issue)
{
    for (uint32_t i = part.end; i > issue.end; i--) {
        uint8_t upos = reading->syntax->upos[i - 1];
        bool starts = upos == PL_UPOS_ADP || upos == PL_UPOS_PART || upos == PL_UPOS_SCONJ ||
                      pl_slice_is(reading->tokens->form[i - 1], ",") ||
                      pl_word_in(reading->tokens->lower[i - 1], "that|which|who");
        /* "between A | and B" would be half a pair */
        if (starts && !pl_word_in(reading->tokens->lower[i - 1], "between|of")) return i - 1;
    }
    return issue.end;
}

/* The token of the issue that its other words hang from. */
static uint32_t issue_head(const PlReading *reading, PlToks issue)
{
    for (uint32_t i = issue.first; i < issue.end; i++) {
        int32_t head = reading->syntax->head_tok[i];
        if (head < (int32_t)issue.first || head >= (int32_t)issue.end) return i;
    }
    return issue.end - 1;
}

static bool is_part_of_phrase(uint8_t deprel)
{
    return deprel == PL_DEPREL_nmod || deprel == PL_DEPREL_compound || deprel == PL_DEPREL_amod ||
           deprel == PL_DEPREL_obj || deprel == PL_DEPREL_obl || deprel == PL_DEPREL_acl ||
           deprel == PL_DEPREL_xcomp || deprel == PL_DEPREL_nmod_poss ||
           deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_nsubj_pass;
}

/* The phrase of the issue inside the content: its words in the tree, climbed to what governs them,
 * up to what is coordinated with it on either side. */
static PlToks phrase_of(const PlReading *reading, PlToks content, PlToks issue)
{
    enum { CLIMB = 5 };
    uint32_t top = issue_head(reading, issue);
    for (uint32_t i = 0; i < CLIMB; i++) {
        int32_t head = reading->syntax->head_tok[top];
        if (head < (int32_t)content.first || head >= (int32_t)content.end) break;
        if (!is_part_of_phrase(reading->syntax->deprel[top])) break;
        top = (uint32_t)head;
    }
    PlToks part = {reading->left_tok[top], reading->right_tok[top]};
    if (part.first < content.first) part.first = content.first;
    if (part.end > content.end) part.end = content.end;
    if (part.first > issue.first) part.first = issue.first;
    if (part.end < issue.end) part.end = issue.end;
    int32_t child = reading->children.first[top];
    for (uint32_t i = 0; child >= 0 && i < PL_READING_CHILDREN;
         i++, child = reading->children.next[child]) {
        bool other = reading->syntax->deprel[child] == PL_DEPREL_conj ||
                     reading->syntax->deprel[child] == PL_DEPREL_appos ||
                     reading->syntax->deprel[child] == PL_DEPREL_parataxis;
        uint32_t left = reading->left_tok[child];
        if (other && left >= issue.end && left < part.end) part.end = left;
    }
    return part;
}

/* "that he could meet", "secure a halt to": who wants it, and that it is wanted, need not be said
 * again. */
static PlToks without_frame(const PlReading *reading, PlToks part, PlToks issue)
{
    uint32_t first = part.first;
    while (first < issue.first && reading->syntax->upos[first] == PL_UPOS_SCONJ)
        first++;
    if (first < issue.first && reading->syntax->upos[first] == PL_UPOS_PRON &&
        !pl_word_in(reading->tokens->lower[first], "what|all|any|anything|both|each")) {
        first++;
        while (first < issue.first && (reading->syntax->upos[first] == PL_UPOS_AUX ||
                                       reading->syntax->upos[first] == PL_UPOS_ADV))
            first++;
        if (first == issue.first || pl_reading_is_verb(reading, first)) part.first = first;
    }
    first = part.first;
    if (first < issue.first && pl_reading_is(reading, first, "to")) first++;
    if (first >= issue.first || !pl_reading_is_verb(reading, first)) return part;
    part.first = first;
    if (!pl_word_in(reading->syntax->lemma[part.first],
                    "demand|seek|want|push|press|secure|achieve|obtain|reach|get|have|see|ensure|"
                    "win|call|urge|ask|offer|reject|need|require|consider"))
        return part;
    first = part.first + 1;
    if (first < issue.first && pl_word_in(reading->tokens->lower[first], "for")) first++;
    part.first = first;
    return part;
}

/* "give up land" after "asks Oslo to": with the one who is to do it, else, inside the content, with
 * its "to". */
static PlToks with_doer(const PlReading *reading, PlToks content, PlToks part)
{
    PlToks sent = pl_reading_sent(reading, part.first);
    uint32_t to = part.first;
    if (to < sent.first + 2 || reading->syntax->xpos[to] != PL_XPOS_VB) return part;
    if (!pl_reading_is(reading, --to, "to")) return part;
    bool inside = to > content.first;
    bool doer = inside ? pl_reading_is_noun(reading, to - 1)
                       : reading->mentions->mention_of_tok[to - 1] >= 0 &&
                             pl_reading_is_noun(reading, to - 1);
    if (inside) part.first = to;
    if (!doer) return part;
    PlToks with = {to - 1, part.end};
    int32_t name = reading->name_of_tok[to - 1];
    if (name >= 0) with.first = reading->mentions->mentions.items[name].first_tok;
    while (with.first > sent.first && to - with.first < 4 &&
           (pl_reading_is_noun(reading, with.first - 1) ||
            reading->syntax->upos[with.first - 1] == PL_UPOS_ADJ))
        with.first--;
    /* "to work with Oslo and Bergen to": they are not the ones who are to do it */
    uint8_t before = with.first > sent.first ? reading->syntax->upos[with.first - 1] : 0;
    bool other = (before == PL_UPOS_ADP && !pl_reading_is(reading, with.first - 1, "for")) ||
                 before == PL_UPOS_CCONJ;
    return other && with.first > sent.first ? part : with;
}

/* A clause of which only the beginning has room says nothing: "so that its fuel", "to use". */
static uint32_t without_stump(const PlReading *reading, PlToks part, uint32_t least)
{
    uint32_t end = part.end;
    for (uint32_t i = end; i-- > least;) {
        bool starts = reading->syntax->upos[i] == PL_UPOS_SCONJ ||
                      pl_word_in(reading->tokens->lower[i], "that|which|who|so");
        if (is_finite(reading, i)) break;
        if (starts) end = i;
    }
    if (end > least + 1 && pl_reading_is_verb(reading, end - 1) &&
        pl_reading_is(reading, end - 2, "to"))
        end -= 2;
    return end;
}

static bool same_letters(PlSlice a, PlSlice b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if ((a.ptr[i] | 0x20) != (b.ptr[i] | 0x20)) return false;
    return true;
}

static bool is_name_of_issue(const PlReading *reading, PlSlice id, PlToks part)
{
    PlSlice words = pl_slice_of(reading->tokens->text, pl_reading_span(reading, part));
    PlSlice name = pl_issues_name(reading->model->issues, id);
    return part.end - part.first <= 1 || same_letters(words, name);
}

/* "an immediate 30-day ceasefire": "immediate 30-day"; "to cede occupied land": the words. */
static PlSlice terms_of(const PlReading *reading, PlToks content, PlToks issue, PlSlice id)
{
    PlToks part = phrase_of(reading, content, issue);
    if (part.end - part.first > MAX_TERMS) {
        /* the words before the issue back to the nearest divider, and what room is left after */
        uint32_t first = issue.first;
        while (first > part.first && !divides(reading, first - 1) && issue.end - first < MAX_TERMS)
            first--;
        part.first = first;
        if (part.end - part.first > MAX_TERMS) {
            part.end = part.first + MAX_TERMS;
            if (part.end < issue.end) part.end = issue.end;
            part.end = natural_end(reading, part, issue);
        }
    }
    part.end = without_stump(reading, part, issue.end);
    part = with_whole_marks(reading, without_frame(reading, part, issue), content.end);
    if (part.end < issue.end) part.end = issue.end; /* "step down" keeps its last word */
    if (part.first > issue.first) part.first = issue.first;
    if (is_name_of_issue(reading, id, part)) return (PlSlice){0};
    part = with_doer(reading, content, part);
    while (part.first < issue.first && reading->syntax->upos[part.first] == PL_UPOS_DET &&
           !pl_word_in(reading->tokens->lower[part.first], "no|all|any"))
        part.first++;
    if (part.end == issue.end && part.first < issue.first) {
        PlToks before = {part.first, issue.first};
        if (is_name_of_issue(reading, id, issue) && only_modifiers(reading, before)) {
            before = with_whole_marks(reading, before, issue.first);
            if (before.first < before.end) part = before;
        }
    }
    return pl_slice_of(reading->tokens->text, pl_reading_span(reading, part));
}

/* "opposition to the tariffs" among what is demanded: a stance of its own. */
static bool is_against(const PlReading *reading, PlToks content, uint32_t issue)
{
    for (uint32_t i = issue; i > content.first && !divides(reading, i - 1); i--)
        if (pl_word_in(reading->syntax->lemma[i - 1],
                       "opposition|objection|resistance|rejection|refusal"))
            return true;
    return false;
}

/* An issue found in the content, before its terms are known. */
typedef struct Found {
    PlSlice id;
    PlToks at;
} Found;

static void add_issue(const PlReading *reading, PlToks content, Found *found, uint32_t *n,
                      PlSlice id, PlToks at)
{
    for (uint32_t i = 0; i < *n; i++)
        if (pl_slice_equal(found[i].id, id)) return;
    if (*n == PL_CONTENT_MAX_ISSUES) return;
    if (*n && is_against(reading, content, at.first)) return;
    found[(*n)++] = (Found){id, at};
}

/* The terms of each issue are words between what is coordinated with it on either side. */
static void finish(const PlReading *reading, PlContent *content, const Found *found, uint32_t n)
{
    content->n_issues = n;
    for (uint32_t i = 0; i < n; i++) {
        PlToks range = content->toks;
        for (uint32_t k = i ? found[i - 1].at.end : range.first; i && k < found[i].at.first; k++)
            if (divides(reading, k)) range.first = k + 1;
        uint32_t next = i + 1 < n ? found[i + 1].at.first : range.end;
        for (uint32_t k = found[i].at.end; i + 1 < n && k < next; k++) {
            if (!divides(reading, k)) continue;
            range.end = k;
            break;
        }
        content->issue[i] = found[i].id;
        content->words[i] = found[i].at;
        content->terms[i] = terms_of(reading, range, found[i].at, found[i].id);
    }
}

/* The last noun of the first noun phrase, or -1 when a verb comes first. */
static int32_t first_head(const PlReading *reading, PlToks toks)
{
    int32_t head = -1;
    for (uint32_t i = toks.first; i < toks.end; i++) {
        uint8_t upos = reading->syntax->upos[i];
        if (pl_reading_is_noun(reading, i)) {
            head = (int32_t)i;
        } else if (head >= 0 && !pl_reading_is(reading, i, "-")) {
            bool possessive = reading->syntax->upos[i] == PL_UPOS_PART;
            if (!possessive) return head;
        } else if (upos == PL_UPOS_VERB || upos == PL_UPOS_AUX || upos == PL_UPOS_ADP ||
                   upos == PL_UPOS_SCONJ) {
            return -1;
        }
    }
    return head;
}

/* Talk about talk is no issue: "rejected the accusation". */
static bool is_open_issue(const PlReading *reading, uint32_t head)
{
    if (reading->syntax->upos[head] != PL_UPOS_NOUN) return false;
    PlSlice lemma = reading->syntax->lemma[head];
    if (lemma.len < 3 || reading->mentions->mention_of_tok[head] >= 0) return false;
    return !pl_word_in(lemma,
                       "accusation|allegation|criticism|claim|charge|report|notion|rumour|"
                       "rumor|suggestion|assertion|argument|characterization|comparison|"
                       "idea|view|question|demand|request|call|appeal|"
                       "answer|explanation|comment|way|thing|attention|time|people|year|"
                       "day|week|month|letter|statement|reporter|help|support|list|man|"
                       "woman|number|lot|part|kind|sort|fact|possibility|need|result|"
                       "president|minister|leader|official|country|government|position|"
                       "percent|party|lawsuit|effort|attempt|area|pledge|step|measure|action|"
                       "role|approach|path|power|chance|opportunity|word|name|place|point|"
                       "issue|matter|problem|work|world|life|member|group|side|term|end|"
                       "start|beginning|move|case|state|hand|head|gambit|level|thought|"
                       "decision|response|reason|warning|remark|speech|money|member");
}

/* "any mention of oil", "a form of autonomy": what is about is what follows. */
static bool is_transparent(PlSlice lemma)
{
    return pl_word_in(lemma, "mention|reference|inclusion|form|kind|type|sort|part|lot|number|"
                             "series|set|range|version|use|introduction|imposition|prospect|"
                             "possibility|idea|notion|threat|degree|level|package|round");
}

static PlToks head_phrase(const PlReading *reading, PlToks toks)
{
    int32_t head = first_head(reading, toks);
    if (head >= 0 && is_transparent(reading->syntax->lemma[head]) &&
        (uint32_t)head + 2 < toks.end && pl_reading_is(reading, (uint32_t)head + 1, "of")) {
        int32_t inner = first_head(reading, (PlToks){(uint32_t)head + 2, toks.end});
        if (inner >= 0) head = inner;
    }
    return head < 0 ? (PlToks){0, 0} : (PlToks){(uint32_t)head, (uint32_t)head + 1};
}

/* On the way to the issue stands what makes it a mere circumstance: "consider what happens without
 * the deal". */
static bool is_aside(const PlReading *reading, uint32_t first, uint32_t issue)
{
    for (uint32_t i = first; i < issue; i++)
        if (pl_word_in(reading->tokens->lower[i], "what|whatever|how|why|who|without|before|after|"
                                                  "during|since|because|despite|ahead|under|with|"
                                                  "in|at"))
            return true;
    return false;
}

/* What a deed is done to, where the words are no noun phrase: "that the state send in troops", "the
 * plan to legalise gambling". */
static PlToks deed_object(const PlReading *reading, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++) {
        if (!pl_reading_is_verb(reading, i)) continue;
        int32_t object = pl_reading_child(reading, i, PL_DEPREL_obj);
        if (object < (int32_t)i || (uint32_t)object >= toks.end) return (PlToks){0, 0};
        return (PlToks){(uint32_t)object, (uint32_t)object + 1};
    }
    return (PlToks){0, 0};
}

/* "the plan to legalise gambling", "any bid to scrap the treaty": what counts is the deed. */
static bool is_planned(const PlReading *reading, PlToks toks, PlToks head)
{
    return head.end && head.end < toks.end && pl_reading_is(reading, head.end, "to") &&
           pl_word_in(reading->syntax->lemma[head.first],
                      "plan|proposal|idea|move|bid|decision|call|demand|effort|attempt|campaign|"
                      "push|drive|vow|threat|promise|offer");
}

PlContent pl_content_read(const PlReading *reading, PlToks toks, bool open)
{
    PlContent content = {.toks = toks};
    Found found[PL_CONTENT_MAX_ISSUES];
    uint32_t n = 0;
    PlToks head = head_phrase(reading, toks);
    PlToks plan = head;
    if (is_planned(reading, toks, head)) {
        PlToks object = deed_object(reading, (PlToks){head.end, toks.end});
        if (object.end) head = object;
    }
    bool coordinated = false;
    for (uint32_t i = toks.first; i < toks.end;) {
        if (n && divides(reading, i)) coordinated = true;
        PlIssueHit hit =
            pl_issues_match(reading->model->issues, reading->tokens, reading->syntax, i, toks.end);
        bool counts = hit.id.len && (n == 0 || coordinated);
        if (counts && hit.head_only)
            counts = n == 0 && (head.end == 0 || hit.end_tok >= head.end) &&
                     (head.end == 0 || hit.first_tok <= head.first) &&
                     (head.end || !is_aside(reading, toks.first, hit.first_tok));
        if (!counts) {
            i = hit.id.len || hit.end_tok == i ? i + 1 : hit.end_tok;
            continue;
        }
        bool clitic = reading->syntax->upos[hit.first_tok] == PL_UPOS_PART &&
                      hit.first_tok + 1 < hit.end_tok; /* "'s security" */
        add_issue(reading, toks, found, &n, hit.id, (PlToks){hit.first_tok + clitic, hit.end_tok});
        coordinated = false;
        i = hit.end_tok;
    }
    if (n == 0 && open) {
        if (head.end == 0) head = deed_object(reading, toks);
        if (head.end && !is_open_issue(reading, head.first)) head = plan;
        if (head.end && is_open_issue(reading, head.first))
            add_issue(reading, toks, found, &n, reading->syntax->lemma[head.first], head);
    }
    finish(reading, &content, found, n);
    return content;
}

PlContent pl_content_pointed_at(const PlReading *reading, uint32_t tok, bool accord)
{
    enum { TOPIC_REACH = 40 };
    uint32_t sent = reading->tokens->sent[tok];
    uint32_t first = reading->tokens->sent_first_tok[sent ? sent - 1 : 0];
    if (tok - first > TOPIC_REACH) first = tok - TOPIC_REACH;
    for (uint32_t i = tok; i-- > first;) {
        if (!pl_reading_is_noun(reading, i)) continue;
        if (accord && !pl_content_is_accord(reading, (PlToks){i, i + 1})) continue;
        PlIssueHit hit =
            pl_issues_match(reading->model->issues, reading->tokens, reading->syntax, i, tok);
        if (hit.id.len == 0) continue;
        PlContent content = {.toks = {i, hit.end_tok}, .n_issues = 1};
        content.issue[0] = hit.id;
        return content;
    }
    return (PlContent){.n_issues = 0};
}

static bool is_accord_noun(const PlReading *reading, uint32_t tok)
{
    return pl_is_talk_noun(reading, tok) ||
           pl_lexicon_match(reading->model->accords, reading->tokens, reading->syntax, tok).row >=
               0;
}

bool pl_content_undoes(const PlReading *reading, const PlContent *content, uint32_t i)
{
    enum { UNDOING_REACH = 6 };
    PlToks words = content->words[i];
    if (words.first >= words.end || !is_accord_noun(reading, words.end - 1)) return false;
    for (uint32_t k = 1; k <= UNDOING_REACH && words.first >= content->toks.first + k; k++) {
        uint32_t tok = words.first - k;
        if (pl_word_in(
                reading->syntax->lemma[tok],
                "suspend|end|cancel|abandon|scrap|quit|leave|halt|stop|kill|unravel|derail|"
                "undo|repeal|reject|repudiate|block|torpedo|scuttle|sink|sabotage|nullify|"
                "break|pull|walk|tear|rip|withdraw|withdrawal|collapse|suspension|cancellation|end|"
                "rejection|overturn|disapprove|disapproval|ditch|undermine|boycott|renounce"))
            return true;
        if (pl_reading_is_boundary(reading, tok) || divides(reading, tok)) return false;
    }
    return false;
}

bool pl_content_is_issue(const PlReading *reading, PlToks toks)
{
    PlToks head = head_phrase(reading, toks);
    if (head.end == 0) return false;
    if (pl_word_in(reading->syntax->lemma[head.first],
                   "plan|proposal|offer|decision|move|demand|call|idea|effort|bid|attempt|use|"
                   "threat|imposition|introduction"))
        return true;
    for (uint32_t i = toks.first; i <= head.first; i++) {
        PlIssueHit hit =
            pl_issues_match(reading->model->issues, reading->tokens, reading->syntax, i, toks.end);
        if (hit.id.len && hit.first_tok <= head.first && hit.end_tok > head.first) return true;
    }
    return false;
}

bool pl_content_is_accord(const PlReading *reading, PlToks toks)
{
    PlToks head = head_phrase(reading, toks);
    if (head.end == 0) return false;
    if (pl_word_in(reading->syntax->lemma[head.first], "plan|proposal|offer|bill|resolution|bid|"
                                                       "legislation|amendment"))
        return true;
    return pl_lexicon_match(reading->model->accords, reading->tokens, reading->syntax, head.first)
               .row >= 0;
}

/* The next bare verb after a comma or "and": a list of deeds that the tree has not seen as one. */
static int32_t deed_in_list(const PlReading *reading, uint32_t first_deed, uint32_t after)
{
    PlToks sent = pl_reading_sent(reading, first_deed);
    if (after >= sent.end) return -1;
    if (!pl_slice_equal(reading->tokens->lower[after], reading->syntax->lemma[after])) return -1;
    for (uint32_t i = after + 2; i < sent.end && i < after + LIST_REACH; i++) {
        uint8_t xpos = reading->syntax->xpos[i];
        if (reading->syntax->upos[i] != PL_UPOS_VERB) continue;
        bool as_well = i >= after + 4 && pl_reading_is(reading, i - 1, "as") &&
                       pl_reading_is(reading, i - 2, "well");
        bool listed = pl_slice_is(reading->tokens->form[i - 1], ",") || as_well ||
                      reading->syntax->upos[i - 1] == PL_UPOS_CCONJ;
        bool bare = (xpos == PL_XPOS_VB || xpos == PL_XPOS_VBP) &&
                    pl_slice_equal(reading->tokens->lower[i], reading->syntax->lemma[i]);
        if (!listed || !bare) return -1;
        return (int32_t)i;
    }
    return -1;
}

int32_t pl_content_next_deed(const PlReading *reading, uint32_t first_deed, uint32_t after)
{
    int32_t child = reading->children.first[first_deed];
    for (uint32_t i = 0; child >= 0 && i < PL_READING_CHILDREN; i++) {
        bool deed = reading->syntax->deprel[child] == PL_DEPREL_conj && (uint32_t)child > after &&
                    reading->syntax->upos[child] == PL_UPOS_VERB &&
                    pl_reading_child(reading, (uint32_t)child, PL_DEPREL_nsubj) < 0;
        if (deed) return child;
        child = reading->children.next[child];
    }
    return deed_in_list(reading, first_deed, after);
}

bool pl_content_must(const PlReading *reading, PlToks toks, bool subjunctive)
{
    for (uint32_t i = toks.first; i < toks.end; i++) {
        PlSlice word = reading->tokens->lower[i];
        bool inverted =
            pl_slice_is(word, "should") && i + 1 < toks.end && /* "should it fail" */
            (pl_reading_is_noun(reading, i + 1) || reading->syntax->upos[i + 1] == PL_UPOS_DET ||
             reading->syntax->upos[i + 1] == PL_UPOS_PRON);
        if (pl_word_in(word, "must|needs|should|ought")) return !inverted;
        if (pl_word_in(word, "has|have|need|had") && i + 1 < toks.end &&
            pl_reading_is(reading, i + 1, "to"))
            return !pl_reading_is(reading, i, "had");
        bool after_name = subjunctive && i > toks.first && pl_reading_is_noun(reading, i - 1);
        if (!after_name) continue;
        if (pl_slice_is(word, "be")) return true;
        bool bare = pl_slice_equal(word, reading->syntax->lemma[i]) &&
                    reading->syntax->xpos[i] != PL_XPOS_VBN &&
                    reading->syntax->xpos[i] != PL_XPOS_VBD;
        /* after a name, or after a noun in the singular: "that the last mine close" */
        bool single =
            reading->syntax->upos[i - 1] == PL_UPOS_PROPN
                ? !pl_slice_ends(reading->tokens->lower[i - 1], "s")
                : pl_slice_equal(reading->tokens->lower[i - 1], reading->syntax->lemma[i - 1]) &&
                      !pl_reading_is(reading, i - 1, "people");
        if (bare && pl_reading_is_verb(reading, i) && single) return true;
    }
    return false;
}

bool pl_content_may(const PlReading *reading, PlToks toks)
{
    for (uint32_t i = toks.first; i < toks.end; i++)
        if (pl_word_in(reading->tokens->lower[i],
                       "might|may|could|inevitable|possible|unavoidable|necessary|negotiable"))
            return true;
    return false;
}
