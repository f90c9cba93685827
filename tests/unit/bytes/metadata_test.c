#include "unit/cmocka_all.h"

#include <string.h>

#include "bytes/metadata.h"

static PlArena arena;

static void assert_clean(const char *value, const char *expected)
{
    PlSlice clean = pl_metadata_clean(&arena, pl_slice(value));
    assert_int_equal(clean.len, strlen(expected));
    assert_memory_equal(clean.ptr, expected, clean.len);
}

static void test_clean_keeps_what_is_good(void **state)
{
    (void)state;
    PlSlice value = PL_SLICE("Zürich Gazette, 日曜版");
    PlSlice clean = pl_metadata_clean(&arena, value);
    assert_ptr_equal(clean.ptr, value.ptr);
    assert_int_equal(clean.len, value.len);
}

static void test_clean_makes_one_line_of_utf8(void **state)
{
    (void)state;
    assert_clean("  two\nlines\t ", "two lines");
    assert_clean("bell\a and escape\x1b[31m", "bell  and escape [31m");
    assert_clean("caf\xe9", "caf?");
    assert_clean("over\xc0\xaflong", "over??long"); /* '/' in two bytes */
    assert_clean("half\xed\xa0\x80", "half???");    /* a surrogate */
    assert_clean("far\xf4\x90\x80\x80", "far????"); /* beyond U+10FFFF */
    assert_clean("cut\xe2\x82", "cut??");
    assert_clean("", "");
}

static void test_clean_cuts_between_characters(void **state)
{
    (void)state;
    char wide[2 * PL_METADATA_MOST_BYTES + 2];
    wide[0] = 'x';
    for (size_t i = 1; i + 1 < sizeof wide; i += 2)
        memcpy(wide + i, "\xc3\xa9", 2);
    PlSlice clean = pl_metadata_clean(&arena, (PlSlice){wide, sizeof wide - 1});
    assert_int_equal(clean.len, PL_METADATA_MOST_BYTES - 1);
    assert_memory_equal(clean.ptr, wide, clean.len);
}

static void test_dates(void **state)
{
    (void)state;
    static const char *const good[] = {"2024-02-29",
                                       "2025-05-16T10:35",
                                       "2025-05-16T10:35:00Z",
                                       "2025-05-16T10:35:00.5+02:00",
                                       "2025-05-16T23:59:60-0500",
                                       "0001-01-01"};
    static const char *const bad[] = {"",
                                      "2025",
                                      "2025-05",
                                      "2025-13-01",
                                      "2025-02-29",
                                      "2025-00-10",
                                      "2025-04-31",
                                      "16 May 2025",
                                      "2025/05/16",
                                      "2025-05-16 10:35",
                                      "2025-05-16T",
                                      "2025-05-16T25:00",
                                      "2025-05-16T10:3",
                                      "2025-05-16T10:35:00.Z",
                                      "20250516",
                                      "2025-05-16T10:35+2",
                                      "2025-05-16x",
                                      "-025-05-16",
                                      "0000-01-01"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!pl_metadata_is_date(pl_slice(good[i]))) fail_msg("refused: %s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (pl_metadata_is_date(pl_slice(bad[i]))) fail_msg("taken: %s", bad[i]);
}

static void test_fill_keeps_what_is_there(void **state)
{
    (void)state;
    PlMetadata known = {.source = PL_SLICE("given")};
    PlMetadata more = {.source = PL_SLICE("other"), .title = PL_SLICE("title")};
    pl_metadata_fill(&known, &more);
    assert_true(pl_slice_is(known.source, "given"));
    assert_true(pl_slice_is(known.title, "title"));
    assert_int_equal(known.url.len, 0);
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
        cmocka_unit_test(test_clean_keeps_what_is_good),
        cmocka_unit_test(test_clean_makes_one_line_of_utf8),
        cmocka_unit_test(test_clean_cuts_between_characters),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_fill_keeps_what_is_there),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
