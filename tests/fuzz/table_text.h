/* Texts for the fuzzers out of words of the program's own tables, so that the layers that look for
 * phrases get to see some: a number that a fuzzer changes is a word that is another. */
#ifndef TESTS_TABLE_TEXT_H
#define TESTS_TABLE_TEXT_H

#include <string.h>

#include "base/data.h"
#include "base/vec.h"

enum { MOST_BYTES_OF_A_TABLE = 40000 }; /* larger ones are lists of names and places */

typedef struct TableWords {
    PL_VEC(PlSlice) words;
    uint32_t n_common; /* the first of them */
} TableWords;

static inline void table_words_add(PlArena *arena, PlSlice text, const char *ends,
                                   TableWords *table)
{
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && !strchr(ends, text.ptr[i])) continue;
        if (i > start) *pl_vec_push(arena, &table->words) = (PlSlice){text.ptr + start, i - start};
        start = i + 1;
    }
}

static inline void table_words_load(PlArena *arena, TableWords *table)
{
    static const char *const common =
        ".|.\n\n|,|\"|\u201c|\u201d|-|:|that|and|to|of|not|will|would|was|by|a|the|in|on Monday|"
        "said|says|has|talks|talks between|a deal|which|if|until|with|who|from Kenya|Kenya|Uganda|"
        "Kenyan|the president|the foreign minister|Amina Odede|Odede|he|she|they|Nairobi|3|2031|"
        "percent|million|demands|rejected|agreed to|met|according to|between|after|before|for|"
        "their|delegation|led by|sanctions|would not|only|former|a source";
    table_words_add(arena, pl_slice(common), "|", table);
    table->n_common = table->words.n;
    for (uint32_t i = 0; i < pl_n_data_files; i++)
        if (pl_data_files[i].len < MOST_BYTES_OF_A_TABLE)
            table_words_add(arena, pl_data_file(pl_data_files[i].name), "\t\n|;#", table);
}

/* Two bytes a word, common ones half of the time. */
static inline PlSlice table_words_text(PlArena *arena, const TableWords *table,
                                       const uint8_t *bytes, size_t len)
{
    PL_VEC(char) text = {0};
    for (size_t i = 0; i + 1 < len; i += 2) {
        uint32_t number = bytes[i] | (uint32_t)bytes[i + 1] << 8;
        uint32_t n = number & 1 ? table->n_common : table->words.n;
        PlSlice word = table->words.items[(number >> 1) % n];
        for (size_t k = 0; k < word.len; k++)
            *pl_vec_push(arena, &text) = word.ptr[k];
        *pl_vec_push(arena, &text) = ' ';
    }
    return (PlSlice){text.items, text.n};
}

#endif
