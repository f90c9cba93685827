/* Options: the command line of `parley`, as a table.
 *
 * Every option is described once, in option_table; a command names those that it takes as a set of
 * bits, and help and the completion scripts' test read the same table. Long options take their
 * value after '=' or as the next argument; "--" ends options; "-" is an argument.
 */
#ifndef PARLEY_OPTIONS_H
#define PARLEY_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum OptionId {
    OPTION_ABOUT,
    OPTION_ACTOR,
    OPTION_ACTORS,
    OPTION_AS,
    OPTION_CHANGES,
    OPTION_COLOR,
    OPTION_DATE,
    OPTION_DB,
    OPTION_DIR,
    OPTION_FORMAT,
    OPTION_FRAMES,
    OPTION_GRADES,
    OPTION_HELP,
    OPTION_ID,
    OPTION_INPUT,
    OPTION_MANIFEST,
    OPTION_MENTIONS,
    OPTION_OVER_TIME,
    OPTION_PAIR,
    OPTION_PLACE,
    OPTION_PUBLISHED,
    OPTION_QUIET,
    OPTION_RULES,
    OPTION_SOURCE,
    OPTION_SPEAKER,
    OPTION_STATUS,
    OPTION_TALKS,
    OPTION_THREADS,
    OPTION_TITLE,
    OPTION_TOKENS,
    OPTION_TYPE,
    OPTION_URL,
    OPTION_WIDTH,
    N_OPTIONS
} OptionId;

#define OPTION_BIT(id) (UINT64_C(1) << (id))

typedef struct Option {
    const char *name;    /* "format" */
    char letter;         /* 'f' for -f, 0 = none */
    const char *value;   /* what help calls its value, NULL = a flag */
    const char *choices; /* "text|json", NULL = any value */
    const char *help;
    const char *if_bare; /* the value of "--color" without one; NULL = a value is a must */
} Option;

extern const Option option_table[N_OPTIONS];

typedef struct Arguments {
    const char *value[N_OPTIONS]; /* NULL = not given; a flag that is given has "" */
    const char **words;           /* [n_words] what is not an option; borrows argv */
    size_t n_words;
} Arguments;

/* Sorts argv[0..argc) into options and words. False with one line in `message` when it makes no
 * sense. `allowed`: the bits of the options that the command takes. `formats`: choices of --format
 * and --as for this command. words is malloc'ed; arguments_clear frees it. */
bool arguments_parse(int argc, char **argv, uint64_t allowed, const char *formats,
                     Arguments *arguments, char *message, size_t message_size);
void arguments_clear(Arguments *arguments);

/* "text|json" has "json". */
bool choices_have(const char *choices, const char *value);

#endif
