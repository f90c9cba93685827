#include "lemma_tables.h"

#include <stdio.h>
#include <string.h>

#include "counter.h"
#include "syntax/model.h"
#include "table_writer.h"

/* ---- lemmas --------------------------------------------------------------------------------- */

/* The edit that turns form into lemma; false when no rule can say it. */
static bool edit_of(PlSlice form, PlSlice lemma, PlLemmaEdit *edit)
{
    size_t same = 0;
    while (same < form.len && same < lemma.len && form.ptr[same] == lemma.ptr[same])
        same++;
    while (same && same < form.len && ((unsigned char)form.ptr[same] & 0xC0) == 0x80)
        same--;
    memset(edit, 0, sizeof *edit);
    if (same == 0 || form.len - same > 8 || lemma.len - same > sizeof edit->added) return false;
    edit->n_cut = (uint8_t)(form.len - same);
    edit->n_added = (uint8_t)(lemma.len - same);
    memcpy(edit->added, lemma.ptr + same, lemma.len - same);
    return true;
}

/* A key of bytes: the tag, then the text. */
static PlSlice tagged(PlArena *arena, uint8_t tag, PlSlice text)
{
    char *key = pl_arena_array(arena, char, text.len + 1);
    key[0] = (char)tag;
    memcpy(key + 1, text.ptr, text.len);
    return (PlSlice){key, text.len + 1};
}

static PlSlice untagged(PlSlice key)
{
    return (PlSlice){key.ptr + 1, key.len - 1};
}

static PlSlice suffix_of(PlSlice form, uint32_t len)
{
    return (PlSlice){form.ptr + form.len - len, len};
}

typedef struct Lemmas {
    PlArena *arena;
    Counter seen;  /* tag and form -> lemma, by tokens */
    Counter rules; /* tag and suffix -> edit, by types */
    PlSymbols edits;
    PL_VEC(PlLemmaEdit) edit_items;
    TableWriter rule_table;
    TableWriter word_table;
    PL_VEC(char) text;
    uint32_t n_listed;
} Lemmas;

static PlSlice key_form(const Treebank *treebank, uint32_t tok, const Word *word)
{
    return word->upos == PL_UPOS_PROPN ? treebank->tokens.form[tok] : treebank->tokens.lower[tok];
}

static void count_lemmas(Lemmas *lemmas, const Treebank *treebank)
{
    for (uint32_t s = 0; s < treebank->sentences.n; s++) {
        const Sentence *sentence = &treebank->sentences.items[s];
        for (int32_t w = 0; w < sentence->n; w++) {
            uint32_t tok = sentence->first_tok + (uint32_t)w;
            const Word *word = &sentence->words[w];
            PlSlice form = key_form(treebank, tok, word);
            PlSlice lemma = treebank->lemma[tok];
            if (pl_slice_is(lemma, "_") && !pl_slice_is(form, "_")) continue;
            counter_add(lemmas->arena, &lemmas->seen, tagged(lemmas->arena, word->xpos, form),
                        lemma);
        }
    }
}

static void count_rules(Lemmas *lemmas)
{
    for (uint32_t key = 0; key < lemmas->seen.keys.names.n; key++) {
        uint32_t count;
        PlSlice name = pl_symbols_name(&lemmas->seen.keys, (int32_t)key);
        PlSlice form = untagged(name);
        PlSlice lemma = pl_symbols_name(&lemmas->seen.values,
                                        counter_best(&lemmas->seen, (int32_t)key, &count));
        PlLemmaEdit edit;
        if (!edit_of(form, lemma, &edit)) continue;
        PlSlice bytes = {(const char *)&edit, sizeof edit};
        for (uint32_t len = 0; len <= PL_LEMMA_MOST_SUFFIX && len <= form.len; len++)
            counter_add(lemmas->arena, &lemmas->rules,
                        tagged(lemmas->arena, (uint8_t)name.ptr[0], suffix_of(form, len)), bytes);
    }
}

static uint32_t edit_index(Lemmas *lemmas, PlSlice bytes)
{
    int32_t symbol = pl_symbols_intern(lemmas->arena, &lemmas->edits, bytes);
    if ((uint32_t)symbol == lemmas->edit_items.n) {
        PlLemmaEdit *edit = pl_vec_push(lemmas->arena, &lemmas->edit_items);
        memcpy(edit, bytes.ptr, sizeof *edit);
    }
    return (uint32_t)symbol;
}

/* The best edit of a suffix that was seen often enough to be trusted, or -1. */
static int32_t trusted_edit(const Lemmas *lemmas, uint8_t tag, PlSlice suffix)
{
    int32_t key = pl_symbols_find(&lemmas->rules.keys, tagged(lemmas->arena, tag, suffix));
    if (key == PL_NO_SYMBOL) return -1;
    uint32_t count;
    int32_t best = counter_best(&lemmas->rules, key, &count);
    return count >= 2 || suffix.len == 0 ? best : -1;
}

static void write_rules(Lemmas *lemmas)
{
    enum { MOST_RULES = 16384 };
    table_writer_init(lemmas->arena, &lemmas->rule_table, MOST_RULES);
    uint32_t n_rules = 0;
    for (uint32_t key = 0; key < lemmas->rules.keys.names.n; key++) {
        PlSlice name = pl_symbols_name(&lemmas->rules.keys, (int32_t)key);
        uint8_t tag = (uint8_t)name.ptr[0];
        PlSlice suffix = untagged(name);
        int32_t edit = trusted_edit(lemmas, tag, suffix);
        if (edit < 0) continue;
        int32_t shorter = -1;
        for (uint32_t len = (uint32_t)suffix.len; shorter < 0 && len-- > 0;)
            shorter = trusted_edit(lemmas, tag, suffix_of(suffix, len));
        if (shorter == edit) continue;
        uint64_t hashes[PL_LEMMA_MOST_SUFFIX + 1];
        pl_lemma_suffix_hashes(suffix, tag, hashes);
        table_writer_add(&lemmas->rule_table, hashes[suffix.len],
                         edit_index(lemmas, pl_symbols_name(&lemmas->rules.values, edit)));
        n_rules++;
    }
    printf("lemmas: %u rules, %u edits\n", n_rules, lemmas->edit_items.n);
}

/* What the rules make of a form: the edit of the longest suffix that has one. */
static PlSlice ruled(const Lemmas *lemmas, uint8_t tag, PlSlice form)
{
    PlValueTable table = {lemmas->rule_table.slots, lemmas->rule_table.n_slots - 1};
    uint64_t hashes[PL_LEMMA_MOST_SUFFIX + 1];
    uint32_t longest = pl_lemma_suffix_hashes(form, tag, hashes);
    for (uint32_t len = longest + 1; len-- > 0;) {
        int64_t rule = pl_value_table_find(&table, hashes[len]);
        if (rule < 0) continue;
        const PlLemmaEdit *edit = &lemmas->edit_items.items[rule];
        if (edit->n_cut >= form.len + (edit->n_added > 0)) return form;
        return pl_arena_format(lemmas->arena, "%.*s%.*s", (int)(form.len - edit->n_cut), form.ptr,
                               (int)edit->n_added, edit->added);
    }
    return form;
}

static void list_word(Lemmas *lemmas, PlSlice form, uint8_t tag, PlSlice lemma)
{
    uint32_t offset = lemmas->text.n;
    *pl_vec_push(lemmas->arena, &lemmas->text) = (char)lemma.len;
    for (size_t i = 0; i < lemma.len; i++)
        *pl_vec_push(lemmas->arena, &lemmas->text) = lemma.ptr[i];
    table_writer_add(&lemmas->word_table, pl_lemma_word_hash(form, tag), offset);
    lemmas->n_listed++;
}

static void write_words(Lemmas *lemmas)
{
    for (uint32_t key = 0; key < lemmas->seen.keys.names.n; key++) {
        uint32_t count;
        PlSlice name = pl_symbols_name(&lemmas->seen.keys, (int32_t)key);
        PlSlice form = untagged(name);
        PlSlice lemma = pl_symbols_name(&lemmas->seen.values,
                                        counter_best(&lemmas->seen, (int32_t)key, &count));
        if (lemma.len > 200 || pl_slice_equal(ruled(lemmas, (uint8_t)name.ptr[0], form), lemma))
            continue;
        list_word(lemmas, form, (uint8_t)name.ptr[0], lemma);
    }
    printf("lemmas: %u forms of the treebanks listed\n", lemmas->n_listed);
}

/* ---- frequent words that the treebanks do not have ------------------------------------------- */

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* One syllable, one vowel, one consonant after it: such a stem doubles its consonant (stop,
 * stopped), so one that does not has lost an e (hope, hoped). */
static bool would_double(PlSlice stem)
{
    size_t n = stem.len;
    if (n < 2 || is_vowel(stem.ptr[n - 1]) || !is_vowel(stem.ptr[n - 2])) return false;
    if (memchr("wxy", stem.ptr[n - 1], 3)) return false;
    for (size_t i = 0; i + 2 < n; i++)
        if (is_vowel(stem.ptr[i]) || stem.ptr[i] == 'y') return false;
    return true;
}

typedef struct Base {
    PlSlice word;
    int32_t rank;
} Base;

static void consider(const Vectors *vectors, PlSlice word, Base *best)
{
    int32_t rank = word.len >= 2 ? vectors_row(vectors, word) : -1;
    if (rank >= 0 && (best->rank < 0 || rank < best->rank)) *best = (Base){word, rank};
}

/* The base of a form that ends in `ending`, a syllable that e and doubled consonants give way to.
 */
static PlSlice base_of(PlArena *arena, const Vectors *vectors, PlSlice form, const char *ending)
{
    size_t n = strlen(ending);
    if (form.len < n + 2 || !pl_slice_ends(form, ending)) return (PlSlice){0};
    PlSlice stem = {form.ptr, form.len - n};
    PlSlice with_e = pl_arena_format(arena, "%.*se", PL_PRI(stem));
    char last = stem.ptr[stem.len - 1];
    Base best = {.rank = -1};
    consider(vectors, with_e, &best);
    if (best.rank >= 0 && would_double(stem)) return with_e;
    consider(vectors, stem, &best);
    if (last == stem.ptr[stem.len - 2] && !is_vowel(last))
        consider(vectors, (PlSlice){stem.ptr, stem.len - 1}, &best);
    if (last == 'i' && ending[0] == 'e')
        consider(vectors, pl_arena_format(arena, "%.*sy", (int)stem.len - 1, stem.ptr), &best);
    return best.word;
}

static PlSlice singular_of(PlArena *arena, const Vectors *vectors, PlSlice form)
{
    Base best = {.rank = -1};
    if (form.len < 4 || !pl_slice_ends(form, "s") || pl_slice_ends(form, "ss")) return best.word;
    consider(vectors, (PlSlice){form.ptr, form.len - 1}, &best);
    if (pl_slice_ends(form, "es")) consider(vectors, (PlSlice){form.ptr, form.len - 2}, &best);
    if (pl_slice_ends(form, "ies"))
        consider(vectors, pl_arena_format(arena, "%.*sy", (int)form.len - 3, form.ptr), &best);
    return best.word;
}

static void guess_word(Lemmas *lemmas, PlSlice form, uint8_t tag, PlSlice lemma)
{
    if (lemma.len == 0 || pl_slice_equal(ruled(lemmas, tag, form), lemma)) return;
    if (pl_symbols_find(&lemmas->seen.keys, tagged(lemmas->arena, tag, form)) != PL_NO_SYMBOL)
        return;
    list_word(lemmas, form, tag, lemma);
}

static void guess_words(Lemmas *lemmas, const Vectors *vectors)
{
    enum { MOST_RANK = 60000 };
    uint32_t before = lemmas->n_listed;
    for (uint32_t i = 0; i < vectors->keys.names.n; i++) {
        PlSlice form = vectors->keys.names.items[i];
        if (vectors->row[i] >= MOST_RANK || form.len < 4) continue;
        PlArena *arena = lemmas->arena;
        PlSlice past = base_of(arena, vectors, form, "ed");
        PlSlice plural = singular_of(arena, vectors, form);
        guess_word(lemmas, form, PL_XPOS_VBD, past);
        guess_word(lemmas, form, PL_XPOS_VBN, past);
        guess_word(lemmas, form, PL_XPOS_VBG, base_of(arena, vectors, form, "ing"));
        guess_word(lemmas, form, PL_XPOS_NNS, plural);
        guess_word(lemmas, form, PL_XPOS_VBZ, plural);
    }
    printf("lemmas: %u forms of frequent words listed\n", lemmas->n_listed - before);
}

/* ---- features ------------------------------------------------------------------------------- */

typedef struct Feats {
    PlArena *arena;
    PlSymbols names;
    Counter places;
    Counter words;
} Feats;

static PlSlice hash_key(PlArena *arena, uint64_t hash)
{
    return pl_arena_copy(arena, (PlSlice){(const char *)&hash, sizeof hash});
}

static uint64_t hash_of_key(PlSlice key)
{
    uint64_t hash;
    memcpy(&hash, key.ptr, sizeof hash);
    return hash;
}

static void count_feats(Feats *feats, const Treebank *treebank)
{
    for (uint32_t s = 0; s < treebank->sentences.n; s++) {
        const Sentence *sentence = &treebank->sentences.items[s];
        bool *passive = pl_arena_array(feats->arena, bool, (size_t)sentence->n + 1);
        for (int32_t w = 0; w < sentence->n; w++)
            if (sentence->words[w].deprel == PL_DEPREL_aux_pass)
                passive[sentence->words[w].head] = true;
        for (int32_t w = 0; w < sentence->n; w++) {
            uint32_t tok = sentence->first_tok + (uint32_t)w;
            const Word *word = &sentence->words[w];
            PlSlice value = treebank->feats[tok];
            PlArena *arena = feats->arena;
            counter_add(arena, &feats->places,
                        hash_key(arena, pl_feats_place_hash(word->upos, word->xpos, word->deprel,
                                                            passive[w])),
                        value);
            counter_add(
                arena, &feats->places,
                hash_key(arena, pl_feats_place_hash(word->upos, word->xpos, PL_N_DEPREL, false)),
                value);
            /* What a participle is depends on its place, not on the word. */
            if (word->xpos == PL_XPOS_VBN || word->xpos == PL_XPOS_VBG) continue;
            counter_add(arena, &feats->words,
                        hash_key(arena, pl_feats_word_hash(treebank->tokens.lower[tok], word->upos,
                                                           word->xpos)),
                        value);
        }
    }
}

static TableWriter write_feats(Feats *feats, const Counter *counter, uint32_t least)
{
    TableWriter table;
    table_writer_init(feats->arena, &table, counter->keys.names.n);
    for (uint32_t key = 0; key < counter->keys.names.n; key++) {
        uint32_t count;
        PlSlice value =
            pl_symbols_name(&counter->values, counter_best(counter, (int32_t)key, &count));
        if (count < least) continue;
        table_writer_add(&table, hash_of_key(pl_symbols_name(&counter->keys, (int32_t)key)),
                         (uint32_t)pl_symbols_intern(feats->arena, &feats->names, value));
    }
    return table;
}

static void add_table(ModelWriter *writer, const char *name, const TableWriter *table)
{
    model_writer_add(writer, name, table->slots, table->n_slots * sizeof *table->slots);
}

void lemma_tables_add(PlArena *arena, const Treebank *treebanks, int n_treebanks,
                      const Vectors *vectors, ModelWriter *writer, uint32_t *n_feats)
{
    enum { MOST_LISTED = 16384 };
    Lemmas *lemmas = pl_arena_new(arena, Lemmas);
    Feats *feats = pl_arena_new(arena, Feats);
    lemmas->arena = arena;
    feats->arena = arena;
    for (int i = 0; i < n_treebanks; i++) {
        count_lemmas(lemmas, &treebanks[i]);
        count_feats(feats, &treebanks[i]);
    }
    count_rules(lemmas);
    write_rules(lemmas);
    table_writer_init(arena, &lemmas->word_table, MOST_LISTED);
    write_words(lemmas);
    guess_words(lemmas, vectors);
    add_table(writer, "lemma.rules", &lemmas->rule_table);
    add_table(writer, "lemma.words", &lemmas->word_table);
    model_writer_add(writer, "lemma.edits", lemmas->edit_items.items,
                     lemmas->edit_items.n * sizeof *lemmas->edit_items.items);
    model_writer_add(writer, "lemma.text", lemmas->text.items, lemmas->text.n);

    pl_symbols_intern(arena, &feats->names, PL_SLICE("_"));
    TableWriter places = write_feats(feats, &feats->places, 1);
    TableWriter words = write_feats(feats, &feats->words, 3);
    add_table(writer, "feats.places", &places);
    add_table(writer, "feats.words", &words);
    size_t len = 0;
    for (uint32_t i = 0; i < feats->names.names.n; i++)
        len += feats->names.names.items[i].len + 1;
    char *text = pl_arena_array(arena, char, len);
    char *at = text;
    for (uint32_t i = 0; i < feats->names.names.n; i++) {
        memcpy(at, feats->names.names.items[i].ptr, feats->names.names.items[i].len);
        at += feats->names.names.items[i].len;
        *at++ = '\n';
    }
    model_writer_add(writer, "feats", text, len);
    *n_feats = feats->names.names.n;
    printf("features: %u sets, %u places, %u forms\n", *n_feats, places.n, words.n);
}
