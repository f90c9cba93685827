/* Words: the article's words as hashes, for comparing whole reports. Boilerplate has none.
 *
 * A word is a run of letters and digits (any byte above ASCII counts as a letter); case is folded
 * for ASCII. No token or parse is needed, so reports loaded from a store compare the same as
 * fresh ones.
 *
 * owner    `arena`
 * cost     O(bytes)
 */
#ifndef PL_STORY_WORDS_H
#define PL_STORY_WORDS_H

#include "text/article.h"

typedef struct PlWords {
    uint64_t *hash; /* [n] in order of the text */
    uint32_t n;
} PlWords;

PlWords pl_words_find(PlArena *arena, const PlArticle *article);

#endif
