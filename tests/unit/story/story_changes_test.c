/* What became of stories, from who was in which before and is now. */
#include "story/story_changes.h"

#include "unit/cmocka_all.h"

static PlArena arena;

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

/* "a:x b:x c:z" */
static PlStoryMembers members(const char *text)
{
    PlStoryMembers made = {0};
    PlSlice rest = pl_slice(text);
    PlSlice pair;
    while (pl_slice_next(&rest, ' ', &pair)) {
        PlStoryMember *member = pl_vec_push(&arena, &made);
        pl_slice_next(&pair, ':', &member->report);
        pl_slice_next(&pair, ':', &member->story);
    }
    return made;
}

/* The changes as "x>y merged". */
static void assert_changes(const char *before, const char *now, const char *expected)
{
    PlStoryChanges changes = {0};
    PlStoryMembers was = members(before);
    PlStoryMembers is = members(now);
    pl_story_changes_find(&arena, &was, &is, &changes);
    PlSlice text = {0};
    for (uint32_t i = 0; i < changes.n; i++)
        text = pl_arena_format(&arena, "%.*s%s%.*s>%.*s %s", PL_PRI(text), i ? "; " : "",
                               PL_PRI(changes.items[i].story), PL_PRI(changes.items[i].into),
                               pl_story_change_kind_names[changes.items[i].kind]);
    if (!pl_slice_is(text, expected)) fail_msg("%.*s, not %s", PL_PRI(text), expected);
}

static void test_kinds_of_changes(void **state)
{
    (void)state;
    assert_changes("b:b c:b", "b:b c:b d:b", "");
    assert_changes("b:b c:b", "a:a b:a c:a", "b>a renamed");
    assert_changes("b:b c:b e:e", "b:b c:b e:b", "e>b merged");
    assert_changes("b:b e:e", "a:a b:a e:a", "b>a merged; e>a merged");
    assert_changes("a:a b:a c:a", "a:a b:b c:b", "a>b split");
    assert_changes("b:b c:b", "a:a b:a c:c", "b>a split; b>c split");
    assert_changes("a:a b:a", "b:b", "a>b renamed"); /* the caller forgets withdrawn ids first */
    assert_changes("", "a:a", "");
    assert_changes("a:a", "", "");
}

static void assert_leads(const PlStoryHistory *history, const char *id, const char *expected)
{
    PlStoryIds ids = {0};
    pl_story_changes_follow(&arena, history, pl_slice(id), &ids);
    PlSlice text = {0};
    for (uint32_t i = 0; i < ids.n; i++)
        text =
            pl_arena_format(&arena, "%.*s%s%.*s", PL_PRI(text), i ? " " : "", PL_PRI(ids.items[i]));
    if (!pl_slice_is(text, expected)) fail_msg("%s leads to %.*s", id, PL_PRI(text));
}

static void test_old_ids_lead_on(void **state)
{
    (void)state;
    PlStoryHistory history = {.members = members("p:p q:q r:r")};
    static const char *const steps[][2] = {
        {"a", "b"}, {"b", "p"}, {"c", "q"}, {"c", "b"}, {"d", "c"}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        *pl_vec_push(&arena, &history.changes) =
            (PlStoryChange){pl_slice(steps[i][0]), PL_STORY_SPLIT, pl_slice(steps[i][1])};
    assert_leads(&history, "r", "r");
    assert_leads(&history, "a", "p");
    assert_leads(&history, "c", "q"); /* what b had become before is not what c became */
    assert_leads(&history, "d", "");
    assert_leads(&history, "z", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_kinds_of_changes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_old_ids_lead_on, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
