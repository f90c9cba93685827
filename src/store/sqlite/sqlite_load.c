#include <string.h>

#include "store/sqlite/sqlite_store.h"

/* A load in progress. */
typedef struct Load {
    PlStore *store;
    PlArena *arena;
    PlRecord *record;
    ParleyError *error;
} Load;

static ParleyStatus select_all(const Load *load, uint32_t table)
{
    PlTableInfo info = pl_sqlite_table(table);
    PlBuffer sql;
    pl_buffer_init(&sql);
    pl_buffer_puts(&sql, "SELECT ");
    pl_sqlite_put_columns(&sql, &info);
    pl_buffer_format(&sql, " FROM \"%s\" ORDER BY 1", info.noun->name);
    if (info.scope == PL_TABLE_OF_REPORT) pl_buffer_puts(&sql, ",2");
    pl_buffer_putc(&sql, 0);
    ParleyStatus status = sql.failed ? pl_sqlite_error(load->store, SQLITE_NOMEM, load->error)
                                     : pl_sqlite_prepare(load->store, sql.bytes, load->error);
    pl_buffer_clear(&sql);
    return status;
}

static ParleyStatus damaged(const Load *load, const PlNoun *noun)
{
    return pl_sqlite_damaged(load->store, noun->name, load->error);
}

static ParleyStatus load_reports(const Load *load)
{
    PlStore *store = load->store;
    PlRecord *record = load->record;
    int64_t n_reports;
    ParleyStatus status =
        pl_sqlite_integer(store, "SELECT count(*) FROM \"reports\"", &n_reports, load->error);
    if (status) return status;
    record->reports = pl_arena_array(load->arena, PlAnnotation, (size_t)n_reports);
    status = select_all(load, 0);
    while (!status) {
        bool has_row;
        status = pl_sqlite_step(store, &has_row, load->error);
        if (status || !has_row) break;
        if (record->n_reports == n_reports) return damaged(load, &pl_reports_noun);
        PlAnnotation *report = &record->reports[record->n_reports++];
        if (!pl_sqlite_read_fields(load->arena, store->query, 1, &pl_reports_noun, report, NULL))
            return damaged(load, &pl_reports_noun);
        report->article.metadata.id = pl_arena_copy(load->arena, pl_sqlite_text(store->query, 0));
        report->tokens.text = report->article.text;
        if (report->article.dateline.end_byte > report->article.text.len)
            return damaged(load, &pl_reports_noun);
    }
    return status;
}

/* Fields that point somewhere point at something that is there. */
static bool row_holds(const Load *load, const PlNoun *noun, const void *row, int32_t report);

static void *push(PlArena *arena, PlRows *rows, size_t size)
{
    rows->items =
        pl_vec_room(arena, rows->items, rows->n, &rows->capacity, size, _Alignof(max_align_t));
    return (char *)rows->items + (size_t)rows->n++ * size;
}

/* Moves `*report` on to the report that the row belongs to; rows come in the order of reports. */
static bool find_report(const Load *load, uint32_t *report)
{
    PlSlice id = pl_sqlite_text(load->store->query, 0);
    for (; *report < load->record->n_reports; ++*report)
        if (pl_slice_equal(load->record->reports[*report].article.metadata.id, id)) return true;
    return false;
}

/* Reads the next row of a noun of a report. `*rows` is that report's. */
static bool read_row(const Load *load, const PlNoun *noun, int first, PlRows *rows)
{
    sqlite3_stmt *query = load->store->query;
    if (sqlite3_column_int64(query, first) != rows->n) return false; /* numbers have no gaps */
    void *row = push(load->arena, rows, noun->row_size);
    return pl_sqlite_read_fields(load->arena, query, first + 1, noun, row, load->record);
}

static ParleyStatus load_report_noun(const Load *load, uint32_t table)
{
    const PlNoun *noun = pl_sqlite_table(table).noun;
    ParleyStatus status = select_all(load, table);
    uint32_t report = 0;
    while (!status) {
        bool has_row;
        status = pl_sqlite_step(load->store, &has_row, load->error);
        if (status || !has_row) break;
        if (!find_report(load, &report)) return damaged(load, noun);
        PlAnnotation *owner = &load->record->reports[report];
        PlRows rows = pl_noun_rows(noun, owner);
        if (!read_row(load, noun, 1, &rows)) return damaged(load, noun);
        pl_noun_set_rows(noun, owner, rows);
    }
    return status;
}

static void set_sentences(PlArena *arena, PlTokens *tokens, PlRows rows)
{
    const PlSentenceRow *sentences = rows.items;
    tokens->n_sents = rows.n;
    tokens->sent_span = pl_arena_array(arena, PlSpan, rows.n);
    tokens->sent_block = pl_arena_array(arena, uint32_t, rows.n);
    for (uint32_t i = 0; i < rows.n; i++) {
        tokens->sent_span[i] = sentences[i].span;
        tokens->sent_block[i] = (uint32_t)sentences[i].block;
    }
}

static ParleyStatus load_sentences(const Load *load)
{
    PlRecord *record = load->record;
    ParleyStatus status = select_all(load, 1);
    uint32_t report = 0;
    PlRows rows = {0};
    while (!status) {
        bool has_row;
        status = pl_sqlite_step(load->store, &has_row, load->error);
        if (status || !has_row) break;
        uint32_t before = report;
        if (!find_report(load, &report)) return damaged(load, &pl_sentences_noun);
        if (report != before) {
            set_sentences(load->arena, &record->reports[before].tokens, rows);
            rows.n = 0;
        }
        if (!read_row(load, &pl_sentences_noun, 1, &rows) ||
            !row_holds(load, &pl_sentences_noun, (PlSentenceRow *)rows.items + (rows.n - 1),
                       (int32_t)report))
            return damaged(load, &pl_sentences_noun);
    }
    if (!status && rows.n) set_sentences(load->arena, &record->reports[report].tokens, rows);
    return status;
}

static ParleyStatus load_record_noun(const Load *load, uint32_t table)
{
    const PlNoun *noun = pl_sqlite_table(table).noun;
    ParleyStatus status = select_all(load, table);
    PlRows rows = {0};
    while (!status) {
        bool has_row;
        status = pl_sqlite_step(load->store, &has_row, load->error);
        if (status || !has_row) break;
        if (!read_row(load, noun, 0, &rows)) return damaged(load, noun);
    }
    if (!status) pl_noun_set_rows(noun, load->record, rows);
    return status;
}

static ParleyStatus load_publishers(const Load *load, uint32_t table)
{
    PlRecord *record = load->record;
    record->refs = pl_arena_array(load->arena, PlSlice, record->n_reports);
    record->stories.publisher_of = pl_arena_array(load->arena, int32_t, record->n_reports);
    record->stories.original_of = pl_arena_array(load->arena, int32_t, record->n_reports);
    uint32_t n = 0;
    ParleyStatus status = select_all(load, table);
    while (!status) {
        bool has_row;
        status = pl_sqlite_step(load->store, &has_row, load->error);
        if (status || !has_row) break;
        PlPublisherRow row;
        if (!pl_sqlite_read_fields(load->arena, load->store->query, 1, &pl_publishers_noun, &row,
                                   record) ||
            row.publisher > INT32_MAX)
            return damaged(load, &pl_publishers_noun);
        record->refs[row.report] = row.ref;
        record->stories.publisher_of[row.report] = (int32_t)row.publisher;
        record->stories.original_of[row.report] = row.original;
        n++;
    }
    return !status && n != record->n_reports ? damaged(load, &pl_publishers_noun) : status;
}

/* ---- checks ---- */

static const PlNoun *find_noun(const PlNoun *nouns, uint32_t n_nouns, const char *name)
{
    for (uint32_t i = 0; i < n_nouns; i++)
        if (strcmp(nouns[i].name, name) == 0) return &nouns[i];
    return NULL;
}

/* How many rows an index into `target` may choose from. report: -1 = the row has none. */
static uint32_t n_targets(const Load *load, const char *target, int32_t report)
{
    const PlNoun *noun = find_noun(pl_report_nouns, pl_n_report_nouns, target);
    if (noun) return report < 0 ? 0 : pl_noun_rows(noun, &load->record->reports[report]).n;
    noun = find_noun(pl_record_nouns, pl_n_record_nouns, target);
    return noun ? pl_noun_rows(noun, load->record).n : 0;
}

static bool row_holds(const Load *load, const PlNoun *noun, const void *row, int32_t report)
{
    for (uint32_t i = 0; i < noun->n_fields; i++)
        if (noun->fields[i].type == PL_FIELD_REPORT)
            memcpy(&report, (const char *)row + noun->fields[i].offset, sizeof report);
    for (uint32_t i = 0; i < noun->n_fields; i++) {
        const PlField *field = &noun->fields[i];
        const void *member = (const char *)row + field->offset;
        int32_t index;
        PlSpan span;
        if (field->type == PL_FIELD_INDEX) {
            memcpy(&index, member, sizeof index);
            if (index >= 0 && (uint32_t)index >= n_targets(load, field->target, report))
                return false;
        } else if (field->type == PL_FIELD_SPAN) {
            memcpy(&span, member, sizeof span);
            if (report < 0 || span.end_byte > load->record->reports[report].article.text.len)
                return false;
        }
    }
    return true;
}

static ParleyStatus check_noun(const Load *load, const PlNoun *noun, const void *owner,
                               int32_t report)
{
    PlRows rows = pl_noun_rows(noun, owner);
    for (uint32_t i = 0; i < rows.n; i++)
        if (!row_holds(load, noun, (const char *)rows.items + (size_t)i * noun->row_size, report))
            return damaged(load, noun);
    return PARLEY_OK;
}

static ParleyStatus check_reports(const Load *load)
{
    ParleyStatus status = PARLEY_OK;
    for (uint32_t r = 0; r < load->record->n_reports; r++)
        for (uint32_t i = 0; i < pl_n_report_nouns && !status; i++)
            status = check_noun(load, &pl_report_nouns[i], &load->record->reports[r], (int32_t)r);
    return status;
}

static ParleyStatus check_record(const Load *load)
{
    ParleyStatus status = PARLEY_OK;
    for (uint32_t i = 0; i < pl_n_record_nouns && !status; i++)
        status = check_noun(load, &pl_record_nouns[i], load->record, -1);
    return status;
}

/* ---- the whole ---- */

/* PlActors.actor_of says the same as the rows of actor_entities. */
static void set_actor_of(const Load *load)
{
    PlRecord *record = load->record;
    record->actors.actor_of = pl_arena_array(load->arena, int32_t *, record->n_reports);
    for (uint32_t r = 0; r < record->n_reports; r++) {
        uint32_t n = record->reports[r].mentions.entities.n;
        record->actors.actor_of[r] = pl_arena_array(load->arena, int32_t, n);
        for (uint32_t e = 0; e < n; e++)
            record->actors.actor_of[r][e] = -1;
    }
    for (uint32_t i = 0; i < record->actor_entities.n; i++) {
        const PlActorEntity *link = &record->actor_entities.items[i];
        if (link->entity >= 0) record->actors.actor_of[link->report][link->entity] = link->actor;
    }
}

static ParleyStatus load_all(const Load *load, bool whole)
{
    ParleyStatus status = load_reports(load);
    for (uint32_t i = 2; i < pl_store_n_tables() && !status; i++)
        if (pl_sqlite_table(i).scope == PL_TABLE_OF_REPORT) status = load_report_noun(load, i);
    if (!status) status = load_sentences(load);
    if (!status) status = check_reports(load);
    for (uint32_t i = 0; i < pl_store_n_tables() && !status && whole; i++) {
        PlTableInfo table = pl_sqlite_table(i);
        if (table.scope != PL_TABLE_OF_RECORD) continue;
        status = table.noun == &pl_publishers_noun ? load_publishers(load, i)
                                                   : load_record_noun(load, i);
    }
    if (!status && whole) status = check_record(load);
    if (!status && whole) set_actor_of(load);
    return status;
}

ParleyStatus pl_store_load(PlStore *store, PlArena *arena, bool whole, PlRecord *record,
                           ParleyError *error)
{
    *record = (PlRecord){0};
    Load load = {store, arena, record, error};
    /* Inside a transaction, of either kind, the state is consistent already. */
    bool alone = sqlite3_get_autocommit(store->db);
    ParleyStatus status = alone ? pl_store_begin_reading(store, error) : PARLEY_OK;
    if (!status) status = load_all(&load, whole);
    pl_sqlite_done(store);
    if (alone) pl_store_end_reading(store);
    return status;
}
