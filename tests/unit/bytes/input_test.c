#include "unit/cmocka_all.h"

#include "bytes/input.h"
#include "scratch.h"

static Scratch scratch;
static PlArena arena;
static uint32_t n_notices;
static char notices[4096];

static void keep_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    (void)context;
    (void)kind;
    size_t used = strlen(notices);
    snprintf(notices + used, sizeof notices - used, "%s\n", line);
    n_notices++;
}

static const ParleyReadOptions plain = {.notice = keep_notice};
static const ParleyReadOptions jsonl = {.format = PARLEY_INPUT_JSONL, .notice = keep_notice};

typedef struct Listed {
    PlInputs inputs;
    uint32_t n_left_out;
    ParleyError error;
    ParleyStatus status;
} Listed;

static Listed list(const ParleyReadOptions *options, const char *const *paths, size_t n_paths)
{
    Listed l = {0};
    n_notices = 0;
    notices[0] = 0;
    l.status = pl_inputs_list(&arena, paths, n_paths, options, &l.inputs, &l.n_left_out, &l.error);
    return l;
}

static Listed list_one(const ParleyReadOptions *options, const char *path)
{
    return list(options, &path, 1);
}

static void test_files_keep_their_order_and_get_ids(void **state)
{
    (void)state;
    char b[600];
    snprintf(b, sizeof b, "%s", scratch_puts(&scratch, "b.report.txt", "B"));
    const char *paths[] = {b, scratch_puts(&scratch, "a.txt", "A"), "missing.txt"};
    Listed l = list(&plain, paths, 3);
    assert_int_equal(l.status, PARLEY_OK);
    assert_int_equal(l.inputs.n, 3);
    assert_true(pl_slice_is(l.inputs.items[0].metadata.id, "b.report"));
    assert_true(pl_slice_is(l.inputs.items[1].metadata.id, "a"));
    PlRawReport report;
    ParleyError error;
    assert_int_equal(pl_input_load(&arena, &l.inputs.items[1], &report, &error), PARLEY_OK);
    assert_true(pl_slice_is(report.bytes, "A"));
    assert_int_equal(pl_input_load(&arena, &l.inputs.items[2], &report, &error), PARLEY_NOT_FOUND);
    assert_string_equal(error.message, "missing.txt: no such file; check the path");
}

static void assert_refused(const char *path, ParleyStatus status, const char *part)
{
    Listed l = list_one(&plain, path);
    PlRawReport report;
    assert_int_equal(l.inputs.n, 1);
    assert_int_equal(pl_input_load(&arena, &l.inputs.items[0], &report, &l.error), status);
    if (!strstr(l.error.message, part))
        fail_msg("\"%s\" does not say \"%s\"", l.error.message, part);
}

static void test_what_is_no_report_is_refused(void **state)
{
    (void)state;
    assert_refused(scratch.folder, PARLEY_UNREADABLE, "is a folder");
    assert_refused(scratch_puts(&scratch, "empty.txt", ""), PARLEY_BAD_INPUT, "empty");
    assert_refused(scratch_puts(&scratch, "blank.txt", " \n\n"), PARLEY_BAD_INPUT, "empty");
    assert_refused(scratch_puts(&scratch, "x.pdf", "%PDF-1.4 ..."), PARLEY_BAD_INPUT, "PDF");
}

static void test_options_then_manifest_then_name(void **state)
{
    (void)state;
    char manifest[600];
    snprintf(manifest, sizeof manifest, "%s",
             scratch_puts(&scratch, "m.tsv",
                          "path\tid\tsource\tpublished\nnight.txt\tn1\tGazette\t2024-02-05\n"));
    ParleyReadOptions options = plain;
    options.manifest = manifest;
    options.metadata.source = "Given";
    Listed l = list_one(&options, scratch_puts(&scratch, "night.txt", "x"));
    assert_int_equal(l.status, PARLEY_OK);
    const PlMetadata *m = &l.inputs.items[0].metadata;
    assert_true(pl_slice_is(m->id, "n1"));
    assert_true(pl_slice_is(m->source, "Given"));
    assert_true(pl_slice_is(m->published, "2024-02-05"));
    options.manifest = "no-such.tsv";
    assert_int_equal(list_one(&options, "x").status, PARLEY_NOT_FOUND);
}

static void test_bad_arguments(void **state)
{
    (void)state;
    ParleyReadOptions options = plain;
    const char *paths[] = {"a.txt", "b.txt"};
    options.metadata.id = "one";
    Listed l = list(&options, paths, 2);
    assert_int_equal(l.status, PARLEY_BAD_ARGUMENT);
    options = plain;
    options.metadata.published = "yesterday";
    l = list(&options, paths, 1);
    assert_int_equal(l.status, PARLEY_BAD_ARGUMENT);
    assert_non_null(strstr(l.error.message, "yesterday"));
}

static void test_json_lines(void **state)
{
    (void)state;
    Listed l = list_one(&jsonl, scratch_puts(&scratch, "r.jsonl",
                                             "{\"text\":\"One.\",\"id\":\"x1\",\"source\":\"S\"}\n"
                                             "\n"
                                             "{\"text\": broken\n"
                                             "{\"text\":\"Two.\",\"published\":\"May\"}\n"));
    assert_int_equal(l.status, PARLEY_OK);
    assert_int_equal(l.inputs.n, 2);
    assert_int_equal(l.n_left_out, 1);
    assert_non_null(strstr(notices, "r.jsonl, line 3: broken JSON"));
    assert_true(pl_slice_is(l.inputs.items[0].metadata.id, "x1"));
    assert_true(pl_slice_starts(l.inputs.items[1].metadata.id, "r-"));
    assert_int_equal(l.inputs.items[1].line, 4);
    PlRawReport report;
    assert_int_equal(pl_input_load(&arena, &l.inputs.items[0], &report, &l.error), PARLEY_OK);
    assert_true(pl_slice_is(report.bytes, "One."));
    assert_true(pl_slice_is(report.metadata.source, "S"));
    assert_int_equal(pl_input_load(&arena, &l.inputs.items[1], &report, &l.error), PARLEY_OK);
    assert_true(pl_slice_is(report.bytes, "Two."));
    assert_int_equal(report.metadata.published.len, 0);
    assert_true(pl_slice_is(report.bad_date, "May"));
}

/* An id made from the content does not tell where in the file the line stood. */
static void test_made_ids_do_not_depend_on_order(void **state)
{
    (void)state;
    Listed first =
        list_one(&jsonl, scratch_puts(&scratch, "o.jsonl", "{\"text\":\"A\"}\n{\"text\":\"B\"}\n"));
    Listed second =
        list_one(&jsonl, scratch_puts(&scratch, "o.jsonl", "{\"text\":\"B\"}\n{\"text\":\"A\"}\n"));
    assert_true(
        pl_slice_equal(first.inputs.items[0].metadata.id, second.inputs.items[1].metadata.id));
    assert_false(
        pl_slice_equal(first.inputs.items[0].metadata.id, first.inputs.items[1].metadata.id));
}

static void test_long_line_is_left_out_and_the_rest_goes_on(void **state)
{
    (void)state;
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "long.jsonl"));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("{\"text\":\"One.\"}\n{\"text\":\"", file);
    for (size_t i = 0; i < PL_REPORT_MOST_BYTES; i += 1024) {
        static const char blanks[1024] = {' '};
        fwrite(blanks, 1, sizeof blanks, file);
    }
    fputs("\"}\n{\"text\":\"Three.\"}\n", file);
    fclose(file);
    Listed l = list_one(&jsonl, path);
    assert_int_equal(l.inputs.n, 2);
    assert_int_equal(l.n_left_out, 1);
    assert_non_null(strstr(notices, "line 2: longer than"));
    PlRawReport report;
    assert_int_equal(pl_input_load(&arena, &l.inputs.items[1], &report, &l.error), PARLEY_OK);
    assert_true(pl_slice_is(report.bytes, "Three."));
}

/* ---- running out of memory, allocation by allocation ---- */

typedef struct Attempt {
    PlArena arena;
    const char *path;
    bool loaded;
} Attempt;

static void attempt(void *context)
{
    Attempt *a = context;
    PlInputs inputs;
    uint32_t n_left_out;
    ParleyError error;
    if (pl_inputs_list(&a->arena, &a->path, 1, &jsonl, &inputs, &n_left_out, &error)) return;
    PlRawReport report;
    a->loaded = pl_input_load(&a->arena, &inputs.items[0], &report, &error) == PARLEY_OK;
}

static void test_every_allocation_may_fail(void **state)
{
    (void)state;
    Attempt a = {.path = scratch_puts(&scratch, "oom.jsonl", "{\"text\":\"A\",\"url\":\"\\n\"}\n")};
    uint64_t n_failures = 0;
    for (; !a.loaded; n_failures++) {
        assert_true(n_failures < 1000);
        pl_arena_init(&a.arena, 0);
        a.arena.fail_after = n_failures;
        bool whole = pl_arena_run(&a.arena, attempt, &a);
        assert_int_equal(whole, a.loaded);
        pl_arena_clear(&a.arena);
    }
    assert_true(n_failures > 3);
}

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    scratch_make(&scratch);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    scratch_remove(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_keep_their_order_and_get_ids),
        cmocka_unit_test(test_what_is_no_report_is_refused),
        cmocka_unit_test(test_options_then_manifest_then_name),
        cmocka_unit_test(test_bad_arguments),
        cmocka_unit_test(test_json_lines),
        cmocka_unit_test(test_made_ids_do_not_depend_on_order),
        cmocka_unit_test(test_long_line_is_left_out_and_the_rest_goes_on),
        cmocka_unit_test(test_every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
