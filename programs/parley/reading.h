/* Reading: what `read` and `annotate` share: their options, and what they tell on the way. */
#ifndef PARLEY_READING_H
#define PARLEY_READING_H

#include "commands.h"

#define READING_OPTIONS                                                                            \
    (OPTION_BIT(OPTION_ACTORS) | OPTION_BIT(OPTION_FRAMES) | OPTION_BIT(OPTION_ID) |               \
     OPTION_BIT(OPTION_INPUT) | OPTION_BIT(OPTION_MANIFEST) | OPTION_BIT(OPTION_PUBLISHED) |       \
     OPTION_BIT(OPTION_SOURCE) | OPTION_BIT(OPTION_THREADS) | OPTION_BIT(OPTION_TITLE) |           \
     OPTION_BIT(OPTION_URL) | OPTION_BIT(OPTION_QUIET))

/* EXIT_FINE, or EXIT_USAGE when an option makes no sense (already told). `progress` outlives the
 * options, which point at it. */
int reading_options(const Command *command, const Arguments *arguments, Progress *progress,
                    ParleyReadOptions *options);

/* Opens the model, with what --actors and --frames add. EXIT_FINE; EXIT_LEFT_OUT when lines of
 * these files could not be used, each told of; else what `console_error` answers, and *model is
 * NULL. */
int reading_model(const Arguments *arguments, Progress *progress, ParleyModel **model);

#endif
