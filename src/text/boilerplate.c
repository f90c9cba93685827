#include "text/boilerplate.h"

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
    MOST_TAKEN = 24,
    SPEECH_POINTS = -5, /* for a line that begins with a quotation mark */
    STRONG_CUE = 5      /* points: names of networks alone are no evidence */
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

typedef struct Cue {
    uint64_t hash[LONGEST_CUE];
    uint32_t n_words;
    Where where;
    PlBlockKind kind;
    int32_t points;
    uint32_t next; /* cue with the same first word, + 1; 0 = none */
} Cue;

struct PlBoilerplate {
    Cue *cues;
    uint32_t n_cues;
    uint32_t *slots; /* [n_slots]: cue + 1 by the hash of its first word */
    uint32_t n_slots;
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
    for (size_t i = negative; i < cell.len; i++)
        value = value * 10 + (cell.ptr[i] - '0');
    return negative ? -value : value;
}

/* The slot of the cues whose first word has `hash`, or the free one where they belong. */
static uint32_t slot_of(const PlBoilerplate *boilerplate, uint64_t hash)
{
    uint32_t slot = (uint32_t)hash & (boilerplate->n_slots - 1);
    while (boilerplate->slots[slot] &&
           boilerplate->cues[boilerplate->slots[slot] - 1].hash[0] != hash)
        slot = (slot + 1) & (boilerplate->n_slots - 1);
    return slot;
}

static void add_cue(PlBoilerplate *boilerplate, const PlTable *table, uint32_t row,
                    PlLineWords *words)
{
    pl_line_words_cut(pl_table_cell(table, row, pl_table_column(table, "words")), words);
    if (words->n == 0 || words->n > LONGEST_CUE) return;
    Cue *cue = &boilerplate->cues[boilerplate->n_cues++];
    cue->n_words = words->n;
    memcpy(cue->hash, words->hash, words->n * sizeof(uint64_t));
    cue->where = where_of(pl_table_cell(table, row, pl_table_column(table, "where")));
    cue->kind = kind_of(pl_table_cell(table, row, pl_table_column(table, "kind")));
    cue->points = number_of(pl_table_cell(table, row, pl_table_column(table, "points")));
    uint32_t slot = slot_of(boilerplate, cue->hash[0]);
    cue->next = boilerplate->slots[slot];
    boilerplate->slots[slot] = boilerplate->n_cues;
}

PlBoilerplate *pl_boilerplate_load(PlArena *arena)
{
    PlTable table = pl_table_load(arena, "boilerplate.tsv");
    PlBoilerplate *boilerplate = pl_arena_new(arena, PlBoilerplate);
    PlLineWords *words = pl_arena_new(arena, PlLineWords);
    boilerplate->cues = pl_arena_array(arena, Cue, table.n_rows);
    boilerplate->n_slots = 64;
    while (boilerplate->n_slots < 2 * table.n_rows)
        boilerplate->n_slots *= 2;
    boilerplate->slots = pl_arena_array(arena, uint32_t, boilerplate->n_slots);
    for (uint32_t row = 0; row < table.n_rows; row++)
        add_cue(boilerplate, &table, row, words);
    return boilerplate;
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
    uint32_t taken[MOST_TAKEN]; /* cues that have given their points */
} Evidence;

static bool cue_fits(const Cue *cue, const PlLineWords *words, uint32_t first, uint32_t at,
                     uint32_t end)
{
    if (cue->n_words > end - at) return false;
    bool must_begin =
        cue->where == WHERE_WHOLE || cue->where == WHERE_LIST || cue->where == WHERE_START;
    if (must_begin && at != first) return false;
    bool must_end = cue->where == WHERE_WHOLE || cue->where == WHERE_LIST;
    if (must_end && at + cue->n_words != end) return false;
    return memcmp(cue->hash, words->hash + at, cue->n_words * sizeof(uint64_t)) == 0;
}

static bool is_taken(const Evidence *evidence, uint32_t cue)
{
    for (uint32_t i = 0; i < evidence->n_taken; i++)
        if (evidence->taken[i] == cue) return true;
    return false;
}

/* The cue with the most points that fits at `at`; several would say the same thing twice. */
static uint32_t best_cue(const PlBoilerplate *boilerplate, const PlLineWords *words, uint32_t first,
                         uint32_t at, uint32_t end)
{
    uint32_t best = 0;
    uint32_t cue = boilerplate->slots[slot_of(boilerplate, words->hash[at])];
    for (; cue; cue = boilerplate->cues[cue - 1].next) {
        const Cue *found = &boilerplate->cues[cue - 1];
        if (found->points == 0 || !cue_fits(found, words, first, at, end)) continue;
        if (!best || found->points > boilerplate->cues[best - 1].points) best = cue;
    }
    return best;
}

/* A word said twice is no more evidence than once. */
static void take_cue(const Cue *cue, uint32_t number, Evidence *evidence)
{
    if (evidence->n_taken == MOST_TAKEN || is_taken(evidence, number)) return;
    evidence->taken[evidence->n_taken++] = number;
    evidence->begins_list = evidence->begins_list || cue->where == WHERE_LIST;
    evidence->points += cue->points;
    if (cue->points <= evidence->best) return;
    evidence->best = cue->points;
    evidence->kind = cue->kind;
}

/* Words of sections' names and of time stamps are counted each time. */
static void count_kinds(const PlBoilerplate *boilerplate, const PlLineWords *words, uint32_t at,
                        uint32_t end, Evidence *evidence)
{
    uint32_t cue = boilerplate->slots[slot_of(boilerplate, words->hash[at])];
    for (; cue; cue = boilerplate->cues[cue - 1].next) {
        const Cue *found = &boilerplate->cues[cue - 1];
        if (found->where < WHERE_SECTION || !cue_fits(found, words, at, at, end)) continue;
        if (found->where == WHERE_SECTION) evidence->n_section += found->n_words;
        if (found->where == WHERE_STAMP) evidence->n_stamp += found->n_words;
        if (found->where == WHERE_DAY) evidence->n_day += found->n_words;
    }
}

static Evidence weigh(const PlBoilerplate *boilerplate, const PlLineWords *words, uint32_t first,
                      uint32_t end)
{
    Evidence evidence = {.kind = PL_BLOCK_PARAGRAPH};
    for (uint32_t at = first; at < end; at++) {
        if (words->flags[at] & (PL_WORD_ADDRESS | PL_WORD_HANDLE)) evidence.n_addresses++;
        count_kinds(boilerplate, words, at, end, &evidence);
        uint32_t cue = best_cue(boilerplate, words, first, at, end);
        if (cue) take_cue(&boilerplate->cues[cue - 1], cue, &evidence);
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
        uint32_t cue = boilerplate->slots[slot_of(boilerplate, words->hash[at])];
        if (cue && boilerplate->cues[cue - 1].where == WHERE_DAY) return false;
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

/* Cuts off the last sentences that are not article, each judged alone, from the last. When nothing
 * speaks against the sentences before them, the line is a paragraph with a tail. */
static void judge_tail(const PlBoilerplate *boilerplate, const PlLineWords *words,
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
    if (has_tail && end > SHORT_LINE && weigh(boilerplate, words, 0, end).best <= 0)
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
    if (evidence.best > 0 && words.n > SHORT_LINE) judge_tail(boilerplate, &words, &judgement);
    judgement.begins_list = evidence.begins_list && judgement.kind != PL_BLOCK_PARAGRAPH;
    return judgement;
}
