/* The places that reports name, each once, with where they are. */
#include <math.h>
#include <stdlib.h>

#include "base/json.h"
#include "view/lists.h"

enum { NAME, COUNTRY, LAT, LON, GEONAMEID, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [NAME] = {"name", "Place", PL_CELL_TEXT, {NULL}},
    [COUNTRY] = {"country", "Country", PL_CELL_TEXT, {NULL}},
    [LAT] = {"lat", "Lat", PL_CELL_NUMBER, {NULL}},
    [LON] = {"lon", "Lon", PL_CELL_NUMBER, {NULL}},
    [GEONAMEID] = {"geonameid", NULL, PL_CELL_NUMBER, {NULL}},
};

typedef struct Spot {
    const PlPlace *place;
    uint32_t n_reports;
    PlEvidence evidence;
} Spot;

typedef struct Spots {
    PlSymbols keys;
    PL_VEC(Spot) spots;
} Spots;

static void note_place(PlArena *arena, Spots *spots, int32_t report, const PlPlace *place)
{
    PlSlice key = pl_arena_format(arena, "%.*s|%.*s|%u", PL_PRI(place->name),
                                  PL_PRI(place->country), (unsigned)place->geonameid);
    int32_t symbol = pl_symbols_intern(arena, &spots->keys, key);
    if ((uint32_t)symbol == spots->spots.n)
        *pl_vec_push(arena, &spots->spots) = (Spot){.place = place};
    pl_evidence_add(arena, &spots->spots.items[symbol].evidence, report, place->span);
}

/* Named in most reports first, then by name. */
static int compare_spots(const void *x, const void *y)
{
    const Spot *a = x;
    const Spot *b = y;
    if (a->n_reports != b->n_reports) return a->n_reports > b->n_reports ? -1 : 1;
    int order = pl_slice_compare(a->place->name, b->place->name);
    if (!order) order = pl_slice_compare(a->place->country, b->place->country);
    return order ? order
                 : (a->place->geonameid > b->place->geonameid) -
                       (a->place->geonameid < b->place->geonameid);
}

void pl_list_places(const PlListing *listing, PlList *list)
{
    Spots spots = {{{0}, NULL, 0}, {0}};
    for (uint32_t r = 0; r < listing->record->n_reports; r++) {
        const PlMentions *mentions = &listing->record->reports[r].mentions;
        for (uint32_t i = 0; i < mentions->places.n; i++)
            note_place(listing->arena, &spots, (int32_t)r, &mentions->places.items[i]);
    }
    *list = (PlList){.what = "places", .columns = columns, .n_columns = N_COLUMNS};
    for (uint32_t i = 0; i < spots.spots.n; i++) {
        Spot *spot = &spots.spots.items[i];
        pl_evidence_sort(&spot->evidence);
        spot->n_reports = pl_evidence_n_reports(&spot->evidence);
    }
    if (spots.spots.n)
        qsort(spots.spots.items, spots.spots.n, sizeof *spots.spots.items, compare_spots);
    for (uint32_t i = 0; i < spots.spots.n; i++) {
        const Spot *spot = &spots.spots.items[i];
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[NAME].text = spot->place->name;
        row->cells[COUNTRY].text = spot->place->country;
        row->cells[LAT].number = spot->place->lat;
        row->cells[LON].number = spot->place->lon;
        row->cells[GEONAMEID].number =
            spot->place->geonameid ? (double)spot->place->geonameid : (double)NAN;
        row->evidence = spot->evidence;
    }
}

/* RFC 7946. A place without coordinates is a feature without geometry: it was named all the same.
 */
static void write_feature(PlJson *json, const PlRecord *record, const PlListRow *row)
{
    const PlCell *cells = row->cells;
    pl_json_object(json);
    pl_json_key(json, "type");
    pl_json_string(json, PL_SLICE("Feature"));
    pl_json_key(json, "geometry");
    if (isnan(cells[LAT].number) || isnan(cells[LON].number)) {
        pl_json_null(json);
    } else {
        pl_json_object(json);
        pl_json_key(json, "type");
        pl_json_string(json, PL_SLICE("Point"));
        pl_json_key(json, "coordinates");
        pl_json_array(json);
        pl_json_number(json, cells[LON].number);
        pl_json_number(json, cells[LAT].number);
        pl_json_end(json);
        pl_json_end(json);
    }
    pl_json_key(json, "properties");
    pl_json_object(json);
    pl_json_key(json, "name");
    pl_json_string(json, cells[NAME].text);
    pl_json_key(json, "country");
    pl_json_string_or_null(json, cells[COUNTRY].text);
    pl_json_key(json, "geonameid");
    pl_json_number(json, cells[GEONAMEID].number);
    pl_json_key(json, "reports");
    pl_json_integer(json, pl_evidence_n_reports(&row->evidence));
    pl_json_key(json, "evidence");
    pl_evidence_write_json(json, record, &row->evidence);
    pl_json_end(json);
    pl_json_end(json);
}

void pl_places_write_geojson(const PlListing *listing, PlBuffer *out)
{
    PlList list;
    PlJson json;
    pl_list_places(listing, &list);
    pl_json_init(&json, out);
    pl_json_object(&json);
    pl_json_key(&json, "type");
    pl_json_string(&json, PL_SLICE("FeatureCollection"));
    pl_json_key(&json, "features");
    pl_json_array(&json);
    for (uint32_t i = 0; i < list.rows.n; i++)
        write_feature(&json, listing->record, &list.rows.items[i]);
    pl_json_end(&json);
    pl_json_end(&json);
    pl_buffer_putc(out, '\n');
}
