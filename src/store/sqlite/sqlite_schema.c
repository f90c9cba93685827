#include "base/error.h"
#include "store/sqlite/sqlite_store.h"

/* "PRLY", so that `file` and we can tell a record from other databases. */
enum { APPLICATION_ID = 0x50524c59 };

/* ---- tables ---- */

uint32_t pl_store_n_tables(void)
{
    return 2 + pl_n_report_nouns + 1 + pl_n_record_nouns;
}

PlTableInfo pl_sqlite_table(uint32_t table)
{
    if (table == 0) return (PlTableInfo){&pl_reports_noun, PL_TABLE_REPORTS};
    if (table == 1) return (PlTableInfo){&pl_sentences_noun, PL_TABLE_OF_REPORT};
    table -= 2;
    if (table < pl_n_report_nouns)
        return (PlTableInfo){&pl_report_nouns[table], PL_TABLE_OF_REPORT};
    table -= pl_n_report_nouns;
    if (table == 0) return (PlTableInfo){&pl_publishers_noun, PL_TABLE_OF_RECORD};
    return (PlTableInfo){&pl_record_nouns[table - 1], PL_TABLE_OF_RECORD};
}

const char *pl_store_table(uint32_t table)
{
    return pl_sqlite_table(table).noun->name;
}

uint32_t pl_sqlite_n_keys(PlTableScope scope)
{
    return scope == PL_TABLE_OF_REPORT ? 2 : 1;
}

static const char *keys_of(PlTableScope scope)
{
    switch (scope) {
    case PL_TABLE_REPORTS:
        return "\"id\"";
    case PL_TABLE_OF_REPORT:
        return "\"report\",\"number\"";
    default:
        return "\"number\"";
    }
}

static void put_column(PlBuffer *out, const char *name, const char *suffix, const char *type)
{
    pl_buffer_format(out, ",\"%s%s\"%s", name, suffix, type);
}

/* ,"name" TYPE for each column of the field. */
static void put_field(PlBuffer *out, const PlField *field, bool with_type)
{
    const char *type = " TEXT";
    switch (field->type) {
    case PL_FIELD_SPAN:
        type = with_type ? " INTEGER" : "";
        if (pl_slice_is(pl_slice(field->name), "span")) {
            put_column(out, "start", "", type);
            put_column(out, "end", "", type);
        } else {
            put_column(out, field->name, "_start", type);
            put_column(out, field->name, "_end", type);
        }
        return;
    case PL_FIELD_INDEX:
    case PL_FIELD_COUNT:
    case PL_FIELD_FLAG:
        type = " INTEGER";
        break;
    case PL_FIELD_NUMBER:
        type = " REAL";
        break;
    case PL_FIELD_TEXT:
    case PL_FIELD_REPORT:
    case PL_FIELD_NAME:
        break;
    }
    put_column(out, field->name, "", with_type ? type : "");
}

void pl_sqlite_put_columns(PlBuffer *out, const PlTableInfo *table)
{
    pl_buffer_puts(out, keys_of(table->scope));
    for (uint32_t i = 0; i < table->noun->n_fields; i++)
        put_field(out, &table->noun->fields[i], false);
}

static void put_create(PlBuffer *out, const PlTableInfo *table)
{
    pl_buffer_format(out, "CREATE TABLE \"%s\"(", table->noun->name);
    switch (table->scope) {
    case PL_TABLE_REPORTS:
        pl_buffer_puts(out, "\"key\" INTEGER PRIMARY KEY,\"id\" TEXT NOT NULL UNIQUE,"
                            "\"path\" TEXT,\"digest\" INTEGER NOT NULL");
        break;
    case PL_TABLE_OF_REPORT:
        pl_buffer_puts(out, "\"report\" TEXT NOT NULL REFERENCES \"reports\"(\"id\") "
                            "ON DELETE CASCADE,\"number\" INTEGER NOT NULL");
        break;
    case PL_TABLE_OF_RECORD:
        pl_buffer_puts(out, "\"number\" INTEGER PRIMARY KEY");
        break;
    }
    for (uint32_t i = 0; i < table->noun->n_fields; i++)
        put_field(out, &table->noun->fields[i], true);
    if (table->scope == PL_TABLE_OF_REPORT)
        pl_buffer_puts(out, ",PRIMARY KEY(\"report\",\"number\")) STRICT, WITHOUT ROWID;");
    else
        pl_buffer_puts(out, ") STRICT;");
}

/* ---- migrations ---- */

#define MERGE_RULES                                                                                \
    "CREATE TABLE \"merge_rules\"(\"number\" INTEGER PRIMARY KEY,\"merges\" INTEGER NOT NULL,"     \
    "\"name\" TEXT NOT NULL,\"other\" TEXT NOT NULL) STRICT;"
#define HISTORY_TABLES                                                                             \
    "CREATE TABLE \"story_members\"(\"report\" TEXT PRIMARY KEY,\"story\" TEXT NOT NULL) "         \
    "STRICT, WITHOUT ROWID;"                                                                       \
    "CREATE TABLE \"story_changes\"(\"number\" INTEGER PRIMARY KEY,\"story\" TEXT NOT NULL,"       \
    "\"change\" TEXT NOT NULL,\"into\" TEXT NOT NULL) STRICT;"

static ParleyStatus create_tables(PlStore *store, ParleyError *error)
{
    PlBuffer sql;
    pl_buffer_init(&sql);
    for (uint32_t i = 0; i < pl_store_n_tables(); i++) {
        PlTableInfo table = pl_sqlite_table(i);
        put_create(&sql, &table);
    }
    pl_buffer_puts(&sql, "CREATE TABLE \"parley\"(\"name\" TEXT PRIMARY KEY,\"value\" INTEGER) "
                         "STRICT, WITHOUT ROWID;"
                         "INSERT INTO \"parley\" VALUES('stale',0);" MERGE_RULES HISTORY_TABLES
                         "CREATE VIRTUAL TABLE \"search\" USING fts5(\"words\","
                         "tokenize=\"porter unicode61 remove_diacritics 2\");");
    pl_buffer_putc(&sql, 0);
    ParleyStatus status = sql.failed ? pl_sqlite_error(store, SQLITE_NOMEM, error)
                                     : pl_sqlite_exec(store, sql.bytes, error);
    pl_buffer_clear(&sql);
    return status;
}

/* The nouns of the record are computed, so a migration makes their tables anew, in the newest
 * shape, and leaves them to be filled: the record is stale unless it has no reports. */
static void put_record_anew(PlBuffer *sql)
{
    for (uint32_t i = 0; i < pl_store_n_tables(); i++) {
        PlTableInfo table = pl_sqlite_table(i);
        if (table.scope != PL_TABLE_OF_RECORD) continue;
        pl_buffer_format(sql, "DROP TABLE IF EXISTS \"%s\";", table.noun->name);
        put_create(sql, &table);
    }
    pl_buffer_puts(sql, "UPDATE \"parley\" SET \"value\"=1 WHERE \"name\"='stale' "
                        "AND EXISTS(SELECT * FROM \"reports\");");
}

/* `sql` first, then the record's tables. */
static ParleyStatus change(PlStore *store, const char *statements, ParleyError *error)
{
    PlBuffer sql;
    pl_buffer_init(&sql);
    pl_buffer_puts(&sql, statements);
    put_record_anew(&sql);
    pl_buffer_putc(&sql, 0);
    ParleyStatus status = sql.failed ? pl_sqlite_error(store, SQLITE_NOMEM, error)
                                     : pl_sqlite_exec(store, sql.bytes, error);
    pl_buffer_clear(&sql);
    return status;
}

/* Version 1 kept neither the channel and day of a quote nor whose copy a report is. Quotes read
 * then have none until their report is read again. */
static ParleyStatus add_channels_and_originals(PlStore *store, ParleyError *error)
{
    return change(store,
                  "ALTER TABLE \"quotes\" ADD COLUMN \"channel_start\" INTEGER;"
                  "ALTER TABLE \"quotes\" ADD COLUMN \"channel_end\" INTEGER;"
                  "ALTER TABLE \"quotes\" ADD COLUMN \"date\" TEXT;",
                  error);
}

/* Version 2 did not keep which reports share text. */
static ParleyStatus add_shared_texts(PlStore *store, ParleyError *error)
{
    return change(store, "", error);
}

/* Version 3 kept neither the frame of an event nor the words that name its actors. Events read then
 * have none until their report is read again. */
static ParleyStatus add_words_of_events(PlStore *store, ParleyError *error)
{
    return change(store,
                  "ALTER TABLE \"events\" ADD COLUMN \"frame\" TEXT;"
                  "ALTER TABLE \"event_actors\" ADD COLUMN \"start\" INTEGER;"
                  "ALTER TABLE \"event_actors\" ADD COLUMN \"end\" INTEGER;",
                  error);
}

/* Version 4 had no merge rules. */
static ParleyStatus add_merge_rules(PlStore *store, ParleyError *error)
{
    return change(store, MERGE_RULES, error);
}

/* Version 5 did not keep what became of stories. */
static ParleyStatus add_story_history(PlStore *store, ParleyError *error)
{
    return pl_sqlite_exec(store, HISTORY_TABLES, error);
}

/* Version 6 did not keep which events are one happening. */
static ParleyStatus add_happenings(PlStore *store, ParleyError *error)
{
    return change(store, "", error);
}

typedef ParleyStatus (*Migration)(PlStore *store, ParleyError *error);
/* Entry v - 1 brings a record of version v to v + 1; a new one has the newest shape at once. */
static const Migration migrations[] = {add_channels_and_originals, add_shared_texts,
                                       add_words_of_events,        add_merge_rules,
                                       add_story_history,          add_happenings};
enum { SCHEMA_VERSION = 1 + sizeof migrations / sizeof *migrations };

static ParleyStatus migrate_from(PlStore *store, int64_t version, ParleyError *error)
{
    ParleyStatus status = version == 0 ? create_tables(store, error) : PARLEY_OK;
    for (int64_t v = version; v > 0 && v < SCHEMA_VERSION && !status; v++)
        status = migrations[v - 1](store, error);
    if (status) return status;
    char mark[96];
    sqlite3_snprintf(sizeof mark, mark, "PRAGMA application_id=%d;PRAGMA user_version=%d;",
                     APPLICATION_ID, SCHEMA_VERSION);
    return pl_sqlite_exec(store, mark, error);
}

static ParleyStatus find_version(PlStore *store, int64_t *version, ParleyError *error)
{
    int64_t application = 0;
    int64_t n_objects = 0;
    ParleyStatus status =
        pl_sqlite_integer(store, "SELECT count(*) FROM sqlite_schema", &n_objects, error);
    if (!status) status = pl_sqlite_integer(store, "PRAGMA application_id", &application, error);
    if (!status) status = pl_sqlite_integer(store, "PRAGMA user_version", version, error);
    if (status) return status;
    bool empty = n_objects == 0 && application == 0 && *version == 0;
    if (!empty && application != APPLICATION_ID)
        return pl_error_set(error, PARLEY_BAD_RECORD,
                            "%s: is a database of another program; give another file with --db",
                            store->path);
    if (*version > SCHEMA_VERSION)
        return pl_error_set(error, PARLEY_BAD_RECORD,
                            "%s: made by a newer Parley (schema %d, this one knows %d); update "
                            "Parley, or give another file with --db",
                            store->path, (int)*version, (int)SCHEMA_VERSION);
    return PARLEY_OK;
}

ParleyStatus pl_sqlite_migrate(PlStore *store, ParleyRecordMode mode, ParleyError *error)
{
    int64_t version = 0;
    ParleyStatus status = find_version(store, &version, error);
    if (status || version == SCHEMA_VERSION) return status;
    if (version == 0 && mode == PARLEY_RECORD_READ)
        return pl_error_set(error, PARLEY_BAD_RECORD,
                            "%s: is empty; fill it with `parley read REPORT...`", store->path);
    /* Readers go on while one writes. Where the file system cannot do that, SQLite keeps its other
     * journal, and all that changes is that readers wait. */
    status = pl_sqlite_exec(store, "PRAGMA journal_mode=WAL", error);
    if (!status) status = pl_store_begin(store, error);
    /* Again, inside the transaction: another process may have been faster. */
    if (!status) status = find_version(store, &version, error);
    if (!status && version < SCHEMA_VERSION) status = migrate_from(store, version, error);
    if (!status) return pl_store_commit(store, error);
    pl_store_rollback(store);
    return status;
}
