/* Sentences of our own about disputes of our own, through every layer before this one. */
#include "found_quotes.h"

#include <string.h>

static void a_quotation_and_its_speaker(void **state)
{
    (void)state;
    expect("“The ferry will sail,” said harbour master Ingrid Solberg on Monday.",
           "direct Ingrid Solberg: The ferry will sail,\n");
    expect("Ingrid Solberg told reporters: \"The ferry will sail.\"",
           "direct Ingrid Solberg: The ferry will sail.\n");
    expect("\"The ferry,\" Ingrid Solberg said, \"will sail at noon.\"",
           "direct Ingrid Solberg: The ferry,\n"
           "direct Ingrid Solberg: will sail at noon.\n");
}

static void a_speaker_with_an_insertion(void **state)
{
    (void)state;
    expect("Tomas Reyes, the leader of the miners, said the pit was “a death trap.”",
           "mixed Tomas Reyes: the pit was “a death trap.”\n"
           "direct Tomas Reyes: a death trap.\n");
}

static void sentences_that_go_on(void **state)
{
    (void)state;
    expect("“The pit is closed,” Tomas Reyes said. “It will stay closed.”",
           "direct Tomas Reyes: The pit is closed,\n"
           "direct Tomas Reyes: It will stay closed.\n");
}

static void paragraphs_that_go_on(void **state)
{
    (void)state;
    expect("“The pit is closed. We closed it.\n\n“Nobody will open it,” Tomas Reyes said.",
           "direct Tomas Reyes: The pit is closed. We closed it.\n"
           "direct Tomas Reyes: Nobody will open it,\n");
}

static void reported_words(void **state)
{
    (void)state;
    expect("Tomas Reyes said that the pit would stay closed.",
           "indirect Tomas Reyes: the pit would stay closed\n");
    expect("The pit would stay closed, Tomas Reyes said.",
           "indirect Tomas Reyes: The pit would stay closed\n");
    expect("According to Tomas Reyes, the pit would stay closed.",
           "indirect Tomas Reyes: the pit would stay closed\n");
    expect("Tomas Reyes accused Ingrid Solberg of breaking her word.",
           "indirect Tomas Reyes: breaking her word\n");
    expect("Tomas Reyes called for an inquiry into the accident.",
           "indirect Tomas Reyes: an inquiry into the accident\n");
    expect("Tomas Reyes urged Ingrid Solberg to open the books.",
           "indirect Tomas Reyes: Ingrid Solberg to open the books\n");
}

static void a_pronoun_goes_on_with_who_speaks(void **state)
{
    (void)state;
    expect("“The pit is closed,” said Ramon Duarte, an aide to union leader Tomas Reyes.\n\n"
           "“It will stay closed,” he added.",
           "direct Ramon Duarte: The pit is closed,\n"
           "direct Ramon Duarte: It will stay closed,\n");
}

static void a_thought_is_told_by_who_tells_it(void **state)
{
    (void)state;
    expect("Tomas Reyes said that Velport sees the offer as a “trick.”",
           "mixed Tomas Reyes: Velport sees the offer as a “trick.”\n"
           "direct Tomas Reyes: trick.\n");
}

static void participles_share_the_subject(void **state)
{
    (void)state;
    expect("“The pit is closed,” Tomas Reyes told reporters, stressing the need for an inquiry.",
           "direct Tomas Reyes: The pit is closed,\n"
           "indirect Tomas Reyes: the need for an inquiry\n");
}

static void nouns_of_speech(void **state)
{
    (void)state;
    expect("The pit reopened despite Tomas Reyes’s warning that the roof was loose.",
           "indirect Tomas Reyes: the roof was loose\n");
}

static void what_was_not_said_is_no_report(void **state)
{
    (void)state;
    expect("Tomas Reyes did not say that the pit would close.",
           "attitude Tomas Reyes: the pit would close\n");
    expect("Tomas Reyes will say that the pit is safe.", "attitude Tomas Reyes: the pit is safe\n");
    expect("The mayor said that Tomas Reyes would suggest a longer pier.",
           "indirect The mayor: Tomas Reyes would suggest a longer pier\n");
    expect("The mayor said that Tomas Reyes refused to leave.",
           "indirect The mayor: Tomas Reyes refused to leave\n");
}

static void what_was_not_said_is_marked(void **state)
{
    (void)state;
    Found denied = find(PL_SLICE("Tomas Reyes did not say that the pit would close."));
    assert_true(denied.quotes.quotes.items[0].is_unsaid);
    Found wanted = find(PL_SLICE("Tomas Reyes wants the board to open the books."));
    assert_false(wanted.quotes.quotes.items[0].is_unsaid);
}

static void words_that_are_called_something(void **state)
{
    (void)state;
    expect("Tomas Reyes dismissed the owner’s offer as “crumbs.”", "direct Tomas Reyes: crumbs.\n");
    expect("Tomas Reyes referred to the pay panel as a “puppet show.”",
           "direct Tomas Reyes: puppet show.\n");
}

static void two_speakers_in_one_sentence(void **state)
{
    (void)state;
    expect("Tomas Reyes said the pit was “closed,” while Ingrid Solberg called him a “liar.”",
           "mixed Tomas Reyes: the pit was “closed,”\n"
           "direct Tomas Reyes: closed,\n"
           "direct Ingrid Solberg: liar.\n");
}

static void headings_and_scare_quotes_have_no_speaker(void **state)
{
    (void)state;
    expect("Ferry talks resume in the north\n\nThe owners met the crews on Monday.\n\n"
           "‘No way back’\n\nThe “winter rule” is thirty years old.",
           "heading -: No way back\nscare -: winter rule\n");
}

static void titles_of_works_are_said_by_nobody(void **state)
{
    (void)state;
    expect("Ingrid Solberg, who wrote the book “A Quiet Harbour,” said the ferry would sail.",
           "scare -: A Quiet Harbour,\n"
           "indirect Ingrid Solberg: the ferry would sail\n");
}

static void a_name_below_a_quotation(void **state)
{
    (void)state;
    expect("The owners met the crews on Monday.\n\n“The ferry has to sail in winter.”\n"
           "— Ingrid Solberg, Velport Gazette",
           "direct Ingrid Solberg: The ferry has to sail in winter.\n");
}

static void somebody_without_a_name_speaks(void **state)
{
    (void)state;
    expect("Ferry critics argue that the crossing is too slow.",
           "indirect Ferry critics: the crossing is too slow\n");
    expect("The board met skeptics who argued that the crossing was too slow.",
           "indirect skeptics: the crossing was too slow\n");
    expect("Some say the crossing is too slow.", "indirect Some: the crossing is too slow\n");
    expect("A survey found that the crossing was too slow.",
           "indirect A survey: the crossing was too slow\n");
    expect("A survey released in late August found that, in winter, the crossing was too slow.",
           "indirect A survey: in winter, the crossing was too slow\n");
    expect("The long delay showed that the crossing was too slow.", "");
    expect("Anyone who says the crossing is slow has never sailed.", "");
}

static void a_source_after_a_long_clause(void **state)
{
    (void)state;
    expect("Tomas Reyes asked the board to open the books, lawyers for the crews said.",
           "indirect lawyers: Tomas Reyes asked the board to open the books\n"
           "indirect Tomas Reyes: the board to open the books\n");
    expect("The crossing is too slow, as Tomas Reyes has said.",
           "indirect Tomas Reyes: The crossing is too slow\n");
}

static void a_verb_shares_the_subject_above_it(void **state)
{
    (void)state;
    expect("Ingrid Solberg has rejected the plan of the crews, saying it was too late.",
           "attitude Ingrid Solberg: the plan of the crews\n"
           "indirect Ingrid Solberg: it was too late\n");
    expect("Ingrid Solberg was quick to reply: “The ferry will sail.”",
           "direct Ingrid Solberg: The ferry will sail.\n");
    expect("The mayor continued to insist that the ferry would sail.",
           "indirect The mayor: the ferry would sail\n");
}

static void what_somebody_wants_or_refuses(void **state)
{
    (void)state;
    expect("Tomas Reyes wants the board to open the books.",
           "attitude Tomas Reyes: the board to open the books\n");
    expect("Tomas Reyes refused to sail in the storm.",
           "attitude Tomas Reyes: to sail in the storm\n");
    expect("Tomas Reyes is confident that the ferry will sail.",
           "indirect Tomas Reyes: the ferry will sail\n");
    expect("Tomas Reyes said he hopes the ferry will sail.",
           "indirect Tomas Reyes: he hopes the ferry will sail\n");
}

static void what_is_judged_is_not_what_is_said(void **state)
{
    (void)state;
    expect("Tomas Reyes attacked the owners.", "attitude Tomas Reyes: the owners\n");
    expect("Tomas Reyes condemned what the owners had planned.",
           "attitude Tomas Reyes: what the owners had planned\n");
    expect("Tomas Reyes criticized the owners for closing the pit.",
           "attitude Tomas Reyes: closing the pit\n");
    expect("Tomas Reyes questioned the commitment of the owners to safety.",
           "attitude Tomas Reyes: the commitment of the owners to safety\n");
    expect("Tomas Reyes maintained open lines with the owners in the talks.", "");
    expect("After Tomas Reyes attacked the owners, they left.",
           "attitude Tomas Reyes: the owners\n");
    expect("Tomas Reyes voiced doubts over the “winter rule.”",
           "attitude Tomas Reyes: doubts over the “winter rule.”\n"
           "direct Tomas Reyes: winter rule.\n");
    expect("Tomas Reyes sees the plan as a trap for the crews.",
           "indirect Tomas Reyes: a trap for the crews\n");
    expect("Tomas Reyes believes the plan is a trap.",
           "indirect Tomas Reyes: the plan is a trap\n");
    expect("The board decided not to quietly close the pit.",
           "attitude The board: not to quietly close the pit\n");
}

static void a_verb_that_supports_a_noun_of_speech(void **state)
{
    (void)state;
    expect("Tomas Reyes has issued a stern warning that the roof is loose.",
           "indirect Tomas Reyes: the roof is loose\n");
    expect("Tomas Reyes raised questions about the loose roof.",
           "indirect Tomas Reyes: the loose roof\n");
    expect("Tomas Reyes has no interest in the pit.", "attitude Tomas Reyes: the pit\n");
    expect("The letter caused a warning that the roof is loose.", "");
    expect("The storm made a promise of rain.", "");
}

static void an_agent_says_what_stands_before(void **state)
{
    (void)state;
    expect("The plan of the crews was praised by Tomas Reyes.",
           "attitude Tomas Reyes: The plan of the crews\n");
    expect("The pit was closed by Tomas Reyes.", "");
}

static void nobody_named_thinks_so(void **state)
{
    (void)state;
    expect("The ferry is expected to sail at noon.", "attitude -: to sail at noon\n");
    expect("The owners have been accused of neglect and greed.", "attitude -: neglect and greed\n");
    expect("The ferry is supposed to sail at noon.", "");
    expect("The ferry is known in the town.", "");
}

static void what_stands_between_a_verb_and_its_words(void **state)
{
    (void)state;
    expect("Tomas Reyes pleaded on Friday for an inquiry into the accident.",
           "indirect Tomas Reyes: an inquiry into the accident\n");
    expect("Tomas Reyes asked Ingrid Solberg, the harbour master, to open the books.",
           "indirect Tomas Reyes: Ingrid Solberg, the harbour master, to open the books\n");
    expect("As Tomas Reyes has pointed out, the crossing is too slow.",
           "indirect Tomas Reyes: the crossing is too slow\n");
}

static void an_office_goes_on_with_who_speaks(void **state)
{
    (void)state;
    expect("“The pit is closed,” Tomas Reyes said.\n\n"
           "“It will stay closed,” the congressman added.",
           "direct Tomas Reyes: The pit is closed,\n"
           "direct Tomas Reyes: It will stay closed,\n");
}

static void words_below_a_colon(void **state)
{
    (void)state;
    expect("The crews met in Velport on Monday.\n\nIngrid Solberg went on to say:\n\n"
           "The ferry will sail by day. It will not sail by night.",
           "direct Ingrid Solberg: The ferry will sail by day. It will not sail by night.\n");
}

static void a_sentence_goes_on_without_a_cue(void **state)
{
    (void)state;
    expect("“The pit is closed,” Tomas Reyes said. Opening it would be “a crime against the town.”",
           "direct Tomas Reyes: The pit is closed,\n"
           "mixed Tomas Reyes: Opening it would be “a crime against the town.”\n"
           "direct Tomas Reyes: a crime against the town.\n");
}

static void a_report_that_is_one_quotation(void **state)
{
    (void)state;
    expect("“The pit is closed. It will stay closed until the owners pay.”",
           "direct -: The pit is closed. It will stay closed until the owners pay.\n");
}

static void what_is_cited_or_called_is_no_source(void **state)
{
    (void)state;
    expect("Ingrid Solberg left the talks, citing the lack of time.",
           "indirect Ingrid Solberg: the lack of time\n");
    expect("The board passes plans known as “winter budgets” each year.",
           "scare -: winter budgets\n");
}

static void a_speaker_of_many_words(void **state)
{
    (void)state;
    expect("“We had a vote in May,” Ingrid Solberg, one of the few owners who had backed the last "
           "plan "
           "of the crews for a longer pier, said.",
           "direct Ingrid Solberg: We had a vote in May,\n");
}

static void nothing_to_find(void **state)
{
    (void)state;
    expect("", "");
    expect("The ferry sailed at noon.", "");
    expect("“ ” \" '' ”“", "");
}

/* 5,000 clauses of speech in one sentence, with quotations that nest. */
static void a_sentence_without_end_is_linear(void **state)
{
    (void)state;
    enum { N = 5000 };
    static const char clause[] = "he said “that they said “no” and ";
    PlArena own;
    pl_arena_init(&own, 0);
    char *text = pl_arena_alloc(&own, N * sizeof clause, 1);
    for (size_t i = 0; i < N; i++)
        memcpy(text + i * (sizeof clause - 1), clause, sizeof clause - 1);
    find((PlSlice){text, N * (sizeof clause - 1)});
    pl_arena_clear(&own);
}

/* Sources one after another: each could tell all that stands before it. */
static void sources_without_end_are_linear(void **state)
{
    (void)state;
    enum { N = 20000 };
    static const char clause[] = "according to a union, ";
    PlArena own;
    pl_arena_init(&own, 0);
    char *text = pl_arena_alloc(&own, N * sizeof clause, 1);
    for (size_t i = 0; i < N; i++)
        memcpy(text + i * (sizeof clause - 1), clause, sizeof clause - 1);
    find((PlSlice){text, N * (sizeof clause - 1)});
    pl_arena_clear(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quotation_and_its_speaker),
        cmocka_unit_test(a_speaker_with_an_insertion),
        cmocka_unit_test(sentences_that_go_on),
        cmocka_unit_test(paragraphs_that_go_on),
        cmocka_unit_test(reported_words),
        cmocka_unit_test(a_pronoun_goes_on_with_who_speaks),
        cmocka_unit_test(a_thought_is_told_by_who_tells_it),
        cmocka_unit_test(participles_share_the_subject),
        cmocka_unit_test(nouns_of_speech),
        cmocka_unit_test(what_was_not_said_is_no_report),
        cmocka_unit_test(what_was_not_said_is_marked),
        cmocka_unit_test(words_that_are_called_something),
        cmocka_unit_test(two_speakers_in_one_sentence),
        cmocka_unit_test(headings_and_scare_quotes_have_no_speaker),
        cmocka_unit_test(titles_of_works_are_said_by_nobody),
        cmocka_unit_test(a_name_below_a_quotation),
        cmocka_unit_test(somebody_without_a_name_speaks),
        cmocka_unit_test(a_source_after_a_long_clause),
        cmocka_unit_test(a_verb_shares_the_subject_above_it),
        cmocka_unit_test(what_somebody_wants_or_refuses),
        cmocka_unit_test(what_is_judged_is_not_what_is_said),
        cmocka_unit_test(a_verb_that_supports_a_noun_of_speech),
        cmocka_unit_test(an_agent_says_what_stands_before),
        cmocka_unit_test(nobody_named_thinks_so),
        cmocka_unit_test(what_stands_between_a_verb_and_its_words),
        cmocka_unit_test(an_office_goes_on_with_who_speaks),
        cmocka_unit_test(words_below_a_colon),
        cmocka_unit_test(a_sentence_goes_on_without_a_cue),
        cmocka_unit_test(a_report_that_is_one_quotation),
        cmocka_unit_test(what_is_cited_or_called_is_no_source),
        cmocka_unit_test(a_speaker_of_many_words),
        cmocka_unit_test(nothing_to_find),
        cmocka_unit_test(a_sentence_without_end_is_linear),
        cmocka_unit_test(sources_without_end_are_linear),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
