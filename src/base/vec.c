#include "base/vec.h"

#include <string.h>

void *pl_vec_widen(PlArena *arena, void *items, uint32_t n, uint32_t *capacity, uint32_t wanted,
                   size_t size, size_t align)
{
    if (wanted <= *capacity) return items;
    void *moved = pl_arena_alloc_array(arena, wanted, size, align);
    if (n) memcpy(moved, items, (size_t)n * size);
    *capacity = wanted;
    return moved;
}

void *pl_vec_grow(PlArena *arena, void *items, uint32_t n, uint32_t *capacity, size_t size,
                  size_t align)
{
    return pl_vec_widen(arena, items, n, capacity, *capacity ? *capacity * 2 : 8, size, align);
}
