#include "view/happening_ids.h"

#include <stdlib.h>

enum { LEAST_DIGITS = 6 };

typedef struct Id {
    PlSlice id;
    uint32_t happening;
} Id;

static int compare_ids(const void *a, const void *b)
{
    return pl_slice_compare(((const Id *)a)->id, ((const Id *)b)->id);
}

static size_t n_shared(PlSlice a, PlSlice b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
        n++;
    return n;
}

PlSlice *pl_happening_short_ids(PlArena *arena, const PlRecord *record)
{
    uint32_t n = record->happenings.happenings.n;
    Id *ids = pl_arena_array(arena, Id, n + 1);
    PlSlice *shorts = pl_arena_array(arena, PlSlice, n + 1);
    for (uint32_t i = 0; i < n; i++)
        ids[i] = (Id){record->happenings.happenings.items[i].id, i};
    if (n) qsort(ids, n, sizeof *ids, compare_ids);
    for (uint32_t i = 0; i < n; i++) {
        /* In sorted order the longest beginning that is shared at all is shared with a neighbour.
         */
        size_t len = LEAST_DIGITS;
        if (i > 0 && n_shared(ids[i].id, ids[i - 1].id) >= len)
            len = n_shared(ids[i].id, ids[i - 1].id) + 1;
        if (i + 1 < n && n_shared(ids[i].id, ids[i + 1].id) >= len)
            len = n_shared(ids[i].id, ids[i + 1].id) + 1;
        if (len > ids[i].id.len) len = ids[i].id.len;
        shorts[ids[i].happening] = (PlSlice){ids[i].id.ptr, len};
    }
    return shorts;
}

int32_t pl_happening_find(const PlRecord *record, const char *beginning)
{
    int32_t found = -1;
    if (!*beginning) return record->happenings.happenings.n ? -2 : -1;
    for (uint32_t i = 0; i < record->happenings.happenings.n; i++)
        if (pl_slice_starts(record->happenings.happenings.items[i].id, beginning))
            found = found == -1 ? (int32_t)i : -2;
    return found;
}

/* The first row whose first member, the happening, is `number` or more. */
#define FIRST_ROW(rows, number, first)                                                             \
    do {                                                                                           \
        uint32_t low = 0;                                                                          \
        uint32_t high = (rows).n;                                                                  \
        while (low < high) {                                                                       \
            uint32_t middle = low + (high - low) / 2;                                              \
            if ((rows).items[middle].happening < (number))                                         \
                low = middle + 1;                                                                  \
            else                                                                                   \
                high = middle;                                                                     \
        }                                                                                          \
        *(first) = low;                                                                            \
    } while (0)

void pl_happening_actors(const PlRecord *record, int32_t happening, uint32_t *first, uint32_t *end)
{
    FIRST_ROW(record->happenings.actors, happening, first);
    FIRST_ROW(record->happenings.actors, happening + 1, end);
}

void pl_happening_mentions(const PlRecord *record, int32_t happening, uint32_t *first,
                           uint32_t *end)
{
    FIRST_ROW(record->happenings.mentions, happening, first);
    FIRST_ROW(record->happenings.mentions, happening + 1, end);
}
