#include <math.h>

#include "view/event_table_parts.h"
#include "view/layout.h"
#include "view/naming.h"

enum { DAY = 10, DAY_DIGITS = 8, N_QUADS = 5 };

static const char *const quad_names[N_QUADS] = {"", "V-COOP", "M-COOP", "V-CONF", "M-CONF"};

/* One field of several values, "; " between, each once. */
typedef struct Field {
    PlArena *arena;
    PL_VEC(PlSlice) values;
} Field;

static void add_value(Field *field, PlSlice value)
{
    if (value.len == 0) return;
    for (uint32_t i = 0; i < field->values.n; i++)
        if (pl_slice_equal(field->values.items[i], value)) return;
    *pl_vec_push(field->arena, &field->values) = value;
}

static PlSlice join(const Field *field)
{
    PlRich joined = {0};
    for (uint32_t i = 0; i < field->values.n; i++) {
        if (i) pl_rich_puts(field->arena, &joined, PL_STYLE_PLAIN, "; ");
        pl_rich_add(field->arena, &joined, PL_STYLE_PLAIN, field->values.items[i]);
    }
    return (PlSlice){joined.bytes, joined.n_bytes};
}

/* What the first report calls the actors of a side. */
static PlSlice raw_names(const PlTableWriting *writing, const PlTabledEvent *event,
                         PlEventSide side)
{
    const PlHappeningMention *lead = &event->mentions[0];
    const PlEvents *events = &writing->record->reports[lead->report].events;
    Field field = {.arena = writing->row.arena};
    uint32_t first;
    uint32_t end;
    pl_tabled_actors(events, lead->event, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        if (actor->side == side)
            add_value(&field, pl_naming_words(writing->record, lead->report, actor->span));
    }
    return join(&field);
}

/* The titles that the first report gives the actors of a side. */
static PlSlice titles_of(const PlTableWriting *writing, const PlTabledEvent *event,
                         PlEventSide side)
{
    const PlRecord *record = writing->record;
    int32_t report = event->mentions[0].report;
    const PlMentions *mentions = &record->reports[report].mentions;
    Field field = {.arena = writing->row.arena};
    for (uint32_t r = 0; r < mentions->roles.n; r++) {
        int32_t actor = pl_naming_actor(record, report, mentions->roles.items[r].entity);
        for (uint32_t i = 0; actor >= 0 && i < event->n_actors; i++)
            if (event->actors[i].side == side && event->actors[i].actor == actor)
                add_value(&field, mentions->roles.items[r].title);
    }
    return join(&field);
}

/* Name, country, COW, primary sector, sectors, title, raw name, Wikipedia. */
static void put_side(PlTableWriting *writing, const PlTabledEvent *event, PlEventSide side)
{
    PlTableRow *row = &writing->row;
    Field names = {.arena = row->arena};
    Field countries = {.arena = row->arena};
    Field sectors = {.arena = row->arena};
    for (uint32_t i = 0; i < event->n_actors; i++) {
        const PlHappeningActor *actor = &event->actors[i];
        if (actor->side != side) continue;
        PlActorCodeParts parts = pl_actor_code_parts(&writing->codes, actor->code);
        add_value(&names, actor->name);
        add_value(&countries, parts.country);
        for (uint32_t t = 0; t < parts.n_types; t++)
            add_value(&sectors, parts.types[t]);
    }
    pl_row_text(row, join(&names));
    pl_row_text(row, join(&countries));
    pl_row_empty(row, 1);
    pl_row_text(row, sectors.values.n ? sectors.values.items[0] : (PlSlice){0});
    pl_row_text(row, join(&sectors));
    pl_row_text(row, titles_of(writing, event, side));
    pl_row_text(row, raw_names(writing, event, side));
    pl_row_empty(row, 1);
}

/* Name, city, district, province, country, latitude, longitude, GeoNames, raw name, feature. */
static void put_place(PlTableWriting *writing, const PlTabledEvent *event)
{
    PlTableRow *row = &writing->row;
    const PlPlace *place = event->place;
    PlSlice name = event->place_actor ? event->place_actor->name : (PlSlice){0};
    bool is_town =
        event->place_actor && place && place->geonameid > 0 && !event->place_actor->is_state;
    pl_row_text(row, name);
    pl_row_text(row, is_town ? name : (PlSlice){0});
    pl_row_empty(row, 2);
    pl_row_text(row, event->place_actor ? event->place_actor->country : (PlSlice){0});
    pl_row_number(row, place ? place->lat : NAN);
    pl_row_number(row, place ? place->lon : NAN);
    if (place && place->geonameid)
        pl_row_integer(row, place->geonameid);
    else
        pl_row_empty(row, 1);
    pl_row_text(row, place ? place->name : (PlSlice){0});
    pl_row_empty(row, 1);
}

/* Those named in a report, put together once. */
static PlSlice names_in(const PlTableWriting *writing, int32_t report, PlEntityType type)
{
    PlSlice *known = &writing->names[(size_t)report * PL_N_ENTITY_TYPES + type];
    if (known->ptr) return *known;
    const PlMentions *mentions = &writing->record->reports[report].mentions;
    PlSymbols seen = {0};
    PlRich joined = {0};
    PlArena *arena = writing->row.arena;
    for (uint32_t e = 0; e < mentions->entities.n; e++) {
        if (mentions->entities.items[e].type != type || !mentions->entities.items[e].is_named)
            continue;
        PlSlice name = pl_naming_entity(writing->record, report, (int32_t)e);
        if (name.len == 0 || pl_symbols_find(&seen, name) != PL_NO_SYMBOL) continue;
        if (joined.n_bytes) pl_rich_puts(arena, &joined, PL_STYLE_PLAIN, "; ");
        pl_rich_add(arena, &joined, PL_STYLE_PLAIN, name);
        pl_symbols_intern(arena, &seen, name);
    }
    *known = joined.n_bytes ? (PlSlice){joined.bytes, joined.n_bytes} : PL_SLICE("");
    return *known;
}

void pl_write_polecat_event(PlTableWriting *writing, const PlTabledEvent *event)
{
    PlTableRow *row = &writing->row;
    const PlHappening *happening = event->happening;
    int32_t report = event->mentions[0].report;
    const PlArticle *article = &writing->record->reports[report].article;
    bool is_day = pl_digits_of(row->arena, happening->date, DAY_DIGITS).len > 0;
    PlSlice day = is_day ? (PlSlice){happening->date.ptr, DAY} : (PlSlice){0};
    pl_row_text(row, happening->id);
    pl_row_text(row, day);
    pl_row_text(row, event->as.plover);
    pl_row_text(row, event->as.mode);
    pl_row_number(row, event->as.goldstein);
    pl_row_text(row, pl_slice(quad_names[event->as.quad < N_QUADS ? event->as.quad : 0]));
    pl_row_empty(row, 1); /* contexts */
    put_side(writing, event, PL_EVENT_SOURCE);
    put_side(writing, event, PL_EVENT_TARGET);
    put_place(writing, event);
    pl_row_text(row, article->metadata.source);
    pl_row_text(row, article->metadata.published);
    pl_row_text(row, names_in(writing, report, PL_ENTITY_PER));
    pl_row_text(row, names_in(writing, report, PL_ENTITY_ORG));
    pl_row_text(row, names_in(writing, report, PL_ENTITY_LOC));
    pl_row_text(row, article->language);
    pl_row_text(row, PL_SLICE("Parley " PARLEY_VERSION));
    pl_row_end(row);
}
