/* Name forms: a person's name without what reports write differently.
 *
 * A form is the name's words without marks, case, particles, suffixes and what stands in quotation
 * marks, with the usual variants of transliteration levelled: y, yy, iy, ii; kh, h; ph, f; ou, u;
 * doubled letters; apostrophes.
 *
 * threads  pure
 */
#ifndef PL_MENTION_NAME_FORMS_H
#define PL_MENTION_NAME_FORMS_H

#include "base/arena.h"

enum { PL_MAX_NAME_WORDS = 6, PL_MAX_NAME_WORD_BYTES = 64 };

typedef struct PlNameForm {
    PlSlice words[PL_MAX_NAME_WORDS]; /* levelled; the last is the surname in most cultures */
    uint32_t n_words;
    bool is_junior; /* "Jr.": not the one without it */
} PlNameForm;

/* Levels a word that is folded already (pl_utf8_fold), cut to what fits; returns its bytes. */
size_t pl_name_word_level(PlSlice folded, char out[PL_MAX_NAME_WORD_BYTES]);
PlNameForm pl_name_form_make(PlArena *arena, PlSlice name);
/* The last word of the form alone, to `out`; returns its bytes, 0 when the form has no words. It
 * mostly costs a fraction of the whole form. */
size_t pl_name_surname(PlArena *arena, PlSlice name, char out[PL_MAX_NAME_WORD_BYTES]);

#endif
