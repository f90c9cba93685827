#include "reading_desk.h"

#include "mention/places.h"

#include <math.h>

static const PlPlacesModel *places;

static int open_places(void **state)
{
    int failed = desk_open(state);
    places = pl_places_model_load(&desk.model_arena);
    return failed;
}

static void spellings_lead_to_one_row(void **state)
{
    (void)state;
    const PlPlaceRow *rows[2];
    const PlPlaceRow *others[2];
    assert_int_equal(pl_places_lookup(places, PL_SLICE("Zurich"), rows, 2), 1);
    assert_int_equal(pl_places_lookup(places, PL_SLICE("Zürich"), others, 2), 1);
    assert_ptr_equal(rows[0], others[0]);
    assert_slice(rows[0]->country, "CHE");
    assert_true(rows[0]->geonameid == 2657896);
    assert_true(fabs(rows[0]->lat - 47.37) < 0.05 && fabs(rows[0]->lon - 8.55) < 0.05);
    assert_int_equal(pl_places_lookup(places, PL_SLICE("Nowhereville"), rows, 2), 0);
}

static void the_likeliest_reading_comes_first(void **state)
{
    (void)state;
    const PlPlaceRow *rows[16];
    uint32_t n = pl_places_lookup(places, PL_SLICE("Tripoli"), rows, 16);
    assert_true(n >= 2);
    assert_int_equal(rows[0]->kind, PL_PLACE_CAPITAL);
    assert_slice(rows[0]->country, "LBY");
}

static void names_match_as_written(void **state)
{
    (void)state;
    const PlPlaceRow *row = NULL;
    desk_read("They left Addis Ababa for nice hotels in Nice.", "");
    assert_int_equal(pl_places_match(places, &desk.tokens, 2, &row), 2);
    assert_slice(row->country, "ETH");
    assert_int_equal(pl_places_match(places, &desk.tokens, 5, &row), 0);
    assert_int_equal(pl_places_match(places, &desk.tokens, 8, &row), 1);
    assert_slice(row->country, "FRA");
}

static const PlPlace *place_of(const char *words)
{
    for (uint32_t i = 0; i < desk.mentions.places.n; i++) {
        const PlPlace *place = &desk.mentions.places.items[i];
        if (pl_slice_is(pl_slice_of(desk.article.text, place->span), words)) return place;
    }
    return NULL;
}

static void countries_named_decide(void **state)
{
    (void)state;
    desk_read("The army of Lebanon moved in. Soldiers reached Tripoli, Lebanon.", "");
    const PlPlace *place = place_of("Tripoli");
    assert_non_null(place);
    assert_slice(place->country, "LBN");
    desk_read("Soldiers of Libya reached Tripoli.", "");
    place = place_of("Tripoli");
    assert_non_null(place);
    assert_slice(place->country, "LBY");
}

static void countries_have_a_place(void **state)
{
    (void)state;
    desk_read("Talks were held in Norway.", "");
    const PlPlace *place = place_of("Norway");
    assert_non_null(place);
    assert_slice(place->country, "NOR");
    assert_true(place->geonameid == 3144096);
    assert_true(place->lat > 57 && place->lat < 65);
}

static void every_row_is_sound(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    uint32_t n_bad;
    PlTable table = pl_table_parse(&arena, pl_data_file("places.tsv"), &n_bad);
    assert_int_equal(n_bad, 0);
    assert_true(table.n_rows > 5000);
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice country = pl_table_cell(&table, row, pl_table_column(&table, "country"));
        assert_true(country.len == 3);
        assert_true(pl_table_cell(&table, row, pl_table_column(&table, "geonameid")).len > 0);
    }
    pl_arena_clear(&arena);
}

static void assert_near(const PlPlace *place, double lat, double lon)
{
    assert_non_null(place);
    assert_true(fabs(place->lat - lat) < 1 && fabs(place->lon - lon) < 1);
}

static void countries_and_regions_are_on_the_map(void **state)
{
    (void)state;
    desk_read("Delegates from Norway and from western Saskatchewan met in Africa.", "");
    assert_near(place_of("Norway"), 62, 10);
    assert_near(place_of("Africa"), 7, 21);
}

static void a_dateline_in_capitals_is_the_city(void **state)
{
    (void)state;
    desk_read("BUENOS AIRES — Dockers met in LIMA on Monday.", "");
    assert_near(place_of("LIMA"), -12, -77);
}

/* There are many Springfields; the state that the report names tells which. */
static void a_town_is_near_the_state_that_is_named(void **state)
{
    (void)state;
    desk_read("Nurses in Illinois walked out. The strike began in Springfield.", "");
    assert_near(place_of("Springfield"), 39.8, -89.6);
    desk_read("Nurses in Massachusetts walked out. The strike began in Springfield.", "");
    assert_near(place_of("Springfield"), 42.1, -72.6);
}

/* What no gazetteer has is where its town is: called after it, said to be in it, spoken of last. */
static void sites_lie_in_towns(void **state)
{
    (void)state;
    desk_read("Dockers met in Lima. They marched along Huancavelica Street.", "");
    assert_near(place_of("Huancavelica Street"), -12, -77);
    assert_int_equal(place_of("Huancavelica Street")->geonameid, 0);
    desk_read("Dockers met in Lima. They want to march on Santiago Cathedral.", "");
    assert_near(place_of("Santiago Cathedral"), -33.4, -70.6);
    /* No town is spoken of: nobody knows where. */
    desk_read("Dockers marched along Huancavelica Street.", "");
    assert_true(isnan(place_of("Huancavelica Street")->lat));
}

static void provinces_have_a_place(void **state)
{
    (void)state;
    desk_read("Fighting went on in Grand Gedeh on Monday.", "");
    assert_near(place_of("Grand Gedeh"), 5.8, -8.1);
    assert_slice(place_of("Grand Gedeh")->country, "LBR");
}

/* There is a town called so in Michigan. */
static void a_name_of_a_country_is_no_town(void **state)
{
    (void)state;
    desk_read("Fishermen from Holland blocked the port.", "");
    assert_slice(place_of("Holland")->country, "NLD");
    assert_near(place_of("Holland"), 52.5, 5.75);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_lead_to_one_row),
        cmocka_unit_test(the_likeliest_reading_comes_first),
        cmocka_unit_test(names_match_as_written),
        cmocka_unit_test(countries_named_decide),
        cmocka_unit_test(countries_have_a_place),
        cmocka_unit_test(countries_and_regions_are_on_the_map),
        cmocka_unit_test(a_dateline_in_capitals_is_the_city),
        cmocka_unit_test(a_town_is_near_the_state_that_is_named),
        cmocka_unit_test(sites_lie_in_towns),
        cmocka_unit_test(provinces_have_a_place),
        cmocka_unit_test(a_name_of_a_country_is_no_town),
        cmocka_unit_test(every_row_is_sound),
    };
    return cmocka_run_group_tests(tests, open_places, desk_close);
}
