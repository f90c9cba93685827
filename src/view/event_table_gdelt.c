#include <math.h>
#include <stdlib.h>

#include "view/event_table_parts.h"

enum {
    DAY_DIGITS = 8,
    MONTH_DIGITS = 6,
    YEAR_DIGITS = 4,
    SECOND_DIGITS = 14,
    GEO_COLUMNS = 8,
    ID_DIGITS = 10, /* of the event's id; the pair of parties takes the place of the rest */
    HEX = 16,
    MOST_PAIRS = 256,
    GEO_COUNTRY = 1,
    GEO_US_CITY = 3,
    GEO_WORLD_CITY = 4,
    FROM_WEB = 1,
    BY_CITATION = 2,
    NOT_NAMED = -1 /* GDELT's offset of an actor that the mention does not name */
};

/* Ten digits of the event's id and two of the pair's number, read as one number. */
static int64_t row_id(const PlHappening *happening, uint32_t pair)
{
    char digits[ID_DIGITS + 1] = "";
    for (size_t i = 0; i < ID_DIGITS && i < happening->id.len; i++)
        digits[i] = happening->id.ptr[i];
    return (int64_t)strtoull(digits, NULL, HEX) * MOST_PAIRS + pair;
}

/* 20310516103500; a day is its first second. Empty = unknown. */
static PlSlice time_stamp(PlArena *arena, PlSlice published)
{
    PlSlice stamp = pl_digits_of(arena, published, SECOND_DIGITS);
    if (stamp.len) return stamp;
    PlSlice day = pl_digits_of(arena, published, DAY_DIGITS);
    return day.len ? pl_arena_format(arena, "%.*s000000", PL_PRI(day)) : day;
}

static void put_dates(PlTableRow *row, PlSlice date)
{
    PlSlice day = pl_digits_of(row->arena, date, DAY_DIGITS);
    pl_row_text(row, day);
    pl_row_text(row, pl_digits_of(row->arena, date, MONTH_DIGITS));
    pl_row_text(row, pl_digits_of(row->arena, date, YEAR_DIGITS));
    if (day.len == 0) {
        pl_row_empty(row, 1);
        return;
    }
    long number = strtol(pl_arena_copy(row->arena, day).ptr, NULL, 10);
    /* The codebook's fraction: (month * 30 + day) / 365. */
    long year = number / 10000;
    double fraction = (double)(number / 100 % 100 * 30 + number % 100) / 365;
    pl_row_text(row, pl_arena_format(row->arena, "%.4f", (double)year + fraction));
}

/* Code, name, country, group, ethnic, two religions, three types. */
static void put_actor(PlTableWriting *writing, const PlHappeningActor *actor)
{
    enum { ACTOR_COLUMNS = 10 };
    PlTableRow *row = &writing->row;
    if (!actor) {
        pl_row_empty(row, ACTOR_COLUMNS);
        return;
    }
    PlActorCodeParts parts = pl_actor_code_parts(&writing->codes, actor->code);
    pl_row_text(row, actor->code);
    pl_row_text(row, actor->name);
    pl_row_text(row, parts.country);
    pl_row_text(row, parts.group);
    pl_row_empty(row, 1);
    for (uint32_t i = 0; i < PL_MOST_RELIGIONS; i++)
        pl_row_text(row, parts.religions[i]);
    for (uint32_t i = 0; i < PL_MOST_ACTOR_TYPES; i++)
        pl_row_text(row, parts.types[i]);
}

/* The lead paragraph tells of it in one report at least. */
static bool is_root(const PlRecord *record, const PlTabledEvent *event)
{
    for (uint32_t i = 0; i < event->n_mentions; i++) {
        const PlHappeningMention *mention = &event->mentions[i];
        const PlAnnotation *report = &record->reports[mention->report];
        if (mention->event < 0) continue;
        PlSpan trigger = report->events.events.items[mention->event].trigger;
        uint32_t b = 0;
        while (b < report->article.blocks.n &&
               report->article.blocks.items[b].kind != PL_BLOCK_PARAGRAPH)
            b++;
        if (b < report->article.blocks.n &&
            pl_span_within(trigger, report->article.blocks.items[b].span))
            return true;
    }
    return false;
}

static PlSlice first_of(PlSlice text, size_t n)
{
    return (PlSlice){text.ptr, text.len < n ? text.len : n};
}

/* Type, full name, country (FIPS), two divisions, latitude, longitude, feature. */
static void put_place(PlTableWriting *writing, const PlTabledEvent *event)
{
    PlTableRow *row = &writing->row;
    const PlActor *actor = event->place_actor;
    const PlPlace *place = event->place;
    if (!actor) {
        pl_row_empty(row, GEO_COLUMNS);
        return;
    }
    bool is_town = place && place->geonameid > 0 && !actor->is_state;
    if (actor->is_state)
        pl_row_integer(row, GEO_COUNTRY);
    else if (is_town)
        pl_row_integer(row, pl_slice_is(place->country, "USA") ? GEO_US_CITY : GEO_WORLD_CITY);
    else
        pl_row_empty(row, 1);
    PlSlice country = pl_country_name(&writing->codes, actor->country);
    bool has_country = country.len && !actor->is_state;
    pl_row_text(row, has_country ? pl_arena_format(row->arena, "%.*s, %.*s", PL_PRI(actor->name),
                                                   PL_PRI(country))
                                 : actor->name);
    pl_row_empty(row, 3);
    pl_row_number(row, place ? place->lat : NAN);
    pl_row_number(row, place ? place->lon : NAN);
    pl_row_empty(row, 1);
}

static void put_event(PlTableWriting *writing, const PlTabledEvent *event, const PlTabledPair *pair,
                      uint32_t number)
{
    PlTableRow *row = &writing->row;
    const PlRecord *record = writing->record;
    const PlHappening *happening = event->happening;
    const PlMetadata *lead = &record->reports[event->mentions[0].report].article.metadata;
    pl_row_integer(row, row_id(happening, number));
    put_dates(row, happening->date);
    put_actor(writing, pair->source);
    put_actor(writing, pair->target);
    pl_row_integer(row, is_root(record, event));
    pl_row_text(row, event->as.cameo);
    pl_row_text(row, first_of(event->as.cameo, 3));
    pl_row_text(row, first_of(event->as.cameo, 2));
    if (event->as.quad)
        pl_row_integer(row, event->as.quad);
    else
        pl_row_empty(row, 1);
    pl_row_number(row, event->as.goldstein);
    pl_row_integer(row, happening->n_mentions);
    pl_row_integer(row, happening->n_publishers);
    pl_row_integer(row, happening->n_reports);
    pl_row_empty(row, 1);               /* tone */
    pl_row_empty(row, 2 * GEO_COLUMNS); /* where the actors are */
    put_place(writing, event);
    pl_row_text(row, time_stamp(row->arena, lead->published));
    pl_row_text(row, lead->url);
    pl_row_end(row);
}

void pl_write_gdelt_event(PlTableWriting *writing, const PlTabledEvent *event)
{
    PlTabledPairs pairs;
    pl_tabled_pairs(event, &pairs);
    for (uint32_t i = 0; i < pairs.n; i++)
        put_event(writing, event, &pairs.items[i], i);
}

/* ---- mentions ---- */

/* Where the report names the actor in this event. */
static void put_offset(PlTableWriting *writing, const PlHappeningMention *mention,
                       const PlHappeningActor *actor)
{
    const PlAnnotation *report = &writing->record->reports[mention->report];
    const PlEvents *events = &report->events;
    uint32_t first = 0;
    uint32_t end = 0;
    if (actor) pl_tabled_actors(events, mention->event, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        const PlEventActor *said = &events->actors.items[i];
        if (pl_span_empty(said->span)) continue;
        int32_t linked =
            said->entity < 0 ? -1 : writing->record->actors.actor_of[mention->report][said->entity];
        if (linked != actor->actor) continue;
        pl_row_integer(&writing->row,
                       pl_tabled_characters(writing, mention->report, said->span.start_byte));
        return;
    }
    pl_row_integer(&writing->row, NOT_NAMED);
}

static void put_mention(PlTableWriting *writing, const PlTabledEvent *event,
                        const PlHappeningMention *mention, const PlTabledPair *pair,
                        uint32_t number)
{
    PlTableRow *row = &writing->row;
    const PlRecord *record = writing->record;
    const PlArticle *lead = &record->reports[event->mentions[0].report].article;
    const PlArticle *article = &record->reports[mention->report].article;
    const PlMetadata *about = &article->metadata;
    PlSpan trigger = record->reports[mention->report].events.events.items[mention->event].trigger;
    pl_row_integer(row, row_id(event->happening, number));
    pl_row_text(row, time_stamp(row->arena, lead->metadata.published));
    pl_row_text(row, time_stamp(row->arena, about->published));
    pl_row_integer(row, about->url.len ? FROM_WEB : BY_CITATION);
    pl_row_text(row, about->source);
    pl_row_text(row, about->url.len ? about->url : about->id);
    pl_row_integer(row, pl_record_sentence(record, mention->report, trigger));
    put_offset(writing, mention, pair->source);
    put_offset(writing, mention, pair->target);
    pl_row_integer(row, pl_tabled_characters(writing, mention->report, trigger.start_byte));
    pl_row_integer(row, 1); /* in the raw text: nothing is rewritten before it is coded */
    pl_row_empty(row, 1);   /* confidence */
    pl_row_integer(row,
                   pl_tabled_characters(writing, mention->report, (uint32_t)article->text.len));
    pl_row_empty(row, 3); /* tone, translation, extras */
    pl_row_end(row);
}

void pl_write_gdelt_mentions(PlTableWriting *writing, const PlTabledEvent *event)
{
    PlTabledPairs pairs;
    pl_tabled_pairs(event, &pairs);
    for (uint32_t i = 0; i < pairs.n; i++)
        for (uint32_t m = 0; m < event->n_mentions; m++)
            if (event->mentions[m].event >= 0)
                put_mention(writing, event, &event->mentions[m], &pairs.items[i], i);
}
