#include "gum_chains.h"

#include <stdlib.h>
#include <string.h>

#include "base/symbols.h"
#include "treebank.h"

enum { ID, FORM, HEAD = 6, MISC = 9, N_CELLS = 10 };

typedef struct DocumentWord {
    PlSpan span;
    int32_t head; /* word of the document, -1 = root */
} DocumentWord;

typedef struct OpenSpan {
    int32_t entity;
    uint32_t first;
} OpenSpan;

typedef struct ClosedSpan {
    int32_t entity;
    uint32_t first;
    uint32_t last;
} ClosedSpan;

typedef struct Reader {
    PlArena *arena;
    GoldDocument document;
    char *text;
    size_t n_text;
    PL_VEC(DocumentWord) words;
    PL_VEC(OpenSpan) open;
    PL_VEC(ClosedSpan) spans;
    PlSymbols entities;
    uint32_t sent_first;
    int multi_end; /* last word of the multi-word token that is being read */
    bool multi_space;
    bool new_paragraph;
} Reader;

static void close_span(Reader *reader, int32_t entity)
{
    for (uint32_t i = reader->open.n; i-- > 0;) {
        if (reader->open.items[i].entity != entity) continue;
        *pl_vec_push(reader->arena, &reader->spans) =
            (ClosedSpan){entity, reader->open.items[i].first, reader->words.n - 1};
        for (; i + 1 < reader->open.n; i++)
            reader->open.items[i] = reader->open.items[i + 1];
        reader->open.n--;
        return;
    }
}

/* "(6-person-new-..." opens, "6)" closes, "(6-person-...)" is of one word. */
static void read_marks(Reader *reader, PlSlice marks)
{
    size_t at = 0;
    while (at < marks.len) {
        bool opens = marks.ptr[at] == '(';
        size_t start = at += opens;
        while (at < marks.len && marks.ptr[at] != '(' && marks.ptr[at] != ')')
            at++;
        PlSlice rest = {marks.ptr + start, at - start};
        bool closes = at < marks.len && marks.ptr[at] == ')';
        at += closes;
        PlSlice group;
        if (!pl_slice_next(&rest, '-', &group)) continue;
        int32_t entity = pl_symbols_intern(reader->arena, &reader->entities, group);
        if (opens)
            *pl_vec_push(reader->arena, &reader->open) = (OpenSpan){entity, reader->words.n - 1};
        if (closes) close_span(reader, entity);
    }
}

static bool is_head(const Reader *reader, uint32_t word, const ClosedSpan *span)
{
    int32_t head = reader->words.items[word].head;
    return head < (int32_t)span->first || head > (int32_t)span->last;
}

static void end_document(Reader *reader, GoldDocuments *documents)
{
    if (reader->words.n == 0) return;
    for (uint32_t i = 0; i < reader->spans.n; i++) {
        const ClosedSpan *span = &reader->spans.items[i];
        uint32_t word = span->first;
        while (word < span->last && !is_head(reader, word, span))
            word++;
        *pl_vec_push(reader->arena, &reader->document.mentions) =
            (GoldMention){reader->words.items[word].span, span->entity};
    }
    reader->document.text = (PlSlice){reader->text, reader->n_text};
    reader->document.n_entities = (int32_t)reader->entities.names.n;
    *pl_vec_push(reader->arena, documents) = reader->document;
}

static void put(Reader *reader, PlSlice bytes)
{
    memcpy(reader->text + reader->n_text, bytes.ptr, bytes.len);
    reader->n_text += bytes.len;
}

static int number(PlSlice digits)
{
    return (int)strtol(digits.ptr, NULL, 10);
}

/* The words of a multi-word token are spelt one after the other. */
static void read_row(Reader *reader, const PlSlice cells[N_CELLS])
{
    bool space = pl_slice_find(cells[MISC], PL_SLICE("SpaceAfter=No")) < 0;
    ptrdiff_t dash = pl_slice_find(cells[ID], PL_SLICE("-"));
    if (dash > 0) {
        reader->multi_end = number((PlSlice){cells[ID].ptr + dash + 1, cells[ID].len});
        reader->multi_space = space;
        return;
    }
    if (pl_slice_find(cells[ID], PL_SLICE(".")) >= 0) return;
    int id = number(cells[ID]);
    if (id < reader->multi_end) space = false;
    if (id == reader->multi_end) space = reader->multi_space;
    int head = number(cells[HEAD]);
    DocumentWord *word = pl_vec_push(reader->arena, &reader->words);
    word->span.start_byte = (uint32_t)reader->n_text;
    put(reader, cells[FORM]);
    word->span.end_byte = (uint32_t)reader->n_text;
    word->head = head ? (int32_t)reader->sent_first + head - 1 : -1;
    if (space) put(reader, PL_SLICE(" "));
    PlSlice misc = cells[MISC];
    PlSlice cell;
    while (pl_slice_next(&misc, '|', &cell))
        if (pl_slice_starts(cell, "Entity="))
            read_marks(reader, (PlSlice){cell.ptr + 7, cell.len - 7});
}

static void begin_document(Reader *reader, PlArena *arena, size_t most)
{
    *reader = (Reader){.arena = arena, .text = pl_arena_array(arena, char, most + 1)};
}

void gum_chains_read(PlArena *arena, const char *path, GoldDocuments *documents)
{
    PlSlice rest = treebank_file(arena, path);
    Reader reader;
    begin_document(&reader, arena, rest.len);
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        if (pl_slice_starts(line, "# newdoc id")) {
            end_document(&reader, documents);
            begin_document(&reader, arena, rest.len);
        }
        if (pl_slice_starts(line, "# newpar")) reader.new_paragraph = true;
        if (line.len == 0) {
            reader.sent_first = reader.words.n;
            reader.multi_end = 0;
        }
        if (line.len == 0 || line.ptr[0] == '#') continue;
        if (reader.new_paragraph && reader.n_text) put(&reader, PL_SLICE("\n\n"));
        reader.new_paragraph = false;
        PlSlice cells[N_CELLS];
        for (int i = 0; i < N_CELLS; i++)
            if (!pl_slice_next(&line, '\t', &cells[i])) exit(1);
        read_row(&reader, cells);
    }
    end_document(&reader, documents);
}
