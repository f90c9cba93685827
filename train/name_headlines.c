#include "name_headlines.h"

#include <stdio.h>
#include <string.h>

enum { LEAST_WORDS = 4, MOST_WORDS = 18 };

static bool is_grammar(const Word *word)
{
    return word->upos == PL_UPOS_ADP || word->upos == PL_UPOS_DET || word->upos == PL_UPOS_CCONJ ||
           word->upos == PL_UPOS_PART || word->upos == PL_UPOS_SCONJ || word->upos == PL_UPOS_AUX;
}

static PlSlice with_capital(PlArena *arena, PlSlice form)
{
    if (form.len == 0 || form.ptr[0] < 'a' || form.ptr[0] > 'z') return form;
    char *bytes = pl_arena_array(arena, char, form.len);
    memcpy(bytes, form.ptr, form.len);
    bytes[0] = (char)(bytes[0] - 32);
    return (PlSlice){bytes, form.len};
}

void name_headlines_make(PlArena *arena, Treebank *treebank, uint32_t step)
{
    uint32_t n_short = 0;
    uint32_t n_kept = 0;
    for (uint32_t s = 0; s < treebank->sentences.n; s++) {
        const Sentence sentence = treebank->sentences.items[s];
        if (sentence.n < LEAST_WORDS || sentence.n > MOST_WORDS) continue;
        if (step == 0 || n_short++ % step) continue;
        for (int32_t w = 0; w < sentence.n; w++) {
            PlSlice *form = &treebank->tokens.form[sentence.first_tok + (uint32_t)w];
            if (w == 0 || !is_grammar(&sentence.words[w])) *form = with_capital(arena, *form);
        }
        treebank->sentences.items[n_kept++] = sentence;
    }
    treebank->sentences.n = n_kept;
    printf("names: %u headlines\n", n_kept);
}
