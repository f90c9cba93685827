/* ASCII: what <ctype.h> asks a locale for, inline, for the inner loops of cutting words. */
#ifndef PL_TOKEN_ASCII_H
#define PL_TOKEN_ASCII_H

#include "base/slice.h"

static inline bool pl_is_ascii_letter(char c)
{
    return (unsigned)((unsigned char)c | 0x20u) - 'a' < 26u;
}

static inline bool pl_is_ascii_upper(char c)
{
    return (unsigned)(unsigned char)c - 'A' < 26u;
}

static inline bool pl_is_ascii_digit(char c)
{
    return (unsigned)(unsigned char)c - '0' < 10u;
}

static inline bool pl_is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* `form` in lower case, written to `out`, which has room for it. */
static inline PlSlice pl_ascii_lower(char *out, PlSlice form)
{
    for (size_t i = 0; i < form.len; i++)
        out[i] = (char)(pl_is_ascii_upper(form.ptr[i]) ? form.ptr[i] + 32 : form.ptr[i]);
    return (PlSlice){out, form.len};
}

#endif
