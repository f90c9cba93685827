/* Name headlines: sentences of a treebank again, with capitals as headlines have them.
 *
 * Treebanks of the web have few headlines, reports begin with one. There a capital tells little:
 * of "Holt Meets Harbour Board", one word is a person. All words but those of grammar get a
 * capital; what is a name stays as it is marked.
 */
#ifndef PL_TRAIN_NAME_HEADLINES_H
#define PL_TRAIN_NAME_HEADLINES_H

#include "treebank.h"

/* Rewrites the treebank's forms, and leaves it with short sentences only: every `step`-th of them,
 * of step 0 none.
 */
void name_headlines_make(PlArena *arena, Treebank *treebank, uint32_t step);

#endif
