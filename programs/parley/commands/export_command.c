#include <string.h>

#include "../commands.h"

/* By the name of ParleyEventTable's entries. */
static const char *const event_tables[PARLEY_N_EVENT_TABLES] = {"gdelt", "gdelt-mentions", "icews",
                                                                "polecat"};

static ParleyStatus export_as(ParleyRecord *record, const char *as, const char *folder,
                              ParleyError *error)
{
    for (int i = 0; i < PARLEY_N_EVENT_TABLES; i++)
        if (strcmp(as, event_tables[i]) == 0)
            return parley_record_export_events(record, (ParleyEventTable)i, folder, error);
    ParleyFormat format = strcmp(as, "csv") == 0 ? PARLEY_FORMAT_CSV : PARLEY_FORMAT_JSON;
    return parley_record_export(record, format, folder, error);
}

static int run_export(const Command *command, const Arguments *arguments)
{
    const char *as = arguments->value[OPTION_AS];
    const char *folder = arguments->value[OPTION_DIR];
    if (!as) return console_usage(command->name, "needs --as FORMAT");
    ParleyViewOptions ktab = {.view = PARLEY_VIEW_KTAB, .format = PARLEY_FORMAT_CSV};
    if (strcmp(as, "ktab") == 0) return command_view(command, arguments, &ktab);
    if (!folder) return console_usage(command->name, "needs --dir FOLDER");
    ParleyError error = {0};
    ParleyRecord *record = NULL;
    int code = EXIT_FINE;
    if (parley_record_open(record_path(arguments), PARLEY_RECORD_READ, &record, &error) !=
            PARLEY_OK ||
        export_as(record, as, folder, &error) != PARLEY_OK)
        code = console_error(error.message);
    parley_record_close(record);
    return code;
}

const Command export_command = {
    .name = "export",
    .words = "",
    .summary = "the record as tables: CSV, JSON Lines, GDELT, ICEWS, POLECAT, KTAB",
    .about =
        "Writes every table of the record below a folder, one file a table: reports, entities,\n"
        "mentions, events, quotes, positions, differences and the rest. The same set of reports\n"
        "gives the same bytes, in whatever order they were read.\n"
        "\n"
        "gdelt, gdelt-mentions, icews and polecat write one file of events with the columns that\n"
        "tools for these data read: gdelt.export.CSV, gdelt.mentions.CSV, icews.tab, polecat.txt.\n"
        "Each event is there once, with its counts of mentions and of independent publishers;\n"
        "plans are coded as intents (030, 130), denied and hypothetical events are left out, and\n"
        "what Parley does not know is empty. docs/coding.md says what the columns hold.\n"
        "\n"
        "ktab goes to standard output: actors, and their position and salience from 0 to 100 on\n"
        "each issue that sides contest, as KTAB's spatial models read them. Its influence is how\n"
        "many independent publishers report a side's stances; put in what you know.",
    .examples = "  parley export --as csv --dir tables\n"
                "  parley export --as gdelt --dir tables\n"
                "  parley export --as polecat --dir tables --db talks.db\n"
                "  parley export --as ktab > talks.csv\n"
                "  parley export --as jsonl --dir tables --db talks.db",
    .options = OPTION_BIT(OPTION_AS) | OPTION_BIT(OPTION_DB) | OPTION_BIT(OPTION_DIR),
    .run = run_export,
};
