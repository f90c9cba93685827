#include "mention_asserts.h"

#include "mention/link_features.h"
#include "mention/mention_model.h"

/* The id that the `nth` mention or reference whose words are `words` has in the annotation. */
static int32_t meant_by(const char *words, uint32_t nth)
{
    for (uint32_t i = 0; i < desk.mentions.references.n; i++) {
        const PlReference *reference = &desk.mentions.references.items[i];
        if (pl_slice_is(pl_slice_of(desk.article.text, reference->span), words) && nth-- == 0)
            return reference->entity;
    }
    const PlMention *mention = mention_of(words, nth);
    return mention ? mention->entity : -1;
}

static void assert_one(const char *a, uint32_t nth_a, const char *b, uint32_t nth_b)
{
    int32_t x = meant_by(a, nth_a);
    int32_t y = meant_by(b, nth_b);
    if (x < 0 || x != y) fail_msg("'%s' is %d, '%s' is %d", a, x, b, y);
}

static void assert_two(const char *a, const char *b)
{
    int32_t x = meant_by(a, 0);
    if (x >= 0 && x == meant_by(b, 0)) fail_msg("'%s' and '%s' are both %d", a, b, x);
}

static void a_thing_and_its_pronoun(void **state)
{
    (void)state;
    desk_read("The ministers signed a new treaty on Monday. It has nine articles. The treaty was "
              "short.",
              "");
    assert_one("a new treaty", 0, "It", 0);
    assert_one("a new treaty", 0, "The treaty", 0);
    assert_two("The ministers", "The treaty");
}

static void a_speaker_before_the_quotation(void **state)
{
    (void)state;
    desk_read("Maria Lund was calm. Maria Lund said: \"I will sign, and my party knows it.\"", "");
    assert_one("I", 0, "Maria Lund", 0);
    assert_one("my", 0, "Maria Lund", 0);
}

static void a_speaker_behind_the_quotation(void **state)
{
    (void)state;
    desk_read("\"I will sign, and I am glad,\" said Maria Lund.", "");
    assert_one("I", 0, "Maria Lund", 0);
    assert_one("I", 1, "Maria Lund", 0);
}

static void an_author_is_one(void **state)
{
    (void)state;
    desk_read("I came to the harbour at noon. I saw my brother there.", "");
    assert_one("I", 0, "I", 1);
    assert_one("I", 0, "my", 0);
}

static void two_named_ones_stay_two(void **state)
{
    (void)state;
    desk_read("Norway met Chile. Norway left. Chile stayed. Norway came back.", "");
    assert_differ("Norway", "Chile");
}

static void the_record_is_not_touched(void **state)
{
    (void)state;
    desk_read("The firm opened a museum. The museum was old, and it was damp.", "");
    for (uint32_t i = 0; i < desk.mentions.entities.n; i++)
        assert_false(pl_slice_is(desk.mentions.entities.items[i].name, "a museum"));
    assert_one("a museum", 0, "The museum", 0);
    assert_true((uint32_t)meant_by("a museum", 0) >= desk.mentions.entities.n);
}

static void references_are_in_order_and_point_somewhere(void **state)
{
    (void)state;
    desk_read("We read the plan. You said that the plan was bad, and they said so of it. Our plan "
              "failed. \"I know,\" said the cook, \"that you and I like this plan.\"",
              "");
    uint32_t n = desk.mentions.entities.n + desk.mentions.things.n;
    assert_true(desk.mentions.references.n > 2);
    for (uint32_t i = 0; i < desk.mentions.references.n; i++) {
        const PlReference *reference = &desk.mentions.references.items[i];
        assert_true(reference->entity >= -1 && reference->entity < (int32_t)n);
        assert_true(reference->first_tok <= reference->head_tok);
        assert_true(reference->head_tok < reference->end_tok);
        assert_true(i == 0 || reference[-1].first_tok <= reference->first_tok);
    }
}

static void a_description_of_one_that_is_named(void **state)
{
    (void)state;
    desk_read(
        "Crumb Holdings is a company in Leeds. The company sells bread, and it has two mills. "
        "Peter Holm is an engineer at the port. The engineer saw the crane fall.",
        "");
    assert_one("The company", 0, "Crumb Holdings", 0);
    assert_one("it", 0, "Crumb Holdings", 0);
    assert_same("The engineer", 0, "Peter Holm", 0);
}

static void nouns_have_sorts(void **state)
{
    (void)state;
    const PlNounSorts *sorts = &desk.mention_model->noun_sorts;
    assert_int_equal(pl_noun_sort(sorts, PL_SLICE("carpenter")), PL_SORT_PERSON);
    assert_int_equal(pl_noun_sort(sorts, PL_SLICE("bridge")), PL_SORT_OBJECT);
    assert_int_equal(pl_noun_sort(sorts, PL_SLICE("arrival")), PL_SORT_ACT);
    assert_int_equal(pl_noun_sort(sorts, PL_SLICE("qwertyuiop")), PL_SORT_UNKNOWN);
}

static void weights_have_names(void **state)
{
    (void)state;
    for (uint32_t row = 0; row < pl_link_n_rows(); row += 7) {
        char name[256];
        pl_link_row_name(row, name, sizeof name);
        PlSlice rest = pl_slice(name);
        PlSlice facts;
        assert_true(pl_slice_next(&rest, '\t', &facts));
        assert_int_equal(pl_link_row_named(facts, rest), row);
    }
    assert_int_equal(pl_link_row_named(PL_SLICE("kind"), PL_SLICE("none-such")), -1);
    assert_int_equal(pl_link_row_named(PL_SLICE("none-such"), PL_SLICE("it")), -1);
}

static void an_empty_it_means_nobody(void **state)
{
    (void)state;
    desk_read("Norway waited. It was clear that the talks had failed.", "");
    assert_int_not_equal(meant_by("It", 0), entity_of("Norway", 0));
}

static void nothing_to_speak_of(void **state)
{
    (void)state;
    desk_read("", "");
    assert_int_equal(desk.mentions.references.n, 0);
    desk_read("Rain.", "");
    assert_int_equal(desk.mentions.references.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thing_and_its_pronoun),
        cmocka_unit_test(a_speaker_before_the_quotation),
        cmocka_unit_test(a_speaker_behind_the_quotation),
        cmocka_unit_test(an_author_is_one),
        cmocka_unit_test(two_named_ones_stay_two),
        cmocka_unit_test(the_record_is_not_touched),
        cmocka_unit_test(references_are_in_order_and_point_somewhere),
        cmocka_unit_test(a_description_of_one_that_is_named),
        cmocka_unit_test(nouns_have_sorts),
        cmocka_unit_test(weights_have_names),
        cmocka_unit_test(an_empty_it_means_nobody),
        cmocka_unit_test(nothing_to_speak_of),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
