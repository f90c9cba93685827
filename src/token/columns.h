/* Token columns while they grow: tokens are appended in order, sentences closed over them.
 *
 * owner    the arena given to init
 * threads  one at a time
 */
#ifndef PL_TOKEN_COLUMNS_H
#define PL_TOKEN_COLUMNS_H

#include "token/tokens.h"

typedef struct PlTokenColumns {
    PlArena *arena;
    PlTokens tokens; /* what is there so far; sent_* have room for sent_capacity */
    uint32_t tok_capacity;
    uint32_t sent_capacity;
    char *lower_bytes; /* lower forms that are not as written */
    size_t lower_used;
    size_t lower_capacity;
} PlTokenColumns;

void pl_token_columns_init(PlTokenColumns *columns, PlArena *arena, PlSlice text);

/* Appends the token text[start, end), which is not empty and begins at or after the end of the last
 * one; all flags are set but those of quotation marks and sentences. */
void pl_token_columns_add(PlTokenColumns *columns, uint32_t start, uint32_t end);

/* Closes a sentence over the tokens [first, end). */
void pl_token_columns_add_sent(PlTokenColumns *columns, uint32_t first, uint32_t end,
                               uint32_t block);

#endif
