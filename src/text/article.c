#include "text/article.h"

#include <string.h>

#include "text/boilerplate.h"
#include "text/dateline.h"
#include "text/front_matter.h"
#include "text/headings.h"
#include "text/language.h"
#include "text/lines.h"
#include "text/utf8.h"

const char *const pl_block_kind_names[PL_N_BLOCK_KINDS] = {
    "title",  "crosshead", "paragraph", "front-matter", "label",
    "byline", "widget",    "promotion", "copyright",
};

enum { MOST_DATELINE_PARAGRAPHS = 3, MOST_LINK_WORDS = 24 };

bool pl_block_is_article(PlBlockKind kind)
{
    return kind <= PL_BLOCK_PARAGRAPH;
}

static void push_block(PlArena *arena, PlArticle *article, PlSpan span, PlBlockKind kind)
{
    span = pl_lines_trim(article->text, span);
    if (!pl_span_empty(span)) *pl_vec_push(arena, &article->blocks) = (PlBlock){span, kind};
}

/* Keeps what was given; what the report says of itself fills the rest. */
static uint32_t read_front_matter(PlArena *arena, PlArticle *article)
{
    PlMetadata found;
    PlSpan span = pl_front_matter_read(arena, article->text, &found);
    if (pl_span_empty(span)) return 0;
    pl_metadata_fill(&article->metadata, &found);
    push_block(arena, article, span, PL_BLOCK_FRONT_MATTER);
    return span.end_byte;
}

/* A line of a list of links: a headline, not a sentence. */
static bool could_be_link(PlSlice line)
{
    uint32_t n_spaces = 0;
    for (size_t i = 0; i < line.len && n_spaces < MOST_LINK_WORDS; i++)
        n_spaces += line.ptr[i] == ' ';
    return n_spaces < MOST_LINK_WORDS && !pl_line_is_stopped(line);
}

/* The first line of those that end the report and are links or furniture; lines->n when none. */
static uint32_t links_from(PlSlice text, const PlLines *lines, const PlJudgement *judgements)
{
    uint32_t first = lines->n;
    while (first > 0 && (judgements[first - 1].kind != PL_BLOCK_PARAGRAPH ||
                         could_be_link(pl_slice_of(text, lines->items[first - 1].span))))
        first--;
    return first;
}

/* A line becomes a block, or two when its last sentences are not article. */
static void push_line(PlArena *arena, PlArticle *article, PlSpan span, const PlJudgement *judgement)
{
    PlSpan tail = {span.start_byte + judgement->tail_byte, span.end_byte};
    bool has_tail = judgement->kind == PL_BLOCK_PARAGRAPH && !pl_span_empty(tail);
    if (has_tail) span.end_byte = tail.start_byte;
    push_block(arena, article, span, judgement->kind);
    if (has_tail) push_block(arena, article, tail, judgement->tail);
}

static void push_blocks(PlArena *arena, PlArticle *article, const PlLines *lines)
{
    const PlBoilerplate *boilerplate = pl_boilerplate_shared();
    PlJudgement *judgements = pl_arena_array(arena, PlJudgement, lines->n);
    for (uint32_t i = 0; i < lines->n; i++) {
        PlSlice line = pl_slice_of(article->text, lines->items[i].span);
        PlLinePlace place = {i, lines->n - 1 - i};
        judgements[i] = pl_boilerplate_judge(boilerplate, line, place);
    }
    uint32_t links = links_from(article->text, lines, judgements);
    bool in_list = false;
    for (uint32_t i = 0; i < lines->n; i++) {
        bool is_link = in_list && judgements[i].kind == PL_BLOCK_PARAGRAPH;
        if (is_link) judgements[i].kind = PL_BLOCK_PROMOTION;
        in_list = in_list || (judgements[i].begins_list && i + 1 >= links);
        push_line(arena, article, lines->items[i].span, &judgements[i]);
    }
}

static void find_dateline(PlArena *arena, PlArticle *article)
{
    uint32_t n_paragraphs = 0;
    for (uint32_t i = 0; i < article->blocks.n && n_paragraphs < MOST_DATELINE_PARAGRAPHS; i++) {
        const PlBlock *block = &article->blocks.items[i];
        bool can_have = block->kind == PL_BLOCK_PARAGRAPH &&
                        pl_line_is_stopped(pl_slice_of(article->text, block->span));
        if (!can_have) continue;
        n_paragraphs++;
        PlDateline dateline = pl_dateline_find(arena, article->text, block->span);
        if (pl_span_empty(dateline.span)) continue;
        article->dateline = dateline.span;
        article->dateline_place = pl_slice_of(article->text, dateline.place);
        return;
    }
}

void pl_article_find(PlArena *arena, PlSlice bytes, const PlMetadata *metadata, PlArticle *article)
{
    memset(article, 0, sizeof *article);
    article->text = pl_utf8_repair(arena, bytes, &article->n_replaced);
    if (metadata) article->metadata = *metadata;
    article->language = pl_language_of(article->text);
    uint32_t start = read_front_matter(arena, article);
    PlLines lines = {0};
    pl_lines_cut(arena, article->text, start, &lines);
    pl_lines_unwrap(article->text, &lines);
    push_blocks(arena, article, &lines);
    find_dateline(arena, article);
    pl_headings_find(arena, article);
}

/* Every form as valid UTF-8, none of them empty. Answers how long a text they may make. */
static size_t repair_forms(PlArena *arena, const PlGivenTokens *given, PlSlice *forms,
                           uint32_t *n_replaced)
{
    size_t most = 0;
    for (uint32_t i = 0; i < given->words.n; i++) {
        uint32_t n = 0;
        forms[i] = pl_utf8_repair(arena, given->words.items[i].form, &n);
        if (forms[i].len == 0) forms[i] = PL_SLICE("\xef\xbf\xbd");
        *n_replaced += n;
        most += forms[i].len + 2;
    }
    return most;
}

void pl_article_given(PlArena *arena, const PlGivenTokens *given, const PlMetadata *metadata,
                      PlArticle *article, PlSpan *word_spans)
{
    *article = (PlArticle){.metadata = *metadata};
    PlSlice *forms = pl_arena_array(arena, PlSlice, given->words.n);
    char *text =
        pl_arena_array(arena, char, repair_forms(arena, given, forms, &article->n_replaced));
    uint32_t at = 0;
    PlSpan paragraph = {0, 0};
    for (uint32_t i = 0, sent = 0; i < given->words.n; i++) {
        bool begins = sent < given->sents.n && given->sents.items[sent].first_word == i;
        if (begins && given->sents.items[sent].begins_paragraph && i) {
            *pl_vec_push(arena, &article->blocks) = (PlBlock){paragraph, PL_BLOCK_PARAGRAPH};
            memcpy(text + at, "\n\n", 2);
            at += 2;
            paragraph.start_byte = at;
        } else if (i && given->words.items[i - 1].space_after) {
            text[at++] = ' ';
        }
        sent += begins;
        memcpy(text + at, forms[i].ptr, forms[i].len);
        word_spans[i] = (PlSpan){at, at + (uint32_t)forms[i].len};
        at = paragraph.end_byte = word_spans[i].end_byte;
    }
    if (at) *pl_vec_push(arena, &article->blocks) = (PlBlock){paragraph, PL_BLOCK_PARAGRAPH};
    article->text = (PlSlice){text, at};
    article->language = pl_language_of(article->text);
    find_dateline(arena, article);
    pl_headings_find(arena, article);
}
