/* Any text through syntax: every sentence a tree, every column in its range. */
#include <stdlib.h>

#include "syntax/syntax.h"
#include "token/columns.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds) abort();
}

/* Words at spaces, a sentence a line: shorter ways to odd tokens than through the tokeniser. */
static void cut(PlTokenColumns *columns, PlSlice text)
{
    uint32_t first = 0;
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        bool is_gap = i == text.len || text.ptr[i] == ' ' || text.ptr[i] == '\n';
        if (!is_gap) continue;
        if (i > start) pl_token_columns_add(columns, (uint32_t)start, (uint32_t)i);
        start = i + 1;
        bool ends = i == text.len || text.ptr[i] == '\n';
        if (!ends || columns->tokens.n_tokens == first) continue;
        pl_token_columns_add_sent(columns, first, columns->tokens.n_tokens, 0);
        first = columns->tokens.n_tokens;
    }
}

static void check_sentence(const PlSyntax *s, uint32_t first, uint32_t end)
{
    uint32_t n_roots = 0;
    for (uint32_t tok = first; tok < end; tok++) {
        check(s->upos[tok] < PL_N_UPOS && s->xpos[tok] < PL_N_XPOS);
        check(s->deprel[tok] < PL_N_DEPREL && s->name_tag[tok] < PL_N_NAME_TAGS);
        check(s->lemma[tok].len > 0);
        int32_t head = s->head_tok[tok];
        n_roots += head < 0;
        check((head < 0) == (s->deprel[tok] == PL_DEPREL_root));
        check(head < 0 || ((uint32_t)head >= first && (uint32_t)head < end));
    }
    check(n_roots == 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static PlArena model_arena;
    static const PlSyntaxModel *model;
    if (!model) {
        pl_arena_init(&model_arena, 0);
        model = pl_syntax_model_load(&model_arena);
    }
    PlArena arena;
    PlArticle article; /* makes the bytes UTF-8 */
    PlTokenColumns columns;
    PlSyntax syntax;
    pl_arena_init(&arena, 0);
    pl_article_find(&arena, (PlSlice){(const char *)data, size}, NULL, &article);
    pl_token_columns_init(&columns, &arena, article.text);
    cut(&columns, columns.tokens.text);
    pl_syntax_analyse(&arena, model, &columns.tokens, &syntax);
    for (uint32_t sent = 0; sent < columns.tokens.n_sents; sent++)
        check_sentence(&syntax, columns.tokens.sent_first_tok[sent],
                       columns.tokens.sent_first_tok[sent + 1]);
    pl_arena_clear(&arena);
    return 0;
}
