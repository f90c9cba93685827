#include "unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "bytes/manifest.h"

typedef struct Case {
    PlArena arena;
    PlManifest manifest;
    ParleyError error;
    ParleyStatus status;
    uint32_t n_notices;
    char notice[1024];
} Case;

static void keep_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    Case *c = context;
    assert_int_equal(kind, PARLEY_NOTICE_WARNING);
    snprintf(c->notice, sizeof c->notice, "%s", line);
    c->n_notices++;
}

static void parse(Case *c, const char *text)
{
    memset(c, 0, sizeof *c);
    pl_arena_init(&c->arena, 0);
    c->status = pl_manifest_parse(&c->arena, "m.tsv", pl_slice(text), keep_notice, c, &c->manifest,
                                  &c->error);
}

static void end(Case *c)
{
    pl_arena_clear(&c->arena);
}

static void assert_error(const char *text, const char *part)
{
    Case c;
    parse(&c, text);
    assert_int_equal(c.status, PARLEY_BAD_INPUT);
    if (!strstr(c.error.message, part))
        fail_msg("\"%s\" does not say \"%s\"", c.error.message, part);
    assert_null(strchr(c.error.message, '\n'));
    end(&c);
}

static void test_rows_by_header_name(void **state)
{
    (void)state;
    Case c;
    parse(&c, "\xef\xbb\xbf# reports of one strike\r\n"
              "published\tpath\tsource\r\n"
              "\r\n"
              "2024-02-05\ta/monday.txt\tHarbour Gazette\r\n"
              "\tb/tuesday.txt\r\n");
    assert_int_equal(c.status, PARLEY_OK);
    assert_int_equal(c.n_notices, 0);
    const PlMetadata *row = pl_manifest_find(&c.manifest, "a/monday.txt");
    assert_non_null(row);
    assert_true(pl_slice_is(row->source, "Harbour Gazette"));
    assert_true(pl_slice_is(row->published, "2024-02-05"));
    assert_int_equal(row->id.len, 0);
    row = pl_manifest_find(&c.manifest, "b/tuesday.txt");
    assert_non_null(row);
    assert_int_equal(row->source.len, 0);
    assert_null(pl_manifest_find(&c.manifest, "b/friday.txt"));
    end(&c);
}

static void test_by_file_name_where_it_is_one(void **state)
{
    (void)state;
    Case c;
    parse(&c, "path\tid\nx/a.txt\tone\nx/b.txt\ttwo\ny/b.txt\tthree\n");
    assert_int_equal(c.status, PARLEY_OK);
    const PlMetadata *row = pl_manifest_find(&c.manifest, "/elsewhere/a.txt");
    assert_non_null(row);
    assert_true(pl_slice_is(row->id, "one"));
    assert_null(pl_manifest_find(&c.manifest, "/elsewhere/b.txt"));
    row = pl_manifest_find(&c.manifest, "y/b.txt");
    assert_non_null(row);
    assert_true(pl_slice_is(row->id, "three"));
    end(&c);
}

static void test_wrong_columns_are_named(void **state)
{
    (void)state;
    assert_error("source\tpublished\nx\ty\n", "no column \"path\"");
    assert_error("path\tid\tid\n", "\"id\" is there twice");
    assert_error("path\tid\na.txt\tx\ty\n", "line 2: more cells");
    assert_error("path\na.txt\nb.txt\na.txt\n", "line 4: a second row for \"a.txt\"");
    assert_error("", "empty");
    assert_error("# only a comment\n", "empty");
}

static void test_unknown_column_is_a_warning(void **state)
{
    (void)state;
    Case c;
    parse(&c, "path\tsauce\tnote\na.txt\tx\ty\n");
    assert_int_equal(c.status, PARLEY_OK);
    assert_int_equal(c.n_notices, 1); /* not for "note" */
    assert_non_null(strstr(c.notice, "m.tsv, line 1"));
    assert_non_null(strstr(c.notice, "\"sauce\""));
    end(&c);
}

static void test_bad_date_is_a_warning(void **state)
{
    (void)state;
    Case c;
    parse(&c, "path\tpublished\na.txt\t5 Feb 2024\n");
    assert_int_equal(c.status, PARLEY_OK);
    assert_int_equal(c.n_notices, 1);
    assert_non_null(strstr(c.notice, "\"5 Feb 2024\""));
    assert_int_equal(pl_manifest_find(&c.manifest, "a.txt")->published.len, 0);
    end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_by_header_name),
        cmocka_unit_test(test_by_file_name_where_it_is_one),
        cmocka_unit_test(test_wrong_columns_are_named),
        cmocka_unit_test(test_unknown_column_is_a_warning),
        cmocka_unit_test(test_bad_date_is_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
