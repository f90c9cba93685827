/* Words: a block cut into tokens, as UD's English treebanks cut (EWT's guidelines; GUM agrees).
 *
 *   clitics      do|n't  can|not  gon|na  Kyiv|'s  the teachers|'
 *   hyphens      long|-|term  but co-founder, e-mail, anti-war: a prefix stays with its word
 *   stops        belong to abbreviations, initials and acronyms: Gen., J., U.S.
 *   numbers      1,200.5  7:30  9/11  2nd  1990s  in one piece; $|5|bn  20|%  3|-|4 in several
 *   addresses    URLs, e-mail addresses, @handles and #tags in one piece
 *   marks        each a token, but ... -- ?! and other runs are one
 *
 * cost  O(bytes) on any input: every look ahead is bounded or remembered
 */
#ifndef PL_TOKEN_WORDS_H
#define PL_TOKEN_WORDS_H

#include "token/columns.h"
#include "token/tables.h"

/* Appends the tokens of text[span]. */
void pl_words_cut(PlTokenColumns *columns, const PlTokenTables *tables, PlSpan span);

#endif
