/* Parser: from encoded tokens to a tree, one greedy walk through the transition system.
 *
 * owner    the arena given to pl_parser_alloc
 * cost     2 steps a token
 * threads  a parser belongs to one
 */
#ifndef PL_SYNTAX_PARSER_H
#define PL_SYNTAX_PARSER_H

#include "syntax/encoder.h"

typedef struct PlParser {
    const PlSyntaxModel *model;
    PlState state;
    uint8_t *hidden; /* [hidden] */
    int32_t *scores; /* [PL_N_ACTION_COLUMNS] */
} PlParser;

void pl_parser_alloc(PlArena *arena, PlParser *parser, const PlSyntaxModel *model, uint32_t n_most);

/* The tree over the encoder's tokens: heads in the report, `first` being their first token. Returns
 * the root's token. */
int32_t pl_parser_run(PlParser *parser, PlEncoder *encoder, uint32_t first, PlSyntax *syntax);

#endif
