#include "mention/merge_rules.h"

#include <stdio.h>

#include "base/error.h"
#include "bytes/file.h"
#include "text/utf8.h"

typedef enum Column { COLUMN_DO, COLUMN_NAME, COLUMN_OTHER, COLUMN_NOTE, N_COLUMNS } Column;

static const char *const column_names[N_COLUMNS] = {"do", "name", "other", "note"};
#define COLUMNS_LISTED "do, name, other, note"

enum { SHOWN_BYTES = 60, MAX_NAME_BYTES = 200, MAX_PAIR_BYTES = 32 };

typedef struct Parse {
    PlArena *arena;
    const char *file;
    PlMergeRules *rules;
    PlInputNotice notice;
    void *context;
    uint32_t n_refused;
    uint32_t line;
    int cell_of[N_COLUMNS]; /* -1 = no such column */
    uint32_t n_cells;
} Parse;

static int shown_len(PlSlice words)
{
    if (words.len <= SHOWN_BYTES) return (int)words.len;
    int len = SHOWN_BYTES;
    while (len > 0 && (words.ptr[len] & 0xc0) == 0x80)
        len--;
    return len;
}

static bool refuse(Parse *parse, PlSlice words, const char *why, uint32_t other_line)
{
    ParleyError line;
    char other[32] = "";
    if (other_line) snprintf(other, sizeof other, " %u", (unsigned)other_line);
    pl_error_set(&line, PARLEY_BAD_INPUT, "%s, line %u: \"%.*s\" %s%s; the line is not used",
                 pl_path_shown(parse->file), (unsigned)parse->line, shown_len(words), words.ptr,
                 why, other);
    parse->n_refused++;
    if (parse->notice) parse->notice(parse->context, PARLEY_NOTICE_WARNING, line.message);
    return false;
}

static ParleyStatus bad_header(const Parse *parse, PlSlice words, const char *why,
                               ParleyError *error)
{
    return pl_error_set(error, PARLEY_BAD_INPUT,
                        "%s, line %u: \"%.*s\" %s; the first line names the columns, with one tab "
                        "between: " COLUMNS_LISTED,
                        pl_path_shown(parse->file), (unsigned)parse->line, shown_len(words),
                        words.ptr, why);
}

static ParleyStatus read_header(Parse *parse, PlSlice header, ParleyError *error)
{
    for (int i = 0; i < N_COLUMNS; i++)
        parse->cell_of[i] = -1;
    PlSlice cell;
    while (pl_slice_next(&header, '\t', &cell)) {
        PlSlice name = pl_slice_trim(cell);
        int column = 0;
        while (column < N_COLUMNS && !pl_slice_is_nocase(name, column_names[column]))
            column++;
        if (column == N_COLUMNS) return bad_header(parse, name, "is no column", error);
        if (parse->cell_of[column] >= 0) return bad_header(parse, name, "is there twice", error);
        parse->cell_of[column] = (int)parse->n_cells++;
    }
    for (int i = 0; i < COLUMN_NOTE; i++)
        if (parse->cell_of[i] < 0)
            return bad_header(parse, pl_slice(column_names[i]), "is missing", error);
    return PARLEY_OK;
}

static bool use_cells(Parse *parse, const PlSlice *cells)
{
    PlMergeRule rule = {
        .name = cells[COLUMN_NAME], .other = cells[COLUMN_OTHER], .line = parse->line};
    if (pl_slice_is(cells[COLUMN_DO], "merge")) rule.said = PL_MERGE_FORCED;
    if (pl_slice_is(cells[COLUMN_DO], "split")) rule.said = PL_MERGE_FORBIDDEN;
    if (rule.said == PL_MERGE_UNSAID)
        return refuse(parse, cells[COLUMN_DO], "is neither merge nor split", 0);
    if (rule.name.len == 0 || rule.other.len == 0)
        return refuse(parse, rule.name.len ? rule.name : rule.other, "has no other name beside it",
                      0);
    if (rule.name.len > MAX_NAME_BYTES || rule.other.len > MAX_NAME_BYTES)
        return refuse(parse, rule.name.len > MAX_NAME_BYTES ? rule.name : rule.other,
                      "is too long for a name", 0);
    PlSlice folded = pl_utf8_fold(parse->arena, rule.name);
    if (pl_slice_equal(folded, pl_utf8_fold(parse->arena, rule.other)))
        return refuse(parse, rule.name, "is the same name twice", 0);
    uint32_t other_line = 0;
    if (pl_merge_rules_add(parse->arena, parse->rules, rule, &other_line)) return true;
    return refuse(parse, rule.name, "and the other name are in line", other_line);
}

static void read_line(Parse *parse, PlSlice line)
{
    PlSlice cells[N_COLUMNS] = {0};
    uint32_t n_replaced = 0;
    PlSlice repaired = pl_utf8_repair(parse->arena, line, &n_replaced);
    if (n_replaced) {
        refuse(parse, repaired, "is not UTF-8", 0);
        return;
    }
    PlSlice rest = line;
    PlSlice cell;
    uint32_t n = 0;
    for (; pl_slice_next(&rest, '\t', &cell); n++)
        for (int i = 0; i < N_COLUMNS; i++)
            if (parse->cell_of[i] == (int)n) cells[i] = pl_slice_trim(cell);
    if (n > parse->n_cells)
        refuse(parse, line, "has more cells than the header", 0);
    else
        use_cells(parse, cells);
}

ParleyStatus pl_merge_rules_parse(PlArena *arena, const char *file, PlSlice text,
                                  PlInputNotice notice, void *context, PlMergeRules *rules,
                                  uint32_t *n_refused, ParleyError *error)
{
    Parse parse = {
        .arena = arena, .file = file, .rules = rules, .notice = notice, .context = context};
    if (pl_slice_starts(text, "\xef\xbb\xbf")) text = (PlSlice){text.ptr + 3, text.len - 3};
    PlSlice line;
    while (pl_slice_next(&text, '\n', &line)) {
        parse.line++;
        PlSlice trimmed = pl_slice_trim(line);
        if (trimmed.len == 0 || trimmed.ptr[0] == '#') continue;
        if (parse.n_cells > 0) {
            read_line(&parse, line);
            continue;
        }
        ParleyStatus status = read_header(&parse, line, error);
        if (status) return status;
    }
    if (n_refused) *n_refused = parse.n_refused;
    return parse.n_cells ? PARLEY_OK : bad_header(&parse, pl_slice("do"), "is missing", error);
}

/* The key of an unordered pair; returns its length. */
static size_t pair_key(char *key, int32_t name, int32_t other)
{
    int32_t low = name < other ? name : other;
    int32_t high = name < other ? other : name;
    return (size_t)snprintf(key, MAX_PAIR_BYTES, "%d %d", (int)low, (int)high);
}

bool pl_merge_rules_add(PlArena *arena, PlMergeRules *rules, PlMergeRule rule, uint32_t *line)
{
    int32_t name = pl_symbols_intern(arena, &rules->names, pl_utf8_fold(arena, rule.name));
    int32_t other = pl_symbols_intern(arena, &rules->names, pl_utf8_fold(arena, rule.other));
    char key[MAX_PAIR_BYTES];
    size_t len = pair_key(key, name, other);
    int32_t pair = pl_symbols_intern(arena, &rules->pairs, (PlSlice){key, len});
    if ((uint32_t)pair < rules->rules.n) {
        *line = rules->rules.items[pair].line;
        return false;
    }
    *pl_vec_push(arena, &rules->rules) = rule;
    return true;
}

int32_t pl_merge_rules_name(PlArena *arena, const PlMergeRules *rules, PlSlice name)
{
    if (!rules || rules->rules.n == 0) return PL_NO_SYMBOL;
    return pl_symbols_find(&rules->names, pl_utf8_fold(arena, name));
}

PlMergeSaid pl_merge_rules_ask(const PlMergeRules *rules, int32_t name, int32_t other)
{
    if (!rules || name < 0 || other < 0 || name == other) return PL_MERGE_UNSAID;
    char key[MAX_PAIR_BYTES];
    size_t len = pair_key(key, name, other);
    int32_t pair = pl_symbols_find(&rules->pairs, (PlSlice){key, len});
    return pair == PL_NO_SYMBOL ? PL_MERGE_UNSAID : rules->rules.items[pair].said;
}
