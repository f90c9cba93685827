/* Plain text: is it text at all? Parley reads plain text; a PDF or a picture given by mistake is
 * refused with its name rather than read as noise. A NUL or a broken character here and there is
 * no reason to refuse: the text layer replaces and counts it.
 *
 * threads  pure
 */
#ifndef PL_BYTES_PLAIN_TEXT_H
#define PL_BYTES_PLAIN_TEXT_H

#include "base/slice.h"

/* What the bytes are when they are not text, with what to do: "a PDF document; save it as text".
 * NULL when they may be read as text. O(bytes). */
const char *pl_plain_text_problem(PlSlice bytes);
/* Nothing but white space (and a byte order mark). */
bool pl_plain_text_is_blank(PlSlice bytes);

#endif
