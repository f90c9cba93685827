#include "reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_THREADS = 1024 };

static void tell_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    char whole[1200];
    progress_hide(context);
    snprintf(whole, sizeof whole, "%s%s", kind == PARLEY_NOTICE_WARNING ? "warning: " : "", line);
    console_error(whole);
}

/* parley_model_add_actors and its like. */
typedef ParleyStatus (*AddFile)(ParleyModel *model, const char *path,
                                void (*notice)(void *context, ParleyNoticeKind kind,
                                               const char *line),
                                void *context, size_t *n_refused, ParleyError *error);

static void tell_progress(void *context, size_t n_done, size_t n_total)
{
    progress_show(context, n_done, n_total);
}

static bool ends_with(const char *path, const char *ending)
{
    size_t path_len = strlen(path);
    size_t ending_len = strlen(ending);
    return path_len >= ending_len && strcmp(path + path_len - ending_len, ending) == 0;
}

/* What the file's ending says that it is. */
static ParleyInputFormat format_of(const char *path)
{
    if (ends_with(path, ".jsonl") || ends_with(path, ".ndjson")) return PARLEY_INPUT_JSONL;
    return ends_with(path, ".conllu") ? PARLEY_INPUT_CONLLU : PARLEY_INPUT_TEXT;
}

/* Without --input, files that all have one ending are what it says. */
static ParleyInputFormat input_format(const Arguments *arguments)
{
    const char *given = arguments->value[OPTION_INPUT];
    if (given && strcmp(given, "jsonl") == 0) return PARLEY_INPUT_JSONL;
    if (given && strcmp(given, "conllu") == 0) return PARLEY_INPUT_CONLLU;
    if (given || arguments->n_words == 0) return PARLEY_INPUT_TEXT;
    ParleyInputFormat format = format_of(arguments->words[0]);
    for (size_t i = 1; i < arguments->n_words; i++)
        if (format_of(arguments->words[i]) != format) return PARLEY_INPUT_TEXT;
    return format;
}

static bool parse_threads(const char *given, unsigned *n_threads)
{
    char *end;
    unsigned long n = strtoul(given, &end, 10);
    if (*given < '0' || *given > '9' || *end || n > MOST_THREADS) return false;
    *n_threads = (unsigned)n;
    return true;
}

int reading_options(const Command *command, const Arguments *arguments, Progress *progress,
                    ParleyReadOptions *options)
{
    *options = (ParleyReadOptions){
        .format = input_format(arguments),
        .manifest = arguments->value[OPTION_MANIFEST],
        .metadata = {.id = arguments->value[OPTION_ID],
                     .source = arguments->value[OPTION_SOURCE],
                     .url = arguments->value[OPTION_URL],
                     .title = arguments->value[OPTION_TITLE],
                     .published = arguments->value[OPTION_PUBLISHED]},
        .notice = tell_notice,
        .progress = tell_progress,
        .context = progress,
    };
    progress_start(progress, arguments->value[OPTION_QUIET] != NULL);
    const char *threads = arguments->value[OPTION_THREADS];
    if (threads && !parse_threads(threads, &options->n_threads))
        return console_usage(command->name, "--threads needs a number from 0 to 1024");
    bool is_one = arguments->n_words == 1 && options->format == PARLEY_INPUT_TEXT;
    if (options->metadata.id && arguments->n_words && !is_one)
        return console_usage(command->name, "--id is for one report; here are several");
    return EXIT_FINE;
}

/* Adds the file of an option, if it is given. */
static bool add_file(const char *path, AddFile add, ParleyModel *model, Progress *progress,
                     size_t *n_refused, ParleyError *error)
{
    size_t n = 0;
    if (!path) return true;
    ParleyStatus status = add(model, path, tell_notice, progress, &n, error);
    *n_refused += n;
    return status == PARLEY_OK;
}

int reading_model(const Arguments *arguments, Progress *progress, ParleyModel **model)
{
    ParleyError error = {0};
    size_t n_refused = 0;
    *model = NULL;
    if (parley_model_open(NULL, model, &error) != PARLEY_OK) return console_error(error.message);
    if (add_file(arguments->value[OPTION_ACTORS], parley_model_add_actors, *model, progress,
                 &n_refused, &error) &&
        add_file(arguments->value[OPTION_FRAMES], parley_model_add_frames, *model, progress,
                 &n_refused, &error))
        return n_refused ? EXIT_LEFT_OUT : EXIT_FINE;
    parley_model_close(*model);
    *model = NULL;
    return console_error(error.message);
}
