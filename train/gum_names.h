/* Names of GUM: its entities are all things that are talked about, "the old bridge" as well; here
 * are those whose head is a proper noun, cut to the words of the name.
 */
#ifndef PL_TRAIN_GUM_NAMES_H
#define PL_TRAIN_GUM_NAMES_H

#include "treebank.h"

/* Marks the names of every sentence. Prints how many there are. */
void gum_names_mark(PlArena *arena, Treebank *treebank);

#endif
