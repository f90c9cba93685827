#include "bytes/manifest.h"

#include "base/error.h"
#include "bytes/file.h"

typedef enum Column {
    COLUMN_PATH,
    COLUMN_ID,
    COLUMN_SOURCE,
    COLUMN_URL,
    COLUMN_TITLE,
    COLUMN_PUBLISHED,
    N_COLUMNS
} Column;

static const char *const column_names[N_COLUMNS] = {"path", "id",    "source",
                                                    "url",  "title", "published"};
#define COLUMNS_LISTED "path, id, source, url, title, published"

enum { MOST_CELLS = 64, SHOWN_BYTES = 100 };

typedef struct Parse {
    PlArena *arena;
    const char *name;
    PlManifest *manifest;
    PlInputNotice notice;
    void *context;
    ParleyError *error;
    uint32_t line;
    int cell_of[N_COLUMNS]; /* -1 = no such column */
    uint32_t n_cells;
} Parse;

static int shown_len(PlSlice text)
{
    return (int)(text.len < SHOWN_BYTES ? text.len : SHOWN_BYTES);
}

static void warn(const Parse *parse, const char *what, PlSlice which, const char *advice)
{
    ParleyError line;
    pl_error_set(&line, PARLEY_BAD_INPUT, "%s, line %u: %s \"%.*s\"; %s",
                 pl_path_shown(parse->name), (unsigned)parse->line, what, shown_len(which),
                 which.ptr, advice);
    if (parse->notice) parse->notice(parse->context, PARLEY_NOTICE_WARNING, line.message);
}

static int find_column(PlSlice name)
{
    for (int i = 0; i < N_COLUMNS; i++)
        if (pl_slice_is_nocase(name, column_names[i])) return i;
    return -1;
}

static bool is_for_people(PlSlice name)
{
    return pl_slice_is_nocase(name, "note") || pl_slice_is_nocase(name, "notes") ||
           pl_slice_is_nocase(name, "comment");
}

static ParleyStatus read_header(Parse *parse, PlSlice header)
{
    for (int i = 0; i < N_COLUMNS; i++)
        parse->cell_of[i] = -1;
    PlSlice cell;
    for (parse->n_cells = 0; pl_slice_next(&header, '\t', &cell); parse->n_cells++) {
        PlSlice name = pl_slice_trim(cell);
        int column = find_column(name);
        if (parse->n_cells == MOST_CELLS)
            return pl_error_set(parse->error, PARLEY_BAD_INPUT,
                                "%s, line %u: more than %d columns; is this a manifest?",
                                pl_path_shown(parse->name), (unsigned)parse->line, MOST_CELLS);
        if (column >= 0 && parse->cell_of[column] >= 0)
            return pl_error_set(parse->error, PARLEY_BAD_INPUT,
                                "%s, line %u: column \"%s\" is there twice; remove one",
                                pl_path_shown(parse->name), (unsigned)parse->line,
                                column_names[column]);
        if (column >= 0)
            parse->cell_of[column] = (int)parse->n_cells;
        else if (name.len && !is_for_people(name))
            warn(parse, "not used, column", name, "the columns are " COLUMNS_LISTED);
    }
    if (parse->cell_of[COLUMN_PATH] >= 0) return PARLEY_OK;
    return pl_error_set(parse->error, PARLEY_BAD_INPUT,
                        "%s, line %u: no column \"path\"; the first line names the columns, with "
                        "one tab between: " COLUMNS_LISTED,
                        pl_path_shown(parse->name), (unsigned)parse->line);
}

static PlSlice cell_of(const Parse *parse, const PlSlice *cells, Column column)
{
    int cell = parse->cell_of[column];
    if (cell < 0) return (PlSlice){0};
    return pl_metadata_clean(parse->arena, cells[cell]);
}

static ParleyStatus add_row(Parse *parse, PlSlice path, const PlMetadata *metadata)
{
    PlManifest *manifest = parse->manifest;
    int32_t row = pl_symbols_intern(parse->arena, &manifest->paths, path);
    if ((uint32_t)row < manifest->rows.n)
        return pl_error_set(
            parse->error, PARLEY_BAD_INPUT, "%s, line %u: a second row for \"%.*s\"; keep one",
            pl_path_shown(parse->name), (unsigned)parse->line, shown_len(path), path.ptr);
    *pl_vec_push(parse->arena, &manifest->rows) = *metadata;
    PlSlice kept = pl_symbols_name(&manifest->paths, row); /* terminated, unlike `path` */
    int32_t name = pl_symbols_intern(parse->arena, &manifest->names, pl_path_name(kept.ptr, false));
    if ((uint32_t)name < manifest->row_of_name.n)
        manifest->row_of_name.items[name] = -1;
    else
        *pl_vec_push(parse->arena, &manifest->row_of_name) = row;
    return PARLEY_OK;
}

static ParleyStatus read_row(Parse *parse, PlSlice line)
{
    PlSlice cells[MOST_CELLS] = {0};
    PlSlice cell;
    for (uint32_t n = 0; pl_slice_next(&line, '\t', &cell); n++) {
        if (n == parse->n_cells)
            return pl_error_set(parse->error, PARLEY_BAD_INPUT,
                                "%s, line %u: more cells than the %u columns that line 1 names; "
                                "use one tab between cells",
                                pl_path_shown(parse->name), (unsigned)parse->line,
                                (unsigned)parse->n_cells);
        cells[n] = pl_slice_trim(cell);
    }
    PlSlice path = cells[parse->cell_of[COLUMN_PATH]];
    if (path.len == 0) {
        warn(parse, "no path beside", cells[0], "the row is not used");
        return PARLEY_OK;
    }
    PlMetadata metadata = {.id = cell_of(parse, cells, COLUMN_ID),
                           .source = cell_of(parse, cells, COLUMN_SOURCE),
                           .url = cell_of(parse, cells, COLUMN_URL),
                           .title = cell_of(parse, cells, COLUMN_TITLE),
                           .published = cell_of(parse, cells, COLUMN_PUBLISHED)};
    if (metadata.published.len && !pl_metadata_is_date(metadata.published)) {
        warn(parse, "not used, date", metadata.published, "write it as 2025-05-16");
        metadata.published = (PlSlice){0};
    }
    return add_row(parse, path, &metadata);
}

ParleyStatus pl_manifest_parse(PlArena *arena, const char *name, PlSlice text, PlInputNotice notice,
                               void *context, PlManifest *manifest, ParleyError *error)
{
    *manifest = (PlManifest){0};
    Parse parse = {.arena = arena,
                   .name = name,
                   .manifest = manifest,
                   .notice = notice,
                   .context = context,
                   .error = error};
    if (pl_slice_starts(text, "\xef\xbb\xbf")) text = (PlSlice){text.ptr + 3, text.len - 3};
    PlSlice line;
    while (pl_slice_next(&text, '\n', &line)) {
        parse.line++;
        PlSlice trimmed = pl_slice_trim(line);
        if (trimmed.len == 0 || trimmed.ptr[0] == '#') continue;
        bool first = parse.n_cells == 0;
        ParleyStatus status = first ? read_header(&parse, line) : read_row(&parse, line);
        if (status) return status;
    }
    if (parse.n_cells) return PARLEY_OK;
    return pl_error_set(
        error, PARLEY_BAD_INPUT,
        "%s: empty; the first line names the columns, with one tab between: " COLUMNS_LISTED,
        pl_path_shown(name));
}

const PlMetadata *pl_manifest_find(const PlManifest *manifest, const char *path)
{
    int32_t row = pl_symbols_find(&manifest->paths, pl_slice(path));
    if (row < 0) {
        int32_t name = pl_symbols_find(&manifest->names, pl_path_name(path, false));
        if (name >= 0) row = manifest->row_of_name.items[name];
    }
    return row < 0 ? NULL : &manifest->rows.items[row];
}
