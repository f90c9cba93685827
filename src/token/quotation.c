#include "token/quotation.h"

#include "text/utf8.h"

typedef struct State {
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

static bool has_space_after(const PlTokens *tokens, uint32_t tok)
{
    return tok + 1 == tokens->n_tokens || tokens->flags[tok + 1] & PL_TOK_SPACE_BEFORE;
}

static void mark_double(PlTokens *tokens, uint32_t tok, uint32_t point, State *state)
{
    bool opens = point == PL_UTF8_DOUBLE_OPEN || point == 0x201e || point == 0xab;
    if (point == '"') {
        bool space_before = tokens->flags[tok] & PL_TOK_SPACE_BEFORE;
        bool space_after = has_space_after(tokens, tok);
        opens = space_before != space_after ? space_before : !state->double_open;
    }
    tokens->flags[tok] |= opens ? PL_TOK_QUOTE_OPEN : PL_TOK_QUOTE_CLOSE;
    state->double_open = opens;
    if (!opens) state->single_open = false;
}

static void mark_single(PlTokens *tokens, uint32_t tok, uint32_t point, State *state)
{
    bool space_before = tokens->flags[tok] & PL_TOK_SPACE_BEFORE;
    bool space_after = has_space_after(tokens, tok);
    bool opens = point == PL_UTF8_SINGLE_OPEN || point == '`' || (space_before && !space_after);
    if (opens) {
        tokens->flags[tok] |= PL_TOK_QUOTE_OPEN;
        state->single_open = true;
    } else if (state->single_open) {
        tokens->flags[tok] |= PL_TOK_QUOTE_CLOSE;
        state->single_open = false;
    }
}

void pl_quotation_mark(PlTokens *tokens, uint32_t first_tok)
{
    State state = {false, false};
    for (uint32_t tok = first_tok; tok < tokens->n_tokens; tok++) {
        if (!(tokens->flags[tok] & PL_TOK_PUNCT)) continue;
        PlSlice form = tokens->form[tok];
        uint32_t point = pl_utf8_at(form, 0);
        if (is_double(point) || pl_slice_is(form, "``") || pl_slice_is(form, "''"))
            mark_double(tokens, tok, point == '`' ? PL_UTF8_DOUBLE_OPEN : point, &state);
        else if (is_single(point))
            mark_single(tokens, tok, point, &state);
    }
}
