/* Letters: the half of utf8.h that knows code points. The tables are simple enough to read: runs of
 * case pairs, what is not a letter beyond ASCII, and the base letters of two Latin blocks. */
#include "text/utf8.h"

typedef struct CaseRun {
    uint16_t first, last; /* upper-case letters */
    int16_t to_lower;     /* to add */
    uint16_t step;        /* 2: upper and lower case alternate */
} CaseRun;

static const CaseRun case_runs[] = {
    {0x00c0, 0x00d6, 32, 1},    {0x00d8, 0x00de, 32, 1},   {0x0100, 0x012e, 1, 2},
    {0x0130, 0x0130, -199, 1},  {0x0132, 0x0136, 1, 2},    {0x0139, 0x0147, 1, 2},
    {0x014a, 0x0176, 1, 2},     {0x0178, 0x0178, -121, 1}, {0x0179, 0x017d, 1, 2},
    {0x0181, 0x0181, 210, 1},   {0x0182, 0x0184, 1, 2},    {0x0186, 0x0186, 206, 1},
    {0x0187, 0x0187, 1, 1},     {0x0189, 0x018a, 205, 1},  {0x018b, 0x018b, 1, 1},
    {0x018e, 0x018e, 79, 1},    {0x018f, 0x018f, 202, 1},  {0x0190, 0x0190, 203, 1},
    {0x0191, 0x0191, 1, 1},     {0x0193, 0x0193, 205, 1},  {0x0194, 0x0194, 207, 1},
    {0x0196, 0x0196, 211, 1},   {0x0197, 0x0197, 209, 1},  {0x0198, 0x0198, 1, 1},
    {0x019c, 0x019c, 211, 1},   {0x019d, 0x019d, 213, 1},  {0x019f, 0x019f, 214, 1},
    {0x01a0, 0x01a4, 1, 2},     {0x01a6, 0x01a6, 218, 1},  {0x01a7, 0x01a7, 1, 1},
    {0x01a9, 0x01a9, 218, 1},   {0x01ac, 0x01ac, 1, 1},    {0x01ae, 0x01ae, 218, 1},
    {0x01af, 0x01af, 1, 1},     {0x01b1, 0x01b2, 217, 1},  {0x01b3, 0x01b5, 1, 2},
    {0x01b7, 0x01b7, 219, 1},   {0x01b8, 0x01b8, 1, 1},    {0x01bc, 0x01bc, 1, 1},
    {0x01c4, 0x01c4, 2, 1},     {0x01c5, 0x01c5, 1, 1},    {0x01c7, 0x01c7, 2, 1},
    {0x01c8, 0x01c8, 1, 1},     {0x01ca, 0x01ca, 2, 1},    {0x01cb, 0x01db, 1, 2},
    {0x01de, 0x01ee, 1, 2},     {0x01f1, 0x01f1, 2, 1},    {0x01f2, 0x01f4, 1, 2},
    {0x01f6, 0x01f6, -97, 1},   {0x01f7, 0x01f7, -56, 1},  {0x01f8, 0x021e, 1, 2},
    {0x0220, 0x0220, -130, 1},  {0x0222, 0x0232, 1, 2},    {0x023a, 0x023a, 10795, 1},
    {0x023b, 0x023b, 1, 1},     {0x023d, 0x023d, -163, 1}, {0x023e, 0x023e, 10792, 1},
    {0x0241, 0x0241, 1, 1},     {0x0243, 0x0243, -195, 1}, {0x0244, 0x0244, 69, 1},
    {0x0245, 0x0245, 71, 1},    {0x0246, 0x024e, 1, 2},    {0x0370, 0x0372, 1, 2},
    {0x0376, 0x0376, 1, 1},     {0x037f, 0x037f, 116, 1},  {0x0386, 0x0386, 38, 1},
    {0x0388, 0x038a, 37, 1},    {0x038c, 0x038c, 64, 1},   {0x038e, 0x038f, 63, 1},
    {0x0391, 0x03a1, 32, 1},    {0x03a3, 0x03ab, 32, 1},   {0x03cf, 0x03cf, 8, 1},
    {0x03d8, 0x03ee, 1, 2},     {0x03f4, 0x03f4, -60, 1},  {0x03f7, 0x03f7, 1, 1},
    {0x03f9, 0x03f9, -7, 1},    {0x03fa, 0x03fa, 1, 1},    {0x03fd, 0x03ff, -130, 1},
    {0x0400, 0x040f, 80, 1},    {0x0410, 0x042f, 32, 1},   {0x0460, 0x0480, 1, 2},
    {0x048a, 0x04be, 1, 2},     {0x04c0, 0x04c0, 15, 1},   {0x04c1, 0x04cd, 1, 2},
    {0x04d0, 0x052e, 1, 2},     {0x0531, 0x0556, 48, 1},   {0x1e00, 0x1e94, 1, 2},
    {0x1e9e, 0x1e9e, -7615, 1}, {0x1ea0, 0x1efe, 1, 2},    {0x1f08, 0x1f0f, -8, 1},
    {0x1f18, 0x1f1d, -8, 1},    {0x1f28, 0x1f2f, -8, 1},   {0x1f38, 0x1f3f, -8, 1},
    {0x1f48, 0x1f4d, -8, 1},    {0x1f59, 0x1f5f, -8, 2},   {0x1f68, 0x1f6f, -8, 1},
    {0x1f88, 0x1f8f, -8, 1},    {0x1f98, 0x1f9f, -8, 1},   {0x1fa8, 0x1faf, -8, 1},
    {0x1fb8, 0x1fb9, -8, 1},    {0x1fba, 0x1fbb, -74, 1},  {0x1fbc, 0x1fbc, -9, 1},
    {0x1fc8, 0x1fcb, -86, 1},   {0x1fcc, 0x1fcc, -9, 1},   {0x1fd8, 0x1fd9, -8, 1},
    {0x1fda, 0x1fdb, -100, 1},  {0x1fe8, 0x1fe9, -8, 1},   {0x1fea, 0x1feb, -112, 1},
    {0x1fec, 0x1fec, -7, 1},    {0x1ff8, 0x1ff9, -128, 1}, {0x1ffa, 0x1ffb, -126, 1},
    {0x1ffc, 0x1ffc, -9, 1},    {0xff21, 0xff3a, 32, 1},
};

typedef struct PointRange {
    uint32_t first, last;
} PointRange;

/* From U+0080 on: punctuation, symbols, digits, private use. The rest counts as letters and marks:
 * a word of a script that is not listed stays in one piece. */
static const PointRange not_letters[] = {
    {0x0080, 0x00a9}, {0x00ab, 0x00b4}, {0x00b6, 0x00b9}, {0x00bb, 0x00bf},   {0x00d7, 0x00d7},
    {0x00f7, 0x00f7}, {0x02c2, 0x02c5}, {0x02d2, 0x02df}, {0x037e, 0x037e},   {0x0387, 0x0387},
    {0x0482, 0x0482}, {0x055a, 0x055f}, {0x0589, 0x058f}, {0x05be, 0x05be},   {0x05c0, 0x05c0},
    {0x05c3, 0x05c3}, {0x05f3, 0x060f}, {0x061b, 0x061f}, {0x0660, 0x066d},   {0x06d4, 0x06d4},
    {0x06f0, 0x06f9}, {0x0964, 0x0970}, {0x0e3f, 0x0e3f}, {0x0e4f, 0x0e5b},   {0x1360, 0x137c},
    {0x2000, 0x2bff}, {0x2e00, 0x3004}, {0x3007, 0x3020}, {0x3030, 0x3030},   {0x30fb, 0x30fb},
    {0xd800, 0xf8ff}, {0xfd3e, 0xfd3f}, {0xfe10, 0xfe1f}, {0xfe30, 0xfe6f},   {0xfeff, 0xff20},
    {0xff3b, 0xff40}, {0xff5b, 0xff65}, {0xffe0, 0xffff}, {0x1f000, 0x1faff}, {0xe0000, 0x10ffff},
};

/* Base letters of U+00C0..U+024F and U+1E00..U+1EFF; '+' stands for two letters, '.' for none. */
static const char latin_base[] = "aaaaaa+ceeeeiiiidnooooo.ouuuuy++aaaaaa+ceeeeiiiidnooooo.ouuuuy+y"
                                 "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii++jjkkklllllll"
                                 "lllnnnnnnnnnoooooo++rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
                                 "bb........d...ea.ff.g..ikk......oo.............uu..yy..........."
                                 "....+++++++++aaiioouuuuuuuuuueaaaa....ggkkoooo..j+++gg..nnaa...."
                                 "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
                                 "...bu...........";
static const char latin_additional_base[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy.s..+.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
enum { LATIN_FIRST = 0xc0, LATIN_ADDITIONAL_FIRST = 0x1e00 };

bool pl_utf8_is_letter(uint32_t point)
{
    if (point < 0x80) return (point | 0x20) - 'a' < 26;
    size_t low = 0;
    size_t high = sizeof not_letters / sizeof not_letters[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (point > not_letters[middle].last)
            low = middle + 1;
        else if (point < not_letters[middle].first)
            high = middle;
        else
            return false;
    }
    return true;
}

uint32_t pl_utf8_to_lower(uint32_t point)
{
    if (point < 0x80) return point - 'A' < 26 ? point + 32 : point;
    size_t low = 0;
    size_t high = sizeof case_runs / sizeof case_runs[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        const CaseRun *run = &case_runs[middle];
        if (point > run->last)
            low = middle + 1;
        else if (point < run->first)
            high = middle;
        else
            return (point - run->first) % run->step == 0
                       ? (uint32_t)((int32_t)point + run->to_lower)
                       : point;
    }
    return point;
}

bool pl_utf8_is_upper(uint32_t point)
{
    return pl_utf8_to_lower(point) != point;
}

static bool has_case(uint32_t point)
{
    return point < 0x0590 || (point >= 0x1e00 && point <= 0x1fff) ||
           (point >= 0xff21 && point <= 0xff5a);
}

bool pl_utf8_is_lower(uint32_t point)
{
    if (point < 0x80) return point - 'a' < 26;
    return has_case(point) && pl_utf8_is_letter(point) && !pl_utf8_is_upper(point);
}

bool pl_utf8_is_digit(uint32_t point)
{
    return point - '0' < 10 || point - 0x660 < 10 || point - 0x6f0 < 10 || point - 0x966 < 10 ||
           point - 0xff10 < 10;
}

bool pl_utf8_is_space(uint32_t point)
{
    if (point <= ' ') return point == ' ' || point - '\t' < 5;
    if (point < 0x1680) return point == PL_UTF8_NO_BREAK_SPACE || point == 0x85;
    return point == 0x1680 || (point >= 0x2000 && point <= 0x200b) || point == 0x2028 ||
           point == 0x2029 || point == 0x202f || point == 0x205f || point == 0x3000 ||
           point == 0xfeff;
}

static const char *two_letters(uint32_t point)
{
    switch (point) {
    case 0xc6:
    case 0xe6:
        return "ae";
    case 0xde:
    case 0xfe:
        return "th";
    case 0xdf:
    case 0x1e9e:
        return "ss";
    case 0x132:
    case 0x133:
        return "ij";
    case 0x152:
    case 0x153:
        return "oe";
    case 0x1c7:
    case 0x1c8:
    case 0x1c9:
        return "lj";
    case 0x1ca:
    case 0x1cb:
    case 0x1cc:
        return "nj";
    default:
        return "dz";
    }
}

const char *pl_utf8_base_letters(uint32_t point)
{
    static const char letters[] = "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l\0m\0n\0o\0p\0q\0r\0s\0t"
                                  "\0u\0v\0w\0x\0y\0z";
    if (point >= 0x300 && point <= 0x36f) return "";
    char base = '.';
    if (point - LATIN_FIRST < sizeof latin_base - 1)
        base = latin_base[point - LATIN_FIRST];
    else if (point - LATIN_ADDITIONAL_FIRST < sizeof latin_additional_base - 1)
        base = latin_additional_base[point - LATIN_ADDITIONAL_FIRST];
    else if (point == 0x259)
        base = 'a'; /* Azerbaijani, whose upper case U+018F is in the table */
    if (base == '.') return NULL;
    return base == '+' ? two_letters(point) : &letters[(size_t)(base - 'a') * 2];
}

/* Whether all of it is ASCII; *has_upper: and some of it a capital. */
static bool is_ascii(PlSlice text, bool *has_upper)
{
    unsigned char all = 0;
    bool upper = false;
    for (size_t i = 0; i < text.len; i++) {
        all |= (unsigned char)text.ptr[i];
        upper |= (unsigned char)text.ptr[i] - (unsigned)'A' < 26;
    }
    *has_upper = upper;
    return all < 0x80;
}

static PlSlice lower_ascii(PlArena *arena, PlSlice text)
{
    char *out = pl_arena_array(arena, char, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        bool upper = (unsigned char)text.ptr[i] - (unsigned)'A' < 26;
        out[i] = (char)(text.ptr[i] + (upper ? 'a' - 'A' : 0));
    }
    return (PlSlice){out, text.len};
}

/* A lower-case point has at most one byte more than its upper case (U+023A), base letters fewer. */
static PlSlice transform(PlArena *arena, PlSlice text, bool without_marks)
{
    bool has_upper = false;
    if (is_ascii(text, &has_upper)) return has_upper ? lower_ascii(arena, text) : text;
    char *out = pl_arena_array(arena, char, text.len + text.len / 2 + 4);
    size_t n = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t point = pl_utf8_to_lower(pl_utf8_next(text, &i));
        if (point == PL_UTF8_SINGLE_CLOSE || point == 0x2bc) point = '\'';
        const char *base = without_marks && point >= 0x80 ? pl_utf8_base_letters(point) : NULL;
        if (base) {
            while (*base)
                out[n++] = *base++;
        } else {
            n += pl_utf8_put(out + n, point);
        }
    }
    return (PlSlice){out, n};
}

PlSlice pl_utf8_lower(PlArena *arena, PlSlice text)
{
    return transform(arena, text, false);
}

PlSlice pl_utf8_fold(PlArena *arena, PlSlice text)
{
    return transform(arena, text, true);
}
