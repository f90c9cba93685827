#include "mention/name_agreement.h"

#include <string.h>

#include "mention/nicknames.h"

enum {
    LONG_SURNAME = 6, /* letters: shorter ones differ by a letter too easily */
    LONG_GIVEN = 5
};

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
