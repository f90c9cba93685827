/* Actors with dates: the form of their tables, and what they make of a report. */
#include "mention_asserts.h"

#include "base/data.h"
#include "mention/known_people.h"
#include "mention/people_index.h"

typedef struct Told {
    char lines[2048];
    uint32_t n;
} Told;

static void tell(void *context, ParleyNoticeKind kind, const char *line)
{
    (void)kind;
    Told *told = context;
    size_t len = strlen(told->lines);
    snprintf(told->lines + len, sizeof told->lines - len, "%s\n", line);
    told->n++;
}

static PlKnownActors known;
static Told told;

static ParleyStatus add(const char *text, ParleyError *error)
{
    uint32_t n_refused = 0;
    known = (PlKnownActors){0};
    told = (Told){{0}, 0};
    pl_arena_reset(&desk.arena);
    ParleyStatus status =
        pl_known_actors_add(&desk.arena, &known, &desk.mention_model->actor_codes, "mine.tsv",
                            pl_slice(text), PL_KNOWN_USERS, tell, &told, &n_refused, error);
    assert_int_equal(status ? 0 : n_refused, told.n);
    return status;
}

#define HEADER "name\taliases\ttype\tcode\tfrom\tto\n"

static void assert_refused(const char *line, const char *message)
{
    char text[512];
    snprintf(text, sizeof text, HEADER "Ama Boateng\t\tPER\tGHAGOV\t2020-05\t2021\n%s\n", line);
    assert_int_equal(add(text, NULL), PARLEY_OK);
    assert_string_equal(told.lines, message);
    /* the other line is used */
    assert_int_equal(known.terms.n, 1);
}

static void bad_lines_are_refused_with_their_reason(void **state)
{
    (void)state;
    assert_refused("Kofi Ansah\t\tPERSON\tGHAGOV",
                   "mine.tsv, line 3: \"PERSON\" is no type; it is PER, ORG, LOC or NORP; the line "
                   "is not used\n");
    assert_refused(
        "Kofi Ansah\t\tPER\tGHAXYZ",
        "mine.tsv, line 3: \"XYZ\" is no country, region or role; the line is not used\n");
    assert_refused(
        "Kofi Ansah\t\tPER\tGOVGHA",
        "mine.tsv, line 3: \"GHA\" is a country or region, which only begins a code; the "
        "line is not used\n");
    assert_refused("Kofi Ansah\t\tPER\tgovernment",
                   "mine.tsv, line 3: \"government\" is no run of groups of three letters, as in "
                   "KENGOV; the line is not used\n");
    assert_refused(
        "Kofi Ansah\t\tPER\tGHAGOV\t2021-02-30",
        "mine.tsv, line 3: \"2021-02-30\" is no date, as in 2021, 2021-05 or 2021-05-16; "
        "the line is not used\n");
    assert_refused("Kofi Ansah\t\tPER\tGHAGOV\t2021\t2020",
                   "mine.tsv, line 3: \"2020\" is before the day from which it counts; the line is "
                   "not used\n");
    assert_refused("Ama Boateng\t\tPER\tGHAOPP\t2021-12-31",
                   "mine.tsv, line 3: \"Ama Boateng\" has dates that overlap those of line 2; the "
                   "line is not used\n");
    assert_refused(
        "Kofi Ansah\t\tPER\tGHAGOV\t\t\tand more",
        "mine.tsv, line 3: \"Kofi Ansah  PER GHAGOV   and more\" has more cells than the "
        "header; the line is not used\n");
    assert_refused("\t\tPER\tGHAGOV",
                   "mine.tsv, line 3: \"GHAGOV\" has no name beside it; the line is not used\n");
    assert_refused("Kofi \xff\xfe\t\tPER\tGHAGOV",
                   "mine.tsv, line 3: \"Kofi \xef\xbf\xbd\xef\xbf\xbd  PER GHAGOV\" is not UTF-8; "
                   "the line is not "
                   "used\n");
}

static void dates_next_to_each_other_do_not_overlap(void **state)
{
    (void)state;
    assert_int_equal(add(HEADER "Ama Boateng\t\tPER\tGHAOPP\t2022\n"
                                "Ama Boateng\t\tPER\tGHAGOV\t2020-05\t2021-12\n"
                                "Ama Boateng\t\tORG\tGHABUS\t2020\t2023\n",
                         NULL),
                     PARLEY_OK);
    assert_string_equal(told.lines, "");
    assert_int_equal(known.actors.n, 2);
}

static void the_header_is_a_must(void **state)
{
    (void)state;
    ParleyError error;
    assert_int_equal(add("name\ttype\n", &error), PARLEY_BAD_INPUT);
    assert_non_null(strstr(error.message, "line 1: \"code\" is missing; the first line names"));
    assert_int_equal(add("name\ttype\tcode\tcolour\n", &error), PARLEY_BAD_INPUT);
    assert_non_null(strstr(error.message, "\"colour\" is no column"));
    assert_int_equal(add("name\tname\ttype\tcode\n", &error), PARLEY_BAD_INPUT);
    assert_non_null(strstr(error.message, "\"name\" is there twice"));
    assert_int_equal(add("# nothing\n", &error), PARLEY_BAD_INPUT);
}

static PlSlice code_on(const char *name, const char *day)
{
    PlNameForm form = pl_name_form_make(&desk.arena, pl_slice(name));
    int32_t actor = pl_known_actors_person(&desk.arena, &known, &form, pl_table_day(pl_slice(day)));
    PlSlice code = {0};
    PlSlice country;
    if (actor >= 0)
        pl_known_actors_code(&desk.arena, &known, actor, pl_table_day(pl_slice(day)), &code,
                             &country);
    return code;
}

static void codes_depend_on_the_day(void **state)
{
    (void)state;
    add(HEADER "Ama Boateng\tA. K. Boateng\tPER\tGHAGOV\t2020-05\t2021-12\n"
               "Ama Boateng\t\tPER\tGHALEG\t2023\n"
               "Yaw Boateng\t\tPER\tGHAMIL\t2010\t2012\n"
               "Efua Sarpong\tMama Efua|Efua\tPER\tGHALAB\t2015\t2016\n",
        NULL);
    assert_slice(code_on("Ama Boateng", "2020-05-01"), "GHAGOV");
    assert_slice(code_on("Ama Boateng", "2020-04-30"), "GHA");
    assert_slice(code_on("Ama Boateng", "2022-06-01"), "GHAELI");
    assert_slice(code_on("Ama Boateng", "2030-06-01"), "GHALEG");
    /* without a date: when she governed */
    assert_slice(code_on("Ama Boateng", ""), "GHAGOV");
    assert_slice(code_on("Kojo Boateng", "2020-05-01"), "");
    /* a surname alone: whoever of the two is in office, nobody when none is */
    assert_slice(code_on("Boateng", "2021-01-01"), "GHAGOV");
    assert_slice(code_on("Boateng", "2011-01-01"), "GHAMIL");
    assert_slice(code_on("Boateng", "2013-01-01"), "");
    assert_slice(code_on("Efua", "2015-03-01"), "GHALAB");
    assert_slice(code_on("Mama Efua", "2017-03-01"), "GHAELI");
}

/* One person by two names, or two of one surname in one cabinet: what both are is said. */
static void of_several_in_one_office_any(void **state)
{
    (void)state;
    add(HEADER "Kwame Mensah\t\tPER\tGHAGOV\t2010\n"
               "Joseph Mensah\tJoseph Kwame Mensah\tPER\tGHAGOV\t2012\n"
               "Kwame Owusu\t\tPER\tGHAGOV\t2010\n"
               "Kofi Kwame Owusu\t\tPER\tGHAOPP\t2010\n",
        NULL);
    assert_slice(code_on("Kwame Mensah", "2015-01-01"), "GHAGOV");
    assert_slice(code_on("Mensah", "2015-01-01"), "GHAGOV");
    assert_slice(code_on("Kwame Owusu", "2015-01-01"), "GHAGOV");
    assert_slice(code_on("Kofi Owusu", "2015-01-01"), "GHAOPP");
}

static void assert_clean(PlKnownActors *table, const char *name)
{
    uint32_t n_refused = 0;
    told = (Told){{0}, 0};
    assert_int_equal(pl_known_actors_add(&desk.arena, table, &desk.mention_model->actor_codes, name,
                                         pl_data_file(name), PL_KNOWN_USERS, tell, &told,
                                         &n_refused, NULL),
                     PARLEY_OK);
    if (n_refused) fail_msg("%s", told.lines);
    assert_true(table->actors.n > 0);
}

static void our_own_tables_are_clean(void **state)
{
    (void)state;
    for (const PlKnownTable *ours = pl_known_tables; ours->name; ours++) {
        PlKnownActors table = {0};
        pl_arena_reset(&desk.arena);
        assert_clean(&table, ours->name);
    }
    /* A person of two tables would be one with two careers. */
    PlKnownActors people = {0};
    pl_arena_reset(&desk.arena);
    for (uint32_t i = 0; pl_people_tables[i]; i++) {
        PlKnownActors listed = {0};
        bool is_list = !pl_slice_starts(pl_slice(pl_people_tables[i]), "officials/");
        assert_clean(is_list ? &listed : &people, pl_people_tables[i]);
    }
}

static bool find_ours(const char *name, const char *day, PlKnownPerson *person)
{
    pl_arena_reset(&desk.arena);
    PlNameForm form = pl_name_form_make(&desk.arena, pl_slice(name));
    return pl_known_person_find(&desk.arena, desk.mention_model, &form, pl_table_day(pl_slice(day)),
                                person);
}

/* Of our own tens of thousands a surname alone is whom a table calls so. */
static void surnames_of_our_own_people(void **state)
{
    (void)state;
    PlKnownPerson person;
    assert_true(find_ours("Merkel", "2015-01-01", &person));
    assert_slice(person.code, "DEUGOV");
    assert_true(person.is_famous);
    assert_false(find_ours("Merkel", "2024-01-01", &person));
    assert_true(find_ours("Angela Merkel", "2024-01-01", &person));
    assert_slice(person.code, "DEUELI");
    assert_false(find_ours("Laura", "2015-01-01", &person));
    assert_false(find_ours("Nobody Inparticular", "2015-01-01", &person));
}

/* The index that the build made finds everybody by every name. */
static void index_has_all_names(void **state)
{
    (void)state;
    for (uint32_t i = 0; pl_people_tables[i]; i++) {
        PlSlice rows = pl_table_rows(pl_people_tables[i]);
        PlSlice row;
        for (uint32_t n = 0; pl_table_next_row(&rows, &row); n++) {
            PlSlice name;
            if (n % 7) continue; /* some of tens of thousands */
            pl_slice_next(&row, '\t', &name);
            pl_arena_reset(&desk.arena);
            PlNameForm form = pl_name_form_make(&desk.arena, name);
            if (form.n_words < 2) continue;
            if (!pl_known_person_is_name(&desk.arena, desk.mention_model, &form))
                fail_msg("%s: %.*s is not found", pl_people_tables[i], PL_PRI(name));
        }
    }
}

static void office_holders_in_reports(void **state)
{
    (void)state;
    const char *text = "Jacques Chirac spoke of the treaty.";
    desk_read(text, "1999-03-02");
    assert_code("Jacques Chirac", "FRAGOV");
    desk_read(text, "2009-03-02");
    assert_code("Jacques Chirac", "FRAELI");
    /* What the report says goes before the table. */
    desk_read("Kenyan minister Jacques Chirac spoke.", "1999-03-02");
    assert_slice(entity_at(entity_of("Jacques Chirac", 0))->country, "KEN");
    desk_read("The former French president, Jacques Chirac, spoke.", "1999-03-02");
    assert_code("Jacques Chirac", "FRAELI");
}

/* Party leaders have no dates in their table; a country spoken of tells them from namesakes. */
static void undated_people_need_their_country(void **state)
{
    (void)state;
    desk_read("Zvonko Jurisic signed the lease.", "2014-05-05");
    assert_code("Zvonko Jurisic", "");
    desk_read("Zvonko Jurisic spoke. Bosnia and Herzegovina is divided.", "2014-05-05");
    assert_code("Zvonko Jurisic", "BIHPTY");
    /* Whom few know, in a report about other states, is a namesake; the famous are themselves. */
    desk_read("Miguel Vargas signed the lease.", "2014-05-05");
    assert_code("Miguel Vargas", "DOMPTY");
    desk_read("Miguel Vargas signed the lease. Norway was glad.", "2014-05-05");
    assert_code("Miguel Vargas", "");
    desk_read("Angela Merkel signed the lease. Norway was glad.", "2014-05-05");
    assert_code("Angela Merkel", "DEUGOV");
}

static void armed_groups_that_came_to_power(void **state)
{
    (void)state;
    desk_read("UNITA signed.", "1991-05-31");
    assert_code("UNITA", "AGOREB");
    desk_read("UNITA signed.", "2008-05-31");
    assert_code("UNITA", "AGOPTY");
}

/* The desk's model is shared; these read with one of their own. */
static void users_actors_in_reports(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlMentionModel *mine = pl_mention_model_load(&arena);
    const PlMentionModel *shared = desk.mention_model;
    uint32_t n_refused = 0;
    told = (Told){{0}, 0};
    assert_int_equal(pl_mention_model_add_actors(&arena, mine, "mine.tsv",
                                                 pl_slice(HEADER "Volta Dockers\tVDU\tORG\tGHALAB\n"
                                                                 "Jacques Chirac\t\tPER\tGHABUS\n"
                                                                 "Hamas\t\tORG\tPSEPTY\t2030\n"
                                                                 "Ghana\t\tORG\tFRAGOV\n"),
                                                 tell, &told, &n_refused, NULL),
                     PARLEY_OK);
    assert_string_equal(
        told.lines, "mine.tsv, line 5: \"Ghana\" or one of its aliases is a country, whose code "
                    "stays; the line is not used\n");
    assert_int_equal(n_refused, 1);
    desk.mention_model = mine;
    desk_read("The VDU met Jacques Chirac in Accra. Ghana and Hamas did not.", "2031-01-01");
    assert_code("VDU", "GHALAB");
    assert_code("Jacques Chirac", "GHABUS");
    assert_code("Ghana", "GHA");
    assert_code("Hamas", "PSEPTY");
    desk.mention_model = shared;
    pl_arena_clear(&arena);
    desk_read("Hamas and Jacques Chirac did not.", "2031-01-01");
    assert_code("Jacques Chirac", "FRAELI");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_lines_are_refused_with_their_reason),
        cmocka_unit_test(dates_next_to_each_other_do_not_overlap),
        cmocka_unit_test(the_header_is_a_must),
        cmocka_unit_test(codes_depend_on_the_day),
        cmocka_unit_test(of_several_in_one_office_any),
        cmocka_unit_test(our_own_tables_are_clean),
        cmocka_unit_test(surnames_of_our_own_people),
        cmocka_unit_test(index_has_all_names),
        cmocka_unit_test(office_holders_in_reports),
        cmocka_unit_test(undated_people_need_their_country),
        cmocka_unit_test(armed_groups_that_came_to_power),
        cmocka_unit_test(users_actors_in_reports),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
