#include "text/language.h"

#include "base/data.h"
#include "base/symbols.h"
#include "text/utf8.h"

enum { MOST_BYTES = 8 * 1024, MOST_LANGUAGES = 16, LONGEST_WORD = 8, FEW_WORDS = 40 };

typedef struct Profile {
    PlSymbols words; /* those of all languages */
    uint32_t *masks; /* by word: the languages that have it, a bit each */
    PlSlice languages[MOST_LANGUAGES];
    uint32_t n_languages;
} Profile;

static uint32_t language_bit(Profile *profile, PlSlice name)
{
    uint32_t i = 0;
    while (i < profile->n_languages && !pl_slice_equal(profile->languages[i], name))
        i++;
    if (i == profile->n_languages && i < MOST_LANGUAGES)
        profile->languages[profile->n_languages++] = name;
    return i < MOST_LANGUAGES ? 1u << i : 0;
}

static void load(PlArena *arena, Profile *profile)
{
    PlTable table = pl_table_load(arena, "languages.tsv");
    uint32_t language = pl_table_column(&table, "language");
    uint32_t words = pl_table_column(&table, "words");
    uint32_t n_words = 0;
    for (size_t i = 0; i < (size_t)table.n_rows * table.n_columns; i++)
        for (size_t k = 0; k <= table.cells[i].len; k++)
            n_words += k == table.cells[i].len || table.cells[i].ptr[k] == ' ';
    profile->masks = pl_arena_array(arena, uint32_t, n_words);
    for (uint32_t row = 0; row < table.n_rows; row++) {
        uint32_t bit = language_bit(profile, pl_table_cell(&table, row, language));
        PlSlice rest = pl_table_cell(&table, row, words);
        PlSlice word;
        while (pl_slice_next(&rest, ' ', &word))
            profile->masks[pl_symbols_intern(arena, &profile->words, word)] |= bit;
    }
}

typedef struct Counts {
    uint32_t n_words;
    uint32_t n_letters;
    uint32_t n_latin; /* of the letters */
    uint32_t n_of[MOST_LANGUAGES];
} Counts;

static void count_word(const Profile *profile, PlSlice word, Counts *counts)
{
    counts->n_words++;
    if (word.len > LONGEST_WORD) return;
    int32_t symbol = pl_symbols_find(&profile->words, word);
    if (symbol < 0) return;
    for (uint32_t i = 0; i < profile->n_languages; i++)
        counts->n_of[i] += profile->masks[symbol] >> i & 1;
}

static bool is_latin(uint32_t point)
{
    return point < 0x250 || (point >= 0x1E00 && point <= 0x1EFF);
}

static void count_words(const Profile *profile, PlSlice text, Counts *counts)
{
    char lower[LONGEST_WORD + 4];
    size_t len = 0; /* of the word so far, at most one more than counts */
    bool in_word = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t point = pl_utf8_next(text, &i);
        bool is_letter = pl_utf8_is_letter(point);
        counts->n_letters += is_letter;
        counts->n_latin += is_letter && is_latin(point);
        if (is_letter && len <= LONGEST_WORD) {
            char bytes[4];
            size_t n = pl_utf8_put(bytes, pl_utf8_to_lower(point));
            for (size_t k = 0; k < n; k++, len++)
                if (len < sizeof lower) lower[len] = bytes[k];
        }
        if (!is_letter && in_word) {
            count_word(profile, (PlSlice){lower, len}, counts);
            len = 0;
        }
        in_word = is_letter;
    }
    if (in_word) count_word(profile, (PlSlice){lower, len}, counts);
}

PlSlice pl_language_of(PlArena *arena, PlSlice text)
{
    if (text.len > MOST_BYTES) {
        text.len = MOST_BYTES;
        while (text.len && ((unsigned char)text.ptr[text.len] & 0xc0) == 0x80)
            text.len--;
    }
    Profile profile = {0};
    Counts counts = {0};
    load(arena, &profile);
    count_words(&profile, text, &counts);
    uint32_t best = 0;
    for (uint32_t i = 1; i < profile.n_languages; i++)
        if (counts.n_of[i] > counts.n_of[best]) best = i;
    bool is_english = best == 0 && counts.n_latin * 2 > counts.n_letters;
    bool is_short = counts.n_words < FEW_WORDS;
    /* Running text has a fifth to a third of such words; lists and tables have fewer. */
    bool is_sure = counts.n_of[best] * 14 >= counts.n_words && counts.n_of[best] >= 3;
    if (is_sure || (is_short && is_english && counts.n_words > 0)) return profile.languages[best];
    return PL_SLICE("und");
}
