#include "syntax/value_table.h"

bool pl_value_table_read(PlSlice section, uint32_t n_values, bool trusted, PlValueTable *table)
{
    size_t n = section.len / sizeof(PlValueSlot);
    if (section.len % sizeof(PlValueSlot) || n == 0 || (n & (n - 1)) || n > UINT32_MAX / 2)
        return false;
    const PlValueSlot *slots = (const PlValueSlot *)(const void *)section.ptr;
    *table = (PlValueTable){slots, (uint32_t)n - 1};
    if (trusted) return true;
    /* Without branches: tables are most of what is looked through when a model is mapped. */
    uint32_t n_free = 0;
    uint32_t n_bad = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t is_free = slots[i].fingerprint == 0;
        n_free += is_free;
        n_bad += !is_free & (slots[i].value >= n_values);
    }
    return n_free > 0 && n_bad == 0;
}
