#include "mention/name_forms.h"

#include <string.h>

#include "text/utf8.h"

enum { LONGEST_DROPPED = 3 };

typedef struct Levelling {
    char second; /* the letter that must follow, 0 = any */
    char to;     /* 0 = nothing */
    bool is_one; /* an entry, not the end */
} Levelling;

/* By the first letter; applied from left to right, once. Tables of names are levelled at start, so
 * a letter costs a look into this. */
static const Levelling levellings[128][4] = {
    ['y'] = {{'y', 'y', true}, {'i', 'y', true}, {'e', 'e', true}},
    ['i'] = {{'y', 'y', true}, {'j', 'y', true}, {'i', 'y', true}, {'e', 'e', true}},
    ['e'] = {{'e', 'i', true}, {'y', 'y', true}, {'i', 'y', true}},
    ['o'] = {{'u', 'u', true}, {'o', 'u', true}},
    ['k'] = {{'h', 'h', true}, {'s', 'x', true}},
    ['c'] = {{'k', 'k', true}},
    ['d'] = {{'j', 'j', true}},
    ['g'] = {{'h', 'g', true}},
    ['p'] = {{'h', 'f', true}},
    ['t'] = {{'h', 't', true}},
    ['z'] = {{'h', 'j', true}},
    ['q'] = {{0, 'k', true}},
    ['w'] = {{0, 'v', true}},
    ['\''] = {{0, 0, true}},
    ['`'] = {{0, 0, true}},
    ['.'] = {{0, 0, true}},
    ['-'] = {{0, 0, true}},
};

/* The levelling of what stands at `at`, NULL = none. */
static const Levelling *levelling_at(PlSlice word, size_t at)
{
    unsigned char first = (unsigned char)word.ptr[at];
    if (first >= 128) return NULL;
    const Levelling *all = levellings[first];
    char second = 0;
    if (at + 1 < word.len) second = word.ptr[at + 1];
    for (size_t i = 0; i < 4 && all[i].is_one; i++)
        if (all[i].second == 0 || all[i].second == second) return &all[i];
    return NULL;
}

size_t pl_name_word_level(PlSlice folded, char out[PL_MAX_NAME_WORD_BYTES])
{
    size_t n = 0;
    for (size_t at = 0; at < folded.len && n + 4 < PL_MAX_NAME_WORD_BYTES;) {
        const Levelling *levelling = levelling_at(folded, at);
        char to = levelling ? levelling->to : folded.ptr[at];
        bool again = n > 0 && (out[n - 1] == to || (out[n - 1] == 'y' && to == 'i'));
        if (to && !again) out[n++] = to;
        at += levelling && levelling->second ? 2 : 1;
    }
    if (n > 1 && out[n - 1] == 'i') out[n - 1] = 'y';
    return n;
}

static bool is_dropped(PlSlice word)
{
    static const char *const dropped[] = {"al",  "el", "ash", "as",  "ad",  "an",  "ar",  "at",
                                          "az",  "de", "da",  "do",  "dos", "van", "von", "der",
                                          "den", "la", "le",  "bin", "ibn", "jr",  "jr.", "sr",
                                          "sr.", "ii", "iii", "iv",  "the", NULL};
    if (word.len > LONGEST_DROPPED) return false;
    for (uint32_t i = 0; dropped[i]; i++)
        if (pl_slice_is(word, dropped[i])) return true;
    return false;
}

/* Levels the word to *out and moves *out behind it. */
static void add_word(PlNameForm *form, PlSlice word, char **out)
{
    if (pl_slice_is(word, "jr") || pl_slice_is(word, "jr.")) form->is_junior = true;
    if (word.len == 0 || is_dropped(word)) return;
    char levelled[PL_MAX_NAME_WORD_BYTES];
    size_t len = pl_name_word_level(word, levelled);
    if (len == 0) return;
    memcpy(*out, levelled, len);
    uint32_t at = form->n_words < PL_MAX_NAME_WORDS ? form->n_words++ : PL_MAX_NAME_WORDS - 1;
    form->words[at] = (PlSlice){*out, len};
    *out += len;
}

/* What a word of a name that stands in quotation marks begins and ends with. */
static bool opens_quote(PlSlice word)
{
    if (word.len == 0) return false;
    return word.ptr[0] == '"' || ((word.ptr[0] & 0x80) && pl_slice_starts(word, "“"));
}

static bool closes_quote(PlSlice word)
{
    return pl_slice_ends(word, "\"") || pl_slice_ends(word, "”");
}

PlNameForm pl_name_form_make(PlArena *arena, PlSlice name)
{
    PlNameForm form = {0};
    bool is_nickname = false;
    if (name.len > (size_t)PL_MAX_NAME_WORD_BYTES * PL_MAX_NAME_WORDS)
        name.len = PL_MAX_NAME_WORD_BYTES;
    PlSlice rest = pl_utf8_fold(arena, name);
    char *out = pl_arena_array(arena, char, rest.len + 1); /* levelling never lengthens */
    PlSlice word;
    while (pl_slice_next(&rest, ' ', &word)) {
        word = pl_slice_trim(word);
        /* John "The Hat" Doe is called John Doe */
        bool quoted = is_nickname || opens_quote(word);
        is_nickname = quoted && !closes_quote(word);
        if (quoted) continue;
        /* "al-Assad" without its article, "Saint-Exupery" whole. */
        ptrdiff_t hyphen = pl_slice_find(word, (PlSlice)PL_LIT("-"));
        if (hyphen > 0 && is_dropped((PlSlice){word.ptr, (size_t)hyphen}))
            word = (PlSlice){word.ptr + hyphen + 1, word.len - (size_t)hyphen - 1};
        add_word(&form, word, &out);
    }
    return form;
}

/* The last word in small letters, when it is letters alone and too long to be dropped: "Doe" is
 * not, it is read with the whole name. */
static size_t plain_last_word(PlSlice name, char out[PL_MAX_NAME_WORD_BYTES])
{
    size_t at = name.len;
    while (at > 0 && name.ptr[at - 1] != ' ')
        at--;
    size_t len = name.len - at;
    if (len <= LONGEST_DROPPED || len >= PL_MAX_NAME_WORD_BYTES) return 0;
    for (size_t i = 0; i < len; i++) {
        char lower = (char)(name.ptr[at + i] | 0x20);
        if (lower < 'a' || lower > 'z' || name.ptr[at + i] < 'A') return 0;
        out[i] = lower;
    }
    return len;
}

size_t pl_name_surname(PlArena *arena, PlSlice name, char out[PL_MAX_NAME_WORD_BYTES])
{
    char word[PL_MAX_NAME_WORD_BYTES];
    size_t len = plain_last_word(name, word);
    if (len) return pl_name_word_level((PlSlice){word, len}, out);
    PlNameForm form = pl_name_form_make(arena, name);
    if (form.n_words == 0) return 0;
    PlSlice last = form.words[form.n_words - 1];
    memcpy(out, last.ptr, last.len);
    return last.len;
}
