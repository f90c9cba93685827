#include "base/vec.h"

#include <string.h>

void *pl_vec_grow(PlArena *arena, void *items, uint32_t n, uint32_t *capacity, size_t size,
                  size_t align)
{
    uint32_t wider = *capacity ? *capacity * 2 : 8;
    void *moved = pl_arena_alloc_array(arena, wider, size, align);
    if (n) memcpy(moved, items, (size_t)n * size);
    *capacity = wider;
    return moved;
}
