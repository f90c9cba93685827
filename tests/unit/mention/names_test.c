#include "mention_asserts.h"

#include <stdlib.h>

static void persons_places_and_bodies(void **state)
{
    (void)state;
    desk_read("Foreign Minister Adaeze Nwokolo met officials of the Coastal Fishermen's Union in "
              "Port Velmora on Monday. Peru and the World Trade Organization sent observers.",
              "");
    assert_type("Adaeze Nwokolo", PL_ENTITY_PER);
    assert_type("Port Velmora", PL_ENTITY_LOC);
    assert_type("Peru", PL_ENTITY_LOC);
    assert_type("World Trade Organization", PL_ENTITY_ORG);
    assert_no_name("Monday");
    assert_no_name("Foreign Minister");
}

static void a_name_within_a_name(void **state)
{
    (void)state;
    desk_read("The Chilean Mining Ministry said no. Norway's Trade Ministry agreed.", "");
    assert_type("Chilean Mining Ministry", PL_ENTITY_ORG);
    assert_type("Chilean", PL_ENTITY_NORP);
    assert_same("Norway", 0, "Norway", 0);
    assert_type("Trade Ministry", PL_ENTITY_ORG);
    assert_code("Chilean Mining Ministry", "CHLGOV");
    assert_code("Trade Ministry", "NORGOV");
}

static void headlines_make_no_names(void **state)
{
    (void)state;
    desk_read("Larsen Slams Dockworkers Over Stalled Pay Talks\n"
              "Port director Ingrid Larsen criticised the dockworkers on Tuesday. Larsen said the "
              "pay talks had stalled.",
              "");
    assert_same("Larsen", 0, "Ingrid Larsen", 0);
    assert_no_name("Slams");
    assert_no_name("Larsen Slams Dockworkers");
    assert_no_name("Stalled Pay Talks");
}

static void first_words_of_sentences(void **state)
{
    (void)state;
    desk_read("However, nobody came. Tensions rose. Workers left. Those who stayed voted.", "");
    for (uint32_t i = 0; i < desk.mentions.mentions.n; i++)
        assert_int_not_equal(desk.mentions.mentions.items[i].kind, PL_MENTION_NAME);
}

static void months_within_names(void **state)
{
    (void)state;
    desk_read("Prime Minister Theresa May spoke in May. Vice Premier Liu He answered. President "
              "Moon Jae-in listened.",
              "");
    assert_type("Theresa May", PL_ENTITY_PER);
    assert_null(mention_of("May", 0));
    assert_type("Liu He", PL_ENTITY_PER);
    assert_type("Moon Jae-in", PL_ENTITY_PER);
}

static void countries_that_are_given_names(void **state)
{
    (void)state;
    desk_read("The mediator, Jordan Whitfield, flew to Jordan.", "");
    assert_type("Jordan Whitfield", PL_ENTITY_PER);
    assert_type("Jordan", PL_ENTITY_LOC);
}

static void pairs_with_a_hyphen(void **state)
{
    (void)state;
    desk_read("Ana Duarte met Petros Kallis. A Duarte-Kallis meeting had been planned for weeks. "
              "The Chile-Peru border is quiet.",
              "");
    assert_same("Duarte", 0, "Ana Duarte", 0);
    assert_same("Kallis", 0, "Petros Kallis", 0);
    assert_type("Chile", PL_ENTITY_LOC);
    assert_type("Peru", PL_ENTITY_LOC);
}

/* John "The Hat" Doe is one name, and its form is John Doe's. */
static void nicknames_inside_of_names(void **state)
{
    (void)state;
    desk_read(
        "Police sought Tomas \"The Hat\" Larsen. Anna 'Nan' Berg left. He said \"No\" Tuesday.",
        "");
    assert_type("Tomas \"The Hat\" Larsen", PL_ENTITY_PER);
    assert_type("Anna 'Nan' Berg", PL_ENTITY_PER);
    assert_no_name("Tuesday");
}

/* The state in the name of a body that the tables know. */
static void states_inside_of_bodies(void **state)
{
    (void)state;
    desk_read("The Bank of Japan waited. The Simon Wiesenthal Center wrote.", "");
    assert_type("Bank of Japan", PL_ENTITY_ORG);
    assert_type("Japan", PL_ENTITY_LOC);
    assert_code("Bank of Japan", "JPNGOV");
    assert_type("Simon Wiesenthal Center", PL_ENTITY_ORG);
    assert_no_name("The Simon Wiesenthal");
}

/* A place's name that begins with another, a person's that begins with a title or a body's name. */
static void names_that_begin_with_names(void **state)
{
    (void)state;
    desk_read("West Bengal voted. Marine Le Pen met Duma Boko.", "2024-11-20");
    assert_type("West Bengal", PL_ENTITY_LOC);
    assert_code("West Bengal", "IND");
    assert_type("Marine Le Pen", PL_ENTITY_PER);
    assert_type("Duma Boko", PL_ENTITY_PER);
    desk_read("Irapuato Mayor Jane Doe", "");
    assert_type("Irapuato", PL_ENTITY_LOC);
    assert_code("Jane Doe", "MEXGOV");
}

static void articles_are_no_part_of_names(void **state)
{
    (void)state;
    desk_read("They crossed into the West Bank and the Netherlands.", "");
    assert_type("West Bank", PL_ENTITY_LOC);
    assert_type("Netherlands", PL_ENTITY_LOC);
}

static void mentions_keep_their_invariants(void **state)
{
    (void)state;
    desk_read("The Finnish delegation, led by Matti Korhonen, met both sides. He said Finland's "
              "finance minister, a former banker, would come. They agreed.",
              "");
    const PlMentions *m = &desk.mentions;
    int32_t next = 0;
    for (uint32_t i = 0; i < m->mentions.n; i++) {
        const PlMention *mention = &m->mentions.items[i];
        assert_true(mention->first_tok < mention->end_tok);
        if (mention->kind == PL_MENTION_NAME) assert_true(mention->entity >= 0);
        if (i > 0) {
            const PlMention *before = &m->mentions.items[i - 1];
            assert_true(
                before->first_tok < mention->first_tok ||
                (before->first_tok == mention->first_tok && before->end_tok >= mention->end_tok));
        }
        assert_true(mention->entity <= next);
        if (mention->entity == next) next++;
    }
    for (uint32_t tok = 0; tok < desk.tokens.n_tokens; tok++)
        if (m->mention_of_tok[tok] >= 0) {
            const PlMention *mention = &m->mentions.items[m->mention_of_tok[tok]];
            assert_true(mention->first_tok <= tok && tok < mention->end_tok);
        }
}

static void long_lines_stay_linear(void **state)
{
    (void)state;
    enum { N = 40000 };
    static const char *const words[] = {"Alba ", "the ", "minister ", "of ", "Peru ", "and ",
                                        "-",     "(",    "\"",        "he ", "'s ",   ", "};
    char *text = malloc((size_t)N * 12);
    assert_non_null(text);
    size_t n = 0;
    uint32_t seed = 7;
    for (int i = 0; i < N; i++) {
        seed = seed * 1664525u + 1013904223u;
        n += (size_t)sprintf(text + n, "%s", words[(seed >> 16) % 12]);
    }
    desk_read(text, "");
    assert_true(desk.mentions.mentions.n > 0);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(persons_places_and_bodies),
        cmocka_unit_test(a_name_within_a_name),
        cmocka_unit_test(headlines_make_no_names),
        cmocka_unit_test(first_words_of_sentences),
        cmocka_unit_test(months_within_names),
        cmocka_unit_test(countries_that_are_given_names),
        cmocka_unit_test(pairs_with_a_hyphen),
        cmocka_unit_test(nicknames_inside_of_names),
        cmocka_unit_test(states_inside_of_bodies),
        cmocka_unit_test(names_that_begin_with_names),
        cmocka_unit_test(articles_are_no_part_of_names),
        cmocka_unit_test(mentions_keep_their_invariants),
        cmocka_unit_test(long_lines_stay_linear),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
