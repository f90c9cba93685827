#include "talks_desk.h"

#include "talks/conditions.h"

typedef struct Case {
    const char *text;
    const char *condition;
    const char *consequence;
} Case;

static void expect(const Case *c)
{
    desk_read(c->text);
    bool found = false;
    for (uint32_t i = 0; i < desk.talks.conditions.n; i++) {
        const PlCondition *row = &desk.talks.conditions.items[i];
        found |= pl_slice_is(pl_slice_of(desk.article.text, row->condition), c->condition) &&
                 pl_slice_is(pl_slice_of(desk.article.text, row->consequence), c->consequence);
    }
    if (!found) print_message("not found: %s\n", c->text);
    assert_true(found);
}

static void test_conditions_and_their_consequences(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Unless a contract is signed, the miners will walk out.", "Unless a contract is signed",
         "the miners will walk out"},
        {"The miners will walk out if the plant closes.", "if the plant closes",
         "The miners will walk out"},
        {"Norway said that nothing will change until the boats have left.",
         "until the boats have left", "nothing will change"},
        {"There can be no deal without inspectors.", "without inspectors", "There can be no deal"},
        {"A final vote depends on the new budget.", "the new budget", "A final vote"},
        {"Chile opens its market in exchange for lower tariffs.", "in exchange for lower tariffs",
         "Chile opens its market"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(&cases[i]);
}

static void test_clauses_without_a_comma_between(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"\"If we sign a contract the plant would reopen,\" Ana Ruiz said.",
         "If we sign a contract", "the plant would reopen"},
        {"\"If they sign it will be a good day,\" said Ana Ruiz.", "If they sign",
         "it will be a good day"},
        {"Once the boats leave \u2014 some are already on the way \u2014 the port will close.",
         "Once the boats leave", "the port will close"},
        {"Peru has closed two ports, and would close a third if Chile raised its tariffs.",
         "if Chile raised its tariffs", "would close a third"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(&cases[i]);
}

static void test_what_has_not_happened_is_the_condition(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The lifting of the embargo would free the cargo.", "lifting of the embargo",
         "would free the cargo"},
        {"Closing the port would cost a thousand jobs.", "Closing the port",
         "would cost a thousand jobs"},
        {"A collapse of the talks could send prices higher.", "collapse of the talks",
         "could send prices higher"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(&cases[i]);
}

static void test_what_looks_like_a_condition(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "They have until the last day of May to sign.", "They came close once before signing.",
        "The repair will require $3 million.", "The king, who has depended on his army, fled.",
        "The vote could take place on Monday.", "Reporters asked if the plant would close.",
        "The shop is open until Friday.", "She left without a word.",
        "Even if it rains, the boats sail.", "The once-mighty union met in Oslo.",
        /* What opens a sentence, here even the report, has nothing in front that depends on it. */
        "Depending on the weather, the ferry sails on Monday.", "Depends on whom you ask.",
        "The mill was sold. Depending on the weather, the ferry sails on Monday.",
        /* What stands in front is no word. */
        ". Conditional upon Friday", ", depending on the weather",
        /* Nothing follows it in its sentence, here even in the report. */
        "A lasting truce depends on", "A lasting truce depends on\n\nThe mill was sold on Friday."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        desk_read(texts[i]);
        if (desk.talks.conditions.n) print_message("found: %s\n", texts[i]);
        assert_int_equal(desk.talks.conditions.n, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_conditions_and_their_consequences),
        cmocka_unit_test(test_clauses_without_a_comma_between),
        cmocka_unit_test(test_what_has_not_happened_is_the_condition),
        cmocka_unit_test(test_what_looks_like_a_condition),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
