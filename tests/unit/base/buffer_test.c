#include "unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

typedef struct Sink {
    size_t n_bytes;
    size_t longest;
    size_t refuse_after;
    uint64_t sum;
} Sink;

static bool take(void *context, const char *bytes, size_t len)
{
    Sink *sink = context;
    if (sink->n_bytes + len > sink->refuse_after) return false;
    sink->n_bytes += len;
    if (len > sink->longest) sink->longest = len;
    for (size_t i = 0; i < len; i++)
        sink->sum += (unsigned char)bytes[i];
    return true;
}

static void test_gathers(void **state)
{
    (void)state;
    PlBuffer buffer;
    pl_buffer_init(&buffer);
    pl_buffer_puts(&buffer, "round ");
    pl_buffer_format(&buffer, "%d", 2);
    pl_buffer_putc(&buffer, ':');
    pl_buffer_put(&buffer, (PlSlice){"talks", 4});
    pl_buffer_put(&buffer, (PlSlice){NULL, 0});
    pl_buffer_putc(&buffer, 0);
    assert_string_equal(buffer.bytes, "round 2:talk");
    assert_true(pl_buffer_flush(&buffer));
    pl_buffer_clear(&buffer);
}

static void test_formats_longer_than_a_line(void **state)
{
    (void)state;
    PlBuffer buffer;
    char *wide = malloc(200001);
    assert_non_null(wide);
    memset(wide, 'x', 200000);
    wide[200000] = 0;
    for (size_t len = 510; len < 515; len++) { /* around the size of its first try */
        pl_buffer_init(&buffer);
        pl_buffer_format(&buffer, "%.*s|", (int)len, wide);
        assert_int_equal(buffer.len, len + 1);
        assert_int_equal(buffer.bytes[len], '|');
        pl_buffer_clear(&buffer);
    }
    pl_buffer_init(&buffer);
    pl_buffer_format(&buffer, "%s", wide);
    assert_int_equal(buffer.len, 200000);
    pl_buffer_clear(&buffer);
    free(wide);
}

static void test_sink_gets_everything_in_blocks(void **state)
{
    (void)state;
    Sink sink = {.refuse_after = SIZE_MAX};
    PlBuffer buffer;
    pl_buffer_init_sink(&buffer, (ParleySink){take, &sink});
    uint64_t sum = 0;
    for (int i = 0; i < 1000000; i++) {
        pl_buffer_putc(&buffer, (char)(i % 100));
        sum += (uint64_t)(i % 100);
    }
    assert_true(pl_buffer_flush(&buffer));
    assert_int_equal(sink.n_bytes, 1000000);
    assert_true(sink.sum == sum);
    assert_true(sink.longest <= 64 * 1024 + 1);
    assert_true(buffer.capacity <= 256 * 1024); /* memory stays bounded */
    pl_buffer_clear(&buffer);
}

static void test_failure_sticks(void **state)
{
    (void)state;
    Sink sink = {.refuse_after = 100000};
    PlBuffer buffer;
    pl_buffer_init_sink(&buffer, (ParleySink){take, &sink});
    for (int i = 0; i < 300000; i++)
        pl_buffer_putc(&buffer, 'x');
    assert_true(buffer.failed);
    sink.refuse_after = SIZE_MAX;
    pl_buffer_puts(&buffer, "late");
    assert_false(pl_buffer_flush(&buffer));
    assert_true(sink.n_bytes <= 100000);
    pl_buffer_clear(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gathers),
        cmocka_unit_test(test_formats_longer_than_a_line),
        cmocka_unit_test(test_sink_gets_everything_in_blocks),
        cmocka_unit_test(test_failure_sticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
