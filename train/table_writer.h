/* Table writer: a value table (syntax/value_table.h) as the model file holds it. */
#ifndef PL_TRAIN_TABLE_WRITER_H
#define PL_TRAIN_TABLE_WRITER_H

#include "base/arena.h"
#include "syntax/value_table.h"

typedef struct TableWriter {
    PlValueSlot *slots;
    uint32_t n_slots;
    uint32_t n;
} TableWriter;

/* Room for `n_most` entries, at most half full. */
void table_writer_init(PlArena *arena, TableWriter *writer, uint32_t n_most);
/* The first value of a hash stays. */
void table_writer_add(TableWriter *writer, uint64_t hash, uint32_t value);

#endif
