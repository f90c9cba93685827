/* Line words: a line as the words that cues are made of.
 *
 * Words are lower case, without the marks around them; a colon, "+", "|" and the copyright sign are
 * words of their own; other marks are none. Only hashes are kept: cues are compared by them.
 */
#ifndef PL_TEXT_LINE_WORDS_H
#define PL_TEXT_LINE_WORDS_H

#include "base/slice.h"

enum { PL_MOST_LINE_WORDS = 512 };

enum {
    PL_WORD_CAPITAL = 1, /* begins with an upper-case letter */
    PL_WORD_DIGIT = 2,   /* begins with a digit */
    PL_WORD_ADDRESS = 4, /* URL or e-mail address */
    PL_WORD_HANDLE = 8,  /* @name */
    PL_WORD_STOP = 16,   /* a sentence may end behind it */
    PL_WORD_MARK = 32    /* a colon, "+", "|" or the copyright sign */
};

typedef struct PlLineWords {
    uint32_t n; /* a longer line is cut here */
    bool is_cut;
    uint64_t hash[PL_MOST_LINE_WORDS];
    uint32_t start_byte[PL_MOST_LINE_WORDS]; /* of the word with the marks before it */
    uint8_t flags[PL_MOST_LINE_WORDS];
} PlLineWords;

void pl_line_words_cut(PlSlice line, PlLineWords *words);

#endif
