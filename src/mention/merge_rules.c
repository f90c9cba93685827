#include "mention/merge_rules.h"

#include <stdio.h>

#include "text/user_table.h"
#include "text/utf8.h"

typedef enum Column { COLUMN_DO, COLUMN_NAME, COLUMN_OTHER, COLUMN_NOTE, N_COLUMNS } Column;

static const char *const column_names[N_COLUMNS] = {"do", "name", "other", "note"};

enum { MAX_NAME_BYTES = 200, MAX_PAIR_BYTES = 32 };

static bool use_cells(PlArena *arena, PlMergeRules *rules, const PlSlice *cells, uint32_t line,
                      PlRefusal *refusal)
{
    PlMergeRule rule = {.name = cells[COLUMN_NAME], .other = cells[COLUMN_OTHER], .line = line};
    if (pl_slice_is(cells[COLUMN_DO], "merge")) rule.said = PL_MERGE_FORCED;
    if (pl_slice_is(cells[COLUMN_DO], "split")) rule.said = PL_MERGE_FORBIDDEN;
    *refusal = (PlRefusal){cells[COLUMN_DO], "is neither merge nor split", 0};
    if (rule.said == PL_MERGE_UNSAID) return false;
    *refusal =
        (PlRefusal){rule.name.len ? rule.name : rule.other, "has no other name beside it", 0};
    if (rule.name.len == 0 || rule.other.len == 0) return false;
    bool is_long = rule.name.len > MAX_NAME_BYTES;
    *refusal = (PlRefusal){is_long ? rule.name : rule.other, "is too long for a name", 0};
    if (is_long || rule.other.len > MAX_NAME_BYTES) return false;
    *refusal = (PlRefusal){rule.name, "is the same name twice", 0};
    if (pl_slice_equal(pl_utf8_fold(arena, rule.name), pl_utf8_fold(arena, rule.other)))
        return false;
    refusal->why = "and the other name are in line";
    return pl_merge_rules_add(arena, rules, rule, &refusal->other_line);
}

ParleyStatus pl_merge_rules_parse(PlArena *arena, const char *file, PlSlice text,
                                  PlInputNotice notice, void *context, PlMergeRules *rules,
                                  uint32_t *n_refused, ParleyError *error)
{
    PlUserTable table = {.arena = arena,
                         .file = file,
                         .columns = column_names,
                         .n_columns = N_COLUMNS,
                         .needed = 1u << COLUMN_DO | 1u << COLUMN_NAME | 1u << COLUMN_OTHER,
                         .listed = "do, name, other, note",
                         .notice = notice,
                         .context = context};
    PlSlice cells[PL_USER_TABLE_COLUMNS];
    PlRefusal refusal;
    ParleyStatus status = pl_user_table_open(&table, text, error);
    while (!status && pl_user_table_next(&table, cells))
        if (!use_cells(arena, rules, cells, table.line, &refusal))
            pl_user_table_refuse(&table, refusal);
    if (n_refused) *n_refused = table.n_refused;
    return status;
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
