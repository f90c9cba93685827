#include "mention/pieces.h"

#include <string.h>

#include "base/signs.h"

/* Marks of more than one byte that stand alone: dashes, currency signs. */
static const char *const long_marks[] = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014",
                                         "\u2212", "\u20ac", "\u00a3", "\u00a5", "\u20b9",
                                         "\u20bd", "\u20b4", "\u20aa", "\u20ba"};
static const char *const fractions[] = {"\u00bd", "\u00bc", "\u00be", "\u2153", "\u2154"};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t match_any(const char *const *list, size_t n, const char *at, const char *end)
{
    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(list[i]);
        if ((size_t)(end - at) >= len && memcmp(at, list[i], len) == 0) return len;
    }
    return 0;
}

static size_t fraction_length(const char *at, const char *end)
{
    if (at == end || (unsigned char)*at < 0xc2) return 0;
    return match_any(fractions, sizeof fractions / sizeof *fractions, at, end);
}

static size_t number_length(const char *from, const char *end)
{
    const char *at = from;
    while (at < end) {
        bool joins = (*at == '.' || *at == ',' || *at == ':') && at > from && at + 1 < end &&
                     is_digit(at[1]);
        if (!is_digit(*at) && !joins) break;
        at++;
    }
    return (size_t)(at - from) + fraction_length(at, end);
}

/* The length of a mark at `at`, 0 when a word begins there. */
static size_t mark_length(const char *at, const char *end, bool is_first)
{
    if ((unsigned char)*at >= 0x80) {
        size_t len = match_any(long_marks, sizeof long_marks / sizeof *long_marks, at, end);
        /* The apostrophe of a clipped year, ’90s. */
        if (len == 0 && is_first) {
            static const char *const apostrophe[] = {"\u2019", "\u2018"};
            size_t mark = match_any(apostrophe, 2, at, end);
            if (mark && at + mark < end && is_digit(at[mark])) len = mark;
        }
        return len;
    }
    if (strchr("-/%$()[]+=<>*&", *at)) return 1;
    return is_first && *at == '\'' && at + 1 < end && is_digit(at[1]);
}

static size_t word_length(const char *from, const char *end)
{
    const char *at = from + 1;
    while (at < end && !is_digit(*at) && mark_length(at, end, false) == 0 &&
           fraction_length(at, end) == 0)
        at++;
    return (size_t)(at - from);
}

static size_t piece_length(const char *at, const char *end, bool is_first, PlPieceKind *kind)
{
    size_t len = 0;
    if (is_digit(*at)) {
        *kind = PL_PIECE_NUMBER;
        return number_length(at, end);
    }
    len = fraction_length(at, end);
    *kind = PL_PIECE_NUMBER;
    if (len) return len;
    len = mark_length(at, end, is_first);
    *kind = len ? PL_PIECE_MARK : PL_PIECE_WORD;
    return len ? len : word_length(at, end);
}

static void cut_token(PlArena *arena, const PlTokens *tokens, uint32_t tok, PlPieces *pieces)
{
    PlSlice form = tokens->form[tok];
    PlSlice lower = tokens->lower[tok];
    const char *end = form.ptr + form.len;
    bool is_glued = !(tokens->flags[tok] & PL_TOK_SPACE_BEFORE);
    for (const char *at = form.ptr; at < end;) {
        PlPieceKind kind;
        size_t len = piece_length(at, end, at == form.ptr, &kind);
        uint32_t from = (uint32_t)(at - form.ptr);
        PlPiece *piece = pl_vec_push(arena, &pieces->pieces);
        piece->tok = tok;
        piece->kind =
            (tokens->flags[tok] & PL_TOK_PUNCT) && kind == PL_PIECE_WORD ? PL_PIECE_MARK : kind;
        piece->span.start_byte = tokens->start_byte[tok] + from;
        piece->span.end_byte = piece->span.start_byte + (uint32_t)len;
        piece->is_glued = is_glued;
        piece->is_capital =
            (from == 0 && (tokens->flags[tok] & PL_TOK_CAPITAL)) || (*at >= 'A' && *at <= 'Z');
        /* Lower-casing can change lengths (curly apostrophes); then the written form serves. */
        if (len == form.len)
            piece->lower = lower;
        else if (lower.len == form.len)
            piece->lower = (PlSlice){lower.ptr + from, len};
        else
            piece->lower = (PlSlice){at, len};
        piece->sign = pl_sign_of(piece->lower);
        is_glued = true;
        at += len;
    }
}

void pl_pieces_find(PlArena *arena, const PlTokens *tokens, uint32_t sent, PlPieces *pieces)
{
    pieces->pieces.n = 0;
    pieces->sent = sent;
    for (uint32_t tok = tokens->sent_first_tok[sent]; tok < tokens->sent_first_tok[sent + 1]; tok++)
        cut_token(arena, tokens, tok, pieces);
}

bool pl_piece_is(const PlPieces *pieces, int64_t i, const char *lower)
{
    return pl_slice_is(pl_piece_at(pieces, i)->lower, lower);
}

bool pl_piece_is_dash(const PlPieces *pieces, int64_t i)
{
    const PlPiece *piece = pl_piece_at(pieces, i);
    if (piece->kind != PL_PIECE_MARK) return false;
    return pl_slice_is(piece->lower, "-") || pl_slice_is(piece->lower, "\u2010") ||
           pl_slice_is(piece->lower, "\u2011") || pl_slice_is(piece->lower, "\u2013") ||
           pl_slice_is(piece->lower, "\u2014") || pl_slice_is(piece->lower, "\u2212");
}

bool pl_piece_is_hyphen(const PlPieces *pieces, int64_t i)
{
    return pl_piece_is_dash(pieces, i) && pl_piece_at(pieces, i)->is_glued &&
           pl_piece_at(pieces, i + 1)->is_glued;
}

PlSpan pl_pieces_span(const PlPieces *pieces, uint32_t first, uint32_t end)
{
    return (PlSpan){pieces->pieces.items[first].span.start_byte,
                    pieces->pieces.items[end - 1].span.end_byte};
}
