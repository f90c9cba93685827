/* Random numbers with a fixed seed (splitmix64): the same run gives the same model. */
#ifndef PL_TRAIN_RANDOM_H
#define PL_TRAIN_RANDOM_H

#include <math.h>
#include <stdint.h>

typedef struct Random {
    uint64_t state;
} Random;

static inline uint64_t random_next(Random *random)
{
    uint64_t z = random->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/* In [0, 1). */
static inline float random_unit(Random *random)
{
    return (float)(random_next(random) >> 40) * (1.0f / 16777216.0f);
}

static inline uint32_t random_below(Random *random, uint32_t n)
{
    return (uint32_t)((random_next(random) >> 32) * n >> 32);
}

/* Normal with mean 0 and deviation 1. */
static inline float random_normal(Random *random)
{
    float radius = sqrtf(-2.0f * logf(1.0f - random_unit(random)));
    return radius * cosf(6.2831853f * random_unit(random));
}

#endif
