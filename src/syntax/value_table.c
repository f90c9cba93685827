#include "syntax/value_table.h"

bool pl_value_table_read(PlSlice section, uint32_t n_values, bool trusted, PlValueTable *table)
{
    size_t n = section.len / sizeof(PlValueSlot);
    if (section.len % sizeof(PlValueSlot) || n == 0 || (n & (n - 1)) || n > UINT32_MAX / 2)
        return false;
    const PlValueSlot *slots = (const PlValueSlot *)(const void *)section.ptr;
    *table = (PlValueTable){slots, (uint32_t)n - 1};
    if (trusted) return true;
    bool has_free = false;
    for (size_t i = 0; i < n; i++) {
        if (slots[i].fingerprint == 0)
            has_free = true;
        else if (slots[i].value >= n_values)
            return false;
    }
    return has_free;
}
