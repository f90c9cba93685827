#include <stdio.h>
#include <string.h>

#include "../commands.h"
#include "../nearest.h"

enum { MOST_COMMANDS = 64 };

/* view_commands is an array of another file, so its rows cannot stand in a constant: the table is
 * read through command_at. */
static const Command *command_at(size_t i)
{
    if (i == 0) return &read_command;
    i--;
    if (i < n_view_commands) return &view_commands[i];
    i -= n_view_commands;
    const Command *const rest[] = {&explain_command, &merges_command,   &remove_command,
                                   &export_command,  &annotate_command, &help_command};
    return i < sizeof rest / sizeof *rest ? rest[i] : NULL;
}

const Command *command_find(const char *name)
{
    const Command *command;
    for (size_t i = 0; (command = command_at(i)); i++)
        if (strcmp(command->name, name) == 0) return command;
    return NULL;
}

const char *command_nearest(const char *name)
{
    const char *names[MOST_COMMANDS];
    size_t n_names = 0;
    const Command *command;
    for (; n_names < MOST_COMMANDS && (command = command_at(n_names)); n_names++)
        names[n_names] = command->name;
    return nearest_word(name, names, n_names);
}

static void print_option(const Option *option, const char *formats)
{
    char left[40];
    char letter[8] = "    ";
    if (option->letter) snprintf(letter, sizeof letter, "-%c, ", option->letter);
    const char *join = option->if_bare ? "[=" : " ";
    if (option->value)
        snprintf(left, sizeof left, "%s--%s%s%s%s", letter, option->name, join, option->value,
                 option->if_bare ? "]" : "");
    else
        snprintf(left, sizeof left, "%s--%s", letter, option->name);
    printf("  %-22s  %s\n", left, option->help ? option->help : formats);
}

static void print_synopsis(const Command *command)
{
    printf("usage: parley %s [OPTION...]%s%s\n", command->name, *command->words ? " " : "",
           command->words);
}

void command_help(const Command *command)
{
    print_synopsis(command);
    printf("\n%s\n\nOptions:\n", command->about);
    for (int id = 0; id < N_OPTIONS; id++) {
        bool is_taken = (command->options | OPTION_BIT(OPTION_HELP)) & OPTION_BIT(id);
        if (is_taken) print_option(&option_table[id], command->formats);
    }
    printf("\nExamples:\n%s\n", command->examples);
}

void commands_help(void)
{
    puts("usage: parley COMMAND [OPTION...] [ARGUMENT...]\n"
         "\n"
         "The record of a negotiation, from the reports about it: who sat down with whom, what\n"
         "each side wants, who said what, and where the reports differ. Each line of it names the\n"
         "reports and sentences that say so.\n"
         "\n"
         "Commands:");
    const Command *command;
    for (size_t i = 0; (command = command_at(i)); i++)
        printf("  %-12s %s\n", command->name, command->summary);
    puts("\n"
         "Begin with:\n"
         "  parley read reports/*.txt\n"
         "  parley brief\n"
         "\n"
         "parley help COMMAND says more. Exit codes: 0 fine, 1 a report was left out, 2 wrong\n"
         "usage, 3 it could not be done.");
}

static int run_help(const Command *command, const Arguments *arguments)
{
    (void)command;
    if (arguments->n_words == 0) {
        commands_help();
        return EXIT_FINE;
    }
    const Command *asked = command_find(arguments->words[0]);
    if (!asked) {
        char line[160];
        snprintf(line, sizeof line, "%.80s: no such command; parley help lists them",
                 arguments->words[0]);
        return console_usage(NULL, line);
    }
    command_help(asked);
    return EXIT_FINE;
}

const Command help_command = {
    .name = "help",
    .words = "[COMMAND]",
    .summary = "what the commands do",
    .about = "Without COMMAND, the list of commands.",
    .examples = "  parley help\n"
                "  parley help read",
    .most_words = 1,
    .run = run_help,
};
