/* Content: the words that a stance is about, the issues in them, and the terms.
 *
 * threads  pure
 */
#ifndef PL_TALKS_CONTENT_H
#define PL_TALKS_CONTENT_H

#include "talks/talks_reading.h"

enum {
    PL_CONTENT_MAX_TOKS = 26,
    PL_CONTENT_MAX_ISSUES = 4 /* issues that one coordinated phrase may name */
};

typedef struct PlContent {
    PlToks toks;
    uint32_t n_issues;
    PlSlice issue[PL_CONTENT_MAX_ISSUES];
    PlSlice terms[PL_CONTENT_MAX_ISSUES]; /* a few words of the report; may be empty */
    PlToks words[PL_CONTENT_MAX_ISSUES];  /* that name the issue; empty when others do */
} PlContent;

/* What stands from `first` on in the sentence of `cue`: up to the end of its clause, over the
 * commas of a list; empty where the sentence ends before it. With `phrase`, what is about is a noun
 * phrase and ends before a finite verb. */
PlToks pl_content_after(const PlReading *reading, uint32_t cue, uint32_t first, bool phrase);
/* The issues in `toks`: the first, and those coordinated with it. With `open`, a noun phrase that
 * no table covers is an issue by its head noun's lemma. */
PlContent pl_content_read(const PlReading *reading, PlToks toks, bool open);
/* The noun phrase that `toks` begin with is itself an issue, or a plan, an offer, a decision on
 * one. */
bool pl_content_is_issue(const PlReading *reading, PlToks toks);
/* "in exchange for", "in return for" stands at `tok`: what follows is what the other side gives. */
bool pl_content_is_trade(const PlReading *reading, uint32_t tok);
/* What "it" and "this" at `tok` are: the last issue before, in its sentence or the one before; with
 * `accord`, the last that is an accord, an offer or a plan. */
PlContent pl_content_pointed_at(const PlReading *reading, uint32_t tok, bool accord);
/* The content would undo its issue number `i`, which is an accord or talks: "quit the talks", "a
 * bid to unravel the deal". */
bool pl_content_undoes(const PlReading *reading, const PlContent *content, uint32_t i);
/* The next verb that shares the place of the one at `tok`: "to cut X and close Y"; -1 = none. */
int32_t pl_content_next_deed(const PlReading *reading, uint32_t first_deed, uint32_t after);
/* The noun phrase that `toks` begin with is an accord, an offer or a plan. */
bool pl_content_is_accord(const PlReading *reading, PlToks toks);
/* The clause says what must be: "must", "has to", or, after a verb that takes one, a subjunctive
 * ("that he resign"). */
bool pl_content_must(const PlReading *reading, PlToks toks, bool subjunctive);
/* The clause says what could be: "might be inevitable". */
bool pl_content_may(const PlReading *reading, PlToks toks);

#endif
