/* Event model: the tables of verbs, nouns, objects and codes. Private to src/event.
 *
 * owner    the arena given to pl_event_model_load, immutable afterwards
 */
#ifndef PL_EVENT_EVENT_MODEL_H
#define PL_EVENT_EVENT_MODEL_H

#include "event/events.h"
#include "mention/tense.h"

typedef enum PlEventFrame {
    PL_FRAME_ACT,    /* the subject does it to the target */
    PL_FRAME_MUTUAL, /* subject and target do it together: all are sources */
    PL_FRAME_HOST    /* the subject is host to those named */
} PlEventFrame;

typedef enum PlEventNeeds {
    PL_NEEDS_NOTHING,
    PL_NEEDS_TARGET,
    PL_NEEDS_PLACE,  /* the target is a place other than the source's own */
    PL_NEEDS_OBJECT, /* an object of a listed kind */
    PL_NEEDS_SUBJECT /* a subject of a listed kind */
} PlEventNeeds;

/* What a word of event_cues.tsv says of an event. */
typedef enum PlEventCue {
    PL_CUE_NO = 1,
    PL_CUE_MODAL = 2,
    PL_CUE_FUTURE = 4,
    PL_CUE_THOUGHT = 8,
    PL_CUE_OPENER = 16,
    PL_CUE_EDGE = 32,
    PL_CUE_DENIES = 64,
    PL_CUE_PLANS = 128,
    PL_CUE_IMAGINES = 256
} PlEventCue;

/* One kind of object and the code that it gives. */
typedef struct PlEventChoice {
    uint32_t kinds; /* bit of the kind */
    int32_t code;   /* row of `codes` */
} PlEventChoice;

enum { PL_EVENT_CHOICES = 8, PL_EVENT_PREPOSITIONS = 10 };

/* How one row of events.tsv or event_nouns.tsv is coded. */
typedef struct PlEventRule {
    int32_t code; /* row of `codes`, -1 = only by a choice */
    PlEventChoice choices[PL_EVENT_CHOICES];
    uint32_t n_choices;
    PlSlice prepositions[PL_EVENT_PREPOSITIONS];
    uint32_t n_prepositions;
    bool takes_object; /* the direct object can be the target */
    PlEventFrame frame;
    PlEventNeeds needs;
} PlEventRule;

typedef struct PlEventCode {
    PlSlice cameo;
    PlSlice plover;
    PlSlice mode;
    double goldstein;
    uint8_t quad;
} PlEventCode;

struct PlEventModel {
    const PlLexicon *verbs;
    const PlLexicon *nouns;
    const PlLexicon *discards;
    PlEventRule *verb_rules; /* by row of `verbs` */
    PlEventRule *noun_rules; /* by row of `nouns` */
    PlEventCode *codes;
    PlSymbols object_lemmas;
    PL_VEC(uint32_t) object_kinds; /* by symbol of `object_lemmas`: bits */
    PlSymbols cue_words;
    PL_VEC(uint32_t) cues; /* by symbol of `cue_words`: bits of PlEventCue */
    const PlTenseModel *tense;
};

/* The kinds of a lemma, as bits; 0 = none. */
uint32_t pl_event_kinds(const PlEventModel *model, PlSlice lemma);
/* The cues of a lower-case word or lemma, as bits of PlEventCue; 0 = none. */
uint32_t pl_event_cues(const PlEventModel *model, PlSlice word);

#endif
