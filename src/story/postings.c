#include "story/postings.h"

#include <assert.h>
#include <string.h>

enum { FIRST_BITS = 10, BLOCK_BITS = 16, BLOCK_VALUES = 1 << BLOCK_BITS };

void pl_postings_init(PlPostings *postings, PlArena *arena, uint32_t most_values)
{
    assert(most_values <= PL_POSTINGS_MOST_VALUES && (most_values & (most_values - 1)) == 0);
    *postings = (PlPostings){.arena = arena,
                             .slots = pl_arena_array(arena, PlPostingSlot, 1u << FIRST_BITS),
                             .n_bits = FIRST_BITS,
                             .most_values = most_values,
                             .n_in_block = BLOCK_VALUES};
}

static bool is_free(const PlPostingSlot *slot)
{
    return slot->n == 0 && slot->total == 0;
}

static uint32_t place_of(const PlPostings *postings, uint32_t key)
{
    return (key * 0x9e3779b1u) >> (32 - postings->n_bits);
}

void pl_postings_prefetch(const PlPostings *postings, uint32_t key)
{
    __builtin_prefetch(&postings->slots[place_of(postings, key)], 1);
}

/* The slot of `key`, or the free one where it belongs. */
static PlPostingSlot *slot_of(const PlPostings *postings, uint32_t key)
{
    uint32_t mask = (1u << postings->n_bits) - 1;
    uint32_t at = place_of(postings, key);
    while (!is_free(&postings->slots[at]) && postings->slots[at].key != key)
        at = (at + 1) & mask;
    return &postings->slots[at];
}

static void widen(PlPostings *postings)
{
    PlPostingSlot *old = postings->slots;
    uint32_t n_old = 1u << postings->n_bits;
    postings->n_bits++;
    postings->slots = pl_arena_array(postings->arena, PlPostingSlot, (size_t)n_old * 2);
    for (uint32_t i = 0; i < n_old; i++)
        if (!is_free(&old[i])) *slot_of(postings, old[i].key) = old[i];
}

static PlPostingSlot *slot_to_fill(PlPostings *postings, uint32_t key)
{
    PlPostingSlot *slot = slot_of(postings, key);
    if (!is_free(slot)) return slot;
    if ((uint64_t)postings->n_keys * 5 >= (uint64_t)4 << postings->n_bits) {
        widen(postings);
        slot = slot_of(postings, key);
    }
    postings->n_keys++;
    slot->key = key;
    return slot;
}

static uint32_t *ring_at(const PlPostings *postings, uint32_t at)
{
    return postings->blocks.items[at >> BLOCK_BITS] + (at & (BLOCK_VALUES - 1));
}

static uint32_t *values_of(const PlPostings *postings, PlPostingSlot *slot)
{
    return slot->size_class == 0 ? &slot->at : ring_at(postings, slot->at);
}

static uint32_t take_ring(PlPostings *postings, uint32_t size_class)
{
    if (postings->free_rings[size_class].n)
        return postings->free_rings[size_class].items[--postings->free_rings[size_class].n];
    uint32_t size = 1u << size_class;
    postings->n_in_block = (postings->n_in_block + size - 1) & ~(size - 1); /* few cache lines */
    if (postings->n_in_block + size > BLOCK_VALUES) {
        *pl_vec_push(postings->arena, &postings->blocks) =
            pl_arena_alloc(postings->arena, BLOCK_VALUES * sizeof(uint32_t), 64);
        postings->n_in_block = 0;
    }
    uint32_t at = ((postings->blocks.n - 1) << BLOCK_BITS) + postings->n_in_block;
    postings->n_in_block += size;
    return at;
}

static void move_to_wider_ring(PlPostings *postings, PlPostingSlot *slot)
{
    uint32_t wider = slot->size_class + 1u;
    uint32_t at = take_ring(postings, wider);
    memcpy(ring_at(postings, at), values_of(postings, slot), slot->n * sizeof(uint32_t));
    if (slot->size_class)
        *pl_vec_push(postings->arena, &postings->free_rings[slot->size_class]) = slot->at;
    slot->at = at;
    slot->size_class = (uint8_t)wider;
}

PlPosting pl_postings_find(const PlPostings *postings, uint32_t key)
{
    PlPostingSlot *slot = slot_of(postings, key);
    if (is_free(slot)) return (PlPosting){0};
    return (PlPosting){values_of(postings, slot), slot->n, slot->total};
}

void pl_postings_count(PlPostings *postings, uint32_t key, uint32_t n)
{
    if (n == 0) return;
    PlPostingSlot *slot = slot_to_fill(postings, key);
    uint32_t room = PL_POSTINGS_MANY - slot->total;
    slot->total = (uint16_t)(slot->total + (n < room ? n : room));
}

void pl_postings_add(PlPostings *postings, uint32_t key, uint32_t value)
{
    PlPostingSlot *slot = slot_to_fill(postings, key);
    uint32_t *values = values_of(postings, slot);
    uint32_t n = slot->n;
    if (n && values[n - 1] == value) return;
    for (uint32_t i = 0; i < n; i++)
        if (values[i] == value) {
            memmove(values + i, values + i + 1, (n - i - 1) * sizeof *values);
            values[n - 1] = value;
            return;
        }
    if (n == postings->most_values) {
        memmove(values, values + 1, (n - 1) * sizeof *values);
        values[n - 1] = value;
        return;
    }
    if (n == 1u << slot->size_class) {
        move_to_wider_ring(postings, slot);
        values = values_of(postings, slot);
    }
    values[n] = value;
    slot->n++;
}
