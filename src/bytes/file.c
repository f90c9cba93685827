#include "bytes/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

enum { SHOWN_PATH_BYTES = 400, MIB = 1024 * 1024, FIRST_BUFFER_BYTES = MIB };

static bool is_stdin(const char *path)
{
    return strcmp(path, "-") == 0;
}

const char *pl_path_shown(const char *path)
{
    if (is_stdin(path)) return "standard input";
    size_t len = strlen(path);
    if (len <= SHOWN_PATH_BYTES) return path;
    const char *tail = path + (len - SHOWN_PATH_BYTES);
    while (((unsigned char)*tail & 0xc0) == 0x80)
        tail++; /* do not begin inside a character */
    return tail;
}

PlSlice pl_path_name(const char *path, bool bare)
{
    const char *slash = strrchr(path, '/');
    PlSlice name = pl_slice(slash ? slash + 1 : path);
    if (!bare) return name;
    for (size_t i = name.len; i-- > 1;) /* the dot of ".profile" begins no ending */
        if (name.ptr[i] == '.') return (PlSlice){name.ptr, i};
    return name;
}

static ParleyStatus folder_error(const char *path, ParleyError *error)
{
    const char *shown = pl_path_shown(path);
    const char *slash = shown[0] && shown[strlen(shown) - 1] == '/' ? "" : "/";
    return pl_error_set(error, PARLEY_UNREADABLE,
                        "%s: is a folder; name the files in it: %s%s*.txt", shown, shown, slash);
}

static ParleyStatus system_error(const char *path, int code, ParleyError *error)
{
    const char *shown = pl_path_shown(path);
    if (code == ENOENT || code == ENOTDIR)
        return pl_error_set(error, PARLEY_NOT_FOUND, "%s: no such file; check the path", shown);
    if (code == EACCES || code == EPERM)
        return pl_error_set(error, PARLEY_UNREADABLE,
                            "%s: no permission to read it; change its permissions", shown);
    if (code == EISDIR) return folder_error(path, error);
    return pl_error_set(error, PARLEY_UNREADABLE, "%s: cannot be read: %s", shown, strerror(code));
}

static ParleyStatus too_big_error(const char *path, size_t most_bytes, ParleyError *error)
{
    return pl_error_set(error, PARLEY_TOO_BIG,
                        "%s: larger than the %zu MiB that one report may have; split it into one "
                        "file a report",
                        pl_path_shown(path), most_bytes / MIB);
}

/* What is at `path`, before it is opened. */
static ParleyStatus look_at(const char *path, struct stat *info, ParleyError *error)
{
    int failed = is_stdin(path) ? fstat(STDIN_FILENO, info) : stat(path, info);
    if (failed) return system_error(path, errno, error);
    if (S_ISDIR(info->st_mode)) return folder_error(path, error);
    return PARLEY_OK;
}

/* Reads what is there, at most `len` bytes; 0 at the end, -1 with errno set. */
static ptrdiff_t read_some(int file, char *buffer, size_t len)
{
    ssize_t n;
    do
        n = read(file, buffer, len);
    while (n < 0 && errno == EINTR);
    return n;
}

/* Reads until `len` bytes or the end; -1 with errno set. */
static ptrdiff_t read_up_to(int file, char *buffer, size_t len)
{
    size_t n = 0;
    while (n < len) {
        ptrdiff_t more = read_some(file, buffer + n, len - n);
        if (more < 0) return -1;
        if (more == 0) break;
        n += (size_t)more;
    }
    return (ptrdiff_t)n;
}

/* Opens, reads `len` bytes from `offset`, closes. */
static ptrdiff_t read_at(const char *path, uint64_t offset, char *buffer, size_t len)
{
    if (is_stdin(path)) return read_up_to(STDIN_FILENO, buffer, len);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    ptrdiff_t n = -1;
    if (offset == 0 || lseek(file, (off_t)offset, SEEK_SET) >= 0) n = read_up_to(file, buffer, len);
    int code = errno;
    close(file);
    errno = code;
    return n;
}

/* The first `n` bytes of a buffer in a new one. */
static char *widened(PlArena *arena, const char *buffer, size_t n, size_t capacity)
{
    char *wider = pl_arena_array(arena, char, capacity);
    if (n) memcpy(wider, buffer, n);
    return wider;
}

/* Reads to the end, at most `most_bytes`, into a buffer that grows: how much there is is not known.
 * *n_bytes > most_bytes: there is more. */
static char *read_pipe(PlArena *arena, const char *path, size_t most_bytes, ptrdiff_t *n_bytes)
{
    int file = is_stdin(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    size_t capacity = FIRST_BUFFER_BYTES;
    char *buffer = NULL;
    size_t n = 0;
    ptrdiff_t more = file < 0 ? -1 : 0;
    while (more >= 0 && n <= most_bytes) {
        if (capacity > most_bytes + 1) capacity = most_bytes + 1;
        buffer = widened(arena, buffer, n, capacity + 1);
        more = read_up_to(file, buffer + n, capacity - n);
        if (more >= 0) n += (size_t)more;
        if (n < capacity) break;
        capacity *= 2;
    }
    int code = errno;
    if (file > STDIN_FILENO) close(file);
    errno = code;
    *n_bytes = more < 0 ? -1 : (ptrdiff_t)n;
    return buffer;
}

ParleyStatus pl_file_read(PlArena *arena, const char *path, size_t most_bytes, PlSlice *bytes,
                          ParleyError *error)
{
    struct stat info;
    ParleyStatus status = look_at(path, &info, error);
    if (status) return status;
    bool sized = S_ISREG(info.st_mode) && !is_stdin(path);
    if (sized && (uint64_t)info.st_size > most_bytes) return too_big_error(path, most_bytes, error);
    char *buffer = NULL;
    ptrdiff_t n = 0;
    if (sized) {
        /* One byte more than there should be tells of a file that has more. */
        buffer = pl_arena_array(arena, char, (size_t)info.st_size + 2);
        n = read_at(path, 0, buffer, (size_t)info.st_size + 1);
    } else {
        buffer = read_pipe(arena, path, most_bytes, &n);
    }
    if (n < 0) return system_error(path, errno, error);
    if (!sized && (size_t)n > most_bytes) return too_big_error(path, most_bytes, error);
    if (sized && (size_t)n > (size_t)info.st_size)
        return pl_error_set(error, PARLEY_UNREADABLE,
                            "%s: grew while it was read; read it again when it is complete",
                            pl_path_shown(path));
    buffer[n] = 0;
    *bytes = (PlSlice){buffer, (size_t)n};
    return PARLEY_OK;
}

ParleyStatus pl_file_read_part(PlArena *arena, const char *path, uint64_t offset, size_t len,
                               PlSlice *bytes, ParleyError *error)
{
    char *buffer = pl_arena_array(arena, char, len + 1);
    ptrdiff_t n = read_at(path, offset, buffer, len);
    if (n < 0) return system_error(path, errno, error);
    *bytes = (PlSlice){buffer, (size_t)n};
    return PARLEY_OK;
}

ParleyStatus pl_lines_open(PlArena *arena, const char *path, size_t most_bytes, PlLines *lines,
                           ParleyError *error)
{
    struct stat info;
    ParleyStatus status = look_at(path, &info, error);
    if (status) return status;
    *lines = (PlLines){.path = path, .pipe = -1, .arena = arena, .most_bytes = most_bytes};
    lines->capacity = most_bytes < FIRST_BUFFER_BYTES ? most_bytes + 1 : FIRST_BUFFER_BYTES;
    if (S_ISREG(info.st_mode) && (uint64_t)info.st_size < lines->capacity)
        lines->capacity = (size_t)info.st_size + 1;
    lines->buffer = pl_arena_array(arena, char, lines->capacity);
    if (is_stdin(path)) {
        lines->pipe = STDIN_FILENO;
    } else if (!S_ISREG(info.st_mode)) {
        lines->pipe = open(path, O_RDONLY | O_CLOEXEC);
        if (lines->pipe < 0) return system_error(path, errno, error);
    }
    return PARLEY_OK;
}

bool pl_lines_are_regular(const PlLines *lines)
{
    return lines->pipe < 0;
}

void pl_lines_close(PlLines *lines)
{
    if (lines->pipe > STDIN_FILENO) close(lines->pipe);
    lines->pipe = -1;
}

/* Moves the begun line to the front and reads on behind it. Of a pipe only what is there: a line is
 * given as soon as it has come. */
static ParleyStatus fill(PlLines *lines, ParleyError *error)
{
    size_t kept = lines->end - lines->start;
    if (kept) memmove(lines->buffer, lines->buffer + lines->start, kept);
    lines->offset += lines->start;
    lines->start = 0;
    lines->end = kept;
    char *free_part = lines->buffer + kept;
    size_t room = lines->capacity - kept;
    ptrdiff_t n = lines->pipe >= 0 ? read_some(lines->pipe, free_part, room)
                                   : read_at(lines->path, lines->offset + kept, free_part, room);
    if (n < 0) return system_error(lines->path, errno, error);
    lines->end += (size_t)n;
    lines->at_end = lines->pipe >= 0 ? n == 0 : (size_t)n < room;
    return PARLEY_OK;
}

/* Room for a line of twice the length, at most one byte more than the longest allowed. */
static void widen(PlLines *lines)
{
    size_t capacity = lines->capacity * 2;
    if (capacity > lines->most_bytes + 1) capacity = lines->most_bytes + 1;
    size_t kept = lines->end - lines->start;
    lines->buffer = widened(lines->arena, lines->buffer + lines->start, kept, capacity);
    lines->offset += lines->start;
    lines->start = 0;
    lines->end = kept;
    lines->capacity = capacity;
}

ParleyStatus pl_lines_next(PlLines *lines, PlLine *line, bool *more, ParleyError *error)
{
    *line = (PlLine){0};
    *more = false;
    size_t seen = 0; /* bytes of the line that have no newline */
    for (;;) {
        const char *from = lines->buffer + lines->start;
        size_t n = lines->end - lines->start;
        const char *newline = n > seen ? memchr(from + seen, '\n', n - seen) : NULL;
        bool last = !newline && lines->at_end;
        if (newline || last) {
            if (last && n == 0 && !line->is_too_long) return PARLEY_OK;
            size_t len = newline ? (size_t)(newline - from) : n;
            if (!line->is_too_long) {
                line->bytes = (PlSlice){from, len};
                line->offset = lines->offset + lines->start;
            }
            lines->start += newline ? len + 1 : len;
            lines->line++;
            *more = true;
            return PARLEY_OK;
        }
        seen = n;
        if (n == lines->capacity && n <= lines->most_bytes) {
            widen(lines);
        } else if (n == lines->capacity) { /* too long: forget what there is of it */
            line->is_too_long = true;
            lines->start = lines->end;
            seen = 0;
        }
        ParleyStatus status = fill(lines, error);
        if (status) return status;
    }
}
