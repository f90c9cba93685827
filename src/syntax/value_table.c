#include "syntax/value_table.h"

/* Half of the slots or more are free in a good table: the first of them is near. */
static bool has_free_slot(const PlValueTable *table)
{
    for (size_t i = 0; i <= table->mask; i++)
        if (table->slots[i].fingerprint == 0) return true;
    return false;
}

/* Without branches: tables are most of what is looked through when a model is mapped. */
static bool values_are_below(const PlValueTable *table, uint32_t n_values)
{
    uint32_t n_bad = 0;
    for (size_t i = 0; i <= table->mask; i++) {
        PlValueSlot slot = table->slots[i];
        n_bad += (slot.fingerprint != 0) & (slot.value >= n_values);
    }
    return n_bad == 0;
}

bool pl_value_table_read(PlSlice section, uint32_t n_values, bool trusted, PlValueTable *table)
{
    size_t n = section.len / sizeof(PlValueSlot);
    if (section.len % sizeof(PlValueSlot) || n == 0 || (n & (n - 1)) || n > UINT32_MAX / 2)
        return false;
    *table = (PlValueTable){(const PlValueSlot *)(const void *)section.ptr, (uint32_t)n - 1};
    if (trusted) return true;
    return has_free_slot(table) && (n_values == PL_ANY_VALUE || values_are_below(table, n_values));
}
