/* Name echoes: a name that stands in a report more than once is one wherever it stands.
 *
 * The tagger judges each sentence alone: it knows a name where the words around it tell, and misses
 * it where they do not. Words that it left out, and that are spelt like a name which it found twice
 * or more in the same report, get that name's most frequent type. They have to begin with a proper
 * noun: "May" may be a person's name, and a month and a verb besides.
 *
 * cost     O(n) in tokens; a table of the report's names
 * source   Finkel et al. 2005; Krishnan and Manning 2006 (names are consistent in a document)
 */
#ifndef PL_SYNTAX_NAME_ECHOES_H
#define PL_SYNTAX_NAME_ECHOES_H

#include "syntax/syntax.h"

/* Adds to the name_tag of a report's tokens; all columns are there. */
void pl_name_echoes_mark(PlArena *arena, const PlTokens *tokens, PlSyntax *syntax);

#endif
