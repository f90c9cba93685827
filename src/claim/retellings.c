#include "claim/retellings.h"

#include <stdlib.h>
#include <string.h>

#include "claim/word_sets.h"

enum {
    MOST_LISTED = 48,     /* sentences of a word in a story: those after say nothing of it */
    MOST_CANDIDATES = 16, /* that are looked at whole */
};

static const PlLikeness least = {
    .least_words = 3, .least_weight = 14 * 256, .of_lighter = 400, .of_heavier = 270};

/* The sentences of the story at hand that have a word. */
typedef struct Listed {
    int32_t story;
    uint32_t n;
    int32_t *sentences; /* [MOST_LISTED] */
} Listed;

typedef struct Candidate {
    int32_t sentence;
    uint32_t weight;
} Candidate;

typedef struct Grouping {
    PlArena *arena;
    const PlRetelling *given;
    PlWordSets words;
    Listed *listed;   /* [n_words] */
    uint32_t *shared; /* [n] what each shares with the sentence at hand */
    int32_t *met;     /* [n] those that share something with it */
    int32_t *group;   /* [n] */
} Grouping;

/* Keeps the heaviest, of equals the earliest; sorted. */
static void keep(Candidate *best, uint32_t *n, Candidate candidate)
{
    uint32_t at = *n;
    while (at > 0 &&
           (best[at - 1].weight < candidate.weight || (best[at - 1].weight == candidate.weight &&
                                                       best[at - 1].sentence > candidate.sentence)))
        at--;
    if (at == MOST_CANDIDATES) return;
    if (*n < MOST_CANDIDATES) (*n)++;
    memmove(&best[at + 1], &best[at], (*n - at - 1) * sizeof *best);
    best[at] = candidate;
}

/* Earlier sentences of other reports of the story that share most words with sentence `i`. */
static uint32_t find_candidates(Grouping *grouping, int32_t i, Candidate *best)
{
    const PlWordSet *set = &grouping->words.sets[i];
    const PlRetelling *given = &grouping->given[i];
    uint32_t n_met = 0;
    for (uint32_t w = 0; w < set->n; w++) {
        const Listed *listed = &grouping->listed[set->words[w]];
        if (listed->n == 0 || listed->story != given->story) continue;
        for (uint32_t k = 0; k < listed->n; k++) {
            int32_t other = listed->sentences[k];
            if (grouping->given[other].report == given->report) continue;
            if (grouping->shared[other] == 0) grouping->met[n_met++] = other;
            grouping->shared[other] += grouping->words.rarity[set->words[w]];
        }
    }
    uint32_t n = 0;
    for (uint32_t k = 0; k < n_met; k++) {
        int32_t other = grouping->met[k];
        keep(best, &n, (Candidate){other, grouping->shared[other]});
        grouping->shared[other] = 0;
    }
    return n;
}

static uint32_t likeness(const Grouping *grouping, int32_t a, int32_t b)
{
    return pl_word_sets_compare(&grouping->words, (uint32_t)a, (uint32_t)b, &least);
}

static void join_group(Grouping *grouping, int32_t i)
{
    Candidate candidates[MOST_CANDIDATES + 1];
    uint32_t n = find_candidates(grouping, i, candidates);
    uint32_t best = 0;
    for (uint32_t k = 0; k < n; k++) {
        int32_t first = grouping->group[candidates[k].sentence];
        uint32_t found = likeness(grouping, i, candidates[k].sentence);
        if (found <= best || !likeness(grouping, i, first)) continue;
        best = found;
        grouping->group[i] = first;
    }
}

static void list(Grouping *grouping, int32_t i)
{
    const PlWordSet *set = &grouping->words.sets[i];
    for (uint32_t w = 0; w < set->n; w++) {
        Listed *listed = &grouping->listed[set->words[w]];
        if (!listed->sentences)
            listed->sentences = pl_arena_array(grouping->arena, int32_t, MOST_LISTED);
        if (listed->story != grouping->given[i].story) listed->n = 0;
        listed->story = grouping->given[i].story;
        if (listed->n < MOST_LISTED) listed->sentences[listed->n++] = i;
    }
}

/* The sentences' numbers by story. */
static int compare_stories(const void *a, const void *b)
{
    const PlRetelling *x = *(const PlRetelling *const *)a;
    const PlRetelling *y = *(const PlRetelling *const *)b;
    if (x->story != y->story) return x->story < y->story ? -1 : 1;
    return (x > y) - (x < y);
}

int32_t *pl_retellings_group(PlArena *arena, const PlRetelling *sentences, uint32_t n)
{
    Grouping grouping = {.arena = arena,
                         .given = sentences,
                         .shared = pl_arena_array(arena, uint32_t, n + 1),
                         .met = pl_arena_array(arena, int32_t, n + 1),
                         .group = pl_arena_array(arena, int32_t, n + 1)};
    const PlRetelling **order = pl_arena_array(arena, const PlRetelling *, n + 1);
    PlSlice *lemmas = pl_arena_array(arena, PlSlice, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        order[i] = &sentences[i];
        lemmas[i] = sentences[i].lemmas;
    }
    pl_word_sets_make(arena, lemmas, n, &grouping.words);
    grouping.listed = pl_arena_array(arena, Listed, grouping.words.n_words + 1);
    qsort(order, n, sizeof *order, compare_stories);
    for (uint32_t k = 0; k < n; k++) {
        int32_t i = (int32_t)(order[k] - sentences);
        grouping.group[i] = i;
        join_group(&grouping, i);
        list(&grouping, i);
    }
    return grouping.group;
}
