#include "counter.h"

void counter_add(PlArena *arena, Counter *counter, PlSlice key, PlSlice value)
{
    int32_t k = pl_symbols_intern(arena, &counter->keys, key);
    int32_t v = pl_symbols_intern(arena, &counter->values, value);
    if ((uint32_t)k == counter->first.n) *pl_vec_push(arena, &counter->first) = -1;
    int32_t *link = &counter->first.items[k];
    while (*link >= 0) {
        CounterItem *item = &counter->items.items[*link];
        if (item->value == v) {
            item->count++;
            return;
        }
        link = &item->next;
    }
    /* Before the push: it moves the items, and `link` may point into them. */
    *link = (int32_t)counter->items.n;
    *pl_vec_push(arena, &counter->items) = (CounterItem){v, 1, -1};
}

int32_t counter_best(const Counter *counter, int32_t key, uint32_t *count)
{
    int32_t best = -1;
    *count = 0;
    for (int32_t i = counter->first.items[key]; i >= 0; i = counter->items.items[i].next)
        if (counter->items.items[i].count > *count) {
            *count = counter->items.items[i].count;
            best = counter->items.items[i].value;
        }
    return best;
}

uint32_t counter_total(const Counter *counter, int32_t key)
{
    uint32_t total = 0;
    for (int32_t i = counter->first.items[key]; i >= 0; i = counter->items.items[i].next)
        total += counter->items.items[i].count;
    return total;
}
