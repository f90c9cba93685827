#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "view/escape.h"

typedef struct Line {
    PlArena arena;
    PlSlice text;
    PlSlice line;
} Line;

static void escape(void *context)
{
    Line *line = context;
    line->line = pl_escape_line(&line->arena, line->text);
}

static void check_line(const char *text, const char *wanted)
{
    Line line = {.text = pl_slice(text)};
    pl_arena_init(&line.arena, 0);
    assert_true(pl_arena_run(&line.arena, escape, &line));
    assert_true(pl_slice_is(line.line, wanted));
    pl_arena_clear(&line.arena);
}

static void a_line_keeps_words_and_loses_white_space(void **state)
{
    (void)state;
    check_line("talks on water", "talks on water");
    check_line("  talks \n\t on\r\nwater ", "talks on water");
    check_line("caf\xc3\xa9\xc2\xa0table", "caf\xc3\xa9 table");
    check_line("", "");
    check_line(" \n ", "");
}

static void no_control_character_reaches_a_terminal(void **state)
{
    (void)state;
    check_line("a\x1b[31mb", "a\xef\xbf\xbd[31mb");
    check_line("a\x7f", "a\xef\xbf\xbd");
    check_line("a\xc2\x9b"
               "31mb",
               "a\xef\xbf\xbd"
               "31mb"); /* CSI as one C1 character */
    check_line("a\xe2\x80\xae"
               "b",
               "a\xef\xbf\xbd"
               "b"); /* right-to-left override */
    check_line("a\xe2\x81\xa7"
               "b",
               "a\xef\xbf\xbd"
               "b"); /* right-to-left isolate */
    check_line("a\xff"
               "b",
               "a\xef\xbf\xbd"
               "b"); /* not UTF-8 */
}

static void check_html(const char *text, const char *wanted)
{
    PlBuffer out;
    pl_buffer_init(&out);
    pl_escape_html(&out, pl_slice(text));
    assert_true(pl_slice_is((PlSlice){out.bytes, out.len}, wanted));
    pl_buffer_clear(&out);
}

static void markup_cannot_reach_html(void **state)
{
    (void)state;
    check_html("<b a=\"1\" c='2'>&", "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
    check_html("line\nline", "line\nline");
    check_html("a\x01"
               "b\xe2\x80\xae",
               "a\xef\xbf\xbd"
               "b\xef\xbf\xbd");
}

static void check_csv(const char *text, const char *wanted)
{
    PlBuffer out;
    pl_buffer_init(&out);
    pl_escape_csv(&out, pl_slice(text));
    assert_true(pl_slice_is((PlSlice){out.bytes, out.len}, wanted));
    pl_buffer_clear(&out);
}

static void csv_is_quoted_when_need_be(void **state)
{
    (void)state;
    check_csv("plain words", "plain words");
    check_csv("a, b", "\"a, b\"");
    check_csv("say \"yes\"", "\"say \"\"yes\"\"\"");
    check_csv("two\nlines", "\"two\nlines\"");
    check_csv("-2.5", "-2.5");
}

static void a_spreadsheet_runs_no_formula_of_a_report(void **state)
{
    (void)state;
    check_csv("=1+1", "\"'=1+1\"");
    check_csv("@sum(a1)", "\"'@sum(a1)\"");
    check_csv("-cmd", "\"'-cmd\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_keeps_words_and_loses_white_space),
        cmocka_unit_test(no_control_character_reaches_a_terminal),
        cmocka_unit_test(markup_cannot_reach_html),
        cmocka_unit_test(csv_is_quoted_when_need_be),
        cmocka_unit_test(a_spreadsheet_runs_no_formula_of_a_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
