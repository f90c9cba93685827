#include "talks_desk.h"

#include "talks/delegations.h"

typedef struct Case {
    const char *text;
    const char *party;
    const char *person; /* "" = the party as such */
    PlDelegationRole role;
} Case;

static bool has(const Case *wanted)
{
    for (uint32_t i = 0; i < desk.talks.delegations.n; i++) {
        const PlDelegation *d = &desk.talks.delegations.items[i];
        if (d->role == wanted->role && desk_is(d->party, wanted->party) &&
            desk_is(d->person, wanted->person))
            return true;
    }
    return false;
}

static void expect(const Case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        desk_read(cases[i].text);
        if (!has(&cases[i])) print_message("not found: %s\n", cases[i].text);
        assert_true(has(&cases[i]));
    }
}

#define EXPECT(cases) expect((cases), sizeof(cases) / sizeof *(cases))

static void test_heads(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The Peruvian delegation is headed by Ana Quispe.", "Peru", "Ana Quispe",
         PL_DELEGATION_HEAD},
        {"Peru sent a smaller team to Quito, led by Foreign Minister Ana Quispe.", "Peru",
         "Ana Quispe", PL_DELEGATION_HEAD},
        {"Leading the Peruvian delegation is Ana Quispe.", "Peru", "Ana Quispe",
         PL_DELEGATION_HEAD},
        {"Ana Quispe will lead the Peruvian delegation.", "Peru", "Ana Quispe", PL_DELEGATION_HEAD},
        {"Peru's chief negotiator, Ana Quispe, arrived late.", "Peru", "Ana Quispe",
         PL_DELEGATION_HEAD},
        {"Talks resumed on Monday, said Ana Quispe, Peru's lead negotiator.", "Peru", "Ana Quispe",
         PL_DELEGATION_HEAD},
    };
    EXPECT(cases);
}

static void test_people_stand_in_the_sentence_of_the_body(void **state)
{
    (void)state;
    desk_read("Peru sent a delegation\n\nInclude Luis Rojas, she wrote.");
    assert_int_equal(desk.talks.delegations.n, 0);
    desk_read("The Peruvian delegation will include\n\nLuis Rojas went to the market.");
    assert_int_equal(desk.talks.delegations.n, 0);
    desk_read("The Peruvian delegation is headed by\n\nAna Quispe went to the market.");
    assert_int_equal(desk.talks.delegations.n, 0);
}

static void test_earlier_talks_have_no_head_today(void **state)
{
    (void)state;
    desk_read("Ana Quispe previously led Peru's delegation in the failed talks of 2019.");
    for (uint32_t i = 0; i < desk.talks.delegations.n; i++)
        assert_int_not_equal(desk.talks.delegations.items[i].role, PL_DELEGATION_HEAD);
}

static void test_members_in_a_list(void **state)
{
    (void)state;
    const char *text = "The Peruvian delegation is headed by Ana Quispe. Other members include "
                       "Deputy Minister Luis Rojas, Carla Mendez and Jorge Vargas.";
    const Case cases[] = {{text, "Peru", "Luis Rojas", PL_DELEGATION_MEMBER},
                          {text, "Peru", "Carla Mendez", PL_DELEGATION_MEMBER},
                          {text, "Peru", "Jorge Vargas", PL_DELEGATION_MEMBER}};
    EXPECT(cases);
}

static void test_absentees(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Peruvian President Ana Quispe did not attend the talks.", "Peru", "Ana Quispe",
         PL_DELEGATION_ABSENT},
        {"Peruvian President Ana Quispe skipped the negotiations in Quito.", "Peru", "Ana Quispe",
         PL_DELEGATION_ABSENT},
        {"Peruvian President Ana Quispe refused to take part in the talks.", "Peru", "Ana Quispe",
         PL_DELEGATION_ABSENT},
        {"Peruvian President Ana Quispe stayed away from the talks.", "Peru", "Ana Quispe",
         PL_DELEGATION_ABSENT},
    };
    EXPECT(cases);
    desk_read("Peruvian President Ana Quispe attended the talks.");
    assert_int_equal(desk.talks.delegations.n, 0);
}

static void test_hosts(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The talks between Peru and Chile are hosted by Ecuador.", "Ecuador", "",
         PL_DELEGATION_HOST},
        {"Negotiations mediated by Norway resumed on Monday.", "Norway", "",
         PL_DELEGATION_MEDIATOR},
    };
    EXPECT(cases);
}

static bool has_role(PlDelegationRole role)
{
    for (uint32_t i = 0; i < desk.talks.delegations.n; i++)
        if (desk.talks.delegations.items[i].role == role) return true;
    return false;
}

static void test_a_title_may_hold_a_name(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The top Peruvian negotiator, Ana Quispe, left early.", "Peru", "Ana Quispe",
         PL_DELEGATION_HEAD},
        {"Ana Quispe, the chief Peruvian trade negotiator, left early.", "Peru", "Ana Quispe",
         PL_DELEGATION_HEAD},
        {"The head of the Peruvian delegation, Ana Quispe, left early.", "Peru", "Ana Quispe",
         PL_DELEGATION_HEAD},
        {"A Peruvian delegation headed by Deputy Prime Minister Ana Quispe arrived.", "Peru",
         "Ana Quispe", PL_DELEGATION_HEAD},
    };
    EXPECT(cases);
    desk_read("A Peruvian negotiator, Ana Quispe, left early.");
    assert_false(has_role(PL_DELEGATION_HEAD));
    desk_read("Ana Quispe chairs the talks.");
    assert_false(has_role(PL_DELEGATION_HEAD));
}

static void test_who_represents_and_who_belongs(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Ana Quispe will represent Peru at the talks.", "Peru", "Ana Quispe", PL_DELEGATION_HEAD},
        {"Luis Rojas, Peru's ambassador to Chile, is also part of the Peruvian delegation.", "Peru",
         "Luis Rojas", PL_DELEGATION_MEMBER},
        {"The mood is good, wrote Luis Rojas, a former deputy minister and former member of the "
         "Peruvian delegation.",
         "Peru", "Luis Rojas", PL_DELEGATION_MEMBER},
        {"It was prepared by diplomats sent by Peruvian President Ana Quispe, including her aide "
         "Luis Rojas of Peru.",
         "Peru", "Luis Rojas", PL_DELEGATION_ENVOY},
    };
    EXPECT(cases);
    const Case beside = {"The Peruvian delegation is led by Ana Quispe. Ana Quispe was accompanied "
                         "by Trade Minister Luis Rojas.",
                         "Peru", "Luis Rojas", PL_DELEGATION_MEMBER};
    expect(&beside, 1);
    desk_read("Ana Quispe was accompanied by Luis Rojas at the opera.");
    assert_int_equal(desk.talks.delegations.n, 0);
    desk_read("Ana Quispe represents Arequipa in parliament.");
    assert_int_equal(desk.talks.delegations.n, 0);
    desk_read("Peru formed a delegation to represent the country at the talks.");
    assert_false(has_role(PL_DELEGATION_HEAD));
    desk_read("The Peruvian delegation is led by one of Ana Quispe's aides.");
    assert_false(has_role(PL_DELEGATION_HEAD));
}

static void test_who_speaks_at_the_table_heads_a_side(void **state)
{
    (void)state;
    const char *text = "Representatives of Peru, Chile and other countries held talks in Quito on "
                       "Monday. Peruvian Foreign Minister Ana Quispe told reporters in Quito that "
                       "the text was ready. Speaking ahead of the session, Chilean Trade Minister "
                       "Luis Rojas was calm.";
    const Case both[] = {{text, "Peru", "Ana Quispe", PL_DELEGATION_HEAD},
                         {text, "Chile", "Luis Rojas", PL_DELEGATION_HEAD}};
    EXPECT(both);
    /* not from home, not the president, not where another leads */
    desk_read("Peru and Chile held talks in Quito on Monday. Peruvian Foreign Minister Ana Quispe "
              "said the text was ready. Chile's President Luis Rojas told reporters in Quito that "
              "it was not.");
    assert_false(has_role(PL_DELEGATION_HEAD));
}

static void test_mediators_need_no_talks(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Egypt and Qatar are mediating between the two sides.", "Egypt", "",
         PL_DELEGATION_MEDIATOR},
        {"Egypt and Qatar are mediating between the two sides.", "Qatar", "",
         PL_DELEGATION_MEDIATOR},
        {"Messages were passed through the Gulf state of Oman.", "Oman", "",
         PL_DELEGATION_MEDIATOR},
    };
    EXPECT(cases);
    desk_read("Egypt offered to mediate between the two sides.");
    assert_false(has_role(PL_DELEGATION_MEDIATOR));
}

static void test_a_level_is_the_bodys(void **state)
{
    (void)state;
    desk_read("Peru sent a low-level delegation to Quito.");
    assert_int_equal(desk.talks.delegations.n, 1);
    const PlDelegation *body = &desk.talks.delegations.items[0];
    assert_int_equal(body->role, PL_DELEGATION_BODY);
    assert_int_equal(body->person, -1);
    assert_true(desk_is(body->party, "Peru"));
    assert_true(pl_slice_is(body->level, "low-level"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads),
        cmocka_unit_test(test_people_stand_in_the_sentence_of_the_body),
        cmocka_unit_test(test_earlier_talks_have_no_head_today),
        cmocka_unit_test(test_members_in_a_list),
        cmocka_unit_test(test_absentees),
        cmocka_unit_test(test_hosts),
        cmocka_unit_test(test_a_title_may_hold_a_name),
        cmocka_unit_test(test_who_represents_and_who_belongs),
        cmocka_unit_test(test_who_speaks_at_the_table_heads_a_side),
        cmocka_unit_test(test_mediators_need_no_talks),
        cmocka_unit_test(test_a_level_is_the_bodys),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
