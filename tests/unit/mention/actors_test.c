#include "unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "mention/actors.h"

enum { MAX_REPORTS = 8 };

static PlArena arena;
static PlMentions reports[MAX_REPORTS];
static const PlMentions *pointers[MAX_REPORTS];
static uint32_t n_reports;

static void add(uint32_t report, const char *name, PlEntityType type, const char *country)
{
    PlEntity *entity = pl_vec_push(&arena, &reports[report].entities);
    *entity = (PlEntity){.name = pl_slice(name),
                         .type = type,
                         .country = pl_slice(country),
                         .is_named = 1,
                         .is_state = type == PL_ENTITY_LOC && country[0] != '\0'};
    if (report + 1 > n_reports) n_reports = report + 1;
}

static PlActors link_all(void)
{
    PlActors actors;
    for (uint32_t i = 0; i < MAX_REPORTS; i++)
        pointers[i] = &reports[i];
    pl_actors_link(&arena, NULL, pointers, NULL, n_reports, &actors);
    return actors;
}

static void assert_names(const PlActors *actors, const char *expected)
{
    char got[512] = "";
    size_t n = 0;
    for (uint32_t i = 0; i < actors->actors.n; i++)
        n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s", i ? "; " : "",
                              PL_PRI(actors->actors.items[i].name));
    assert_string_equal(got, expected);
}

static void spellings_are_one(void **state)
{
    (void)state;
    add(0, "Oleksiy Hrytsenko", PL_ENTITY_PER, "");
    add(1, "Oleksii Hrytsenko", PL_ENTITY_PER, "");
    add(2, "Oleksii Hrytsenko", PL_ENTITY_PER, "");
    add(3, "Hrytsenko", PL_ENTITY_PER, "");
    PlActors actors = link_all();
    assert_names(&actors, "Oleksii Hrytsenko");
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(actors.actor_of[i][0], 0);
}

static void namesakes_are_two(void **state)
{
    (void)state;
    add(0, "Karin Holt", PL_ENTITY_PER, "");
    add(1, "Simon Holt", PL_ENTITY_PER, "");
    add(2, "Holt", PL_ENTITY_PER, "");
    PlActors actors = link_all();
    /* The bare surname can be either, so it is neither. */
    assert_names(&actors, "Holt; Karin Holt; Simon Holt");
}

static void a_surname_alone_is_whom_reports_mostly_name(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 5; i++)
        add(i, "Karin Holt", PL_ENTITY_PER, "NOR");
    add(5, "Simon Holt", PL_ENTITY_PER, "NOR");
    add(6, "Holt", PL_ENTITY_PER, "NOR");
    PlActors actors = link_all();
    assert_names(&actors, "Karin Holt; Simon Holt");
    assert_int_equal(actors.actor_of[6][0], actors.actor_of[0][0]);
}

static void unless_it_is_of_another_country(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 5; i++)
        add(i, "Karin Holt", PL_ENTITY_PER, "NOR");
    add(5, "Simon Holt", PL_ENTITY_PER, "KEN");
    add(6, "Holt", PL_ENTITY_PER, "KEN");
    PlActors actors = link_all();
    assert_names(&actors, "Holt; Karin Holt; Simon Holt");
}

static void a_person_is_called_by_the_full_name(void **state)
{
    (void)state;
    add(0, "Holt", PL_ENTITY_PER, "");
    add(1, "Holt", PL_ENTITY_PER, "");
    add(2, "Karin Holt", PL_ENTITY_PER, "");
    PlActors actors = link_all();
    assert_names(&actors, "Karin Holt");
}

static void one_that_disagrees_keeps_a_name_out(void **state)
{
    (void)state;
    add(0, "John A. Fairchild", PL_ENTITY_PER, "");
    add(1, "John B. Fairchild", PL_ENTITY_PER, "");
    add(2, "John Fairchild", PL_ENTITY_PER, "");
    PlActors actors = link_all();
    assert_int_equal(actors.actors.n, 2);
    assert_int_not_equal(actors.actor_of[0][0], actors.actor_of[1][0]);
}

static void a_slip_of_one_report_keeps_nobody_apart(void **state)
{
    (void)state;
    add(0, "State John Fairchild", PL_ENTITY_PER, "");
    add(1, "John A. Fairchild", PL_ENTITY_PER, "");
    add(2, "John A. Fairchild", PL_ENTITY_PER, "");
    add(3, "John Fairchild", PL_ENTITY_PER, "");
    add(4, "John Fairchild", PL_ENTITY_PER, "");
    PlActors actors = link_all();
    assert_int_equal(actors.actor_of[1][0], actors.actor_of[3][0]);
}

static void states_link_by_country(void **state)
{
    (void)state;
    add(0, "Peru", PL_ENTITY_LOC, "PER");
    add(1, "Peru", PL_ENTITY_LOC, "PER");
    PlActors actors = link_all();
    assert_names(&actors, "Peru");
    assert_int_equal(actors.actors.items[0].is_state, 1);
}

static void nameless_ones_are_nobody(void **state)
{
    (void)state;
    add(0, "a diplomat", PL_ENTITY_PER, "");
    reports[0].entities.items[0].is_named = 0;
    PlActors actors = link_all();
    assert_int_equal(actors.actors.n, 0);
    assert_int_equal(actors.actor_of[0][0], -1);
}

static void actors_are_sorted(void **state)
{
    (void)state;
    add(0, "Zenith Union", PL_ENTITY_ORG, "");
    add(0, "Peru", PL_ENTITY_LOC, "PER");
    add(0, "Rosa Quispe", PL_ENTITY_PER, "");
    add(0, "Ana Duarte", PL_ENTITY_PER, "");
    PlActors actors = link_all();
    assert_names(&actors, "Ana Duarte; Rosa Quispe; Zenith Union; Peru");
}

static int open_reports(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    memset(reports, 0, sizeof reports);
    n_reports = 0;
    return 0;
}

static int close_reports(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(spellings_are_one, open_reports, close_reports),
        cmocka_unit_test_setup_teardown(namesakes_are_two, open_reports, close_reports),
        cmocka_unit_test_setup_teardown(a_slip_of_one_report_keeps_nobody_apart, open_reports,
                                        close_reports),
        cmocka_unit_test_setup_teardown(a_surname_alone_is_whom_reports_mostly_name, open_reports,
                                        close_reports),
        cmocka_unit_test_setup_teardown(unless_it_is_of_another_country, open_reports,
                                        close_reports),
        cmocka_unit_test_setup_teardown(a_person_is_called_by_the_full_name, open_reports,
                                        close_reports),
        cmocka_unit_test_setup_teardown(one_that_disagrees_keeps_a_name_out, open_reports,
                                        close_reports),
        cmocka_unit_test_setup_teardown(states_link_by_country, open_reports, close_reports),
        cmocka_unit_test_setup_teardown(nameless_ones_are_nobody, open_reports, close_reports),
        cmocka_unit_test_setup_teardown(actors_are_sorted, open_reports, close_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
