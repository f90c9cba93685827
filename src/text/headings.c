#include "text/headings.h"

#include "text/lines.h"
#include "text/utf8.h"

enum {
    MOST_HEADING_WORDS = 16,
    MOST_TITLE_WORDS = 28,
    FEW_WORDS = 8,
    LONGEST_TITLE = 300,
    SHORTEST_SENTENCE = 20
};

typedef struct Shape {
    uint32_t n_words;
    uint32_t n_capital; /* words that begin with a capital, a digit or a mark and a capital */
    uint32_t n_small;   /* lower-case words of up to four letters, which titles leave small */
    uint32_t last;      /* the last code point that is not a closing mark */
    bool begins_well;   /* with a capital, a digit, or a quotation mark before one */
} Shape;

static bool is_opening_mark(uint32_t point)
{
    return point == '"' || point == '\'' || point == '(' || point == '[' ||
           point == PL_UTF8_DOUBLE_OPEN || point == PL_UTF8_SINGLE_OPEN || point == 0xab ||
           point == '#' || point == '$' || point == 0x20ac || point == 0xa3;
}

static bool is_closing_mark(uint32_t point)
{
    return point == '"' || point == '\'' || point == ')' || point == ']' ||
           point == PL_UTF8_DOUBLE_CLOSE || point == PL_UTF8_SINGLE_CLOSE || point == 0xbb;
}

static Shape shape_of(PlSlice line)
{
    Shape shape = {0};
    size_t word_start = 0;
    for (size_t i = 0; i <= line.len;) {
        size_t at = i;
        uint32_t point = i < line.len ? pl_utf8_next(line, &i) : ' ';
        if (at == line.len) i++;
        if (!pl_utf8_is_space(point)) {
            if (!is_closing_mark(point)) shape.last = point;
            continue;
        }
        if (at > word_start) {
            size_t first = word_start;
            while (first < at && is_opening_mark(pl_utf8_at(line, first)))
                pl_utf8_next(line, &first);
            uint32_t letter = pl_utf8_at(line, first);
            bool capital = pl_utf8_is_upper(letter) || pl_utf8_is_digit(letter);
            shape.begins_well = shape.begins_well || (shape.n_words == 0 && capital);
            shape.n_capital += capital;
            shape.n_small += !capital && at - first <= 4;
            shape.n_words++;
        }
        word_start = i;
    }
    return shape;
}

/* A line that could be a heading by itself: it begins as one, and does not end as a sentence. */
static bool could_be_heading(PlSlice line, uint32_t most_words)
{
    Shape shape = shape_of(line);
    if (!shape.begins_well || shape.n_words > most_words) return false;
    if (shape.last == ',' || shape.last == ';' || shape.last == ':' || shape.last == '-' ||
        shape.last == PL_UTF8_EM_DASH || shape.last == PL_UTF8_ELLIPSIS)
        return false;
    if (!pl_line_is_stopped(line)) return true;
    /* A question may head what answers it, when it is short or has a title's capitals. */
    bool asks = shape.last == '?' || shape.last == '!';
    bool is_titled = (shape.n_capital + shape.n_small) * 10 >= shape.n_words * 9 &&
                     shape.n_capital * 2 > shape.n_words;
    uint32_t first = pl_utf8_at(line, 0);
    bool is_speech = first == '"' || first == PL_UTF8_DOUBLE_OPEN;
    return asks && !is_speech && (is_titled || shape.n_words <= FEW_WORDS);
}

static bool is_body(const PlArticle *article, const PlBlock *block)
{
    return block->kind == PL_BLOCK_PARAGRAPH &&
           pl_line_is_stopped(pl_slice_of(article->text, block->span));
}

/* Lists, transcripts and texts without stops have more short lines than paragraphs; none of them
 * heads anything. */
static bool has_stopped_paragraphs(const PlArticle *article)
{
    uint32_t n_paragraphs = 0;
    uint32_t n_stopped = 0;
    for (uint32_t i = 0; i < article->blocks.n; i++) {
        n_paragraphs += article->blocks.items[i].kind == PL_BLOCK_PARAGRAPH;
        n_stopped += is_body(article, &article->blocks.items[i]);
    }
    return n_stopped * 2 >= n_paragraphs;
}

static bool same_title(PlArena *arena, PlSlice a, PlSlice b)
{
    return a.len && b.len && pl_slice_equal(pl_utf8_fold(arena, a), pl_utf8_fold(arena, b));
}

/* The block that is the headline: the first that is article, if it looks like one. */
static PlBlock *find_title(PlArena *arena, PlArticle *article)
{
    uint32_t first = 0;
    while (first < article->blocks.n && article->blocks.items[first].kind != PL_BLOCK_PARAGRAPH)
        first++;
    if (first == article->blocks.n) return NULL;
    PlBlock *block = &article->blocks.items[first];
    PlSlice line = pl_slice_of(article->text, block->span);
    if (same_title(arena, line, article->metadata.title)) return block;
    bool has_more = false;
    for (uint32_t i = first + 1; i < article->blocks.n && !has_more; i++)
        has_more = article->blocks.items[i].kind == PL_BLOCK_PARAGRAPH;
    /* Two words are a section or an author's name. */
    bool fits = line.len <= LONGEST_TITLE && could_be_heading(line, MOST_TITLE_WORDS) &&
                shape_of(line).n_words > 2;
    return has_more && fits ? block : NULL;
}

static void find_crossheads(PlArticle *article)
{
    if (!has_stopped_paragraphs(article)) return;
    bool heads_something = false;
    for (uint32_t i = article->blocks.n; i-- > 0;) {
        PlBlock *block = &article->blocks.items[i];
        if (block->kind != PL_BLOCK_PARAGRAPH) continue;
        PlSlice line = pl_slice_of(article->text, block->span);
        if (heads_something && could_be_heading(line, MOST_HEADING_WORDS))
            block->kind = PL_BLOCK_CROSSHEAD;
        else
            heads_something = heads_something || is_body(article, block);
    }
}

/* The first sentence of a paragraph, near enough for a title: up to a stop behind a word of four
 * letters or more, which no abbreviation in common use has. */
static PlSlice first_sentence(PlSlice paragraph)
{
    size_t word_len = 0;
    for (size_t i = 0; i + 1 < paragraph.len; i++) {
        char c = paragraph.ptr[i];
        bool stops = c == '.' || c == '!' || c == '?';
        if (stops && i >= SHORTEST_SENTENCE && word_len >= 4 && paragraph.ptr[i + 1] <= ' ')
            return (PlSlice){paragraph.ptr, i + 1};
        word_len = (unsigned char)c > ' ' && !stops ? word_len + 1 : 0;
    }
    return paragraph;
}

/* At most LONGEST_TITLE bytes, cut between words, line ends as spaces. */
static PlSlice as_title(PlArena *arena, PlSlice words)
{
    size_t len = words.len;
    if (len > LONGEST_TITLE) {
        len = LONGEST_TITLE;
        while (len > 0 && words.ptr[len] != ' ')
            len--;
        if (len == 0) len = LONGEST_TITLE;
        while (((unsigned char)words.ptr[len] & 0xc0) == 0x80)
            len--;
    }
    return pl_metadata_clean(arena, (PlSlice){words.ptr, len});
}

static PlSlice title_from_text(PlArena *arena, const PlArticle *article)
{
    for (uint32_t i = 0; i < article->blocks.n; i++) {
        const PlBlock *block = &article->blocks.items[i];
        if (!pl_block_is_article(block->kind)) continue;
        PlSpan span = block->span;
        if (pl_span_within(article->dateline, span) && !pl_span_empty(article->dateline))
            span.start_byte = article->dateline.end_byte;
        PlSlice line = pl_slice_of(article->text, pl_lines_trim(article->text, span));
        return as_title(arena, block->kind == PL_BLOCK_TITLE ? line : first_sentence(line));
    }
    return (PlSlice){NULL, 0};
}

void pl_headings_find(PlArena *arena, PlArticle *article)
{
    PlBlock *title = find_title(arena, article);
    if (title) title->kind = PL_BLOCK_TITLE;
    find_crossheads(article);
    if (article->metadata.title.len == 0) article->metadata.title = title_from_text(arena, article);
}
