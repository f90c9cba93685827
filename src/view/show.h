/* Show: one report with what was found in it.
 *
 * text   sentence by sentence, numbered as references number them, names in brackets (in colour
 *        instead when `page->color`), quotes, positions and the like as notes below
 * JSON   as pl_annotation_json_write, without tokens
 * HTML   one file, names and quotes marked in the text
 */
#ifndef PL_VIEW_SHOW_H
#define PL_VIEW_SHOW_H

#include "view/evidence.h"

void pl_show_write_text(PlPage *page, const PlRecord *record, int32_t report);
void pl_show_write_html(PlArena *arena, PlBuffer *out, const PlRecord *record, int32_t report);

#endif
