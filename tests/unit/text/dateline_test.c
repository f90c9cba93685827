#include "unit/cmocka_all.h"

#include "text/dateline.h"

static PlArena arena;

static void assert_dateline(const char *paragraph, const char *expected, const char *place)
{
    PlSlice text = pl_slice(paragraph);
    PlDateline dateline = pl_dateline_find(&arena, text, (PlSpan){0, (uint32_t)text.len});
    PlSlice found = pl_slice_of(text, dateline.span);
    if (!pl_slice_is(found, expected)) fail_msg("'%.*s' in '%s'", PL_PRI(found), paragraph);
    assert_true(pl_slice_is(pl_slice_of(text, dateline.place), place));
}

static void test_datelines(void **state)
{
    (void)state;
    assert_dateline("OSLO, May 3 (Reuters) - The two sides met.", "OSLO, May 3 (Reuters) -",
                    "OSLO");
    assert_dateline("Lomé (AFP) The two sides met.", "Lomé (AFP)", "Lomé");
    assert_dateline("SAN JOSÉ, Costa Rica (AP) — “No,” they said.", "SAN JOSÉ, Costa Rica (AP) —",
                    "SAN JOSÉ");
    assert_dateline("BERN — The two sides met.", "BERN —", "BERN");
    assert_dateline("NAIROBI/DODOMA (Reuters) - The two met.", "NAIROBI/DODOMA (Reuters) -",
                    "NAIROBI");
    assert_dateline("Quito, Ecuador – The two sides met.", "Quito, Ecuador –", "Quito");
    assert_dateline("(Reuters) - The two sides met.", "(Reuters) -", "");
    assert_dateline("LIMA -- The two sides met.", "LIMA --", "LIMA");
}

static void test_other_beginnings(void **state)
{
    (void)state;
    static const char *const paragraphs[] = {
        "The Workers' Union (WU) and the mills met.",
        "Growers United (GU) will vote on Sunday.",
        "Olmsby-based growers met.",
        "Peace talks – the third round – begin today.",
        "Port Velda has waited for this - for years.",
        "“Oslo – never again,” he said.",
        "GENEVA talks resume.",
        "",
    };
    for (size_t i = 0; i < sizeof paragraphs / sizeof paragraphs[0]; i++)
        assert_dateline(paragraphs[i], "", "");
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_other_beginnings),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
