/* Stance search: one pass over a report for stances, and what it knows where it stands.
 *
 * Invariants
 *  1. `outer` lies in the sentence that is read; it is empty at the start of each.
 *  2. Rows come in the order of the words that give them.
 *
 * owner    the caller, on its stack; rows go to `talks`, in the reading's arena
 * cost     each question is bounded for one token
 * threads  one report, one thread
 */
#ifndef PL_TALKS_STANCE_SEARCH_H
#define PL_TALKS_STANCE_SEARCH_H

#include "talks/content.h"
#include "talks/sides.h"

enum {
    PL_STANCE_AFTER_GAP = 4,      /* adverbs and times between a verb and the words it takes */
    PL_STANCE_ADDRESSEE_GAP = 12, /* tokens of the one addressed: "urge .. to" */
    PL_STANCE_ANTECEDENT_REACH = 36,
    PL_STANCE_SUBJECT_REACH = 20
};

typedef struct PlStanceSearch {
    const PlReading *reading;
    PlTalks *talks;
    PlToks outer; /* the content of the last stance, inside which its side's words are its own */
    PlSides outer_sides; /* none when it is not known whose stance that is */
} PlStanceSearch;

/* The rows of one stance: one for each side and issue. */
void pl_stance_search_add(PlStanceSearch *search, const PlSides *sides, int8_t stance,
                          const PlContent *content, PlToks words);
/* The words at `tok` lie in what the same side, or one unknown, has already been found to want or
 * refuse. */
bool pl_stance_search_is_own(const PlStanceSearch *search, uint32_t tok, const PlSides *sides);
/* From here on, `content` is what `sides` want or refuse. */
void pl_stance_search_enter(PlStanceSearch *search, PlToks content, const PlSides *sides);
/* From the subject, when it stands close by, to the end of the content. */
PlToks pl_stance_search_words(const PlStanceSearch *search, uint32_t verb, uint32_t end);
/* An adverb or a time, which may stand between a verb and its content. */
bool pl_stance_search_skips(const PlStanceSearch *search, uint32_t tok);
PlToks pl_stance_search_skip_adverbs(const PlStanceSearch *search, PlToks toks);

#endif
