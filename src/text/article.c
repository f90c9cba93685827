#include "text/article.h"

#include <string.h>

#include "text/utf8.h"

const char *const pl_block_kind_names[PL_N_BLOCK_KINDS] = {
    "title",  "crosshead", "paragraph", "front-matter", "label",
    "byline", "widget",    "promotion", "copyright",
};

bool pl_block_is_article(PlBlockKind kind)
{
    return kind <= PL_BLOCK_PARAGRAPH;
}

static PlSpan trim_span(PlSlice text, size_t start, size_t end)
{
    while (start < end && (unsigned char)text.ptr[start] <= ' ')
        start++;
    while (end > start && (unsigned char)text.ptr[end - 1] <= ' ')
        end--;
    return (PlSpan){(uint32_t)start, (uint32_t)end};
}

static bool ends_like_sentence(PlSlice line)
{
    size_t end = line.len;
    while (end > 0) {
        uint32_t point = pl_utf8_before(line, end);
        if (point == '.' || point == '!' || point == '?' || point == ':' || point == ';' ||
            point == ',' || point == PL_UTF8_ELLIPSIS)
            return true;
        if (point != '"' && point != '\'' && point != ')' && point != PL_UTF8_DOUBLE_CLOSE &&
            point != PL_UTF8_SINGLE_CLOSE)
            return false;
        end -= point < 0x80 ? 1 : 3;
    }
    return false;
}

void pl_article_find(PlArena *arena, PlSlice bytes, const PlMetadata *metadata, PlArticle *article)
{
    memset(article, 0, sizeof *article);
    article->text = pl_utf8_repair(arena, bytes, &article->n_replaced);
    if (metadata) article->metadata = *metadata;
    article->language = PL_SLICE("en");
    PlSlice rest = article->text;
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        size_t start = (size_t)(line.ptr - article->text.ptr);
        PlSpan span = trim_span(article->text, start, start + line.len);
        if (pl_span_empty(span)) continue;
        PlSlice content = pl_slice_of(article->text, span);
        bool is_head = content.len < 120 && !ends_like_sentence(content);
        PlBlockKind kind = !is_head                 ? PL_BLOCK_PARAGRAPH
                           : article->blocks.n == 0 ? PL_BLOCK_TITLE
                                                    : PL_BLOCK_CROSSHEAD;
        *pl_vec_push(arena, &article->blocks) = (PlBlock){span, kind};
        if (article->metadata.title.len == 0) article->metadata.title = content;
    }
}
