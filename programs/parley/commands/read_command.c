#include <stdio.h>
#include <stdlib.h>

#include "../reading.h"

static void tell_summary(const char *path, const ParleyReadResult *result)
{
    size_t n_read = result->n_new + result->n_changed + result->n_same;
    fprintf(stderr, "%zu %s read into %s: %zu new, %zu changed, %zu unchanged; %zu left out\n",
            n_read, n_read == 1 ? "report" : "reports", path, result->n_new, result->n_changed,
            result->n_same, result->n_left_out);
}

static int read_into(ParleyRecord *record, const ParleyModel *model, const Arguments *arguments,
                     const ParleyReadOptions *options, Progress *progress)
{
    ParleyError error = {0};
    ParleyReadResult result = {0};
    ParleyStatus status = parley_record_read(record, model, arguments->words, arguments->n_words,
                                             options, &result, &error);
    progress_hide(progress);
    if (status != PARLEY_OK) return console_error(error.message);
    if (!arguments->value[OPTION_QUIET]) tell_summary(record_path(arguments), &result);
    return result.n_left_out ? EXIT_LEFT_OUT : EXIT_FINE;
}

static int run_read(const Command *command, const Arguments *arguments)
{
    Progress progress;
    ParleyReadOptions options;
    int code = reading_options(command, arguments, &progress, &options);
    if (code != EXIT_FINE) return code;
    ParleyError error = {0};
    ParleyModel *model = NULL;
    ParleyRecord *record = NULL;
    int opened = reading_model(arguments, &progress, &model);
    if (!model) return opened;
    if (parley_record_open(record_path(arguments), PARLEY_RECORD_CREATE, &record, &error) !=
        PARLEY_OK)
        code = console_error(error.message);
    else
        code = read_into(record, model, arguments, &options, &progress);
    parley_record_close(record);
    parley_model_close(model);
    return code == EXIT_FINE ? opened : code;
}

const Command read_command = {
    .name = "read",
    .words = "PATH...",
    .summary = "read reports into the record",
    .about =
        "Reads reports and keeps what they say in the record, a SQLite database that is made\n"
        "when absent. The same report again changes nothing; a changed one replaces its old\n"
        "self. A report that cannot be read is told of and left out, the rest goes on, and the\n"
        "exit code is 1. PATH is a file, or - for standard input.",
    .examples = "  parley read reports/*.txt\n"
                "  parley read --source 'The Harbour Post' --published 2024-03-07 strike.txt\n"
                "  parley read --manifest reports.tsv reports/*.txt\n"
                "  parley read --actors actors.tsv reports/*.txt\n"
                "  parley read --frames strikes.frames reports/*.txt\n"
                "  parley read --db talks.db archive.jsonl",
    .options = READING_OPTIONS | OPTION_BIT(OPTION_DB),
    .least_words = 1,
    .most_words = SIZE_MAX,
    .run = run_read,
};
