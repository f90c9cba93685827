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

/* Room for one more item of `size` bytes; returns the items, moved or not. */
void *pl_vec_grow(PlArena *arena, void *items, uint32_t n, uint32_t *capacity, size_t size,
                  size_t align);

/* A new zeroed item at the end. */
#define pl_vec_push(arena, vec)                                                                    \
    ((vec)->items = pl_vec_grow((arena), (vec)->items, (vec)->n, &(vec)->capacity,                 \
                                sizeof *(vec)->items, _Alignof(max_align_t)),                      \
     &(vec)->items[(vec)->n++])

#endif
