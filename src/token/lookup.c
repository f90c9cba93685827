#include "token/lookup.h"

#include "base/data.h"

PlLookup pl_lookup_open(const char *name)
{
    PlSlice rest = pl_data_file(name);
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line))
        if (line.len && line.ptr[0] != '#') break;
    return (PlLookup){rest};
}

bool pl_lookup_find(const PlLookup *lookup, PlSlice key, PlSlice *rest)
{
    PlSlice rows = lookup->rows;
    size_t low = 0;
    size_t high = rows.len;
    while (low < high) {
        size_t start = low + (high - low) / 2;
        while (start > low && rows.ptr[start - 1] != '\n')
            start--;
        PlSlice below = {rows.ptr + start, rows.len - start};
        PlSlice line, first;
        pl_slice_next(&below, '\n', &line);
        size_t next = start + line.len + 1;
        pl_slice_next(&line, '\t', &first);
        int order = pl_slice_compare(key, first);
        if (order == 0) {
            if (rest) *rest = line.ptr ? line : (PlSlice){"", 0};
            return true;
        }
        if (order < 0)
            high = start;
        else
            low = next;
    }
    return false;
}
