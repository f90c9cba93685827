/* Model file: named sections behind a header with a version and a checksum.
 *
 *   magic "PARLEYLM" | version | n_sections | n_bytes of the file | checksum of what follows
 *   n_sections times: name (16 bytes, NUL-padded) | offset | n_bytes
 *   sections, each at a multiple of 64 bytes, little-endian
 *
 * A file is used as it lies: mapped read-only, shared by threads and processes.
 *
 * owner    the caller's bytes; a section borrows them
 * threads  pure
 * errors   PARLEY_BAD_MODEL with a line that says what is wrong; mapping: PARLEY_NOT_FOUND,
 *          PARLEY_UNREADABLE, PARLEY_SYSTEM
 */
#ifndef PL_NN_MODEL_FILE_H
#define PL_NN_MODEL_FILE_H

#include "base/slice.h"
#include "parley/parley.h"

enum {
    PL_MODEL_VERSION = 2,
    PL_MODEL_ALIGN = 64,
    PL_MODEL_NAME_BYTES = 16,
    PL_MODEL_MOST_SECTIONS = 64
};

typedef struct PlModelHeader {
    char magic[8];
    uint32_t version;
    uint32_t n_sections;
    uint64_t n_bytes;
    uint64_t checksum;
} PlModelHeader;

typedef struct PlModelSection {
    char name[PL_MODEL_NAME_BYTES];
    uint64_t offset;
    uint64_t n_bytes;
} PlModelSection;

typedef struct PlModelFile {
    PlSlice bytes;
    const PlModelSection *sections; /* [n_sections] */
    uint32_t n_sections;
} PlModelFile;

extern const char pl_model_magic[8];

/* Checks header, bounds and checksum; `bytes` is aligned to PL_MODEL_ALIGN. The checksum of bytes
 * that are part of the program (is_builtin) is taken as right. `name` is for the error's line. */
ParleyStatus pl_model_file_read(PlSlice bytes, const char *name, bool is_builtin, PlModelFile *file,
                                ParleyError *error);

/* The section's bytes; ptr NULL when there is none of that name. */
PlSlice pl_model_file_section(const PlModelFile *file, const char *name);

uint64_t pl_model_checksum(PlSlice bytes);

/* Maps a file read-only; pl_model_unmap gives it back. */
ParleyStatus pl_model_map(const char *path, PlSlice *bytes, ParleyError *error);
void pl_model_unmap(PlSlice bytes);

#endif
