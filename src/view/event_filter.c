#include "view/event_filter.h"

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

static bool is_actor(PlArena *arena, const PlHappeningActor *actor, PlSlice wanted)
{
    return has_words(fold(arena, actor->name), wanted) ||
           pl_slice_equal(fold(arena, actor->party), wanted) ||
           (wanted.len >= 3 && starts_folded(arena, actor->code, wanted));
}

static bool has_actor(PlArena *arena, const PlHappeningActor *actors, uint32_t n, PlSlice wanted)
{
    for (uint32_t i = 0; i < n; i++)
        if (is_actor(arena, &actors[i], wanted)) return true;
    return false;
}

/* Two different actors: "russia, moscow" is no pair of one. */
static bool has_pair(PlArena *arena, const PlHappeningActor *actors, uint32_t n, PlSlice pair)
{
    PlSlice first;
    PlSlice second = pair;
    pl_slice_next(&second, ',', &first);
    first = pl_slice_trim(first);
    second = pl_slice_trim(second);
    for (uint32_t i = 0; i < n; i++) {
        if (!is_actor(arena, &actors[i], first)) continue;
        for (uint32_t k = 0; k < n; k++)
            if (k != i && is_actor(arena, &actors[k], second)) return true;
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

bool pl_event_filter_takes(PlArena *arena, const PlRecord *record, const ParleyViewOptions *options,
                           const PlHappening *happening, const PlHappeningActor *actors,
                           uint32_t n_actors)
{
    const ParleyViewOptions *o = options;
    if (o->status && !pl_slice_is(pl_slice(o->status), pl_event_status_names[happening->status]))
        return false;
    if (o->date && !is_in_range(happening->date, pl_slice(o->date))) return false;
    if (o->type && !is_type(arena, happening, fold(arena, pl_slice(o->type)))) return false;
    if (o->place && !is_at(arena, record, happening->place, fold(arena, pl_slice(o->place))))
        return false;
    if (o->actor && !has_actor(arena, actors, n_actors, fold(arena, pl_slice(o->actor))))
        return false;
    return !o->pair || has_pair(arena, actors, n_actors, fold(arena, pl_slice(o->pair)));
}
