/* Verb stances: "Oslo rejected the plan", "a truce backed by Oslo", "terms that Oslo rejects".
 *
 * A verb of the table of stances gives one when the words that its row asks for follow it, and what
 * follows them is what the row needs. What one says that another does not want is blame, no stance.
 *
 * owner    `search->talks`, in the reading's arena
 * cost     bounded for one token: rows of its lemma x tokens looked at
 */
#ifndef PL_TALKS_VERB_STANCES_H
#define PL_TALKS_VERB_STANCES_H

#include "talks/stance_search.h"

/* The stance that the verb at `tok` gives. */
void pl_verb_stances_find(PlStanceSearch *search, uint32_t tok);
/* "terms Oslo and Bergen reject": at the end of a clause a verb without a mark of one is easily
 * taken for a noun; after a name it is a reaction all the same. */
void pl_verb_stances_find_hidden(PlStanceSearch *search, uint32_t tok);

#endif
