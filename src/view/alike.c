#include "view/alike.h"

#include <stdlib.h>

#include "text/utf8.h"

enum { MOST_WORDS = 64, LEAST_LETTERS = 4, MOST_STEM_LETTERS = 6 };

/* Words of four letters and more that say nothing of a text's subject. */
static bool is_function_word(PlSlice word)
{
    static const char *const words[] = {
        "about", "after", "also",  "been",  "before", "being", "could",  "from",  "have", "into",
        "more",  "must",  "only",  "over",  "said",   "says",  "should", "such",  "than", "that",
        "their", "them",  "then",  "there", "these",  "they",  "this",   "those", "very", "were",
        "what",  "when",  "which", "while", "will",   "with",  "would",  "your"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pl_slice_is(word, words[i])) return true;
    return false;
}

static int compare_hashes(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x;
    uint64_t b = *(const uint64_t *)y;
    return (a > b) - (a < b);
}

/* The next run of letters and digits of `text` from `*byte` on. */
static PlSlice next_word(PlSlice text, size_t *byte)
{
    size_t start = *byte;
    bool inside = false;
    while (*byte < text.len) {
        size_t at = *byte;
        uint32_t point = pl_utf8_next(text, byte);
        bool is_word = pl_utf8_is_letter(point) || pl_utf8_is_digit(point);
        if (is_word && !inside) start = at;
        if (!is_word && inside) return (PlSlice){text.ptr + start, at - start};
        inside = is_word;
    }
    return inside ? (PlSlice){text.ptr + start, text.len - start} : (PlSlice){0};
}

PlWordSet pl_word_set_make(PlArena *arena, PlSlice text)
{
    PlWordSet set = {.hashes = pl_arena_array(arena, uint64_t, MOST_WORDS)};
    PlSlice folded = pl_utf8_fold(arena, text);
    for (size_t byte = 0; byte < folded.len && set.n < MOST_WORDS;) {
        PlSlice word = next_word(folded, &byte);
        bool is_number = word.len && pl_utf8_is_digit((unsigned char)word.ptr[0]);
        if (!is_number && (word.len < LEAST_LETTERS || is_function_word(word))) continue;
        if (word.len > MOST_STEM_LETTERS) word.len = MOST_STEM_LETTERS;
        set.hashes[set.n++] = pl_slice_hash(word);
    }
    if (set.n == 0) return set;
    qsort(set.hashes, set.n, sizeof *set.hashes, compare_hashes);
    uint32_t n = 1;
    for (uint32_t i = 1; i < set.n; i++)
        if (set.hashes[i] != set.hashes[n - 1]) set.hashes[n++] = set.hashes[i];
    set.n = n;
    return set;
}

bool pl_word_sets_alike(const PlWordSet *a, const PlWordSet *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->n && j < b->n;) {
        if (a->hashes[i] == b->hashes[j]) shared++;
        bool step_a = a->hashes[i] <= b->hashes[j];
        bool step_b = b->hashes[j] <= a->hashes[i];
        i += step_a;
        j += step_b;
    }
    uint32_t smaller = a->n < b->n ? a->n : b->n;
    return shared >= 2 && shared * 5 >= smaller * 3;
}
