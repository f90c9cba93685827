/* ASCII: what <ctype.h> asks a locale for, inline, for the inner loops of cutting words. */
#ifndef PL_TOKEN_ASCII_H
#define PL_TOKEN_ASCII_H

#include <stdbool.h>

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

#endif
