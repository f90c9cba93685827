#include "nn/model_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

const char pl_model_magic[8] = {'P', 'A', 'R', 'L', 'E', 'Y', 'L', 'M'};

/* Four independent lanes of multiply and rotate over 32 bytes a round: about 10 GB/s. */
uint64_t pl_model_checksum(PlSlice bytes)
{
    const uint64_t prime = 0x9E3779B185EBCA87u;
    uint64_t lanes[4] = {1, 2, 3, 4};
    size_t i = 0;
    for (; i + 32 <= bytes.len; i += 32)
        for (size_t lane = 0; lane < 4; lane++) {
            uint64_t word;
            memcpy(&word, bytes.ptr + i + 8 * lane, sizeof word);
            lanes[lane] = (lanes[lane] ^ word) * prime;
            lanes[lane] = lanes[lane] << 31 | lanes[lane] >> 33;
        }
    uint64_t sum = bytes.len;
    for (; i < bytes.len; i++)
        sum = (sum ^ (unsigned char)bytes.ptr[i]) * prime;
    for (int lane = 0; lane < 4; lane++) {
        sum = (sum ^ lanes[lane]) * prime;
        sum ^= sum >> 29;
    }
    return sum;
}

static ParleyStatus refuse(ParleyError *error, const char *name, const char *what)
{
    return pl_error_set(error, PARLEY_BAD_MODEL, "%s: %s; use the model file of this release", name,
                        what);
}

ParleyStatus pl_model_file_read(PlSlice bytes, const char *name, bool is_builtin, PlModelFile *file,
                                ParleyError *error)
{
    PlModelHeader header;
    if (bytes.len < sizeof header || memcmp(bytes.ptr, pl_model_magic, sizeof pl_model_magic) != 0)
        return refuse(error, name, "not a language model of Parley");
    if ((uintptr_t)bytes.ptr % PL_MODEL_ALIGN != 0)
        return refuse(error, name, "the model is not aligned in memory");
    memcpy(&header, bytes.ptr, sizeof header);
    if (header.version != PL_MODEL_VERSION)
        return pl_error_set(error, PARLEY_BAD_MODEL,
                            "%s: the model has version %u, this program reads version %u; use the "
                            "model file of this release",
                            name, (unsigned)header.version, (unsigned)PL_MODEL_VERSION);
    if (header.n_bytes != bytes.len) return refuse(error, name, "the model is cut or has a tail");
    size_t table = header.n_sections * sizeof(PlModelSection);
    if (header.n_sections > PL_MODEL_MOST_SECTIONS || table > bytes.len - sizeof header)
        return refuse(error, name, "the model's list of sections is damaged");
    PlSlice body = {bytes.ptr + sizeof header, bytes.len - sizeof header};
    if (!is_builtin && pl_model_checksum(body) != header.checksum)
        return refuse(error, name, "the model is damaged (its checksum does not match)");
    const PlModelSection *sections = (const PlModelSection *)(const void *)body.ptr;
    for (uint32_t i = 0; i < header.n_sections; i++) {
        const PlModelSection *s = &sections[i];
        if (s->offset % PL_MODEL_ALIGN || s->offset > bytes.len ||
            s->n_bytes > bytes.len - s->offset || s->name[PL_MODEL_NAME_BYTES - 1] != '\0')
            return refuse(error, name, "the model's list of sections is damaged");
    }
    *file = (PlModelFile){bytes, sections, header.n_sections};
    return PARLEY_OK;
}

PlSlice pl_model_file_section(const PlModelFile *file, const char *name)
{
    for (uint32_t i = 0; i < file->n_sections; i++)
        if (strcmp(file->sections[i].name, name) == 0)
            return (PlSlice){file->bytes.ptr + file->sections[i].offset, file->sections[i].n_bytes};
    return (PlSlice){0};
}

ParleyStatus pl_model_map(const char *path, PlSlice *bytes, ParleyError *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return pl_error_set(error, errno == ENOENT ? PARLEY_NOT_FOUND : PARLEY_UNREADABLE,
                            "%s: %s; check the path of the model", path, strerror(errno));
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        close(fd);
        return pl_error_set(error, PARLEY_UNREADABLE, "%s: not a file; check the path of the model",
                            path);
    }
    if (info.st_size == 0) {
        close(fd);
        return refuse(error, path, "the model is empty");
    }
    size_t len = (size_t)info.st_size;
    void *at = mmap(NULL, len, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (at == MAP_FAILED)
        return pl_error_set(error, PARLEY_SYSTEM, "%s: cannot be mapped: %s; free some memory",
                            path, strerror(errno));
    *bytes = (PlSlice){at, len};
    return PARLEY_OK;
}

void pl_model_unmap(PlSlice bytes)
{
    munmap((void *)(uintptr_t)bytes.ptr, bytes.len);
}
