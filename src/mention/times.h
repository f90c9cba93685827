/* Times: dates, clock times, durations and sets, with TIMEX3 values.
 *
 *   "on 3 May 2019" 2019-05-03       "in early 2022" 2022         "the 1990s" 199
 *   "Thursday evening" 2019-05-02TEV "1:35 pm" 2019-05-02T13:35   "1035 GMT" 2019-05-02T10:35Z
 *   "nearly three years" P3Y         "decades" PXE                "every Monday" XXXX-WXX-1
 *   "recently" PAST_REF              "now" PRESENT_REF            "in future" FUTURE_REF
 *   "the week of May 6" 2019-W19     "Q3 2018" 2018-Q3            "fiscal 2018" FY2018
 *
 * A range is two times, each with what the other says: "5 to 6 pm", "3-12 September", "March to
 * June 2019". Hours and minutes are counted ("two hours ago") where the report says when it was
 * written.
 *
 * Relative words are anchored to the report's date, with the tense of their clause. A report
 * without a date keeps them underspecified (XXXX-WXX-4, XXXX-05-03): nothing is guessed.
 *
 * Invariants
 *  1. mentions->times comes out sorted by start, without overlaps; a time lies in one sentence.
 *  2. A month or weekday inside the name of a person is no time.
 *
 * owner    `arena`; names must be found already (mentions->mention_of_tok, or NULL when they are
 *          not)
 * cost     O(tokens)
 * threads  the model is shared
 * source   TIMEX3 as in TimeML 1.2.1 (ISO 24617-1)
 */
#ifndef PL_MENTION_TIMES_H
#define PL_MENTION_TIMES_H

#include "mention/mentions.h"

typedef struct PlTimesModel PlTimesModel;

/* The model lives in `arena`, immutable afterwards. */
const PlTimesModel *pl_times_model_load(PlArena *arena);

/* Fills mentions->times. */
void pl_times_find(PlArena *arena, const PlTimesModel *model, const PlArticle *article,
                   const PlTokens *tokens, const PlSyntax *syntax, PlMentions *mentions);

#endif
