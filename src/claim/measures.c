#include "claim/measures.h"

#include <math.h>

#include "mention/calendar.h"
#include "syntax/children.h"
#include "text/utf8.h"

enum {
    MOST_STEPS = 6,     /* up the tree, and through nouns that are looked through */
    MOST_MODIFIERS = 8, /* of a thing */
    LEAST_COUNT = 10,   /* of what no table has */
};

static const double MOST_SPREAD = 5; /* "dozens", "thousands" say less */

typedef struct Reader {
    PlArena *arena;
    const PlThings *things;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    PlChildren children;
} Reader;

static int32_t child_of(const Reader *reader, int32_t tok, PlDeprel deprel)
{
    return pl_children_find(&reader->children, reader->syntax, (uint32_t)tok, deprel);
}

static bool is_noun(const Reader *reader, int32_t tok)
{
    return reader->syntax->upos[tok] == PL_UPOS_NOUN || reader->syntax->upos[tok] == PL_UPOS_PROPN;
}

static bool is_function_word(const Reader *reader, uint32_t tok)
{
    switch ((PlDeprel)reader->syntax->deprel[tok]) {
    case PL_DEPREL_det:
    case PL_DEPREL_case:
    case PL_DEPREL_punct:
        return true;
    default:
        return false;
    }
}

/* The word of `span` that the others hang on, -1 = none: in "the 12-hour truce", "hour". */
static int32_t top_of(const Reader *reader, PlSpan span)
{
    for (uint32_t tok = pl_tokens_at(reader->tokens, span.start_byte);
         tok < reader->tokens->n_tokens; tok++) {
        if (pl_tokens_span(reader->tokens, tok, tok + 1).start_byte >= span.end_byte) break;
        int32_t head = reader->syntax->head_tok[tok];
        if (head < 0) return (int32_t)tok;
        uint32_t at = pl_tokens_span(reader->tokens, (uint32_t)head, (uint32_t)head + 1).start_byte;
        bool is_outside = at < span.start_byte || at >= span.end_byte;
        if (is_outside && !is_function_word(reader, tok)) return (int32_t)tok;
    }
    return -1;
}

enum { NOTHING_BEHIND = -1, NO_NOUN_BEHIND = -2 };

/* The noun that the "of" right behind `tok` belongs to, whatever it hangs on; with `within`, that
 * of "in", "for" or "from" too: "$2 billion in loans". NO_NOUN_BEHIND: "300 of those". */
static int32_t noun_behind(const Reader *reader, uint32_t tok, bool within)
{
    uint32_t next = tok + 1;
    if (next >= reader->tokens->n_tokens || reader->syntax->deprel[next] != PL_DEPREL_case)
        return NOTHING_BEHIND;
    PlSlice lemma = reader->syntax->lemma[next];
    int32_t noun = reader->syntax->head_tok[next];
    bool of = pl_slice_is(lemma, "of");
    bool in = within &&
              (pl_slice_is(lemma, "in") || pl_slice_is(lemma, "from") || pl_slice_is(lemma, "for"));
    if ((!of && !in) || noun < (int32_t)next) return NOTHING_BEHIND;
    if (is_noun(reader, noun)) return noun;
    return of ? NO_NOUN_BEHIND : NOTHING_BEHIND;
}

/* The last token of `span`. */
static uint32_t last_of(const Reader *reader, PlSpan span)
{
    uint32_t tok = pl_tokens_at(reader->tokens, span.end_byte);
    return tok ? tok - 1 : 0;
}

/* "the price of the oil export permits" is of permits. */
static int32_t head_of_compound(const Reader *reader, int32_t noun)
{
    for (int step = 0; step < MOST_STEPS; step++) {
        if (reader->syntax->deprel[noun] != PL_DEPREL_compound) break;
        int32_t head = reader->syntax->head_tok[noun];
        if (head < 0 || !is_noun(reader, head)) break;
        noun = head;
    }
    return noun;
}

/* The lemma of a noun; "cease-fire" where a table has it as one word and the tokens are cut. */
static PlSlice lemma_of(const Reader *reader, int32_t noun)
{
    PlSlice lemma = reader->syntax->lemma[noun];
    const uint8_t *flags = reader->tokens->flags;
    bool is_joined = noun >= 2 && pl_token_is(reader->tokens, (uint32_t)noun - 1, "-") &&
                     !((flags[noun] | flags[noun - 1]) & PL_TOK_SPACE_BEFORE);
    if (!is_joined) return lemma;
    PlSlice whole = pl_arena_format(reader->arena, "%.*s-%.*s",
                                    PL_PRI(reader->tokens->lower[noun - 2]), PL_PRI(lemma));
    PlSlice name = pl_thing_name(reader->things, whole);
    return pl_slice_equal(name, whole) ? lemma : whole;
}

/* "the number of trucks" is of trucks. */
static int32_t look_through(const Reader *reader, int32_t noun)
{
    for (int step = 0; step < MOST_STEPS; step++) {
        if (!pl_thing_is_looked_through(reader->things, reader->syntax->lemma[noun])) return noun;
        int32_t behind = noun_behind(reader, (uint32_t)noun, false);
        if (behind < 0) return -1;
        noun = behind;
    }
    return -1;
}

/* "talks that lasted 18 days": the noun that "that" stands for. */
static int32_t antecedent(const Reader *reader, int32_t clause, int32_t subject)
{
    if (subject >= 0 && is_noun(reader, subject)) return subject;
    PlDeprel deprel = reader->syntax->deprel[clause];
    bool relative = deprel == PL_DEPREL_acl_relcl || deprel == PL_DEPREL_acl;
    return relative ? reader->syntax->head_tok[clause] : -1;
}

/* The noun that the clause of `verb` is about: its object, else its subject. */
static int32_t noun_of_clause(const Reader *reader, int32_t verb, int32_t apart)
{
    static const PlDeprel subjects[] = {PL_DEPREL_nsubj_pass, PL_DEPREL_nsubj};
    for (int step = 0; verb >= 0 && step < MOST_STEPS; step++) {
        int32_t object = child_of(reader, verb, PL_DEPREL_obj);
        if (object >= 0 && object != apart && is_noun(reader, object)) return object;
        for (size_t s = 0; s < sizeof subjects / sizeof *subjects; s++) {
            int32_t subject = child_of(reader, verb, subjects[s]);
            if (subject >= 0) return antecedent(reader, verb, subject);
        }
        PlDeprel deprel = reader->syntax->deprel[verb];
        if (deprel == PL_DEPREL_acl || deprel == PL_DEPREL_acl_relcl)
            return antecedent(reader, verb, -1);
        if (deprel != PL_DEPREL_xcomp && deprel != PL_DEPREL_conj) return -1;
        verb = reader->syntax->head_tok[verb];
    }
    return -1;
}

/* What the number or time in `span` is said of, -1 = nothing that a noun names. */
static int32_t thing_of(const Reader *reader, PlSpan span, bool within)
{
    int32_t tok = top_of(reader, span);
    int32_t behind = noun_behind(reader, last_of(reader, span), within);
    if (behind != NOTHING_BEHIND || tok < 0) return behind;
    for (int step = 0; step < MOST_STEPS; step++) {
        int32_t head = reader->syntax->head_tok[tok];
        switch ((PlDeprel)reader->syntax->deprel[tok]) {
        case PL_DEPREL_nummod:
        case PL_DEPREL_compound:
        case PL_DEPREL_amod:
        case PL_DEPREL_nmod:
        case PL_DEPREL_nmod_unmarked:
        case PL_DEPREL_nmod_desc:
            if (is_noun(reader, head)) return head_of_compound(reader, head);
            tok = head;
            break;
        case PL_DEPREL_obj:
        case PL_DEPREL_obl:
        case PL_DEPREL_obl_unmarked:
        case PL_DEPREL_advmod:
        case PL_DEPREL_xcomp:
            return noun_of_clause(reader, head, tok);
        case PL_DEPREL_conj:
            tok = head;
            break;
        default: { /* "the price was $40" */
            int32_t subject = child_of(reader, tok, PL_DEPREL_nsubj);
            return subject >= 0 && is_noun(reader, subject) ? subject : -1;
        }
        }
    }
    return -1;
}

/* Words that say only how many, or that it is all part of the deal, tell nothing apart. */
static bool is_of_all(const Reader *reader, int32_t tok)
{
    PlSlice lemma = reader->syntax->lemma[tok];
    PlSlice name = pl_thing_name(reader->things, lemma);
    return pl_thing_is_looked_through(reader->things, lemma) || pl_slice_is(name, "deal") ||
           pl_slice_is(name, "talks");
}

static bool tells_apart(const Reader *reader, int32_t tok)
{
    if (is_of_all(reader, tok)) return false;
    switch ((PlDeprel)reader->syntax->deprel[tok]) {
    case PL_DEPREL_compound:
    case PL_DEPREL_nmod:
    case PL_DEPREL_nmod_poss:
        return is_noun(reader, tok);
    case PL_DEPREL_amod: /* "Kenyan exports" */
        return (reader->tokens->flags[tok] & PL_TOK_CAPITAL) != 0;
    default:
        return false;
    }
}

static PlSlice join(const Reader *reader, PlSlice words, PlSlice word)
{
    PlSlice folded = pl_utf8_fold(reader->arena, word);
    if (words.len == 0) return folded;
    return pl_arena_format(reader->arena, "%.*s %.*s", PL_PRI(words), PL_PRI(folded));
}

/* The lemmas of what stands with `noun` and tells it apart. */
static PlSlice modifiers_of(const Reader *reader, int32_t noun, PlSpan number)
{
    PlSlice words = {0};
    uint32_t k = 0;
    for (int32_t child = reader->children.first[noun]; child >= 0 && k < MOST_MODIFIERS;
         child = reader->children.next[child], k++) {
        PlSpan at = pl_tokens_span(reader->tokens, (uint32_t)child, (uint32_t)child + 1);
        if (!pl_spans_overlap(at, number) && tells_apart(reader, child))
            words = join(reader, words, reader->syntax->lemma[child]);
    }
    return words;
}

static void add(const Reader *reader, PlSlice name, PlMeasure measure, PlMeasures *measures)
{
    measure.thing = name;
    *pl_vec_push(reader->arena, measures) = measure;
}

/* ---- quantities ---- */

/* "300 were wounded", "the deaths of 300 people": what befell those who are counted, where the
 * table of figures has it, -1 = nothing. */
static int32_t fate_of(const Reader *reader, int32_t counted)
{
    switch ((PlDeprel)reader->syntax->deprel[counted]) {
    case PL_DEPREL_nsubj:
    case PL_DEPREL_nsubj_pass:
    case PL_DEPREL_obj:
    case PL_DEPREL_nmod: {
        int32_t head = reader->syntax->head_tok[counted];
        return pl_figure_name(reader->things, reader->syntax->lemma[head]).len ? head : -1;
    }
    default:
        return -1;
    }
}

/* "300 trucks", "300 of the trucks"; -1 = the number stands alone or counts no noun. */
static int32_t counted_noun(const Reader *reader, PlSpan span)
{
    int32_t top = top_of(reader, span);
    bool is_before = top >= 0 && reader->syntax->deprel[top] == PL_DEPREL_nummod;
    return is_before ? reader->syntax->head_tok[top]
                     : noun_behind(reader, last_of(reader, span), false);
}

/* "killed 300 miners": casualties, of miners. */
static bool find_fate(const Reader *reader, int32_t counted, PlMeasure measure,
                      PlMeasures *measures)
{
    int32_t fate = fate_of(reader, counted < 0 ? top_of(reader, measure.span) : counted);
    if (fate < 0) return false;
    if (counted >= 0) {
        PlSlice who = pl_thing_name(reader->things, reader->syntax->lemma[counted]);
        measure.modifiers = modifiers_of(reader, counted, measure.span);
        if (who.len) measure.modifiers = join(reader, measure.modifiers, who);
    }
    add(reader, pl_figure_name(reader->things, reader->syntax->lemma[fate]), measure, measures);
    return true;
}

/* What is said of a noun: "$2 billion in loans", "cut its fleet by 40 percent", "a ban for ten
 * years". */
static void find_said_of(const Reader *reader, int32_t noun, PlMeasure measure,
                         PlMeasures *measures)
{
    if (noun >= 0) noun = look_through(reader, noun);
    if (noun < 0) return;
    PlSlice name = pl_thing_name(reader->things, lemma_of(reader, noun));
    if (name.len == 0) return;
    measure.modifiers = modifiers_of(reader, noun, measure.span);
    /* Of somebody with a name much is said: the verb tells it apart. */
    int32_t head = reader->syntax->head_tok[noun];
    if (reader->syntax->upos[noun] == PL_UPOS_PROPN && head >= 0)
        measure.modifiers = join(reader, measure.modifiers, reader->syntax->lemma[head]);
    add(reader, name, measure, measures);
}

static void find_count(const Reader *reader, PlMeasure measure, PlMeasures *measures)
{
    int32_t counted = counted_noun(reader, measure.span);
    if (counted == NO_NOUN_BEHIND || find_fate(reader, counted, measure, measures)) return;
    int32_t noun = counted >= 0 ? counted : thing_of(reader, measure.span, false);
    if (noun < 0) return;
    PlSlice name = pl_figure_name(reader->things, lemma_of(reader, noun));
    double number = isnan(measure.low) ? measure.high : measure.low;
    if (name.len) {
        measure.modifiers = modifiers_of(reader, noun, measure.span);
        add(reader, name, measure, measures);
    } else if (number >= LEAST_COUNT) {
        find_said_of(reader, noun, measure, measures);
    }
}

static PlSlice attribute_of(const Reader *reader, PlSlice unit)
{
    if (unit.len == 0) return PL_SLICE("number");
    if (pl_slice_is(unit, "percent")) return PL_SLICE("share");
    return pl_arena_format(reader->arena, "amount in %.*s", PL_PRI(unit));
}

static void find_quantities(const Reader *reader, const PlMentions *mentions, PlMeasures *measures)
{
    for (uint32_t i = 0; i < mentions->quantities.n; i++) {
        const PlQuantity *row = &mentions->quantities.items[i];
        bool is_single = !isnan(row->value) && isnan(row->low) && isnan(row->high);
        PlMeasure measure = {.attribute = attribute_of(reader, row->unit),
                             .low = is_single ? row->value : row->low,
                             .high = is_single ? row->value : row->high,
                             .span = row->span};
        if (isnan(measure.low) && isnan(measure.high)) continue;
        if (measure.high > measure.low * MOST_SPREAD) continue;
        if (row->unit.len)
            find_said_of(reader, thing_of(reader, row->span, true), measure, measures);
        else
            find_count(reader, measure, measures);
    }
}

/* ---- times ---- */

/* The days of "P3Y", "P18D", "PT36H"; NaN for vague ones ("PXW") and what has two units. */
static double days_of(PlSlice value)
{
    static const struct {
        char unit;
        double days;
    } units[] = {{'D', 1}, {'W', 7}, {'M', 30}, {'Y', 365}, {'E', 3650}, {'C', 36500}};
    if (value.len < 3 || value.ptr[0] != 'P') return NAN;
    bool is_clock = value.ptr[1] == 'T';
    double number;
    PlSlice digits = {value.ptr + 1 + is_clock, value.len - 2 - is_clock};
    if (!pl_slice_number(digits, &number)) return NAN;
    char unit = value.ptr[value.len - 1];
    if (is_clock) return unit == 'H' ? number / 24 : NAN;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i].unit == unit) return number * units[i].days;
    return NAN;
}

/* "10 years", and "2 to 3 months" as P2M/P3M. */
static bool read_duration(PlSlice value, double *low, double *high)
{
    PlSlice rest = value;
    PlSlice part;
    if (!pl_slice_next(&rest, '/', &part)) return false;
    *low = *high = days_of(part);
    if (pl_slice_next(&rest, '/', &part)) *high = days_of(part);
    return !isnan(*low) && !isnan(*high);
}

/* A day that stands at its noun: "a 30 June deadline", "the deadline of 30 June". At a verb it is
 * the day of a happening, which events tell. */
static int32_t noun_of_day(const Reader *reader, int32_t top)
{
    int32_t head = top < 0 ? -1 : reader->syntax->head_tok[top];
    if (head < 0 || !is_noun(reader, head)) return -1;
    switch ((PlDeprel)reader->syntax->deprel[top]) {
    case PL_DEPREL_compound:
    case PL_DEPREL_amod:
    case PL_DEPREL_nmod_unmarked:
        return top < head ? head : -1;
    case PL_DEPREL_nmod: {
        int32_t word = child_of(reader, top, PL_DEPREL_case);
        return word >= 0 && pl_slice_is(reader->syntax->lemma[word], "of") ? head : -1;
    }
    default:
        return -1;
    }
}

/* "three days ago" is a time. */
static bool is_distance(const Reader *reader, PlSpan span)
{
    static const char *const ends[] = {"ago", "earlier", "later", "before", "now"};
    uint32_t last = last_of(reader, span);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (pl_token_is(reader->tokens, last, ends[i])) return true;
    return false;
}

/* "after five years", "within 24 days": when something comes, not how long it lasts. */
static bool is_delay(const Reader *reader, PlSpan span)
{
    static const char *const words[] = {"after", "within", "in", "before"};
    int32_t top = top_of(reader, span);
    int32_t word = top < 0 ? -1 : child_of(reader, top, PL_DEPREL_case);
    if (word < 0 || noun_behind(reader, last_of(reader, span), false) != NOTHING_BEHIND)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pl_slice_is(reader->syntax->lemma[word], words[i])) return true;
    return false;
}

static void find_times(const Reader *reader, const PlMentions *mentions, PlMeasures *measures)
{
    for (uint32_t i = 0; i < mentions->times.n; i++) {
        const PlTime *row = &mentions->times.items[i];
        PlMeasure measure = {.attribute = PL_SLICE("duration"), .span = row->span};
        int32_t noun = -1;
        PlDay day;
        if (row->type == PL_TIME_DURATION) {
            if (is_distance(reader, row->span)) continue;
            if (is_delay(reader, row->span)) measure.attribute = PL_SLICE("delay");
            if (read_duration(row->value, &measure.low, &measure.high))
                noun = thing_of(reader, row->span, false);
        } else if (row->type == PL_TIME_DATE && pl_calendar_read(row->value, &day)) {
            measure.attribute = PL_SLICE("day");
            measure.low = measure.high = day;
            noun = noun_of_day(reader, top_of(reader, row->span));
        }
        find_said_of(reader, noun, measure, measures);
    }
}

void pl_measures_find(PlArena *arena, const PlThings *things, const PlTokens *tokens,
                      const PlSyntax *syntax, const PlMentions *mentions, PlMeasures *measures)
{
    *measures = (PlMeasures){0};
    if (mentions->quantities.n + mentions->times.n == 0) return;
    Reader reader = {.arena = arena, .things = things, .tokens = tokens, .syntax = syntax};
    pl_children_make(arena, tokens, syntax, &reader.children);
    find_quantities(&reader, mentions, measures);
    find_times(&reader, mentions, measures);
}
