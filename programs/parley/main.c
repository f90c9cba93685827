/* parley: the command line. A user of the library: includes parley/parley.h and nothing else of
 * it. Finds the command, sorts its options, runs it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"

const char *record_path(const Arguments *arguments)
{
    if (arguments->value[OPTION_DB]) return arguments->value[OPTION_DB];
    const char *from_environment = getenv("PARLEY_DB");
    return from_environment && *from_environment ? from_environment : "parley.db";
}

static int refuse_command(const char *name)
{
    char line[256];
    const char *nearest = command_nearest(name);
    if (nearest)
        snprintf(line, sizeof line, "%.80s: no such command; did you mean %s?", name, nearest);
    else
        snprintf(line, sizeof line, "%.80s: no such command; parley help lists them", name);
    return console_usage(NULL, line);
}

static int check_words(const Command *command, const Arguments *arguments)
{
    char line[256];
    if (arguments->n_words < command->least_words) {
        snprintf(line, sizeof line, "needs %s", command->words);
        return console_usage(command->name, line);
    }
    if (arguments->n_words > command->most_words) {
        snprintf(line, sizeof line, "%.80s: one argument too many",
                 arguments->words[command->most_words]);
        return console_usage(command->name, line);
    }
    return EXIT_FINE;
}

static int run_command(const Command *command, int argc, char **argv)
{
    char line[256];
    Arguments arguments;
    int code;
    if (!arguments_parse(argc, argv, command->options | OPTION_BIT(OPTION_HELP), command->formats,
                         &arguments, line, sizeof line)) {
        code = console_usage(command->name, line);
    } else if (arguments.value[OPTION_HELP]) {
        command_help(command);
        code = EXIT_FINE;
    } else {
        code = check_words(command, &arguments);
        if (code == EXIT_FINE) code = command->run(command, &arguments);
    }
    arguments_clear(&arguments);
    return console_finish(code);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        commands_help();
        return console_finish(EXIT_USAGE);
    }
    const char *name = argv[1];
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        puts("parley " PARLEY_VERSION);
        return console_finish(EXIT_FINE);
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        commands_help();
        return console_finish(EXIT_FINE);
    }
    const Command *command = command_find(name);
    return command ? run_command(command, argc - 2, argv + 2) : refuse_command(name);
}
