/* The record is a function of the set of reports: in any of the 120 orders of five reports, on one
 * thread or four, all at once or one by one, the export has the same bytes. */
#include "unit/api/reading.h"

enum { N_REPORTS = 5 };

static const char *const reports[N_REPORTS] = {
    PARLEY_SOURCE_DIR "/examples/istanbul/harbour-courier.txt",
    PARLEY_SOURCE_DIR "/examples/istanbul/lowland-daily.txt",
    PARLEY_SOURCE_DIR "/examples/istanbul/meridian-wire.txt",
    PARLEY_SOURCE_DIR "/examples/istanbul/northgate-dispatch.txt",
    PARLEY_SOURCE_DIR "/examples/istanbul/quayside-record.txt",
};

static const ParleyReadOptions with_manifest = {
    .manifest = PARLEY_SOURCE_DIR "/examples/istanbul/manifest.tsv",
};

static Scratch scratch;
static ParleyModel *model;
static char *expected;

/* Order number `n`, of 0 to 119. */
static void permute(unsigned n, const char *order[N_REPORTS])
{
    const char *left[N_REPORTS];
    memcpy(left, reports, sizeof left);
    for (unsigned i = 0; i < N_REPORTS; i++) {
        unsigned n_left = N_REPORTS - i;
        unsigned pick = n % n_left;
        n /= n_left;
        order[i] = left[pick];
        memmove(left + pick, left + pick + 1, (n_left - pick - 1) * sizeof *left);
    }
}

static void assert_same_export(const char *db, unsigned n, const char *how)
{
    char *found = reading_export(&scratch, db, PARLEY_FORMAT_CSV);
    if (strcmp(found, expected) != 0) fail_msg("order %u, %s: another export", n, how);
    free(found);
}

static void test_all_at_once(void **state)
{
    (void)state;
    char db[600];
    snprintf(db, sizeof db, "%s", scratch_path(&scratch, "once.db"));
    for (unsigned n = 0; n < 120; n++) {
        const char *order[N_REPORTS];
        ParleyReadOptions options = with_manifest;
        options.n_threads = n % 2 ? 4 : 1;
        permute(n, order);
        ParleyReadResult result = reading_run(model, db, order, N_REPORTS, &options);
        assert_int_equal(result.n_new, N_REPORTS);
        assert_same_export(db, n, "all at once");
        reading_remove_db(db);
    }
}

static void copy_file(const char *from, const char *to)
{
    char block[65536];
    FILE *in = fopen(from, "rb");
    FILE *out = fopen(to, "wb");
    assert_true(in && out);
    for (size_t n; (n = fread(block, 1, sizeof block, in)) > 0;)
        assert_int_equal(fwrite(block, 1, n, out), n);
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

/* Reads each report that `done` lacks into a copy of the record `db`, and goes on from there: every
 * order is read one by one, and what orders begin with together is read once. */
static void read_the_rest(const char *db, unsigned done, unsigned *n_orders)
{
    if (done + 1 == 1u << N_REPORTS) {
        assert_same_export(db, (*n_orders)++, "one by one");
        return;
    }
    for (unsigned i = 0; i < N_REPORTS; i++) {
        if (done & 1u << i) continue;
        char next[700];
        snprintf(next, sizeof next, "%s%u", db, i);
        if (done) copy_file(db, next);
        ParleyReadOptions options = with_manifest;
        options.n_threads = i % 2 ? 1 : 4;
        assert_int_equal(reading_run(model, next, &reports[i], 1, &options).n_new, 1);
        read_the_rest(next, done | 1u << i, n_orders);
        reading_remove_db(next);
    }
}

static void test_one_by_one(void **state)
{
    (void)state;
    char db[600];
    unsigned n_orders = 0;
    snprintf(db, sizeof db, "%s", scratch_path(&scratch, "single.db"));
    read_the_rest(db, 0, &n_orders);
    assert_int_equal(n_orders, 120);
}

/* Each report in turn: four are read, it comes, it goes. */
static void test_a_removed_report_was_never_read(void **state)
{
    (void)state;
    char db[600];
    snprintf(db, sizeof db, "%s", scratch_path(&scratch, "removed.db"));
    for (unsigned i = 0; i < N_REPORTS; i++) {
        const char *others[N_REPORTS];
        unsigned n = 0;
        for (unsigned r = 0; r < N_REPORTS; r++)
            if (r != i) others[n++] = reports[r];
        reading_run(model, db, others, n, &with_manifest);
        char *without = reading_export(&scratch, db, PARLEY_FORMAT_CSV);
        reading_run(model, db, &reports[i], 1, &with_manifest);
        char *with = reading_export(&scratch, db, PARLEY_FORMAT_CSV);
        assert_string_not_equal(with, without);
        free(with);
        char id[200];
        snprintf(id, sizeof id, "%s", strrchr(reports[i], '/') + 1);
        *strrchr(id, '.') = 0;
        ParleyRecord *record;
        ParleyError error;
        assert_int_equal(parley_record_open(db, PARLEY_RECORD_READ, &record, &error), 0);
        const char *const unknown[] = {id, "never-read"};
        assert_int_equal(parley_record_remove(record, model, unknown, 2, &error), PARLEY_NOT_FOUND);
        assert_non_null(strstr(error.message, "never-read"));
        const char *const ids[] = {id};
        assert_int_equal(parley_record_remove(record, model, ids, 1, &error), 0);
        parley_record_close(record);
        char *after = reading_export(&scratch, db, PARLEY_FORMAT_CSV);
        assert_string_equal(after, without);
        free(after);
        free(without);
        reading_remove_db(db);
    }
}

static int set_up(void **state)
{
    (void)state;
    scratch_make(&scratch);
    model = reading_model();
    char db[600];
    snprintf(db, sizeof db, "%s", scratch_path(&scratch, "expected.db"));
    reading_run(model, db, reports, N_REPORTS, &with_manifest);
    expected = reading_export(&scratch, db, PARLEY_FORMAT_CSV);
    return strstr(expected, "harbour-courier") ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    free(expected);
    parley_model_close(model);
    scratch_remove(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_at_once),
        cmocka_unit_test(test_one_by_one),
        cmocka_unit_test(test_a_removed_report_was_never_read),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
