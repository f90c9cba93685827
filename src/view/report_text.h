/* Report text: a report's own words on a page, with places in it marked.
 *
 * owner    `arena`
 * cost     O(text + marks log marks)
 * threads  pure
 */
#ifndef PL_VIEW_REPORT_TEXT_H
#define PL_VIEW_REPORT_TEXT_H

#include "pipeline/record.h"
#include "view/layout.h"

/* What the bytes of a report are, for a reader: a name wins over a quote, a quote over a position.
 * Quotes that nest, however deep, cost no more than their outermost. */
typedef struct PlPaint {
    uint8_t *style; /* [text.len] PlStyle */
} PlPaint;

PlPaint pl_paint_report(PlArena *arena, const PlAnnotation *report);

/* A stretch of text that HTML puts into an element of its own. */
typedef struct PlTextMark {
    PlSpan span;
    PlSlice id;        /* <mark id="...">; empty: <span> */
    const char *class; /* NULL = none */
    PlSlice back;      /* id of the place that leads here, for a link back; empty = none */
} PlTextMark;

/* The report's blocks as HTML: sentences numbered, `marks` (any order) as elements. Marks that
 * cross are cut so that elements nest. */
void pl_report_text_html(PlArena *arena, PlBuffer *out, const PlAnnotation *report,
                         const PlTextMark *marks, uint32_t n_marks);

#endif
