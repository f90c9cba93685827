#include "table_writer.h"

#include <assert.h>

void table_writer_init(PlArena *arena, TableWriter *writer, uint32_t n_most)
{
    writer->n = 0;
    writer->n_slots = 16;
    while (writer->n_slots < 2 * n_most)
        writer->n_slots *= 2;
    writer->slots = pl_arena_array(arena, PlValueSlot, writer->n_slots);
}

void table_writer_add(TableWriter *writer, uint64_t hash, uint32_t value)
{
    uint32_t mask = writer->n_slots - 1;
    uint32_t fingerprint = pl_hash_fingerprint(hash);
    uint32_t i = (uint32_t)hash & mask;
    while (writer->slots[i].fingerprint) {
        if (writer->slots[i].fingerprint == fingerprint) return;
        i = (i + 1) & mask;
    }
    writer->slots[i] = (PlValueSlot){fingerprint, value};
    assert(++writer->n * 2 <= writer->n_slots);
}
