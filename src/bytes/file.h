/* Files: whole small files, and large ones line by line, in bounded memory.
 *
 * "-" is standard input. Nothing here holds a descriptor while it allocates, so running out of
 * memory (base/arena.h) leaks none; standard input and pipes are the exception, which cannot be
 * opened twice.
 *
 * threads  any number, each with an arena of its own; standard input: one
 */
#ifndef PL_BYTES_FILE_H
#define PL_BYTES_FILE_H

#include "base/arena.h"
#include "parley/parley.h"

/* All bytes of a file of at most `most_bytes`, terminated; a larger one is refused by its size
 * before anything is read, a pipe as soon as it gives too much.
 * errors   NOT_FOUND, UNREADABLE (no permission, a folder), TOO_BIG; the message is the whole line
 */
ParleyStatus pl_file_read(PlArena *arena, const char *path, size_t most_bytes, PlSlice *bytes,
                          ParleyError *error);

/* `len` bytes from `offset` of a regular file. errors: as pl_file_read */
ParleyStatus pl_file_read_part(PlArena *arena, const char *path, uint64_t offset, size_t len,
                               PlSlice *bytes, ParleyError *error);

typedef struct PlLines {
    const char *path;
    int pipe; /* descriptor of what is not a regular file, else -1 */
    PlArena *arena;
    size_t most_bytes; /* of a line */
    char *buffer;
    size_t capacity; /* grows with the longest line, to most_bytes + 1 */
    size_t start;    /* of the next line in `buffer` */
    size_t end;      /* of what was read */
    uint64_t offset; /* in the file, of buffer[0] */
    uint32_t line;   /* 1-based number of the line that pl_lines_next gave last */
    bool at_end;
} PlLines;

typedef struct PlLine {
    PlSlice bytes;   /* without its newline; borrowed until the next call; empty when too long */
    uint64_t offset; /* in the file */
    bool is_too_long;
} PlLine;

/* Prepares to read lines of at most `most_bytes`. errors: as pl_file_read */
ParleyStatus pl_lines_open(PlArena *arena, const char *path, size_t most_bytes, PlLines *lines,
                           ParleyError *error);
/* `*line` is the next one; `*more` false at the end. errors: UNREADABLE */
ParleyStatus pl_lines_next(PlLines *lines, PlLine *line, bool *more, ParleyError *error);
void pl_lines_close(PlLines *lines);

/* True when the file can be opened again and read at an offset. */
bool pl_lines_are_regular(const PlLines *lines);

/* A path for a message: its last part when it is very long. */
const char *pl_path_shown(const char *path);
/* The file's name, without the folders before it and, with `bare`, without its ending. */
PlSlice pl_path_name(const char *path, bool bare);

#endif
