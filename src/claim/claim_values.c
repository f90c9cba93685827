#include "claim/claim_values.h"

#include <math.h>
#include <stdlib.h>

#include "mention/calendar.h"

enum {
    ISO_DAY_BYTES = 10, /* of 2019-05-03T10:00Z */
    MOST_PAIRED = 64 /* values that are held against each other: the square of it bounds the cost */
};

static const PlClaimRow *row_of(const PlClaimValues *values, const PlClaimValue *value)
{
    return &values->rows[value->first];
}

static uint32_t n_paired(const PlClaimValues *values)
{
    return values->n < MOST_PAIRED ? values->n : MOST_PAIRED;
}

static bool holds(const PlClaimValues *values, const PlClaimValue *value, int32_t report)
{
    for (uint32_t i = value->first; i < value->end; i++)
        if (values->rows[i].report == report) return true;
    return false;
}

/* Reports differ when one of them has not the values that another has. A report that gives both
 * values itself differs with nobody. */
static bool reports_differ(const PlClaimValues *values)
{
    for (uint32_t v = 1; v < values->n; v++) {
        if (values->items[v].n_reports != values->items[0].n_reports) return true;
        for (uint32_t i = values->items[v].first; i < values->items[v].end; i++)
            if (!holds(values, &values->items[0], values->rows[i].report)) return true;
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

/* The day on which a value was last published; empty where it is not known. */
static PlSlice last_day(const PlClaimValues *values, const PlClaimValue *value)
{
    PlSlice last = {0};
    for (uint32_t i = value->first; i < value->end; i++) {
        PlSlice day = values->reports[values->rows[i].report].published;
        if (day.len > ISO_DAY_BYTES) day.len = ISO_DAY_BYTES;
        if (pl_slice_compare(day, last) > 0) last = day;
    }
    return last;
}

/* Days further apart are those of two rounds. */
static bool near_in_time(const PlClaimValues *values)
{
    enum { MOST_DAYS = 4 };
    PlDay least = 0;
    PlDay most = 0;
    bool any = false;
    for (uint32_t v = 0; v < values->n; v++) {
        PlSlice rest = row_of(values, &values->items[v])->claim->key;
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

static PlDifferenceKind kind_of_dates(const PlClaimValues *values)
{
    for (uint32_t a = 0; a < n_paired(values); a++)
        for (uint32_t b = 0; b < n_paired(values); b++) {
            PlSlice wide = row_of(values, &values->items[a])->claim->key;
            PlSlice narrow = row_of(values, &values->items[b])->claim->key;
            if (a != b && interval_holds(wide, narrow)) return PL_DIFFERENCE_SETTLED;
        }
    return PL_DIFFERENCE_CONTRADICTION;
}

/* Only "for" against "against"; what is demanded can go with either. */
static bool sides_clash(const PlClaimValues *values)
{
    bool has_for = false;
    bool has_against = false;
    for (uint32_t v = 0; v < values->n; v++) {
        PlSlice key = row_of(values, &values->items[v])->claim->key;
        has_for |= pl_slice_is(key, "for");
        has_against |= pl_slice_is(key, "against");
    }
    return has_for && has_against;
}

/* The terms of "rejects: the wage offer"; empty when a stance is on the issue as a whole. */
static PlSlice terms_of(const PlClaimRow *row)
{
    PlSlice rest = row->claim->value;
    PlSlice stance;
    if (!pl_slice_next(&rest, ':', &stance)) return (PlSlice){0};
    return rest;
}

enum { LEAST_WORD_BYTES = 4 };

/* `words` has one that begins as `word`, or with which `word` begins. */
static bool has_word(PlSlice words, PlSlice word)
{
    PlSlice other;
    while (pl_slice_next(&words, ' ', &other)) {
        size_t len = word.len < other.len ? word.len : other.len;
        if (len >= LEAST_WORD_BYTES &&
            pl_slice_equal((PlSlice){word.ptr, len}, (PlSlice){other.ptr, len}))
            return true;
    }
    return false;
}

/* How many words of `a` of some length there are, and how many of these `b` has. */
static uint32_t count_words(PlSlice a, PlSlice b, uint32_t *n_shared)
{
    uint32_t n = 0;
    PlSlice word;
    *n_shared = 0;
    while (pl_slice_next(&a, ' ', &word)) {
        if (word.len < LEAST_WORD_BYTES) continue;
        n++;
        *n_shared += has_word(b, word);
    }
    return n;
}

/* Terms meet when one word of either begins as a word of the other, or when one has no terms. */
static bool terms_meet(PlSlice a, PlSlice b)
{
    uint32_t n_shared;
    if (a.len == 0 || b.len == 0) return true;
    count_words(a, b, &n_shared);
    return n_shared > 0;
}

/* "lifting of the blockade" and "include the lifting of a blockade" are one demand, said at more or
 * less length. */
static bool is_said_at_length(PlSlice a, PlSlice b)
{
    uint32_t n_shared;
    uint32_t n = count_words(a, b, &n_shared);
    return n > 0 && n == n_shared;
}

static bool parts_differ(const PlClaimValues *values)
{
    for (uint32_t a = 0; a < n_paired(values); a++)
        for (uint32_t b = a + 1; b < n_paired(values); b++) {
            const PlClaimRow *one = row_of(values, &values->items[a]);
            const PlClaimRow *other = row_of(values, &values->items[b]);
            if (one->value_actor >= 0 || other->value_actor >= 0) return true;
            if (!is_said_at_length(one->claim->key, other->claim->key) &&
                !is_said_at_length(other->claim->key, one->claim->key))
                return true;
        }
    return false;
}

/* To take one offer and turn down another are two parts of one stance. */
static PlDifferenceKind kind_of_sides(const PlClaimValues *values)
{
    for (uint32_t a = 0; a < n_paired(values); a++)
        for (uint32_t b = 0; b < n_paired(values); b++) {
            const PlClaimRow *for_it = row_of(values, &values->items[a]);
            const PlClaimRow *against_it = row_of(values, &values->items[b]);
            if (pl_slice_is(for_it->claim->key, "for") &&
                pl_slice_is(against_it->claim->key, "against") &&
                terms_meet(terms_of(for_it), terms_of(against_it)))
                return PL_DIFFERENCE_CONTRADICTION;
        }
    return PL_DIFFERENCE_COMPLEMENT;
}

static bool is_part_of_another(const PlClaimValues *values, uint32_t v)
{
    PlSlice words = row_of(values, &values->items[v])->claim->key;
    for (uint32_t other = 0; other < n_paired(values); other++)
        if (other != v &&
            pl_slice_find(row_of(values, &values->items[other])->claim->key, words) >= 0)
            return true;
    return false;
}

/* "a grave mistake" of "a grave mistake for us" is a shorter quotation and no other wording; two
 * parts of one long quotation neither. */
static bool wordings_clash(const PlClaimValues *values)
{
    uint32_t n_whole = 0;
    for (uint32_t v = 0; v < n_paired(values); v++)
        n_whole += !is_part_of_another(values, v);
    return n_whole > 1;
}

/* What is expected changes; a level is held against that of the days around it. */
static bool are_of_one_time(const PlClaimValues *values)
{
    enum { MOST_DAYS = 3 };
    PlDay first;
    if (!pl_calendar_read(last_day(values, &values->items[0]), &first)) return true;
    for (uint32_t v = 1; v < values->n; v++) {
        PlDay day;
        if (pl_calendar_read(last_day(values, &values->items[v]), &day) &&
            abs(day - first) > MOST_DAYS)
            return false;
    }
    return true;
}

/* ---- numbers ---- */

static double high_of(const PlClaimRow *row)
{
    return isnan(row->claim->high) ? INFINITY : row->claim->high;
}

/* "20 months" and "two years". Days are exact. */
static bool are_near(const PlClaimRow *a, const PlClaimRow *b)
{
    static const double MOST_RATIO = 1.25;
    double least =
        pl_claim_row_low(a) < pl_claim_row_low(b) ? pl_claim_row_low(a) : pl_claim_row_low(b);
    double most =
        pl_claim_row_low(a) < pl_claim_row_low(b) ? pl_claim_row_low(b) : pl_claim_row_low(a);
    return most <= least * (pl_slice_is(a->claim->attribute, "day") ? 1 : MOST_RATIO);
}

/* "300" and "over 200": one may be the other, said less exactly. */
static bool may_be_one(const PlClaimRow *a, const PlClaimRow *b)
{
    return are_near(a, b) ||
           (pl_claim_row_low(a) <= high_of(b) && pl_claim_row_low(b) <= high_of(a));
}

/* A report that gives two numbers far from each other speaks of two things. */
static bool is_of_two_things(const PlClaimValues *values)
{
    for (uint32_t a = 0; a < n_paired(values); a++)
        for (uint32_t b = a + 1; b < n_paired(values); b++) {
            if (are_near(row_of(values, &values->items[a]), row_of(values, &values->items[b])))
                continue;
            for (uint32_t i = values->items[a].first; i < values->items[a].end; i++)
                if (holds(values, &values->items[b], values->rows[i].report)) return true;
        }
    return false;
}

/* Numbers of two days, or of days unknown, may both have been right: tolls rise. */
static PlDifferenceKind kind_of_numbers(const PlClaimValues *values)
{
    PlDifferenceKind kind = PL_DIFFERENCE_IMPRECISION;
    for (uint32_t a = 0; a < n_paired(values); a++)
        for (uint32_t b = a + 1; b < n_paired(values); b++) {
            if (may_be_one(row_of(values, &values->items[a]), row_of(values, &values->items[b])))
                continue;
            PlSlice day = last_day(values, &values->items[a]);
            if (day.len && pl_slice_equal(day, last_day(values, &values->items[b])))
                return PL_DIFFERENCE_CONTRADICTION;
            kind = PL_DIFFERENCE_COMPLEMENT;
        }
    return kind;
}

static bool clash(const PlClaimValues *values, PlClaimRule rule, PlDifferenceKind *kind)
{
    switch (rule) {
    case PL_RULE_ONE_VALUE:
        *kind = PL_DIFFERENCE_CONTRADICTION;
        return true;
    case PL_RULE_LEVEL:
        *kind = PL_DIFFERENCE_CONTRADICTION;
        return are_of_one_time(values);
    case PL_RULE_STATUS:
        *kind = PL_DIFFERENCE_STATUS;
        return true;
    case PL_RULE_HEDGED:
        *kind = PL_DIFFERENCE_IMPRECISION;
        return true;
    case PL_RULE_WORDS:
        *kind = PL_DIFFERENCE_CHARACTERISATION;
        return true;
    case PL_RULE_PARTS:
        *kind = PL_DIFFERENCE_COMPLEMENT;
        return parts_differ(values);
    case PL_RULE_DATES:
        *kind = kind_of_dates(values);
        return near_in_time(values);
    case PL_RULE_SIDES:
        *kind = kind_of_sides(values);
        return sides_clash(values);
    case PL_RULE_MEASURE:
        *kind = kind_of_numbers(values);
        return !is_of_two_things(values);
    case PL_RULE_WORDING:
        *kind = PL_DIFFERENCE_IMPRECISION;
        return wordings_clash(values);
    case PL_RULE_SPELLING:
        *kind = PL_DIFFERENCE_IMPRECISION;
        return true;
    case PL_RULE_SAME:
    case PL_RULE_TOLD:
    case PL_RULE_LIST:
        break;
    }
    return false;
}

bool pl_claim_values_differ(const PlClaimValues *values, PlClaimRule rule, PlDifferenceKind *kind)
{
    return values->n > 1 && reports_differ(values) && clash(values, rule, kind);
}
