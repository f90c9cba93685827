#include "unit/cmocka_all.h"

#include <string.h>

#include "text/utf8.h"

static PlArena arena;

static void assert_repaired(const char *bytes, const char *expected, uint32_t expected_n)
{
    uint32_t n = 99;
    PlSlice text = pl_utf8_repair(&arena, pl_slice(bytes), &n);
    assert_int_equal(n, expected_n);
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

static void test_valid_text_is_borrowed(void **state)
{
    (void)state;
    PlSlice bytes =
        PL_SLICE("Świnoujście, Ölüdeniz, 東京, 🕊 — and plain words after them");
    uint32_t n = 99;
    PlSlice text = pl_utf8_repair(&arena, bytes, &n);
    assert_ptr_equal(text.ptr, bytes.ptr);
    assert_int_equal(text.len, bytes.len);
    assert_int_equal(n, 0);
}

#define FFFD "\xef\xbf\xbd"

static void test_broken_parts_are_replaced_and_counted(void **state)
{
    (void)state;
    assert_repaired("caf\xe9 au lait", "caf" FFFD " au lait", 1);
    assert_repaired("\xc0\xaf", FFFD FFFD, 2);                   /* '/' in two bytes */
    assert_repaired("\xed\xa0\x80", FFFD FFFD FFFD, 3);          /* a surrogate */
    assert_repaired("\xf4\x90\x80\x80", FFFD FFFD FFFD FFFD, 4); /* beyond U+10FFFF */
    assert_repaired("a\xe2\x82z", "a" FFFD "z", 1);              /* one broken beginning */
    assert_repaired("the end\xf0\x9f\x95", "the end" FFFD, 1);
    assert_repaired("\xef\xbb\xbfmark", "mark", 0);
}

static void test_nul_is_replaced_anywhere(void **state)
{
    (void)state;
    uint32_t n;
    PlSlice text = pl_utf8_repair(&arena, (PlSlice){"ten bytes\0and more", 18}, &n);
    assert_int_equal(n, 1);
    assert_int_equal(text.len, 20);
    assert_memory_equal(text.ptr + 9, FFFD "and", 6);
}

static void test_points_are_read_both_ways(void **state)
{
    (void)state;
    static const uint32_t points[] = {'a', 0xe9, 0x2014, 0x1f54a, 0x10ffff};
    char bytes[32];
    size_t len = 0;
    for (size_t i = 0; i < 5; i++)
        len += pl_utf8_put(bytes + len, points[i]);
    PlSlice text = {bytes, len};
    size_t at = 0;
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(pl_utf8_at(text, at), points[i]);
        assert_int_equal(pl_utf8_next(text, &at), points[i]);
        assert_int_equal(pl_utf8_before(text, at), points[i]);
    }
    assert_int_equal(at, len);
    assert_int_equal(pl_utf8_before(text, 0), 0);
    assert_int_equal(pl_utf8_at(text, len), 0);
}

static void test_letters_and_case(void **state)
{
    (void)state;
    assert_true(pl_utf8_is_upper('Q') && pl_utf8_is_upper(0x160) && pl_utf8_is_upper(0x42f));
    assert_true(pl_utf8_is_upper(0x3a9) && pl_utf8_is_upper(0x130));
    assert_true(pl_utf8_is_lower('q') && pl_utf8_is_lower(0x161) && pl_utf8_is_lower(0xdf));
    assert_false(pl_utf8_is_lower(0x5d0)); /* Hebrew has no case */
    assert_false(pl_utf8_is_upper(0x5d0));
    assert_true(pl_utf8_is_letter(0x5d0) && pl_utf8_is_letter(0x6771) && pl_utf8_is_letter(0x301));
    assert_false(pl_utf8_is_letter(0x2019) || pl_utf8_is_letter(0xd7) || pl_utf8_is_letter('_'));
    assert_int_equal(pl_utf8_to_lower(0x178), 0xff);
    assert_int_equal(pl_utf8_to_lower(0x101), 0x101); /* the lower one of an alternating pair */
    assert_true(pl_utf8_is_digit('7') && pl_utf8_is_digit(0x663));
    assert_true(pl_utf8_is_space(0xa0) && pl_utf8_is_space('\r') && pl_utf8_is_space(0x2028));
    assert_false(pl_utf8_is_space('_') || pl_utf8_is_space(0x2014));
}

static void assert_forms(const char *text, const char *lower, const char *fold)
{
    PlSlice lowered = pl_utf8_lower(&arena, pl_slice(text));
    PlSlice folded = pl_utf8_fold(&arena, pl_slice(text));
    assert_true(pl_slice_is(lowered, lower));
    assert_true(pl_slice_is(folded, fold));
}

static void test_lower_keeps_accents_and_fold_drops_them(void **state)
{
    (void)state;
    assert_forms("Çağlar Şimşek", "çağlar şimşek", "caglar simsek");
    assert_forms("O’Brien", "o'brien", "o'brien");
    assert_forms("Łódź Straße Ærø", "łódź straße ærø", "lodz strasse aero");
    assert_forms("Ångström e\xcc\x81te\xcc\x81", "ångström e\xcc\x81te\xcc\x81", "angstrom ete");
    assert_forms("Ελλάδα Київ", "ελλάδα київ", "ελλάδα київ");
    assert_forms("plain words", "plain words", "plain words");
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
        cmocka_unit_test(test_valid_text_is_borrowed),
        cmocka_unit_test(test_broken_parts_are_replaced_and_counted),
        cmocka_unit_test(test_nul_is_replaced_anywhere),
        cmocka_unit_test(test_points_are_read_both_ways),
        cmocka_unit_test(test_letters_and_case),
        cmocka_unit_test(test_lower_keeps_accents_and_fold_drops_them),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
