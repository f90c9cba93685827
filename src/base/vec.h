/* Vectors: growable arrays in an arena.
 *
 *   PL_VEC(PlQuote) quotes = {0};
 *   *pl_vec_push(arena, &quotes) = (PlQuote){...};
 *   for (uint32_t i = 0; i < quotes.n; i++) use(&quotes.items[i]);
 *
 * A pointer from pl_vec_push holds until the next push. Growing doubles and leaves the old items in
 * the arena, at most once more their size. Every PL_VEC has the layout of PlRows, which is how the
 * store reads any of them.
 */
#ifndef PL_BASE_VEC_H
#define PL_BASE_VEC_H

#include <string.h>

#include "base/arena.h"

#define PL_VEC(T)                                                                                  \
    struct {                                                                                       \
        T *items;                                                                                  \
        uint32_t n;                                                                                \
        uint32_t capacity;                                                                         \
    }

typedef struct PlRows {
    void *items;
    uint32_t n;
    uint32_t capacity;
} PlRows;

/* Items moved to where there is room for more than *capacity of them; returns the new place. */
void *pl_vec_grow(PlArena *arena, void *items, uint32_t n, uint32_t *capacity, size_t size,
                  size_t align);
/* The same for room for `wanted` items; those that have it stay. */
void *pl_vec_widen(PlArena *arena, void *items, uint32_t n, uint32_t *capacity, uint32_t wanted,
                   size_t size, size_t align);

/* Zeroed room for one more item of `size` bytes; returns the items, moved or not. Inline, so that
 * the usual push is a few stores. */
static inline void *pl_vec_room(PlArena *arena, void *items, uint32_t n, uint32_t *capacity,
                                size_t size, size_t align)
{
    if (!items || n == *capacity) return pl_vec_grow(arena, items, n, capacity, size, align);
    memset((char *)items + (size_t)n * size, 0, size);
    return items;
}

/* Room for `wanted` items in all: pushes up to there move nothing. */
#define pl_vec_reserve(arena, vec, wanted)                                                         \
    ((vec)->items = pl_vec_widen((arena), (vec)->items, (vec)->n, &(vec)->capacity, (wanted),      \
                                 sizeof *(vec)->items, _Alignof(max_align_t)))

/* A new zeroed item at the end. */
#define pl_vec_push(arena, vec)                                                                    \
    ((vec)->items = pl_vec_room((arena), (vec)->items, (vec)->n, &(vec)->capacity,                 \
                                sizeof *(vec)->items, _Alignof(max_align_t)),                      \
     &(vec)->items[(vec)->n++])

#endif
