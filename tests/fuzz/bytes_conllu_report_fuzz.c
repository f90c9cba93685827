/* Any bytes as a CoNLL-U report: words that are not empty, every one in a sentence that is not. */
#include <stdlib.h>

#include "bytes/conllu_report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PlArena arena;
    pl_arena_init(&arena, 0);
    PlGivenTokens given;
    pl_conllu_report_read(&arena, (PlSlice){(const char *)data, size}, &given);
    check((given.words.n == 0) == (given.sents.n == 0));
    for (uint32_t i = 0; i < given.words.n; i++)
        check(given.words.items[i].form.len > 0);
    for (uint32_t i = 0; i < given.sents.n; i++) {
        uint32_t before = i ? given.sents.items[i - 1].first_word : 0;
        check(i ? given.sents.items[i].first_word > before : given.sents.items[0].first_word == 0);
        check(given.sents.items[i].first_word < given.words.n);
    }
    pl_arena_clear(&arena);
    return 0;
}
