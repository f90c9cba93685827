/* CoNLL-U report: the words and sentences that somebody else has cut.
 *
 *   # newdoc id = strike          a report begins
 *   # newpar                      a paragraph begins
 *   # sent_id = strike-1
 *   1-2  don't  _ ... _           the words up to 2 stand without spaces
 *   1    do     _ ... _
 *   2    n't    _ ... SpaceAfter=No
 *
 * Only ID, FORM, SpaceAfter=No and these comments are read; empty nodes (1.1) are left alone. Where
 * the words of a multi-word token do not spell it (au = a le), the words stand in the text.
 *
 * source   https://universaldependencies.org/format.html
 * cost     O(bytes)
 * threads  pure
 */
#ifndef PL_BYTES_CONLLU_REPORT_H
#define PL_BYTES_CONLLU_REPORT_H

#include "base/vec.h"

typedef enum PlConlluKind {
    PL_CONLLU_BLANK, /* ends a sentence */
    PL_CONLLU_COMMENT,
    PL_CONLLU_WORD,
    PL_CONLLU_RANGE, /* a multi-word token */
    PL_CONLLU_EMPTY_NODE
} PlConlluKind;

typedef struct PlConlluLine {
    PlConlluKind kind;
    PlSlice key;      /* a comment's: "sent_id" */
    PlSlice value;    /* a comment's, empty = none */
    uint32_t last_id; /* of a word its own, of a range its last word's */
    PlSlice form;     /* never empty in a word */
    bool space_after;
} PlConlluLine;

typedef struct PlGivenWord {
    PlSlice form;
    bool space_after;
} PlGivenWord;

typedef struct PlGivenSentence {
    uint32_t first_word; /* its words end where the next sentence's begin; it has one at least */
    bool begins_paragraph;
    PlSlice id; /* empty = none */
} PlGivenSentence;

typedef struct PlGivenTokens {
    PL_VEC(PlGivenWord) words;
    PL_VEC(PlGivenSentence) sents;
} PlGivenTokens;

/* One line without its newline. What is wrong with it, or NULL. */
const char *pl_conllu_line_read(PlSlice bytes, PlConlluLine *line);
/* The comment begins a report. */
bool pl_conllu_is_newdoc(const PlConlluLine *line);
/* All lines are one report's; those that are wrong are passed over. Forms borrow `bytes`. */
void pl_conllu_report_read(PlArena *arena, PlSlice bytes, PlGivenTokens *given);

#endif
