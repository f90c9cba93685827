/* Postings: an inverted index whose lists are capped, from a key to the newest values that have it.
 *
 *   directory   by the first bits of a key's hash -> page
 *   page        [key | value or ring | total | n | class] x 256, open addressing, linear probing
 *   rings       of 2, 4, 8, ... values, newest last; one that grows gives its old place to others
 *
 * A page that fills up is split in two by one bit more, so growing leaves nothing behind and never
 * moves more than a page.
 *
 * Invariants
 *  1. A list has the most_values newest values of its key, each once, oldest first.
 *  2. `total` counts what was ever counted of the key, values or not, and stays at
 *     PL_POSTINGS_MANY: a key so common tells reports apart no more.
 *
 * Keys are 32 bits of a hash. Two keys that share them are one: with 25 million keys, six of a
 * thousand; whoever asks weighs many keys together.
 *
 * owner    the arena of pl_postings_init
 * cost     O(most_values) a call; 12 bytes a key, in pages that are 40 to 85 % full, and 4 to 8 a
 *          value of keys with several
 * threads  one at a time
 * source   Fagin et al. 1979, extendible hashing
 */
#ifndef PL_STORY_POSTINGS_H
#define PL_STORY_POSTINGS_H

#include "base/vec.h"

enum { PL_POSTINGS_MANY = UINT16_MAX, PL_POSTINGS_MOST_VALUES = 64 };

typedef struct PlPostingSlot {
    uint32_t key;
    uint32_t at; /* the value when there is one, else where its ring begins */
    uint16_t total;
    uint8_t n;
    uint8_t size_class; /* the ring has room for 1 << size_class values */
} PlPostingSlot;

enum { PL_POSTINGS_PAGE_SLOTS = 256 };

typedef struct PlPostingPage {
    uint32_t n_keys;
    uint32_t n_bits;                             /* of the hash that all its keys share */
    PlPostingSlot slots[PL_POSTINGS_PAGE_SLOTS]; /* one with n == 0 and total == 0 is free */
} PlPostingPage;

typedef struct PlPostings {
    PlArena *arena;
    PlPostingPage **directory; /* [1 << n_bits] */
    uint32_t n_bits;
    uint32_t most_values;
    PL_VEC(uint32_t *) blocks; /* of rings */
    uint32_t n_in_block;
    PL_VEC(uint32_t) free_rings[8]; /* by size class */
} PlPostings;

/* The list of a key. */
typedef struct PlPosting {
    const uint32_t *values; /* [n] oldest first; borrowed until the next call */
    uint32_t n;
    uint32_t total;
} PlPosting;

/* most_values: a power of two, at most PL_POSTINGS_MOST_VALUES. */
void pl_postings_init(PlPostings *postings, PlArena *arena, uint32_t most_values);
/* Has the key's place brought nearer, for a call soon. */
void pl_postings_prefetch(const PlPostings *postings, uint32_t key);
PlPosting pl_postings_find(const PlPostings *postings, uint32_t key);
/* `n` more in `total`. */
void pl_postings_count(PlPostings *postings, uint32_t key, uint32_t n);
/* `value` becomes the newest of the key's list, which it may be in already. */
void pl_postings_add(PlPostings *postings, uint32_t key, uint32_t value);

#endif
