/* Name forms: when two ways to write a person's name may mean one person.
 *
 * A form is the name's words without marks, case, particles, suffixes and what stands in quotation
 * marks, with the usual variants
 * of transliteration levelled: y, yy, iy, ii; kh, h; ph, f; ou, u; doubled letters; apostrophes.
 * Given names agree with their initials, with what begins the same and with nicknames.
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
/* Both full names (two words or more) may be one person's. */
bool pl_name_forms_agree(const PlNameForm *a, const PlNameForm *b);
/* `part` (one word) is the surname, or the name that its culture puts first, of `full`. */
bool pl_name_form_has_part(const PlNameForm *full, const PlNameForm *part);
/* Equal up to one letter added, dropped or changed. */
bool pl_name_words_near(PlSlice a, PlSlice b);

#endif
