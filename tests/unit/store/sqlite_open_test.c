/* What may be found where a record should be, and where none can be written. */
#include "unit/cmocka_all.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "scratch.h"
#include "unit/store/sample.h"

static Scratch scratch;

static ParleyStatus try_open(const char *path, ParleyRecordMode mode, ParleyError *error)
{
    PlStore *store;
    ParleyStatus status = pl_store_open(path, mode, &store, error);
    assert_true((status == PARLEY_OK) == (store != NULL));
    pl_store_close(store);
    return status;
}

static void assert_refused(const char *path, ParleyRecordMode mode, ParleyStatus status,
                           const char *part)
{
    ParleyError error;
    assert_int_equal(try_open(path, mode, &error), status);
    if (!strstr(error.message, part)) fail_msg("\"%s\" does not say \"%s\"", error.message, part);
    if (!strstr(error.message, path)) fail_msg("\"%s\" does not say where", error.message);
}

static void change(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void test_reading_needs_a_record(void **state)
{
    (void)state;
    const char *path = scratch_path(&scratch, "none.db");
    assert_refused(path, PARLEY_RECORD_READ, PARLEY_NOT_FOUND, "parley read");
    assert_int_equal(access(path, F_OK), -1); /* looking makes nothing */
    path = scratch_puts(&scratch, "empty.db", "");
    assert_refused(path, PARLEY_RECORD_READ, PARLEY_BAD_RECORD, "is empty");
}

static void test_creating_fills_an_empty_file(void **state)
{
    (void)state;
    ParleyError error;
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_puts(&scratch, "fresh.db", ""));
    assert_int_equal(try_open(path, PARLEY_RECORD_CREATE, &error), PARLEY_OK);
    assert_int_equal(try_open(path, PARLEY_RECORD_CREATE, &error), PARLEY_OK);
    assert_int_equal(try_open(path, PARLEY_RECORD_READ, &error), PARLEY_OK);
    char log[700];
    snprintf(log, sizeof log, "%s-wal", path);
    assert_int_equal(access(log, F_OK), -1); /* nothing is left beside it */
}

static void test_strangers_are_refused_and_kept(void **state)
{
    (void)state;
    char path[600];
    snprintf(path, sizeof path, "%s",
             scratch_puts(&scratch, "notes.txt", "These are my notes on the dam talks.\n"));
    assert_refused(path, PARLEY_RECORD_CREATE, PARLEY_BAD_RECORD, "not a Parley record");
    FILE *file = fopen(path, "rb");
    char line[64];
    assert_non_null(fgets(line, sizeof line, file));
    fclose(file);
    assert_string_equal(line, "These are my notes on the dam talks.\n");

    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "other.db"));
    change(path, "CREATE TABLE t(x); PRAGMA user_version=1;");
    assert_refused(path, PARLEY_RECORD_CREATE, PARLEY_BAD_RECORD, "another program");
    assert_refused(path, PARLEY_RECORD_READ, PARLEY_BAD_RECORD, "another program");
    assert_refused(scratch.folder, PARLEY_RECORD_CREATE, PARLEY_BAD_RECORD, "is a folder");
}

static void test_newer_schema_is_refused(void **state)
{
    (void)state;
    ParleyError error;
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "newer.db"));
    assert_int_equal(try_open(path, PARLEY_RECORD_CREATE, &error), PARLEY_OK);
    change(path, "PRAGMA user_version=99");
    assert_refused(path, PARLEY_RECORD_CREATE, PARLEY_BAD_RECORD, "newer Parley (schema 99");
    assert_refused(path, PARLEY_RECORD_READ, PARLEY_BAD_RECORD, "newer Parley");
}

static void load_old(void *context)
{
    PlStore *store = *(PlStore **)context;
    PlArena arena;
    ParleyError error;
    PlRecord record;
    bool stale;
    pl_arena_init(&arena, 0);
    assert_int_equal(pl_store_is_stale(store, &stale, &error), PARLEY_OK);
    assert_true(stale); /* the nouns of the record wait to be computed */
    assert_int_equal(pl_store_load(store, &arena, false, &record, &error), PARLEY_OK);
    assert_int_equal(record.n_reports, 1);
    assert_int_equal(record.reports[0].quotes.quotes.n, SAMPLE_ROWS);
    assert_true(pl_span_empty(record.reports[0].quotes.quotes.items[0].channel));
    pl_arena_clear(&arena);
}

/* A record as version 1 made it keeps its reports. */
static void test_older_schema_is_brought_up(void **state)
{
    (void)state;
    ParleyError error;
    PlStore *store;
    PlArena arena;
    PlAnnotation report;
    PlStorePut how;
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "older.db"));
    pl_arena_init(&arena, 0);
    sample_report(&arena, "a", "The editors walked out. The printers stayed.", &report);
    assert_int_equal(pl_store_open(path, PARLEY_RECORD_CREATE, &store, &error), PARLEY_OK);
    assert_int_equal(pl_store_begin(store, &error), PARLEY_OK);
    assert_int_equal(pl_store_put_report(store, &report, PL_SLICE("p"), 1, &how, &error),
                     PARLEY_OK);
    assert_int_equal(pl_store_commit(store, &error), PARLEY_OK);
    pl_store_close(store);
    change(path, "ALTER TABLE quotes DROP COLUMN channel_start;"
                 "ALTER TABLE quotes DROP COLUMN channel_end;"
                 "ALTER TABLE quotes DROP COLUMN date;"
                 "ALTER TABLE publishers DROP COLUMN original;"
                 "DROP TABLE shared_texts; DROP TABLE merge_rules;"
                 "ALTER TABLE events DROP COLUMN frame;"
                 "ALTER TABLE event_actors DROP COLUMN start;"
                 "ALTER TABLE event_actors DROP COLUMN end;"
                 "DROP TABLE story_members; DROP TABLE story_changes;"
                 "UPDATE parley SET value=0 WHERE name='stale'; PRAGMA user_version=1;");
    assert_int_equal(pl_store_open(path, PARLEY_RECORD_CREATE, &store, &error), PARLEY_OK);
    PlArena run;
    pl_arena_init(&run, 0);
    assert_true(pl_arena_run(&run, load_old, &store));
    pl_arena_clear(&run);
    pl_store_close(store);
    pl_arena_clear(&arena);
}

static void test_folder_that_is_not_there(void **state)
{
    (void)state;
    assert_refused(scratch_path(&scratch, "no/such/folder.db"), PARLEY_RECORD_CREATE,
                   PARLEY_READ_ONLY, "folder exists");
}

/* ---- as somebody who may not write ---- */

static int in_child(int (*body)(const char *path), const char *path)
{
    pid_t child = fork();
    if (child == 0) _exit(body(path));
    int how;
    waitpid(child, &how, 0);
    return WIFEXITED(how) ? WEXITSTATUS(how) : 1000;
}

enum { NOBODY = 65534 };

static bool become_nobody(void)
{
    if (geteuid() != 0) return true;
    return setgid(NOBODY) == 0 && setuid(NOBODY) == 0;
}

static int body_create_forbidden(const char *path)
{
    ParleyError error;
    if (!become_nobody()) return 100;
    return (int)try_open(path, PARLEY_RECORD_CREATE, &error);
}

static int body_read_forbidden(const char *path)
{
    ParleyError error;
    PlStore *store;
    if (!become_nobody()) return 100;
    ParleyStatus status = pl_store_open(path, PARLEY_RECORD_READ, &store, &error);
    if (status) return (int)status;
    PlArena arena;
    PlAnnotation report;
    PlStorePut how;
    pl_arena_init(&arena, 0);
    sample_report(&arena, "a", "The editors walked out. The printers stayed.", &report);
    status = pl_store_begin(store, &error);
    if (!status) status = pl_store_put_report(store, &report, PL_SLICE("p"), 1, &how, &error);
    status = status == PARLEY_READ_ONLY ? PARLEY_OK : PARLEY_SYSTEM;
    pl_arena_clear(&arena);
    pl_store_close(store);
    return (int)status;
}

static void test_read_only_folder(void **state)
{
    (void)state;
    ParleyError error;
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "kept.db"));
    assert_int_equal(try_open(path, PARLEY_RECORD_CREATE, &error), PARLEY_OK);
    chmod(path, 0444);
    chmod(scratch.folder, 0555);
    assert_int_equal(in_child(body_create_forbidden, scratch_path(&scratch, "new.db")),
                     PARLEY_READ_ONLY);
    /* A record that cannot be written can still be read. */
    assert_int_equal(in_child(body_read_forbidden, path), PARLEY_OK);
    chmod(scratch.folder, 0755);
    assert_int_equal(in_child(body_read_forbidden, path), PARLEY_OK);
}

/* ---- a disk that fills up ---- */

/* Puts reports, one a batch, until that fails; the exit code is how many were acknowledged. */
static int body_fill(const char *path)
{
    struct rlimit most = {512 * 1024, 512 * 1024};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &most);
    PlStore *store;
    ParleyError error;
    if (pl_store_open(path, PARLEY_RECORD_CREATE, &store, &error)) return 200;
    PlArena arena;
    pl_arena_init(&arena, 0);
    int n = 0;
    for (ParleyStatus status = PARLEY_OK; n < 150; n++) {
        char id[16];
        PlAnnotation report;
        PlStorePut how;
        snprintf(id, sizeof id, "r%03d", n);
        sample_report(&arena, id, "The miners walked out at dawn. Nobody knows what comes next.",
                      &report);
        status = pl_store_begin(store, &error);
        if (!status) status = pl_store_put_report(store, &report, PL_SLICE("p"), 1, &how, &error);
        if (!status) status = pl_store_commit(store, &error);
        if (status == PARLEY_DISK_FULL && strstr(error.message, "disk is full")) break;
        if (status) {
            fprintf(stderr, "%s\n", error.message);
            return 201;
        }
    }
    pl_store_close(store);
    return n;
}

static int64_t ask(const char *path, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *query;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(query), SQLITE_ROW);
    int64_t answer = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    sqlite3_close(db);
    return answer;
}

static void test_full_disk_keeps_what_was_acknowledged(void **state)
{
    (void)state;
    char path[600];
    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "full.db"));
    int n = in_child(body_fill, path);
    assert_in_range(n, 1, 149);
    assert_int_equal(ask(path, "SELECT count(*) FROM reports"), n);
    assert_int_equal(ask(path, "SELECT count(*) FROM mentions"), n * SAMPLE_ROWS);
    assert_int_equal(ask(path, "SELECT count(*)=1 FROM pragma_integrity_check "
                               "WHERE integrity_check='ok'"),
                     1);
}

static int set_up(void **state)
{
    (void)state;
    scratch_make(&scratch);
    chmod(scratch.folder, 0755);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    scratch_remove(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading_needs_a_record),
        cmocka_unit_test(test_creating_fills_an_empty_file),
        cmocka_unit_test(test_strangers_are_refused_and_kept),
        cmocka_unit_test(test_newer_schema_is_refused),
        cmocka_unit_test(test_older_schema_is_brought_up),
        cmocka_unit_test(test_folder_that_is_not_there),
        cmocka_unit_test(test_read_only_folder),
        cmocka_unit_test(test_full_disk_keeps_what_was_acknowledged),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
