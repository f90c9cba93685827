#include "unit/cmocka_all.h"

#include <fcntl.h>
#include <sys/wait.h>

#include "bytes/file.h"
#include "scratch.h"

static Scratch scratch;
static PlArena arena;

static void test_read_whole(void **state)
{
    (void)state;
    ParleyError error;
    PlSlice bytes;
    const char *path = scratch_puts(&scratch, "a.txt", "one\ntwo");
    assert_int_equal(pl_file_read(&arena, path, 7, &bytes, &error), PARLEY_OK);
    assert_true(pl_slice_is(bytes, "one\ntwo"));
    assert_int_equal(bytes.ptr[bytes.len], 0);
    assert_int_equal(pl_file_read(&arena, path, 6, &bytes, &error), PARLEY_TOO_BIG);
}

static void test_errors_say_what_and_where(void **state)
{
    (void)state;
    ParleyError error;
    PlSlice bytes;
    const char *path = scratch_path(&scratch, "missing.txt");
    assert_int_equal(pl_file_read(&arena, path, 9, &bytes, &error), PARLEY_NOT_FOUND);
    assert_non_null(strstr(error.message, "missing.txt: no such file"));
    assert_int_equal(pl_file_read(&arena, scratch.folder, 9, &bytes, &error), PARLEY_UNREADABLE);
    assert_non_null(strstr(error.message, "is a folder"));
    assert_non_null(strstr(error.message, "/*.txt"));
    path = scratch_puts(&scratch, "secret.txt", "x");
    chmod(path, 0);
    if (geteuid() == 0) return; /* may read anything */
    assert_int_equal(pl_file_read(&arena, path, 9, &bytes, &error), PARLEY_UNREADABLE);
    assert_non_null(strstr(error.message, "no permission"));
}

/* 200 MB that take no room on the disk: refused by size, nothing is allocated. */
static void test_huge_file_is_refused_unread(void **state)
{
    (void)state;
    ParleyError error;
    PlSlice bytes;
    const char *path = scratch_puts(&scratch, "huge.txt", "");
    assert_int_equal(truncate(path, 200 * 1000 * 1000), 0);
    PlArena own;
    pl_arena_init(&own, 1024);
    assert_int_equal(pl_file_read(&own, path, 16 << 20, &bytes, &error), PARLEY_TOO_BIG);
    assert_int_equal(own.used_bytes, 0);
    assert_non_null(strstr(error.message, "16 MiB"));
    pl_arena_clear(&own);
}

/* A pipe has no size to look at; it is read until it gives too much. */
static void test_endless_pipe_is_refused(void **state)
{
    (void)state;
    ParleyError error;
    PlSlice bytes;
    assert_int_equal(pl_file_read(&arena, "/dev/zero", 1 << 16, &bytes, &error), PARLEY_TOO_BIG);
}

static void collect_lines(const char *path, size_t most_bytes, char *found, size_t size)
{
    PlLines lines;
    ParleyError error;
    assert_int_equal(pl_lines_open(&arena, path, most_bytes, &lines, &error), PARLEY_OK);
    size_t n = 0;
    found[0] = 0;
    for (;;) {
        PlLine line;
        bool more;
        assert_int_equal(pl_lines_next(&lines, &line, &more, &error), PARLEY_OK);
        if (!more) break;
        n += (size_t)snprintf(found + n, size - n, "%u:%s%.*s@%u ", (unsigned)lines.line,
                              line.is_too_long ? "!" : "", PL_PRI(line.bytes),
                              (unsigned)line.offset);
    }
    pl_lines_close(&lines);
}

static void test_lines(void **state)
{
    (void)state;
    char found[256];
    const char *path = scratch_puts(&scratch, "lines", "ab\n\ncde\nlast");
    collect_lines(path, 100, found, sizeof found);
    assert_string_equal(found, "1:ab@0 2:@3 3:cde@4 4:last@8 ");
    collect_lines(path, 4, found, sizeof found);
    assert_string_equal(found, "1:ab@0 2:@3 3:cde@4 4:last@8 ");
    collect_lines(path, 2, found, sizeof found);
    assert_string_equal(found, "1:ab@0 2:@3 3:!@0 4:!@0 ");
    collect_lines(scratch_puts(&scratch, "empty", ""), 4, found, sizeof found);
    assert_string_equal(found, "");
    collect_lines(scratch_puts(&scratch, "end", "x\n"), 4, found, sizeof found);
    assert_string_equal(found, "1:x@0 ");
}

static void test_lines_of_a_pipe(void **state)
{
    (void)state;
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "fifo"));
    assert_int_equal(mkfifo(path, 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        int file = open(path, O_WRONLY);
        for (const char *c = "ab\ntoo long\nc\n"; *c; c++) /* byte by byte */
            if (write(file, c, 1) != 1) _exit(1);
        _exit(0);
    }
    char found[256];
    collect_lines(path, 4, found, sizeof found);
    assert_string_equal(found, "1:ab@0 2:!@0 3:c@12 ");
    waitpid(child, NULL, 0);
}

/* A line longer than the buffer that a reader begins with, of a file and of a pipe. */
static void test_long_lines(void **state)
{
    (void)state;
    enum { LONG = 3 * 1024 * 1024 };
    char *text = malloc(LONG + 4);
    assert_non_null(text);
    memset(text, 'x', LONG);
    memcpy(text + LONG, "\nz\n", 4);
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_puts(&scratch, "long", text));
    for (int is_pipe = 0; is_pipe < 2; is_pipe++) {
        PlLines lines;
        PlLine line;
        ParleyError error;
        bool more;
        char fifo[600];
        if (is_pipe) {
            snprintf(fifo, sizeof fifo, "%s", scratch_path(&scratch, "fifo2"));
            assert_int_equal(mkfifo(fifo, 0600), 0);
            if (fork() == 0) {
                int file = open(fifo, O_WRONLY);
                for (size_t n = 0; n < LONG + 3;) {
                    ssize_t more_bytes = write(file, text + n, LONG + 3 - n);
                    if (more_bytes < 0) _exit(1);
                    n += (size_t)more_bytes;
                }
                _exit(0);
            }
        }
        assert_int_equal(pl_lines_open(&arena, is_pipe ? fifo : path, 4 << 20, &lines, &error),
                         PARLEY_OK);
        assert_int_equal(pl_lines_next(&lines, &line, &more, &error), PARLEY_OK);
        assert_true(more && !line.is_too_long);
        assert_int_equal(line.bytes.len, LONG);
        assert_int_equal(pl_lines_next(&lines, &line, &more, &error), PARLEY_OK);
        assert_true(more && pl_slice_is(line.bytes, "z"));
        assert_int_equal(line.offset, LONG + 1);
        pl_lines_close(&lines);
        if (is_pipe) wait(NULL);
    }
    free(text);
}

static void test_names(void **state)
{
    (void)state;
    assert_true(pl_slice_is(pl_path_name("a/b.c/report.v2.txt", true), "report.v2"));
    assert_true(pl_slice_is(pl_path_name("a/b.c/report", true), "report"));
    assert_true(pl_slice_is(pl_path_name(".hidden", true), ".hidden"));
    assert_true(pl_slice_is(pl_path_name("a/b.txt", false), "b.txt"));
    assert_string_equal(pl_path_shown("-"), "standard input");
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
        cmocka_unit_test(test_read_whole),
        cmocka_unit_test(test_errors_say_what_and_where),
        cmocka_unit_test(test_huge_file_is_refused_unread),
        cmocka_unit_test(test_endless_pipe_is_refused),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_lines_of_a_pipe),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
