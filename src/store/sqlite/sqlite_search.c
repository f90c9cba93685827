#include "store/sqlite/sqlite_store.h"

/* One part of the user's words as an FTS5 string, which has no operators inside. */
static void put_string(PlBuffer *out, PlSlice part)
{
    if (pl_slice_trim(part).len == 0) return;
    if (out->len) pl_buffer_putc(out, ' ');
    pl_buffer_putc(out, '"');
    pl_buffer_put(out, part); /* has no quotation mark: parts are cut at them */
    pl_buffer_putc(out, '"');
}

static void put_words(PlBuffer *out, PlSlice words)
{
    size_t start = 0;
    for (size_t i = 0; i <= words.len; i++) {
        bool space =
            i == words.len || words.ptr[i] == ' ' || (words.ptr[i] >= '\t' && words.ptr[i] <= '\r');
        if (!space) continue;
        put_string(out, (PlSlice){words.ptr + start, i - start});
        start = i + 1;
    }
}

/* What stands between quotation marks is a phrase, everything else words, all of them wanted. */
static void put_query(PlBuffer *out, const char *words)
{
    PlSlice rest = pl_slice(words);
    PlSlice part;
    for (bool phrase = false; pl_slice_next(&rest, '"', &part); phrase = !phrase) {
        if (phrase)
            put_string(out, part);
        else
            put_words(out, part);
    }
}

static ParleyStatus collect(PlStore *store, PlArena *arena, PlStoreHits *hits, ParleyError *error)
{
    for (;;) {
        bool has_row;
        ParleyStatus status = pl_sqlite_step(store, &has_row, error);
        if (status || !has_row) return status;
        sqlite3_stmt *query = store->query;
        *pl_vec_push(arena, hits) = (PlStoreHit){
            .report = pl_arena_copy(arena, pl_sqlite_text(query, 0)),
            .sentence = (uint32_t)sqlite3_column_int64(query, 1) + 1,
            .span = {(uint32_t)sqlite3_column_int64(query, 2),
                     (uint32_t)sqlite3_column_int64(query, 3)},
        };
    }
}

ParleyStatus pl_store_search(PlStore *store, PlArena *arena, const char *words, PlStoreHits *hits,
                             ParleyError *error)
{
    *hits = (PlStoreHits){0};
    PlBuffer text;
    pl_buffer_init(&text);
    put_query(&text, words);
    PlSlice match = {0};
    bool failed = text.failed;
    if (text.len && !failed) {
        ParleyStatus status = pl_sqlite_prepare(
            store,
            "SELECT r.\"id\",s.\"number\",s.\"start\",s.\"end\" FROM \"search\" "
            "JOIN \"reports\" r ON r.\"key\"=\"search\".rowid>>24 "
            "JOIN \"sentences\" s ON s.\"report\"=r.\"id\" "
            "AND s.\"number\"=(\"search\".rowid&16777215) "
            "WHERE \"search\" MATCH ? ORDER BY bm25(\"search\"),r.\"id\",s.\"number\"",
            error);
        if (status) {
            pl_buffer_clear(&text);
            return status;
        }
        match = (PlSlice){text.bytes, text.len};
        sqlite3_bind_text64(store->query, 1, match.ptr, match.len, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    pl_buffer_clear(&text); /* before the arena is used, which may unwind */
    if (failed) return pl_sqlite_error(store, SQLITE_NOMEM, error);
    if (match.len == 0) return PARLEY_OK;
    ParleyStatus status = collect(store, arena, hits, error);
    pl_sqlite_done(store);
    return status;
}
