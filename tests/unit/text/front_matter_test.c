#include "unit/cmocka_all.h"

#include "text/front_matter.h"

static PlArena arena;

static PlSpan read_matter(const char *text, PlMetadata *metadata)
{
    *metadata = (PlMetadata){0};
    return pl_front_matter_read(&arena, pl_slice(text), metadata);
}

static void test_yaml_fences(void **state)
{
    (void)state;
    PlMetadata metadata;
    PlSpan span =
        read_matter("---\ntitle: \"Mills answer\"\nlayout: post\n\nDate: 3 May 2031\n---\n"
                    "Text.\n",
                    &metadata);
    assert_int_equal(span.start_byte, 0);
    assert_int_equal(span.end_byte, 60);
    assert_true(pl_slice_is(metadata.title, "Mills answer"));
    assert_true(pl_slice_is(metadata.published, "2031-05-03"));
}

static void test_text_is_not_front_matter(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "The mills answered: no.\nMore follows.\n",
        "Author: unknown. So begins the file.\n\nText.\n",
        "---\nA rule above the text, and never another one.\n",
        "Date: unclear. The mills may answer on Friday.\n",
        "url: see below\n",
        "",
    };
    PlMetadata metadata;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_true(pl_span_empty(read_matter(texts[i], &metadata)));
}

static void test_one_sure_line_is_enough(void **state)
{
    (void)state;
    PlMetadata metadata;
    assert_false(pl_span_empty(read_matter("URL: https://courier.example/1\nText.\n", &metadata)));
    assert_true(pl_slice_is(metadata.url, "https://courier.example/1"));
    assert_false(pl_span_empty(read_matter("\nPublished: 2031-05-03\n\nText.\n", &metadata)));
}

static void assert_date(const char *written, const char *iso)
{
    PlSlice date = pl_front_matter_date(&arena, pl_slice(written));
    if (!pl_slice_is(date, iso)) fail_msg("'%s' gives '%.*s'", written, PL_PRI(date));
}

static void test_dates(void **state)
{
    (void)state;
    assert_date("2031-05-03", "2031-05-03");
    assert_date("2031-05-03T10:35:00Z", "2031-05-03T10:35:00Z");
    assert_date("2031-05-03 10:35", "2031-05-03");
    assert_date("May 3, 2031", "2031-05-03");
    assert_date("3rd May 2031", "2031-05-03");
    assert_date("Sat, 03 May 2031 10:35:00 GMT", "2031-05-03");
    assert_date("Sept. 9, 2031 at 7:05 p.m.", "2031-09-09");
    assert_date("February 30, 2031", "");
    assert_date("05/03/2031", ""); /* May or March: not for us to say */
    assert_date("yesterday", "");
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
        cmocka_unit_test(test_yaml_fences),
        cmocka_unit_test(test_text_is_not_front_matter),
        cmocka_unit_test(test_one_sure_line_is_enough),
        cmocka_unit_test(test_dates),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
