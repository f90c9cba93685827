/* Layout: styled text, broken into lines for a terminal.
 *
 * A PlRich is one paragraph: safe text (view/escape.h) with styles. Lines break at spaces; a word
 * that is longer than a line breaks inside. Widths are columns: wide East Asian characters take
 * two, combining marks none.
 *
 * owner    `arena`
 * cost     O(bytes)
 * threads  pure
 */
#ifndef PL_VIEW_LAYOUT_H
#define PL_VIEW_LAYOUT_H

#include "base/buffer.h"
#include "base/vec.h"

typedef enum PlStyle {
    PL_STYLE_PLAIN,
    PL_STYLE_BOLD,
    PL_STYLE_DIM,
    PL_STYLE_TITLE,
    PL_STYLE_HEADING,
    PL_STYLE_REF,
    PL_STYLE_PERSON,
    PL_STYLE_GROUP,
    PL_STYLE_PLACE,
    PL_STYLE_QUOTE,
    PL_STYLE_POSITION,
    PL_STYLE_HIT,
    PL_N_STYLES
} PlStyle;

typedef struct PlStyleRun {
    uint32_t start_byte; /* up to the next run */
    PlStyle style;
} PlStyleRun;

typedef struct PlRich {
    char *bytes;
    uint32_t n_bytes;
    uint32_t capacity;
    PL_VEC(PlStyleRun) runs;
} PlRich;

typedef struct PlLine {
    uint32_t start_byte;
    uint32_t end_byte;
    uint32_t width;
} PlLine;

typedef PL_VEC(PlLine) PlLines;

/* Adds `text`, made safe. White space at its ends is lost: spaces between parts are the caller's,
 * by pl_rich_space. */
void pl_rich_add(PlArena *arena, PlRich *rich, PlStyle style, PlSlice text);
/* As pl_rich_add, but white space at the ends stays, as one space: for a text cut into parts. */
void pl_rich_add_part(PlArena *arena, PlRich *rich, PlStyle style, PlSlice text);
void pl_rich_puts(PlArena *arena, PlRich *rich, PlStyle style, const char *text);
/* All of `more`, with its styles. */
void pl_rich_append(PlArena *arena, PlRich *rich, const PlRich *more);
/* A space, unless the paragraph is empty or ends in one. */
void pl_rich_space(PlArena *arena, PlRich *rich);

uint32_t pl_layout_width(PlSlice text);

/* first_width: room in the first line; width: in the others; both at least 1. */
void pl_rich_wrap(PlArena *arena, const PlRich *rich, uint32_t first_width, uint32_t width,
                  PlLines *lines);
/* The line's text, with escapes for its styles when `color`. No line feed. */
void pl_rich_put_line(PlBuffer *out, const PlRich *rich, PlLine line, bool color);

/* A terminal's page. */
typedef struct PlPage {
    PlArena *arena;
    PlBuffer *out;
    uint32_t width; /* columns, at least 20 */
    bool color;
} PlPage;

void pl_page_spaces(PlPage *page, uint32_t n);
void pl_page_blank(PlPage *page);
/* The paragraph, its first line indented by `first`, the others by `rest`. */
void pl_page_paragraph(PlPage *page, const PlRich *rich, uint32_t first, uint32_t rest);
/* As pl_page_paragraph, with `label` in the first line's indent of `indent` columns. A label that
 * is too long for it gets a line of its own. */
void pl_page_labelled(PlPage *page, PlStyle style, const char *label, const PlRich *rich,
                      uint32_t indent);

#endif
