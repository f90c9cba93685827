/* Transcripts, interviews and posts: words without quotation marks that are somebody's. */
#include "found_quotes.h"

#include <stdio.h>

static void a_transcript_has_labels(void **state)
{
    (void)state;
    expect("The harbour board met the crews in Velport on Monday.\n\n"
           "Ingrid Solberg and Tomas Reyes took the chair.\n\n"
           "SOLBERG: The ferry will sail.\n\n"
           "REYES: Not without us. You said “never.”\n\n"
           "MS. SOLBERG: I did not.",
           "direct Ingrid Solberg: The ferry will sail.\n"
           "direct Tomas Reyes: Not without us. You said “never.”\n"
           "direct Ingrid Solberg: I did not.\n");
}

static void an_interview_has_questions(void **state)
{
    (void)state;
    expect("The Gazette spoke with Ingrid Solberg, who runs the ferry.\n\n"
           "Q: Will the ferry sail?\n\n"
           "A: Yes. It will.\n\n"
           "Q. And in winter?\n\n"
           "A. Only by day.",
           "direct -: Will the ferry sail?\n"
           "direct Ingrid Solberg: Yes. It will.\n"
           "direct -: And in winter?\n"
           "direct Ingrid Solberg: Only by day.\n");
}

static void a_paragraph_between_labels_goes_on(void **state)
{
    (void)state;
    expect("The board met the crews on Monday. Ingrid Solberg and Tomas Reyes spoke.\n\n"
           "Ingrid Solberg: The ferry will sail.\n\n"
           "It will sail by day and it will sail by night.\n\n"
           "Tomas Reyes: Not without us.\n\n"
           "The board will meet the crews again in May.",
           "direct Ingrid Solberg: The ferry will sail.\n"
           "direct Ingrid Solberg: It will sail by day and it will sail by night.\n"
           "direct Tomas Reyes: Not without us.\n");
}

static void an_answer_without_a_label_is_not_the_question(void **state)
{
    (void)state;
    expect("Ingrid Solberg runs the ferry. Tomas Reyes leads the crews.\n\n"
           "Q: What is new about the deal?\n\n"
           "For the first time it covers the winter.\n\n"
           "Q: What does it cost?\n\nNobody knows what it costs.",
           "direct -: What is new about the deal?\n"
           "direct -: What does it cost?\n");
}

static void one_colon_makes_no_transcript(void **state)
{
    (void)state;
    expect("The crews left the ferry on Monday. Ingrid Solberg was on the pier.\n\n"
           "READ MORE: A winter without a ferry.\n\nUPDATE: The ferry is back.",
           "");
}

static void a_post_names_its_author_below(void **state)
{
    (void)state;
    expect("The crews left the ferry on Monday, to the anger of Ingrid Solberg, who runs it.\n\n"
           "The ferry will sail tonight. Be there. — Ingrid Solberg (@solberg) May 3, 2021",
           "direct Ingrid Solberg: The ferry will sail tonight. Be there.\n");
}

/* Every paragraph has a label of its own. */
static void many_labels_are_linear(void **state)
{
    (void)state;
    enum { N = 5000, MAX_LINE = 64 };
    PlArena own;
    pl_arena_init(&own, 0);
    char *text = pl_arena_alloc(&own, N * MAX_LINE, 1);
    size_t length = 0;
    for (int i = 0; i < N; i++)
        length += (size_t)snprintf(text + length, MAX_LINE, "REYES%d: No to Ada Duarte.\n\n", i);
    Found found = find((PlSlice){text, length});
    assert_true(found.quotes.quotes.n <= N);
    pl_arena_clear(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_transcript_has_labels),
        cmocka_unit_test(an_interview_has_questions),
        cmocka_unit_test(a_paragraph_between_labels_goes_on),
        cmocka_unit_test(an_answer_without_a_label_is_not_the_question),
        cmocka_unit_test(one_colon_makes_no_transcript),
        cmocka_unit_test(a_post_names_its_author_below),
        cmocka_unit_test(many_labels_are_linear),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
