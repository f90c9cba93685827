#include <assert.h>
#include <string.h>

#include "base/error.h"
#include "store/sqlite/sqlite_store.h"

/* INSERT INTO "table"(columns) VALUES(?1,?2,...); `more` are columns that are no field, bound after
 * the keys and fields. */
static ParleyStatus prepare_insert(PlStore *store, uint32_t table, ParleyError *error)
{
    if (store->inserts[table]) return PARLEY_OK;
    PlTableInfo info = pl_sqlite_table(table);
    PlBuffer sql;
    pl_buffer_init(&sql);
    pl_buffer_format(&sql, "INSERT INTO \"%s\"(", info.noun->name);
    pl_sqlite_put_columns(&sql, &info);
    if (info.scope == PL_TABLE_REPORTS) pl_buffer_puts(&sql, ",\"path\",\"digest\"");
    uint32_t n_columns = pl_sqlite_n_keys(info.scope) + (info.scope == PL_TABLE_REPORTS ? 2 : 0);
    for (uint32_t i = 0; i < info.noun->n_fields; i++)
        n_columns += info.noun->fields[i].type == PL_FIELD_SPAN ? 2 : 1;
    pl_buffer_puts(&sql, ") VALUES(?");
    for (uint32_t i = 1; i < n_columns; i++)
        pl_buffer_puts(&sql, ",?");
    pl_buffer_putc(&sql, ')');
    pl_buffer_putc(&sql, 0);
    ParleyStatus status =
        sql.failed ? pl_sqlite_error(store, SQLITE_NOMEM, error)
                   : pl_sqlite_prepare_kept(store, &store->inserts[table], sql.bytes, error);
    pl_buffer_clear(&sql);
    return status;
}

/* Runs `sql`, whose ?1 is `id` (when it is not NULL). */
static ParleyStatus run_with_id(PlStore *store, const char *sql, const PlSlice *id,
                                ParleyError *error)
{
    ParleyStatus status = pl_sqlite_prepare(store, sql, error);
    if (status) return status;
    if (id) pl_sqlite_bind_text(store->query, 1, *id);
    bool has_row;
    status = pl_sqlite_step(store, &has_row, error);
    pl_sqlite_done(store);
    return status;
}

ParleyStatus pl_store_find_report(PlStore *store, PlArena *arena, PlSlice id,
                                  PlStoredReport *report, ParleyError *error)
{
    *report = (PlStoredReport){0};
    ParleyStatus status =
        pl_sqlite_prepare_kept(store, &store->find_report,
                               "SELECT \"digest\",\"path\" FROM \"reports\" WHERE \"id\"=?", error);
    if (status) return status;
    pl_sqlite_bind_text(store->find_report, 1, id);
    int code = sqlite3_step(store->find_report);
    if (code == SQLITE_ROW) {
        report->found = true;
        report->digest = (uint64_t)sqlite3_column_int64(store->find_report, 0);
        if (arena) report->path = pl_arena_copy(arena, pl_sqlite_text(store->find_report, 1));
    } else if (code != SQLITE_DONE) {
        status = pl_sqlite_error(store, code, error);
    }
    sqlite3_reset(store->find_report);
    return status;
}

ParleyStatus pl_store_is_stale(PlStore *store, bool *stale, ParleyError *error)
{
    int64_t value;
    ParleyStatus status = pl_sqlite_integer(
        store, "SELECT \"value\" FROM \"parley\" WHERE \"name\"='stale'", &value, error);
    *stale = value != 0;
    return status;
}

static ParleyStatus set_stale(PlStore *store, bool stale, ParleyError *error)
{
    return pl_sqlite_exec(store,
                          stale ? "UPDATE \"parley\" SET \"value\"=1 WHERE \"name\"='stale'"
                                : "UPDATE \"parley\" SET \"value\"=0 WHERE \"name\"='stale'",
                          error);
}

static ParleyStatus clear_record(PlStore *store, ParleyError *error)
{
    ParleyStatus status = PARLEY_OK;
    for (uint32_t i = 0; i < pl_store_n_tables() && !status; i++) {
        PlTableInfo table = pl_sqlite_table(i);
        if (table.scope != PL_TABLE_OF_RECORD) continue;
        char sql[128];
        sqlite3_snprintf(sizeof sql, sql, "DELETE FROM \"%w\"", table.noun->name);
        status = pl_sqlite_exec(store, sql, error);
    }
    return status;
}

/* The nouns of the record go before the first report that they do not know comes. */
ParleyStatus pl_sqlite_make_stale(PlStore *store, ParleyError *error)
{
    bool stale;
    ParleyStatus status = pl_store_is_stale(store, &stale, error);
    if (status || stale) return status;
    status = clear_record(store, error);
    return status ? status : set_stale(store, true, error);
}

static ParleyStatus remove_report(PlStore *store, PlSlice id, ParleyError *error)
{
    ParleyStatus status = run_with_id(
        store,
        "DELETE FROM \"search\" WHERE rowid>=(SELECT \"key\"<<24 FROM \"reports\" WHERE \"id\"=?1)"
        " AND rowid<(SELECT (\"key\"+1)<<24 FROM \"reports\" WHERE \"id\"=?1)",
        &id, error);
    _Static_assert(PL_SQLITE_SENTENCE_BITS == 24, "as in the statement above");
    return status ? status
                  : run_with_id(store, "DELETE FROM \"reports\" WHERE \"id\"=?1", &id, error);
}

static ParleyStatus put_report_row(PlStore *store, const PlAnnotation *annotation, PlSlice path,
                                   uint64_t digest, ParleyError *error)
{
    ParleyStatus status = prepare_insert(store, 0, error);
    if (status) return status;
    sqlite3_stmt *insert = store->inserts[0];
    int n = sqlite3_bind_parameter_count(insert);
    pl_sqlite_bind_text(insert, 1, annotation->article.metadata.id);
    pl_sqlite_bind_fields(insert, 2, &pl_reports_noun, annotation, NULL);
    pl_sqlite_bind_text(insert, n - 1, path);
    sqlite3_bind_int64(insert, n, (int64_t)digest);
    return pl_sqlite_run(store, insert, error);
}

static ParleyStatus put_words(PlStore *store, int64_t key, uint32_t sentence, PlSlice words,
                              ParleyError *error)
{
    ParleyStatus status =
        pl_sqlite_prepare_kept(store, &store->insert_sentence_words,
                               "INSERT INTO \"search\"(rowid,\"words\") VALUES(?,?)", error);
    if (status) return status;
    sqlite3_bind_int64(store->insert_sentence_words, 1,
                       (key << PL_SQLITE_SENTENCE_BITS) | sentence);
    pl_sqlite_bind_text(store->insert_sentence_words, 2, words);
    return pl_sqlite_run(store, store->insert_sentence_words, error);
}

static ParleyStatus put_sentences(PlStore *store, const PlAnnotation *annotation,
                                  ParleyError *error)
{
    ParleyStatus status = prepare_insert(store, 1, error);
    if (status) return status;
    sqlite3_stmt *insert = store->inserts[1];
    const PlTokens *tokens = &annotation->tokens;
    int64_t key = sqlite3_last_insert_rowid(store->db);
    assert(tokens->n_sents < 1u << PL_SQLITE_SENTENCE_BITS);
    for (uint32_t i = 0; i < tokens->n_sents && !status; i++) {
        PlSentenceRow row = {tokens->sent_span[i], (int32_t)tokens->sent_block[i]};
        pl_sqlite_bind_text(insert, 1, annotation->article.metadata.id);
        sqlite3_bind_int64(insert, 2, i);
        pl_sqlite_bind_fields(insert, 3, &pl_sentences_noun, &row, NULL);
        status = pl_sqlite_run(store, insert, error);
        if (!status)
            status =
                put_words(store, key, i, pl_slice_of(annotation->article.text, row.span), error);
    }
    return status;
}

/* id: of the report that the rows belong to; NULL for rows of the record. */
static ParleyStatus put_rows(PlStore *store, uint32_t table, const PlSlice *id, PlRows rows,
                             const PlRecord *record, ParleyError *error)
{
    if (rows.n == 0) return PARLEY_OK;
    ParleyStatus status = prepare_insert(store, table, error);
    const PlNoun *noun = pl_sqlite_table(table).noun;
    sqlite3_stmt *insert = store->inserts[table];
    for (uint32_t i = 0; i < rows.n && !status; i++) {
        int column = 1;
        if (id) pl_sqlite_bind_text(insert, column++, *id);
        sqlite3_bind_int64(insert, column++, i);
        pl_sqlite_bind_fields(insert, column, noun,
                              (const char *)rows.items + (size_t)i * noun->row_size, record);
        status = pl_sqlite_run(store, insert, error);
    }
    return status;
}

static ParleyStatus put_whole_report(PlStore *store, const PlAnnotation *annotation, PlSlice path,
                                     uint64_t digest, ParleyError *error)
{
    ParleyStatus status = put_report_row(store, annotation, path, digest, error);
    if (!status) status = put_sentences(store, annotation, error);
    for (uint32_t i = 2; i < pl_store_n_tables() && !status; i++) {
        PlTableInfo table = pl_sqlite_table(i);
        if (table.scope == PL_TABLE_OF_REPORT)
            status = put_rows(store, i, &annotation->article.metadata.id,
                              pl_noun_rows(table.noun, annotation), NULL, error);
    }
    return status;
}

ParleyStatus pl_store_put_report(PlStore *store, const PlAnnotation *annotation, PlSlice path,
                                 uint64_t digest, PlStorePut *put, ParleyError *error)
{
    assert(store->in_transaction);
    PlSlice id = annotation->article.metadata.id;
    PlStoredReport stored;
    ParleyStatus status = pl_store_find_report(store, NULL, id, &stored, error);
    *put = !stored.found             ? PL_STORE_NEW
           : stored.digest == digest ? PL_STORE_SAME
                                     : PL_STORE_CHANGED;
    if (!status && *put == PL_STORE_SAME) return PARLEY_OK;
    if (!status) status = pl_sqlite_make_stale(store, error);
    if (!status && *put == PL_STORE_CHANGED) status = remove_report(store, id, error);
    if (!status) status = put_whole_report(store, annotation, path, digest, error);
    if (status) pl_store_rollback(store);
    return status;
}

/* How many ids begin so, two at most, and the last of them in `found` (of `size` bytes,
 * terminated).
 */
static ParleyStatus find_beginning(PlStore *store, PlSlice beginning, char *found, size_t size,
                                   uint32_t *n, ParleyError *error)
{
    *n = 0;
    ParleyStatus status =
        pl_sqlite_prepare(store,
                          "SELECT \"id\" FROM \"reports\" "
                          "WHERE substr(CAST(\"id\" AS BLOB),1,?2)=CAST(?1 AS BLOB) LIMIT 2",
                          error);
    if (status) return status;
    pl_sqlite_bind_text(store->query, 1, beginning);
    sqlite3_bind_int64(store->query, 2, (sqlite3_int64)beginning.len);
    for (bool has_row = true; has_row && !status;) {
        status = pl_sqlite_step(store, &has_row, error);
        if (status || !has_row) break;
        PlSlice id = pl_sqlite_text(store->query, 0);
        if (id.len < size) {
            memcpy(found, id.ptr, id.len);
            found[id.len] = '\0';
        }
        *n += id.len < size ? 1 : 2;
    }
    pl_sqlite_done(store);
    return status;
}

ParleyStatus pl_store_remove_report(PlStore *store, PlSlice id, ParleyError *error)
{
    assert(store->in_transaction);
    char found[1024];
    PlStoredReport stored;
    ParleyStatus status = pl_store_find_report(store, NULL, id, &stored, error);
    uint32_t n = 0;
    if (!status && !stored.found)
        status = find_beginning(store, id, found, sizeof found, &n, error);
    if (n == 1) id = pl_slice(found);
    if (!status && !stored.found && n != 1)
        status =
            pl_error_set(error, PARLEY_NOT_FOUND, "%.*s: %s; parley reports lists them", PL_PRI(id),
                         n ? "several reports have ids that begin so" : "no report has this id");
    if (!status) status = pl_sqlite_make_stale(store, error);
    if (!status) status = remove_report(store, id, error);
    if (!status) status = pl_sqlite_forget_story(store, id, error);
    if (status) pl_store_rollback(store);
    return status;
}

static ParleyStatus put_publishers(PlStore *store, uint32_t table, const PlRecord *record,
                                   ParleyError *error)
{
    ParleyStatus status = PARLEY_OK;
    for (uint32_t i = 0; i < record->n_reports && !status; i++) {
        PlPublisherRow row = {(int32_t)i, record->refs[i],
                              (uint32_t)record->stories.publisher_of[i],
                              record->stories.original_of[i]};
        status = prepare_insert(store, table, error);
        if (status) break;
        sqlite3_bind_int64(store->inserts[table], 1, i);
        pl_sqlite_bind_fields(store->inserts[table], 2, &pl_publishers_noun, &row, record);
        status = pl_sqlite_run(store, store->inserts[table], error);
    }
    return status;
}

ParleyStatus pl_store_put_record(PlStore *store, const PlRecord *record, ParleyError *error)
{
    assert(store->in_transaction);
    ParleyStatus status = clear_record(store, error);
    for (uint32_t i = 0; i < pl_store_n_tables() && !status; i++) {
        PlTableInfo table = pl_sqlite_table(i);
        if (table.scope != PL_TABLE_OF_RECORD) continue;
        if (table.noun == &pl_publishers_noun)
            status = put_publishers(store, i, record, error);
        else
            status = put_rows(store, i, NULL, pl_noun_rows(table.noun, record), record, error);
    }
    if (!status) status = set_stale(store, false, error);
    if (status) pl_store_rollback(store);
    return status;
}
