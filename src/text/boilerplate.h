/* Boilerplate: lines and closing sentences of a report that are not article.
 *
 * A line is judged by points: the cues of data/en/boilerplate.tsv that it has, and what it looks
 * like (no full stop, an address, its place in the report). Cues against are words that only
 * running text has, so that a paragraph about newsletters stays. A paragraph lost costs more than a
 * line of furniture kept: in doubt it is article.
 *
 * owner    the process: the table is read once, when it is first needed
 * cost     O(words of the line)
 * threads  shared, immutable
 */
#ifndef PL_TEXT_BOILERPLATE_H
#define PL_TEXT_BOILERPLATE_H

#include "text/article.h"

typedef struct PlBoilerplate PlBoilerplate;

const PlBoilerplate *pl_boilerplate_shared(void);

typedef struct PlLinePlace {
    uint32_t n_before; /* lines before this one */
    uint32_t n_after;
} PlLinePlace;

typedef struct PlJudgement {
    PlBlockKind kind;   /* PL_BLOCK_PARAGRAPH: article */
    PlBlockKind tail;   /* of the part from tail_byte on, which is not article */
    uint32_t tail_byte; /* where a paragraph's last sentences are not article; the line's length
                           when all are */
    bool begins_list;   /* "Related posts": what follows to the report's end is a list of links */
} PlJudgement;

PlJudgement pl_boilerplate_judge(const PlBoilerplate *boilerplate, PlSlice line, PlLinePlace place);

#endif
