/* A database that somebody or something has changed: loading says so, and never reads wild. */
#include "unit/cmocka_all.h"

#include <sqlite3.h>

#include "scratch.h"
#include "unit/store/sample.h"

static Scratch scratch;
static char path[600];

static void make_record(void)
{
    PlStore *store;
    ParleyError error;
    PlArena arena;
    PlStorePut how;
    PlRecord record;
    PlAnnotation reports[2];
    pl_arena_init(&arena, 0);
    unlink(path);
    assert_int_equal(pl_store_open(path, PARLEY_RECORD_CREATE, &store, &error), PARLEY_OK);
    assert_int_equal(pl_store_begin(store, &error), PARLEY_OK);
    sample_report(&arena, "a", "The clubs settled their dispute. Fans cheered.", &reports[0]);
    sample_report(&arena, "b", "The clubs went back to court. Fans jeered.", &reports[1]);
    sample_record(&arena, reports, 2, &record);
    for (int i = 0; i < 2; i++)
        assert_int_equal(pl_store_put_report(store, &reports[i], PL_SLICE("p"), 1, &how, &error),
                         PARLEY_OK);
    assert_int_equal(pl_store_put_record(store, &record, &error), PARLEY_OK);
    assert_int_equal(pl_store_commit(store, &error), PARLEY_OK);
    pl_store_close(store);
    pl_arena_clear(&arena);
}

typedef struct Load {
    PlStore *store;
    PlArena arena;
    ParleyError error;
    ParleyStatus status;
} Load;

static void load_body(void *context)
{
    Load *l = context;
    PlRecord record;
    PlStoreHits hits;
    l->status = pl_store_load(l->store, &l->arena, true, &record, &l->error);
    if (!l->status) l->status = pl_store_search(l->store, &l->arena, "clubs", &hits, &l->error);
}

static ParleyStatus load(ParleyError *error)
{
    Load l = {0};
    ParleyStatus status = pl_store_open(path, PARLEY_RECORD_READ, &l.store, error);
    if (status) return status;
    pl_arena_init(&l.arena, (size_t)64 << 20);
    if (!pl_arena_run(&l.arena, load_body, &l)) {
        pl_store_rollback(l.store);
        l.status = PARLEY_NO_MEMORY;
    }
    pl_store_close(l.store);
    pl_arena_clear(&l.arena);
    *error = l.error;
    return l.status;
}

static void test_rows_that_point_nowhere(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "UPDATE mentions SET entity=3 WHERE number=0",
        "UPDATE mentions SET entity=-1 WHERE number=0",
        "UPDATE mentions SET entity=5000000000 WHERE number=0",
        "UPDATE mentions SET \"end\"=1000 WHERE number=0",
        "UPDATE mentions SET \"start\"=9, \"end\"=8 WHERE number=0",
        "UPDATE mentions SET type='KING' WHERE number=0",
        "UPDATE mentions SET type=NULL WHERE number=0",
        "UPDATE mentions SET number=7 WHERE number=2",
        "UPDATE sentences SET block=9 WHERE number=1",
        "UPDATE sentences SET \"end\"=900 WHERE number=1",
        "UPDATE reports SET dateline_end=900",
        "UPDATE reports SET text='short'",
        "UPDATE events SET quad=256 WHERE number=0",
        "UPDATE actor_entities SET report='c' WHERE number=0",
        "UPDATE actor_entities SET entity=3 WHERE number=0",
        "UPDATE story_reports SET story=3 WHERE number=0",
        "UPDATE difference_evidence SET \"end\"=1000 WHERE number=0",
        "DELETE FROM publishers WHERE number=0",
        "UPDATE publishers SET publisher=4000000000",
        "DELETE FROM actors WHERE number=0",
        "DROP TABLE quotes",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        make_record();
        sqlite3 *db;
        ParleyError error;
        assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
        if (sqlite3_exec(db, changes[i], NULL, NULL, NULL)) fail_msg("%s", sqlite3_errmsg(db));
        sqlite3_close(db);
        ParleyStatus status = load(&error);
        if (status != PARLEY_BAD_RECORD) fail_msg("%s: status %d", changes[i], (int)status);
        if (!strstr(error.message, "damaged")) fail_msg("%s: %s", changes[i], error.message);
    }
}

/* Any bytes of the file may be anything: loading ends, with an error or without. */
static void test_random_damage_never_crashes(void **state)
{
    (void)state;
    make_record();
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    size_t len = (size_t)ftell(file);
    rewind(file);
    unsigned char *good = malloc(len);
    unsigned char *bad = malloc(len);
    assert_true(good && bad && fread(good, 1, len, file) == len);
    fclose(file);
    uint32_t seed = 12345;
    for (int round = 0; round < 300; round++) {
        memcpy(bad, good, len);
        for (int i = 0; i < 8; i++) {
            seed = seed * 1664525u + 1013904223u;
            bad[(size_t)(seed >> 4) % len] = (unsigned char)(seed >> 24);
        }
        scratch_write(&scratch, "damaged.db", (char *)bad, len);
        ParleyError error;
        load(&error);
    }
    free(good);
    free(bad);
}

static int set_up(void **state)
{
    (void)state;
    scratch_make(&scratch);
    snprintf(path, sizeof path, "%s", scratch_path(&scratch, "damaged.db"));
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
        cmocka_unit_test(test_rows_that_point_nowhere),
        cmocka_unit_test(test_random_damage_never_crashes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
