#include "bytes/input.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/error.h"
#include "bytes/file.h"
#include "bytes/json_report.h"
#include "bytes/manifest.h"
#include "bytes/plain_text.h"

typedef struct Listing {
    PlArena *arena;
    const ParleyReadOptions *options;
    PlMetadata given; /* for every report */
    const PlManifest *manifest;
    PlInputs *inputs;
    uint32_t n_left_out;
} Listing;

static void notice(const Listing *listing, ParleyNoticeKind kind, const char *line)
{
    if (listing->options->notice) listing->options->notice(listing->options->context, kind, line);
}

static void leave_out(Listing *listing, const char *line)
{
    listing->n_left_out++;
    notice(listing, PARLEY_NOTICE_LEFT_OUT, line);
}

PlSlice pl_input_name(PlArena *arena, const PlInput *input)
{
    const char *path = pl_path_shown(input->path.ptr);
    if (input->line == 0) return pl_arena_copy(arena, pl_slice(path));
    return pl_arena_format(arena, "%s, line %" PRIu32, path, input->line);
}

/* "stdin-3f9a0c2d51b7", "articles-3f9a0c2d51b7": called after its content. */
static PlSlice content_id(PlArena *arena, const char *path, PlSlice bytes)
{
    PlSlice name = strcmp(path, "-") == 0 ? PL_SLICE("stdin")
                                          : pl_metadata_clean(arena, pl_path_name(path, true));
    return pl_arena_format(arena, "%.*s-%012" PRIx64, PL_PRI(name), pl_slice_hash(bytes) >> 16);
}

/* What is known of a report at `path` before it is read. */
static PlMetadata known_of(const Listing *listing, const char *path)
{
    PlMetadata known = listing->given;
    const PlMetadata *row = listing->manifest ? pl_manifest_find(listing->manifest, path) : NULL;
    if (row) pl_metadata_fill(&known, row);
    return known;
}

static void add_file(Listing *listing, const char *path)
{
    PlInput input = {.path = pl_arena_copy(listing->arena, pl_slice(path)),
                     .metadata = known_of(listing, path)};
    bool is_stdin = strcmp(path, "-") == 0;
    if (is_stdin) { /* can be read only once, and its id may need its content */
        ParleyError error;
        if (pl_file_read(listing->arena, path, PL_REPORT_MOST_BYTES, &input.bytes, &error)) {
            leave_out(listing, error.message);
            return;
        }
    }
    if (input.metadata.id.len == 0)
        input.metadata.id =
            is_stdin ? content_id(listing->arena, path, input.bytes)
                     : pl_metadata_clean(listing->arena, pl_path_name(input.path.ptr, true));
    *pl_vec_push(listing->arena, listing->inputs) = input;
}

static void leave_line_out(Listing *listing, const PlLines *lines, const char *problem)
{
    ParleyError error;
    pl_error_set(&error, PARLEY_BAD_INPUT, "%s, line %" PRIu32 ": %s", pl_path_shown(lines->path),
                 lines->line, problem);
    leave_out(listing, error.message);
}

/* room: as long as the longest line. */
static void add_line(Listing *listing, const PlLines *lines, const PlLine *line, char *room)
{
    PlRawReport report;
    char problem[PL_JSON_PROBLEM_BYTES];
    if (pl_json_report_parse(room, line->bytes, &report, problem)) {
        leave_line_out(listing, lines, problem);
        return;
    }
    PlInput input = {.path = pl_slice(lines->path),
                     .line = lines->line,
                     .offset = line->offset,
                     .len = line->bytes.len,
                     .metadata = known_of(listing, lines->path)};
    if (!pl_lines_are_regular(lines)) input.bytes = pl_arena_copy(listing->arena, line->bytes);
    /* One id for all the lines of a file would leave one report of them. */
    PlSlice id = listing->given.id.len ? listing->given.id : report.metadata.id;
    id = pl_metadata_clean(listing->arena, pl_arena_copy(listing->arena, id));
    input.metadata.id = id.len ? id : content_id(listing->arena, lines->path, line->bytes);
    *pl_vec_push(listing->arena, listing->inputs) = input;
}

/* What is done with each line of a file. */
typedef void (*UseLine)(Listing *listing, const PlLines *lines, const PlLine *line, void *context);

/* Hands on the lines of a file one by one, those that are too long too. How many there were, -1 =
 * the file could not be opened, which is told. */
static int64_t each_line(Listing *listing, const char *path, UseLine use, void *context)
{
    PlLines lines;
    ParleyError error;
    const char *kept = pl_arena_copy(listing->arena, pl_slice(path)).ptr;
    if (pl_lines_open(listing->arena, kept, PL_REPORT_MOST_BYTES, &lines, &error)) {
        leave_out(listing, error.message);
        return -1;
    }
    for (;;) {
        PlLine line;
        bool more;
        if (pl_lines_next(&lines, &line, &more, &error)) {
            leave_out(listing, error.message);
            break;
        }
        if (!more) break;
        use(listing, &lines, &line, context);
    }
    pl_lines_close(&lines);
    return lines.line;
}

/* room: NULL before the first line, then for the bytes of one. */
static void add_json_line(Listing *listing, const PlLines *lines, const PlLine *line, void *room)
{
    char **bytes = room;
    if (!*bytes) *bytes = pl_arena_array(listing->arena, char, lines->capacity);
    if (line->is_too_long)
        leave_line_out(listing, lines, "longer than the 16 MiB that one report may have");
    else if (pl_slice_trim(line->bytes).len)
        add_line(listing, lines, line, *bytes);
}

static void add_lines(Listing *listing, const char *path)
{
    char *room = NULL;
    if (each_line(listing, path, add_json_line, &room) != 0) return;
    ParleyError error;
    pl_error_set(&error, PARLEY_BAD_INPUT, "%s: empty; give one JSON object a line",
                 pl_path_shown(path));
    leave_out(listing, error.message);
}

/* Bytes that come once, kept in order. */
typedef struct Kept {
    char *bytes;
    size_t len;
    size_t capacity;
} Kept;

static void keep_line(PlArena *arena, Kept *kept, PlSlice line)
{
    size_t len = kept->len + line.len + 1;
    if (len > kept->capacity) {
        kept->capacity = len * 2;
        char *moved = pl_arena_array(arena, char, kept->capacity);
        if (kept->len) memcpy(moved, kept->bytes, kept->len);
        kept->bytes = moved;
    }
    assert(kept->bytes);
    if (line.len) memcpy(kept->bytes + kept->len, line.ptr, line.len);
    kept->bytes[len - 1] = '\n';
    kept->len = len;
}

/* A report of a CoNLL-U file while its lines go by. */
typedef struct Document {
    PlInput input;
    uint32_t n_words;
    bool is_marked; /* begins with "# newdoc" */
    Kept kept;
    uint64_t end; /* offset behind its last line */
} Document;

static void begin_document(const Listing *listing, PlSlice path, uint32_t line, uint64_t offset,
                           Document *document)
{
    *document = (Document){.input = {.path = path,
                                     .is_conllu = true,
                                     .line = line,
                                     .offset = offset,
                                     .metadata = known_of(listing, path.ptr)},
                           .end = offset};
}

static void tell_document(Listing *listing, const Document *document, const char *problem)
{
    ParleyError error;
    pl_error_set(&error, PARLEY_BAD_INPUT, "%.*s: %s",
                 PL_PRI(pl_input_name(listing->arena, &document->input)), problem);
    leave_out(listing, error.message);
}

static void end_document(Listing *listing, Document *document)
{
    PlInput *input = &document->input;
    input->len = (size_t)(document->end - input->offset);
    input->bytes = (PlSlice){document->kept.bytes, document->kept.len};
    if (document->n_words == 0)
        tell_document(listing, document, "a report without words");
    else if (input->len > PL_REPORT_MOST_BYTES)
        tell_document(listing, document,
                      "longer than the 16 MiB that one report may have; mark where reports begin "
                      "with # newdoc");
    else
        *pl_vec_push(listing->arena, listing->inputs) = *input;
}

/* The id that "# newdoc id = ..." gives; else the file's name, which only one report can have. */
static void name_document(const Listing *listing, const PlConlluLine *line, Document *document)
{
    PlMetadata *metadata = &document->input.metadata;
    PlSlice id = line ? line->value : pl_path_name(document->input.path.ptr, true);
    bool is_stdin = strcmp(document->input.path.ptr, "-") == 0;
    if (listing->given.id.len) return;
    if (id.len == 0 || (!line && is_stdin)) {
        PlSlice name = pl_path_name(document->input.path.ptr, true);
        if (is_stdin) name = PL_SLICE("stdin");
        id = pl_arena_format(listing->arena, "%.*s-%" PRIu32, PL_PRI(name), document->input.line);
    }
    metadata->id = pl_metadata_clean(listing->arena, pl_arena_copy(listing->arena, id));
}

static void add_conllu_line(Listing *listing, const PlLines *lines, const PlLine *line,
                            void *context)
{
    Document *document = context;
    PlConlluLine read;
    const char *problem =
        line->is_too_long ? "longer than 16 MiB" : pl_conllu_line_read(line->bytes, &read);
    if (problem) {
        leave_line_out(listing, lines, problem);
    } else if (pl_conllu_is_newdoc(&read)) {
        if (document->n_words || document->is_marked) end_document(listing, document);
        begin_document(listing, document->input.path, lines->line, line->offset, document);
        document->is_marked = true;
        name_document(listing, &read, document);
    } else {
        document->n_words += read.kind == PL_CONLLU_WORD;
    }
    document->end = line->is_too_long ? document->end : line->offset + line->bytes.len + 1;
    if (!pl_lines_are_regular(lines)) keep_line(listing->arena, &document->kept, line->bytes);
}

static void add_conllu(Listing *listing, const char *path)
{
    Document document;
    begin_document(listing, pl_arena_copy(listing->arena, pl_slice(path)), 1, 0, &document);
    name_document(listing, NULL, &document);
    if (each_line(listing, path, add_conllu_line, &document) >= 0) end_document(listing, &document);
}

static ParleyStatus read_manifest(Listing *listing, PlManifest *manifest, ParleyError *error)
{
    const ParleyReadOptions *options = listing->options;
    if (!options->manifest) return PARLEY_OK;
    PlSlice text;
    ParleyStatus status =
        pl_file_read(listing->arena, options->manifest, PL_REPORT_MOST_BYTES, &text, error);
    if (status) return status;
    listing->manifest = manifest;
    return pl_manifest_parse(listing->arena, options->manifest, text, options->notice,
                             options->context, manifest, error);
}

ParleyStatus pl_inputs_list(PlArena *arena, const char *const *paths, size_t n_paths,
                            const ParleyReadOptions *options, PlInputs *inputs,
                            uint32_t *n_left_out, ParleyError *error)
{
    *inputs = (PlInputs){0};
    Listing listing = {.arena = arena,
                       .options = options,
                       .given = pl_metadata_from(arena, &options->metadata),
                       .inputs = inputs};
    PlSlice date = listing.given.published;
    if (date.len && !pl_metadata_is_date(date))
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "\"%.*s\" is not a date; write it as 2025-05-16",
                            (int)(date.len < 100 ? date.len : 100), date.ptr);
    PlManifest manifest;
    ParleyStatus status = read_manifest(&listing, &manifest, error);
    if (status) return status;
    for (size_t i = 0; i < n_paths; i++) {
        if (options->format == PARLEY_INPUT_JSONL)
            add_lines(&listing, paths[i]);
        else if (options->format == PARLEY_INPUT_CONLLU)
            add_conllu(&listing, paths[i]);
        else
            add_file(&listing, paths[i]);
    }
    *n_left_out = listing.n_left_out;
    if (listing.given.id.len && inputs->n > 1)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "one id for %" PRIu32 " reports; give ids in a manifest", inputs->n);
    return PARLEY_OK;
}

/* The report in the line, with what its object says of it. */
static ParleyStatus load_line(PlArena *arena, const PlInput *input, PlRawReport *report,
                              ParleyError *error)
{
    PlSlice line = input->bytes;
    if (line.len == 0) {
        ParleyStatus status =
            pl_file_read_part(arena, input->path.ptr, input->offset, input->len, &line, error);
        if (status) return status;
    }
    char problem[PL_JSON_PROBLEM_BYTES];
    char *room = pl_arena_array(arena, char, line.len + 1);
    ParleyStatus status = pl_json_report_parse(room, line, report, problem);
    if (status)
        return pl_error_set(error, status, "%.*s: %s", PL_PRI(pl_input_name(arena, input)),
                            problem);
    PlMetadata *own = &report->metadata;
    own->source = pl_metadata_clean(arena, own->source);
    own->url = pl_metadata_clean(arena, own->url);
    own->title = pl_metadata_clean(arena, own->title);
    own->published = pl_metadata_clean(arena, own->published);
    PlMetadata known = input->metadata;
    pl_metadata_fill(&known, own);
    *own = known;
    return PARLEY_OK;
}

static ParleyStatus load_conllu(PlArena *arena, const PlInput *input, PlRawReport *report,
                                ParleyError *error)
{
    *report = (PlRawReport){.bytes = input->bytes, .metadata = input->metadata};
    if (report->bytes.len == 0) {
        ParleyStatus status = pl_file_read_part(arena, input->path.ptr, input->offset, input->len,
                                                &report->bytes, error);
        if (status) return status;
    }
    PlGivenTokens *given = pl_arena_new(arena, PlGivenTokens);
    pl_conllu_report_read(arena, report->bytes, given);
    report->given = given;
    return PARLEY_OK;
}

static ParleyStatus load_bytes(PlArena *arena, const PlInput *input, PlRawReport *report,
                               ParleyError *error)
{
    if (input->is_conllu) return load_conllu(arena, input, report, error);
    if (input->line) return load_line(arena, input, report, error);
    *report = (PlRawReport){.bytes = input->bytes, .metadata = input->metadata};
    if (strcmp(input->path.ptr, "-") == 0) return PARLEY_OK;
    return pl_file_read(arena, input->path.ptr, PL_REPORT_MOST_BYTES, &report->bytes, error);
}

ParleyStatus pl_input_load(PlArena *arena, const PlInput *input, PlRawReport *report,
                           ParleyError *error)
{
    ParleyStatus status = load_bytes(arena, input, report, error);
    if (status) return status;
    if (pl_plain_text_is_blank(report->bytes))
        return pl_error_set(error, PARLEY_BAD_INPUT, "%.*s: empty; there is no text to read",
                            PL_PRI(pl_input_name(arena, input)));
    const char *not_text = pl_plain_text_problem(report->bytes);
    if (not_text)
        return pl_error_set(error, PARLEY_BAD_INPUT, "%.*s: %s",
                            PL_PRI(pl_input_name(arena, input)), not_text);
    if (report->metadata.published.len && !pl_metadata_is_date(report->metadata.published)) {
        report->bad_date = report->metadata.published;
        report->metadata.published = (PlSlice){0};
    }
    return PARLEY_OK;
}
