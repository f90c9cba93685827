#include "text/language.h"

#include <assert.h>
#include <pthread.h>
#include <string.h>

#include "base/data.h"
#include "text/utf8.h"

enum {
    MOST_BYTES = 8 * 1024,
    MOST_LANGUAGES = 16,
    MOST_SCRIPTS = 32, /* rows of their table */
    LONGEST_WORD = 8,
    FEW_WORDS = 40,
    N_SLOTS = 2048
};

/* A word of at most eight bytes, as a number. */
typedef uint64_t Word;

typedef struct Slot {
    Word word;      /* 0 = free */
    uint32_t langs; /* that have it, a bit each */
} Slot;

typedef struct Script {
    uint32_t first; /* code points */
    uint32_t last;
    PlSlice language;
} Script;

/* The words of all languages; longer ones are not asked for. */
typedef struct Profile {
    Script scripts[MOST_SCRIPTS];
    uint32_t n_scripts;
    PlSlice languages[MOST_LANGUAGES];
    uint32_t n_languages;
    uint32_t n_words;
    Slot slots[N_SLOTS];
} Profile;

static Word word_of(PlSlice bytes)
{
    Word word = 0;
    memcpy(&word, bytes.ptr, bytes.len);
    return word;
}

/* The slot of a word, or the free one where it belongs. */
static uint32_t slot_of(const Profile *profile, Word word)
{
    uint32_t at = (uint32_t)((word * 0x9E3779B97F4A7C15u) >> 32) % N_SLOTS;
    while (profile->slots[at].word && profile->slots[at].word != word)
        at = (at + 1) % N_SLOTS;
    return at;
}

static uint32_t language_bit(Profile *profile, PlSlice name)
{
    uint32_t i = 0;
    while (i < profile->n_languages && !pl_slice_equal(profile->languages[i], name))
        i++;
    assert(i < MOST_LANGUAGES);
    if (i == profile->n_languages) profile->languages[profile->n_languages++] = name;
    return 1u << i;
}

static void add_word(Profile *profile, PlSlice bytes, uint32_t bit)
{
    if (bytes.len == 0 || bytes.len > LONGEST_WORD) return;
    Slot *slot = &profile->slots[slot_of(profile, word_of(bytes))];
    profile->n_words += slot->word == 0;
    assert(profile->n_words < N_SLOTS);
    slot->word = word_of(bytes);
    slot->langs |= bit;
}

static Profile shared;

static void read_languages(void)
{
    PlSlice rows = pl_table_rows("languages.tsv");
    PlSlice line, language, words, word;
    while (pl_table_next_row(&rows, &line)) {
        if (!pl_slice_next(&line, '\t', &language) || !pl_slice_next(&line, '\t', &words)) continue;
        uint32_t bit = language_bit(&shared, language);
        while (pl_slice_next(&words, ' ', &word))
            add_word(&shared, word, bit);
    }
}

static uint32_t code_point(PlSlice hexadecimal)
{
    static const char digits[] = "0123456789ABCDEF";
    uint32_t point = 0;
    for (size_t i = 0; i < hexadecimal.len; i++) {
        const char *digit = memchr(digits, hexadecimal.ptr[i], 16);
        assert(digit);
        if (digit) point = point * 16 + (uint32_t)(digit - digits);
    }
    return point;
}

static void read_scripts(void)
{
    PlSlice rows = pl_table_rows("scripts.tsv");
    PlSlice line, first, last, language;
    while (pl_table_next_row(&rows, &line)) {
        if (!pl_slice_next(&line, '\t', &first) || !pl_slice_next(&line, '\t', &last) ||
            !pl_slice_next(&line, '\t', &language))
            continue;
        assert(shared.n_scripts < MOST_SCRIPTS);
        shared.scripts[shared.n_scripts++] =
            (Script){code_point(first), code_point(last), language};
    }
}

static void make_shared(void)
{
    read_languages();
    read_scripts();
}

/* Made when it is first needed, the same for every report and thread. */
static const Profile *shared_profile(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_shared);
    return &shared;
}

typedef struct Counts {
    uint32_t n_words;
    uint32_t n_letters;
    uint32_t n_latin; /* of the letters */
    uint32_t n_of_script[MOST_SCRIPTS];
    uint32_t n_of[MOST_LANGUAGES];
} Counts;

static void count_word(const Profile *profile, PlSlice word, Counts *counts)
{
    counts->n_words++;
    if (word.len > LONGEST_WORD) return;
    uint32_t langs = profile->slots[slot_of(profile, word_of(word))].langs;
    for (; langs; langs &= langs - 1)
        counts->n_of[__builtin_ctz(langs)]++;
}

static bool is_latin(uint32_t point)
{
    return point < 0x250 || (point >= 0x1E00 && point <= 0x1EFF);
}

static void count_script(const Profile *profile, uint32_t point, Counts *counts)
{
    for (uint32_t i = 0; i < profile->n_scripts; i++)
        counts->n_of_script[i] +=
            point >= profile->scripts[i].first && point <= profile->scripts[i].last;
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
        if (is_letter && is_latin(point))
            counts->n_latin++;
        else if (is_letter)
            count_script(profile, point, counts);
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

static PlSlice language_of_script(const Profile *profile, const Counts *counts)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < profile->n_scripts; i++)
        if (counts->n_of_script[i] > counts->n_of_script[best]) best = i;
    return counts->n_of_script[best] ? profile->scripts[best].language : PL_SLICE("und");
}

bool pl_language_is_read(PlSlice language)
{
    return pl_slice_is(language, "en") || pl_slice_is(language, "und");
}

PlSlice pl_language_of(PlSlice text)
{
    if (text.len > MOST_BYTES) {
        text.len = MOST_BYTES;
        while (text.len && ((unsigned char)text.ptr[text.len] & 0xc0) == 0x80)
            text.len--;
    }
    const Profile *profile = shared_profile();
    Counts counts = {0};
    count_words(profile, text, &counts);
    uint32_t best = 0;
    for (uint32_t i = 1; i < profile->n_languages; i++)
        if (counts.n_of[i] > counts.n_of[best]) best = i;
    bool is_latin_text = counts.n_latin * 2 > counts.n_letters;
    bool is_english = best == 0 && is_latin_text;
    bool is_short = counts.n_words < FEW_WORDS;
    /* Running text has a fifth to a third of such words; lists and tables have fewer. */
    bool is_sure = counts.n_of[best] * 14 >= counts.n_words && counts.n_of[best] >= 3;
    if (is_sure || (is_short && is_english && counts.n_words > 0)) return profile->languages[best];
    return is_latin_text ? PL_SLICE("und") : language_of_script(profile, &counts);
}
