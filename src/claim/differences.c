#include "claim/differences.h"

#include <math.h>
#include <stdlib.h>

#include "claim/measure_groups.h"
#include "claim/repeated.h"
#include "claim/retellings.h"
#include "claim/statements.h"
#include "mention/calendar.h"

const char *const pl_difference_kind_names[PL_N_DIFFERENCE_KINDS] = {
    [PL_DIFFERENCE_CONTRADICTION] = "contradiction",
    [PL_DIFFERENCE_STATUS] = "status conflict",
    [PL_DIFFERENCE_IMPRECISION] = "imprecision",
    [PL_DIFFERENCE_CHARACTERISATION] = "characterisation",
    [PL_DIFFERENCE_COMPLEMENT] = "complement",
    [PL_DIFFERENCE_SETTLED] = "settled later",
    [PL_DIFFERENCE_AGREEMENT] = "agreement",
    [PL_DIFFERENCE_SHARED] = "shared by some"};

bool pl_difference_is_agreement(PlDifferenceKind kind)
{
    return kind == PL_DIFFERENCE_AGREEMENT || kind == PL_DIFFERENCE_SHARED;
}

/* How the values of an attribute are held against each other. */
typedef enum Rule {
    RULE_ONE_VALUE, /* two values contradict */
    RULE_STATUS,    /* current and former contradict */
    RULE_HEDGED,    /* a duration with its hedge */
    RULE_WORDS,     /* characterisations */
    RULE_PARTS,     /* each may be true: shown when reports do not all say the same */
    RULE_LIST,      /* each stands alone: never a difference, each can be an agreement */
    RULE_DATES,     /* a range that holds another is settled by it */
    RULE_SIDES,     /* for and against contradict; demands go with either */
    RULE_MEASURE,   /* numbers of one day contradict unless one may be the other */
    RULE_SAME,      /* statements that were found to be the same: an agreement */
    RULE_TOLD,      /* sentences likewise */
    RULE_WORDING,   /* the same, word by word */
    RULE_SPELLING   /* of names: a difference when there are two, never an agreement */
} Rule;

enum { ISO_DAY_BYTES = 10 }; /* of 2019-05-03T10:00Z */

typedef struct Attribute {
    const char *name; /* a prefix: "stance on " */
    Rule rule;
    uint32_t weight; /* who decides and what is demanded come before when and how many */
} Attribute;

static const Attribute attributes[] = {
    {"office", RULE_STATUS, 90},
    {"head", RULE_ONE_VALUE, 95},
    {"proposer", RULE_ONE_VALUE, 85},
    {"stance on ", RULE_SIDES, 80},
    {"level of expectations", RULE_ONE_VALUE, 70},
    {"level", RULE_WORDS, 75},
    {"terms of ", RULE_PARTS, 65},
    {"attendance", RULE_LIST, 60},
    {"date", RULE_DATES, 60},
    {"time since ", RULE_HEDGED, 55},
    {"venue", RULE_LIST, 50},
    {"place", RULE_LIST, 50},
    {"host", RULE_LIST, 50},
    {"mediator", RULE_LIST, 50},
    {"number", RULE_MEASURE, 45},
    {"amount", RULE_MEASURE, 48},
    {"share", RULE_MEASURE, 46},
    {"duration", RULE_MEASURE, 52},
    {"delay", RULE_MEASURE, 50},
    {"day", RULE_MEASURE, 54},
    {"party", RULE_LIST, 40},
    {"spelling of the name", RULE_SPELLING, 5},
    {"names", RULE_PARTS, 55},
    {"standing", RULE_WORDS, 58},
    {"mandate", RULE_PARTS, 62},
    {"says", RULE_SAME, 35},
    {"deed", RULE_SAME, 30},
    {"wording", RULE_WORDING, 25},
    {"tell", RULE_TOLD, 20},
};

static const Attribute *attribute_of(PlSlice name)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (pl_slice_starts(name, attributes[i].name)) return &attributes[i];
    static const Attribute other = {"", RULE_LIST, 10};
    return &other;
}

typedef struct Row {
    const PlClaim *claim;
    int32_t actor;       /* of the subject, -1 = none */
    int32_t value_actor; /* -1 = the value is words */
    int32_t report;
    int32_t group; /* of statements and measures, -1 = compared by the claim's topic */
} Row;

static int compare_subjects(const Row *a, const Row *b)
{
    int order = (a->actor > b->actor) - (a->actor < b->actor);
    if (!order) order = pl_slice_compare(a->claim->aspect, b->claim->aspect);
    if (!order) order = pl_slice_compare(a->claim->attribute, b->claim->attribute);
    if (!order) order = (a->group > b->group) - (a->group < b->group);
    return order || a->group >= 0 ? order : pl_slice_compare(a->claim->topic, b->claim->topic);
}

static int compare_values(const Row *a, const Row *b)
{
    int order = (a->value_actor > b->value_actor) - (a->value_actor < b->value_actor);
    if (order || a->value_actor >= 0) return order;
    return pl_slice_compare(a->claim->key, b->claim->key);
}

static int compare_rows(const void *x, const void *y)
{
    const Row *a = x;
    const Row *b = y;
    int order = compare_subjects(a, b);
    if (!order) order = compare_values(a, b);
    if (!order) order = (a->report > b->report) - (a->report < b->report);
    if (!order)
        order = (a->claim->span.start_byte > b->claim->span.start_byte) -
                (a->claim->span.start_byte < b->claim->span.start_byte);
    return order ? order
                 : (a->claim->span.end_byte > b->claim->span.end_byte) -
                       (a->claim->span.end_byte < b->claim->span.end_byte);
}

/* The rows of one value: [first, end). */
typedef struct Value {
    uint32_t first;
    uint32_t end;
    uint32_t n_reports;
    uint32_t n_publishers;
} Value;

typedef PL_VEC(Value) Values;

typedef struct Comparing {
    PlArena *arena;
    const PlClaimedReport *reports;
    const PlActors *actors;
    const Row *rows;
    PlDifferences *out;
    int32_t *seen_publisher; /* [n_reports] the last value that counted this publisher, + 1 */
    int32_t n_counted;
} Comparing;

static Value count_value(Comparing *c, uint32_t first, uint32_t end)
{
    Value value = {.first = first, .end = end};
    c->n_counted++;
    for (uint32_t i = first; i < end; i++) {
        if (i > first && c->rows[i].report == c->rows[i - 1].report) continue;
        value.n_reports++;
        int32_t *seen = &c->seen_publisher[c->reports[c->rows[i].report].publisher];
        if (*seen == c->n_counted) continue;
        *seen = c->n_counted;
        value.n_publishers++;
    }
    return value;
}

static const Row *row_of(const Comparing *c, const Value *value)
{
    return &c->rows[value->first];
}

/* The words for a value: an actor's name, or the commonest wording; on a tie the longest, but of
 * sentences the shortest, which has least that the others do not tell. */
static PlSlice words_of(const Comparing *c, const Value *value)
{
    enum { MOST_COMPARED = 64 }; /* the square of it bounds the cost */
    const Row *first = row_of(c, value);
    if (first->value_actor >= 0) return c->actors->actors.items[first->value_actor].name;
    bool is_telling = attribute_of(first->claim->attribute)->rule == RULE_TOLD;
    uint32_t end =
        value->end - value->first > MOST_COMPARED ? value->first + MOST_COMPARED : value->end;
    PlSlice best = {0};
    uint32_t most = 0;
    for (uint32_t i = value->first; i < end; i++) {
        PlSlice words = c->rows[i].claim->value;
        uint32_t n = 0;
        for (uint32_t k = value->first; k < end; k++)
            n += pl_slice_equal(words, c->rows[k].claim->value);
        bool has_better_length = is_telling ? words.len < best.len : words.len > best.len;
        bool better = n > most || (n == most && has_better_length) ||
                      (n == most && words.len == best.len && pl_slice_compare(words, best) < 0);
        if (!better) continue;
        best = words;
        most = n;
    }
    return best;
}

PlSlice pl_difference_subject(PlArena *arena, const PlActors *actors, int32_t actor, PlSlice aspect)
{
    if (actor < 0) return aspect;
    PlSlice name = actors->actors.items[actor].name;
    if (aspect.len == 0) return name;
    return pl_arena_format(arena, "%.*s of %.*s", PL_PRI(aspect), PL_PRI(name));
}

static void write_value(Comparing *c, const Value *value)
{
    *pl_vec_push(c->arena, &c->out->values) =
        (PlDifferenceValue){.difference = (int32_t)c->out->differences.n - 1,
                            .value = words_of(c, value),
                            .n_publishers = value->n_publishers};
    for (uint32_t i = value->first; i < value->end; i++) {
        const Row *row = &c->rows[i];
        if (i > value->first && row[-1].report == row->report &&
            row[-1].claim->span.start_byte == row->claim->span.start_byte)
            continue;
        *pl_vec_push(c->arena, &c->out->evidence) =
            (PlDifferenceEvidence){.value = (int32_t)c->out->values.n - 1,
                                   .report = row->report,
                                   .span = row->claim->span};
    }
}

static void write_difference(Comparing *c, const Value *values, uint32_t n_values,
                             PlDifferenceKind kind)
{
    const Row *row = row_of(c, &values[0]);
    uint32_t n_publishers = 0;
    for (uint32_t v = 0; v < n_values; v++)
        n_publishers += values[v].n_publishers;
    *pl_vec_push(c->arena, &c->out->differences) = (PlDifference){
        .subject = pl_difference_subject(c->arena, c->actors, row->actor, row->claim->aspect),
        .attribute = row->claim->attribute,
        .kind = kind,
        .actor = row->actor,
        .weight = attribute_of(row->claim->attribute)->weight *
                      (kind == PL_DIFFERENCE_SHARED ? 10 : 100) +
                  (n_publishers < 99 ? n_publishers : 99)};
    for (uint32_t v = 0; v < n_values; v++)
        write_value(c, &values[v]);
}

static bool holds(const Comparing *c, const Value *value, int32_t report)
{
    for (uint32_t i = value->first; i < value->end; i++)
        if (c->rows[i].report == report) return true;
    return false;
}

/* Reports differ when one of them has not the values that another has. A report that gives both
 * values itself differs with nobody. */
static bool reports_differ(const Comparing *c, const Values *values)
{
    for (uint32_t v = 1; v < values->n; v++) {
        if (values->items[v].n_reports != values->items[0].n_reports) return true;
        for (uint32_t i = values->items[v].first; i < values->items[v].end; i++)
            if (!holds(c, &values->items[0], c->rows[i].report)) return true;
    }
    return false;
}

/* An ISO interval "a/b" holds a date d with a <= d <= b. */
static bool interval_holds(PlSlice interval, PlSlice date)
{
    PlSlice rest = interval;
    PlSlice from;
    PlSlice to;
    if (!pl_slice_next(&rest, '/', &from) || !pl_slice_next(&rest, '/', &to)) return false;
    return pl_slice_compare(from, date) <= 0 && pl_slice_compare(date, to) <= 0;
}

/* Days further apart are those of two rounds. */
static bool near_in_time(const Comparing *c, const Values *values)
{
    enum { MOST_DAYS = 4 };
    PlDay least = 0;
    PlDay most = 0;
    bool any = false;
    for (uint32_t v = 0; v < values->n; v++) {
        PlSlice rest = row_of(c, &values->items[v])->claim->key;
        PlSlice part;
        while (pl_slice_next(&rest, '/', &part)) {
            PlDay day;
            if (!pl_calendar_read(part, &day)) return false;
            if (!any || day < least) least = day;
            if (!any || day > most) most = day;
            any = true;
        }
    }
    return any && most - least <= MOST_DAYS;
}

static PlDifferenceKind kind_of_dates(const Comparing *c, const Values *values)
{
    for (uint32_t a = 0; a < values->n; a++)
        for (uint32_t b = 0; b < values->n; b++) {
            PlSlice wide = row_of(c, &values->items[a])->claim->key;
            PlSlice narrow = row_of(c, &values->items[b])->claim->key;
            if (a != b && interval_holds(wide, narrow)) return PL_DIFFERENCE_SETTLED;
        }
    return PL_DIFFERENCE_CONTRADICTION;
}

/* Only "for" against "against"; what is demanded can go with either. */
static bool sides_clash(const Comparing *c, const Values *values)
{
    bool has_for = false;
    bool has_against = false;
    for (uint32_t v = 0; v < values->n; v++) {
        PlSlice key = row_of(c, &values->items[v])->claim->key;
        has_for |= pl_slice_is(key, "for");
        has_against |= pl_slice_is(key, "against");
    }
    return has_for && has_against;
}

/* The terms of "rejects: the wage offer"; empty when a stance is on the issue as a whole. */
static PlSlice terms_of(const Row *row)
{
    PlSlice rest = row->claim->value;
    PlSlice stance;
    if (!pl_slice_next(&rest, ':', &stance)) return (PlSlice){0};
    return rest;
}

/* Terms meet when one word of either begins as a word of the other, or when one has no terms. */
static bool terms_meet(PlSlice a, PlSlice b)
{
    enum { LEAST_BYTES = 4 };
    if (a.len == 0 || b.len == 0) return true;
    PlSlice word;
    while (pl_slice_next(&a, ' ', &word)) {
        if (word.len < LEAST_BYTES) continue;
        PlSlice rest = b;
        PlSlice other;
        while (pl_slice_next(&rest, ' ', &other)) {
            size_t len = word.len < other.len ? word.len : other.len;
            if (len >= LEAST_BYTES &&
                pl_slice_equal((PlSlice){word.ptr, len}, (PlSlice){other.ptr, len}))
                return true;
        }
    }
    return false;
}

/* To take one offer and turn down another are two parts of one stance. */
static PlDifferenceKind kind_of_sides(const Comparing *c, const Values *values)
{
    for (uint32_t a = 0; a < values->n; a++)
        for (uint32_t b = 0; b < values->n; b++) {
            const Row *for_it = row_of(c, &values->items[a]);
            const Row *against_it = row_of(c, &values->items[b]);
            if (pl_slice_is(for_it->claim->key, "for") &&
                pl_slice_is(against_it->claim->key, "against") &&
                terms_meet(terms_of(for_it), terms_of(against_it)))
                return PL_DIFFERENCE_CONTRADICTION;
        }
    return PL_DIFFERENCE_COMPLEMENT;
}

/* "a grave mistake" of "a grave mistake for us" is a shorter quotation and no other wording. */
static bool wordings_clash(const Comparing *c, const Values *values)
{
    for (uint32_t a = 0; a < values->n; a++)
        for (uint32_t b = a + 1; b < values->n; b++) {
            PlSlice one = row_of(c, &values->items[a])->claim->key;
            PlSlice other = row_of(c, &values->items[b])->claim->key;
            if (pl_slice_find(one, other) < 0 && pl_slice_find(other, one) < 0) return true;
        }
    return false;
}

/* ---- numbers ---- */

/* One bound of "over 300" is open. */
static double low_of(const Row *row)
{
    return isnan(row->claim->low) ? row->claim->high : row->claim->low;
}

static double high_of(const Row *row)
{
    return isnan(row->claim->high) ? INFINITY : row->claim->high;
}

/* "20 months" and "two years". Days are exact. */
static bool are_near(const Row *a, const Row *b)
{
    static const double MOST_RATIO = 1.25;
    double least = low_of(a) < low_of(b) ? low_of(a) : low_of(b);
    double most = low_of(a) < low_of(b) ? low_of(b) : low_of(a);
    return most <= least * (pl_slice_is(a->claim->attribute, "day") ? 1 : MOST_RATIO);
}

/* "300" and "over 200": one may be the other, said less exactly. */
static bool may_be_one(const Row *a, const Row *b)
{
    return are_near(a, b) || (low_of(a) <= high_of(b) && low_of(b) <= high_of(a));
}

/* A report that gives two numbers far from each other speaks of two things. */
static bool is_of_two_things(const Comparing *c, const Values *values)
{
    for (uint32_t a = 0; a < values->n; a++)
        for (uint32_t b = a + 1; b < values->n; b++) {
            if (are_near(row_of(c, &values->items[a]), row_of(c, &values->items[b]))) continue;
            for (uint32_t i = values->items[a].first; i < values->items[a].end; i++)
                if (holds(c, &values->items[b], c->rows[i].report)) return true;
        }
    return false;
}

/* The day on which a value was last published; empty where it is not known. */
static PlSlice last_day(const Comparing *c, const Value *value)
{
    PlSlice last = {0};
    for (uint32_t i = value->first; i < value->end; i++) {
        PlSlice day = c->reports[c->rows[i].report].published;
        if (day.len > ISO_DAY_BYTES) day.len = ISO_DAY_BYTES;
        if (pl_slice_compare(day, last) > 0) last = day;
    }
    return last;
}

/* Numbers of two days may both have been right: tolls rise. */
static PlDifferenceKind kind_of_numbers(const Comparing *c, const Values *values)
{
    PlDifferenceKind kind = PL_DIFFERENCE_IMPRECISION;
    for (uint32_t a = 0; a < values->n; a++)
        for (uint32_t b = a + 1; b < values->n; b++) {
            if (may_be_one(row_of(c, &values->items[a]), row_of(c, &values->items[b]))) continue;
            if (pl_slice_equal(last_day(c, &values->items[a]), last_day(c, &values->items[b])))
                return PL_DIFFERENCE_CONTRADICTION;
            kind = PL_DIFFERENCE_COMPLEMENT;
        }
    return kind;
}

static bool compare_group(const Comparing *c, const Values *values, Rule rule,
                          PlDifferenceKind *kind)
{
    switch (rule) {
    case RULE_ONE_VALUE:
        *kind = PL_DIFFERENCE_CONTRADICTION;
        return true;
    case RULE_STATUS:
        *kind = PL_DIFFERENCE_STATUS;
        return true;
    case RULE_HEDGED:
        *kind = PL_DIFFERENCE_IMPRECISION;
        return true;
    case RULE_WORDS:
        *kind = PL_DIFFERENCE_CHARACTERISATION;
        return true;
    case RULE_PARTS:
        *kind = PL_DIFFERENCE_COMPLEMENT;
        return true;
    case RULE_DATES:
        *kind = kind_of_dates(c, values);
        return near_in_time(c, values);
    case RULE_SIDES:
        *kind = kind_of_sides(c, values);
        return sides_clash(c, values);
    case RULE_MEASURE:
        *kind = kind_of_numbers(c, values);
        return !is_of_two_things(c, values);
    case RULE_WORDING:
        *kind = PL_DIFFERENCE_IMPRECISION;
        return wordings_clash(c, values);
    case RULE_SPELLING:
        *kind = PL_DIFFERENCE_IMPRECISION;
        return true;
    case RULE_SAME:
    case RULE_TOLD:
    case RULE_LIST:
        break;
    }
    return false;
}

/* Each value that two independent publishers or more give. */
static void write_agreements(Comparing *c, const Values *values, PlDifferenceKind kind)
{
    for (uint32_t v = 0; v < values->n; v++)
        if (values->items[v].n_publishers >= 2) write_difference(c, &values->items[v], 1, kind);
}

static void compare_claims(Comparing *c, uint32_t first, uint32_t end)
{
    Values values = {0};
    uint32_t from = first;
    for (uint32_t i = first + 1; i <= end; i++) {
        if (i < end && compare_values(&c->rows[from], &c->rows[i]) == 0) continue;
        *pl_vec_push(c->arena, &values) = count_value(c, from, i);
        from = i;
    }
    Rule rule = attribute_of(c->rows[first].claim->attribute)->rule;
    PlDifferenceKind kind = PL_DIFFERENCE_AGREEMENT;
    if (values.n > 1 && reports_differ(c, &values) && compare_group(c, &values, rule, &kind)) {
        write_difference(c, values.items, values.n, kind);
        if (rule != RULE_WORDING && rule != RULE_SPELLING && rule != RULE_STATUS)
            write_agreements(c, &values, PL_DIFFERENCE_SHARED);
        return;
    }
    /* That words agree is told by "says"; that a name is spelt alike is nothing to tell. */
    if (rule == RULE_WORDING || rule == RULE_SPELLING) return;
    bool each_alone = rule == RULE_LIST || rule == RULE_SIDES || rule == RULE_MEASURE;
    if (values.n > 1 && !each_alone) return;
    write_agreements(c, &values, PL_DIFFERENCE_AGREEMENT);
}

typedef struct Ranked {
    const PlDifference *difference;
    int32_t index;
} Ranked;

static int compare_ranks(const void *x, const void *y)
{
    const Ranked *a = x;
    const Ranked *b = y;
    if (a->difference->weight != b->difference->weight)
        return a->difference->weight > b->difference->weight ? -1 : 1;
    int order = pl_slice_compare(a->difference->subject, b->difference->subject);
    if (!order) order = pl_slice_compare(a->difference->attribute, b->difference->attribute);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* Copies `found` to `out`, greatest weight first, without what is repeated; values and evidence
 * move with their difference. */
static void rank(PlArena *arena, const PlDifferences *found, PlDifferences *out)
{
    uint32_t n = found->differences.n;
    Ranked *ranks = pl_arena_array(arena, Ranked, n);
    uint32_t *first_value = pl_arena_array(arena, uint32_t, n + 1);
    uint32_t *first_evidence = pl_arena_array(arena, uint32_t, found->values.n + 1);
    for (uint32_t d = 0, v = 0, e = 0; d < n; d++) {
        ranks[d] = (Ranked){&found->differences.items[d], (int32_t)d};
        first_value[d] = v;
        for (; v < found->values.n && found->values.items[v].difference == (int32_t)d; v++) {
            first_evidence[v] = e;
            while (e < found->evidence.n && found->evidence.items[e].value == (int32_t)v)
                e++;
        }
    }
    first_value[n] = found->values.n;
    first_evidence[found->values.n] = found->evidence.n;
    if (n) qsort(ranks, n, sizeof *ranks, compare_ranks);
    const uint8_t *repeated = pl_differences_repeated(arena, found);
    for (uint32_t d = 0; d < n; d++) {
        int32_t was = ranks[d].index;
        if (repeated[was]) continue;
        *pl_vec_push(arena, &out->differences) = *ranks[d].difference;
        for (uint32_t v = first_value[was]; v < first_value[was + 1]; v++) {
            PlDifferenceValue *value = pl_vec_push(arena, &out->values);
            *value = found->values.items[v];
            value->difference = (int32_t)out->differences.n - 1;
            for (uint32_t e = first_evidence[v]; e < first_evidence[v + 1]; e++) {
                PlDifferenceEvidence *evidence = pl_vec_push(arena, &out->evidence);
                *evidence = found->evidence.items[e];
                evidence->value = (int32_t)out->values.n - 1;
            }
        }
    }
}

static PlStatementKind kind_of_statement(const Row *row)
{
    if (pl_slice_is(row->claim->attribute, "deed")) return PL_STATEMENT_DONE;
    return pl_slice_is(row->claim->attribute, "wording") ? PL_STATEMENT_WORDED : PL_STATEMENT_SAID;
}

/* Statements are brought together before rows are sorted; their order here is by report and place,
 * so it depends on the set of reports alone. */
static void group_statements(PlArena *arena, const PlClaimedReport *reports, Row *rows,
                             uint32_t n_rows)
{
    PlStatement *statements = pl_arena_array(arena, PlStatement, n_rows + 1);
    uint32_t *row_of_statement = pl_arena_array(arena, uint32_t, n_rows + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < n_rows; i++) {
        Rule rule = attribute_of(rows[i].claim->attribute)->rule;
        if (rule != RULE_SAME && rule != RULE_WORDING) continue;
        row_of_statement[n] = i;
        statements[n++] = (PlStatement){.actor = rows[i].actor,
                                        .kind = kind_of_statement(&rows[i]),
                                        .lemmas = rows[i].claim->topic,
                                        .published = reports[rows[i].report].published};
    }
    const int32_t *group = pl_statements_group(arena, statements, n);
    for (uint32_t i = 0; i < n; i++)
        rows[row_of_statement[i]].group = group[i];
}

/* Sentences likewise. */
static void group_tellings(PlArena *arena, const PlClaimedReport *reports, Row *rows,
                           uint32_t n_rows)
{
    PlRetelling *sentences = pl_arena_array(arena, PlRetelling, n_rows + 1);
    uint32_t *row_of_sentence = pl_arena_array(arena, uint32_t, n_rows + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < n_rows; i++) {
        if (attribute_of(rows[i].claim->attribute)->rule != RULE_TOLD) continue;
        row_of_sentence[n] = i;
        sentences[n++] = (PlRetelling){.story = reports[rows[i].report].story,
                                       .report = rows[i].report,
                                       .lemmas = rows[i].claim->topic};
    }
    const int32_t *group = pl_retellings_group(arena, sentences, n);
    for (uint32_t i = 0; i < n; i++)
        rows[row_of_sentence[i]].group = group[i];
}

/* Measures likewise. */
static void group_measures(PlArena *arena, const PlClaimedReport *reports, Row *rows,
                           uint32_t n_rows)
{
    PlMeasured *measures = pl_arena_array(arena, PlMeasured, n_rows + 1);
    uint32_t *row_of_measure = pl_arena_array(arena, uint32_t, n_rows + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < n_rows; i++) {
        const PlClaim *claim = rows[i].claim;
        if (attribute_of(claim->attribute)->rule != RULE_MEASURE) continue;
        row_of_measure[n] = i;
        measures[n++] = (PlMeasured){.story = reports[rows[i].report].story,
                                     .thing = claim->aspect,
                                     .attribute = claim->attribute,
                                     .modifiers = claim->topic,
                                     .number = low_of(&rows[i])};
    }
    const int32_t *group = pl_measures_group(arena, measures, n);
    for (uint32_t i = 0; i < n; i++)
        rows[row_of_measure[i]].group = group[i];
}

void pl_differences_find(PlArena *arena, const PlClaimedReport *reports, uint32_t n_reports,
                         const PlActors *actors, PlDifferences *differences)
{
    *differences = (PlDifferences){0};
    PL_VEC(Row) rows = {0};
    for (uint32_t r = 0; r < n_reports; r++)
        for (uint32_t i = 0; i < reports[r].claims->claims.n; i++) {
            const PlClaim *claim = &reports[r].claims->claims.items[i];
            *pl_vec_push(arena, &rows) =
                (Row){.claim = claim,
                      .actor = claim->entity < 0 ? -1 : reports[r].actor_of[claim->entity],
                      .value_actor =
                          claim->value_entity < 0 ? -1 : reports[r].actor_of[claim->value_entity],
                      .report = (int32_t)r,
                      .group = -1};
        }
    if (rows.n == 0) return;
    group_statements(arena, reports, rows.items, rows.n);
    group_tellings(arena, reports, rows.items, rows.n);
    group_measures(arena, reports, rows.items, rows.n);
    PlDifferences found = {0};
    qsort(rows.items, rows.n, sizeof *rows.items, compare_rows);
    Comparing c = {.arena = arena,
                   .reports = reports,
                   .actors = actors,
                   .rows = rows.items,
                   .out = &found,
                   .seen_publisher = pl_arena_array(arena, int32_t, n_reports)};
    uint32_t first = 0;
    for (uint32_t i = 1; i <= rows.n; i++) {
        if (i < rows.n && compare_subjects(&rows.items[first], &rows.items[i]) == 0) continue;
        compare_claims(&c, first, i);
        first = i;
    }
    rank(arena, &found, differences);
}
