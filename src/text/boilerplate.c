#include "text/boilerplate.h"

#include <assert.h>
#include <pthread.h>
#include <string.h>

#include "base/data.h"
#include "text/line_words.h"
#include "text/lines.h"
#include "text/utf8.h"

enum {
    ENOUGH_POINTS = 10,
    LONGEST_CUE = 10, /* words */
    NEAR_START = 4,   /* lines */
    NEAR_END = 6,
    SHORT_LINE = 6, /* words */
    LONG_LINE = 16,
    MOST_TAIL_SENTENCES = 4,
    FEWEST_HEAD_WORDS = 5, /* of a paragraph before a tail */
    MOST_TAKEN = 24,
    SPEECH_POINTS = -5, /* for a line that begins with a quotation mark */
    STRONG_CUE = 5,     /* points: names of networks alone are no evidence */
    MOST_CUES = 2048,
    N_SLOTS = 2 * MOST_CUES
};

typedef enum Where {
    WHERE_WHOLE,
    WHERE_LIST,
    WHERE_START,
    WHERE_INSIDE,
    WHERE_SECTION,
    WHERE_STAMP,
    WHERE_DAY
} Where;

/* A row of the table. */
typedef struct Cue {
    uint64_t hash[LONGEST_CUE]; /* of its words */
    uint32_t n_words;
    Where where;
    PlBlockKind kind;
    int32_t points;
    uint32_t next; /* cue with the same first word, + 1; 0 = none */
} Cue;

struct PlBoilerplate {
    Cue cues[MOST_CUES];
    uint32_t n_cues;
    uint32_t slots[N_SLOTS]; /* cue + 1 by the hash of its first word */
};

static Where where_of(PlSlice name)
{
    static const char *const names[] = {"whole",   "list",  "start", "inside",
                                        "section", "stamp", "day"};
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (pl_slice_is(name, names[i])) return (Where)i;
    return WHERE_INSIDE;
}

static PlBlockKind kind_of(PlSlice name)
{
    for (uint32_t i = 0; i < PL_N_BLOCK_KINDS; i++)
        if (pl_slice_is(name, pl_block_kind_names[i])) return (PlBlockKind)i;
    return PL_BLOCK_PARAGRAPH;
}

static int32_t number_of(PlSlice cell)
{
    int32_t value = 0;
    bool negative = cell.len && cell.ptr[0] == '-';
    for (size_t i = negative; i < cell.len && cell.ptr[i] >= '0' && cell.ptr[i] <= '9'; i++)
        value = value * 10 + (cell.ptr[i] - '0');
    return negative ? -value : value;
}

/* The slot of the cues whose first word has `hash`, or the free one where they belong. */
static uint32_t slot_of(const PlBoilerplate *boilerplate, uint64_t hash)
{
    uint32_t slot = (uint32_t)hash % N_SLOTS;
    while (boilerplate->slots[slot] &&
           boilerplate->cues[boilerplate->slots[slot] - 1].hash[0] != hash)
        slot = (slot + 1) % N_SLOTS;
    return slot;
}

/* False when the row lacks a cell or has too many words. */
static bool read_cue(PlSlice row, Cue *cue)
{
    PlSlice words, word, where, kind, points;
    bool whole = pl_slice_next(&row, '\t', &words) && pl_slice_next(&row, '\t', &where) &&
                 pl_slice_next(&row, '\t', &kind) && pl_slice_next(&row, '\t', &points);
    if (!whole) return false;
    *cue = (Cue){.where = where_of(where), .kind = kind_of(kind), .points = number_of(points)};
    while (cue->n_words < LONGEST_CUE && pl_slice_next(&words, ' ', &word))
        cue->hash[cue->n_words++] = pl_slice_hash(word);
    return words.ptr == NULL;
}

static void add_cue(PlBoilerplate *boilerplate, const Cue *cue)
{
    assert(boilerplate->n_cues < MOST_CUES);
    uint32_t slot = slot_of(boilerplate, cue->hash[0]);
    Cue *added = &boilerplate->cues[boilerplate->n_cues++];
    *added = *cue;
    added->next = boilerplate->slots[slot];
    boilerplate->slots[slot] = boilerplate->n_cues;
}

static PlBoilerplate shared;

static void make_shared(void)
{
    PlSlice rows = pl_table_rows("boilerplate.tsv");
    PlSlice row;
    Cue cue;
    while (pl_table_next_row(&rows, &row))
        if (read_cue(row, &cue)) add_cue(&shared, &cue);
}

const PlBoilerplate *pl_boilerplate_shared(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_shared);
    return &shared;
}

/* The first cue whose first word has `hash`; NULL when there is none. */
static const Cue *first_cue(const PlBoilerplate *boilerplate, uint64_t hash)
{
    uint32_t number = boilerplate->slots[slot_of(boilerplate, hash)];
    return number ? &boilerplate->cues[number - 1] : NULL;
}

static const Cue *next_cue(const PlBoilerplate *boilerplate, const Cue *cue)
{
    return cue->next ? &boilerplate->cues[cue->next - 1] : NULL;
}

/* What the cues say of a range of a line's words. */
typedef struct Evidence {
    int32_t points;
    int32_t best;     /* points of the strongest cue */
    PlBlockKind kind; /* its kind */
    bool begins_list;
    uint32_t n_section, n_stamp, n_day; /* words that are of a section's name, of a time stamp */
    uint32_t n_addresses;
    uint32_t n_taken;
    const Cue *taken[MOST_TAKEN]; /* cues that have given their points */
} Evidence;

static bool cue_fits(const Cue *cue, const PlLineWords *words, uint32_t first, uint32_t at,
                     uint32_t end)
{
    if (cue->n_words == 0 || cue->n_words > end - at) return false;
    bool must_begin =
        cue->where == WHERE_WHOLE || cue->where == WHERE_LIST || cue->where == WHERE_START;
    if (must_begin && at != first) return false;
    bool must_end = cue->where == WHERE_WHOLE || cue->where == WHERE_LIST;
    if (must_end && at + cue->n_words != end) return false;
    return memcmp(cue->hash, words->hash + at, cue->n_words * sizeof(uint64_t)) == 0;
}

static bool is_taken(const Evidence *evidence, const Cue *cue)
{
    for (uint32_t i = 0; i < evidence->n_taken; i++)
        if (evidence->taken[i] == cue) return true;
    return false;
}

/* A word said twice is no more evidence than once. */
static void take_cue(const Cue *cue, Evidence *evidence)
{
    if (evidence->n_taken == MOST_TAKEN || is_taken(evidence, cue)) return;
    evidence->taken[evidence->n_taken++] = cue;
    evidence->begins_list = evidence->begins_list || cue->where == WHERE_LIST;
    evidence->points += cue->points;
    if (cue->points <= evidence->best) return;
    evidence->best = cue->points;
    evidence->kind = cue->kind;
}

/* Takes the cue with the most points that fits at `at`: several would say the same thing twice.
 * Words of sections' names and of time stamps are counted each time. */
static void weigh_word(const PlBoilerplate *boilerplate, const PlLineWords *words, uint32_t first,
                       uint32_t at, uint32_t end, Evidence *evidence)
{
    const Cue *best = NULL;
    for (const Cue *cue = first_cue(boilerplate, words->hash[at]); cue;
         cue = next_cue(boilerplate, cue)) {
        if (!cue_fits(cue, words, first, at, end)) continue;
        if (cue->where == WHERE_SECTION) evidence->n_section += cue->n_words;
        if (cue->where == WHERE_STAMP) evidence->n_stamp += cue->n_words;
        if (cue->where == WHERE_DAY) evidence->n_day += cue->n_words;
        if (cue->points && (!best || cue->points > best->points)) best = cue;
    }
    if (best) take_cue(best, evidence);
}

static Evidence weigh(const PlBoilerplate *boilerplate, const PlLineWords *words, uint32_t first,
                      uint32_t end)
{
    Evidence evidence = {.kind = PL_BLOCK_PARAGRAPH};
    for (uint32_t at = first; at < end; at++) {
        if (words->flags[at] & (PL_WORD_ADDRESS | PL_WORD_HANDLE)) evidence.n_addresses++;
        weigh_word(boilerplate, words, first, at, end, &evidence);
    }
    return evidence;
}

static uint32_t count_flag(const PlLineWords *words, uint32_t first, uint32_t end, uint8_t flag)
{
    uint32_t n = 0;
    for (uint32_t i = first; i < end; i++)
        n += (words->flags[i] & flag) != 0;
    return n;
}

/* Points for what the words look like; they only add to what a cue has begun. */
static int32_t look(uint32_t first, uint32_t end, bool stopped, const Evidence *evidence)
{
    uint32_t n = end - first;
    int32_t points = 0;
    if (!stopped) points += 2;
    if (!stopped && n <= SHORT_LINE) points += 2;
    if (evidence->n_addresses) points += 3;
    if (n > LONG_LINE) points -= (int32_t)(n - LONG_LINE) / 8;
    return points;
}

static bool is_near_edge(PlLinePlace place)
{
    return place.n_before < NEAR_START || place.n_after < NEAR_END;
}

/* "World | Politics": every word is of a section's name. */
static bool is_section(const Evidence *evidence, const PlLineWords *words, PlLinePlace place,
                       bool stopped)
{
    uint32_t n = words->n - count_flag(words, 0, words->n, PL_WORD_MARK);
    return !stopped && n > 0 && n <= SHORT_LINE && evidence->n_section >= n &&
           (place.n_before < 3 || place.n_after < 2);
}

/* "Updated 3 hours ago", "Published 14 July 2015 10:31 GMT": nothing but a time and its words. */
static bool is_stamp(const Evidence *evidence, const PlLineWords *words, bool stopped)
{
    uint32_t n_marks = count_flag(words, 0, words->n, PL_WORD_MARK);
    uint32_t n_digits = count_flag(words, 0, words->n, PL_WORD_DIGIT);
    uint32_t n = words->n - n_marks;
    return !stopped && n > 0 && n <= 14 && n_digits > 0 && evidence->n_stamp > 0 &&
           evidence->n_stamp + evidence->n_day + n_digits >= n;
}

/* "14 July 2015" alone under the headline. Further down it may head a day's events. */
static bool is_date(const Evidence *evidence, const PlLineWords *words, PlLinePlace place)
{
    uint32_t n_digits = count_flag(words, 0, words->n, PL_WORD_DIGIT);
    return place.n_before < 3 && n_digits >= 2 && evidence->n_day > 0 &&
           evidence->n_day + n_digits >= words->n;
}

/* "By Ann Lee and Bo Oz in Geneva": a name of two words or more behind "by", and little else. */
static bool is_byline(const PlBoilerplate *boilerplate, const PlLineWords *words, PlLinePlace place,
                      bool stopped)
{
    if (stopped || words->n < 3 || words->n > 14 || !is_near_edge(place)) return false;
    if (words->hash[0] != pl_slice_hash(PL_SLICE("by"))) return false;
    for (uint32_t at = 1; at < 3; at++) {
        if (!(words->flags[at] & PL_WORD_CAPITAL)) return false;
        const Cue *cue = first_cue(boilerplate, words->hash[at]);
        if (cue && cue->where == WHERE_DAY) return false;
    }
    return count_flag(words, 1, words->n, PL_WORD_CAPITAL) * 5 >= (words->n - 1) * 3;
}

/* The sentence that ends before the word `end`: its first word. */
static uint32_t sentence_start(const PlLineWords *words, uint32_t end)
{
    uint32_t first = end - 1;
    while (first > 0 && !(words->flags[first - 1] & PL_WORD_STOP))
        first--;
    return first;
}

/* "Want more stories?" asks the reader of the sentence behind it, and goes with it. */
static bool asks_before(PlSlice line, uint32_t byte)
{
    while (byte > 0 && line.ptr[byte - 1] == ' ')
        byte--;
    return byte > 0 && line.ptr[byte - 1] == '?';
}

/* Cuts off the last sentences that are not article, each judged alone, from the last. When nothing
 * speaks against the sentences before them, the line is a paragraph with a tail. */
static void judge_tail(const PlBoilerplate *boilerplate, PlSlice line, const PlLineWords *words,
                       PlJudgement *judgement)
{
    uint32_t end = words->n;
    for (uint32_t i = 0; i < MOST_TAIL_SENTENCES && end > 0; i++) {
        uint32_t first = sentence_start(words, end);
        if (first == 0) break;
        Evidence evidence = weigh(boilerplate, words, first, end);
        bool stopped = words->flags[end - 1] & PL_WORD_STOP;
        int32_t points = evidence.points + look(first, end, stopped, &evidence);
        bool is_sentence = words->flags[first] & (PL_WORD_CAPITAL | PL_WORD_MARK);
        if (!is_sentence || evidence.best < STRONG_CUE || points < ENOUGH_POINTS) break;
        judgement->tail = evidence.kind;
        judgement->tail_byte = words->start_byte[first];
        end = first;
    }
    bool has_tail = end < words->n;
    if (has_tail && end >= FEWEST_HEAD_WORDS && !asks_before(line, judgement->tail_byte) &&
        weigh(boilerplate, words, 0, end).best <= 0)
        judgement->kind = PL_BLOCK_PARAGRAPH;
}

static bool begins_with_speech(PlSlice line)
{
    uint32_t first = pl_utf8_at(line, 0);
    return first == '"' || first == PL_UTF8_DOUBLE_OPEN || pl_slice_starts(line, "''");
}

static bool has_no_word(const PlLineWords *words)
{
    return words->n == count_flag(words, 0, words->n, PL_WORD_MARK);
}

PlJudgement pl_boilerplate_judge(const PlBoilerplate *boilerplate, PlSlice line, PlLinePlace place)
{
    PlLineWords words;
    pl_line_words_cut(line, &words);
    PlJudgement judgement = {PL_BLOCK_PARAGRAPH, PL_BLOCK_PARAGRAPH, (uint32_t)line.len, false};
    if (words.is_cut) return judgement;
    if (has_no_word(&words)) {
        judgement.kind = PL_BLOCK_WIDGET;
        return judgement;
    }
    bool stopped = pl_line_is_stopped(line);
    int32_t for_speech = begins_with_speech(line) ? SPEECH_POINTS : 0;
    Evidence evidence = weigh(boilerplate, &words, 0, words.n);
    int32_t points =
        evidence.points + look(0, words.n, stopped, &evidence) + is_near_edge(place) + for_speech;
    if (evidence.best >= STRONG_CUE && points >= ENOUGH_POINTS)
        judgement.kind = evidence.kind;
    else if (is_section(&evidence, &words, place, stopped))
        judgement.kind = PL_BLOCK_LABEL;
    else if (is_stamp(&evidence, &words, stopped) || is_date(&evidence, &words, place) ||
             is_byline(boilerplate, &words, place, stopped))
        judgement.kind = PL_BLOCK_BYLINE;
    if (evidence.best > 0 && words.n > SHORT_LINE)
        judge_tail(boilerplate, line, &words, &judgement);
    judgement.begins_list = evidence.begins_list && judgement.kind != PL_BLOCK_PARAGRAPH;
    return judgement;
}
