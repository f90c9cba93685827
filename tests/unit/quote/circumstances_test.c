/* How and when something was said, and the words that tell who says it and that they do. */
#include "found_quotes.h"

static void check(const char *text, const char *channel, const char *date)
{
    Found found = find(pl_slice(text));
    assert_true(found.quotes.quotes.n > 0);
    const PlQuote *quote = &found.quotes.quotes.items[0];
    assert_string_equal(words_of(&found, quote->channel), channel);
    assert_string_equal(pl_arena_format(&arena, "%.*s", PL_PRI(quote->date)).ptr, date);
}

static void a_channel_after_the_cue(void **state)
{
    (void)state;
    check("Ingrid Solberg said in a post on X that the ferry would sail.", "a post on X", "");
    check("“The ferry will sail,” Ingrid Solberg said at a news conference.", "a news conference",
          "");
    check("Ingrid Solberg told Velport Radio in an interview that the ferry would sail.",
          "an interview", "");
}

static void a_channel_that_opens_the_sentence(void **state)
{
    (void)state;
    check("In a letter to the crews on 3 May 2021, Ingrid Solberg said the ferry would sail.",
          "a letter to the crews", "2021-05-03");
}

static void a_day_beside_the_cue(void **state)
{
    (void)state;
    check("Ingrid Solberg said on 3 May 2021 that the ferry would sail in June.", "", "2021-05-03");
    check("Ingrid Solberg said that the ferry would sail on 3 May 2021.", "", "");
}

static void check_words(const char *text, const char *speaker, const char *cue)
{
    Found found = find(pl_slice(text));
    assert_true(found.quotes.quotes.n > 0);
    const PlQuote *quote = &found.quotes.quotes.items[0];
    assert_string_equal(words_of(&found, quote->speaker_span), speaker);
    assert_string_equal(words_of(&found, quote->cue), cue);
}

static void a_speaker_is_told_by_the_whole_phrase(void **state)
{
    (void)state;
    check_words("Harbour master Ingrid Solberg said the ferry would sail.",
                "Harbour master Ingrid Solberg", "said");
    check_words("Ingrid Solberg, the head of the ferry board, said the ferry would sail.",
                "Ingrid Solberg, the head of the ferry board", "said");
    check_words("A spokeswoman for the ferry board said the ferry would sail.",
                "A spokeswoman for the ferry board", "said");
}

static void a_cue_is_told_by_the_whole_verb_group(void **state)
{
    (void)state;
    check_words("Ingrid Solberg has repeatedly said the ferry would sail.", "Ingrid Solberg",
                "has repeatedly said");
    check_words("Ingrid Solberg had warned of a long winter without the ferry.", "Ingrid Solberg",
                "had warned of");
}

static void words_are_about_whom_they_name(void **state)
{
    (void)state;
    Found found = find(pl_slice("Ingrid Solberg said Tomas Reyes would never sail again."));
    assert_int_equal(found.quotes.quotes.n, 1);
    int32_t about = found.quotes.quotes.items[0].about;
    assert_true(about >= 0);
    assert_true(pl_slice_is(found.mentions.entities.items[about].name, "Tomas Reyes"));
}

static void somebody_is_told_something(void **state)
{
    (void)state;
    Found found = find(pl_slice("Ingrid Solberg told Tomas Reyes that the ferry would sail."));
    assert_int_equal(found.quotes.quotes.n, 1);
    int32_t addressee = found.quotes.quotes.items[0].addressee;
    assert_true(addressee >= 0);
    assert_true(pl_slice_is(found.mentions.entities.items[addressee].name, "Tomas Reyes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_channel_after_the_cue),
        cmocka_unit_test(a_channel_that_opens_the_sentence),
        cmocka_unit_test(a_day_beside_the_cue),
        cmocka_unit_test(a_speaker_is_told_by_the_whole_phrase),
        cmocka_unit_test(a_cue_is_told_by_the_whole_verb_group),
        cmocka_unit_test(words_are_about_whom_they_name),
        cmocka_unit_test(somebody_is_told_something),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
