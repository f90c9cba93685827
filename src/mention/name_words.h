/* What the rest of a report says of a word with a capital: is it written small elsewhere, or with a
 * capital where a small letter was free to stand? */
#ifndef PL_MENTION_NAME_WORDS_H
#define PL_MENTION_NAME_WORDS_H

#include "base/symbols.h"
#include "syntax/syntax.h"

typedef struct PlNameWords {
    PlSymbols forms;     /* lower forms of the words that have a capital somewhere */
    uint32_t *n_small;   /* [forms]: written small */
    uint32_t *n_capital; /* [forms]: with a capital inside a sentence that is no heading */
} PlNameWords;

void pl_name_words_count(PlArena *arena, const PlTokens *tokens, const uint8_t *is_heading,
                         PlNameWords *words);
/* The report writes it small, and never with a capital inside a sentence. */
bool pl_name_words_is_common(const PlNameWords *words, const PlTokens *tokens, uint32_t tok);
/* The report writes it small somewhere. */
bool pl_name_words_is_written_small(const PlNameWords *words, const PlTokens *tokens, uint32_t tok);
/* The report writes it with a capital inside a sentence. */
bool pl_name_words_is_proper(const PlNameWords *words, const PlTokens *tokens, uint32_t tok);

#endif
