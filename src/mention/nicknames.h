/* Nicknames: what people are called for short.
 *
 * source   data/en/nicknames.tsv, read once a process
 * cost     O(rows) a question
 * threads  shared
 */
#ifndef PL_MENTION_NICKNAMES_H
#define PL_MENTION_NICKNAMES_H

#include <stdbool.h>

#include "base/slice.h"

/* `nickname` stands for the given name `name`; both levelled as name forms are (name_forms.h). */
bool pl_nickname_is_of(PlSlice nickname, PlSlice name);

#endif
