/* Name agreement: when two ways to write a person's name may mean one person.
 *
 * Given names agree with their initials, with what begins the same and with nicknames; surnames may
 * differ by a letter when they are long.
 *
 * threads  pure
 */
#ifndef PL_MENTION_NAME_AGREEMENT_H
#define PL_MENTION_NAME_AGREEMENT_H

#include "mention/name_forms.h"

/* Both full names (two words or more) may be one person's. */
bool pl_name_forms_agree(const PlNameForm *a, const PlNameForm *b);
/* `part` (one word) is the surname, or the name that its culture puts first, of `full`. */
bool pl_name_form_has_part(const PlNameForm *full, const PlNameForm *part);
/* Equal up to one letter added, dropped or changed. */
bool pl_name_words_near(PlSlice a, PlSlice b);

#endif
