#include "story/bags.h"

#include "base/log2.h"

#include <math.h>
#include <string.h>

void pl_terms_init(PlTermCounter *counter, PlArena *arena)
{
    enum { FIRST_BITS = 10 };
    *counter = (PlTermCounter){.arena = arena,
                               .slots = pl_arena_array(arena, uint32_t, 1u << FIRST_BITS),
                               .n_bits = FIRST_BITS};
}

uint32_t pl_term_hash(uint64_t word_hash)
{
    return (uint32_t)(word_hash ^ (word_hash >> 32));
}

static uint32_t *slot_of(const PlTermCounter *counter, uint32_t hash)
{
    uint32_t mask = (1u << counter->n_bits) - 1;
    uint32_t at = (hash * 0x9e3779b1u) >> (32 - counter->n_bits);
    while (counter->slots[at] && counter->terms.items[counter->slots[at] - 1].hash != hash)
        at = (at + 1) & mask;
    return &counter->slots[at];
}

static void add_term(PlTermCounter *counter, uint32_t hash, uint32_t count)
{
    uint32_t *slot = slot_of(counter, hash);
    if (*slot) {
        counter->terms.items[*slot - 1].count += count;
        return;
    }
    if (2 * (counter->terms.n + 1) > 1u << counter->n_bits) {
        counter->n_bits++;
        counter->slots = pl_arena_array(counter->arena, uint32_t, 1u << counter->n_bits);
        for (uint32_t i = 0; i < counter->terms.n; i++)
            *slot_of(counter, counter->terms.items[i].hash) = i + 1;
        slot = slot_of(counter, hash);
    }
    *pl_vec_push(counter->arena, &counter->terms) = (PlTerm){.hash = hash, .count = count};
    *slot = counter->terms.n;
}

void pl_terms_count_words(PlTermCounter *counter, const PlArticleWords *words)
{
    memset(counter->slots, 0, sizeof *counter->slots << counter->n_bits);
    counter->terms.n = 0;
    for (uint32_t i = 0; i < words->n; i++)
        add_term(counter, pl_term_hash(words->hash[i]), 1);
}

void pl_terms_count_actor(PlTermCounter *counter, uint64_t actor)
{
    add_term(counter, pl_term_hash((actor + 1) * 0xd6e8feb86659fd93u), PL_ACTOR_COUNT);
}

/* The rarity of a term that n_having of n_reports have. Few have most: what they come to is kept.
 */
enum { FEW = 64 };

static uint32_t rarity_of(uint32_t n_reports, uint32_t n_having, uint32_t *kept)
{
    if (n_having == 0 || n_having == PL_POSTINGS_MANY) return 0;
    if (n_having < FEW && kept[n_having]) return kept[n_having];
    uint32_t rarity = pl_log2_ratio((uint64_t)n_reports + n_having, n_having);
    if (n_having < FEW) kept[n_having] = rarity;
    return rarity;
}

static void weigh(PlTermCounter *counter, const PlPostings *frequencies, uint32_t n_reports)
{
    uint32_t kept[FEW] = {0};
    for (uint32_t i = 0; i < counter->terms.n; i++) {
        PlTerm *term = &counter->terms.items[i];
        uint32_t n_having = pl_postings_find(frequencies, term->hash).total;
        uint32_t damped = 256 + (term->count > 1 ? pl_log2_ratio(term->count, 1) : 0);
        term->weight = damped * rarity_of(n_reports, n_having, kept);
    }
}

static bool is_heavier(const PlTerm *a, const PlTerm *b)
{
    return a->weight != b->weight ? a->weight > b->weight : a->hash < b->hash;
}

static void swap(PlTerm *a, PlTerm *b)
{
    PlTerm kept = *a;
    *a = *b;
    *b = kept;
}

/* The k heaviest of terms[n] come to its beginning. No two are equal, so which they are does not
 * depend on the order before.
 * source   Hoare 1961, FIND */
static void select_heaviest(PlTerm *terms, uint32_t n, uint32_t k)
{
    uint32_t from = 0;
    uint32_t to = n;
    while (k > from && k < to && to - from > 1) {
        swap(&terms[from + (to - from) / 2], &terms[to - 1]);
        uint32_t at = from;
        for (uint32_t i = from; i + 1 < to; i++)
            if (is_heavier(&terms[i], &terms[to - 1])) swap(&terms[i], &terms[at++]);
        swap(&terms[at], &terms[to - 1]);
        if (k <= at)
            to = at;
        else
            from = at + 1;
    }
}

void pl_bag_make(PlTermCounter *counter, const PlPostings *frequencies, uint32_t n_reports,
                 PlBag *bag)
{
    weigh(counter, frequencies, n_reports);
    PlTerm *terms = counter->terms.items;
    bag->n = counter->terms.n < PL_BAG_MOST_TERMS ? counter->terms.n : PL_BAG_MOST_TERMS;
    select_heaviest(terms, counter->terms.n, bag->n);
    uint32_t most = 1;
    for (uint32_t i = 0; i < bag->n; i++)
        if (terms[i].weight > most) most = terms[i].weight;
    uint64_t square = 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < bag->n; i++) {
        uint32_t weight = (uint32_t)(((uint64_t)terms[i].weight * UINT8_MAX + most / 2) / most);
        if (weight == 0) continue;
        bag->hash[kept] = terms[i].hash;
        bag->weight[kept++] = (uint8_t)weight;
        square += (uint64_t)weight * weight;
    }
    bag->n = kept;
    bag->scale = square ? 1.0 / sqrt((double)square) : 0;
}

static uint32_t place_of(uint32_t hash)
{
    return (hash * 0x9e3779b1u) >> (32 - PL_BAG_PROBE_BITS);
}

static uint32_t sieve_word(uint32_t hash)
{
    return (hash >> 5) & ((1u << (PL_BAG_SIEVE_BITS - 5)) - 1);
}

void pl_bag_probe(PlBagProbe *probe, const PlBag *bag)
{
    enum { MASK = (1 << PL_BAG_PROBE_BITS) - 1 };
    memset(probe->weight, 0, sizeof probe->weight);
    memset(probe->sieve, 0, sizeof probe->sieve);
    probe->scale = bag->scale;
    for (uint32_t i = 0; i < bag->n; i++) {
        uint32_t at = place_of(bag->hash[i]);
        while (probe->weight[at])
            at = (at + 1) & MASK;
        probe->sieve[sieve_word(bag->hash[i])] |= 1u << (bag->hash[i] & 31);
        probe->hash[at] = bag->hash[i];
        probe->weight[at] = bag->weight[i];
    }
}

double pl_bag_similarity(const PlBagProbe *probe, const PlBag *bag)
{
    enum { MASK = (1 << PL_BAG_PROBE_BITS) - 1 };
    uint32_t sum = 0;
    for (uint32_t i = 0; i < bag->n; i++) {
        if (!(probe->sieve[sieve_word(bag->hash[i])] >> (bag->hash[i] & 31) & 1)) continue;
        uint32_t at = place_of(bag->hash[i]);
        while (probe->weight[at] && probe->hash[at] != bag->hash[i])
            at = (at + 1) & MASK;
        sum += (uint32_t)bag->weight[i] * probe->weight[at];
    }
    return sum * probe->scale * bag->scale;
}
