#include "options.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"

const Option option_table[N_OPTIONS] = {
    [OPTION_ABOUT] = {"about", 0, "WORDS", NULL, "only what is about WORDS", NULL},
    [OPTION_ACTOR] = {"actor", 0, "WORDS", NULL,
                      "only events of an actor whose name has WORDS, or with this code", NULL},
    [OPTION_ACTORS] = {"actors", 0, "FILE", NULL,
                       "TSV of actors of your own: name, type, code, and aliases, from, to", NULL},
    [OPTION_AS] = {"as", 0, "FORMAT", "csv|jsonl|gdelt|gdelt-mentions|icews|polecat|ktab",
                   "csv, jsonl, gdelt, gdelt-mentions, icews, polecat or ktab", NULL},
    [OPTION_CHANGES] = {"changes", 0, NULL, NULL,
                        "what became of the ids of stories as reports came", NULL},
    [OPTION_COLOR] = {"color", 0, "WHEN", "auto|always|never",
                      "auto (on a terminal; the default), always or never", "always"},
    [OPTION_DATE] = {"date", 0, "FROM..TO", NULL,
                     "only events of these days: 2024-03-07, 2024-03, 2024-03-01..2024-04", NULL},
    [OPTION_DB] = {"db", 0, "FILE", NULL, "the record; default $PARLEY_DB, else ./parley.db", NULL},
    [OPTION_DIR] = {"dir", 0, "FOLDER", NULL, "where the files go; made when absent", NULL},
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", NULL, NULL, NULL},
    [OPTION_FRAMES] = {"frames", 0, "FILE", NULL,
                       "frames of your own: which words tell of which event", NULL},
    [OPTION_GRADES] = {"grades", 0, "FILE", NULL,
                       "TSV with columns source and grade, A to F: shown, never used", NULL},
    [OPTION_HELP] = {"help", 'h', NULL, NULL, "what this command does, with examples", NULL},
    [OPTION_ID] = {"id", 0, "ID", NULL, "the report's id; default its file name without ending",
                   NULL},
    [OPTION_INPUT] = {"input", 0, "FORMAT", "text|jsonl|conllu",
                      "text (a report a file), jsonl (one a line) or, for annotate, conllu", NULL},
    [OPTION_MANIFEST] = {"manifest", 0, "FILE", NULL,
                         "TSV with a column path and any of id, source, url, title, published",
                         NULL},
    [OPTION_MENTIONS] = {"mentions", 0, NULL, NULL, "a row each time that a report tells of it",
                         NULL},
    [OPTION_OVER_TIME] = {"over-time", 0, NULL, NULL,
                          "in the order of the reports: who moved, when", NULL},
    [OPTION_PAIR] = {"pair", 0, "A,B", NULL, "only events between two actors", NULL},
    [OPTION_PLACE] = {"place", 0, "WORDS", NULL, "only events at this place or in this country",
                      NULL},
    [OPTION_PUBLISHED] = {"published", 0, "DATE", NULL, "when it was published, as 2024-03-07",
                          NULL},
    [OPTION_QUIET] = {"quiet", 'q', NULL, NULL, "no summary and no progress", NULL},
    [OPTION_RULES] = {"rules", 0, "FILE", NULL, "TSV of rules: do (merge or split), name, other",
                      NULL},
    [OPTION_SOURCE] = {"source", 0, "NAME", NULL, "the outlet", NULL},
    [OPTION_SPEAKER] = {"speaker", 0, "WORDS", NULL, "only speakers whose name has WORDS", NULL},
    [OPTION_STATUS] = {"status", 0, "STATUS", "actual|planned|hypothetical|negated|historical",
                       "actual, planned, hypothetical, negated or historical", NULL},
    [OPTION_TALKS] = {"talks", 0, "WORDS", NULL,
                      "only reports on the talks of this id or these parties", NULL},
    [OPTION_THREADS] = {"threads", 'j', "N", NULL,
                        "threads; default one a processor; results do not depend on it", NULL},
    [OPTION_TITLE] = {"title", 0, "TEXT", NULL, "the headline", NULL},
    [OPTION_TOKENS] = {"tokens", 0, NULL, NULL, "with tokens, lemmas and syntax", NULL},
    [OPTION_TYPE] = {"type", 0, "TYPE", NULL,
                     "only events of a PLOVER type, a mode or a CAMEO code: CONSULT, 19", NULL},
    [OPTION_URL] = {"url", 0, "URL", NULL, "where it was published", NULL},
    [OPTION_WIDTH] = {"width", 'w', "N", NULL, "columns; default the terminal's, else $COLUMNS",
                      NULL},
};

typedef struct Parser {
    int argc;
    char **argv;
    int next;
    uint64_t allowed;
    const char *formats;
    Arguments *arguments;
    char *message;
    size_t message_size;
} Parser;

__attribute__((format(printf, 2, 3))) static bool refuse(Parser *parser, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(parser->message, parser->message_size, format, args);
    va_end(args);
    return false;
}

bool choices_have(const char *choices, const char *value)
{
    size_t len = strlen(value);
    for (const char *choice = choices; choice; choice = strchr(choice, '|')) {
        if (*choice == '|') choice++;
        if (strncmp(choice, value, len) == 0 && (choice[len] == '|' || choice[len] == '\0'))
            return len > 0;
    }
    return false;
}

static int find_long(const Parser *parser, const char *name, size_t len)
{
    for (int id = 0; id < N_OPTIONS; id++) {
        if (!(parser->allowed & OPTION_BIT(id))) continue;
        const char *known = option_table[id].name;
        if (strlen(known) == len && strncmp(known, name, len) == 0) return id;
    }
    return -1;
}

static int find_letter(const Parser *parser, char letter)
{
    for (int id = 0; id < N_OPTIONS; id++)
        if ((parser->allowed & OPTION_BIT(id)) && option_table[id].letter == letter) return id;
    return -1;
}

static bool refuse_unknown(Parser *parser, const char *argument)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(argument, "="), argument);
    const char *known[N_OPTIONS];
    size_t n_known = 0;
    for (int id = 0; id < N_OPTIONS; id++)
        if (parser->allowed & OPTION_BIT(id)) known[n_known++] = option_table[id].name;
    const char *dashless = name + strspn(name, "-");
    const char *nearest = nearest_word(dashless, known, n_known);
    if (nearest) return refuse(parser, "unknown option %s; did you mean --%s?", name, nearest);
    return refuse(parser, "unknown option %s; --help lists those there are", name);
}

static bool take_value(Parser *parser, int id, const char *value)
{
    const Option *option = &option_table[id];
    const char *choices = option->choices;
    if (id == OPTION_FORMAT) choices = parser->formats;
    if (choices && !choices_have(choices, value))
        return refuse(parser, "--%s %s: not one of %s", option->name, value, choices);
    parser->arguments->value[id] = value;
    return true;
}

/* `attached`: the value that came with the option itself, NULL = none. */
static bool take_option(Parser *parser, int id, const char *attached)
{
    const Option *option = &option_table[id];
    if (!option->value) {
        if (attached) return refuse(parser, "--%s takes no value", option->name);
        parser->arguments->value[id] = "";
        return true;
    }
    if (attached) return take_value(parser, id, attached);
    if (option->if_bare) return take_value(parser, id, option->if_bare);
    if (parser->next >= parser->argc)
        return refuse(parser, "--%s needs a value: --%s %s", option->name, option->name,
                      option->value);
    return take_value(parser, id, parser->argv[parser->next++]);
}

static bool take_long(Parser *parser, const char *argument)
{
    const char *name = argument + 2;
    size_t len = strcspn(name, "=");
    int id = find_long(parser, name, len);
    if (id < 0) return refuse_unknown(parser, argument);
    return take_option(parser, id, name[len] == '=' ? name + len + 1 : NULL);
}

static bool take_letters(Parser *parser, const char *argument)
{
    for (const char *letter = argument + 1; *letter; letter++) {
        int id = find_letter(parser, *letter);
        if (id < 0) return refuse_unknown(parser, argument);
        if (option_table[id].value) return take_option(parser, id, letter[1] ? letter + 1 : NULL);
        take_option(parser, id, NULL);
    }
    return true;
}

bool arguments_parse(int argc, char **argv, uint64_t allowed, const char *formats,
                     Arguments *arguments, char *message, size_t message_size)
{
    Parser parser = {argc, argv, 0, allowed, formats, arguments, message, message_size};
    *arguments = (Arguments){.words = calloc((size_t)argc + 1, sizeof(char *))};
    if (!arguments->words) return refuse(&parser, "out of memory");
    bool options_over = false;
    while (parser.next < argc) {
        const char *argument = argv[parser.next++];
        bool is_option = !options_over && argument[0] == '-' && argument[1] != '\0';
        if (!is_option)
            arguments->words[arguments->n_words++] = argument;
        else if (strcmp(argument, "--") == 0)
            options_over = true;
        else if (argument[1] == '-' ? !take_long(&parser, argument)
                                    : !take_letters(&parser, argument))
            return false;
    }
    return true;
}

void arguments_clear(Arguments *arguments)
{
    free(arguments->words);
    *arguments = (Arguments){0};
}
