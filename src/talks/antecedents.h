/* Antecedents: what "it", "the proposal" and "terms that Oslo rejects" stand for.
 *
 * A reaction noun ("terms", "plan") has no issue of its own: it takes those of what other sides
 * have just been found to want, else those of the words before it.
 *
 * cost     bounded for one token: PL_POSITIONS_RECENT rows, PL_STANCE_ANTECEDENT_REACH tokens
 * threads  pure
 */
#ifndef PL_TALKS_ANTECEDENTS_H
#define PL_TALKS_ANTECEDENTS_H

#include "talks/stance_search.h"

bool pl_antecedents_is_noun(const PlStanceSearch *search, uint32_t tok);
/* `toks` is no more than a pronoun or a reaction noun with "the", "this", "its". */
bool pl_antecedents_points_back(const PlStanceSearch *search, PlToks toks);
/* Adds to `content` what sides other than `sides` demand or offer, up to one sentence before that
 * of `tok`. */
void pl_antecedents_recent(const PlStanceSearch *search, const PlSides *sides, uint32_t tok,
                           PlContent *content);
/* What the reaction noun at `noun` stands for; no issues when that is not known. */
PlContent pl_antecedents_before(const PlStanceSearch *search, uint32_t noun, const PlSides *sides);
/* What the lone pronoun `toks` stands for, when `stance` is one that answers somebody. */
PlContent pl_antecedents_of_pronoun(const PlStanceSearch *search, PlToks toks, int8_t stance);

#endif
