#include "syntax/syntax.h"

#include "syntax/encoder.h"
#include "syntax/lemmas.h"
#include "syntax/name_echoes.h"
#include "syntax/name_tagger.h"
#include "syntax/parser.h"

/* A longer sentence is analysed in pieces, so that memory and time stay bounded on any input: it is
 * a table or a list that nobody punctuated. Every later piece hangs on the first one's root. */
enum { MOST_SEGMENT_TOKS = 400 };

typedef struct Analysis {
    PlArena *arena;
    const PlSyntaxModel *model;
    const PlTokens *tokens;
    PlSyntax *syntax;
    PlEncoder encoder;
    PlParser parser;
    PlNameTagger names;
} Analysis;

static uint32_t longest_segment(const PlTokens *tokens)
{
    uint32_t longest = 0;
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        uint32_t n = tokens->sent_first_tok[sent + 1] - tokens->sent_first_tok[sent];
        if (n > longest) longest = n;
    }
    return longest < MOST_SEGMENT_TOKS ? longest : MOST_SEGMENT_TOKS;
}

static void analyse_sentence(Analysis *a, uint32_t first, uint32_t end)
{
    int32_t root = -1;
    for (uint32_t at = first; at < end; at += MOST_SEGMENT_TOKS) {
        uint32_t segment_end = end - at < MOST_SEGMENT_TOKS ? end : at + MOST_SEGMENT_TOKS;
        pl_encoder_run(&a->encoder, a->tokens, at, segment_end, a->syntax);
        pl_names_prefetch(&a->names, a->encoder.hashes, segment_end - at);
        int32_t segment_root = pl_parser_run(&a->parser, &a->encoder, at, a->syntax);
        pl_names_run(&a->names, a->tokens, at, segment_end, a->syntax);
        if (root < 0) {
            root = segment_root;
        } else {
            a->syntax->head_tok[segment_root] = root;
            a->syntax->deprel[segment_root] = PL_DEPREL_parataxis;
        }
    }
    pl_lemmas_find(a->arena, a->model, a->tokens, first, end, a->syntax);
    pl_feats_find(a->model, a->tokens, first, end, a->syntax);
}

void pl_syntax_analyse(PlArena *arena, const PlSyntaxModel *model, const PlTokens *tokens,
                       PlSyntax *syntax)
{
    uint32_t n = tokens->n_tokens;
    *syntax = (PlSyntax){
        .upos = pl_arena_array(arena, uint8_t, n),
        .xpos = pl_arena_array(arena, uint8_t, n),
        .feats = pl_arena_array(arena, uint16_t, n),
        .lemma = pl_arena_array(arena, PlSlice, n),
        .head_tok = pl_arena_array(arena, int32_t, n),
        .deprel = pl_arena_array(arena, uint8_t, n),
        .name_tag = pl_arena_array(arena, uint8_t, n),
    };
    Analysis analysis = {.arena = arena, .model = model, .tokens = tokens, .syntax = syntax};
    uint32_t n_most = longest_segment(tokens);
    pl_encoder_alloc(arena, &analysis.encoder, model, n_most);
    pl_parser_alloc(arena, &analysis.parser, model, n_most);
    pl_names_alloc(arena, &analysis.names, &model->names, n_most);
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++)
        analyse_sentence(&analysis, tokens->sent_first_tok[sent], tokens->sent_first_tok[sent + 1]);
    pl_name_echoes_mark(arena, tokens, syntax);
}
