#include "story/fingerprints.h"

#include <stdlib.h>
#include <string.h>

typedef struct PlShingle {
    uint64_t hash;
    uint32_t compared; /* 0 = free, else 1 + the last report that had it */
} PlShingle;

static uint64_t shingle_at(const PlArticleWords *words, uint32_t i)
{
    uint64_t hash = 0;
    for (uint32_t w = 0; w < PL_SHINGLE_WORDS; w++)
        hash = (hash ^ words->hash[i + w]) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 31);
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t n_shingles(const PlArticleWords *words)
{
    return words->n < PL_SHINGLE_WORDS ? 0 : words->n - PL_SHINGLE_WORDS + 1;
}

/* The least of the last window is kept until it leaves the window or a lesser one comes; a text
 * shorter than a window has one fingerprint. */
void pl_fingerprints_find(PlArena *arena, const PlArticleWords *words, PlFingerprints *fingerprints)
{
    uint64_t window[PL_FINGERPRINT_WINDOW];
    uint32_t n = n_shingles(words);
    uint32_t least = 0;
    fingerprints->n = 0;
    for (uint32_t i = 0; i < n; i++) {
        window[i % PL_FINGERPRINT_WINDOW] = shingle_at(words, i);
        bool left = i - least == PL_FINGERPRINT_WINDOW;
        if (left)
            for (uint32_t k = ++least; k < i; k++)
                if (window[k % PL_FINGERPRINT_WINDOW] < window[least % PL_FINGERPRINT_WINDOW])
                    least = k;
        bool lesser = window[i % PL_FINGERPRINT_WINDOW] < window[least % PL_FINGERPRINT_WINDOW];
        if (lesser) least = i;
        bool is_full = i + 1 >= PL_FINGERPRINT_WINDOW || i + 1 == n;
        bool is_new = left || lesser || i + 1 == PL_FINGERPRINT_WINDOW || i + 1 == n;
        if (is_full && is_new)
            *pl_vec_push(arena, fingerprints) =
                (uint32_t)(window[least % PL_FINGERPRINT_WINDOW] >> 16);
    }
    if (fingerprints->n == 0) return;
    qsort(fingerprints->items, fingerprints->n, sizeof *fingerprints->items, compare_numbers);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < fingerprints->n; i++)
        if (fingerprints->items[i] != fingerprints->items[kept - 1])
            fingerprints->items[kept++] = fingerprints->items[i];
    fingerprints->n = kept;
}

static PlShingle *slot_of(const PlShingleSet *set, uint64_t hash)
{
    uint32_t mask = (1u << set->n_bits) - 1;
    uint32_t at = (uint32_t)(hash >> (64 - set->n_bits));
    while (set->slots[at].compared && set->slots[at].hash != hash)
        at = (at + 1) & mask;
    return &set->slots[at];
}

void pl_shingle_set_fill(PlArena *arena, const PlArticleWords *words, PlShingleSet *set)
{
    uint32_t n_bits = 4;
    while (1u << n_bits < 2 * words->n)
        n_bits++;
    if (set->slots && n_bits <= set->n_bits) {
        memset(set->slots, 0, sizeof *set->slots << set->n_bits);
    } else {
        set->slots = pl_arena_array(arena, PlShingle, 1u << n_bits);
        set->n_bits = n_bits;
    }
    set->n = 0;
    set->n_compared = 1;
    for (uint32_t i = 0; i < n_shingles(words); i++) {
        uint64_t hash = shingle_at(words, i);
        PlShingle *slot = slot_of(set, hash);
        if (slot->compared) continue;
        *slot = (PlShingle){hash, 1};
        set->n++;
    }
}

uint32_t pl_shingle_set_shared(PlShingleSet *set, const PlArticleWords *words)
{
    uint32_t n_shared = 0;
    uint32_t mark = ++set->n_compared;
    for (uint32_t i = 0; i < n_shingles(words); i++) {
        PlShingle *slot = slot_of(set, shingle_at(words, i));
        if (slot->compared == 0 || slot->compared == mark) continue;
        slot->compared = mark;
        n_shared++;
    }
    return n_shared;
}
