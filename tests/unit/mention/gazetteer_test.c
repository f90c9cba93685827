#include "unit/cmocka_all.h"

#include <string.h>

#include "mention/gazetteer.h"

static PlArena arena;
static PlGazetteer gazetteer;

static const PlSubject *subject_of(const char *phrase, uint8_t reading)
{
    PlGazetteerHit hit = pl_gazetteer_find(&gazetteer, pl_slice(phrase));
    if (hit.subject < 0 || !(hit.readings & reading)) return NULL;
    return &gazetteer.subjects.items[hit.subject];
}

static void assert_country(const char *phrase, uint8_t reading, const char *iso3)
{
    const PlSubject *subject = subject_of(phrase, reading);
    if (!subject) fail_msg("'%s' is not known so", phrase);
    if (subject && !pl_slice_is(subject->country, iso3))
        fail_msg("'%s' is %.*s, not %s", phrase, PL_PRI(subject->country), iso3);
}

static void names_of_countries(void **state)
{
    (void)state;
    assert_country("Côte d'Ivoire", PL_READING_NAME, "CIV");
    assert_country("Türkiye", PL_READING_NAME, "TUR");
    assert_country("U.S.", PL_READING_NAME, "USA");
    assert_country("US", PL_READING_ADJECTIVE, "USA");
    assert_null(subject_of("us", PL_READING_NAME));
    assert_country("Kosovar", PL_READING_ADJECTIVE, "XKX");
    assert_country("Filipinos", PL_READING_PEOPLE, "PHL");
    assert_country("Kigali", PL_READING_SEAT, "RWA");
    assert_country("Downing Street", PL_READING_PALACE, "GBR");
    assert_country("Niger", PL_READING_NAME, "NER");
    assert_country("Nigerian", PL_READING_ADJECTIVE, "NGA");
}

static void codes_of_organisations(void **state)
{
    (void)state;
    const PlSubject *subject = subject_of("WTO", PL_READING_NAME);
    assert_non_null(subject);
    assert_true(pl_slice_is(subject->code, "IGOWTO"));
    assert_true(pl_slice_is(subject->name, "World Trade Organization"));
}

/* The curly apostrophe and the line's end do not hide a name. */
static void spelling_of_phrases(void **state)
{
    (void)state;
    assert_country("Côte d\xe2\x80\x99Ivoire", PL_READING_NAME, "CIV");
    assert_country("South\n  Africa", PL_READING_NAME, "ZAF");
}

static void countries_are_whole(void **state)
{
    (void)state;
    uint32_t n_bad = 0;
    PlTable table = pl_table_parse(&arena, pl_data_file("countries.tsv"), &n_bad);
    assert_int_equal(n_bad, 0);
    assert_true(table.n_rows >= 200);
    PlSymbols codes = {0};
    PlSymbols names = {0};
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice iso3 = pl_table_cell(&table, row, 0);
        PlSlice name = pl_table_cell(&table, row, 1);
        assert_int_equal(iso3.len, 3);
        assert_true(name.len > 0);
        assert_int_equal(pl_symbols_intern(&arena, &codes, iso3), row);
        assert_int_equal(pl_symbols_intern(&arena, &names, name), row);
    }
}

static void tables_have_no_bad_rows(void **state)
{
    (void)state;
    static const char *const files[] = {"organisations.tsv", "regions.tsv",     "areas.tsv",
                                        "groups.tsv",        "titles.tsv",      "title-words.tsv",
                                        "sectors.tsv",       "name-heads.tsv",  "sides.tsv",
                                        "not-names.tsv",     "given-names.tsv", "family-names.tsv"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        uint32_t n_bad = 0;
        PlTable table = pl_table_parse(&arena, pl_data_file(files[i]), &n_bad);
        assert_int_equal(n_bad, 0);
        assert_true(table.n_rows > 0);
    }
}

/* Areas and organisations belong to countries that exist. */
static void countries_of_others_exist(void **state)
{
    (void)state;
    PlTable table = pl_table_load(&arena, "areas.tsv");
    uint32_t column = pl_table_column(&table, "country");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice iso3 = pl_table_cell(&table, row, column);
        if (iso3.len && pl_gazetteer_country(&gazetteer, iso3) < 0)
            fail_msg("areas.tsv: no country %.*s", PL_PRI(iso3));
    }
}

static int open_gazetteer(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    memset(&gazetteer, 0, sizeof gazetteer);
    pl_gazetteer_load(&arena, &gazetteer);
    return 0;
}

static int close_gazetteer(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_countries),      cmocka_unit_test(codes_of_organisations),
        cmocka_unit_test(spelling_of_phrases),     cmocka_unit_test(countries_are_whole),
        cmocka_unit_test(tables_have_no_bad_rows), cmocka_unit_test(countries_of_others_exist),
    };
    return cmocka_run_group_tests(tests, open_gazetteer, close_gazetteer);
}
