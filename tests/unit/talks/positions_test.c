#include "talks_desk.h"

#include "talks/positions.h"

typedef struct Case {
    const char *text;
    const char *party;
    PlStance stance;
    const char *issue;
    const char *terms;
} Case;

static bool has(const Case *wanted)
{
    for (uint32_t i = 0; i < desk.talks.positions.n; i++) {
        const PlPosition *p = &desk.talks.positions.items[i];
        if (desk_is(p->party, wanted->party) && p->stance == wanted->stance &&
            pl_slice_is(p->issue, wanted->issue) &&
            (!wanted->terms || pl_slice_is(p->terms, wanted->terms)))
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

static void test_verbs_take_stances(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Egypt demands a binding quota on water from Ethiopia.", "Egypt", PL_STANCE_DEMANDS,
         "quotas", NULL},
        {"Canada has called again for an immediate ceasefire.", "Canada", PL_STANCE_DEMANDS,
         "ceasefire", "immediate"},
        {"Ethiopia refused to accept outside mediation.", "Ethiopia", PL_STANCE_REJECTS,
         "mediation", NULL},
        {"Norway opposes any cut to fishing quotas.", "Norway", PL_STANCE_OPPOSES, "fisheries",
         NULL},
        {"Brazil has rejected new tariffs on steel.", "Brazil", PL_STANCE_REJECTS, "tariffs", NULL},
        {"Kenya insisted on the withdrawal of foreign troops.", "Kenya", PL_STANCE_DEMANDS,
         "troop-withdrawal", NULL},
        {"Mexico agreed to lift the tariffs on steel.", "Mexico", PL_STANCE_ACCEPTS, "tariffs",
         NULL},
    };
    EXPECT(cases);
}

static void test_a_denied_verb_turns(void **state)
{
    (void)state;
    static const Case turns = {"Ethiopia will not accept arbitration.", "Ethiopia",
                               PL_STANCE_REJECTS, "mediation", NULL};
    expect(&turns, 1);
    desk_read("Egypt did not demand tariffs.");
    assert_int_equal(desk.talks.positions.n, 0);
}

static void test_what_is_not_said_is_no_position(void **state)
{
    (void)state;
    static const char *const texts[] = {"Norway might accept a quota on mackerel.",
                                        "Diplomats asked whether Norway could accept arbitration.",
                                        "The weather demanded patience.",
                                        "Police rejected the accusation.",
                                        "Norway discussed the need for a quota on mackerel.",
                                        "A quota on mackerel was discussed by Norway.",
                                        /* What a stance is on stands in its sentence. */
                                        "Norway is open to\n\nQuotas on mackerel fell in May.",
                                        "Norway rejected\n\nQuotas on mackerel fell in May."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        desk_read(texts[i]);
        assert_int_equal(desk.talks.positions.n, 0);
    }
}

static void test_nouns_hold_stances(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Egypt repeated its demand for the release of prisoners.", "Egypt", PL_STANCE_DEMANDS,
         "prisoners", NULL},
        {"Kenya's main goal is to secure a ceasefire.", "Kenya", PL_STANCE_DEMANDS, "ceasefire",
         NULL},
        {"Brazil's opposition to farm subsidies has grown.", "Brazil", PL_STANCE_OPPOSES,
         "subsidies", NULL},
    };
    EXPECT(cases);
}

static void test_a_rejected_demand_is_two_positions(void **state)
{
    (void)state;
    const char *text = "Ethiopia rejected Egypt's demand for a ceasefire.";
    const Case both[] = {{text, "Ethiopia", PL_STANCE_REJECTS, "ceasefire", NULL},
                         {text, "Egypt", PL_STANCE_DEMANDS, "ceasefire", NULL}};
    EXPECT(both);
}

static void test_reactions_are_to_what_stands_before(void **state)
{
    (void)state;
    const char *text = "Peru demands the withdrawal of troops, terms Chile and Bolivia reject.";
    const Case both[] = {{text, "Chile", PL_STANCE_REJECTS, "troop-withdrawal", NULL},
                         {text, "Bolivia", PL_STANCE_REJECTS, "troop-withdrawal", NULL}};
    EXPECT(both);
}

static void test_a_list_is_several_issues(void **state)
{
    (void)state;
    const char *text = "Kenya demanded a ceasefire and the release of hostages.";
    const Case both[] = {{text, "Kenya", PL_STANCE_DEMANDS, "ceasefire", NULL},
                         {text, "Kenya", PL_STANCE_DEMANDS, "hostages", NULL}};
    EXPECT(both);
}

static void test_a_list_of_deeds_ends_with_its_sentence(void **state)
{
    (void)state;
    desk_read(
        "Mexico agreed to lift the tariffs on steel\n\nNow, open the border and close the camps.");
    assert_int_equal(desk.talks.positions.n, 1);
    desk_read("Mexico agreed to lift the tariffs"); /* nothing follows in the report either */
    assert_int_equal(desk.talks.positions.n, 1);
}

static void test_praise_and_blame_are_stances(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Foreign Minister Ana Quispe of Peru called the agreement \"a disaster\".", "Peru",
         PL_STANCE_OPPOSES, "deal", NULL},
        {"\"This agreement is a victory for fishermen,\" said Chile's President Luis Rojas.",
         "Chile", PL_STANCE_SUPPORTS, "deal", NULL},
        {"Brazil denounced the tariffs on steel.", "Brazil", PL_STANCE_OPPOSES, "tariffs", NULL},
        {"The accord faces opposition from Kenya and from Egypt.", "Egypt", PL_STANCE_OPPOSES,
         "deal", NULL},
    };
    EXPECT(cases);
    desk_read("Analysts called the agreement \"a disaster\".");
    assert_int_equal(desk.talks.positions.n, 0);
}

static void test_an_accord_binds_its_sides(void **state)
{
    (void)state;
    const char *text = "The accord calls for Egypt to withdraw its troops, release prisoners and "
                       "open the border.";
    const Case three[] = {{text, "Egypt", PL_STANCE_ACCEPTS, "troop-withdrawal", NULL},
                          {text, "Egypt", PL_STANCE_ACCEPTS, "prisoners", NULL},
                          {text, "Egypt", PL_STANCE_ACCEPTS, "borders", NULL}};
    EXPECT(three);
    desk_read("The proposed accord calls for Egypt to withdraw its troops.");
    assert_int_equal(desk.talks.positions.n, 0);
}

static void test_a_body_is_that_of_its_speaker(void **state)
{
    (void)state;
    const Case cases[] = {
        {"Interior Minister Ole Vik of Norway said the government would not accept arbitration.",
         "Norway", PL_STANCE_REJECTS, "mediation", NULL},
        {"\"Our country wants a ceasefire,\" said Kenya's President Amina Odede.", "Kenya",
         PL_STANCE_DEMANDS, "ceasefire", NULL},
        {"Norway resumed talks with Peru, with Norway pressing for fishing quotas and Peru "
         "refusing to open its market.",
         "Peru", PL_STANCE_REJECTS, "market-access", NULL},
        {"Norway proposed that Peru release the prisoners.", "Norway", PL_STANCE_DEMANDS,
         "prisoners", NULL},
    };
    EXPECT(cases);
}

static void test_what_a_rival_does_not_want_is_blame(void **state)
{
    (void)state;
    desk_read("\"Egypt does not want peace,\" said Ethiopia's President Sara Bekele.");
    assert_int_equal(desk.talks.positions.n, 0);
}

static void test_terms_are_whole_phrases(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Kenya demanded a ceasefire, the release of 200 prisoners and an amnesty.", "Kenya",
         PL_STANCE_DEMANDS, "prisoners", "release of 200 prisoners"},
        {"Peru asked Chile to withdraw its troops from the valley.", "Peru", PL_STANCE_DEMANDS,
         "troop-withdrawal", "Chile to withdraw its troops from the valley"},
        {"Egypt wants to secure a truce.", "Egypt", PL_STANCE_DEMANDS, "ceasefire", ""},
    };
    EXPECT(cases);
}

static void test_a_bargain_is_an_offer_and_a_demand(void **state)
{
    (void)state;
    const char *text = "Norway said it would lift the tariffs in exchange for a fishing quota.";
    const Case both[] = {{text, "Norway", PL_STANCE_OFFERS, "tariffs", "lift the tariffs"},
                         {text, "Norway", PL_STANCE_DEMANDS, "fisheries", NULL}};
    EXPECT(both);
    const Case refusal = {"Kenya's army said it would not negotiate with the rebels.", "Kenya",
                          PL_STANCE_REJECTS, "talks", NULL};
    expect(&refusal, 1);
}

static void test_a_clause_tells_of_its_noun(void **state)
{
    (void)state;
    const char *text = "Peru proposed a 40-day truce, which Kenya accepted.";
    const Case both[] = {{text, "Peru", PL_STANCE_OFFERS, "ceasefire", "40-day"},
                         {text, "Kenya", PL_STANCE_ACCEPTS, "ceasefire", "40-day"}};
    EXPECT(both);
}

static void test_a_dateline_takes_no_stance(void **state)
{
    (void)state;
    const Case union_ = {"LOS ANGELES (AP) \u2014 The Teamsters union on Wednesday rejected a new "
                         "pay offer.",
                         "Teamsters", PL_STANCE_REJECTS, "wages-and-pay", NULL};
    expect(&union_, 1);
}

static void expect_none(const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        desk_read(texts[i]);
        if (desk.talks.positions.n) print_message("a position in: %s\n", texts[i]);
        assert_int_equal(desk.talks.positions.n, 0);
    }
}

#define EXPECT_NONE(texts) expect_none((texts), sizeof(texts) / sizeof *(texts))

static void test_who_wants_a_deal_undone_is_against_it(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Brazil called on Peru to quit the accord.", "Brazil", PL_STANCE_OPPOSES, "deal", NULL},
        {"Kenya opposes any bid to scrap the treaty.", "Kenya", PL_STANCE_SUPPORTS, "deal", NULL},
        {"Chile wants to suspend the talks.", "Chile", PL_STANCE_OPPOSES, "talks", NULL},
        /* what is no accord has no such turn */
        {"Norway called on Peru to end the blockade.", "Norway", PL_STANCE_DEMANDS, "blockade",
         NULL},
    };
    EXPECT(cases);
}

static void test_a_warning_against_is_opposition(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Peru warned Chile not to raise tariffs.", "Peru", PL_STANCE_OPPOSES, "tariffs", NULL},
        {"Egypt cautioned against a blockade of the port.", "Egypt", PL_STANCE_OPPOSES, "blockade",
         NULL},
        {"Kenya urged Egypt not to fill the dam.", "Kenya", PL_STANCE_OPPOSES, "dam", NULL},
        {"Kenya urged Egypt to fill the dam.", "Kenya", PL_STANCE_DEMANDS, "dam", NULL},
    };
    EXPECT(cases);
}

static void test_what_must_be_is_demanded(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"\"The shelling must stop,\" said Peru's President Luis Rojas.", "Peru", PL_STANCE_DEMANDS,
         "air-strikes", NULL},
        {"\"Overtime has to be paid in full,\" said Ana Quispe, president of the Dockers' Union.",
         "Dockers' Union", PL_STANCE_DEMANDS, "overtime", NULL},
        {"Chile says the militia, which holds two villages, should be disarmed.", "Chile",
         PL_STANCE_DEMANDS, "disarmament", NULL},
        {"\"There must never be a hard border,\" said Kenya's President Amina Odede.", "Kenya",
         PL_STANCE_OPPOSES, "border-checks", NULL},
    };
    EXPECT(cases);
    static const char *const texts[] = {
        "\"Should the talks fail, we go home,\" said Kenya's President Amina Odede.",
        "The tariffs must have cost them a fortune.",
    };
    EXPECT_NONE(texts);
}

static void test_own_deeds_are_offers_and_refusals(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"\"We will lift the tariffs on timber,\" said Peru's President Luis Rojas.", "Peru",
         PL_STANCE_OFFERS, "tariffs", NULL},
        {"Kenya said it would release 40 prisoners.", "Kenya", PL_STANCE_OFFERS, "prisoners", NULL},
        {"\"We will not reopen the border,\" said Chile's President Rosa Diaz.", "Chile",
         PL_STANCE_REJECTS, "borders", NULL},
    };
    EXPECT(cases);
    static const char *const texts[] = {
        "Kenya said Egypt would release 40 prisoners.",
        "\"We will know about the tariffs by May,\" said Peru's President Luis Rojas.",
    };
    EXPECT_NONE(texts);
}

static void test_a_trade_has_two_halves(void **state)
{
    (void)state;
    const char *text = "Peru agreed to lift the tariffs in return for a larger fishing quota.";
    const Case both[] = {{text, "Peru", PL_STANCE_ACCEPTS, "tariffs", NULL},
                         {text, "Peru", PL_STANCE_DEMANDS, "fisheries", NULL}};
    EXPECT(both);
    desk_read(text);
    assert_int_equal(desk.talks.positions.n, 2);
}

static void test_supporters_and_critics_hold_stances(void **state)
{
    (void)state;
    const char *text = "Supporters of the accord include Kenya and Egypt.";
    static const Case one = {"Ethiopia, a fierce critic of the tariffs, walked out.", "Ethiopia",
                             PL_STANCE_OPPOSES, "tariffs", NULL};
    const Case cases[] = {
        {text, "Kenya", PL_STANCE_SUPPORTS, "deal", NULL},
        {text, "Egypt", PL_STANCE_SUPPORTS, "deal", NULL},
        {"Norway is an opponent of whaling.", "Norway", PL_STANCE_OPPOSES, "whaling", NULL},
        one};
    EXPECT(cases);
    static const char *const texts[] = {"Norway met supporters of the accord.",
                                        "Critics of the accord burned flags."};
    EXPECT_NONE(texts);
}

static void test_what_a_deal_is_said_to_do_is_praise_or_blame(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"\"The accord will bring peace and growth,\" said Peru's President Luis Rojas.", "Peru",
         PL_STANCE_SUPPORTS, "deal", NULL},
        {"\"The agreement threatens our farmers,\" said Chile's President Rosa Diaz.", "Chile",
         PL_STANCE_OPPOSES, "deal", NULL},
        {"Peru signed the accord on Monday. \"This will prevent another war,\" said Kenya's "
         "President Amina Odede.",
         "Kenya", PL_STANCE_SUPPORTS, "deal", NULL},
        {"The union said the accord does not include pensions, Dockers' Union officials wrote. "
         "\"The agreement does not include pensions,\" said Ana Quispe, president of the "
         "Dockers' Union.",
         "Dockers' Union", PL_STANCE_DEMANDS, "pensions-and-retirement", NULL},
    };
    EXPECT(cases);
    static const char *const texts[] = {
        "\"Any accord would bring peace and growth,\" said Peru's President Luis Rojas.",
        "\"If the accord brings peace, we will see,\" said Peru's President Luis Rojas.",
        "The accord will bring peace and growth.",
    };
    EXPECT_NONE(texts);
}

static void test_what_follows_an_acceptance_is_accepted(void **state)
{
    (void)state;
    const char *text =
        "Egypt agreed to withdraw its troops. It will also release prisoners, as well "
        "as open the border.";
    const Case both[] = {{text, "Egypt", PL_STANCE_ACCEPTS, "prisoners", NULL},
                         {text, "Egypt", PL_STANCE_ACCEPTS, "borders", NULL}};
    EXPECT(both);
    static const char *const texts[] = {"Rain fell. Egypt will also release prisoners."};
    EXPECT_NONE(texts);
}

static void test_a_stance_that_is_only_thought_of_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "It will be weeks before Egypt agrees to release prisoners.",
        "A truce that could be accepted by Kenya was drafted.",
        "Norwegian companies rejected the tariffs.",
    };
    EXPECT_NONE(texts);
}

static void test_candidates_speak_for_themselves(void **state)
{
    (void)state;
    static const Case case_ = {"Presidential candidate Luis Rojas of Peru rejected the tariffs.",
                               "Luis Rojas", PL_STANCE_REJECTS, "tariffs", NULL};
    expect(&case_, 1);
    const Case runner = {"Democratic front-runner Luis Rojas rejected the tariffs.", "Luis Rojas",
                         PL_STANCE_REJECTS, "tariffs", NULL};
    expect(&runner, 1);
    static const char *const texts[] = {
        /* who has left office speaks for no state, and an institute not for where it is */
        "Former Foreign Minister Luis Rojas of Peru rejected the tariffs.",
        "The Lima-based institute rejected the tariffs.",
    };
    EXPECT_NONE(texts);
}

static void test_a_body_without_its_name_is_the_one_named(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Talks between Northgate Airways and the pilots stalled. The company rejected shorter "
         "shifts.",
         "Northgate Airways", PL_STANCE_REJECTS, "working-hours", NULL},
        {"The Dockers' Union met again. \"We want shorter shifts,\" said Ana Quispe, the union's "
         "president.",
         "Dockers' Union", PL_STANCE_DEMANDS, "working-hours", NULL},
        {"The Liberation Front stayed away. The group refused to disarm.", "Liberation Front",
         PL_STANCE_REJECTS, "disarmament", NULL},
        {"The Liberal Party met. Liberal leader Ana Quispe rejected tax cuts.", "Liberal Party",
         PL_STANCE_REJECTS, "taxes", NULL},
    };
    EXPECT(cases);
    const Case none = {"Kenya met the Dockers' Union. The company rejected overtime.",
                       "Dockers' Union", PL_STANCE_REJECTS, "overtime", NULL};
    desk_read(none.text);
    assert_false(has(&none));
}

static void test_a_threat_sets_a_condition(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Chile threatened to leave unless Peru lifted its tariffs.", "Chile", PL_STANCE_DEMANDS,
         "tariffs", NULL},
        {"Kenya said it was ready to talk provided that Egypt freed the hostages.", "Kenya",
         PL_STANCE_DEMANDS, "hostages", NULL},
    };
    EXPECT(cases);
    static const char *const texts[] = {"Rain threatened the harvest unless tariffs fell."};
    EXPECT_NONE(texts);
}

static void test_content_is_what_the_words_are_about(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Kenya offered the rebels an amnesty.", "Kenya", PL_STANCE_OFFERS, "amnesty", NULL},
        {"Peru objected to any mention of whaling.", "Peru", PL_STANCE_OPPOSES, "whaling", NULL},
        {"Norway insisted that the text include whaling.", "Norway", PL_STANCE_DEMANDS, "whaling",
         NULL},
        {"Peru accused Chile of rejecting arbitration.", "Chile", PL_STANCE_REJECTS, "mediation",
         NULL},
    };
    EXPECT(cases);
    const char *list = "The offer leaves out pensions, the Dockers' Union's top demand.";
    const Case demand = {list, "Dockers' Union", PL_STANCE_DEMANDS, "pensions-and-retirement",
                         NULL};
    expect(&demand, 1);
    const Case ready = {"Chile said it was ready to accept arbitration.", "Chile",
                        PL_STANCE_ACCEPTS, "mediation", NULL};
    expect(&ready, 1);
    const Case verdict = {"\"It was not a good deal,\" said Kenya's President Amina Odede of the "
                          "accord.",
                          "Kenya", PL_STANCE_OPPOSES, "deal", NULL};
    expect(&verdict, 1);
    desk_read("Peru is committed to arbitration.");
    assert_int_equal(desk.talks.positions.n, 1);
    /* with whom one agrees is not on what one agrees */
    static const char *const texts[] = {"Kenya backed Egypt's position on tariffs."};
    EXPECT_NONE(texts);
}

static void test_what_must_be_is_read_from_its_own_clause(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Chile says any peace deal must include an amnesty.", "Chile", PL_STANCE_DEMANDS,
         "amnesty", NULL},
        {"Peru stressed that the talks are no game, and that the militia must disarm.", "Peru",
         PL_STANCE_DEMANDS, "disarmament", NULL},
    };
    EXPECT(cases);
    desk_read(cases[1].text);
    assert_int_equal(desk.talks.positions.n, 1);
    static const char *const texts[] = {
        /* threats and what is only imagined are no offers */
        "\"If they do not sign, we will close the border,\" said Kenya's President Amina Odede.",
        "Kenya spoke about accepting arbitration.",
        "Kenya is considering tariffs.",
        "Kenya considers the deal dead.",
        "Kenya warned of chaos should the truce fail.",
    };
    EXPECT_NONE(texts);
}

static void test_who_heads_a_state_is_of_no_party(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"The Reform Party met. Peruvian Prime Minister Ana Quispe rejected tax cuts. Reform Prime "
         "Minister Ana Quispe smiled.",
         "Peru", PL_STANCE_REJECTS, "taxes", NULL},
        {"The Liberal Party met. Liberal lawmaker Ana Quispe rejected tax cuts.", "Liberal Party",
         PL_STANCE_REJECTS, "taxes", NULL},
    };
    EXPECT(cases);
}

static void test_evidence_is_the_words(void **state)
{
    (void)state;
    desk_read("The rain went on. Norway rejected fishing quotas, officials said.");
    assert_true(desk.talks.positions.n >= 1);
    PlSpan span = desk.talks.positions.items[0].span;
    assert_true(
        pl_slice_is(pl_slice_of(desk.article.text, span), "Norway rejected fishing quotas"));
}

static void test_long_input_stays_linear(void **state)
{
    (void)state;
    static char text[1 << 18];
    static const char unit[] = "Norway demands that Chile rejects terms it opposes and ";
    size_t len = 0;
    while (len + sizeof unit < sizeof text) {
        for (size_t i = 0; i + 1 < sizeof unit; i++)
            text[len++] = unit[i];
    }
    text[len] = '\0';
    desk_read(text);
    assert_true(desk.tokens.n_tokens > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verbs_take_stances),
        cmocka_unit_test(test_a_denied_verb_turns),
        cmocka_unit_test(test_what_is_not_said_is_no_position),
        cmocka_unit_test(test_nouns_hold_stances),
        cmocka_unit_test(test_a_rejected_demand_is_two_positions),
        cmocka_unit_test(test_reactions_are_to_what_stands_before),
        cmocka_unit_test(test_a_list_is_several_issues),
        cmocka_unit_test(test_a_list_of_deeds_ends_with_its_sentence),
        cmocka_unit_test(test_praise_and_blame_are_stances),
        cmocka_unit_test(test_an_accord_binds_its_sides),
        cmocka_unit_test(test_a_body_is_that_of_its_speaker),
        cmocka_unit_test(test_what_a_rival_does_not_want_is_blame),
        cmocka_unit_test(test_terms_are_whole_phrases),
        cmocka_unit_test(test_a_bargain_is_an_offer_and_a_demand),
        cmocka_unit_test(test_a_clause_tells_of_its_noun),
        cmocka_unit_test(test_a_dateline_takes_no_stance),
        cmocka_unit_test(test_who_wants_a_deal_undone_is_against_it),
        cmocka_unit_test(test_a_warning_against_is_opposition),
        cmocka_unit_test(test_what_must_be_is_demanded),
        cmocka_unit_test(test_own_deeds_are_offers_and_refusals),
        cmocka_unit_test(test_a_trade_has_two_halves),
        cmocka_unit_test(test_supporters_and_critics_hold_stances),
        cmocka_unit_test(test_what_a_deal_is_said_to_do_is_praise_or_blame),
        cmocka_unit_test(test_what_follows_an_acceptance_is_accepted),
        cmocka_unit_test(test_a_stance_that_is_only_thought_of_is_none),
        cmocka_unit_test(test_candidates_speak_for_themselves),
        cmocka_unit_test(test_a_body_without_its_name_is_the_one_named),
        cmocka_unit_test(test_a_threat_sets_a_condition),
        cmocka_unit_test(test_content_is_what_the_words_are_about),
        cmocka_unit_test(test_what_must_be_is_read_from_its_own_clause),
        cmocka_unit_test(test_who_heads_a_state_is_of_no_party),
        cmocka_unit_test(test_evidence_is_the_words),
        cmocka_unit_test(test_long_input_stays_linear),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
