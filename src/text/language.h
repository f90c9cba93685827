/* Language: which language a text is in, by its commonest function words, else by its script.
 *
 * source  data/en/languages.tsv, data/en/scripts.tsv
 * cost    O(bytes), of at most the first 8 KiB
 * threads pure; the table is read once a process
 */
#ifndef PL_TEXT_LANGUAGE_H
#define PL_TEXT_LANGUAGE_H

#include "base/slice.h"

/* ISO 639-1 of a language in the tables, "und-Cyrl" of a script that several languages have, or
 * "und". A text of few words is English unless it shows otherwise, by its words or by letters that
 * are not Latin: a headline has hardly a function word.
 */
PlSlice pl_language_of(PlSlice text);
/* English, or Latin letters that do not say: what is analysed. */
bool pl_language_is_read(PlSlice language);

#endif
