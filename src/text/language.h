/* Language: which language a text is in, by its commonest function words.
 *
 * source  data/en/languages.tsv
 * cost    O(bytes), of at most the first 8 KiB
 * threads pure; the table is read once a process
 */
#ifndef PL_TEXT_LANGUAGE_H
#define PL_TEXT_LANGUAGE_H

#include "base/slice.h"

/* ISO 639-1 of a language in the table, or "und". A text of few words is English unless it shows
 * otherwise, by its words or by letters that are not Latin: a headline has hardly a function word.
 */
PlSlice pl_language_of(PlSlice text);

#endif
