#include <math.h>

#include "view/event_table_parts.h"

enum { DAY = 10, DAY_DIGITS = 8 };

/* "Government,Military". */
static PlSlice sectors_of(PlTableWriting *writing, const PlHappeningActor *actor)
{
    PlActorCodeParts parts = pl_actor_code_parts(&writing->codes, actor->code);
    PlSlice joined = {0};
    for (uint32_t i = 0; i < parts.n_types; i++) {
        PlSlice name = pl_actor_type_name(parts.types[i]);
        joined =
            i == 0 ? name
                   : pl_arena_format(writing->row.arena, "%.*s,%.*s", PL_PRI(joined), PL_PRI(name));
    }
    return joined;
}

static void put_actor(PlTableWriting *writing, const PlHappeningActor *actor)
{
    if (!actor) {
        pl_row_empty(&writing->row, 3);
        return;
    }
    PlActorCodeParts parts = pl_actor_code_parts(&writing->codes, actor->code);
    pl_row_text(&writing->row, actor->name);
    pl_row_text(&writing->row, sectors_of(writing, actor));
    pl_row_text(&writing->row, pl_country_name(&writing->codes, parts.country));
}

static PlSlice story_of(const PlTableWriting *writing, int32_t report)
{
    int32_t story = writing->story_of[report];
    return story < 0 ? (PlSlice){0} : writing->record->stories.stories.items[story].id;
}

/* City, district, province, country, latitude, longitude. */
static void put_place(PlTableWriting *writing, const PlTabledEvent *event)
{
    PlTableRow *row = &writing->row;
    const PlPlace *place = event->place;
    bool is_town =
        event->place_actor && place && place->geonameid > 0 && !event->place_actor->is_state;
    pl_row_text(row, is_town ? event->place_actor->name : (PlSlice){0});
    pl_row_empty(row, 2);
    pl_row_text(row, event->place_actor
                         ? pl_country_name(&writing->codes, event->place_actor->country)
                         : (PlSlice){0});
    pl_row_number(row, place ? place->lat : NAN);
    pl_row_number(row, place ? place->lon : NAN);
}

static void put_event(PlTableWriting *writing, const PlTabledEvent *event, const PlTabledPair *pair,
                      uint32_t number)
{
    PlTableRow *row = &writing->row;
    const PlRecord *record = writing->record;
    const PlHappening *happening = event->happening;
    int32_t report = event->mentions[0].report;
    bool is_day = pl_digits_of(row->arena, happening->date, DAY_DIGITS).len > 0;
    PlSlice day = is_day ? (PlSlice){happening->date.ptr, DAY} : (PlSlice){0};
    pl_row_text(row,
                pl_arena_format(row->arena, "%.*s-%u", PL_PRI(happening->id), (unsigned)number));
    pl_row_text(row, day);
    put_actor(writing, pair->source);
    pl_row_text(row, event->as.name);
    pl_row_text(row, event->as.cameo);
    pl_row_number(row, event->as.goldstein);
    put_actor(writing, pair->target);
    pl_row_text(row, story_of(writing, report));
    pl_row_integer(row, pl_record_sentence(record, report, pl_tabled_lead(record, event)->trigger));
    pl_row_text(row, record->reports[report].article.metadata.source);
    put_place(writing, event);
    pl_row_end(row);
}

void pl_write_icews_event(PlTableWriting *writing, const PlTabledEvent *event)
{
    PlTabledPairs pairs;
    pl_tabled_pairs(event, &pairs);
    for (uint32_t i = 0; i < pairs.n; i++)
        put_event(writing, event, &pairs.items[i], i);
}
