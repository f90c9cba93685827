#include "mention_asserts.h"

static void before_the_name(void **state)
{
    (void)state;
    assert_roles("Kenyan President Wanjiru Kamau smiled.", "Wanjiru Kamau: president of Kenya");
    assert_roles("Chile's Deputy Foreign Minister Pablo Rojas left.",
                 "Pablo Rojas: deputy foreign minister of Chile");
    assert_roles("Former U.S. Secretary of State Ellen Marsh agreed.",
                 "Ellen Marsh: former secretary of state of United States");
    assert_roles("NATO Secretary General Lars Eide disagreed.",
                 "Lars Eide: secretary general of NATO");
    assert_roles("White House spokeswoman Dana Reed declined.",
                 "Dana Reed: spokeswoman of White House");
    assert_roles("Minister of Trade and Industry Jane Doe came.",
                 "Jane Doe: minister of trade and industry");
    assert_roles("The union's ex-president Jane Doe came.", "Jane Doe: former president");
}

static void plural_titles_belong_to_all(void **state)
{
    (void)state;
    assert_roles("Foreign ministers Ana Duarte and Petros Kallis met.",
                 "Ana Duarte: foreign minister; Petros Kallis: foreign minister");
}

static void behind_the_name(void **state)
{
    (void)state;
    assert_roles("Petros Kallis, head of the National Bank, spoke.",
                 "Petros Kallis: head of National Bank");
    assert_roles("Rosa Quispe, a former Peruvian diplomat, spoke.",
                 "Rosa Quispe: former diplomat of Peru");
    assert_roles("Rosa Quispe, a veteran aide to Ana Duarte and former culture minister, spoke.",
                 "Rosa Quispe: veteran aide of Ana Duarte; Rosa Quispe: former culture minister");
}

static void behind_a_comma(void **state)
{
    (void)state;
    assert_roles("Norway's chief negotiator, Jane Doe, came.",
                 "Jane Doe: chief negotiator of Norway");
}

static void spellings_are_levelled(void **state)
{
    (void)state;
    assert_roles("Defense Minister Jane Doe came.", "Jane Doe: defence minister");
    assert_roles("Norwegian Prime Minister Jane Doe came.", "Jane Doe: prime minister of Norway");
}

static void who_is_sent_is_not_of_the_country_sent_to(void **state)
{
    (void)state;
    desk_read("Jane Doe, the ambassador to Kenya, left Chile. Kenya was silent.", "");
    assert_slice(entity_at(entity_of("Jane Doe", 0))->country, "");
}

static void codes_follow_roles(void **state)
{
    (void)state;
    desk_read("Kenyan army chief Juma Oduya met Peruvian spy chief Rosa Quispe and Lars Eide, a "
              "former Norwegian minister. UN envoy Ana Duarte came with Chilean journalist Pablo "
              "Rojas.",
              "");
    assert_code("Juma Oduya", "KENMIL");
    assert_code("Rosa Quispe", "PERSPY");
    assert_code("Lars Eide", "NORELI");
    assert_code("Ana Duarte", "IGOUNO");
    assert_code("Pablo Rojas", "CHLMED");
}

static void acronyms_need_capitals(void **state)
{
    (void)state;
    desk_read("It ended at 1:35 pm in Oslo.", "");
    assert_null(mention_of("pm", 0));
    assert_roles("PM Jane Doe came.", "Jane Doe: prime minister");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_the_name),
        cmocka_unit_test(plural_titles_belong_to_all),
        cmocka_unit_test(behind_the_name),
        cmocka_unit_test(behind_a_comma),
        cmocka_unit_test(spellings_are_levelled),
        cmocka_unit_test(who_is_sent_is_not_of_the_country_sent_to),
        cmocka_unit_test(codes_follow_roles),
        cmocka_unit_test(acronyms_need_capitals),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
