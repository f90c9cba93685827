#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "view/layout.h"

typedef struct Wrapped {
    PlArena arena;
    const char *text;
    uint32_t width;
    PlBuffer out;
} Wrapped;

static void wrap(void *context)
{
    Wrapped *wrapped = context;
    PlRich rich = {0};
    PlPage page = {&wrapped->arena, &wrapped->out, wrapped->width, false};
    pl_rich_add(&wrapped->arena, &rich, PL_STYLE_PLAIN, pl_slice(wrapped->text));
    pl_page_paragraph(&page, &rich, 0, 2);
}

static void check(const char *text, uint32_t width, const char *wanted)
{
    Wrapped wrapped = {.text = text, .width = width};
    pl_arena_init(&wrapped.arena, 0);
    pl_buffer_init(&wrapped.out);
    assert_true(pl_arena_run(&wrapped.arena, wrap, &wrapped));
    assert_true(pl_slice_is((PlSlice){wrapped.out.bytes, wrapped.out.len}, wanted));
    pl_buffer_clear(&wrapped.out);
    pl_arena_clear(&wrapped.arena);
}

static void lines_break_at_spaces(void **state)
{
    (void)state;
    check("the gates are open", 20, "the gates are open\n");
    check("the gates of the dam are open", 20, "the gates of the dam\n  are open\n");
    check("", 20, "");
}

static void a_word_that_fits_nowhere_is_cut(void **state)
{
    (void)state;
    check("a 0123456789012345678901234", 20, "a\n  012345678901234567\n  8901234\n");
}

static void width_counts_columns_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(pl_layout_width(pl_slice("caf\xc3\xa9")), 4);
    assert_int_equal(pl_layout_width(pl_slice("cafe\xcc\x81")), 4);
    assert_int_equal(pl_layout_width(pl_slice("\xe6\xb0\xb4\xe5\x88\xa9")), 4);
    check("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 123456789 x",
          20,
          "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 123456789\n  "
          "x\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_at_spaces),
        cmocka_unit_test(a_word_that_fits_nowhere_is_cut),
        cmocka_unit_test(width_counts_columns_not_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
