/* Headings: the headline and the crossheads among a report's lines, and a title for it.
 *
 * threads  pure
 */
#ifndef PL_TEXT_HEADINGS_H
#define PL_TEXT_HEADINGS_H

#include "text/article.h"

/* Tells headings from paragraphs among the blocks that are PL_BLOCK_PARAGRAPH so far: sets
 * PL_BLOCK_TITLE and PL_BLOCK_CROSSHEAD. Completes `article->metadata.title`. */
void pl_headings_find(PlArena *arena, PlArticle *article);

#endif
