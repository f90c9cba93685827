/* Lexicon: a table of words and phrases from data/en, matched at a token.
 *
 * The first column of the table is the phrase, "prime minister", with '|' between spellings. A word
 * of a phrase matches a token by its lower-case form or by its lemma, so "hold talks" finds "held
 * talks". The longest phrase wins; of two equal ones the earlier row. A hyphen or a clitic in a
 * phrase matches whether or not the tokens are cut there: "cease-fire" finds cease|-|fire too.
 *
 * owner    the arena given to pl_lexicon_load, immutable afterwards
 * cost     a look-up is O(longest phrase)
 * threads  shared
 */
#ifndef PL_SYNTAX_LEXICON_H
#define PL_SYNTAX_LEXICON_H

#include "base/data.h"
#include "base/symbols.h"
#include "syntax/syntax.h"

typedef struct PlLexicon PlLexicon;

typedef struct PlLexiconHit {
    int32_t row;     /* of the table, -1 = no match */
    uint32_t n_toks; /* tokens matched */
} PlLexiconHit;

/* file: as in pl_data_file. */
const PlLexicon *pl_lexicon_load(PlArena *arena, const char *file);
/* The same over a table already parsed; its cells are borrowed. */
const PlLexicon *pl_lexicon_make(PlArena *arena, PlTable table);
const PlTable *pl_lexicon_table(const PlLexicon *lexicon);
/* The cell of a hit, empty when it has none. `column` as pl_table_column gives it. */
PlSlice pl_lexicon_cell(const PlLexicon *lexicon, int32_t row, uint32_t column);
/* The longest phrase that starts at `tok` and ends in the same sentence. `syntax` may be NULL: then
 * words match by form alone. */
PlLexiconHit pl_lexicon_match(const PlLexicon *lexicon, const PlTokens *tokens,
                              const PlSyntax *syntax, uint32_t tok);
/* The row whose phrase is exactly `phrase` (lower case, single spaces), or -1. */
int32_t pl_lexicon_find(const PlLexicon *lexicon, PlSlice phrase);

#endif
