#include "talks/effects.h"

int pl_effects_balance(const PlReading *reading, PlToks toks)
{
    const PlLexicon *effects = reading->model->effects;
    uint32_t kind_column = pl_table_column(pl_lexicon_table(effects), "kind");
    int balance = 0;
    bool turned = false;
    for (uint32_t i = toks.first; i < toks.end; i++) {
        if (pl_word_in(reading->tokens->lower[i], "not|n't|never|no|without")) turned = !turned;
        PlLexiconHit hit = pl_lexicon_match(effects, reading->tokens, reading->syntax, i);
        if (hit.row < 0) continue;
        PlSlice kind = pl_lexicon_cell(effects, hit.row, kind_column);
        if (pl_slice_is(kind, "turn")) {
            turned = true;
            continue;
        }
        int sign = pl_slice_is(kind, "good") ? 1 : -1;
        balance += turned ? -sign : sign;
        i += hit.n_toks - 1;
    }
    return balance;
}
