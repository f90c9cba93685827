/* Event model: frames, and the words that say whether an event has happened. Private to src/event.
 *
 * owner    the arena given to pl_event_model_load, immutable afterwards
 */
#ifndef PL_EVENT_EVENT_MODEL_H
#define PL_EVENT_EVENT_MODEL_H

#include "event/events.h"
#include "event/frames.h"
#include "mention/tense.h"

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
    PL_CUE_IMAGINES = 256,
    PL_CUE_ALLEGES = 512,
    PL_CUE_STEERS = 1024, /* its object does what the infinitive says */
    PL_CUE_LENDS = 2048,  /* its subject does what its object names */
    PL_CUE_DAY = 4096     /* names a day between a subject and its verb */
} PlEventCue;

struct PlEventModel {
    const PlFrames *frames;
    const PlLexicon *discards;
    uint32_t discard_field; /* column of `discards` */
    PlSymbols cue_words;
    PL_VEC(uint32_t) cues; /* by symbol of `cue_words`: bits of PlEventCue */
    const PlTenseModel *tense;
};

/* The cues of a lower-case word or lemma, as bits of PlEventCue; 0 = none. */
uint32_t pl_event_cues(const PlEventModel *model, PlSlice word);

#endif
