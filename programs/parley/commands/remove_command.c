#include <stdio.h>

#include "../commands.h"

static int run_remove(const Command *command, const Arguments *arguments)
{
    (void)command;
    ParleyError error = {0};
    ParleyRecord *record = NULL;
    int code = EXIT_FINE;
    if (parley_record_open(record_path(arguments), PARLEY_RECORD_READ, &record, &error) !=
            PARLEY_OK ||
        parley_record_remove(record, NULL, arguments->words, arguments->n_words, &error) !=
            PARLEY_OK)
        code = console_error(error.message);
    parley_record_close(record);
    return code;
}

const Command remove_command = {
    .name = "remove",
    .words = "REPORT...",
    .summary = "take reports out of the record",
    .about =
        "Takes reports out of the record, such as ones that their publisher withdrew, and leaves\n"
        "it as if they had never been read: no list, count or difference knows of them. REPORT is\n"
        "an id, or a beginning that only it has; parley reports lists them. When one of them is "
        "of\n"
        "no report, or of several, nothing is taken out.",
    .examples = "  parley remove harbour-post-0304\n"
                "  parley remove harb\n"
                "  parley remove --db talks.db harbour-post-0304 coast-radio-0305",
    .options = OPTION_BIT(OPTION_DB),
    .least_words = 1,
    .most_words = SIZE_MAX,
    .run = run_remove,
};
