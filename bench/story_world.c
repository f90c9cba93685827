#include "story_world.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    N_WORDS = 400000,
    N_KINDS = 2000,
    WORDS_OF_KIND = 80,
    N_NAMES = 50000,
    NAMES_OF_HAPPENING = 4,
    WORDS_OF_HAPPENING = 40,
    MOST_REPORTS = 100,
    N_DAYS = 4,
    N_OUTLETS = 200,
    MOST_WORDS = 1400,
    MOST_BYTES = MOST_WORDS * 12
};

/* ---- numbers by chance, from what they are for ---- */

static uint64_t mix(uint64_t x)
{
    x += 0x9e3779b97f4a7c15u; /* source: Steele et al. 2014, SplitMix64 */
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static uint64_t next(uint64_t *chance)
{
    return mix((*chance)++);
}

static double next_share(uint64_t *chance)
{
    return (double)(next(chance) >> 11) / 9007199254740992.0;
}

static uint32_t next_below(uint64_t *chance, uint32_t n)
{
    return (uint32_t)(next(chance) % n);
}

/* 0 to n - 1, the number r as often as 1 / (r + 1). */
static uint32_t next_zipf(uint64_t *chance, uint32_t n)
{
    uint32_t rank = (uint32_t)exp(next_share(chance) * log(n + 1.0)) - 1;
    return rank < n ? rank : n - 1;
}

enum Purpose { OF_HAPPENING = 1, OF_REPORT, OF_KIND, OF_DAY };

static uint64_t chance_for(enum Purpose purpose, uint64_t a, uint64_t b)
{
    return mix(mix(mix(purpose) ^ a) ^ b);
}

/* ---- happenings ---- */

static uint32_t n_reports_of(uint32_t happening)
{
    uint64_t chance = chance_for(OF_HAPPENING, happening, 1);
    return next_zipf(&chance, MOST_REPORTS) * next_zipf(&chance, 3) / 2 + 1;
}

/* Day 0 to 3 on which it comes; the first report on the first. */
static uint32_t delay_of(uint32_t happening, uint32_t number)
{
    uint64_t chance = chance_for(OF_REPORT, happening, ((uint64_t)number << 8) + 1);
    uint32_t days = 0;
    while (number > 0 && days + 1 < N_DAYS && next_below(&chance, 100) < 40)
        days++;
    return days;
}

/* The report that it copies, itself when none. Copies are of originals, and come on the same day or
 * later. */
static uint32_t copied_by(uint32_t happening, uint32_t number)
{
    uint64_t chance = chance_for(OF_REPORT, happening, ((uint64_t)number << 8) + 2);
    if (number == 0 || next_below(&chance, 2) != 0) return number;
    uint32_t copied = next_below(&chance, number);
    bool is_original = copied == 0 || copied_by(happening, copied) == copied;
    return is_original && delay_of(happening, copied) < delay_of(happening, number) ? copied
                                                                                    : number;
}

/* ---- words ---- */

static void add_word(StoryWorld *world, uint32_t word)
{
    if (world->words.n < MOST_WORDS) *pl_vec_push(&world->arena, &world->words) = word;
}

/* Names follow the words, and those of one happening follow the names. */
static void add_name(StoryWorld *world, MadeReport *report, uint32_t name)
{
    add_word(world, N_WORDS + name);
    *pl_vec_push(&world->arena, &report->actors) = name;
}

static void write_original(StoryWorld *world, MadeReport *report, uint32_t happening,
                           uint32_t number)
{
    uint64_t of_happening = chance_for(OF_HAPPENING, happening, 2);
    uint64_t chance = chance_for(OF_REPORT, happening, ((uint64_t)number << 8) + 3);
    uint32_t kind = next_zipf(&of_happening, N_KINDS);
    uint32_t n_words = 150 + next_below(&chance, 250) + next_below(&chance, 250);
    for (uint32_t i = 0; i < n_words; i++) {
        uint32_t part = next_below(&chance, 100);
        if (part < 50) {
            add_word(world, next_zipf(&chance, N_WORDS));
        } else if (part < 70) {
            uint64_t word = chance_for(OF_KIND, kind, next_zipf(&chance, WORDS_OF_KIND));
            add_word(world, 100 + next_zipf(&word, N_WORDS - 100));
        } else if (part < 90) {
            uint64_t word =
                chance_for(OF_HAPPENING, happening, 100 + next_zipf(&chance, WORDS_OF_HAPPENING));
            add_word(world, 100 + next_zipf(&word, N_WORDS - 100));
        } else {
            uint32_t which = next_below(&chance, NAMES_OF_HAPPENING + 1);
            uint64_t name = chance_for(OF_HAPPENING, happening, 50 + which);
            add_name(world, report,
                     which < NAMES_OF_HAPPENING ? next_zipf(&name, N_NAMES) : N_NAMES + happening);
        }
    }
}

static void write_words(StoryWorld *world, MadeReport *report, uint32_t happening, uint32_t number)
{
    uint64_t chance = chance_for(OF_REPORT, happening, ((uint64_t)number << 8) + 4);
    uint32_t copied = copied_by(happening, number);
    if (copied == number) {
        write_original(world, report, happening, number);
        return;
    }
    uint32_t how = next_below(&chance, 3);
    uint32_t n_own = how == 2 ? 40 + next_below(&chance, 120) : 0;
    for (uint32_t i = 0; i < n_own; i++)
        add_word(world, next_zipf(&chance, N_WORDS));
    uint32_t first = world->words.n;
    write_original(world, report, happening, copied);
    for (uint32_t i = first; i < world->words.n && how == 0; i++)
        if (next_below(&chance, 30) == 0) world->words.items[i] = next_zipf(&chance, N_WORDS);
    if (how == 1) world->words.n = first + (world->words.n - first) * 2 / 3;
    for (uint32_t i = 0; i < n_own; i++)
        add_word(world, next_zipf(&chance, N_WORDS));
}

/* ---- text ---- */

static void write_word(StoryWorld *world, uint32_t word)
{
    static const char consonants[] = "bcdfghklmnprstvz";
    static const char vowels[] = "aeiouy";
    bool is_name = word >= N_WORDS;
    for (uint32_t rest = word + 1, i = 0; rest; i++) {
        char letter = i % 2 ? vowels[rest % 6] : consonants[rest % 16];
        rest /= i % 2 ? 6 : 16;
        if (i == 0 && is_name) letter = (char)(letter - 32);
        world->bytes[world->n_bytes++] = letter;
    }
    world->bytes[world->n_bytes++] = ' ';
}

static void write_text(StoryWorld *world, uint32_t outlet)
{
    world->n_bytes = 0;
    for (uint32_t i = 0; i < world->words.n; i++) {
        write_word(world, world->words.items[i]);
        if (i % 17 == 16) memcpy(world->bytes + world->n_bytes - 1, ". ", 2), world->n_bytes++;
    }
    for (uint32_t i = 0; i < 25 && outlet % 8 == 0; i++)
        write_word(world, 5000 + outlet * 25 + i);
}

static void make(StoryWorld *world, uint64_t which, int32_t day, MadeReport *report)
{
    uint32_t happening = (uint32_t)(which >> 32);
    uint32_t number = (uint32_t)which;
    uint64_t chance = chance_for(OF_REPORT, happening, ((uint64_t)number << 8) + 5);
    world->words.n = 0;
    report->actors.n = 0;
    write_words(world, report, happening, number);
    write_text(world, next_below(&chance, N_OUTLETS));
    report->happening = happening;
    report->family = copied_by(happening, number);
    report->is_copy = report->family != number;
    report->day = day;
    report->text = (PlSlice){world->bytes, world->n_bytes};
}

/* ---- days ---- */

static void schedule(StoryWorld *world, uint32_t happening)
{
    uint32_t n = n_reports_of(happening);
    for (uint32_t i = 0; i < n; i++)
        *pl_vec_push(&world->arena, &world->due[delay_of(happening, i)]) =
            (uint64_t)happening << 32 | i;
}

/* Happenings until the day has its reports, in an order by chance. */
static void begin_day(StoryWorld *world)
{
    while (world->due[0].n < world->reports_a_day)
        schedule(world, world->n_happenings++);
    uint64_t chance = chance_for(OF_DAY, (uint64_t)world->today, 0);
    for (uint32_t i = world->due[0].n; i > 1; i--) {
        uint32_t k = next_below(&chance, i);
        uint64_t kept = world->due[0].items[i - 1];
        world->due[0].items[i - 1] = world->due[0].items[k];
        world->due[0].items[k] = kept;
    }
}

/* The vectors of the days move up, each with its room. */
static void end_day(StoryWorld *world)
{
    world->today++;
    for (uint32_t day = 0; day + 1 < N_DAYS; day++) {
        world->due[day].n = 0;
        for (uint32_t i = 0; i < world->due[day + 1].n; i++)
            *pl_vec_push(&world->arena, &world->due[day]) = world->due[day + 1].items[i];
    }
    world->due[N_DAYS - 1].n = 0;
}

void story_world_init(StoryWorld *world, uint32_t reports_a_day)
{
    *world = (StoryWorld){.reports_a_day = reports_a_day};
    pl_arena_init(&world->arena, 0);
    world->bytes = pl_arena_array(&world->arena, char, MOST_BYTES);
    begin_day(world);
}

void story_world_clear(StoryWorld *world)
{
    pl_arena_clear(&world->arena);
}

void story_world_next(StoryWorld *world, MadeReport *report)
{
    if (world->due[0].n == 0) {
        end_day(world);
        begin_day(world);
    }
    uint64_t which = world->due[0].items[--world->due[0].n];
    *pl_vec_push(&world->arena, &world->made) = which;
    *pl_vec_push(&world->arena, &world->day_of) = world->today;
    make(world, which, world->today, report);
}

void story_world_again(const StoryWorld *world, StoryWorld *again, uint32_t number,
                       MadeReport *report)
{
    make(again, world->made.items[number], world->day_of.items[number], report);
}
