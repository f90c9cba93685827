/* Bags: a report as weighted terms, small enough to keep a million of them.
 *
 * A term is a word or, heavier, a named actor. Its weight is the damped number of its occurrences
 * times its rarity; a term of every report still counts a little, since a record of five reports on
 * one round of talks is the common case. A bag keeps the heaviest terms; similarity is the cosine.
 *
 * Weights are whole numbers until the cosine, so that a bag is the same on every machine.
 *
 * threads  pure; one PlTermCounter a thread
 */
#ifndef PL_STORY_BAGS_H
#define PL_STORY_BAGS_H

#include "story/article_words.h"
#include "story/postings.h"

typedef struct PlTerm {
    uint32_t hash;
    uint32_t count;
    uint32_t weight;
} PlTerm;

/* Counts the terms of one report after another in the same room. */
typedef struct PlTermCounter {
    PlArena *arena;
    uint32_t *slots; /* [1 << n_bits] 1 + index into terms; 0 = free */
    uint32_t n_bits;
    PL_VEC(PlTerm) terms; /* distinct, in order of first occurrence */
} PlTermCounter;

enum { PL_ACTOR_COUNT = 3 /* an actor's mention counts for so many words */ };

void pl_terms_init(PlTermCounter *counter, PlArena *arena);
/* Forgets the report before and counts the words of this one. O(words) */
void pl_terms_count_words(PlTermCounter *counter, const PlArticleWords *words);
/* The term of a word. */
uint32_t pl_term_hash(uint64_t word_hash);
void pl_terms_count_actor(PlTermCounter *counter, uint64_t actor);

enum { PL_BAG_MOST_TERMS = 200 };

typedef struct PlBag {
    uint32_t hash[PL_BAG_MOST_TERMS]; /* [n] */
    uint8_t weight[PL_BAG_MOST_TERMS];
    uint32_t n;
    int32_t day;  /* since 1970, INT32_MIN = unknown */
    double scale; /* of the weights, to a vector of length 1 */
} PlBag;

/* total in `frequencies` is how many of n_reports have a term. O(terms); orders counter->terms
 * anew. */
void pl_bag_make(PlTermCounter *counter, const PlPostings *frequencies, uint32_t n_reports,
                 PlBag *bag);

/* One bag laid out to be held against many: most terms of another are not in it, and a bit says so.
 */
enum { PL_BAG_PROBE_BITS = 10, PL_BAG_SIEVE_BITS = 14 };
typedef struct PlBagProbe {
    uint32_t sieve[1 << (PL_BAG_SIEVE_BITS - 5)];
    uint32_t hash[1 << PL_BAG_PROBE_BITS];
    uint8_t weight[1 << PL_BAG_PROBE_BITS]; /* 0 = free */
    double scale;
} PlBagProbe;

void pl_bag_probe(PlBagProbe *probe, const PlBag *bag);
/* The cosine, 0 to 1. O(n), and few branches that cannot be foreseen. */
double pl_bag_similarity(const PlBagProbe *probe, const PlBag *bag);

#endif
