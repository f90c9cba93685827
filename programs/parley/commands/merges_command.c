#include <stdio.h>
#include <string.h>

#include "../commands.h"

static void tell_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    (void)context;
    (void)kind;
    char whole[1200];
    snprintf(whole, sizeof whole, "warning: %s", line);
    console_error(whole);
}

/* EXIT_FINE; EXIT_LEFT_OUT when rules could not be used, each told of; else EXIT_FAILED. */
static int take_rules(const Arguments *arguments, const char *path)
{
    ParleyError error = {0};
    ParleyRecord *record = NULL;
    size_t n_refused = 0;
    int code = EXIT_FINE;
    if (parley_record_open(record_path(arguments), PARLEY_RECORD_READ, &record, &error) !=
            PARLEY_OK ||
        parley_record_set_merges(record, NULL, path, tell_notice, NULL, &n_refused, &error) !=
            PARLEY_OK)
        code = console_error(error.message);
    else if (n_refused)
        code = EXIT_LEFT_OUT;
    parley_record_close(record);
    return code;
}

static int run_merges(const Command *command, const Arguments *arguments)
{
    const char *rules = arguments->value[OPTION_RULES];
    int taken = rules ? take_rules(arguments, rules) : EXIT_FINE;
    if (taken != EXIT_FINE && taken != EXIT_LEFT_OUT) return taken;
    ParleyViewOptions options = {
        .view = PARLEY_VIEW_MERGES,
        .format = view_format(arguments),
        .talks = arguments->value[OPTION_TALKS],
        .color = console_color(arguments),
        .width = console_width(arguments),
    };
    int code = command_view(command, arguments, &options);
    return code == EXIT_FINE ? taken : code;
}

const Command merges_command = {
    .name = "merges",
    .words = "",
    .summary = "the names taken for one person's, and why",
    .about =
        "Each way in which reports write a person's name besides the one that the record uses,\n"
        "and why it was taken for the same person's. With --rules the record takes rules of\n"
        "yours first, in place of those that it had: a table with the columns do (merge or\n"
        "split), name and other. A file with nothing but that header takes them back. A rule\n"
        "that cannot be used is told of, the rest is used, and the exit code is 1.",
    .examples = "  parley merges\n"
                "  parley merges --format csv\n"
                "  parley merges --rules merges.tsv",
    .formats = "text|json|csv",
    .options = OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_DB) | OPTION_BIT(OPTION_FORMAT) |
               OPTION_BIT(OPTION_RULES) | OPTION_BIT(OPTION_TALKS) | OPTION_BIT(OPTION_WIDTH),
    .run = run_merges,
};
