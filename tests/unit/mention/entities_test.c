#include "mention_asserts.h"

static void one_person_under_all_forms(void **state)
{
    (void)state;
    desk_read("President Oleksiy Hrytsenko arrived. Hrytsenko spoke. Mr. Hrytsenko left, and "
              "Oleksii Hrytsenko wrote to Mary Q. Adler. Mary Adler answered.",
              "");
    assert_same("Oleksiy Hrytsenko", 0, "Hrytsenko", 0);
    assert_same("Oleksiy Hrytsenko", 0, "Hrytsenko", 1);
    assert_same("Oleksiy Hrytsenko", 0, "Oleksii Hrytsenko", 0);
    assert_same("Mary Q. Adler", 0, "Mary Adler", 0);
    assert_slice(entity_at(entity_of("Mary Adler", 0))->name, "Mary Q. Adler");
}

static void two_persons_of_one_surname(void **state)
{
    (void)state;
    desk_read("Karin Holt met Peter Novak. Holt left early. Later Simon Holt called. Holt was "
              "angry.",
              "");
    assert_differ("Karin Holt", "Simon Holt");
    assert_same("Karin Holt", 0, "Holt", 0);
    assert_same("Simon Holt", 0, "Holt", 1);
}

static void capitals_and_palaces_are_the_state(void **state)
{
    (void)state;
    desk_read("Lima rejected the offer. Peruvian troops left. The White House praised Peru.", "");
    assert_same("Lima", 0, "Peru", 0);
    assert_same("Peruvian", 0, "Peru", 0);
    assert_int_equal(entity_at(entity_of("Lima", 0))->is_state, 1);
    assert_slice(entity_at(entity_of("White House", 0))->name, "United States");
}

static void capitals_are_places_when_somebody_is_there(void **state)
{
    (void)state;
    desk_read("The envoys met in Lima. She flew to Oslo. Norway's talks with Peru failed.", "");
    assert_differ("Lima", "Peru");
    assert_differ("Oslo", "Norway");
    assert_int_equal(entity_at(entity_of("Lima", 0))->is_state, 0);
    assert_slice(entity_at(entity_of("Lima", 0))->country, "PER");
}

static void acronyms_in_parentheses(void **state)
{
    (void)state;
    desk_read("The Allied Glass Workers Union (AGWU) went on strike. AGWU wants more.", "");
    assert_same("Allied Glass Workers Union", 0, "AGWU", 0);
    assert_same("Allied Glass Workers Union", 0, "AGWU", 1);
}

static void descriptions_of_persons(void **state)
{
    (void)state;
    desk_read("Kenyan President Wanjiru Kamau met Foreign Minister Juma Oduya. The Kenyan leader "
              "smiled. The president left. The minister stayed. A Kenyan diplomat was upset. The "
              "diplomat asked for a break.",
              "");
    assert_same("The Kenyan leader", 0, "Wanjiru Kamau", 0);
    assert_same("The president", 0, "Wanjiru Kamau", 0);
    assert_same("The minister", 0, "Juma Oduya", 0);
    assert_same("A Kenyan diplomat", 0, "The diplomat", 0);
    assert_int_equal(entity_at(entity_of("A Kenyan diplomat", 0))->is_named, 0);
    assert_code("A Kenyan diplomat", "KENGOV");
}

static void groups_and_bodies(void **state)
{
    (void)state;
    desk_read("Western officials were silent. The Kenyan delegation left. The delegation returned "
              "later. Both sides agreed. The Kenyan side paid.",
              "");
    assert_int_equal(entity_at(entity_of("Western officials", 0))->is_group, 1);
    assert_code("Western officials", "WSTGOV");
    assert_type("The Kenyan delegation", PL_ENTITY_ORG);
    assert_same("The Kenyan delegation", 0, "The delegation", 0);
    assert_code("The Kenyan delegation", "KENGOV");
    assert_int_equal(entity_at(entity_of("Both sides", 0))->is_group, 1);
    assert_same("The Kenyan side", 0, "Kenyan", 0);
}

static void the_union_is_the_one_named(void **state)
{
    (void)state;
    desk_read("The Bakers' Union walked out of talks with Crumb Holdings. The union wants higher "
              "pay.",
              "");
    const PlMention *union_name = mention_of("The union", 0);
    assert_non_null(union_name);
    assert_int_equal(entity_at(union_name->entity)->is_named, 1);
}

static void pronouns(void **state)
{
    (void)state;
    desk_read(
        "Maria Lund praised the plan. She signed it on Friday. Peter Holm said he would wait. "
        "Norway closed its border.",
        "");
    assert_same("She", 0, "Maria Lund", 0);
    assert_same("he", 0, "Peter Holm", 0);
    assert_same("its", 0, "Norway", 0);
}

static void first_person_is_who_speaks(void **state)
{
    (void)state;
    desk_read("\"We will sign, and I am glad,\" said Maria Lund.", "");
    assert_same("I", 0, "Maria Lund", 0);
    assert_null(mention_of("We", 0)); /* she, or her party */
}

static void parties_of_entities(void **state)
{
    (void)state;
    desk_read("Peru's trade minister, Rosa Quispe, met the Bakers' Union.", "");
    int32_t peru = entity_of("Peru", 0);
    assert_int_equal(pl_mentions_party_of(&desk.mentions, entity_of("Rosa Quispe", 0)), peru);
    assert_int_equal(pl_mentions_party_of(&desk.mentions, peru), peru);
    assert_int_equal(pl_mentions_party_of(&desk.mentions, -1), -1);
}

/* The palace of another state in the report does not make a president its own. */
static void a_head_is_of_the_state_they_announce_for(void **state)
{
    (void)state;
    desk_read("Peru will take part in the talks, President Luis Rojas announced on Thursday. The "
              "Kremlin said nothing.",
              "");
    assert_slice(entity_at(entity_of("Luis Rojas", 0))->country, "PER");
}

/* The first mention that has the word: whether it means the city and not the state. */
static bool means_city(const char *text, const char *city)
{
    desk_read(text, "");
    const PlMention *mention = mention_of(city, 0);
    if (!mention) fail_msg("no mention '%s' in '%s'", city, text);
    return mention && !entity_at(mention->entity)->is_state;
}

static void capitals_as_cities(void **state)
{
    (void)state;
    static const char *const cities[] = {"Lima is a city of ten million.",
                                         "Delegates arrived in Lima on Monday.",
                                         "Shells fell on the Lima suburbs.",
                                         "Protesters marched through central Lima.",
                                         "Lima's streets were empty.",
                                         "Residents of Lima fled.",
                                         "Lima, the capital, was quiet.",
                                         "Ecuador sent an envoy to Lima.",
                                         "Lima was shelled overnight.",
                                         "The city of Lima is old.",
                                         "The explosion rocked Lima.",
                                         "Lima lies on the coast.",
                                         "The Lima talks ended."};
    static const char *const governments[] = {
        "Lima rejected the offer.",        "Talks between Lima and Bogota resumed.",
        "Lima hosted the talks.",          "Lima's demands were rejected.",
        "Lima's talks with Chile failed.", "Chile accused Lima of bad faith.",
        "Chile sent a message to Lima.",   "New sanctions hit Lima hard.",
        "A deal with Lima is near.",       "The patience of Lima is running out."};
    for (size_t i = 0; i < sizeof cities / sizeof *cities; i++)
        if (!means_city(cities[i], "Lima")) fail_msg("a government: %s", cities[i]);
    for (size_t i = 0; i < sizeof governments / sizeof *governments; i++)
        if (means_city(governments[i], "Lima")) fail_msg("a city: %s", governments[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_as_cities),
        cmocka_unit_test(one_person_under_all_forms),
        cmocka_unit_test(two_persons_of_one_surname),
        cmocka_unit_test(capitals_and_palaces_are_the_state),
        cmocka_unit_test(capitals_are_places_when_somebody_is_there),
        cmocka_unit_test(acronyms_in_parentheses),
        cmocka_unit_test(descriptions_of_persons),
        cmocka_unit_test(groups_and_bodies),
        cmocka_unit_test(the_union_is_the_one_named),
        cmocka_unit_test(pronouns),
        cmocka_unit_test(first_person_is_who_speaks),
        cmocka_unit_test(parties_of_entities),
        cmocka_unit_test(a_head_is_of_the_state_they_announce_for),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
