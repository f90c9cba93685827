#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

ParleyStatus pl_error_set(ParleyError *error, ParleyStatus status, const char *format, ...)
{
    if (!error) return status;
    error->status = status;
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    for (char *c = error->message; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f) *c = ' ';
    return status;
}
