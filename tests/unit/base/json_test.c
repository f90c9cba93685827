#include "unit/cmocka_all.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/json.h"

static PlBuffer out;
static PlJson json;

static void begin(void)
{
    pl_buffer_init(&out);
    pl_json_init(&json, &out);
}

static void end(const char *expected)
{
    pl_buffer_putc(&out, 0);
    assert_int_equal(json.depth, 0);
    assert_string_equal(out.bytes, expected);
    pl_buffer_clear(&out);
}

static void test_commas_and_colons(void **state)
{
    (void)state;
    begin();
    pl_json_object(&json);
    pl_json_key(&json, "empty");
    pl_json_array(&json);
    pl_json_end(&json);
    pl_json_key(&json, "rows");
    pl_json_array(&json);
    pl_json_array(&json);
    pl_json_integer(&json, 1);
    pl_json_integer(&json, -2);
    pl_json_end(&json);
    pl_json_object(&json);
    pl_json_end(&json);
    pl_json_end(&json);
    pl_json_key(&json, "yes");
    pl_json_bool(&json, true);
    pl_json_key(&json, "none");
    pl_json_string_or_null(&json, PL_SLICE(""));
    pl_json_key(&json, "no bytes");
    pl_json_string(&json, (PlSlice){0});
    pl_json_end(&json);
    end("{\"empty\":[],\"rows\":[[1,-2],{}],\"yes\":true,\"none\":null,\"no bytes\":\"\"}");
}

static void test_strings_are_escaped(void **state)
{
    (void)state;
    begin();
    static const char text[] = "\"a\\b\"\n\r\t\0\x1f\x7f/\xc3\xa9";
    pl_json_string(&json, (PlSlice){text, sizeof text - 1});
    end("\"\\\"a\\\\b\\\"\\n\\r\\t\\u0000\\u001f\\u007f/\xc3\xa9\"");
}

static void test_numbers_read_back_the_same(void **state)
{
    (void)state;
    static const double numbers[] = {0,   0.1,     1.0 / 3, -2.5e-7, 1e21,
                                     123, DBL_MAX, DBL_MIN, 0.3,     100000};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        begin();
        pl_json_number(&json, numbers[i]);
        pl_buffer_putc(&out, 0);
        assert_true(strtod(out.bytes, NULL) == numbers[i]);
        pl_buffer_clear(&out);
    }
    begin();
    pl_json_array(&json);
    pl_json_number(&json, 0.1);
    pl_json_number(&json, (double)NAN);
    pl_json_number(&json, (double)INFINITY);
    pl_json_number(&json, 41.014);
    pl_json_integer(&json, INT64_MIN);
    pl_json_end(&json);
    end("[0.1,null,null,41.014,-9223372036854775808]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commas_and_colons),
        cmocka_unit_test(test_strings_are_escaped),
        cmocka_unit_test(test_numbers_read_back_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
