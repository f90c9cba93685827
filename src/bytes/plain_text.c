#include "bytes/plain_text.h"

#include <string.h>

typedef struct Magic {
    PlSlice start;
    const char *what;
} Magic;

static const Magic magics[] = {
    {PL_LIT("%PDF-"), "a PDF document; save it as text"},
    {PL_LIT("PK\x03\x04"), "a ZIP archive or an office document; save its text"},
    {PL_LIT("\xd0\xcf\x11\xe0"), "an office document; save it as text"},
    {PL_LIT("{\\rtf"), "an RTF document; save it as text"},
    {PL_LIT("\x1f\x8b"), "compressed with gzip; decompress it first"},
    {PL_LIT("BZh"), "compressed with bzip2; decompress it first"},
    {PL_LIT("\xfd"
            "7zXZ"),
     "compressed with xz; decompress it first"},
    {PL_LIT("\x28\xb5\x2f\xfd"), "compressed with zstd; decompress it first"},
    {PL_LIT("\x89PNG"), "a picture; give the report's text"},
    {PL_LIT("\xff\xd8\xff"), "a picture; give the report's text"},
    {PL_LIT("GIF8"), "a picture; give the report's text"},
    {PL_LIT("\x7f"
            "ELF"),
     "a program; give the report's text"},
    {PL_LIT("SQLite format 3"), "a database; give the report's text"},
    {PL_LIT("\xff\xfe"), "UTF-16 text; convert it to UTF-8 first"},
    {PL_LIT("\xfe\xff"), "UTF-16 text; convert it to UTF-8 first"},
};

static bool is_control(unsigned char c)
{
    /* Tabs, line and page ends and terminal escapes occur in text. */
    return (c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1b) || c == 0x7f;
}

const char *pl_plain_text_problem(PlSlice bytes)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (bytes.len >= magics[i].start.len &&
            memcmp(bytes.ptr, magics[i].start.ptr, magics[i].start.len) == 0)
            return magics[i].what;
    /* Text damaged in places has a few control bytes, anything else has them throughout: random
     * bytes one in nine, UTF-16 every other one. */
    enum { FEW = 4, MOST_SHARE = 32 };
    size_t n_controls = 0;
    for (size_t i = 0; i < bytes.len; i++)
        n_controls += is_control((unsigned char)bytes.ptr[i]);
    if (n_controls > FEW && n_controls > bytes.len / MOST_SHARE)
        return "not text but binary data; give plain UTF-8 text";
    return NULL;
}

bool pl_plain_text_is_blank(PlSlice bytes)
{
    if (pl_slice_starts(bytes, "\xef\xbb\xbf")) bytes = (PlSlice){bytes.ptr + 3, bytes.len - 3};
    return pl_slice_trim(bytes).len == 0;
}
