/* Merge rules: what a user says of two names, that they are one actor's or that they are not.
 *
 *   do     name           other
 *   merge  Rania Kahoul   R. Kahul-Odeh
 *   split  Jonas Weber    J. Weber
 *
 * The header row names the columns: do, name and other; `note` is for people. '#' begins a comment
 * line. Names are compared without case and marks, and as they are written else: a rule for "J.
 * Weber" says nothing of "Jonas Weber". A rule goes before what Parley would do; of two names that
 * are split, what else is called like one of them may still be it.
 *
 * owner    the arena; immutable once parsed
 * threads  shared
 */
#ifndef PL_MENTION_MERGE_RULES_H
#define PL_MENTION_MERGE_RULES_H

#include "base/symbols.h"
#include "bytes/input.h"

typedef enum PlMergeSaid { PL_MERGE_UNSAID, PL_MERGE_FORCED, PL_MERGE_FORBIDDEN } PlMergeSaid;

typedef struct PlMergeRule {
    PlMergeSaid said;
    PlSlice name;
    PlSlice other;
    uint32_t line;
} PlMergeRule;

typedef struct PlMergeRules {
    PL_VEC(PlMergeRule) rules; /* as in the file */
    PlSymbols names;           /* folded: those that a rule is about */
    PlSymbols pairs;           /* symbol = rule */
} PlMergeRules;

/* Adds the rules of `text`; `file` is its name, for messages. A line that cannot be used is told to
 * `notice` in one line, counted in *n_refused, and left out; the rest is used.
 * errors   BAD_INPUT: no header with do, name and other. Must run inside pl_arena_run. */
ParleyStatus pl_merge_rules_parse(PlArena *arena, const char *file, PlSlice text,
                                  PlInputNotice notice, void *context, PlMergeRules *rules,
                                  uint32_t *n_refused, ParleyError *error);
/* False when the rule says nothing new or what another contradicts; *line is that one's. */
bool pl_merge_rules_add(PlArena *arena, PlMergeRules *rules, PlMergeRule rule, uint32_t *line);

/* The symbol of a name that some rule is about, else PL_NO_SYMBOL. rules may be NULL. */
int32_t pl_merge_rules_name(PlArena *arena, const PlMergeRules *rules, PlSlice name);
/* What is said of two names, by their symbols. */
PlMergeSaid pl_merge_rules_ask(const PlMergeRules *rules, int32_t name, int32_t other);

#endif
