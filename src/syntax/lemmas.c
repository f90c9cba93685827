#include "syntax/lemmas.h"

#include <string.h>

static PlSlice edited(PlArena *arena, PlSlice form, const PlLemmaEdit *edit)
{
    /* A rule that would eat the form, or half a letter, leaves it as it is. */
    if (edit->n_cut >= form.len + (edit->n_added > 0)) return form;
    PlSlice stem = {form.ptr, form.len - edit->n_cut};
    if (edit->n_cut && ((unsigned char)stem.ptr[stem.len] & 0xC0) == 0x80) return form;
    if (edit->n_added == 0) return stem;
    char *lemma = pl_arena_array(arena, char, stem.len + edit->n_added);
    memcpy(lemma, stem.ptr, stem.len);
    memcpy(lemma + stem.len, edit->added, edit->n_added);
    return (PlSlice){lemma, stem.len + edit->n_added};
}

PlSlice pl_lemma_find(PlArena *arena, const PlSyntaxModel *model, PlSlice form, PlSlice lower,
                      uint8_t upos, uint8_t xpos)
{
    PlSlice key = upos == PL_UPOS_PROPN ? form : lower;
    int64_t offset = pl_value_table_find(&model->lemma_words, pl_lemma_word_hash(key, xpos));
    if (offset >= 0) {
        const char *at = model->lemma_text.ptr + offset;
        return (PlSlice){at + 1, (unsigned char)*at};
    }
    uint64_t hashes[PL_LEMMA_MOST_SUFFIX + 1];
    uint32_t longest = pl_lemma_suffix_hashes(key, xpos, hashes);
    for (uint32_t len = longest + 1; len-- > 0;) {
        int64_t rule = pl_value_table_find(&model->lemma_rules, hashes[len]);
        if (rule >= 0) return edited(arena, key, &model->lemma_edits[rule]);
    }
    return key;
}

void pl_feats_find(const PlSyntaxModel *model, const PlTokens *tokens, uint32_t first, uint32_t end,
                   PlSyntax *syntax)
{
    for (uint32_t tok = first; tok < end; tok++)
        syntax->feats[tok] = 0;
    /* Until the features are known, feats[verb] marks a verb that has a passive auxiliary. */
    for (uint32_t tok = first; tok < end; tok++)
        if (syntax->deprel[tok] == PL_DEPREL_aux_pass && syntax->head_tok[tok] >= 0)
            syntax->feats[syntax->head_tok[tok]] = 1;
    for (uint32_t tok = first; tok < end; tok++) {
        uint8_t upos = syntax->upos[tok];
        uint8_t xpos = syntax->xpos[tok];
        bool passive = syntax->feats[tok] == 1;
        int64_t feats = pl_value_table_find(&model->feats_words,
                                            pl_feats_word_hash(tokens->lower[tok], upos, xpos));
        if (feats < 0)
            feats =
                pl_value_table_find(&model->feats_places,
                                    pl_feats_place_hash(upos, xpos, syntax->deprel[tok], passive));
        if (feats < 0)
            feats = pl_value_table_find(&model->feats_places,
                                        pl_feats_place_hash(upos, xpos, PL_N_DEPREL, false));
        syntax->feats[tok] = (uint16_t)(feats < 0 ? 0 : feats);
    }
}
