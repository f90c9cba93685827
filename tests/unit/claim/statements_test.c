/* Statements over an invented port strike: which of them are the same. */
#include "claim/statements.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/arena.h"

enum { UNION, PORT };

static const PlStatement said[] = {
    {UNION, PL_STATEMENT_SAID, PL_LIT("crane night overtime reduce"), PL_LIT("2031-05-02")},
    {UNION, PL_STATEMENT_SAID, PL_LIT("dock pension raise"), PL_LIT("2031-05-02")},
    {PORT, PL_STATEMENT_SAID, PL_LIT("crane night overtime reduce"), PL_LIT("2031-05-02")},
    {UNION, PL_STATEMENT_SAID, PL_LIT("cut night overtime"), PL_LIT("2031-05-03")},
    {UNION, PL_STATEMENT_SAID, PL_LIT("night overtime reduce"), PL_LIT("2031-09-03")},
    {UNION, PL_STATEMENT_DONE, PL_LIT("crane night overtime reduce"), PL_LIT("2031-05-03")},
    {UNION, PL_STATEMENT_SAID, PL_LIT("pension"), PL_LIT("2031-05-03")},
};
enum { N = sizeof said / sizeof *said };

static void shared_words_bring_statements_together(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    const int32_t *group = pl_statements_group(&arena, said, N);
    assert_int_equal(group[3], group[0]);
    assert_int_equal(group[1], 1); /* another matter */
    assert_int_equal(group[2], 2); /* another speaker */
    assert_int_equal(group[4], 4); /* months later */
    assert_int_equal(group[5], 5); /* done, not said */
    assert_int_equal(group[6], 6); /* one word is too little */
    pl_arena_clear(&arena);
}

static void no_statements(void **state)
{
    (void)state;
    PlArena arena;
    pl_arena_init(&arena, 0);
    assert_non_null(pl_statements_group(&arena, NULL, 0));
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shared_words_bring_statements_together),
        cmocka_unit_test(no_statements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
