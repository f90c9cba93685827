#include "claim/word_sets.h"

#include <assert.h>
#include <stdlib.h>

#include "base/log2.h"
#include "base/symbols.h"

enum { BACKGROUND = 30 };

static int compare_numbers(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

void pl_word_sets_make(PlArena *arena, const PlSlice *lemmas, uint32_t n, PlWordSets *sets)
{
    PlSymbols symbols = {0};
    PL_VEC(uint32_t) count = {0};
    *sets = (PlWordSets){.sets = pl_arena_array(arena, PlWordSet, n + 1)};
    for (uint32_t i = 0; i < n; i++) {
        PlWordSet *set = &sets->sets[i];
        PlSlice rest = lemmas[i];
        PlSlice lemma;
        while (set->n < PL_WORD_SET_MOST && pl_slice_next(&rest, ' ', &lemma)) {
            if (lemma.len == 0) continue;
            int32_t symbol = pl_symbols_intern(arena, &symbols, lemma);
            if ((uint32_t)symbol == count.n) *pl_vec_push(arena, &count) = 0;
            assert(count.items);
            count.items[symbol]++;
            set->words[set->n++] = symbol;
        }
        if (set->n) qsort(set->words, set->n, sizeof *set->words, compare_numbers);
    }
    uint32_t *rarity = pl_arena_array(arena, uint32_t, count.n + 1);
    for (uint32_t s = 0; s < count.n; s++)
        rarity[s] = pl_log2_ratio((uint64_t)n + BACKGROUND, count.items[s]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t w = 0; w < sets->sets[i].n; w++)
            sets->sets[i].weight += rarity[sets->sets[i].words[w]];
    sets->rarity = rarity;
    sets->n_words = count.n;
}

uint32_t pl_word_sets_compare(const PlWordSets *sets, uint32_t a, uint32_t b,
                              const PlLikeness *least)
{
    const PlWordSet *x = &sets->sets[a];
    const PlWordSet *y = &sets->sets[b];
    uint32_t shared = 0;
    uint32_t n = 0;
    for (uint32_t i = 0, j = 0; i < x->n && j < y->n;) {
        if (x->words[i] == y->words[j]) {
            shared += sets->rarity[x->words[i]];
            n++;
            i++;
            j++;
        } else if (x->words[i] < y->words[j]) {
            i++;
        } else {
            j++;
        }
    }
    uint32_t lighter = x->weight < y->weight ? x->weight : y->weight;
    uint32_t heavier = x->weight < y->weight ? y->weight : x->weight;
    if (n < least->least_words || shared < least->least_weight || lighter == 0) return 0;
    uint32_t of_lighter = (uint32_t)((uint64_t)shared * 1024 / lighter);
    uint32_t of_heavier = (uint32_t)((uint64_t)shared * 1024 / heavier);
    bool enough = of_lighter >= least->of_lighter && of_heavier >= least->of_heavier;
    return enough ? of_lighter : 0;
}
