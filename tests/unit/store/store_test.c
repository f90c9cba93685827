/* What every store must do, whatever database is behind it. */
#include "unit/cmocka_all.h"

#include "scratch.h"
#include "unit/store/sample.h"

static const char *const harbour =
    "The dockers met the port authority. They asked for shorter shifts.";
static const char *const valley =
    "The valley councils signed a truce. Prisoners walk free on Friday.";

typedef struct World {
    Scratch scratch;
    PlArena arena;
    PlStore *store;
    ParleyError error;
} World;

static int set_up(void **state)
{
    World *w = calloc(1, sizeof *w);
    assert_non_null(w);
    scratch_make(&w->scratch);
    pl_arena_init(&w->arena, 0);
    ParleyStatus status = pl_store_open(scratch_path(&w->scratch, "a.db"), PARLEY_RECORD_CREATE,
                                        &w->store, &w->error);
    assert_int_equal(status, PARLEY_OK);
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    World *w = *state;
    pl_store_close(w->store);
    pl_arena_clear(&w->arena);
    scratch_remove(&w->scratch);
    free(w);
    return 0;
}

static PlStorePut put(World *w, PlStore *store, const char *id, const char *text, uint64_t digest)
{
    PlAnnotation report;
    PlStorePut how;
    sample_report(&w->arena, id, text, &report);
    assert_int_equal(
        pl_store_put_report(store, &report, PL_SLICE("some/path.txt"), digest, &how, &w->error),
        PARLEY_OK);
    return how;
}

static void begin(World *w)
{
    assert_int_equal(pl_store_begin(w->store, &w->error), PARLEY_OK);
}

static void commit(World *w)
{
    assert_int_equal(pl_store_commit(w->store, &w->error), PARLEY_OK);
}

static void put_two(World *w, PlRecord *record)
{
    PlAnnotation *reports = pl_arena_array(&w->arena, PlAnnotation, 2);
    sample_report(&w->arena, "harbour", harbour, &reports[0]);
    sample_report(&w->arena, "valley", valley, &reports[1]);
    sample_record(&w->arena, reports, 2, record);
    begin(w);
    put(w, w->store, "harbour", harbour, 1);
    put(w, w->store, "valley", valley, 2);
    assert_int_equal(pl_store_put_record(w->store, record, &w->error), PARLEY_OK);
    commit(w);
}

/* ---- loading inside an arena that may run out ---- */

typedef struct Load {
    World *world;
    PlArena arena;
    bool whole;
    PlRecord record;
    ParleyStatus status;
} Load;

static void load_body(void *context)
{
    Load *l = context;
    l->status = pl_store_load(l->world->store, &l->arena, l->whole, &l->record, &l->world->error);
}

static void load(World *w, bool whole, Load *l)
{
    *l = (Load){.world = w, .whole = whole};
    pl_arena_init(&l->arena, 0);
    assert_true(pl_arena_run(&l->arena, load_body, l));
    assert_int_equal(l->status, PARLEY_OK);
}

static void test_all_rows_come_back(void **state)
{
    World *w = *state;
    PlRecord put_in;
    put_two(w, &put_in);
    Load l;
    load(w, true, &l);
    assert_int_equal(l.record.n_reports, 2);
    for (uint32_t r = 0; r < 2; r++) {
        const PlAnnotation *a = &put_in.reports[r];
        const PlAnnotation *b = &l.record.reports[r];
        assert_true(pl_slice_equal(a->article.metadata.id, b->article.metadata.id));
        assert_true(sample_fields_equal(&pl_reports_noun, a, b));
        for (uint32_t i = 0; i < pl_n_report_nouns; i++)
            if (!sample_rows_equal(&pl_report_nouns[i], a, b))
                fail_msg("%s", pl_report_nouns[i].name);
        assert_int_equal(b->tokens.n_sents, 2);
        assert_memory_equal(a->tokens.sent_span, b->tokens.sent_span, 2 * sizeof(PlSpan));
        assert_memory_equal(a->tokens.sent_block, b->tokens.sent_block, 2 * sizeof(uint32_t));
        assert_true(pl_slice_equal(put_in.refs[r], l.record.refs[r]));
        assert_int_equal(put_in.stories.publisher_of[r], l.record.stories.publisher_of[r]);
        assert_int_equal(put_in.stories.original_of[r], l.record.stories.original_of[r]);
    }
    for (uint32_t i = 0; i < pl_n_record_nouns; i++)
        if (!sample_rows_equal(&pl_record_nouns[i], &put_in, &l.record))
            fail_msg("%s", pl_record_nouns[i].name);
    for (uint32_t i = 0; i < l.record.actor_entities.n; i++) {
        const PlActorEntity *link = &l.record.actor_entities.items[i];
        if (link->entity >= 0)
            assert_int_equal(l.record.actors.actor_of[link->report][link->entity], link->actor);
    }
    pl_arena_clear(&l.arena);
}

static void test_empty_store(void **state)
{
    World *w = *state;
    bool stale;
    assert_int_equal(pl_store_is_stale(w->store, &stale, &w->error), PARLEY_OK);
    assert_false(stale);
    Load l;
    load(w, true, &l);
    assert_int_equal(l.record.n_reports, 0);
    pl_arena_clear(&l.arena);
}

static void test_new_same_changed(void **state)
{
    World *w = *state;
    begin(w);
    assert_int_equal(put(w, w->store, "harbour", harbour, 1), PL_STORE_NEW);
    assert_int_equal(put(w, w->store, "harbour", valley, 1), PL_STORE_SAME);
    assert_int_equal(put(w, w->store, "harbour", valley, 2), PL_STORE_CHANGED);
    commit(w);
    Load l;
    load(w, false, &l);
    assert_int_equal(l.record.n_reports, 1);
    assert_true(pl_slice_is(l.record.reports[0].article.text, valley));
    assert_int_equal(l.record.reports[0].mentions.mentions.n, SAMPLE_ROWS);
    pl_arena_clear(&l.arena);
    PlStoredReport stored;
    assert_int_equal(
        pl_store_find_report(w->store, &w->arena, PL_SLICE("harbour"), &stored, &w->error),
        PARLEY_OK);
    assert_true(stored.found);
    assert_int_equal(stored.digest, 2);
    assert_true(pl_slice_is(stored.path, "some/path.txt"));
    assert_int_equal(
        pl_store_find_report(w->store, &w->arena, PL_SLICE("none"), &stored, &w->error), PARLEY_OK);
    assert_false(stored.found);
}

static void test_rollback_leaves_nothing(void **state)
{
    World *w = *state;
    begin(w);
    put(w, w->store, "harbour", harbour, 1);
    pl_store_rollback(w->store);
    Load l;
    load(w, false, &l);
    assert_int_equal(l.record.n_reports, 0);
    pl_arena_clear(&l.arena);
}

static void test_closing_undoes_what_is_not_committed(void **state)
{
    World *w = *state;
    begin(w);
    put(w, w->store, "harbour", harbour, 1);
    pl_store_close(w->store);
    assert_int_equal(
        pl_store_open(scratch_path(&w->scratch, "a.db"), PARLEY_RECORD_READ, &w->store, &w->error),
        PARLEY_OK);
    Load l;
    load(w, false, &l);
    assert_int_equal(l.record.n_reports, 0);
    pl_arena_clear(&l.arena);
}

static bool count_rows(void *context, const char *const *columns, const PlValue *values, uint32_t n)
{
    (void)columns;
    (void)n;
    *(uint32_t *)context += values != NULL;
    return true;
}

static uint32_t n_rows(World *w, const char *table)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < pl_store_n_tables(); i++)
        if (strcmp(pl_store_table(i), table) == 0)
            assert_int_equal(pl_store_dump(w->store, i, count_rows, &n, &w->error), PARLEY_OK);
    return n;
}

static void test_record_is_right_or_absent(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    bool stale;
    assert_int_equal(pl_store_is_stale(w->store, &stale, &w->error), PARLEY_OK);
    assert_false(stale);
    assert_int_equal(n_rows(w, "actors"), SAMPLE_ROWS);
    begin(w);
    put(w, w->store, "harbour", harbour, 1); /* the same: nothing changes */
    commit(w);
    assert_int_equal(pl_store_is_stale(w->store, &stale, &w->error), PARLEY_OK);
    assert_false(stale);
    begin(w);
    put(w, w->store, "harbour", valley, 3);
    commit(w);
    assert_int_equal(pl_store_is_stale(w->store, &stale, &w->error), PARLEY_OK);
    assert_true(stale);
    assert_int_equal(n_rows(w, "actors"), 0);
    assert_int_equal(n_rows(w, "publishers"), 0);
    assert_int_equal(n_rows(w, "record_position_evidence"), 0);
}

/* ---- removing ---- */

static void test_removed_report_takes_its_rows_along(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    begin(w);
    assert_int_equal(pl_store_remove_report(w->store, PL_SLICE("valley"), &w->error), PARLEY_OK);
    put(w, w->store, "weir", harbour, 3); /* may get the place in the index that is free now */
    commit(w);
    bool stale;
    assert_int_equal(pl_store_is_stale(w->store, &stale, &w->error), PARLEY_OK);
    assert_true(stale);
    assert_int_equal(n_rows(w, "actors"), 0);
    assert_int_equal(n_rows(w, "reports"), 2);
    assert_int_equal(n_rows(w, "mentions"), 2 * SAMPLE_ROWS);
    PlStoreHits hits;
    assert_int_equal(pl_store_search(w->store, &w->arena, "truce", &hits, &w->error), PARLEY_OK);
    assert_int_equal(hits.n, 0);
    assert_int_equal(pl_store_search(w->store, &w->arena, "dockers", &hits, &w->error), PARLEY_OK);
    assert_int_equal(hits.n, 2);
}

static void test_removal_that_fails_undoes_its_batch(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    begin(w);
    assert_int_equal(pl_store_remove_report(w->store, PL_SLICE("valley"), &w->error), PARLEY_OK);
    assert_int_equal(pl_store_remove_report(w->store, PL_SLICE("val"), &w->error),
                     PARLEY_NOT_FOUND); /* a beginning is no id */
    assert_int_equal(n_rows(w, "reports"), 2);
    assert_int_equal(n_rows(w, "actors"), SAMPLE_ROWS);
}

/* ---- dumps ---- */

static bool append_row(void *context, const char *const *columns, const PlValue *values, uint32_t n)
{
    PlBuffer *out = context;
    for (uint32_t i = 0; i < n; i++) {
        if (!values)
            pl_buffer_puts(out, columns[i]);
        else if (values[i].type == PL_VALUE_TEXT)
            pl_buffer_put(out, values[i].text);
        else
            pl_buffer_format(out, "%d:%lld:%.17g", (int)values[i].type,
                             (long long)values[i].integer, values[i].number);
        pl_buffer_putc(out, '\x1f');
    }
    pl_buffer_putc(out, '\n');
    return true;
}

static void dump_all(PlStore *store, PlBuffer *out)
{
    ParleyError error;
    pl_buffer_init(out);
    for (uint32_t i = 0; i < pl_store_n_tables(); i++)
        assert_int_equal(pl_store_dump(store, i, append_row, out, &error), PARLEY_OK);
    pl_buffer_putc(out, 0);
    assert_false(out->failed);
}

static void test_dumps_do_not_depend_on_arrival(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    PlBuffer forward;
    dump_all(w->store, &forward);
    PlStore *other;
    assert_int_equal(
        pl_store_open(scratch_path(&w->scratch, "b.db"), PARLEY_RECORD_CREATE, &other, &w->error),
        PARLEY_OK);
    static const char *const order[] = {"valley", "quarry", "harbour", "valley"};
    for (uint32_t i = 0; i < 4; i++) { /* a batch each, one report changed on the way */
        bool last = i >= 2;
        assert_int_equal(pl_store_begin(other, &w->error), PARLEY_OK);
        if (strcmp(order[i], "quarry") != 0)
            put(w, other, order[i], strcmp(order[i], "valley") == 0 && last ? valley : harbour,
                last ? 10 + i : i);
        assert_int_equal(pl_store_commit(other, &w->error), PARLEY_OK);
    }
    assert_int_equal(pl_store_begin(other, &w->error), PARLEY_OK);
    assert_int_equal(pl_store_put_record(other, &record, &w->error), PARLEY_OK);
    assert_int_equal(pl_store_commit(other, &w->error), PARLEY_OK);
    PlBuffer backward;
    dump_all(other, &backward);
    assert_string_equal(forward.bytes, backward.bytes);
    assert_non_null(strstr(forward.bytes, "harbour"));
    assert_null(strstr(forward.bytes, "some/path.txt")); /* the path is of this machine */
    pl_buffer_clear(&forward);
    pl_buffer_clear(&backward);
    pl_store_close(other);
}

static bool stop(void *context, const char *const *columns, const PlValue *values, uint32_t n)
{
    (void)context;
    (void)columns;
    (void)n;
    return values == NULL;
}

static void test_dump_that_is_stopped(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    assert_int_equal(pl_store_dump(w->store, 0, stop, NULL, &w->error), PARLEY_CANNOT_WRITE);
    assert_int_equal(n_rows(w, "reports"), 2); /* and the store goes on */
}

/* ---- search ---- */

static PlStoreHits find(World *w, const char *words)
{
    PlStoreHits hits;
    assert_int_equal(pl_store_search(w->store, &w->arena, words, &hits, &w->error), PARLEY_OK);
    return hits;
}

static void test_search(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    PlStoreHits hits = find(w, "prisoner friday"); /* other form, other case, other order */
    assert_int_equal(hits.n, 1);
    assert_true(pl_slice_is(hits.items[0].report, "valley"));
    assert_int_equal(hits.items[0].sentence, 2);
    PlSlice sentence = pl_slice_of(pl_slice(valley), hits.items[0].span);
    assert_true(pl_slice_is(sentence, "Prisoners walk free on Friday."));
    assert_int_equal(find(w, "\"free on friday\"").n, 1);
    assert_int_equal(find(w, "\"on free friday\"").n, 0);
    assert_int_equal(find(w, "the").n, 2);
    assert_int_equal(find(w, "dockers truce").n, 0); /* not in one sentence */
}

static void test_search_words_are_no_language(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    static const char *const words[] = {
        "",  " ", "\"",      "\"\"", "\"\"\"", "AND",      "NEAR(",
        "(", "*", "words:x", "-",    "^the",   "\xff\xfe", "'; DROP TABLE reports"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        find(w, words[i]);
    assert_int_equal(find(w, "truce ?!").n, 1);
    assert_int_equal(find(w, "truce\"").n, 1);
}

static void test_search_forgets_what_was_replaced(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    begin(w);
    put(w, w->store, "valley", harbour, 9);
    commit(w);
    assert_int_equal(find(w, "truce").n, 0);
    PlStoreHits hits = find(w, "dockers");
    assert_int_equal(hits.n, 2); /* equally good: by report id */
    assert_true(pl_slice_is(hits.items[0].report, "harbour"));
    assert_true(pl_slice_is(hits.items[1].report, "valley"));
}

/* ---- others, and running out ---- */

static void test_reader_sees_no_half_batch(void **state)
{
    World *w = *state;
    PlStore *reader;
    assert_int_equal(
        pl_store_open(scratch_path(&w->scratch, "a.db"), PARLEY_RECORD_READ, &reader, &w->error),
        PARLEY_OK);
    PlStore *writer = w->store;
    begin(w);
    put(w, writer, "harbour", harbour, 1);
    w->store = reader;
    assert_int_equal(n_rows(w, "reports"), 0);
    assert_int_equal(pl_store_begin_reading(reader, &w->error), PARLEY_OK);
    assert_int_equal(n_rows(w, "reports"), 0);
    assert_int_equal(pl_store_commit(writer, &w->error), PARLEY_OK);
    assert_int_equal(n_rows(w, "mentions"), 0); /* still the state from before */
    pl_store_end_reading(reader);
    assert_int_equal(n_rows(w, "mentions"), SAMPLE_ROWS);
    w->store = writer;
    pl_store_close(reader);
}

static void test_second_writer_is_told(void **state)
{
    World *w = *state;
    PlStore *other;
    assert_int_equal(
        pl_store_open(scratch_path(&w->scratch, "a.db"), PARLEY_RECORD_CREATE, &other, &w->error),
        PARLEY_OK);
    begin(w);
    assert_int_equal(pl_store_begin(other, &w->error), PARLEY_LOCKED);
    assert_non_null(strstr(w->error.message, "a.db: another process is writing"));
    commit(w);
    assert_int_equal(pl_store_begin(other, &w->error), PARLEY_OK);
    pl_store_close(other);
}

static void test_every_allocation_of_a_load_may_fail(void **state)
{
    World *w = *state;
    PlRecord record;
    put_two(w, &record);
    uint64_t n = 0;
    for (bool whole = false; !whole; n++) {
        Load l = {.world = w, .whole = true};
        pl_arena_init(&l.arena, 0);
        l.arena.fail_after = n;
        whole = pl_arena_run(&l.arena, load_body, &l);
        if (!whole) pl_store_rollback(w->store);
        pl_arena_clear(&l.arena);
    }
    assert_true(n > 100);
    begin(w); /* and the store goes on */
    commit(w);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_all_rows_come_back),
        TEST(test_empty_store),
        TEST(test_new_same_changed),
        TEST(test_rollback_leaves_nothing),
        TEST(test_closing_undoes_what_is_not_committed),
        TEST(test_record_is_right_or_absent),
        TEST(test_removed_report_takes_its_rows_along),
        TEST(test_removal_that_fails_undoes_its_batch),
        TEST(test_dumps_do_not_depend_on_arrival),
        TEST(test_dump_that_is_stopped),
        TEST(test_search),
        TEST(test_search_words_are_no_language),
        TEST(test_search_forgets_what_was_replaced),
        TEST(test_reader_sees_no_half_batch),
        TEST(test_second_writer_is_told),
        TEST(test_every_allocation_of_a_load_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
