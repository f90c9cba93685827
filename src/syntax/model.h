/* The syntax model: the parts of the model file, checked, as the steps of the analysis use them.
 *
 * Everything but this struct lies in the file's bytes. Numbers are activations (nn/kernels.h) where
 * nothing else is said.
 */
#ifndef PL_SYNTAX_MODEL_H
#define PL_SYNTAX_MODEL_H

#include "nn/kernels.h"
#include "nn/model_file.h"
#include "syntax/name_tagger.h"
#include "syntax/syntax.h"
#include "syntax/transition.h"
#include "syntax/value_table.h"
#include "syntax/word_features.h"

enum {
    PL_SYNTAX_MOST_LAYERS = 6,
    PL_SYNTAX_MOST_DIM = 256,
    PL_SYNTAX_MOST_HIDDEN = 256,
    PL_SYNTAX_MOST_DILATION = 16,

    /* Columns of the head layer. */
    PL_HEAD_UPOS = 0,
    PL_HEAD_XPOS = PL_HEAD_UPOS + PL_N_UPOS,
    PL_HEAD_NAME = PL_HEAD_XPOS + PL_N_XPOS,
    PL_N_HEADS = PL_HEAD_NAME + PL_N_NAME_TAGS,
    PL_N_HEAD_COLUMNS = (PL_N_HEADS + 31) / 32 * 32,
    PL_N_ACTION_COLUMNS = (PL_N_ACTIONS + 31) / 32 * 32
};

/* Section "shape". The counts must be those of this program. */
typedef struct PlSyntaxShape {
    uint32_t dim;
    uint32_t hidden;
    uint32_t n_layers;
    uint32_t dilation[PL_SYNTAX_MOST_LAYERS];
    uint32_t n_words;
    uint32_t n_affix_rows;
    uint32_t n_shapes;
    uint32_t n_upos;
    uint32_t n_xpos;
    uint32_t n_deprel;
    uint32_t n_name_tags;
    uint32_t n_slots;
    uint32_t n_full_slots;
    uint32_t n_distance_bins;
    uint32_t n_feats;
} PlSyntaxShape;

/* Each layer's section begins with this, padded to 64 bytes; scales, biases, then weights follow.
 */
typedef struct PlSyntaxLayerHeader {
    uint32_t n_in;
    uint32_t n_out;
    uint32_t shift;
    uint32_t padding[13];
} PlSyntaxLayerHeader;

/* Rows of bytes with a scale each: activation = byte * scale >> PL_NN_ROW_SHIFT. */
typedef struct PlByteRows {
    const uint16_t *scale; /* [n] */
    const int8_t *bytes;   /* (n, dim) */
} PlByteRows;

/* What a lemma rule does to a form: cut from its end, then add. */
typedef struct PlLemmaEdit {
    uint8_t n_cut;
    uint8_t n_added;
    char added[6];
} PlLemmaEdit;

enum { PL_LEMMA_MOST_SUFFIX = 6 };

struct PlSyntaxModel {
    PlSyntaxShape shape;
    const PlNnKernels *kernels;
    PlValueTable words; /* hash of the word key -> row */
    PlByteRows word_rows;
    PlByteRows affix_rows;
    const int16_t *shape_rows;                  /* (n_shapes, dim) */
    PlNnBytes bytes[PL_SYNTAX_MOST_LAYERS + 1]; /* of the rows before each layer, and after all */
    PlNnLayer conv[PL_SYNTAX_MOST_LAYERS];
    PlNnLayer head;
    PlNnLayer slot[PL_N_FULL_SLOTS];
    PlNnBytes hidden_bytes;
    PlNnLayer action;
    const int16_t *slot_none;  /* (2, n_slots * hidden): no token and no label, the root */
    const int16_t *slot_tag;   /* (n_xpos, n_slots * hidden) */
    const int16_t *label_rows; /* (n_label_slots, n_deprel, hidden) */
    const int16_t
        *distance_rows;       /* (n_distances, n_distance_bins, hidden), the bias in the first */
    PlValueTable lemma_words; /* hash of form and xpos -> offset in lemma_text */
    PlSlice lemma_text;       /* length byte, then the lemma */
    PlValueTable lemma_rules; /* hash of suffix and xpos -> index into lemma_edits */
    const PlLemmaEdit *lemma_edits;
    PlValueTable feats_words;  /* hash of form, upos, xpos -> feats */
    PlValueTable feats_places; /* hash of upos, xpos and place in the tree -> feats */
    const PlSlice *feats;      /* [n_feats] */
    PlNamesTable names;
};

/* Hashes by which trainer and runtime agree. */
uint64_t pl_lemma_word_hash(PlSlice form, uint8_t xpos);
/* of the suffixes of 0 to PL_LEMMA_MOST_SUFFIX bytes; returns the longest that the form has. */
uint32_t pl_lemma_suffix_hashes(PlSlice form, uint8_t xpos,
                                uint64_t hashes[PL_LEMMA_MOST_SUFFIX + 1]);
uint64_t pl_feats_word_hash(PlSlice lower, uint8_t upos, uint8_t xpos);
uint64_t pl_feats_place_hash(uint8_t upos, uint8_t xpos, uint8_t deprel, bool has_passive_aux);

#endif
