#include "mention/piece_words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PHRASE_BYTES = 64 };

static uint8_t class_of(PlSlice name, const char *const *class_names, uint32_t n_classes)
{
    for (uint32_t i = 0; i < n_classes; i++)
        if (pl_slice_is(name, class_names[i])) return (uint8_t)i;
    assert(false && "a table of data/en has a class that the program does not know");
    return 0;
}

static void add_spelling(PlArena *arena, PlPieceWords *words, PlSlice spelling, uint32_t row)
{
    int32_t symbol = pl_symbols_intern(arena, &words->phrases, spelling);
    assert((uint32_t)symbol == words->phrase_rows.n && "a spelling stands twice in a table");
    if ((uint32_t)symbol == words->phrase_rows.n) *pl_vec_push(arena, &words->phrase_rows) = row;
    PlSlice first = {spelling.ptr, 0};
    uint8_t n_words = 1;
    for (size_t i = 0; i < spelling.len; i++) {
        if (spelling.ptr[i] == ' ')
            n_words++;
        else if (n_words == 1)
            first.len = i + 1;
    }
    assert(n_words <= PL_PIECE_WORDS_MAX && spelling.len < MAX_PHRASE_BYTES);
    int32_t start = pl_symbols_intern(arena, &words->starts, first);
    words->sign_classes[pl_sign_of(first)] |= (uint64_t)1 << words->rows[row].class_;
    if ((uint32_t)start == words->most_words.n) *pl_vec_push(arena, &words->most_words) = 0;
    uint8_t *most = &words->most_words.items[start];
    if (n_words > *most) *most = n_words;
}

void pl_piece_words_load(PlArena *arena, PlPieceWords *words, const char *file,
                         const char *const *class_names, uint32_t n_classes)
{
    PlTable table = pl_table_load(arena, file);
    assert(table.n_columns >= 3 && n_classes <= PL_PIECE_WORDS_MOST_CLASSES);
    words->rows = pl_arena_array(arena, PlPieceWord, table.n_rows);
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlPieceWord *word = &words->rows[row];
        word->class_ = class_of(pl_table_cell(&table, row, 1), class_names, n_classes);
        word->value = pl_table_cell(&table, row, 2);
        pl_slice_number(word->value, &word->number);
        PlSlice rest = pl_table_cell(&table, row, 0);
        PlSlice spelling;
        while (pl_slice_next(&rest, '|', &spelling))
            add_spelling(arena, words, spelling, row);
    }
}

/* Joins up to `most` words from piece `i` on with single spaces; a hyphen inside counts as the
 * space. ends[k], pieces[k]: bytes and pieces of the first k + 1 words. Returns the words joined.
 */
static uint32_t join_words(const PlPieces *pieces, int64_t i, uint32_t most, char *bytes,
                           size_t *ends, uint32_t *n_pieces)
{
    size_t len = 0;
    int64_t at = i;
    uint32_t n = 0;
    while (n < most) {
        const PlPiece *piece = pl_piece_at(pieces, at);
        if (piece->lower.len == 0 || len + piece->lower.len + 1 > MAX_PHRASE_BYTES) break;
        if (n) bytes[len++] = ' ';
        memcpy(bytes + len, piece->lower.ptr, piece->lower.len);
        len += piece->lower.len;
        at++;
        ends[n] = len;
        n_pieces[n++] = (uint32_t)(at - i);
        if (pl_piece_is_hyphen(pieces, at)) at++;
    }
    return n;
}

const PlPieceWord *pl_piece_words_match(const PlPieceWords *words, const PlPieces *pieces,
                                        int64_t i, uint32_t *n_pieces)
{
    const PlPiece *first = pl_piece_at(pieces, i);
    if (words->sign_classes[first->sign] == 0) return NULL;
    int32_t start = pl_symbols_find(&words->starts, first->lower);
    if (start == PL_NO_SYMBOL) return NULL;
    char bytes[MAX_PHRASE_BYTES];
    size_t ends[PL_PIECE_WORDS_MAX];
    uint32_t counts[PL_PIECE_WORDS_MAX];
    uint32_t n = join_words(pieces, i, words->most_words.items[start], bytes, ends, counts);
    for (; n > 0; n--) {
        int32_t phrase = pl_symbols_find(&words->phrases, (PlSlice){bytes, ends[n - 1]});
        if (phrase == PL_NO_SYMBOL) continue;
        *n_pieces = counts[n - 1];
        return &words->rows[words->phrase_rows.items[phrase]];
    }
    return NULL;
}
