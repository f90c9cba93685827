/* Words: the article's words as hashes, for comparing whole reports. Boilerplate has none.
 *
 * A word is a run of letters and digits (any byte above ASCII counts as a letter); case is folded
 * for ASCII. No token or parse is needed, so reports loaded from a store compare the same as
 * fresh ones.
 *
 * owner    `arena`
 * cost     O(bytes)
 */
#ifndef PL_STORY_ARTICLE_WORDS_H
#define PL_STORY_ARTICLE_WORDS_H

#include "text/article.h"

typedef struct PlArticleWords {
    uint64_t *hash; /* [n] in order of the text */
    uint32_t n;
} PlArticleWords;

/* Of one word, as the article's words are hashed. */
uint64_t pl_article_word_hash(PlSlice word);
PlArticleWords pl_article_words_find(PlArena *arena, const PlArticle *article);

#endif
