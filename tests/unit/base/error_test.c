#include "unit/cmocka_all.h"

#include <string.h>

#include "base/error.h"

static void test_one_line_whatever_a_path_holds(void **state)
{
    (void)state;
    ParleyError error;
    ParleyStatus status =
        pl_error_set(&error, PARLEY_NOT_FOUND, "%s: no such file", "a\nb\x1b[31m\x7f");
    assert_int_equal(status, PARLEY_NOT_FOUND);
    assert_int_equal(error.status, PARLEY_NOT_FOUND);
    assert_string_equal(error.message, "a b [31m : no such file");
}

static void test_long_messages_are_cut(void **state)
{
    (void)state;
    ParleyError error;
    char wide[3000];
    memset(wide, 'x', sizeof wide - 1);
    wide[sizeof wide - 1] = 0;
    pl_error_set(&error, PARLEY_SYSTEM, "%s", wide);
    assert_int_equal(strlen(error.message), sizeof error.message - 1);
    assert_int_equal(pl_error_set(NULL, PARLEY_SYSTEM, "%s", wide), PARLEY_SYSTEM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_line_whatever_a_path_holds),
        cmocka_unit_test(test_long_messages_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
