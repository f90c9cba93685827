/* Scratch: a folder of a test's own, gone when the test ends, and files in it. */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <assert.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Scratch {
    char folder[256];
    char path[600]; /* that scratch_path gave last */
} Scratch;

static inline void scratch_make(Scratch *scratch)
{
    const char *root = getenv("TMPDIR");
    snprintf(scratch->folder, sizeof scratch->folder, "%s/parley-test-XXXXXX",
             root && *root ? root : P_tmpdir);
    char *made = mkdtemp(scratch->folder);
    assert(made);
    (void)made;
}

/* Valid until the next call on the same scratch. */
static inline const char *scratch_path(Scratch *scratch, const char *name)
{
    snprintf(scratch->path, sizeof scratch->path, "%s/%s", scratch->folder, name);
    return scratch->path;
}

static inline const char *scratch_write(Scratch *scratch, const char *name, const char *bytes,
                                        size_t len)
{
    const char *path = scratch_path(scratch, name);
    FILE *file = fopen(path, "wb");
    assert(file);
    size_t n = fwrite(bytes, 1, len, file);
    assert(n == len);
    (void)n;
    fclose(file);
    return path;
}

static inline const char *scratch_puts(Scratch *scratch, const char *name, const char *text)
{
    return scratch_write(scratch, name, text, strlen(text));
}

/* Removes the folder with its files and with folders of files in it. */
static inline void scratch_remove_folder(const char *folder)
{
    DIR *listing = opendir(folder);
    if (!listing) return;
    for (struct dirent *entry; (entry = readdir(listing));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        char path[1024];
        int len = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (len < 0 || (size_t)len >= sizeof path) continue;
        struct stat info;
        if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode))
            scratch_remove_folder(path);
        else
            unlink(path);
    }
    closedir(listing);
    rmdir(folder);
}

static inline void scratch_remove(Scratch *scratch)
{
    scratch_remove_folder(scratch->folder);
}

#endif
