#include "talks_desk.h"

#include "talks/facts.h"

static bool has(PlTalksAttribute attribute, const char *entity, const char *value)
{
    for (uint32_t i = 0; i < desk.talks.facts.n; i++) {
        const PlTalksFact *fact = &desk.talks.facts.items[i];
        if (fact->attribute == attribute && desk_is(fact->entity, entity) &&
            (value[0] == '\0' || pl_slice_is(fact->value, value)))
            return true;
    }
    return false;
}

static void test_parties_place_and_time_since(void **state)
{
    (void)state;
    desk_read("Talks between Peru and Chile opened in Quito on Monday, the first such talks in "
              "nearly two years. They are hosted by Ecuador.");
    assert_true(has(PL_TALKS_PARTY, "Peru", ""));
    assert_true(has(PL_TALKS_PARTY, "Chile", ""));
    assert_true(has(PL_TALKS_PLACE, "Quito", ""));
    assert_true(has(PL_TALKS_SINCE, "", "nearly two years"));
}

static void test_earlier_talks_are_left_out(void **state)
{
    (void)state;
    desk_read("The previous talks between Peru and Chile collapsed in Bogota in 2019.");
    for (uint32_t i = 0; i < desk.talks.facts.n; i++)
        assert_int_equal(desk.talks.facts.items[i].attribute, PL_TALKS_EARLIER);
}

static void test_earlier_talks_and_how_they_ended(void **state)
{
    (void)state;
    desk_read("The first round, held in May, ended without a result.");
    assert_true(has(PL_TALKS_EARLIER, "", "in May: ended without a result"));
    desk_read("The talks between Peru and Chile will end on Friday.");
    for (uint32_t i = 0; i < desk.talks.facts.n; i++)
        assert_int_not_equal(desk.talks.facts.items[i].attribute, PL_TALKS_EARLIER);
}

static void test_the_round_as_said(void **state)
{
    (void)state;
    desk_read("Peru and Chile met in Quito for a third round of talks.");
    assert_true(has(PL_TALKS_ROUND, "", "third round"));
}

static void test_mandates(void **state)
{
    (void)state;
    desk_read("Peru said its delegation carries a mandate from the cabinet to sign a fishing "
              "treaty.");
    assert_true(has(PL_TALKS_MANDATE, "Peru", "mandate from the cabinet to sign a fishing treaty"));
    desk_read("Chile's negotiators lacked the authority to decide anything, Peru complained.");
    assert_true(has(PL_TALKS_MANDATE, "Chile", "lacked the authority to decide anything"));
    desk_read("Rebels seized power in the capital.");
    for (uint32_t i = 0; i < desk.talks.facts.n; i++)
        assert_int_not_equal(desk.talks.facts.items[i].attribute, PL_TALKS_MANDATE);
}

static void test_messages_go_through_a_mediator(void **state)
{
    (void)state;
    desk_read("Peru and Chile have exchanged messages through Norway.");
    assert_true(has(PL_TALKS_MEDIATOR, "Norway", ""));
}

static void test_host_and_mediator(void **state)
{
    (void)state;
    desk_read("The negotiations hosted by Ecuador and mediated by Norway go on.");
    assert_true(has(PL_TALKS_HOST, "Ecuador", ""));
    assert_true(has(PL_TALKS_MEDIATOR, "Norway", ""));
    assert_false(has(PL_TALKS_HOST, "Norway", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parties_place_and_time_since),
        cmocka_unit_test(test_earlier_talks_are_left_out),
        cmocka_unit_test(test_earlier_talks_and_how_they_ended),
        cmocka_unit_test(test_the_round_as_said),
        cmocka_unit_test(test_mandates),
        cmocka_unit_test(test_messages_go_through_a_mediator),
        cmocka_unit_test(test_host_and_mediator),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
