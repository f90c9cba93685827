/* Article: a report's text, what of it is article, and what sites left around it.
 *
 * `text` is the whole report as valid UTF-8: invalid bytes and NULs become U+FFFD and are counted,
 * a byte order mark is dropped, nothing else changes. Every later offset is a byte of it. Blocks
 * cut it into lines and paragraphs; what is not article is a block too, of a kind that says why.
 *
 * owner    `arena`; text borrows the raw bytes when they were valid
 * cost     O(bytes)
 * threads  pure
 */
#ifndef PL_TEXT_ARTICLE_H
#define PL_TEXT_ARTICLE_H

#include "base/vec.h"
#include "bytes/conllu_report.h"
#include "bytes/metadata.h"

typedef enum PlBlockKind {
    PL_BLOCK_TITLE,     /* the headline, standing in the text */
    PL_BLOCK_CROSSHEAD, /* a heading inside the article */
    PL_BLOCK_PARAGRAPH,
    /* Not article, from here on: these are the report's `boilerplate`. */
    PL_BLOCK_FRONT_MATTER, /* "source: ...", "date: ..." lines before the text */
    PL_BLOCK_LABEL,        /* section label: "World", "Related" */
    PL_BLOCK_BYLINE,       /* "By A. Writer", "Updated 3 hours ago", credit lines */
    PL_BLOCK_WIDGET,       /* what a site's furniture left: share buttons, "+ posts" */
    PL_BLOCK_PROMOTION,    /* "Follow us on ...", "Also read ..." */
    PL_BLOCK_COPYRIGHT,
    PL_N_BLOCK_KINDS
} PlBlockKind;

extern const char *const pl_block_kind_names[PL_N_BLOCK_KINDS];

typedef struct PlBlock {
    PlSpan span; /* without white space at the ends; blocks are in order and do not overlap */
    PlBlockKind kind;
} PlBlock;

typedef struct PlArticle {
    PlSlice text;
    PlMetadata metadata;    /* the given one, completed from front matter and text: title always,
                               published when front matter says it */
    PlSlice language;       /* ISO 639-1 "en", or "und": only English is analysed */
    PlSpan dateline;        /* "GENEVA, May 3 (Reuters) -", inside a paragraph; may be empty */
    PlSlice dateline_place; /* as written; empty = none */
    uint32_t n_replaced;    /* invalid bytes and NULs replaced */
    PL_VEC(PlBlock) blocks;
} PlArticle;

bool pl_block_is_article(PlBlockKind kind);

/* The article in `bytes`. `metadata` is what is known already. */
void pl_article_find(PlArena *arena, PlSlice bytes, const PlMetadata *metadata, PlArticle *article);

/* The article that has these words and nothing around it. word_spans[given->words.n] becomes where
 * each word stands. */
void pl_article_given(PlArena *arena, const PlGivenTokens *given, const PlMetadata *metadata,
                      PlArticle *article, PlSpan *word_spans);

#endif
