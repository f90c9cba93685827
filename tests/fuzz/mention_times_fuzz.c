/* Words of time in any order, glued or apart, on any day of publication: each byte is a word.
 * Checks what times.h promises, and that a value in the calendar is a day and an hour that there
 * are. */
#include "mention/calendar.h"
#include "mention/mentions.h"

#include <stdlib.h>
#include <string.h>

static const char *const words[] = {
    "the",
    "of",
    "on",
    "in",
    "at",
    "to",
    "and",
    "from",
    "between",
    "until",
    "a",
    "this",
    "last",
    "next",
    "past",
    "coming",
    "every",
    "each",
    "other",
    "ago",
    "later",
    "earlier",
    "before",
    "after",
    "from now",
    "May",
    "march",
    "February",
    "Dec.",
    "Sept",
    "Monday",
    "Fri.",
    "Sunday",
    "weekend",
    "week",
    "weeks",
    "day",
    "days",
    "month",
    "months",
    "year",
    "years",
    "quarter",
    "quarters",
    "decade",
    "century",
    "hour",
    "minutes",
    "nights",
    "h",
    "morning",
    "evenings",
    "night",
    "noon",
    "midnight",
    "o'clock",
    "am",
    "p.m.",
    "GMT",
    "Z",
    "T",
    "half",
    "quarter",
    "past",
    "first",
    "second",
    "fifth",
    "31st",
    "twenty",
    "nine",
    "two",
    "thousand",
    "hundred",
    "nineteen",
    "1",
    "2",
    "12",
    "29",
    "30",
    "31",
    "45",
    "87",
    "99",
    "0000",
    "1000",
    "1999",
    "2029",
    "9999",
    "20290314",
    "10:30",
    "23:59:59",
    "8.30",
    "25/11",
    "3/5/2019",
    "2019-02-29",
    "2019-02-28",
    "-",
    "/",
    ",",
    "(",
    ")",
    "'",
    "\u2013",
    "+",
    "$",
    "%",
    "Easter",
    "Good Friday",
    "Thanksgiving",
    "Christmas",
    "fiscal",
    "Q3",
    "H1",
    "spring",
    "early",
    "late",
    "mid",
    "end of",
    "recent",
    "current",
    "today",
    "yesterday",
    "tonight",
    "now",
    "daily",
    "old",
    "will",
    "met",
};

enum { N_WORDS = sizeof words / sizeof *words, MOST_WORDS = 400, IS_GLUED = 0x80 };

static void check(bool holds)
{
    if (!holds) abort();
}

static int32_t two_digits(PlSlice text, size_t at)
{
    return 10 * (text.ptr[at] - '0') + (text.ptr[at + 1] - '0');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void check_value(PlSlice value)
{
    check(value.len > 0 && value.len < 96);
    for (size_t i = 0; i < value.len; i++)
        check(is_digit(value.ptr[i]) || (value.ptr[i] >= 'A' && value.ptr[i] <= 'Z') ||
              memchr("-:+./_", value.ptr[i], 6));
    bool is_day = value.len >= 10 && is_digit(value.ptr[0]) && value.ptr[4] == '-' &&
                  is_digit(value.ptr[5]) && value.ptr[7] == '-' && is_digit(value.ptr[8]);
    PlDay day;
    if (is_day) check(pl_calendar_read(value, &day));
    const char *clock = memchr(value.ptr, 'T', value.len);
    bool is_duration = value.ptr[0] == 'P';
    size_t at = clock ? (size_t)(clock - value.ptr) + 1 : value.len;
    if (is_duration || at + 5 > value.len || value.ptr[at + 2] != ':') return;
    check(two_digits(value, at) <= 24 && two_digits(value, at + 3) < 60);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char *const days[] = {
        "",           "2029-03-14", "2028-02-29T23:59:00Z", "0001-01-01",
        "9999-12-31", "2024-12-30", "2021-01-03 00:10",     "1600-02-29",
    };
    static PlArena models; /* the fuzzer runs one thread */
    static const PlSyntaxModel *syntax_model;
    static const PlMentionModel *mention_model;
    static char text[MOST_WORDS * 16];
    if (!mention_model) {
        pl_arena_init(&models, 0);
        syntax_model = pl_syntax_model_load(&models);
        mention_model = pl_mention_model_load(&models);
    }
    if (len < 2 || len > MOST_WORDS) return 0;
    size_t n = 0;
    for (size_t i = 1; i < len; i++) {
        const char *word = words[(bytes[i] & ~IS_GLUED) % N_WORDS];
        if (n && !(bytes[i] & IS_GLUED)) text[n++] = ' ';
        memcpy(text + n, word, strlen(word));
        n += strlen(word);
    }
    PlArena arena;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlMetadata metadata = {.published = pl_slice(days[bytes[0] % 8])};
    pl_arena_init(&arena, 0);
    pl_article_find(&arena, (PlSlice){text, n}, &metadata, &article);
    pl_tokens_find(&arena, &article, &tokens);
    pl_syntax_analyse(&arena, syntax_model, &tokens, &syntax);
    pl_mentions_find(&arena, mention_model, &article, &tokens, &syntax, &mentions);
    uint32_t last = 0;
    for (uint32_t i = 0; i < mentions.times.n; i++) {
        const PlTime *time = &mentions.times.items[i];
        check(time->span.start_byte >= last && time->span.start_byte < time->span.end_byte);
        check_value(time->value);
        last = time->span.end_byte;
    }
    check(last <= article.text.len);
    pl_arena_clear(&arena);
    return 0;
}
