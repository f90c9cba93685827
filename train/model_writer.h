/* Model writer: sections into a model file (nn/model_file.h). */
#ifndef PL_TRAIN_MODEL_WRITER_H
#define PL_TRAIN_MODEL_WRITER_H

#include "base/arena.h"
#include "nn/model_file.h"

typedef struct ModelWriter {
    const char *names[PL_MODEL_MOST_SECTIONS];
    PlSlice sections[PL_MODEL_MOST_SECTIONS];
    uint32_t n;
} ModelWriter;

/* Borrows name and bytes until model_writer_write. */
void model_writer_add(ModelWriter *writer, const char *name, const void *bytes, size_t n_bytes);
/* Ends the program with a line on failure. */
void model_writer_write(PlArena *arena, const ModelWriter *writer, const char *path);

#endif
