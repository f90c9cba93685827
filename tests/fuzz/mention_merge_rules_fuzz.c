/* Any bytes as a user's merge rules: each line is used or refused in one line, and what is used is
 * said of its two names whichever is asked first. */
#include <stdlib.h>
#include <string.h>

#include "mention/merge_rules.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Parse {
    PlArena arena;
    PlSlice text;
    uint32_t n_notices;
} Parse;

static void check(bool holds)
{
    if (!holds) abort();
}

static void count_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    (void)kind;
    check(strchr(line, '\n') == NULL);
    ((Parse *)context)->n_notices++;
}

static void parse(void *context)
{
    Parse *p = context;
    PlMergeRules rules = {0};
    ParleyError error = {0};
    uint32_t n_refused = 0;
    if (pl_merge_rules_parse(&p->arena, "m.tsv", p->text, count_notice, p, &rules, &n_refused,
                             &error)) {
        check(error.status == PARLEY_BAD_INPUT && error.message[0] && !strchr(error.message, '\n'));
        return;
    }
    check(n_refused == p->n_notices);
    for (uint32_t i = 0; i < rules.rules.n; i++) {
        const PlMergeRule *rule = &rules.rules.items[i];
        int32_t name = pl_merge_rules_name(&p->arena, &rules, rule->name);
        int32_t other = pl_merge_rules_name(&p->arena, &rules, rule->other);
        check(name >= 0 && other >= 0 && rule->said != PL_MERGE_UNSAID);
        check(pl_merge_rules_ask(&rules, name, other) == rule->said);
        check(pl_merge_rules_ask(&rules, other, name) == rule->said);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Parse p = {.text = {(const char *)data, size}};
    pl_arena_init(&p.arena, (size_t)64 << 20);
    pl_arena_run(&p.arena, parse, &p);
    pl_arena_clear(&p.arena);
    return 0;
}
