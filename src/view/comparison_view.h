/* Comparison view: what two reports both say, where they differ, and what each alone says.
 *
 * JSON  {"reports":[{"id","source","published","title"}],"same_story","shared_text":{"kind",
 *       "containment","resemblance"},"differences","agreements","only":[{"report","says":[{"subject",
 *       "attribute","value","evidence"}]}]}; differences and agreements as in parley differences
 *
 * owner    `arena` of the page
 * threads  pure
 */
#ifndef PL_VIEW_COMPARISON_VIEW_H
#define PL_VIEW_COMPARISON_VIEW_H

#include "view/difference_view.h"

/* format: TEXT, JSON or HTML. first, second: reports of the record. */
void pl_comparison_view_write(PlPage *page, const PlRecord *record, int32_t first, int32_t second,
                              ParleyFormat format);

#endif
