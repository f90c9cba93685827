#include "model_writer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void model_writer_add(ModelWriter *writer, const char *name, const void *bytes, size_t n_bytes)
{
    assert(writer->n < PL_MODEL_MOST_SECTIONS && strlen(name) < PL_MODEL_NAME_BYTES);
    writer->names[writer->n] = name;
    writer->sections[writer->n++] = (PlSlice){bytes, n_bytes};
}

static size_t aligned(size_t n)
{
    return (n + PL_MODEL_ALIGN - 1) / PL_MODEL_ALIGN * PL_MODEL_ALIGN;
}

void model_writer_write(PlArena *arena, const ModelWriter *writer, const char *path)
{
    size_t n_bytes = aligned(sizeof(PlModelHeader) + writer->n * sizeof(PlModelSection));
    for (uint32_t i = 0; i < writer->n; i++)
        n_bytes += aligned(writer->sections[i].len);
    char *bytes = pl_arena_alloc(arena, n_bytes, PL_MODEL_ALIGN);
    PlModelSection *sections = (PlModelSection *)(void *)(bytes + sizeof(PlModelHeader));
    size_t at = aligned(sizeof(PlModelHeader) + writer->n * sizeof(PlModelSection));
    for (uint32_t i = 0; i < writer->n; i++) {
        memcpy(sections[i].name, writer->names[i], strlen(writer->names[i]));
        sections[i].offset = at;
        sections[i].n_bytes = writer->sections[i].len;
        if (writer->sections[i].len)
            memcpy(bytes + at, writer->sections[i].ptr, writer->sections[i].len);
        at += aligned(writer->sections[i].len);
    }
    PlModelHeader header = {
        .version = PL_MODEL_VERSION, .n_sections = writer->n, .n_bytes = n_bytes};
    memcpy(header.magic, pl_model_magic, sizeof header.magic);
    header.checksum = pl_model_checksum((PlSlice){bytes + sizeof header, n_bytes - sizeof header});
    memcpy(bytes, &header, sizeof header);
    FILE *file = fopen(path, "wb");
    bool good = file && fwrite(bytes, 1, n_bytes, file) == n_bytes;
    if (!file || fclose(file) != 0 || !good) {
        fprintf(stderr, "%s: was not written whole\n", path);
        exit(1);
    }
    printf("%s: %u sections, %zu bytes\n", path, writer->n, n_bytes);
}
