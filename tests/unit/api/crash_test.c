/* A process that is killed at any moment: what it acknowledged is in the record, no report is there
 * in part, the database is whole, and reading again gives what an undisturbed run gives. */
#include "unit/api/reading.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <time.h>

enum { N_REPORTS = 160, N_KILLS = 25 };

static Scratch scratch;
static ParleyModel *model;
static char *paths[N_REPORTS];
static char db[600];
static char *expected;
static int64_t whole_run_us;

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void write_reports(void)
{
    static const char *const sides[] = {"dockers", "pilots", "nurses", "drivers", "printers"};
    for (int i = 0; i < N_REPORTS; i++) {
        char name[32];
        char text[512];
        snprintf(name, sizeof name, "report-%03d.txt", i);
        snprintf(text, sizeof text,
                 "The %s of Port Velda met the board for round %d of their talks.\n\n"
                 "\"We ask for %d days of rest,\" said Ana Marek, who leads the %s.\n",
                 sides[i % 5], i, 2 + i % 7, sides[i % 5]);
        paths[i] = strdup(scratch_puts(&scratch, name, text));
    }
}

static void tell_progress(void *context, size_t n_done, size_t n_total)
{
    (void)n_total;
    uint32_t n = (uint32_t)n_done;
    if (write(*(int *)context, &n, sizeof n) != sizeof n) _exit(3);
}

/* Reads the reports in a child that is killed after `delay_us`; how many it acknowledged. The
 * reports are taken in the order of their ids, so those are the first ones. */
static uint32_t read_and_kill(int64_t delay_us)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        ParleyRecord *record;
        ParleyError error;
        ParleyReadOptions options = {
            .n_threads = 2, .progress = tell_progress, .context = &ends[1]};
        if (parley_record_open(db, PARLEY_RECORD_CREATE, &record, &error)) _exit(1);
        if (parley_record_read(record, model, (const char *const *)paths, N_REPORTS, &options, NULL,
                               &error))
            _exit(2);
        parley_record_close(record);
        _exit(0);
    }
    close(ends[1]);
    struct timespec delay = {delay_us / 1000000, delay_us % 1000000 * 1000};
    nanosleep(&delay, NULL);
    kill(child, SIGKILL);
    uint32_t acknowledged = 0;
    for (uint32_t n; read(ends[0], &n, sizeof n) == sizeof n;)
        acknowledged = n;
    close(ends[0]);
    int how;
    waitpid(child, &how, 0);
    assert_true(WIFSIGNALED(how) || WEXITSTATUS(how) == 0);
    return acknowledged;
}

static int64_t ask(const char *sql, int64_t parameter)
{
    sqlite3 *handle;
    sqlite3_stmt *query;
    assert_int_equal(sqlite3_open(db, &handle), SQLITE_OK);
    if (sqlite3_prepare_v2(handle, sql, -1, &query, NULL)) fail_msg("%s", sqlite3_errmsg(handle));
    sqlite3_bind_int64(query, 1, parameter);
    int64_t answer = sqlite3_step(query) == SQLITE_ROW ? sqlite3_column_int64(query, 0) : -1;
    sqlite3_finalize(query);
    sqlite3_close(handle);
    return answer;
}

static void assert_whole(uint32_t acknowledged)
{
    if (access(db, F_OK) != 0 || ask("SELECT count(*) FROM sqlite_schema", 0) == 0) {
        assert_int_equal(acknowledged, 0); /* killed before there was a record */
        return;
    }
    assert_int_equal(
        ask("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check='ok'", 0), 1);
    assert_int_equal(ask("SELECT count(*) FROM pragma_foreign_key_check", 0), 0);
    /* The first ones, and each with its two sentences in the table and in the index. */
    int64_t n = ask("SELECT count(*) FROM reports", 0);
    assert_true(n >= acknowledged);
    assert_int_equal(ask("SELECT count(*) FROM (SELECT id FROM reports ORDER BY id LIMIT ?1) "
                         "WHERE CAST(substr(id,8) AS INTEGER)<?1",
                         acknowledged),
                     acknowledged);
    assert_int_equal(ask("SELECT count(*) FROM sentences", 0), 2 * n);
    assert_int_equal(ask("SELECT count(*) FROM search", 0), 2 * n);
    assert_int_equal(ask("SELECT count(DISTINCT report) FROM blocks", 0), n);
}

static void test_killed_at_any_moment(void **state)
{
    (void)state;
    uint32_t seed = (uint32_t)getpid();
    uint32_t n_partial = 0;
    for (int i = 0; i < N_KILLS; i++) {
        if (i % 3 == 0) reading_remove_db(db); /* else go on with what the last one left */
        seed = seed * 1664525u + 1013904223u;
        uint32_t acknowledged = read_and_kill((int64_t)(seed >> 8) % (whole_run_us + 1));
        assert_whole(acknowledged);
        n_partial += acknowledged > 0 && acknowledged < N_REPORTS;
    }
    print_message("%u of %d kills fell between the first and the last commit\n", n_partial,
                  N_KILLS);
    ParleyReadResult result =
        reading_run(model, db, (const char *const *)paths, N_REPORTS, &(ParleyReadOptions){0});
    assert_int_equal(result.n_new + result.n_same, N_REPORTS);
    assert_int_equal(result.n_changed, 0);
    char *found = reading_export(&scratch, db, PARLEY_FORMAT_JSON);
    assert_string_equal(found, expected);
    free(found);
}

static int set_up(void **state)
{
    (void)state;
    scratch_make(&scratch);
    model = reading_model();
    write_reports();
    snprintf(db, sizeof db, "%s", scratch_path(&scratch, "crash.db"));
    int64_t start = now_us();
    reading_run(model, db, (const char *const *)paths, N_REPORTS, &(ParleyReadOptions){0});
    whole_run_us = now_us() - start;
    expected = reading_export(&scratch, db, PARLEY_FORMAT_JSON);
    reading_remove_db(db);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (int i = 0; i < N_REPORTS; i++)
        free(paths[i]);
    free(expected);
    parley_model_close(model);
    scratch_remove(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_killed_at_any_moment)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
