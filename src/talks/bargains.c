#include "talks/bargains.h"

#include "talks/position_rows.h"

enum {
    DEED_REACH = 12 /* tokens from the start of a consequence to what the side would do */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

static bool is_side(const PlSides *sides, int32_t party)
{
    for (uint32_t i = 0; i < sides->n; i++)
        if (sides->party[i] == party) return true;
    return false;
}

static bool is_refusal(const Search *search, PlSpan consequence)
{
    const PlReading *reading = search->reading;
    uint32_t i = pl_tokens_at(reading->tokens, consequence.start_byte);
    for (; i < reading->tokens->n_tokens && reading->tokens->start_byte[i] < consequence.end_byte;
         i++)
        if (pl_word_in(reading->syntax->lemma[i],
                       "no|not|n't|never|nothing|nobody|none|cannot|unlikely|strike|"
                       "impossible|reject|leave|walk|quit|stay|remain|continue|"
                       "threaten|retaliate"))
            return true;
    return false;
}

/* Where the deed stands that the speaker's own side would do: "it would free", "we are ready to
 * pay". 0 = the words are of something else. */
static uint32_t own_deed(const Search *search, const PlSides *sides, uint32_t first, uint32_t end)
{
    const PlReading *reading = search->reading;
    for (uint32_t i = first; i < end && i < first + DEED_REACH; i++) {
        bool ready = pl_word_in(word_at(search, i), "will|would|'ll|ready|prepared|willing");
        if (!ready || i == first) continue;
        uint32_t subject = i - 1;
        while (subject > first && (reading->syntax->upos[subject] == PL_UPOS_AUX ||
                                   reading->syntax->upos[subject] == PL_UPOS_ADV))
            subject--;
        if (i + 1 < end && pl_word_in(word_at(search, i + 1), "not|n't|never")) return 0;
        uint32_t deed = i + 1;
        while (deed < end && (reading->syntax->upos[deed] == PL_UPOS_PART ||
                              reading->syntax->upos[deed] == PL_UPOS_AUX ||
                              reading->syntax->upos[deed] == PL_UPOS_ADV))
            deed++;
        if (pl_word_in(word_at(search, subject), "we|i|it|they|he|she")) {
            int32_t mention = reading->mentions->mention_of_tok[subject];
            int32_t entity = mention < 0 ? -1 : reading->mentions->mentions.items[mention].entity;
            int32_t side = pl_side_of_entity(reading, entity);
            return side < 0 || is_side(sides, side) ? deed : 0;
        }
        PlSides doers = pl_sides_at(reading, subject);
        return doers.n == 1 && is_side(sides, doers.party[0]) ? deed : 0;
    }
    return 0;
}

static PlSpan whole_of(const PlCondition *condition)
{
    PlSpan span = condition->condition;
    if (condition->consequence.start_byte < span.start_byte)
        span.start_byte = condition->consequence.start_byte;
    if (condition->consequence.end_byte > span.end_byte)
        span.end_byte = condition->consequence.end_byte;
    return span;
}

/* The same words have been heard as a side's readiness: "is ready to pay if". */
static bool is_agreed(const Search *search, int32_t party, const PlContent *content, PlSpan span)
{
    const PlTalks *talks = search->talks;
    for (uint32_t i = 0; content->n_issues && i < talks->positions.n; i++) {
        const PlPosition *p = &talks->positions.items[i];
        if (p->party == party && p->stance == PL_STANCE_ACCEPTS &&
            pl_slice_equal(p->issue, content->issue[0]) && pl_spans_overlap(p->span, span))
            return true;
    }
    return false;
}

static bool is_denied(const Search *search, PlSpan span)
{
    const PlReading *reading = search->reading;
    uint32_t i = pl_tokens_at(reading->tokens, span.start_byte);
    for (; i < reading->tokens->n_tokens && reading->tokens->start_byte[i] < span.end_byte; i++)
        if (pl_word_in(reading->syntax->lemma[i],
                       "not|n't|no|never|fail|refuse|reject|violate|break"))
            return true;
    return false;
}

/* "It would free the crew in exchange for fuel", says a side: it offers the crew and demands the
 * fuel. */
static void at_bargain(Search *search, const PlCondition *condition)
{
    const PlReading *reading = search->reading;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, condition->holder);
    uint32_t first = pl_tokens_at(reading->tokens, condition->condition.start_byte);
    if (sides.n == 0 || first >= reading->tokens->n_tokens) return;
    bool trade = pl_reading_is(reading, first, "in");
    bool proviso = pl_word_in(word_at(search, first), "if|provided|providing|once");
    if (!trade && !proviso) return;
    if (proviso && is_denied(search, condition->condition))
        return; /* "if they do not sign": a threat */
    uint32_t start = pl_tokens_at(reading->tokens, condition->consequence.start_byte);
    uint32_t end = pl_tokens_at(reading->tokens, condition->consequence.end_byte);
    uint32_t deed = own_deed(search, &sides, start, end);
    if (deed == 0) return;
    PlContent given = pl_content_read(reading, (PlToks){deed, end}, false);
    PlSpan span = whole_of(condition);
    if (is_agreed(search, sides.party[0], &given, span)) return;
    PlToks words = {pl_tokens_at(reading->tokens, span.start_byte),
                    pl_tokens_at(reading->tokens, span.end_byte)};
    pl_positions_add_content(reading, search->talks, &sides, PL_STANCE_OFFERS, &given, words);
    if (!trade || given.n_issues == 0) return;
    uint32_t wanted_end = pl_tokens_at(reading->tokens, condition->condition.end_byte);
    PlContent wanted = pl_content_read(reading, (PlToks){first + 3, wanted_end}, false);
    pl_positions_add_content(reading, search->talks, &sides, PL_STANCE_DEMANDS, &wanted, words);
}

/* "Oslo threatened to close the port unless": whoever threatens sets the condition. */
static PlSides sides_that_threaten(const Search *search, PlSpan consequence)
{
    const PlReading *reading = search->reading;
    uint32_t i = pl_tokens_at(reading->tokens, consequence.start_byte);
    for (; i < reading->tokens->n_tokens && reading->tokens->start_byte[i] < consequence.end_byte;
         i++)
        if (pl_reading_is_verb(reading, i) &&
            pl_word_in(reading->syntax->lemma[i], "threaten|refuse|vow|pledge|warn"))
            return pl_sides_of_verb(reading, i);
    return (PlSides){.n = 0};
}

/* "Nothing is signed without an amnesty": who says so demands the amnesty. */
static void at_condition(Search *search, const PlCondition *condition)
{
    const PlReading *reading = search->reading;
    PlSides sides = {.n = 0};
    pl_sides_add(reading, &sides, condition->holder);
    if (sides.n == 0 && condition->holder < 0)
        sides = sides_that_threaten(search, condition->consequence);
    if (sides.n == 0) return;
    uint32_t first = pl_tokens_at(reading->tokens, condition->condition.start_byte);
    uint32_t end = pl_tokens_at(reading->tokens, condition->condition.end_byte);
    bool strict = pl_word_in(word_at(search, first), "until|unless|without|absent|barring");
    bool proviso = pl_word_in(word_at(search, first), "provided|providing");
    bool required = first && pl_word_in(reading->syntax->lemma[first - 1], "require|on");
    if (!strict && !required && !proviso) return;
    if (strict && !is_refusal(search, condition->consequence)) return;
    PlContent content = pl_content_read(reading, (PlToks){first + (strict || proviso), end}, false);
    PlSpan span = whole_of(condition);
    for (uint32_t i = 0; i < content.n_issues && i < 1; i++)
        pl_positions_add(reading, search->talks,
                         (PlPosition){.party = sides.party[0],
                                      .holder = sides.holder[0],
                                      .issue = content.issue[i],
                                      .stance = PL_STANCE_DEMANDS,
                                      .terms = content.terms[i],
                                      .span = span});
}

void pl_bargains_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    for (uint32_t i = 0; i < talks->conditions.n; i++) {
        at_condition(&search, &talks->conditions.items[i]);
        at_bargain(&search, &talks->conditions.items[i]);
    }
}
