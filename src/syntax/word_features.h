/* Word features: what the network knows of a token before it looks at the others.
 *
 * A word's key is its lower form with digits as '0' and typographic marks as plain ones: "1,250"
 * and "3,718" are one word, and so are a curly and a straight quotation mark. The key decides the
 * word's vector and its affixes; how the word is written decides its shape. The trainer and the
 * runtime both read words through this file, so that neither can see what the other does not.
 *
 * threads  pure
 */
#ifndef PL_SYNTAX_WORD_FEATURES_H
#define PL_SYNTAX_WORD_FEATURES_H

#include "token/tokens.h"

enum {
    PL_WORD_KEY_BYTES = 48, /* longer keys are cut: no vocabulary has them */
    PL_N_AFFIXES = 9,       /* suffixes of 1 to 5 bytes, prefixes of 1 to 4 */
    PL_N_AFFIX_ROWS = 16384,
    PL_N_SHAPES = 32
};

typedef struct PlWordKey {
    char bytes[PL_WORD_KEY_BYTES];
    uint32_t len;
} PlWordKey;

PlWordKey pl_word_key(PlSlice lower);
uint64_t pl_word_key_hash(const PlWordKey *key);

/* Rows of the affix table; of a short word fewer than PL_N_AFFIXES. Returns how many. */
uint32_t pl_word_affixes(const PlWordKey *key, uint32_t rows[PL_N_AFFIXES]);

/* Capitals and digits of the form, crossed with: first of its sentence, space before it. */
uint32_t pl_word_shape(PlSlice form, bool is_first, bool has_space);

#endif
