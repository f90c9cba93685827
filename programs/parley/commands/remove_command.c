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
        "a report's whole id; parley reports --format json lists them. When one of the ids is not\n"
        "in the record, nothing is taken out.",
    .examples = "  parley remove harbour-post-0304\n"
                "  parley remove --db talks.db harbour-post-0304 coast-radio-0305",
    .options = OPTION_BIT(OPTION_DB),
    .least_words = 1,
    .most_words = SIZE_MAX,
    .run = run_remove,
};
