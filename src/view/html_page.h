/* HTML page: the frame of every HTML file that Parley writes.
 *
 * One file that asks for nothing from anywhere: no script, no font, no image; its Content Security
 * Policy says so. Light and dark, screen, phone and paper.
 */
#ifndef PL_VIEW_HTML_PAGE_H
#define PL_VIEW_HTML_PAGE_H

#include "base/buffer.h"

void pl_html_page_begin(PlBuffer *out, PlSlice title);
void pl_html_page_end(PlBuffer *out);

extern const char pl_html_style[];

#endif
