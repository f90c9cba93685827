#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "view/report_text.h"

typedef struct Marked {
    PlArena arena;
    const PlTextMark *marks;
    uint32_t n_marks;
    PlBuffer out;
} Marked;

static PlSpan sentences[] = {{0, 10}, {11, 19}};

static void write_report(void *context)
{
    Marked *marked = context;
    PlAnnotation report = {0};
    report.article.text = PL_SLICE("Open <it>. They did.");
    *pl_vec_push(&marked->arena, &report.article.blocks) = (PlBlock){{0, 20}, PL_BLOCK_PARAGRAPH};
    report.tokens.n_sents = 2;
    report.tokens.sent_span = sentences;
    pl_report_text_html(&marked->arena, &marked->out, &report, marked->marks, marked->n_marks);
}

static void check(const PlTextMark *marks, uint32_t n_marks, const char *wanted)
{
    Marked marked = {.marks = marks, .n_marks = n_marks};
    pl_arena_init(&marked.arena, 0);
    pl_buffer_init(&marked.out);
    assert_true(pl_arena_run(&marked.arena, write_report, &marked));
    assert_true(pl_slice_is((PlSlice){marked.out.bytes, marked.out.len}, wanted));
    pl_buffer_clear(&marked.out);
    pl_arena_clear(&marked.arena);
}

#define ONE "<sup class=\"n\">1</sup>"
#define TWO "<sup class=\"n\">2</sup>"

static void sentences_are_numbered(void **state)
{
    (void)state;
    check(NULL, 0, "<p>" ONE "Open &lt;it&gt;. " TWO "They did.</p>\n");
}

static void a_mark_can_lead_back(void **state)
{
    (void)state;
    const PlTextMark mark = {.span = {0, 4}, .id = PL_SLICE("m"), .back = PL_SLICE("c1")};
    check(&mark, 1,
          "<p>" ONE "<mark id=\"m\">Open</mark><a class=\"back\" href=\"#c1\" "
          "aria-label=\"back to the brief\">↩</a> &lt;it&gt;. " TWO "They did.</p>\n");
}

static void marks_nest_and_never_cross(void **state)
{
    (void)state;
    const PlTextMark nested[] = {{.span = {0, 4}, .class = "b"}, {.span = {0, 10}, .class = "a"}};
    check(nested, 2,
          "<p>" ONE "<span class=\"a\"><span class=\"b\">Open</span> &lt;it&gt;.</span> " TWO
          "They did.</p>\n");
    const PlTextMark crossing[] = {{.span = {0, 9}, .class = "a"}, {.span = {5, 15}, .class = "b"}};
    check(crossing, 2,
          "<p>" ONE "<span class=\"a\">Open <span class=\"b\">&lt;it&gt;</span></span>. " TWO
          "They did.</p>\n");
}

static void a_mark_ends_with_its_block(void **state)
{
    (void)state;
    const PlTextMark mark = {.span = {16, 99}, .class = "a"};
    check(&mark, 1, "<p>" ONE "Open &lt;it&gt;. " TWO "They <span class=\"a\">did.</span></p>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_numbered),
        cmocka_unit_test(a_mark_can_lead_back),
        cmocka_unit_test(marks_nest_and_never_cross),
        cmocka_unit_test(a_mark_ends_with_its_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
