/* Buffer: bytes on their way out, on the heap.
 *
 * With a sink, full blocks are handed on as they come, so memory stays bounded; without one the
 * bytes gather in `bytes`. A failure (memory, or a sink that answers false) sticks: what follows is
 * ignored, and the caller asks once, at the end.
 *
 * threads  one at a time
 */
#ifndef PL_BASE_BUFFER_H
#define PL_BASE_BUFFER_H

#include "base/slice.h"
#include "parley/parley.h"

typedef struct PlBuffer {
    char *bytes;
    size_t len;
    size_t capacity;
    ParleySink sink; /* sink.write NULL: gather */
    bool failed;
} PlBuffer;

void pl_buffer_init(PlBuffer *buffer);
/* Hands blocks of about 64 KiB to `sink`. */
void pl_buffer_init_sink(PlBuffer *buffer, ParleySink sink);
/* Hands on what is left; false when anything failed since init. */
bool pl_buffer_flush(PlBuffer *buffer);
void pl_buffer_clear(PlBuffer *buffer);

void pl_buffer_put(PlBuffer *buffer, PlSlice bytes);
void pl_buffer_puts(PlBuffer *buffer, const char *terminated);
void pl_buffer_putc(PlBuffer *buffer, char c);
void pl_buffer_format(PlBuffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
