/* Commands: what `parley` can do, one row a command. */
#ifndef PARLEY_COMMANDS_H
#define PARLEY_COMMANDS_H

#include "console.h"

typedef struct Command Command;

struct Command {
    const char *name;
    const char *words;    /* what stands after it: "PATH...", "" = nothing */
    const char *summary;  /* half a line for the list of commands */
    const char *about;    /* a paragraph or two, in lines of at most 80 columns */
    const char *examples; /* lines, each beginning with two spaces */
    const char *formats;  /* choices of --format, the default first; NULL = none */
    uint64_t options;     /* OPTION_BIT(...), --help left out: all have it */
    size_t least_words;
    size_t most_words;
    int (*run)(const Command *command, const Arguments *arguments);
    ParleyView view;
};

extern const Command read_command;
extern const Command annotate_command;
extern const Command merges_command;
extern const Command explain_command;
extern const Command export_command;
extern const Command remove_command;
extern const Command help_command;
extern const Command view_commands[];
extern const size_t n_view_commands;

/* NULL when there is none. */
const Command *command_find(const char *name);
/* The nearest command's name, or NULL. */
const char *command_nearest(const char *name);
/* `parley COMMAND --help` on standard output. */
void command_help(const Command *command);
/* `parley --help` on standard output. */
void commands_help(void);

/* Writes a view of the record on standard output; the exit code comes out. */
int command_view(const Command *command, const Arguments *arguments,
                 const ParleyViewOptions *options);

/* --format, else text. */
ParleyFormat view_format(const Arguments *arguments);

/* --db, else $PARLEY_DB, else "parley.db". */
const char *record_path(const Arguments *arguments);

#endif
