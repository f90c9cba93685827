#include <string.h>

#include "../reading.h"

static int explain(ParleyRecord *record, const ParleyModel *model, const Arguments *arguments)
{
    const char *format = arguments->value[OPTION_FORMAT];
    bool is_json = format && strcmp(format, "json") == 0;
    ParleyViewOptions options = {.format = is_json ? PARLEY_FORMAT_JSON : PARLEY_FORMAT_TEXT,
                                 .color = console_color(arguments),
                                 .width = console_width(arguments)};
    ParleyError error = {0};
    ParleyStatus status =
        parley_record_explain(record, model, arguments->words[0], &options, console_sink(), &error);
    if (status == PARLEY_CANNOT_WRITE) return EXIT_FAILED; /* told of by console_finish */
    return status == PARLEY_OK ? EXIT_FINE : console_error(error.message);
}

static int run_explain(const Command *command, const Arguments *arguments)
{
    (void)command;
    Progress progress;
    ParleyModel *model = NULL;
    ParleyRecord *record = NULL;
    ParleyError error = {0};
    progress_start(&progress, true);
    int opened = reading_model(arguments, &progress, &model);
    if (!model) return opened;
    int code =
        parley_record_open(record_path(arguments), PARLEY_RECORD_READ, &record, &error) == PARLEY_OK
            ? explain(record, model, arguments)
            : console_error(error.message);
    parley_record_close(record);
    parley_model_close(model);
    return code == EXIT_FINE ? opened : code;
}

const Command explain_command = {
    .name = "explain",
    .words = "EVENT",
    .summary = "why an event is coded as it is",
    .about =
        "For each mention of an event: the sentence with its trigger, sources and targets, the\n"
        "frame that fired with its lines, why each actor is on its side, why the status and the\n"
        "date, and the parse. EVENT is an id as parley events prints it, or a beginning that\n"
        "only it has. The report is analysed anew for this: give --frames and --actors if the\n"
        "record was read with them.",
    .examples = "  parley explain 6ac524\n"
                "  parley explain 6ac524 --format json | jq '.mentions[].actors'\n"
                "  parley explain 6ac524 --frames strikes.frames",
    .formats = "text|json",
    .options = OPTION_BIT(OPTION_ACTORS) | OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_DB) |
               OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_FRAMES) | OPTION_BIT(OPTION_WIDTH),
    .least_words = 1,
    .most_words = 1,
    .run = run_explain,
};
