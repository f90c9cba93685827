#include "token/sentences.h"

#include "text/utf8.h"
#include "token/abbreviations.h"
#include "token/list_markers.h"

/* How far to look for a closing bracket, and for the verb behind a quotation. */
enum { BRACKET_REACH = 60, SPEECH_REACH = 10, LONGEST_ELLIPSIS = 8 };

typedef struct Cutter {
    const PlTokens *tokens;
    uint32_t end;   /* of the block's tokens */
    uint32_t start; /* of the sentence that is open */
    const PlTokenTables *tables;
    PlListMarkers markers;
} Cutter;

static bool is_any(const PlTokens *tokens, uint32_t tok, const char *forms)
{
    PlSlice form = tokens->form[tok];
    if (form.len != 1) return false;
    for (; *forms; forms++)
        if (form.ptr[0] == *forms) return true;
    return false;
}

/* Belongs to the sentence that has just been stopped: what closes, and emoticons. */
static bool is_closer(const PlTokens *tokens, uint32_t tok)
{
    if (!(tokens->flags[tok] & PL_TOK_PUNCT)) return false;
    if (tokens->flags[tok] & PL_TOK_QUOTE_CLOSE || is_any(tokens, tok, ")]}")) return true;
    PlSlice form = tokens->form[tok];
    if (form.len > 1 && (form.ptr[0] == ':' || form.ptr[0] == ';')) return true;
    /* What nothing opened here, because the quotation began in an earlier paragraph. */
    uint32_t point = pl_utf8_at(form, 0);
    bool is_apostrophe = point == '\'' || point == PL_UTF8_SINGLE_CLOSE;
    return is_apostrophe && !(tokens->flags[tok] & PL_TOK_SPACE_BEFORE) &&
           !(tokens->flags[tok] & PL_TOK_QUOTE_OPEN);
}

static bool is_stop(const PlTokens *tokens, uint32_t tok)
{
    if (!(tokens->flags[tok] & PL_TOK_PUNCT)) return false;
    uint32_t point = pl_utf8_at(tokens->form[tok], 0);
    return point == '.' || point == '!' || point == '?' || point == PL_UTF8_ELLIPSIS ||
           point == 0x3002 || point == 0x61f;
}

static bool is_ellipsis(const PlTokens *tokens, uint32_t tok)
{
    PlSlice form = tokens->form[tok];
    return pl_utf8_at(form, 0) == PL_UTF8_ELLIPSIS || pl_slice_starts(form, "..");
}

/* One stop of ". . .". */
static bool is_spaced_ellipsis(const Cutter *cutter, uint32_t tok)
{
    const PlTokens *tokens = cutter->tokens;
    return tok > cutter->start && is_any(tokens, tok, ".") && is_any(tokens, tok - 1, ".") &&
           tokens->flags[tok] & PL_TOK_SPACE_BEFORE;
}

static bool is_abbreviated(const PlTokens *tokens, uint32_t tok)
{
    PlSlice form = tokens->form[tok];
    return !(tokens->flags[tok] & PL_TOK_PUNCT) && form.len > 1 && form.ptr[form.len - 1] == '.';
}

static bool is_kind(const Cutter *cutter, uint32_t tok, const char *kind)
{
    PlSlice found;
    return pl_lookup_find(&cutter->tables->beginnings, cutter->tokens->lower[tok], &found) &&
           pl_slice_is(found, kind);
}

static bool begins_lower(const PlTokens *tokens, uint32_t tok)
{
    PlSlice form = tokens->form[tok];
    if (!pl_utf8_is_lower(pl_utf8_at(form, 0))) return false;
    return pl_slice_find(form, PL_SLICE("://")) < 0 && !pl_slice_starts(form, "www.");
}

/* Whether the sentence can end with the abbreviation `tok` before `next`. */
static bool ends_at_abbreviation(const Cutter *cutter, uint32_t tok, uint32_t next)
{
    const PlTokens *tokens = cutter->tokens;
    PlAbbreviation kind =
        pl_abbreviation_find(&cutter->tables->abbreviations, tokens->form[tok], tokens->lower[tok]);
    bool goes_on = kind == PL_ABBREVIATION_TITLE || kind == PL_ABBREVIATION_NUMBER ||
                   kind == PL_ABBREVIATION_INSIDE;
    /* An initial goes on with its name, unless it ends an acronym: "U.S." has two stops. */
    bool is_initial = tokens->form[tok].len <= 3 && kind == PL_ABBREVIATION_NONE;
    if (goes_on || is_initial) return false;
    /* The U.S. "will stay": quoted words that begin in lower case go on with the sentence. */
    if (tokens->flags[next] & PL_TOK_QUOTE_OPEN)
        return next + 1 == cutter->end || !begins_lower(tokens, next + 1);
    return tokens->flags[next] & PL_TOK_CAPITAL &&
           (is_kind(cutter, next, "opener") || is_kind(cutter, next, "subject"));
}

/* "Why?" Ms. Lind of the dockers' union asked: the verb comes before anything else closes. */
static bool goes_on_with_speech(const Cutter *cutter, uint32_t next)
{
    const PlTokens *tokens = cutter->tokens;
    if (!(tokens->flags[next - 1] & PL_TOK_QUOTE_CLOSE)) return false;
    for (uint32_t tok = next; tok < cutter->end && tok < next + SPEECH_REACH; tok++) {
        if (is_kind(cutter, tok, "speech")) return true;
        if (tokens->flags[tok] & PL_TOK_PUNCT && !is_any(tokens, tok, "'-")) return false;
        if (tok == next && is_kind(cutter, tok, "opener")) return false;
    }
    return false;
}

/* A writer who does not begin sentences with capitals does not begin the next one with one. */
static bool ends_before_lower(const Cutter *cutter, uint32_t tok, uint32_t next)
{
    const PlTokens *tokens = cutter->tokens;
    if (!(tokens->flags[next] & PL_TOK_SPACE_BEFORE) || is_ellipsis(tokens, tok) ||
        is_spaced_ellipsis(cutter, tok))
        return false;
    if (begins_lower(tokens, cutter->start) && tok > cutter->start) return true;
    bool is_quoted = tokens->flags[next - 1] & PL_TOK_QUOTE_CLOSE;
    bool is_sure = is_kind(cutter, next, "subject") || is_any(tokens, tok, "?");
    return !is_quoted && next == tok + 1 && is_sure;
}

/* What begins with "..." or ". . ." is not over at once. */
static bool is_all_stops(const Cutter *cutter, uint32_t tok)
{
    uint32_t first = cutter->start;
    if (tok - first > LONGEST_ELLIPSIS) return false;
    while (first < tok && is_any(cutter->tokens, first, "."))
        first++;
    return first == tok;
}

/* The first stop of four in "it ends. . . ." is the sentence's own. */
static bool is_before_spaced_ellipsis(const Cutter *cutter, uint32_t tok)
{
    const PlTokens *tokens = cutter->tokens;
    if (tok + 3 >= cutter->end || tokens->flags[tok] & PL_TOK_SPACE_BEFORE) return false;
    for (uint32_t i = 1; i <= 3; i++)
        if (!is_any(tokens, tok + i, ".") || !(tokens->flags[tok + i] & PL_TOK_SPACE_BEFORE))
            return false;
    /* At the end of a block nothing follows that the other three could begin. */
    return is_any(tokens, tok, ".") && tok + 4 < cutter->end && !is_closer(tokens, tok + 4);
}

/* "...And then" begins with its ellipsis. */
static bool is_opening_ellipsis(const Cutter *cutter, uint32_t tok)
{
    const PlTokens *tokens = cutter->tokens;
    return is_ellipsis(tokens, tok) && tokens->flags[tok] & PL_TOK_SPACE_BEFORE &&
           tok + 1 < cutter->end && !(tokens->flags[tok + 1] & PL_TOK_SPACE_BEFORE) &&
           tokens->flags[tok + 1] & PL_TOK_CAPITAL;
}

/* The pay -- who would believe it? -- was gone: the sentence goes on behind what it was broken by.
 */
static bool goes_on_after_dash(const Cutter *cutter, uint32_t next)
{
    const PlTokens *tokens = cutter->tokens;
    PlSlice form = tokens->form[next];
    uint32_t point = pl_utf8_at(form, 0);
    bool is_dash = pl_slice_is(form, "--") || point == 0x2013 || point == 0x2014;
    return is_dash && next + 1 < cutter->end && begins_lower(tokens, next + 1);
}

static bool ends_at_stop(const Cutter *cutter, uint32_t tok, uint32_t next)
{
    const PlTokens *tokens = cutter->tokens;
    if (is_all_stops(cutter, tok)) return false;
    if (goes_on_after_dash(cutter, next)) return false;
    if (begins_lower(tokens, next)) return ends_before_lower(cutter, tok, next);
    bool is_glued = !(tokens->flags[next] & PL_TOK_SPACE_BEFORE) && next == tok + 1;
    if (is_glued && is_ellipsis(tokens, tok)) return false;
    /* "I" has its capital anywhere. */
    bool trails_off = is_ellipsis(tokens, tok) || is_spaced_ellipsis(cutter, tok);
    if (trails_off && pl_slice_is(tokens->form[next], "I")) return false;
    if (is_any(tokens, tok, ".")) {
        /* No. and its like in other languages: N° 5, N°. 5 */
        uint32_t before = pl_utf8_at(tokens->form[tok - 1], 0);
        return !(tokens->flags[next] & PL_TOK_DIGIT && (before == 0xb0 || before == 0xba));
    }
    return !goes_on_with_speech(cutter, next);
}

/* Behind what closes, and the numbers of notes: he won. [4] */
static uint32_t skip_closers(const Cutter *cutter, uint32_t next)
{
    const PlTokens *tokens = cutter->tokens;
    while (next < cutter->end) {
        bool is_note = next + 2 < cutter->end && is_any(tokens, next, "[") &&
                       tokens->flags[next + 1] & PL_TOK_DIGIT && is_any(tokens, next + 2, "]");
        if (!is_note && !is_closer(tokens, next)) break;
        next += is_note ? 3 : 1;
    }
    return next;
}

/* The end of the sentence if `tok` stops it; 0 when it goes on. */
static uint32_t stopped_end(const Cutter *cutter, uint32_t tok)
{
    const PlTokens *tokens = cutter->tokens;
    bool stops = is_stop(tokens, tok);
    if (!stops && !is_abbreviated(tokens, tok)) return 0;
    uint32_t next = tok + 1;
    next = skip_closers(cutter, next);
    if (next == cutter->end) return next;
    /* A source in brackets belongs to the quotation before it. */
    bool attributes = next > tok + 1 && is_any(tokens, next, "(");
    if (is_before_spaced_ellipsis(cutter, tok) || is_opening_ellipsis(cutter, next)) return next;
    if (is_stop(tokens, next) || is_any(tokens, next, ",;:") || attributes) return 0;
    bool ends = stops ? ends_at_stop(cutter, tok, next) : ends_at_abbreviation(cutter, tok, next);
    return ends ? next : 0;
}

/* Behind the bracket that `tok` opens inside a sentence; `tok` itself when it opens none. What
 * stops inside it does not end the sentence around it. */
static uint32_t skip_bracket(const Cutter *cutter, uint32_t tok)
{
    const PlTokens *tokens = cutter->tokens;
    if (tok == cutter->start || !is_any(tokens, tok, "([")) return tok;
    for (uint32_t to = tok + 1; to < cutter->end && to < tok + BRACKET_REACH; to++)
        if (is_any(tokens, to, ")]")) return to + 1;
    return tok;
}

void pl_sentences_cut(PlTokenColumns *columns, const PlTokenTables *tables, uint32_t first_tok,
                      uint32_t block)
{
    uint32_t end = columns->tokens.n_tokens;
    if (first_tok == end) return;
    Cutter cutter = {.tokens = &columns->tokens,
                     .end = end,
                     .start = first_tok,
                     .tables = tables,
                     .markers = pl_list_markers_begin(&columns->tokens, first_tok)};
    uint32_t tok = first_tok;
    while (tok < end) {
        uint32_t marker_end = pl_list_markers_match(&cutter.markers, &columns->tokens, tok);
        uint32_t cut = marker_end ? tok : stopped_end(&cutter, tok);
        if (cut > cutter.start) {
            pl_token_columns_add_sent(columns, cutter.start, cut, block);
            cutter.start = cut;
        }
        uint32_t after_bracket = skip_bracket(&cutter, tok);
        uint32_t next = cut > tok ? cut : after_bracket > tok ? after_bracket : tok + 1;
        tok = marker_end ? marker_end : next;
    }
    if (cutter.start < end) pl_token_columns_add_sent(columns, cutter.start, end, block);
}
