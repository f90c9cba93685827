/* Front matter: "source: ...", "date: ..." lines before a report's text, with or without the ---
 * fences of YAML.
 *
 * threads  pure
 */
#ifndef PL_TEXT_FRONT_MATTER_H
#define PL_TEXT_FRONT_MATTER_H

#include "bytes/metadata.h"

/* Reads the front matter at the start of `text` into `metadata` (empty fields stay empty; a date
 * becomes ISO 8601). Returns its span, from the first key or fence to the last; empty when there is
 * none: a single line counts only when its key can be nothing else. */
PlSpan pl_front_matter_read(PlArena *arena, PlSlice text, PlMetadata *metadata);

/* A date as people write it, in ISO 8601: "July 14, 2015", "14 July 2015", "Tue, 14 Jul 2015
 * 10:30:00 GMT" give 2015-07-14. Empty when it is none. */
PlSlice pl_front_matter_date(PlArena *arena, PlSlice written);

#endif
