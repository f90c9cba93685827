/* Reading through the public API: what is new, what is left out and told, what a view sees. */
#include "unit/api/reading.h"

#include <sqlite3.h>

static const char *const strike =
    "Dockers at Port Velda will strike on Monday.\n\n"
    "\"We have waited long enough,\" said Ana Marek, who leads the dockers' union.\n";
static const char *const deal = "Dockers at Port Velda called off their strike on Tuesday.\n\n"
                                "The port authority agreed to shorter shifts, said Ana Marek.\n";

typedef struct World {
    Scratch scratch;
    char db[600];
    char notices[8192];
    unsigned n_left_out;
    unsigned n_warnings;
    size_t progress_done;
    size_t progress_total;
} World;

static ParleyModel *model;

static void keep_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    World *w = context;
    size_t used = strlen(w->notices);
    snprintf(w->notices + used, sizeof w->notices - used, "%s\n", line);
    w->n_left_out += kind == PARLEY_NOTICE_LEFT_OUT;
    w->n_warnings += kind == PARLEY_NOTICE_WARNING;
}

static void keep_progress(void *context, size_t n_done, size_t n_total)
{
    World *w = context;
    assert_true(n_done >= w->progress_done && n_done <= n_total);
    w->progress_done = n_done;
    w->progress_total = n_total;
}

static int set_up(void **state)
{
    World *w = calloc(1, sizeof *w);
    assert_non_null(w);
    scratch_make(&w->scratch);
    snprintf(w->db, sizeof w->db, "%s", scratch_path(&w->scratch, "a.db"));
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    World *w = *state;
    scratch_remove(&w->scratch);
    free(w);
    return 0;
}

static ParleyReadOptions options_of(World *w)
{
    return (ParleyReadOptions){.notice = keep_notice, .progress = keep_progress, .context = w};
}

static ParleyReadResult read_paths(World *w, const char *const *paths, size_t n_paths)
{
    ParleyReadOptions options = options_of(w);
    w->notices[0] = 0;
    w->n_left_out = w->n_warnings = 0;
    w->progress_done = 0;
    return reading_run(model, w->db, paths, n_paths, &options);
}

static ParleyReadResult read_text(World *w, const char *name, const char *text)
{
    const char *path = scratch_puts(&w->scratch, name, text);
    return read_paths(w, &path, 1);
}

static void test_new_same_changed(void **state)
{
    World *w = *state;
    assert_int_equal(read_text(w, "port.txt", strike).n_new, 1);
    assert_int_equal(w->progress_done, 1);
    assert_int_equal(w->progress_total, 1);
    char *before = reading_export(&w->scratch, w->db, PARLEY_FORMAT_CSV);
    assert_int_equal(read_text(w, "port.txt", strike).n_same, 1);
    char *after = reading_export(&w->scratch, w->db, PARLEY_FORMAT_CSV);
    assert_string_equal(before, after);
    free(after);
    assert_int_equal(read_text(w, "port.txt", deal).n_changed, 1);
    assert_int_equal(w->n_warnings, 0); /* the same file: no doubt which report is meant */
    after = reading_export(&w->scratch, w->db, PARLEY_FORMAT_CSV);
    assert_null(strstr(after, "waited long enough"));
    assert_non_null(strstr(after, "shorter shifts"));
    free(after);
    assert_int_equal(read_text(w, "port.txt", strike).n_changed, 1);
    after = reading_export(&w->scratch, w->db, PARLEY_FORMAT_CSV);
    assert_string_equal(before, after); /* back again, to the byte */
    free(before);
    free(after);
}

static void test_metadata_is_part_of_a_report(void **state)
{
    World *w = *state;
    const char *path = scratch_puts(&w->scratch, "port.txt", strike);
    ParleyReadOptions options = options_of(w);
    assert_int_equal(reading_run(model, w->db, &path, 1, &options).n_new, 1);
    options.metadata.source = "Velda Post";
    assert_int_equal(reading_run(model, w->db, &path, 1, &options).n_changed, 1);
    assert_int_equal(reading_run(model, w->db, &path, 1, &options).n_same, 1);
}

static void test_bad_ones_are_left_out_and_told(void **state)
{
    World *w = *state;
    char good[600];
    char empty[600];
    char binary[600];
    snprintf(good, sizeof good, "%s", scratch_puts(&w->scratch, "good.txt", strike));
    snprintf(empty, sizeof empty, "%s", scratch_puts(&w->scratch, "empty.txt", ""));
    snprintf(binary, sizeof binary, "%s", scratch_puts(&w->scratch, "x.pdf", "%PDF-1.7 ..."));
    const char *paths[] = {empty, "nowhere.txt", good, binary, w->scratch.folder};
    ParleyReadResult result = read_paths(w, paths, 5);
    assert_int_equal(result.n_new, 1);
    assert_int_equal(result.n_left_out, 4);
    assert_int_equal(w->n_left_out, 4);
    assert_int_equal(w->progress_done, 5);
    assert_non_null(strstr(w->notices, "empty.txt: empty"));
    assert_non_null(strstr(w->notices, "nowhere.txt: no such file"));
    assert_non_null(strstr(w->notices, "x.pdf: a PDF document"));
    assert_non_null(strstr(w->notices, "is a folder"));
}

static void test_damaged_text_is_read_and_told(void **state)
{
    World *w = *state;
    static const char text[] = "The port \0 talks in Velda ended caf\xe9 with a deal on Monday.\n";
    const char *path = scratch_write(&w->scratch, "nul.txt", text, sizeof text - 1);
    ParleyReadResult result = read_paths(w, &path, 1);
    assert_int_equal(result.n_new, 1);
    assert_true(w->n_warnings >= 1);
    assert_non_null(strstr(w->notices, "nul.txt: 2 bytes are no UTF-8"));
}

static void test_one_id_for_two_files(void **state)
{
    World *w = *state;
    char folder[600];
    char first[700];
    char second[700];
    snprintf(folder, sizeof folder, "%s", scratch_path(&w->scratch, "b"));
    mkdir(folder, 0700);
    snprintf(second, sizeof second, "%s", scratch_puts(&w->scratch, "b/port.txt", deal));
    snprintf(folder, sizeof folder, "%s", scratch_path(&w->scratch, "a"));
    mkdir(folder, 0700);
    snprintf(first, sizeof first, "%s", scratch_puts(&w->scratch, "a/port.txt", strike));
    const char *paths[] = {second, first, first}; /* the same file twice is no second report */
    ParleyReadResult result = read_paths(w, paths, 3);
    assert_int_equal(result.n_new, 1);
    assert_int_equal(result.n_left_out, 1);
    assert_non_null(strstr(w->notices, "b/port.txt: left out"));
    assert_non_null(strstr(w->notices, "same id \"port\""));
    result =
        read_paths(w, paths, 1); /* in a call of its own it takes the place, and that is told */
    assert_int_equal(result.n_changed, 1);
    assert_int_equal(w->n_warnings, 1);
    assert_non_null(strstr(w->notices, "b/port.txt: replaces the report \"port\" from"));
}

static void test_json_lines(void **state)
{
    World *w = *state;
    const char *path = scratch_puts(
        &w->scratch, "feed.jsonl",
        "{\"id\":\"one\",\"text\":\"Dockers at Port Velda will strike on Monday.\"}\n"
        "not json\n"
        "{\"id\":\"two\",\"text\":\"The port authority agreed to shorter shifts.\"}\n");
    ParleyReadOptions options = options_of(w);
    options.format = PARLEY_INPUT_JSONL;
    ParleyReadResult result = reading_run(model, w->db, &path, 1, &options);
    assert_int_equal(result.n_new, 2);
    assert_int_equal(result.n_left_out, 1);
    assert_non_null(strstr(w->notices, "feed.jsonl, line 2: broken JSON"));
}

static void run_sql(const char *db, const char *sql)
{
    sqlite3 *handle;
    assert_int_equal(sqlite3_open(db, &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(handle);
}

static bool append(void *context, const char *bytes, size_t len)
{
    char *out = context;
    size_t used = strlen(out);
    if (len > 60000 - used) len = 60000 - used;
    memcpy(out + used, bytes, len);
    out[used + len] = 0;
    return true;
}

static char *view(World *w, ParleyView which)
{
    ParleyRecord *record;
    ParleyError error;
    char *out = calloc(1, 65536);
    ParleyViewOptions options = {.view = which, .format = PARLEY_FORMAT_JSON};
    if (parley_record_open(w->db, PARLEY_RECORD_READ, &record, &error) ||
        parley_record_view(record, &options, (ParleySink){append, out}, &error))
        fail_msg("%s", error.message);
    parley_record_close(record);
    return out;
}

/* As after a crash between the last batch and the record across reports. */
static void test_stale_record_is_never_seen(void **state)
{
    World *w = *state;
    read_text(w, "port.txt", strike);
    char *people = view(w, PARLEY_VIEW_PEOPLE);
    char *tables = reading_export(&w->scratch, w->db, PARLEY_FORMAT_CSV);
    static const char *const make_stale =
        "DELETE FROM actors; DELETE FROM actor_entities; DELETE FROM stories;"
        "DELETE FROM story_reports; DELETE FROM publishers;"
        "UPDATE parley SET value=1 WHERE name='stale'";
    run_sql(w->db, make_stale);
    char *computed = view(w, PARLEY_VIEW_PEOPLE);
    assert_string_equal(people, computed);
    free(computed);
    char *exported = reading_export(&w->scratch, w->db, PARLEY_FORMAT_CSV); /* mends it */
    assert_string_equal(tables, exported);
    free(exported);
    run_sql(w->db, make_stale);
    assert_int_equal(read_text(w, "port.txt", strike).n_same, 1); /* mends it, too */
    computed = view(w, PARLEY_VIEW_PEOPLE);
    assert_string_equal(people, computed);
    free(computed);
    free(people);
    free(tables);
}

static void test_many_batches(void **state)
{
    World *w = *state;
    enum { N = 150 };
    char *paths[N];
    for (int i = 0; i < N; i++) {
        char name[32];
        char text[128];
        snprintf(name, sizeof name, "r%03d.txt", i);
        snprintf(text, sizeof text, "The nurses met the board on day %d.\n", i);
        paths[i] = strdup(scratch_puts(&w->scratch, name, text));
    }
    ParleyReadResult result = read_paths(w, (const char *const *)paths, N);
    assert_int_equal(result.n_new, N);
    assert_int_equal(w->progress_done, N);
    result = read_paths(w, (const char *const *)paths, N);
    assert_int_equal(result.n_same, N);
    for (int i = 0; i < N; i++)
        free(paths[i]);
}

static void test_annotate_keeps_the_order_of_its_paths(void **state)
{
    World *w = *state;
    char z[600];
    snprintf(z, sizeof z, "%s", scratch_puts(&w->scratch, "z.txt", strike));
    const char *paths[] = {z, "nowhere.txt", scratch_puts(&w->scratch, "a.txt", deal)};
    char *single = calloc(1, 65536);
    char *parallel = calloc(1, 65536);
    ParleyReadOptions options = options_of(w);
    ParleyReadResult result;
    ParleyError error;
    options.n_threads = 1;
    assert_int_equal(
        parley_annotate(model, paths, 3, &options, (ParleySink){append, single}, &result, &error),
        PARLEY_OK);
    assert_int_equal(result.n_new, 2);
    assert_int_equal(result.n_left_out, 1);
    options.n_threads = 4;
    w->progress_done = 0;
    assert_int_equal(
        parley_annotate(model, paths, 3, &options, (ParleySink){append, parallel}, &result, &error),
        PARLEY_OK);
    assert_string_equal(single, parallel);
    assert_true(strncmp(single, "{\"id\":\"z\"", 9) == 0);
    assert_non_null(strstr(single, "\n{\"id\":\"a\""));
    free(single);
    free(parallel);
}

static bool refuse(void *context, const char *bytes, size_t len)
{
    (void)context;
    (void)bytes;
    (void)len;
    return false;
}

static void test_output_that_refuses(void **state)
{
    World *w = *state;
    const char *path = scratch_puts(&w->scratch, "port.txt", strike);
    ParleyReadOptions options = options_of(w);
    ParleyError error;
    assert_int_equal(
        parley_annotate(model, &path, 1, &options, (ParleySink){refuse, NULL}, NULL, &error),
        PARLEY_CANNOT_WRITE);
    read_paths(w, &path, 1);
    ParleyRecord *record;
    assert_int_equal(parley_record_open(w->db, PARLEY_RECORD_READ, &record, &error), PARLEY_OK);
    ParleyViewOptions people = {.view = PARLEY_VIEW_PEOPLE, .format = PARLEY_FORMAT_JSON};
    assert_int_equal(parley_record_view(record, &people, (ParleySink){refuse, NULL}, &error),
                     PARLEY_CANNOT_WRITE);
    const char *file = scratch_puts(&w->scratch, "file", "");
    assert_int_equal(parley_record_export(record, PARLEY_FORMAT_CSV, file, &error),
                     PARLEY_BAD_ARGUMENT);
    const char *deep = scratch_path(&w->scratch, "no/such");
    assert_int_equal(parley_record_export(record, PARLEY_FORMAT_CSV, deep, &error),
                     PARLEY_NOT_FOUND);
    assert_int_equal(parley_record_export(record, PARLEY_FORMAT_HTML, deep, &error),
                     PARLEY_BAD_ARGUMENT);
    parley_record_close(record);
}

static int open_model(void **state)
{
    (void)state;
    model = reading_model();
    return 0;
}

static int close_model(void **state)
{
    (void)state;
    parley_model_close(model);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_new_same_changed),
        TEST(test_metadata_is_part_of_a_report),
        TEST(test_bad_ones_are_left_out_and_told),
        TEST(test_damaged_text_is_read_and_told),
        TEST(test_one_id_for_two_files),
        TEST(test_json_lines),
        TEST(test_stale_record_is_never_seen),
        TEST(test_many_batches),
        TEST(test_annotate_keeps_the_order_of_its_paths),
        TEST(test_output_that_refuses),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
