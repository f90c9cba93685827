/* Treebanks: CoNLL-U files as sentences with what the network reads and what it should say.
 *
 * Tokens are made by the runtime's own token columns from the text that the forms and SpaceAfter
 * spell, so trainer and runtime see the same lower forms. Multi-word tokens are read as their
 * words, empty nodes are left out.
 *
 * owner    the arena given in
 */
#ifndef PL_TRAIN_TREEBANK_H
#define PL_TRAIN_TREEBANK_H

#include "base/symbols.h"
#include "syntax/labels.h"
#include "syntax/word_features.h"
#include "token/columns.h"

enum { TREEBANK_NONE = -1, NAME_UNKNOWN = -1, NAME_NOT_MAIN = -2 };

typedef struct Word {
    int32_t vocabulary; /* row of the word table, or TREEBANK_NONE */
    int32_t vector;     /* row of the word vectors, or TREEBANK_NONE */
    uint32_t affixes[PL_N_AFFIXES];
    uint8_t n_affixes;
    uint8_t shape;
    uint8_t upos;
    uint8_t xpos;
    int32_t head; /* in the sentence, n = root */
    uint8_t deprel;
    int8_t name;    /* a PlNameTag, NAME_UNKNOWN or NAME_NOT_MAIN (names_corpus.h) */
    uint32_t count; /* in the training data */
} Word;

typedef struct Sentence {
    Word *words; /* [n] */
    int32_t n;
    bool has_tree;
    bool has_names;
    uint32_t first_tok; /* in the treebank's tokens */
} Sentence;

typedef struct Treebank {
    PlTokens tokens;
    PL_VEC(Sentence) sentences;
    PlSlice *lemma; /* [n_tokens] */
    PlSlice *feats; /* [n_tokens] */
    PlSlice *misc;  /* [n_tokens] */
} Treebank;

/* The file's bytes, NUL-terminated, in the arena; ends the program with a line when unreadable. */
PlSlice treebank_file(PlArena *arena, const char *path);

/* Reads `path` and appends its sentences. Rows of the words are left at TREEBANK_NONE. Ends the
 * program with a line when the file is not CoNLL-U. */
void treebank_read(PlArena *arena, const char *path, Treebank *treebank);

#endif
