#include "treebank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, N_COLUMNS };

typedef struct Row {
    PlSlice cells[N_COLUMNS];
    uint32_t start_byte;
    uint32_t end_byte;
    bool ends_sentence;
} Row;

PlSlice treebank_file(PlArena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = pl_arena_array(arena, char, size + 1);
    if (fread(bytes, 1, size, file) != size) {
        fprintf(stderr, "%s: cannot be read whole\n", path);
        exit(1);
    }
    fclose(file);
    return (PlSlice){bytes, size};
}

static int label_of(const char *const *names, int n, PlSlice name, const char *path)
{
    for (int i = 0; i < n; i++)
        if (pl_slice_is(name, names[i])) return i;
    fprintf(stderr, "%s: unknown label %.*s\n", path, PL_PRI(name));
    exit(1);
}

static bool is_word(PlSlice id)
{
    for (size_t i = 0; i < id.len; i++)
        if (id.ptr[i] < '0' || id.ptr[i] > '9') return false;
    return id.len > 0;
}

static uint32_t number(PlSlice digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (uint32_t)(digits.ptr[i] - '0');
    return value;
}

typedef PL_VEC(Row) Rows;

/* The rows that are words, with the places of their forms in `text`, which is written too. */
static void read_rows(PlArena *arena, PlSlice bytes, const char *path, Rows *rows, char *text,
                      uint32_t *text_len)
{
    PlSlice rest = bytes;
    PlSlice line;
    uint32_t multi_end = 0; /* words of a multi-word token stand without spaces */
    bool multi_space = true;
    while (pl_slice_next(&rest, '\n', &line)) {
        if (line.len == 0) {
            if (rows->n) rows->items[rows->n - 1].ends_sentence = true;
            multi_end = 0;
            continue;
        }
        if (line.ptr[0] == '#') continue;
        Row row = {0};
        for (int i = 0; i < N_COLUMNS; i++)
            if (!pl_slice_next(&line, '\t', &row.cells[i])) {
                fprintf(stderr, "%s: a row with fewer than ten columns\n", path);
                exit(1);
            }
        bool no_space = pl_slice_find(row.cells[MISC], PL_SLICE("SpaceAfter=No")) >= 0;
        ptrdiff_t dash = pl_slice_find(row.cells[ID], PL_SLICE("-"));
        if (dash > 0) {
            multi_end = number(
                (PlSlice){row.cells[ID].ptr + dash + 1, row.cells[ID].len - (size_t)dash - 1});
            multi_space = !no_space;
        }
        if (!is_word(row.cells[ID])) continue;
        uint32_t id = number(row.cells[ID]);
        row.start_byte = *text_len;
        memcpy(text + *text_len, row.cells[FORM].ptr, row.cells[FORM].len);
        *text_len += (uint32_t)row.cells[FORM].len;
        row.end_byte = *text_len;
        bool space = id < multi_end ? false : id == multi_end ? multi_space : !no_space;
        if (space) text[(*text_len)++] = ' ';
        *pl_vec_push(arena, rows) = row;
    }
    if (rows->n) rows->items[rows->n - 1].ends_sentence = true;
}

static void fill_word(const PlTokens *tokens, const Row *row, uint32_t tok, uint32_t first, int n,
                      const char *path, Word *word)
{
    PlWordKey key = pl_word_key(tokens->lower[tok]);
    uint32_t head = number(row->cells[HEAD]);
    word->vocabulary = TREEBANK_NONE;
    word->vector = TREEBANK_NONE;
    word->n_affixes = (uint8_t)pl_word_affixes(&key, word->affixes);
    word->shape = (uint8_t)pl_word_shape(tokens->form[tok], tok == first,
                                         (tokens->flags[tok] & PL_TOK_SPACE_BEFORE) != 0);
    word->upos = (uint8_t)label_of(pl_upos_names, PL_N_UPOS, row->cells[UPOS], path);
    word->xpos = (uint8_t)label_of(pl_xpos_names, PL_N_XPOS, row->cells[XPOS], path);
    word->deprel = (uint8_t)label_of(pl_deprel_names, PL_N_DEPREL, row->cells[DEPREL], path);
    word->head = head ? (int32_t)head - 1 : n;
    word->name = TREEBANK_NONE;
}

void treebank_read(PlArena *arena, const char *path, Treebank *treebank)
{
    PlSlice bytes = treebank_file(arena, path);
    char *text = pl_arena_array(arena, char, bytes.len + 1);
    uint32_t text_len = 0;
    Rows rows = {0};
    read_rows(arena, bytes, path, &rows, text, &text_len);

    PlTokenColumns columns;
    pl_token_columns_init(&columns, arena, (PlSlice){text, text_len});
    treebank->lemma = pl_arena_array(arena, PlSlice, rows.n);
    treebank->feats = pl_arena_array(arena, PlSlice, rows.n);
    treebank->misc = pl_arena_array(arena, PlSlice, rows.n);
    uint32_t first = 0;
    for (uint32_t i = 0; i < rows.n; i++) {
        pl_token_columns_add(&columns, rows.items[i].start_byte, rows.items[i].end_byte);
        treebank->lemma[i] = rows.items[i].cells[LEMMA];
        treebank->feats[i] = rows.items[i].cells[FEATS];
        treebank->misc[i] = rows.items[i].cells[MISC];
        if (!rows.items[i].ends_sentence) continue;
        pl_token_columns_add_sent(&columns, first, i + 1, 0);
        int n = (int)(i + 1 - first);
        Sentence *sentence = pl_vec_push(arena, &treebank->sentences);
        *sentence = (Sentence){pl_arena_array(arena, Word, (size_t)n), n, true, false, first};
        for (uint32_t tok = first; tok <= i; tok++)
            fill_word(&columns.tokens, &rows.items[tok], tok, first, n, path,
                      &sentence->words[tok - first]);
        first = i + 1;
    }
    treebank->tokens = columns.tokens;
}
