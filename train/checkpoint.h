/* Checkpoint: a trained network in floats, between language_train and language_export. */
#ifndef PL_TRAIN_CHECKPOINT_H
#define PL_TRAIN_CHECKPOINT_H

#include "network.h"

/* Both end the program with a line on failure. `vocabulary` is the keys of the word table. */
void checkpoint_write(const char *path, const Network *network, const PlSymbols *vocabulary);
void checkpoint_read(PlArena *arena, const char *path, Network *network, PlSymbols *vocabulary);

#endif
