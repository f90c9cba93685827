#include "mention/name_forms.h"

#include <string.h>

#include "mention/nicknames.h"
#include "text/utf8.h"

enum {
    LONGEST_DROPPED = 3,
    LONG_SURNAME = 6, /* letters: shorter ones differ by a letter too easily */
    LONG_GIVEN = 5
};

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
        if (to && (n == 0 || out[n - 1] != to)) out[n++] = to;
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

bool pl_name_words_near(PlSlice a, PlSlice b)
{
    if (a.len > b.len) {
        PlSlice swap = a;
        a = b;
        b = swap;
    }
    if (b.len - a.len > 1) return false;
    size_t i = 0;
    while (i < a.len && a.ptr[i] == b.ptr[i])
        i++;
    size_t skip_a = a.len == b.len ? 1 : 0;
    if (i == a.len) return true;
    PlSlice rest_a = {a.ptr + i + skip_a, a.len - i - skip_a};
    PlSlice rest_b = {b.ptr + i + 1, b.len - i - 1};
    return pl_slice_equal(rest_a, rest_b);
}

static bool given_agree(PlSlice a, PlSlice b)
{
    if (pl_slice_equal(a, b)) return true;
    if (a.len == 1 || b.len == 1) return a.ptr[0] == b.ptr[0];
    if (pl_nickname_is_of(a, b) || pl_nickname_is_of(b, a)) return true;
    /* "Alex", "Alexander" */
    size_t shorter = a.len < b.len ? a.len : b.len;
    if (shorter >= 3 && memcmp(a.ptr, b.ptr, shorter) == 0) return true;
    return shorter >= LONG_GIVEN && a.ptr[0] == b.ptr[0] && pl_name_words_near(a, b) &&
           a.ptr[a.len - 1] == b.ptr[b.len - 1];
}

/* The words before the surname: those of the shorter form, side by side in the longer one ("Doe W.
 * Roe" is not "Doe Ann Wu Roe"), from its first word on or, whole words, from a later one: "Javier
 * Roe" of "Juan Javier Roe", but not of "Ann J. Roe". */
static bool givens_agree(const PlNameForm *a, const PlNameForm *b)
{
    const PlNameForm *few = a->n_words <= b->n_words ? a : b;
    const PlNameForm *many = few == a ? b : a;
    uint32_t n = few->n_words - 1;
    for (uint32_t from = 0; from + n < many->n_words; from++) {
        if (from > 0 && (few->words[0].len == 1 || many->words[from].len == 1)) continue;
        uint32_t i = 0;
        while (i < n && given_agree(few->words[i], many->words[from + i]))
            i++;
        if (i == n) return true;
    }
    return false;
}

/* "Kim Doe-ra", "Kim Doe Ra". */
static bool same_letters(const PlNameForm *a, const PlNameForm *b)
{
    uint32_t i = 0; /* word of b, and letter in it */
    size_t at = 0;
    for (uint32_t k = 0; k < a->n_words; k++)
        for (size_t c = 0; c < a->words[k].len; c++) {
            if (i < b->n_words && at == b->words[i].len) {
                i++;
                at = 0;
            }
            if (i == b->n_words || b->words[i].ptr[at++] != a->words[k].ptr[c]) return false;
        }
    return i + 1 == b->n_words && at == b->words[i].len;
}

bool pl_name_forms_agree(const PlNameForm *a, const PlNameForm *b)
{
    if (a->n_words < 2 || b->n_words < 2 || a->is_junior != b->is_junior) return false;
    if (same_letters(a, b)) return true;
    PlSlice last_a = a->words[a->n_words - 1];
    PlSlice last_b = b->words[b->n_words - 1];
    if (pl_slice_equal(last_a, last_b)) return givens_agree(a, b);
    /* A letter's difference in a long surname, with the same first name. */
    return last_a.len >= LONG_SURNAME && last_b.len >= LONG_SURNAME &&
           pl_name_words_near(last_a, last_b) && pl_slice_equal(a->words[0], b->words[0]) &&
           a->words[0].len > 1;
}

bool pl_name_form_has_part(const PlNameForm *full, const PlNameForm *part)
{
    if (part->n_words != 1 || full->n_words == 0) return false;
    return pl_slice_equal(full->words[full->n_words - 1], part->words[0]) ||
           pl_slice_equal(full->words[0], part->words[0]);
}
