#include "story/postings.h"

#include <assert.h>
#include <string.h>

enum {
    FIRST_BITS = 4,
    MOST_BITS = 21, /* of the directory */
    MOST_KEYS = PL_POSTINGS_PAGE_SLOTS * 85 / 100,
    BLOCK_BITS = 16,
    BLOCK_VALUES = 1 << BLOCK_BITS
};

static PlPostingPage *add_page(PlPostings *postings, uint32_t n_bits)
{
    PlPostingPage *page = pl_arena_new(postings->arena, PlPostingPage);
    page->n_bits = n_bits;
    return page;
}

void pl_postings_init(PlPostings *postings, PlArena *arena, uint32_t most_values)
{
    assert(most_values <= PL_POSTINGS_MOST_VALUES && (most_values & (most_values - 1)) == 0);
    *postings = (PlPostings){.arena = arena,
                             .directory = pl_arena_array(arena, PlPostingPage *, 1u << FIRST_BITS),
                             .n_bits = FIRST_BITS,
                             .most_values = most_values,
                             .n_in_block = BLOCK_VALUES};
    for (uint32_t i = 0; i < 1u << FIRST_BITS; i++)
        postings->directory[i] = add_page(postings, FIRST_BITS);
}

static bool is_free(const PlPostingSlot *slot)
{
    return slot->n == 0 && slot->total == 0;
}

/* The first bits choose the page, the last the place in it. */
static uint32_t hash_of(uint32_t key)
{
    uint32_t hash = key * 0x9e3779b1u;
    return hash ^ (hash >> 15);
}

static PlPostingPage **page_of(const PlPostings *postings, uint32_t hash)
{
    return &postings->directory[hash >> (32 - postings->n_bits)];
}

void pl_postings_prefetch(const PlPostings *postings, uint32_t key)
{
    uint32_t hash = hash_of(key);
    __builtin_prefetch(&(*page_of(postings, hash))->slots[hash % PL_POSTINGS_PAGE_SLOTS], 1);
}

/* The slot of `key`, or the free one where it belongs: a page is never full. */
static PlPostingSlot *slot_in(PlPostingPage *page, uint32_t key, uint32_t hash)
{
    uint32_t at = hash % PL_POSTINGS_PAGE_SLOTS;
    while (!is_free(&page->slots[at]) && page->slots[at].key != key)
        at = (at + 1) % PL_POSTINGS_PAGE_SLOTS;
    return &page->slots[at];
}

static PlPostingSlot *slot_of(const PlPostings *postings, uint32_t key)
{
    uint32_t hash = hash_of(key);
    return slot_in(*page_of(postings, hash), key, hash);
}

static void widen_directory(PlPostings *postings)
{
    uint32_t n_old = 1u << postings->n_bits;
    PlPostingPage **wider = pl_arena_array(postings->arena, PlPostingPage *, (size_t)n_old * 2);
    for (uint32_t i = 0; i < n_old; i++)
        wider[2 * (size_t)i] = wider[2 * (size_t)i + 1] = postings->directory[i];
    postings->directory = wider;
    postings->n_bits++;
}

static void put_slot(PlPostingPage *page, const PlPostingSlot *slot)
{
    *slot_in(page, slot->key, hash_of(slot->key)) = *slot;
    page->n_keys++;
}

/* The keys whose next bit is 1 move to a page of their own. */
static void split(PlPostings *postings, uint32_t hash)
{
    PlPostingPage *page = *page_of(postings, hash);
    if (page->n_bits == postings->n_bits) widen_directory(postings);
    PlPostingSlot slots[PL_POSTINGS_PAGE_SLOTS];
    memcpy(slots, page->slots, sizeof slots);
    memset(page->slots, 0, sizeof page->slots);
    page->n_keys = 0;
    PlPostingPage *sibling = add_page(postings, ++page->n_bits);
    uint32_t bit = 1u << (32 - page->n_bits);
    for (uint32_t i = 0; i < PL_POSTINGS_PAGE_SLOTS; i++)
        if (!is_free(&slots[i])) put_slot(hash_of(slots[i].key) & bit ? sibling : page, &slots[i]);
    /* Every entry of the directory that begins with the sibling's bits. */
    uint32_t n_entries = 1u << (postings->n_bits - page->n_bits);
    uint32_t first = (hash >> (32 - page->n_bits) | 1u) << (postings->n_bits - page->n_bits);
    for (uint32_t i = 0; i < n_entries; i++)
        postings->directory[first + i] = sibling;
}

/* A new key gets a slot, unless so many begin with the same bits that no split would part them, as
 * somebody could contrive: then it is not kept, and NULL comes out. */
static PlPostingSlot *slot_to_fill(PlPostings *postings, uint32_t key)
{
    uint32_t hash = hash_of(key);
    PlPostingPage *page = *page_of(postings, hash);
    PlPostingSlot *slot = slot_in(page, key, hash);
    if (!is_free(slot)) return slot;
    while (page->n_keys >= MOST_KEYS) {
        if (page->n_bits == MOST_BITS) return NULL;
        split(postings, hash);
        page = *page_of(postings, hash);
        slot = slot_in(page, key, hash);
    }
    page->n_keys++;
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
    if (!slot) return;
    uint32_t room = PL_POSTINGS_MANY - slot->total;
    slot->total = (uint16_t)(slot->total + (n < room ? n : room));
}

void pl_postings_add(PlPostings *postings, uint32_t key, uint32_t value)
{
    PlPostingSlot *slot = slot_to_fill(postings, key);
    if (!slot) return;
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
