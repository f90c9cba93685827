#include "token/quotation.h"

#include "text/utf8.h"

/* How far to look for the mark that closes what is open. */
enum { CLOSING_REACH = 60 };

typedef struct State {
    PlTokens *tokens;
    bool double_open;
    bool single_open;
} State;

static bool is_single(uint32_t point)
{
    return point == '\'' || point == PL_UTF8_SINGLE_OPEN || point == PL_UTF8_SINGLE_CLOSE ||
           point == '`' || point == 0x201a || point == 0x2039 || point == 0x203a;
}

static bool is_double(uint32_t point)
{
    return point == '"' || point == PL_UTF8_DOUBLE_OPEN || point == PL_UTF8_DOUBLE_CLOSE ||
           point == 0x201e || point == 0xab || point == 0xbb;
}

/* Two single marks that stand for a double one. */
static bool is_pair(PlSlice form)
{
    return pl_slice_is(form, "``") || pl_slice_is(form, "''") ||
           (form.len == 6 && is_single(pl_utf8_at(form, 0)) && is_single(pl_utf8_at(form, 3)));
}

static uint32_t mark_at(const PlTokens *tokens, uint32_t tok)
{
    return tokens->flags[tok] & PL_TOK_PUNCT ? pl_utf8_at(tokens->form[tok], 0) : 0;
}

static bool has_space_before(const PlTokens *tokens, uint32_t tok)
{
    return tokens->flags[tok] & PL_TOK_SPACE_BEFORE;
}

static bool has_space_after(const PlTokens *tokens, uint32_t tok)
{
    return tok + 1 == tokens->n_tokens || has_space_before(tokens, tok + 1);
}

/* White space decides for a straight mark; between two words, or two spaces, what is open. */
static void mark_double(State *state, uint32_t tok, uint32_t point)
{
    PlTokens *tokens = state->tokens;
    bool opens = point == PL_UTF8_DOUBLE_OPEN || point == PL_UTF8_SINGLE_OPEN || point == 0x201e ||
                 point == 0xab || point == '`';
    if (point == '"' || point == '\'') {
        bool space_before = has_space_before(tokens, tok);
        bool is_clear = space_before != has_space_after(tokens, tok);
        uint32_t before = space_before || tok == 0 ? 0 : mark_at(tokens, tok - 1);
        bool after_opener = before == '(' || before == '[' || before == PL_UTF8_EM_DASH;
        opens = is_clear ? space_before : !state->double_open;
        opens = opens || (after_opener && !state->double_open);
    }
    tokens->flags[tok] |= opens ? PL_TOK_QUOTE_OPEN : PL_TOK_QUOTE_CLOSE;
    state->double_open = opens;
    if (!opens) state->single_open = false;
}

/* The mark of the dockers' in 'the dockers' strike is over': a word goes on behind it, and another
 * mark closes later. */
static bool is_possessive(const PlTokens *tokens, uint32_t tok)
{
    if (tok == 0 || tok + 1 == tokens->n_tokens || has_space_before(tokens, tok)) return false;
    PlSlice before = tokens->lower[tok - 1];
    bool after_s = before.len > 1 && before.ptr[before.len - 1] == 's';
    if (!after_s || !pl_utf8_is_lower(pl_utf8_at(tokens->form[tok + 1], 0))) return false;
    for (uint32_t to = tok + 1; to < tokens->n_tokens && to < tok + CLOSING_REACH; to++) {
        uint32_t point = mark_at(tokens, to);
        if (point == PL_UTF8_SINGLE_OPEN || is_double(point)) return false;
        if (is_single(point)) return !has_space_before(tokens, to);
    }
    return false;
}

static void mark_single(State *state, uint32_t tok, uint32_t point)
{
    PlTokens *tokens = state->tokens;
    bool opens_by_space = has_space_before(tokens, tok) && !has_space_after(tokens, tok);
    bool behind_opener = tok > 0 && !has_space_before(tokens, tok) &&
                         tokens->flags[tok - 1] & PL_TOK_QUOTE_OPEN &&
                         !has_space_after(tokens, tok);
    bool opens = point == PL_UTF8_SINGLE_OPEN || point == '`' || point == 0x2039 ||
                 opens_by_space || behind_opener;
    if (opens) {
        tokens->flags[tok] |= PL_TOK_QUOTE_OPEN;
        state->single_open = true;
    } else if (state->single_open && !is_possessive(tokens, tok)) {
        tokens->flags[tok] |= PL_TOK_QUOTE_CLOSE;
        state->single_open = false;
    }
}

void pl_quotation_mark(PlTokens *tokens, uint32_t first_tok)
{
    State state = {tokens, false, false};
    for (uint32_t tok = first_tok; tok < tokens->n_tokens; tok++) {
        uint32_t point = mark_at(tokens, tok);
        if (point == 0 || point == '.' || point == ',') continue;
        PlSlice form = tokens->form[tok];
        if (is_double(point) || is_pair(form))
            mark_double(&state, tok, point);
        else if (is_single(point))
            mark_single(&state, tok, point);
    }
}
