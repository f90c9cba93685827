/* Tense: whether a clause tells what has been, is, or is to come.
 *
 * "They met on Friday", "they will meet on Friday" and "talks are due on Friday" put one word on
 * three days; what is planned, hoped, scheduled or demanded is to come, whatever the form of the
 * verb.
 *
 * owner    the model lives in the arena given to pl_tense_load, immutable afterwards
 * cost     O(1): look-arounds are bounded
 * threads  the model is shared
 */
#ifndef PL_MENTION_TENSE_H
#define PL_MENTION_TENSE_H

#include "syntax/lexicon.h"

typedef struct PlTenseModel PlTenseModel;

typedef enum PlTense { PL_TENSE_NONE, PL_TENSE_PAST, PL_TENSE_PRESENT, PL_TENSE_FUTURE } PlTense;

const PlTenseModel *pl_tense_load(PlArena *arena);

/* The tense of the verb at `tok` with its auxiliaries; NONE when it is no verb or not finite. */
PlTense pl_tense_of_verb(const PlTenseModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                         uint32_t tok);

/* The tense of the clause around `tok`. *is_direct (may be NULL): `tok` depends on that verb
 * without a noun in between ("arrived Friday", not "arrived for Friday's talks"). */
PlTense pl_tense_around(const PlTenseModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                        uint32_t tok, bool *is_direct);

/* Within the noun phrase that begins at `tok` stands something that is announced beforehand: talks,
 * a vote, a summit. */
bool pl_tense_is_announced(const PlTenseModel *model, const PlTokens *tokens,
                           const PlSyntax *syntax, uint32_t tok);

#endif
