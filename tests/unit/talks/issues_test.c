/* The tables of issues and stances themselves: what a linguist may get wrong when editing them. */
#include "talks_desk.h"

#include "talks/issues.h"
#include "talks/stances.h"

static void test_tables_have_no_surplus_cells(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    for (unsigned i = 0; i < pl_n_data_files; i++) {
        PlSlice name = pl_slice(pl_data_files[i].name);
        bool ours = pl_slice_starts(name, "issues/") || pl_slice_starts(name, "stance_") ||
                    pl_slice_starts(name, "outlook") || pl_slice_starts(name, "conditions") ||
                    pl_slice_starts(name, "delegation_") || pl_slice_starts(name, "talk") ||
                    pl_slice_starts(name, "verdicts") || pl_slice_starts(name, "accords");
        if (!ours) continue;
        uint32_t n_bad = 0;
        pl_table_parse(&arena, pl_data_file(pl_data_files[i].name), &n_bad);
        if (n_bad) print_message("surplus cells in %s\n", pl_data_files[i].name);
        assert_int_equal(n_bad, 0);
    }
    pl_arena_clear(&arena);
}

static void test_every_issue_has_a_name(void **state)
{
    (void)state;
    const PlIssues *issues = pl_issues_load(&desk.arena);
    assert_true(pl_issues_count(issues) > 50);
    for (uint32_t i = 0; i < pl_issues_count(issues); i++) {
        PlSlice id = pl_issues_id(issues, i);
        assert_true(id.len > 0);
        PlSlice name = pl_issues_name(issues, id);
        /* A name may be the id, but not because the column was left empty. */
        assert_true(name.len > 0);
        for (size_t k = 0; k < name.len; k++)
            assert_true(name.ptr[k] != '-' || !pl_slice_equal(name, id));
    }
    assert_true(pl_slice_is(pl_issue_name(desk.talks_model, PL_SLICE("troop-withdrawal")),
                            "troop withdrawal"));
    assert_true(pl_slice_is(pl_issue_name(desk.talks_model, PL_SLICE("apology")), "apology"));
}

static void test_every_stance_word_has_a_stance(void **state)
{
    (void)state;
    const PlStances *stances = pl_stances_load(&desk.arena);
    /* a verb may say something only when it is denied: "will not discuss" */
    for (uint32_t i = 0; i < stances->verbs.words.n; i++)
        assert_true(stances->verbs.words.items[i].stance != PL_NO_STANCE ||
                    stances->verbs.words.items[i].negated != PL_NO_STANCE);
    for (uint32_t i = 0; i < stances->nouns.words.n; i++)
        assert_int_not_equal(stances->nouns.words.items[i].stance, PL_NO_STANCE);
    for (uint32_t row = 0; row < pl_lexicon_table(stances->adjectives)->n_rows; row++)
        assert_int_not_equal(pl_stance_of_row(stances->adjectives, (int32_t)row, "stance"),
                             PL_NO_STANCE);
}

static PlIssueHit match(const char *text, uint32_t tok)
{
    desk_read(text);
    return pl_issues_match(pl_issues_load(&desk.arena), &desk.tokens, &desk.syntax, tok,
                           desk.tokens.n_tokens);
}

static void test_phrases_match_by_lemma_and_with_room(void **state)
{
    (void)state;
    assert_true(pl_slice_is(match("Tariffs rise again.", 0).id, "tariffs"));
    PlIssueHit hit = match("Withdraw all of the foreign troops now.", 0);
    assert_true(pl_slice_is(hit.id, "troop-withdrawal"));
    assert_int_equal(hit.end_tok, 6);
    /* The room is not endless, and it does not cross a comma. */
    assert_int_equal(match("Withdraw, then meet the troops.", 0).id.len, 0);
}

static void test_close_matters_are_issues_of_their_own(void **state)
{
    (void)state;
    assert_true(pl_slice_is(match("Centrifuges stay.", 0).id, "centrifuges"));
    assert_true(pl_slice_is(match("Uranium enrichment stays.", 0).id, "enrichment"));
    assert_true(pl_slice_is(match("Layoffs are off.", 0).id, "layoffs-and-job-cuts"));
    assert_true(pl_slice_is(match("Overtime is capped.", 0).id, "overtime"));
    assert_true(pl_slice_is(match("Deportations go on.", 0).id, "deportation"));
    assert_true(pl_slice_is(match("Missile strikes go on.", 0).id, "air-strikes"));
}

static void test_words_may_name_no_issue(void **state)
{
    (void)state;
    PlIssueHit hit = match("Benefit of the doubt is all they want.", 0);
    assert_int_equal(hit.id.len, 0);
    assert_int_equal(hit.end_tok, 4);
    desk_read("Norway promised to meet every one of its commitments.");
    assert_int_equal(desk.talks.positions.n, 0);
    desk_read("Norway promised to meet Peru.");
    assert_int_equal(desk.talks.positions.n, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_have_no_surplus_cells),
        cmocka_unit_test(test_every_issue_has_a_name),
        cmocka_unit_test(test_every_stance_word_has_a_stance),
        cmocka_unit_test(test_phrases_match_by_lemma_and_with_room),
        cmocka_unit_test(test_close_matters_are_issues_of_their_own),
        cmocka_unit_test(test_words_may_name_no_issue),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
