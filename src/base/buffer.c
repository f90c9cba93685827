#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 64 * 1024 };

void pl_buffer_init(PlBuffer *buffer)
{
    *buffer = (PlBuffer){0};
}

void pl_buffer_init_sink(PlBuffer *buffer, ParleySink sink)
{
    *buffer = (PlBuffer){.sink = sink};
}

bool pl_buffer_flush(PlBuffer *buffer)
{
    if (!buffer->failed && buffer->sink.write && buffer->len) {
        buffer->failed = !buffer->sink.write(buffer->sink.context, buffer->bytes, buffer->len);
        buffer->len = 0;
    }
    return !buffer->failed;
}

void pl_buffer_clear(PlBuffer *buffer)
{
    free(buffer->bytes);
    *buffer = (PlBuffer){0};
}

static bool reserve(PlBuffer *buffer, size_t more)
{
    if (buffer->failed) return false;
    if (more <= buffer->capacity - buffer->len) return true;
    size_t wider = buffer->capacity ? buffer->capacity : BLOCK_BYTES;
    while (wider - buffer->len < more) {
        if (wider > SIZE_MAX / 4) {
            buffer->failed = true;
            return false;
        }
        wider *= 2;
    }
    char *bytes = realloc(buffer->bytes, wider);
    if (!bytes) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = wider;
    return true;
}

void pl_buffer_put(PlBuffer *buffer, PlSlice bytes)
{
    if (bytes.len == 0 || !reserve(buffer, bytes.len)) return;
    memcpy(buffer->bytes + buffer->len, bytes.ptr, bytes.len);
    buffer->len += bytes.len;
    if (buffer->sink.write && buffer->len >= BLOCK_BYTES) pl_buffer_flush(buffer);
}

void pl_buffer_puts(PlBuffer *buffer, const char *terminated)
{
    pl_buffer_put(buffer, pl_slice(terminated));
}

void pl_buffer_putc(PlBuffer *buffer, char c)
{
    pl_buffer_put(buffer, (PlSlice){&c, 1});
}

void pl_buffer_format(PlBuffer *buffer, const char *format, ...)
{
    char line[512];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (len < 0) {
        buffer->failed = true;
        return;
    }
    if ((size_t)len < sizeof line) {
        pl_buffer_put(buffer, (PlSlice){line, (size_t)len});
        return;
    }
    if (!reserve(buffer, (size_t)len + 1)) return;
    va_start(args, format);
    vsnprintf(buffer->bytes + buffer->len, (size_t)len + 1, format, args);
    va_end(args);
    buffer->len += (size_t)len;
}
