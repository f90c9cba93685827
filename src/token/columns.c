#include "token/columns.h"

#include <string.h>

#include "text/utf8.h"
#include "token/ascii.h"

/* Reports of news have about five bytes a token and a hundred a sentence; these guesses are a
 * little higher, so that most reports never grow. */
enum { BYTES_A_TOKEN = 5, BYTES_A_SENTENCE = 60, LOWER_CHUNK_BYTES = 4096 };

static void *widen(PlArena *arena, void *items, uint32_t n, uint32_t capacity, size_t size)
{
    void *moved = pl_arena_alloc_array(arena, capacity, size, _Alignof(max_align_t));
    if (n) memcpy(moved, items, (size_t)n * size);
    return moved;
}

static void reserve_toks(PlTokenColumns *columns, uint32_t capacity)
{
    PlTokens *tokens = &columns->tokens;
    PlArena *arena = columns->arena;
    uint32_t n = tokens->n_tokens;
    tokens->start_byte = widen(arena, tokens->start_byte, n, capacity, sizeof(uint32_t));
    tokens->end_byte = widen(arena, tokens->end_byte, n, capacity, sizeof(uint32_t));
    tokens->sent = widen(arena, tokens->sent, n, capacity, sizeof(uint32_t));
    tokens->flags = widen(arena, tokens->flags, n, capacity, sizeof(uint8_t));
    tokens->form = widen(arena, tokens->form, n, capacity, sizeof(PlSlice));
    tokens->lower = widen(arena, tokens->lower, n, capacity, sizeof(PlSlice));
    columns->tok_capacity = capacity;
}

static void reserve_sents(PlTokenColumns *columns, uint32_t capacity)
{
    PlTokens *tokens = &columns->tokens;
    PlArena *arena = columns->arena;
    uint32_t n = tokens->n_sents;
    tokens->sent_first_tok =
        widen(arena, tokens->sent_first_tok, n ? n + 1 : 0, capacity + 1, sizeof(uint32_t));
    tokens->sent_block = widen(arena, tokens->sent_block, n, capacity, sizeof(uint32_t));
    tokens->sent_span = widen(arena, tokens->sent_span, n, capacity, sizeof(PlSpan));
    columns->sent_capacity = capacity;
}

void pl_token_columns_init(PlTokenColumns *columns, PlArena *arena, PlSlice text)
{
    memset(columns, 0, sizeof *columns);
    columns->arena = arena;
    columns->tokens.text = text;
    reserve_toks(columns, (uint32_t)(text.len / BYTES_A_TOKEN) + 16);
    reserve_sents(columns, (uint32_t)(text.len / BYTES_A_SENTENCE) + 4);
}

/* Room for `n` bytes of lower forms. A form stays where it was written, so chunks never move. */
static char *lower_room(PlTokenColumns *columns, size_t n)
{
    if (n > columns->lower_capacity - columns->lower_used) {
        columns->lower_capacity = n > LOWER_CHUNK_BYTES ? n : LOWER_CHUNK_BYTES;
        columns->lower_bytes = pl_arena_array(columns->arena, char, columns->lower_capacity);
        columns->lower_used = 0;
    }
    return columns->lower_bytes + columns->lower_used;
}

static PlSlice lower_ascii(PlTokenColumns *columns, PlSlice form)
{
    char *out = lower_room(columns, form.len);
    columns->lower_used += form.len;
    return pl_ascii_lower(out, form);
}

static uint8_t case_flags(uint32_t n_letters, uint32_t n_upper, uint32_t n_digits, bool capital)
{
    uint8_t flags = 0;
    if (capital) flags |= PL_TOK_CAPITAL;
    if (n_letters >= 2 && n_upper == n_letters) flags |= PL_TOK_ALL_CAPS;
    if (n_digits) flags |= PL_TOK_DIGIT;
    if (n_letters == 0 && n_digits == 0) flags |= PL_TOK_PUNCT;
    return flags;
}

static uint8_t describe(PlTokenColumns *columns, PlSlice form, PlSlice *lower)
{
    uint32_t n_letters = 0, n_upper = 0, n_digits = 0;
    bool capital = false;
    bool ascii = true;
    for (size_t i = 0; i < form.len && ascii; i++) {
        unsigned char c = (unsigned char)form.ptr[i];
        bool is_upper = pl_is_ascii_upper((char)c);
        n_upper += is_upper;
        n_letters += pl_is_ascii_letter((char)c);
        n_digits += pl_is_ascii_digit((char)c);
        ascii = c < 0x80;
    }
    if (ascii) {
        *lower = n_upper ? lower_ascii(columns, form) : form;
        return case_flags(n_letters, n_upper, n_digits, pl_is_ascii_upper(form.ptr[0]));
    }
    n_letters = n_upper = n_digits = 0;
    for (size_t i = 0; i < form.len;) {
        uint32_t point = pl_utf8_next(form, &i);
        bool is_upper = pl_utf8_is_upper(point);
        if (n_letters == 0 && n_digits == 0) capital = is_upper;
        n_upper += is_upper;
        n_letters += pl_utf8_is_letter(point);
        n_digits += pl_utf8_is_digit(point);
    }
    *lower = pl_utf8_lower(columns->arena, form);
    return case_flags(n_letters, n_upper, n_digits,
                      capital && pl_utf8_is_upper(pl_utf8_at(form, 0)));
}

void pl_token_columns_add(PlTokenColumns *columns, uint32_t start, uint32_t end)
{
    PlTokens *tokens = &columns->tokens;
    if (tokens->n_tokens == columns->tok_capacity) reserve_toks(columns, columns->tok_capacity * 2);
    uint32_t tok = tokens->n_tokens++;
    PlSlice form = {tokens->text.ptr + start, end - start};
    tokens->start_byte[tok] = start;
    tokens->end_byte[tok] = end;
    tokens->form[tok] = form;
    tokens->flags[tok] = describe(columns, form, &tokens->lower[tok]);
    if (tok == 0 || tokens->end_byte[tok - 1] < start) tokens->flags[tok] |= PL_TOK_SPACE_BEFORE;
}

void pl_token_columns_add_sent(PlTokenColumns *columns, uint32_t first, uint32_t end,
                               uint32_t block)
{
    PlTokens *tokens = &columns->tokens;
    if (tokens->n_sents == columns->sent_capacity)
        reserve_sents(columns, columns->sent_capacity * 2);
    uint32_t sent = tokens->n_sents++;
    tokens->sent_first_tok[sent] = first;
    tokens->sent_first_tok[sent + 1] = end;
    tokens->sent_block[sent] = block;
    tokens->sent_span[sent] = (PlSpan){tokens->start_byte[first], tokens->end_byte[end - 1]};
    tokens->flags[first] |= PL_TOK_SENT_START;
    for (uint32_t tok = first; tok < end; tok++)
        tokens->sent[tok] = sent;
}
