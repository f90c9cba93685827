#include "unit/cmocka_all.h"

#include "base/slice.h"

static void test_comparisons(void **state)
{
    (void)state;
    PlSlice dock = PL_SLICE("dock");
    assert_true(pl_slice_equal(dock, pl_slice("dock")));
    assert_false(pl_slice_equal(dock, pl_slice("docks")));
    assert_true(pl_slice_equal((PlSlice){NULL, 0}, pl_slice("")));
    assert_int_equal(pl_slice(NULL).len, 0);
    assert_true(pl_slice_is(dock, "dock"));
    assert_true(pl_slice_is_nocase(dock, "DocK"));
    assert_false(pl_slice_is_nocase(PL_SLICE("d@ck"), "d`ck")); /* 32 apart, but no letters */
    assert_true(pl_slice_starts(dock, "do"));
    assert_false(pl_slice_starts(dock, "docker"));
    assert_true(pl_slice_ends(dock, "ck"));
    assert_false(pl_slice_ends(dock, "a dock"));
}

static void test_order_is_by_bytes_then_length(void **state)
{
    (void)state;
    assert_true(pl_slice_compare(PL_SLICE("a"), PL_SLICE("b")) < 0);
    assert_true(pl_slice_compare(PL_SLICE("a"), PL_SLICE("aa")) < 0);
    assert_true(pl_slice_compare(PL_SLICE("\xc3\xa9"), PL_SLICE("z")) > 0); /* unsigned bytes */
    assert_int_equal(pl_slice_compare(PL_SLICE("a"), PL_SLICE("a")), 0);
    assert_true(pl_slice_compare((PlSlice){NULL, 0}, PL_SLICE("a")) < 0);
}

static void test_find(void **state)
{
    (void)state;
    assert_int_equal(pl_slice_find(PL_SLICE("aaab"), PL_SLICE("ab")), 2);
    assert_int_equal(pl_slice_find(PL_SLICE("aaa"), PL_SLICE("ab")), -1);
    assert_int_equal(pl_slice_find(PL_SLICE("ab"), PL_SLICE("abc")), -1);
    assert_int_equal(pl_slice_find(PL_SLICE("ab"), PL_SLICE("")), 0);
    assert_int_equal(pl_slice_find((PlSlice){"abab", 3}, PL_SLICE("ab")), 0);
    assert_int_equal(pl_slice_find((PlSlice){"xxab", 3}, PL_SLICE("ab")), -1); /* ends before b */
}

static void test_next(void **state)
{
    (void)state;
    static const char *const expected[] = {"a", "", "b", ""};
    PlSlice rest = PL_SLICE("a||b|");
    PlSlice part;
    int n = 0;
    while (pl_slice_next(&rest, '|', &part))
        assert_true(pl_slice_is(part, expected[n++]));
    assert_int_equal(n, 4);
    rest = PL_SLICE("");
    assert_true(pl_slice_next(&rest, '|', &part));
    assert_int_equal(part.len, 0);
    assert_false(pl_slice_next(&rest, '|', &part));
}

static void test_trim_and_of(void **state)
{
    (void)state;
    assert_true(pl_slice_is(pl_slice_trim(PL_SLICE(" \t\n a b \r\n")), "a b"));
    assert_int_equal(pl_slice_trim(PL_SLICE(" \n")).len, 0);
    assert_true(pl_slice_is(pl_slice_of(PL_SLICE("harbour"), (PlSpan){3, 7}), "bour"));
    assert_int_equal(pl_slice_of((PlSlice){NULL, 0}, (PlSpan){0, 0}).len, 0);
}

static void test_hash_is_the_same_everywhere(void **state)
{
    (void)state;
    assert_true(pl_slice_hash(PL_SLICE("")) != pl_slice_hash(PL_SLICE("a")));
    assert_true(pl_slice_hash(PL_SLICE("ab")) != pl_slice_hash(PL_SLICE("ba")));
    /* Written down: digests are kept in databases. */
    assert_true(pl_slice_hash(PL_SLICE("harbour")) == UINT64_C(0x5b2fef3aa3fb2f3d));
}

static void test_spans(void **state)
{
    (void)state;
    assert_true(pl_span_empty((PlSpan){4, 4}));
    assert_false(pl_span_empty((PlSpan){4, 5}));
    assert_true(pl_span_within((PlSpan){2, 3}, (PlSpan){2, 3}));
    assert_false(pl_span_within((PlSpan){1, 3}, (PlSpan){2, 3}));
    assert_true(pl_spans_overlap((PlSpan){1, 3}, (PlSpan){2, 5}));
    assert_false(pl_spans_overlap((PlSpan){1, 2}, (PlSpan){2, 5}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparisons), cmocka_unit_test(test_order_is_by_bytes_then_length),
        cmocka_unit_test(test_find),        cmocka_unit_test(test_next),
        cmocka_unit_test(test_trim_and_of), cmocka_unit_test(test_hash_is_the_same_everywhere),
        cmocka_unit_test(test_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
