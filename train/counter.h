/* Counter: how often each value was seen with each key. */
#ifndef PL_TRAIN_COUNTER_H
#define PL_TRAIN_COUNTER_H

#include "base/symbols.h"

typedef struct CounterItem {
    int32_t value; /* a symbol of `values` */
    uint32_t count;
    int32_t next; /* of the same key, -1 = last */
} CounterItem;

typedef struct Counter {
    PlSymbols keys;
    PlSymbols values;
    PL_VEC(int32_t) first; /* by key */
    PL_VEC(CounterItem) items;
} Counter;

void counter_add(PlArena *arena, Counter *counter, PlSlice key, PlSlice value);
/* The value seen most with the key (of equals the one seen first); *count gets how often. */
int32_t counter_best(const Counter *counter, int32_t key, uint32_t *count);
uint32_t counter_total(const Counter *counter, int32_t key);

#endif
