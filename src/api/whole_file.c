#include "api/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

typedef struct Writing {
    int file;
    int write_errno;
    ParleyStatus (*fill)(void *context, PlBuffer *out);
    void *context;
} Writing;

static bool write_file(void *context, const char *bytes, size_t len)
{
    Writing *w = context;
    while (len) {
        ssize_t n = write(w->file, bytes, len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            w->write_errno = errno;
            return false;
        }
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

static ParleyStatus file_error(const char *path, int code, ParleyError *error)
{
    if (code == ENOSPC || code == EFBIG || code == EDQUOT)
        return pl_error_set(error, PARLEY_DISK_FULL,
                            "%s: the disk is full; make room and try again", path);
    if (code == EACCES || code == EPERM || code == EROFS)
        return pl_error_set(error, PARLEY_READ_ONLY,
                            "%s: cannot be written; change the folder's permissions or give "
                            "another folder",
                            path);
    return pl_error_set(error, PARLEY_SYSTEM, "%s: cannot be written: %s", path, strerror(code));
}

static ParleyStatus fill_file(Writing *w, const char *path, ParleyError *error)
{
    PlBuffer out;
    pl_buffer_init_sink(&out, (ParleySink){write_file, w});
    ParleyStatus status = w->fill(w->context, &out);
    bool written = pl_buffer_flush(&out);
    pl_buffer_clear(&out);
    if (status && status != PARLEY_CANNOT_WRITE) return status;
    if (w->write_errno) return file_error(path, w->write_errno, error);
    if (!written) return pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory", path);
    return status;
}

/* part: the file's name while it is not whole. */
static ParleyStatus write_part(Writing *w, const char *part, const char *path, ParleyError *error)
{
    w->file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (w->file < 0) return file_error(part, errno, error);
    ParleyStatus status = fill_file(w, path, error);
    if (close(w->file) && !status) status = file_error(path, errno, error);
    if (!status && rename(part, path)) status = file_error(path, errno, error);
    if (status) unlink(part);
    return status;
}

ParleyStatus pl_whole_file_write(const char *folder, const char *name,
                                 ParleyStatus (*fill)(void *context, PlBuffer *out), void *context,
                                 ParleyError *error)
{
    PlBuffer names; /* both, each with its NUL */
    pl_buffer_init(&names);
    pl_buffer_format(&names, "%s/%s", folder, name);
    pl_buffer_putc(&names, 0);
    size_t part = names.len;
    pl_buffer_format(&names, "%s/.%s.%ld", folder, name, (long)getpid());
    pl_buffer_putc(&names, 0);
    Writing w = {.fill = fill, .context = context};
    ParleyStatus status =
        names.failed ? pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory", folder)
                     : write_part(&w, names.bytes + part, names.bytes, error);
    pl_buffer_clear(&names);
    return status;
}

ParleyStatus pl_whole_file_folder(const char *folder, ParleyError *error)
{
    if (mkdir(folder, 0777) == 0) return PARLEY_OK;
    int code = errno;
    struct stat info;
    if (code == EEXIST && stat(folder, &info) == 0 && S_ISDIR(info.st_mode)) return PARLEY_OK;
    if (code == EEXIST)
        return pl_error_set(error, PARLEY_BAD_ARGUMENT,
                            "%s: is a file; name a folder for the tables", folder);
    if (code == ENOENT)
        return pl_error_set(error, PARLEY_NOT_FOUND,
                            "%s: the folder that it lies in does not exist; make that first",
                            folder);
    return file_error(folder, code, error);
}
