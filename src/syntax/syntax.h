/* Syntax: part of speech, features, lemma and dependencies of every token, in Universal
 * Dependencies v2 (basic trees), and the tags of names.
 *
 * Invariants
 *  1. In a sentence exactly one token has head -1 and deprel root; heads make a tree.
 *  2. A head lies in the same sentence.
 *
 * owner    `arena`
 * threads  the model is shared; each call has an arena of its own
 */
#ifndef PL_SYNTAX_SYNTAX_H
#define PL_SYNTAX_SYNTAX_H

#include "parley/parley.h"
#include "syntax/labels.h"
#include "syntax/names_labels.h"
#include "token/tokens.h"

typedef struct PlSyntaxModel PlSyntaxModel;

typedef struct PlSyntax {
    uint8_t *upos;     /* [n_tokens] PlUpos */
    uint8_t *xpos;     /* [n_tokens] PlXpos */
    uint16_t *feats;   /* [n_tokens] index into pl_syntax_feats */
    PlSlice *lemma;    /* [n_tokens] */
    int32_t *head_tok; /* [n_tokens] token of the report, -1 = root */
    uint8_t *deprel;   /* [n_tokens] PlDeprel */
    uint8_t *name_tag; /* [n_tokens] PlNameTag: a name begins with B, I goes on in its type; of
                          people, organisations and places, never MISC */
} PlSyntax;

/* The model that is part of the program. It lives in `arena`, immutable afterwards. */
const PlSyntaxModel *pl_syntax_model_load(PlArena *arena);

/* The model in `bytes`, which must outlive it: a file of data/, mapped (nn/model_file.h). `name` is
 * for the error's line: PARLEY_BAD_MODEL when anything about the bytes is not as it should be. */
ParleyStatus pl_syntax_model_read(PlArena *arena, PlSlice bytes, const char *name,
                                  const PlSyntaxModel **model, ParleyError *error);

void pl_syntax_analyse(PlArena *arena, const PlSyntaxModel *model, const PlTokens *tokens,
                       PlSyntax *syntax);

/* "Number=Plur|Person=3", "_" for none. */
PlSlice pl_syntax_feats(const PlSyntaxModel *model, uint16_t feats);

#endif
