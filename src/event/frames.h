/* Frames: which words tell of an event, who is who in it, and how it is coded. Private to
 * src/event.
 *
 * They are read from data/en/frames, one plain file a PLOVER type; docs/coding.md is their manual:
 *
 *   frame   085 ease sanctions        the CAMEO code and a name
 *   verbs   lift | ease | roll back   lemmas that evoke it
 *   nouns   sanctions relief          nouns that do
 *   nominals  easing | lifting        nouns that do with their object: "the easing of sanctions"
 *   object  SANCTIONS                 ... if their object is of this kind (kinds.tsv)
 *   target  on | against              where the target stands
 *   source  in-place                  who does it, if nobody is named: the state of the place
 *   modals  must | have to            modals of a clause below one who says so
 *   refusal                           what a cooperation turns into that one "will not" do
 *   + CAN > CUB: Canada lifted sanctions on Cuba.
 *   * The bank waived the penalty.
 *
 * A phrase may evoke several frames; the one whose demands are met wins over the one that demands
 * nothing, and an earlier one over a later.
 *
 * owner    the arena given to pl_frames_load, immutable afterwards
 * threads  shared
 * errors   a line of a file that cannot be used is named to `refused`, the rest is read
 */
#ifndef PL_EVENT_FRAMES_H
#define PL_EVENT_FRAMES_H

#include "syntax/lexicon.h"

typedef struct PlEventCode {
    PlSlice cameo;
    PlSlice plover;
    PlSlice mode;
    double goldstein;
    uint8_t quad;
} PlEventCode;

typedef enum PlFrameForm {
    PL_FORM_ACT,    /* the subject does it to the target */
    PL_FORM_MUTUAL, /* subject and target do it together: all are sources */
    PL_FORM_HOST    /* the subject is host to those named */
} PlFrameForm;

typedef enum PlFrameNeed {
    PL_NEED_NOTHING,
    PL_NEED_TARGET, /* without a second actor it is no event */
    PL_NEED_OBJECT, /* so is the verb without an object: "returned to Spain" */
    PL_NEED_PLACE   /* the target is a place other than the source's own */
} PlFrameNeed;

enum { PL_FRAME_PREPOSITIONS = 12 };

typedef struct PlFrame {
    PlSlice name;          /* "085 ease sanctions" */
    int32_t code;          /* row of `codes` */
    uint64_t object_kinds; /* 0 = any object or none; else one of these bits */
    uint64_t subject_kinds;
    uint64_t near_kinds;                         /* a word of such a kind stands in the sentence */
    PlSlice prepositions[PL_FRAME_PREPOSITIONS]; /* that lead to the target */
    uint32_t n_prepositions;
    PlFrameForm form;
    PlFrameNeed need;
    bool takes_object; /* the object can be the target */
    bool takes_clause; /* who is named in the clause below can: "refused to meet Kenya's terms" */
    bool takes_party;  /* who is not named can be the other party of the talks reported */
    bool is_of_place;  /* without a doer it is done by the state where it happens: arrests */
    bool takes_place;  /* the place where it happens can */
    bool is_duty;      /* evoked by the modal of a clause: who has to do it is the target */
    bool blames;       /* of a deed the doer is the target: "condemned Kenya's raid" */
} PlFrame;

/* A sentence that shows a frame at work, or with `is_counter` one that only looks like it. */
typedef struct PlFrameExample {
    int32_t frame;
    PlSlice sources; /* country codes with '|' between */
    PlSlice targets;
    PlSlice sentence;
    PlSlice file;
    uint32_t line;
    bool is_counter;
} PlFrameExample;

typedef PL_VEC(int32_t) PlFrameList; /* rows of `frames` */

typedef struct PlFrames {
    PlEventCode *codes;
    uint32_t n_codes;
    PL_VEC(PlFrame) frames;
    PL_VEC(PlFrameExample) examples;
    const PlLexicon *verbs; /* a row for each phrase that evokes a frame */
    const PlLexicon *nouns;
    const PlLexicon *nominals;
    const PlLexicon *modals;
    PlFrameList *of_verb; /* by row of `verbs` */
    PlFrameList *of_noun;
    PlFrameList *of_nominal;
    PlFrameList *of_modal;
    int32_t refusal; /* row of `frames`: "will not", -1 = none */
    PlSymbols kind_lemmas;
    PL_VEC(uint64_t) kinds; /* by symbol of `kind_lemmas`: bits */
} PlFrames;

/* `line` says what is wrong, and where. */
typedef void (*PlFrameRefusal)(void *context, const char *line);

/* The program's own frames, and before them those of `extra`, a user's file in the same form; its
 * bytes are borrowed. `refused` may be NULL when there is no extra. */
const PlFrames *pl_frames_load(PlArena *arena, PlSlice extra, const char *extra_name,
                               PlFrameRefusal refused, void *context);

/* The kinds of a lemma, as bits; 0 = none. */
uint64_t pl_frames_kinds(const PlFrames *frames, PlSlice lemma);

#endif
