/* Copies: which reports repeat each other's text, and so which of them are independent.
 *
 * Two reports have one publisher when they name one source, or when one holds most of the other:
 * shared five-word shingles over the shingles of the shorter (containment, so that wire copy inside
 * a longer report is seen). Shingles are sampled by hash, which keeps the estimate fair and the
 * index small; a shingle in more than PL_COPIES_MOST_SHARERS reports says nothing and is skipped.
 *
 * owner    `arena`
 * cost     O(words), plus MOST_SHARERS squared a sampled shingle at the worst
 * source   Broder 1997, containment by sampled shingles
 */
#ifndef PL_STORY_COPIES_H
#define PL_STORY_COPIES_H

#include "story/article_words.h"

enum { PL_COPIES_MOST_SHARERS = 32 };

/* publisher_of[n_reports]: the number of the first report, by index, of the same publisher. */
int32_t *pl_copies_publishers(PlArena *arena, const PlArticle *const *articles,
                              const PlArticleWords *words, uint32_t n_reports);

#endif
