/* Console: standard output and standard error as places: how wide, in colour or not, and the line
 * of progress that shows on a terminal once work has lasted a second. */
#ifndef PARLEY_CONSOLE_H
#define PARLEY_CONSOLE_H

#include "options.h"
#include "parley/parley.h"

enum {
    EXIT_FINE = 0,
    EXIT_LEFT_OUT = 1, /* a report, or more, was left out */
    EXIT_USAGE = 2,
    EXIT_FAILED = 3 /* what was asked could not be done */
};

/* --color, then NO_COLOR (https://no-color.org), then whether standard output is a terminal. */
bool console_color(const Arguments *arguments);
/* --width, then the terminal's, then COLUMNS; 0 = not known. */
unsigned console_width(const Arguments *arguments);
/* Standard output. */
ParleySink console_sink(void);

/* "parley: ..." on standard error; control characters cannot get through. Returns EXIT_FAILED. */
int console_error(const char *line);
/* As console_error; what else to try is added. Returns EXIT_USAGE. */
int console_usage(const char *command, const char *line);
/* Ends a command: what is left of standard output is written, and told of when it cannot be.
 * Returns `code`, or EXIT_FAILED. */
int console_finish(int code);

typedef struct Progress {
    bool wanted;  /* standard error is a terminal, and nobody asked for quiet */
    bool visible; /* a line of progress stands on the terminal now */
    int64_t start_ms;
    int64_t shown_ms;
} Progress;

void progress_start(Progress *progress, bool quiet);
void progress_show(Progress *progress, size_t n_done, size_t n_total);
/* Takes the line away, so that others can be written; it comes back by itself. */
void progress_hide(Progress *progress);

#endif
