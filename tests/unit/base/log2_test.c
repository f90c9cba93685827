#include "base/log2.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void powers_are_exact_and_the_rest_is_near(void **state)
{
    (void)state;
    assert_int_equal(pl_log2_ratio(1, 1), 0);
    assert_int_equal(pl_log2_ratio(1, 8), 0);
    assert_int_equal(pl_log2_ratio(8, 1), 3 * 256);
    assert_int_equal(pl_log2_ratio(96, 3), 5 * 256);
    assert_int_equal(pl_log2_ratio(3, 1), 405); /* 1.585 * 256 = 405.8 */
    assert_int_equal(pl_log2_ratio(UINT64_C(1) << 46, 1), 46 * 256);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(powers_are_exact_and_the_rest_is_near)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
