/* Times of day. Before or after a date they join it: "9 a.m. on Tuesday", "Thursday evening". */
#include "mention/time_scan.h"

#include <math.h>

static bool split_clock(PlSlice text, char separator, int32_t *hour, int32_t *minute)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] != separator)
        at++;
    if (at == 0 || at > 2 || text.len != at + 3) return false;
    int32_t parts[2] = {0};
    for (size_t k = 0; k < text.len; k++) {
        if (k == at) continue;
        if (text.ptr[k] < '0' || text.ptr[k] > '9') return false;
        parts[k > at] = parts[k > at] * 10 + (text.ptr[k] - '0');
    }
    *hour = parts[0];
    *minute = parts[1];
    return *hour < 25 && *minute < 60;
}

static uint32_t read_zone(const PlTimeScan *scan, int64_t i, PlSlice *zone)
{
    uint32_t n;
    bool is_bracketed = pl_piece_is(scan->pieces, i, "(");
    const PlPieceWord *word = pl_time_word(scan, i + is_bracketed, PL_TIME_ZONE, &n);
    if (!word) return 0;
    if (is_bracketed && !pl_piece_is(scan->pieces, i + 2, ")")) return 0;
    int32_t minutes = (int32_t)word->number;
    int32_t size = minutes < 0 ? -minutes : minutes;
    *zone = minutes == 0 ? PL_SLICE("Z")
                         : pl_arena_format(scan->arena, "%c%02d:%02d", minutes < 0 ? '-' : '+',
                                           (int)(size / 60), (int)(size % 60));
    return is_bracketed ? 3 : n;
}

/* "1:35 pm", "9 a.m. EST", "13:35", "1035 GMT", "noon", "10 o'clock". */
static bool read_clock(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    uint32_t n = 1;
    uint32_t n_half = 0;
    int32_t hour = -1;
    int32_t minute = 0;
    bool is_sure = false;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_CLOCK, &n);
    if (word) {
        hour = (int32_t)word->number / 100;
        is_sure = true;
    } else if (piece->kind == PL_PIECE_NUMBER) {
        n = 1;
        int32_t digits = pl_numbers_digits(piece);
        if (split_clock(piece->lower, ':', &hour, &minute)) {
            is_sure = true;
        } else if (!split_clock(piece->lower, '.', &hour, &minute)) {
            bool is_military = piece->lower.len == 4 && digits < 2400 && digits % 100 < 60;
            hour = is_military ? digits / 100 : digits;
            minute = is_military ? digits % 100 : 0;
            if (!is_military && digits > 24) return false;
        }
    } else {
        PlNumber number;
        if (!pl_numbers_read(scan->model->numbers, scan->pieces, i, &number) || !number.is_plain ||
            isnan(number.value) || number.value > 12)
            return false;
        hour = (int32_t)number.value;
        n = number.n_pieces;
    }
    if (hour < 0) return false;
    if (!word) {
        bool is_pm = pl_time_word(scan, (int64_t)i + n, PL_TIME_PM, &n_half) != NULL;
        bool is_am = !is_pm && pl_time_word(scan, (int64_t)i + n, PL_TIME_AM, &n_half) != NULL;
        if (is_pm && hour < 12) hour += 12;
        if (is_am && hour == 12) hour = 0;
        /* "I am" is no time: the abbreviation follows digits. */
        is_sure |= (is_am || is_pm) && piece->kind == PL_PIECE_NUMBER;
        n += is_am || is_pm ? n_half : 0;
        if (pl_piece_is(scan->pieces, (int64_t)i + n, "o'clock")) {
            is_sure = true;
            n++;
        }
    }
    uint32_t n_zone = read_zone(scan, (int64_t)i + n, &read->moment.zone);
    if ((!is_sure && n_zone == 0) || hour > 24) return false;
    read->moment.has_clock = true;
    read->moment.hour = hour;
    read->moment.minute = minute;
    read->n = n + n_zone;
    return true;
}

/* The day after a time of day, " on Tuesday", ", May 3", " Tuesday"; 0 = none. */
static uint32_t read_day_after(const PlTimeScan *scan, uint32_t i, PlMoment *moment)
{
    uint32_t at = i;
    if (pl_piece_is(scan->pieces, at, ",")) at++;
    if (pl_piece_is(scan->pieces, at, "on") || pl_piece_is(scan->pieces, at, "of")) at++;
    PlTimeRead day;
    bool is_day = at < scan->pieces->pieces.n && pl_time_calendar(scan, at, &day) &&
                  (day.moment.grain == PL_GRAIN_DAY || day.moment.grain == PL_GRAIN_WEEKDAY) &&
                  !pl_moment_is_time(&day.moment);
    if (!is_day) return 0;
    moment->grain = day.moment.grain;
    moment->year = day.moment.year;
    moment->part = day.moment.part;
    moment->day = day.moment.day;
    return at - i + day.n;
}

/* Without a day of its own a time of day is of the day spoken of in the sentence, else of the
 * report's. */
static void give_day(const PlTimeScan *scan, PlMoment *moment)
{
    PlMoment day = pl_moment(PL_GRAIN_DAY);
    if (scan->sent_has_day)
        day = pl_moment_of_day(scan->sent_day);
    else if (scan->has_now)
        day = pl_moment_of_day(scan->now);
    moment->grain = day.grain;
    moment->year = day.year;
    moment->part = day.part;
    moment->day = day.day;
}

bool pl_time_clock(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    read->moment = pl_moment(PL_GRAIN_DAY);
    if (!read_clock(scan, i, read)) return false;
    uint32_t n = read_day_after(scan, i + read->n, &read->moment);
    if (n == 0) give_day(scan, &read->moment);
    read->n += n;
    return true;
}

/* "in the morning", "overnight", "the night of May 3", "early-morning". */
bool pl_time_day_part(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    uint32_t ignored;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_PART_WORD, &n);
    bool is_sure = word != NULL;
    if (!word) word = pl_time_word(scan, i, PL_TIME_PART, &n);
    if (!word || pl_slice_ends(pl_piece_at(scan->pieces, i)->lower, "s")) return false;
    const PlPieces *p = scan->pieces;
    read->moment = pl_moment(PL_GRAIN_DAY);
    read->moment.day_part = word->value;
    read->n = n;
    uint32_t n_day =
        pl_piece_is(p, (int64_t)i + n, "of") ? read_day_after(scan, i + n, &read->moment) : 0;
    read->n += n_day;
    if (n_day) return true;
    is_sure |= pl_piece_is(p, (int64_t)i - 1, "the") && pl_piece_is(p, (int64_t)i - 2, "in");
    is_sure |= pl_piece_is_hyphen(p, (int64_t)i - 1) &&
               pl_time_word(scan, (int64_t)i - 2, PL_TIME_EDGE, &ignored);
    is_sure |= pl_piece_is(p, (int64_t)i - 1, "at") && pl_slice_is(word->value, "NI");
    if (is_sure) give_day(scan, &read->moment);
    return is_sure;
}

/* A part of the day or a clock time after a day: "Thursday evening", "today at 9 a.m.". */
void pl_time_join_clock(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    PlMoment *moment = &read->moment;
    bool is_day = moment->grain == PL_GRAIN_DAY || moment->grain == PL_GRAIN_WEEKDAY;
    if (!is_day || pl_moment_is_time(moment)) return;
    uint32_t at = i + read->n;
    uint32_t n;
    if (pl_piece_is(scan->pieces, at, "early") || pl_piece_is(scan->pieces, at, "late")) at++;
    const PlPieceWord *part = pl_time_word(scan, at, PL_TIME_PART, &n);
    if (part && !pl_slice_ends(pl_piece_at(scan->pieces, at)->lower, "s")) {
        moment->day_part = part->value;
        read->n = at + n - i;
        return;
    }
    at = i + read->n;
    if (pl_piece_is(scan->pieces, at, ",")) at++;
    if (pl_piece_is(scan->pieces, at, "at")) at++;
    if (pl_piece_is(scan->pieces, at, "around") || pl_piece_is(scan->pieces, at, "about")) at++;
    PlTimeRead clock = {.moment = *moment};
    if (at < scan->pieces->pieces.n && read_clock(scan, at, &clock)) {
        clock.n += at - i;
        *read = clock;
    }
}
