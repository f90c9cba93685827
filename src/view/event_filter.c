#include "view/event_filter.h"

#include "base/data.h"
#include "base/error.h"
#include "text/utf8.h"

enum { YEAR = 4, MONTH = 7, DAY = 10 };

/* ---- words and codes ---- */

static PlSlice fold(PlArena *arena, PlSlice words)
{
    uint32_t n_replaced;
    return pl_utf8_fold(arena, pl_utf8_repair(arena, words, &n_replaced));
}

/* Every word of `words`, folded, is in `folded`. */
static bool has_words(PlSlice folded, PlSlice words)
{
    PlSlice word;
    bool has_any = false;
    while (pl_slice_next(&words, ' ', &word)) {
        if (word.len == 0) continue;
        if (pl_slice_find(folded, word) < 0) return false;
        has_any = true;
    }
    return has_any;
}

static bool starts_folded(PlArena *arena, PlSlice code, PlSlice wanted)
{
    if (wanted.len == 0 || code.len < wanted.len) return false;
    return pl_slice_equal(fold(arena, (PlSlice){code.ptr, wanted.len}), wanted);
}

static bool is_actor(PlArena *arena, const PlHappeningActor *actor, const PlWantedActor *wanted)
{
    PlSlice party = fold(arena, actor->party);
    return has_words(fold(arena, actor->name), wanted->words) ||
           pl_slice_equal(party, wanted->words) ||
           (wanted->country.len && pl_slice_equal(party, wanted->country)) ||
           (wanted->words.len >= 3 && starts_folded(arena, actor->code, wanted->words));
}

static bool has_actor(PlArena *arena, const PlHappeningActor *actors, uint32_t n,
                      const PlWantedActor *wanted)
{
    for (uint32_t i = 0; i < n; i++)
        if (is_actor(arena, &actors[i], wanted)) return true;
    return false;
}

/* Two different actors: "russia, moscow" is no pair of one. */
static bool has_pair(PlArena *arena, const PlHappeningActor *actors, uint32_t n,
                     const PlWantedActor pair[2])
{
    for (uint32_t i = 0; i < n; i++) {
        if (!is_actor(arena, &actors[i], &pair[0])) continue;
        for (uint32_t k = 0; k < n; k++)
            if (k != i && is_actor(arena, &actors[k], &pair[1])) return true;
    }
    return false;
}

static bool is_type(PlArena *arena, const PlHappening *happening, PlSlice type)
{
    return pl_slice_equal(fold(arena, happening->plover), type) ||
           pl_slice_equal(fold(arena, happening->mode), type) ||
           starts_folded(arena, happening->cameo, type);
}

static bool is_at(PlArena *arena, const PlRecord *record, int32_t place, PlSlice wanted)
{
    if (place < 0) return false;
    const PlActor *actor = &record->actors.actors.items[place];
    return has_words(fold(arena, actor->name), wanted) ||
           pl_slice_equal(fold(arena, actor->country), wanted);
}

/* ---- dates ---- */

static bool is_date(PlSlice date)
{
    if (date.len != YEAR && date.len != MONTH && date.len != DAY) return false;
    for (size_t i = 0; i < date.len; i++) {
        bool is_mark = i == YEAR || i == MONTH;
        if (is_mark ? date.ptr[i] != '-' : date.ptr[i] < '0' || date.ptr[i] > '9') return false;
    }
    return true;
}

/* "2031-05..2031-06-09" gives both ends; one date is both. */
static bool read_range(PlSlice range, PlSlice *from, PlSlice *to)
{
    ptrdiff_t dots = pl_slice_find(range, PL_SLICE(".."));
    *from = *to = pl_slice_trim(range);
    if (dots >= 0) {
        *from = pl_slice_trim((PlSlice){range.ptr, (size_t)dots});
        *to = pl_slice_trim((PlSlice){range.ptr + dots + 2, range.len - (size_t)dots - 2});
    }
    if (from->len == 0 && to->len == 0) return false;
    return (from->len == 0 || is_date(*from)) && (to->len == 0 || is_date(*to));
}

/* As far as both are precise. */
static int compare_dates(PlSlice a, PlSlice b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    return pl_slice_compare((PlSlice){a.ptr, len}, (PlSlice){b.ptr, len});
}

static bool is_in_range(PlSlice date, PlSlice range)
{
    PlSlice from;
    PlSlice to;
    if (date.len < YEAR || !read_range(range, &from, &to)) return false;
    /* Of a week or a season only the year is known here. */
    size_t known = date.len < MONTH ? YEAR : date.len < DAY ? MONTH : DAY;
    if (!is_date((PlSlice){date.ptr, known})) date.len = YEAR;
    return (from.len == 0 || compare_dates(date, from) >= 0) &&
           (to.len == 0 || compare_dates(date, to) <= 0);
}

/* ---- all of them ---- */

ParleyStatus pl_event_filter_check(const ParleyViewOptions *options, ParleyError *error)
{
    PlSlice from;
    PlSlice to;
    if (options->date && !read_range(pl_slice(options->date), &from, &to))
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "%.80s: no range of dates; write 2031-05-16, 2031-05, or "
                            "2031-05-01..2031-06-09",
                            options->date);
    if (options->pair && pl_slice_find(pl_slice(options->pair), PL_SLICE(",")) < 0)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "%.80s: no pair; write two actors with a comma between", options->pair);
    for (uint32_t i = 0; options->status && i < PL_N_EVENT_STATUSES; i++)
        if (pl_slice_is(pl_slice(options->status), pl_event_status_names[i])) return PARLEY_OK;
    if (options->status)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "%.80s: no status; it is actual, planned, hypothetical, negated or "
                            "historical",
                            options->status);
    return PARLEY_OK;
}

/* The code of the country of this name, alias or adjective; empty = none. */
static PlSlice country_of(PlArena *arena, const PlTable *countries, PlSlice words)
{
    static const char *const columns[] = {"name", "aliases", "adjectives"};
    for (uint32_t row = 0; row < countries->n_rows; row++)
        for (uint32_t c = 0; c < sizeof columns / sizeof *columns; c++) {
            PlSlice rest = pl_table_cell(countries, row, pl_table_column(countries, columns[c]));
            PlSlice name;
            while (pl_slice_next(&rest, '|', &name))
                if (pl_slice_equal(fold(arena, name), words))
                    return fold(arena,
                                pl_table_cell(countries, row, pl_table_column(countries, "iso3")));
        }
    return (PlSlice){0};
}

static PlWantedActor wanted_actor(PlArena *arena, const PlTable *countries, PlSlice words)
{
    words = fold(arena, pl_slice_trim(words));
    return (PlWantedActor){words, country_of(arena, countries, words)};
}

void pl_event_filter_init(PlEventFilter *filter, PlArena *arena, const PlRecord *record,
                          const ParleyViewOptions *options)
{
    *filter = (PlEventFilter){.arena = arena, .record = record, .options = options};
    if (!options->actor && !options->pair) return;
    PlTable countries = pl_table_load(arena, "countries.tsv");
    if (options->actor) filter->actor = wanted_actor(arena, &countries, pl_slice(options->actor));
    if (!options->pair) return;
    PlSlice first;
    PlSlice second = pl_slice(options->pair);
    pl_slice_next(&second, ',', &first);
    filter->pair[0] = wanted_actor(arena, &countries, first);
    filter->pair[1] = wanted_actor(arena, &countries, second);
}

bool pl_event_filter_takes(const PlEventFilter *filter, const PlHappening *happening,
                           const PlHappeningActor *actors, uint32_t n_actors)
{
    const ParleyViewOptions *o = filter->options;
    PlArena *arena = filter->arena;
    if (o->status && !pl_slice_is(pl_slice(o->status), pl_event_status_names[happening->status]))
        return false;
    if (o->date && !is_in_range(happening->date, pl_slice(o->date))) return false;
    if (o->type && !is_type(arena, happening, fold(arena, pl_slice(o->type)))) return false;
    if (o->place &&
        !is_at(arena, filter->record, happening->place, fold(arena, pl_slice(o->place))))
        return false;
    if (o->actor && !has_actor(arena, actors, n_actors, &filter->actor)) return false;
    return !o->pair || has_pair(arena, actors, n_actors, filter->pair);
}
