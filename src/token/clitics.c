/* Clitics: what is written together and is two words. */
#include <string.h>

#include "token/cursor.h"

typedef struct Contraction {
    const char *lower;
    uint8_t first_len, second_len; /* second_len 0: two parts */
} Contraction;

static const Contraction contractions[] = {
    {"cannot", 3, 0},  {"gonna", 3, 0}, {"gotta", 3, 0}, {"wanna", 3, 0},  {"gimme", 3, 0},
    {"lemme", 3, 0},   {"dunno", 2, 1}, {"dont", 2, 0},  {"didnt", 3, 0},  {"doesnt", 4, 0},
    {"isnt", 2, 0},    {"wasnt", 3, 0}, {"arent", 3, 0}, {"havent", 4, 0}, {"wouldnt", 5, 0},
    {"couldnt", 5, 0}, {"cant", 2, 0},  {"thats", 4, 0}, {"alot", 1, 0},   {"outta", 3, 0},
};
enum { SHORTEST_CONTRACTION = 4, LONGEST_CONTRACTION = 7, MOST_CLITICS = 3 };

static bool cut_contraction(PlCursor *cursor, PlSlice word)
{
    if (word.len < SHORTEST_CONTRACTION || word.len > LONGEST_CONTRACTION) return false;
    char last = (char)(word.ptr[word.len - 1] | 0x20);
    if (last != 't' && last != 'a' && last != 'e' && last != 'o' && last != 's') return false;
    for (size_t i = 0; i < sizeof contractions / sizeof contractions[0]; i++) {
        const Contraction *contraction = &contractions[i];
        bool may_be = contraction->lower[0] == (word.ptr[0] | 0x20);
        if (!may_be || !pl_slice_is_nocase(word, contraction->lower)) continue;
        size_t start = cursor->at;
        size_t end = start + word.len;
        pl_cursor_emit(cursor, start + contraction->first_len);
        if (contraction->second_len) pl_cursor_emit(cursor, cursor->at + contraction->second_len);
        pl_cursor_emit(cursor, end);
        return true;
    }
    return false;
}

/* Length of the clitic that ends `word`, its apostrophe and the n of n't included; 0 for none. */
static size_t clitic_len(PlSlice word)
{
    static const char *const endings[] = {"s", "m", "d", "ll", "re", "ve", "t"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t len = strlen(endings[i]);
        if (word.len <= len + 1) continue;
        PlSlice tail = {word.ptr + word.len - len, len};
        if (!pl_slice_is_nocase(tail, endings[i])) continue;
        size_t mark_end = word.len - len;
        uint32_t mark = pl_utf8_before(word, mark_end);
        if (mark != '\'' && mark != PL_UTF8_SINGLE_CLOSE) continue;
        size_t mark_start = mark_end - (mark == '\'' ? 1 : 3);
        if (endings[i][0] != 't') return word.len - mark_start;
        bool is_not = mark_start >= 2 && (word.ptr[mark_start - 1] | 0x20) == 'n';
        if (is_not) return word.len - mark_start + 1;
    }
    return 0;
}

/* An apostrophe, straight or curly, or perhaps: most words have none, and no clitic. */
static bool may_have_apostrophe(PlSlice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] == '\'' || word.ptr[i] == '\xe2') return true;
    return false;
}

void pl_clitics_cut(PlCursor *cursor, size_t word_end)
{
    PlSlice word = {cursor->text.ptr + cursor->at, word_end - cursor->at};
    if (cut_contraction(cursor, word)) return;
    size_t cuts[MOST_CLITICS];
    size_t n_cuts = 0;
    while (n_cuts < MOST_CLITICS && may_have_apostrophe(word)) {
        size_t len = clitic_len(word);
        if (len == 0 || len >= word.len) break;
        word.len -= len;
        cuts[n_cuts++] = (size_t)(word.ptr - cursor->text.ptr) + word.len;
    }
    while (n_cuts > 0)
        pl_cursor_emit(cursor, cuts[--n_cuts]);
    pl_cursor_emit(cursor, word_end);
}
