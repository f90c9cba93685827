/* Explain: one event with everything that made it: for each mention the sentence, the frame that
 * fired, why each actor is on its side, why the status and the date, and the parse.
 *
 * The store keeps no syntax: the reports come annotated anew. A report that this engine, or one
 * with other frames, would code otherwise than the record has it is said to be so.
 *
 * owner    the page's arena
 * threads  pure
 */
#ifndef PL_VIEW_EXPLAIN_H
#define PL_VIEW_EXPLAIN_H

#include "pipeline/record.h"
#include "view/layout.h"

typedef struct PlExplainedMention {
    const PlHappeningMention *mention;
    const PlAnnotation *report; /* with syntax */
    int32_t event;              /* of `report`; -1 = not coded there any more */
} PlExplainedMention;

/* Mentions explained; more of them are only counted. */
enum { PL_EXPLAIN_MOST_MENTIONS = 12 };

/* The event of `report` that is `stored`: that with the same trigger and type, else with the same
 * trigger; -1 = none. */
int32_t pl_explain_find_event(const PlAnnotation *report, const PlEvent *stored);

void pl_explain_write_text(PlPage *page, const PlRecord *record, int32_t happening,
                           const PlExplainedMention *mentions, uint32_t n);
void pl_explain_write_json(PlArena *arena, PlBuffer *out, const PlRecord *record, int32_t happening,
                           const PlExplainedMention *mentions, uint32_t n);

#endif
