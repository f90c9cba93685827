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

static PlSlice lemma_key(const PlTokens *tokens, const PlSyntax *syntax, uint32_t tok)
{
    return syntax->upos[tok] == PL_UPOS_PROPN ? tokens->form[tok] : tokens->lower[tok];
}

/* `hash`: of key and xpos. */
static PlSlice lemma_of(PlArena *arena, const PlSyntaxModel *model, PlSlice key, uint8_t xpos,
                        uint64_t hash)
{
    int64_t offset = pl_value_table_find(&model->lemma_words, hash);
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

/* Of so many tokens at once the tables are fetched before the first is looked up. */
enum { CHUNK = 32 };

static uint32_t chunk_len(uint32_t at, uint32_t end)
{
    return end - at < CHUNK ? end - at : CHUNK;
}

void pl_lemmas_find(PlArena *arena, const PlSyntaxModel *model, const PlTokens *tokens,
                    uint32_t first, uint32_t end, PlSyntax *syntax)
{
    uint64_t hashes[CHUNK];
    for (uint32_t at = first; at < end; at += CHUNK) {
        uint32_t n = chunk_len(at, end);
        for (uint32_t i = 0; i < n; i++) {
            hashes[i] = pl_lemma_word_hash(lemma_key(tokens, syntax, at + i), syntax->xpos[at + i]);
            pl_value_table_prefetch(&model->lemma_words, hashes[i]);
        }
        for (uint32_t i = 0; i < n; i++)
            syntax->lemma[at + i] = lemma_of(arena, model, lemma_key(tokens, syntax, at + i),
                                             syntax->xpos[at + i], hashes[i]);
    }
}

/* Those of a word that is not in the list: by its place in the tree, else by its tags. */
static int64_t feats_of_place(const PlSyntaxModel *model, const PlSyntax *syntax, uint32_t tok,
                              bool passive)
{
    uint8_t upos = syntax->upos[tok];
    uint8_t xpos = syntax->xpos[tok];
    int64_t feats = pl_value_table_find(
        &model->feats_places, pl_feats_place_hash(upos, xpos, syntax->deprel[tok], passive));
    if (feats >= 0) return feats;
    feats = pl_value_table_find(&model->feats_places,
                                pl_feats_place_hash(upos, xpos, PL_N_DEPREL, false));
    return feats < 0 ? 0 : feats;
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
    uint64_t hashes[CHUNK];
    for (uint32_t at = first; at < end; at += CHUNK) {
        uint32_t n = chunk_len(at, end);
        for (uint32_t i = 0; i < n; i++) {
            hashes[i] = pl_feats_word_hash(tokens->lower[at + i], syntax->upos[at + i],
                                           syntax->xpos[at + i]);
            pl_value_table_prefetch(&model->feats_words, hashes[i]);
        }
        for (uint32_t i = 0; i < n; i++) {
            int64_t feats = pl_value_table_find(&model->feats_words, hashes[i]);
            if (feats < 0)
                feats = feats_of_place(model, syntax, at + i, syntax->feats[at + i] == 1);
            syntax->feats[at + i] = (uint16_t)feats;
        }
    }
}
