#include "api/parley_record.h"
#include "api/whole_file.h"
#include "base/error.h"
#include "view/event_table.h"

typedef struct Export {
    ParleyRecord *record;
    ParleyEventTable table;
    PlArena arena;
    PlBuffer *out;
    ParleyStatus status;
    ParleyError *error;
} Export;

static void write_table(void *context)
{
    Export *e = context;
    PlRecord loaded;
    e->status = pl_record_load(e->record, &e->arena, &loaded, e->error);
    if (!e->status) pl_event_table_write(&e->arena, e->table, &loaded, e->out);
}

static ParleyStatus fill(void *context, PlBuffer *out)
{
    Export *e = context;
    e->out = out;
    pl_arena_init(&e->arena, 0);
    if (!pl_arena_run(&e->arena, write_table, e)) {
        pl_store_rollback(e->record->store);
        e->status = pl_error_set(e->error, PARLEY_NO_MEMORY, "not enough memory for this table");
    }
    pl_arena_clear(&e->arena);
    return e->status;
}

ParleyStatus parley_record_export_events(ParleyRecord *record, ParleyEventTable table,
                                         const char *folder, ParleyError *error)
{
    ParleyStatus status = pl_whole_file_folder(folder, error);
    if (status) return status;
    Export e = {.record = record, .table = table, .error = error};
    return pl_whole_file_write(folder, pl_event_tables[table].file_name, fill, &e, error);
}
