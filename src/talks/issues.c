/* Issues: one lexicon a file of data/en/issues, and the phrases with room in them.
 *
 * A phrase "withdraw ... troops" matches when its last part follows its first within GAP tokens.
 * Such phrases are chained by their first word.
 */
#include "talks/issues.h"

#include <assert.h>

enum {
    MAX_FILES = 32,
    GAP = 5,       /* tokens between the two parts of a phrase with room */
    MAX_PARTS = 4, /* words of a part */
    NONE = -1
};

/* The id of words that name no issue, whatever stands in them. */
static const char NO_ISSUE[] = "-";

typedef struct Gapped {
    int32_t first[MAX_PARTS]; /* word symbols; NONE after the last */
    int32_t last;             /* word symbol */
    uint32_t file;
    uint32_t row;
    int32_t next; /* the next phrase with the same first word */
} Gapped;

typedef struct File {
    const PlLexicon *lexicon;
    uint32_t id;
    uint32_t name;
    uint32_t where;
} File;

struct PlIssues {
    File files[MAX_FILES];
    uint32_t n_files;
    PlSymbols ids;
    PL_VEC(PlSlice) names; /* by symbol of `ids` */
    PlSymbols words;       /* of phrases with room */
    PL_VEC(int32_t) chain; /* by word: first of its phrases in `gapped`, NONE */
    PL_VEC(Gapped) gapped;
};

static int32_t intern_word(PlArena *arena, PlIssues *issues, PlSlice word)
{
    int32_t symbol = pl_symbols_intern(arena, &issues->words, word);
    while (issues->chain.n <= (uint32_t)symbol)
        *pl_vec_push(arena, &issues->chain) = NONE;
    return symbol;
}

static void add_gapped(PlArena *arena, PlIssues *issues, PlSlice phrase, uint32_t file,
                       uint32_t row)
{
    Gapped gapped = {.first = {NONE, NONE, NONE, NONE}, .last = NONE, .file = file, .row = row};
    uint32_t n_first = 0;
    bool after_gap = false;
    PlSlice word;
    while (pl_slice_next(&phrase, ' ', &word)) {
        if (word.len == 0) continue;
        if (pl_slice_is(word, "...")) {
            after_gap = true;
        } else if (after_gap) {
            assert(gapped.last == NONE && "one word may follow the room in an issue's phrase");
            gapped.last = intern_word(arena, issues, word);
        } else {
            assert(n_first < MAX_PARTS && "too many words before the room in an issue's phrase");
            gapped.first[n_first++] = intern_word(arena, issues, word);
        }
    }
    if (n_first == 0 || gapped.last == NONE) return;
    gapped.next = issues->chain.items[gapped.first[0]];
    issues->chain.items[gapped.first[0]] = (int32_t)issues->gapped.n;
    *pl_vec_push(arena, &issues->gapped) = gapped;
}

static void add_row(PlArena *arena, PlIssues *issues, uint32_t file, uint32_t row)
{
    const File *f = &issues->files[file];
    PlSlice id = pl_lexicon_cell(f->lexicon, (int32_t)row, f->id);
    PlSlice name = pl_lexicon_cell(f->lexicon, (int32_t)row, f->name);
    if (!pl_slice_is(id, NO_ISSUE)) {
        int32_t symbol = pl_symbols_intern(arena, &issues->ids, id);
        if ((uint32_t)symbol == issues->names.n) *pl_vec_push(arena, &issues->names) = name;
        if (issues->names.items[symbol].len == 0) issues->names.items[symbol] = name;
    }

    PlSlice rest = pl_lexicon_cell(f->lexicon, (int32_t)row, 0);
    PlSlice phrase;
    while (pl_slice_next(&rest, '|', &phrase))
        if (pl_slice_find(phrase, PL_SLICE(" ... ")) >= 0)
            add_gapped(arena, issues, phrase, file, row);
}

const PlIssues *pl_issues_load(PlArena *arena)
{
    PlIssues *issues = pl_arena_new(arena, PlIssues);
    for (unsigned i = 0; i < pl_n_data_files; i++) {
        if (!pl_slice_starts(pl_slice(pl_data_files[i].name), "issues/")) continue;
        assert(issues->n_files < MAX_FILES && "too many files in data/en/issues");
        File *file = &issues->files[issues->n_files++];
        file->lexicon = pl_lexicon_load(arena, pl_data_files[i].name);
        const PlTable *table = pl_lexicon_table(file->lexicon);
        file->id = pl_table_column(table, "id");
        file->name = pl_table_column(table, "name");
        file->where = pl_table_column(table, "where");
        for (uint32_t row = 0; row < table->n_rows; row++)
            add_row(arena, issues, issues->n_files - 1, row);
    }
    return issues;
}

static bool is_word(const PlIssues *issues, const PlTokens *tokens, const PlSyntax *syntax,
                    uint32_t tok, int32_t word)
{
    PlSlice name = pl_symbols_name(&issues->words, word);
    return pl_slice_equal(tokens->lower[tok], name) || pl_slice_equal(syntax->lemma[tok], name);
}

/* One past the last token of the phrase, or 0. */
static uint32_t match_gapped(const PlIssues *issues, const PlTokens *tokens, const PlSyntax *syntax,
                             const Gapped *gapped, uint32_t tok, uint32_t end_tok)
{
    for (uint32_t i = 0; i < MAX_PARTS && gapped->first[i] != NONE; i++, tok++)
        if (tok >= end_tok || !is_word(issues, tokens, syntax, tok, gapped->first[i])) return 0;
    for (uint32_t at = tok; at < end_tok && at <= tok + GAP; at++) {
        if (is_word(issues, tokens, syntax, at, gapped->last)) return at + 1;
        if (tokens->flags[at] & PL_TOK_PUNCT && !pl_slice_is(tokens->form[at], "-")) return 0;
    }
    return 0;
}

static PlIssueHit hit_of(const PlIssues *issues, uint32_t file, uint32_t row, uint32_t tok,
                         uint32_t end_tok)
{
    const File *f = &issues->files[file];
    PlSlice where = pl_lexicon_cell(f->lexicon, (int32_t)row, f->where);
    return (PlIssueHit){pl_lexicon_cell(f->lexicon, (int32_t)row, f->id), tok, end_tok,
                        pl_slice_is(where, "head")};
}

/* A single word means an issue as a noun, and as a verb only where its row says so: "the remains",
 * not "remains". */
static bool fits_class(const PlIssues *issues, const PlSyntax *syntax, uint32_t file,
                       PlLexiconHit hit, uint32_t tok)
{
    if (hit.n_toks > 1) return true;
    uint8_t upos = syntax->upos[tok];
    if (upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || upos == PL_UPOS_ADJ) return true;
    const File *f = &issues->files[file];
    return upos == PL_UPOS_VERB &&
           pl_slice_is(pl_lexicon_cell(f->lexicon, hit.row, f->where), "verb");
}

PlIssueHit pl_issues_match(const PlIssues *issues, const PlTokens *tokens, const PlSyntax *syntax,
                           uint32_t tok, uint32_t end_tok)
{
    PlIssueHit best = {{0}, tok, tok, false};
    for (uint32_t i = 0; i < issues->n_files; i++) {
        PlLexiconHit hit = pl_lexicon_match(issues->files[i].lexicon, tokens, syntax, tok);
        if (hit.row < 0 || tok + hit.n_toks > end_tok || tok + hit.n_toks <= best.end_tok) continue;
        if (!fits_class(issues, syntax, i, hit, tok)) continue;
        best = hit_of(issues, i, (uint32_t)hit.row, tok, tok + hit.n_toks);
    }
    PlSlice keys[2] = {tokens->lower[tok], syntax->lemma[tok]};
    for (uint32_t k = 0; k < 2; k++) {
        int32_t word = pl_symbols_find(&issues->words, keys[k]);
        int32_t at = word == PL_NO_SYMBOL ? NONE : issues->chain.items[word];
        for (; at != NONE; at = issues->gapped.items[at].next) {
            const Gapped *gapped = &issues->gapped.items[at];
            uint32_t end = match_gapped(issues, tokens, syntax, gapped, tok, end_tok);
            if (end > best.end_tok) best = hit_of(issues, gapped->file, gapped->row, tok, end);
        }
    }
    if (pl_slice_is(best.id, NO_ISSUE)) best.id = (PlSlice){0};
    return best;
}

PlSlice pl_issues_name(const PlIssues *issues, PlSlice id)
{
    int32_t symbol = pl_symbols_find(&issues->ids, id);
    if (symbol == PL_NO_SYMBOL || issues->names.items[symbol].len == 0) return id;
    return issues->names.items[symbol];
}

uint32_t pl_issues_count(const PlIssues *issues)
{
    return issues->names.n;
}

PlSlice pl_issues_id(const PlIssues *issues, uint32_t index)
{
    return pl_symbols_name(&issues->ids, (int32_t)index);
}
