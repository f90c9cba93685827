#include "mention/titles.h"

#include <string.h>

enum { MAX_TITLE_TOKS = 14, MAX_EX_BYTES = 64 };

typedef struct Reader {
    const PlMentionModel *model;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    uint32_t end_tok;
} Reader;

static PlLexiconHit word_at(const Reader *reader, uint32_t tok)
{
    PlLexiconHit hit = {-1, 0};
    if (tok >= reader->end_tok) return hit;
    /* By form, not by lemma: "unions president" is no title. */
    hit = pl_lexicon_match(reader->model->titles.words, reader->tokens, NULL, tok);
    if (hit.row >= 0 && tok + hit.n_toks > reader->end_tok) hit.row = -1;
    return hit;
}

static PlSlice word_kind(const Reader *reader, int32_t row)
{
    return pl_lexicon_cell(reader->model->titles.words, row, reader->model->titles.word_kind);
}

static bool is_acronym(PlSlice lower)
{
    static const char *const acronyms[] = {"pm",  "pms", "mp",  "mps",  "mep", "meps",
                                           "mk",  "mks", "msp", "msps", "mla", "mlas",
                                           "ceo", "cfo", "coo", NULL};
    for (uint32_t i = 0; acronyms[i]; i++)
        if (pl_slice_is(lower, acronyms[i])) return true;
    return false;
}

static PlLexiconHit head_at(const Reader *reader, uint32_t tok)
{
    PlLexiconHit hit = {-1, 0};
    if (tok >= reader->end_tok) return hit;
    uint8_t upos = reader->syntax->upos[tok];
    bool capital = reader->tokens->flags[tok] & PL_TOK_CAPITAL;
    hit = pl_lexicon_match(reader->model->titles.lexicon, reader->tokens, reader->syntax, tok);
    if (hit.row < 0 || tok + hit.n_toks > reader->end_tok) return (PlLexiconHit){-1, 0};
    /* "1:35 pm" is no prime minister: acronyms are written in capitals. */
    if (hit.n_toks == 1 && is_acronym(reader->tokens->lower[tok]) &&
        reader->tokens->form[tok].ptr[0] >= 'a')
        return (PlLexiconHit){-1, 0};
    /* "heads the mission", "rules out": one word, and a verb. */
    bool nounish = upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || upos == PL_UPOS_ADJ ||
                   upos == PL_UPOS_X || upos == PL_UPOS_ADV;
    if (hit.n_toks == 1 && !nounish && !capital) return (PlLexiconHit){-1, 0};
    return hit;
}

static bool joins_portfolios(const Reader *reader, uint32_t tok)
{
    return tok < reader->end_tok &&
           (pl_token_is(reader->tokens, tok, "and") || pl_token_is(reader->tokens, tok, "&"));
}

/* "-" between two words without space: "ex-president", "president-elect". */
static bool is_hyphen(const Reader *reader, uint32_t tok)
{
    return tok < reader->end_tok && pl_token_is(reader->tokens, tok, "-") &&
           !(reader->tokens->flags[tok] & PL_TOK_SPACE_BEFORE);
}

/* "ex-minister" as one token. */
static PlSlice without_ex(PlSlice lower)
{
    if (!pl_slice_starts(lower, "ex-") || lower.len < 6) return (PlSlice){0};
    return (PlSlice){lower.ptr + 3, lower.len - 3};
}

/* Status, rank and portfolio words from `tok` on; returns where they end. *last_tok: where the last
 * of them begins. */
static uint32_t read_words(const Reader *reader, uint32_t tok, PlTitle *title, uint32_t *last_tok)
{
    *last_tok = tok;
    for (;;) {
        PlLexiconHit word = word_at(reader, tok);
        if (word.row < 0) return tok;
        /* "foreign aid worker": a calling of two words is not cut. */
        if (tok > *last_tok && head_at(reader, tok).n_toks > 1) return tok;
        *last_tok = tok;
        PlSlice kind = word_kind(reader, word.row);
        if (pl_slice_is(kind, "status")) {
            PlSlice usual = pl_lexicon_cell(reader->model->titles.words, word.row,
                                            reader->model->titles.word_usual);
            title->status = pl_slice_is(usual, "former")   ? PL_ROLE_FORMER
                            : pl_slice_is(usual, "acting") ? PL_ROLE_ACTING
                                                           : PL_ROLE_ELECT;
        }
        tok += word.n_toks;
        if (is_hyphen(reader, tok)) {
            tok++;
        } else if (pl_slice_is(kind, "portfolio") && joins_portfolios(reader, tok)) {
            PlLexiconHit next = word_at(reader, tok + 1);
            if (next.row >= 0 && pl_slice_is(word_kind(reader, next.row), "portfolio")) tok++;
        }
    }
}

/* "of trade and industry", "for foreign affairs". */
static uint32_t read_portfolio_after(const Reader *reader, uint32_t tok)
{
    if (tok + 1 >= reader->end_tok) return tok;
    if (!pl_token_is(reader->tokens, tok, "of") && !pl_token_is(reader->tokens, tok, "for"))
        return tok;
    uint32_t at = tok + 1;
    if (pl_token_is(reader->tokens, at, "the")) at++;
    uint32_t end = tok;
    for (;;) {
        PlLexiconHit word = word_at(reader, at);
        if (word.row < 0 || !pl_slice_is(word_kind(reader, word.row), "portfolio")) return end;
        at = end = at + word.n_toks;
        if (!joins_portfolios(reader, at)) return end;
        at++;
    }
}

static void read_suffix(const Reader *reader, PlTitle *title)
{
    uint32_t tok = title->end_tok;
    if (!is_hyphen(reader, tok) || tok + 1 >= reader->end_tok) return;
    if (pl_token_is(reader->tokens, tok + 1, "elect") ||
        pl_token_is(reader->tokens, tok + 1, "designate")) {
        title->status = PL_ROLE_ELECT;
        title->end_tok = tok + 2;
    }
}

/* The head behind status, rank and portfolio words from `tok` on; *at: where it begins. */
static PlLexiconHit head_behind_words(const Reader *reader, uint32_t tok, PlTitle *title,
                                      uint32_t *at)
{
    uint32_t last_tok = tok;
    *at = read_words(reader, tok, title, &last_tok);
    PlLexiconHit head = *at > tok ? head_at(reader, *at) : (PlLexiconHit){-1, 0};
    /* "army chief": the last of the words is the head itself. */
    if (head.row < 0 && last_tok > tok) {
        *at = last_tok;
        head = head_at(reader, last_tok);
    }
    return head;
}

/* The words of titles.tsv `ex` and the token behind `tok`, or `ex` alone: "ex-Prime Minister",
 * "ex-soldiers". */
static PlLexiconHit former_head(const Reader *reader, uint32_t tok, PlSlice ex)
{
    const PlLexicon *titles = reader->model->titles.lexicon;
    char phrase[MAX_EX_BYTES];
    PlSlice next = tok + 1 < reader->end_tok ? reader->tokens->lower[tok + 1] : (PlSlice){0};
    if (next.len && ex.len + 1 + next.len <= sizeof phrase) {
        memcpy(phrase, ex.ptr, ex.len);
        phrase[ex.len] = ' ';
        memcpy(phrase + ex.len + 1, next.ptr, next.len);
        int32_t row = pl_lexicon_find(titles, (PlSlice){phrase, ex.len + 1 + next.len});
        if (row >= 0) return (PlLexiconHit){row, 2};
    }
    int32_t row = pl_lexicon_find(titles, ex);
    if (row < 0 && pl_slice_ends(ex, "s"))
        row = pl_lexicon_find(titles, (PlSlice){ex.ptr, ex.len - 1});
    return (PlLexiconHit){row, 1};
}

/* The head of a title that begins with "ex-" and `ex` in one token; *at: where it begins. */
static PlLexiconHit head_behind_ex(const Reader *reader, uint32_t tok, PlSlice ex, PlTitle *title,
                                   uint32_t *at)
{
    PlLexiconHit head = former_head(reader, tok, ex);
    PlLexiconHit second = {-1, 0};
    uint32_t after = tok + 1;
    /* "ex-foreign minister"; an "ex-deputy prime minister" was no deputy. */
    if (pl_lexicon_find(reader->model->titles.words, ex) >= 0) {
        second = head_at(reader, after);
        if (second.row < 0) second = head_behind_words(reader, after, title, &after);
    }
    bool longer = second.row >= 0 && (head.row < 0 || after + second.n_toks > tok + head.n_toks);
    *at = longer ? after : tok;
    if (longer) head = second;
    if (head.row >= 0) title->status = PL_ROLE_FORMER;
    return head;
}

PlTitle pl_title_at(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                    uint32_t tok, uint32_t end_tok)
{
    PlTitle title = {.first_tok = tok, .end_tok = tok, .row = -1, .status = PL_ROLE_CURRENT};
    if (end_tok > tok + MAX_TITLE_TOKS) end_tok = tok + MAX_TITLE_TOKS;
    Reader reader = {model, tokens, syntax, end_tok};
    PlLexiconHit head = head_at(&reader, tok);
    uint32_t at = tok;
    PlSlice ex = without_ex(tokens->lower[tok]);
    if (head.row < 0 && ex.len) head = head_behind_ex(&reader, tok, ex, &title, &at);
    if (head.row < 0) {
        head = head_behind_words(&reader, tok, &title, &at);
    } else if (at == tok) {
        /* "chief negotiator", "general secretary": the head is also a rank word. */
        PlTitle longer = title;
        uint32_t after = tok;
        PlLexiconHit second = head_behind_words(&reader, tok, &longer, &after);
        /* "agency chief Gen. Jane Doe" are two. */
        bool apart = !(tokens->flags[tok] & PL_TOK_CAPITAL) && second.row >= 0 &&
                     (tokens->flags[after] & PL_TOK_CAPITAL);
        if (second.row >= 0 && !apart && after + second.n_toks > tok + head.n_toks) {
            title = longer;
            at = after;
            head = second;
        }
    }
    if (head.row < 0) return title;
    title.row = head.row;
    title.head_tok = at + head.n_toks - 1;
    title.end_tok = at + head.n_toks;
    PlSlice before = pl_lexicon_cell(model->titles.lexicon, head.row, model->titles.before);
    title.is_address = pl_slice_is(before, "mr");
    title.before_name = title.is_address || pl_slice_is(before, "yes");
    PlSlice last = tokens->lower[title.head_tok];
    title.is_plural = last.len > 3 && pl_slice_ends(last, "s") && !pl_slice_ends(last, "ss") &&
                      !pl_slice_is(last, "mrs") && !title.is_address;
    title.is_plural = title.is_plural || pl_slice_ends(last, "men") || pl_slice_ends(last, "women");
    read_suffix(&reader, &title);
    if (!title.is_address) title.end_tok = read_portfolio_after(&reader, title.end_tok);
    return title;
}

bool pl_title_is_envoy(const PlMentionModel *model, const PlTitle *title)
{
    return title->row >= 0 &&
           pl_slice_is(pl_lexicon_cell(model->titles.lexicon, title->row, model->titles.level),
                       "envoy");
}

static char *put_word(char *out, const char *limit, PlSlice word, bool space)
{
    if (space && out < limit) *out++ = ' ';
    for (size_t i = 0; i < word.len && out < limit; i++)
        *out++ = word.ptr[i];
    return out;
}

PlSlice pl_title_usual(PlArena *arena, const PlMentionModel *model, const PlTokens *tokens,
                       const PlSyntax *syntax, const PlTitle *title)
{
    char text[256];
    char *out = text;
    const char *limit = text + sizeof text;
    Reader reader = {model, tokens, syntax, title->end_tok};
    for (uint32_t tok = title->first_tok; tok < title->end_tok;) {
        PlLexiconHit head = head_at(&reader, tok);
        PlLexiconHit word = word_at(&reader, tok);
        PlSlice usual = tokens->lower[tok];
        uint32_t n = 1;
        bool skip = false;
        PlSlice ex = without_ex(tokens->lower[tok]);
        if (ex.len) usual = ex;
        if (head.row >= 0 && tok + head.n_toks == title->head_tok + 1) {
            usual = pl_lexicon_cell(model->titles.lexicon, head.row, model->titles.title);
            if (usual.len == 0) {
                PlSlice all = pl_lexicon_cell(model->titles.lexicon, head.row, 0);
                pl_slice_next(&all, '|', &usual);
            }
            n = head.n_toks;
        } else if (word.row >= 0) {
            skip = pl_slice_is(word_kind(&reader, word.row), "status");
            PlSlice cell = pl_lexicon_cell(model->titles.words, word.row, model->titles.word_usual);
            if (pl_slice_is(cell, "defence") && tokens->lower[tok].len == 7) usual = cell;
        } else if (is_hyphen(&reader, tok)) {
            skip = true;
            if (tok > title->head_tok) break;
        }
        if (!skip) out = put_word(out, limit, usual, out != text);
        tok += n;
    }
    return pl_arena_copy(arena, (PlSlice){text, (size_t)(out - text)});
}
