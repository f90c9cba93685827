#include "unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "bytes/json_report.h"

static char room[65536];

static ParleyStatus parse(PlSlice line, PlRawReport *report, char *problem)
{
    assert_true(line.len <= sizeof room);
    return pl_json_report_parse(room, line, report, problem);
}

static void test_fields(void **state)
{
    (void)state;
    char problem[PL_JSON_PROBLEM_BYTES];
    PlRawReport report;
    PlSlice line =
        PL_SLICE("{\"text\":\"The caf\\u00e9 talks\\nended.\",\"id\":17,\"source\":"
                 "\"Gazette\",\"title\":null,\"published\":\"2024-02-05\",\"more\":[1]}");
    assert_int_equal(parse(line, &report, problem), PARLEY_OK);
    assert_true(pl_slice_is(report.bytes, "The caf\xc3\xa9 talks\nended."));
    assert_true(pl_slice_is(report.metadata.id, "17"));
    assert_true(pl_slice_is(report.metadata.source, "Gazette"));
    assert_true(pl_slice_is(report.metadata.published, "2024-02-05"));
    assert_int_equal(report.metadata.title.len, 0);
    assert_int_equal(report.metadata.url.len, 0);
}

static void test_nul_is_kept_for_the_text_layer(void **state)
{
    (void)state;
    char problem[PL_JSON_PROBLEM_BYTES];
    PlRawReport report;
    assert_int_equal(parse(PL_SLICE("{\"text\":\"a\\u0000b\"}"), &report, problem), PARLEY_OK);
    assert_int_equal(report.bytes.len, 3);
    assert_memory_equal(report.bytes.ptr, "a\0b", 3);
}

static void assert_problem(PlSlice line, const char *part)
{
    char problem[PL_JSON_PROBLEM_BYTES];
    PlRawReport report;
    assert_int_equal(parse(line, &report, problem), PARLEY_BAD_INPUT);
    if (!strstr(problem, part)) fail_msg("\"%s\" does not say \"%s\"", problem, part);
}

static void test_problems_are_named(void **state)
{
    (void)state;
    assert_problem(PL_SLICE("{\"text\":\"a\""), "broken JSON");
    assert_problem(PL_SLICE("{\"text\":\"\xff\"}"), "broken JSON");
    assert_problem(PL_SLICE("{\"text\":\"a\"} {}"), "broken JSON");
    assert_problem(PL_SLICE(""), "broken JSON");
    assert_problem(PL_SLICE("[1]"), "not an object");
    assert_problem(PL_SLICE("\"text\""), "not an object");
    assert_problem(PL_SLICE("{\"Text\":\"a\"}"), "no \"text\"");
    assert_problem(PL_SLICE("{\"text\":[\"a\"]}"), "\"text\" is not a string");
}

static void test_depth_is_bounded(void **state)
{
    (void)state;
    enum { DEPTH = 50000 };
    char *deep = malloc(DEPTH);
    assert_non_null(deep);
    memset(deep, '[', DEPTH);
    assert_problem((PlSlice){deep, DEPTH}, "broken JSON");
    free(deep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_nul_is_kept_for_the_text_layer),
        cmocka_unit_test(test_problems_are_named),
        cmocka_unit_test(test_depth_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
