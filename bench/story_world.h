/* Story world: made-up reports in any number, of which it is known what they tell and whose copies
 * they are.
 *
 * How it is made
 *   words       400,000 of them, by Zipf's law: the one of rank r is met 1/r times as often
 *   kinds       2,000 kinds of happening (strikes, floods, rounds of talks), by Zipf; each has 80
 *               words of its own
 *   names       50,000 people, bodies and places, by Zipf; a happening is about 4 of them, and of
 * one new one, which no other happening has happenings  each of one kind, with 40 words of its own;
 * the number of its reports is by Zipf, 1 to 100, half of them have one; they come over 4 days,
 * most on the first two reports     150 to 650 words: half are of the language, a fifth of the
 * kind, a fifth of the happening, the rest names; 200 outlets, of which one in eight prints 25
 * words of its own below everything copies      about one report in eight is a copy of one of its
 * happening from a day before: whole with every thirtieth word changed, its first part alone, or
 * inside a longer text
 *
 * The same number gives the same report, on its own: nothing is kept of those made before but 16
 * bytes.
 *
 * threads  one at a time
 */
#ifndef BENCH_STORY_WORLD_H
#define BENCH_STORY_WORLD_H

#include "base/vec.h"

typedef struct MadeReport {
    uint32_t happening;
    uint32_t
        family; /* the report of the happening that it goes back to; itself when it is no copy */
    bool is_copy;
    int32_t day;
    PlSlice text;            /* holds until the next report is made */
    PL_VEC(uint64_t) actors; /* one a mention */
} MadeReport;

typedef struct StoryWorld {
    PlArena arena;
    uint32_t reports_a_day;
    int32_t today;
    uint32_t n_happenings;
    PL_VEC(uint64_t) due[4]; /* today and the next days: happening << 32 | number of the report */
    PL_VEC(uint64_t) made;   /* [report] the same */
    PL_VEC(int32_t) day_of;  /* [report] */
    PL_VEC(uint32_t) words;  /* of the report being made */
    char *bytes;
    size_t n_bytes;
} StoryWorld;

void story_world_init(StoryWorld *world, uint32_t reports_a_day);
void story_world_clear(StoryWorld *world);
/* The next report. */
void story_world_next(StoryWorld *world, MadeReport *report);
/* Report `number` of those that `world` made, again, in the room of `again`. */
void story_world_again(const StoryWorld *world, StoryWorld *again, uint32_t number,
                       MadeReport *report);

#endif
