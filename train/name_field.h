/* Name field: the conditional random field of names in floats (syntax/name_tagger.h in integers).
 *
 * Features that training sees too seldom are left out. Corpora mark names differently, so each
 * weight is a sum of one that all corpora share and one that the kind of corpus has of its own
 * (Daumé 2007); the model gets the sums of UNER's kind, so at run time this costs nothing.
 *
 * Learning is AdaGrad on the negative log-likelihood, a run of near tokens at a time, with some of
 * a token's features left out at random. What comes out is the mean of several fields.
 *
 * source   Lafferty et al. 2001; Gimpel and Smith 2010 (the margin); Daumé 2007 (frustratingly easy
 * domain adaptation)
 */
#ifndef PL_TRAIN_NAME_FIELD_H
#define PL_TRAIN_NAME_FIELD_H

#include "random.h"
#include "syntax/name_tagger.h"

typedef enum NameKind { NAME_KIND_UNER, NAME_KIND_GUM, NAME_KIND_OTHER, N_NAME_KINDS } NameKind;

/* Tokens in a row that stand near a capital. */
typedef struct NameRun {
    uint32_t first; /* into the field's tokens */
    uint32_t n;
    NameKind kind;
} NameRun;

typedef struct NameField NameField;

NameField *name_field_new(PlArena *arena);
/* Adds a token with its features and its label to the run that is being read. */
void name_field_add(NameField *field, const uint64_t *features, uint32_t n, int label);
void name_field_end_run(NameField *field, NameKind kind);
/* Once all is read: drops features seen less than `least` times. */
void name_field_ready(NameField *field, uint32_t least);

typedef struct NameRates {
    float rate;
    float decay;       /* of a weight's square, at each touch */
    float drop;        /* share of features left out */
    float drop_syntax; /* share of tokens that lose all about tags and trees: the model's own are
                          better on what it was trained on than elsewhere */
    float margin;      /* by which a name must win over no name: more of it finds more names */
} NameRates;

/* Begins anew with weights of 0; those that were kept stay in the mean. */
void name_field_restart(NameField *field);
/* One pass in random order; the mean loss of a token comes out. */
double name_field_learn(NameField *field, const NameRates *rates, Random *random);
/* Adds the weights as they are to the mean. Scores are sums of weights, so the mean of fields that
 * learnt in different orders votes like all of them, at the cost of one. */
void name_field_keep(NameField *field);

/* The mean of the weights kept as the runtime reads it: the features that weigh most, as many as
 * fit into the lines. */
void name_field_quantise(const NameField *field, uint32_t n_lines, PlNameRow *rows,
                         int16_t *follow);

#endif
