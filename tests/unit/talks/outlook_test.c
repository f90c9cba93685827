#include "talks_desk.h"

#include "talks/outlook.h"

typedef struct Case {
    const char *text;
    PlPolarity polarity;
    const char *words;
} Case;

static void test_polarity(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Hopes for a deal on the dam remain low.", PL_OUTLOOK_PESSIMISTIC, "remain low"},
        {"Expectations are high for the fishing accord.", PL_OUTLOOK_OPTIMISTIC, "are high"},
        {"A breakthrough is unlikely this week.", PL_OUTLOOK_PESSIMISTIC, "unlikely"},
        {"The union is not optimistic about a contract.", PL_OUTLOOK_PESSIMISTIC, "optimistic"},
        {"Miners watch the bargaining with cautious optimism.", PL_OUTLOOK_OPTIMISTIC,
         "cautious optimism"},
        {"It remains to be seen whether the talks bring an agreement.", PL_OUTLOOK_MIXED,
         "remains to be seen"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_read(cases[i].text);
        if (desk.talks.outlook.n != 1) print_message("%s\n", cases[i].text);
        assert_int_equal(desk.talks.outlook.n, 1);
        assert_int_equal(desk.talks.outlook.items[0].polarity, cases[i].polarity);
        assert_true(desk_says(desk.talks.outlook.items[0].span, cases[i].words));
    }
}

static void test_other_hopes_are_no_outlook(void **state)
{
    (void)state;
    static const char *const texts[] = {"She hopes to visit her mother in spring.",
                                        "Rain is likely on Sunday.",
                                        "The striker is confident in front of goal."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        desk_read(texts[i]);
        assert_int_equal(desk.talks.outlook.n, 0);
    }
}

/* What a deal is said to bring about is outlook; when it is signed is not. */
static void test_forecasts(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The accord will prevent a war over water, said Peru's President Ana Quispe.",
         PL_OUTLOOK_OPTIMISTIC, "will prevent a war"},
        {"The agreement could hurt dairy farmers and threaten jobs.", PL_OUTLOOK_PESSIMISTIC,
         "could hurt"},
        {"No settlement is possible without the creditors.", PL_OUTLOOK_PESSIMISTIC,
         "without the creditors"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_read(cases[i].text);
        if (desk.talks.outlook.n != 1) print_message("%s\n", cases[i].text);
        assert_int_equal(desk.talks.outlook.n, 1);
        assert_int_equal(desk.talks.outlook.items[0].polarity, cases[i].polarity);
        assert_true(desk_says(desk.talks.outlook.items[0].span, cases[i].words));
    }
    desk_read("The talks will resume in Quito on Monday.");
    assert_int_equal(desk.talks.outlook.n, 0);
}

/* What somebody foresees is outlook, where it is good or bad; what they mean to do is not. */
static void test_predictions(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Critics fear that Peru will use the money to arm its navy.", PL_OUTLOOK_PESSIMISTIC,
         "Peru will use the money"},
        {"\"Open ports will bring growth,\" said Chile's President Rosa Diaz.",
         PL_OUTLOOK_OPTIMISTIC, "will bring growth"},
        {"Open ports are not going to hurt anybody, said Chile's President Rosa Diaz.",
         PL_OUTLOOK_OPTIMISTIC, "not going to hurt"},
        {"The accord threatens our farmers, said Chile's President Rosa Diaz.",
         PL_OUTLOOK_PESSIMISTIC, "threatens our farmers"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_read(cases[i].text);
        if (desk.talks.outlook.n != 1) print_message("%s\n", cases[i].text);
        assert_int_equal(desk.talks.outlook.n, 1);
        assert_int_equal(desk.talks.outlook.items[0].polarity, cases[i].polarity);
        assert_true(desk_says(desk.talks.outlook.items[0].span, cases[i].words));
    }
    static const char *const texts[] = {
        "We will continue to help the farmers, said Chile's President Rosa Diaz.",
        "Chile's President Rosa Diaz said she would vote for peace.",
        "Peru will use the money to arm its navy.",
        "They showed the will to bring peace, said Chile's President Rosa Diaz.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        desk_read(texts[i]);
        if (desk.talks.outlook.n) print_message("%s\n", texts[i]);
        assert_int_equal(desk.talks.outlook.n, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_polarity),
        cmocka_unit_test(test_forecasts),
        cmocka_unit_test(test_predictions),
        cmocka_unit_test(test_other_hopes_are_no_outlook),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
