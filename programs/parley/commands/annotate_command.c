#include <string.h>

#include "../reading.h"

static int annotate(const ParleyModel *model, const Arguments *arguments,
                    const ParleyReadOptions *options, Progress *progress)
{
    const char *standard_input = "-";
    const char *const *paths = arguments->n_words ? arguments->words : &standard_input;
    size_t n_paths = arguments->n_words ? arguments->n_words : 1;
    ParleyError error = {0};
    ParleyReadResult result = {0};
    ParleyStatus status =
        parley_annotate(model, paths, n_paths, options, console_sink(), &result, &error);
    progress_hide(progress);
    if (status == PARLEY_CANNOT_WRITE) return EXIT_FAILED; /* told of by console_finish */
    if (status != PARLEY_OK) return console_error(error.message);
    return result.n_left_out ? EXIT_LEFT_OUT : EXIT_FINE;
}

static int run_annotate(const Command *command, const Arguments *arguments)
{
    Progress progress;
    ParleyReadOptions options;
    int code = reading_options(command, arguments, &progress, &options);
    if (code != EXIT_FINE) return code;
    const char *format = arguments->value[OPTION_FORMAT];
    options.as_conllu = format && strcmp(format, "conllu") == 0;
    options.with_tokens = options.as_conllu || arguments->value[OPTION_TOKENS] != NULL;
    ParleyModel *model = NULL;
    int opened = reading_model(arguments, &progress, &model);
    if (!model) return opened;
    code = annotate(model, arguments, &options, &progress);
    parley_model_close(model);
    return code == EXIT_FINE ? opened : code;
}

const Command annotate_command = {
    .name = "annotate",
    .words = "[FILE...]",
    .summary = "the stateless filter: reports in, JSON Lines or CoNLL-U out",
    .about =
        "Reads reports from files or standard input and writes one JSON object a line, or\n"
        "CoNLL-U with names in MISC. Nothing is kept. Offsets are bytes into the report's\n"
        "UTF-8 text. Files that are all called .jsonl are taken as JSON Lines,\n"
        "those called .conllu as CoNLL-U: its words and sentences are kept, all else is filled in.",
    .examples = "  parley annotate report.txt | jq '.quotes[] | .kind'\n"
                "  parley annotate --input jsonl --threads 8 < archive.jsonl > annotated.jsonl\n"
                "  parley annotate --format conllu report.txt\n"
                "  parley annotate --input conllu --format conllu tokens.conllu > parsed.conllu",
    .formats = "jsonl|conllu",
    .options = READING_OPTIONS | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_TOKENS),
    .most_words = SIZE_MAX,
    .run = run_annotate,
};
